"""Does everything in a network do something? Units, weights, input lines, layers: over samples, in the integer twin.

Quantising moves thresholds and rounds small weights to 0, so that a unit may never switch any more, or always be on,
and a layer may matter to no decision. :func:`check` counts what every unit does, takes each layer away in turn, and
says what it found in sentences; :func:`unconnected` needs no samples.
"""

from codesign.activity.check import check, unconnected
from codesign.activity.counts import InputActivity, LayerActivity, UnitActivity
from codesign.activity.findings import Finding
from codesign.activity.result import Activity

__all__ = ["Activity", "Finding", "InputActivity", "LayerActivity", "UnitActivity", "check", "unconnected"]
