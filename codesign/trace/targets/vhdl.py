"""The generated VHDL under GHDL, which writes FST."""

from codesign.trace.found import Found, Request
from codesign.trace.targets.verilog import in_simulation

__all__ = ["opened"]


def opened(request: Request) -> Found:
    """The unit's nets in an FST file."""
    return in_simulation(request, language="vhdl")
