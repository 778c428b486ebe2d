"""What the closed forms share: writes with their surrogate gradients, and gradients summed back through time."""

from dataclasses import dataclass

import torch

from codesign.recurrence.closed_form.scan import scan
from codesign.recurrence.surrogate import Surrogate

__all__ = ["Writes", "final_state", "gradient_of_states", "previous", "running_sum", "total", "writes"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Writes:
    """When a candidate c is written, and with which sign: z = [|c| >= beta]. All (samples, steps, units)."""

    candidate: torch.Tensor
    signed_threshold: torch.Tensor
    """beta is its absolute value; (units,) where it is fixed."""
    written: torch.Tensor
    sign: torch.Tensor

    def values(self) -> torch.Tensor:
        """The sign where written, 0 elsewhere."""
        return torch.where(self.written, self.sign, 0.0)

    def backward(
        self, of_written: torch.Tensor, of_sign: torch.Tensor, unit: float, surrogate: Surrogate
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Gradients of the candidate and of the signed threshold, by the surrogates of H and sign."""
        distance = self.candidate.abs() - self.signed_threshold.abs()
        of_distance = of_written * (surrogate.derivative(distance * unit) * unit)
        of_candidate = of_distance * self.sign
        of_candidate += of_sign * (surrogate.derivative(self.candidate * unit) * (2 * unit))
        return of_candidate, -of_distance * _sign(self.signed_threshold)


def writes(
    candidate: torch.Tensor, bias: torch.Tensor, threshold: torch.Tensor | None, threshold_bias: torch.Tensor
) -> Writes:
    """c = candidate + bias, beta = |threshold + threshold_bias|."""
    biased = candidate + bias
    signed_threshold = threshold_bias if threshold is None else threshold + threshold_bias
    return Writes(
        candidate=biased,
        signed_threshold=signed_threshold,
        written=biased.abs() >= signed_threshold.abs(),
        sign=_sign(biased),
    )


def gradient_of_states(
    decay: torch.Tensor | None, gradient: torch.Tensor, of_final: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Gradients of s_t = decay_t s_{t-1} + ... (samples, steps, units) and of the initial state (samples, units).

    ``gradient`` is that of each state by itself, ``of_final`` what comes from after the last step; decay None is 1.
    """
    if gradient.shape[1] == 0:
        return gradient.clone(), of_final.clone()
    if decay is None:
        every = running_sum(gradient, of_final, reverse=True)
        return every, every[:, 0].clone()
    last = gradient[:, -1] + of_final
    every = torch.cat([scan(decay[:, 1:].conj(), gradient[:, :-1], last, reverse=True), last[:, None]], dim=1)
    return every, decay[:, 0].conj() * every[:, 0]


def running_sum(values: torch.Tensor, initial: torch.Tensor, *, reverse: bool = False) -> torch.Tensor:
    """initial + the values up to each step, that step included; with ``reverse`` from that step on."""
    return scan(values.new_ones(()).expand(values.shape), values, initial, reverse=reverse)


def previous(states: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """The state before each step, (samples, steps, units), of the states after each."""
    return torch.cat([initial[:, None], states[:, :-1]], dim=1)[:, : states.shape[1]]


def final_state(states: torch.Tensor, initial: torch.Tensor) -> torch.Tensor:
    """(samples, units): the state after the last step, a tensor of its own."""
    return states[:, -1].clone() if states.shape[1] else initial.clone()


def total(gradient: torch.Tensor) -> torch.Tensor:
    """(samples, steps, units) summed to (units,)."""
    return gradient.sum(dim=(0, 1))


def _sign(values: torch.Tensor) -> torch.Tensor:
    """+1 at 0, as the cells have it."""
    return torch.where(values >= 0, 1.0, -1.0).to(values.dtype)
