"""The PyTorch layer of currents: weights and biases are whole fingers from the first step of training."""

from collections.abc import Mapping
from fractions import Fraction

import torch
from pydantic import Field
from torch import nn

from codesign.cells.linear.spec import SPEC
from codesign.network import Tensor
from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import SIGNED_FINGERS, fingers, mismatch, whole_tensor
from codesign.training.recipe import LayerRecipe, StrictModel

__all__ = ["Module"]

_LIMIT = SPEC.tensors["weight"].maximum
_CALIBRATED_MEAN, _CALIBRATED_DEVIATION = 0.75, 0.6  # unit currents, as a memory cell's drives


class Options(StrictModel):
    """How a linear layer is trained."""

    noise: float = Field(default=0.0, ge=0, le=0.5, description="relative deviation of each weight, drawn per batch")
    sparsity: float = Field(default=0.0, ge=0, description="loss per unit of mean |weight|")
    current_limit: float = Field(default=12.0, gt=0, description="wanted limit of the currents summed at a node")
    current_weight: float = Field(default=0.0, ge=0, description="loss per mean relative excess over current_limit")
    penalty_from: float = Field(
        default=0.0, ge=0, lt=1, description="what is added to the loss waits for this part of the training to be done"
    )
    calibrate: bool = Field(
        default=False, description="begin with sums of mean 0.75 and deviation 0.6 unit currents, so that none is dead"
    )


class Module(LayerModule):
    """W x + b, rectified if the attribute ``relu`` is 1."""

    Options = Options

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        self.weight = nn.Parameter(torch.randn(self.outputs, inputs) * (1 / inputs) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(self.outputs))

    def forward(
        self, inputs: torch.Tensor, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        del initial  # it has no state
        weight = fingers(self.weight, -_LIMIT, _LIMIT, rounding=self.rounding)
        bias = fingers(self.bias, -_LIMIT, _LIMIT, rounding=self.rounding)
        deviation = self.options.noise if self.training else self.mismatch
        weight, bias = mismatch(weight, deviation), mismatch(bias, deviation)
        # One step of the bias is 1 / scale steps of weight x input.
        outputs = inputs @ weight.T + bias * float(1 / scale)
        if self.attributes.get("relu", 0):
            outputs = torch.relu(outputs)
        return Activity(
            outputs=outputs, scale=SIGNED_FINGERS.scale * scale, penalty=self._penalty(inputs, scale, weight, bias)
        )

    def tensors(self) -> dict[str, Tensor]:
        return {
            "weight": whole_tensor(fingers(self.weight, -_LIMIT, _LIMIT), SIGNED_FINGERS),
            "bias": whole_tensor(fingers(self.bias, -_LIMIT, _LIMIT), SIGNED_FINGERS),
        }

    def _penalty(
        self, inputs: torch.Tensor, scale: Fraction, weight: torch.Tensor, bias: torch.Tensor
    ) -> torch.Tensor | None:
        """Mean |weight|, and a hinge for nodes at which more than ``current_limit`` is summed."""
        options = self.options
        if not self.training or self.progress < options.penalty_from:
            return None
        penalty: torch.Tensor = options.sparsity * self.weight.abs().mean()
        if options.current_weight > 0:
            currents = (inputs @ weight.abs().T * float(scale) + bias.abs()) * float(SIGNED_FINGERS.scale)
            penalty = penalty + options.current_weight * torch.relu(currents / options.current_limit - 1).mean()
        return penalty

    @torch.no_grad()
    def calibrate(self, inputs: torch.Tensor, scale: Fraction) -> None:
        if not self.options.calibrate or inputs.numel() == 0:
            return
        sums = (inputs @ self.weight.T * float(scale)).reshape(-1, self.outputs)
        factor = _CALIBRATED_DEVIATION / sums.std(dim=0, correction=0).clamp_min(1e-3)
        self.weight.mul_(factor[:, None])
        self.bias.copy_(_CALIBRATED_MEAN - sums.mean(dim=0) * factor)
        self.project()

    @torch.no_grad()
    def project(self) -> None:
        largest = float(_LIMIT * SIGNED_FINGERS.scale)
        self.weight.clamp_(-largest, largest)
        self.bias.clamp_(-largest, largest)
