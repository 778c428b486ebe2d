"""The PyTorch layer of alphaCMRUs: the cumulative cell with a step that depends on the input (arXiv 2605.11855)."""

from collections.abc import Mapping
from typing import ClassVar, Literal

import torch
from pydantic import Field
from torch import nn

from codesign.recurrence import Surrogate, accumulate, project
from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule, SoftwareOptions, wide

__all__ = ["Module", "Options"]


class Options(SoftwareOptions):
    """How an alphaCMRU layer is trained."""

    surrogate: Literal["arctangent", "fast_sigmoid", "triangle"] = Field(
        default="arctangent", description="whose derivative stands for that of the steps"
    )
    steepness: float = Field(default=1.0, gt=0, description="slope of the surrogate step")
    initial_threshold: float = Field(default=0.5, ge=0, description="b_beta at the beginning of training")
    initial_step: float = Field(default=1.0, description="b_alpha at the beginning of training")


class Module(SoftwareModule):
    """h_t = h_{t-1} + z_t alpha_t sign(c_t), with c_t = W_c x_t + b_c and alpha_t = W_alpha x_t + b_alpha.

    z_t = [|c_t| >= |W_beta x_t + b_beta|] is the write gate of the CMRU (arXiv 2605.11855). The paper relaxes the
    CMRU's quantised step to this cell; its exact equation was not at hand, so this one is a reading of its text.

    The initial values are those of the ``cmru`` layer (weights of c and beta normal with variance 1 / inputs,
    b_beta = 0.5); W_alpha begins as 0 and b_alpha as 1, so that the layer begins as a CMRU.
    """

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        options = self.options
        self.weight = nn.Parameter(torch.randn(self.outputs, inputs) * inputs**-0.5)
        self.bias = nn.Parameter(torch.zeros(self.outputs))
        self.threshold_weight = nn.Parameter(torch.randn(self.outputs, inputs) * inputs**-0.5)
        self.threshold_bias = nn.Parameter(torch.full((self.outputs,), options.initial_threshold))
        self.step_weight = nn.Parameter(torch.zeros(self.outputs, inputs))
        self.step_bias = nn.Parameter(torch.full((self.outputs,), options.initial_step))
        self.surrogate = Surrogate(kind=options.surrogate, steepness=options.steepness)

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        products = wide(project(signal, self.disturbed("weight", "threshold_weight", "step_weight")))
        candidate, threshold, step = products.chunk(3, dim=-1)
        memory = accumulate(
            candidate,
            self.disturbed("bias"),
            threshold,
            self.disturbed("threshold_bias"),
            step,
            self.disturbed("step_bias"),
            before["state"],
            surrogate=self.surrogate,
        )
        return Run(outputs=memory.outputs, states={"state": memory.outputs}, final={"state": memory.final})
