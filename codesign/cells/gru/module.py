"""The PyTorch layer of GRUs: torch's own operator, as a layer."""

from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import nn

from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule

__all__ = ["Module"]


class Module(SoftwareModule):
    """What torch.nn.GRU computes, with parameters of the same names, shapes and initial distribution.

    h_t = (1 - z) n + z h_{t-1}, where r and z are sigmoid(W x_t + b + W' h_{t-1} + b') with matrices of their own, and
    n = tanh(W x_t + b + r (W' h_{t-1} + b')) (arXiv 1406.1078, with r outside of the product, as in PyTorch). The
    parameters hold the rows of r, z and n one below the other; all begin uniform within 1 / sqrt(outputs).
    """

    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        limit, rows = self.outputs**-0.5, 3 * self.outputs
        self.weight_ih = nn.Parameter(torch.empty(rows, inputs).uniform_(-limit, limit))
        self.weight_hh = nn.Parameter(torch.empty(rows, self.outputs).uniform_(-limit, limit))
        self.bias_ih = nn.Parameter(torch.empty(rows).uniform_(-limit, limit))
        self.bias_hh = nn.Parameter(torch.empty(rows).uniform_(-limit, limit))

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        if signal.shape[1] == 0:  # which the operator refuses
            states, final = nn.functional.linear(signal, self.weight_ih[: self.outputs]), before["state"]
            return Run(outputs=states, states={"state": states}, final={"state": final})
        parameters = [self.disturbed(name) for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")]
        states, final = torch.gru(
            signal,
            before["state"][None],
            parameters,
            has_biases=True,
            num_layers=1,
            dropout=0.0,
            train=self.training,
            bidirectional=False,
            batch_first=True,
        )
        return Run(outputs=states, states={"state": states}, final={"state": final[0]})
