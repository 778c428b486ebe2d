"""Cells that only exist in software, against loops over samples and steps that are written from their equations."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from software_samples import NUMBERS, Parameters, initial, module, signal  # noqa: E402
from torch.func import functional_call  # noqa: E402

from codesign.cells.src_float import recurrence as src  # noqa: E402
from codesign.training.quantise import step  # noqa: E402

SMOOTH: tuple[tuple[str, dict[str, Any]], ...] = (
    ("brc", {}),
    ("gru", {}),
    ("lru", {}),
    ("lru", {"direct": False}),
    ("min_gru", {}),
    ("min_gru", {"candidate": "linear"}),
    ("nbrc", {}),
)


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
