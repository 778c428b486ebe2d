"""What the vectorised model knows of a technology: measured on transistors, kept as data in ``vectorised.yaml``.

The file has two parts. ``memory_cell`` is written by hand: of which mirrors each variant of the cell makes its
thresholds and its gain. ``calibrations`` is written by ``python scripts/calibrate.py``: one entry per set of
conditions.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.validation import faults

__all__ = [
    "FILE",
    "Calibration",
    "Charge",
    "Gain",
    "Line",
    "MemoryCell",
    "Mirrors",
    "Structure",
    "Term",
    "Threshold",
    "conditions",
    "found_or_ideal",
    "ideal",
    "library_digest",
    "load",
    "plain",
    "read",
    "shown",
    "structure",
]

FILE = "vectorised.yaml"

_NO_CURRENT = 1e-15  # unit currents: not 0, from which no line would ever rise
_BLOCKS = (
    "input_port",
    "positive_weight",
    "negative_weight",
    "source_cascode",
    "skip_connection",
    "bias",
    "reference",
    "memory_cell",
)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Term(_Entry):
    """A current of so many fingers that a chain of mirrors makes of a bias line."""

    sign: Literal[1, -1] = Field(default=1, description="-1: it lowers what it is a term of")
    fingers: tuple[Literal["threshold", "width", "gain"], ...] = Field(description="parameters, added")
    line: Literal["vbn", "vbp"] = "vbn"
    devices: dict[str, float] = Field(description="transistor -> power of its strength that is a factor of the current")


class Structure(_Entry):
    """How a variant of the memory cell works."""

    upper: tuple[Term, ...]
    lower: tuple[Term, ...]
    gain: Term


class Gain(_Entry):
    """A mirror: ``I_out = exp(offset) I^(1 + slope)``, I in unit currents, for an output as wide as the diode."""

    offset: float
    slope: float


class Mirrors(_Entry):
    """Mirrors of a port into one kind of node; the biases' are factors at one unit current."""

    negative: Gain
    positive: Gain
    bias_negative: float
    bias_positive: float


class Charge(_Entry):
    """What it takes to move a gate line: C n kT/q, in unit currents x steps."""

    base: float
    per_finger: float


class Line(_Entry):
    """A bias line: its current in unit currents, and per transistor what it changes by, d ln I / d vth in 1/V and
    d ln I / d ln(current factor)."""

    current: float
    sensitivity: dict[str, tuple[float, float]]


class Threshold(_Entry):
    """``terms`` multiply those of the :class:`Structure`; ``negative`` is the factor of negative weights next to it;
    ``offset`` (unit currents) is what it takes to switch within a step."""

    terms: tuple[float, ...]
    negative: float
    offset: float


class MemoryCell(_Entry):
    """The memory cell at its next neighbours."""

    upper: Threshold
    lower: Threshold
    gain: float


class Calibration(_Entry):
    """All that is measured under one set of conditions. Currents in unit currents, times in steps."""

    conditions: dict[str, str | float]
    library: str = Field(description="digest of the cells that were measured")
    mirrors: dict[str, Mirrors] = Field(description="into a port, into a memory cell, into each decision")
    skip_own: Gain
    skip_earlier: Gain
    leakage_negative: float = Field(description="of an eight-finger mirror whose port gets nothing")
    leakage_positive: float
    charge_negative: Charge
    charge_positive: Charge = Field(description="of both lines of a port together")
    slope_per_v: dict[str, float] = Field(description="- d ln I / d vth of a transistor: 1 / (n kT/q)")
    lines: dict[str, Line]
    memory_cell: MemoryCell
    error: dict[str, float] = Field(description="largest residual of each fit, in unit currents or relative")


class _File(_Entry):
    version: int = Field(ge=1, le=1)
    memory_cell: dict[str, Structure]
    calibrations: list[Calibration] = Field(default_factory=list)


def conditions(technology: Technology) -> dict[str, str | float]:
    """What a calibration depends on: all conditions, and the variants of the blocks that it measures."""
    apart = set(technology.choice) - set(_BLOCKS)
    return {name: value for name, value in technology.conditions.items() if name not in apart}


