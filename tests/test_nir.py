"""NIR graphs that snnTorch, sinabs and norse wrote, against their own spikes; refusals; our own graphs and back.

``tests/nir_graphs`` comes from ``scripts/nir_examples.py``: of each graph 100 random inputs of 16 steps, and the spikes
that the library itself makes of them.
"""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from lif_networks import lif_layer, lif_network
from networks import bmru_network, src_network
from test_digital_verilog import assert_equal
from typer.testing import CliRunner

from codesign import checkpoint, digital, twin
from codesign.cli.app import app
from codesign.errors import InputError

nir_package = pytest.importorskip("nir", reason="pip install 'codesign[nir]'")
from codesign import nir  # noqa: E402 (behind what may be missing)

GRAPHS = Path(__file__).parent / "nir_graphs"
DT = {"snntorch": 1e-4, "sinabs": 1.0, "norse": 1e-3}
NAMES = sorted(path.stem for path in GRAPHS.glob("*.nir"))
EXACT = [name for name in NAMES if name.endswith("-exact")]


def read(name: str, precision: nir.Precision):
    library = name.split("-")[0]
    network = nir.read(GRAPHS / f"{name}.nir", name=name, dialect=library, dt=DT[library], precision=precision)
    with np.load(GRAPHS / f"{name}.npz") as found:
        return network, found["inputs"].astype(np.int64), found["outputs"].astype(np.int64)


def test_three_libraries_are_there():
    assert {name.split("-")[0] for name in EXACT} == set(DT)
    assert len(NAMES) == 10


@pytest.mark.parametrize("name", EXACT)
def test_numbers_that_integers_hold_give_the_spikes_of_the_library(name):
    network, inputs, expected = read(name, nir.Precision())
    assert len(inputs) == 100
    outputs = twin.simulate(network, inputs).layers[network.layers[-1].name].outputs
    np.testing.assert_array_equal(outputs, expected)
    assert 0.05 < expected.mean() < 0.95
    # float32 time constants are near, not at, what was meant
    assert all(e < 2e-7 for errors in network.training["rounding_error"].values() for e in errors.values())


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(EXACT)))
def test_any_numbers_give_nearly_the_spikes_of_the_library(name):
    """16-bit weights: a membrane that comes within the rounding of its threshold may spike a step early or late."""
    network, inputs, expected = read(name, nir.Precision(weight_bits=16, fraction=12))
    outputs = twin.simulate(network, inputs).layers[network.layers[-1].name].outputs
    assert (outputs == expected).mean() > 0.999
    assert (outputs == expected).all(axis=(1, 2)).mean() >= 0.95
    assert 0.05 < expected.mean() < 0.95
    errors = [e for found in network.training["rounding_error"].values() for e in found.values()]
    assert 0 < max(errors) < 2e-4


@pytest.mark.parametrize(
    ("name", "samples"),
    [
        *((name, 10) for name in ("snntorch-synaptic-exact", "sinabs-iaf-exact", "norse-lif-exact")),
        *(pytest.param(name, 100, marks=pytest.mark.full) for name in EXACT),
    ],
)
def test_the_verilog_gives_the_spikes_of_the_library(name, samples, tmp_path):
    network, inputs, expected = read(name, nir.Precision())
    inputs, expected = inputs[:samples], expected[:samples]
    run = digital.simulate(network, inputs, work=tmp_path / "run")
    assert_equal(network, inputs, run)
    np.testing.assert_array_equal(run.states[network.layers[-1].name]["s"], expected)


@pytest.mark.full
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(EXACT)))
def test_the_verilog_of_any_numbers_equals_the_twin(name, tmp_path):
    network, inputs, _ = read(name, nir.Precision(weight_bits=16, fraction=12))
    assert_equal(network, inputs, digital.simulate(network, inputs, work=tmp_path / "run"))


# What is refused -------------------------------------------------------------------------------------------------


