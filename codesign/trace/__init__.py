"""Open one unit of a circuit or of RTL around one step: what is inside of it, from the simulator's own waveforms.

It comes after verification, which finds the first state that differs (:mod:`codesign.verify`), and says where inside of
the unit the difference begins: in what it gets, in its weighted sums, or in what makes a state of them. A target is a
file in ``targets/``.
"""

from codesign.trace.found import Found, Quantity, Signal
from codesign.trace.position import Position, of_divergence, read_verify
from codesign.trace.run import Trace, first_divergence, look, trace
from codesign.trace.tables import steps_table

__all__ = [
    "Found",
    "Position",
    "Quantity",
    "Signal",
    "Trace",
    "first_divergence",
    "look",
    "of_divergence",
    "read_verify",
    "steps_table",
    "trace",
]
