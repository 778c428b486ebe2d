"""One class per cell, with its place in the literature; how it is trained stands in its ``module.py``."""

from codesign.errors import InputError, nearest
from codesign.nn.recurrent import Recurrent

__all__ = [
    "BMRU",
    "BRC",
    "CMRU",
    "FQBMRU",
    "GRU",
    "LRU",
    "NBRC",
    "SRC",
    "AlphaCMRU",
    "MinGRU",
    "SRCFull",
    "SpikingSRC",
    "of_kind",
]


class BMRU(Recurrent):
    """Bistable memory recurrent units (arXiv 2601.09495); with ``eps`` and ``eps_part`` annealed from CMRUs."""

    kind = "bmru"


class CMRU(Recurrent):
    """Cumulative memory recurrent units (arXiv 2605.11855): each write counts up or down."""

    kind = "cmru"


class AlphaCMRU(Recurrent):
    """CMRUs whose step depends on the input (arXiv 2605.11855); software only."""

    kind = "alpha_cmru"


class FQBMRU(Recurrent):
    """First-quadrant BMRUs with fixed thresholds, the cell of the analog circuit (arXiv 2605.15216)."""

    kind = "fq_bmru"


class SRC(Recurrent):
    """Spiking recurrent cells in floating point (arXiv 2306.03623); software only."""

    kind = "src_float"


class SpikingSRC(Recurrent):
    """Spiking recurrent cells as hardware computes them, with whole numbers (arXiv 2605.10679). Inputs are spikes."""

    kind = "src"


class SRCFull(Recurrent):
    """The same with tanh and exp in fixed point. Inputs are spikes."""

    kind = "src_full"


class BRC(Recurrent):
    """Bistable recurrent cells (arXiv 2006.05252); software only."""

    kind = "brc"


class NBRC(Recurrent):
    """Recurrently neuromodulated bistable recurrent cells (arXiv 2006.05252); software only."""

    kind = "nbrc"


class MinGRU(Recurrent):
    """Minimal gated recurrent units (arXiv 2410.01201), a baseline; software only."""

    kind = "min_gru"


class LRU(Recurrent):
    """Linear recurrent units (arXiv 2303.06349), a baseline; software only."""

    kind = "lru"


class GRU(Recurrent):
    """Gated recurrent units, a baseline; software only."""

    kind = "gru"


def of_kind(kind: str) -> type[Recurrent]:
    """The class of a cell, by its folder in codesign/cells; raises InputError for an unknown one."""
    known = {cell.kind: cell for cell in Recurrent.__subclasses__() if cell.__module__ == __name__}
    if kind not in known:
        raise InputError(f"no layer of the cell {kind!r}; {nearest(kind, known)}")
    return known[kind]
