"""Jobs for the tests of codesign.jobs: imported by name in the processes that do them."""

import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from codesign.errors import ToolError
from codesign.jobs import Job, Produced, key

HERE = "job_samples"


def job(name: str, function: str, weight: int = 1, shared: dict[str, Any] | None = None, **arguments: Any) -> Job:
    decides = {"function": function, "arguments": arguments, "shared": shared or {}}
    return Job(name=name, function=f"{HERE}:{function}", arguments=arguments, shared={} if shared is None else shared,
               key=key(decides), weight=weight)  # fmt: skip


def square(number: int, offset: int = 0) -> dict[str, Any]:
    """Prints in three ways."""
    print(f"the square of {number}")
    logging.getLogger("squares").info("of %d", number)
    subprocess.run([sys.executable, "-S", "-c", "print('from a program')"], check=True)
    return {"square": number * number + offset, "third": number / 3}


def simple(number: int, offset: int = 0) -> dict[str, Any]:
    return {"square": number * number + offset, "third": number / 3}


def with_file(text: str) -> Produced:
    return Produced(value={"length": len(text)}, files={".txt": text.encode()})


def fails(number: int) -> dict[str, Any]:
    print("so far all is well")
    warnings.warn("not for long", stacklevel=1)
    raise ZeroDivisionError(f"number {number}")


def tool_fails() -> dict[str, Any]:
    raise ToolError("ngspice ended with status 1")


def leaves(status: int) -> dict[str, Any]:
    print("about to leave", flush=True)
    os._exit(status)


def exits() -> dict[str, Any]:
    sys.exit(3)


def kills_itself() -> dict[str, Any]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def dies_once(marker: str) -> dict[str, Any]:
    """As one that the system stops because others took the memory."""
    if not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return {"tried": "again"}


def sleeps(seconds: float, started: str = "") -> dict[str, Any]:
    """Sleeps in a program that it starts."""
    program = subprocess.Popen([sys.executable, "-S", "-c", f"import time; time.sleep({seconds})"])
    if started:
        Path(started).write_text(str(program.pid))
    program.wait()
    return {"slept": seconds}


def waits(seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="codesign-waits-"):
        time.sleep(seconds)
    return {"waited": seconds}


def threads() -> dict[str, Any]:
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((2, 2)) @ np.ones((2, 2))
    return {
        "threads": [pool["num_threads"] for pool in threadpool_info()],
        "torch": "torch" in sys.modules,
        "hash": os.environ["PYTHONHASHSEED"],
    }


def changes(given: list[int]) -> dict[str, Any]:
    given.append(1)
    return {"length": len(given)}


def not_json(what: str) -> Any:
    return {"function": {"value": lambda: 1}, "set": {"value": {1}}, "nan": {"value": float("nan")}, "list": [1],
            "key": {"key": 1}, "numbers": {1: 1}}[what]  # fmt: skip


class Unsendable:
    def __reduce__(self) -> Any:
        raise TypeError("it stays here")