def neuron(units: int = 2, **changes):
    given = {name: np.ones(units) for name in ("r", "v_threshold")} | {"tau": np.full(units, 2.0)}
    return nir_package.LIF(**{**given, "v_leak": np.zeros(units), **changes})


def graph_of(nodes, edges=None):
    nodes = {
        "input": nir_package.Input({"input": np.array([2])}),
        **nodes,
        "output": nir_package.Output({"output": np.array([2])}),
    }
    names = list(nodes)
    edges = list(pairwise(names)) if edges is None else edges
    return nir_package.NIRGraph(nodes=nodes, edges=edges, type_check=False)


EYE = nir_package.Linear(np.eye(2))
LINE = [("input", "a"), ("a", "b"), ("b", "output")]
REFUSED = {
    r"node 'a' \(LI\) cannot be kept exactly": {"a": nir_package.LI(np.ones(2), np.ones(2), np.zeros(2))},
    r"node 'a' \(Delay\) cannot be kept": {"a": nir_package.Delay(np.ones(2)), "b": neuron()},
    "graph ends in a linear map": {"a": neuron(), "b": EYE},
    "has no neuron": {"a": EYE},
    "it takes 3 values, but gets 2": {"a": nir_package.Linear(np.eye(3)), "b": neuron(3)},
    "numbers are for": {"a": EYE, "b": neuron(3)},
    "decay per step is -1": {"a": EYE, "b": neuron(tau=np.full(2, 0.5))},
    "time constant must be above 0": {"a": EYE, "b": neuron(tau=np.zeros(2))},
    "weight holds NaN": {"a": nir_package.Linear(np.full((2, 2), np.nan)), "b": neuron()},
    "threshold is 0": {"a": EYE, "b": neuron(v_threshold=np.zeros(2))},
}


@pytest.mark.parametrize("message", REFUSED)
def test_what_cannot_be_kept_is_refused_by_name(message):
    with pytest.raises(InputError, match=message):
        nir.network_of(graph_of(REFUSED[message]), name="x", dialect="nir", dt=1)


@pytest.mark.parametrize(
    ("edges", "message"),
    [
        ([*LINE, ("b", "a")], "node 'b' feeds 'output' and 'a'"),
        ([*LINE, ("a", "output")], "node 'a' feeds 'b' and 'output'"),
        (LINE[:2], "the chain ends at node 'b'"),
        ([("input", "b"), ("b", "output")], "node 'a' is not between"),
    ],
)
def test_what_is_no_chain_is_refused_by_name(edges, message):
    with pytest.raises(InputError, match=message):
        nir.network_of(graph_of({"a": EYE, "b": neuron()}, edges), name="x", dialect="nir", dt=1)


@pytest.mark.parametrize("dt", [None, 0, -1, float("nan"), "x"])
def test_a_time_step_is_needed(dt):
    with pytest.raises(InputError, match="time step"):
        nir.network_of(graph_of({"a": EYE, "b": neuron()}), name="x", dialect="nir", dt=dt)


def test_scales_and_flat_nodes_are_folded_into_the_weights():
    weight = np.array([[1.0, -2.0], [0.5, 3.0]])
    nodes = {
        "before": nir_package.Scale(np.array([2.0, 4.0])),
        "flat": nir_package.Flatten({"input": np.array([2])}, 0, -1),
        "affine": nir_package.Affine(weight, np.array([1.0, -1.0])),
        "behind": nir_package.Scale(np.array([0.5, 2.0])),
        "spikes": neuron(r=np.full(2, 2.0), v_leak=np.array([4.0, 0.0])),
    }
    layer = nir.network_of(graph_of(nodes), name="x", dialect="nir", dt=1).layers[0]
    scale = float(layer.tensors["weight"].quantisation.scale)
    np.testing.assert_array_equal(layer["weight"] * scale, np.array([[1.0, -4.0], [2.0, 24.0]]))
    np.testing.assert_array_equal(layer["bias"] * scale, [0.5 + 2.0, -2.0])  # v_leak (1 - 1/2) is a bias
    np.testing.assert_array_equal(layer["decay"], [1 << 15] * 2)


