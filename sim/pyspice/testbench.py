"""Drive an exported netlist through PySpice and compare its memory cells with the software twin.

    codesign export digits-bmru --target spice --output build/digits-bmru/spice
    python sim/pyspice/testbench.py digits-bmru build/digits-bmru/spice --samples 2

Runs alone and is meant to be copied: it shows the sources a chip needs (supplies, reset, input currents), and how to
read a state (the output current of its cell at the end of a step). Technology, corner, supply and temperature are those
in the header of the netlist. It ends with status 1 when a state differs from the twin's.
"""

import argparse
import os
import sys
from pathlib import Path

# Debian's ngspice runs BSIM4 in OpenMP threads that spin on a busy machine. They have to be limited before
# libngspice is loaded, which PySpice does on import.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("NGSPICE_LIBRARY_PATH", "libngspice.so.0")

import numpy as np
from PySpice.Spice.Netlist import Circuit
from PySpice.Spice.NgSpice.Shared import NgSpiceCommandError, NgSpiceShared
from PySpice.Unit import u_s, u_V

from codesign import checkpoint, coding, data, resources, twin
from codesign.analog.decisions import variant
from codesign.analog.design import check_header, exported_technology
from codesign.analog.mapper import map_network
from codesign.analog.technology import Technology
from codesign.errors import CodesignError
from codesign.network import Network

# PySpice 1.5 takes every line on standard error that does not start with "Warning:" for an error, but these are routine
# for a circuit with two stable states.
ROUTINE = ("note:", "trying ", "one successful", "using ", "initial transient solution", "warning:")


class NgSpice(NgSpiceShared):
    """ngspice as a library, with its routine notes taken for what they are."""

    def exec_command(self, command: str, join_lines: bool = True) -> str | list[str]:
        """Run a command; raises NgSpiceCommandError when ngspice reports more than routine."""
        try:
            return super().exec_command(command, join_lines)
        except NgSpiceCommandError:
            serious = [line for line in self.stderr.splitlines() if not line.strip().lower().startswith(ROUTINE)]
            if any(line.strip() for line in serious) or "error" in self.stdout.lower():
                raise NgSpiceCommandError(f"{command}: {'; '.join(serious) or self.stdout}") from None
            return self.stdout if join_lines else self.stdout.splitlines()


def build(network: Network, netlist: Path, technology: Technology, steps: np.ndarray) -> Circuit:
    """The test bench around the chip for one sample, ``steps`` (steps, inputs) in unit currents."""
    chip = map_network(network, technology)
    held, reset = technology.step_s, technology.reset * technology.step_s
    edge = technology.input_edge * held
    circuit = Circuit(f"PySpice test bench of {network.name}")
    circuit.include(str(netlist))
    for supply in chip.supplies:
        circuit.V(supply, supply, circuit.gnd, technology.supply_v @ u_V)
    circuit.PieceWiseLinearVoltageSource(
        "rst", "rst", circuit.gnd, values=[(0, technology.supply_v), (reset - edge, technology.supply_v), (reset, 0)]
    )
    for j in range(network.inputs):
        # the first input is there during the reset, so that the cells begin with settled currents
        now = float(steps[0, j] * technology.unit_current_a)
        points = [(0.0, now)]
        for step, current in enumerate(steps[:, j] * technology.unit_current_a):
            begin = reset + step * held
            points += [(begin, now), (begin + edge, float(current))]
            now = float(current)
        circuit.PieceWiseLinearCurrentSource(f"in{j}", circuit.gnd, f"i{j}", values=points)
    circuit.raw_spice += "\n".join(variant(chip.decision).loads(chip, technology)) + "\n"
    circuit.X("network", "network", *chip.top.ports)
    return circuit


def simulate(circuit: Circuit, network: Network, technology: Technology, steps: int) -> np.ndarray:
    """The states (steps, units) of all bistable layers side by side, read from the cells' output currents."""
    simulator = circuit.simulator(
        simulator="ngspice-shared",
        ngspice_shared=NgSpice.new_instance(),
        temperature=technology.temperature_c,
        nominal_temperature=27,
    )
    simulator.options(**technology.simulator.options, **technology.simulator.network_options)
    probes = [probe for probes in map_network(network, technology).probes.values() for probe in probes]
    simulator.save([f"@m.{probe.element}[id]" for probe in probes])
    largest = technology.simulator.largest_time_step * technology.step_s
    analysis = simulator.transient(
        step_time=largest @ u_s, end_time=(technology.reset + steps) * technology.step_s @ u_s, max_time=largest @ u_s
    )
    time = np.asarray(analysis.time)
    read_at = (technology.reset + np.arange(steps) + 0.9999) * technology.step_s
    columns = []
    for probe in probes:
        current = np.abs(np.asarray(analysis.internal_parameters[f"@m.{probe.element}[id]"]))
        columns.append(np.interp(read_at, time, current) > probe.level_a)
    return np.stack(columns, axis=1).astype(int)


def main() -> int:
    """Compare some test samples; the exit status is 0 when every state agrees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="model folder, checkpoint, or the name of a shipped model")
    parser.add_argument("netlist", type=Path, help="folder written by 'codesign export --target spice'")
    parser.add_argument("--samples", type=int, default=1, help="of the test split, the first ones (default: 1)")
    chosen = parser.parse_args()
    try:
        return compare(chosen.model, chosen.netlist, chosen.samples)
    except CodesignError as error:
        print(f"testbench: {error}", file=sys.stderr)
        return error.exit_status


def compare(model: Path, folder: Path, samples: int) -> int:
    """Compare the first ``samples`` test samples; 0 when every state agrees, else 1."""
    network = checkpoint.load(model if model.exists() else resources.models().get(str(model), model))
    netlist = (folder / f"{network.name}.cir").resolve()
    technology = exported_technology(netlist)
    check_header(netlist, network, technology)
    examples = data.load(network.task, "test")
    inputs = coding.encode(network.coding.kind, network.coding.parameters, examples.images[:samples])
    trace = twin.simulate(network, inputs)
    scale = float(coding.scale(network.coding.kind, network.coding.parameters))
    # ngspice looks for the technology's files from the working directory.
    os.chdir(folder)
    differ = total = 0
    for index, sample in enumerate(inputs):
        circuit = build(network, netlist, technology, sample * scale)
        found = simulate(circuit, network, technology, len(sample))
        wanted = np.concatenate(
            [t.states["state"][index] for t in trace.layers.values() if "state" in t.states], axis=1
        )
        differ += int((found != wanted).sum())
        total += found.size
        print(f"sample {index}: {int((found == wanted).sum())} of {found.size} states agree with the twin")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
