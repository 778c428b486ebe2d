"""Learning curves of a study: the validation score after so many updates, mean over the seeds within their range."""

import io
from collections.abc import Mapping
from typing import Any

import matplotlib
from matplotlib.figure import Figure

__all__ = ["svg"]

_COLOURS = matplotlib.colormaps["tab20"].colors  # type: ignore[attr-defined]


def svg(found: Mapping[str, Any]) -> str:
    """One panel; the same bytes for the same results."""
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = figure.add_subplot()
    for index, (name, variant) in enumerate(found["variants"].items()):
        seeds = [[100 * value for value in seed] for seed in variant["validation"]]
        points = list(zip(*seeds, strict=True))
        colour = _COLOURS[index % len(_COLOURS)]
        style = "-" if index < len(_COLOURS) else "--"
        axes.plot(
            variant["updates"], [sum(at) / len(at) for at in points], style, color=colour, label=name, linewidth=1.4
        )
        axes.fill_between(
            variant["updates"],
            [min(at) for at in points],
            [max(at) for at in points],
            color=colour,
            alpha=0.08,
            linewidth=0,
        )
    axes.set_title(found["title"], fontsize=10)
    axes.set_xlabel("updates")
    axes.set_ylabel(f"{found['curve']}, %")
    axes.grid(alpha=0.3)
    axes.set_ylim(bottom=0)
    figure.legend(loc="outside right upper", fontsize=7, frameon=False)
    buffer = io.StringIO()
    # Names of clip paths would be random, and the date is now.
    with matplotlib.rc_context({"svg.hashsalt": found["study"], "svg.fonttype": "none"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"
