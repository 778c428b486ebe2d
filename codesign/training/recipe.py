"""The recipe of a model: one YAML file that says all there is to know to train it again.

Options that only one kind of layer understands are declared by that kind (``Options`` in its ``module.py``) and
checked before training starts.
"""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from codesign import cells
from codesign.errors import InputError, nearest
from codesign.network import Choice, Layer, Network, Quantisation, Tensor

__all__ = [
    "ChoiceRecipe",
    "LayerRecipe",
    "Recipe",
    "Settings",
    "StrictModel",
    "checked",
    "read_mapping",
    "read_recipe",
    "recipe_file",
]


class StrictModel(BaseModel):
    """Frozen, no conversion of types, and an unknown key is refused with the nearest known one."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            for key in value:
                if key not in cls.model_fields:
                    raise ValueError(f"unknown key {key!r}; {nearest(str(key), cls.model_fields)}")
        return value


class ChoiceRecipe(StrictModel):
    """The input coding or the decision."""

    kind: str = Field(description="name of the rule")
    parameters: dict[str, int] = Field(default_factory=dict, description="its whole-number parameters")

    def choice(self) -> Choice:
        return Choice(kind=self.kind, parameters=dict(self.parameters))


class LayerRecipe(StrictModel):
    """One layer; its inputs are the outputs of the layer before it."""

    name: str = Field(description="name in the checkpoint, the netlist and the RTL")
    kind: str = Field(description="its cell: a folder of codesign/cells")
    outputs: int = Field(ge=1, le=4096, description="number of units")
    attributes: dict[str, int] = Field(default_factory=dict, description="whole-number attributes of the cell")
    skip: str = Field(default="", description="earlier layer whose outputs are added to this layer's; empty: none")
    options: dict[str, Any] = Field(default_factory=dict, description="how the cell is trained; see its module.py")


class Settings(StrictModel):
    """The training loop: AdamW without weight decay, linear warm-up, cosine decay, cross-entropy of the scores."""

    seed: int = Field(ge=0, le=2**32 - 1, description="of weights, order of the examples, noise and augmentation")
    epochs: int = Field(ge=1, le=10_000, description="passes through the training split")
    batch: int = Field(ge=1, le=4096, description="examples per step of the optimiser")
    learning_rate: float = Field(gt=0, le=1, description="largest learning rate")
    final_rate: float = Field(default=0.02, ge=0, le=1, description="last learning rate, as a part of the largest")
    warmup_steps: int = Field(default=30, ge=0, le=100_000, description="optimiser steps until the largest rate")
    gradient_clip: float = Field(default=1.0, gt=0, description="largest norm of the gradient")
    logit_scale: float = Field(gt=0, description="logits = logit_scale x score (unit currents, or votes)")
    balanced: bool = Field(
        default=False,
        description="every class weighs the same in the loss, and accuracies are recorded as their mean too",
    )
    label_smoothing: float = Field(default=0.0, ge=0, lt=1, description="part of the target spread over all classes")
    gap: float = Field(default=0.0, ge=0, description="wanted lead of the right class's score (unit currents or votes)")
    gap_weight: float = Field(default=0.0, ge=0, description="weight of the mean shortfall from 'gap' in the loss")
    distortion: float = Field(
        default=0.0, ge=0, le=0.5, description="deviation of the six numbers of a random affine map of each image"
    )
    pixel_noise: float = Field(
        default=0.0, ge=0, description="deviation of each lit pixel, and of some dark ones, in steps of a pixel"
    )
    redraw: str | None = Field(
        default=None, description="coding parameter (a generator's seed) drawn anew for each batch while training"
    )
    events: bool = Field(
        default=False, description="compute the first layer spike by spike, in C: far faster for large sets; needs cc"
    )
    float_reference: bool = Field(
        default=False, description="train a second time without rounding, to record what quantisation costs"
    )
    mismatch_draws: int = Field(
        default=0, ge=0, le=1000, description="record the test accuracy with unequal transistors, mean of so many draws"
    )


class Recipe(StrictModel):
    """A model's name, task, structure and training."""

    version: Literal[1] = Field(description="version of this format")
    name: str = Field(description="the model's name")
    task: str = Field(description="data set: a module of codesign/data")
    classes: tuple[str, ...] = Field(strict=False, min_length=1, description="labels in the order of the data set")
    inputs: int = Field(ge=1, le=65536, description="numbers that the coding gives per step")
    coding: ChoiceRecipe = Field(description="from images to what the first layer takes")
    layers: tuple[LayerRecipe, ...] = Field(strict=False, min_length=1, description="first to last")
    decision: ChoiceRecipe = Field(description="from the last layer to a class")
    training: Settings = Field(description="the training loop")

    def resized(self, units: int, *, epochs: int | None = None) -> "Recipe":
        """The same recipe with ``units`` outputs of every layer but the last, named ``NAME-UNITS``; for a study of
        sizes, so without the float reference and the draws of mismatch, and with ``epochs`` passes if given.

        Raises InputError for what no recipe could say.
        """
        value = self.model_dump()
        for layer in value["layers"][:-1]:
            layer["outputs"] = units
        settings = {"float_reference": False, "mismatch_draws": 0, **({} if epochs is None else {"epochs": epochs})}
        value |= {"name": f"{self.name}-{units}", "training": {**value["training"], **settings}}
        recipe = checked(Recipe, value, f"recipe {self.name!r} with {units} units")
        _check_structure(recipe)
        return recipe


