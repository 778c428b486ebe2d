"""Warm-up: an initialisation that gives any recurrent cell several states to stay in (arXiv 2106.01001).

A batch of input sequences brings a network into different states. Then all samples get the same constant input for many
steps. A network with one equilibrium forgets where it was; one with several keeps samples apart. The measure of that is
VAA, the variability amongst attractors: 1 / n where all n states end as one, 1 where no two do. The warm-up maximises a
differentiable surrogate of it by a few steps of Adam, before the real training.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from pydantic import Field

from codesign.errors import InputError
from codesign.nn.recurrent import Recurrent
from codesign.training.recipe import StrictModel, checked

__all__ = ["Options", "WarmUp", "vaa", "vaa_surrogate", "warm_up"]

_SEQUENCE = 20
"""Steps of the random sequences that are made where only their size is given."""
_CHUNK = 500
"""Steps of a constant input at a time while measuring, for the sake of memory."""


class Options(StrictModel):
    """How a module is warmed up."""

    updates: int = Field(default=100, ge=0, le=100_000, description="steps of Adam at most")
    learning_rate: float = Field(default=0.1, gt=0, le=1, description="of Adam")
    samples: int = Field(default=64, ge=2, le=4096, description="sequences per update")
    constant_steps: int = Field(default=200, ge=1, le=10_000, description="steps with the constant input, at most")
    increment: int = Field(
        default=10,
        ge=1,
        le=10_000,
        description="so many more of them with each update, from 1 on, until there are as many",
    )
    tolerance: float = Field(default=1e-4, gt=0, description="e: states nearer to each other than this are the same")
    target: float = Field(default=0.95, gt=0, le=1, description="an update is left out where the surrogate is above")
    part: float = Field(
        default=1.0, gt=0, le=1, description="part of the units of each layer, the first ones, that VAA looks at"
    )
    measured_steps: int = Field(default=2000, ge=1, le=100_000, description="constant steps before VAA is measured")
    estimates: int = Field(default=3, ge=1, le=100, description="constant inputs over which the measured VAA is a mean")


@dataclass(frozen=True, kw_only=True)
class WarmUp:
    """What a warm-up did. VAA is between 1 / samples and 1, the mean over the layers of a cell, by the cell's name."""

    vaa_before: Mapping[str, float]
    vaa_after: Mapping[str, float]
    updates: int
    """Those that changed something; less than asked for where the target was reached."""


def vaa(states: torch.Tensor, tolerance: float = 1e-4) -> torch.Tensor:
    """(1 / n) sum_i 1 / #{ j : ||h_j - h_i|| < e } of ``states`` (n, units): a scalar."""
    return (1 / (_distances(states) < tolerance).sum(dim=1)).mean()


def vaa_surrogate(states: torch.Tensor, tolerance: float = 1e-4) -> torch.Tensor:
    """VAA*, the same with a count that has a gradient: a state at the distance d > e of tanh(h) counts e / d."""
    distance = _distances(torch.tanh(states))
    far = distance > tolerance
    alike = torch.where(far, tolerance / torch.where(far, distance, 1.0), 1.0)
    return (1 / alike.sum(dim=1)).mean()


