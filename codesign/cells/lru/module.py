"""The PyTorch layer of linear recurrent units (arXiv 2303.06349)."""

import math
from collections.abc import Mapping
from typing import ClassVar

import torch
from pydantic import Field, model_validator
from torch import nn

from codesign.recurrence import linear_recurrence
from codesign.training.quantise import mismatch
from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule, SoftwareOptions, wide

__all__ = ["Module", "Options"]


class Options(SoftwareOptions):
    """How an LRU layer is trained."""

    smallest: float = Field(default=0.9, ge=0, lt=1, description="r_min: |lambda| begins between this ...")
    largest: float = Field(default=0.999, gt=0, lt=1, description="r_max: ... and this")
    largest_phase: float = Field(
        default=2 * math.pi, gt=0, le=2 * math.pi, description="phases of lambda begin between 0 and this"
    )
    direct: bool = Field(default=True, description="add D x to the outputs")

    @model_validator(mode="after")
    def _ring(self) -> "Options":
        if self.smallest >= self.largest:
            raise ValueError(f"smallest ({self.smallest}) must lie below largest ({self.largest})")
        return self


class Module(SoftwareModule):
    """h_t = lambda h_{t-1} + gamma B x_t, complex; the outputs are Re(C h_t) + D x_t. One state for each output.

    lambda = exp(-exp(nu_log) + i exp(theta_log)), so |lambda| < 1 whatever is learned. lambda begins uniform on a ring,
    gamma = sqrt(1 - |lambda|^2), B and C normal with variances 1 / (2 inputs) and 1 / outputs in either part
    (arXiv 2303.06349, sections 3.3 and 3.4, appendix A). D is a matrix here, normal with variance 1 / inputs, since
    inputs and outputs need not be as many; the paper's layers have as many, and D one number for each.

    Deviations (``noise``, ``mismatch``) are those of what a circuit would hold: the rate of decay exp(nu_log), which is
    -ln|lambda| and the inverse of a time constant, the phase exp(theta_log), gamma B, C and D. A rate that deviates
    stays a decay; a factor |lambda| near 1 would not.
    """

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        options, outputs = self.options, self.outputs
        squares = torch.rand(outputs) * (options.largest**2 - options.smallest**2) + options.smallest**2
        # Both kept off 0, whose logarithm could not be learned from.
        squares = squares.clamp_min(1e-8)
        phases = (options.largest_phase * torch.rand(outputs)).clamp_min(1e-4)
        self.nu_log = nn.Parameter(torch.log(-0.5 * torch.log(squares)))
        self.theta_log = nn.Parameter(torch.log(phases))
        self.gamma_log = nn.Parameter(0.5 * torch.log1p(-squares))
        self.input_real = nn.Parameter(torch.randn(outputs, inputs) * (2 * inputs) ** -0.5)
        self.input_imaginary = nn.Parameter(torch.randn(outputs, inputs) * (2 * inputs) ** -0.5)
        self.output_real = nn.Parameter(torch.randn(outputs, outputs) * outputs**-0.5)
        self.output_imaginary = nn.Parameter(torch.randn(outputs, outputs) * outputs**-0.5)
        self.direct = nn.Parameter(torch.randn(outputs, inputs) * inputs**-0.5) if options.direct else None

    def reset(self, signal: torch.Tensor) -> dict[str, torch.Tensor]:
        """The complex states (samples, outputs) of a reset: 0."""
        dtype = torch.complex128 if signal.dtype == torch.float64 else torch.complex64
        return {"state": signal.new_zeros(signal.shape[0], self.outputs, dtype=dtype)}

    def eigenvalues(self) -> torch.Tensor:
        """(outputs,), complex: lambda, with this call's deviations."""
        rate = mismatch(torch.exp(self.nu_log), self.deviation)
        phase = mismatch(torch.exp(self.theta_log), self.deviation)
        # A rate of 0 or below (a deviation of more than 100 %) would not decay.
        return torch.polar(wide(torch.exp(-rate.clamp_min(0))), wide(phase))

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        gamma = torch.exp(self.gamma_log)[:, None]
        # Real and imaginary parts in turn: a product of real numbers is then a complex array as it lies in memory.
        inward = torch.stack((gamma * self.input_real, gamma * self.input_imaginary), dim=1)
        driven = nn.functional.linear(signal, mismatch(inward, self.deviation).flatten(0, 1))
        driven = torch.view_as_complex(wide(driven).view(*driven.shape[:-1], self.outputs, 2))
        states = linear_recurrence(self.eigenvalues(), driven, before["state"])
        # Re(C h) = Re C Re h - Im C Im h
        outward = torch.stack((self.output_real, -self.output_imaginary), dim=2)
        parts = torch.view_as_real(states).flatten(-2)
        outputs = wide(nn.functional.linear(parts, wide(mismatch(outward, self.deviation)).flatten(1)))
        if self.direct is not None:
            outputs = outputs + nn.functional.linear(signal, self.disturbed("direct"))
        final = states[:, -1] if states.shape[1] else before["state"]
        return Run(outputs=outputs, states={"state": states}, final={"state": final})
