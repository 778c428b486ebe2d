"""C files of this package, compiled where they run and called with ctypes.

What was compiled is kept in the user's cache folder (``$XDG_CACHE_HOME/codesign`` or ``~/.cache/codesign``) under a
hash of the text, the options, the compiler and the processor, so that a machine compiles once.
"""

import contextlib
import ctypes
import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from codesign import tools
from codesign.errors import CodesignError, MissingToolError, ToolError
from codesign.files import write_file

__all__ = ["OPTIONS", "load"]

OPTIONS = ("-O3", "-march=native", "-mprefer-vector-width=512", "-shared", "-fPIC")
"""For this processor; compilers that do not know one of them get ``PLAIN_OPTIONS``."""
PLAIN_OPTIONS = ("-O3", "-shared", "-fPIC")

_TIME_LIMIT_S = 300


def load(
    source: Path, *, parts: Sequence[Path] = (), attempts: Sequence[Sequence[str]] = (OPTIONS, PLAIN_OPTIONS)
) -> ctypes.CDLL:
    """The library made from ``source``; ``parts`` are the files that it includes.

    ``attempts`` are the options to compile with: the first that work. MissingToolError where there is no C compiler,
    ToolError where it compiles with none of them.
    """
    failure: Exception | None = None
    for options in attempts:
        try:
            return _load(source, tuple(parts), tuple(options))
        except (ToolError, OSError) as error:
            if isinstance(error, MissingToolError):
                raise
            failure = error
    raise ToolError(f"{source.name} could not be compiled: {failure}; it is tried with {tools.find('cc')}")


def _load(source: Path, parts: tuple[Path, ...], options: tuple[str, ...]) -> ctypes.CDLL:
    content = [path.read_text() for path in (source, *parts)]
    identity = [content, options, _compiler(), _processor()]
    name = hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:32] + ".so"
    kept = _cache_folder() / name
    if _whole(kept):
        return ctypes.CDLL(str(kept))
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / name
        tools.run("cc", [*options, "-o", str(built), str(source)], folder=Path(folder), time_limit_s=_TIME_LIMIT_S)
        with contextlib.suppress(CodesignError, OSError):  # a read-only home: compiled in every process
            write_file(kept, built.read_bytes())
            write_file(_check(kept), hashlib.sha256(built.read_bytes()).hexdigest())
        return ctypes.CDLL(str(built))


def _check(library: Path) -> Path:
    return library.with_suffix(".sha256")


def _whole(library: Path) -> bool:
    """To load a library of which a part is missing would end the process."""
    try:
        return hashlib.sha256(library.read_bytes()).hexdigest() == _check(library).read_text()
    except OSError:
        return False


@cache
def _compiler() -> str:
    return f"{tools.find('cc')} {tools.version('cc')}"


@cache
def _processor() -> str:
    """Everything about it that -march=native may look at."""
    try:
        first = Path("/proc/cpuinfo").read_text().split("\n\n")[0]
    except OSError:
        return f"{platform.machine()} {platform.processor()}"
    return "\n".join(line for line in first.splitlines() if line.split("\t")[0].strip(" :") in _TELLING)


_TELLING = ("vendor_id", "cpu family", "model", "model name", "stepping", "flags", "Features", "CPU part")


def _cache_folder() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "codesign"
