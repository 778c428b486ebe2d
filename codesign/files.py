"""Writing output: all of it or nothing, the same bytes every time."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from codesign import __version__
from codesign.errors import InputError

__all__ = ["check_output_folder", "header_lines", "output_folder", "write_file", "write_json"]

_MANIFEST = ".codesign"


@contextmanager
def output_folder(path: Path) -> Iterator[Path]:
    """A temporary folder that becomes ``path`` when the block ends without an exception.

    An existing ``path`` is replaced only if codesign wrote it (it holds our marker file) or if it is empty, so
    that a mistyped ``--output`` never removes somebody's files. Raises InputError otherwise.
    """
    path = Path(path)
    check_output_folder(path)
    _make_parent(path)
    temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        temporary.chmod(0o755)
        yield temporary
        (temporary / _MANIFEST).write_text("codesign writes this folder as a whole and replaces it as a whole\n")
        if path.exists():
            shutil.rmtree(path)
        os.replace(temporary, path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def check_output_folder(path: Path) -> None:
    """Refuse, before hours of work, a folder that could not be written after it: InputError."""
    if path.exists() and not path.is_dir():
        raise InputError(f"the output folder {str(path)!r} is a file; name a folder, or one that does not exist yet")
    if path.is_dir() and any(path.iterdir()) and not (path / _MANIFEST).exists():
        raise InputError(f"the output folder {str(path)!r} holds files that codesign did not write; name another one")


def write_file(path: Path, content: str | bytes) -> None:
    """Write ``content`` to ``path`` so that a reader sees the old file or the new one, never a part."""
    path = Path(path)
    if path.is_dir():
        raise InputError(f"the output file {str(path)!r} is a folder; name a file")
    _make_parent(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename, error.filename2 = str(path), None  # a full disk does not say which
        raise


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Write ``value`` as JSON; NaN and infinity are refused rather than written as non-JSON."""
    write_file(path, json.dumps(value, indent=2, allow_nan=False) + "\n")


def header_lines(*, model: str, model_hash: str, configuration: Mapping[str, Any], seed: int | None) -> list[str]:
    """The header of every generated file, without comment signs; it carries no time, so it is deterministic."""
    return [
        f"codesign {__version__}",
        f"model {model} sha256:{model_hash}",
        "configuration " + json.dumps(dict(configuration), sort_keys=True),
        f"seed {'none' if seed is None else seed}",
    ]


def _make_parent(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise InputError(f"the output path {str(path)!r} runs through a file; name another folder") from None
