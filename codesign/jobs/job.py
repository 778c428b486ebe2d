"""One piece of work: a function by its import path, its arguments, and the key of its result."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from codesign.errors import InputError

__all__ = ["Job", "Produced", "checked", "key"]

LOGS = "logs"
"""The folder of the logs, beside the results; no job's name begins with it."""

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+=@-]*")
_FUNCTION = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


def key(configuration: Mapping[str, Any]) -> str:
    """64 hex digits that stand for ``configuration``, plain JSON: SHA-256, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(configuration, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Job:
    """``function(**shared, **arguments)``, which returns a dictionary of plain JSON or a :class:`Produced`.

    The function must find the same whenever and wherever it is called: no times, no random numbers without a seed, no
    paths relative to the folder it happens to run in.
    """

    name: str
    """What it is called, and with ``.json`` the file of its result below the folder: parts of letters, digits and
    ``._+=@-``, with ``/`` between them."""
    function: str
    """``module:function``; a worker imports the module, and nothing else."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    """Its own, which can be pickled."""
    shared: Mapping[str, Any] = field(default_factory=dict)
    """Arguments that many jobs have in common: give all of them the same object, and a process is sent it once. A job
    must not change it: the next one gets what it left."""
    key: str = field(repr=False)
    """Stands for everything that decides the result (:func:`key`): one of another key is not taken for it."""
    weight: int = 1
    """How much of the work it is, in what progress is counted in; the heaviest jobs are begun first."""


@dataclass(frozen=True, kw_only=True)
class Produced:
    """A result with files beside it: ``files`` is ending (``.safetensors``) -> content, written as NAME.ENDING."""

    value: Mapping[str, Any]
    files: Mapping[str, bytes] = field(default_factory=dict)


def checked(jobs: Iterable[Job]) -> Sequence[Job]:
    """The jobs as a list; InputError for two of one name, a name that is no path below a folder, and a function that
    is not MODULE:FUNCTION."""
    found = list(jobs)
    names: set[str] = set()
    for job in found:
        parts = job.name.split("/")
        if not all(_PART.fullmatch(part) for part in parts) or parts[0] == LOGS:
            raise InputError(
                f"the name of a job is made of letters, digits and ._+=@-, with / between its parts, and does not "
                f"begin with '{LOGS}', not {job.name!r}"
            )
        if job.name in names:
            raise InputError(f"two jobs are called {job.name!r}; give each a name of its own")
        if not _FUNCTION.fullmatch(job.function):
            raise InputError(f"the function of job {job.name!r} is MODULE:FUNCTION, not {job.function!r}")
        if twice := sorted(job.arguments.keys() & job.shared.keys()):
            raise InputError(f"job {job.name!r} has {twice[0]!r} both as an argument of its own and as a shared one")
        if job.weight < 1:
            raise InputError(f"the weight of job {job.name!r} is at least 1, not {job.weight}")
        names.add(job.name)
    return found
