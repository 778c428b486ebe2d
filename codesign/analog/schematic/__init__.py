"""Schematics, drawn from the netlist: any subcircuit of any technology, placed and wired without help.

Supply on top, ground at the bottom, PMOS above NMOS; what is in series stands in one column, what shares a gate line
side by side. :mod:`~codesign.analog.schematic.read` says what is to be drawn, :mod:`~codesign.analog.schematic.place`
where each element stands, :mod:`~codesign.analog.schematic.layout` connects them on a grid, and
:mod:`~codesign.analog.schematic.draw` makes lines and texts of it; :mod:`~codesign.analog.schematic.chip` draws what is
above the transistors as blocks.
"""

from codesign.analog.schematic.chip import as_cell, chip_sheet
from codesign.analog.schematic.draw import draw, sheet, write

__all__ = ["as_cell", "chip_sheet", "draw", "sheet", "write"]