def library_digest(technology: Technology) -> str:
    """16 hex digits of the cells that a calibration measures, comments and layout of the text aside."""
    library = technology.library()
    text = repr([(name, library[name]) for name in _BLOCKS if name in library])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def shown(conditions: Mapping[str, str | float]) -> str:
    """Conditions for people."""
    return ", ".join(f"{name} {value}" for name, value in conditions.items())


def read(technology: Technology) -> tuple[Mapping[str, Structure], list[Calibration]]:
    """The file of ``technology``; raises InputError where it is missing or faulty."""
    path = technology.folder / FILE
    if not path.is_file():
        raise InputError(f"technology {technology.name} has no {FILE}; see codesign/analog/vectorised/calibration.py")
    try:
        found = _File.model_validate(yaml.safe_load(path.read_text()))
    except yaml.YAMLError as error:
        raise InputError(f"{path} is no YAML: {' '.join(str(error).split())}") from None
    except ValidationError as error:
        raise InputError(f"{path}: {'; '.join(faults(error))}") from None
    return found.memory_cell, found.calibrations


def structure(technology: Technology) -> Structure:
    """Of the memory cell in use; raises InputError where the file says nothing of it."""
    known, _ = read(technology)
    variant = technology.choice["memory_cell"]
    if variant not in known:
        raise InputError(f"{technology.folder / FILE} does not say how the memory cell {variant!r} works")
    return known[variant]


def load(technology: Technology) -> Calibration:
    """The calibration under the conditions of ``technology``.

    Raises InputError where there is none, or where the cell library has been changed since it was made.
    """
    wanted = conditions(technology)
    _, calibrations = read(technology)
    for found in calibrations:
        if found.conditions == wanted:
            if found.library != library_digest(technology):
                raise InputError(
                    f"the cells of technology {technology.name} have changed since the vectorised model was "
                    f"calibrated; run: {command(technology)}"
                )
            return found
    raise InputError(f"the vectorised model is not calibrated for {shown(wanted)}; run: {command(technology)}")


def found_or_ideal(technology: Technology) -> Calibration:
    """That of the conditions of ``technology``, or an :func:`ideal` one where it is missing or out of date."""
    try:
        return load(technology)
    except InputError:
        return ideal(technology)


def ideal(technology: Technology) -> Calibration:
    """Mirrors, lines and thresholds that do exactly what is programmed, at once and without leakage."""
    unity, none = Gain(offset=0, slope=0), Charge(base=1e-6, per_finger=0)
    mirrors = Mirrors(negative=unity, positive=unity, bias_negative=1, bias_positive=1)
    known = structure(technology)

    def threshold(terms: tuple[Term, ...]) -> Threshold:
        return Threshold(terms=(1.0,) * len(terms), negative=1, offset=0)

    return Calibration(
        conditions=conditions(technology),
        library="none",
        mirrors=dict.fromkeys(("port", "cell", *technology.variants["decision"]), mirrors),
        skip_own=unity,
        skip_earlier=unity,
        leakage_negative=_NO_CURRENT,
        leakage_positive=_NO_CURRENT,
        charge_negative=none,
        charge_positive=none,
        slope_per_v={"n": 0, "p": 0},
        lines={"vbn": Line(current=1, sensitivity={}), "vbp": Line(current=1, sensitivity={})},
        memory_cell=MemoryCell(upper=threshold(known.upper), lower=threshold(known.lower), gain=1),
        error={},
    )


def command(technology: Technology) -> str:
    """What makes the calibration that is missing."""
    choice = "".join(f" --use {block}={name}" for block, name in technology.choice.items() if block in _BLOCKS)
    return (
        f"python scripts/calibrate.py {technology.name} --corner {technology.corner} --temperature "
        f"{technology.temperature_c:g} --supply {technology.supply_v:g}{choice}"
    )


def plain(calibration: Calibration) -> dict[str, Any]:
    """As it is written: six digits are more than what is measured is worth."""
    return dict(_rounded(calibration.model_dump(mode="json")))


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_rounded(entry) for entry in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value
