"""The macro-models of the circuit in ngspice."""

from codesign.analog.behavioural.watch import watch
from codesign.trace.found import Found, Request
from codesign.trace.targets.spice import in_ngspice

__all__ = ["opened"]


def opened(request: Request) -> Found:
    """The unit's currents, and the nodes of its cell, as macro-models have them."""
    return in_ngspice(request, watch)
