"""Many jobs, here and on Dask workers: the same bytes whoever does them, failures with their logs, nothing twice."""

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import job_samples
import pytest
from dask_cluster import Cluster, dask, wait_for
from hypothesis import given, settings
from hypothesis import strategies as st
from job_samples import job

from codesign.errors import InputError, MissingDataError, MissingToolError, ToolError
from codesign.jobs import Failure, Job, Outcome, Workers, cluster, frames, key, process, run

SQUARES = [job(f"squares/{number}", "square", number=number) for number in range(6)]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with dask(tmp_path_factory.mktemp("dask"), workers=2) as started:
        yield started


def results(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.json")}


def log(folder: Path, name: str) -> str:
    return (folder / "logs" / f"{name}.log").read_text()


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_the_same_bytes_with_any_number_of_workers_and_in_any_order(there: Cluster, tmp_path: Path) -> None:
    jobs = [*SQUARES, job("text", "with_file", text="abc")]
    ways = {
        "here": (Workers(count=0), jobs),
        "one": (Workers(count=1), jobs),
        "two": (Workers(count=2), jobs[::-1]),
        "four": (Workers(count=4), jobs),
        "dask": (Workers(scheduler=there.address), jobs[::-1]),
    }
    found = {name: run(given, folder=tmp_path / name, workers=workers) for name, (workers, given) in ways.items()}
    kept = {name: {**results(tmp_path / name), "text": (tmp_path / name / "text.txt").read_bytes()} for name in ways}
    assert all(kept[name] == kept["here"] for name in ways)
    assert kept["here"]["text"] == b"abc"
    assert json.loads(kept["here"]["squares/3.json"]) == {"key": SQUARES[3].key, "square": 9, "third": 1.0}
    for name, outcome in found.items():
        assert outcome.results == found["here"].results
        assert list(outcome.results) == [each.name for each in ways[name][1]], "in the order asked for"
        assert not outcome.failures
        assert set(outcome.seconds) == set(outcome.results)


def test_a_log_holds_what_was_printed_and_logged(there: Cluster, tmp_path: Path) -> None:
    for workers in (Workers(count=1), Workers(scheduler=there.address)):
        folder = tmp_path / str(workers.count)
        run(SQUARES[2:3], folder=folder, workers=workers)
        said = log(folder, "squares/2")
        assert said.startswith("job squares/2, attempt 1, on ")
        for line in ("the square of 2\n", "INFO squares: of 2\n", "from a program\n"):
            assert line in said
        assert said.splitlines()[-1].startswith("done after ")


BAD = [
    job("raises", "fails", number=7),
    job("tool", "tool_fails"),
    job("leaves", "leaves", status=5),
    job("exits", "exits"),
    job("kills", "kills_itself"),
    job("late", "sleeps", seconds=60.0),
    job("function", "not_json", what="function"),
    job("absent", "no_such_function"),
    Job(name="module", function="no_such_module:run", key="k"),
    Job(name="unsendable", function="job_samples:simple", arguments={"number": job_samples.Unsendable()}, key="k"),
]


def failed(tmp_path: Path, workers: Workers) -> Outcome:
    jobs = [each for pair in zip(BAD, [*SQUARES, *(job(f"more{n}", "simple", number=n) for n in range(4))], strict=True)
            for each in pair]  # fmt: skip
    outcome = run(jobs, folder=tmp_path, workers=workers)
    assert len(outcome.results) == 10, "the rest is done"
    assert list(outcome.failures) == [each.name for each in BAD]
    return outcome


def check_failures(outcome: Outcome, folder: Path) -> None:
    errors = {name: failure.error for name, failure in outcome.failures.items()}
    causes = {name: failure.cause for name, failure in outcome.failures.items()}
    assert errors["raises"].startswith("ZeroDivisionError: number 7 (job_samples.py:")
    assert (errors["tool"], causes["tool"]) == ("ngspice ended with status 1", "ToolError")
    assert (errors["leaves"], causes["leaves"]) == ("its process ended with status 5 before the job did", "died")
    assert causes["exits"] == "SystemExit"
    assert errors["kills"] == "its process ended by signal SIGKILL before the job did"
    assert (errors["late"], causes["late"]) == ("it took longer than 3 s and was stopped", "time limit")
    assert "not JSON serializable" in errors["function"]
    assert "no attribute 'no_such_function'" in errors["absent"]
    assert "No module named 'no_such_module'" in errors["module"]
    assert "its arguments: TypeError: it stays here" in errors["unsendable"]
    assert "so far all is well" in log(folder, "raises")
    assert "UserWarning: not for long" in log(folder, "raises")
    assert "Traceback (most recent call last)" in log(folder, "raises")
    assert "about to leave" in log(folder, "leaves")
    for name in ("leaves", "kills"):
        assert f"job {name}, attempt 1" in log(folder, name)
        assert f"job {name}, attempt 2" in log(folder, name)
    for name, failure in outcome.failures.items():
        assert failure.log == folder / "logs" / f"{name}.log"
        assert failure.last_lines == tuple(log(folder, name).splitlines()[-12:])
        assert failure.last_lines
        assert not (folder / f"{name}.json").exists()


def test_what_fails_is_reported_with_its_log_and_the_rest_is_done(tmp_path: Path) -> None:
    outcome = failed(tmp_path, Workers(count=2, time_limit_s=3))
    check_failures(outcome, tmp_path)
    with pytest.raises(ToolError, match=r"10 of 20 jobs failed, the others are done; .*raises: ZeroDivisionError"):
        outcome.require()
    with pytest.raises(ToolError, match=r"10 of 10 jobs failed, no other one is done\."):
        replace(outcome, results={}).require()
    again = run(SQUARES, folder=tmp_path, workers=Workers(count=2))
    assert again.reused == {each.name for each in SQUARES}
    assert again.seconds == {}


def test_the_same_on_dask_workers_which_survive_it(there: Cluster, tmp_path: Path) -> None:
    outcome = failed(tmp_path, Workers(scheduler=there.address, time_limit_s=3))
    check_failures(outcome, tmp_path)
    assert there.connected() == 2
    assert all(worker.poll() is None for worker in there.workers)


@pytest.mark.parametrize("what", ["set", "nan", "list", "key", "numbers"])
def test_a_result_is_plain_json(tmp_path: Path, what: str) -> None:
    outcome = run([job("bad", "not_json", what=what)], folder=tmp_path, workers=Workers(count=0))
    assert outcome.failures["bad"].cause in ("TypeError", "ValueError")
    assert "JSON" in outcome.failures["bad"].error or "'key' of its own" in outcome.failures["bad"].error


def test_a_process_that_was_stopped_by_others_costs_a_second_try(tmp_path: Path) -> None:
    jobs = [job("victim", "dies_once", marker=str(tmp_path / "marker")), *SQUARES]
    outcome = run(jobs, folder=tmp_path / "out", workers=Workers(count=2))
    assert not outcome.failures
    assert outcome.results["victim"] == {"key": jobs[0].key, "tried": "again"}


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "full.log").symlink_to("/dev/full")
    with pytest.raises(OSError, match=r"No space left on device: .*logs/full\.log"):
        run([job("full", "simple", number=1)], folder=tmp_path, workers=Workers(count=0))


