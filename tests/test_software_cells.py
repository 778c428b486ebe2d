"""Cells that only exist in software: against loops written from their equations, step by step, and at their edges."""

import math
import shutil
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import pytest

from codesign import cells
from codesign.errors import InputError
from codesign.training.recipe import LayerRecipe

torch = pytest.importorskip("torch")

from torch.func import functional_call  # noqa: E402

from codesign.cells.brc import recurrence as brc  # noqa: E402
from codesign.cells.src_float import recurrence as src  # noqa: E402
from codesign.recurrence import using  # noqa: E402
from codesign.training.quantise import step  # noqa: E402
from codesign.training.software import SoftwareModule  # noqa: E402

KINDS = ("alpha_cmru", "brc", "gru", "lru", "min_gru", "nbrc", "src_float")
SMOOTH: tuple[tuple[str, dict[str, Any]], ...] = (
    ("brc", {}),
    ("gru", {}),
    ("lru", {}),
    ("lru", {"direct": False}),
    ("min_gru", {}),
    ("min_gru", {"candidate": "linear"}),
    ("nbrc", {}),
)
Parameters = dict[str, torch.Tensor]
NUMBERS = torch.tensor([0.9, 3.0, 2.0, -7.0, -5.0, 0.9, 0.1], dtype=torch.float64)
"""Of an SRC: leak, rho, feedback, slow_feedback, bias, z_hyp, z_dep."""

IMPLEMENTATIONS = ("closed_form", "fused") if shutil.which("cc") else ("closed_form",)
needs_compiler = pytest.mark.skipif("fused" not in IMPLEMENTATIONS, reason="no C compiler")


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def module(
    kind: str, *, inputs: int = 3, outputs: int = 4, seed: int = 1, dtype: Any = torch.float64, **options: Any
) -> SoftwareModule:
    """One in which every parameter is drawn, so that none has the 0 or 1 that it begins with."""
    torch.manual_seed(seed)
    recipe = LayerRecipe(name="memory", kind=kind, outputs=outputs, options=options)
    made: SoftwareModule = cells.part(kind, "module").Module(recipe, inputs).to(dtype)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))
    if kind == "src_float":
        with torch.no_grad():
            made.weight.mul_(8)  # currents at which such a cell spikes, if they last
            made.project()
    return made


def signal(*shape: int, dtype: Any = torch.float64, seed: int = 2) -> torch.Tensor:
    return torch.randn(*shape, dtype=dtype, generator=torch.Generator().manual_seed(seed))


def initial(made: SoftwareModule, samples: int) -> Parameters:
    """Random states before the first step."""
    zeros = made.reset(signal(samples, 0, 3))
    return {name: 0.5 * torch.randn_like(state) for name, state in zeros.items()}


# -- the equations, one step at a time ------------------------------------------------------------------------------


