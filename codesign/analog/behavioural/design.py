"""A folder of macro-models as it stands, perhaps edited since ``codesign export --target behavioural`` wrote it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from codesign import cells
from codesign.analog.behavioural.macros import Nodes
from codesign.analog.behavioural.netlist import Deck, deck
from codesign.analog.design import check_header
from codesign.analog.differences import ElementDifference
from codesign.analog.technology import Technology
from codesign.analog.vectorised import Model, calibration
from codesign.errors import InputError
from codesign.network import Network

__all__ = ["chip_of", "differences"]

_NODES = {"G": 4, "R": 2, "C": 2, "I": 2, "B": 2}


def chip_of(network: Network, technology: Technology, folder: Path) -> str:
    """The text of the chip in ``folder``; raises InputError where it is of another model or holds commands."""
    path = Path(folder) / f"{network.name}.cir"
    check_header(path, network, technology)
    text = path.read_text()
    for number, line in enumerate(text.splitlines(), start=1):
        if line[:1] == ".":
            raise InputError(
                f"{path}: line {number}, {line!r}: a design holds elements only; the rest is the test bench's"
            )
    return text


def differences(network: Network, technology: Technology, folder: Path) -> tuple[ElementDifference, ...]:
    """Every macro-model in ``folder`` that is not as it is written for ``network``, by the parameter that it carries,
    in the order of the netlist. Raises InputError as :func:`chip_of` does."""
    chip = deck(Model(network, technology, calibration.found_or_ideal(technology)))
    expected = _elements("\n".join(chip.lines))
    found = _elements(chip_of(network, technology, folder))
    units, lines = _places(network, chip)
    differing = []
    for name in dict.fromkeys([*expected, *found]):
        was, now = expected.get(name, "none"), found.get(name, "missing")
        if was == now:
            continue
        layer, unit, parameter = _carried(now if was == "none" else was, units, lines)
        differing.append(
            ElementDifference(
                element=name,
                parameters=(parameter,) if parameter else (),
                layer=layer,
                unit=unit,
                aspect="element" if was == "none" or now == "missing" else "text",
                expected=was,
                found=now,
                file=f"{network.name}.cir",
            )
        )
    return tuple(differing)


def _elements(text: str) -> dict[str, str]:
    """Name -> the whole statement, in lower case and with single spaces."""
    statements: list[str] = []
    for raw in text.lower().splitlines():
        if raw.startswith("+"):
            statements[-1:] = [f"{statements[-1]} {raw[1:]}"] if statements else []
        elif raw and not raw.startswith("*"):
            statements.append(raw)
    return {words[0]: " ".join(words) for words in map(str.split, statements) if words}


def _places(network: Network, chip: Deck) -> tuple[Mapping[str, tuple[str, int, str]], Mapping[str, int]]:
    """Node -> layer, unit and what it carries there; gate line -> the input that it comes from."""
    units: dict[str, tuple[str, int, str]] = {}
    lines: dict[str, int] = {}
    for position, layer in enumerate(network.layers):
        nodes = Nodes(layer.name)
        for j in range(layer.inputs):
            lines |= {nodes.line(sign, j): j for sign in ("positive", "negative")}
        last = position == len(network.layers) - 1
        behind = None if last else Nodes(network.layers[position + 1].name)
        for k in range(layer.outputs):
            ends = (chip.outputs[k], chip.sinks[k]) if behind is None else (behind.input(k),)
            stateful = bool(cells.spec(layer.kind).states)
            units |= dict.fromkeys(ends, (layer.name, k, "gain" if stateful else "weight"))
            units[nodes.own(k)] = (layer.name, k, "weight")
            units[nodes.decides(k)] = (layer.name, k, "weight")
            units[nodes.state(k)] = (layer.name, k, "state")
    return units, lines


def _carried(
    statement: str, units: Mapping[str, tuple[str, int, str]], lines: Mapping[str, int]
) -> tuple[str, int | None, str]:
    """Layer, unit and parameter of an element, from the nodes that it stands between."""
    words = statement.split()
    nodes = words[1 : 1 + _NODES.get(words[0][0].upper(), 2)]
    place = next(iter(_known(nodes, units)), None)
    if place is None:
        return "", None, ""
    layer, unit, kind = place
    line = next((lines[node] for node in nodes if node in lines), None)
    if kind == "weight" and words[0][0] == "g" and line is not None:
        return layer, unit, f"{layer}.weight[{unit},{line}]"
    tensor = {"i": "bias", "b": "threshold"}.get(words[0][0], kind)
    return layer, unit, f"{layer}.{tensor if kind == 'weight' else kind}[{unit}]"


def _known(nodes: list[str], units: Mapping[str, tuple[str, int, str]]) -> Iterator[tuple[str, int, str]]:
    return (units[node] for node in nodes if node in units)
