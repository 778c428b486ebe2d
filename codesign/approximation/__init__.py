"""Functions in fixed point: tanh, exp and the sigmoid in a few segments or a table, and how far off they are.

:func:`approximate` chooses a design for an error that is allowed, or for a number of entries that may be spent. A
design (:class:`Approximation`) is plain integers: :meth:`~Approximation.evaluate` is its integer-exact twin, and
``codesign.digital.approximation`` makes hardware of it. Its largest error is measured at every single input.

Nothing here knows torch or Amaranth.
"""

from codesign.approximation.design import Approximation
from codesign.approximation.fixed_point import FixedPoint
from codesign.approximation.functions import EXP, FUNCTIONS, SIGMOID, TANH, Function
from codesign.approximation.methods import methods
from codesign.approximation.search import approximate

__all__ = [
    "EXP",
    "FUNCTIONS",
    "SIGMOID",
    "TANH",
    "Approximation",
    "FixedPoint",
    "Function",
    "approximate",
    "methods",
]
