"""A recipe's network as one PyTorch module, and its way to a :class:`~codesign.network.Network`."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import torch
from torch import nn

from codesign import cells, coding
from codesign.errors import InputError
from codesign.network import Network
from codesign.training.events import Events
from codesign.training.layer import Activity, LayerModule
from codesign.training.recipe import Recipe
from codesign.training.scores import scores

__all__ = ["Model", "Run"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Run:
    """Activities by layer, and scores (samples, classes): whole numbers in units of ``scale``."""

    layers: Mapping[str, Activity]
    scores: torch.Tensor
    scale: Fraction


class Model(nn.Module):
    """The chain of layers. Its state dict has the keys ``<layer>.<tensor>``."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        inputs = recipe.inputs
        self.chain: list[LayerModule] = []
        for layer in recipe.layers:
            module: LayerModule = cells.part(layer.kind, "module").Module(layer, inputs)
            try:
                self.add_module(layer.name, module)
            except KeyError:
                raise InputError(f"layer name {layer.name!r} is taken by PyTorch; choose another one") from None
            self.chain.append(module)
            inputs = layer.outputs
        # Building the network checks the chain, before anything is trained.
        network = self.network()
        self.coding, self.decision = network.coding, network.decision
        self.input_scale = coding.scale(network.coding.kind, network.coding.parameters)

    def forward(self, inputs: torch.Tensor | Events) -> Run:
        """(samples, steps, inputs) whole numbers, as the coding makes them, to scores."""
        scale = self.input_scale
        signal = inputs if isinstance(inputs, Events) else inputs.to(next(self.parameters()).dtype)
        activities: dict[str, Activity] = {}
        for module in self.chain:
            activity = _activity(module, signal, scale, activities)
            signal, scale = activity.outputs, activity.scale
        found = scores(self.decision, activity.outputs, len(self.recipe.classes))
        return Run(layers=activities, scores=found, scale=scale)

    @torch.no_grad()
    def calibrate(self, inputs: torch.Tensor) -> None:
        """Fit each layer's initial parameters to what it gets from the layer before it."""
        signal, scale = inputs.to(next(self.parameters()).dtype), self.input_scale
        activities: dict[str, Activity] = {}
        for module in self.chain:
            module.calibrate(signal, scale)
            activity = _activity(module, signal, scale, activities)
            signal, scale = activity.outputs, activity.scale

    def project(self) -> None:
        """Bring all parameters back to what can be represented."""
        for module in self.chain:
            module.project()

    def set_progress(self, part: float) -> None:
        """Tell all layers how much of the training is done, 0 to 1."""
        for module in self.chain:
            module.progress = part

    def set_rounding(self, rounding: bool) -> None:
        """Compute with whole numbers (the network that is exported) or with the parameters as they are."""
        for module in self.chain:
            module.rounding = rounding

    def set_mismatch(self, deviation: float) -> None:
        """Let every parameter deviate, relatively, by normal noise drawn for each call that is not training."""
        for module in self.chain:
            module.mismatch = deviation

    def network(self, training: Mapping[str, Any] | None = None) -> Network:
        """The quantised network; ``training`` is its record."""
        recipe = self.recipe
        return Network(
            name=recipe.name,
            task=recipe.task,
            classes=recipe.classes,
            coding=recipe.coding.choice(),
            layers=tuple(module.layer() for module in self.chain),
            decision=recipe.decision.choice(),
            training=dict(training or {}),
        )


def _activity(
    module: LayerModule, signal: torch.Tensor | Events, scale: Fraction, activities: dict[str, Activity]
) -> Activity:
    """What one layer does, with the outputs of the layer that it skips from; kept in ``activities``."""
    activity: Activity = module(signal, scale)
    if module.skip:
        activity = activity.plus(activities[module.skip])
    activities[module.name] = activity
    return activity