def test_a_late_job_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    started = tmp_path / "started"
    begun = time.monotonic()
    outcome = run(
        [job("late", "sleeps", seconds=60.0, started=str(started))],
        folder=tmp_path / "out",
        workers=Workers(count=1, time_limit_s=2),
    )
    assert outcome.failures["late"].cause == "time limit"
    assert time.monotonic() - begun < 30
    wait_for(lambda: not alive(int(started.read_text())), 10)


def test_one_thread_no_torch_and_no_order_of_sets(there: Cluster) -> None:
    for workers in (Workers(count=1), Workers(scheduler=there.address)):
        found = run([job("threads", "threads")], workers=workers).require()["threads"]
        assert set(found["threads"]) == {1}
        assert not found["torch"]
        assert found["hash"] == "0"
    loaded = "import sys, codesign.jobs.local, codesign.jobs.child; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split()
    assert not {"torch", "numpy", "distributed", "typer", "multiprocessing"} & set(modules)


def test_what_is_shared_is_sent_once_and_stays_as_it_was(there: Cluster) -> None:
    shared = {"given": [0] * 1000}
    jobs = [job(f"job{number}", "changes", shared=shared) for number in range(4)]
    for workers in (Workers(count=0), Workers(count=2), Workers(scheduler=there.address)):
        # A function that changes what is shared breaks its promise; with the caller nothing changes for all that.
        run(jobs, workers=workers).require()
        assert len(shared["given"]) == 1000
    both = [job("a", "simple", shared={"offset": 1}, number=2), job("b", "simple", shared={"offset": 2}, number=2)]
    for workers in (Workers(count=0), Workers(count=1), Workers(scheduler=there.address)):
        found = run(both, workers=workers).require()
        assert (found["a"]["square"], found["b"]["square"]) == (5, 6)


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    first = run(SQUARES[:4], folder=tmp_path, workers=Workers(count=0))
    (tmp_path / "squares" / "1.json").write_text("{")
    changed = [*SQUARES[:3], job("squares/3", "square", number=33), *SQUARES[4:]]
    before = (tmp_path / "squares" / "0.json").stat().st_mtime_ns
    again = run(changed, folder=tmp_path, workers=Workers(count=0))
    assert again.reused == {"squares/0", "squares/2"}, "one is spoilt, one has another key"
    assert again.results["squares/3"]["square"] == 33**2
    assert again.results["squares/1"] == first.results["squares/1"]
    assert (tmp_path / "squares" / "0.json").stat().st_mtime_ns == before
    assert not run(changed, folder=tmp_path, workers=Workers(count=0), resume=False).reused


