"""The generated Verilog, compiled by Verilator so that it writes VCD."""

from codesign.digital import compiled
from codesign.digital.options import engine
from codesign.trace.found import Found, Request
from codesign.trace.rtl import opened as opened_rtl

__all__ = ["opened"]


def opened(request: Request) -> Found:
    """The unit's nets in a VCD file."""
    options = request.options
    built = compiled.build(
        request.network,
        work=request.work / "built",
        options=engine(options.engine),
        design=options.design,
        recording=compiled.WAVES,
        time_limit_s=options.time_limit_s,
    )
    run = built.run(request.inputs, time_limit_s=options.time_limit_s)
    waves = built.folder / compiled.WAVES.file
    return opened_rtl(request, design=built.design, ports=built.ports, run=run, waves=waves)
