"""The options of every command that does many jobs: who does them, and where results and logs are kept."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.screen import say
from codesign.errors import InputError

if TYPE_CHECKING:
    from codesign.jobs import Failure, Workers

__all__ = ["Folder", "JobLimit", "Jobs", "Resume", "Scheduler", "checked_folder", "show_failures", "workers"]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        min=0,
        metavar="N",
        help="Jobs at a time on this machine. Default: one per processor. 0: in this process, for a debugger.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="ADDRESS", help="Work on the workers of the Dask scheduler at tcp://HOST:PORT."
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        help="Keeps results and logs: a run that was stopped goes on from there. Default: below build/.",
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume/--no-resume", help="Whether results that the folder holds are taken as they are.")
]
JobLimit = Annotated[
    float | None,
    typer.Option("--job-limit", min=1.0, metavar="SECONDS", help="A job that takes longer is stopped and has failed."),
]


def workers(jobs: int | None, scheduler: str | None, limit_s: float | None) -> "Workers":
    """Who does the jobs; raises InputError for options that exclude each other."""
    from codesign.jobs import Workers

    return Workers(count=jobs, scheduler=scheduler, time_limit_s=limit_s)


def checked_folder(folder: Path) -> Path:
    """``folder``, or InputError, before anything is computed, where it cannot be one."""
    if folder.is_file() or any(parent.is_file() for parent in folder.parents):
        raise InputError(f"the output folder {str(folder)!r} is a file, or in one; name a folder")
    return folder


def show_failures(failures: Mapping[str, "Failure"]) -> None:
    """Each with its log and the last lines of it."""
    for name, failure in failures.items():
        say(f"FAILED: {name}: {failure}")
        for line in failure.last_lines:
            say(f"    {line}")
