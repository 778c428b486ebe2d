"""Numbers and verdicts in words."""

import math
from dataclasses import dataclass
from typing import Any, Literal

from codesign.report.titles import target_noun, target_title
from codesign.verify.compare import Comparison
from codesign.verify.divergence import Divergence
from codesign.verify.run import TargetResult, VerifyResult

__all__ = ["UNDECIDED", "Level", "Verdict", "class_name", "count", "number", "percent", "si", "verdict"]

Level = Literal["good", "near", "bad"]
UNDECIDED = "undecided"
"""Of a target that has no single winner: decision -1."""
_PREFIXES = {-15: "f", -12: "p", -9: "n", -6: "µ", -3: "m", 0: "", 3: "k", 6: "M", 9: "G"}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the banner says of one target."""

    target: str
    title: str
    level: Level
    headline: str
    but: str
    """What a target that passes does not share with the twin."""
    states: str
    """How many states agree."""
    states_short: str
    decisions_short: str
    margin: str
    """What the differences amount to, seen against the margin."""
    decisions: str
    accuracy: str
    divergence: str
    shares: tuple[float, float, float]
    """Per cent of all states that agree, that differ in the margin, that differ outside it."""


def si(value: float, unit: str) -> str:
    """``value`` with a prefix and three digits: 1.24e-8, "W" gives "12.4 nW"."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g} {unit}"
    power = max(-15, min(9, 3 * math.floor(math.log10(abs(value)) / 3 + 1e-9)))
    mantissa = f"{value / 10.0**power:.3g}"
    if abs(float(mantissa)) >= 1000 and power < 9:  # 999.9 n rounds to 1 µ
        power, mantissa = power + 3, f"{value / 10.0 ** (power + 3):.3g}"
    if "e" in mantissa:
        return f"{value:.3g} {unit}"
    return f"{mantissa} {_PREFIXES[power]}{unit}"


def count(value: int) -> str:
    """A whole number with thin groups of three."""
    return f"{value:,}"


