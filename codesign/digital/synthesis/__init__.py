"""From a network to a board's bitstream, and what it takes of the FPGA."""

from codesign.digital.synthesis.figures import Figures, Timing
from codesign.digital.synthesis.flow import Synthesis, synthesise

__all__ = ["Figures", "Synthesis", "Timing", "synthesise"]
