"""What becomes of a command that is told to end: nothing that it began goes on, no temporary folder is left.

Python does so for an interrupt (Ctrl-C) alone, and only once the programs that run have ended. What schedulers of
clusters, ``timeout`` and a closed terminal send ends a process at once, with its simulators running and its temporary
folders there.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from codesign import tools

__all__ = ["orderly_end"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def orderly_end() -> Iterator[None]:
    """In the block these signals stop all external programs and raise KeyboardInterrupt, and the process ends with the
    status 128 and the number of the signal. One that is ignored (``nohup``, a shell's background job) stays so."""
    told: list[int] = []

    def end(number: int, frame: FrameType | None) -> None:
        told.append(number)
        tools.stop()
        raise KeyboardInterrupt

    for number in _SIGNALS:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, end)
    try:
        yield
    except BaseException:
        # Whatever became of the interrupt on its way here: threads that waited for a program say that it failed.
        if told:
            raise SystemExit(128 + told[0]) from None
        raise
