"""The PyTorch layer of bistable recurrent cells (arXiv 2006.05252)."""

from collections.abc import Mapping
from typing import ClassVar

import torch
from torch import nn

from codesign.cells.brc.recurrence import recurrence
from codesign.training.recipe import LayerRecipe
from codesign.training.software import Run, SoftwareModule

__all__ = ["Module"]


class Module(SoftwareModule):
    """h_t = c_t h_{t-1} + (1 - c_t) tanh(U x_t + a_t h_{t-1}).

    a_t = 1 + tanh(U_a x_t + w_a h_{t-1} + b_a) is the feedback: a unit is bistable while it is above 1.
    c_t = sigmoid(U_c x_t + w_c h_{t-1} + b_c) is the update gate. Each unit sees its own state only.

    As in the authors' program (github.com/nvecoven/BRC) the matrices begin uniform within sqrt(6 / (inputs + outputs)),
    w_a and w_c as 1, the biases as 0.
    """

    STATES: ClassVar[tuple[str, ...]] = ("state",)

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        for name in ("feedback_weight", "gate_weight", "weight"):
            weight = torch.empty(self.outputs, inputs)
            self.register_parameter(name, nn.Parameter(nn.init.xavier_uniform_(weight)))
        self.feedback_bias = nn.Parameter(torch.zeros(self.outputs))
        self.gate_bias = nn.Parameter(torch.zeros(self.outputs))
        for name in ("feedback_state_weight", "gate_state_weight"):
            self.register_parameter(name, nn.Parameter(self.initial_state_weight()))

    def initial_state_weight(self) -> torch.Tensor:
        """What w_a and w_c begin as."""
        return torch.ones(self.outputs)

    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        weight = self.disturbed("feedback_weight", "gate_weight", "weight")
        bias = self.disturbed("feedback_bias", "gate_bias")
        drive = nn.functional.linear(signal, weight, nn.functional.pad(bias, (0, self.outputs)))
        state_weight = self.disturbed("feedback_state_weight", "gate_state_weight").view(-1, self.outputs)
        states = recurrence(drive, state_weight, before["state"])
        final = states[:, -1] if states.shape[1] else before["state"]
        return Run(outputs=states, states={"state": states}, final={"state": final})
