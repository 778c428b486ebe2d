"""Warm-up: VAA by brute force, and what it does to cells with one equilibrium and with many."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codesign.errors import InputError

torch = pytest.importorskip("torch")

from codesign import nn  # noqa: E402
from codesign.nn.warm_up import vaa, vaa_surrogate  # noqa: E402

QUICK = {"measured_steps": 500, "estimates": 1}


@pytest.fixture(autouse=True)
def _one_thread() -> Any:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def made(cell: type[Any], seed: int = 1, **options: Any) -> Any:
    torch.manual_seed(seed)
    return cell(4, 16, batch_first=True, **options)


def brute_force(states: list[list[float]], tolerance: float) -> float:
    total = 0.0
    for mine in states:
        near = [other for other in states if math.dist(mine, other) < tolerance]
        total += 1 / len(near)
    return total / len(states)


@settings(max_examples=60, deadline=None)
@given(
    states=st.lists(st.lists(st.integers(-2, 2).map(float), min_size=2, max_size=2), min_size=1, max_size=9),
    tolerance=st.sampled_from([1e-4, 0.9, 1.2, 2.1]),
)
def test_vaa_is_that_of_its_definition(states: list[list[float]], tolerance: float) -> None:
    assert float(vaa(torch.tensor(states, dtype=torch.float64), tolerance)) == pytest.approx(
        brute_force(states, tolerance)
    )


def test_vaa_of_states_that_are_all_one_and_of_states_that_are_all_different() -> None:
    assert float(vaa(torch.zeros(8, 3))) == 1 / 8
    assert float(vaa(torch.eye(8))) == 1
    # Two attractors with 2 and 6 samples: 2 of 8 count 1/2, 6 count 1/6.
    assert float(vaa(torch.tensor([[0.0]] * 2 + [[1.0]] * 6))) == pytest.approx(2 / 8)


@settings(max_examples=30, deadline=None)
@given(states=st.lists(st.lists(st.floats(-3, 3), min_size=2, max_size=2), min_size=2, max_size=8))
def test_the_surrogate_counts_near_states_whole_and_far_ones_by_their_distance(states: list[list[float]]) -> None:
    tolerance, flat = 0.1, [[math.tanh(value) for value in state] for state in states]
    wanted = 0.0
    for mine in flat:
        wanted += 1 / sum(min(1.0, tolerance / max(math.dist(mine, other), 1e-300)) for other in flat)
    found = vaa_surrogate(torch.tensor(states, dtype=torch.float64), tolerance)
    assert float(found) == pytest.approx(wanted / len(states), rel=1e-9)


def test_the_surrogate_has_the_gradient_of_what_it_says() -> None:
    states = torch.randn(5, 3, dtype=torch.float64, generator=torch.Generator().manual_seed(2))
    states[1] = states[0]
    states.requires_grad_()
    (gradient,) = torch.autograd.grad(vaa_surrogate(states, 0.05), states)
    assert gradient.isfinite().all()
    far = states.detach()[1:].requires_grad_()
    assert torch.autograd.gradcheck(lambda given: vaa_surrogate(given, 0.05), (far,))
    assert float(vaa_surrogate(states.detach(), 1e-4)) == pytest.approx(float(vaa(states.detach())), abs=1e-3)


@pytest.mark.parametrize("cell", [nn.GRU, nn.BRC, nn.NBRC, torch.nn.GRU])
def test_a_cell_with_one_equilibrium_has_several_afterwards(cell: type[Any]) -> None:
    network = made(cell, seed=2)
    done = nn.warm_up(network, 4, seed=2, constant_steps=100, **QUICK)
    (before,), (after,) = done.vaa_before.values(), done.vaa_after.values()
    assert before == pytest.approx(1 / 64, abs=1e-6)
    assert after > 0.2
    assert 0 < done.updates <= 100
    # Independent of how it was measured: two sequences, one constant input, and the states stay apart.
    with torch.no_grad():
        _, state = network(torch.randn(40, 10, 4, generator=torch.Generator().manual_seed(3)))
        _, state = network(torch.zeros(40, 3000, 4), state)
    assert len(torch.unique((state[0] * 1000).round(), dim=0)) > 4


@pytest.mark.parametrize("cell", [nn.BMRU, nn.CMRU])
def test_cells_with_discrete_states_begin_with_many(cell: type[nn.Recurrent]) -> None:
    done = nn.warm_up(made(cell), 4, seed=1, updates=0, **QUICK)
    assert done.vaa_before == done.vaa_after
    assert done.vaa_before[cell.__name__] > 0.8
    assert done.updates == 0


def test_a_quantised_layer_stays_within_its_range() -> None:
    network = made(nn.BMRU, quantised=True)
    done = nn.warm_up(network, 4, seed=1, updates=30, target=1.0, learning_rate=1.0, **QUICK)
    assert done.updates > 0
    assert network.layer(0).weight.abs().max() <= 127 / 32


def test_every_recurrent_layer_of_a_stack_is_warmed_up_and_nothing_else() -> None:
    torch.manual_seed(5)
    stack = nn.Stack(nn.Linear(3, 8), nn.Block(nn.GRU(8, 8, batch_first=True)), nn.BRC(8, 6, batch_first=True))
    before = {name: value.clone() for name, value in stack.state_dict().items()}
    random = torch.get_rng_state()
    done = nn.warm_up(stack, torch.randn(30, 12, 3), seed=1, updates=12, **QUICK)
    assert list(done.vaa_before) == list(done.vaa_after) == ["layers.1.cell", "layers.2"]
    changed = {name for name, value in stack.state_dict().items() if not torch.equal(value, before[name])}
    assert changed
    assert all(name.startswith(("layers.1.cell", "layers.2")) for name in changed)
    assert {name.split(".")[1] for name in changed} == {"1", "2"}
    torch.set_rng_state(random)
    assert stack.training
    assert not any(layer._forward_hooks for layer in stack.modules())


def test_half_of_the_units_can_be_left_as_they_are() -> None:
    network = made(nn.BRC)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    nn.warm_up(network, 4, seed=1, updates=10, part=0.5, **QUICK)
    for name, value in network.state_dict().items():
        axis = 1 if value.dim() == 1 or value.shape[0] == 2 else 0
        rows = value if axis == 0 else value.reshape(-1, 16).T
        old = before[name] if axis == 0 else before[name].reshape(-1, 16).T
        assert torch.equal(rows[8:], old[8:]), name
    assert not torch.equal(network.layer(0).weight[:8], before["layers.0.weight"][:8])


def test_the_same_seed_does_the_same_and_leaves_the_generator_alone() -> None:
    found = []
    for _ in range(2):
        network = made(nn.GRU)
        before = torch.get_rng_state()
        done = nn.warm_up(network, 4, seed=7, updates=5, **QUICK)
        assert torch.equal(before, torch.get_rng_state())
        found.append((done, network.state_dict()))
    assert found[0][0] == found[1][0]
    assert all(torch.equal(value, found[1][1][name]) for name, value in found[0][1].items())


@pytest.mark.parametrize("batch_first", [True, False])
@pytest.mark.parametrize("cell", [nn.GRU, torch.nn.LSTM, nn.LRU])
def test_any_order_of_dimensions_and_any_number_of_states(cell: type[Any], batch_first: bool) -> None:
    torch.manual_seed(1)
    network = cell(4, 5, 2, batch_first=batch_first)
    sequences = torch.randn(12, 6, 4)
    done = nn.warm_up(network, sequences, seed=1, updates=2, samples=12, **QUICK)
    assert 1 / 12 - 1e-6 <= done.vaa_after[cell.__name__] <= 1


def test_both_orders_of_dimensions_measure_the_same() -> None:
    sequences, found = torch.randn(10, 6, 4), []
    for batch_first in (True, False):
        torch.manual_seed(1)
        network = nn.BMRU(4, 5, batch_first=batch_first)
        found.append(nn.warm_up(network, sequences, seed=1, updates=3, target=1.0, **QUICK))
    assert found[0] == found[1]


class Constant(torch.nn.Module):
    """A module of one's own, whose states have nothing to do with its parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(3))

    def forward(self, input: torch.Tensor, state: Any = None) -> tuple[torch.Tensor, torch.Tensor]:
        return input * self.weight, torch.zeros(len(input), 2)


@pytest.mark.parametrize(
    ("module", "inputs", "options", "message"),
    [
        (Constant(), 3, {}, "no gradient reaches the parameters of Constant"),
        (torch.nn.ReLU(), 3, {}, "no parameters that are learned"),
        (Constant(), 0, {}, "number of features is 0"),
        (Constant(), torch.zeros(1, 3, 3), {}, "at least 2 samples and a step, not (1, 3, 3)"),
        (Constant(), torch.zeros(4, 0, 3), {}, "at least 2 samples and a step, not (4, 0, 3)"),
        (Constant(), 3, {"update": 3}, "did you mean 'updates'"),
        (Constant(), 3, {"part": 0}, "part"),
    ],
)
def test_what_cannot_be_warmed_up(module: Any, inputs: Any, options: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as error:
        nn.warm_up(module, inputs, seed=1, **{**QUICK, **options})
    assert message in str(error.value)
