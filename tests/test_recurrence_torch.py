"""codesign.recurrence within PyTorch: compiled, under autocast, deterministic, and refused a second time."""

import pytest
from test_recurrence import IMPLEMENTATIONS, NAMES, random_case

from codesign import recurrence
from codesign.errors import InputError

torch = pytest.importorskip("torch")


def gradients(call, leaves):
    found = call(*leaves)
    outputs, final = (found.outputs, found.final) if isinstance(found, recurrence.Memory) else (found, found[:, -1])
    wanted = [leaf for leaf in leaves if leaf is not None]
    return [outputs, final, *torch.autograd.grad(outputs.square().sum() + final.sum(), wanted)]


def compiled_equals_eager(name: str, backend: str) -> None:
    case = random_case(name, dtype=torch.float32)

    def call(first, *others):
        return case.function(first * 2, *others)

    torch._dynamo.reset()
    compiled = torch.compile(call, fullgraph=True, backend=backend)
    for one, other in zip(gradients(call, case.leaves()), gradients(compiled, case.leaves()), strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize("name", NAMES)
def test_compile_takes_it_as_one_operator(name: str) -> None:
    compiled_equals_eager(name, "aot_eager")


@pytest.mark.full
@pytest.mark.parametrize("name", NAMES)
def test_inductor_takes_it_as_one_operator(name: str) -> None:
    if not recurrence.available("fused"):
        pytest.skip("no C compiler")
    compiled_equals_eager(name, "inductor")


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize(
    ("name", "options"),
    [("bistable", (0.0, True)), ("bistable", (0.3, True)), ("bistable", (1.0, False)), ("hysteresis", (True,)),
     ("accumulate", ()), ("linear_recurrence", ()), ("hold", ())],
)  # fmt: skip
def test_operators_are_what_they_declare(name: str, options, implementation: str) -> None:
    """Schema, results of the traced kind, autograd registration: PyTorch's own check."""
    case = random_case("gated_hold" if name == "hold" else name, dtype=torch.float32)
    settings = (1.0, "arctangent", 1.0) if name in ("bistable", "hysteresis", "accumulate") else ()
    if name == "bistable":
        settings = (options[0], *settings)
    with recurrence.using(implementation):
        torch.library.opcheck(
            getattr(torch.ops.codesign, name),
            (*case.leaves(), *settings, *options[-1:]),
            test_utils=("test_schema", "test_autograd_registration", "test_faketensor"),
        )


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "linear_recurrence"])
def test_a_second_derivative_is_refused(name: str, implementation: str) -> None:
    case = random_case(name)
    leaves = case.leaves()
    with recurrence.using(implementation):
        found = case.function(*leaves)
        outputs = found.outputs if isinstance(found, recurrence.Memory) else found
        (first,) = torch.autograd.grad(outputs.square().sum(), leaves[0], create_graph=True)
        with pytest.raises(InputError, match=f"{name} has no second derivative.*; do without create_graph=True"):
            torch.autograd.grad(first.sum(), leaves[0])


@pytest.mark.parametrize("dtype", [torch.float64, torch.complex128])
@pytest.mark.parametrize("steps", [1, 4])
def test_linear_recurrence_has_a_second_derivative(steps: int, dtype) -> None:
    shapes = ((1, 1, 2), (2, steps, 2), (2, 2))
    tensors = [torch.randn(shape, dtype=dtype, generator=torch.Generator().manual_seed(3)) for shape in shapes]
    assert torch.autograd.gradgradcheck(recurrence.linear_recurrence, [t.requires_grad_() for t in tensors])


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_autocast_computes_in_single_precision(implementation: str) -> None:
    """A ladder of 300 rungs: bfloat16 has none above 256."""
    units, weight = torch.ones(4), torch.eye(4, requires_grad=True)
    inputs = torch.full((2, 300, 4), 2.0)
    with recurrence.using(implementation), torch.autocast("cpu", dtype=torch.bfloat16):
        candidate = torch.nn.functional.linear(inputs, weight)
        found = recurrence.bistable(candidate, units, None, units, units, torch.zeros(2, 4), eps=1.0)
        step = recurrence.linear_recurrence(units.bfloat16(), candidate, torch.zeros(2, 4).bfloat16())
    assert candidate.dtype == found.outputs.dtype == step.dtype == torch.bfloat16
    assert found.final.dtype == found.states.dtype == torch.float32
    assert torch.equal(found.final, torch.full((2, 4), 300.0))
    assert torch.equal(found.states[0, :, 0], torch.arange(1.0, 301.0))
    found.final.sum().backward()
    assert weight.grad is not None
    assert bool(weight.grad.abs().sum() > 0)


def test_double_parameters_make_no_difference_to_the_precision() -> None:
    case = random_case("bistable", dtype=torch.float32)
    mixed = [*case.tensors[:4], case.tensors[4].double(), case.tensors[5]]
    assert recurrence.bistable(*mixed).outputs.dtype == torch.float32
    assert torch.equal(recurrence.bistable(*mixed).outputs, recurrence.bistable(*case.tensors).outputs)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize(("samples", "units"), [(1, 150), (5, 24)])
def test_the_same_bits_for_any_number_of_threads(samples: int, units: int, implementation: str) -> None:
    torch.use_deterministic_algorithms(True)
    try:
        for name in NAMES:
            case = random_case(name, samples=samples, steps=600, units=units, dtype=torch.float32)
            runs = []
            for threads in (1, 2, 3) if implementation == "fused" else (1, 1):
                torch.set_num_threads(threads)
                with recurrence.using(implementation):
                    runs.append(gradients(case.function, case.leaves()))
            for other in runs[1:]:
                assert all(torch.equal(one, two) for one, two in zip(runs[0], other, strict=True))
    finally:
        torch.use_deterministic_algorithms(False)
        torch.set_num_threads(1)
