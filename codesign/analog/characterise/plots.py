"""A picture per quantity: over temperature, supply and unit current, a colour per corner, and the dies' histogram."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from codesign.analog.characterise.conditions import Point
from codesign.analog.characterise.result import Found, Result, Summary

__all__ = ["write"]

_AXES = {"temperature_c": "temperature / C", "supply_v": "supply / V", "unit_current_a": "unit current / A"}
_COLOURS = {"tt": "#222222", "ff": "#c1272d", "ss": "#0000a7", "fs": "#e69f00", "sf": "#008176"}
_OTHER = "#888888"
_DECADES = 100.0  # a quantity that spans more than this is drawn on a logarithmic axis
_SETTINGS: Any = {
    "font.size": 8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.linewidth": 0.4,
    "grid.alpha": 0.5,
    "lines.linewidth": 0.9,
    "lines.markersize": 3,
    "svg.fonttype": "none",
    "svg.hashsalt": "codesign characterise",
}


def write(result: Result, folder: Path) -> list[Path]:
    """``<quantity>.svg`` for every quantity that varies; returns the files. Limits over all points are dashed lines."""
    written = []
    with mpl.rc_context():
        mpl.rcdefaults()  # a user's matplotlibrc must not change the picture
        mpl.rcParams.update(_SETTINGS)
        for summary in result.summaries:
            drawing = _figure(result, summary)
            if drawing is not None:
                path = folder / f"{summary.name}.svg"
                drawing.savefig(path, metadata={"Date": None, "Creator": None})
                written.append(path)
    return written


def _figure(result: Result, summary: Summary) -> Figure | None:
    nominal, dies = result.of(summary.name), result.of(summary.name, dies=True)
    varied = [name for name in _AXES if len({getattr(item.point, name) for item in nominal}) > 1]
    count = len(varied) + bool(dies)
    if not count:
        return None
    drawing = Figure(figsize=(0.4 + 2.7 * count, 2.7), layout="constrained")
    drawing.suptitle(f"{result.datasheet.cell}, {result.technology}: {summary.quantity.text}", fontsize=8)
    panels: Sequence[Axes] = drawing.subplots(1, count, squeeze=False)[0]
    for axes, name in zip(panels, varied, strict=False):
        _over(axes, name, nominal, result.typical)
        axes.set_xlabel(_AXES[name])
        for verdict in summary.verdicts:
            if verdict.scope == "all":
                for end in (verdict.bounds.minimum, verdict.bounds.maximum):
                    if end is not None:
                        axes.axhline(end, color="#888888", linestyle="--", linewidth=0.8)
    if dies:
        _histogram(panels[-1], dies, summary)
    unit = f" / {summary.quantity.unit}" if summary.quantity.unit else ""
    panels[0].set_ylabel(f"{summary.name}{unit}" if varied else "dies")
    handles = {str(line.get_label()): line for axes in panels[: len(varied)] for line in axes.get_lines()}
    shown = [handles[corner] for corner in _COLOURS if corner in handles]
    if len(shown) > 1:
        drawing.legend(handles=shown, loc="outside right upper", frameon=False, handlelength=1)
    return drawing


def _over(axes: Axes, name: str, found: Sequence[Found], typical: Point) -> None:
    """A line per corner and setting, the other conditions typical."""
    others = [other for other in _AXES if other != name]
    kept = [item for item in found if all(getattr(item.point, o) == getattr(typical, o) for o in others)]
    for corner, setting in dict.fromkeys((item.point.corner, item.reading.setting) for item in kept):
        line = [
            (getattr(item.point, name), np.nan if item.reading.value is None else item.reading.value)
            for item in kept
            if (item.point.corner, item.reading.setting) == (corner, setting)
        ]
        x, y = zip(*sorted(line), strict=True)
        axes.plot(x, y, marker="o", color=_COLOURS.get(corner, _OTHER), alpha=0.7, label=corner)
    if name == "unit_current_a":
        axes.set_xscale("log")
    values = [item.reading.value for item in kept if item.reading.value is not None]
    if values and min(values) > 0 and max(values) > _DECADES * min(values):
        axes.set_yscale("log")


def _histogram(axes: Axes, dies: Sequence[Found], summary: Summary) -> None:
    """The dies of every setting, as outlines on common bins."""
    reached = [(item.reading.setting, item.reading.value) for item in dies if item.reading.value is not None]
    if not reached:
        return
    bins = np.histogram_bin_edges([value for _, value in reached], bins=20).tolist()
    for setting, style in zip(dict.fromkeys(setting for setting, _ in reached), _styles(), strict=False):
        values = [value for at, value in reached if at == setting]
        axes.hist(values, bins=bins, histtype="step", linestyle=style, color="#222222", linewidth=0.9)
    axes.set_xlabel(f"{len({item.point.die for item in dies})} dies, sigma up to {summary.sigma or 0:.2g}")


def _styles() -> Iterator[str]:
    while True:
        yield from ("-", "--", ":", "-.")
