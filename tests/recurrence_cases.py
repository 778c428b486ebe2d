"""Random arguments for the recurrences: coarse values, so that thresholds are met exactly and zeros occur."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import recurrence_loops as loops
import torch
from hypothesis import strategies as st

from codesign import recurrence
from codesign.recurrence import Memory, Surrogate

SURROGATES = st.builds(
    Surrogate, st.sampled_from(["arctangent", "fast_sigmoid", "triangle"]), st.sampled_from([0.5, 1.0, 2.0])
)
SIZES = st.tuples(
    st.sampled_from([0, 1, 2, 3]), st.sampled_from([0, 1, 2, 31, 70, 130]), st.sampled_from([1, 3, 17, 70])
)
LAYOUTS = ("plain", "steps first", "units apart", "every other step")


@dataclass(frozen=True, eq=False)
class Case:
    """One call: the function, its loop, its tensors (None: no threshold) and its other arguments."""

    name: str
    tensors: list[torch.Tensor | None]
    options: dict[str, Any] = field(default_factory=dict)
    exact: bool = True
    """The closed form has the loop's states bit for bit; otherwise but for rounding."""

    @property
    def function(self) -> Callable[..., Any]:
        return getattr(recurrence, self.name)

    def leaves(self) -> list[torch.Tensor | None]:
        """The tensors again, as leaves with the same strides."""
        return [None if t is None else _leaf(t) for t in self.tensors]

    def loop(self, tensors: list[torch.Tensor | None]) -> Any:
        return getattr(loops, self.name)(*tensors, **self.options)


def _leaf(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.detach().as_strided(tensor.shape, tensor.stride(), tensor.storage_offset()).requires_grad_()


def results(found: Any) -> list[torch.Tensor]:
    """Those with a gradient."""
    return [found.outputs, found.final] if isinstance(found, Memory) else [found]


@st.composite
def cases(draw: st.DrawFn, *, name: str, dtype: torch.dtype | None = None) -> Case:
    samples, steps, units = draw(SIZES)
    dtype = dtype or draw(st.sampled_from([torch.float32, torch.float64]))
    generator = torch.Generator().manual_seed(draw(st.integers(0, 10_000)))
    layout = draw(st.sampled_from(LAYOUTS))

    def coarse(*shape: int, low: int = -6, high: int = 6) -> torch.Tensor:
        return torch.randint(low, high + 1, shape, generator=generator).to(dtype) / 4

    def rows() -> torch.Tensor:
        if layout == "steps first":
            return coarse(steps, samples, units).transpose(0, 1)
        if layout == "units apart":
            return coarse(samples, steps, 2 * units)[..., ::2]
        return (
            coarse(samples, 2 * steps, units)[:, ::2] if layout == "every other step" else coarse(samples, steps, units)
        )

    vector = lambda: coarse(units)  # noqa: E731
    whole = draw(st.booleans())
    initial = coarse(samples, units, low=-1, high=1) * 4 if whole else coarse(samples, units)
    if name in ("linear_recurrence", "gated_hold"):
        return Case(name, [rows() / 2, rows(), initial], exact=False)
    options = {"unit": draw(st.sampled_from([1.0, 0.125])), "surrogate": draw(SURROGATES)}
    if name == "hysteresis":
        return Case(name, [rows(), vector(), vector(), vector(), vector(), initial], options)
    threshold = rows() if draw(st.booleans()) else None
    if name == "accumulate":
        return Case(name, [rows(), vector(), threshold, vector(), rows(), vector(), initial], options)
    options["eps"] = draw(st.sampled_from([0.0, 0.3, 1.0]))
    exact = options["eps"] != 0.3
    return Case(name, [rows(), vector(), threshold, vector(), vector(), initial], options, exact)
