"""The fenced blocks of the documentation, and a page's run of them: in order, in one folder, in one shell and in one
Python.

What a block is stands in its first line, what is expected of it in a comment before it:

* ``bash``: commands, in a shell that keeps its variables and its folder. All must succeed, or the last must end with
  the status that ``<!-- exit: N -->`` tells.
* ``console``: commands after ``$``, each with lines that must be in its output, in this order; ``...`` is anything, and
  where a line has spaces or bars, any number of them will do.
* ``python``: statements, in one process for the whole page, which sees what the shell exported.
* anything with a ``title``: a file of this name.
* ``yaml`` without a title: checked by the model that ``<!-- model: MODULE:CLASS -->`` names.
* ``text``: to be read only.

``<!-- not run: REASON -->`` is for what needs hardware or an administrator: such commands are only looked up.
"""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import yaml

__all__ = ["Block", "Page", "PageError", "blocks", "commands"]

LANGUAGES = ("bash", "console", "python", "spice", "text", "yaml", "verilog")
"""All that a block can be; the last four are files, or to be read."""

_FENCE = re.compile(r"( *(?:(?:[-*+]|\d+\.) +)?)(`{3,}) *([\w-]*)(.*)")
_COMMENT = re.compile(r"<!-- (exit|model|not run): (.*?) -->")
_TITLE = re.compile(r'title="([^"]+)"')
_TIME_LIMIT_S = 900

_PYTHON = """
import json, sys, traceback
space = {"__name__": "page"}
for line in sys.stdin:
    block = json.loads(line)
    try:
        exec(compile(block["code"], block["where"], "exec"), space)
        print(json.dumps({"failed": ""}), file=sys.__stderr__, flush=True)
    except BaseException:
        print(json.dumps({"failed": traceback.format_exc()}), file=sys.__stderr__, flush=True)
"""


class PageError(AssertionError):
    """A block does not do what the page says."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """One fenced block. ``notes`` are the comments before it, by name."""

    language: str
    title: str
    code: str
    line: int
    notes: Mapping[str, str]


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page, those that are indented in lists, notes and tabs too."""
    lines = text.splitlines()
    notes: dict[str, str] = {}
    index = 0
    while index < len(lines):
        comment = _COMMENT.fullmatch(lines[index].strip())
        fence = _FENCE.fullmatch(lines[index])
        if comment:
            notes[comment[1]] = comment[2]
        elif fence:
            end = next(k for k in range(index + 1, len(lines)) if lines[k].strip() == fence[2])
            title = _TITLE.search(fence[4])
            yield Block(
                language=fence[3],
                title=title[1] if title else "",
                code=textwrap.dedent("\n".join(lines[index + 1 : end])) + "\n",
                line=index + 1,
                notes=notes,
            )
            notes, index = {}, end
        elif lines[index].strip():
            notes = {}
        index += 1


def commands(block: Block) -> Iterator[list[str]]:
    """The words of every command line in a block of commands; of a pipe the first part."""
    text = block.code
    if block.language == "console":
        text = "\n".join(line[2:] for line in text.splitlines() if line.startswith("$ "))
    for line in text.replace("\\\n", " ").splitlines():
        try:
            words = shlex.split(line, comments=True)
        except ValueError:  # the text of a here document
            continue
        if words:
            yield words


