"""T-maze: a corridor in which a policy must remember what it saw at its beginning (Bakker 2002).

The cells of the corridor are 0 to L; cell L is the junction, whose two exits lie up and down. The reward lies behind
one of them, and only cell 0, where an episode begins, tells which. Corridors of length L need L steps and one turn.

==============  ==================================================  ======================================
where           observation (one of four entries is 1)              what the actions do there
==============  ==================================================  ======================================
cell 0          ``up`` or ``down``: where the reward lies           right: to cell 1; all others: a wall
cells 1..L-1    ``corridor``                                        right, left: a cell on; up, down: a wall
cell L          ``junction``                                        up, down: the end; left: back; right: a wall
==============  ==================================================  ======================================

Rewards: +4 for the right exit, -0.1 for the wrong one, -0.1 for walking into a wall (the policy stays), 0 otherwise:
those of Bakker 2002, of arXiv 2006.05252 and of arXiv 2106.01001, as are actions and observations. An episode also ends
without a reward after 3 L + 10 steps. Nothing else is observed: neither a clock, nor the last action or its reward. So
at the junction only memory of cell 0 tells where to turn, and one bit is enough, whatever L is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.errors import InputError

__all__ = ["ACTIONS", "OBSERVATIONS", "REWARD", "WALL", "Episodes", "Step", "limit", "ways"]

ACTIONS = ("right", "up", "left", "down")
OBSERVATIONS = ("up", "down", "corridor", "junction")
REWARD = 4.0
"""Of the right exit."""
WALL = -0.1
"""Of a wall, and of the wrong exit."""

_RIGHT, _UP, _LEFT, _DOWN = range(len(ACTIONS))
_CORRIDOR, _JUNCTION = 2, 3


def limit(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Steps after which an episode ends, for corridors of ``lengths``."""
    return 3 * lengths + 10


@dataclass(frozen=True, eq=False, kw_only=True)
class Step:
    """What one step gave, by episode; 0 and False where it had ended before."""

    rewards: NDArray[np.float32]
    ended: NDArray[np.bool_]
    """True in the step that ends an episode."""


class Episodes:
    """Episodes that run beside each other, each in a corridor of its own length (at least 1).

    ``goals`` is 0 where the reward lies up, 1 where it lies down. With ``noise`` each entry of an observation is off by
    normal noise of that standard deviation, drawn from ``random``. Raises InputError for lengths, goals and noise that
    cannot be.
    """

    def __init__(
        self,
        lengths: NDArray[np.int64],
        goals: NDArray[np.int64],
        *,
        noise: float = 0.0,
        random: np.random.Generator | None = None,
    ) -> None:
        if lengths.ndim != 1 or lengths.shape != goals.shape or np.any(lengths < 1) or not np.isin(goals, (0, 1)).all():
            raise InputError("T-maze: lengths are one number of at least 1 per episode, and goals 0 (up) or 1 (down)")
        if noise < 0 or (noise > 0 and random is None):
            raise InputError(f"T-maze: noise is {noise}; it is at least 0, and noise needs a generator ('random')")
        self.lengths, self.goals = lengths.copy(), goals.copy()
        self.positions = np.zeros_like(self.lengths)
        self.steps = np.zeros_like(self.lengths)
        """Steps that each episode took."""
        self.over = np.zeros(len(lengths), dtype=bool)
        self.right = np.zeros(len(lengths), dtype=bool)
        """Episodes that left by the right exit."""
        self.wrong = np.zeros(len(lengths), dtype=bool)
        """Episodes that left by the wrong one."""
        self._noise, self._random = noise, random

    def observe(self) -> NDArray[np.float32]:
        """(episodes, 4): what is seen now; after its end an episode shows its last cell."""
        seen = np.where(self.positions == self.lengths, _JUNCTION, np.where(self.positions > 0, _CORRIDOR, self.goals))
        shown = np.eye(len(OBSERVATIONS), dtype=np.float32)[seen]
        if self._noise > 0:
            assert self._random is not None
            shown += self._random.normal(0, self._noise, shown.shape).astype(np.float32)
        return shown

    def step(self, actions: NDArray[np.int64]) -> Step:
        """Take one action (0 to 3, the order of ``ACTIONS``) in each episode that is not over."""
        if actions.shape != self.lengths.shape or np.any((actions < 0) | (actions >= len(ACTIONS))):
            raise InputError(f"T-maze: one action of 0..{len(ACTIONS) - 1} per episode, not {actions!r}")
        runs, at_junction = ~self.over, self.positions == self.lengths
        sideways = (actions == _UP) | (actions == _DOWN)
        leaves = runs & at_junction & sideways
        found = leaves & (actions == np.where(self.goals == 0, _UP, _DOWN))
        moved = np.where(actions == _RIGHT, 1, np.where(actions == _LEFT, -1, 0))
        wall = ~leaves & (sideways | (self.positions + moved < 0) | (self.positions + moved > self.lengths))
        self.positions += np.where(runs & ~wall, moved, 0)
        self.steps += runs
        self.right |= found
        self.wrong |= leaves & ~found
        ended = leaves | (runs & (self.steps >= limit(self.lengths)))
        self.over |= ended
        rewards = np.where(found, REWARD, np.where(wall | leaves, WALL, 0)) * runs
        return Step(rewards=rewards.astype(np.float32), ended=ended)


def ways(length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Observations (2, ``length`` + 1, 4) and right actions (2, ``length`` + 1) of the ways to either goal."""
    episodes = Episodes(np.full(2, length), np.arange(2))
    seen, done = [], []
    while not episodes.over.all():
        turn = np.where(episodes.goals == 0, _UP, _DOWN)
        done.append(np.where(episodes.positions == episodes.lengths, turn, _RIGHT))
        seen.append(episodes.observe().astype(np.int64))
        episodes.step(done[-1])
    return np.stack(seen, axis=1), np.stack(done, axis=1)
