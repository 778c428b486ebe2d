"""What the units of a layer and the lines of the input do, counted over batches of samples."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.network import Layer
from codesign.twin import LayerTrace

__all__ = ["InputActivity", "LayerActivity", "LayerCounts", "SignalCounts", "UnitActivity"]

Integers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class UnitActivity:
    """One unit over all steps of all samples; its outputs are its own, without what a skip connection adds."""

    unit: int
    least: int
    largest: int
    """Of its outputs, in steps of the layer's scale."""
    share_at_zero: float
    share_at_lower_end: float | None
    share_at_upper_end: float | None
    """Part of the steps in which it gives the least, or the largest, that its cell can give; None: the cell has no such
    end."""
    switches_per_sample: float
    """How often its output differs from that of the step before."""
    constant_samples: int
    """Samples in which it does not."""
    share_clipped: Mapping[str, float]
    """By state: part of the steps in which it is at the end of its bits."""
    same_in_all_samples: bool
    """Whether every sample gave the same sequence of outputs."""
    same_as: int | None
    """The first unit of the layer with the same outputs in every step, if it is another one."""
    memory_used: bool | None
    """Whether the sign of its output, of the same W x + b, now is one and now another, so that a threshold alone could
    not stand for the unit; None: the cell has no state, or none of currents."""

    @property
    def constant(self) -> bool:
        """Whether it gave the same in all steps of all samples."""
        return self.least == self.largest


@dataclass(frozen=True, kw_only=True)
class LayerActivity:
    """One layer: its units, its weights, and how many decisions change when it is taken away."""

    layer: str
    kind: str
    units: tuple[UnitActivity, ...]
    zero_weights: float
    """Part of its weights that are 0."""
    weights_at_limit: float
    """Part of its weights that have the least or the largest value of their bits."""
    decisions_changed: Mapping[str, int]
    """By the ways of :data:`codesign.activity.ablation.WAYS`."""

    def json(self) -> dict[str, Any]:
        """As plain JSON."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class InputActivity:
    """The lines of the input, by number: those that never carry anything, and those that always carry the same."""

    lines: int
    silent: tuple[int, ...]
    constant: tuple[int, ...]

    def json(self) -> dict[str, Any]:
        """As plain JSON."""
        return {"lines": self.lines, "silent": list(self.silent), "constant": list(self.constant)}


class SignalCounts:
    """Of whole numbers (samples, steps, lines), added batch by batch; one number per line."""

    def __init__(self, lines: int) -> None:
        self.samples = self.steps = 0
        self.least = np.full(lines, np.iinfo(np.int64).max)
        self.largest = np.full(lines, np.iinfo(np.int64).min)
        self.zeros = np.zeros(lines, dtype=np.int64)
        self.switches = np.zeros(lines, dtype=np.int64)
        self.constant_samples = np.zeros(lines, dtype=np.int64)
        self.same_in_all_samples = np.ones(lines, dtype=bool)
        self._first: Integers | None = None

    def add(self, values: Integers) -> None:
        self.samples += values.shape[0]
        self.steps += values.shape[0] * values.shape[1]
        self.least = np.minimum(self.least, values.min(axis=(0, 1)))
        self.largest = np.maximum(self.largest, values.max(axis=(0, 1)))
        self.zeros += (values == 0).sum(axis=(0, 1))
        switched = (values[:, 1:] != values[:, :-1]).sum(axis=1)
        self.switches += switched.sum(axis=0)
        self.constant_samples += (switched == 0).sum(axis=0)
        self._first = values[0].copy() if self._first is None else self._first
        if values.shape[1:] == self._first.shape:
            self.same_in_all_samples &= (values == self._first).all(axis=(0, 1))
        else:
            self.same_in_all_samples[:] = False

    def input_activity(self) -> InputActivity:
        same = self.least == self.largest
        silent = same & (self.largest == 0)
        return InputActivity(lines=len(same), silent=_indices(silent), constant=_indices(same & ~silent))


class _DriveRanges:
    """In what range W x + b of each unit is, by the sign of the unit's output."""

    def __init__(self, units: int) -> None:
        self._least = {sign: np.full(units, np.iinfo(np.int64).max) for sign in (-1, 0, 1)}
        self._largest = {sign: np.full(units, np.iinfo(np.int64).min) for sign in (-1, 0, 1)}

    def add(self, outputs: Integers, drive: Integers) -> None:
        """Both (samples, steps, units)."""
        signs = np.sign(outputs)
        for sign, least in self._least.items():
            there = signs == sign
            lower = np.where(there, drive, np.iinfo(np.int64).max).min(axis=(0, 1))
            upper = np.where(there, drive, np.iinfo(np.int64).min).max(axis=(0, 1))
            self._least[sign] = np.minimum(least, lower)
            self._largest[sign] = np.maximum(self._largest[sign], upper)

    def overlap(self, unit: int) -> bool:
        """Whether any two of the ranges do."""
        ranges = sorted((int(self._least[sign][unit]), int(self._largest[sign][unit])) for sign in self._least)
        found = [(least, largest) for least, largest in ranges if least <= largest]
        return any(largest >= least for (_, largest), (least, _) in pairwise(found))


