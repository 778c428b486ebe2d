"""What a result depends on beside its inputs, as hashes: the program, and files."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from codesign import resources

__all__ = ["of_files", "of_program"]

_PACKAGE = Path(__file__).resolve().parent


@cache
def of_program() -> str:
    """Of every source file of codesign and of the extensions: a result of another program is none of this one."""
    folders = [_PACKAGE, *resources.extensions("cells"), *resources.extensions("coding")]
    endings = {".py", ".cpp", ".h", ".c"}
    return of_files(path for folder in folders for path in folder.rglob("*") if path.suffix in endings)


def of_files(paths: Iterable[Path]) -> str:
    """64 hex digits of the names and contents of ``paths``, in whatever order they are given."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