def warm_up(module: torch.nn.Module, inputs: torch.Tensor | int, *, seed: int, **options: Any) -> WarmUp:
    """Warm up every recurrent layer within ``module``, in place; ``options`` are :class:`Options`.

    ``module`` is called as ``module(sequences)``. The recurrent layers within it are all of :class:`Recurrent` and of
    torch.nn.RNN, GRU and LSTM; without one it must itself be called as ``outputs, state = module(sequences, state)``,
    with states (samples, units) or (layers, samples, units). Only their parameters change. As in the paper each is
    given a constant input of its own, drawn from a normal distribution, whatever the layers below do. (Of a layer with
    ``num_layers`` above 1 only the lowest gets it, and the others what that makes of it.)

    ``inputs`` are sequences (samples, steps, features) like those of the task, or only the number of features, for
    sequences of 20 normal numbers. Each update cuts all of them to one random length, where the paper draws a length
    for each. Everything random comes from ``seed``.

    ``part`` 0.5 is the paper's double layer, of which one half is warmed up and the other keeps its transients: where a
    unit sees no other's state (BMRU, CMRU, FQ-BMRU, BRC, minGRU, LRU) the other units stay as they are. In a GRU or
    nBRC all units see each other, so there it takes two layers beside each other, one of which is warmed up.

    VAA cannot tell an equilibrium from a state that fades more slowly than it is measured for (minGRU and LRU have no
    other), that counts on (CMRU) or oscillates (SRC).

    Raises InputError for options and inputs that do not fit, where the module has no gradient to follow (a cell whose
    states do not depend on its parameters smoothly), and where the gradient is no number.
    """
    chosen: Options = checked(Options, options, "warm-up")
    layers = _recurrent(module)
    parameters = [parameter for layer in layers.values() for parameter in layer.parameters() if parameter.requires_grad]
    if not parameters:
        raise InputError("warm-up: the module has no parameters that are learned")
    training = module.training
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        sequences = _sequences(inputs, chosen, parameters[0])
        try:
            measured = int(torch.randint(2**31, ()))
            before = _measured(module, layers, sequences, chosen, measured)
            module.train()
            updates = _maximise(module, layers, parameters, sequences, chosen)
            after = _measured(module, layers, sequences, chosen, measured)
        finally:
            module.train(training)
    return WarmUp(vaa_before=before, vaa_after=after, updates=updates)


