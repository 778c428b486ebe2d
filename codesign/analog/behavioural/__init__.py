"""The circuit as a SPICE deck of macro-models, for networks that are too large for transistors.

Signals are voltages, 1 V per unit current. A port is a rectifier and a lag for each of its two gate lines, a weight one
voltage-controlled current source, a memory cell one B-source that charges a capacitor, and one that tells whether it is
high. Gains, thresholds and times are those of the vectorised model (:mod:`codesign.analog.vectorised`), with the
mismatch of a die where one is wanted; but here time goes on within a step, so that signals cross as on the chip.
"""

from codesign.analog.behavioural.export import export
from codesign.analog.behavioural.measure import measure

__all__ = ["export", "measure"]
