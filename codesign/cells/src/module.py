"""The PyTorch layer of SRC neurons: the integer cell itself in the forward pass, a surrogate in the backward pass.

Rounding a network that was trained in floating point fails here, since the hardware's outer tanh is a sign.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, ClassVar

import torch
from pydantic import Field
from torch import nn

from codesign import cells
from codesign.cells.src.kernel import EventCell, event_spikes
from codesign.network import Quantisation, Tensor
from codesign.training.events import Events
from codesign.training.layer import Activity, LayerModule
from codesign.training.quantise import rounded, whole_tensor
from codesign.training.recipe import LayerRecipe, StrictModel

__all__ = ["LEAK", "Module", "Options", "Update"]

LEAK = 1 - 1 / 16 - 1 / 32
"""Of i, from one frame to the next, but for rounding."""

_LARGEST = 1 << 20
"""Far above every i that weights of 9 bits can give in a frame; the integrator is not clipped."""

Update = Callable[[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor], tuple[torch.Tensor, ...]]
"""(i, h, hs, weighted sums) -> (i, h, hs) after the frame, whole numbers."""


class Options(StrictModel):
    """How an SRC layer is trained."""

    weight_bits: int = Field(
        default=5, ge=2, le=9, description="bits of a signed weight, -m to m; 2 are ternary weights: -1, 0, 1"
    )
    weight_range: float = Field(
        default=0.0, ge=0, description="m stands for so many rms of a unit's weights; 0: for the largest of them"
    )
    surrogate_width: float = Field(default=0.2, gt=0, description="width of the surrogate, in rms of a neuron's i")
    sensitive: bool = Field(
        default=False, description="weigh the surrogate of a frame by how far the drive can move h in it"
    )
    sparsity: float = Field(default=0.0, ge=0, description="loss per unit of mean |weight| / largest weight of a unit")


class Module(LayerModule):
    """Integer SRC neurons; each scales its weights by itself, which costs nothing: the cell uses only i's sign."""

    Options = Options
    STATES: ClassVar[tuple[str, ...]] = ("i", "h", "hs")

    def __init__(self, recipe: LayerRecipe, inputs: int) -> None:
        super().__init__(recipe, inputs)
        self.weight = nn.Parameter(torch.randn(self.outputs, inputs) * (1 / inputs) ** 0.5)
        attributes = cells.spec(self.kind).attributes
        self.constants = {name: self.attributes.get(name, spec.default or 0) for name, spec in attributes.items()}

    def event_cell(self) -> EventCell:
        """The cell, for the kernel."""
        options = self.options
        return EventCell(
            constants=self.constants, width=options.surrogate_width, leak=LEAK, sensitive=options.sensitive
        )

    def update(
        self, i: torch.Tensor, h: torch.Tensor, hs: torch.Tensor, sums: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """The cell, for all neurons at once; see the twin for the equations."""
        i = i - ((i >> 4) + (i >> 5)) + sums
        z = torch.where(h < 500, self.constants["z_max"], self.constants["z_min"]).to(torch.int32)
        v = torch.where(i > 0, 1023, -1024).to(torch.int32) + 2 * (h - 4 * hs - 3000)
        hs = ((((hs - h) * z) >> 10) + h).clamp(-800, 1023)  # uses the h of before this frame
        return i, ((3 * v) >> 2).clamp(-1024, 1023), hs

    def forward(
        self, inputs: torch.Tensor | Events, scale: Fraction, initial: Mapping[str, torch.Tensor] | None = None
    ) -> Activity:
        del scale  # spikes have none
        states: dict[str, torch.Tensor] = {}
        final: Mapping[str, torch.Tensor] = {}
        if isinstance(inputs, Events):
            spikes = event_spikes(self._whole_weight(), inputs, self.event_cell())
        else:
            current = inputs @ self._whole_weight().T
            before = None if initial is None else torch.stack([initial[name] for name in self.STATES])
            spikes, *after = _IntegerCell.apply(current, before, self.update, self.event_cell())  # type: ignore[no-untyped-call]
            states = dict(zip(self.STATES, after, strict=True))
            if current.shape[1]:
                final = {name: state[:, -1] for name, state in states.items()}
            else:
                final = self.reset(current) if initial is None else initial
        penalty = None
        if self.training and self.options.sparsity > 0:
            penalty = self.options.sparsity * (self.weight.abs() / self._largest().detach()).mean()
        return Activity(outputs=spikes, scale=Fraction(1), states=states, penalty=penalty, final=final)

    def reset(self, inputs: torch.Tensor) -> dict[str, torch.Tensor]:
        """The states (samples, outputs) of a reset, by name, for ``inputs`` (samples, ...)."""
        starts = {"i": 0, "h": self.constants["initial_h"], "hs": self.constants["initial_hs"]}
        return {name: inputs.new_full((inputs.shape[0], self.outputs), float(start)) for name, start in starts.items()}

    def tensors(self) -> dict[str, Tensor]:
        quantisation = Quantisation(bits=self.options.weight_bits, scale=Fraction(1), signed=True)
        return {"weight": whole_tensor(self._whole_weight(), quantisation)}

    def _largest(self) -> torch.Tensor:
        """(outputs, 1): the largest |weight| of each unit; never 0."""
        return self.weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-12)

    def _range(self) -> torch.Tensor:
        """(outputs, 1): what the largest whole weight of each unit stands for; never 0."""
        if self.options.weight_range == 0:
            return self._largest()
        rms = self.weight.square().mean(dim=1, keepdim=True).sqrt()
        largest: torch.Tensor = (self.options.weight_range * rms).clamp_min(1e-12)
        return largest

    def _whole_weight(self) -> torch.Tensor:
        most = (1 << (self.options.weight_bits - 1)) - 1
        return rounded(self.weight * (most / self._range().detach()), -most, most)


