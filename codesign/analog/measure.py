"""Run samples through the transistors and bring back what the twin would have said, plus power and waveforms."""

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign import tools, twin
from codesign.analog import hysteresis, sample
from codesign.analog.design import copy_into, open_design
from codesign.analog.devices import flatten
from codesign.analog.export import flat_text, write_into
from codesign.analog.mapper import SUPPLIES
from codesign.analog.margin import margins
from codesign.analog.netlist import Circuit
from codesign.analog.rules import require
from codesign.analog.sample import Sample
from codesign.analog.technology import Technology
from codesign.decisions import DECISIONS
from codesign.errors import InputError
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.twin import NetworkTrace

__all__ = ["Die", "measure"]


@dataclass(frozen=True, kw_only=True)
class Die:
    """A chip with mismatch: number ``number`` of the batch that ``seed`` stands for."""

    seed: int
    number: int


def measure(
    network: Network,
    samples: NDArray[np.integer],
    *,
    technology: Technology,
    die: Die | None = None,
    design: Path | None = None,
    jobs: int = 2,
    time_limit_s: float = 600,
    progress: Callable[[int, int, str], None] | None = None,
) -> Measurement:
    """Simulate ``samples`` (samples, steps, inputs) at transistor level, under the conditions of ``technology``.

    A state is read from the cell's output current at the end of each step, against half its programmed gain; the
    decision is the chip's own or, where the technology's choice of ``decision`` is ``readout``, the largest sum over
    the steps of the output currents. With a ``die`` every transistor has its mismatch. With a
    ``design``, a folder that :func:`codesign.analog.export` wrote and somebody may have edited, the netlist there is
    simulated instead of a new one, with a test bench around it, and no cell's hysteresis is measured. ``jobs`` samples
    run at a time, each in an ngspice of its own with ``time_limit_s``. ``power_w`` is the mean over the steps (reset
    excluded) of all supply currents times the supply voltage. Raises InputError for what breaks a design
    rule and for a ``design`` that is not one of this network (:func:`codesign.analog.design.open_design`), ToolError
    when ngspice fails.
    """
    inputs: NDArray[np.int64] = np.asarray(samples).astype(np.int64)
    if inputs.ndim != 3 or inputs.shape[1] == 0:
        raise InputError(f"a circuit is measured over (samples, steps >= 1, inputs), not {inputs.shape}")
    circuit = require(network, technology)
    devices = flatten(circuit, technology)
    if design is not None and die is not None:
        raise InputError(
            "mismatch is drawn for the netlist that codesign makes, not for a design of your own; choose one of the two"
        )
    opened = None if design is None else open_design(design, network, circuit, technology)
    trace = twin.simulate(network, inputs)  # also checks the inputs
    tools.find("ngspice")
    finished: dict[int, Sample] = {}
    with tempfile.TemporaryDirectory(prefix="codesign-spice-") as name:
        folder = Path(name)
        if opened is None:
            write_into(folder, network, circuit, technology)
        else:
            copy_into(opened, folder)
        chip = ""
        if die is not None:
            chip = "die.cir"
            (folder / chip).write_text(flat_text(network, devices, technology, seed=die.seed, die=die.number))
        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            futures = {
                pool.submit(
                    sample.simulate,
                    folder,
                    f"sample{index}",
                    network,
                    circuit,
                    technology,
                    steps,
                    chip=chip,
                    time_limit_s=time_limit_s,
                    drawn=index == 0,
                ): index
                for index, steps in enumerate(inputs)
            }
            try:
                for done, future in enumerate(as_completed(futures), start=1):
                    finished[futures[future]] = future.result()
                    if progress is not None:
                        progress(done, len(inputs), "samples at transistor level")
            except BaseException:
                pool.shutdown(wait=True, cancel_futures=True)
                raise
        curves = []
        if opened is None:
            curves = hysteresis.sweep_cells(network, technology, folder, time_limit_s=time_limit_s)
    ordered = [finished[index] for index in range(len(inputs))]
    return Measurement(
        states={
            layer: {"state": np.stack([sample.states[layer] for sample in ordered])}
            for layer, probes in circuit.probes.items()
            if probes
        },
        decisions=np.array([sample.outcome.decision for sample in ordered], dtype=np.int64),
        in_margin=margins(network, trace, inputs, technology),
        figures={
            **technology.conditions,
            **({} if opened is None else {"design": str(opened.folder)}),
            **({} if die is None else {"mismatch_seed": die.seed, "die": die.number}),
            "step_s": technology.step_s,
            "start_s": technology.reset * technology.step_s,
            **_power(ordered, technology, inputs.shape[1]),
            "devices": sum(device.kind == "m" for device in devices) if opened is None else opened.transistors,
            "readout_error_mean": _readout_error(network, trace, ordered, inputs.shape[1]),
            "scores": [sample.outcome.scores.tolist() for sample in ordered],
            "simulator": f"ngspice {tools.version('ngspice')}",
            "mapping": _mapping(circuit),
            "hysteresis": curves,
        },
        waveforms=ordered[0].waveforms if ordered else (),
    )


def _power(samples: Sequence[Sample], technology: Technology, steps: int) -> dict[str, Any]:
    """Power by supply and in all, energy and duration per sample."""
    by_supply = {
        supply: float(np.mean([sample.supply_a[supply] for sample in samples])) * technology.supply_v
        for supply in samples[0].supply_a
    }
    power_w = sum(by_supply.values())
    return {
        "power_w": power_w,
        "power_scope": "supply voltage x mean supply currents of the whole chip, reference included, over all steps",
        **{f"power_{supply}_w": value for supply, value in by_supply.items()},
        "supplies": {supply: SUPPLIES[supply] for supply in by_supply},
        "energy_j_per_sample": power_w * technology.step_s * steps,
        "seconds_per_sample": technology.step_s * steps,
    }


def _readout_error(network: Network, trace: NetworkTrace, samples: Sequence[Sample], steps: int) -> float:
    """Mean magnitude of the scores' error, in unit currents per step that a score comes from."""
    unit = float(trace.layers[network.layers[-1].name].scale)
    scores = np.stack([sample.outcome.scores for sample in samples])
    return float(np.abs(scores - trace.scores * unit).mean() / DECISIONS[network.decision.kind].terms(steps))


def _mapping(circuit: Circuit) -> list[dict[str, Any]]:
    return [
        {
            "parameter": c.parameter,
            "value": c.value,
            "element": c.element,
            "fingers": c.fingers,
            "current_a": c.current_a,
        }
        for c in circuit.components
    ]
