"""Memory cells driven step by step, as a network drives them: each drive lasts one step, after a reset."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from codesign.analog import writer
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.settings import Setting, cell, drive, load, reset
from codesign.analog.technology import Technology

__all__ = ["Course", "run"]

_SAMPLE = 0.9999  # a step's end, before the next edge


@dataclass(frozen=True, kw_only=True, eq=False)
class Course:
    """What one cell did: output and supply current (points,) in amperes at ``time_s``."""

    technology: Technology
    setting: Setting
    time_s: NDArray[np.float64]
    output_a: NDArray[np.float64]
    supply_a: NDArray[np.float64]

    @property
    def gain_a(self) -> float:
        """The output current as programmed."""
        return self.setting.gain * self.technology.unit_current_a / self.technology.fingers_per_unit

    def at_end(self, step: int) -> float:
        """The output at the end of a step."""
        return float(np.interp(_begin(self.technology, step + _SAMPLE), self.time_s, self.output_a))

    def is_high(self, step: int) -> bool:
        """Whether the cell is set at the end of a step."""
        return self.at_end(step) > self.gain_a / 2

    def switching_time(self, step: int, state: bool) -> float | None:
        """In steps, from the middle of the input's edge until the output has passed half the gain; None when it does
        not change to ``state`` in this step."""
        part = (self.time_s >= _begin(self.technology, step)) & (self.time_s < _begin(self.technology, step + 1))
        switched = np.flatnonzero((self.output_a[part] > self.gain_a / 2) == state)
        if not len(switched) or switched[0] == 0:
            return None
        after = float(self.time_s[part][switched[0]]) / self.technology.step_s - self.technology.reset - step
        return after - self.technology.input_edge / 2

    @property
    def supply_mean_a(self) -> float:
        """Over all steps, the reset excluded."""
        steps = self.time_s >= _begin(self.technology, 0)
        time = self.time_s[steps]
        return float(np.trapezoid(self.supply_a[steps], time) / (time[-1] - time[0]))


def run(bench: Bench, settings: Sequence[Setting], drives: Sequence[Sequence[float]]) -> list[Course]:
    """Drive a cell per setting with ``drives`` (settings, steps), in fingers; each has a supply of its own."""
    technology, number = bench.technology, writer.number
    lines, instances = [*bench.supplies, reset(bench)], [bench.bias]
    vectors = []
    for index, (setting, fingers) in enumerate(zip(settings, drives, strict=True)):
        mirror, source = drive(index, setting, _points(bench, fingers))
        port, line, output = load(index)
        supply = f"vcell{index}"
        instances += [*mirror, port, cell(bench, index, setting, supply=supply)]
        lines += [*source, line, f"V{supply} vdd {supply} 0"]
        vectors.append((output, f"i(v{supply})"))
    end, step = _begin(technology, len(drives[0])), technology.step_s
    analysis = f".tran {number(step / 10)} {number(end)} 0 {number(step / 20)}"
    found = bench.run(instances, lines, analysis, [vector for pair in vectors for vector in pair])
    return [
        Course(
            technology=technology, setting=setting, time_s=found["time"], output_a=found[output], supply_a=found[supply]
        )
        for setting, (output, supply) in zip(settings, vectors, strict=True)
    ]


def _begin(technology: Technology, step: float) -> float:
    return (technology.reset + step) * technology.step_s


def _points(bench: Bench, drives: Sequence[float]) -> list[tuple[float, float]]:
    edge = bench.technology.input_edge * bench.technology.step_s
    points = [(0.0, 0.0)]
    for step, fingers in enumerate(drives):
        begin = _begin(bench.technology, step)
        points += [(begin, points[-1][1]), (begin + edge, fingers * bench.finger_a)]
    return points
