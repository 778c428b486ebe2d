"""Slow sweeps of a memory cell, up and down, with the thresholds that its fingers programme."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from codesign.report.plots.plot import Material, PaperPlot, stem
from codesign.report.plots.style import COLOURS, MUTED, column

__all__ = ["plots"]


_WORDS = {"up": "input rising", "down": "input falling"}


def plots(material: Material) -> Iterator[PaperPlot]:
    """A plot for each cell that was swept."""
    for name, target in material.result.targets.items():
        cells: dict[str, list[Mapping[str, Any]]] = {}
        for curve in target.measurement.figures.get("hysteresis") or ():
            if isinstance(curve, Mapping) and len(curve.get("input_a", ())) == len(curve.get("output_a", ())) > 1:
                cells.setdefault(str(curve.get("unit", "cell")), []).append(curve)
        for cell, curves in cells.items():
            yield PaperPlot(
                stem=stem("hysteresis", name, cell),
                title=f"Output over input current of {cell}; dashed: programmed thresholds",
                draw=partial(_draw, curves),
                columns=("direction", "input (A)", "output (A)"),
                rows=[
                    (str(curve.get("direction", "")), float(x), float(y))
                    for curve in curves
                    for x, y in zip(curve["input_a"], curve["output_a"], strict=True)
                ],
            )


def _draw(curves: Sequence[Mapping[str, Any]]) -> Figure:
    figure = column(52)
    axes = figure.add_subplot()
    for index, curve in enumerate(curves):
        axes.plot(np.asarray(curve["input_a"], float) * 1e9, np.asarray(curve["output_a"], float) * 1e9,
                  color=COLOURS[index % len(COLOURS)], label=_WORDS.get(str(curve.get("direction")), ""))  # fmt: skip
    for key in ("threshold_up_a", "threshold_down_a"):
        for value in {curve[key] for curve in curves if isinstance(curve.get(key), int | float)}:
            axes.axvline(value * 1e9, color=MUTED, linewidth=0.7, linestyle=(0, (4, 3)))
    # A cell that switches draws a short peak, beside which its levels could not be told apart.
    every = np.concatenate([np.asarray(curve["output_a"], float) for curve in curves]) * 1e9
    low, high = np.quantile(every, (0.005, 0.995))
    axes.set_ylim(low - 0.1 * (high - low), high + 0.2 * (high - low) + 1e-6)
    axes.set_xlabel("input current (nA)")
    axes.set_ylabel("output current (nA)")
    axes.legend()
    return figure
