"""The tables: the model, the mapping, resources, versions and seeds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codesign import __version__, cells
from codesign.network import Choice, Network
from codesign.report.conditions import is_condition
from codesign.report.power import is_part
from codesign.report.titles import target_title
from codesign.report.words import count, number, si
from codesign.verify.run import VerifyResult

__all__ = ["LayerFacts", "Mapped", "TensorFacts", "accuracies", "layers", "mapping", "mapping_data", "resources",
           "seeds", "settings", "training", "versions"]  # fmt: skip

_LABELS = {
    "devices": "Transistors",
    "cycles_per_sample": "Clock cycles per sample",
    "power_w": "Mean power",
    "energy_j_per_sample": "Energy per sample",
    "seconds_per_sample": "Time per sample",
    "readout_error_mean": "Mean readout error (unit currents)",
    "lut": "Look-up tables",
    "ff": "Flip-flops",
    "block_ram": "Block RAMs",
    "dsp": "DSP blocks",
    "wall_s": "Wall time of the simulation",
}
_UNITS = {"_w": "W", "_j": "J", "_s": "s", "_a": "A", "_v": "V", "_hz": "Hz", "_c": "°C", "_percent": "%"}
_MEASURES = ("accuracy_", "balanced_accuracy_")
_NO_PREFIX = ("°C", "%")
MAPPING_KEYS = ("parameter", "value", "element", "fingers", "current_a")
"""Of a row of the mapping."""
_TABLES = {"mapping", "hysteresis", "versions", "tools", "start_s"}
"""Figures that are drawn or listed elsewhere."""


@dataclass(frozen=True, kw_only=True)
class TensorFacts:
    """One tensor of a layer."""

    name: str
    meaning: str
    shape: str
    bits: str
    step: str
    used: str


@dataclass(frozen=True, kw_only=True)
class LayerFacts:
    """One layer."""

    name: str
    kind: str
    title: str
    source: str
    inputs: int
    outputs: int
    attributes: str
    skip: str
    """The layer whose outputs are added, or "" for none."""
    tensors: tuple[TensorFacts, ...]


@dataclass(frozen=True, kw_only=True)
class Mapped:
    """One parameter in its circuit element."""

    parameter: str
    value: str
    element: str
    fingers: str
    current: str


def layers(network: Network) -> list[LayerFacts]:
    """Every layer with its tensors."""
    found = []
    for layer in network.layers:
        spec = cells.spec(layer.kind)
        tensors = tuple(
            TensorFacts(
                name=name,
                meaning=spec.tensors[name].meaning,
                shape=" x ".join(str(size) for size in tensor.values.shape),
                bits=f"{tensor.quantisation.bits} {'signed' if tensor.quantisation.signed else 'unsigned'}",
                step=str(tensor.quantisation.scale),
                used=f"{tensor.values.min()} … {tensor.values.max()}",
            )
            for name, tensor in layer.tensors.items()
        )
        found.append(
            LayerFacts(
                name=layer.name,
                kind=layer.kind,
                title=spec.title,
                source=spec.source,
                inputs=layer.inputs,
                outputs=layer.outputs,
                attributes=", ".join(f"{key} {value}" for key, value in layer.attributes.items()),
                skip=layer.skip,
                tensors=tensors,
            )
        )
    return found


def settings(choice: Choice) -> str:
    """A coding or a decision in one line."""
    inside = ", ".join(f"{key} {value}" for key, value in choice.parameters.items())
    return f"{choice.kind} ({inside})" if inside else choice.kind


def accuracies(record: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Rows of (what it was measured on, accuracy, mean over the classes) from a training record; "-" for none."""
    found: dict[str, dict[str, str]] = {}
    for key, value in record.items():
        measure = next((measure for measure in _MEASURES if key.startswith(measure)), None)
        if measure is not None and isinstance(value, float):
            split = key.removeprefix(measure).replace("_percent", " %").replace("_", " ")
            found.setdefault(split, {})[measure] = f"{100 * value:.2f} %"
    plain, balanced = _MEASURES
    return [(split, row.get(plain, "-"), row.get(balanced, "-")) for split, row in found.items()]


def training(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The training record, nested keys joined by dots."""
    return list(_flat(record, ""))


def mapping(result: VerifyResult, most: int = 200) -> tuple[list[Mapped], int]:
    """The first ``most`` rows of the first target that gives a mapping, and how many there are in all."""
    rows = _mapping_rows(result)
    return [_mapped(row) for row in rows[:most]], len(rows)


def mapping_data(result: VerifyResult) -> dict[str, Any]:
    """The whole mapping as JSON, for the page's table: columns and rows, the current in amperes."""
    return {
        "columns": list(MAPPING_KEYS),
        "rows": [[_plain(row.get(key)) for key in MAPPING_KEYS] for row in _mapping_rows(result)],
    }


def _mapping_rows(result: VerifyResult) -> list[Mapping[str, Any]]:
    for target in result.targets.values():
        rows = target.measurement.figures.get("mapping")
        if isinstance(rows, Sequence) and rows:
            return [row for row in rows if isinstance(row, Mapping)]
    return []


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | float) and value == value else None


