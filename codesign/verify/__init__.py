"""Verification: software twin, circuit and RTL on the same inputs. A target is a file in ``targets/``."""

from codesign.measurement import Measurement, Waveform
from codesign.verify.compare import Comparison, compare
from codesign.verify.divergence import Cause, Divergence, Effect
from codesign.verify.examples import encoded_test_samples
from codesign.verify.options import CircuitOptions, Options, Progress, no_progress
from codesign.verify.run import TargetResult, VerifyResult, verify

__all__ = [
    "Cause",
    "CircuitOptions",
    "Comparison",
    "Divergence",
    "Effect",
    "Measurement",
    "Options",
    "Progress",
    "TargetResult",
    "VerifyResult",
    "Waveform",
    "compare",
    "encoded_test_samples",
    "no_progress",
    "verify",
]