def _alpha_cmru(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    c = p["weight"] @ x + p["bias"]
    beta = (p["threshold_weight"] @ x + p["threshold_bias"]).abs()
    alpha = p["step_weight"] @ x + p["step_bias"]
    z, sign = step(c.abs() - beta, 1.0, at_zero=True), 2 * step(c, 1.0, at_zero=True) - 1
    after = h["state"] + z * alpha * sign
    return after, {"state": after}


def _brc(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    def seen(weight: torch.Tensor) -> torch.Tensor:
        return weight * h["state"] if weight.dim() == 1 else weight @ h["state"]

    a = 1 + torch.tanh(p["feedback_weight"] @ x + seen(p["feedback_state_weight"]) + p["feedback_bias"])
    c = torch.sigmoid(p["gate_weight"] @ x + seen(p["gate_state_weight"]) + p["gate_bias"])
    after = c * h["state"] + (1 - c) * torch.tanh(p["weight"] @ x + a * h["state"])
    return after, {"state": after}


def _gru(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    of_input = (p["weight_ih"] @ x + p["bias_ih"]).chunk(3)
    of_state = (p["weight_hh"] @ h["state"] + p["bias_hh"]).chunk(3)
    r, z = (torch.sigmoid(one + other) for one, other in zip(of_input[:2], of_state[:2], strict=True))
    after = (1 - z) * torch.tanh(of_input[2] + r * of_state[2]) + z * h["state"]
    return after, {"state": after}


def _lru(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    eigenvalues = torch.exp(torch.complex(-p["nu_log"].exp(), p["theta_log"].exp()))
    B, C = (torch.complex(p[f"{name}_real"], p[f"{name}_imaginary"]) for name in ("input", "output"))
    after = eigenvalues * h["state"] + p["gamma_log"].exp() * (B @ x.to(B.dtype))
    outputs = (C @ after).real
    return outputs + p["direct"] @ x if "direct" in p else outputs, {"state": after}


def _min_gru(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    z, v = torch.sigmoid(p["gate_weight"] @ x + p["gate_bias"]), p["weight"] @ x + p["bias"]
    after = (1 - z) * h["state"] + z * torch.where(v >= 0, v + 0.5, torch.sigmoid(v))
    return after, {"state": after}


def _min_gru_linear(p: Parameters, x: torch.Tensor, h: Parameters) -> tuple[torch.Tensor, Parameters]:
    z = torch.sigmoid(p["gate_weight"] @ x + p["gate_bias"])
    after = (1 - z) * h["state"] + z * (p["weight"] @ x + p["bias"])
    return after, {"state": after}


def _src_full(p: Parameters, x: torch.Tensor, before: Parameters) -> tuple[torch.Tensor, Parameters]:
    h, hs = before["h"], before["hs"]
    i = 0.9 * before["i"] + p["weight"] @ x
    z = 0.9 + (0.0 - 0.9) / (1 + torch.exp(-10 * (h - 0.5)))
    after = torch.tanh(3 * torch.tanh(i / 3) + 2 * h - 7 * hs + p["bias"])
    spikes = after + (torch.relu(after) - after).detach()
    return spikes, {"i": i, "h": after, "hs": z * hs + (1 - z) * h}


def _src(p: Parameters, x: torch.Tensor, before: Parameters) -> tuple[torch.Tensor, Parameters]:
    return _src_full(p, x, before | {"h": before["h"].detach(), "hs": before["hs"].detach()})


EQUATIONS: dict[str, tuple[str, dict[str, Any], Callable[..., tuple[torch.Tensor, Parameters]]]] = {
    "alpha_cmru": ("alpha_cmru", {}, _alpha_cmru),
    "brc": ("brc", {}, _brc),
    "gru": ("gru", {}, _gru),
    "lru": ("lru", {}, _lru),
    "lru without D": ("lru", {"direct": False}, _lru),
    "min_gru": ("min_gru", {}, _min_gru),
    "min_gru linear": ("min_gru", {"candidate": "linear"}, _min_gru_linear),
    "nbrc": ("nbrc", {}, _brc),
    "src_float": ("src_float", {}, _src),
    "src_float full": ("src_float", {"gradient": "full"}, _src_full),
}


@pytest.mark.parametrize("name", EQUATIONS)
def test_outputs_states_and_gradients_are_those_of_the_equations(name: str) -> None:
    kind, options, equations = EQUATIONS[name]
    made = module(kind, **options)
    inputs, before = signal(2, 12, 3).requires_grad_(), initial(made, 2)
    for state in before.values():
        state.requires_grad_()
    outputs: list[torch.Tensor] = []
    states: dict[str, list[torch.Tensor]] = {state: [] for state in made.STATES}
    for sample in range(2):
        h = {state: before[state][sample] for state in made.STATES}
        for index in range(12):
            given, h = equations(dict(made.named_parameters()), inputs[sample, index], h)
            outputs.append(given)
            for state in made.STATES:
                states[state].append(h[state])
    expected = torch.stack(outputs).view(2, 12, 4)
    activity = made(inputs, Fraction(1), before)
    assert activity.scale == 1
    torch.testing.assert_close(activity.outputs, expected, rtol=1e-10, atol=1e-10)
    for state in made.STATES:
        torch.testing.assert_close(
            activity.states[state], torch.stack(states[state]).view(2, 12, 4), rtol=1e-10, atol=1e-10
        )
        torch.testing.assert_close(activity.final[state], activity.states[state][:, -1], rtol=0, atol=0)
    # Weights make each output count by itself, and the final state has a gradient of its own.
    weight = signal(2, 12, 4, seed=3)
    sought = [inputs, *before.values(), *made.parameters()]
    ends = {state: torch.stack([states[state][11], states[state][23]]) for state in made.STATES}
    gradients = [
        torch.autograd.grad(
            (found * weight).sum() + sum(torch.view_as_real(end.to(torch.complex128)).sum() for end in final.values()),
            sought,
            materialize_grads=True,
        )
        for found, final in ((activity.outputs, activity.final), (expected, ends))
    ]
    for ours, theirs in zip(*gradients, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-8, atol=1e-10)


@pytest.mark.parametrize(("kind", "options"), SMOOTH)
def test_gradients_are_derivatives(kind: str, options: dict[str, Any]) -> None:
    made = module(kind, outputs=2, inputs=2, **options)
    names = [name for name, _ in made.named_parameters()]

    def run(inputs: torch.Tensor, before: torch.Tensor, *parameters: torch.Tensor) -> tuple[torch.Tensor, ...]:
        given = dict(zip(names, parameters, strict=True))
        activity = functional_call(made, given, (inputs, Fraction(1), {"state": before}))
        return activity.outputs, activity.final["state"]

    before = initial(made, 2)["state"].requires_grad_()
    assert torch.autograd.gradcheck(run, (signal(2, 4, 2).requires_grad_(), before, *made.parameters()))


def test_the_full_gradient_of_the_src_is_its_derivative() -> None:
    others = NUMBERS[:, None].expand(-1, 2)
    place = src.CONSTANTS.index("bias")

    def run(drive: torch.Tensor, bias: torch.Tensor, *before: torch.Tensor) -> src.States:
        constants = torch.cat([others[:place], bias[None], others[place + 1 :]])
        return src.recurrence(drive, constants, src.Before(*before), through=True)

    tensors = [5 * signal(2, 6, 2), others[place], *(0.3 * signal(2, 2, seed=seed) for seed in (4, 5, 6))]
    assert torch.autograd.gradcheck(run, [tensor.clone().requires_grad_() for tensor in tensors])


# -- what all of them must do ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pieces", [(1,) * 9, (4, 0, 5)])
def test_in_pieces_it_does_the_same_as_at_once(kind: str, pieces: tuple[int, ...]) -> None:
    made = module(kind).eval()
    inputs, before = signal(3, 9, 3), initial(made, 3)
    whole = made(inputs, Fraction(1), before)
    outputs = []
    for piece in inputs.split(pieces, dim=1):
        activity = made(piece, Fraction(1), before)
        outputs.append(activity.outputs)
        before = dict(activity.final)
    torch.testing.assert_close(torch.cat(outputs, dim=1), whole.outputs, rtol=1e-12, atol=1e-12)
    for state in made.STATES:
        torch.testing.assert_close(before[state], whole.final[state], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize(("samples", "steps"), [(0, 5), (3, 0), (0, 0), (3, 1), (1, 7)])
@pytest.mark.parametrize("implementation", IMPLEMENTATIONS)
def test_shapes_and_dtypes(kind: str, dtype: Any, samples: int, steps: int, implementation: str) -> None:
    made = module(kind, outputs=5, dtype=dtype)
    inputs = signal(samples, steps, 3, dtype=dtype).requires_grad_()
    with using(implementation):
        activity = made(inputs, Fraction(1))
        activity.outputs.sum().backward()
    assert activity.outputs.shape == (samples, steps, 5)
    assert activity.outputs.dtype == dtype
    assert set(activity.states) == set(activity.final) == set(made.STATES)
    for state in made.STATES:
        assert activity.states[state].shape == (samples, steps, 5)
        assert activity.final[state].shape == (samples, 5)
        assert activity.final[state].real.dtype == dtype
        if steps == 0:
            assert not activity.final[state].abs().any()  # that of a reset
    assert inputs.grad is not None
    assert inputs.grad.shape == inputs.shape


@pytest.mark.parametrize("kind", KINDS)
def test_single_precision_is_near_double(kind: str) -> None:
    made = module(kind).eval()
    inputs = signal(4, 10, 3)
    double = made(inputs, Fraction(1)).outputs
    single = made.float()(inputs.float(), Fraction(1)).outputs
    torch.testing.assert_close(single.double(), double, rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("kind", KINDS)
def test_within_autocast_memory_keeps_single_precision(kind: str) -> None:
    made = module(kind, dtype=torch.float32).eval()
    inputs = 0.2 * signal(4, 10, 3, dtype=torch.float32)
    with torch.autocast("cpu", torch.bfloat16):
        found = made(inputs, Fraction(1))
    assert found.outputs.dtype == torch.float32
    if kind != "gru":  # whose operator decides for itself
        assert all(state.real.dtype == torch.float32 for state in found.final.values())
    if kind not in ("alpha_cmru", "src_float"):  # in which a rounding error may be a write or a spike
        torch.testing.assert_close(found.outputs, made(inputs, Fraction(1)).outputs, rtol=0.05, atol=0.05)


@pytest.mark.parametrize("kind", KINDS)
def test_gradients_reach_every_parameter_input_and_state(kind: str) -> None:
    options = {"gradient": "full"} if kind == "src_float" else {}
    torch.manual_seed(7)
    recipe = LayerRecipe(name="memory", kind=kind, outputs=6, options=options)
    made = cells.part(kind, "module").Module(recipe, 3)  # as training begins
    inputs = (3 * signal(5, 30, 3, dtype=torch.float32)).requires_grad_()
    before = {name: state.clone().requires_grad_() for name, state in made.reset(inputs).items()}
    made(inputs, Fraction(1), before).outputs.square().sum().backward()
    for name, tensor in {"inputs": inputs, **before, **dict(made.named_parameters())}.items():
        assert tensor.grad is not None, name
        assert bool(torch.isfinite(torch.view_as_real(tensor.grad.to(torch.complex64))).all()), name
        assert bool((tensor.grad != 0).any()), name


@pytest.mark.parametrize("kind", KINDS)
def test_the_scale_of_the_inputs_is_multiplied_in(kind: str) -> None:
    made = module(kind).eval()
    whole = torch.randint(-16, 17, (2, 5, 3), generator=torch.Generator().manual_seed(3)).double()
    scaled, real = made(whole, Fraction(1, 8)), made(whole / 8, Fraction(1))
    assert scaled.scale == 1
    assert torch.equal(scaled.outputs, real.outputs)


@pytest.mark.parametrize("kind", KINDS)
def test_mismatch_is_drawn_for_each_call_that_is_not_training(kind: str) -> None:
    made = module(kind)
    inputs = signal(2, 30, 3)

    def twice() -> tuple[torch.Tensor, torch.Tensor]:
        return made(inputs, Fraction(1)).outputs, made(inputs, Fraction(1)).outputs

    exact = made.eval()(inputs, Fraction(1)).outputs
    assert all(torch.equal(outputs, exact) for outputs in twice())
    made.mismatch = 0.1
    first, second = twice()
    assert not torch.equal(first, exact)
    assert not torch.equal(first, second)
    made.train()
    assert all(torch.equal(outputs, exact) for outputs in twice())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("option", ["noise", "state_noise"])
def test_noise_is_for_training_alone_and_follows_the_seed(kind: str, option: str) -> None:
    made = module(kind, **{option: 0.2})
    inputs = signal(2, 30, 3)
    exact = made.eval()(inputs, Fraction(1))
    assert torch.equal(made(inputs, Fraction(1)).outputs, exact.outputs)
    made.train()
    drawn = []
    for seed in (1, 1, 2):
        torch.manual_seed(seed)
        drawn.append(made(inputs, Fraction(1)))
    assert torch.equal(drawn[0].outputs, drawn[1].outputs)
    assert not torch.equal(drawn[0].outputs, drawn[2].outputs)
    assert not torch.equal(drawn[0].outputs, exact.outputs)
    if option == "state_noise":  # which is only in what is read
        for state in made.STATES:
            assert torch.equal(drawn[0].final[state], exact.final[state])


@pytest.mark.parametrize(
    ("kind", "others"),
    # The LRU's gamma is held in gamma B; the SRC has six fixed numbers for each unit.
    [(kind, {"lru": -6, "src_float": 36}.get(kind, 0)) for kind in KINDS],
)
def test_every_parameter_has_a_deviation_of_its_own(kind: str, others: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = module(kind, outputs=6).eval()
    made.mismatch = 0.1
    drawn, randn_like = [], torch.randn_like
    monkeypatch.setattr(torch, "randn_like", lambda values: drawn.append(values.numel()) or randn_like(values))
    made(signal(2, 5, 3), Fraction(1))
    assert sum(drawn) == sum(parameter.numel() for parameter in made.parameters()) + others


@pytest.mark.parametrize("kind", KINDS)
def test_a_state_dict_holds_all(kind: str) -> None:
    made, other = module(kind).eval(), module(kind, seed=9).eval()
    inputs = signal(2, 30, 3)
    assert not torch.equal(made(inputs, Fraction(1)).outputs, other(inputs, Fraction(1)).outputs)
    other.load_state_dict(made.state_dict())
    assert torch.equal(made(inputs, Fraction(1)).outputs, other(inputs, Fraction(1)).outputs)


@pytest.mark.parametrize("kind", KINDS)
def test_the_seed_decides_the_initial_parameters(kind: str) -> None:
    first, same, other = (module(kind, seed=seed).state_dict() for seed in (1, 1, 2))
    assert all(torch.equal(first[name], same[name]) for name in first)
    assert any(not torch.equal(first[name], other[name]) for name in first)


@pytest.mark.parametrize("kind", KINDS)
def test_it_cannot_be_exported(kind: str) -> None:
    made = module(kind)
    with pytest.raises(InputError, match=rf"^layer 'memory': cell '{kind}' only exists in software; .* bmru, cmru"):
        made.layer()
    with pytest.raises(InputError, match="only exists in software"):
        made.tensors()
    assert kind not in cells.kinds()
    assert kind in cells.kinds("module")


@pytest.mark.parametrize(
    ("kind", "options", "message"),
    [
        ("brc", {"noise": 0.9}, "options: noise: input should be less than or equal to 0.5"),
        ("gru", {"nois": 0.1}, "unknown key 'nois'; did you mean 'noise'"),
        ("lru", {"smallest": 0.9, "largest": 0.5}, r"smallest \(0.9\) must lie below largest \(0.5\)"),
        ("min_gru", {"candidate": "log"}, "'positive' or 'linear'"),
        ("src_float", {"initial_bias": -3.0}, "less than or equal to -4"),
        ("alpha_cmru", {"surrogate": "gauss"}, "'arctangent', 'fast_sigmoid' or 'triangle'"),
    ],
)
def test_wrong_options_are_named(kind: str, options: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        module(kind, **options)


# -- each by itself -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["brc", "nbrc"])
@pytest.mark.parametrize(("feedback", "stable_states"), [(1.5, 2), (0.7, 1)])
def test_a_brc_is_bistable_where_its_feedback_is_above_1(kind: str, feedback: float, stable_states: int) -> None:
    made = module(kind, outputs=1).eval()
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.zero_()
        made.feedback_bias.fill_(math.atanh(feedback - 1))
    before = torch.tensor([[0.9], [0.1], [-0.1], [-0.9]], dtype=torch.float64)
    final = made(torch.zeros(4, 300, 3, dtype=torch.float64), Fraction(1), {"state": before}).final["state"][:, 0]
    assert len(set(final.round(decimals=6).abs().tolist())) == 1
    assert len(set((final.round(decimals=6) + 0.0).tolist())) == stable_states
    torch.testing.assert_close(torch.tanh(feedback * final), final, rtol=1e-9, atol=1e-9)  # a fixed point


def test_a_gru_is_that_of_torch() -> None:
    made = module("gru", inputs=3, outputs=5)
    theirs = torch.nn.GRU(3, 5, batch_first=True).double()
    theirs.load_state_dict({f"{name}_l0": value for name, value in made.state_dict().items()})
    inputs, before = signal(4, 9, 3), signal(4, 5, seed=5)
    outputs, final = theirs(inputs, before[None])
    activity = made(inputs, Fraction(1), {"state": before})
    assert torch.equal(activity.outputs, outputs)
    assert torch.equal(activity.final["state"], final[0])


def test_an_lru_begins_on_its_ring_and_stays_stable() -> None:
    torch.manual_seed(0)
    options = {"smallest": 0.6, "largest": 0.95, "largest_phase": 1.0}
    recipe = LayerRecipe(name="memory", kind="lru", outputs=2000, options=options)
    made = cells.part("lru", "module").Module(recipe, 1).eval()
    eigenvalues = made.eigenvalues().detach()
    radius, phase = eigenvalues.abs(), eigenvalues.angle()
    assert 0.6 <= float(radius.min()) < 0.61
    assert 0.945 < float(radius.max()) <= 0.951
    assert 0 <= float(phase.min()) < 0.01
    assert 0.99 < float(phase.max()) <= 1.0
    # Uniform on the ring: half of its area lies within sqrt((r_min^2 + r_max^2) / 2).
    assert float((radius < math.sqrt((0.6**2 + 0.95**2) / 2)).float().mean()) == pytest.approx(0.5, abs=0.04)
    torch.testing.assert_close(made.gamma_log.detach().exp(), torch.sqrt(1 - radius**2), rtol=1e-4, atol=1e-6)
    made.mismatch = 0.15
    drawn = made.eigenvalues().detach()
    assert float(drawn.abs().max()) < 1
    for found, exact in ((-drawn.abs().log(), -radius.log()), (drawn.angle(), phase)):
        assert float((found / exact - 1).std()) == pytest.approx(0.15, rel=0.1)
    with torch.no_grad():
        made.nu_log.fill_(5.0)  # whatever is learned
        made.mismatch = 0.0
        assert float(made.eigenvalues().abs().max()) < 1


def test_a_min_gru_of_positive_candidates_stays_positive() -> None:
    assert bool((module("min_gru")(4 * signal(3, 30, 3), Fraction(1)).outputs > 0).all())
    assert bool((module("min_gru", candidate="linear")(4 * signal(3, 30, 3), Fraction(1)).outputs < 0).any())


def test_an_alpha_cmru_begins_as_a_cmru() -> None:
    torch.manual_seed(0)
    made = cells.part("alpha_cmru", "module").Module(LayerRecipe(name="m", kind="alpha_cmru", outputs=8), 3)
    outputs = made(signal(4, 40, 3, dtype=torch.float32), Fraction(1)).outputs
    steps = outputs.diff(dim=1)
    assert set(steps.unique().tolist()) == {-1.0, 0.0, 1.0}


def test_an_src_spikes_when_it_is_driven_and_only_then() -> None:
    made = module("src_float", inputs=1, outputs=1).eval()
    with torch.no_grad():
        made.weight.fill_(1.0)
        made.bias.fill_(-6.0)
    driven = torch.tensor([0.0, 1.0], dtype=torch.float64)[:, None, None].expand(2, 200, 1)
    outputs = made(driven, Fraction(1)).outputs[..., 0]
    assert not bool((outputs[0, 20:] > 0).any())
    starts = ((outputs[1, 1:] > 0.5) & (outputs[1, :-1] <= 0.5)).sum()
    assert 5 <= int(starts) <= 60  # again and again, with silence in between
    assert bool((outputs >= 0).all())


def test_an_src_keeps_its_bias_at_or_below_minus_4() -> None:
    made = module("src_float")
    with torch.no_grad():
        made.bias.copy_(torch.tensor([-9.0, -4.5, -3.0, 2.0]))
    made.project()
    assert made.bias.tolist() == [-9.0, -4.5, -4.0, -4.0]


@pytest.mark.parametrize(("gradient", "through"), [("integrator", False), ("full", True)])
def test_only_the_integrator_of_an_src_carries_gradients_through_time(gradient: str, through: bool) -> None:
    made = module("src_float", gradient=gradient)
    before = {name: state.requires_grad_() for name, state in initial(made, 2).items()}
    made(signal(2, 5, 3), Fraction(1), before).outputs.sum().backward()
    gradients = [before[name].grad for name in ("i", "h", "hs")]
    assert [gradient is not None and bool((gradient != 0).any()) for gradient in gradients] == [True, through, through]


@needs_compiler
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


# -- kernels in C ---------------------------------------------------------------------------------------------------


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


@needs_compiler
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


@needs_compiler
def test_the_kernel_fills_arrays_of_many_pages() -> None:
    units = 48
    tensors = [signal(5, 800, 3 * units), 0.5 * signal(2, units, seed=3), signal(5, units, seed=4)]
    assert tensors[0].nbytes > 2 << 21  # of large pages, some are whole
    (fused, of_fused), (loop, of_loop) = both(brc.recurrence, tensors)
    for ours, theirs in zip([*fused, *of_fused], [*loop, *of_loop], strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-7, atol=1e-9)


@needs_compiler
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


@needs_compiler
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
