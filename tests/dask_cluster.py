"""A Dask scheduler and workers as programs of their own, on this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["Cluster", "dask", "wait_for"]


class Cluster:
    """What runs."""

    def __init__(self, address: str, scheduler: "subprocess.Popen[bytes]") -> None:
        self.address, self.scheduler = address, scheduler
        self.workers: list[subprocess.Popen[bytes]] = []

    def connected(self) -> int:
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            return len(client.nthreads())


@contextmanager
def dask(folder: Path, *, workers: int, threads: int = 1) -> Iterator[Cluster]:
    """Started in ``folder`` with nothing of this process but its installation; ended with the block."""
    known = folder / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    common = ["--scheduler-file", str(known), "--no-dashboard", "--host", "127.0.0.1"]
    repository = Path(__file__).resolve().parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(repository), str(repository / "tests")))}
    program = [sys.executable, "-m"]
    scheduler = subprocess.Popen([*program, "distributed.cli.dask_scheduler", *common, "--port", "0"], **quiet)  # type: ignore[call-overload]
    cluster: Cluster | None = None
    try:
        wait_for(known.is_file)
        cluster = Cluster(json.loads(known.read_text())["address"], scheduler)
        for _ in range(workers):
            cluster.workers.append(subprocess.Popen(  # type: ignore[call-overload]
                [*program, "distributed.cli.dask_worker", *common, "--nworkers", "1", "--nthreads", str(threads),
                 "--no-nanny", "--local-directory", str(folder)],
                env=environment, **quiet,
            ))  # fmt: skip
        wait_for(lambda: cluster is not None and cluster.connected() == workers)
        yield cluster
    finally:
        every = [scheduler, *(cluster.workers if cluster else ())]
        for process in every:
            process.kill()
        for process in every:
            process.wait()


def wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.05)
