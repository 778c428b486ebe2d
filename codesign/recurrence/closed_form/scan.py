"""h_t = decay_t h_{t-1} + inputs_t in plain PyTorch, in linear time and without a loop over all steps.

The steps are cut into blocks of equal length. One pass over a block, all blocks at once, gives what it makes of the
state before it; the same scan over these few gives the state at the start of each block; a second pass over the
blocks gives all states. Two times 32 operations per level, and a level for every factor of 32 in the number of steps.
Sums and products are those of the time loop except for the states that cross a block's border, so that whole numbers
and decays of -1, 0 and 1 come out exactly.
"""

from collections.abc import Iterable

import torch

__all__ = ["scan"]

_BLOCK = 32


def scan(decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor, *, reverse: bool = False) -> torch.Tensor:
    """States (samples, steps, units) after each step; with ``reverse`` time runs from the last step to the first.

    ``inputs`` (samples, steps, units), ``decay`` the same or expanded to it, ``initial`` (samples, units); no gradient.
    """
    states = torch.empty_like(inputs, dtype=torch.promote_types(decay.dtype, inputs.dtype))
    _scan(decay, inputs, initial, states, reverse)
    return states


def _scan(
    decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor, states: torch.Tensor, reverse: bool
) -> None:
    steps = inputs.shape[1]
    count = steps // _BLOCK
    if count < 2:
        _pass(decay, inputs, initial, states, reverse)
        return
    rest = steps - count * _BLOCK
    first, last = (
        (slice(rest, steps), slice(0, rest)) if reverse else (slice(0, steps - rest), slice(steps - rest, steps))
    )
    decays, values, found = (_blocks(tensor[:, first], count) for tensor in (decay, inputs, states))
    factor, made = _effect(decays, values, reverse)
    ends = torch.empty_like(made, dtype=states.dtype)
    _scan(factor, made, initial, ends, reverse)
    before = initial.to(states.dtype)[:, None]
    starts = torch.cat([ends[:, 1:], before] if reverse else [before, ends[:, :-1]], dim=1)
    _pass(decays, values, starts, found, reverse)
    _pass(decay[:, last], inputs[:, last], ends[:, 0 if reverse else -1], states[:, last], reverse)


def _blocks(tensor: torch.Tensor, count: int) -> torch.Tensor:
    """(samples, steps, units) seen as (samples, blocks, steps of a block, units)."""
    return tensor.unflatten(1, (count, _BLOCK))  # type: ignore[no-untyped-call,no-any-return]


def _order(steps: int, reverse: bool) -> Iterable[int]:
    return range(steps - 1, -1, -1) if reverse else range(steps)


def _pass(
    decay: torch.Tensor, inputs: torch.Tensor, initial: torch.Tensor, states: torch.Tensor, reverse: bool
) -> None:
    """The time loop over the last but one dimension."""
    state = initial
    for index in _order(inputs.shape[-2], reverse):
        state = torch.addcmul(inputs[..., index, :], decay[..., index, :], state, out=states[..., index, :])


def _effect(decay: torch.Tensor, inputs: torch.Tensor, reverse: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """What each block makes of the state before it: (factor, summand), each (samples, blocks, units)."""
    order = iter(_order(inputs.shape[-2], reverse))
    index = next(order)
    factor = decay[..., index, :].clone()
    made = inputs[..., index, :].to(torch.promote_types(decay.dtype, inputs.dtype), copy=True)
    for index in order:
        factor *= decay[..., index, :]
        torch.addcmul(inputs[..., index, :], decay[..., index, :], made, out=made)
    return factor, made
