"""The circuit as a SPICE deck of macro-models, for networks that are too large for transistors.

Signals are voltages, 1 V per unit current. A port is a rectifier and a lag for each of its two gate lines, a weight one
voltage-controlled current source, a memory cell one B-source that charges a capacitor, and one that tells whether it is
high. Gains, thresholds and times are those of the vectorised model (:mod:`codesign.analog.vectorised`), with the
mismatch of a die where one is wanted; but here time goes on within a step, so that signals cross as on the chip.

Error: see the table in :mod:`codesign.analog.vectorised`. Processor time of ngspice: a clip of keyword-bmru (13 -> 4 ->
two blocks -> 2, 50 steps) 0.04 s, at transistor level 2.7 s; a digit of digits-bmru (8 -> 32 -> 16 -> 10, 8 steps)
0.05 s and 15 s.
"""

from codesign.analog.behavioural.export import export
from codesign.analog.behavioural.measure import measure

__all__ = ["export", "measure"]
