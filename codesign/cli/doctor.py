"""``codesign doctor``: what is on this machine."""

import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from codesign import __version__
from codesign.cli.screen import Json, check_output_file, print_json, print_table, say
from codesign.errors import ToolError

if TYPE_CHECKING:
    from codesign.doctor import Finding

__all__ = ["doctor"]


def doctor(json: Json = None) -> None:
    """Show every tool and Python package, its version, whether it will do, and the command that gets what is missing.

    Ends with status 3 if a tool or a package that codesign always needs is missing or unfit; extras may be. State
    untested: older than any version that is known to work.
    """
    from codesign import doctor as machine

    check_output_file(json)
    say(f"codesign {__version__}, Python {platform.python_version()} ({sys.executable})")
    say("asking each tool for its version; the first time YoWASP's tools are compiled, which takes minutes")
    tools, packages = machine.examine_tools(), machine.packages()
    training, data = machine.training(), machine.data()
    _show("Tools", "tool", tools)
    _show("Python packages, by extra", "package", packages)
    _show("Training", "what", training)
    _show("Data", "what", data)
    lacking = [f for f in (*tools, *packages) if not f.optional and f.state not in _WILL_DO]
    wished = [f for f in (*tools, *packages) if f.optional and f.state not in _WILL_DO]
    print_json(json, {
        "codesign": __version__, "python": platform.python_version(),
        "tools": list(map(asdict, tools)), "packages": list(map(asdict, packages)),
        "training": list(map(asdict, training)), "data": list(map(asdict, data)),
        "missing": [f.name for f in lacking],
        "commands": machine.commands(lacking), "optional_commands": machine.commands(wished),
    })  # fmt: skip
    for finding in tools:
        if finding.state == "untested":
            say(f"{finding.name} {finding.version} may do, but is older than {finding.wanted[2:]}, which is tested")
    if wished:
        say("not here, and needed only for what its line says:")
        _say_commands(machine.commands(wished))
    if lacking:
        say(f"missing: {', '.join(f.name for f in lacking)}; in a clone, 'make setup' installs all of it, elsewhere:")
        _say_commands(machine.commands(lacking))
        raise typer.Exit(ToolError.exit_status)
    say("everything needed is here")


_WILL_DO = ("ok", "untested")


def _show(title: str, first: str, findings: "Sequence[Finding]") -> None:
    """A table with the columns that hold something."""
    columns: dict[str, list[str]] = {
        first: [f.name for f in findings],
        "for": [f.purpose for f in findings],
        "extra": [f.extra for f in findings],
        "state": [f.state for f in findings],
        "version": [f.version for f in findings],
        "wanted": [f.wanted for f in findings],
        "where, or how to get it": [f.place if f.state in _WILL_DO else f.install for f in findings],
    }
    kept = {name: column for name, column in columns.items() if any(column)}
    if kept:
        print_table(title, list(kept), list(zip(*kept.values(), strict=True)))


def _say_commands(commands: Sequence[str]) -> None:
    for command in commands:
        say(f"  {command}")
