"""A process that does one job after the other, and can be stopped with all that it has started."""

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import IO, Any, cast

from codesign.jobs import log
from codesign.jobs.frames import read_frame, write_frame
from codesign.jobs.outcome import DIED, LATE, Finished
from codesign.jobs.request import Request

__all__ = ["Process"]

_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from codesign.jobs.child import main; main(sys.argv[2])"
)

# One thread each: the processes are as many as the processors already. And nothing may hang on the order of a set.
_ENVIRONMENT = {
    **dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
        "1",
    ),
    "PYTHONHASHSEED": "0",
}


class Process:
    """Not started before its first job; after a job that ended it, the next one starts it anew."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._shared = ""
        self._log = Path()
        self._scratch: Path | None = None

    def do(self, request: Request, time_limit_s: float | None) -> Finished:
        """Do one job and wait for what comes of it, the end of its log included."""
        path = self.scratch / "log"
        finished = self._awaited(request, path, time_limit_s)
        finished = replace(finished, log=log.tail(path))
        if self._process is None:
            self.kill()  # nobody else would remove the folder, should the worker be killed now
        return finished

    def _awaited(self, request: Request, path: Path, time_limit_s: float | None) -> Finished:
        self.begin(request, path)
        with DefaultSelector() as selector:
            selector.register(self.replies, EVENT_READ)
            if not selector.select(time_limit_s):
                return self.stopped(time_limit_s or 0.0)
        return self.end()

    @property
    def scratch(self) -> Path:
        """A folder that is removed by :meth:`kill` or, should this process be killed, by the one that does the jobs."""
        if self._scratch is None:
            self._scratch = Path(tempfile.mkdtemp(prefix="codesign-worker-"))
        return self._scratch

    @property
    def replies(self) -> IO[bytes]:
        """Readable when the job that was begun has ended, whichever way."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout

    def begin(self, request: Request, path: Path) -> None:
        """Begin one job; :meth:`end` is called when :attr:`replies` can be read."""
        self._log = path
        log.begin(path, request.name, request.attempt)
        if self._process is None:
            self._start()
        job = {"function": request.function, "arguments": request.arguments, "key": request.key, "log": str(path)}
        with suppress(BrokenPipeError):  # it died: its replies are at their end
            if request.shared_name != self._shared:
                self._send({"shared": request.shared, "log": str(path)})
                self._shared = request.shared_name
            self._send(job)

    def end(self) -> Finished:
        """What came of the job that was begun."""
        frame = read_frame(cast("Any", self.replies))
        if frame is not None:
            found: Finished = pickle.loads(frame)
            return found
        assert self._process is not None
        # Not yet taken off the list of processes, so that its number still is that of its group.
        ended = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)
        self._stop()
        status = ended.si_status if ended is not None else 0
        signalled = ended is not None and ended.si_code != os.CLD_EXITED
        how = f"by signal {signal.Signals(status).name}" if signalled else f"with status {status}"
        return self._noted(f"its process ended {how} before the job did", DIED)

    def stopped(self, time_limit_s: float) -> Finished:
        """Stop the job that was begun, because its time is over."""
        self._stop()
        return self._noted(f"it took longer than {time_limit_s:g} s and was stopped", LATE)

    def kill(self) -> None:
        """End the process and all that it has started, and remove its files."""
        self._stop()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None

    def _stop(self) -> None:
        if self._process is None:
            return
        with suppress(ProcessLookupError):  # it and all of its group have ended
            os.killpg(self._process.pid, signal.SIGKILL)  # it leads a group of its own
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with suppress(BrokenPipeError):  # what was still to be sent has no reader
                pipe.close()
        self._process, self._shared = None, ""
        shutil.rmtree(self._temporary, ignore_errors=True)  # what it was not left the time to remove

    @property
    def _temporary(self) -> Path:
        return self.scratch / "tmp"

    def _start(self) -> None:
        self._temporary.mkdir(exist_ok=True)
        with self._log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), str(self.scratch)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **_ENVIRONMENT, "TMPDIR": str(self._temporary)},
                start_new_session=True,
            )

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process is not None
        write_frame(cast("Any", self._process.stdin), pickle.dumps(message))

    def _noted(self, error: str, cause: str) -> Finished:
        with self._log.open("a", encoding="utf-8") as printed:
            printed.write(f"{error}\n")
        return Finished(error=error, cause=cause)
