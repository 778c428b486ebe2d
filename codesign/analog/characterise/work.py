"""One measurement at one point: a job for a process here or elsewhere."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from codesign import fingerprint, tools
from codesign.analog.characterise import measurements
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.conditions import Point, points
from codesign.analog.characterise.datasheet import Datasheet
from codesign.analog.technology import Technology
from codesign.errors import ToolError
from codesign.jobs import Job, key

__all__ = ["jobs_of", "measured"]


def jobs_of(
    datasheet: Datasheet, technology: Technology, work: Sequence[tuple[str, Point]], *, time_limit_s: float
) -> list[Job]:
    """A job for each measurement and point of ``work``, called ``typical/switching``, ``ff_85_C_1_V_1_nA/switching``...

    Their keys stand for everything that decides the readings; limits and titles do not.
    """
    corners = {point.corner for _, point in work}
    files = {corner: fingerprint.of_files(technology.at(corner=corner).files) for corner in corners}
    circuit = key(
        {
            "program": fingerprint.of_program(),
            "technology": technology.model_dump(mode="json"),
            "choice": dict(technology.choice),
            "simulator": fingerprint.of_tool("ngspice"),
        }
    )
    shared = {"datasheet": datasheet, "technology": technology, "time_limit_s": time_limit_s}
    return [
        Job(
            name=f"{_where(datasheet, technology, point)}/{name}",
            function="codesign.analog.characterise.work:measured",
            arguments={"name": name, "point": point},
            shared=shared,
            key=key(
                {
                    "circuit": circuit,
                    "files": files[point.corner],
                    "measurement": name,
                    "stimulus": datasheet.measurements[name].stimulus,
                    "point": point.json(),
                    "seed": _seed(datasheet) if point.die is not None else None,
                }
            ),
        )
        for name, point in work
    ]


def measured(
    datasheet: Datasheet, technology: Technology, time_limit_s: float, name: str, point: Point
) -> dict[str, Any]:
    """The job: ``readings``, the ``simulator`` and, at the typical point, the ``decks`` by file name.

    Raises ToolError, with the measurement and the point, when ngspice fails.
    """
    conditions = point.technology(technology)
    with tempfile.TemporaryDirectory(prefix="codesign-characterise-") as place:
        folder = Path(place)
        (folder / "technology").mkdir()
        for file in conditions.files:
            shutil.copyfile(file, folder / "technology" / file.name)
        bench = Bench(
            technology=conditions,
            folder=folder,
            name=name,
            seed=_seed(datasheet),
            die=point.die,
            time_limit_s=time_limit_s,
        )
        try:
            readings = measurements.measurement(name).measure(bench, datasheet.stimulus(name))
        except ToolError as error:
            raise type(error)(f"{name} at {point}: {error}") from None
        typical = _typical(datasheet, technology, point)
        decks = {deck.name: deck.read_text() for deck in sorted(folder.glob("*.cir"))} if typical else {}
    return {
        "readings": [{"quantity": r.quantity, "setting": r.setting, "value": r.value} for r in readings],
        "decks": decks,
        "simulator": f"ngspice {tools.version('ngspice')}",
    }


def _where(datasheet: Datasheet, technology: Technology, point: Point) -> str:
    return "typical" if _typical(datasheet, technology, point) else str(point).replace(" ", "_")


def _typical(datasheet: Datasheet, technology: Technology, point: Point) -> bool:
    """Whether it is the technology's own operating point, whose decks are kept."""
    return point == points(technology, datasheet.conditions, [])[0]


def _seed(datasheet: Datasheet) -> int:
    return datasheet.mismatch.seed if datasheet.mismatch is not None else 0
