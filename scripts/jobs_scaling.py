"""What a job costs beside its work, what travels for it, and how throughput grows with the workers.

    python scripts/jobs_scaling.py --json FILE          # two to three minutes on two cores

Measured: an empty job, in local processes and on Dask workers of this machine; the bytes of a job and of its result,
and throughput with 1, 2 and 4 workers, of (a) a Monte Carlo chunk of 20 dies x 300 clips, (b) two steps of a clip
through the chip in ngspice, (c) the verification of one digit in Verilog. What a worker needs to start is left out of
throughput: the clock runs from when each has done one such job.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from codesign import checkpoint, resources
from codesign.analog import technology as technologies
from codesign.analog.montecarlo.state import State
from codesign.analog.montecarlo.work import Work
from codesign.cli.screen import Json, print_json, print_table
from codesign.data import Examples
from codesign.jobs import Job, Workers, key, processors, run
from codesign.jobs.request import Packer
from codesign.verify import CircuitOptions, encoded_test_samples
from codesign.verify.examples import examples_for

EMPTY = 400
COUNTS = (1, 2, 4)


def empty(which: int) -> dict[str, Any]:
    """A job that does nothing."""
    return {"which": which}


def empties(count: int) -> list[Job]:
    """So many of these."""
    return [
        Job(name=f"empty{number}", function="jobs_scaling:empty", arguments={"which": number}, key=str(number))
        for number in range(count)
    ]


def warmed(function: str, number: int, others: str, count: int, **arguments: Any) -> dict[str, Any]:
    """Do a job and wait until every worker has done one."""
    module, _, name = function.partition(":")
    getattr(import_module(module), name)(**arguments)
    Path(others, str(number)).touch()
    while len(list(Path(others).iterdir())) < count:
        time.sleep(0.01)
    return {}


def chunks(folder: Path) -> list[Job]:
    """Monte Carlo of keyword-bmru, 20 dies each."""
    work = _work()
    shared = {"work": work}
    return [
        State(folder, {}).job(
            f"dies_{number:06d}", "codesign.analog.montecarlo.work:decided", shared=shared,
            dies=tuple(range(20 * number, 20 * number + 20)),
        )
        for number in range(24)
    ]  # fmt: skip


def clips(folder: Path) -> list[Job]:
    """The same chip at transistor level, a die and two steps of a clip each: ngspice takes a second for them."""
    work = _work()
    shared = {"work": replace(work, inputs=work.inputs[:, :2]), "time_limit_s": 600.0}
    return [
        State(folder, {}).job(
            f"clip{number}", "codesign.analog.montecarlo.transistors:simulated", shared=shared,
            level="transistors", die=0, sample=number,
        )
        for number in range(12)
    ]  # fmt: skip


def digits(folder: Path) -> list[Job]:
    """Verification of digits-bmru in Verilog, one digit each."""
    network = checkpoint.load(resources.models()["digits-bmru"])
    given = examples_for(network)
    shared = {"network": network, "circuit": CircuitOptions(), "time_limit_s": 600.0}
    return [
        Job(
            name=f"digit{number}", function="codesign.verify.regression:verified", shared=shared, key=str(number),
            arguments={
                "target": "verilog", "engine": "balanced",
                "examples": Examples(images=given.images[[number]], labels=given.labels[[number]]),
            },
        )
        for number in range(12)
    ]  # fmt: skip


WORK: dict[str, Callable[[Path], list[Job]]] = {
    "Monte Carlo chunk": chunks,
    "SPICE sample": clips,
    "RTL verification": digits,
}


def _work() -> Work:
    network = checkpoint.load(resources.models()["keyword-bmru"])
    inputs, _ = encoded_test_samples(network)
    technology = technologies.load("generic180")
    return Work(key=key({"scaling": 1}), network=network, technology=technology, inputs=inputs.astype(np.uint8), seed=1)


def throughput(jobs: Sequence[Job], count: int, folder: Path) -> float:
    """Jobs per second of ``count`` processes here, from when each of them has done one."""
    first, others = jobs[0], tempfile.mkdtemp(dir=folder)
    before = [
        replace(
            first, name=f"warm{number}", function="jobs_scaling:warmed", weight=2,
            arguments={**first.arguments, "function": first.function, "number": number, "others": others,
                       "count": count},
        )
        for number in range(count)
    ]  # fmt: skip
    ends: list[float] = []
    run(
        [*before, *jobs], folder=folder, workers=Workers(count=count), resume=False,
        progress=lambda done, total, doing: ends.append(time.perf_counter()),
    ).require()  # fmt: skip
    return len(jobs) / (ends[-1] - ends[count - 1])


def on_dask(jobs: Sequence[Job], count: int, folder: Path) -> float:
    """Jobs per second on ``count`` Dask workers, once they have done some; they stay, with their processes."""
    with dask(folder, count) as address:
        workers = Workers(scheduler=address)
        run(jobs[: 20 * count], workers=workers).require()
        begin = time.perf_counter()
        run(jobs, folder=folder, workers=workers, resume=False).require()
        return len(jobs) / (time.perf_counter() - begin)


def sizes(job: Job, folder: Path) -> dict[str, int]:
    """Bytes that travel for one job, and that all jobs share."""
    request = Packer().packed(job, 1)
    run([job], folder=folder, workers=Workers(count=0)).require()
    return {
        "request": len(request.arguments) + len(request.name) + len(request.function) + len(request.key),
        "shared": len(request.shared),
        "result": (folder / f"{job.name}.json").stat().st_size,
        "log": (folder / "logs" / f"{job.name}.log").stat().st_size,
    }


@contextmanager
def dask(folder: Path, count: int) -> Iterator[str]:
    """The address of a scheduler with ``count`` workers on this machine."""
    from distributed import Client, LocalCluster

    with LocalCluster(
        n_workers=count, threads_per_worker=1, processes=True, dashboard_address=None, local_directory=str(folder)
    ) as cluster, Client(cluster) as client:  # fmt: skip
        client.wait_for_workers(count)
        client.run(sys.path.append, str(Path(__file__).resolve().parent))
        yield cluster.scheduler_address


def started(module: str) -> float:
    """Seconds that a process takes to start and import ``module``, the best of three."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
        times.append(time.perf_counter() - begin)
    return round(min(times), 3)


