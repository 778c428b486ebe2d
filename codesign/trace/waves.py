"""Waveform files of digital simulators (VCD, FST), read by pywellen, the Python side of the Surfer viewer's reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.errors import MissingToolError, ToolError

__all__ = ["Clocked", "read_clocked"]

NetPath = tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Clocked:
    """Nets as they stand before each rising edge of a clock."""

    time_s: NDArray[np.float64]
    """(cycles,): when the edges are."""
    words: dict[NetPath, list[int | None]]
    """Of each net a value per cycle; None where a bit is neither 0 nor 1."""
    widths: dict[NetPath, int]
    """Of each net its bits."""
    resolution_s: float
    """One count of the file's own times."""
    names: dict[NetPath, str]
    """What each net is called in the file, its scopes joined by dots, as viewers want it."""


def read_clocked(
    file: Path, *, clock: NetPath, nets: Iterable[NetPath], top: str, optional: Iterable[NetPath] = ()
) -> Clocked:
    """Read ``nets`` of the design ``top`` (paths below it) from ``file``, and those of ``optional`` that it has.

    Raises MissingToolError without pywellen, ToolError for a file that it cannot read and for a net that is missing.
    """
    if find_spec("pywellen") is None:
        raise MissingToolError(
            "pywellen (reader of waveforms) is not installed; install it with 'pip install codesign[sim]'"
        )
    try:
        found: Any = import_module("pywellen").Waveform(str(file))
    except Exception as error:  # the library raises what it likes, a plain Exception among it
        raise ToolError(f"the waveform file {file.name} cannot be read ({error})") from None
    variables = {variable.full_name: variable for variable in found.all_vars()}
    # Some simulators put the design into a scope of its name, some into one more, some into none.
    prefix = next((p for p in (f"{top}.", f"TOP.{top}.", "") if p + ".".join(clock) in variables), None)
    if prefix is None:
        raise ToolError(f"the waveform file {file.name} has no net {'.'.join(clock)}")
    wanted = [clock, *nets]
    names = {path: prefix + ".".join(path) for path in (*wanted, *optional)}
    for path in dict.fromkeys(wanted):
        if names[path] not in variables:
            raise ToolError(
                f"the waveform file {file.name} has no net {names[path]}; keep the names of ports and registers where "
                "you edit a design"
            )
    seconds = found.timescale.factor * 10.0 ** found.timescale.unit.to_exponent()
    edges = _rising(variables[names[clock]].tv)
    here = {path: name for path, name in names.items() if name in variables}
    return Clocked(
        time_s=edges * seconds,
        resolution_s=seconds,
        words={path: _before(variables[name].tv, edges) for path, name in here.items()},
        widths={path: variables[name].bitwidth or 1 for path, name in here.items()},
        names=here,
    )


def _rising(changes: Sequence[tuple[int, Any]]) -> NDArray[np.int64]:
    found, before = [], 1
    for time, value in changes:
        if value == 1 and before == 0:
            found.append(time)
        before = value
    return np.array(found, dtype=np.int64)


def _before(changes: Sequence[tuple[int, Any]], edges: NDArray[np.int64]) -> list[int | None]:
    """The value that stands before each of ``edges``; a change at the edge itself comes after it."""
    times = np.array([time for time, _ in changes], dtype=np.int64)
    values = [value if isinstance(value, int) else None for _, value in changes]
    places = np.searchsorted(times, edges, side="left") - 1
    return [values[place] if place >= 0 else None for place in places]