def _maximise(
    module: torch.nn.Module,
    layers: Mapping[str, torch.nn.Module],
    parameters: list[torch.nn.Parameter],
    sequences: torch.Tensor,
    options: Options,
) -> int:
    """The updates; how many changed something."""
    optimiser = torch.optim.Adam(parameters, lr=options.learning_rate)
    changed = skipped = 0
    for update in range(options.updates):
        longest = min(1 + update * options.increment, options.constant_steps)
        # Not from 1 on, as in the paper: after a few steps any network still keeps samples apart.
        steps = int(torch.randint((longest + 1) // 2, longest + 1, ()))
        found = [
            vaa_surrogate(part, options.tolerance)
            for states in _driven(module, layers, _batch(sequences, options), steps).values()
            for part in _looked_at(states, options)
        ]
        # Squared as in the paper, but nothing is pulled down to the target.
        loss = torch.relu(options.target - torch.stack(found)).square().mean()
        if float(loss.detach()) == 0:
            skipped += 1
            continue
        if loss.requires_grad:
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            norm = float(torch.nn.utils.clip_grad_norm_(parameters, 1.0))
            if norm != norm or norm == float("inf"):
                raise InputError(f"warm-up: the gradient is no number in update {update + 1}; lower constant_steps")
            if norm > 0:
                optimiser.step()
                for layer in layers.values():
                    if isinstance(layer, Recurrent):
                        layer.project()
                changed += 1
    if changed == 0 and skipped < options.updates:
        raise InputError(
            f"warm-up: no gradient reaches the parameters of {', '.join(layers)}: its states do not depend on them "
            "smoothly, or are all the same; train it without a warm-up"
        )
    return changed


@torch.no_grad()
def _measured(
    module: torch.nn.Module, layers: Mapping[str, torch.nn.Module], sequences: torch.Tensor, options: Options, seed: int
) -> dict[str, float]:
    """VAA by layer, for the same draws whenever it is called with the same seed."""
    module.eval()
    sums = dict.fromkeys(layers, 0.0)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        for _ in range(options.estimates):
            driven = _driven(module, layers, _batch(sequences, options), options.measured_steps)
            for name, states in driven.items():
                parts = [float(vaa(part, options.tolerance)) for part in _looked_at(states, options)]
                sums[name] += sum(parts) / len(parts)
    return {name: round(total / options.estimates, 6) for name, total in sums.items()}


def _driven(
    module: torch.nn.Module, layers: Mapping[str, torch.nn.Module], sequences: torch.Tensor, steps: int
) -> dict[str, torch.Tensor]:
    """States (layers, samples, units) of each recurrent layer after a sequence and ``steps`` of a constant input."""
    states: dict[str, Any] = {}

    def keep(name: str) -> Any:
        return lambda layer, arguments, result: states.__setitem__(name, result[1])

    hooks = [layer.register_forward_hook(keep(name)) for name, layer in layers.items()]
    try:
        _call(module, next(iter(layers.values())), sequences)
    finally:
        for hook in hooks:
            hook.remove()
    missing = [name for name in layers if name not in states]
    if missing:
        raise InputError(f"warm-up: a call of the module does not use its layer {missing[0]!r}")
    found: dict[str, torch.Tensor] = {}
    for name, layer in layers.items():
        constant = torch.randn(1, 1, getattr(layer, "input_size", sequences.shape[2])).to(sequences)
        state, left = states[name], steps
        while left > 0:
            now = left if torch.is_grad_enabled() else min(left, _CHUNK)
            _, state = _call(layer, layer, constant.expand(len(sequences), now, -1), state)
            left -= now
        found[name] = _flat(state)
    return found


def _call(module: torch.nn.Module, layer: torch.nn.Module, sequences: torch.Tensor, *state: Any) -> Any:
    """``sequences`` are (samples, steps, features) here; ``layer`` says what order the module takes."""
    return module(sequences if getattr(layer, "batch_first", True) else sequences.transpose(0, 1), *state)


def _recurrent(module: torch.nn.Module) -> dict[str, torch.nn.Module]:
    """The recurrent layers of a module by their names in it, in their order; the module itself if it has none."""
    found: dict[str, torch.nn.Module] = {
        name or type(layer).__name__: layer
        for name, layer in module.named_modules()
        if isinstance(layer, Recurrent | torch.nn.RNNBase)
    }
    return found or {type(module).__name__: module}


def _sequences(inputs: torch.Tensor | int, options: Options, like: torch.Tensor) -> torch.Tensor:
    if isinstance(inputs, int):
        if inputs < 1:
            raise InputError(f"warm-up: the number of features is {inputs}; it is at least 1")
        return torch.randn(options.samples, _SEQUENCE, inputs).to(like)
    if inputs.dim() != 3 or inputs.shape[0] < 2 or inputs.shape[1] < 1:
        raise InputError(
            "warm-up: inputs must be (samples, steps, features) with at least 2 samples and a step, "
            f"not {tuple(inputs.shape)}"
        )
    return inputs


def _batch(sequences: torch.Tensor, options: Options) -> torch.Tensor:
    """Some of the sequences, cut to a random length."""
    chosen = torch.randperm(len(sequences))[: options.samples]
    return sequences[chosen, : int(torch.randint(1, sequences.shape[1] + 1, ()))]


def _flat(state: Any) -> torch.Tensor:
    """(layers, samples, units of all states) of what a layer gives as its state."""
    if isinstance(state, tuple):
        return torch.cat([_flat(part) for part in state], dim=-1)
    if state.is_complex():
        return _flat((state.real, state.imag))
    found: torch.Tensor = state if state.dim() == 3 else state[None]
    return found


def _looked_at(states: torch.Tensor, options: Options) -> list[torch.Tensor]:
    """(samples, units) of each layer: the units that count."""
    return [layer[:, : max(1, round(options.part * layer.shape[1]))] for layer in states]


def _distances(states: torch.Tensor) -> torch.Tensor:
    """(n, n) Euclidean distances; the gradient of a distance of 0 is 0."""
    squares = (states[:, None] - states[None]).square().sum(dim=2)
    apart = squares > 0
    return torch.where(apart, torch.where(apart, squares, 1.0).sqrt(), 0.0)
