"""A linear layer as macro-models: its weights are all there is."""

from collections.abc import Iterator

from codesign.analog.behavioural.macros import Nodes, fan
from codesign.analog.vectorised.stage import Stage

__all__ = ["kind", "unit"]


def kind(stage: Stage) -> str:
    """The mirrors of its weights are those into the next port, or into the decision."""
    return stage.end


def unit(stage: Stage, nodes: Nodes, index: int, ends: tuple[str, str]) -> Iterator[str]:
    """The lines of one output; what is sourced and what is sunk add up in the two nodes ``ends``, which may be one."""
    return fan(stage, nodes, index, ends, stage.end)
