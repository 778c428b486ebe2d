"""Energy from switching activity: a design whose changes are known, the arithmetic, and a whole model."""

import json
from pathlib import Path

import networks
import numpy as np
import pytest

from codesign import checkpoint, digital
from codesign.digital import energy
from codesign.digital.energy.activity import Activity, Switching, record
from codesign.digital.energy.constants import constants, published
from codesign.digital.energy.estimate import counted
from codesign.digital.energy.netlist import Memory, Netlist, flatten
from codesign.digital.options import Options
from codesign.errors import ToolError
from codesign.verify import encoded_test_samples

ROOT = Path(__file__).parent.parent

# Counts the cycles after reset, and the parity of the count; reads a memory while an item stands at the input.
COUNTER = """
module counter(input clk, input rst, input input__valid, output input__ready, input [7:0] input__payload,
               output reg output__valid, input output__ready, output [7:0] output__payload);
  reg [7:0] count;
  reg [3:0] rom [15:0];
  reg [3:0] word;
  integer i;
  initial for (i = 0; i < 16; i = i + 1) rom[i] = 15 - i;
  assign input__ready = 1;
  assign output__payload = {^count, word, count[2:0]};
  always @(posedge clk) begin
    if (rst) begin count <= 0; output__valid <= 0; end
    else begin count <= count + 1; output__valid <= input__valid & input__payload[7]; end
    if (input__valid) word <= rom[input__payload[3:0]];
  end
endmodule
"""
PORTS = {"top": "counter", "input": {"width": 8}, "output": {"width": 8}, "layers": []}


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> tuple[Netlist, Activity]:
    """The netlist, and its activity while ten items come, the last of which ends the only sample."""
    folder = tmp_path_factory.mktemp("counter")
    (folder / "counter.v").write_text(COUNTER)
    netlist = flatten(folder / "counter.v", top="counter", folder=folder)
    items = np.array([[3], [3], [4], [5], [6], [7], [8], [9], [10], [0x80]], dtype=np.uint32)
    activity = record(folder / "flat.v", items, samples=1, ports=PORTS, folder=folder, time_limit_s=300)
    return netlist, activity


def test_every_change_is_counted(counter: tuple[Netlist, Activity]) -> None:
    _, activity = counter
    cycles = activity.cycles
    assert cycles > 25
    for bit in range(8):
        # The first recorded value is taken for a change from 0 where it is 1.
        assert abs(activity.bits["count", bit].changes - (cycles >> bit)) <= 1, bit
    assert activity.bits["input__valid", None].high == 10


def test_the_netlist_knows_drivers_and_loads(counter: tuple[Netlist, Activity]) -> None:
    netlist, activity = counter
    assert netlist.registers == 9  # count, output__valid; the memory's own register is part of it
    assert netlist.memory_bits == 64
    assert [port.width for port in netlist.ports] == [4]
    registers = netlist.sinks["register"]
    assert {name for name, _ in registers} == {"count"}  # output__valid drives nothing inside
    assert all(count == 2 for count in registers.values())  # the adder and the parity
    assert "clk" not in {name for kind in netlist.sinks.values() for name, _ in kind}

    found = counted(netlist, activity, samples=1)
    cost = constants()["memory_bit"][1]
    assert found.counts["memory_bits_moved"] == 40
    assert found.parts["memory"][1] == pytest.approx(40 * cost)  # nothing inside listens to the word
    assert found.parts["clock"][1] == pytest.approx(9 * activity.cycles * constants()["clock_load"][1])


