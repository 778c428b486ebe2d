"""codesign.recurrence.project: the product at the input of a layer, against torch's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recurrence_cases import LAYOUTS
from test_recurrence import IMPLEMENTATIONS

from codesign import recurrence
from codesign.recurrence import operators, product

torch = pytest.importorskip("torch")


def signal(layout: str, samples: int, steps: int, units: int, dtype=torch.float64):
    generator = torch.Generator().manual_seed(samples + 10 * steps + 100 * units)
    draw = lambda *shape: torch.randn(shape, generator=generator, dtype=dtype)  # noqa: E731
    if layout == "steps first":
        return draw(steps, samples, units).transpose(0, 1)
    if layout == "units apart":
        return draw(samples, steps, 2 * units)[..., ::2]
    return draw(samples, 2 * steps, units)[:, ::2] if layout == "every other step" else draw(samples, steps, units)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_it_is_the_product_in_every_shape(implementation: str) -> None:
    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(
        st.sampled_from(LAYOUTS), st.integers(0, 3), st.sampled_from([0, 1, 5, 100, 250]), st.integers(1, 70),
        st.integers(1, 140), st.sampled_from([torch.float32, torch.float64]), st.booleans(),
    )  # fmt: skip
    def check(layout, samples, steps, inputs, outputs, dtype, turned) -> None:
        first = signal(layout, samples, steps, inputs, dtype).requires_grad_()
        weight = torch.randn(inputs, outputs, dtype=dtype).T if turned else torch.randn(outputs, inputs, dtype=dtype)
        weight = weight.requires_grad_()
        with recurrence.using(implementation):
            found, expected = operators.project(first, weight), first @ weight.T
            upstream = torch.randn_like(expected) if turned else expected.new_ones(()).expand(expected.shape)
            ours, theirs = (torch.autograd.grad(each, (first, weight), upstream) for each in (found, expected))
        tolerance = 1e-10 if dtype == torch.float64 else 1e-3
        for one, other in zip((found, *ours), (expected, *theirs), strict=True):
            torch.testing.assert_close(one, other, rtol=tolerance, atol=tolerance)

    check()


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_derivatives_of_both_orders(layout: str, implementation: str) -> None:
    tensors = [signal(layout, 2, 3, 4).requires_grad_(), torch.randn(5, 4, dtype=torch.float64, requires_grad=True)]
    with recurrence.using(implementation):
        assert torch.autograd.gradcheck(operators.project, tensors)
        assert torch.autograd.gradgradcheck(operators.project, tensors)
        torch.library.opcheck(torch.ops.codesign.project, tensors)
        torch.library.opcheck(torch.ops.codesign.outer, (tensors[0], tensors[0]))


def test_large_products_take_the_operator_and_others_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    whole = operators.project
    monkeypatch.setattr(product.operators, "project", lambda *given: taken.append(1) or whole(*given))
    weight = torch.randint(-8, 9, (64, 64)).float()
    inputs = torch.randint(-8, 9, (4, 300, 64)).float()
    assert torch.equal(recurrence.project(inputs, weight), inputs @ weight.T)  # whole numbers: to the bit
    assert len(taken) == 1
    for other in (inputs[:, :2], inputs[0], inputs.bfloat16()):
        same = weight.to(other.dtype)
        assert torch.equal(recurrence.project(other, same), torch.nn.functional.linear(other, same))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        assert recurrence.project(inputs, weight).dtype == torch.bfloat16
    assert len(taken) == 1


def test_the_same_bits_for_any_number_of_threads() -> None:
    if not recurrence.available("fused"):
        pytest.skip("no C compiler")
    inputs, weight, before = torch.randn(4, 5000, 40), torch.randn(70, 40), torch.get_num_threads()
    runs = []
    try:
        for threads in (1, 2, 3):
            torch.set_num_threads(threads)
            runs.append((operators.project(inputs, weight), operators.outer(inputs, inputs)))
    finally:
        torch.set_num_threads(before)
    for product_, outer in runs[1:]:
        assert torch.equal(product_, runs[0][0])
        assert torch.equal(outer, runs[0][1])


def test_compile_takes_it_as_one_operator() -> None:
    inputs, weight = torch.randn(4, 300, 64, requires_grad=True), torch.randn(64, 64, requires_grad=True)
    torch._dynamo.reset()
    compiled = torch.compile(recurrence.project, fullgraph=True, backend="aot_eager")
    runs = [
        torch.autograd.grad(each(inputs, weight).square().sum(), (inputs, weight))
        for each in (recurrence.project, compiled)
    ]
    for one, other in zip(*runs, strict=True):
        assert torch.equal(one, other)
