"""Characterise a cell of the library: its datasheet run in ngspice, with pass or fail."""

from codesign.analog.characterise.datasheet import Datasheet, load, names
from codesign.analog.characterise.result import Result
from codesign.analog.characterise.run import characterise

__all__ = ["Datasheet", "Result", "characterise", "load", "names"]
