"""What a trace found as tables: of the steps for the screen and as CSV, of the signals as CSV."""

import csv
import io
from collections.abc import Sequence

import numpy as np

from codesign.trace.found import Found, Quantity

__all__ = ["inputs_text", "signals_csv", "steps_csv", "steps_table", "window_of"]

_SHOWN_INPUTS = 8


def window_of(found: Found, step: int, window: int) -> range:
    """The steps around ``step``, as far as there are so many."""
    return range(max(0, step - window), min(len(found.quantities[0].expected), step + window + 1))


def inputs_text(found: Found, step: int) -> str:
    """The inputs of a step that are not 0, as number:value, in as many words as a line of a table takes."""
    values = [(index, *_pair(quantity, step)) for index, quantity in enumerate(found.inputs)]
    there = [(index, text) for index, text, zero in values if not zero]
    if not there:
        return "none"
    ones = all(text == "1" for _, text in there)
    words = [str(index) if ones else f"{index}:{text}" for index, text in there]
    more = f" and {len(words) - _SHOWN_INPUTS} more" if len(words) > _SHOWN_INPUTS else ""
    return " ".join(words[:_SHOWN_INPUTS]) + more


def _pair(quantity: Quantity, step: int) -> tuple[str, bool]:
    expected, value = float(quantity.expected[step]), float(quantity.found[step])
    if quantity.differs[step]:
        return f"{value:.4g}(!{expected:.4g})", False
    return f"{expected:.4g}", expected == 0


def steps_table(found: Found, steps: range, marked: int) -> tuple[list[str], list[list[str]]]:
    """Column heads and rows: the step, the layer's inputs, and of every sum and state what was expected and found."""
    heads = ["step", "inputs"]
    for quantity in found.quantities:
        heads += [f"{quantity.name} expected", "found"]
    rows = []
    for step in steps:
        row = [f"{'>' if step == marked else ''}{step}", inputs_text(found, step)]
        for quantity in found.quantities:
            value = float(quantity.found[step])
            text = "not run" if np.isnan(value) else f"{value:.4g}{' !' if quantity.differs[step] else ''}"
            row += [f"{float(quantity.expected[step]):.4g}", text]
        rows.append(row)
    return heads, rows


def steps_csv(found: Found) -> str:
    """All steps of the sample: a column pair for every input, sum and state; an empty field where nothing was run."""
    quantities = [*found.inputs, *found.parts, *found.quantities]
    head = ["step"]
    for quantity in quantities:
        unit = f" / {quantity.unit}" if quantity.unit else ""
        head += [f"{quantity.name} expected{unit}", f"{quantity.name} found{unit}"]
        head += [f"{name} limit of {quantity.name}{unit}" for name in quantity.limits]
    rows: list[Sequence[object]] = [head]
    for step in range(len(found.quantities[0].expected)):
        row: list[object] = [step]
        for quantity in quantities:
            row += [_number(quantity.expected[step]), _number(quantity.found[step])]
            row += [_number(level) for level in quantity.limits.values()]
        rows.append(row)
    return _text(rows)


def signals_csv(found: Found) -> str:
    """The signals that are drawn, a row per point: panel, signal, unit, place on the axis, value, text."""
    rows: list[Sequence[object]] = [["panel", "signal", "unit", found.axis, "value", "text"]]
    for signal in found.signals:
        for index, (place, value) in enumerate(zip(signal.at, signal.values, strict=True)):
            if np.isnan(value):
                continue
            text = signal.texts[index] if signal.texts else ""
            rows.append([signal.panel, signal.name, signal.unit, _number(place), _number(value), text])
    return _text(rows)


def _number(value: float) -> str:
    return "" if np.isnan(value) else f"{float(value):.9g}"


def _text(rows: Sequence[Sequence[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()
