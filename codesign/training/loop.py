"""The training loop. Everything random comes from the recipe's seed, and one thread adds in one order."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from codesign import coding, data
from codesign.data import Examples
from codesign.errors import InputError
from codesign.network import Network
from codesign.training.events import Events, SpikeTable
from codesign.training.model import Model, Run
from codesign.training.recipe import Recipe, Settings
from codesign.training.record import encoded, recorded

__all__ = ["Schedule", "class_weights", "deterministic", "fit", "rate", "train_recipe"]

_DARK_TOUCHED = 0.3
"""Part of the dark pixels that ``pixel_noise`` touches; noise on all of them would bury a digit."""

Progress = Callable[[int, int, str], None]


class Schedule(Protocol):
    """What :func:`rate` must be told."""

    @property
    def warmup_steps(self) -> int:
        """Steps until the largest rate."""

    @property
    def final_rate(self) -> float:
        """The last rate, as a part of the largest."""


def train_recipe(recipe: Recipe, *, progress: Progress | None = None) -> Network:
    """The trained network with its record. The test split is looked at once, after training."""
    settings = recipe.training
    examples = data.load(recipe.task, "train")
    with deterministic(settings.seed):
        _check_task(recipe, examples)
    runs = 2 if settings.float_reference else 1
    reference: Model | None = None
    with deterministic(settings.seed):
        if settings.float_reference:
            reference = Model(recipe)
            reference.set_rounding(False)
            fit(reference, examples, _part_of(progress, 0, runs))
    with deterministic(settings.seed):
        model = Model(recipe)
        fit(model, examples, _part_of(progress, runs - 1, runs))
        return recorded(model, examples, reference)


def fit(model: Model, examples: Examples, progress: Progress | None = None) -> None:
    """Train ``model`` in place. Call it within :func:`deterministic`."""
    settings = model.recipe.training
    random = np.random.Generator(np.random.PCG64(settings.seed))
    labels = torch.from_numpy(examples.labels)
    weights = class_weights(examples.labels) if settings.balanced else None
    model.calibrate(encoded(model, examples.images[: 0 if settings.events else None]))
    model.train()
    table = SpikeTable(model.coding, examples.images) if settings.events else None
    # Random inputs per batch must be encoded per batch; otherwise once is enough.
    fixed = None
    if settings.redraw is None and settings.distortion == 0 and settings.pixel_noise == 0 and table is None:
        fixed = encoded(model, examples.images)
    optimiser = torch.optim.AdamW(
        [parameter for parameter in model.parameters() if parameter.requires_grad],
        lr=settings.learning_rate,
        weight_decay=0.0,
        fused=True,
    )
    steps = settings.epochs * math.ceil(len(labels) / settings.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: rate(settings, done, steps))
    for epoch in range(settings.epochs):
        model.set_progress(epoch / settings.epochs)
        order = random.permutation(len(labels))
        total = 0.0
        for start in range(0, len(order), settings.batch):
            chosen = order[start : start + settings.batch]
            inputs = _augmented(model, examples.images[chosen], random, table) if fixed is None else fixed[chosen]
            loss = _loss(settings, model(inputs), labels[chosen], weights)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), settings.gradient_clip)
            optimiser.step()
            schedule.step()
            model.project()
            total += float(loss.detach()) * len(chosen)
        if not math.isfinite(total):
            raise InputError(
                f"training diverged in epoch {epoch + 1}; lower training.learning_rate ({settings.learning_rate})"
            )
        if progress is not None:
            progress(epoch + 1, settings.epochs, f"loss {total / len(order):.4f}")
    model.eval()


@contextmanager
def deterministic(seed: int) -> Iterator[None]:
    """Seed torch, one thread, deterministic algorithms; everything is put back afterwards."""
    threads, algorithms = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        torch.set_num_threads(1)
        torch.use_deterministic_algorithms(True)
        try:
            yield
        finally:
            torch.use_deterministic_algorithms(algorithms)
            torch.set_num_threads(threads)


def class_weights(labels: NDArray[np.int64]) -> torch.Tensor:
    """(classes,): with these every class weighs the same, and the mean over all examples is 1."""
    counts = np.bincount(labels)
    return torch.from_numpy(len(labels) / (len(counts) * np.maximum(counts, 1))).float()


def _loss(settings: Settings, run: Run, labels: torch.Tensor, weights: torch.Tensor | None) -> torch.Tensor:
    scores = run.scores * float(run.scale)
    loss = functional.cross_entropy(
        scores * settings.logit_scale, labels, weight=weights, label_smoothing=settings.label_smoothing
    )
    if settings.gap_weight > 0:
        right = functional.one_hot(labels, scores.shape[1]).bool()
        lead = scores[right] - scores.masked_fill(right, float("-inf")).amax(dim=1)
        short = torch.relu(settings.gap - lead)
        if weights is not None:
            short = short * weights[labels]
        loss = loss + settings.gap_weight * short.mean()
    for activity in run.layers.values():
        if activity.penalty is not None:
            loss = loss + activity.penalty
    return loss


def _augmented(
    model: Model, images: NDArray[np.int64], random: np.random.Generator, table: SpikeTable | None
) -> torch.Tensor | Events:
    """One batch, encoded: images distorted, pixels disturbed, and the coding's generator started anew."""
    settings = model.recipe.training
    if settings.distortion > 0:
        # Coordinates run from -1 to 1, so a distortion of 0.1 moves an image by a twentieth of its width.
        maps = torch.eye(2, 3) + settings.distortion * torch.randn(len(images), 2, 3)
        grid = functional.affine_grid(maps, [len(images), 1, *images.shape[1:]], align_corners=False)
        distorted = functional.grid_sample(torch.from_numpy(images).float()[:, None], grid, align_corners=False)
        images = distorted[:, 0].round().to(torch.int64).numpy()  # between pixels is never above the largest pixel
    if settings.pixel_noise > 0:
        noisy = np.rint(images + settings.pixel_noise * random.standard_normal(images.shape)).astype(np.int64)
        touched = (images > 0) | (random.random(images.shape) < _DARK_TOUCHED)
        images = np.where(touched, np.clip(noisy, 0, model.coding.parameters["levels"]), images)
    if table is not None:
        return table.batch(images)
    parameters = dict(model.coding.parameters)
    if settings.redraw is not None:
        parameters[settings.redraw] = int(random.integers(1, 2**32))
    return torch.from_numpy(coding.encode(model.coding.kind, parameters, images)).float()


def rate(settings: Schedule, done: int, steps: int) -> float:
    """Factor of the learning rate: linear warm-up, then a cosine down to ``final_rate``."""
    if done < settings.warmup_steps:
        return (done + 1) / settings.warmup_steps
    part = min(1.0, (done - settings.warmup_steps) / max(1, steps - settings.warmup_steps))
    return settings.final_rate + (1 - settings.final_rate) * 0.5 * (1 + math.cos(math.pi * part))


def _part_of(progress: Progress | None, index: int, runs: int) -> Progress | None:
    """``progress`` of one of several trainings, counted through."""
    if progress is None:
        return None
    return lambda done, total, text: progress(index * total + done, runs * total, text)


def _check_task(recipe: Recipe, examples: Examples) -> None:
    classes = int(examples.labels.max()) + 1
    if len(recipe.classes) != classes:
        raise InputError(f"task {recipe.task!r} has {classes} classes, but the recipe names {len(recipe.classes)}")
    choice = Model(recipe).coding
    found = coding.encode(choice.kind, choice.parameters, examples.images[:1]).shape[2]
    if found != recipe.inputs:
        raise InputError(f"task {recipe.task!r} gives {found} inputs per step, but the recipe says {recipe.inputs}")
