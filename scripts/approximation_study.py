"""What a function in fixed point costs against how far off it is: tanh, exp and the sigmoid by every method.

    python scripts/approximation_study.py              # some minutes: every design through yosys
    python scripts/approximation_study.py --output build/approximation

writes ``study.json`` and ``study.md`` (default: codesign/approximation). The error is measured at every input; LUTs are
those of the design as a combinational module of its own on an ECP5, by ``yosys synth_ecp5 -nodsp``: LUT4, and two
for each carry cell CCU2C. With hard multipliers (``synth_ecp5``), lines cost one MULT18X18D and the last column.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from amaranth.back import rtlil

from codesign import resources, tools
from codesign.approximation import EXP, SIGMOID, TANH, Approximation, FixedPoint, Function, approximate, methods
from codesign.digital.approximation import ApproximationCore
from codesign.errors import InputError
from codesign.files import write_file, write_json

INPUT = FixedPoint(width=14, fraction=10)
ERRORS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
LARGEST_TABLE = 2100
"""Lines; a larger table belongs into block RAM."""
STUDIED: tuple[tuple[Function, FixedPoint, FixedPoint], ...] = (
    (TANH, INPUT, FixedPoint(width=11, fraction=10)),
    (SIGMOID, INPUT, FixedPoint(width=10, fraction=10, signed=False)),
    (
        EXP.scaled(inner=-1),
        FixedPoint(width=13, fraction=10, signed=False),
        FixedPoint(width=10, fraction=10, signed=False),
    ),
)
COLUMNS = ("method", "entries", "entry bits", "largest error", "LUT", "estimate", "LUT beside a multiplier")


def main() -> None:
    """Measure, and write both files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=resources.folder("codesign") / "approximation")
    output = parser.parse_args().output
    rows = [row for studied in STUDIED for error in ERRORS for row in measured(*studied, error)]
    study = {
        "command": "python scripts/approximation_study.py",
        "yosys": tools.version("yosys"),
        "target": "ECP5, synth_ecp5 -nodsp",
        "designs": rows,
    }
    write_json(output / "study.json", study)
    write_file(output / "study.md", markdown(study))


def measured(function: Function, source: FixedPoint, target: FixedPoint, error: float) -> list[dict[str, Any]]:
    """The design of each method for one error; none where a method has none that small."""
    rows = []
    for method in methods():
        try:
            design = approximate(function, source, target, error_bound=error, method=method)
        except InputError:
            continue
        if design.entries > LARGEST_TABLE:
            continue
        row = {"error_bound": error, **design.json(), "luts": luts(design)}
        if not design.is_constant:
            row["luts_beside_multiplier"] = luts(design, multiplier=True)
        rows.append(row)
    return rows


def luts(design: Approximation, *, multiplier: bool = False) -> int:
    """LUTs of four inputs on an ECP5, of the combinational module alone; ``multiplier``: beside hard multipliers."""
    with tempfile.TemporaryDirectory(prefix="codesign-") as name:
        folder = Path(name)
        (folder / "core.il").write_text(rtlil.convert(ApproximationCore(design), name="core", emit_src=False))
        options = "" if multiplier else "-nodsp"
        script = f"read_rtlil core.il; synth_ecp5 {options} -top core; tee -o stat.json stat -json"
        tools.run("yosys", ["-q", "-p", script], folder=folder, time_limit_s=600)
        cells = json.loads((folder / "stat.json").read_text())["design"]["num_cells_by_type"]
    return int(cells.get("LUT4", 0) + 2 * cells.get("CCU2C", 0))


def markdown(study: dict[str, Any]) -> str:
    """One table per function."""
    lines = [
        "# Cost of tanh, sigmoid and exp in fixed point",
        "",
        f"`{study['command']}`, yosys {study['yosys']}. Errors are in steps of the output (0.5: exact rounding), the",
        "largest over every input. LUT: LUT4 of the combinational module alone on an ECP5 (two for a carry cell), no",
        "hard multipliers; last column: LUT4 beside one MULT18X18D. Estimate: what designs are chosen by.",
    ]
    named = None
    for row in study["designs"]:
        name = f"{row['function']}, {row['input']} to {row['output']}"
        if name != named:
            lines += ["", f"## {name}", "", "| " + " | ".join(COLUMNS) + " |", "|---" * len(COLUMNS) + "|"]
            named = name
        values = (
            row["method"],
            row["entries"],
            row["entry_bits"],
            f"{row['largest_error']:.2f}",
            row["luts"],
            row["estimated_luts"],
            row.get("luts_beside_multiplier", "-"),
        )
        lines.append("| " + " | ".join(map(str, values)) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
