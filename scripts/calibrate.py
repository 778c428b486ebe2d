"""Measure on transistors what the vectorised circuit model knows of a technology.

``python scripts/calibrate.py TECHNOLOGY``: a minute of ngspice per set of conditions. The result replaces the entry of
the same conditions in ``circuits/TECHNOLOGY/vectorised.yaml``; with no options these are the technology's own.
"""

import sys
import time
from typing import Annotated

import typer
import yaml

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
) -> None:
    """Calibrate the vectorised circuit model."""
    chosen = loaded(technology, corner, temperature, supply, use)
    structures, known = calibration.read(chosen)
    begin = time.perf_counter()
    found = calibrate(chosen)
    kept = [entry for entry in known if entry.conditions != found.conditions]
    ordered = sorted([*kept, found], key=lambda entry: repr(entry.conditions))
    value = {
        "version": 1,
        "memory_cell": {
            name: entry.model_dump(mode="json", exclude_defaults=True) for name, entry in structures.items()
        },
        "calibrations": [calibration.plain(entry) for entry in ordered],
    }
    path = chosen.folder / calibration.FILE
    write_file(path, HEADER + yaml.safe_dump(value, sort_keys=False, default_flow_style=None, width=118))
    say(f"{path}: {len(ordered)} calibrations; this one took {time.perf_counter() - begin:.0f} s")
    for name, value in found.error.items():
        say(f"  largest residual, {name}: {value:.2g}")


if __name__ == "__main__":
    try:
        typer.run(main)
    except CodesignError as error:
        print_error(str(error))
        sys.exit(error.exit_status)