def test_the_heaviest_first_and_progress_in_weights(tmp_path: Path) -> None:
    jobs = [job("light", "simple", number=1), job("heavy", "simple", weight=7, number=2)]
    seen: list[tuple[int, int, str]] = []
    for _ in range(2):
        run(jobs, folder=tmp_path, workers=Workers(count=0), title="numbers", said=lambda job, found: found["square"],
            progress=lambda *what: seen.append(what))  # fmt: skip
    assert seen == [
        (7, 8, "numbers: heavy: 4"),
        (8, 8, "numbers: light: 1"),
        (8, 8, "numbers: 2 of 2 were done before"),
    ]


RUN = """
import signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins with it ignored
sys.path.insert(0, {tests!r})
from job_samples import job
from codesign.jobs import Workers, run
jobs = [job(f"job{{n}}", "waits", seconds=0.01 * n) for n in range(40)]
try:
    outcome = run(jobs, folder=Path(sys.argv[1]), workers=Workers(count=2))
except KeyboardInterrupt:
    sys.exit(130)
print(len(outcome.reused), len(outcome.results))
"""


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_killed_in_the_middle_and_called_again(tmp_path: Path, by: signal.Signals) -> None:
    program = [sys.executable, "-c", RUN.format(tests=str(Path(__file__).parent)), str(tmp_path / "out")]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(program, start_new_session=True, env={**os.environ, "TMPDIR": str(temporary)})
    wait_for(lambda: len(results(tmp_path / "out")) >= 4)
    assert list(temporary.glob("codesign-worker-*/tmp/codesign-waits-*")), "that a job holds open"
    children = [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert len(children) == 2
    os.kill(process.pid, by)
    assert process.wait(20) == (130 if by == signal.SIGINT else -signal.SIGKILL)
    wait_for(lambda: not any(map(alive, children)), 10)
    assert not list(temporary.iterdir()), "nothing is left"
    kept = results(tmp_path / "out")
    assert 4 <= len(kept) < 40
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(kept)), "40"]
    assert {name: results(tmp_path / "out")[name] for name in kept} == kept
    assert not list((tmp_path / "out").rglob(".*")), "no half-written file"


