"""Run samples through the transistors and bring back what the twin would have said, plus power and waveforms."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import coding, tools, twin
from codesign.analog import hysteresis, simulator, testbench
from codesign.analog import technology as technologies
from codesign.analog.export import write_into
from codesign.analog.mapper import map_network
from codesign.analog.margin import in_margin
from codesign.analog.netlist import Circuit
from codesign.analog.technology import Technology
from codesign.errors import InputError
from codesign.network import Network
from codesign.verify.measurement import Measurement, Waveform

__all__ = ["measure"]

_SHOWN_UNITS = 4  # units whose waveforms go into the report


@dataclass(frozen=True, eq=False, kw_only=True)
class _Sample:
    """What one simulated sample leaves behind."""

    states: dict[str, NDArray[np.int64]]
    scores: NDArray[np.float64]
    supply_a: float
    waveforms: tuple[Waveform, ...]


def measure(
    network: Network,
    samples: NDArray[np.integer],
    *,
    technology: str = "generic180",
    corner: str = "tt",
    jobs: int = 2,
    time_limit_s: float = 600,
    progress: Callable[[int, int, str], None] | None = None,
) -> Measurement:
    """Simulate ``samples`` (samples, steps, inputs) at transistor level.

    A state is read from the cell's output current at the end of each step, against half its programmed gain; the
    decision is the largest sum over the steps of the output currents. ``jobs`` samples run at a time, each in an
    ngspice of its own with ``time_limit_s``. ``power_w`` is the mean over the steps (reset excluded) of the supply
    current, reference included, times the supply voltage. Raises InputError for what cannot be mapped and
    ToolError when ngspice fails.
    """
    inputs: NDArray[np.int64] = np.asarray(samples).astype(np.int64)
    if inputs.ndim != 3 or inputs.shape[1] == 0:
        raise InputError(f"a circuit is measured over (samples, steps >= 1, inputs), not {inputs.shape}")
    loaded = technologies.load(technology).at(corner=corner)
    circuit = map_network(network, loaded)
    trace = twin.simulate(network, inputs)  # also checks the inputs
    tools.find("ngspice")
    finished: dict[int, _Sample] = {}
    with tempfile.TemporaryDirectory(prefix="codesign-spice-") as name:
        folder = Path(name)
        write_into(folder, network, circuit, loaded)
        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            futures = {
                pool.submit(_simulate, folder, index, network, circuit, loaded, sample, time_limit_s): index
                for index, sample in enumerate(inputs)
            }
            try:
                for done, future in enumerate(as_completed(futures), start=1):
                    finished[futures[future]] = future.result()
                    if progress is not None:
                        progress(done, len(inputs), "samples at transistor level")
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise
        curves = hysteresis.sweep_cells(network, loaded, folder, time_limit_s=time_limit_s)
    ordered = [finished[index] for index in range(len(inputs))]
    scores = np.stack([sample.scores for sample in ordered])
    power_w = float(np.mean([sample.supply_a for sample in ordered])) * loaded.supply_v
    layer_inputs, margins = inputs, {}
    for layer in network.layers:
        layer_trace = trace.layers[layer.name]
        if layer_trace.states:
            margins[layer.name] = {"state": in_margin(layer, layer_trace, layer_inputs, loaded)}
        layer_inputs = layer_trace.outputs
    unit = float(trace.layers[network.layers[-1].name].scale)
    readout_error = np.abs(scores - trace.scores * unit).mean() / inputs.shape[1]
    return Measurement(
        states={
            layer: {"state": np.stack([sample.states[layer] for sample in ordered])}
            for layer, probes in circuit.probes.items()
            if probes
        },
        decisions=scores.argmax(axis=1),
        in_margin=margins,
        figures={
            "technology": loaded.name,
            "corner": loaded.corner,
            "step_s": loaded.step_s,
            "start_s": loaded.reset * loaded.step_s,
            "power_w": power_w,
            "power_scope": "supply voltage x mean supply current of the whole circuit and its reference, all steps",
            "energy_j_per_sample": power_w * loaded.step_s * inputs.shape[1],
            "seconds_per_sample": loaded.step_s * inputs.shape[1],
            "devices": _devices(circuit, loaded),
            "readout_error_mean": float(readout_error),
            "simulator": f"ngspice {tools.version('ngspice')}",
            "mapping": [
                {
                    "parameter": c.parameter,
                    "value": c.value,
                    "element": c.element,
                    "fingers": c.fingers,
                    "current_a": c.current_a,
                }
                for c in circuit.components
            ],
            "hysteresis": curves,
        },
        waveforms=ordered[0].waveforms if ordered else (),
    )


def _simulate(
    folder: Path,
    index: int,
    network: Network,
    circuit: Circuit,
    technology: Technology,
    inputs: NDArray[np.int64],
    time_limit_s: float,
) -> _Sample:
    deck = folder / f"sample{index}.cir"
    deck.write_text(testbench.text(network, circuit, technology, inputs))
    vectors = {
        (layer, probe.unit): testbench.probe_vector(probe.element)
        for layer, probes in circuit.probes.items()
        for probe in probes
    }
    outputs = [f"i(vq{k})" for k in range(circuit.outputs)]
    waveforms = simulator.simulate(deck, [*vectors.values(), *outputs], time_limit_s=time_limit_s)
    deck.with_suffix(".raw").unlink()
    times = testbench.sample_times_s(technology, len(inputs))
    states = {}
    for layer, probes in circuit.probes.items():
        columns = [np.abs(waveforms.at(vectors[layer, p.unit], times)) > p.level_a for p in probes]
        if columns:
            states[layer] = np.stack(columns, axis=1).astype(np.int64)
    currents = np.stack([waveforms.at(name, times) for name in outputs], axis=1) / technology.unit_current_a
    begin = technology.reset * technology.step_s
    after = waveforms.time_s >= begin
    time, supply = waveforms.time_s[after], -waveforms.values["i(vdd)"][after]
    return _Sample(
        states=states,
        scores=currents.sum(axis=0),
        supply_a=float(np.trapezoid(supply, time) / (time[-1] - time[0])),
        waveforms=_waveforms(network, waveforms, vectors, outputs, technology, inputs) if index == 0 else (),
    )


def _waveforms(
    network: Network,
    simulated: simulator.Waveforms,
    vectors: dict[tuple[str, int], str],
    outputs: list[str],
    technology: Technology,
    inputs: NDArray[np.int64],
) -> tuple[Waveform, ...]:
    """The signals of one sample that the report draws: inputs, the busiest cells, all outputs."""
    found: list[Waveform] = []

    def add(name: str, group: str, time: NDArray[Any], values: NDArray[Any]) -> None:
        found.append(Waveform(name=name, group=group, unit="A", time_s=time, values=values))

    unit = float(coding.scale(network.coding.kind, network.coding.parameters)) * technology.unit_current_a
    begin = technology.reset * technology.step_s
    edges = begin + np.repeat(np.arange(len(inputs) + 1), 2)[1:-1] * technology.step_s
    for j in range(inputs.shape[1]):
        add(f"input {j}", "input currents", edges, np.repeat(inputs[:, j] * unit, 2))
    switching = sorted(vectors, key=lambda key: -np.abs(np.diff(simulated.values[vectors[key]])).sum())
    for layer, cell in sorted(switching[:_SHOWN_UNITS]):
        values = np.abs(simulated.values[vectors[layer, cell]])
        add(f"{layer} unit {cell}", "memory cell outputs", simulated.time_s, values)
    for k, name in enumerate(outputs):
        add(network.classes[k], "readout currents", simulated.time_s, simulated.values[name])
    return tuple(found)


def _devices(circuit: Circuit, technology: Technology) -> int:
    """Transistors of the whole circuit, counted in the cell library and multiplied through the hierarchy."""
    counts = technology.library()
    for item in (*circuit.subcircuits, circuit.top):
        counts[item.name] = sum(counts[inner.subcircuit] for inner in item.instances)
    return counts[circuit.top.name]
