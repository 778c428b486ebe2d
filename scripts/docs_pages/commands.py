"""The reference of the commands, from the commands themselves."""

from typing import Any

import typer

from codesign.cli.app import app
from docs_pages.markdown import code, prose, table

__all__ = ["commands", "option_names", "page"]

_INTRODUCTION = """# Commands

Made from the commands themselves: `codesign COMMAND --help` says the same. [Exit status](exit-status.md) tells what a
command's exit status means, [environment](environment.md) which variables it reads.

"""


def commands() -> dict[str, Any]:
    """Every command by name, as Typer has it."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def option_names(parameter: Any) -> list[str]:
    """How an option is written; of an argument its name in capitals."""
    if parameter.param_type_name == "argument":
        return [parameter.metavar or parameter.name.upper()]
    return [*parameter.opts, *parameter.secondary_opts]


def page() -> str:
    """The page, in Markdown."""
    found = commands()
    parts = [_INTRODUCTION]
    parts.append(
        table(["command", "does"], [[f"[{name}](#{name})", _first(command)] for name, command in found.items()])
    )
    for name, command in found.items():
        parts += [f"## {name}\n\n", f"`{_usage(name, command)}`\n\n", f"{prose(command.help)}\n\n"]
        for kind, title in (("argument", "argument"), ("option", "option")):
            rows = [_row(each) for each in command.params if each.param_type_name == kind and not each.hidden]
            if rows:
                parts.append(table([title, "value", "default", "meaning"], rows))
    return "".join(parts)


def _first(command: Any) -> str:
    return prose(command.help.partition("\n\n")[0].replace("\n", " "))


def _usage(name: str, command: Any) -> str:
    words = ["codesign", name]
    for each in command.params:
        shown = option_names(each)[0]
        if each.param_type_name == "argument":
            words.append(shown if each.required else f"[{shown}]")
        elif each.required:
            words.append(f"{shown} {_value(each)}")
    return " ".join([*words, "[OPTIONS]"])


def _row(parameter: Any) -> list[str]:
    default = parameter.default
    shown = "required" if parameter.required else ""
    if not parameter.required and default is not None and not callable(default):
        shown = " ".join(map(code, default)) if isinstance(default, list) else code(default)
    names = ", ".join(map(code, option_names(parameter)))
    return [names, code(_value(parameter)), shown, prose(" ".join((parameter.help or "").split()))]


def _value(parameter: Any) -> str:
    """What stands behind an option: its metavar, or its type; nothing behind a flag."""
    if getattr(parameter, "is_flag", False):
        return ""
    annotation = parameter.type_descriptor.annotation
    item = getattr(annotation, "__args__", (annotation,))[0]
    name = {"str": "TEXT", "int": "NUMBER", "float": "NUMBER", "Path": "PATH"}.get(item.__name__, item.__name__)
    limits = [f"{sign}{limit:g}" for sign, limit in ((">=", parameter.min), ("<=", parameter.max)) if limit is not None]
    shown = parameter.metavar if parameter.metavar and parameter.param_type_name == "option" else name
    return " ".join([shown, *limits])
