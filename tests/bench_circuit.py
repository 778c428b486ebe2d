"""The circuit's part of ``make bench``: what the tool adds to ngspice, and three models of one chip, in one run.

All ratios are of the same samples on the same machine, minutes apart at most.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import numpy as np
from networks import skip_network

from codesign import analog, tools, twin
from codesign.analog import behavioural
from codesign.analog import technology as technologies
from codesign.analog.vectorised import Model
from codesign.measurement import Measurement
from codesign.network import Network

STEPS = 20
SAMPLES = 4
DIES = 200


def circuit_figures() -> list[dict[str, Any]]:
    """Overhead and speed of the published shape with d = 4, random weights, in generic180."""
    network = skip_network(np.random.default_rng(6), inputs=13, units=4, blocks=2, classes=2, largest=8)
    inputs = np.random.default_rng(2).integers(0, 33, size=(SAMPLES, STEPS, 13))
    technology = technologies.load("generic180")
    rows: list[dict[str, Any]] = []

    with ngspice_seconds() as inside:
        transistors, one_job = timed(lambda: analog.measure(network, inputs, technology=technology, jobs=1))
    rows.append(figure("tool's own part of a transistor-level run, one job", (one_job - inside[0]) / one_job, "of it"))
    _, all_jobs = timed(lambda: analog.measure(network, inputs, technology=technology, jobs=2))
    rows.append(figure("transistor level, one job against two", one_job / all_jobs, "times"))

    work = SAMPLES * STEPS
    fast, fast_s = timed(lambda: behavioural.measure(network, inputs, technology=technology, jobs=1))
    model = Model(network, technology)
    run, arrays_s = timed(lambda: model.run(inputs, seed=1, dies=range(DIES)))
    nominal = model.run(inputs)
    found = {layer: {"state": states["state"][0].astype(np.int64)} for layer, states in nominal.states.items()}
    rows.append(figure("transistor level", work / one_job, "steps / s"))
    rows.append(figure("behavioural", work / fast_s, "steps / s", agreement(network, fast.states, transistors)))
    rows.append(
        figure(
            f"vectorised, {DIES} dies", work * len(run.decisions) / arrays_s, "steps / s",
            agreement(network, found, transistors),
        )
    )  # fmt: skip
    _, twin_s = timed(lambda: twin.simulate(network, np.repeat(inputs, 50, axis=0)))
    rows.append(
        figure(
            "twin (integers)", work * 50 / twin_s, "steps / s", agreement(network, _twin(network, inputs), transistors)
        )
    )
    rows.append(figure("behavioural against transistor level", one_job / fast_s, "times"))
    rows.append(figure("vectorised against transistor level", DIES * one_job / arrays_s, "times"))
    return rows


def figure(what: str, value: float, unit: str, agree: float | None = None) -> dict[str, Any]:
    return {"what": what, "value": float(f"{value:.4g}"), "unit": unit, "states_as_transistors": agree}


def agreement(network: Network, states: Any, transistors: Measurement) -> float:
    """Part of all states that are those of the transistor-level run."""
    pairs = [(states[layer.name]["state"], transistors.states[layer.name]["state"])
             for layer in network.layers if layer.name in transistors.states]  # fmt: skip
    return round(float(np.mean([np.mean(one == other) for one, other in pairs])), 4)


def _twin(network: Network, inputs: np.ndarray) -> Any:
    return {name: trace.states for name, trace in twin.simulate(network, inputs).layers.items() if trace.states}


def timed(run: Callable[[], Any]) -> tuple[Any, float]:
    begin = time.perf_counter()
    return run(), time.perf_counter() - begin


@contextmanager
def ngspice_seconds() -> Iterator[list[float]]:
    """A list whose one number is the time spent in ngspice meanwhile."""
    spent = [0.0]
    plain = tools.run

    def run(name: str, *arguments: Any, **named: Any) -> tools.Finished:
        finished, seconds = timed(lambda: plain(name, *arguments, **named))
        spent[0] += seconds
        return finished

    with mock.patch.object(tools, "run", run):
        yield spent