def test_the_sum_is_changes_times_constants() -> None:
    a, b, c, unseen = (("a", None), ("b", 0), ("b", 1), ("missing", None))
    asynchronous = Memory(width=3, address=(a, b))
    netlist = Netlist(
        sinks={"register": {a: 3}, "logic": {b: 1, c: 2}, "input": {}},
        registers=5,
        ports=(Memory(width=16, enable=c), Memory(width=2), asynchronous),
        memory_bits=0,
    )
    activity = Activity(
        bits={a: Switching(high=4, changes=7), b: Switching(high=0, changes=2), c: Switching(high=3, changes=4)},
        cycles=100,
    )
    found = counted(netlist, activity, samples=4)
    for bound in range(3):
        sink, output, clock, moved, glitches = (
            constants()[name][bound] for name in ("net_sink", "cell_output", "clock_load", "memory_bit", "glitches")
        )
        register = 7 * output + 21 * sink
        logic = glitches * (6 * output + (2 + 8) * sink)
        memory = (16 * 3 + 2 * 100 + 3 * (7 + 2)) * moved
        assert 4 * found.total[bound] == pytest.approx(register + logic + memory + 500 * clock)
    low, nominal, high = found.power_w(100e6)
    assert low < nominal < high
    assert nominal == pytest.approx(found.total[1] / (25 / 100e6))

    lost = Netlist(sinks={"register": {unseen: 1}}, registers=1, ports=(), memory_bits=0)
    with pytest.raises(ToolError, match="did not record the net 'missing'"):
        counted(lost, activity, samples=1)


def test_every_constant_has_a_source_and_an_order() -> None:
    for name, constant in constants().constants.items():
        low, nominal, high = constant.values
        assert 0 < low <= nominal <= high, name
        assert len(constant.source) > 20, name
        assert len(constant.derivation) > 20, name
    # What the constants say of the CLB that they come from is what was published of it, times the scaling.
    costs = constants()
    nets, toggles, fan_out, pairs = 12, 0.125, 3, 8
    clb = nets * toggles * (costs["cell_output"][1] + fan_out * costs["net_sink"][1]) + pairs * costs["clock_load"][1]
    assert clb == pytest.approx((0.60 + 0.16 + 0.14) * 5.9e-12 * (1.0 / 1.5) ** 2 * 28 / 150, rel=0.02)


def test_published_figures_say_what_they_are_of() -> None:
    assert {row.name for row in published()} >= {"SRC, 220 frames", "Spiker+", "Flexi-NeurA", "Skydiver"}
    assert all(row.scope for row in published())


def test_stored_studies_are_of_the_shipped_models() -> None:
    stored = sorted(ROOT.glob("models/*/studies/energy.json"))
    for path in stored:
        found = json.loads(path.read_text())
        assert found["model_hash"] == checkpoint.load(path.parents[1]).hash, path
        bounds = found["energy_j_per_sample"]
        assert 0 < bounds["low"] < bounds["nominal"] < bounds["high"], path
    assert stored


@pytest.mark.full
def test_a_model_costs_what_is_stored() -> None:
    """A tenth of leeway, so that only a change of the engine that matters asks for a new study."""
    stored = json.loads((ROOT / "models/digits-src/studies/energy.json").read_text())
    network = checkpoint.load(ROOT / "models/digits-src")
    inputs, _ = encoded_test_samples(network, stored["samples"])
    found = energy.estimate(network, inputs).json()
    for bound, joules in stored["energy_j_per_sample"].items():
        assert found["energy_j_per_sample"][bound] == pytest.approx(joules, rel=0.1)


@pytest.mark.full
def test_silence_costs_less() -> None:
    """The same network and the same number of cycles, with and without spikes at the input."""
    network = networks.src_network()
    options = Options(events_per_cycle=64, fold_black_frames=False)  # one item per step, whatever is in it
    spikes = np.random.default_rng(5).integers(0, 2, (4, 22, 64))
    spikes[:, :2] = 0
    loud = energy.estimate(network, spikes, options=options)
    silent = energy.estimate(network, np.zeros_like(spikes), options=options)
    assert loud.cycles_per_sample == silent.cycles_per_sample
    assert silent.parts["clock"] == loud.parts["clock"]
    assert silent.total[1] < 0.8 * loud.total[1]
    assert loud.cycles_per_sample * 4 >= digital.predicted_cycles(network, list(spikes), options)
