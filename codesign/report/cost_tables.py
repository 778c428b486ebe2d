"""The costs of the layers as tables of the page: one for each kind of hardware, so that it fits the page's width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codesign.report.costs import Cost, Costs
from codesign.report.section import Column, Row
from codesign.report.words import count, percent, si

__all__ = ["CostTable", "cost_tables"]

_UNKNOWN = "-"


@dataclass(frozen=True, kw_only=True)
class CostTable:
    """A row per part, the last one for all of them."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def cost_tables(costs: Costs) -> tuple[CostTable, ...]:
    """Those that have something to show: the circuit, RTL before synthesis, what it takes of an FPGA."""
    return tuple(_tables(costs, (*costs.parts, costs.chip), costs.chip))


def _tables(costs: Costs, parts: Sequence[Cost], whole: Cost) -> Iterator[CostTable]:
    if whole.transistors is not None:
        yield _table("as a circuit", {
            "Parameters": [_counted(cost.parameters) for cost in parts],
            "Transistors": [_counted(cost.transistors) for cost in parts],
            "of all transistors": [_share(cost.transistors, whole.transistors) for cost in parts],
            "Area, estimated": [_area(cost.area_m2) for cost in parts],
            "of all area": [_share(cost.area_m2, whole.area_m2) for cost in parts],
            "Power, predicted": [_watts(cost.predicted_w) for cost in parts],
            "of all power": [_share(cost.predicted_w, whole.predicted_w) for cost in parts],
            "Power, simulated": [_watts(cost.simulated_w) for cost in parts],
        }, parts)  # fmt: skip
    if whole.register_bits is not None:
        yield _table("as RTL, before synthesis", {
            "Parameters": [_counted(cost.parameters) for cost in parts],
            "Cycles per step": [_number(cost.cycles_per_step, ".4g") for cost in parts],
            "Register bits": [_counted(cost.register_bits) for cost in parts],
            "of all register bits": [_share(cost.register_bits, whole.register_bits) for cost in parts],
            "Memory bits": [_counted(cost.memory_bits) for cost in parts],
            "of all memory bits": [_share(cost.memory_bits, whole.memory_bits) for cost in parts],
            "Multipliers": [_counted(cost.multipliers) for cost in parts],
            "Adders": [_counted(cost.adders) for cost in parts],
        }, parts)  # fmt: skip
    if costs.board and whole.lut is not None:
        yield _table(f"on the FPGA of {costs.board}", {
            "LUT": [_counted(cost.lut) for cost in parts],
            "of all LUT": [_share(cost.lut, whole.lut) for cost in parts],
            "Flip-flops": [_counted(cost.ff) for cost in parts],
            "of all flip-flops": [_share(cost.ff, whole.ff) for cost in parts],
            "Block RAMs": [_number(cost.block_ram, "g") for cost in parts],
            "DSP": [_counted(cost.dsp) for cost in parts],
        }, parts)  # fmt: skip


def _table(title: str, columns: dict[str, list[str]], parts: Sequence[Cost]) -> CostTable:
    """Without the columns of which nothing is known, and the parts of which only the number of parameters is."""
    columns = {name: values for name, values in columns.items() if set(values) != {_UNKNOWN}}
    known = [values for name, values in columns.items() if name != "Parameters"]
    return CostTable(
        title=title,
        columns=(
            Column(title="Part"),
            # The column before says of what.
            *(Column(title="Of all" if name.startswith("of all") else name, number=True) for name in columns),
        ),
        rows=tuple(
            Row(cells=(cost.part, *(values[index] for values in columns.values())))
            for index, cost in enumerate(parts)
            if any(values[index] != _UNKNOWN for values in known)
        ),
    )


def _counted(value: int | None) -> str:
    return _UNKNOWN if value is None else count(value)


def _number(value: float | None, form: str) -> str:
    return _UNKNOWN if value is None else format(value, form)


def _watts(value: float | None) -> str:
    return _UNKNOWN if value is None else si(value, "W")


def _area(value: float | None) -> str:
    return _UNKNOWN if value is None else f"{value * 1e12:,.0f} µm²"


def _share(value: float | None, whole: float | None) -> str:
    return _UNKNOWN if value is None or not whole else percent(value, whole)
