"""Blocks with skip connections, and stacks of anything; cells of different kinds may be mixed."""

from collections.abc import Iterator
from typing import Any

import torch

from codesign.errors import InputError
from codesign.nn.linear import Linear
from codesign.nn.recurrent import Recurrent, State

__all__ = ["Block", "Stack", "penalty"]


def penalty(module: torch.nn.Module) -> torch.Tensor | float:
    """What all layers inside ``module`` add to the loss for their last calls: a scalar, 0 where their options ask for
    nothing. Add it to a loss of your own, while training."""
    found = (layer.penalty for layer in module.modules() if isinstance(layer, Recurrent | Linear))
    return sum((part for part in found if part is not None), 0.0)


class Block(torch.nn.Module):
    """x + W cell(x) + b: a recurrent layer, a linear one back to the size of the input, and a skip connection around
    both (arXiv 2605.15216). ``relu`` rectifies the linear layer, as a current-mode circuit must.

    ``options`` are those of :class:`~codesign.nn.Linear`. Calls are those of the cell.
    """

    def __init__(self, cell: Recurrent, *, relu: bool = False, **options: Any) -> None:
        super().__init__()
        self.cell = cell
        self.mix = Linear(cell.hidden_size, cell.input_size, relu=relu, quantised=cell.quantised, **options)

    @property
    def batch_first(self) -> bool:
        """Of the cell."""
        return self.cell.batch_first

    def forward(
        self, input: torch.Tensor, hx: State | None = None, *, lengths: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, State]:
        """Outputs of the form of the input, and the cell's state after the last step."""
        found, state = self.cell(input, hx, lengths=lengths)
        return input + self.mix(found), state

    def calibrate(self, input: torch.Tensor) -> torch.Tensor:
        """Fit the initial parameters to examples of the input; returns the outputs."""
        return input + self.mix.calibrate(self.cell.calibrate(input))


class Stack(torch.nn.Module):
    """Layers one after the other: recurrent ones, blocks, linear ones, and any module without a state.

    A call takes and gives a tuple with the state of each layer that has one. Raises InputError where some layers are
    ``batch_first`` and others are not.
    """

    def __init__(self, *layers: torch.nn.Module) -> None:
        super().__init__()
        self.layers = torch.nn.ModuleList(layers)
        orders = {layer.batch_first for layer in layers if isinstance(layer, Recurrent | Block)}
        if len(orders) > 1:
            raise InputError("some layers of the stack are batch_first and others are not; choose one")

    def forward(
        self, input: torch.Tensor, hx: tuple[State, ...] | None = None, *, lengths: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, tuple[State, ...]]:
        """Outputs of the last layer, and the states after the last step."""
        recurrent = sum(isinstance(layer, Recurrent | Block) for layer in self.layers)
        if hx is not None and len(hx) != recurrent:
            raise InputError(f"the stack has {recurrent} layers with a state, not {len(hx)}")
        before = iter(hx if hx is not None else [None] * recurrent)
        signal, after = input, []
        for layer in self.layers:
            if isinstance(layer, Recurrent | Block):
                signal, state = layer(signal, next(before), lengths=lengths)
                after.append(state)
            else:
                signal = layer(signal)
        return signal, tuple(after)

    @torch.no_grad()
    def calibrate(self, input: torch.Tensor) -> torch.Tensor:
        """Fit the initial parameters of all layers to examples of the input; returns the outputs."""
        signal = input
        for layer in self.layers:
            signal = layer.calibrate(signal) if isinstance(layer, Recurrent | Block | Linear) else layer(signal)
        return signal

    def set_mismatch(self, deviation: float) -> None:
        """Let every parameter deviate, relatively, by normal noise drawn for each call that is not training."""
        for layer in self._ours():
            layer.set_mismatch(deviation)

    def set_progress(self, part: float) -> None:
        """Tell all layers how much of the training is done, 0 to 1."""
        for layer in self._ours():
            layer.set_progress(part)

    def project(self) -> None:
        """Bring the parameters back into their cells' ranges; call it after each step of the optimiser."""
        for layer in self._ours():
            layer.project()

    def _ours(self) -> Iterator[Recurrent | Linear]:
        return (module for module in self.modules() if isinstance(module, Recurrent | Linear))
