"""How the drawings of traces look: for a column of a paper, and the same bytes on every machine."""

from typing import Any

__all__ = ["ALLOWED", "BUS", "BUS_WRONG", "COLOURS", "COLUMN_INCHES", "EDGE", "EXPECTED", "FOUND", "GAP", "LIMIT",
           "PAPER", "SETTINGS", "SHADE", "SMALL", "WRONG"]  # fmt: skip

COLUMN_INCHES = 3.5
SMALL = 5.5
"""Points: numbers in traces and marks."""
EXPECTED, FOUND, WRONG, LIMIT = "#9a9a9a", "#1f4e8c", "#c1272d", "#7a5195"
ALLOWED, SHADE = "#dcdcdc", "#fbe9c6"
BUS, BUS_WRONG, PAPER = "#d7e3f4", "#f7d4d4", "#ffffff"
"""What is filled."""
EDGE, GAP = "#e1e1e1", "#808080"
"""Boundaries of steps and cycles, and where cycles are left out."""
COLOURS = ("#1f4e8c", "#d9822b", "#2e8b57", "#8c564b", "#7a5195", "#008b8b")
"""Of lines that belong together."""
SETTINGS: Any = {
    "font.size": 6.5,
    "axes.titlesize": 6.5,
    "axes.labelsize": 6.5,
    "axes.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.labelsize": 6,
    "ytick.labelsize": 6,
    "xtick.major.size": 2,
    "ytick.major.size": 2,
    "xtick.major.width": 0.5,
    "ytick.major.width": 0.5,
    "xtick.major.pad": 1.5,
    "ytick.major.pad": 1.5,
    "legend.fontsize": 5.5,
    "legend.frameon": False,
    "lines.linewidth": 0.9,
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "codesign trace",
}
