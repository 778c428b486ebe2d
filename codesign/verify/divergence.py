"""The first state that differs from the twin's: where, what it should be, what made it, what it did."""

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Cause", "Divergence", "Effect"]

Evidence = Literal["read back", "behaviour", "both"]


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What may have made a divergence.

    ``parameter`` is named ``layer.tensor[unit,input]``; where a behaviour is wrong and no parameter, it is the state
    (``layer.state[unit]``), an attribute (``layer.z_max``) or a connection (``layer.skip``); empty: none is known.
    ``element`` is what carries it: a path in the netlist, or a module with a line or the bits of a memory in RTL;
    empty: not known. ``evidence`` is ``read back`` where the text of the design shows it, ``behaviour`` where it
    explains what was measured, ``both`` where the two agree. ``message`` says all of it in one line.
    """

    parameter: str
    element: str
    layer: str
    unit: int | None
    expected: str
    found: str
    evidence: Evidence
    message: str


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What came of it. Decisions are names of classes; an unknown one (the circuit had no winner) is ``none``."""

    decision_twin: str
    """Of the sample of the divergence."""
    decision_found: str
    samples_with_differences: int
    """Samples in which any state or the decision differs."""
    decisions_changed: int

    @property
    def changed(self) -> bool:
        """Whether the sample of the divergence was decided otherwise."""
        return self.decision_twin != self.decision_found


@dataclass(frozen=True, kw_only=True)
class Divergence:
    """The first value that differs, earliest step first (the smallest sample breaks a tie); of a circuit, one in the
    margin only where all that differ are.

    Where all states agree it is of the layer ``decision`` at the last step: a ``score`` of the class ``unit``, or,
    where no score differs, the ``decision`` (unit 0).
    """

    sample: int
    layer: str
    state: str
    unit: int
    step: int
    expected: int
    found: int
    in_margin: bool
    cause: Cause | None = None
    """The likeliest; None: not looked for, since the target passes, or not found."""
    candidates: tuple[Cause, ...] = field(default=())
    """Others, the likeliest first: what explains the same as well, and what else differs in the text of the design."""
    effect: Effect | None = None

    @property
    def order(self) -> tuple[bool, int, int]:
        """The smallest comes first."""
        return self.in_margin, self.step, self.sample
