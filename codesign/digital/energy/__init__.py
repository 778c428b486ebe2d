"""An estimate of the dynamic energy of the core on an FPGA, from switching activity in simulation.

A range, not a figure: no vendor publishes what one event costs, so each constant is derived from a published
measurement, with its source and derivation beside it (``constants.yaml``). What it is good for: telling parts of a
design, and designs, from each other, and the order of magnitude.
"""

from codesign.digital.energy.estimate import METHOD, SCOPE, Energy, estimate, study

__all__ = ["METHOD", "SCOPE", "Energy", "estimate", "study"]