def main(
    json: Json = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this work; may be repeated.")] = None,
) -> None:
    """Measure, show and write."""
    figures: dict[str, Any] = {"processors": processors(), "empty_jobs": EMPTY, "overhead_ms": {}, "work": {}}
    figures["start_s"] = {
        module: started(module) for module in ("codesign.jobs.child", "numpy", "torch", "distributed")
    }
    with tempfile.TemporaryDirectory(prefix="codesign-scaling-") as name:
        folder = Path(name)
        (folder / "empty").mkdir()
        (folder / "work").mkdir()
        for count in COUNTS:
            for way, measured in (("local", throughput), ("dask", on_dask)):
                rate = measured(empties(EMPTY), count, folder / "empty")
                figures["overhead_ms"][f"{way} {count}"] = round(1000 / rate, 3)
        for what, made in WORK.items():
            if kind and what not in kind:
                continue
            jobs = made(folder)
            rates = {count: round(throughput(jobs, count, folder / "work"), 3) for count in COUNTS}
            figures["work"][what] = {"bytes": sizes(jobs[0], folder / "sizes"), "jobs_per_s": rates}
    print_table("Milliseconds per empty job", ["", *map(str, COUNTS)], [
        [way, *(figures["overhead_ms"][f"{way} {count}"] for count in COUNTS)] for way in ("local", "dask")
    ])  # fmt: skip
    print_table(
        "Jobs per second, bytes", ["", *(f"{count} workers" for count in COUNTS), "request", "shared", "result", "log"],
        [[what, *found["jobs_per_s"].values(), *found["bytes"].values()] for what, found in figures["work"].items()],
    )  # fmt: skip
    print_json(json, figures)


if __name__ == "__main__":
    typer.run(main)
