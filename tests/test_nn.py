"""The cells as PyTorch layers: the calling convention of torch.nn.GRU, and the way to a Network."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign.data import Examples
from codesign.errors import InputError
from codesign.network import Choice
from codesign.twin import simulate

torch = pytest.importorskip("torch")

from codesign import cells, nn  # noqa: E402

CLASSES = tuple(
    found for name in nn.__all__ if isinstance(found := getattr(nn, name), type) and issubclass(found, nn.Recurrent)
)[:]
CELLS = tuple(found for found in CLASSES if found is not nn.Recurrent)
SPIKES = (nn.SpikingSRC, nn.SRCFull)
CODING = Choice(kind="current_rows", parameters={"levels": 16, "steps_per_unit": 8})


def layer(cell: type[nn.Recurrent], *sizes: int, seed: int = 1, **options: Any) -> nn.Recurrent:
    """With random parameters, biases too; in double precision, except for spiking cells."""
    torch.manual_seed(seed)
    made = cell(*sizes, **{"quantised": cell in SPIKES, **options})
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    return made if "dtype" in options else made.double()


def signals(cell: type[nn.Recurrent], *shape: int, seed: int = 2) -> torch.Tensor:
    random = torch.Generator().manual_seed(seed)
    if cell in SPIKES:
        return (torch.rand(shape, generator=random) < 0.4).double()
    return torch.randn(shape, generator=random).double()


def parts(state: Any) -> tuple[torch.Tensor, ...]:
    return state if isinstance(state, tuple) else (state,)


def joined(state: Any, function: Any) -> Any:
    return tuple(map(function, state)) if isinstance(state, tuple) else function(state)


def test_every_trainable_cell_has_its_class() -> None:
    assert {cell.kind for cell in CELLS} == set(cells.kinds("module")) - {"linear"}


@pytest.mark.parametrize("batch_first", [False, True])
def test_our_gru_is_that_of_torch(batch_first: bool) -> None:
    """So the convention is compared with the real one: outputs, final state, order of dimensions, packed sequences."""
    ours = nn.GRU(3, 5, 2, batch_first=batch_first, dtype=torch.float64)
    theirs = torch.nn.GRU(3, 5, 2, batch_first=batch_first, dtype=torch.float64)
    for index in range(2):
        for name, parameter in ours.layer(index).named_parameters():
            assert name in {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}
            theirs.get_parameter(f"{name}_l{index}").data.copy_(parameter.data)
    shape = (4, 7, 3) if batch_first else (7, 4, 3)
    inputs, start = torch.randn(shape).double(), torch.randn(2, 4, 5).double()
    packed = torch.nn.utils.rnn.pack_padded_sequence(
        inputs, torch.tensor([3, 7, 1, 5]), batch_first=batch_first, enforce_sorted=False
    )
    for given_inputs, given_start in ((inputs, None), (inputs, start), (packed, start), (inputs[0], start[:, 0])):
        found, wanted = ours(given_inputs, given_start), theirs(given_inputs, given_start)
        if isinstance(given_inputs, torch.Tensor):
            torch.testing.assert_close(found[0], wanted[0])
        else:
            for ours_, theirs_ in zip(
                *(torch.nn.utils.rnn.pad_packed_sequence(one, batch_first) for one in (found[0], wanted[0])),
                strict=True,
            ):
                torch.testing.assert_close(ours_, theirs_)
        torch.testing.assert_close(found[1], wanted[1])


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.__name__)
@settings(max_examples=8, deadline=None)
@given(steps=st.integers(0, 6), samples=st.integers(0, 4), layers=st.integers(1, 2), units=st.integers(1, 5),
       seed=st.integers(0, 99), data=st.data())  # fmt: skip
def test_any_shape_streaming_and_padding(
    cell: type[nn.Recurrent], steps: int, samples: int, layers: int, units: int, seed: int, data: st.DataObject
) -> None:
    made = layer(cell, 3, units, layers, batch_first=True, seed=seed)
    inputs = signals(cell, samples, steps, 3, seed=seed)
    outputs, state = made(inputs)
    assert outputs.shape == (samples, steps, units)
    assert all(part.shape == (layers, samples, units) for part in parts(state))

    # In pieces it is the same; a reset in front of a spiking cell's piece would not be.
    cut = data.draw(st.integers(0, steps))
    first, between = made(inputs[:, :cut])
    second, after = made(inputs[:, cut:], between if cut or cell not in SPIKES else None)
    torch.testing.assert_close(torch.cat([first, second], dim=1), outputs)
    for found, wanted in zip(parts(after), parts(state), strict=True):
        torch.testing.assert_close(found, wanted)

    # Steps first, and each sequence alone.
    turned, _ = layer(cell, 3, units, layers, seed=seed)(inputs.transpose(0, 1))
    torch.testing.assert_close(turned.transpose(0, 1), outputs)
    lengths = torch.tensor(
        data.draw(st.lists(st.integers(0, steps), min_size=samples, max_size=samples)), dtype=torch.int64
    )
    padded, ends = made(inputs, lengths=lengths)
    for index, length in enumerate(lengths.tolist()):
        alone, end = made(inputs[index, :length])
        torch.testing.assert_close(padded[index, :length], alone)
        assert not padded[index, length:].any()
        for found, wanted in zip(parts(ends), parts(end), strict=True):
            torch.testing.assert_close(found[:, index], wanted)


@pytest.mark.parametrize("cell", [cell for cell in CELLS if cell not in SPIKES], ids=lambda cell: cell.__name__)
def test_gradients_of_the_final_state_with_and_without_padding(cell: type[nn.Recurrent]) -> None:
    """Padded sequences give the gradients that each one alone gives, through outputs and final state."""
    made = layer(cell, 3, 4, 2, batch_first=True)
    inputs = signals(cell, 3, 6, 3)
    lengths = torch.tensor([6, 2, 4])

    def loss(outputs: torch.Tensor, state: Any) -> torch.Tensor:
        return outputs.square().sum() + sum((part.abs() * 1.5).sum() for part in parts(state))

    learned = [parameter for parameter in made.parameters() if parameter.requires_grad]
    found = torch.autograd.grad(loss(*made(inputs, lengths=lengths)), learned, allow_unused=True)
    alone = sum(loss(*made(inputs[index, : int(length)])) for index, length in enumerate(lengths))
    for got, wanted in zip(found, torch.autograd.grad(alone, learned, allow_unused=True), strict=True):
        if wanted is None:
            assert got is None or not got.any()
        else:
            torch.testing.assert_close(got, wanted, atol=1e-8, rtol=1e-6)


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.__name__)
def test_state_dict_types_and_bad_inputs(cell: type[nn.Recurrent]) -> None:
    made, other = layer(cell, 3, 4, 2, dtype=torch.float32), layer(cell, 3, 4, 2, seed=5, dtype=torch.float32)
    inputs = signals(cell, 5, 2, 3).float()
    other.load_state_dict(made.state_dict())
    assert torch.equal(other(inputs)[0], made(inputs)[0])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        casted = made(inputs)[0]
    assert casted.shape == (5, 2, 4)
    if made.quantised:
        assert torch.equal(casted, made(inputs)[0])  # whole numbers are never cast
    name = cell.__name__
    for wrong, message in (
        (lambda: made(inputs[..., :2]), rf"{name}: the input must be \(steps, samples, 3\)"),
        (lambda: made(inputs.double()), f"{name}: the input is torch.float64"),
        (lambda: made(inputs, joined(made(inputs)[1], lambda part: part[:1])), f"{name}: the state must be"),
        (lambda: made(inputs, lengths=torch.tensor([9, 1])), r"lengths must be 0\.\.5, not 1\.\.9"),
        (lambda: made(inputs, lengths=torch.tensor([1])), "lengths must be 2 whole numbers"),
        (lambda: cell(3, 4, bidirectional=True), "unknown key 'bidirectional'"),
        (lambda: cell(3, 0), f"{name}.*outputs"),
        (lambda: cell(3, 4, dropout=1.0), f"{name}: input_size"),
    ):
        with pytest.raises(InputError, match=message):
            wrong()


def test_a_software_cell_is_neither_quantised_nor_exported() -> None:
    with pytest.raises(InputError, match="LRU only exists in software"):
        nn.LRU(3, 4, quantised=True)
    with pytest.raises(InputError, match="layer 'lru1' computes in floating point"):
        nn.to_network(nn.LRU(3, 4), name="a", classes="abcd", coding=CODING)
    with pytest.raises(InputError, match="a Conv1d has no hardware"):
        nn.to_network([torch.nn.Conv1d(3, 4, 1)], name="a", classes="abcd", coding=CODING)


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU, nn.FQBMRU], ids=lambda cell: cell.__name__)
@pytest.mark.parametrize("options", [{}, {"noise": 0.1}], ids=str)
def test_a_trained_stack_is_the_twin_of_its_network(cell: type[nn.Recurrent], options: dict[str, float]) -> None:
    """Blocks, skips, two layers of a cell: exactly the scores of the integers, on inputs of the coding."""
    torch.manual_seed(3)
    stack = nn.Stack(
        nn.Linear(4, 6, relu=True, quantised=True),
        nn.Block(cell(6, 5, 2, batch_first=True, quantised=True, **options), relu=True),
        nn.Block(cell(6, 3, batch_first=True, quantised=True, **options), relu=True),
        nn.Linear(6, 3, quantised=True),
    )
    images = np.random.Generator(np.random.PCG64(1)).integers(0, 17, size=(40, 9, 4))
    inputs = torch.from_numpy(images).float() / 8
    stack.calibrate(inputs)
    optimiser = torch.optim.Adam(stack.parameters(), lr=0.05)
    before = [parameter.detach().clone() for parameter in stack.parameters()]
    for _ in range(5):
        optimiser.zero_grad()
        stack(inputs)[0].mean(dim=1).square().sum().backward()
        optimiser.step()
        stack.project()
    assert any(not torch.equal(old, new) for old, new in zip(before, stack.parameters(), strict=True))
    stack.eval()
    labels = np.zeros(40, dtype=np.int64)
    network = nn.to_network(stack, name="mine", classes="abc", coding=CODING,
                            examples=Examples(images=images, labels=labels))  # fmt: skip
    assert [entry.skip for entry in network.layers] == ["", "", "", "linear1", "", "linear4", ""]
    assert network.decision.parameters["full_scale"] > 0
    trace = simulate(network, images)
    scale = trace.layers[network.layers[-1].name].scale
    np.testing.assert_array_equal(stack(inputs)[0].detach().numpy() / float(scale), trace.layers["linear7"].outputs)
    assert len(np.unique(trace.scores)) > 10
    stack.set_mismatch(0.1)
    assert not torch.equal(stack(inputs)[0], stack(inputs)[0])
    stack.set_mismatch(0.0)
    assert torch.equal(stack(inputs)[0], stack(inputs)[0])


def test_spiking_layers_are_the_twin_of_their_network() -> None:
    cell = layer(nn.SpikingSRC, 64, 20, 2, batch_first=True, dtype=torch.float32, weight_bits=4)
    coding_ = Choice(kind="bernoulli", parameters={"levels": 16, "black_frames": 2, "active_frames": 20})
    network = nn.to_network({"spikes": cell}, name="mine", classes="0123456789", coding=coding_, decision="group_count")
    assert [entry.name for entry in network.layers] == ["spikes1", "spikes2"]
    spikes = (np.random.Generator(np.random.PCG64(1)).random((10, 22, 64)) < 0.3).astype(np.int64)
    trace = simulate(network, spikes)
    np.testing.assert_array_equal(cell(torch.from_numpy(spikes).float())[0].detach(), trace.layers["spikes2"].outputs)
    assert trace.layers["spikes2"].outputs.any()


def test_annealing_ends_in_the_bistable_cell() -> None:
    cell = layer(nn.BMRU, 3, 4, eps=1.0, eps_part=0.5)
    inputs = signals(nn.BMRU, 9, 2, 3)
    bistable = layer(nn.BMRU, 3, 4)
    assert cell(inputs)[1].abs().max() > 1  # it counts
    cell.set_progress(0.25)
    assert cell.layer(0).eps == 0.5
    cell.set_progress(0.5)
    assert torch.equal(cell(inputs)[0], bistable(inputs)[0])
    cell.set_progress(0.0)
    assert torch.equal(cell.eval()(inputs)[0], bistable(inputs)[0])  # scored is always the cell itself


def test_hybrid_stacks_stream() -> None:
    torch.manual_seed(1)
    stack = nn.Stack(
        torch.nn.Linear(3, 4), nn.Block(nn.BMRU(4, 4)), torch.nn.LayerNorm(4), nn.Block(nn.LRU(4, 5)), nn.Linear(4, 2)
    )
    inputs = torch.randn(8, 2, 3)
    whole, state = stack(inputs)
    first, between = stack(inputs[:3])
    second, after = stack(inputs[3:], between)
    torch.testing.assert_close(torch.cat([first, second]), whole)
    assert len(after) == len(state) == 2
    with pytest.raises(InputError, match="2 layers with a state, not 1"):
        stack(inputs, state[:1])
    with pytest.raises(InputError, match="batch_first"):
        nn.Stack(nn.BMRU(3, 3), nn.GRU(3, 3, batch_first=True))


def test_formats_are_per_tensor() -> None:
    formats = {"weight": {"bits": 5, "fraction_bits": 3}, "bias": {"bits": 9, "fraction_bits": 2}}
    cell = nn.BMRU(3, 4, quantised=True, formats=formats)
    network = nn.to_network([cell], name="a", classes="abcd", coding=CODING)
    tensors = network.layers[0].tensors
    assert (tensors["weight"].quantisation.bits, tensors["weight"].quantisation.scale) == (5, Fraction(1, 8))
    assert (tensors["bias"].quantisation.bits, tensors["bias"].quantisation.scale) == (9, Fraction(1, 4))
    assert tensors["gain"].quantisation.bits == 8
    with pytest.raises(InputError, match="bias has 4 fraction_bits"):
        nn.BMRU(3, 4, formats={**formats, "bias": {"bits": 9, "fraction_bits": 4}})
    with pytest.raises(InputError, match="no tensor 'weights'"):
        nn.BMRU(3, 4, formats={"weights": {"bits": 5}})


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU, nn.FQBMRU, nn.MinGRU], ids=lambda cell: cell.__name__)
def test_compiled_layers_compute_and_learn_the_same(cell: type[nn.Recurrent]) -> None:
    made = layer(cell, 3, 4, batch_first=True, dtype=torch.float32)
    inputs = signals(cell, 2, 5, 3).float()
    compiled = torch.compile(made, backend="aot_eager")
    learned = [parameter for parameter in made.parameters() if parameter.requires_grad]
    found, wanted = (run(inputs)[0] for run in (compiled, made))
    assert torch.equal(found, wanted)
    for got, expected in zip(
        *(torch.autograd.grad(outputs.square().sum(), learned) for outputs in (found, wanted)), strict=True
    ):
        torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU, nn.FQBMRU], ids=lambda cell: cell.__name__)
def test_a_second_derivative_is_refused(cell: type[nn.Recurrent]) -> None:
    """That of a surrogate means nothing; smooth cells have one."""
    made = layer(cell, 3, 4)
    (first,) = torch.autograd.grad(made(signals(cell, 5, 2, 3))[0].sum(), [made.layer(0).weight], create_graph=True)
    with pytest.raises(Exception, match="surrogate"):
        first.sum().backward()


@pytest.mark.parametrize("cell", [nn.GRU], ids=lambda cell: cell.__name__)
def test_smooth_cells_have_a_second_derivative(cell: type[nn.Recurrent]) -> None:
    made = layer(cell, 2, 2, dtype=torch.float64)
    inputs = signals(cell, 3, 1, 2).requires_grad_()
    assert torch.autograd.gradgradcheck(lambda given: made(given)[0], (inputs,))
