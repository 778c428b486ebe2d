"""The Triton kernels in their interpreter against the time loops; run by test_recurrence_triton.py in a process of its
own, for TRITON_INTERPRET=1 has to be set before anything imports Triton."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import recurrence_loops as loops
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codesign import recurrence
from codesign.recurrence import Surrogate, implementation
from codesign.recurrence.triton import schedule

torch.set_num_threads(1)
WHOLE = 1000
"""A chunk that holds all steps."""
SHAPE = (2, 6, 5)


def agree(
    name: str, arguments: Sequence[torch.Tensor | None], *, chunk: int = WHOLE, exact: bool = True, **options: Any
) -> None:
    """Outputs, states and final the loop's own (``exact``: to the last bit), gradients of everything up to rounding."""
    with recurrence.using("triton"), schedule.chunks_of(chunk):
        found, gradients = run(getattr(recurrence, name), arguments, **options)
    wanted, wanted_gradients = run(getattr(loops, name), arguments, **options)
    double = arguments[0].dtype == torch.float64  # type: ignore[union-attr]
    close = {"rtol": 1e-9, "atol": 1e-9} if double else {"rtol": 2e-5, "atol": 2e-5}
    for mine, other in zip(found, wanted, strict=True):
        assert mine.shape == other.shape
        torch.testing.assert_close(mine, other, **({"rtol": 0, "atol": 0} if exact else close))
    for mine, other in zip(gradients, wanted_gradients, strict=True):
        torch.testing.assert_close(mine, other, **close)


def run(
    function: Callable[..., Any], arguments: Sequence[torch.Tensor | None], **options: Any
) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
    leaves = [None if tensor is None else tensor.detach().requires_grad_() for tensor in arguments]
    result = function(*leaves, **options)
    shown = [result] if isinstance(result, torch.Tensor) else [result.outputs, result.states, result.final]
    weights = torch.Generator().manual_seed(7)
    loss = torch.zeros((), dtype=shown[0].dtype, requires_grad=True) * 1
    for tensor in shown:
        if tensor.requires_grad:
            loss = loss + (tensor * torch.randn(tensor.shape, generator=weights).to(tensor.dtype)).sum()
    given = [leaf for leaf in leaves if leaf is not None]
    return [tensor.detach() for tensor in shown], list(torch.autograd.grad(loss, given, materialize_grads=True))


class Draw:
    """Random arguments; quarters, so that candidates often lie right at a threshold."""

    def __init__(self, seed: int, dtype: torch.dtype = torch.float64) -> None:
        self.generator, self.dtype = torch.Generator().manual_seed(seed), dtype

    def quarters(self, *shape: int, largest: int = 6) -> torch.Tensor:
        return torch.randint(-largest, largest + 1, shape, generator=self.generator).to(self.dtype) / 4

    def reals(self, *shape: int) -> torch.Tensor:
        return torch.randn(shape, generator=self.generator).to(self.dtype)

    def states(self, *shape: int, low: int = -1) -> torch.Tensor:
        return torch.randint(low, 2, shape, generator=self.generator).to(self.dtype)


def bistable(draw: Draw, shape: tuple[int, int, int], fixed: bool) -> list[torch.Tensor | None]:
    samples, _, units = shape
    return [
        draw.quarters(*shape),
        draw.quarters(units, largest=1),
        None if fixed else draw.quarters(*shape, largest=3),
        draw.quarters(units, largest=3),
        draw.reals(units),
        draw.states(samples, units),
    ]


def hysteresis(draw: Draw, shape: tuple[int, int, int]) -> list[torch.Tensor | None]:
    samples, _, units = shape
    threshold, width = draw.quarters(units, largest=3), draw.quarters(units, largest=3)
    return [
        draw.quarters(*shape),
        draw.quarters(units, largest=1),
        threshold,
        width,  # negative at times, which makes a_t = -1
        draw.reals(units),
        draw.states(samples, units, low=0),
    ]


def accumulate(draw: Draw, shape: tuple[int, int, int], fixed: bool) -> list[torch.Tensor | None]:
    first = bistable(draw, shape, fixed)[:4]
    return [*first, draw.quarters(*shape), draw.quarters(shape[2]), draw.quarters(shape[0], shape[2])]


def linear(draw: Draw, shape: tuple[int, int, int], of_decay: Sequence[int]) -> list[torch.Tensor | None]:
    return [draw.reals(*of_decay).tanh(), draw.reals(*shape), draw.reals(shape[0], shape[2])]


@pytest.mark.parametrize("chunk", [WHOLE, 4])
@pytest.mark.parametrize(("eps", "fixed"), [(0.0, False), (1.0, True), (0.3, False)])
def test_bistable(eps: float, fixed: bool, chunk: int) -> None:
    exact = eps != 0.3 or chunk == WHOLE
    agree("bistable", bistable(Draw(1), SHAPE, fixed), chunk=chunk, exact=exact, eps=eps, unit=0.125)


