"""The PyTorch layer of floating-point spiking recurrent cells (arXiv 2306.03623)."""

import math
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

import torch
from pydantic import Field
from torch import nn

from codesign.cells.src_float.recurrence import CONSTANTS, Before, recurrence
from codesign.training.quantise import mismatch
from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule, SoftwareOptions

__all__ = ["Module", "Options"]


class Options(SoftwareOptions):
    """How a floating-point SRC layer is trained."""

    gradient: Literal["integrator", "full"] = Field(
        default="integrator", description="what carries gradients through time: i only, as published, or all states"
    )
    leak: float = Field(default=0.9, gt=0, lt=1, description="a: what i keeps of itself in a step")
    rho: float = Field(default=3.0, gt=0, description="largest magnitude of the current into the cell")
    feedback: float = Field(default=2.0, description="r: the fast feedback, of h")
    slow_feedback: float = Field(default=-7.0, description="r_s: the slow feedback, of hs")
    z_hyp: float = Field(default=0.9, ge=0, le=1, description="what hs keeps of itself while h is low")
    z_dep: float = Field(default=0.0, ge=0, le=1, description="what hs keeps of itself in a spike")
    initial_bias: float = Field(default=-6.0, le=-4, description="b at the beginning of training")


_LARGEST_BIAS = -4.0


class Module(SoftwareModule):
    """The outputs are ReLU(h_t) with drive W s_t; the equations of i, h and hs stand in ``recurrence``.

    The weights and b are learned, b kept at or below -4 (arXiv 2306.03623); the gradient of ReLU is taken as 1. Weights
    begin uniform within 1 / sqrt(inputs), as in torch.nn.Linear; how the paper draws them was not at hand.

    With deviations (``noise``, ``mismatch``) each unit has its own a, rho, r, r_s, z_hyp and z_dep, too; that of a is
    one of -ln a, the rate of decay, which a circuit would hold.
    """

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("i", "h", "hs")

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        limit = inputs**-0.5
        self.weight = nn.Parameter(torch.empty(self.outputs, inputs).uniform_(-limit, limit))
        self.bias = nn.Parameter(torch.full((self.outputs,), self.options.initial_bias))

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        drive = signal @ self.disturbed("weight").T
        initial = Before(*(before[name] for name in self.STATES))
        states = recurrence(drive, self.constants(), initial, through=self.options.gradient == "full")
        final = before if drive.shape[1] == 0 else {name: getattr(states, name)[:, -1] for name in self.STATES}
        spikes: torch.Tensor = _StraightThrough.apply(states.h)  # type: ignore[no-untyped-call]
        return Run(outputs=spikes, states=states._asdict(), final=dict(final))

    def constants(self) -> torch.Tensor:
        """(7, outputs): the cell's numbers in the order of CONSTANTS, with this call's deviations."""
        options, like = self.options, self.bias.detach()
        rate = mismatch(torch.full_like(like, -math.log(options.leak)), self.deviation)
        rows = {"leak": torch.exp(-rate.clamp_min(0)), "bias": self.disturbed("bias")}
        for name in CONSTANTS:
            if name not in rows:
                rows[name] = mismatch(torch.full_like(like, getattr(options, name)), self.deviation)
        return torch.stack([rows[name] for name in CONSTANTS])

    @torch.no_grad()
    def project(self) -> None:
        self.bias.clamp_(max=_LARGEST_BIAS)


class _StraightThrough(torch.autograd.Function):
    """ReLU with the gradient of h itself."""

    @staticmethod
    def forward(ctx: Any, h: torch.Tensor) -> torch.Tensor:
        return torch.relu(h)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> torch.Tensor:
        return gradients[0]
