"""What each layer costs, as transistors and as RTL. How it stands in the page: :mod:`codesign.report.cost_tables`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codesign import resources
from codesign.analog.part_costs import DECISION, PartCost, part_costs
from codesign.digital.options import engine
from codesign.digital.structure import Amount, LayerCost, layer_costs
from codesign.network import Network
from codesign.report.hardware import chip, has_rtl
from codesign.report.words import count
from codesign.verify.run import VerifyResult

__all__ = ["Cost", "Costs", "costs", "synthesised_layers"]

_OF_FPGA = ("lut", "ff", "block_ram", "dsp")
_SAMPLES = 200
"""Samples that power and cycles are taken over at most: a mean needs no more."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Of one part. None: not known, or there is no such hardware in this result.

    ``predicted_w`` is the mean power that the parameters and the twin's states predict, ``simulated_w`` that of the
    simulation, which has one supply for all layers. ``area_m2`` is an estimate as laid out. Of RTL: mean cycles between
    two steps if nothing else holds the layer up, what is in its modules, and what it takes of an FPGA where a
    synthesis of this very checkpoint and engine is kept (``hdl/baselines``).
    """

    part: str
    parameters: int | None = None
    transistors: int | None = None
    area_m2: float | None = None
    predicted_w: float | None = None
    simulated_w: float | None = None
    cycles_per_step: float | None = None
    register_bits: int | None = None
    memory_bits: int | None = None
    multipliers: int | None = None
    adders: int | None = None
    lut: int | None = None
    ff: int | None = None
    block_ram: float | None = None
    dsp: int | None = None


@dataclass(frozen=True, kw_only=True)
class Costs:
    """Parts in the order of the signal; ``chip`` is all of them together. ``board`` is that of the synthesis whose
    figures are among them; empty: none."""

    parts: tuple[Cost, ...]
    chip: Cost
    cycles_per_sample: float | None
    board: str
    caption: str

    def json(self) -> dict[str, Any]:
        """Plain JSON: a list of parts and the chip, without what is not known."""

        def plain(cost: Cost) -> dict[str, Any]:
            return {name: value for name, value in vars(cost).items() if value is not None}

        whole = plain(self.chip)
        if self.cycles_per_sample is not None:
            whole["cycles_per_sample"] = self.cycles_per_sample
        return {"parts": [plain(cost) for cost in self.parts], "chip": whole}


def costs(result: VerifyResult) -> Costs | None:
    """The costs of the hardware that was verified; None where no target is a circuit or RTL of ours.

    Raises ToolError where yosys fails.
    """
    network = result.network
    found = chip(result)
    inputs = result.inputs[:_SAMPLES]
    analog: dict[str, PartCost] = {}
    simulated: dict[str, float] = {}
    if found is not None:
        analog = {cost.part: cost for cost in part_costs(network, found.circuit, found.technology, inputs)}
        simulated = {
            name: float(found.figures[f"power_{supply}_w"])
            for name, supply in (("reference and bias", "vddr"), (DECISION, "vddo"))
            if isinstance(found.figures.get(f"power_{supply}_w"), int | float)
        }
    rtl: dict[str, LayerCost] = {}
    if has_rtl(result):
        rtl = {cost.part: cost for cost in layer_costs(network, inputs, options=engine(result.engine))}
    if not analog and not rtl:
        return None
    board, taken = synthesised_layers(network, result.engine) if rtl else ("", {})
    parameters = {layer.name: sum(tensor.values.size for tensor in layer.tensors.values()) for layer in network.layers}
    names = [layer.name for layer in network.layers]
    names += [name for name in dict.fromkeys((*analog, *rtl)) if name not in names]
    parts = tuple(
        Cost(
            part=name,
            parameters=parameters.get(name),
            **_of_circuit(analog.get(name), simulated.get(name)),
            **_of_rtl(rtl.get(name)),
            **taken.get(name, {}),
        )
        for name in names
    )
    whole = _whole(parts, found.figures.get("power_w") if found is not None else None)
    cycles = next(
        (
            float(target.measurement.figures["cycles_per_sample"])
            for target in result.targets.values()
            if "cycles_per_sample" in target.measurement.figures
        ),
        None,
    )
    caption = _caption(network, circuit=bool(analog), rtl=result.engine if rtl else "", cycles=cycles, board=board)
    return Costs(parts=parts, chip=whole, cycles_per_sample=cycles, board=board, caption=caption)


def _of_circuit(cost: PartCost | None, simulated_w: float | None) -> dict[str, Any]:
    if cost is None:
        return {}
    return {
        "transistors": cost.transistors,
        "area_m2": cost.area_m2,
        "predicted_w": cost.power_w,
        "simulated_w": simulated_w,
    }


def _of_rtl(cost: LayerCost | None) -> dict[str, Any]:
    return {} if cost is None else {"cycles_per_step": cost.cycles_per_step, **vars(cost.amount)}


def _whole(parts: tuple[Cost, ...], simulated_w: object) -> Cost:
    def total(name: str) -> Any:
        values = [getattr(cost, name) for cost in parts if getattr(cost, name) is not None]
        return sum(values) if values else None

    names = ("parameters", "transistors", "area_m2", "predicted_w", *vars(Amount()), *_OF_FPGA)
    cycles = [cost.cycles_per_step for cost in parts if cost.cycles_per_step is not None]
    return Cost(
        part="all",
        **{name: total(name) for name in names},
        simulated_w=float(simulated_w) if isinstance(simulated_w, int | float) else None,
        # Layers work at the same time, so the slowest one sets the pace.
        cycles_per_step=max(cycles, default=None),
    )


def _caption(network: Network, *, circuit: bool, rtl: str, cycles: float | None, board: str) -> str:
    said = []
    if circuit:
        said.append(
            "A layer's transistors, area and power are with its input ports and skip connections. Power is predicted "
            "from the parameters and the twin's states; a simulated chip has its own supply for the reference and for "
            "the decision only, so that layers have no simulated power of their own."
        )
    if rtl:
        said.append(
            f"Of RTL (engine {rtl}) a layer is counted with its skip connection: words of the netlist before "
            "synthesis, where weights that are constants are memory bits or nothing. Cycles per step are those of the "
            "layer alone; layers work at the same time, so the slowest sets the pace"
            + (f" ({cycles:,.4g} cycles per sample were counted)." if cycles is not None else ".")
        )
        if board:
            said.append(
                f"LUT, flip-flops, block RAMs and DSP are those of the FPGA of {board}, with each layer synthesised by "
                "itself; their sum is some per cent off the whole."
            )
        said.extend(_synthesised(network))
    said.append("Wrong would be: a layer that takes most of anything without being most of the network.")
    return " ".join(said)


def _baselines(network: Network) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of the baselines of this very checkpoint."""
    for path in sorted((resources.folder("hdl") / "baselines").glob("*.json")):
        content = json.loads(path.read_text())
        if content["found"].get("model_hash") == network.hash:
            yield path.stem.removeprefix(network.name + "-"), content


def synthesised_layers(network: Network, engine: str) -> tuple[str, dict[str, dict[str, Any]]]:
    """Board of the first baseline with that engine, and what each layer takes there; empty where there is none."""
    for _, content in _baselines(network):
        arguments = content["arguments"]
        if arguments[arguments.index("--engine") + 1] == engine:
            return arguments[arguments.index("--board") + 1], content["found"].get("layers", {})
    return "", {}


def _synthesised(network: Network) -> list[str]:
    """What synthesis gave for the whole design, where a baseline of this very checkpoint is kept."""
    return [
        f"Synthesised ({name}): {count(found['lut'])} LUT, {count(found['ff'])} flip-flops, "
        f"{found['block_ram']:g} block RAMs, {count(found['dsp'])} DSP."
        for name, found in ((name, content["found"]) for name, content in _baselines(network))
    ]
