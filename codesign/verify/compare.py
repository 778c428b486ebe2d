"""Hold a measurement against the twin: every state of every step, the decisions, and the first divergence."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from codesign.errors import ToolError
from codesign.measurement import Measurement
from codesign.twin import NetworkTrace
from codesign.verify.divergence import Divergence

__all__ = ["Comparison", "compare", "merged"]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The figures of ``design.md`` that every target has."""

    samples: int
    steps: int
    states_compared: int
    states_agree: int
    states_in_margin: int
    disagree_outside_margin: int
    decisions_agree: int
    accuracy_twin: float
    accuracy_target: float
    first_divergence: Divergence | None
    samples_agree: int = 0
    """Samples of which every state that was measured and the decision are the twin's."""
    scores_compared: int = 0
    """Of all samples and classes; 0 where a target gives none in the twin's integers."""
    scores_agree: int = 0

    @property
    def perfect(self) -> bool:
        """Every state, every score that was measured and every decision as the twin's."""
        return (
            self.states_agree == self.states_compared
            and self.scores_agree == self.scores_compared
            and self.decisions_agree == self.samples
        )

    def json(self) -> dict[str, Any]:
        return asdict(self)


def compare(trace: NetworkTrace, measured: Measurement, labels: NDArray[np.int64]) -> Comparison:
    """Compare all states of ``trace`` with ``measured``; raises ToolError where one was not measured."""
    compared = agree = in_margin = outside = steps = 0
    same = measured.decisions == trace.decisions
    first: Divergence | None = None
    for layer, layer_trace in trace.layers.items():
        for state, whole in layer_trace.states.items():
            expected = whole[:, measured.first_step :]
            try:
                found = measured.states[layer][state]
            except KeyError:
                raise ToolError(f"state {state!r} of layer {layer!r} was not measured") from None
            if found.shape != expected.shape:
                raise ToolError(
                    f"state {state!r} of layer {layer!r} was measured with the shape {found.shape}, "
                    f"not {expected.shape}"
                )
            close = np.zeros(expected.shape, dtype=bool)
            if measured.in_margin is not None:
                close = measured.in_margin[layer][state]
            differs = found != expected
            same = same & ~differs.any(axis=(1, 2))
            steps = expected.shape[0] * expected.shape[1]
            compared += expected.size
            agree += int((~differs).sum())
            in_margin += int(close.sum())
            outside += int((differs & ~close).sum())
            for sample, step, unit in np.argwhere(differs):
                near = bool(close[sample, step, unit])
                if first is not None and (near, step + measured.first_step, sample) >= first.order:
                    continue
                first = Divergence(
                    sample=int(sample),
                    layer=layer,
                    state=state,
                    unit=int(unit),
                    step=int(step) + measured.first_step,
                    expected=int(expected[sample, step, unit]),
                    found=int(found[sample, step, unit]),
                    in_margin=near,
                )
    if first is None:
        first = _of_decisions(trace, measured)
    return Comparison(
        samples=len(labels),
        steps=steps,
        states_compared=compared,
        states_agree=agree,
        states_in_margin=in_margin,
        disagree_outside_margin=outside,
        decisions_agree=int((measured.decisions == trace.decisions).sum()),
        accuracy_twin=_accuracy(trace.decisions, labels),
        accuracy_target=_accuracy(measured.decisions, labels),
        first_divergence=first,
        samples_agree=int(same.sum()),
        scores_compared=0 if measured.scores is None else measured.scores.size,
        scores_agree=0 if measured.scores is None else int((measured.scores == trace.scores).sum()),
    )


def _of_decisions(trace: NetworkTrace, measured: Measurement) -> Divergence | None:
    """The first score that differs, or the first decision where scores were not measured or are right."""
    compared = [("decision", trace.decisions[:, None], measured.decisions[:, None])]
    if measured.scores is not None:
        compared.insert(0, ("score", trace.scores, measured.scores))
    for state, expected, found in compared:
        for sample, unit in np.argwhere(expected != found)[:1]:
            return Divergence(
                sample=int(sample),
                layer="decision",
                state=state,
                unit=int(unit),
                step=max(next(iter(trace.layers.values())).outputs.shape[1] - 1, 0),
                expected=int(expected[sample, unit]),
                found=int(found[sample, unit]),
                in_margin=False,
            )
    return None


def _accuracy(decisions: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    return float((decisions == labels).mean()) if len(labels) else 0.0


def merged(parts: Sequence[Comparison]) -> Comparison:
    """One comparison of all samples from those of their ``parts``, in order; at least one part is needed."""
    samples = sum(part.samples for part in parts)
    divergences, before = [], 0
    for part in parts:
        if part.first_divergence is not None:
            found = part.first_divergence
            divergences.append(replace(found, sample=found.sample + before))
        before += part.samples

    def total(name: str) -> int:
        return sum(getattr(part, name) for part in parts)

    def mean(name: str) -> float:
        return sum(getattr(part, name) * part.samples for part in parts) / samples if samples else 0.0

    return Comparison(
        samples=samples,
        steps=total("steps"),
        states_compared=total("states_compared"),
        states_agree=total("states_agree"),
        states_in_margin=total("states_in_margin"),
        disagree_outside_margin=total("disagree_outside_margin"),
        decisions_agree=total("decisions_agree"),
        accuracy_twin=mean("accuracy_twin"),
        accuracy_target=mean("accuracy_target"),
        first_divergence=min(divergences, key=lambda found: found.order, default=None),
        samples_agree=total("samples_agree"),
        scores_compared=total("scores_compared"),
        scores_agree=total("scores_agree"),
    )
