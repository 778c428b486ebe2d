"""What every trainable layer offers; each kind's ``module.py`` has one subclass, called ``Module``.

Signals are torch tensors that hold whole numbers, together with the Fraction that one step stands for - as in the
twin, so that both compute the same and no scale is ever rounded. Single precision holds sums below 2^24 exactly.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, ClassVar

import torch
from torch import nn

from codesign import cells
from codesign.errors import InputError
from codesign.network import Layer, Tensor
from codesign.training.recipe import LayerRecipe, StrictModel, checked
from codesign.twin.trace import common_scale

__all__ = ["Activity", "LayerModule"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Activity:
    """What one layer did: arrays (samples, steps, outputs) of whole numbers, as in the twin's LayerTrace."""

    outputs: torch.Tensor
    scale: Fraction
    states: Mapping[str, torch.Tensor] = field(default_factory=dict)
    penalty: torch.Tensor | None = None
    """What the cell adds to the loss (a scalar); None: nothing. Only while training."""
    in_margin: torch.Tensor | None = None
    """True where a state's drive lies so close to the threshold that decides that a circuit may err."""
    final: Mapping[str, torch.Tensor] = field(default_factory=dict)
    """(samples, outputs): each state after the last step, with its gradient; what ``initial`` takes to go on."""

    def plus(self, earlier: "Activity") -> "Activity":
        """With the outputs of ``earlier`` added (skip connection), as :meth:`codesign.twin.LayerTrace.plus` does."""
        scale = common_scale(self.scale, earlier.scale)
        outputs = self.outputs * int(self.scale / scale) + earlier.outputs * int(earlier.scale / scale)
        return replace(self, outputs=outputs, scale=scale)


class LayerModule(nn.Module, ABC):
    """A layer whose forward pass equals its twin in evaluation mode.

    The names of its parameters are those of the cell's tensors. With ``rounding`` off it computes with the
    parameters as they are, in floating point.

    A cell that only exists in software (a baseline, say) has no ``spec.py`` and no :meth:`tensors`.
    """

    Options: ClassVar[type[StrictModel]] = StrictModel
    """How the cell is trained; read from the recipe's ``options``."""
    STATES: ClassVar[tuple[str, ...]] = ()
    """Names of its state arrays, as in ``Activity.states`` and ``Activity.final``; empty for a layer without memory."""

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__()
        self.name, self.kind, self.inputs, self.outputs = recipe.name, recipe.kind, inputs, recipe.outputs
        self.attributes, self.skip = dict(recipe.attributes), recipe.skip
        self.options: Any = checked(self.Options, dict(recipe.options), f"layer {recipe.name!r}: options")
        self.rounding = True
        self.mismatch = 0.0
        """Relative deviation of every parameter, drawn anew for each call that is not training."""
        self.measures_margin = True
        """Say which states are in the margin, where the cell can tell; False: not where nothing needs it."""
        self.states_need_gradient = False
        """Let gradients flow into ``Activity.states``, too; costs a pass where the operator gives outputs directly."""
        self.progress = 0.0
        """Part of the training that is done; kinds that change their ways in its course look at it."""

    @abstractmethod
    def forward(
        self, inputs: torch.Tensor, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        """(samples, steps, inputs) in units of ``scale`` to an Activity.

        ``initial`` holds the states (samples, outputs) before the first step, by name; None: those of a reset.
        """

    def tensors(self) -> dict[str, Tensor]:
        """The quantised tensors, exactly those of the forward pass in evaluation mode; raises InputError for a cell
        that only exists in software."""
        raise InputError(
            f"layer {self.name!r}: cell {self.kind!r} only exists in software; cells that can be exported: "
            f"{', '.join(cells.kinds())}"
        )

    @torch.no_grad()
    def calibrate(self, inputs: torch.Tensor, scale: Fraction) -> None:
        """Fit the initial parameters to the training data; called once before training."""

    @torch.no_grad()
    def project(self) -> None:
        """Bring the parameters back to what can be represented; called after each step of the optimiser."""

    def layer(self) -> Layer:
        """The quantised layer; the Layer checks it."""
        return Layer(name=self.name, kind=self.kind, tensors=self.tensors(), attributes=self.attributes, skip=self.skip)
