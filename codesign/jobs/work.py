"""Do one job in this process."""

import time
from collections.abc import Mapping
from importlib import import_module
from typing import Any, TextIO

from codesign.jobs.job import Produced
from codesign.jobs.log import described
from codesign.jobs.outcome import Finished
from codesign.jobs.store import encoded

__all__ = ["do"]


def do(function: str, arguments: Mapping[str, Any], key: str, log: TextIO) -> Finished:
    """Call ``function`` (``module:function``). Whatever it raises is what the job failed by, an interrupt excepted; its
    traceback, and how long it took, are written to ``log``."""
    begun = time.perf_counter()
    try:
        module, _, name = function.partition(":")
        found = getattr(import_module(module), name)(**arguments)
        produced = found if isinstance(found, Produced) else Produced(value=found)
        text = encoded(key, produced.value)
        files = {ending: bytes(content) for ending, content in produced.files.items()}
        finished = Finished(text=text, files=files, seconds=round(time.perf_counter() - begun, 3))
    except (Exception, SystemExit) as error:
        seconds = round(time.perf_counter() - begun, 3)
        finished = Finished(error=described(error, log), cause=type(error).__name__, seconds=seconds)
    log.write(f"{'failed' if finished.error else 'done'} after {finished.seconds:.3f} s\n")
    return finished
