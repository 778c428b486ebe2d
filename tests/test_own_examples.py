"""A network of a task that is no data set of ours, verified with examples of the user's own."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from networks import rows_network
from test_cli import codesign, refused

from codesign import checkpoint, coding, data, twin, verify
from codesign.analog import technology
from codesign.analog.montecarlo import Beside, montecarlo
from codesign.data import Examples, file
from codesign.errors import InputError
from codesign.jobs import Workers
from codesign.verify import conditions, encoded_test_samples

NETWORK = replace(rows_network(), task="My-own", name="mine")
COUNT = 7
MESSAGE = (
    "mine has no test set: its task 'My-own' is no data set of codesign.data; give examples of your own with "
    "--examples FILE.npz, in Python examples=Examples(images=..., labels=...)"
)


def own(count: int = COUNT, *, steps: int = 5) -> Examples:
    random = np.random.default_rng(3)
    return Examples(images=random.integers(0, 17, (count, steps, 8)), labels=random.integers(0, 10, count))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Holds the model ``mine`` and its examples ``own.npz``."""
    checkpoint.save(NETWORK, tmp_path / "mine" / "checkpoint.safetensors")
    examples = own()
    np.savez(tmp_path / "own.npz", images=examples.images.astype(np.uint8), labels=examples.labels.astype(np.uint8))
    return tmp_path


def test_examples_of_ones_own_are_verified_in_rtl() -> None:
    examples = own()
    assert not data.is_known(NETWORK.task)
    result = verify.verify(NETWORK, targets=["verilog"], examples=examples, part=4)
    assert result.passed
    comparison = result.targets["verilog"].comparison
    assert (comparison.samples, comparison.states_compared) == (COUNT, COUNT * 5 * 2)
    inputs = coding.encode(NETWORK.coding.kind, NETWORK.coding.parameters, examples.images)
    expected = twin.simulate(NETWORK, inputs).decisions
    assert comparison.accuracy_twin == pytest.approx(np.mean(expected == examples.labels))
    # They stand in for the test set of a task that is known, too.
    known, _ = encoded_test_samples(replace(NETWORK, task="digits"), 2, examples=examples)
    np.testing.assert_array_equal(known, inputs[:2])


def test_samples_are_counted_among_the_examples_given() -> None:
    inputs, labels = encoded_test_samples(NETWORK, 2, first=3, examples=own())
    np.testing.assert_array_equal(inputs, own().images[3:5])
    np.testing.assert_array_equal(labels, own().labels[3:5])
    assert len(encoded_test_samples(NETWORK, examples=own())[0]) == COUNT
    for samples, allowed, first in ((8, 7, 0), (0, 7, 0), (3, 2, 5)):
        with pytest.raises(InputError) as caught:
            encoded_test_samples(NETWORK, samples, first=first, examples=own())
        assert str(caught.value) == f"samples must be 1..{allowed} (the examples given), not {samples}"


def test_without_examples_a_task_that_is_no_data_set_is_one_clear_error() -> None:
    row = conditions.Condition(name="typical", varied="", options=verify.CircuitOptions())
    for call in (
        lambda: verify.verify(NETWORK, targets=["verilog"], samples=1),
        lambda: encoded_test_samples(NETWORK, 1),
        lambda: conditions.study(NETWORK, [row], samples=1),
    ):
        with pytest.raises(InputError) as caught:
            call()
        assert str(caught.value) == MESSAGE


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"labels": np.arange(6)}, "every image needs a label; there are 7 images and 6 labels"),
        ({"labels": np.ones(7)}, "labels must be whole numbers (samples,), not float64 of shape (7,)"),
        ({"labels": np.arange(4, 11)}, "labels must be 0..9 (the classes of mine), not 4..10"),
        ({"labels": -np.arange(7)}, "labels must be 0..9 (the classes of mine), not -6..0"),
        (
            {"images": np.zeros((7, 5, 8))},
            "images must be whole numbers (samples, rows, columns), not float64 of shape",
        ),
        ({"images": np.zeros((7, 5, 9), int)}, "images of (5, 9) give 9 inputs per step, but mine has 8"),
        ({"images": np.full((7, 5, 8), 17)}, "images must be 0..16 (the coding's levels), not 17..17"),
        (
            {"images": np.zeros((7, 8), int)},
            "images must be whole numbers (samples, rows, columns), not int64 of shape",
        ),
        ({"images": np.zeros((0, 5, 8), int), "labels": np.zeros(0, int)}, "samples must be 1..0 (the examples given)"),
    ],
)
def test_examples_that_do_not_fit_are_refused(changed: dict[str, np.ndarray], message: str) -> None:
    with pytest.raises(InputError) as caught:
        verify.verify(NETWORK, targets=["verilog"], examples=replace(own(), **changed))
    assert str(caught.value).startswith(message)


