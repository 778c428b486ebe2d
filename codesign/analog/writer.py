"""The one writer of SPICE text: every line that reaches a simulator is made here, from checked names and numbers.

No unit suffixes are ever written (``1M`` is milli to SPICE); NaN and infinity are refused.
"""

import math
import re
from collections.abc import Iterable, Sequence

from codesign.analog.devices import Device
from codesign.analog.netlist import Instance, Subcircuit
from codesign.analog.technology import Technology
from codesign.errors import InputError

__all__ = [
    "comment",
    "device",
    "include",
    "instance",
    "models",
    "number",
    "path",
    "piecewise_linear",
    "subcircuit",
    "technology_lines",
    "word",
    "wrapped",
]

_WORD = re.compile(r"[a-z0-9_]+")
_WIDTH = 118


def word(text: str) -> str:
    """``text`` if it is a plain lower-case node, element or parameter name; raises InputError otherwise."""
    if _WORD.fullmatch(text) is None:
        raise InputError(f"a name in a netlist must be lower-case letters, digits and '_', not {text!r}")
    return text


def number(value: float) -> str:
    """A finite number in plain notation; raises InputError otherwise."""
    if isinstance(value, bool) or not math.isfinite(value):
        raise InputError(f"a number in a netlist must be finite, not {value!r}")
    return repr(value) if isinstance(value, int) else f"{value:.12g}"


def comment(text: str) -> str:
    """A comment line; a line break in it would begin a new statement and is refused."""
    if not text.isprintable():
        raise InputError(f"a comment in a netlist must be one printable line, not {text!r}")
    return f"* {text}"


def include(name: str, section: str | None = None) -> str:
    """``.include`` of a file beside the netlist, or ``.lib`` of one of its sections."""
    if re.fullmatch(r"(technology/)?[A-Za-z0-9_-]+\.(cir|lib|ngspice)", name) is None:
        raise InputError(f"a file name in a netlist must be letters, digits, '_' and '-', not {name!r}")
    return f'.include "{name}"' if section is None else f'.lib "{name}" {word(section)}'


def technology_lines(technology: Technology) -> list[str]:
    """What brings a technology's models, cells and parameters into a netlist beside the folder ``technology``."""
    parameters = [f".param {word(name)}={number(value)}" for name, value in technology.parameters.items()]
    cells = [include(f"technology/{file.name}") for file in technology.cell_files]
    return [*parameters, *models(technology), *cells]


def models(technology: Technology) -> list[str]:
    """What brings a technology's device models into a netlist, without its cells."""
    return [include(f"technology/{model.name}", model.section) for model in technology.models]


def instance(item: Instance) -> str:
    """One ``X`` statement, wrapped."""
    parameters = [f"{word(name)}={number(value)}" for name, value in item.parameters.items()]
    return wrapped([f"X{word(item.name)}", *map(word, item.nodes), word(item.subcircuit), *parameters])


def device(item: Device, *, threshold_v: float = 0.0, current_factor: float = 1.0) -> str:
    """One element of a flat netlist; a transistor with its deviations (``delvto``, ``mulu0``) where it has some.

    ``threshold_v`` is what ngspice adds to the model's ``vth0``, so a PMOS is stronger where it is positive.
    """
    values = {**item.parameters}
    if item.kind == "m":
        if threshold_v or current_factor != 1:
            values |= {"delvto": threshold_v, "mulu0": current_factor}
        middle = word(item.model)
    else:
        middle = number(item.value)
    parameters = [f"{word(name)}={number(value)}" for name, value in values.items()]
    return wrapped([f"{item.kind}.{path(item.path)}", *map(path, item.nodes), middle, *parameters])


def path(text: str) -> str:
    """``text`` if it is names joined by dots, as ngspice calls what is inside of a hierarchy; InputError otherwise."""
    return ".".join(map(word, text.split(".")))


def subcircuit(item: Subcircuit) -> str:
    """A whole ``.subckt`` with its comment."""
    lines = [comment(item.comment)] if item.comment else []
    lines.append(wrapped([".subckt", word(item.name), *map(word, item.ports)]))
    lines.extend(instance(inner) for inner in item.instances)
    lines.append(f".ends {word(item.name)}")
    return "\n".join(lines) + "\n"


def piecewise_linear(name: str, nodes: Sequence[str], points: Iterable[tuple[float, float]]) -> str:
    """An independent source ``name`` (its first letter says which) through ``points`` of (time, value).

    A node may be one inside of a hierarchy, by its path."""
    values = [f"{number(time)} {number(value)}" for time, value in points]
    return wrapped([word(name.lower()), *map(path, nodes), "PWL(", *values, ")"])


def wrapped(words: Sequence[str]) -> str:
    """``words`` as one statement, in continuation lines where it is long."""
    lines, line = [], words[0]
    for item in words[1:]:
        if len(line) + 1 + len(item) > _WIDTH:
            lines.append(line)
            line = f"+ {item}"
        else:
            line += f" {item}"
    return "\n".join([*lines, line])
