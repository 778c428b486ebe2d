"""Layers of recurrent cells with the calling convention of ``torch.nn.GRU``.

The layers inside are those of ``codesign/cells/NAME/module.py``, which recipes train, too: what is trained here is what
is exported.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, ClassVar

import torch
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

from codesign import cells
from codesign.errors import InputError
from codesign.training.layer import LayerModule
from codesign.training.recipe import LayerRecipe, checked

__all__ = ["Recurrent", "State"]

State = torch.Tensor | tuple[torch.Tensor, ...]
"""(num_layers, samples, hidden_size), without ``samples`` for a sequence alone; a tuple of such for cells with several
states, in the order of their equations."""


class Recurrent(torch.nn.Module):
    """``num_layers`` layers of one cell, each fed by the one before.

    The first argument of a call is (steps, samples, input_size), with ``batch_first`` (samples, steps, input_size),
    without ``samples`` for one sequence alone, or a PackedSequence; the second the state before the first step, by
    default that of a reset. It returns all outputs in the same form and the state after the last step (see
    :data:`State`; of a cell with a quantised state the whole number, without its gain). 0 steps and 0 samples are
    allowed.

    Sequences of different lengths are padded at their ends and told by ``lengths`` (samples,): outputs behind the end
    are 0, and the state is that after each one's last step.

    With ``quantised`` all parameters are the whole numbers of the hardware in the forward pass, from the first step of
    training on. ``options`` are those of the cell: ``Options`` in its ``module.py``; what some of them add to the loss
    is ``penalty`` after a call (:func:`codesign.nn.penalty`). ``attributes`` are those of its ``spec.py``. Raises
    InputError for what the cell does not know and for inputs that do not fit.
    """

    kind: ClassVar[str]
    """The cell: a folder of codesign/cells."""

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        *,
        batch_first: bool = False,
        dropout: float = 0.0,
        quantised: bool = False,
        attributes: Mapping[str, int] | None = None,
        device: torch.device | str | None = None,
        dtype: torch.dtype | None = None,
        **options: Any,
    ) -> None:
        super().__init__()
        if input_size < 1 or num_layers < 1 or not 0 <= dropout < 1:
            raise InputError(
                f"{type(self).__name__}: input_size and num_layers are at least 1 and dropout is 0 to below 1, "
                f"not {input_size}, {num_layers} and {dropout}"
            )
        if quantised and self.kind not in cells.kinds():
            raise InputError(f"{type(self).__name__} only exists in software, so it cannot be quantised")
        self.input_size, self.hidden_size, self.num_layers = input_size, hidden_size, num_layers
        self.batch_first, self.dropout, self.quantised = batch_first, dropout, quantised
        layers: list[LayerModule] = []
        for index in range(num_layers):
            value = {
                "name": f"{self.kind}{index + 1}", "kind": self.kind, "outputs": hidden_size,
                "attributes": dict(attributes or {}), "options": options,
            }  # fmt: skip
            recipe = checked(LayerRecipe, value, type(self).__name__)
            layers.append(self._module(recipe)(recipe, input_size if index == 0 else hidden_size))
            layers[-1].rounding = quantised
            layers[-1].measures_margin = False  # it costs another product
        self.layers = torch.nn.ModuleList(layers)
        self.penalty: torch.Tensor | None = None
        """What the cell adds to the loss for its last call (sparsity, margins, ...); None: nothing."""
        self.to(device=device, dtype=dtype)

    def _module(self, recipe: LayerRecipe) -> type[LayerModule]:
        found: type[LayerModule] = cells.part(recipe.kind, "module").Module
        return found

    def forward(
        self,
        input: torch.Tensor | PackedSequence,
        hx: State | None = None,
        *,
        lengths: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor | PackedSequence, State]:
        """Outputs and the state after the last step; see the class."""
        if isinstance(input, PackedSequence):
            if lengths is not None:
                raise InputError("a PackedSequence has lengths of its own; leave out 'lengths'")
            padded, lengths = pad_packed_sequence(input, batch_first=self.batch_first)
            found, state = self(padded, hx, lengths=lengths)
            return pack_padded_sequence(found, lengths, self.batch_first, enforce_sorted=False), state
        alone = input.dim() == 2
        signal = self._checked_input(input, alone=alone)
        before = self._before(hx, signal, alone=alone)
        ends = _checked_lengths(lengths, signal)
        after: list[tuple[torch.Tensor, ...]] = []
        self.penalty = None
        for index in range(self.num_layers):
            if index and self.dropout:
                signal = torch.nn.functional.dropout(signal, self.dropout, self.training)
            signal, states = self._run(self.layer(index), signal, before[index], ends)
            after.append(states)
        joined = tuple(torch.stack(parts) for parts in zip(*after, strict=True))
        if alone:
            signal, joined = signal[0], tuple(part[:, 0] for part in joined)
        elif not self.batch_first:
            signal = signal.transpose(0, 1)
        return signal, joined[0] if len(joined) == 1 else joined

    def set_progress(self, part: float) -> None:
        """Tell the cell how much of the training is done, 0 to 1; annealed options look at it."""
        for index in range(self.num_layers):
            self.layer(index).progress = part

    def set_mismatch(self, deviation: float) -> None:
        """Let every parameter deviate, relatively, by normal noise drawn for each call that is not training."""
        for index in range(self.num_layers):
            self.layer(index).mismatch = deviation

    def project(self) -> None:
        """Bring the parameters back into the cell's range; call it after each step of the optimiser."""
        for index in range(self.num_layers):
            self.layer(index).project()

    @torch.no_grad()
    def calibrate(self, input: torch.Tensor) -> torch.Tensor:
        """Fit the initial parameters to examples of the input; returns the outputs. Call it once before training."""
        signal = self._checked_input(input, alone=input.dim() == 2)
        for index in range(self.num_layers):
            self.layer(index).calibrate(signal, Fraction(1))
            signal, _ = self._run(self.layer(index), signal, None, None)
        if input.dim() == 2:
            return signal[0]
        return signal if self.batch_first else signal.transpose(0, 1)

    def extra_repr(self) -> str:
        """As in torch.nn.GRU."""
        named = ("num_layers", "batch_first", "dropout", "quantised")
        return ", ".join(
            [f"{self.input_size}, {self.hidden_size}", *(f"{name}={getattr(self, name)}" for name in named)]
        )

    def _run(
        self,
        layer: LayerModule,
        signal: torch.Tensor,
        before: Mapping[str, torch.Tensor] | None,
        ends: torch.Tensor | None,
    ) -> tuple[torch.Tensor, tuple[torch.Tensor, ...]]:
        """(samples, steps, units), and each state (samples, units) after the last step."""
        layer.states_need_gradient = ends is not None
        # Whole numbers need all bits of single precision.
        casts = torch.is_autocast_enabled(signal.device.type) and not self.quantised
        with torch.autocast(signal.device.type, enabled=casts):
            activity = layer(signal, Fraction(1), before)
        if activity.penalty is not None:
            self.penalty = activity.penalty if self.penalty is None else self.penalty + activity.penalty
        outputs = activity.outputs if activity.scale == 1 else activity.outputs * float(activity.scale)
        if ends is None or signal.shape[1] == 0:
            return outputs, tuple(activity.final[name] for name in layer.STATES)
        final = []
        for name in layer.STATES:
            states, last = activity.states[name], activity.final[name]
            index = (ends - 1).clamp_min(0)[:, None, None].expand(-1, 1, states.shape[2])
            at_end = states.gather(1, index)[:, 0].to(last.dtype)
            if not bool((ends > 0).all()):
                # A sequence without a step keeps what was before it; a call without steps says what that is.
                start = layer(signal[:, :0], Fraction(1), before).final[name]
                at_end = torch.where((ends > 0)[:, None], at_end, start)
            final.append(at_end)
        behind = torch.arange(signal.shape[1], device=signal.device)[None, :, None] >= ends[:, None, None]
        return outputs.masked_fill(behind, 0), tuple(final)

    def _checked_input(self, signal: torch.Tensor, *, alone: bool) -> torch.Tensor:
        """As (samples, steps, input_size)."""
        form = "(samples, steps, {0})" if self.batch_first else "(steps, samples, {0})"
        if signal.dim() not in (2, 3) or signal.shape[-1] != self.input_size:
            raise InputError(
                f"{type(self).__name__}: the input must be {form.format(self.input_size)}, "
                f"or (steps, {self.input_size}) for one sequence alone, not {tuple(signal.shape)}"
            )
        dtype = next(self.parameters()).dtype
        if not torch.is_autocast_enabled(signal.device.type) and signal.dtype != dtype:
            raise InputError(
                f"{type(self).__name__}: the input is {signal.dtype}, the parameters are {dtype}; convert one of them"
            )
        if alone:
            return signal[None]
        return signal if self.batch_first else signal.transpose(0, 1)

    def _before(self, hx: State | None, signal: torch.Tensor, *, alone: bool) -> list[dict[str, torch.Tensor] | None]:
        """The states before the first step, for each layer."""
        if hx is None:
            return [None] * self.num_layers
        names = self.layer(0).STATES
        parts = hx if isinstance(hx, tuple) else (hx,)
        wanted = (self.num_layers, *(() if alone else (signal.shape[0],)), self.hidden_size)
        if len(parts) != len(names) or any(tuple(part.shape) != wanted for part in parts):
            shapes = ", ".join(str(tuple(part.shape)) for part in parts)
            raise InputError(
                f"{type(self).__name__}: the state must be {len(names)} tensor(s) of {wanted} ({', '.join(names)}), "
                f"not {shapes}"
            )
        if alone:
            parts = tuple(part[:, None] for part in parts)
        return [
            {name: part[index] for name, part in zip(names, parts, strict=True)} for index in range(self.num_layers)
        ]

    def layer(self, index: int) -> LayerModule:
        """The layer of number ``index``, from 0 on."""
        layer = self.layers[index]
        assert isinstance(layer, LayerModule)
        return layer


def _checked_lengths(lengths: torch.Tensor | None, signal: torch.Tensor) -> torch.Tensor | None:
    if lengths is None:
        return None
    samples, steps = signal.shape[:2]
    if tuple(lengths.shape) != (samples,) or lengths.is_floating_point():
        raise InputError(
            f"lengths must be {samples} whole numbers, one per sample, not {lengths.dtype} {lengths.shape}"
        )
    ends = lengths.to(signal.device, torch.int64)
    if samples and not bool(((ends >= 0) & (ends <= steps)).all()):
        raise InputError(f"lengths must be 0..{steps}, not {int(ends.min())}..{int(ends.max())}")
    return ends