class LayerCounts:
    """Of one layer, added batch by batch."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self._signal = SignalCounts(layer.outputs)
        self._at_ends: list[Integers] | None = None
        self._clipped: dict[str, Integers] = {}
        self._drives: _DriveRanges | None = None
        self._digests = [hashlib.blake2b(digest_size=16) for _ in range(layer.outputs)]

    def add(self, trace: LayerTrace) -> None:
        self._signal.add(trace.outputs)
        if trace.ends is not None:
            now = [(trace.outputs == end).sum(axis=(0, 1)) for end in trace.ends]
            self._at_ends = now if self._at_ends is None else [a + b for a, b in zip(self._at_ends, now, strict=True)]
        for state, ends in trace.clipped.items():
            clipped = np.isin(trace.states[state], ends).sum(axis=(0, 1))
            self._clipped[state] = self._clipped.get(state, 0) + clipped
        if trace.states and trace.drive is not None:
            self._drives = self._drives or _DriveRanges(self._layer.outputs)
            self._drives.add(trace.outputs, trace.drive)
        for digest, column in zip(self._digests, np.moveaxis(trace.outputs, 2, 0), strict=True):
            digest.update(column.tobytes())

    def activity(self, decisions_changed: Mapping[str, int]) -> LayerActivity:
        weight = self._layer.tensors["weight"]
        quantisation = weight.quantisation
        return LayerActivity(
            layer=self._layer.name,
            kind=self._layer.kind,
            units=self._units(),
            zero_weights=float(np.mean(weight.values == 0)),
            weights_at_limit=float(np.mean(np.isin(weight.values, (quantisation.minimum, quantisation.maximum)))),
            decisions_changed=dict(decisions_changed),
        )

    def _units(self) -> tuple[UnitActivity, ...]:
        signal, first = self._signal, dict[bytes, int]()
        same_as = [first.setdefault(digest.digest(), unit) for unit, digest in enumerate(self._digests)]
        lower, upper = self._at_ends or (None, None)

        def share(counts: Integers, unit: int) -> float:
            return float(counts[unit]) / signal.steps

        return tuple(
            UnitActivity(
                unit=unit,
                least=int(signal.least[unit]),
                largest=int(signal.largest[unit]),
                share_at_zero=share(signal.zeros, unit),
                share_at_lower_end=None if lower is None else share(lower, unit),
                share_at_upper_end=None if upper is None else share(upper, unit),
                switches_per_sample=float(signal.switches[unit]) / signal.samples,
                constant_samples=int(signal.constant_samples[unit]),
                share_clipped={state: share(counts, unit) for state, counts in self._clipped.items()},
                same_in_all_samples=bool(signal.same_in_all_samples[unit]),
                same_as=None if same_as[unit] == unit else same_as[unit],
                memory_used=None if self._drives is None else self._drives.overlap(unit),
            )
            for unit in range(self._layer.outputs)
        )


def _indices(chosen: NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(map(int, np.flatnonzero(chosen)))
