"""Monte Carlo over dies: statistics, resuming after a kill, Dask workers that die."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from dask_cluster import dask, wait_for
from networks import rows_network, skip_network
from typer.testing import CliRunner

from codesign import analog, checkpoint, data, fingerprint, twin
from codesign.analog import technology as technologies
from codesign.analog.montecarlo import Beside, montecarlo, statistics
from codesign.analog.montecarlo.state import State
from codesign.analog.montecarlo.transistors import choose
from codesign.cli.app import app
from codesign.errors import InputError, ToolError
from codesign.jobs import Workers, cluster
from codesign.network import Network

TECHNOLOGY = technologies.load("generic180").at(choice={"decision": "readout"})
HERE = Workers(count=0)
CODESIGN = (sys.executable, "-m", "codesign.cli")


def rows(samples: int = 40) -> tuple[Network, np.ndarray, np.ndarray]:
    """A network, inputs, and labels that its twin gets right except every fifth."""
    network = rows_network()
    inputs = np.random.default_rng(4).integers(0, 17, size=(samples, 8, 8))
    labels = twin.simulate(network, inputs).decisions.copy()
    labels[::5] = (labels[::5] + 1) % 10
    return network, inputs, labels


def test_the_figures_are_those_of_the_dies(tmp_path: Path) -> None:
    network, inputs, labels = rows()
    found = montecarlo(
        network, inputs, labels, technology=TECHNOLOGY, workers=HERE, runs=30, seed=3, limit=0.7, state=tmp_path
    )
    figures = found.figures
    accuracy = np.array(figures["accuracy_of_each_die"])
    assert len(accuracy) == 30
    assert np.ptp(accuracy) > 0  # mismatch does something to such a small network
    model = analog.vectorised.Model(network, TECHNOLOGY)
    alone = model.run(inputs, seed=3, dies=[17]).decisions[0]
    unbalanced = statistics.is_unbalanced(labels)
    assert figures["measure"] == ("balanced accuracy" if unbalanced else "accuracy")
    expected = statistics.accuracies(alone[None], labels, balanced=unbalanced)[0]
    assert accuracy[17] == pytest.approx(expected, abs=1e-6)
    assert found.share == figures["yield"] == pytest.approx((accuracy >= 0.7).mean())
    low, high = figures["yield_interval_95"]
    assert low <= found.share <= high
    low, high = figures["accuracy"]["mean_interval_95"]
    assert low < figures["accuracy"]["mean"] == pytest.approx(accuracy.mean(), abs=1e-6)
    assert high > low
    assert sum(figures["histogram"]["dies"]) == 30
    json.dumps(figures, allow_nan=False)


def test_nothing_is_done_twice_and_nothing_gets_mixed(tmp_path: Path) -> None:
    network, inputs, labels = rows()

    def run(runs: int, *, seed: int = 1, samples: int = 40) -> dict[str, object]:
        found = montecarlo(
            network,
            inputs[:samples],
            labels[:samples],
            technology=TECHNOLOGY,
            workers=HERE,
            runs=runs,
            seed=seed,
            state=tmp_path,
        )
        return found.figures

    assert run(25)["dies_done_before"] == 0
    longer = run(50)
    assert longer["dies_done_before"] == 25
    again = run(50)
    assert again["dies_done_before"] == 50
    assert again["accuracy_of_each_die"] == longer["accuracy_of_each_die"]
    other = run(25, seed=2)
    assert other["dies_done_before"] == 0
    assert other["accuracy_of_each_die"] != again["accuracy_of_each_die"][:25]  # type: ignore[index]
    assert run(25, samples=39)["dies_done_before"] == 0
    assert run(20)["dies_done_before"] == 20
    fresh = montecarlo(
        network, inputs, labels, technology=TECHNOLOGY, workers=HERE, runs=50, seed=1, state=tmp_path / "other"
    )
    assert fresh.figures["accuracy_of_each_die"] == longer["accuracy_of_each_die"]


@pytest.mark.parametrize("spoilt", ["cut", "{}", "of another program"])
def test_a_spoilt_or_stale_result_is_done_again(tmp_path: Path, spoilt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    network, inputs, labels = rows(10)
    first = montecarlo(network, inputs, labels, technology=TECHNOLOGY, workers=HERE, runs=5, state=tmp_path)
    (piece,) = tmp_path.glob("*/dies_*.json")
    whole = piece.read_text()
    piece.write_text({"cut": whole[:-20], "{}": "{}"}.get(spoilt, whole))
    if spoilt == "of another program":
        monkeypatch.setattr(fingerprint, "of_program", lambda: "changed")
    again = montecarlo(network, inputs, labels, technology=TECHNOLOGY, workers=HERE, runs=5, state=tmp_path)
    assert again.figures["dies_done_before"] == 0
    assert again.figures["accuracy_of_each_die"] == first.figures["accuracy_of_each_die"]
    if spoilt != "of another program":
        assert piece.read_text() == whole


def test_killed_and_begun_again(tmp_path: Path) -> None:
    """kill -9 in the middle of a run of the command; the next run does the rest, and the result is the same."""
    network = skip_network(np.random.default_rng(6), inputs=13, units=4, blocks=2, classes=2, largest=8)
    data.load(network.task, "test")  # skipped where these cannot be had
    folder = tmp_path / "model"
    checkpoint.save(network, folder / "checkpoint.safetensors")
    command = [*CODESIGN, "montecarlo", str(folder), "--samples", "40", "--runs", "600", "--jobs", "1", "--use",
               "decision=readout", "--json", str(tmp_path / "figures.json"), "--state"]  # fmt: skip
    state = tmp_path / "state"
    process = subprocess.Popen([*command, str(state)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: len(list(state.glob("*/dies_*.json"))) >= 3)
    finally:
        process.kill()
        process.wait()
    kept = {path.name: path.stat().st_mtime_ns for path in state.glob("*/dies_*.json")}
    assert 3 <= len(kept) < 30
    assert not (tmp_path / "figures.json").exists()
    subprocess.run([*command, str(state)], check=True, capture_output=True)
    resumed = json.loads((tmp_path / "figures.json").read_text())
    assert resumed["dies_done_before"] == 20 * len(kept)
    now = {path.name: path.stat().st_mtime_ns for path in state.glob("*/dies_*.json")}
    assert len(now) == 30
    assert {name: now[name] for name in kept} == kept  # not done again
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    whole = json.loads((tmp_path / "figures.json").read_text())
    timing = ("dies_done_before", "wall_s", "die_sample_steps_per_s")
    assert {**whole, **dict.fromkeys(timing)} == {**resumed, **dict.fromkeys(timing)}


def test_too_small_a_yield_is_status_1(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    checkpoint.save(rows_network(), folder / "checkpoint.safetensors")
    arguments = ["montecarlo", str(folder), "--samples", "20", "--runs", "10", "--limit", "1.0", "--jobs", "1",
                 "--use", "decision=readout", "--state", str(tmp_path / "state"), "--least-yield"]  # fmt: skip
    for least, status in (("0", 0), ("0.9", 1)):
        result = CliRunner().invoke(app, [*arguments, least])
        assert result.exit_code == status
        assert "yield: 0 of 10" in result.output


def test_a_worker_dies_and_nothing_is_lost(tmp_path: Path) -> None:
    network, inputs, labels = rows()
    inputs, labels = np.repeat(inputs, 10, axis=0), np.repeat(labels, 10)
    killed: list[int] = []
    with dask(tmp_path, workers=2) as cluster:

        def progress(done: int, total: int, doing: str) -> None:
            if done >= 60 and not killed:
                cluster.workers[0].kill()
                killed.append(done)

        found = montecarlo(
            network, inputs, labels, technology=TECHNOLOGY, runs=600, state=tmp_path / "there",
            workers=Workers(scheduler=cluster.address), progress=progress,
        )  # fmt: skip
        assert killed
        assert killed[0] < 600
        assert cluster.workers[0].wait(10) == -signal.SIGKILL
    here = montecarlo(network, inputs, labels, technology=TECHNOLOGY, runs=600, workers=HERE, state=tmp_path / "here")
    assert found.figures["accuracy_of_each_die"] == here.figures["accuracy_of_each_die"]
    same = [
        {path.name: path.read_bytes() for path in (tmp_path / where).glob("*/*.json")} for where in ("there", "here")
    ]
    assert same[0] == same[1]
    assert len(same[0]) == 31


def test_without_a_scheduler_the_address_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "_ANSWER_S", 1.0)
    network, inputs, labels = rows(10)
    for address, error in (("127.0.0.1:1", InputError), ("tcp://127.0.0.1:1", ToolError)):
        with pytest.raises(error, match=r"127\.0\.0\.1:1"):
            montecarlo(
                network,
                inputs,
                labels,
                technology=TECHNOLOGY,
                runs=5,
                state=tmp_path,
                workers=Workers(scheduler=address),
            )


def test_transistors_beside_it(tmp_path: Path) -> None:
    """Simulated once, and found again."""
    network, inputs, labels = rows(3)
    for before in (0, 4):
        found = montecarlo(
            network,
            inputs[:, :3],
            labels,
            technology=TECHNOLOGY,
            runs=4,
            state=tmp_path,
            beside_it=Beside(dies=2, samples=1),
        )
        assert found.figures["dies_done_before"] == before
        beside = found.figures["transistor_level"]
        pieces = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/transistors_*.json")}
        assert len(pieces) == 2
        if before == 0:
            first = (beside["score_error_rms"], pieces)
        else:
            assert (beside["score_error_rms"], pieces) == first
    assert beside["decisions_compared"] == 2
    assert beside["decisions_agree"] == 2
    assert beside["states_compared"] == 2 * 3 * 2
    accuracy = np.array(found.figures["accuracy_of_each_die"])
    assert [accuracy[die] for die in beside["die_numbers"]] == [accuracy.min(), accuracy.max()]
    assert beside["states_agree"] >= 11
    assert beside["score_error_rms"] < 0.05
    assert beside["behavioural"]["decisions_agree"] == 2
    assert beside["behavioural"]["states_agree"] >= 11
    assert beside["behavioural"]["score_error_rms"] < 0.05


def test_what_is_hard_is_chosen() -> None:
    """Dies from the worst to the best; samples on which most dies differ from the twin, and the first others."""
    twins = np.array([0, 0, 0, 0, 1])
    decisions = np.array([[0, 1, 0, 1, 1], [0, 0, 0, 1, 1], [0, 0, 0, 0, 1]])
    accuracy = np.array([0.2, 0.9, 0.5])
    chosen = choose(decisions, twins, accuracy, dies=3, samples=4)
    assert chosen.dies == (0, 2, 1)
    assert chosen.samples == (3, 1, 0, 2)
    assert chosen.contested == 2
    assert choose(decisions[2:], twins, accuracy[:1], dies=1, samples=2).samples == (0, 1)


@pytest.mark.parametrize(("change", "found"), [
    ({"runs": 0}, "at least 1 die, not 0"),
    ({"limit": 1.5}, "0 to 1, not 1.5"),
    ({"beside_it": Beside(dies=6)}, "up to 5 dies"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(tmp_path: Path, change: dict[str, object], found: str) -> None:
    network, inputs, labels = rows(10)
    given: dict[str, object] = {"technology": TECHNOLOGY, "runs": 5, "state": tmp_path, **change}
    with pytest.raises(InputError, match=found):
        montecarlo(network, inputs, labels, **given)  # type: ignore[arg-type]


def test_intervals() -> None:
    """Wilson's against a table (R, prop.test without correction), the bootstrap against the normal one."""
    assert statistics.wilson(49, 50) == pytest.approx((0.89504, 0.99646), abs=1e-5)
    assert statistics.wilson(0, 10) == pytest.approx((0, 0.27753), abs=1e-5)
    assert statistics.wilson(0, 0) == (0, 1)
    values = np.random.default_rng(1).normal(0.9, 0.05, 400)
    low, high = statistics.mean_interval(values, seed=1)
    half = 1.96 * values.std() / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.1 * half)


def test_balanced_accuracy() -> None:
    labels = np.array([1, 0, 0, 0])
    decisions = np.array([[0, 0, 0, 0], [1, 0, 0, 1]])
    assert statistics.is_unbalanced(labels)
    assert not statistics.is_unbalanced(np.array([0, 0, 1, 1, 1]))
    np.testing.assert_allclose(statistics.accuracies(decisions, labels, balanced=True), [0.5, 5 / 6])
    np.testing.assert_allclose(statistics.accuracies(decisions, labels, balanced=False), [0.75, 0.75])


def test_configurations_have_folders_of_their_own(tmp_path: Path) -> None:
    first, second = State(tmp_path, {"seed": 1}), State(tmp_path, {"seed": 2})
    piece = {"key": first.job("dies_000000_000001", "", shared={}).key, "dies": [0, 1], "decisions": [[1], [0]]}
    (first.folder / "dies_000000_000001.json").write_text(json.dumps(piece))
    assert first.decisions() == {0: [1], 1: [0]}
    assert second.decisions() == {}
    assert json.loads((second.folder / "configuration.json").read_text()) == {"seed": 2}
    jobs = [state.job("dies_0", "module:function", shared={}) for state in (first, second)]
    assert jobs[0].key != jobs[1].key
