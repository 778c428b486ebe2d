"""The PyTorch layer of currents: weights and biases are whole fingers from the first step of training."""

from fractions import Fraction

import torch
from pydantic import Field
from torch import nn

from codesign.cells.linear.spec import SPEC
from codesign.network import Tensor
from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import SIGNED_FINGERS, finger_tensor, fingers, mismatch
from codesign.training.recipe import LayerRecipe, StrictModel

__all__ = ["Module"]

_LIMIT = SPEC.tensors["weight"].maximum
_CALIBRATED_MEAN, _CALIBRATED_DEVIATION = 0.75, 0.6  # unit currents, as a memory cell's drives


class Options(StrictModel):
    """How a linear layer is trained."""

    noise: float = Field(default=0.0, ge=0, le=0.5, description="relative deviation of each weight, drawn per batch")
    sparsity: float = Field(default=0.0, ge=0, description="loss per unit of mean |weight|")
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

    def forward(self, inputs: torch.Tensor, scale: Fraction) -> Activity:
        weight = fingers(self.weight, -_LIMIT, _LIMIT, rounding=self.rounding)
        bias = fingers(self.bias, -_LIMIT, _LIMIT, rounding=self.rounding)
        deviation = self.options.noise if self.training else self.mismatch
        weight, bias = mismatch(weight, deviation), mismatch(bias, deviation)
        # One step of the bias is 1 / scale steps of weight x input.
        outputs = inputs @ weight.T + bias * float(1 / scale)
        if self.attributes.get("relu", 0):
            outputs = torch.relu(outputs)
        penalty = self.options.sparsity * self.weight.abs().mean() if self.options.sparsity > 0 else None
        return Activity(outputs=outputs, scale=SIGNED_FINGERS.scale * scale, penalty=penalty)

    def tensors(self) -> dict[str, Tensor]:
        return {
            "weight": finger_tensor(fingers(self.weight, -_LIMIT, _LIMIT), SIGNED_FINGERS),
            "bias": finger_tensor(fingers(self.bias, -_LIMIT, _LIMIT), SIGNED_FINGERS),
        }

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
