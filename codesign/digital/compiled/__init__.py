"""A network's Verilog as a program of its own, for whole test sets: Verilator turns it into C++, ``c++`` compiles it.

Ten seconds to build, then several hundred thousand clock cycles per second: a hundred times what an event-driven
simulator reaches. Only ``harness.cpp`` runs beside the design, so Python makes the stimulus of many samples at once and
reads the states of many samples at once (``stimulus``, ``build``).
"""

from codesign.digital.compiled.build import WAVES, CompiledDesign, build

__all__ = ["WAVES", "CompiledDesign", "build"]
