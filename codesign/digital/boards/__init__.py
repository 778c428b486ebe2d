"""Boards: a YAML file each in ``hdl/boards``, found by listing that folder; adding a board is adding a file."""

from codesign.digital.boards.board import Board, Pins, Uart, load, names
from codesign.digital.boards.top import BoardTop

__all__ = ["Board", "BoardTop", "Pins", "Uart", "load", "names"]
