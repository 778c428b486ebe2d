"""The option that gives a command examples of the user's own, and the samples that it then works with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from codesign.data import Examples as OwnExamples
    from codesign.network import Network

__all__ = ["Examples", "Samples", "encoded_samples", "own", "wanted"]

Examples = Annotated[
    Path | None,
    typer.Option(
        "--examples",
        metavar="FILE",
        help="An .npz file with images (samples, rows, columns) and labels, instead of the test set of the task.",
    ),
]

Samples = Annotated[
    int | None,
    typer.Option(help="How many of the first test samples. Default: 10, or all where examples of your own are given."),
]

_SAMPLES = 10
"""Of a test set, which may be large and a simulation slow."""


def wanted(samples: int | None, path: Path | None) -> int | None:
    """How many samples are meant where nothing is said; None: all."""
    return _SAMPLES if samples is None and path is None else samples


def own(path: Path | None) -> "OwnExamples | None":
    """The examples in the file, if there is one."""
    from codesign.data import file

    return None if path is None else file.read(path)


def encoded_samples(
    network: "Network", samples: int | None, path: Path | None
) -> tuple["NDArray[Any]", "NDArray[Any]"]:
    """The first ``samples`` (None: all) of the file or of the test set: encoded inputs and labels."""
    from codesign.verify import encoded_test_samples

    return encoded_test_samples(network, samples, examples=own(path))
