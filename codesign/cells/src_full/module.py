"""The PyTorch layer of SRC neurons in their full form: the integer cell forward, the surrogate of ``src`` backward."""

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from codesign.approximation import Approximation
from codesign.cells.src.kernel import EventCell
from codesign.cells.src.module import LEAK
from codesign.cells.src.module import Module as SimplifiedModule
from codesign.cells.src_full.functions import CellFunctions, functions
from codesign.cells.src_full.twin import update
from codesign.training.recipe import LayerRecipe

__all__ = ["Module", "threshold"]

_FRAMES = 400
"""So long is a constant current watched to see whether a neuron spikes."""


class Module(SimplifiedModule):
    """Integer SRC neurons; each scales its weights by itself, to the largest that its bits hold.

    The gradient comes through the integrator only. Its surrogate is centred at :func:`threshold`, from where on a
    neuron spikes: in the full form not at 0.
    """

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        found = functions(self.constants)
        self._cell = EventCell(
            constants={**self.constants, "drive_half": -found.drive.input_format.minimum},
            width=self.options.surrogate_width,
            leak=LEAK,
            sensitive=self.options.sensitive,
            centre=threshold(found, self.constants),
            step=Path(__file__).with_name("step.c"),
            tables=_tables(found),
        )

    def event_cell(self) -> EventCell:
        return self._cell

    @cached_property
    def _looked_up(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        assert self._cell.tables is not None
        tables, half = torch.from_numpy(self._cell.tables).to(torch.int32), self._cell.constants["drive_half"]
        return tables[: 2 * half], tables[2 * half : 2 * half + (1 << 14)], tables[2 * half + (1 << 14) :]

    def update(
        self, i: torch.Tensor, h: torch.Tensor, hs: torch.Tensor, sums: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        drive, outer, slow = self._looked_up
        half, bias = self._cell.constants["drive_half"], self._cell.constants["bias"]
        i = i - ((i >> 4) + (i >> 5)) + sums
        v = drive[i.clamp(-half, half - 1) + half] + 2 * h - 7 * hs + bias
        hs = ((((hs - h) * slow[h + 1024]) >> 10) + h).clamp(-1024, 1023)  # uses the h of before this frame
        return i, outer[v.clamp(-8192, 8191) + 8192], hs


def threshold(found: CellFunctions, constants: Any) -> int:
    """The lowest constant i >= 0 at which a neuron spikes again and again; half the range where it never does."""
    half = -found.drive.input_format.minimum
    held = np.arange(half, dtype=np.int64)
    states = {"i": held, "h": np.full(half, constants["initial_h"]), "hs": np.full(half, constants["initial_hs"])}
    spiked = np.zeros(half, dtype=bool)
    for frame in range(_FRAMES):
        states = update(found, constants["bias"], {**states, "i": np.zeros_like(held)}, held)
        if frame >= _FRAMES // 2:
            spiked |= states["h"] >= 512
    return int(spiked.argmax()) if spiked.any() else half


def _tables(found: CellFunctions) -> NDArray[np.int16]:
    """What step.c looks up: the three functions at every input, z for every h."""

    def whole(design: Approximation) -> NDArray[np.int64]:
        return design.evaluate(design.input_format.integers())

    slow = found.slow.evaluate(np.arange(-1024, 1024) - 512)
    return np.concatenate([whole(found.drive), whole(found.tanh), slow]).astype(np.int16)
