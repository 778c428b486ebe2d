"""A few of the dies at transistor level, to show that the vectorised model can be believed.

Easy ones would show little. So the dies are spread from the worst to the best, and half of the samples are those on
which most dies decide otherwise than the twin; the rest are the first ones. The behavioural netlist gets the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.analog import behavioural
from codesign.analog.measure import Die, measure
from codesign.analog.montecarlo.state import State
from codesign.analog.montecarlo.statistics import accuracies, wilson
from codesign.analog.montecarlo.work import Work
from codesign.analog.vectorised import Model
from codesign.decisions import DECISIONS
from codesign.jobs import Workers
from codesign.jobs import run as run_jobs
from codesign.measurement import Measurement
from codesign.progress import Progress

__all__ = ["Choice", "beside", "choose", "simulated"]

_MODELS: Mapping[str, Callable[..., Measurement]] = {"transistors": measure, "behavioural": behavioural.measure}
_WEIGHTS = {"transistors": 30, "behavioural": 1}
"""How long a sample takes in one of them, roughly, as a multiple of the other."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice:
    """Numbers of the ``dies`` and of the ``samples``, of which the first ``contested`` are contested ones."""

    dies: tuple[int, ...]
    samples: tuple[int, ...]
    contested: int


def choose(
    decisions: NDArray[np.int64], twins: NDArray[np.int64], accuracy: NDArray[np.float64], *, dies: int, samples: int
) -> Choice:
    """Of all ``decisions`` (dies, samples) of the vectorised model; ``twins`` (samples,), ``accuracy`` (dies,)."""
    places = np.linspace(0, len(accuracy) - 1, dies) if dies > 1 else np.array([len(accuracy) // 2])
    order = np.argsort(accuracy, kind="stable")
    other = (decisions != twins).sum(axis=0)
    worst = [int(sample) for sample in np.argsort(-other, kind="stable")[: samples // 2] if other[sample]]
    first = [sample for sample in range(len(twins)) if sample not in worst][: samples - len(worst)]
    return Choice(
        dies=tuple(int(order[round(place)]) for place in places),
        samples=(*worst, *first),
        contested=len(worst),
    )


def beside(
    work: Work,
    chosen: Choice,
    labels: NDArray[np.int64],
    twins: NDArray[np.int64],
    state: State,
    *,
    balanced: bool,
    workers: Workers,
    resume: bool,
    time_limit_s: float,
    progress: Progress,
) -> dict[str, Any]:
    """The dies and samples ``chosen`` at transistor level, as macro-models and in the vectorised model, as plain JSON.

    ``labels`` and ``twins`` (samples,) are what is right and what the twin decides, of all samples. Raises ToolError
    when ngspice fails.
    """
    samples = list(chosen.samples)
    inputs = work.inputs[samples]
    shared = {"work": work, "time_limit_s": time_limit_s}
    jobs = {
        (level, die, sample): state.job(
            f"{level}_{die:06d}_{sample:06d}",
            "codesign.analog.montecarlo.transistors:simulated",
            shared=shared,
            weight=weight,
            level=level,
            die=die,
            sample=sample,
        )
        for level, weight in _WEIGHTS.items()
        for die in chosen.dies
        for sample in samples
    }
    found = run_jobs(
        list(jobs.values()), folder=state.folder, workers=workers, resume=resume,
        progress=lambda done, total, doing: progress(done, total, "circuit simulations"),
    ).require()  # fmt: skip
    real, macro = (
        _Outcomes.of([[found[jobs[level, die, sample].name] for sample in samples] for die in chosen.dies])
        for level in ("transistors", "behavioural")
    )
    run = Model(work.network, work.technology).run(inputs, seed=work.seed, dies=chosen.dies)
    fast = _Outcomes(decisions=run.decisions, scores=run.scores, states={k: v["state"] for k, v in run.states.items()})
    terms = DECISIONS[work.network.decision.kind].terms(inputs.shape[1])
    agreement = real.agreement(fast, chosen.contested, terms)
    labels, twins = labels[samples], twins[samples]
    return {
        "dies": len(chosen.dies),
        "samples": len(samples),
        "die_numbers": list(chosen.dies),
        "sample_numbers": samples,
        "contested_samples": chosen.contested,
        "decisions_compared": real.decisions.size,
        **agreement,
        "agreement_interval_95": list(wilson(agreement["decisions_agree"], real.decisions.size)),
        "decisions_agree_twin": int((real.decisions == twins).sum()),
        "vectorised_decisions_agree_twin": int((run.decisions == twins).sum()),
        "accuracy_transistors": accuracies(real.decisions, labels, balanced=balanced).tolist(),
        "accuracy_vectorised": accuracies(run.decisions, labels, balanced=balanced).tolist(),
        "behavioural": real.agreement(macro, chosen.contested, terms),
    }


@dataclass(frozen=True, eq=False, kw_only=True)
class _Outcomes:
    """What one model of the circuit says.

    ``decisions`` (dies, samples), ``scores`` (dies, samples, classes), ``states`` (dies, samples, steps, units)
    by layer.
    """

    decisions: NDArray[np.int64]
    scores: NDArray[np.float64]
    states: Mapping[str, NDArray[np.bool_]]

    @classmethod
    def of(cls, pieces: Sequence[Sequence[Mapping[str, Any]]]) -> "_Outcomes":
        """From those of :func:`_simulated`, dies x samples."""
        return cls(
            decisions=np.array([[piece["decision"] for piece in row] for row in pieces]),
            scores=np.array([[piece["scores"] for piece in row] for row in pieces]),
            states={
                layer: np.array([[piece["states"][layer] for piece in row] for row in pieces]).astype(bool)
                for layer in pieces[0][0]["states"]
            },
        )

    def agreement(self, other: "_Outcomes", contested: int, terms: int) -> dict[str, Any]:
        """How far ``other`` says the same; the first ``contested`` samples are counted apart, too. A score comes from
        ``terms`` steps."""
        same = self.decisions == other.decisions
        alike = [self.states[layer] == other.states[layer] for layer in self.states]
        return {
            "decisions_agree": int(same.sum()),
            "contested_decisions_agree": int(same[:, :contested].sum()),
            "states_compared": sum(states.size for states in alike),
            "states_agree": sum(int(states.sum()) for states in alike),
            "score_error_rms": float(np.sqrt(np.mean(np.square(self.scores - other.scores)))) / terms,
        }


def simulated(work: Work, level: str, die: int, sample: int, time_limit_s: float) -> dict[str, Any]:
    """The job of one sample on one die: what the circuit decides, its scores and its states."""
    measured = _MODELS[level](
        work.network,
        work.inputs[sample : sample + 1],
        technology=work.technology,
        die=Die(seed=work.seed, number=die),
        jobs=1,
        time_limit_s=time_limit_s,
    )
    return {
        "decision": int(measured.decisions[0]),
        "scores": measured.figures["scores"][0],
        "states": {layer: states["state"][0].tolist() for layer, states in measured.states.items()},
    }