def resources(result: VerifyResult) -> tuple[list[str], list[tuple[str, list[str], list[str]]]]:
    """Column titles, and rows of (label, value per target, scope per target or "")."""
    keys: dict[str, None] = {}
    for target in result.targets.values():
        figures = target.measurement.figures
        keys.update(dict.fromkeys(key for key in figures if _is_resource(key, figures)))
    ordered = [key for key in _LABELS if key in keys] + [key for key in keys if key not in _LABELS]
    rows: list[tuple[str, list[str], list[str]]] = []
    said = [""] * len(result.targets)
    for key in ordered:
        values, scopes = [], []
        for target in result.targets.values():
            value = target.measurement.figures.get(key)
            values.append("-" if value is None else _quantity(key, value))
            scopes.append(_scope(target.measurement.figures, key) if value is not None else "")
        rows.append(
            (
                _label(key),
                values,
                ["as above" if new and new == old else new for new, old in zip(scopes, said, strict=True)],
            )
        )
        said = [new or old for new, old in zip(scopes, said, strict=True)]
    rows.append((_LABELS["wall_s"], [si(t.wall_s, "s") for t in result.targets.values()], [""] * len(result.targets)))
    return [target_title(name) for name in result.targets], rows


def versions(results: Sequence[VerifyResult]) -> list[tuple[str, str]]:
    """codesign, and every tool and technology a target names, each once."""
    found: dict[tuple[str, str], None] = {("codesign", __version__): None}
    for result in results:
        for target in result.targets.values():
            figures = target.measurement.figures
            for key in ("versions", "tools"):
                if isinstance(figures.get(key), Mapping):
                    found.update(dict.fromkeys((str(tool), number(v)) for tool, v in figures[key].items()))
            for key, value in figures.items():
                if key in ("technology", "simulator") or key.endswith("_version"):
                    found[key.removesuffix("_version").replace("_", " "), number(value)] = None
    return list(found)


def seeds(result: VerifyResult) -> list[tuple[str, str]]:
    """Every seed that made a difference: training, input coding, targets."""
    found = [(f"training: {key}", value) for key, value in training(result.network.training) if _names_seed(key)]
    coded = result.network.coding.parameters
    found += [(f"input coding: {key}", str(coded[key])) for key in coded if _names_seed(key)]
    for name, target in result.targets.items():
        for key, value in _flat(target.measurement.figures, ""):
            if _names_seed(key):
                found.append((f"{target_title(name)}: {key}", value))
    return found


def _names_seed(key: str) -> bool:
    return "seed" in key.rsplit(".", 1)[-1].split("_")


def _flat(record: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list | tuple):
            short = ", ".join(number(item) for item in value[:12] if not isinstance(item, Mapping | list | tuple))
            more = f"{', ' if short else ''}… {count(len(value))} in all"
            yield f"{prefix}{key}", short if 0 < len(value) <= 12 and short else more.removeprefix(", ")
        else:
            # A seed or a hash is a name, not a quantity: no thousands separators.
            yield f"{prefix}{key}", str(value) if _names_seed(str(key)) else number(value)


def _mapped(row: Mapping[str, Any]) -> Mapped:
    current = row.get("current_a")
    return Mapped(
        parameter=str(row.get("parameter", "")),
        value=number(row.get("value")),
        element=str(row.get("element", "")),
        fingers=number(row.get("fingers")),
        current=si(float(current), "A") if isinstance(current, int | float) else "-",
    )


def _is_resource(key: str, figures: Mapping[str, Any]) -> bool:
    value = figures[key]
    number_like = isinstance(value, int | float) and not isinstance(value, bool)
    elsewhere = key in _TABLES or _names_seed(key) or key.endswith("_version")
    return number_like and not elsewhere and not is_condition(key, value) and not is_part(key, figures)


def _label(key: str) -> str:
    if key in _LABELS:
        return _LABELS[key]
    if key.endswith("_mhz"):
        return key.removesuffix("_mhz").replace("_", " ").capitalize()
    stem = next((key.removesuffix(suffix) for suffix in _UNITS if key.endswith(suffix)), key)
    return stem.replace("_", " ").capitalize()


def _quantity(key: str, value: float) -> str:
    if key.endswith("_j_per_sample"):
        return si(value, "J")
    if key == "seconds_per_sample":
        return si(value, "s")
    if key.endswith("_mhz"):
        return f"{number(value)} MHz"
    unit = next((unit for suffix, unit in _UNITS.items() if key.endswith(suffix)), None)
    if unit is None:
        return number(value)
    return f"{number(value)} {unit}" if unit in _NO_PREFIX else si(value, unit)


def _scope(figures: Mapping[str, Any], key: str) -> str:
    """What the figure includes; a power or an energy without a scope says so."""
    of_power = key.endswith("_w") or "_j" in key
    scope = figures.get(f"{key}_scope", figures.get("power_scope") if of_power else None)
    if scope is not None:
        return str(scope)
    return "scope not stated" if of_power else ""
