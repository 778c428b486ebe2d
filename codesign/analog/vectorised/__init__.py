"""The circuit as arrays: a network on many dies at once, in the style of the twin, a million times as fast as ngspice.

A mirror has its gain (which depends on its node and, a little, on its current), a gate line its lag and its leakage, a
memory cell its thresholds with what it takes to switch within a step, and every transistor its mismatch: the same draw
that the transistor-level die has. All of that is measured on transistors
(:mod:`codesign.analog.vectorised.calibration`).
What a layer does with it is its cell's own matter (``codesign/cells/<kind>/vectorised.py``).

Left out: how signals cross within a step (a state is taken as settled by its end), second-order effects of mismatch (in
cascodes and switches), and that a mirror's gain depends on what else flows into its node.
"""

from codesign.analog.vectorised.model import Model, Run

__all__ = ["Model", "Run"]