Model = TypeVar("Model", bound=BaseModel)


def checked(model: type[Model], value: object, where: str) -> Model:
    """``value`` as a ``model``; raises InputError with the first fault in one sentence."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(part) for part in fault["loc"])
        text = fault["msg"].removeprefix("Value error, ")
        if fault["type"] == "missing":
            place, text = ".".join(str(part) for part in fault["loc"][:-1]), f"key {fault['loc'][-1]!r} is missing"
        elif fault["type"] != "value_error":
            text = f"{text[0].lower()}{text[1:]}, not {fault['input']!r:.60}"
        raise InputError(": ".join(part for part in (where, place, text) if part)) from None


def recipe_file(path: Path) -> Path:
    """The file itself, or the ``recipe.yaml`` of a folder."""
    path = Path(path)
    return path / "recipe.yaml" if path.is_dir() else path


def read_mapping(path: Path) -> dict[str, Any]:
    """The YAML mapping that a recipe file holds, unchecked; raises InputError for anything else."""
    try:
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"no recipe at {str(path)!r}; name a YAML file or a folder that holds recipe.yaml") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        detail = " ".join(str(error).split())
        raise InputError(f"{path}: no readable YAML ({detail})") from None
    if not isinstance(value, dict):
        raise InputError(f"{path}: a recipe is a YAML mapping with {', '.join(Recipe.model_fields)}")
    return value


def read_recipe(path: Path) -> Recipe:
    """Read and check a recipe file or the ``recipe.yaml`` of a model's folder; raises InputError. Needs no torch."""
    path = recipe_file(path)
    value = read_mapping(path)
    recipe = checked(Recipe, value, str(path))
    try:
        _check_structure(recipe)
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    return recipe


def _check_structure(recipe: Recipe) -> None:
    """Let Network judge names, kinds, attributes and signals, with placeholders for what is to be learned."""
    anything = Quantisation(bits=32, scale=Fraction(1), signed=True)
    layers = []
    inputs = recipe.inputs
    for layer in recipe.layers:
        sizes = {"outputs": layer.outputs, "inputs": inputs}
        tensors = {
            name: Tensor(np.full([sizes[axis] for axis in spec.shape], max(spec.minimum, 0), np.int32), anything)
            for name, spec in cells.spec(layer.kind).tensors.items()
        }
        layers.append(
            Layer(name=layer.name, kind=layer.kind, tensors=tensors, attributes=layer.attributes, skip=layer.skip)
        )
        inputs = layer.outputs
    network = Network(
        name=recipe.name,
        task=recipe.task,
        classes=recipe.classes,
        coding=recipe.coding.choice(),
        layers=tuple(layers),
        decision=recipe.decision.choice(),
    )
    if recipe.training.events and (recipe.training.redraw or cells.spec(recipe.layers[0].kind).takes != "spike"):
        raise InputError("training.events goes with a first layer that takes spikes, and without training.redraw")
    if recipe.training.pixel_noise > 0 and "levels" not in network.coding.parameters:
        raise InputError(f"training.pixel_noise needs a coding with 'levels'; {network.coding.kind!r} has none")
    redraw = recipe.training.redraw
    if redraw is not None and redraw not in network.coding.parameters:
        raise InputError(
            f"training.redraw {redraw!r} is no parameter of the coding {network.coding.kind!r}; "
            f"{nearest(redraw, network.coding.parameters)}"
        )
