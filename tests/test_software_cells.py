"""Cells that only exist in software: what all of them must do, and what is known of each."""

import math
from fractions import Fraction
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from software_samples import IMPLEMENTATIONS, KINDS, initial, module, signal  # noqa: E402

from codesign import cells  # noqa: E402
from codesign.errors import InputError  # noqa: E402
from codesign.recurrence import using  # noqa: E402
from codesign.training.recipe import LayerRecipe  # noqa: E402

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