def test_a_broken_file_is_refused(tmp_path):
    (tmp_path / "a.nir").write_bytes(b"no graph")
    with pytest.raises(InputError, match="no readable NIR graph"):
        nir.read(tmp_path / "a.nir", name="x", dialect="nir", dt=1)
    with pytest.raises(InputError, match="no NIR graph at"):
        nir.read(tmp_path / "b.nir", name="x", dialect="nir", dt=1)


# Our own graphs --------------------------------------------------------------------------------------------------

SPIKING = lif_network(
    (
        lif_layer("leaky", weight=[[3, -4], [5, 6], [7, 8]], bias=[1, 0, -1], decay=[3, 8, 15], fraction=4, strict=1),
        lif_layer("current", weight=[[3, -4, 1]] * 2, decay=[3, 8], current_decay=[0, 5], reset=[-3, 2], strict=1),
        lif_layer("whole", weight=[[9, 7]] * 2, threshold=[5, 6], strict=1),
    )
)


def test_neurons_that_nir_has_are_written_exactly(tmp_path):
    path = nir.export(SPIKING, output=tmp_path / "out")
    graph = nir_package.read(path)
    assert [type(node).__name__ for node in graph.nodes.values()].count("LIF") == 1
    assert graph.metadata["lossy"] == 0
    found = nir.read(path, name="x", dialect="nir")  # by its nodes alone; dt is in the metadata
    for ours, theirs in zip(SPIKING.layers, found.layers, strict=True):
        for name in ours.tensors:
            values = [
                layer[name].astype(float) * float(layer.tensors[name].quantisation.scale) for layer in (ours, theirs)
            ]
            np.testing.assert_array_equal(*values, err_msg=f"{ours.name} {name}")
    assert nir.written_by_codesign(path).hash == SPIKING.hash


@pytest.mark.parametrize(
    ("network", "lossy"),
    [
        (bmru_network(), "memory"),
        (src_network(), "spikes"),
        (lif_network((lif_layer("mixed", weight=[[1]] * 2, decay=[3, 16], strict=1),)), "mixed"),
        (lif_network((lif_layer("soft", weight=[[1]] * 2, reset_by=1, strict=1),)), "soft"),
    ],
)
def test_what_nir_lacks_is_marked_as_lossy_and_comes_back_whole(network, lossy, tmp_path):
    path = nir.export(network, output=tmp_path / "out")
    graph = nir_package.read(path)
    assert graph.metadata["lossy"] == 1
    assert graph.metadata["lossy_layers"] in (lossy, lossy.encode())
    assert nir.written_by_codesign(path).hash == network.hash
    again = nir.export(network, output=tmp_path / "again")
    assert again.read_bytes() == path.read_bytes()


def test_the_command_line_reads_and_writes_graphs(tmp_path):
    made, given = str(tmp_path / "made.safetensors"), str(GRAPHS / "snntorch-leaky-exact.nir")
    convert = ["convert", given, "--dialect", "snntorch", "--dt", "1e-4", "--output", made]
    result = CliRunner().invoke(app, convert)
    assert result.exit_code == 0, result.output
    network, _, _ = read("snntorch-leaky-exact", nir.Precision())
    assert [checkpoint.load(Path(made)).layers[0]["weight"].tolist()] == [network.layers[0]["weight"].tolist()]
    result = CliRunner().invoke(app, ["export", made, "--target", "nir", "--output", str(tmp_path / "graph")])
    assert result.exit_code == 0, result.output
    (path,) = (tmp_path / "graph").glob("*.nir")
    back = str(tmp_path / "back.safetensors")
    result = CliRunner().invoke(app, ["convert", str(path), "--output", back])
    assert result.exit_code == 0, result.output
    assert Path(back).read_bytes() == Path(made).read_bytes()
