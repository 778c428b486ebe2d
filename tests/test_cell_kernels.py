"""The C files of BRC, nBRC and float SRC, against the loops of PyTorch operators."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from software_samples import IMPLEMENTATIONS, NUMBERS, module, signal  # noqa: E402

from codesign.cells.brc import recurrence as brc  # noqa: E402
from codesign.cells.src_float import recurrence as src  # noqa: E402
from codesign.errors import InputError  # noqa: E402
from codesign.recurrence import using  # noqa: E402

pytestmark = pytest.mark.skipif("fused" not in IMPLEMENTATIONS, reason="no C compiler")


def both(function: Callable[..., Any], tensors: list[torch.Tensor]) -> list[tuple[list[torch.Tensor], Any]]:
    """States and gradients: of the kernel, then of the loop in PyTorch."""
    results = []
    for implementation in ("fused", "closed_form"):
        given = [tensor.clone().requires_grad_() for tensor in tensors]
        with using(implementation):
            states = function(*given)
            states = [states] if isinstance(states, torch.Tensor) else list(states)
            total = sum((state * signal(*state.shape, seed=8).to(state)).sum() for state in states)
            results.append((states, torch.autograd.grad(total, given, materialize_grads=True)))
    return results


@pytest.mark.parametrize("units", [1, 2, 3, 16, 37])
@pytest.mark.parametrize("dense", [False, True])
def test_the_kernel_of_brc_and_nbrc_computes_what_the_loop_does(units: int, dense: bool) -> None:
    weight = 0.5 * signal(2 * units if dense else 2, units, seed=3) / (math.sqrt(units) if dense else 1)
    tensors = [signal(3, 25, 3 * units), weight, signal(3, units, seed=4)]
    (fused, of_fused), (loop, of_loop) = both(brc.recurrence, tensors)
    for ours, theirs in zip([*fused, *of_fused], [*loop, *of_loop], strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-9, atol=1e-11)
    # In single precision step by step: over many steps two stable states pull rounding errors apart.
    single = [tensors[0].float()[:, :1], *(tensor.float() for tensor in tensors[1:])]
    (fused, _), (loop, _) = both(brc.recurrence, single)
    torch.testing.assert_close(fused[0], loop[0], rtol=0, atol=1e-6)


def test_the_kernel_fills_arrays_of_many_pages() -> None:
    units = 48
    tensors = [signal(5, 800, 3 * units), 0.5 * signal(2, units, seed=3), signal(5, units, seed=4)]
    assert tensors[0].nbytes > 2 << 21  # of large pages, some are whole
    (fused, of_fused), (loop, of_loop) = both(brc.recurrence, tensors)
    for ours, theirs in zip([*fused, *of_fused], [*loop, *of_loop], strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("units", [1, 3, 16, 37])
@pytest.mark.parametrize("through", [False, True])
def test_the_kernel_of_src_computes_what_the_loop_does(units: int, through: bool) -> None:
    constants = NUMBERS[:, None] * (1 + 0.05 * signal(7, units, seed=5))

    def run(drive: torch.Tensor, bias: torch.Tensor, *before: torch.Tensor) -> src.States:
        place = src.CONSTANTS.index("bias")
        given = torch.cat([constants[:place], bias[None], constants[place + 1 :]]).to(drive.dtype)
        return src.recurrence(drive, given, src.Before(*before), through=through)

    bias = constants[src.CONSTANTS.index("bias")]
    tensors = [1 + 1.5 * signal(3, 40, units), bias, *(0.4 * signal(3, units, seed=seed) for seed in (6, 7, 8))]
    (fused, of_fused), (loop, of_loop) = both(run, tensors)
    assert bool((fused[1] > 0.5).any())  # some spike
    for ours, theirs in zip([*fused, *of_fused], [*loop, *of_loop], strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-7, atol=1e-9)
    single = [tensors[0].float()[:, :1], *(tensor.float() for tensor in tensors[1:])]
    (fused, _), (loop, _) = both(run, single)
    for ours, theirs in zip(fused, loop, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-6)


@pytest.mark.parametrize(("dtype", "places"), [(torch.float32, 4), (torch.float64, 4)])
def test_the_kernels_tanh_is_right_to_the_last_places(dtype: Any, places: int) -> None:
    sizes = torch.cat([torch.logspace(-30, 3, 5000, dtype=torch.float64), torch.linspace(0.01, 25, 5000).double()])
    values = torch.cat([sizes, -sizes, torch.tensor([0.0, math.inf, -math.inf, math.nan])]).to(dtype)
    drive = torch.zeros(1, 1, 3, len(values), dtype=dtype)
    drive[0, 0, 1], drive[0, 0, 2] = -100, values  # the gate lets all of the candidate in
    with using("fused"):
        found = brc.recurrence(
            drive.flatten(2), torch.zeros(2, len(values), dtype=dtype), torch.zeros(1, len(values), dtype=dtype)
        )[0, 0]
    expected = torch.tanh(values.double())
    error = ((found.double() - expected) / expected.abs().clamp_min(1e-300)).abs()
    assert float(error[:-4].max()) < places * torch.finfo(dtype).eps
    assert found[-4:-1].tolist() == [0.0, 1.0, -1.0]
    assert bool(found[-1].isnan())


@pytest.mark.parametrize("kind", ["brc", "nbrc", "src_float"])
def test_a_second_derivative_is_refused_by_the_kernel_and_given_by_the_loop(kind: str) -> None:
    options = {"gradient": "full"} if kind == "src_float" else {}
    made = module(kind, **options)

    def curvature() -> torch.Tensor:
        inputs = signal(2, 25, 3).requires_grad_()
        (slope,) = torch.autograd.grad(made(inputs, Fraction(1)).outputs.sum(), inputs, create_graph=True)
        return torch.autograd.grad(slope.square().sum(), inputs)[0]

    with using("fused"), pytest.raises(InputError, match=r"no second derivative; .*using\('closed_form'\)"):
        curvature()
    with using("closed_form"):
        assert bool((curvature() != 0).any())