class Page:
    """A page that is being run in ``folder``; ``with`` ends its Python."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._folder = name, folder
        self._state = folder.parent / f"{folder.name}.state"
        self._python: subprocess.Popen[str] | None = None
        self._sessions: list[int] = []

    def __enter__(self) -> "Page":
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self._state.write_text(f"export PATH={shlex.quote(programs)}\ncd {shlex.quote(str(self._folder))}\n")
        return self

    def __exit__(self, *_: object) -> None:
        if self._python is not None:
            self._python.communicate()
        for session in self._sessions:  # what a page left running in the background
            with suppress(ProcessLookupError):
                os.killpg(session, signal.SIGTERM)

    def run(self, block: Block) -> None:
        """Do what the block says; raises PageError where it does not come out as it should."""
        if block.title:
            self._write(block)
        elif block.language == "python":
            self._run_python(block)
        elif block.language == "bash" and "not run" not in block.notes:
            self._expect(block, self._shell(block.code), int(block.notes.get("exit", 0)))
        elif block.language == "console" and "not run" not in block.notes:
            self._converse(block)
        elif block.language == "yaml":
            self._validate(block)

    def _write(self, block: Block) -> None:
        path = self._folder / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.code)

    def _shell(self, text: str) -> subprocess.CompletedProcess[str]:
        """Run ``text`` after what was exported before, and keep what it exports and the folder it ends in."""
        keep = f'trap \'{{ export -p; printf "cd %q\\n" "$PWD"; }} > {shlex.quote(str(self._state))}\' EXIT'
        script = f"source {shlex.quote(str(self._state))}\n{keep}\nset -aeo pipefail\n{text}"
        with subprocess.Popen(
            ["bash", "-c", script],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        ) as process:
            self._sessions.append(process.pid)
            said, _ = process.communicate(timeout=_TIME_LIMIT_S)
        return subprocess.CompletedProcess(process.args, process.returncode, said)

    def _expect(self, block: Block, done: subprocess.CompletedProcess[str], status: int) -> None:
        if done.returncode != status:
            raise PageError(
                f"{self._where(block)}: exit status {done.returncode}, not {status}\n{block.code}\n{done.stdout}"
            )

    def _converse(self, block: Block) -> None:
        parts = re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]
        for number, part in enumerate(parts):
            command, _, shown = part.partition("\n")
            while command.endswith("\\"):
                more, _, shown = shown.partition("\n")
                command = f"{command}\n{more}"
            done = self._shell(command)
            self._expect(block, done, int(block.notes.get("exit", 0)) if number == len(parts) - 1 else 0)
            self._compare(block, shown, done.stdout)

    def _compare(self, block: Block, shown: str, found: str) -> None:
        pieces = [_pattern(line) for line in shown.splitlines() if line.strip() not in ("", "...")]
        rest = [_plain(line) for line in found.splitlines()]
        for pattern, line in pieces:
            at = next((index for index, each in enumerate(rest) if pattern.fullmatch(each)), None)
            if at is None:
                raise PageError(f"{self._where(block)}: no line like {line!r} in\n{found}")
            rest = rest[at + 1 :]

    def _run_python(self, block: Block) -> None:
        if self._python is None:
            self._python = subprocess.Popen(
                ["bash", "-c", f"source {shlex.quote(str(self._state))}; exec python -c {shlex.quote(_PYTHON)}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
        assert self._python.stdin is not None
        assert self._python.stderr is not None
        self._python.stdin.write(json.dumps({"code": block.code, "where": self._where(block)}) + "\n")
        self._python.stdin.flush()
        said = []
        for line in self._python.stderr:
            if line.startswith('{"failed": '):
                failed = json.loads(line)["failed"]
                break
            said.append(line)
        else:
            failed = "".join(said) or "this ended Python"
        if failed:
            raise PageError(f"{self._where(block)}:\n{failed}")

    def _validate(self, block: Block) -> None:
        if "model" not in block.notes:
            raise PageError(f"{self._where(block)}: YAML needs a title, or a model that checks it")
        module, _, name = block.notes["model"].partition(":")
        getattr(import_module(module), name).model_validate(yaml.safe_load(block.code))

    def _where(self, block: Block) -> str:
        return f"{self._name}, line {block.line}"


def _pattern(line: str) -> tuple[re.Pattern[str], str]:
    parts = [re.escape(part) for part in _plain(line).split("...")]
    return re.compile(".*".join(parts)), line


def _plain(line: str) -> str:
    """Without the bars of tables and without what spaces there are more than one."""
    return " ".join(re.sub(r"[│┃|]", " ", line).split())
