"""Which sample, layer, unit and step is looked at, and where such a position comes from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from codesign.errors import InputError, nearest
from codesign.network import Network
from codesign.verify import Divergence, Options
from codesign.verify.targets.spice import technology

__all__ = ["Position", "checked", "of_divergence", "read_verify"]

_OPTIONS = {
    "technology": "--technology ",
    "corner": "--corner ",
    "temperature_c": "--temperature ",
    "supply_v": "--supply ",
}


@dataclass(frozen=True, kw_only=True)
class Position:
    """One unit in one step of one sample.

    ``state`` is the one that differs, empty where it is not known, or where it is a score and not a state."""

    sample: int
    layer: str
    unit: int
    step: int
    state: str = ""

    def __str__(self) -> str:
        return f"sample {self.sample}, layer {self.layer}, unit {self.unit}, step {self.step}"


def of_divergence(found: Divergence, network: Network) -> Position:
    """The position of a first divergence."""
    position = Position(sample=found.sample, layer=found.layer, unit=found.unit, step=found.step, state=found.state)
    return _inside(position, network)


def _inside(position: Position, network: Network) -> Position:
    """Of a score or a decision, which are no unit's, the unit of the last layer that has the number of the class: its
    own output, or the first of those that are counted for it."""
    if position.layer in {layer.name for layer in network.layers}:
        return position
    last = network.layers[-1]
    return replace(position, layer=last.name, unit=min(position.unit, last.outputs - 1), state="")


def checked(position: Position, network: Network, *, samples: int, steps: int) -> Position:
    """``position`` if ``network`` has it, in ``samples`` samples of ``steps`` steps; raises InputError otherwise."""
    layers = {layer.name: layer for layer in network.layers}
    if position.layer not in layers:
        raise InputError(f"{network.name} has no layer {position.layer!r}; {nearest(position.layer, layers)}")
    for what, value, count, of in (
        ("sample", position.sample, samples, "the samples there are"),
        ("unit", position.unit, layers[position.layer].outputs, f"the units of layer {position.layer!r}"),
        ("step", position.step, steps, "the steps of a sample"),
    ):
        if not 0 <= value < count:
            raise InputError(f"{what} must be 0..{count - 1} ({of}), not {value}")
    return position


def read_verify(path: Path, network: Network, target: str, options: Options | None = None) -> Position:
    """The first divergence of ``target`` in the JSON that ``codesign verify --json`` wrote.

    Raises InputError where the file is none, is of another model, has no such target, or where nothing diverged; with
    ``options`` also where they mean another circuit or design than the one that was verified.
    """
    advice = f"give a file that 'codesign verify {network.name} --target {target} --json FILE' wrote"
    try:
        found: Any = json.loads(Path(path).read_text())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; {advice}") from None
    except ValueError as error:
        raise InputError(f"{path} is no JSON ({error}); {advice}") from None
    if not isinstance(found, dict) or not isinstance(found.get("targets"), dict):
        raise InputError(f"{path} is no result of a verification; {advice}")
    if found.get("model_hash") != network.hash:
        raise InputError(
            f"{path} is of the model {found.get('model')} with the hash {str(found.get('model_hash'))[:12]}, not of "
            f"{network.name} with the hash {network.hash[:12]}; name that model, or verify again"
        )
    targets: Mapping[str, Any] = found["targets"]
    if target not in targets:
        raise InputError(f"{path} has no target {target!r}; {nearest(target, targets)}")
    if options is not None:
        _check_same(path, targets[target], options)
    first = targets[target].get("first_divergence")
    if first is None:
        raise InputError(
            f"{path}: nothing diverged on {target}; to look at a unit anyway give --sample, --layer, --unit and --step"
        )
    try:
        position = Position(
            sample=int(first["sample"]),
            layer=str(first["layer"]),
            unit=int(first["unit"]),
            step=int(first["step"]),
            state=str(first.get("state", "")),
        )
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{path}: the first divergence of {target} has no sample, layer, unit and step") from None
    return _inside(position, network)


def _check_same(path: Path, verified: Mapping[str, Any], options: Options) -> None:
    """Raises InputError where ``options`` mean another circuit than was ``verified``: nothing need diverge in it."""
    if "technology" not in verified:
        return
    instead = "or, to look at the same place of this one, give --sample, --layer, --unit and --step instead of --from"
    for name, wanted in technology(options).conditions.items():
        if name in verified and verified[name] != wanted:
            option = _OPTIONS.get(name, f"--use {name}=") + str(verified[name])
            raise InputError(
                f"{path} is of {name} {verified[name]!r}, but {wanted!r} is to be traced; say {option}, {instead}"
            )
    design = verified.get("design")
    if (design is None) != (options.design is None):
        was, say = (
            ("a new export", "leave --design out") if design is None else (f"{design!r}", f"say --design {design}")
        )
        raise InputError(f"{path} is of {was}, and another netlist is to be traced; {say}, {instead}")
