"""Run a datasheet: every measurement at every point of its plan, several simulations at a time."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from codesign import tools
from codesign.analog.characterise import measurements
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.conditions import Point, points
from codesign.analog.characterise.datasheet import Datasheet
from codesign.analog.characterise.measurements import Reading
from codesign.analog.characterise.result import Found, Result
from codesign.analog.technology import Technology
from codesign.errors import ToolError

__all__ = ["characterise"]


def characterise(
    datasheet: Datasheet,
    technology: Technology,
    *,
    jobs: int = 2,
    time_limit_s: float = 600,
    progress: Callable[[int, int, str], None] | None = None,
    decks: Path | None = None,
) -> Result:
    """Measure everything that ``datasheet`` plans on the cells of ``technology``, with ``jobs`` simulations at a time.

    ``decks`` is an existing folder that gets the decks of the typical point, which run by hand. Raises InputError for
    conditions outside of the technology's and ToolError, with the measurement and the point, when ngspice fails.
    """
    tools.find("ngspice")
    started = time.monotonic()
    chosen = technology.at(choice=datasheet.use)
    work: list[tuple[str, Point]] = []
    for name, plan in datasheet.measurements.items():
        dies = datasheet.mismatch.dies if plan.mismatch and datasheet.mismatch is not None else 0
        work += [(name, point) for point in points(chosen, datasheet.conditions, plan.vary, dies=dies)]
    done: dict[int, list[Reading]] = {}
    with _folder(chosen) as folder, ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        futures = {
            pool.submit(_measure, datasheet, chosen, folder, number, name, point, time_limit_s): number
            for number, (name, point) in enumerate(work)
        }
        try:
            for count, future in enumerate(as_completed(futures), start=1):
                done[futures[future]] = future.result()
                if progress is not None:
                    progress(count, len(work), f"{datasheet.cell} in {chosen.name}")
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
        if decks is not None:
            _keep_decks(folder, decks)
    return Result(
        datasheet=datasheet,
        technology=chosen.name,
        typical=points(chosen, datasheet.conditions, [])[0],
        found=tuple(
            Found(point=point, reading=reading) for number, (_, point) in enumerate(work) for reading in done[number]
        ),
        simulator=f"ngspice {tools.version('ngspice')}",
        runs=len(work),
        wall_s=time.monotonic() - started,
    )


@contextmanager
def _folder(technology: Technology) -> Iterator[Path]:
    """A temporary folder with the technology's files in ``technology``, for every corner."""
    with tempfile.TemporaryDirectory(prefix="codesign-characterise-") as name:
        folder = Path(name)
        (folder / "technology").mkdir()
        for corner in technology.corners:
            for file in technology.at(corner=corner).files:
                shutil.copyfile(file, folder / "technology" / file.name)
        yield folder


def _measure(
    datasheet: Datasheet,
    technology: Technology,
    folder: Path,
    number: int,
    name: str,
    point: Point,
    time_limit_s: float,
) -> list[Reading]:
    """One measurement at one point; the first point of a plan is the typical one, whose decks carry its name alone."""
    typical = point == points(technology, datasheet.conditions, [])[0]
    bench = Bench(
        technology=point.technology(technology),
        folder=folder,
        name=name if typical else f"{name}_{number}",
        seed=datasheet.mismatch.seed if datasheet.mismatch is not None else 0,
        die=point.die,
        time_limit_s=time_limit_s,
    )
    try:
        return list(measurements.measurement(name).measure(bench, datasheet.stimulus(name)))
    except ToolError as error:
        raise type(error)(f"{name} at {point}: {error}") from None
    finally:
        if not typical:
            for deck in folder.glob(f"{bench.name}[._]*"):
                deck.unlink()


def _keep_decks(folder: Path, decks: Path) -> None:
    for deck in folder.glob("*.cir"):
        shutil.copyfile(deck, decks / deck.name)
    shutil.copytree(folder / "technology", decks / "technology")
