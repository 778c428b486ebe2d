"""The transistor netlist in ngspice, which writes binary raw files."""

from collections.abc import Callable

from codesign.analog.watch import Watched, watch
from codesign.trace.circuit import opened as opened_circuit
from codesign.trace.found import Found, Request
from codesign.verify.targets.spice import die, technology

__all__ = ["in_ngspice", "opened"]


def opened(request: Request) -> Found:
    """The unit's currents and node voltages."""
    return in_ngspice(request, watch)


def in_ngspice(request: Request, watched: Callable[..., Watched]) -> Found:
    """What ``watched``, the way to simulate that kind of netlist, shows of the unit."""
    options, position = request.options, request.position
    chosen = technology(options)
    found = watched(
        request.network,
        request.inputs[-1],
        layer=position.layer,
        unit=position.unit,
        technology=chosen,
        folder=request.work,
        die=die(options),
        design=options.design,
        time_limit_s=options.time_limit_s,
    )
    return opened_circuit(request, found, chosen)
