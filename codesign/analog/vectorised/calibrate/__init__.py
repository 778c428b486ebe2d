"""Measure on transistors what the vectorised model needs; see ``scripts/calibrate.py``."""

from codesign.analog.technology import Technology
from codesign.analog.vectorised.calibrate.lines import lines
from codesign.analog.vectorised.calibrate.mirrors import mirrors
from codesign.analog.vectorised.calibrate.settling import settling
from codesign.analog.vectorised.calibrate.threshold import memory_cell
from codesign.analog.vectorised.calibration import Calibration, conditions, library_digest, structure

__all__ = ["calibrate"]


def calibrate(technology: Technology) -> Calibration:
    """A minute of ngspice under the conditions of ``technology``; raises ToolError where it fails."""
    static = mirrors(technology)
    for decision in technology.variants["decision"]:
        more = mirrors(technology.at(choice={"decision": decision}))
        static["mirrors"] |= more["mirrors"]
        static["errors"] |= more["errors"]
    errors = static.pop("errors")
    cell, cell_errors = memory_cell(technology, structure(technology), static["mirrors"]["cell"].positive)
    return Calibration(
        conditions=conditions(technology),
        library=library_digest(technology),
        **static,
        **settling(technology),
        lines=lines(technology),
        memory_cell=cell,
        error={**errors, **cell_errors},
    )
