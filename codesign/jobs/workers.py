"""Who does the jobs, and for how long at most."""

import os
from dataclasses import dataclass

from codesign.errors import InputError

__all__ = ["Workers", "processors"]


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True, kw_only=True)
class Workers:
    """Processes of this machine or, with a ``scheduler``, those of its Dask workers."""

    count: int | None = None
    """Local processes (default: one per processor). 0: this process itself, for a debugger: without a time limit, and
    a job that kills its process kills this one."""
    scheduler: str | None = None
    """``tcp://HOST:PORT``: as many jobs run at a time as the workers there have threads, each in a process of its own.
    They need the same version of codesign, and data sets and technologies under the same paths."""
    time_limit_s: float | None = None
    """For each job; one that takes longer is stopped, with all that it has started, and has failed."""

    def __post_init__(self) -> None:
        """Raises InputError for what cannot be meant."""
        if self.count is not None and self.count < 0:
            raise InputError(f"jobs are done by at least 1 process (0: by this one), not {self.count}")
        if self.count is not None and self.scheduler is not None:
            raise InputError("how many jobs run at a time is the scheduler's; name one of the two, not both")
        if self.scheduler is not None and "://" not in self.scheduler:
            raise InputError(f"a scheduler's address is tcp://HOST:PORT, not {self.scheduler!r}")
        if self.time_limit_s is not None and not self.time_limit_s > 0:
            raise InputError(f"the time limit of a job is more than 0 s, not {self.time_limit_s:g}")
        if self.time_limit_s is not None and self.count == 0:
            raise InputError("a job in this process cannot be stopped; a time limit takes at least 1 process")
