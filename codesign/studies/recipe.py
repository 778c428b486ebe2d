"""The recipe of a study: cells by seeds on one task, all networks with about as many learned parameters.

A study is one YAML file. Everything random comes from a run's seed, so the file says all there is to know to do each
run again. What only one kind of training understands is checked by its trainer (``trainers``).
"""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from codesign import cells
from codesign.errors import InputError
from codesign.names import check_model_name
from codesign.training.recipe import ChoiceRecipe, StrictModel, checked, read_mapping, recipe_file

__all__ = ["MARK", "Mismatch", "Structure", "Study", "Training", "Variant", "Verification", "is_study", "read_study"]

MARK = "variants"
"""The key that a study has and the recipe of a model has not."""


class Structure(StrictModel):
    """Linear -> blocks, each a cell, a linear layer and a skip connection around both -> linear."""

    blocks: int = Field(default=2, ge=1, le=16, description="blocks between the first and the last linear layer")


class Training(StrictModel):
    """The loop of :mod:`codesign.training`: AdamW without weight decay, linear warm-up, cosine decay."""

    updates: int = Field(ge=1, le=1_000_000, description="steps of the optimiser, the same for every cell")
    batch: int = Field(ge=1, le=4096, description="examples per step")
    learning_rate: float = Field(gt=0, le=1, description="largest learning rate; a variant may have its own")
    final_rate: float = Field(default=0.02, ge=0, le=1, description="last learning rate, as a part of the largest")
    warmup_steps: int = Field(default=20, ge=0, le=100_000, description="steps until the largest rate")
    gradient_clip: float = Field(default=1.0, gt=0, description="largest norm of the gradient")
    logit_scale: float = Field(default=1.0, gt=0, description="logits = logit_scale x score")
    train_samples: int | None = Field(default=None, ge=1, description="so many first examples; None: the whole split")
    validation_samples: int | None = Field(default=None, ge=1, description="the same of the validation split")
    test_samples: int | None = Field(default=None, ge=1, description="the same of the test split")
    device: Literal["cpu", "cuda"] = Field(default="cpu", description="where it is trained and scored")
    points: int = Field(default=10, ge=1, le=1000, description="points of the curve")


class Mismatch(StrictModel):
    """Every parameter off by a normal factor of mean 1, as unequal transistors would have it."""

    deviations: tuple[float, ...] = Field(
        default=(0.01, 0.02, 0.05, 0.10, 0.15), strict=False, description="relative standard deviations"
    )
    draws: int = Field(default=3, ge=1, le=1000, description="networks drawn for each deviation")
    samples: int = Field(default=500, ge=1, description="first examples of the test split that each of them is shown")


class Verification(StrictModel):
    """The RTL of a quantised variant's first seed beside the integer twin."""

    target: Literal["verilator", "verilog", "vhdl"] = Field(default="verilator", description="as for codesign verify")
    samples: int = Field(default=2, ge=1, description="first examples of the test split")


class Variant(StrictModel):
    """One row of the table."""

    cell: str | list[str] = Field(description="a folder of codesign/cells, or a list: the cell of each block in turn")
    options: dict[str, Any] = Field(default_factory=dict, description="of the cell, where the list names one cell only")
    relu: bool = Field(default=False, description="linear layers in front of cells are rectified, for currents >= 0")
    quantised: bool = Field(default=False, description="whole numbers from the first step of training; is exported")
    reference: str = Field(default="", description="of a quantised variant: the same in floating point")
    learning_rate: float | None = Field(default=None, gt=0, le=1, description="None: that of the training")
    warm_up: dict[str, Any] | None = Field(
        default=None, description="options of the warm-up (arXiv 2106.01001) before the training; None: none"
    )
    mismatch: bool = Field(default=False, description="score it with mismatch, too")

    def cells(self, blocks: int) -> tuple[str, ...]:
        """The cell of each of ``blocks`` blocks."""
        named = [self.cell] if isinstance(self.cell, str) else self.cell
        return tuple(named[index % len(named)] for index in range(blocks))

    @model_validator(mode="after")
    def _fit(self) -> "Variant":
        named = {self.cell} if isinstance(self.cell, str) else set(self.cell)
        known = cells.kinds("module")
        for cell in named:
            if cell not in known:
                raise ValueError(f"cell: unknown cell {cell!r}; cells that can be trained: {', '.join(known)}")
            if self.quantised and cell not in cells.kinds():
                raise ValueError(f"quantised: the cell {cell!r} only exists in software")
        if not named:
            raise ValueError("cell: name a cell, or a list of some")
        if self.options and len(named) > 1:
            raise ValueError("options: they are those of one cell, but several are named")
        if self.reference and not self.quantised:
            raise ValueError("reference: only a quantised variant has one")
        return self


class Study(StrictModel):
    """Variants by seeds on one task."""

    version: Literal[1] = Field(description="version of this format")
    name: str = Field(description="names the results")
    title: str = Field(description="heading of the table")
    notes: str = Field(default="", description="what a reader of the table must know: how the task is scaled down")
    trainer: str = Field(
        default="classification", description="how it is trained: a module of codesign/studies/trainers"
    )
    task: str = Field(description="the data set, or what the trainer knows by this name")
    task_parameters: dict[str, Any] = Field(
        default_factory=dict, description="of the task, for trainers that have some"
    )
    coding: ChoiceRecipe | None = Field(default=None, description="from images to what the first layer takes")
    decision: Literal["last_readout", "mean_readout"] = Field(
        default="last_readout", description="from the last layer to a class"
    )
    structure: Structure = Field(default=Structure(), description="the layers around the cells")
    parameters: int = Field(ge=1, description="wanted learned parameters; each variant's width comes nearest to it")
    seeds: tuple[int, ...] = Field(strict=False, min_length=1, description="each variant is trained once with each")
    training: Training = Field(description="the training loop")
    mismatch: Mismatch = Field(default=Mismatch(), description="how variants with mismatch are scored")
    verification: Verification | None = Field(
        default=Verification(), description="of each quantised variant's first seed; null: none"
    )
    variants: dict[str, Variant] = Field(min_length=1, description="the rows of the table")
    left_out: dict[str, str] = Field(default_factory=dict, description="rows that are missing, and why")

    @model_validator(mode="after")
    def _fit(self) -> "Study":
        if len(set(self.seeds)) != len(self.seeds) or min(self.seeds) < 0 or max(self.seeds) >= 2**32:
            raise ValueError(f"seeds: they are different whole numbers of 0..{2**32 - 1}, not {list(self.seeds)}")
        for name, variant in self.variants.items():
            try:
                check_model_name(name, "the name of a variant")
            except InputError as error:
                raise ValueError(str(error)) from None
            reference = variant.reference
            if reference and (reference not in self.variants or self.variants[reference].quantised):
                raise ValueError(f"variants.{name}.reference: {reference!r} is no variant in floating point")
        return self


def is_study(path: Path) -> bool:
    """Whether the file holds a study rather than the recipe of a model; raises InputError if it holds no mapping."""
    return MARK in read_mapping(recipe_file(path))


def read_study(path: Path) -> Study:
    """Read and check a study; raises InputError. Needs no torch."""
    path = recipe_file(path)
    study = checked(Study, read_mapping(path), str(path))
    try:
        check_model_name(study.name, "the name of a study")
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    return study