def test_dies_with_mismatch_take_any_inputs(tmp_path: Path) -> None:
    inputs, labels = encoded_test_samples(NETWORK, examples=own())
    found = montecarlo(
        NETWORK, inputs, labels, technology=technology.load("generic180"), runs=3, seed=1, limit=0.0,
        beside_it=Beside(dies=0, samples=1), state=tmp_path / "state", workers=Workers(count=0),
    )  # fmt: skip
    assert found.figures["samples"] == COUNT
    assert found.figures["runs"] == 3


# Files and the command line --------------------------------------------------------------------------------------


def test_examples_come_back_from_their_file(folder: Path) -> None:
    found = file.read(folder / "own.npz")
    np.testing.assert_array_equal(found.images, own().images)
    np.testing.assert_array_equal(found.labels, own().labels)
    assert found.images.dtype == found.labels.dtype == np.int64


def test_files_that_hold_no_examples_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    with pytest.raises(InputError, match=r"no examples at .*; name an .npz file with 'images' and 'labels'"):
        file.read(path)
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(InputError, match=r"no readable \.npz file"):
        file.read(path)
    np.savez(path, images=np.zeros((1, 2, 3), int))
    with pytest.raises(InputError, match="the array 'labels' is missing; the file holds 'images'"):
        file.read(path)
    np.savez(path, images=np.zeros((1, 2, 3)), labels=np.zeros(1, int))
    with pytest.raises(InputError, match="'images' holds float64; only whole numbers are allowed"):
        file.read(path)
    np.savez(path, images=np.array([{"a": 1}], dtype=object), labels=np.zeros(1, int))
    with pytest.raises(InputError, match=r"no readable \.npz file"):
        file.read(path)
    with (tmp_path / "b.npy").open("wb") as stream:
        np.save(stream, np.zeros(3))
    with pytest.raises(InputError, match="one array alone"):
        file.read(tmp_path / "b.npy")


@pytest.mark.parametrize("command", ["simulate", "montecarlo", "report", "verify"])
def test_a_command_that_needs_samples_says_so(command: str, folder: Path) -> None:
    assert refused(command, "mine", folder=folder) == MESSAGE


def test_what_needs_no_samples_needs_no_data_set(folder: Path) -> None:
    for arguments in (
        ["inspect", "mine"],
        ["check", "mine"],
        ["export", "mine", "--target", "spice", "--output", "netlist"],
        ["export", "mine", "--target", "verilog", "--output", "rtl"],
    ):
        done = codesign(*arguments, folder=folder)
        assert done.returncode == 0, done.stderr
    assert "My-own" in codesign("inspect", "mine", folder=folder).stdout
    assert list((folder / "netlist").glob("*.cir"))
    assert list((folder / "rtl").glob("*.v"))


def test_the_command_line_takes_a_file_of_examples(folder: Path) -> None:
    done = codesign("simulate", "mine", "--examples", "own.npz", "--json", "a.json", folder=folder)
    assert done.returncode == 0, done.stderr
    found = json.loads((folder / "a.json").read_text())
    assert found["samples"] == COUNT
    assert found["labels"] == own().labels.tolist()
    done = codesign(
        "verify", "mine", "--target", "verilog", "--examples", "own.npz", "--samples", 4, "--json", "b.json",
        folder=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "b.json").read_text())["targets"]["verilog"]["samples"] == 4
    done = codesign("check", "mine", "--examples", "own.npz", "--json", "c.json", folder=folder)
    assert done.returncode == 0, done.stderr
    assert json.loads((folder / "c.json").read_text())["power"]["samples"] == COUNT
    assert refused("simulate", "mine", "--examples", "no.npz", folder=folder).startswith("no examples at 'no.npz'; ")
