"""A sum or a state over the steps: expected, found, limits, and how far apart the two may be."""

from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from codesign.trace.found import Quantity
from codesign.trace.style import ALLOWED, EXPECTED, FOUND, LIMIT, PAPER, SHADE, SMALL, WRONG

__all__ = ["draw_key", "draw_quantity"]


def draw_quantity(axes: Axes, quantity: Quantity, *, step: int, steps: range, first_step: int) -> None:
    """``quantity`` in the ``steps``; ``step`` is shaded. Before ``first_step`` nothing was run."""
    chosen = np.array(steps)
    expected, found = quantity.expected[chosen], quantity.found[chosen]
    axes.axvspan(step - 0.5, step + 0.5, color=SHADE, linewidth=0, zorder=0)
    for place, (name, level) in enumerate(sorted(quantity.limits.items(), key=lambda item: item[1])):
        axes.axhline(level, color=LIMIT, linewidth=0.6, linestyle=(0, (4, 2)), zorder=1)
        axes.annotate(
            name, (1.0, level), xycoords=("axes fraction", "data"), xytext=(1, 0), textcoords="offset points",
            color=LIMIT, fontsize=SMALL, va="bottom" if place else "top", annotation_clip=False,
        )  # fmt: skip
    if np.any(quantity.allowed[chosen] > 0):
        for place, value, allowed in zip(chosen, expected, quantity.allowed[chosen], strict=True):
            axes.fill_between(
                [place - 0.5, place + 0.5], value - allowed, value + allowed, color=ALLOWED, linewidth=0, zorder=0.5
            )
    for place, value in zip(chosen, expected, strict=True):
        axes.plot([place - 0.42, place + 0.42], [value, value], color=EXPECTED, linewidth=2.6, zorder=2,
                  solid_capstyle="butt")  # fmt: skip
    differs = quantity.differs[chosen]
    axes.plot(chosen[~differs], found[~differs], "o", color=FOUND, markersize=2.6, zorder=3)
    axes.plot(chosen[differs], found[differs], "X", color=WRONG, markersize=4.2, markeredgewidth=0, zorder=4)
    for place in chosen[chosen < first_step]:
        axes.annotate("not run", (place, quantity.expected[place]), fontsize=SMALL, ha="center", va="bottom")
    axes.set_xlim(chosen[0] - 0.5, chosen[-1] + 0.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(y=0.2)
    if quantity.kind == "state" and set(np.unique(quantity.expected)) <= {0.0, 1.0}:
        axes.set_ylim(-0.35, 1.35)
        axes.set_yticks([0, 1])
    axes.set_ylabel("\n/ ".join(filter(None, (quantity.name, quantity.unit))), labelpad=2)
    if differs.any():
        _compare(axes, quantity, step)


def draw_key(axes: Axes, *, margin: bool) -> None:
    """What the marks mean, above the panel; ``margin`` says whether a value may be a little off."""
    if margin:
        axes.fill_between([], [], color=ALLOWED, linewidth=0, label="margin")
    axes.plot([], [], color=EXPECTED, linewidth=2.6, label="expected by the twin")
    axes.plot([], [], "o", color=FOUND, markersize=2.6, label="found")
    axes.plot([], [], "X", color=WRONG, markersize=4.2, markeredgewidth=0, label="found, off")
    axes.legend(loc="lower right", bbox_to_anchor=(1.0, 0.97), ncols=4, handlelength=1.2, columnspacing=0.9,
                borderpad=0.1)  # fmt: skip


def _side(axes: Axes, step: int) -> Literal["left", "center", "right"]:
    """On which side of the text its place is, so that it stays in the panel."""
    first, last = axes.get_xlim()
    share = (step - first) / (last - first)
    return "left" if share < 0.3 else "right" if share > 0.7 else "center"


def _compare(axes: Axes, quantity: Quantity, step: int) -> None:
    """In words at the step meant, if it is off there."""
    if not quantity.differs[step]:
        return
    value, expected = float(quantity.found[step]), float(quantity.expected[step])
    low, high = axes.get_ylim()
    up = value < (low + high) / 2
    axes.annotate(
        f"{value:.4g} instead of {expected:.4g}",
        (step, value),
        xytext=(0, 5 if up else -5),
        textcoords="offset points",
        ha=_side(axes, step),
        va="bottom" if up else "top",
        fontsize=SMALL,
        color=WRONG,
        zorder=5,
        bbox={"boxstyle": "square,pad=0.1", "facecolor": PAPER, "edgecolor": "none", "alpha": 0.8},
    )
