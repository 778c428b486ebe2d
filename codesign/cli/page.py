"""What goes into a report beside the verification: studies, and what the model's card says was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from codesign.cli.screen import say

if TYPE_CHECKING:
    from codesign.report.published import Published
    from codesign.report.studies import Study
    from codesign.verify import VerifyResult

__all__ = ["Material", "Studies", "material", "write_page"]

Studies = Annotated[
    list[Path] | None,
    typer.Option(
        "--study",
        metavar="FILE",
        help="JSON of montecarlo, characterise or a study script, to be drawn; may be repeated. Those in the model's "
        "folder studies/ are taken by themselves.",
    ),
]


@dataclass(frozen=True, kw_only=True)
class Material:
    """What was found beside a model."""

    studies: "Sequence[Study]"
    published: "Published | None"


def material(model: Path, given: Sequence[Path] | None = None) -> Material:
    """Read before hours of work, so that a wrong file is refused at once: InputError."""
    from codesign.report import studies
    from codesign.report.published import published

    folder = model if model.is_dir() else model.parent
    return Material(studies=studies.load([*studies.kept(folder), *(given or ())]), published=published(folder))


def write_page(result: "VerifyResult", output: Path, beside: Material) -> None:
    """Write the page and say where it is."""
    from codesign.report import write

    published = {} if beside.published is None else {result.network.name: beside.published}
    say(f"report: {write([result], output, studies=beside.studies, published=published)}")
