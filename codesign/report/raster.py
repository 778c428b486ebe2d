"""Spikes of one sample, twin and target over each other."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from codesign import cells, coding
from codesign.network import Layer
from codesign.report.aligned import all_steps
from codesign.report.embedded import embedded
from codesign.report.svg import COLOURS, WIDE, figure, svg, ticks
from codesign.report.titles import target_noun
from codesign.verify.run import VerifyResult

__all__ = ["RasterPlot", "raster_plot", "spikes"]

_RING, _DOT = 26, 11


@dataclass(frozen=True, kw_only=True)
class RasterPlot:
    """One sample's spikes in the twin and in a target; ``data`` is the same as JSON, for the plot one can zoom: of each
    panel the bits (steps, units), packed, of both."""

    sample: int
    drawing: Markup
    data: Markup
    both: int
    twin_only: int
    target_only: int


def spikes(layer: Layer, states: Mapping[str, NDArray[np.int64]]) -> NDArray[np.bool_] | None:
    """Spikes (samples, steps, units) read off a layer's states; None where they do not tell."""
    if not set(cells.spec(layer.kind).states) <= set(states):
        return None
    fired: NDArray[np.bool_] = cells.part(layer.kind, "twin").spikes(states) > 0
    return fired


def raster_plot(result: VerifyResult, name: str, unique: str) -> RasterPlot | None:
    """Target ``name`` in the sample of its first divergence, or in the first one; None without spikes."""
    target = result.targets[name]
    found: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}
    first = target.comparison.first_divergence
    sample = 0 if first is None else first.sample
    for layer in result.network.layers:
        if cells.spec(layer.kind).gives != "spike":
            continue
        measured = spikes(layer, target.measurement.states.get(layer.name, {}))
        if measured is not None and sample < measured.shape[0]:
            expected = result.trace.layers[layer.name].outputs > 0
            found[layer.name] = (expected[sample], all_steps(measured, expected)[sample])
    if not found:
        return None
    pairs = list(found.values())
    panels: list[tuple[str, NDArray[np.bool_], NDArray[np.bool_]]] = [(f"layer {n}", *p) for n, p in found.items()]
    if coding.signal(result.network.coding.kind) == "spike":
        given = result.inputs[sample] > 0
        panels.insert(0, ("input", given, given))
    return RasterPlot(
        sample=sample,
        drawing=_draw(panels, target_noun(name), f"{unique} raster", sample),
        data=embedded({"noun": target_noun(name), "panels": [_panel_data(*panel) for panel in panels]}),
        both=sum(int((twin & other).sum()) for twin, other in pairs),
        twin_only=sum(int((twin & ~other).sum()) for twin, other in pairs),
        target_only=sum(int((~twin & other).sum()) for twin, other in pairs),
    )


def _panel_data(title: str, twin: NDArray[np.bool_], other: NDArray[np.bool_]) -> dict[str, Any]:
    steps, units = twin.shape
    packed = (base64.b64encode(np.packbits(bits).tobytes()).decode() for bits in (twin, other))
    return {"title": title, "steps": steps, "units": units, **dict(zip(("twin", "target"), packed, strict=True))}


def _draw(panels: list[tuple[str, NDArray[np.bool_], NDArray[np.bool_]]], noun: str, name: str, sample: int) -> Markup:
    heights = [min(3.2, max(0.8, 0.034 * twin.shape[1])) for _, twin, _ in panels]
    with figure(WIDE, sum(heights) + 0.9) as drawing:
        all_axes = drawing.subplots(len(panels), 1, sharex=True, squeeze=False, height_ratios=heights)[:, 0]
        for axes, (title, twin, other) in zip(all_axes, panels, strict=True):
            _panel(axes, title, twin, other)
        all_axes[-1].set_xlabel("step (frame)")
        line = Line2D([], [], color=COLOURS["ink"], marker="|", linestyle="none", markersize=7)
        ring = Line2D([], [], color=COLOURS["bad"], marker="o", linestyle="none", fillstyle="none", markersize=5)
        dot = Line2D([], [], color=COLOURS["bad"], marker="o", linestyle="none", markersize=3.4)
        drawing.legend(
            [line, ring, dot], ["in both", "only in the twin", f"only in the {noun}"],
            loc="outside upper left", ncols=3, handletextpad=0.2, columnspacing=1.4,
        )  # fmt: skip
        return svg(drawing, name=name, label=f"spikes of sample {sample} in the twin and in the {noun}")


def _panel(axes: Axes, title: str, twin: NDArray[np.bool_], other: NDArray[np.bool_]) -> None:
    steps, units = twin.shape
    ticks(axes, *np.nonzero(twin & other), length=0.95, colour=COLOURS["ink"], width=2.0)
    missing, extra = np.nonzero(twin & ~other), np.nonzero(~twin & other)
    axes.scatter(
        missing[0], missing[1], s=_RING, facecolors="none", edgecolors=COLOURS["bad"], linewidths=0.9, zorder=3
    )
    axes.scatter(extra[0], extra[1], s=_DOT, color=COLOURS["bad"], linewidths=0, zorder=3)
    axes.set_xlim(-0.5, steps - 0.5)
    axes.set_ylim(units - 0.5, -0.5)
    axes.set_ylabel(f"{title}\nunit")
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axes.xaxis.set_major_locator(MaxNLocator(12, integer=True))
