"""``codesign doctor``: what is on this machine."""

import re
from importlib import metadata
from typing import Any

import typer

from codesign import __version__, tools
from codesign.cli.screen import Json, check_output_file, print_json, print_table, say
from codesign.errors import ToolError

__all__ = ["doctor"]


def doctor(json: Json = None) -> None:
    """Show every tool and Python package, its version, and how to get what is missing.

    Ends with status 3 if a tool or a package that codesign always needs is missing; packages of extras may be.
    """
    check_output_file(json)
    found_tools = [_tool(name) for name in tools.TOOLS]
    packages = _packages()
    print_table(
        "Tools",
        ["tool", "for", "state", "version", "path, or how to get it"],
        [[t["name"], t["purpose"], t["state"], t["version"] or "", t["path"] or t["install"]] for t in found_tools],
    )
    print_table(
        "Python packages",
        ["package", "wanted", "extra", "state", "version"],
        [[p["name"], p["wanted"], p["extra"] or "", p["state"], p["version"] or ""] for p in packages],
    )
    lacking = [t["name"] for t in found_tools if t["state"] != "ok" and not tools.TOOLS[t["name"]].optional]
    lacking += [p["name"] for p in packages if p["state"] != "ok" and p["extra"] is None]
    print_json(json, {"codesign": __version__, "tools": found_tools, "packages": packages, "missing": lacking})
    extras = sorted({p["extra"] for p in packages if p["state"] != "ok" and p["extra"] is not None})
    if extras:
        say(f"not installed, and needed only for what it names: pip install 'codesign[{','.join(extras)}]'")
    if lacking:
        say(f"missing: {', '.join(lacking)}; in a clone, 'make setup' installs all of it")
        raise typer.Exit(ToolError.exit_status)
    say("everything needed is here")


def _tool(name: str) -> dict[str, Any]:
    tool = tools.TOOLS[name]
    found: dict[str, Any] = {"name": name, "purpose": tool.purpose, "install": tool.install}
    try:
        path = str(tools.find(name))
    except ToolError:
        return {**found, "state": "missing", "version": None, "path": None}
    try:
        return {**found, "state": "ok", "version": tools.version(name), "path": path}
    except ToolError:
        return {**found, "state": "broken", "version": None, "path": path}


def _packages() -> list[dict[str, Any]]:
    """Those that the installed package asks for; a changed pyproject.toml shows after the next installation."""
    found = []
    for requirement in metadata.requires("codesign") or []:
        wanted, _, condition = requirement.partition(";")
        name = re.split(r"[^A-Za-z0-9._-]", wanted, maxsplit=1)[0]
        extra = re.search(r"""extra == ['"]([^'"]+)['"]""", condition)
        try:
            version, state = metadata.version(name), "ok"
        except metadata.PackageNotFoundError:
            version, state = None, "missing"
        found.append(
            {
                "name": name,
                "wanted": wanted.strip()[len(name) :],
                "extra": extra[1] if extra else None,
                "state": state,
                "version": version,
            }
        )
    return found
