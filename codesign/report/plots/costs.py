"""What each layer costs, as a share of the whole."""

from collections.abc import Iterator
from functools import partial

from matplotlib.figure import Figure

from codesign.report.costs import Cost, Costs, costs
from codesign.report.plots.plot import Material, PaperPlot
from codesign.report.plots.style import COLOURS, column
from codesign.report.svg import clean

__all__ = ["plots"]

_COLUMNS = {
    "part": "part",
    "parameters": "parameters (count)",
    "transistors": "transistors (count)",
    "area_m2": "area, estimated (m2)",
    "predicted_w": "power, predicted (W)",
    "simulated_w": "power, simulated (W)",
    "cycles_per_step": "cycles per step (count)",
    "register_bits": "registers (bit)",
    "memory_bits": "memories (bit)",
    "multipliers": "multipliers (count)",
    "adders": "adders (count)",
    "lut": "LUT (count)",
    "ff": "flip-flops (count)",
    "block_ram": "block RAMs (count)",
    "dsp": "DSP (count)",
}
_DRAWN = {"transistors": "transistors", "area_m2": "area", "predicted_w": "power", "register_bits": "register bits",
          "memory_bits": "memory bits", "lut": "LUT"}  # fmt: skip


def plots(material: Material) -> Iterator[PaperPlot]:
    """One plot, where there is hardware."""
    found = costs(material.result)
    if found is not None:
        yield PaperPlot(
            stem="costs",
            title="Cost of each layer, as a share of the whole",
            draw=partial(_draw, found),
            columns=tuple(_COLUMNS.values()),
            rows=[tuple(getattr(cost, name) for name in _COLUMNS) for cost in (*found.parts, found.chip)],
        )


def _draw(found: Costs) -> Figure:
    shown = [name for name in _DRAWN if getattr(found.chip, name)]
    figure = column(16 + 8 * len(shown))
    axes = figure.add_subplot()
    for row, name in enumerate(shown):
        left = 0.0
        for index, cost in enumerate(found.parts):
            share = _share(cost, found.chip, name)
            axes.barh(row, share, left=left, height=0.7, color=COLOURS[index % len(COLOURS)],
                      alpha=1.0 if index < len(COLOURS) else 0.5)  # fmt: skip
            left += share
    axes.set_yticks(range(len(shown)), [_DRAWN[name] for name in shown])
    axes.invert_yaxis()
    axes.set_xlim(0, 100)
    axes.set_xlabel("share (%)")
    labels = clean([cost.part for cost in found.parts], 18)
    figure.legend(axes.patches[: len(found.parts)], labels, loc="outside lower center", ncols=3)
    return figure


def _share(cost: Cost, whole: Cost, name: str) -> float:
    value = getattr(cost, name)
    return 0.0 if value is None else 100 * value / getattr(whole, name)
