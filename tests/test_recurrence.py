"""codesign.recurrence: closed forms and fused loops against plain time loops (recurrence_loops.py)."""

import shutil

import pytest
import recurrence_loops as loops
from hypothesis import given, settings
from hypothesis import strategies as st
from recurrence_cases import Case, cases, results

from codesign import native, recurrence
from codesign.errors import InputError
from codesign.recurrence import Surrogate, implementation
from codesign.recurrence.fused import library

torch = pytest.importorskip("torch")

NAMES = ("bistable", "hysteresis", "accumulate", "linear_recurrence", "gated_hold")
IMPLEMENTATIONS = (
    "closed_form",
    pytest.param("fused", marks=pytest.mark.skipif(shutil.which("cc") is None, reason="no C compiler")),
)


@pytest.fixture(autouse=True)
def one_thread():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def random_case(name: str, *, samples=2, steps=70, units=5, dtype=torch.float64, threshold=True, **options) -> Case:
    generator = torch.Generator().manual_seed(1)
    draw = lambda *shape: torch.randn(*shape, generator=generator, dtype=dtype)  # noqa: E731
    rows, initial = [draw(samples, steps, units) for _ in range(3)], draw(samples, units).sign()
    first, second, third = (draw(units) for _ in range(3))
    given_threshold = rows[1] if threshold else None
    tensors = {
        "bistable": [rows[0], first, given_threshold, second, third, initial],
        "hysteresis": [rows[0], first, second, second.abs(), third, initial],
        "accumulate": [rows[0], first, given_threshold, second, rows[2], third, initial],
        "linear_recurrence": [rows[0].sigmoid(), rows[1], initial],
        "gated_hold": [rows[0].sigmoid(), rows[1].sigmoid(), initial],
    }
    return Case(name, tensors[name], options)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("name", NAMES)
