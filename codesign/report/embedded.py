"""Data for the page's scripts, as JSON inside the page."""

import base64
import json
from typing import Any

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

__all__ = ["embedded", "packed"]


def embedded(value: Any) -> Markup:
    """JSON that cannot end the element it stands in: no ``<``, ``>``, ``&``, and nothing but ASCII."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def packed(values: NDArray[np.floating[Any]], kind: str) -> str:
    """Base64 of the values as little-endian floats: ``kind`` is "f4" or "f8"."""
    return base64.b64encode(np.ascontiguousarray(values, dtype=f"<{kind}").tobytes()).decode()
