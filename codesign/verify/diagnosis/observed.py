"""What was measured, cut down to the samples that a diagnosis looks at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.twin import LayerTrace, NetworkTrace
from codesign.twin.scores import scores

__all__ = ["Observed", "observed"]

_SAMPLES = 8
"""That differ, and as many of the first ones."""

States = Mapping[str, NDArray[np.int64]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Observed:
    """Some samples: what went in, what the twin says, and what was found up to the layer that differs first.

    Arrays are (samples, steps, ...); those of ``found`` begin with ``first_step``.
    """

    network: Network
    inputs: NDArray[np.int64]
    traces: Mapping[str, LayerTrace]
    found: Mapping[str, States]
    """Of every layer before :attr:`last` and of that one."""
    found_scores: NDArray[np.int64] | None
    """(samples, classes), where all states are right and only scores differ."""
    last: int
    """Position of the layer that differs first; the number of layers where only scores do."""
    first_step: int
    differing: tuple[int, ...]
    """Positions of the samples in which something differs."""
    leading: int
    """The first ones are the first samples of all, one behind the other as they were played."""

    def feed(self, position: int) -> tuple[NDArray[np.int64], Fraction]:
        """What the layer at ``position`` gets, according to the twin, and its scale."""
        if position == 0:
            parameters = self.network.coding
            return self.inputs, coding.scale(parameters.kind, parameters.parameters)
        before = self.traces[self.network.layers[position - 1].name]
        return before.outputs, before.scale

    def mismatches(self, traces: Mapping[str, LayerTrace], *, begin: int = 0) -> int:
        """Values that ``traces`` of the layers from ``begin`` on and their scores do not explain."""
        count = 0
        for layer in self.network.layers[begin : self.last + 1]:
            for state, values in self.found[layer.name].items():
                count += int((traces[layer.name].states[state][:, self.first_step :] != values).sum())
        if self.found_scores is not None:
            outputs = traces[self.network.layers[-1].name].outputs
            count += int((scores(self.network, outputs) != self.found_scores).sum())
        return count

    def after(self, position: int, changed: LayerTrace) -> dict[str, LayerTrace]:
        """All traces up to :attr:`last`, with ``changed`` (its own outputs, without what a skip connection adds) in the
        place of the layer at ``position``."""
        network = self.network
        traces = {layer.name: self.traces[layer.name] for layer in network.layers[:position]}
        own = changed
        for index in range(position, min(self.last, len(network.layers) - 1) + 1):
            layer = network.layers[index]
            if index > position:
                before = traces[network.layers[index - 1].name]
                own = cells.part(layer.kind, "twin").run(layer, before.outputs, before.scale)
            traces[layer.name] = own.plus(traces[layer.skip]) if layer.skip else own
        return traces

    def fewer(self, samples: int) -> "Observed":
        """The first ``samples`` in which something differs alone."""
        part = list(self.differing[:samples])
        return replace(
            self,
            inputs=self.inputs[part],
            traces={name: _part(trace, part) for name, trace in self.traces.items()},
            found={name: {state: values[part] for state, values in of.items()} for name, of in self.found.items()},
            found_scores=None if self.found_scores is None else self.found_scores[part],
            differing=tuple(range(len(part))),
            leading=0,
        )


def observed(
    network: Network, inputs: NDArray[np.int64], trace: NetworkTrace, measured: Measurement, *, layer: str
) -> Observed:
    """The first samples in which the states of ``layer`` (or, for ``decision``, the scores) differ, and the first of
    all, whether they do or not; of each at most eight."""
    names = [item.name for item in network.layers]
    last = names.index(layer) if layer in names else len(names)
    of_scores = last == len(names) and measured.scores is not None
    if last < len(names):
        differs = np.zeros(len(inputs), dtype=bool)
        for state, values in measured.states[layer].items():
            whole = trace.layers[layer].states[state][:, measured.first_step :]
            differs |= (whole != values).any(axis=(1, 2))
    else:
        differs = (measured.scores != trace.scores).any(axis=1) if measured.scores is not None else (
            measured.decisions != trace.decisions
        )  # fmt: skip
    leading = min(_SAMPLES, len(inputs))
    chosen = sorted({*range(leading), *(int(sample) for sample in np.flatnonzero(differs)[:_SAMPLES])})
    return Observed(
        network=network,
        inputs=inputs[chosen],
        traces={name: _part(found, chosen) for name, found in trace.layers.items()},
        found={
            name: {state: values[chosen] for state, values in measured.states[name].items()}
            for name in names[: last + 1]
        },
        found_scores=measured.scores[chosen] if of_scores and measured.scores is not None else None,
        last=last,
        first_step=measured.first_step,
        differing=tuple(position for position, sample in enumerate(chosen) if differs[sample]),
        leading=leading,
    )


def _part(trace: LayerTrace, chosen: list[int]) -> LayerTrace:
    return replace(
        trace,
        outputs=trace.outputs[chosen],
        states={name: values[chosen] for name, values in trace.states.items()},
        drive=None if trace.drive is None else trace.drive[chosen],
    )
