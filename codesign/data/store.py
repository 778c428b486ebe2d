"""Data sets that are too large for the repository: from ``$CODESIGN_DATA``, or downloaded there once."""

import hashlib
import os
import urllib.request
import zlib
from collections.abc import Callable
from pathlib import Path

from codesign.errors import InputError, MissingDataError
from codesign.files import write_file

__all__ = ["fetch", "folder"]


def folder() -> Path:
    """``$CODESIGN_DATA``, or ``codesign`` in the user's cache directory."""
    chosen = os.environ.get("CODESIGN_DATA")
    if chosen:
        return Path(chosen)
    return Path(os.environ.get("XDG_CACHE_HOME", "~/.cache")).expanduser() / "codesign"


def fetch(name: str, *, url: str, sha256: str, unpack: Callable[[bytes], bytes] = bytes) -> bytes:
    """The content of the file ``name`` of the data folder, unpacked; downloaded from ``url`` when it is absent.

    ``sha256`` is that of the unpacked content. Raises MissingDataError (exit status 3) when the file is absent and
    cannot be had, and InputError when it is not what it should be.
    """
    path = folder() / name
    if path.is_file():
        return _checked(path.read_bytes(), unpack, sha256, str(path))
    try:
        with urllib.request.urlopen(url, timeout=60) as stream:
            packed: bytes = stream.read()
    except OSError as error:
        raise MissingDataError(
            f"the data file {str(path)!r} is absent and could not be downloaded ({error}); "
            f"get {url}, or set CODESIGN_DATA to a folder that holds {name}"
        ) from None
    content = _checked(packed, unpack, sha256, url)
    write_file(path, packed)
    return content


def _checked(packed: bytes, unpack: Callable[[bytes], bytes], sha256: str, where: str) -> bytes:
    try:
        content = unpack(packed)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{where} cannot be unpacked ({error}); remove it and fetch it again") from None
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise InputError(f"{where} holds data of SHA-256 {found}, expected {sha256}; remove it and fetch it again")
    return content
