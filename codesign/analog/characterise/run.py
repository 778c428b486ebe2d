"""Run a datasheet: every measurement at every point of its plan, each a job (:mod:`codesign.jobs`)."""

import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codesign import tools
from codesign.analog.characterise.conditions import Point, points
from codesign.analog.characterise.datasheet import Datasheet
from codesign.analog.characterise.measurements import Reading
from codesign.analog.characterise.result import Found, Result
from codesign.analog.characterise.work import jobs_of
from codesign.analog.technology import Technology
from codesign.jobs import Workers
from codesign.jobs import run as run_jobs
from codesign.progress import Progress, no_progress

__all__ = ["characterise"]


def characterise(
    datasheet: Datasheet,
    technology: Technology,
    *,
    folder: Path | None = None,
    workers: Workers = Workers(),  # noqa: B008 (frozen)
    resume: bool = True,
    time_limit_s: float = 600,
    progress: Progress = no_progress,
    decks: Path | None = None,
) -> Result:
    """Measure everything that ``datasheet`` plans on the cells of ``technology``; results and logs are kept in
    ``folder``, and what is there already is not measured again (:func:`codesign.jobs.run`).

    ``time_limit_s`` is that of each run of ngspice. ``decks`` is an existing folder that gets the decks of the typical
    point, which run by hand. Raises InputError for conditions outside of the technology's and ToolError, with the
    measurement and the point, when ngspice fails; the other measurements are done then.
    """
    if workers.scheduler is None:
        tools.find("ngspice")
    started = time.monotonic()
    chosen = technology.at(choice=datasheet.use)
    work: list[tuple[str, Point]] = []
    for name, plan in datasheet.measurements.items():
        dies = datasheet.mismatch.dies if plan.mismatch and datasheet.mismatch is not None else 0
        work += [(name, point) for point in points(chosen, datasheet.conditions, plan.vary, dies=dies)]
    jobs = jobs_of(datasheet, chosen, work, time_limit_s=time_limit_s)
    outcome = run_jobs(
        jobs,
        folder=folder,
        workers=workers,
        resume=resume,
        title=f"{datasheet.cell} in {chosen.name}",
        progress=progress,
    )
    results = outcome.require()
    found = [results[job.name] for job in jobs]
    if decks is not None:
        _write_decks(found, chosen, decks)
    return Result(
        datasheet=datasheet,
        technology=chosen.name,
        typical=points(chosen, datasheet.conditions, [])[0],
        found=tuple(
            Found(point=point, reading=Reading(**reading))
            for (_, point), result in zip(work, found, strict=True)
            for reading in result["readings"]
        ),
        simulator=found[0]["simulator"],
        runs=len(work),
        reused=len(outcome.reused),
        wall_s=time.monotonic() - started,
    )


def _write_decks(found: Sequence[Mapping[str, Any]], technology: Technology, target: Path) -> None:
    for result in found:
        for name, text in result["decks"].items():
            (target / name).write_text(text)
    (target / "technology").mkdir()
    for file in technology.files:
        shutil.copyfile(file, target / "technology" / file.name)
