"""The PyTorch layer of BMRUs (arXiv 2601.09495): whole numbers from the first step of training, if so wanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal

import torch
from pydantic import Field, model_validator
from torch import nn

from codesign.cells.bmru.spec import TENSORS
from codesign.cells.bmru.twin import factors
from codesign.network import Quantisation, Tensor
from codesign.recurrence import Surrogate, bistable, project
from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import mismatch, whole_steps, whole_tensor
from codesign.training.recipe import LayerRecipe, StrictModel

__all__ = ["Format", "Module", "Options"]


class Format(StrictModel):
    """How one tensor is quantised: signed whole numbers of 2^-fraction_bits."""

    bits: int = Field(ge=2, le=16, description="bits of the number, its sign included")
    fraction_bits: int = Field(default=5, ge=0, le=12, description="one step is 2^-fraction_bits")

    @property
    def quantisation(self) -> Quantisation:
        return Quantisation(bits=self.bits, scale=Fraction(1, 1 << self.fraction_bits), signed=True)


_FORMATS: Mapping[str, Format] = {
    "weight": Format(bits=8),
    "bias": Format(bits=12),
    "threshold_weight": Format(bits=8),
    "threshold_bias": Format(bits=12),
    "gain": Format(bits=8),
}


class Options(StrictModel):
    """How a BMRU layer is trained."""

    formats: dict[str, Format] = Field(
        default_factory=dict, description="bits and fraction_bits of a tensor, where they are not the usual ones"
    )
    input_threshold: bool = Field(default=True, description="thresholds depend on the input; False: W_beta stays 0")
    eps: float = Field(default=0.0, ge=0, le=1, description="part of the old state that a write keeps, in training")
    eps_part: float = Field(
        default=0.0, ge=0, le=1, description="eps goes down to 0 in this first part of the training; 0: it stays"
    )
    surrogate: Literal["arctangent", "fast_sigmoid", "triangle"] = Field(
        default="arctangent", description="whose derivative stands for that of the steps"
    )
    steepness: float = Field(default=1.0, gt=0, description="slope of the surrogate step, per unit current")
    noise: float = Field(
        default=0.0, ge=0, le=0.5, description="relative deviation of each weight and threshold, drawn per batch"
    )
    state_noise: float = Field(default=0.0, ge=0, le=1, description="deviation of what is read of a state of 1")
    initial_threshold: float = Field(default=0.5, ge=0, description="b_beta at the beginning of training")
    learn_gain: bool = Field(default=True, description="learn the output of the state 1; it is 1 otherwise")

    @model_validator(mode="after")
    def _fit(self) -> "Options":
        for name in self.formats:
            if name not in _FORMATS:
                raise ValueError(f"formats: no tensor {name!r}; the tensors are {', '.join(_FORMATS)}")
        for bias, weight in (("bias", "weight"), ("threshold_bias", "threshold_weight")):
            found, most = self.format(bias).fraction_bits, self.format(weight).fraction_bits
            if found > most:
                raise ValueError(
                    f"formats: {bias} has {found} fraction_bits; it may have at most the {most} of {weight}, "
                    "so that it is a whole number of steps of the sum"
                )
        return self

    def format(self, tensor: str) -> Format:
        """The format of a tensor."""
        return self.formats.get(tensor, _FORMATS[tensor])


@dataclass(frozen=True, eq=False)
class _Sum:
    """W x without its bias, and the bias, in the same unit."""

    products: torch.Tensor | None
    """(samples, steps, outputs); None where W is 0."""
    bias: torch.Tensor


class Module(LayerModule):
    """Written where the candidate reaches the threshold, kept elsewhere; the output is gain x state.

    With ``eps`` above 0 a write adds to that part of the old state (CMRU, arXiv 2605.11855), which lets gradients
    through; evaluation and export are always those of the cell itself.
    """

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("state",)
    _EPS: ClassVar[float] = 0.0
    """Of the cell itself."""

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        options = self.options
        self.weight = nn.Parameter(torch.randn(self.outputs, inputs) * inputs**-0.5)
        self.bias = nn.Parameter(torch.zeros(self.outputs))
        spread = inputs**-0.5 if options.input_threshold else 0.0
        self.threshold_weight = nn.Parameter(
            torch.randn(self.outputs, inputs) * spread, requires_grad=options.input_threshold
        )
        self.threshold_bias = nn.Parameter(torch.full((self.outputs,), options.initial_threshold))
        self.gain = nn.Parameter(torch.ones(self.outputs), requires_grad=options.learn_gain)
        self.surrogate = Surrogate(kind=options.surrogate, steepness=options.steepness)

    @property
    def eps(self) -> float:
        """What a write keeps of the old state, now."""
        if not self.training:
            return self._EPS
        options = self.options
        return float(options.eps * max(0.0, 1 - self.progress / options.eps_part) if options.eps_part else options.eps)

    def forward(
        self, inputs: torch.Tensor, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        candidate_scale, threshold_scale = self._scale("weight") * scale, self._scale("threshold_weight") * scale
        of_candidate, of_threshold = factors(candidate_scale, threshold_scale)
        candidate = self._sum("weight", "bias", inputs, scale, of_candidate)
        threshold = self._sum("threshold_weight", "threshold_bias", inputs, scale, of_threshold)
        assert candidate.products is not None
        gain = self._whole("gain")
        if not self.training:
            gain = mismatch(gain, self.mismatch)
        memory = bistable(
            candidate.products,
            candidate.bias,
            threshold.products,
            threshold.bias,
            torch.ones_like(gain) if self.states_need_gradient else gain,
            self._before(inputs) if initial is None else initial["state"],
            eps=self.eps,
            unit=float(candidate_scale / of_candidate),
            surrogate=self.surrogate,
        )
        outputs, states = memory.outputs, memory.states
        if self.states_need_gradient:
            outputs, states = outputs * gain, outputs
        if self.training and self.options.state_noise > 0:
            outputs = outputs + self.options.state_noise * gain.detach() * torch.randn_like(outputs)
        return Activity(
            outputs=outputs,
            scale=self._scale("gain"),
            states={"state": states},
            final={"state": memory.final},
        )

    def tensors(self) -> dict[str, Tensor]:
        return {
            name: whole_tensor(self._whole(name, rounding=True), self.options.format(name).quantisation)
            for name in TENSORS
        }

    @torch.no_grad()
    def calibrate(self, inputs: torch.Tensor, scale: Fraction) -> None:
        """Candidates and thresholds of mean 0 and deviation 1 over all samples and steps, before their biases."""
        if inputs.numel() == 0:
            return
        for weight in (self.weight, self.threshold_weight)[: 2 if self.options.input_threshold else 1]:
            products = (inputs @ weight.T * float(scale)).reshape(-1, self.outputs)
            weight.mul_(1 / products.std(dim=0, correction=0).clamp_min(1e-3)[:, None])
        self.bias.copy_(-(inputs @ self.weight.T * float(scale)).reshape(-1, self.outputs).mean(dim=0))
        self.project()

    @torch.no_grad()
    def project(self) -> None:
        if not self.rounding:
            return
        for name in TENSORS:
            quantisation = self.options.format(name).quantisation
            largest = float(min(quantisation.maximum, TENSORS[name].maximum) * quantisation.scale)
            self.get_parameter(name).clamp_(-largest, largest)

    def _before(self, inputs: torch.Tensor) -> torch.Tensor:
        """(samples, outputs): the states of a reset."""
        return inputs.new_full((inputs.shape[0], self.outputs), float(self.attributes.get("initial_state", 0)))

    def _scale(self, tensor: str) -> Fraction:
        scale: Fraction = self.options.format(tensor).quantisation.scale
        return scale

    def _whole(self, tensor: str, *, rounding: bool | None = None) -> torch.Tensor:
        return whole_steps(
            self.get_parameter(tensor),
            self.options.format(tensor).quantisation,
            limit=TENSORS[tensor].maximum,
            rounding=self.rounding if rounding is None else rounding,
        )

    def _sum(self, weight: str, bias: str, inputs: torch.Tensor, scale: Fraction, factor: int) -> _Sum:
        """In units of ``factor`` parts of a step of weight x input."""
        deviation = self.options.noise if self.training else self.mismatch
        steps = float(self._scale(bias) / (self._scale(weight) * scale)) * factor
        products = None
        if weight == "weight" or self.options.input_threshold:
            products = project(inputs, mismatch(self._whole(weight), deviation) * factor)
        return _Sum(products, mismatch(self._whole(bias), deviation) * steps)
