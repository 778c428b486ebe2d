"""The results of a study as a Markdown table: every variant, every failure."""

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codesign.errors import InputError
from codesign.studies.summary import read_summary

__all__ = ["markdown", "overview", "replaced", "rows", "section"]

BEGIN, END = "<!-- studies: written by scripts/studies_table.py -->", "<!-- end of the studies -->"


def markdown(found: Mapping[str, Any], *, folder: str = "", curves: str = "") -> str:
    """Heading, what a reader must know, table. ``folder`` is where the recipe lies, ``curves`` the file of the plot."""
    header, body = rows(found)
    lines = [f"### {found['title']}", ""]
    if found["notes"]:
        lines += [" ".join(found["notes"].split()), ""]
    lines += [_row(header), _row(["---"] * len(header)), *map(_row, body), ""]
    said = [line for name, variant in found["variants"].items() if (line := _warmed_up(name, variant))]
    said += [f"not run: {name} ({reason})" for name, reason in found["left_out"].items()]
    said += [f"failed: {name}: {error}" for name, error in found["failed"].items()]
    if said:
        lines += [*(f"* {line}" for line in said), ""]
    command = f"`codesign train {folder}{'/' if folder else ''}{found['study']}.yaml`"
    lines += [command + (f", [curves]({curves})" if curves else "")]
    return "\n".join(lines) + "\n"


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
    place = f"{folder.parent.name}/{folder.name}"
    tables = [markdown(part, folder=place, curves=f"{folder.name}/{part['study']}.svg") for part in found]
    return "\n".join([overview(found), *tables]) if found else ""


def overview(found: Sequence[Mapping[str, Any]]) -> str:
    """Variants by studies: the mean score over the seeds in per cent, and the worst seed's."""
    names = list(dict.fromkeys(name for part in found for name in part["variants"]))
    plain = [name for name in names if not any(part["variants"].get(name, {}).get("quantised") for part in found)]
    lines = [_row(["cell", *(part["study"] for part in found)]), _row(["---"] * (len(found) + 1))]
    for name in plain:
        cells = []
        for part in found:
            tests = part["variants"].get(name, {}).get("test")
            main = next(iter(tests.values())) if tests else []
            cells.append(f"{_mean(main)} ({_percent(min(main))})" if main else "")
        lines.append(_row([name, *cells]))
    return "\n".join(lines) + "\n"


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


def _warmed_up(name: str, variant: Mapping[str, Any]) -> str:
    """What a warm-up did to the variability amongst attractors."""
    notes = [part for part in variant["notes"] if "vaa_before" in part]
    if not notes:
        return ""
    before, after = (statistics.fmean(part[key] for part in notes) for key in ("vaa_before", "vaa_after"))
    return f"{name}: VAA {before:.3f} before the warm-up, {after:.3f} after it (1/64 to 1, mean of layers and seeds)"


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
