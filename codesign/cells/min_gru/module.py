"""The PyTorch layer of minGRUs (arXiv 2410.01201): a linear recurrence with a gate that only sees the input."""

from collections.abc import Mapping
from typing import ClassVar, Literal

import torch
from pydantic import Field
from torch import nn

from codesign.recurrence import linear_recurrence
from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule, SoftwareOptions, wide

__all__ = ["Module", "Options"]


class Options(SoftwareOptions):
    """How a minGRU layer is trained."""

    candidate: Literal["positive", "linear"] = Field(
        default="positive",
        description="g(W x + b) > 0, as in the paper's program, which computes in logarithms, or W x + b as it is",
    )


class Module(SoftwareModule):
    """h_t = (1 - z_t) h_{t-1} + z_t k_t, with z_t = sigmoid(W_z x_t + b_z) and the candidate k_t.

    k_t = g(W x_t + b), where g(v) = v + 1/2 for v >= 0 and sigmoid(v) below (arXiv 2410.01201, appendix B: the form of
    its program), or with ``candidate: linear`` W x_t + b (its section 3.1). The recurrence is computed as it
    stands, not in logarithms: without a scan of products nothing can overflow, so h_0 may be any number; it is 0.

    Weights and biases begin uniform within 1 / sqrt(inputs), as in torch.nn.Linear, which the paper uses.
    """

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        limit = inputs**-0.5
        self.weight = nn.Parameter(torch.empty(self.outputs, inputs).uniform_(-limit, limit))
        self.bias = nn.Parameter(torch.empty(self.outputs).uniform_(-limit, limit))
        self.gate_weight = nn.Parameter(torch.empty(self.outputs, inputs).uniform_(-limit, limit))
        self.gate_bias = nn.Parameter(torch.empty(self.outputs).uniform_(-limit, limit))

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        weight, bias = self.disturbed("gate_weight", "weight"), self.disturbed("gate_bias", "bias")
        gate, candidate = wide(nn.functional.linear(signal, weight, bias)).chunk(2, dim=-1)
        gate = torch.sigmoid(gate)
        if self.options.candidate == "positive":
            candidate = torch.where(candidate >= 0, candidate + 0.5, torch.sigmoid(candidate))
        states = linear_recurrence(1 - gate, gate * candidate, before["state"])
        final = states[:, -1] if states.shape[1] else before["state"]
        return Run(outputs=states, states={"state": states}, final={"state": final})
