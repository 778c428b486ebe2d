# mypy: disable-error-code="no-untyped-def, untyped-decorator, import-untyped, import-not-found"
"""The derivatives of :mod:`codesign.recurrence.surrogate` as device functions of Triton."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import triton
import triton.language as tl

__all__ = ["SURROGATES"]


@triton.jit
def _arctangent(distance, steepness):
    scaled = 3.141592653589793 * steepness * distance
    return steepness / (1.0 + scaled * scaled)


@triton.jit
def _fast_sigmoid(distance, steepness):
    root = 1.0 + 2.0 * steepness * tl.abs(distance)
    return steepness / (root * root)


@triton.jit
def _triangle(distance, steepness):
    return steepness * tl.maximum(1.0 - steepness * tl.abs(distance), 0.0)


SURROGATES: Mapping[str, Any] = MappingProxyType(
    {"arctangent": _arctangent, "fast_sigmoid": _fast_sigmoid, "triangle": _triangle}
)
"""Name, as in Surrogate.kind, to (distance x, steepness k) -> H'(x)."""
