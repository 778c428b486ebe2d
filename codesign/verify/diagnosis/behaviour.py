"""Which single fault explains all that was measured: each is tried in the twin.

Layers do not feed back to earlier ones, so what stands before the layer that differs first is right, and each fault can
be tried on its own. A fault explains a measurement when the twin with that fault gives every value of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from codesign import cells
from codesign.network import Layer
from codesign.twin import LayerTrace
from codesign.verify.diagnosis import variants
from codesign.verify.diagnosis.observed import Observed
from codesign.verify.diagnosis.variants import Variant

__all__ = ["Explanation", "explain"]

_FEW = 2
"""Samples on which a fault is tried first."""
_MOST_TRIED = 20_000
"""Faults whose consequences are followed through later layers."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A fault and how much it leaves unexplained."""

    parameter: str
    layer: str
    unit: int | None
    expected: str
    found: str
    what: str
    """In words: ``memory.weight[3,5] is 12, not 10``."""
    unexplained: int
    """Values that it does not explain, of :attr:`of` that the twin does not."""
    of: int
    variant: Variant | None = None
    text: str = ""
    """``same``: the text of the design is written so for it; ``other``: it is not; empty: not known."""

    @property
    def complete(self) -> bool:
        return self.unexplained == 0


def explain(observed: Observed, *, unit: int) -> list[Explanation]:
    """All faults that leave nothing unexplained, the simplest first; where there is none, those that explain the most,
    if that is more than half. Empty: no single fault does.

    Where several units differ and no fault that they share explains it, the faults of ``unit`` that explain this one.
    """
    of = observed.mismatches(observed.traces)
    if of == 0:
        return []
    best: list[Explanation] = []
    for found in _tried(observed, of, unit):
        best += [item for item in found if item.unexplained * 2 < item.of]
        if any(item.complete for item in best):
            return [item for item in best if item.complete]
    return sorted(best, key=lambda item: item.unexplained / item.of)[:8]


def _tried(observed: Observed, of: int, unit: int) -> Iterator[list[Explanation]]:
    """Faults of one kind after the other, the simplest first, the nearest layers first."""
    layers = observed.network.layers
    within = observed.last < len(layers)
    alone = within and _differing_units(observed) == [unit]
    if alone:
        yield [*_stuck(observed, unit), *_never_reset(observed, unit), *_of_unit(observed, unit)]
    if within:
        yield list(_of_the_layer(observed, of))
        yield list(_never_reset(observed, None))
    for position in range(min(observed.last, len(layers) - 1), -1, -1):
        yield list(_connections(observed, position, of))
        yield list(_upstream(observed, position, of))
    if within and not alone:
        yield [*_stuck(observed, unit), *_of_unit(observed, unit)]


def _differing_units(observed: Observed) -> list[int]:
    layer = observed.network.layers[observed.last]
    differs = np.zeros(layer.outputs, dtype=bool)
    for state, found in observed.found[layer.name].items():
        expected = observed.traces[layer.name].states[state][:, observed.first_step :]
        differs |= (expected != found).any(axis=(0, 1))
    return [int(unit) for unit in np.flatnonzero(differs)]


def _stuck(observed: Observed, unit: int) -> Iterator[Explanation]:
    layer = observed.network.layers[observed.last]
    for state, found in observed.found[layer.name].items():
        expected = observed.traces[layer.name].states[state][:, observed.first_step :, unit]
        values = found[:, :, unit]
        if values.min() == values.max() and (expected != values).any():
            value = str(values.flat[0])
            what = f"{layer.name}.{state}[{unit}] is stuck at {value}"
            yield _named(f"{layer.name}.{state}[{unit}]", layer, unit, "", value, what, 0, values.size)


def _of_unit(observed: Observed, unit: int) -> Iterator[Explanation]:
    """One number of ``unit``."""
    position = observed.last
    layer = observed.network.layers[position]
    inputs, scale = observed.feed(position)
    states = observed.found[layer.name]
    own = observed.traces[layer.name].states
    of = sum(
        int((own[state][:, observed.first_step :, unit] != found[:, :, unit]).sum()) for state, found in states.items()
    )
    for some, trace in variants.run(layer, variants.unit_variants(layer, unit), inputs, scale):
        left = np.zeros(len(some), dtype=np.int64)
        for state, found in states.items():
            left += (trace.states[state][:, observed.first_step :] != found[:, :, [unit]]).sum(axis=(0, 1))
        yield from (_of_variant(variant, layer, int(count), of) for variant, count in zip(some, left, strict=True))


