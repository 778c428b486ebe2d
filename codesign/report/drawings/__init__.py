"""What the report draws of the hardware itself: schematics of the netlist and block diagrams of the RTL."""

from codesign.report.drawings.drawing import Drawing
from codesign.report.drawings.hierarchy import hierarchy
from codesign.report.drawings.schematics import schematics

__all__ = ["Drawing", "hierarchy", "schematics"]
