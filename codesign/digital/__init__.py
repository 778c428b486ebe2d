"""The FPGA side: a network as an Amaranth design, as Verilog, and in simulation.

A design is a chain of layers between two streams (``streams``); a layer is weighted sums, the cell's own units and
a sender (``layer``, ``sums``, ``senders``; the units stand in each cell's ``rtl.py``); ``skip`` adds the outputs of
an earlier layer; the class comes out of ``decision``. Widths come from intervals (``interval``), cycles are
predicted by ``timing`` and counted in simulation.

Around a design can stand AXI4-Streams (``axi_stream``), or, in front of it, the encoder of its coding (``encoders``,
``pixel_design``), so that it takes pixels.
"""

from codesign.digital.design import NetworkDesign
from codesign.digital.export import export
from codesign.digital.options import Options
from codesign.digital.simulate import RtlRun, simulate
from codesign.digital.timing import predicted_cycles

__all__ = ["NetworkDesign", "Options", "RtlRun", "export", "predicted_cycles", "simulate"]
