"""Learning curves of a study: the validation score after so many updates, mean over the seeds within their range."""

import io
from collections.abc import Mapping
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["svg"]

_PER_PANEL = 6
"""More curves with their ranges cannot be told apart."""
_COLUMNS = 2


def svg(found: Mapping[str, Any]) -> str:
    """Panels of a few variants each, in the order of the recipe; the same bytes for the same results."""
    named = list(found["variants"].items())
    panels = [dict(named[first : first + _PER_PANEL]) for first in range(0, len(named), _PER_PANEL)]
    columns = min(_COLUMNS, len(panels))
    rows = -(-len(panels) // columns)
    figure = Figure(figsize=(4.8 * columns, 0.4 + 3.1 * rows), layout="constrained")
    every = list(figure.subplots(rows, columns, squeeze=False, sharey=True).flat)
    for axes, variants in zip(every, panels, strict=False):
        _draw(axes, variants)
    for axes in every[len(panels) :]:
        axes.axis("off")
    figure.suptitle(found["title"], fontsize=10)
    figure.supxlabel("updates", fontsize=9)
    figure.supylabel(f"{found['curve']}, %", fontsize=9)
    buffer = io.StringIO()
    # Names of clip paths would be random, and the date is now.
    with matplotlib.rc_context({"svg.hashsalt": found["study"], "svg.fonttype": "none"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _draw(axes: Axes, variants: Mapping[str, Mapping[str, Any]]) -> None:
    for name, variant in variants.items():
        seeds = [[100 * value for value in seed] for seed in variant["validation"]]
        points = list(zip(*seeds, strict=True))
        (line,) = axes.plot(variant["updates"], [sum(at) / len(at) for at in points], label=name, linewidth=1.6)
        lowest, highest = [min(at) for at in points], [max(at) for at in points]
        axes.fill_between(variant["updates"], lowest, highest, color=line.get_color(), alpha=0.1, linewidth=0)
    axes.grid(alpha=0.3)
    axes.set_ylim(0, 103)
    axes.tick_params(labelsize=8)
    axes.legend(fontsize=7, framealpha=0.7)
