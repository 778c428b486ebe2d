"""Tensors in, tensors out: chunks, places for partial sums, and the launch of the kernels."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

import torch

from codesign.errors import InputError
from codesign.recurrence.surrogate import Surrogate
from codesign.recurrence.triton.schedule import BLOCK, BLOCK_OF_DOUBLES, UNITS, Chunks, chunks, multiprocessors

__all__ = ["Gradients", "Signal", "backward", "forward", "interpreted", "signal"]


_AS_THE_LOOP = {"enable_fp_fusion": False}
"""Without fused multiply-adds the states are those of the time loop to the last bit."""


class Signal(NamedTuple):
    """A tensor (samples, steps, units) plus a vector (units,), as a kernel sees them. Either may be missing."""

    tensor: torch.Tensor | None
    sample_stride: int
    step_stride: int
    unit_stride: int
    vector: torch.Tensor | None


def signal(values: torch.Tensor | None = None, vector: torch.Tensor | None = None) -> Signal:
    """Of a tensor with any strides and any vector."""
    strides = (0, 0, 0) if values is None else values.stride()
    return Signal(values, strides[0], strides[1], strides[2], None if vector is None else vector.contiguous())


@dataclass(frozen=True, eq=False, kw_only=True)
class Gradients:
    """What one backward pass gives; None for what was not asked for."""

    signals: tuple[torch.Tensor | None, ...]
    """(samples, steps, units) of each signal's tensor."""
    vectors: tuple[torch.Tensor | None, ...]
    """(samples, units) of each signal's vector: summed over the steps."""
    gain: torch.Tensor | None
    """(units,)"""
    initial: torch.Tensor
    """(samples, units)"""


