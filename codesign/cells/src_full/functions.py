"""The three functions of the cell in fixed point, chosen from the attributes of a layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from codesign.approximation import SIGMOID, TANH, Approximation, FixedPoint, approximate

__all__ = ["CellFunctions", "functions"]

_ONE = 10
"""1.0 is 2^10."""
_STEEPNESS = 10  # of z (arXiv 2306.03623)


@dataclass(frozen=True, kw_only=True)
class CellFunctions:
    """What the cell computes with; 1.0 is 1024 in all of it but in i."""

    drive: Approximation
    """x = rho tanh(i / rho), from i in steps of the weights, clipped where the tanh is flat."""
    tanh: Approximation
    """h from the sum v, clipped to -8..8."""
    slow: Approximation
    """z from h - 512."""


def functions(attributes: Mapping[str, int]) -> CellFunctions:
    """The designs of the fewest LUTs (by estimate) with no more than ``largest_error``."""
    rho, weight_shift, error = attributes["rho"], attributes["weight_shift"], float(attributes["largest_error"])
    steepest = Fraction(attributes["z_dep"] - attributes["z_hyp"], 1 << _ONE)
    signed_11 = FixedPoint(width=11, fraction=_ONE)
    return CellFunctions(
        drive=approximate(
            TANH.scaled(inner=Fraction(1 << _ONE, rho), outer=Fraction(rho, 1 << _ONE)),
            # tanh(4) is 0.9993
            FixedPoint(width=max((4 * rho >> weight_shift).bit_length() + 1, 2), fraction=_ONE - weight_shift),
            FixedPoint(width=rho.bit_length() + 1, fraction=_ONE),
            error_bound=error,
        ),
        tanh=approximate(TANH, FixedPoint(width=14, fraction=_ONE), signed_11, error_bound=error),
        slow=approximate(
            SIGMOID.scaled(inner=_STEEPNESS, outer=steepest, offset=Fraction(attributes["z_hyp"], 1 << _ONE)),
            FixedPoint(width=12, fraction=_ONE),
            FixedPoint(width=11, fraction=_ONE, signed=False),
            error_bound=error,
        ),
    )
