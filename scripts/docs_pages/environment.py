"""The reference of environment variables and of errors."""

import inspect

from codesign import errors, tools
from codesign.errors import CodesignError
from docs_pages.markdown import code, prose, table

__all__ = ["PAGES", "VARIABLES"]

VARIABLES = {
    "CODESIGN_DATA": "folder of the data sets: `mnist/*-ubyte.gz` and `fsdd/recordings.tar.gz`. Default: `codesign` in "
    "`$XDG_CACHE_HOME`, by default `~/.cache`. What is missing is downloaded there and its checksum compared.",
    "PDK_ROOT": "folder of the process design kits, as [ciel](../how-to/pdk.md) installs them. Only technologies that "
    "take their device models from a kit need it.",
    "CODESIGN_EXTENSIONS": "folders with cells, codings, data sets, technologies and boards of your own, separated as "
    "in `$PATH`. Each may hold `cells/NAME/`, `coding/NAME.py`, `data/NAME.py`, `circuits/NAME/` and "
    "`boards/NAME.yaml`. The Python files in it are run, so name only folders that you trust.",
    "CODESIGN_RECURRENCE": "which implementation computes recurrences in training: a name `codesign doctor` shows.",
    "XDG_CACHE_HOME": "where C code that was compiled is kept, and data sets where `CODESIGN_DATA` is not set.",
    "CODESIGN_PYTHON": "the Python that `make setup` makes `.venv` from.",
    "LIBPYTHON_LOC": "the running Python as a shared library, for cocotb, where it is not where Python is installed.",
    "NGSPICE_LIBRARY_PATH": "ngspice's shared library, for PySpice in `sim/pyspice`.",
}
"""What each variable means; a test finds those that the code reads."""


def environment() -> str:
    """Variables, and the external tools that each can be set to another place by one."""
    rows = [[code(name), prose(text)] for name, text in VARIABLES.items()]
    found = [
        [code(tool.name), code(tool.variable), tool.purpose, tool.tested, code(tool.install)]
        for tool in tools.TOOLS.values()
    ]
    return "".join([
        "# Environment\n\n## Variables\n\n",
        table(["variable", "meaning"], rows),
        "## Tools\n\nA tool is looked for in its variable, beside the running Python, and on `PATH`, in this order. "
        "`codesign doctor` shows what it finds. The version is the oldest that is known to work.\n\n",
        table(["tool", "variable", "for", "version", "comes with"], found),
    ])  # fmt: skip


def exit_status() -> str:
    """Exit status and errors."""
    rows = [
        ["0", "all right"],
        ["1", "the answer is no: a target disagrees, a rule or a limit is not met"],
        ["2", "wrong use, or input that cannot be read"],
        ["3", "a tool is missing or failed"],
        ["130", "interrupted with Ctrl-C"],
    ]
    classes = [
        [code(name), str(found.exit_status), prose(" ".join((found.__doc__ or "").split()))]
        for name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, CodesignError)
    ]
    return "".join([
        "# Exit status and errors\n\n",
        table(["status", "meaning"], rows),
        "An error is one sentence on standard error. It says what was found, what is allowed and what to do. Output "
        "files are written whole or not at all.\n\n",
        "In Python the same errors are exceptions:\n\n",
        table(["class", "exit status", "raised where"], classes),
    ])  # fmt: skip


PAGES = {"reference/environment.md": environment, "reference/exit-status.md": exit_status}