def test_every_implementation_is_the_time_loop(name: str, implementation: str) -> None:
    @settings(max_examples=30, deadline=None, derandomize=True)
    @given(st.data())
    def check(data) -> None:
        case = data.draw(cases(name=name))
        own, plain = case.leaves(), case.leaves()
        with recurrence.using(implementation):
            found, expected = results(case.function(*own, **case.options)), results(case.loop(plain))
            for one, other in zip(found, expected, strict=True):
                if implementation == "fused" or case.exact:
                    assert torch.equal(one, other) or name == "gated_hold"
                torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)
            upstream = [torch.randn_like(result) for result in expected]
            gradients = [
                torch.autograd.grad(values, [t for t in leaves if t is not None], upstream, allow_unused=True)
                for values, leaves in ((found, own), (expected, plain))
            ]
        tolerance = 1e-6 if own[0].dtype == torch.float64 else 1e-3
        for one, other in zip(*gradients, strict=True):
            largest = 1.0 if other is None or other.numel() == 0 else max(1.0, float(other.abs().max()))
            wanted = torch.zeros_like(one) if other is None else other
            torch.testing.assert_close(one / largest, wanted / largest, rtol=0, atol=tolerance)

    check()


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("name", NAMES)
def test_smooth_arguments_pass_gradcheck(name: str, implementation: str) -> None:
    smooth = {"bistable": (4, 5), "hysteresis": (4, 5), "accumulate": (4, 5, 6)}.get(name, (0, 1, 2))
    for options in ({"eps": 0.0}, {"eps": 0.3}, {"eps": 1.0}) if name == "bistable" else ({},):
        case = random_case(name, steps=66, samples=1, units=2, **options)

        def call(*tensors, case=case):
            full = list(case.tensors)
            for place, tensor in zip(smooth, tensors, strict=True):
                full[place] = tensor
            return tuple(results(case.function(*full, **case.options)))

        with recurrence.using(implementation):
            assert torch.autograd.gradcheck(call, [case.tensors[place].clone().requires_grad_() for place in smooth])


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize("dtype", [torch.float64, torch.complex128])
@pytest.mark.parametrize("shape", [(), (1,), (3,), (1, 1, 3), (2, 1, 3), (1, 70, 3), (2, 70, 1), (2, 70, 3)])
def test_linear_recurrence_takes_every_decay(shape, dtype, implementation: str) -> None:
    generator = torch.Generator().manual_seed(2)
    draw = lambda *size: torch.randn(size, generator=generator, dtype=dtype)  # noqa: E731
    decay = draw(*shape)
    tensors = [decay / (1 + decay.abs()), draw(2, 70, 3), draw(2, 3)]
    ours, plain = ([t.clone().requires_grad_() for t in tensors] for _ in range(2))
    with recurrence.using(implementation):
        found, expected = recurrence.linear_recurrence(*ours), loops.linear_recurrence(*plain)
        torch.testing.assert_close(found, expected)
        upstream = draw(2, 70, 3)
        for one, other in zip(
            torch.autograd.grad(found, ours, upstream), torch.autograd.grad(expected, plain, upstream), strict=True
        ):
            torch.testing.assert_close(one, other)
        few = [tensors[0][..., :4, :] if decay.dim() == 3 else tensors[0], tensors[1][:, :4], tensors[2]]
        assert torch.autograd.gradcheck(recurrence.linear_recurrence, [t.clone().requires_grad_() for t in few])


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
@pytest.mark.parametrize(
    ("name", "options"),
    [("bistable", {"eps": 0.0}), ("bistable", {"eps": 1.0}), ("hysteresis", {}), ("bistable", {"eps": 0.3}),
     ("accumulate", {}), ("linear_recurrence", {}), ("gated_hold", {})],
)  # fmt: skip
def test_step_by_step_is_the_whole_sequence(name: str, options, implementation: str) -> None:
    case = random_case(name, dtype=torch.float32, steps=130, **options)
    with recurrence.using(implementation):
        whole = results(case.function(*case.tensors, **case.options))[0]
        state, outputs = case.tensors[-1], []
        for step in range(130):
            now = [t[:, step : step + 1] if t is not None and t.dim() == 3 else t for t in case.tensors[:-1]]
            found = results(case.function(*now, state, **case.options))
            outputs.append(found[0])
            state = found[-1] if len(found) == 2 else found[0][:, 0]
    streamed = torch.cat(outputs, dim=1)
    if implementation == "fused" or options.get("eps") in (0.0, 1.0) or name == "hysteresis":
        assert torch.equal(streamed, whole)
    torch.testing.assert_close(streamed, whole, rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_single_precision_stays_precise_over_long_sequences(implementation: str) -> None:
    ladders = (("bistable", {"eps": 1.0}), ("accumulate", {}))
    for name, options in (("bistable", {"eps": 0.0}), ("hysteresis", {}), *ladders):
        case = random_case(name, samples=2, steps=5000, units=4, threshold=False, dtype=torch.float32, **options)
        gradients = []
        with recurrence.using(implementation):
            for dtype in (torch.float32, torch.float64):
                leaves = [None if t is None else t.to(dtype).requires_grad_() for t in case.tensors]
                found = case.function(*leaves, **case.options)
                gradients.append(torch.autograd.grad(found.outputs.sum(), [t for t in leaves if t is not None]))
        for single, double in zip(*gradients, strict=True):
            assert float((single - double).abs().max() / double.abs().max()) < 2e-5


def test_states_are_whole_numbers_and_can_be_left_out() -> None:
    for name in ("bistable", "hysteresis"):
        case = random_case(name)
        kept, left_out = (case.function(*case.tensors, with_states=wanted) for wanted in (True, False))
        assert torch.equal(kept.states, kept.states.round())
        assert torch.equal(kept.outputs, kept.states * case.tensors[4])
        assert torch.equal(kept.outputs, left_out.outputs)
        assert left_out.states.shape == (2, 0, 5)
        assert not kept.states.requires_grad


def test_implementations_can_be_mixed_forwards_and_backwards() -> None:
    if not recurrence.available("fused"):
        pytest.skip("no C compiler")
    for name, options in (("bistable", {"eps": 0.0}), ("bistable", {"eps": 0.3}), ("bistable", {}), ("hysteresis", {})):
        case, gradients = random_case(name, **options), []
        for forwards, backwards in (("fused", "closed_form"), ("closed_form", "fused")):
            leaves = case.leaves()
            with recurrence.using(forwards):
                found = case.function(*leaves, **case.options)
            with recurrence.using(backwards):
                gradients.append(torch.autograd.grad(found.outputs.square().sum(), leaves))
        for one, other in zip(*gradients, strict=True):
            torch.testing.assert_close(one, other)


@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_values_that_are_not_finite_stay_where_they_are(implementation: str) -> None:
    for name in NAMES:
        case, spoilt = random_case(name), random_case(name)
        for place, value in enumerate((float("nan"), float("inf"), -float("inf"))):
            spoilt.tensors[0][0, 10 * place, place] = value
        gradients = []
        with recurrence.using(implementation):
            for each in (case, spoilt):
                leaves = each.leaves()
                found = results(each.function(*leaves, **each.options))[0]
                gradients.append((found.detach(), torch.autograd.grad(found.sum(), leaves)[0]))
        for one, other in zip(*gradients, strict=True):
            assert torch.equal(one[..., 3:], other[..., 3:])
            assert torch.equal(one[1], other[1])


def test_without_a_compiler_the_closed_forms_compute(monkeypatch: pytest.MonkeyPatch) -> None:
    caches = (library._compiles, library._library, native._compiler)
    case = random_case("bistable")
    expected = case.function(*case.tensors).outputs
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    try:
        assert not recurrence.available("fused")
        assert implementation.chosen(torch.device("cpu")).__name__ == "codesign.recurrence.closed_form"
        assert torch.equal(case.function(*case.tensors).outputs, expected)
        with pytest.raises(InputError, match="'fused' does not work on this machine; it needs a C compiler"):
            recurrence.using("fused").__enter__()
        monkeypatch.setenv("CODESIGN_RECURRENCE", "fused")
        with pytest.raises(InputError, match="'fused' does not work on this machine"):
            case.function(*case.tensors)
    finally:
        for cached in caches:
            cached.cache_clear()


def test_the_environment_names_an_implementation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODESIGN_RECURRENCE", "closed_form")
    assert implementation.chosen(torch.device("cpu")).__name__ == "codesign.recurrence.closed_form"
    monkeypatch.setenv("CODESIGN_RECURRENCE", "closedform")
    with pytest.raises(InputError, match="CODESIGN_RECURRENCE: 'closedform' is unknown; did you mean 'closed_form'"):
        implementation.chosen(torch.device("cpu"))
    with pytest.raises(InputError, match="implementation: 'fussed' is unknown; did you mean 'fused'"):
        recurrence.using("fussed").__enter__()


def wrong(name: str, place: int, tensor: torch.Tensor) -> list:
    tensors = list(random_case(name).tensors)
    tensors[place] = tensor
    return tensors


@pytest.mark.parametrize(
    ("name", "place", "tensor", "message"),
    [
        ("bistable", 0, torch.zeros(2, 5), r"bistable: the first argument is \(2, 5\); give \(samples, steps, units\)"),
        (
            "bistable",
            0,
            torch.zeros(2, 70, 5, dtype=torch.int32),
            "bistable: candidate: dtype torch.int32; give",
        ),
        ("bistable", 2, torch.zeros(2, 69, 5), r"bistable: threshold is \(2, 69, 5\); give \(2, 70, 5\)"),
        ("bistable", 4, torch.zeros(1), r"bistable: gain is \(1,\); give \(5,\)"),
        ("hysteresis", 3, torch.zeros(5, 1), r"hysteresis: width is \(5, 1\); give \(5,\)"),
        ("hysteresis", 5, torch.zeros(5), r"hysteresis: initial is \(5,\); give \(2, 5\)"),
        ("accumulate", 4, torch.zeros(2, 70, 4), r"accumulate: step is \(2, 70, 4\); give \(2, 70, 5\)"),
        ("linear_recurrence", 0, torch.zeros(4), r"decay is \(4,\); give what broadcasts to \(2, 70, 5\)"),
        ("linear_recurrence", 1, torch.zeros(70, 5), r"inputs are \(70, 5\); give \(samples, steps, units\)"),
        ("linear_recurrence", 2, torch.zeros(1, 5), r"initial is \(1, 5\); give \(2, 5\)"),
        ("gated_hold", 1, torch.zeros(2, 70, 4), r"gated_hold: kept is \(2, 70, 4\); give \(2, 70, 5\)"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(name: str, place: int, tensor, message: str) -> None:
    with pytest.raises(InputError, match=message):
        random_case(name).function(*wrong(name, place, tensor))


def test_settings_out_of_range_are_refused() -> None:
    case = random_case("bistable")
    with pytest.raises(InputError, match=r"bistable: eps is 1.5; give a number from 0 \(BMRU\) to 1 \(CMRU\)"):
        case.function(*case.tensors, eps=1.5)
    with pytest.raises(InputError, match=r"bistable: unit is 0\.0; give a positive number"):
        case.function(*case.tensors, unit=0.0)
    with pytest.raises(InputError, match="unknown surrogate 'arctan'; did you mean 'arctangent'"):
        Surrogate("arctan")
    with pytest.raises(InputError, match="steepness of a surrogate: nan; give a positive number"):
        Surrogate(steepness=float("nan"))


def test_surrogates_have_area_one_and_the_steepness_as_their_height() -> None:
    distance = torch.linspace(-2000, 2000, 4_000_001, dtype=torch.float64)
    for kind in ("arctangent", "fast_sigmoid", "triangle"):
        slopes = Surrogate(kind, 2.0).derivative(distance)
        assert float(slopes.max()) == pytest.approx(2.0)
        assert float(torch.trapezoid(slopes, distance)) == pytest.approx(1.0, abs=1e-3)
