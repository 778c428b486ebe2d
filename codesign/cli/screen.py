"""What the commands show: results on standard output, progress and errors on standard error."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from codesign.cli.shipped import completed, model_path
from codesign.errors import InputError

__all__ = [
    "Engine",
    "Json",
    "Model",
    "accuracies",
    "accuracy_lines",
    "check_output_file",
    "count",
    "print_error",
    "print_json",
    "print_table",
    "say",
    "shown_progress",
]

Model = Annotated[
    Path,
    typer.Argument(
        metavar="MODEL",
        help="A checkpoint (.safetensors), a folder that holds one, or the name of a model that comes with codesign.",
        callback=model_path,
        autocompletion=completed("models"),
    ),
]
Engine = Annotated[str, typer.Option(help="RTL, size against speed: small, balanced or fast.")]
Json = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write the result as JSON to FILE.")]

_SECONDS_BETWEEN_LINES = 10.0
_WIDTH_WITHOUT_TERMINAL = 160


def accuracies(training: Mapping[str, Any], measure: str = "accuracy") -> dict[str, float]:
    """The accuracies in a network's training record, by split; ``measure`` may also be ``balanced_accuracy``."""
    prefix = f"{measure}_"
    found = {name.removeprefix(prefix): value for name, value in training.items() if name.startswith(prefix)}
    return {split: value for split, value in found.items() if isinstance(value, float)}


def accuracy_lines(training: Mapping[str, Any], when: str = "") -> list[str]:
    """A line for each accuracy in the record, and for each that is the mean over the classes."""
    return [
        f"{measure.replace('_', ' ')}{when}, {split.replace('_', ' ')}: {100 * value:.2f} %"
        for measure in ("accuracy", "balanced_accuracy")
        for split, value in accuracies(training, measure).items()
    ]


def say(text: str) -> None:
    """One line of result."""
    typer.echo(text)


def print_error(text: str) -> None:
    """The one sentence that tells what went wrong."""
    typer.echo("codesign: " + " ".join(text.split()), err=True)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table on standard output; cells that are numbers are aligned to the right."""
    table = Table(title=title, title_justify="left")
    for index, column in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[index], int | float) for row in rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_text(cell) for cell in row))
    width = None if sys.stdout.isatty() else _WIDTH_WITHOUT_TERMINAL
    Console(width=width, markup=False, highlight=False).print(table)


def _text(cell: object) -> str:
    return f"{cell:.4g}" if isinstance(cell, float) else str(cell)


def print_json(path: Path | None, value: Mapping[str, Any]) -> None:
    """Write ``value`` where the user asked for it."""
    if path is not None:
        from codesign.files import write_json

        write_json(path, value)


def check_output_file(path: Path | None) -> None:
    """Refuse, before hours of work, a file that could not be written after it."""
    if path is not None and path.is_dir():
        raise InputError(f"the output file {str(path)!r} is a folder; name a file")
    if path is not None and any(parent.is_file() for parent in path.parents):
        raise InputError(f"the output path {str(path)!r} runs through a file; name another folder")


def count(agreeing: int, of: int) -> str:
    """``a of b (p %)``, where 100 % is written for all of them only."""
    share = 100.0 * agreeing / of if of else 100.0
    percent = f"{share:.2f}" if agreeing == of else f"{min(share, 99.99):.2f}"
    return f"{agreeing} of {of} ({percent} %)"


@contextmanager
def shown_progress() -> Iterator[Callable[[int, int, str], None]]:
    """A function (done, total, doing) that shows bars on a terminal, and a line now and then elsewhere.

    Text up to a colon names the bar; without a colon there is one bar.
    """
    if sys.stderr.isatty():
        with _bars() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def _bars() -> Iterator[Callable[[int, int, str], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as progress:
        tasks: dict[str, Any] = {}

        def show(done: int, total: int, doing: str) -> None:
            bar = doing.partition(": ")[0] if ": " in doing else ""
            if bar not in tasks:
                tasks[bar] = progress.add_task(doing, total=total)
            progress.update(tasks[bar], completed=done, total=total, description=doing)

        yield show


def _lines() -> Callable[[int, int, str], None]:
    last: dict[str, float] = {}

    def show(done: int, total: int, doing: str) -> None:
        bar = doing.partition(": ")[0] if ": " in doing else ""
        now = time.monotonic()
        if bar not in last or done >= total or now - last[bar] >= _SECONDS_BETWEEN_LINES:
            last[bar] = now
            typer.echo(f"{doing} ({done}/{total})", err=True)

    return show
