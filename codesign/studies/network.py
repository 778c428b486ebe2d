"""The networks of a study: one structure for all cells, as wide as the wanted number of parameters makes it."""

from collections.abc import Iterable
from typing import Any

import torch

from codesign import nn
from codesign.errors import InputError
from codesign.nn.cells import of_kind
from codesign.studies.recipe import Study, Training, Variant

__all__ = ["StudyNetwork", "build", "device", "learned", "width"]

_WIDEST = 4096


class StudyNetwork(torch.nn.Module):
    """A body of layers, and the linear layer that the scores are read from."""

    def __init__(self, body: nn.Stack, readout: nn.Linear) -> None:
        super().__init__()
        self.body, self.readout = body, readout

    def forward(
        self, input: torch.Tensor, hx: tuple[nn.State, ...] | None = None
    ) -> tuple[torch.Tensor, tuple[nn.State, ...]]:
        """(samples, steps, inputs) to (samples, steps, outputs), and the states after the last step."""
        signal, state = self.body(input, hx)
        return self.readout(signal), state

    def scores(self, input: torch.Tensor, decision: str) -> torch.Tensor:
        """(samples, classes): the outputs after the last step, or their sum over all steps; see
        :data:`codesign.decisions.DECISIONS`."""
        signal, _ = self.body(input)
        found: torch.Tensor = self.readout(signal[:, -1] if decision == "last_readout" else signal)
        return found if decision == "last_readout" else found.sum(dim=1)

    def layers(self) -> list[torch.nn.Module]:
        """In their order, for :func:`codesign.nn.to_network`."""
        return [self.body, self.readout]

    @torch.no_grad()
    def calibrate(self, input: torch.Tensor) -> None:
        """Fit the initial parameters to examples of the input."""
        self.readout.calibrate(self.body.calibrate(input))

    def set_mismatch(self, deviation: float) -> None:
        """Let every parameter deviate, relatively, by normal noise drawn for each call that is not training."""
        self.body.set_mismatch(deviation)
        self.readout.set_mismatch(deviation)

    def set_progress(self, part: float) -> None:
        """Tell all layers how much of the training is done, 0 to 1."""
        self.body.set_progress(part)
        self.readout.set_progress(part)

    def project(self) -> None:
        """Bring all parameters back into their ranges."""
        self.body.project()
        self.readout.project()


def device(training: Training) -> torch.device:
    """Where the network of a study is trained; raises InputError where there is no such device."""
    if training.device == "cuda" and not torch.cuda.is_available():
        raise InputError("training.device is 'cuda', but PyTorch finds no CUDA device here; set it to 'cpu'")
    return torch.device(training.device)


def learned(parameters: Iterable[torch.nn.Parameter]) -> int:
    """How many numbers are learned."""
    return sum(parameter.numel() for parameter in parameters if parameter.requires_grad)


def build(study: Study, variant: Variant, *, inputs: int, outputs: int, units: int) -> StudyNetwork:
    """The network of ``variant`` with ``units`` units per cell; its parameters come from torch's generator."""
    quantised = variant.quantised
    # Sums of mean 0.75 and deviation 0.6: what a rectifier lets through.
    linear: dict[str, Any] = {"relu": variant.relu, "calibrate": variant.relu}
    layers: list[torch.nn.Module] = [nn.Linear(inputs, units, quantised=quantised, **linear)]
    for cell in variant.cells(study.structure.blocks):
        recurrent = of_kind(cell)(units, units, batch_first=True, quantised=quantised, **variant.options)
        layers.append(nn.Block(recurrent, **linear))
    return StudyNetwork(nn.Stack(*layers), nn.Linear(units, outputs, quantised=quantised))


def width(study: Study, variant: Variant, *, inputs: int, outputs: int) -> int:
    """The units per cell with which the network's learned parameters come nearest to what the study wants."""
    # Without memory: nothing is drawn, and large networks take no time.
    with torch.device("meta"):

        def count(units: int) -> int:
            return learned(build(study, variant, inputs=inputs, outputs=outputs, units=units).parameters())

        low, high = 1, 2
        while count(high) < study.parameters:
            low, high = high, 2 * high
            if high > _WIDEST:
                raise InputError(f"study {study.name!r}: {study.parameters} parameters need more than {_WIDEST} units")
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if count(middle) < study.parameters else (low, middle)
        return min((low, high), key=lambda units: abs(count(units) - study.parameters))
