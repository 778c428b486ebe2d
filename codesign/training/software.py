"""What the cells that only exist in software share: their scale, disturbed parameters, noise on what is read."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import torch
from pydantic import Field

from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import mismatch
from codesign.training.recipe import StrictModel

__all__ = ["Run", "SoftwareModule", "SoftwareOptions", "wide"]


class SoftwareOptions(StrictModel):
    """How such a layer is trained."""

    noise: float = Field(default=0.0, ge=0, le=0.5, description="relative deviation of each parameter, drawn per batch")
    state_noise: float = Field(default=0.0, ge=0, le=1, description="deviation of each output, while training")


@dataclass(frozen=True, eq=False, kw_only=True)
class Run:
    """What a cell did with real numbers."""

    outputs: torch.Tensor
    """(samples, steps, outputs)."""
    states: Mapping[str, torch.Tensor]
    """(samples, steps, outputs), by the names of ``STATES``."""
    final: Mapping[str, torch.Tensor]
    """(samples, outputs): the states after the last step, with gradient; those before the first if there is none."""


def wide(tensor: torch.Tensor) -> torch.Tensor:
    """As float32, if it is neither that nor float64: memory over many steps needs more bits than a product."""
    return tensor if tensor.dtype in (torch.float32, torch.float64) else tensor.float()


class SoftwareModule(LayerModule):
    """A layer of real numbers: its signals have the scale 1, whatever the scale of its inputs."""

    Options = SoftwareOptions

    @abstractmethod
    def run(self, signal: torch.Tensor, before: Mapping[str, torch.Tensor]) -> Run:
        """``signal`` (samples, steps, inputs) and the states (samples, outputs) before the first step, to a Run."""

    def reset(self, signal: torch.Tensor) -> dict[str, torch.Tensor]:
        """The states (samples, outputs) of a reset: 0."""
        return {name: signal.new_zeros(signal.shape[0], self.outputs) for name in self.STATES}

    def forward(
        self, inputs: torch.Tensor, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        signal = inputs if scale == 1 else inputs * float(scale)
        done = self.run(signal, self.reset(signal) if initial is None else initial)
        outputs = done.outputs.to(signal.dtype)
        if self.training and self.options.state_noise > 0:
            outputs = outputs + self.options.state_noise * torch.randn_like(outputs)
        return Activity(outputs=outputs, scale=Fraction(1), states=done.states, final=done.final)

    @property
    def deviation(self) -> float:
        """Relative deviation of each parameter in this call: ``noise`` while training, else ``mismatch``."""
        return float(self.options.noise if self.training else self.mismatch)

    def disturbed(self, *names: str) -> torch.Tensor:
        """The named parameters, one below the other, each entry with a deviation of its own."""
        drawn = [mismatch(self.get_parameter(name), self.deviation) for name in names]
        return drawn[0] if len(drawn) == 1 else torch.cat(drawn)
