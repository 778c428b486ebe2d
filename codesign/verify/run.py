"""Run the twin and the targets on the same test samples and hold them against each other."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from codesign import cells
from codesign.data import Examples
from codesign.errors import CodesignError, InputError, MissingToolError, ToolError
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.twin import NetworkTrace, simulate
from codesign.verify import targets as registry
from codesign.verify.compare import Comparison, compare, merged
from codesign.verify.diagnosis import Case, diagnosed
from codesign.verify.divergence import Divergence, Effect
from codesign.verify.examples import checked_count, encoded, examples_for
from codesign.verify.options import CircuitOptions, Options, Progress, no_progress, processors

__all__ = ["TargetResult", "VerifyResult", "verify"]

_PART_BYTES = 256 << 20


@dataclass(frozen=True, eq=False, kw_only=True)
class TargetResult:
    """One target: what was measured, how it compares with the twin, and the verdict."""

    measurement: Measurement
    comparison: Comparison
    passed: bool
    wall_s: float
    edits: tuple[str, ...] | None = None
    """Of a design folder that passes: what differs in it from a new export, in words, without effect on these samples
    as far as the verdict goes. None: no such folder, or it does not pass, and the cause says more."""

    def json(self) -> dict[str, Any]:
        """Plain JSON; without the lists among the figures (mapping, curves), which exports and reports hold."""
        return {
            **self.comparison.json(),
            "verdict": "pass" if self.passed else "fail",
            "wall_s": round(self.wall_s, 3),
            **({} if self.edits is None else {"edits": list(self.edits)}),
            **{name: value for name, value in self.measurement.figures.items() if not isinstance(value, list)},
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class VerifyResult:
    """A network on the first test samples: the twin's trace and every target's result."""

    network: Network
    inputs: NDArray[np.int64]
    """(samples, steps, inputs), as encoded; of the first part, as ``labels`` and ``trace``."""
    labels: NDArray[np.int64]
    trace: NetworkTrace
    targets: Mapping[str, TargetResult]
    technology: str
    engine: str = "balanced"
    """That RTL was generated with."""

    @property
    def passed(self) -> bool:
        return all(result.passed for result in self.targets.values())

    def json(self) -> dict[str, Any]:
        return {
            "model": self.network.name,
            "model_hash": self.network.hash,
            "targets": {name: result.json() for name, result in self.targets.items()},
        }


def verify(
    network: Network,
    *,
    targets: Sequence[str] = ("all",),
    samples: int | None = None,
    examples: Examples | None = None,
    circuit: CircuitOptions = CircuitOptions(),  # noqa: B008 (frozen)
    engine: str = "balanced",
    design: Path | None = None,
    jobs: int | None = None,
    time_limit_s: float = 3600.0,
    progress: Progress = no_progress,
    part: int | None = None,
) -> VerifyResult:
    """Verify ``network`` on each of ``targets`` (names, or ``all``) with the first ``samples`` (None: all) of
    ``examples``: the user's own, or without them those of the test split of its task.

    ``circuit`` says in which technology and under which conditions a circuit is simulated, ``engine`` with which of
    ``codesign.digital.options.ENGINES`` RTL is generated. ``design`` is a folder that an export of this network for the
    one target wrote, and that somebody may have edited: it is verified instead of a new export. ``jobs`` simulations
    run at a time (default: one per processor), each for ``time_limit_s`` at most. ``part`` samples are simulated and
    compared at a time (default: as many as 256 MiB hold); the figures are those of all, the trace and the states of the
    first part. Raises InputError for an unknown target, one that a layer has no part for, a ``design`` for several
    targets, for one that takes none, or of another network, more samples than there are, a task
    that is no data set where no ``examples`` are given, and examples that do not fit the network; ToolError where a
    simulator is missing or fails.
    """
    chosen = registry.select(network, list(targets))
    if design is not None:
        _check_design(design, chosen)
    for name in chosen:
        registry.require(name)  # before the first target takes minutes
    given = examples_for(network, examples)
    samples = checked_count(network, len(given.labels), samples, own=examples is not None)
    at_a_time = part or _fitting(network, encoded(network, given, slice(0, 1))[0].shape[1])
    comparisons: dict[str, list[Comparison]] = {name: [] for name in chosen}
    measured: dict[str, list[Measurement]] = {name: [] for name in chosen}
    wall_s = dict.fromkeys(chosen, 0.0)
    options = {
        name: Options(
            circuit=circuit,
            engine=engine,
            design=design,
            jobs=processors() if jobs is None else jobs,
            time_limit_s=time_limit_s,
            progress=_named(progress, f"{network.name} {name}"),
        )
        for name in chosen
    }
    cases: dict[str, tuple[int, Case]] = {}
    shown: tuple[NDArray[np.int64], NDArray[np.int64], NetworkTrace] | None = None
    with ExitStack() as stack:
        # One thread: a step's product is too small for two, which wait for each other most of the time.
        stack.enter_context(threadpool_limits(1))
        sessions: dict[str, registry.Measure] = {}
        for first in range(0, samples, at_a_time):
            inputs, labels = encoded(network, given, slice(first, min(first + at_a_time, samples)))
            trace = simulate(network, inputs)
            shown = shown or (inputs, labels, trace)
            for name in chosen:
                begin = time.perf_counter()
                with _failure_explained(name, network, options[name]):
                    if name not in sessions:
                        sessions[name] = stack.enter_context(registry.session(name, network, options[name]))
                    found = sessions[name](inputs)
                wall_s[name] += time.perf_counter() - begin
                if samples > at_a_time:
                    done = first + len(labels)
                    progress(done, samples, f"{network.name} {name}: compared {done} of {samples} samples")
                comparisons[name].append(compare(trace, found, labels))
                diverges = comparisons[name][-1].first_divergence
                if diverges is not None and (name not in cases or diverges.order[:2] < cases[name][1].first.order[:2]):
                    case = Case(network=network, inputs=inputs, trace=trace, measured=found, first=diverges)
                    cases[name] = (first, case)
                measured[name].append(found if not measured[name] else replace(found, states={}))
    assert shown is not None
    results = {}
    for name in chosen:
        comparison = merged(comparisons[name])
        passed = registry.target(name).passes(comparison)
        if name in cases:
            comparison = _explained(comparison, name, *cases[name], options[name], why=not passed)
        results[name] = TargetResult(
            measurement=_joined(measured[name], comparisons[name]),
            comparison=comparison,
            passed=passed,
            wall_s=wall_s[name],
            edits=_edits(name, network, options[name]) if passed and design is not None else None,
        )
    inputs, labels, trace = shown
    return VerifyResult(
        network=network,
        inputs=inputs,
        labels=labels,
        trace=trace,
        targets=results,
        technology=circuit.technology,
        engine=engine,
    )


@contextmanager
def _failure_explained(name: str, network: Network, options: Options) -> Iterator[None]:
    """A simulator that cannot run an edited design seldom says why: name the edit, too."""
    try:
        yield
    except ToolError as error:
        edits: tuple[str, ...] = ()
        if options.design is not None and not isinstance(error, MissingToolError):
            with suppress(CodesignError):  # a design that cannot be read
                edits = _edits(name, network, options)
        if not edits:
            raise
        raise ToolError(
            f"{error}; the design differs from a new export in {len(edits)} place{'s' * (len(edits) > 1)}, "
            f"the first: {edits[0]}"
        ) from None


def _edits(name: str, network: Network, options: Options) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(registry.target(name), "edits")(network, options)  # noqa: B009 (those with a design)
    return found


def _check_design(design: Path, chosen: Sequence[str]) -> None:
    takers = [name for name in registry.names() if getattr(registry.target(name), "TAKES_DESIGN", False)]
    if len(chosen) != 1 or chosen[0] not in takers:
        raise InputError(
            f"the design folder {str(design)!r} is of one target; choose one of {', '.join(takers)}, "
            f"not {' and '.join(chosen)}"
        )


def _explained(
    comparison: Comparison, name: str, before: int, case: Case, options: Options, *, why: bool
) -> Comparison:
    """With the effect of the first divergence, the one of ``case``, and with its cause if ``why``.

    A target that passes has no fault to look for: it differs where a value is too close to a threshold to tell.
    """
    target, network, first = registry.target(name), case.network, case.first
    if why:
        progress = options.progress
        progress(0, 1, "looking for the cause of the first divergence")
        own = getattr(target, "causes", None)
        locate = getattr(target, "locate", None)
        same = getattr(target, "same_text", None)
        first = diagnosed(
            case,
            own=() if own is None else own(case, options),
            locate=None if locate is None else locate(network, options),
            same=None if same is None else same(network, options),
        )

    def class_of(decision: int) -> str:
        return network.classes[decision] if 0 <= decision < len(network.classes) else "none"

    effect = Effect(
        decision_twin=class_of(int(case.trace.decisions[first.sample])),
        decision_found=class_of(int(case.measured.decisions[first.sample])),
        samples_with_differences=comparison.samples - comparison.samples_agree,
        decisions_changed=comparison.samples - comparison.decisions_agree,
    )
    found: Divergence = replace(first, effect=effect, sample=first.sample + before)
    return replace(comparison, first_divergence=found)


def _fitting(network: Network, steps: int) -> int:
    """Samples whose inputs and states fit into _PART_BYTES."""
    states = sum(len(cells.spec(layer.kind).states) * layer.outputs for layer in network.layers)
    return max(1, _PART_BYTES // (8 * steps * (network.inputs + states) or 1))


def _joined(parts: Sequence[Measurement], comparisons: Sequence[Comparison]) -> Measurement:
    """The first of ``parts``, with the means of the figures that are no whole numbers over the samples of all."""
    if len(parts) == 1:
        return parts[0]
    samples = sum(comparison.samples for comparison in comparisons)
    figures = dict(parts[0].figures)
    for name, value in figures.items():
        if isinstance(value, float):
            pairs = zip(parts, comparisons, strict=True)
            figures[name] = sum(part.figures[name] * comparison.samples for part, comparison in pairs) / samples
    return replace(parts[0], figures=figures)


def _named(progress: Progress, name: str) -> Progress:
    def report(done: int, total: int, doing: str) -> None:
        progress(done, total, f"{name}: {doing}")

    return report
