"""The circuit in ngspice: real transistors, real digits. A missing ngspice makes these fail."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from networks import skip_network

from codesign import analog, checkpoint, coding, data, resources, twin
from codesign.analog import simulator, testbench, timing
from codesign.analog import technology as technologies
from codesign.analog.design import exported_technology
from codesign.analog.export import write_into
from codesign.analog.mapper import map_network
from codesign.errors import InputError, MissingToolError, ToolError
from codesign.measurement import Measurement
from codesign.network import Network
from codesign.verify.compare import compare

TECHNOLOGY = technologies.load("generic180")
SAMPLES = 2


@pytest.fixture(scope="module")
def network() -> Network:
    return checkpoint.load(resources.folder("models") / "digits-bmru")


@pytest.fixture(scope="module")
def examples(network: Network) -> tuple[np.ndarray, np.ndarray]:
    loaded = data.load("digits", "test")
    inputs = coding.encode(network.coding.kind, network.coding.parameters, loaded.images[:SAMPLES])
    return inputs, loaded.labels[:SAMPLES]


@pytest.fixture(scope="module")
def measured(network: Network, examples: tuple[np.ndarray, np.ndarray]) -> Measurement:
    return analog.measure(network, examples[0], technology=TECHNOLOGY, jobs=2)


def test_real_digits_on_transistors_agree_with_the_twin(
    network: Network, examples: tuple[np.ndarray, np.ndarray], measured: Measurement
) -> None:
    found = compare(twin.simulate(network, examples[0]), measured, examples[1])
    assert found.samples == SAMPLES
    assert found.states_compared == SAMPLES * 8 * network.layers[0].outputs
    assert found.states_agree >= 0.98 * found.states_compared
    assert found.states_in_margin < 0.1 * found.states_compared  # a margin that covers everything proves nothing
    assert found.disagree_outside_margin == 0
    assert found.decisions_agree == SAMPLES


def test_power_devices_and_waveforms_are_those_of_the_circuit(network: Network, measured: Measurement) -> None:
    figures = measured.figures
    assert 1e-9 < figures["power_w"] < 1e-6
    seconds = 8 * TECHNOLOGY.step_s
    assert figures["energy_j_per_sample"] == pytest.approx(figures["power_w"] * seconds)
    text = (TECHNOLOGY.folder / "memory_cell.cir").read_text()
    transistors = sum(line.startswith("M") for line in text.splitlines())
    weights = sum(int((layer[name] != 0).sum()) for layer in network.layers for name in ("weight", "bias"))
    ports = 4 * sum(layer.inputs for layer in network.layers)
    bias = sum(line.startswith("M") for line in (TECHNOLOGY.folder / "bias.cir").read_text().splitlines())
    library = TECHNOLOGY.library()
    reference = library["reference"].transistors
    assert reference > 10
    cascodes = sum(layer.outputs for layer in network.layers if layer.kind == "linear")
    classes = len(network.classes)
    decision = library["middle"].transistors + library["winner_take_all"].transistors
    decision += classes * (library["integrator"].transistors + library["winner_cell"].transistors)
    cells = transistors * network.layers[0].outputs
    assert figures["devices"] == weights + ports + bias + reference + cells + cascodes + decision
    supplies = [figures[f"power_{name}_w"] for name in ("vdd", "vddm", "vddr", "vddo")]
    assert sum(supplies) == pytest.approx(figures["power_w"])
    assert all(power > 1e-9 for power in supplies)
    groups = {waveform.group for waveform in measured.waveforms}
    assert groups == {"input currents", "memory cell outputs", "integrator voltages"}
    assert all(waveform.values.std() > 0 for waveform in measured.waveforms if waveform.group == "memory cell outputs")


def test_hysteresis_of_the_cell_is_what_was_programmed(measured: Measurement) -> None:
    up, down = measured.figures["hysteresis"]
    assert up["measured_threshold_a"] == pytest.approx(up["threshold_up_a"], rel=0.05)
    assert down["measured_threshold_a"] == pytest.approx(down["threshold_down_a"], rel=0.05)
    assert up["output_a"][-1] == pytest.approx(up["gain_a"], rel=0.05)


def test_without_hierarchy_and_mismatch_it_is_the_same_circuit(
    network: Network, examples: tuple[np.ndarray, np.ndarray]
) -> None:
    """The flat netlist that a die is simulated from, with all deviations 0, and with those of two dies."""
    inputs = examples[0][:1, :2]
    # bypass depends on the order of the devices
    exact = TECHNOLOGY.model_copy(update={"simulator": TECHNOLOGY.simulator.model_copy(update={"network_options": {}})})
    plain = analog.measure(network, inputs, technology=exact)
    die = analog.measure(network, inputs, technology=exact, die=analog.Die(seed=1, number=0))
    other = analog.measure(network, inputs, technology=exact, die=analog.Die(seed=1, number=1))
    still = {name: entry.model_copy(update={"threshold_v_um": 0.0, "current_factor_um": 0.0})
             for name, entry in TECHNOLOGY.transistors.items()}  # fmt: skip
    flat = analog.measure(
        network,
        inputs,
        technology=exact.model_copy(update={"transistors": still}),
        die=analog.Die(seed=1, number=0),
    )
    for figure in ("power_w", "power_vddm_w", "readout_error_mean"):
        assert flat.figures[figure] == pytest.approx(plain.figures[figure], rel=1e-3)
        assert die.figures[figure] != pytest.approx(plain.figures[figure], rel=1e-3)
        assert die.figures[figure] != pytest.approx(other.figures[figure], rel=1e-3)
    assert flat.figures["devices"] == plain.figures["devices"]
    np.testing.assert_array_equal(flat.states["memory"]["state"], plain.states["memory"]["state"])


@pytest.mark.parametrize("choice", [{}, {"memory_cell": "nine_transistor", "decision": "readout"}], ids=str)
def test_a_network_with_skip_connections_agrees(choice: dict[str, str]) -> None:
    """The published shape, 13 -> 4 -> two blocks with skip -> 2, on random weights and inputs."""
    network = skip_network(np.random.default_rng(6), inputs=13, units=4, blocks=2, classes=2, largest=8)
    inputs = np.random.default_rng(2).integers(0, 33, size=(1, 6, 13))
    trace = twin.simulate(network, inputs)
    states = np.concatenate([trace.layers[name].states["state"] for name in ("memory1", "memory2")], axis=2)
    assert 0.1 < states.mean() < 0.9
    technology = TECHNOLOGY.at(choice=choice)
    found = compare(trace, analog.measure(network, inputs, technology=technology), np.zeros(1, dtype=np.int64))
    assert found.states_agree >= 0.98 * found.states_compared
    assert found.disagree_outside_margin == 0
    assert found.decisions_agree == 1


def test_the_same_network_on_gf180mcu(network: Network, examples: tuple[np.ndarray, np.ndarray]) -> None:
    inputs = examples[0][:1, :3]
    found = compare(
        twin.simulate(network, inputs),
        analog.measure(network, inputs, technology=technologies.load("gf180mcu")),
        examples[1][:1],
    )
    assert found.states_agree >= 0.98 * found.states_compared
    assert found.disagree_outside_margin == 0


def test_a_missing_design_kit_says_how_to_get_it(
    network: Network, examples: tuple[np.ndarray, np.ndarray], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PDK_ROOT", str(tmp_path))
    with pytest.raises(MissingToolError, match=r"sm141064.ngspice' ?, which is missing; get the kit|design.ngspice'"):
        analog.measure(network, examples[0], technology=technologies.load("gf180mcu"))
    monkeypatch.delenv("PDK_ROOT")
    with pytest.raises(MissingToolError, match="needs the variable PDK_ROOT; get the kit with 'pip install ciel'"):
        analog.export(network, technology=technologies.load("gf180mcu"), output=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_corner_that_is_none_is_refused(network: Network, examples: tuple[np.ndarray, np.ndarray]) -> None:
    with pytest.raises(InputError, match="technology generic180 has no corner 'xx'; allowed: ff, fs, sf, ss, tt"):
        analog.measure(network, examples[0], technology=TECHNOLOGY.at(corner="xx"))


def test_a_wrong_transistor_is_found(network: Network, examples: tuple[np.ndarray, np.ndarray], tmp_path: Path) -> None:
    """Simulate the circuit of one network against the twin of another: the comparison must say so."""
    inputs, labels = examples[0][:1], examples[1][:1]
    trace = twin.simulate(network, inputs)
    circuit = map_network(network, TECHNOLOGY)
    write_into(tmp_path, network, circuit, TECHNOLOGY)
    netlist = tmp_path / f"{network.name}.cir"
    busiest = int(trace.layers["memory"].states["state"][0].sum(axis=0).argmax())
    text = netlist.read_text()
    before, cell, after = text.partition(f".subckt memory_u{busiest} ")
    changed = after.replace("threshold=", "threshold=40", 1)
    assert changed != after
    netlist.write_text(before + cell + changed)
    deck = tmp_path / "sample.cir"
    deck.write_text(testbench.text(network, circuit, TECHNOLOGY, inputs[0]))
    vectors = [testbench.probe_vector(probe.element) for probe in circuit.probes["memory"]]
    waveforms = simulator.simulate(deck, vectors, time_limit_s=300)
    times = timing.sample_times_s(TECHNOLOGY, inputs.shape[1])
    states = np.stack(
        [np.abs(waveforms.at(v, times)) > p.level_a for v, p in zip(vectors, circuit.probes["memory"], strict=True)], 1
    ).astype(np.int64)
    found = compare(trace, Measurement(states={"memory": {"state": states[None]}}, decisions=trace.decisions), labels)
    assert found.first_divergence is not None
    assert found.first_divergence.unit == busiest
    assert (found.first_divergence.expected, found.first_divergence.found) == (1, 0)


@pytest.mark.parametrize(
    ("deck", "message"),
    [
        ("* empty deck\nV1 a 0 1\nR1 a 0 1\n.end\n", "could not simulate"),
        ("* missing model\nV1 a 0 1\nM1 a a 0 0 nothing w=1u l=1u\n.tran 1u 10u\n.end\n", "could not simulate"),
        ("* vector left out\nV1 a 0 1\nR1 a 0 1\n.tran 1u 10u\n.save v(a)\n.end\n", r"left out i\(v1\)"),
        ("* loop of sources\nV1 a 0 1\nV2 a 0 2\n.tran 1u 10u\n.save i(v1)\n.end\n", "ngspice"),
    ],
)
def test_a_simulation_that_fails_says_why(tmp_path: Path, deck: str, message: str) -> None:
    path = tmp_path / "deck.cir"
    path.write_text(deck)
    with pytest.raises(ToolError, match=message):
        simulator.simulate(path, ["i(v1)"], time_limit_s=60)


def test_a_simulation_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "deck.cir"
    path.write_text("* long\nV1 a 0 SIN(0 1 1e9)\nR1 a b 1\nC1 b 0 1e-12\n.tran 1e-12 1\n.save v(b)\n.end\n")
    with pytest.raises(ToolError, match="did not finish within 1 s"):
        simulator.simulate(path, ["v(b)"], time_limit_s=1)


def test_a_missing_ngspice_says_how_to_get_it(
    network: Network, examples: tuple[np.ndarray, np.ndarray], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CODESIGN_NGSPICE", "/nowhere/ngspice")
    with pytest.raises(MissingToolError, match="CODESIGN_NGSPICE='/nowhere/ngspice' names no program"):
        analog.measure(network, examples[0], technology=TECHNOLOGY)


def test_a_sample_without_steps_is_refused(network: Network) -> None:
    with pytest.raises(InputError, match="steps >= 1"):
        analog.measure(network, np.zeros((1, 0, network.inputs), dtype=np.int64), technology=TECHNOLOGY)


def test_the_exported_testbench_runs_by_hand(network: Network, tmp_path: Path) -> None:
    analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    done = subprocess.run(
        ["ngspice", "-n", "-b", "testbench.cir"],
        cwd=tmp_path / "out",
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        text=True,
        timeout=400,
        check=True,
    )
    assert all(f"{node}_step2" in done.stdout for node in ("d0", "d9", "v0", "v9"))
    assert "failed" not in done.stdout


def pyspice(*arguments: object) -> "subprocess.CompletedProcess[str]":
    script = resources.folder("sim") / "pyspice" / "testbench.py"
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)


def test_the_pyspice_testbench_drives_the_same_netlist(network: Network, tmp_path: Path) -> None:
    analog.export(network, technology=technologies.load("generic180"), output=tmp_path / "out")
    done = pyspice("digits-bmru", tmp_path / "out")
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout, done.stderr
    words = done.stdout.splitlines()[-1].split()
    assert int(words[2]) >= 0.98 * int(words[4])


def test_the_pyspice_testbench_takes_the_conditions_from_the_netlist_and_refuses_that_of_another_model(
    network: Network, tmp_path: Path
) -> None:
    hot = technologies.load("generic180").at(
        corner="ff",
        temperature_c=60,
        supply_v=1.1,
        unit_current_a=2e-9,
        choice={"memory_cell": "nine_transistor", "reference": "ideal"},
    )
    netlist = analog.export(network, technology=hot, output=tmp_path / "out")
    assert exported_technology(netlist).conditions == hot.conditions
    netlist.rename(netlist.with_name("keyword-bmru.cir"))
    for arguments, said in (
        (("keyword-bmru", tmp_path / "out"), "was made of digits-bmru"),
        (("digits-bmru", tmp_path / "out"), "has no digits-bmru.cir; name a folder"),
        (("digits-bmro", tmp_path / "out"), "no checkpoint at 'digits-bmro'"),
    ):
        done = pyspice(*arguments)
        assert done.returncode == 2, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr
