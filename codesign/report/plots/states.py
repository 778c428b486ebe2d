"""States of one sample as maps of units over steps: the twin's, and where a target differs. Spikes are rasters of this
kind, too."""

from collections.abc import Iterator
from functools import partial

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from codesign.report.plots.plot import Material, PaperPlot, stem
from codesign.report.plots.style import BAD, column
from codesign.report.titles import target_title

__all__ = ["plots"]


def plots(material: Material) -> Iterator[PaperPlot]:
    """A map for every state of every layer and target, of the sample of the first divergence, or of the first one."""
    for name, target in material.result.targets.items():
        first = target.comparison.first_divergence
        sample = 0 if first is None else first.sample
        begin = target.measurement.first_step
        for layer, states in target.measurement.states.items():
            for state, values in states.items():
                expected = material.result.trace.layers[layer].states[state]
                if not sample < min(len(values), len(expected)):
                    continue
                twin, found = expected[sample, begin:], values[sample]
                yield PaperPlot(
                    stem=stem("states", name, layer, state),
                    title=f"{target_title(name)}: {state} of {layer} in sample {sample}; red rings: not as the twin's",
                    draw=partial(_draw, twin, found, state, begin),
                    columns=("step", "unit", f"{state}, twin (integer)", f"{state}, {name} (integer)"),
                    rows=[
                        (step + begin, unit, int(twin[step, unit]), int(found[step, unit]))
                        for step in range(twin.shape[0])
                        for unit in range(twin.shape[1])
                    ],
                )


def _draw(twin: NDArray[np.int64], found: NDArray[np.int64], state: str, begin: int) -> Figure:
    steps, units = twin.shape
    figure = column(min(110.0, 22 + 2.0 * units))
    axes = figure.add_subplot()
    low, high = min(twin.min(), found.min()), max(twin.max(), found.max())
    extent = (begin - 0.5, begin + steps - 0.5, units - 0.5, -0.5)
    image = axes.imshow(found.T, aspect="auto", interpolation="none", cmap="Greys", vmin=low, vmax=max(high, low + 1),
                        extent=extent)  # fmt: skip
    at = np.argwhere(twin != found)
    axes.plot(at[:, 0] + begin, at[:, 1], "o", markerfacecolor="none", markeredgecolor=BAD, markersize=3)
    axes.set_xlim(extent[:2])
    axes.set_ylim(extent[2:])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("step")
    axes.set_ylabel("unit")
    if high - low > 1:
        figure.colorbar(image, ax=axes, label=state)
    return figure
