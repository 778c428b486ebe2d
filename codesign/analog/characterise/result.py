"""What a characterisation found, and whether it is what the datasheet says."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import mean, stdev
from typing import Any

from codesign.analog.characterise.conditions import Point
from codesign.analog.characterise.datasheet import Bounds, Datasheet
from codesign.analog.characterise.measurements import Quantity, Reading

__all__ = ["Found", "Result", "Summary", "Verdict"]


@dataclass(frozen=True, kw_only=True)
class Found:
    """A reading and where it was taken."""

    point: Point
    reading: Reading

    def __str__(self) -> str:
        return f"{self.point}, {self.reading.setting}" if self.reading.setting else str(self.point)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One bound of one quantity: ``scope`` is typical, all or sigma; ``worst`` names the value that fails, or is the
    nearest to failing."""

    quantity: str
    scope: str
    bounds: Bounds
    value: float | None
    worst: str
    passed: bool

    def __str__(self) -> str:
        value = "not reached" if self.value is None else f"{self.value:.4g}"
        return f"{self.quantity} ({self.scope}) is {value} at {self.worst}; allowed: {self.bounds}"


@dataclass(frozen=True, kw_only=True)
class Summary:
    """One quantity: extremes over all points without mismatch, what it is at the typical point (one value per setting),
    and the mean and standard deviation over the dies of the setting that spreads most. None: nothing was reached."""

    name: str
    quantity: Quantity
    smallest: float | None
    largest: float | None
    typical: tuple[float | None, ...]
    sigma: float | None
    not_reached: int
    verdicts: tuple[Verdict, ...]

    @property
    def passed(self) -> bool:
        """Whether every bound is met."""
        return all(verdict.passed for verdict in self.verdicts)


@dataclass(frozen=True, kw_only=True)
class Result:
    """A whole characterisation."""

    datasheet: Datasheet
    technology: str
    typical: Point
    found: tuple[Found, ...]
    simulator: str
    runs: int
    reused: int
    """Of the runs, those that were done before."""
    wall_s: float

    @property
    def summaries(self) -> list[Summary]:
        """A summary per quantity, in the datasheet's order."""
        return [self._summary(name, quantity) for name, quantity in self.datasheet.quantities.items()]

    @property
    def failures(self) -> list[Verdict]:
        """Every bound that is not met."""
        return [verdict for summary in self.summaries for verdict in summary.verdicts if not verdict.passed]

    @property
    def passed(self) -> bool:
        """Whether the cell is what its datasheet says."""
        return not self.failures

    def of(self, quantity: str, *, dies: bool = False) -> list[Found]:
        """What was found of a quantity: without mismatch, or of the dies."""
        found = (item for item in self.found if item.reading.quantity == quantity)
        return [item for item in found if (item.point.die is not None) == dies]

    def json(self) -> dict[str, Any]:
        """As plain JSON: verdict, a summary per quantity, every reading."""
        return {
            "study": "characterise",
            "technology": self.technology,
            "cell": self.datasheet.cell,
            "title": self.datasheet.title,
            "datasheet_version": self.datasheet.version,
            "use": dict(self.datasheet.use),
            "typical": self.typical.json(),
            "passed": self.passed,
            "failures": [str(verdict) for verdict in self.failures],
            "quantities": {summary.name: _summary_json(summary) for summary in self.summaries},
            "simulator": self.simulator,
            "runs": self.runs,
            "done_before": self.reused,
            "wall_s": self.wall_s,
            "readings": [
                {
                    "quantity": item.reading.quantity,
                    "setting": item.reading.setting,
                    "value": item.reading.value,
                    **item.point.json(),
                }
                for item in self.found
            ],
        }

    def _summary(self, name: str, quantity: Quantity) -> Summary:
        nominal = self.of(name)
        typical = [item for item in nominal if item.point == self.typical]
        values = [item.reading.value for item in nominal if item.reading.value is not None]
        sigmas = self._sigmas(name)
        limit = self.datasheet.limits.get(name)
        verdicts: list[Verdict] = []
        for scope, bounds in (limit.scopes if limit is not None else {}).items():
            if scope == "sigma":
                measured = [(value, f"{setting}, {count} dies") for setting, (value, count) in sigmas.items()]
            else:
                measured = [(item.reading.value, str(item)) for item in (typical if scope == "typical" else nominal)]
            verdicts.append(_verdict(name, scope, bounds, measured))
        return Summary(
            name=name,
            quantity=quantity,
            smallest=min(values, default=None),
            largest=max(values, default=None),
            typical=tuple(item.reading.value for item in typical),
            sigma=max((value for value, _ in sigmas.values() if value is not None), default=None),
            not_reached=len(nominal) - len(values),
            verdicts=tuple(verdicts),
        )

    def _sigmas(self, name: str) -> dict[str, tuple[float | None, int]]:
        """Standard deviation and number of dies by setting; None where a die did not reach a value."""
        by_setting: dict[str, list[float | None]] = {}
        for item in self.of(name, dies=True):
            by_setting.setdefault(item.reading.setting, []).append(item.reading.value)
        found: dict[str, tuple[float | None, int]] = {}
        for setting, values in by_setting.items():
            reached = [value for value in values if value is not None]
            found[setting] = (stdev(reached) if len(reached) == len(values) else None, len(values))
        return found


def _verdict(name: str, scope: str, bounds: Bounds, measured: list[tuple[float | None, str]]) -> Verdict:
    """The bounds against (value, where); the worst is what was not reached, else what lies farthest out."""

    def beyond(value: float | None) -> float:
        return float("inf") if value is None else max(_ends(bounds, value), default=0.0)

    value, where = max(measured, key=lambda item: beyond(item[0]), default=(None, "no point"))
    return Verdict(quantity=name, scope=scope, bounds=bounds, value=value, worst=where, passed=beyond(value) <= 0)


def _ends(bounds: Bounds, value: float) -> Iterator[float]:
    """How far ``value`` is beyond each end; negative inside."""
    if bounds.minimum is not None:
        yield bounds.minimum - value
    if bounds.maximum is not None:
        yield value - bounds.maximum


def _summary_json(summary: Summary) -> dict[str, Any]:
    reached = [value for value in summary.typical if value is not None]
    return {
        "unit": summary.quantity.unit,
        "text": summary.quantity.text,
        "minimum": summary.smallest,
        "typical_minimum": min(reached, default=None),
        "typical_mean": mean(reached) if reached else None,
        "typical_maximum": max(reached, default=None),
        "maximum": summary.largest,
        "sigma": summary.sigma,
        "not_reached": summary.not_reached,
        "passed": summary.passed,
        "limits": {
            verdict.scope: {
                **verdict.bounds.model_dump(exclude_none=True),
                "worst": verdict.value,
                "worst_at": verdict.worst,
                "passed": verdict.passed,
            }
            for verdict in summary.verdicts
        },
    }
