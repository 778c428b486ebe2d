"""The two ways through a T-maze of N cells (:mod:`codesign.tasks.t_maze`), for networks that are policies.

Policies are trained in episodes and not with these; here is what one observes that does everything right, so that
its circuit and its RTL can be held against the twin. There are no more than two such ways, so all splits are the same.
"""

from codesign.data import Examples, Split
from codesign.tasks.t_maze import ACTIONS, ways

__all__ = ["CLASSES", "SIZES", "load"]

CLASSES = ACTIONS
SIZES = range(1, 1001)
"""Cells of the corridor."""


def load(split: Split, size: int) -> Examples:
    """Observations (2, ``size`` + 1, 4) of 0 and 1, and the action that is right in the last step, at the junction."""
    del split
    observations, actions = ways(size)
    return Examples(images=observations, labels=actions[:, -1])
