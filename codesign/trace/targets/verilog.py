# amaranth: UnusedElaboratable=no
"""The generated Verilog under Icarus Verilog, which writes FST."""

from codesign import digital
from codesign.digital.existing import open_design
from codesign.digital.options import engine
from codesign.digital.simulate import waves_file
from codesign.trace.found import Found, Request
from codesign.trace.rtl import opened as opened_rtl

__all__ = ["in_simulation", "opened"]


def opened(request: Request) -> Found:
    """The unit's nets in an FST file."""
    return in_simulation(request, language="verilog")


def in_simulation(request: Request, *, language: str) -> Found:
    """The unit's nets in the waveforms of the simulator of ``language``."""
    options, work = request.options, request.work / "run"
    run = digital.simulate(
        request.network,
        request.inputs,
        work=work,
        options=engine(options.engine),
        design=options.design,
        time_limit_s=options.time_limit_s,
        language=language,
        waves=True,
    )
    folder = work / language if options.design is None else options.design
    existing = open_design(folder, request.network, language=language)
    return opened_rtl(request, design=existing.design, ports=existing.ports, run=run, waves=waves_file(work))
