"""The results of a study as a Markdown table: every variant, every failure."""

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codesign.errors import InputError
from codesign.studies.summary import read_summary

__all__ = ["markdown", "replaced", "rows", "section"]

BEGIN, END = "<!-- studies: written by scripts/studies_table.py -->", "<!-- end of the studies -->"


def markdown(found: Mapping[str, Any], *, level: int = 3, curves: str = "") -> str:
    """Heading, what a reader must know, table. ``curves`` is the file of the plot, if there is one to show."""
    header, body = rows(found)
    lines = [f"{'#' * level} {found['title']}", ""]
    if found["notes"]:
        lines += [" ".join(found["notes"].split()), ""]
    lines += [_row(header), _row(["---"] * len(header)), *map(_row, body), ""]
    lines += [f"Not run: {name} ({reason})." for name, reason in found["left_out"].items()]
    lines += [f"Failed: {name}: {error}" for name, error in found["failed"].items()]
    if curves:
        lines += [f"[Curves]({curves})"]
    return "\n".join(lines).rstrip() + "\n"


def rows(found: Mapping[str, Any]) -> tuple[list[str], list[list[str]]]:
    """Header and rows of text. Scores in per cent, mean and standard deviation over the seeds."""
    variants: Mapping[str, Mapping[str, Any]] = found["variants"]
    tests = list(dict.fromkeys(name for variant in variants.values() for name in variant["test"]))
    deviations = list(dict.fromkeys(name for variant in variants.values() for name in variant["mismatch"]))
    exported = any("integer" in variant for variant in variants.values())
    several = len(tests) > 1
    header = ["cell", "units", "parameters"]
    header += [f"{name}" if several else found["score"] for name in tests]
    header += ["worst, best seed"]
    header += [f"off by {name} %" for name in deviations]
    if exported:
        header += ["integer twin", "in floating point", "RTL"]
    body = []
    for name, variant in variants.items():
        main = variant["test"][tests[0]]
        row = [name, str(variant["units"]), str(variant["parameters"])]
        row += [_spread(variant["test"].get(test, [])) for test in tests]
        row += [f"{_percent(min(main))}, {_percent(max(main))}"]
        row += [_mean(variant["mismatch"].get(deviation, [])) for deviation in deviations]
        if exported:
            row += _exported(variant, variants, tests[0])
        body.append(row)
    return header, body


def section(folder: Path) -> str:
    """The tables of all results in ``folder``, for the README of the folder that it lies in."""
    found = [read_summary(path) for path in sorted(folder.glob("*.json"))]
    return "\n".join(markdown(part, curves=f"{folder.name}/{part['study']}.svg") for part in found)


def replaced(text: str, content: str) -> str:
    """``text`` with ``content`` between its two markers; raises InputError where they are not there."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise InputError(f"the text has no lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{content}\n{END}{after}"


def _exported(variant: Mapping[str, Any], variants: Mapping[str, Mapping[str, Any]], test: str) -> list[str]:
    """Accuracy of the integer twin, of the same in floating point, and what verification said of the RTL."""
    if "integer" not in variant:
        return ["", "", ""]
    differ = sum(part["differ"] for part in variant["integer"])
    integer = _spread([part["test"] for part in variant["integer"]])
    if differ:
        integer += f" ({differ} decisions NOT as trained)"
    reference = variants.get(variant["reference"])
    said = [
        f"{part['states_agree']:,} of {part['states']:,} states" + ("" if part["passed"] else ": FAIL")
        for part in variant["verify"]
    ]
    return [integer, _spread(reference["test"][test]) if reference else "", "; ".join(said)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _mean(values: Sequence[float]) -> str:
    return _percent(statistics.fmean(values)) if values else ""


def _spread(values: Sequence[float]) -> str:
    if not values:
        return ""
    if len(values) == 1:
        return _percent(values[0])
    return f"{_mean(values)} ± {_percent(statistics.stdev(values))}"