def _of_the_layer(observed: Observed, of: int) -> Iterator[Explanation]:
    """An attribute that all units share, or an input that reaches none of them."""
    position = observed.last
    layer = observed.network.layers[position]
    few = observed.fewer(_FEW)
    of_few = few.mismatches(few.traces)
    for variant in variants.layer_variants(layer):
        other = variants.changed(layer, variant)
        if _left(few, position, other) * 2 < of_few:
            yield _of_variant(variant, layer, _left(observed, position, other), of)
    inputs, _ = few.feed(position)
    for source in np.flatnonzero(inputs.any(axis=(0, 1))):
        other = variants.without_input(layer, int(source))
        if _left(few, position, other) * 2 < of_few:
            what = f"input {source} of {layer.name} does not arrive"
            left = _left(observed, position, other)
            yield _named(f"{layer.name}.input[{source}]", layer, None, "", "nothing", what, left, of)


def _left(observed: Observed, position: int, layer: Layer) -> int:
    """What is unexplained with ``layer`` in the place of the one at ``position``."""
    inputs, scale = observed.feed(position)
    trace = cells.part(layer.kind, "twin").run(layer, inputs, scale)
    return observed.mismatches(observed.after(position, trace), begin=position)


def _never_reset(observed: Observed, unit: int | None) -> Iterator[Explanation]:
    """States of ``unit`` (None: of all units) that go on from one sample to the next, as if they were one."""
    position = observed.last
    layer = observed.network.layers[position]
    if observed.first_step or observed.leading < 2:
        return
    inputs, scale = observed.feed(position)
    played = inputs[: observed.leading]
    trace = cells.part(layer.kind, "twin").run(layer, played.reshape(1, -1, played.shape[2]), scale)
    units = slice(None) if unit is None else slice(unit, unit + 1)
    left = of = 0
    for state, values in observed.found[layer.name].items():
        found = values[: observed.leading, :, units]
        own = observed.traces[layer.name].states[state][: observed.leading, :, units]
        left += int((trace.states[state].reshape(*played.shape[:2], -1)[:, :, units] != found).sum())
        of += int((own != found).sum())
    if of:
        place = "" if unit is None else f"[{unit}]"
        what = f"{layer.name}{place} is not reset between samples"
        yield _named(f"{layer.name}.reset{place}", layer, unit, "reset", "not reset", what, left, of)


def _connections(observed: Observed, position: int, of: int) -> Iterator[Explanation]:
    """A skip connection that is not there."""
    layer = observed.network.layers[position]
    if not layer.skip:
        return
    inputs, scale = observed.feed(position)
    own = cells.part(layer.kind, "twin").run(layer, inputs, scale)
    network = observed.network
    without = replace(network, layers=tuple(
        replace(item, skip="") if item.name == layer.name else item for item in network.layers
    ))  # fmt: skip
    left = observed.mismatches(replace(observed, network=without).after(position, own))
    what = f"the skip connection from {layer.skip} to {layer.name} does not arrive"
    yield _named(f"{layer.name}.skip", layer, None, layer.skip, "none", what, left, of)


def _upstream(observed: Observed, position: int, of: int) -> Iterator[Explanation]:
    """A number that changes what the layer at ``position`` gives, but none of its states."""
    layer = observed.network.layers[position]
    if position == observed.last:
        return  # tried already
    few = observed.fewer(_FEW)
    inputs, scale = few.feed(position)
    own = cells.part(layer.kind, "twin").run(layer, inputs, scale)
    of_few = few.mismatches(few.traces)
    left_to_try = _MOST_TRIED
    for unit in range(layer.outputs):
        for some, trace in variants.run(layer, variants.unit_variants(layer, unit), inputs, scale):
            for row, variant in enumerate(some):
                column = trace.outputs[:, :, row]
                if np.array_equal(column, own.outputs[:, :, unit]) or _visible(trace, own, row, unit):
                    continue
                left_to_try -= 1
                if left_to_try < 0:
                    return
                outputs = own.outputs.copy()
                outputs[:, :, unit] = column
                if few.mismatches(few.after(position, replace(own, outputs=outputs)), begin=position) * 2 < of_few:
                    left = _left(observed, position, variants.changed(layer, variant))
                    yield _of_variant(variant, layer, left, of)


def _visible(trace: LayerTrace, own: LayerTrace, row: int, unit: int) -> bool:
    """Whether the change shows in the layer's own states, which are right."""
    return any(not np.array_equal(trace.states[name][:, :, row], own.states[name][:, :, unit]) for name in own.states)


def _of_variant(variant: Variant, layer: Layer, unexplained: int, of: int) -> Explanation:
    return Explanation(
        parameter=variant.parameter,
        layer=layer.name,
        unit=variant.unit,
        expected=str(variant.expected),
        found=str(variant.found),
        what=f"{variant.parameter} is {variant.found}, not {variant.expected}",
        unexplained=unexplained,
        of=of,
        variant=variant,
    )


def _named(
    parameter: str, layer: Layer, unit: int | None, expected: str, found: str, what: str, unexplained: int, of: int
) -> Explanation:
    return Explanation(
        parameter=parameter,
        layer=layer.name,
        unit=unit,
        expected=expected,
        found=found,
        what=what,
        unexplained=unexplained,
        of=of,
    )
