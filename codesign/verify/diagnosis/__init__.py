"""Why a target differs from the twin: the fault that explains what was measured, and what the design's text shows."""

from codesign.verify.diagnosis.case import Case
from codesign.verify.diagnosis.run import diagnosed

__all__ = ["Case", "diagnosed"]
