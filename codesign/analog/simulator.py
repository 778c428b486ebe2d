"""Run ngspice on a deck and read what it saved; anything it did not deliver is an error with its own reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from codesign import tools
from codesign.errors import ToolError

__all__ = ["Waveforms", "analyse", "simulate"]

# ngspice -b exits with 0 after a singular matrix or a failed measurement, so its log has to be read.
_FAULTS = (
    "error",
    "singular matrix",
    "timestep too small",
    "simulation(s) aborted",
    "no such vector",
    "could not find",
    "unknown",
    "failed",
)
# Routine for a bistable circuit: the operating point is found by another method than the first one tried.
_ROUTINE = ("gmin stepping failed", "source stepping failed", "note:", "warning:")


@dataclass(frozen=True, eq=False, kw_only=True)
class Waveforms:
    """A transient analysis: ``time_s`` (points,) and every saved vector, by ngspice's lower-case name."""

    time_s: NDArray[np.float64]
    values: Mapping[str, NDArray[np.float64]]

    def at(self, name: str, times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """A vector at given times, interpolated."""
        return np.asarray(np.interp(times_s, self.time_s, self.values[name]))


def simulate(deck: Path, wanted: Sequence[str], *, time_limit_s: float) -> Waveforms:
    """The transient analysis of ``deck``; errors as in :func:`analyse`."""
    values = analyse(deck, ["time", *wanted], time_limit_s=time_limit_s)
    return Waveforms(time_s=values["time"], values=values)


def analyse(deck: Path, wanted: Sequence[str], *, time_limit_s: float) -> dict[str, NDArray[np.float64]]:
    """Run ``deck`` in its own folder (``-n``: no start-up file of the user is executed), whatever real analysis it
    holds; the vectors of the first one, (points,) each, by ngspice's lower-case name.

    Raises ToolError with the log's own reason when ngspice does not converge, runs out of time or leaves out one
    of the ``wanted`` vectors.
    """
    raw = deck.with_suffix(".raw")
    finished = tools.run(
        "ngspice",
        ["-n", "-b", "-r", raw.name, deck.name],
        folder=deck.parent,
        time_limit_s=time_limit_s,
        check=False,
    )
    log = finished.stdout + finished.stderr
    reasons = [line.strip() for line in log.splitlines() if _is_fault(line)]
    if finished.status != 0 or not raw.is_file():
        raise ToolError(f"ngspice could not simulate {deck.name}: {'; '.join(reasons[:3]) or _tail(log)}")
    values = _read_raw(raw)
    missing = [name for name in wanted if name not in values]
    if missing:
        raise ToolError(f"ngspice left out {missing[0]} of {deck.name}: {'; '.join(reasons[:3]) or _tail(log)}")
    if reasons:
        raise ToolError(f"ngspice reports for {deck.name}: {'; '.join(reasons[:3])}")
    return values


def _is_fault(line: str) -> bool:
    lower = line.lower()
    return any(word in lower for word in _FAULTS) and not any(word in lower for word in _ROUTINE)


def _tail(log: str) -> str:
    return "; ".join(log.strip().splitlines()[-3:]) or "it printed nothing"


def _read_raw(path: Path) -> dict[str, NDArray[np.float64]]:
    """ngspice's binary raw file: text header up to ``Binary:``, then points x variables doubles."""
    content = path.read_bytes()
    head, marker, body = content.partition(b"Binary:\n")
    if not marker:
        raise ToolError(f"ngspice wrote no binary data into {path.name}")
    lines = head.decode(errors="replace").splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line and not line.startswith("\t"))
    names = [line.split("\t")[2].lower() for line in lines if line.startswith("\t") and len(line.split("\t")) >= 4]
    try:
        count, points = int(fields["No. Variables"]), int(fields["No. Points"])
        table = np.frombuffer(body, dtype="<f8", count=count * points).reshape(points, count)
    except (KeyError, ValueError) as error:
        raise ToolError(f"ngspice wrote an incomplete raw file {path.name} ({error})") from None
    if not np.all(np.isfinite(table)):
        raise ToolError(f"ngspice wrote NaN or infinity into {path.name}")
    return {_plain(name): table[:, index] for index, name in enumerate(names)}


def _plain(name: str) -> str:
    """``i(@m.x.y[id])`` is what ngspice calls the vector that was saved as ``@m.x.y[id]``."""
    return name[2:-1] if name.startswith("i(@") else name
