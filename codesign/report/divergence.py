"""A target's first divergence on the page: what made it, what it did, and where to look for it."""

from dataclasses import dataclass
from urllib.parse import quote

from codesign.report.words import count
from codesign.verify.run import VerifyResult

__all__ = ["Look", "Opened", "opened"]

_MOST = 5
"""So many other causes are told."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """A place on the page: what it is called, and its address."""

    words: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Opened:
    """``cause`` and ``effect`` are sentences, empty where none is known; ``others`` are causes that would do."""

    cause: str
    others: tuple[str, ...]
    effect: str
    places: tuple[Look, ...]


def opened(
    result: VerifyResult, name: str, address: str, *, spikes: bool = False, traced: bool = False
) -> Opened | None:
    """Of the target ``name`` of the model whose page is ``address``; None without a divergence.

    Places are the state map, the parameter that is the cause (or else those of the unit), and the step: in the
    waveforms, which are those of sample 0, in the spikes where these are drawn (``spikes``), and inside of the unit
    where it was ``traced``.
    """
    target = result.targets[name]
    first = target.comparison.first_divergence
    if first is None:
        return None
    places = []
    place = f"target={quote(name)}&layer={quote(first.layer)}&unit={first.unit}&step={first.step}"
    expected = result.trace.layers.get(first.layer)
    if traced:
        places.append(Look(words="the signals inside of that unit", address=f"/{address}/trace?target={quote(name)}"))
    if first.sample < len(result.labels) and expected is not None and expected.states:
        places.append(Look(words="the state map", address=f"/{address}/states?sample={first.sample}&{place}"))
    if any(other.measurement.figures.get("mapping") for other in result.targets.values()):
        if first.cause is not None and "[" in first.cause.parameter:
            words, query = "that parameter", first.cause.parameter
        else:
            words, query = "its unit's parameters", f"layer:{first.layer} unit:{first.unit}"
        places.append(Look(words=words, address=f"/{address}/mapping?q={quote(query)}"))
    if first.sample == 0 and target.measurement.waveforms:
        places.append(Look(words="the waveforms of that step", address=f"/{address}/waveforms?{place}"))
    if spikes:
        places.append(Look(words="the spikes around that step", address=f"/{address}/waveforms?{place}"))
    effect = ""
    if first.effect is not None:
        samples, changed = first.effect.samples_with_differences, first.effect.decisions_changed
        decisions = "no decision" if not changed else f"{count(changed)} decision{'s' * (changed > 1)}"
        effect = (
            f"{count(samples)} of {count(target.comparison.samples)} samples differ{'s' * (samples == 1)} somewhere; "
            f"{decisions} change{'s' * (changed < 2)}."
        )
    return Opened(
        cause="" if first.cause is None else first.cause.message,
        others=tuple(candidate.message for candidate in first.candidates[:_MOST]),
        effect=effect,
        places=tuple(places),
    )
