"""From a network to transistors: mapping, netlist, simulation by ngspice. Knows nothing of the digital side."""

from codesign.analog.export import export
from codesign.analog.measure import Die, measure

__all__ = ["Die", "export", "measure"]
