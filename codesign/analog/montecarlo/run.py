"""The yield of a task's decisions: the test set on many dies."""

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import fingerprint, twin
from codesign.analog.montecarlo.state import State
from codesign.analog.montecarlo.statistics import accuracies, histogram, is_unbalanced, summary, wilson
from codesign.analog.montecarlo.transistors import beside, choose
from codesign.analog.montecarlo.work import Work
from codesign.analog.technology import Technology
from codesign.analog.vectorised import Model, calibration
from codesign.errors import InputError
from codesign.jobs import Workers
from codesign.jobs import run as run_jobs
from codesign.network import Network
from codesign.progress import Progress, no_progress

__all__ = ["Beside", "Yield", "montecarlo"]

_CHUNK = 20
"""Dies that are kept together: what a kill can cost."""
_CHUNKS = 5000
"""A run of more dies than fit into so many chunks has larger ones: a scheduler takes some 1,000 jobs a second."""
_BELOW_TWIN = 0.03
"""The default limit: so much less than the twin's accuracy."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """How many ``dies`` and ``samples`` are simulated at transistor level beside it; see :mod:`~.transistors`."""

    dies: int = 0
    samples: int = 10
    time_limit_s: float = 3600.0


@dataclass(frozen=True, kw_only=True)
class Yield:
    """What :func:`montecarlo` found; ``figures`` is plain JSON."""

    share: float
    """Of the dies whose accuracy is at least the limit."""
    figures: dict[str, Any] = field(repr=False)


def montecarlo(
    network: Network,
    inputs: NDArray[np.int64],
    labels: NDArray[np.int64],
    *,
    technology: Technology,
    runs: int,
    seed: int = 1,
    limit: float | None = None,
    beside_it: Beside = Beside(),
    state: Path,
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    progress: Progress = no_progress,
) -> Yield:
    """``inputs`` (samples, steps, inputs), as encoded, with their ``labels`` (samples,), on ``runs`` dies of the batch
    ``seed`` by the vectorised model; accuracy is the mean over the classes where the classes are unbalanced.

    ``limit`` is the accuracy that a good die has; without one it is 3 points less than the twin's. What is done is kept
    in ``state``, and found there by the next call with the same network, technology, samples and seed, unless
    ``resume`` is false. Raises InputError for what cannot be simulated and ToolError where ngspice or the scheduler
    fails.
    """
    if runs < 1:
        raise InputError(f"a Monte Carlo run has at least 1 die, not {runs}")
    if limit is not None and not 0 <= limit <= 1:
        raise InputError(f"the limit is an accuracy from 0 to 1, not {limit:g}")
    if not 0 <= beside_it.dies <= runs or (beside_it.dies and not 1 <= beside_it.samples <= len(labels)):
        raise InputError(
            f"at transistor level there can be up to {runs} dies and 1 to {len(labels)} samples, not "
            f"{beside_it.dies} and {beside_it.samples}"
        )
    begin = time.perf_counter()
    trace = twin.simulate(network, inputs)  # also checks the inputs
    model = Model(network, technology)
    circuit = _circuit(network, technology, inputs, seed)
    configuration = {
        **circuit,
        "calibration": calibration.plain(model.calibration),
        "structure": model.structure.model_dump(mode="json"),
    }
    kept = State(state, configuration)
    small = inputs.astype(np.min_scalar_type(int(inputs.max(initial=0))))
    work = Work(key=kept.key, network=network, technology=technology, inputs=small, seed=seed)
    decisions = {die: found for die, found in kept.decisions().items() if die < runs} if resume else {}
    earlier = len(decisions)
    missing = [die for die in range(runs) if die not in decisions]
    size = max(_CHUNK, -(-len(missing) // _CHUNKS))
    chunks = [tuple(missing[start : start + size]) for start in range(0, len(missing), size)]
    shared = {"work": work}
    progress(earlier, runs, "dies")
    outcome = run_jobs(
        [
            kept.job(
                f"dies_{chunk[0]:06d}_{chunk[-1]:06d}",
                "codesign.analog.montecarlo.work:decided",
                shared=shared,
                weight=len(chunk),
                dies=chunk,
            )
            for chunk in chunks
        ],
        folder=kept.folder,
        workers=workers,
        resume=False,  # what is there was looked for already, die by die
        progress=lambda done, total, doing: progress(earlier + done, runs, "dies"),
    )
    for piece in outcome.require().values():
        decisions.update(zip(piece["dies"], piece["decisions"], strict=True))
    wall_s = time.perf_counter() - begin
    balanced = is_unbalanced(labels)
    twins = trace.decisions
    table = np.array([decisions[die] for die in range(runs)])
    accuracy = accuracies(table, labels, balanced=balanced)
    accuracy_twin = float(accuracies(twins[None], labels, balanced=balanced)[0])
    least = max(0.0, accuracy_twin - _BELOW_TWIN) if limit is None else limit
    good = int((accuracy >= least).sum())
    figures = {
        "study": "montecarlo",
        "model": network.name,
        "model_hash": network.hash,
        **technology.conditions,
        "seed": seed,
        "runs": runs,
        "samples": len(labels),
        "steps": inputs.shape[1],
        "transistors": model.transistors,
        "measure": "balanced accuracy" if balanced else "accuracy",
        "accuracy_twin": accuracy_twin,
        "limit": least,
        "dies_above_limit": good,
        "yield": good / runs,
        "yield_interval_95": list(wilson(good, runs)),
        "accuracy": summary(accuracy, seed=seed),
        "agreement_with_twin": summary((table == twins).mean(axis=1), seed=seed),
        "histogram": histogram(accuracy),
        "accuracy_of_each_die": [round(float(value), 6) for value in accuracy],
        "dies_done_before": earlier,
        "wall_s": round(wall_s, 3),
        "die_sample_steps_per_s": (runs - earlier) * inputs.shape[0] * inputs.shape[1] / wall_s,
        "transistor_level": beside(
            work,
            choose(table, twins, accuracy, dies=beside_it.dies, samples=beside_it.samples),
            labels,
            twins,
            State(state, {**circuit, "simulator": fingerprint.of_tool("ngspice")}),
            balanced=balanced,
            workers=workers,
            resume=resume,
            time_limit_s=beside_it.time_limit_s,
            progress=progress,
        )
        if beside_it.dies
        else None,
    }
    return Yield(share=good / runs, figures=figures)


def _circuit(network: Network, technology: Technology, inputs: NDArray[np.int64], seed: int) -> dict[str, Any]:
    """Everything but the simulator that decides what a die does at transistor level, as plain JSON."""
    return {
        "program": fingerprint.of_program(),
        "model": network.name,
        "model_hash": network.hash,
        "conditions": dict(technology.conditions),
        "mismatch": {name: entry.model_dump() for name, entry in technology.transistors.items()},
        "step_s": technology.step_s,
        "files": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in technology.files},
        "inputs": {"shape": list(inputs.shape), "sha256": hashlib.sha256(inputs.astype("<i8").tobytes()).hexdigest()},
        "seed": seed,
    }
