"""The PyTorch layer of FQ-BMRUs (arXiv 2605.15216): everything is whole fingers from the first step of training."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

import torch
from pydantic import Field
from torch import nn

from codesign.cells.fq_bmru.spec import SPEC
from codesign.network import Tensor
from codesign.recurrence import Memory, Surrogate, gated_hold, hysteresis, project
from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import (
    SIGNED_FINGERS,
    UNSIGNED_FINGERS,
    fingers,
    mismatch,
    step,
    whole_tensor,
)
from codesign.training.recipe import LayerRecipe, StrictModel

__all__ = ["Module"]

_LIMIT = SPEC.tensors["weight"].maximum
_UNIT = float(SIGNED_FINGERS.scale)


class Options(StrictModel):
    """How an FQ-BMRU layer is trained."""

    noise: float = Field(
        default=0.0, ge=0, le=0.5, description="relative deviation of each weight and threshold, drawn per batch"
    )
    sparsity: float = Field(default=0.0, ge=0, description="loss per unit of mean |weight|")
    margin_current: float = Field(
        default=0.05, ge=0, description="a drive this near its threshold (unit currents) is in the margin"
    )
    margin_part: float = Field(
        default=0.03, ge=0, le=1, description="so is one nearer than this part of the currents summed at the node"
    )
    margin_reach: float = Field(default=2.0, ge=1, description="the margin term acts up to this many margins away")
    margin_weight: float = Field(default=0.0, ge=0, description="loss for a drive right at its threshold")
    current_limit: float = Field(default=12.0, gt=0, description="wanted limit of the currents summed at a node")
    current_weight: float = Field(default=0.0, ge=0, description="loss per mean relative excess over current_limit")
    penalty_from: float = Field(
        default=0.0, ge=0, lt=1, description="what is added to the loss waits for this part of the training to be done"
    )
    learn_gain: bool = Field(default=False, description="learn the output current; it is one unit current otherwise")
    noise_current: float = Field(default=0.0, ge=0, description="deviation of each drive, in unit currents")
    soft_part: float = Field(
        default=0.0, ge=0, le=0.9, description="steps go from arctangents to real ones in this first part of training"
    )
    state_noise: float = Field(default=0.0, ge=0, le=1, description="deviation of what is read of a state of 1")
    fused: bool = Field(
        default=True, description="one operator for gates and states; False: one by one, whose sums round otherwise"
    )
    steepness: float = Field(default=2.0, gt=0, description="slope of the surrogate step, per unit current")


@dataclass(frozen=True, eq=False)
class _Fingers:
    weight: torch.Tensor
    bias: torch.Tensor
    threshold: torch.Tensor
    width: torch.Tensor
    gain: torch.Tensor


class Module(LayerModule):
    """Set at or above threshold + width, reset at or below threshold, hold in between."""

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        self.weight = nn.Parameter(torch.randn(self.outputs, inputs) * (2 / inputs) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(self.outputs))
        self.threshold = nn.Parameter(torch.full((self.outputs,), 0.5))
        self.width = nn.Parameter(torch.full((self.outputs,), 0.5))
        self.gain = nn.Parameter(torch.ones(self.outputs), requires_grad=self.options.learn_gain)

    def forward(
        self, inputs: torch.Tensor, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        drive_scale = SIGNED_FINGERS.scale * scale
        per_finger = float(1 / scale)  # steps of weight x input in one finger of bias or threshold
        whole = self._fingers(rounding=self.rounding)
        noise = self.options.noise if self.training else self.mismatch
        weight = mismatch(whole.weight, noise)
        softness = self._softness()
        fused = self.options.fused and softness == 0
        bias = mismatch(whole.bias, noise) * per_finger
        drive = project(inputs, weight) if fused else inputs @ weight.T + bias  # the operator adds the bias itself
        lower = mismatch(whole.threshold, noise) * per_finger
        width = mismatch(whole.width, noise) * per_finger
        upper = lower + width
        unit = float(drive_scale)
        if self.training and self.options.noise_current > 0:
            drive = drive + torch.randn_like(drive) * (self.options.noise_current / unit)
        gain = whole.gain if self.training else mismatch(whole.gain, noise)
        before = inputs.new_zeros(inputs.shape[0], self.outputs) if initial is None else initial["state"]
        if fused:
            surrogate = Surrogate(steepness=self.options.steepness)
            of_one = torch.ones_like(gain) if self.states_need_gradient else gain
            memory = hysteresis(drive, bias, lower, width, of_one, before, unit=unit, surrogate=surrogate)
            if self.states_need_gradient:
                memory = Memory(outputs=memory.outputs * gain, states=memory.outputs, final=memory.final)
        else:
            memory = self._one_by_one(drive, lower, upper, gain, before, unit, softness)
        outputs = memory.outputs
        if self.training and self.options.state_noise > 0:
            outputs = outputs + self.options.state_noise * gain.detach() * torch.randn_like(outputs)
        in_margin = penalty = None
        if self.measures_margin or self._penalised():
            previous = torch.cat([before.detach()[:, None], memory.states.detach()], dim=1)[:, :-1]
            # Only one threshold can change the state: the upper one of a unit that is low, the lower one of a high one.
            distance = drive + bias if fused else drive
            distance = (distance - torch.where(previous > 0.5, lower, upper)).abs() * unit
            currents = (inputs @ whole.weight.abs().T + whole.bias.abs() * per_finger) * unit
            margin = (currents.detach() * self.options.margin_part).clamp_min(self.options.margin_current)
            in_margin = distance < margin
            penalty = self._penalty(distance, margin, currents) if self._penalised() else None
        return Activity(
            outputs=outputs,
            scale=UNSIGNED_FINGERS.scale,
            states={"state": memory.states},
            penalty=penalty,
            in_margin=in_margin,
            final={"state": memory.final},
        )

    def _one_by_one(
        self,
        drive: torch.Tensor,
        lower: torch.Tensor,
        upper: torch.Tensor,
        gain: torch.Tensor,
        before: torch.Tensor,
        unit: float,
        softness: float,
    ) -> Memory:
        """One operator after the other: steps, which may be soft, then the recurrence."""
        # Distances are whole numbers of steps, so multiplying by a positive number keeps sign and zero exact.
        above = step((drive - upper) * unit, self.options.steepness, at_zero=True, softness=softness)
        kept = step((drive - lower) * unit, self.options.steepness, at_zero=False, softness=softness)
        states = gated_hold(above, kept, before)
        return Memory(outputs=states * gain, states=states, final=states[:, -1] if states.shape[1] else before)

    def _softness(self) -> float:
        """The part of the steps that is arctangent now; the rest is step."""
        if not self.training or not self.options.soft_part:
            return 0.0
        return float(max(0.0, 1 - self.progress / self.options.soft_part))

    def tensors(self) -> dict[str, Tensor]:
        whole = self._fingers(rounding=True)
        return {
            "weight": whole_tensor(whole.weight, SIGNED_FINGERS),
            "bias": whole_tensor(whole.bias, SIGNED_FINGERS),
            "threshold": whole_tensor(whole.threshold, UNSIGNED_FINGERS),
            "width": whole_tensor(whole.width, UNSIGNED_FINGERS),
            "gain": whole_tensor(whole.gain, UNSIGNED_FINGERS),
        }

    @torch.no_grad()
    def calibrate(self, inputs: torch.Tensor, scale: Fraction) -> None:
        """Drives around the middle of the hysteresis, 0.75, with a deviation of 0.6 unit currents."""
        if inputs.numel() == 0:
            return
        drive = (inputs @ self.weight.T * float(scale)).reshape(-1, self.outputs)
        factor = 0.6 / drive.std(dim=0, correction=0).clamp_min(1e-3)
        self.weight.mul_(factor[:, None])
        self.bias.copy_(self.threshold + self.width / 2 - drive.mean(dim=0) * factor)
        self.project()

    @torch.no_grad()
    def project(self) -> None:
        largest = _LIMIT * _UNIT
        self.weight.clamp_(-largest, largest)
        for unsigned in (self.threshold, self.width, self.gain):
            unsigned.clamp_(_UNIT, largest)
        self.bias.clamp_(min=-largest)
        self.bias.copy_(torch.minimum(self.bias, self.threshold + self.width - _UNIT).clamp_max(largest))

    def _fingers(self, *, rounding: bool) -> _Fingers:
        threshold = fingers(self.threshold, 1, _LIMIT, rounding=rounding)
        width = fingers(self.width, 1, _LIMIT, rounding=rounding)
        bias = fingers(self.bias, -_LIMIT, _LIMIT, rounding=rounding)
        # A circuit without input must be able to stay low: the bias alone stays one finger below the upper threshold.
        highest = (threshold + width - 1).detach()
        bias = bias - (bias - highest).clamp_min(0).detach()
        return _Fingers(
            weight=fingers(self.weight, -_LIMIT, _LIMIT, rounding=rounding),
            bias=bias,
            threshold=threshold,
            width=width,
            gain=fingers(self.gain, 1, _LIMIT, rounding=rounding),
        )

    def _penalised(self) -> bool:
        options = self.options
        weights = (options.sparsity, options.margin_weight, options.current_weight)
        return self.training and any(weights) and self.progress >= options.penalty_from

    def _penalty(self, distance: torch.Tensor, margin: torch.Tensor, currents: torch.Tensor) -> torch.Tensor:
        """Mean |weight|, a hinge for drives nearer than ``margin_reach`` margins to the threshold that decides, and
        one for nodes at which more than ``current_limit`` is summed."""
        options = self.options
        near = torch.relu(1 - distance / (margin * options.margin_reach).clamp_min(1e-6))
        penalty: torch.Tensor = options.sparsity * self.weight.abs().mean() + options.margin_weight * near.mean()
        if options.current_weight > 0:
            penalty = penalty + options.current_weight * torch.relu(currents / options.current_limit - 1).mean()
        return penalty