def number(value: Any) -> str:
    """Any plain value as short text."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "no", None: "-"}[value]
    if isinstance(value, int):
        return count(value)
    if isinstance(value, float):
        return f"{value:.4g}"
    return str(value)


def percent(part: float, whole: float) -> str:
    """Never "100 %" unless it is all, never "0 %" unless it is none."""
    if whole <= 0:
        return "-"
    if part >= whole:
        return "100 %"
    share = 100 * part / whole
    for digits in (1, 2, 3):
        text = f"{share:.{digits}f}"
        if part == 0 or (float(text) < 100 and float(text) > 0):
            return f"{text} %"
    return "above 99.999 %" if share > 50 else "below 0.001 %"


def verdict(result: VerifyResult, name: str) -> Verdict:
    """The verdict over one target of ``result``."""
    target = result.targets[name]
    found = target.comparison
    noun = target_noun(name)
    differ = found.states_compared - found.states_agree
    inside = differ - found.disagree_outside_margin
    has_margin = target.measurement.in_margin is not None
    whole = max(found.states_compared, 1)
    return Verdict(
        target=name,
        title=target_title(name),
        level=_level(target),
        headline=_headline(target, inside, has_margin),
        but=_but(target),
        states=f"{count(found.states_agree)} of {count(found.states_compared)} states agree "
        f"({percent(found.states_agree, found.states_compared)})",
        states_short=percent(found.states_agree, found.states_compared),
        decisions_short=f"{count(found.decisions_agree)} of {count(found.samples)}",
        margin=_margin(found, has_margin),
        decisions=f"{count(found.decisions_agree)} of {count(found.samples)} decisions as the twin's",
        accuracy=f"{_share(found.accuracy_twin)} twin, {_share(found.accuracy_target)} {noun}",
        divergence=_divergence(result, target, noun),
        shares=(
            100 * found.states_agree / whole,
            100 * inside / whole,
            100 * found.disagree_outside_margin / whole,
        ),
    )


def _level(target: TargetResult) -> Level:
    if not target.passed or not target.comparison.samples:
        return "bad"
    return "good" if target.comparison.perfect else "near"


def _headline(target: TargetResult, inside: int, has_margin: bool) -> str:
    found = target.comparison
    if not found.samples:
        return "Nothing was compared"
    wrong = found.samples - found.decisions_agree
    parts = []
    if found.disagree_outside_margin:
        where = " outside the margin" if has_margin else ""
        parts.append(f"{_plural(found.disagree_outside_margin, 'state')} {_verb(found.disagree_outside_margin)}{where}")
    if wrong:
        parts.append(f"{_plural(wrong, 'decision')} {_verb(wrong)}")
    if parts:
        return f"{'Passes, but ' if target.passed else ''}{' and '.join(parts)}"
    if not target.passed:
        return f"Too many states differ within the margin: {count(inside)}"
    if inside:
        return f"Agrees, but for {_plural(inside, 'state')} within the margin"
    return "Agrees in every state and every decision"


def _but(target: TargetResult) -> str:
    found = target.comparison
    if not target.passed or found.perfect:
        return ""
    if found.decisions_agree < found.samples:
        return "few decisions"
    return "few states" if found.disagree_outside_margin else "states within the margin"


def _margin(found: Comparison, has_margin: bool) -> str:
    if not has_margin:
        return f"{count(found.disagree_outside_margin)} differ; there is no margin, all must be equal"
    return (
        f"{count(found.disagree_outside_margin)} differ outside the margin; "
        f"{count(found.states_in_margin)} of all states lie within it"
    )


def _divergence(result: VerifyResult, target: TargetResult, noun: str) -> str:
    first = target.comparison.first_divergence
    if first is None:
        return "No state differs." if target.comparison.samples else ""
    text = (
        f"First difference: sample {first.sample}, step {first.step}, layer “{first.layer}”, unit {first.unit}, "
        f"state “{first.state}”: the twin holds {first.expected}, the {noun} {first.found}."
    )
    if target.measurement.in_margin is not None:
        text += (
            " It lies within the margin, where the drive is too close to a threshold to tell."
            if first.in_margin
            else " It lies outside the margin."
        )
    if first.sample >= len(result.labels):  # of a later part, whose trace is not kept
        return text
    return f"{text}{_drive(result, first)} {_consequence(result, target, first)}"


def _drive(result: VerifyResult, first: Divergence) -> str:
    """Where the drive stood against the thresholds; only bistable cells have both."""
    trace = result.trace.layers.get(first.layer)  # none where a score differs and all states agree
    if trace is None or trace.drive is None or trace.drive_scale is None or trace.thresholds is None:
        return ""
    drive, lower, upper = (
        float(value * trace.drive_scale)
        for value in (
            int(trace.drive[first.sample, first.step, first.unit]),
            int(trace.thresholds[0][first.unit]),
            int(trace.thresholds[1][first.unit]),
        )
    )
    return f" Its drive there is {drive:.3g} unit currents; it resets at {lower:.3g} and sets at {upper:.3g}."


def _consequence(result: VerifyResult, target: TargetResult, first: Divergence) -> str:
    names = result.network.classes
    twin, found = (int(decisions[first.sample]) for decisions in (result.trace.decisions, target.measurement.decisions))
    if twin == found:
        return f"The sample is still decided as “{class_name(names, twin)}”, as in the twin."
    if found == -1:
        return f"The sample is left undecided; the twin decides “{class_name(names, twin)}”."
    return f"The sample is decided as “{class_name(names, found)}” instead of “{class_name(names, twin)}”."


def class_name(names: tuple[str, ...], index: int) -> str:
    """The class's name, "undecided" for -1, or the number where a target decided for a class that is none."""
    if index == -1:
        return UNDECIDED
    return names[index] if 0 <= index < len(names) else f"class {index}"


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


def _plural(found: int, noun: str) -> str:
    return f"{count(found)} {noun}{'' if found == 1 else 's'}"


def _verb(found: int) -> str:
    return "differs" if found == 1 else "differ"
