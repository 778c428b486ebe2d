"""What others published of a model like this one, as its card (``README.md`` in the model's folder) tells it.

A line of the card that reads ``Published power: 100 nW (source)`` is that figure; anything else is prose.
"""

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Published", "published"]

_LINE = re.compile(r"^[-*\s]*Published power: (?:about )?([0-9.]+) (f|p|n|u|µ|m|)W \((.{1,200})\)\.?$", re.MULTILINE)
_PREFIXES = {"f": 1e-15, "p": 1e-12, "n": 1e-9, "u": 1e-6, "µ": 1e-6, "m": 1e-3, "": 1.0}


@dataclass(frozen=True, kw_only=True)
class Published:
    """A power in watts, and where it was published."""

    power_w: float
    source: str


def published(folder: Path) -> Published | None:
    """The figure that the card of the model in ``folder`` gives; None without a card or without such a line."""
    card = Path(folder) / "README.md"
    if not card.is_file():
        return None
    line = _LINE.search(card.read_text(encoding="utf-8"))
    if line is None or not re.fullmatch(r"[0-9]+(\.[0-9]+)?", line.group(1)):
        return None
    return Published(power_w=float(line.group(1)) * _PREFIXES[line.group(2)], source=line.group(3))