@dataclass(frozen=True, eq=False, kw_only=True)
class _Launch:
    """What all launches for one call of an operator have in common."""

    kernels: Any
    """The module of the kernels over time."""
    effects: Any
    """The module of the kernels of the first pass."""
    cell: Any
    dtype: torch.dtype
    device: torch.device
    shape: tuple[int, int, int]
    chunks: Chunks

    @property
    def sizes(self) -> tuple[int, int, int, int]:
        return (*self.shape, self.chunks.steps)

    @property
    def constants(self) -> dict[str, Any]:
        double = self.dtype == torch.float64
        return {
            "UPDATE": self.cell.update,
            "DTYPE": self.kernels.tl.float64 if double else self.kernels.tl.float32,
            "UNITS": UNITS,
            "BLOCK": BLOCK_OF_DOUBLES if double else BLOCK,
            "num_warps": 1,
        }

    def grid(self, count: int) -> tuple[int]:
        samples, _, units = self.shape
        return (count * samples * -(-units // UNITS),)

    def on_device(self) -> AbstractContextManager[Any]:
        return torch.cuda.device(self.device) if self.device.type == "cuda" else nullcontext()

    def parts(self) -> torch.Tensor:
        """A place for one number per chunk, sample and unit."""
        samples, _, units = self.shape
        return torch.empty(self.chunks.count, samples, units, dtype=self.dtype, device=self.device)


def interpreted() -> bool:
    """Whether Triton was imported with TRITON_INTERPRET=1, so that kernels run on CPU tensors, slowly."""
    return bool(import_module("triton").knobs.runtime.interpret)


def forward(
    name: str,
    signals: Sequence[Signal],
    initial: torch.Tensor,
    *,
    like: torch.Tensor,
    gain: torch.Tensor | None = None,
    eps: float = 0.0,
    outputs: torch.Tensor | None = None,
    states: torch.Tensor | None = None,
    kept: torch.Tensor | None = None,
) -> torch.Tensor:
    """Fill ``outputs``, ``states`` and ``kept`` (each (samples, steps, units) as ``like``, or None); the final state.

    ``name`` is that of a cell of ``cells``; three ``signals`` are its channels.
    """
    if like.numel() == 0:
        return initial.clone()
    launch = _launch(name, like)
    initial = initial.contiguous()
    final = torch.empty_like(initial)
    gain = None if gain is None else gain.contiguous()
    factors = summands = None
    with launch.on_device():
        if launch.chunks.count > 1:
            factors, summands = launch.parts(), launch.parts()
            launch.effects.forward_effect[launch.grid(launch.chunks.count - 1)](
                *signals,
                factors,
                summands,
                eps,
                *launch.sizes,
                RESETS=launch.cell.resets,
                **_AS_THE_LOOP,
                **launch.constants,
            )
        launch.kernels.forward[launch.grid(launch.chunks.count)](
            *signals, gain, initial, signal(outputs), signal(states), signal(kept), final, factors, summands, eps,
            *launch.sizes, ENCODE=launch.cell.encode, **_AS_THE_LOOP, **launch.constants,
        )  # fmt: skip
    return final


def backward(
    name: str,
    signals: Sequence[Signal],
    of_outputs: torch.Tensor,
    of_final: torch.Tensor | None,
    initial: torch.Tensor,
    *,
    kept: torch.Tensor | None = None,
    final: torch.Tensor | None = None,
    gain: torch.Tensor | None = None,
    eps: float = 0.0,
    unit: float = 1.0,
    surrogate: Surrogate = Surrogate(),  # noqa: B008 (frozen)
    of_signals: Sequence[bool],
    of_vectors: Sequence[bool],
) -> Gradients:
    """The gradients of one call of :func:`forward`; ``of_signals`` and ``of_vectors`` say which of them.

    With a gain but nothing kept (cumulative), ``final`` is the state after the last step.
    """
    if of_outputs.numel() == 0:
        return _of_nothing(signals, initial, of_final, gain, of_signals, of_vectors)
    launch = _launch(name, of_outputs)
    initial = initial.contiguous()
    gain = None if gain is None else gain.contiguous()
    of_final = None if of_final is None else of_final.contiguous()
    of_initial = torch.empty_like(initial)
    places = _places(signals, of_signals)
    sums = [launch.parts() if asked else None for asked in of_vectors]
    of_gain = None if gain is None else launch.parts()
    of_offset, rise = (launch.parts(), launch.parts()) if gain is not None and kept is None else (None, None)
    factors = summands = None
    surrogates = import_module("codesign.recurrence.triton.surrogates").SURROGATES
    with launch.on_device():
        if launch.chunks.count > 1:
            factors, summands = launch.parts(), launch.parts()
            launch.effects.backward_effect[launch.grid(launch.chunks.count - 1)](
                *signals, signal(of_outputs), gain, factors, summands, eps, *launch.sizes,
                RESETS=launch.cell.resets, **launch.constants,
            )  # fmt: skip
        launch.kernels.backward[launch.grid(launch.chunks.count)](
            *signals, signal(of_outputs), signal(kept), gain, initial, of_final, factors, summands,
            *map(signal, places), *sums, of_gain, of_offset, rise, of_initial, eps, unit * surrogate.steepness,
            *launch.sizes, launch.chunks.count, SLOPES=launch.cell.slopes, MISSING=launch.cell.missing,
            DECODE=launch.cell.decode, SURROGATE=surrogates[surrogate.kind], **launch.constants,
        )  # fmt: skip
    if of_gain is not None and of_offset is not None and rise is not None and final is not None:
        # The state at the end of each chunk: the final one less the rises of the chunks after it.
        ends = final - (rise.sum(0) - rise.cumsum(0))
        of_gain = of_gain + ends * of_offset
    return Gradients(
        signals=tuple(places),
        vectors=tuple(None if part is None else part.sum(0) for part in sums),
        gain=None if of_gain is None else of_gain.sum((0, 1)),
        initial=of_initial,
    )


def _places(signals: Sequence[Signal], asked: Sequence[bool]) -> tuple[torch.Tensor | None, ...]:
    """Of the shapes, and if possible strides, of the signals' tensors."""
    return tuple(
        torch.empty_like(signal.tensor) if wanted and signal.tensor is not None else None
        for signal, wanted in zip(signals, asked, strict=True)
    )


def _of_nothing(
    signals: Sequence[Signal],
    initial: torch.Tensor,
    of_final: torch.Tensor | None,
    gain: torch.Tensor | None,
    of_signals: Sequence[bool],
    of_vectors: Sequence[bool],
) -> Gradients:
    """Without samples, steps or units: what comes from after the last step goes to the initial state."""
    return Gradients(
        signals=_places(signals, of_signals),
        vectors=tuple(torch.zeros_like(initial) if asked else None for asked in of_vectors),
        gain=None if gain is None else torch.zeros_like(gain),
        initial=torch.zeros_like(initial) if of_final is None else of_final.clone(),
    )


def _launch(name: str, like: torch.Tensor) -> _Launch:
    if like.device.type != "cuda" and not interpreted():
        raise InputError(
            f"the Triton kernels cannot read tensors on {like.device}; move them to a CUDA device, choose another "
            "implementation, or set TRITON_INTERPRET=1 before Python starts to interpret the kernels"
        )
    samples, steps, units = like.shape
    return _Launch(
        kernels=import_module("codesign.recurrence.triton.kernels"),
        effects=import_module("codesign.recurrence.triton.effects"),
        cell=import_module("codesign.recurrence.triton.cells").CELLS[name],
        dtype=like.dtype,
        device=like.device,
        shape=(samples, steps, units),
        chunks=chunks(multiprocessors(like.device), samples, steps, units),
    )
