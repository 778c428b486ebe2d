"""Checkpoints: written and read back exactly, and everything that can be wrong with one is said."""

from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from networks import bmru_network, layers, src_network
from spoilt import SPOILT, Change, changed

from codesign import checkpoint
from codesign.errors import InputError
from codesign.network import Network


@pytest.mark.parametrize("network", [bmru_network(), src_network()], ids=["bmru", "src"])
def test_what_is_saved_is_loaded(network: Network, tmp_path: Path):
    checkpoint.save(network, tmp_path / "deep" / "checkpoint.safetensors")
    for path in (tmp_path / "deep", tmp_path / "deep" / "checkpoint.safetensors"):
        loaded = checkpoint.load(path)
        assert loaded.hash == network.hash
        assert loaded.description() == network.description()
        assert loaded.training == network.training
        for before, after in zip(network.layers, loaded.layers, strict=True):
            for name in before.tensors:
                np.testing.assert_array_equal(before[name], after[name])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_network_survives(data: st.DataObject, tmp_path: Path):
    hidden = data.draw(st.integers(1, 3))
    network = bmru_network(
        (data.draw(layers("fq_bmru", 2, hidden)), data.draw(layers("linear", hidden, 10))),
    )
    checkpoint.save(network, tmp_path / "a.safetensors")
    assert checkpoint.load(tmp_path / "a.safetensors").hash == network.hash


def test_the_same_network_is_the_same_bytes(tmp_path: Path):
    for name in ("a", "b"):
        checkpoint.save(bmru_network(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("change", SPOILT, ids=lambda change: change.__name__)
def test_a_spoilt_checkpoint_is_refused_and_named(change: Change, tmp_path: Path):
    path = changed(tmp_path / "a.safetensors", change)
    with pytest.raises(InputError) as caught:
        checkpoint.load(path)
    assert str(caught.value) == f"{path}: {SPOILT[change]}"


def test_a_truncated_file_is_refused_wherever_it_ends(tmp_path: Path):
    path = tmp_path / "a.safetensors"
    checkpoint.save(bmru_network(), path)
    whole = path.read_bytes()
    for length in (0, 4, 8, 100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match="it may be truncated, copy it again"):
            checkpoint.load(path)


def test_files_of_others_are_refused(tmp_path: Path):
    path = tmp_path / "a.safetensors"
    path.write_bytes(safetensors.numpy.save({"a": np.zeros(1)}))
    with pytest.raises(InputError, match="without a codesign header"):
        checkpoint.load(path)
    path.write_bytes(safetensors.numpy.save({"a": np.zeros(1)}, metadata={"codesign": "{"}))
    with pytest.raises(InputError, match="its codesign header is no JSON"):
        checkpoint.load(path)
    with pytest.raises(InputError, match=r"name a \.safetensors file or a folder that holds checkpoint\.safetensors"):
        checkpoint.load(tmp_path)
