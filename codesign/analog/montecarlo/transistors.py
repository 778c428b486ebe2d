"""A few of the dies at transistor level, to show that the vectorised model can be believed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.analog.measure import Die, measure
from codesign.analog.montecarlo.state import State
from codesign.analog.montecarlo.statistics import accuracies, wilson
from codesign.analog.montecarlo.work import Work
from codesign.analog.vectorised import Model

__all__ = ["beside"]


def beside(
    work: Work,
    labels: NDArray[np.int64],
    twins: NDArray[np.int64],
    state: State,
    *,
    dies: int,
    samples: int,
    balanced: bool,
    jobs: int,
    time_limit_s: float,
    progress: Callable[[int, int, str], None],
) -> dict[str, Any]:
    """The first ``samples`` on the dies 0 to ``dies`` - 1 in ngspice and in the vectorised model, as plain JSON.

    ``labels`` and ``twins`` (samples,) are what is right and what the twin decides. Raises ToolError when ngspice
    fails.
    """
    inputs = work.inputs[:samples]
    model = Model(work.network, work.technology)
    run = model.run(inputs, seed=work.seed, dies=range(dies))
    found = _all(work, state, dies, samples, jobs=jobs, time_limit_s=time_limit_s, progress=progress)
    real = np.array([[found[die, sample]["decision"] for sample in range(samples)] for die in range(dies)])
    compared = agreeing = 0
    errors = []
    for (die, sample), piece in found.items():
        errors.append(np.array(piece["scores"]) - run.scores[die, sample])
        for layer, states in piece["states"].items():
            alike = np.array(states, dtype=bool) == run.states[layer]["state"][die, sample]
            compared += alike.size
            agreeing += int(alike.sum())
    decided = int((real == run.decisions).sum())
    labels, twins = labels[:samples], twins[:samples]
    return {
        "dies": dies,
        "samples": samples,
        "decisions_compared": real.size,
        "decisions_agree": decided,
        "agreement_interval_95": list(wilson(decided, real.size)),
        "decisions_agree_twin": int((real == twins).sum()),
        "states_compared": compared,
        "states_agree": agreeing,
        "score_error_rms": float(np.sqrt(np.mean(np.square(errors)))) / work.inputs.shape[1],
        "accuracy_transistors": accuracies(real, labels, balanced=balanced).tolist(),
        "accuracy_vectorised": accuracies(run.decisions, labels, balanced=balanced).tolist(),
    }


def _all(
    work: Work,
    state: State,
    dies: int,
    samples: int,
    *,
    jobs: int,
    time_limit_s: float,
    progress: Callable[[int, int, str], None],
) -> dict[tuple[int, int], dict[str, Any]]:
    """(die, sample) -> what ngspice found; those already in ``state`` are not simulated again."""
    wanted = [(die, sample) for die in range(dies) for sample in range(samples)]
    found: dict[tuple[int, int], dict[str, Any]] = {}

    def one(place: tuple[int, int]) -> tuple[tuple[int, int], dict[str, Any]]:
        name = f"transistors_{place[0]:06d}_{place[1]:06d}"
        piece = state.piece(name)
        if piece is None:
            piece = _simulated(work, *place, time_limit_s=time_limit_s)
            state.keep(name, piece)
        return place, piece

    progress(0, len(wanted), "samples at transistor level")
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        futures = [pool.submit(one, place) for place in wanted]
        try:
            for future in as_completed(futures):
                place, piece = future.result()
                found[place] = piece
                progress(len(found), len(wanted), "samples at transistor level")
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return found


def _simulated(work: Work, die: int, sample: int, *, time_limit_s: float) -> dict[str, Any]:
    measured = measure(
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
        "power_w": measured.figures["power_w"],
    }
