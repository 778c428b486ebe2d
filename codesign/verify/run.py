"""Run the twin and the targets on the same test samples and hold them against each other."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding, data
from codesign.errors import InputError
from codesign.network import Network
from codesign.twin import NetworkTrace, simulate
from codesign.verify import targets as registry
from codesign.verify.compare import Comparison, compare
from codesign.verify.measurement import Measurement
from codesign.verify.options import CircuitOptions, Options, Progress, no_progress, processors

__all__ = ["TargetResult", "VerifyResult", "encoded_test_samples", "verify"]


@dataclass(frozen=True, eq=False, kw_only=True)
class TargetResult:
    """One target: what was measured, how it compares with the twin, and the verdict."""

    measurement: Measurement
    comparison: Comparison
    passed: bool
    wall_s: float

    def json(self) -> dict[str, Any]:
        """Plain JSON; without the lists among the figures (mapping, curves), which exports and reports hold."""
        return {
            **self.comparison.json(),
            "verdict": "pass" if self.passed else "fail",
            "wall_s": round(self.wall_s, 3),
            **{name: value for name, value in self.measurement.figures.items() if not isinstance(value, list)},
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class VerifyResult:
    """A network on the first test samples: the twin's trace and every target's result."""

    network: Network
    inputs: NDArray[np.int64]
    """(samples, steps, inputs), as encoded."""
    labels: NDArray[np.int64]
    trace: NetworkTrace
    targets: Mapping[str, TargetResult]
    technology: str

    @property
    def passed(self) -> bool:
        return all(result.passed for result in self.targets.values())

    def json(self) -> dict[str, Any]:
        return {
            "model": self.network.name,
            "model_hash": self.network.hash,
            "targets": {name: result.json() for name, result in self.targets.items()},
        }


def encoded_test_samples(network: Network, samples: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The first ``samples`` of the test split: encoded inputs (samples, steps, inputs) and labels (samples,).

    Raises InputError where the test split has fewer, or where its images do not fit the network.
    """
    examples = data.load(network.task, "test")
    if not 1 <= samples <= len(examples.labels):
        raise InputError(f"samples must be 1..{len(examples.labels)} (the test set of {network.task!r}), not {samples}")
    inputs = coding.encode(network.coding.kind, network.coding.parameters, examples.images[:samples])
    return inputs, examples.labels[:samples]


def verify(
    network: Network,
    *,
    targets: Sequence[str] = ("all",),
    samples: int,
    circuit: CircuitOptions = CircuitOptions(),  # noqa: B008 (frozen)
    jobs: int | None = None,
    time_limit_s: float = 3600.0,
    progress: Progress = no_progress,
) -> VerifyResult:
    """Verify ``network`` on each of ``targets`` (names, or ``all``) with the first ``samples`` test samples.

    ``circuit`` says in which technology and under which conditions a circuit is simulated. ``jobs`` simulations run at
    a time (default: one per processor), each for ``time_limit_s`` at most. Raises InputError for an unknown target, one
    that a layer has no part for, and for more samples than the test set has; ToolError where a simulator is missing or
    fails.
    """
    chosen = registry.select(network, list(targets))
    inputs, labels = encoded_test_samples(network, samples)
    trace = simulate(network, inputs)
    results = {}
    for name in chosen:
        target = registry.target(name)
        options = Options(
            circuit=circuit,
            jobs=processors() if jobs is None else jobs,
            time_limit_s=time_limit_s,
            progress=_named(progress, f"{network.name} {name}"),
        )
        begin = time.perf_counter()
        measurement = target.measure(network, inputs, options)
        wall_s = time.perf_counter() - begin
        comparison = compare(trace, measurement, labels)
        results[name] = TargetResult(
            measurement=measurement, comparison=comparison, passed=target.passes(comparison), wall_s=wall_s
        )
    return VerifyResult(
        network=network, inputs=inputs, labels=labels, trace=trace, targets=results, technology=circuit.technology
    )


def _named(progress: Progress, name: str) -> Progress:
    def report(done: int, total: int, doing: str) -> None:
        progress(done, total, f"{name}: {doing}")

    return report