class _IntegerCell(torch.autograd.Function):
    """The recurrence of one layer over all frames; see the twin for the equations.

    Backward: d spike / d i = 1 / (1 + x^2) with x = (i - centre) / (width x rms of that neuron's i), summed back
    through the leak of i only; h and hs are taken as given (arXiv 2306.03623). In a ``sensitive`` cell it is weighed by
    how far apart h may come in that frame, from there, with the largest and the smallest i.

    Frame 0 is the reset, unless the states before it are given, (3, samples, outputs); through those flows no gradient.
    """

    @staticmethod
    def forward(
        ctx: Any, current: torch.Tensor, before: torch.Tensor | None, update: Update, cell: EventCell
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        whole = current.to(torch.int32)  # shifts floor only on integers
        samples, frames, outputs = whole.shape
        spikes, all_i, all_h, all_hs = (whole.new_zeros(samples, frames, outputs) for _ in range(4))
        if before is None:
            i = whole.new_zeros(samples, outputs)
            h = torch.full_like(i, cell.constants["initial_h"])
            hs = torch.full_like(i, cell.constants["initial_hs"])
        else:
            i, h, hs = before.to(torch.int32)
        first = 1 if before is None else 0
        sensitivity = torch.zeros(whole.shape if cell.sensitive else (0,), dtype=current.dtype)
        least, most = torch.full_like(i, -_LARGEST), torch.full_like(i, _LARGEST)
        for frame in range(frames):
            if frame >= first:
                if cell.sensitive:
                    low, high = (update(torch.zeros_like(i), h, hs, drive)[1] for drive in (least, most))
                    sensitivity[:, frame] = (high - low) / 2048
                i, h, hs = update(i, h, hs, whole[:, frame])
                spikes[:, frame] = h >= 512
            all_i[:, frame], all_h[:, frame], all_hs[:, frame] = i, h, hs
        ctx.save_for_backward(all_i, sensitivity)
        ctx.cell, ctx.first = cell, first
        states = tuple(array.to(current.dtype) for array in (spikes, all_i, all_h, all_hs))
        ctx.mark_non_differentiable(*states[1:])
        return states  # type: ignore[return-value]

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None, None, None]:
        spikes_gradient = gradients[0]
        all_i, sensitivity = ctx.saved_tensors
        i = all_i.to(spikes_gradient.dtype)
        rms = i.square().mean(dim=(0, 1), keepdim=True).sqrt().clamp_min(1.0)
        local = spikes_gradient / (1 + ((i - ctx.cell.centre) / (ctx.cell.width * rms)).square())
        if ctx.cell.sensitive:
            local = local * sensitivity
        gradient = torch.zeros_like(local)
        total = torch.zeros_like(local[:, 0]) if local.shape[1] else local.new_zeros(())
        for frame in range(local.shape[1] - 1, ctx.first - 1, -1):  # the inputs of the reset are not looked at
            total = local[:, frame] + LEAK * total
            gradient[:, frame] = total
        return gradient, None, None, None