def test_a_process_whose_parent_hears_no_more_removes_its_files(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    program = [
        sys.executable,
        "-c",
        process._PROGRAM,
        json.dumps([*sys.path, str(Path(__file__).parent)]),
        str(scratch),
    ]
    child = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdout.close()
    request = {"function": "job_samples:simple", "arguments": pickle.dumps({"number": 3}), "key": "k"}
    frames.write_frame(child.stdin, pickle.dumps({**request, "log": str(scratch / "log")}))
    assert child.wait(20) == -signal.SIGKILL
    child.stdin.close()
    assert not scratch.exists()


def test_dask_workers_and_schedulers_that_are_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_ANSWER_S", 2.0)
    jobs = [job(f"job{number}", "waits", seconds=0.05) for number in range(30)]

    def after(count: int, what: Callable[[], object]) -> Callable[[int, int, str], None]:
        return lambda done, total, doing: what() if done == count else None

    with dask(tmp_path, workers=2) as lost:
        workers = Workers(scheduler=lost.address)
        outcome = run(jobs, folder=tmp_path / "out", workers=workers, progress=after(6, lost.workers[0].kill))
        assert lost.workers[0].wait(10) == -signal.SIGKILL
        assert not outcome.failures
        assert len(outcome.results) == 30
        with pytest.raises(ToolError, match=r"the Dask scheduler at tcp://127\.0\.0\.1:\d+ went away"):
            run(jobs, folder=tmp_path / "cut", workers=workers, progress=after(6, lost.scheduler.kill))
    kept = results(tmp_path / "cut")
    assert 6 <= len(kept) < 30
    with pytest.raises(ToolError, match="no Dask scheduler answers at tcp://"):
        run(jobs, folder=tmp_path / "cut", workers=workers)
    outcome = run(jobs, folder=tmp_path / "cut", workers=Workers(count=2))
    assert len(outcome.reused) == len(kept)
    assert results(tmp_path / "cut") == results(tmp_path / "out")


def test_a_dask_worker_of_another_version_is_named(
    there: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for versions in (("0.0.1", "3.11", "0" * 64), (*cluster._versions()[:2], "0" * 64)):
        monkeypatch.setattr(cluster, "_versions", lambda versions=versions: versions)
        outcome = run(SQUARES[:1], folder=tmp_path, workers=Workers(scheduler=there.address))
        said = str(*outcome.failures.values())
        assert f"this machine codesign {versions[0]} (sources 00000000) in Python {versions[1]}; install the" in said


@pytest.mark.parametrize(
    ("jobs", "message"),
    [
        ([SQUARES[0], SQUARES[0]], "two jobs are called 'squares/0'; give each a name of its own"),
        ([job("../up", "square")], "not '../up'"),
        ([job("/root", "square")], "not '/root'"),
        ([job("logs/a", "square")], "does not begin with 'logs', not 'logs/a'"),
        ([Job(name="a", function="square", key="")], "is MODULE:FUNCTION, not 'square'"),
        ([job("a", "simple", shared={"number": 1}, number=1)], "has 'number' both as an argument of its own and as"),
        ([job("a", "simple", weight=0)], "the weight of job 'a' is at least 1, not 0"),
    ],
)
def test_jobs_that_cannot_be_told_apart_are_refused(tmp_path: Path, jobs: list[Job], message: str) -> None:
    with pytest.raises(InputError) as refused:
        run(jobs, folder=tmp_path / "out", workers=Workers(count=0))
    assert message in str(refused.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"count": -1}, "at least 1 process (0: by this one), not -1"),
        ({"scheduler": "localhost:1"}, "a scheduler's address is tcp://HOST:PORT, not 'localhost:1'"),
        ({"scheduler": "tcp://a:1", "count": 2}, "name one of the two, not both"),
        ({"time_limit_s": 0.0}, "more than 0 s, not 0"),
        ({"time_limit_s": 1.0, "count": 0}, "a time limit takes at least 1 process"),
    ],
)
def test_workers_that_make_no_sense_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as refused:
        Workers(**given)
    assert message in str(refused.value)


@pytest.mark.parametrize("raised", [InputError, MissingDataError, MissingToolError, ToolError])
def test_codesigns_own_errors_are_raised_again_as_what_they_are(raised: type[Exception]) -> None:
    failure = Failure(error="no", cause=raised.__name__, log=Path("log"), last_lines=("Traceback",))
    with pytest.raises(raised) as caught:
        Outcome(results={}, failures={"a": failure}, reused=frozenset(), seconds={}).require()
    assert type(caught.value) is raised
    assert "Traceback" not in str(caught.value)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.text(), PLAIN, max_size=4))
def test_a_key_stands_for_the_configuration_whatever_its_order(configuration: dict[str, Any]) -> None:
    backwards = dict(reversed(configuration.items()))
    assert key(configuration) == key(backwards)
    assert len(key(configuration)) == 64
    assert key({**configuration, "one more": 1}) != key(configuration)