@pytest.mark.parametrize("chunk", [WHOLE, 4])
def test_hysteresis(chunk: int) -> None:
    agree("hysteresis", hysteresis(Draw(2), SHAPE), chunk=chunk, unit=0.5)


@pytest.mark.parametrize(("chunk", "fixed"), [(WHOLE, True), (4, False)])
def test_accumulate(chunk: int, fixed: bool) -> None:
    # Quarters add up without rounding in any order.
    agree("accumulate", accumulate(Draw(3), SHAPE, fixed), chunk=chunk, surrogate=Surrogate("triangle", 0.7))


@pytest.mark.parametrize(
    ("of_decay", "chunk"), [((5,), WHOLE), ((5,), 4), ((2, 6, 5), WHOLE), ((2, 6, 5), 4), ((6, 1), 4)]
)
def test_linear_recurrence(of_decay: tuple[int, ...], chunk: int) -> None:
    agree("linear_recurrence", linear(Draw(4), SHAPE, of_decay), chunk=chunk, exact=chunk == WHOLE)


@pytest.mark.parametrize("chunk", [WHOLE, 4])
def test_gated_hold(chunk: int) -> None:
    draw = Draw(5)
    above = draw.reals(*SHAPE).sigmoid()
    agree("gated_hold", [above, above + 0.25, draw.reals(2, 5)], chunk=chunk, exact=chunk == WHOLE)


def test_complex_recurrence_is_left_to_the_closed_form() -> None:
    draw = Draw(6)
    decay, inputs = torch.polar(draw.reals(5).sigmoid(), draw.reals(5)), draw.reals(*SHAPE)
    with recurrence.using("triton"):
        found = recurrence.linear_recurrence(decay, inputs, draw.reals(2, 5))
    assert found.is_complex()
    assert found.shape == SHAPE


@pytest.mark.parametrize("kind", ["arctangent", "fast_sigmoid", "triangle"])
def test_single_precision_surrogates_and_two_blocks_of_units(kind: str) -> None:
    shape = (1, 5, 33)
    agree("bistable", bistable(Draw(8, torch.float32), shape, False), surrogate=Surrogate(kind, 0.5))


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    operator=st.sampled_from(["bistable", "hysteresis", "accumulate", "linear_recurrence"]),
    shape=st.tuples(st.integers(0, 2), st.sampled_from([0, 1, 2, 5]), st.sampled_from([0, 1, 3])),
    strides=st.sampled_from(["as they are", "steps first", "units outside", "every second"]),
    dtype=st.sampled_from([torch.float32, torch.float64]),
    chunk=st.sampled_from([WHOLE, 2, 3]),
    seed=st.integers(0, 1000),
)
def test_any_shape_and_strides(
    operator: str, shape: tuple[int, int, int], strides: str, dtype: torch.dtype, chunk: int, seed: int
) -> None:
    draw = Draw(seed, dtype)
    options: dict[str, Any] = {}
    if operator == "bistable":
        arguments = bistable(draw, shape, bool(seed % 2))
        options["eps"] = float(seed % 3 == 0)
    elif operator == "hysteresis":
        arguments = hysteresis(draw, shape)
    elif operator == "accumulate":
        arguments = accumulate(draw, shape, bool(seed % 2))
    else:
        arguments = linear(draw, shape, (shape[1], 1))
    laid = [None if tensor is None else lay(tensor, strides) for tensor in arguments]
    agree(operator, laid, chunk=chunk, exact=operator != "linear_recurrence" or chunk == WHOLE, **options)


def lay(tensor: torch.Tensor, strides: str) -> torch.Tensor:
    """The same numbers with other strides."""
    if tensor.dim() != 3 or strides == "as they are":
        return tensor
    if strides == "every second":
        return tensor.repeat_interleave(2, dim=2)[:, :, ::2]
    order = (1, 0, 2) if strides == "steps first" else (2, 0, 1)
    return tensor.permute(order).contiguous().permute(tuple(torch.tensor(order).argsort().tolist()))


def test_gradient_that_is_the_same_everywhere() -> None:
    """sum() hands back a gradient without strides."""
    arguments = [tensor.requires_grad_() for tensor in bistable(Draw(9), SHAPE, False) if tensor is not None]
    with recurrence.using("triton"):
        recurrence.bistable(*arguments).outputs.sum().backward()
    mine = [tensor.grad for tensor in arguments]
    again = [tensor.detach().requires_grad_() for tensor in arguments]
    loops.bistable(*again).outputs.sum().backward()
    for found, other in zip(mine, again, strict=True):
        torch.testing.assert_close(found, other.grad)


def test_chosen_for_tensors_on_a_cuda_device() -> None:
    assert implementation.chosen(torch.device("cuda")).__name__ == "codesign.recurrence.triton"
    assert implementation.chosen(torch.device("cpu")).__name__ != "codesign.recurrence.triton"
