"""From layers trained in anybody's own PyTorch script to a :class:`~codesign.network.Network`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch

from codesign.data import Examples
from codesign.errors import InputError
from codesign.network import Choice, Layer, Network
from codesign.nn.linear import Linear
from codesign.nn.recurrent import Recurrent
from codesign.nn.stack import Block, Stack
from codesign.training.layer import LayerModule
from codesign.training.record import with_full_scale

__all__ = ["to_network"]

Layers = torch.nn.Module | Sequence[torch.nn.Module] | Mapping[str, torch.nn.Module]


@dataclass(frozen=True, eq=False)
class _Part:
    name: str
    module: LayerModule
    skip: str = ""


def to_network(
    layers: Layers,
    *,
    name: str,
    classes: Sequence[str],
    coding: Choice,
    decision: str = "mean_readout",
    task: str = "own",
    examples: Examples | None = None,
) -> Network:
    """The network of ``layers``, in their order: exactly the whole numbers of their forward pass in evaluation mode.

    ``layers`` are :mod:`codesign.nn` modules, built with ``quantised=True``: one, some, or some with names. The inputs
    that they were trained with are those of ``coding``, in unit currents: encoded whole numbers times
    :func:`codesign.coding.scale`. With ``examples`` the range of the decision's integrator is measured on them, which
    the decision circuit on a chip needs. Raises InputError for a layer that is not quantised or only exists in
    software, and for whatever :class:`~codesign.network.Network` refuses.
    """
    found = tuple(_layer(part) for part in _parts(layers))
    network = Network(
        name=name,
        task=task,
        classes=tuple(classes),
        coding=coding,
        layers=found,
        decision=Choice(kind=decision),
        training={"source": "a script of the user's own"},
    )
    return network if examples is None else with_full_scale(network, examples.images)


def _layer(part: _Part) -> Layer:
    if not part.module.rounding:
        raise InputError(
            f"layer {part.name!r} computes in floating point; build it with quantised=True and train it so, "
            "for a network that is rounded after training loses much"
        )
    return replace(part.module.layer(), name=part.name, skip=part.skip)


def _parts(layers: Layers) -> list[_Part]:
    if isinstance(layers, torch.nn.Module):
        layers = [layers]
    named = layers.items() if isinstance(layers, Mapping) else ((None, layer) for layer in layers)
    parts: list[_Part] = []
    for name, layer in named:
        parts.extend(_of(layer, name, parts))
    if not parts:
        raise InputError("there are no layers to make a network of")
    return parts


def _of(layer: torch.nn.Module, name: str | None, earlier: list[_Part]) -> Iterator[_Part]:
    """The layers that one module stands for; without a name they are numbered through."""
    first = len(earlier) + 1
    if isinstance(layer, Recurrent):
        several = layer.num_layers > 1
        for index in range(layer.num_layers):
            own = f"{name}{index + 1 if several else ''}" if name else f"{layer.kind}{first + index}"
            yield _Part(own, layer.layer(index))
    elif isinstance(layer, Linear):
        yield _Part(name or f"linear{first}", layer.layer)
    elif isinstance(layer, Block):
        if not earlier:
            raise InputError("a block cannot be the first layer: its skip connection begins at the layer before it")
        inside = list(_of(layer.cell, name, earlier))
        yield from inside
        yield _Part(f"{name}_mix" if name else f"linear{first + len(inside)}", layer.mix.layer, skip=earlier[-1].name)
    elif isinstance(layer, Stack):
        own_parts: list[_Part] = []
        for index, inner in enumerate(layer.layers):
            own_parts.extend(_of(inner, f"{name}_{index + 1}" if name else None, [*earlier, *own_parts]))
        yield from own_parts
    elif not isinstance(layer, torch.nn.Identity | torch.nn.Dropout):
        raise InputError(
            f"a {type(layer).__name__} has no hardware; a network is made of codesign.nn layers, blocks and stacks"
        )
