"""Measure on transistors what the vectorised circuit model knows of a technology.

``python scripts/calibrate.py TECHNOLOGY``: a minute of ngspice per set of conditions. The result replaces the entry of
the same conditions in ``circuits/TECHNOLOGY/vectorised.yaml``; with no options these are the technology's own.
"""

import sys
import time
from collections.abc import Mapping, Sequence
from typing import Annotated

import typer
import yaml

from codesign.analog.technology import Technology
from codesign.analog.vectorised import calibration
from codesign.analog.vectorised.calibrate import calibrate
from codesign.cli.circuit import Corner, Supply, Temperature, Use, loaded
from codesign.cli.screen import print_error, say
from codesign.errors import CodesignError
from codesign.files import write_file

HEADER = """\
# What the vectorised circuit model (codesign/analog/vectorised) knows of this technology. memory_cell says, by hand,
# of which mirrors a variant of the cell makes its thresholds and its gain; calibrations are measured on transistors
# by scripts/calibrate.py, one entry per set of conditions. Fields: codesign/analog/vectorised/calibration.py.
"""


def main(
    technology: Annotated[str, typer.Argument(help="A folder of circuits/.")],
    corner: Corner = None,
    temperature: Temperature = None,
    supply: Supply = None,
    use: Use = None,
    again: Annotated[
        bool, typer.Option("--again", help="All entries that there are, after a change of a cell.")
    ] = False,
) -> None:
    """Calibrate the vectorised circuit model."""
    chosen = loaded(technology, corner, temperature, supply, use)
    structures, known = calibration.read(chosen)
    wanted = [_at(chosen, entry) for entry in known] if again else [chosen]
    for conditions in wanted:
        begin = time.perf_counter()
        found = calibrate(conditions)
        known = [*(entry for entry in known if entry.conditions != found.conditions), found]
        _write(chosen, structures, sorted(known, key=lambda entry: repr(entry.conditions)))
        say(f"{calibration.shown(found.conditions)}: {time.perf_counter() - begin:.0f} s, largest residuals")
        for name in ("threshold_upper", "threshold_lower", "mirror_cell_negative", "mirror_cell_positive"):
            say(f"  {name}: {found.error[name]:.2g}")


def _at(technology: Technology, entry: calibration.Calibration) -> Technology:
    given = entry.conditions
    return technology.at(
        corner=str(given["corner"]),
        temperature_c=float(given["temperature_c"]),
        supply_v=float(given["supply_v"]),
        unit_current_a=float(given["unit_current_a"]),
        choice={block: str(given[block]) for block in technology.choice if block in given},
    )


def _write(
    technology: Technology,
    structures: Mapping[str, calibration.Structure],
    entries: Sequence[calibration.Calibration],
) -> None:
    value = {
        "version": 1,
        "memory_cell": {
            name: entry.model_dump(mode="json", exclude_defaults=True) for name, entry in structures.items()
        },
        "calibrations": [calibration.plain(entry) for entry in entries],
    }
    text = yaml.safe_dump(value, sort_keys=False, default_flow_style=None, width=118)
    write_file(technology.folder / calibration.FILE, HEADER + text)


if __name__ == "__main__":
    try:
        typer.run(main)
    except CodesignError as error:
        print_error(str(error))
        sys.exit(error.exit_status)
