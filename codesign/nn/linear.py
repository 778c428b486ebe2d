"""The linear layer between recurrent ones, trained as it is exported."""

from fractions import Fraction
from typing import Any

import torch

from codesign import cells
from codesign.errors import InputError
from codesign.training.layer import LayerModule
from codesign.training.quantise import mismatch
from codesign.training.recipe import LayerRecipe, checked

__all__ = ["Linear"]


class Linear(torch.nn.Module):
    """W x + b, rectified with ``relu``; the last dimension is ``in_features`` and becomes ``out_features``.

    With ``quantised`` weights and biases are whole fingers (m / 8, at most 4) in the forward pass, as a current-mode
    circuit has them; without it nothing is limited. ``options`` are those of the cell ``linear``. Raises InputError for
    what it does not know.
    """

    kind = "linear"

    def __init__(
        self,
        in_features: int,
        out_features: int,
        *,
        relu: bool = False,
        quantised: bool = False,
        device: torch.device | str | None = None,
        dtype: torch.dtype | None = None,
        **options: Any,
    ) -> None:
        super().__init__()
        value = {"name": "linear", "kind": "linear", "outputs": out_features, "attributes": {"relu": int(relu)},
                 "options": options}  # fmt: skip
        recipe = checked(LayerRecipe, value, "Linear")
        module: type[LayerModule] = cells.part("linear", "module").Module
        self.in_features, self.out_features, self.relu, self.quantised = in_features, out_features, relu, quantised
        self.layer = module(recipe, in_features)
        self.layer.rounding = quantised
        self.penalty: torch.Tensor | None = None
        """What the layer adds to the loss for its last call (sparsity, ...); None: nothing. Only if quantised."""
        self.to(device=device, dtype=dtype)

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """(..., in_features) to (..., out_features)."""
        if input.dim() < 1 or input.shape[-1] != self.in_features:
            raise InputError(f"Linear: the input must be (..., {self.in_features}), not {tuple(input.shape)}")
        if not self.quantised:
            deviation = self.layer.options.noise if self.training else self.layer.mismatch
            weight, bias = (mismatch(self.layer.get_parameter(name), deviation) for name in ("weight", "bias"))
            outputs = torch.nn.functional.linear(input, weight, bias)
            return torch.relu(outputs) if self.relu else outputs
        # Whole numbers need all bits of single precision.
        with torch.autocast(input.device.type, enabled=False):
            activity = self.layer(input, Fraction(1))
        self.penalty = activity.penalty
        found: torch.Tensor = activity.outputs * float(activity.scale)
        return found

    @torch.no_grad()
    def calibrate(self, input: torch.Tensor) -> torch.Tensor:
        """Fit the initial parameters to examples of the input, if the option ``calibrate`` says so; returns outputs."""
        self.layer.calibrate(input, Fraction(1))
        found: torch.Tensor = self(input)
        return found

    def set_mismatch(self, deviation: float) -> None:
        """Let every parameter deviate, relatively, by normal noise drawn for each call that is not training."""
        self.layer.mismatch = deviation

    def set_progress(self, part: float) -> None:
        """Tell the layer how much of the training is done, 0 to 1."""
        self.layer.progress = part

    def project(self) -> None:
        """Bring the parameters back to what can be represented; call it after each step of the optimiser."""
        if self.quantised:
            self.layer.project()

    def extra_repr(self) -> str:
        """As in torch.nn.Linear."""
        return f"{self.in_features}, {self.out_features}, relu={self.relu}, quantised={self.quantised}"
