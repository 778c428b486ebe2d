"""This network's hardware beside networks that others published: time, energy, power and size, each with its scope.

Ours are what the targets of the verification measured, the estimate of the model's energy study, and what synthesis
for a board gave where a baseline of that very checkpoint is kept (``hdl/baselines``). Others' are those of
``codesign/digital/energy/published.yaml`` and of the model's card. Nothing is converted from one scope to another.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from codesign import resources
from codesign.digital.energy.constants import published as published_networks
from codesign.report.published import Published
from codesign.report.studies import Study
from codesign.report.studies.energy import Form as EnergyStudy
from codesign.report.svg import SERIES, WIDE, figure, logarithmic, svg
from codesign.report.titles import target_title
from codesign.report.words import count, si
from codesign.verify.run import VerifyResult

__all__ = ["Implementation", "compared", "drawn", "needs"]

_CLOCK_HZ = 100e6
_MNIST = "MNIST, 28 x 28"
_IMAGE_TASKS = ("mnist", "digits")
"""Beside these stand the published networks, all of which decide handwritten digits."""


@dataclass(frozen=True, kw_only=True)
class Implementation:
    """A network in hardware. None: not told. Seconds and joules are per inference, watts as the source has them."""

    name: str
    ours: bool
    task: str
    device: str
    seconds: float | None = None
    joules: float | None = None
    watts: float | None = None
    size: str = ""
    scope: str
    source: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Name, task, device, time, energy, power, size: as text."""
        quantities = ((self.seconds, "s"), (self.joules, "J"), (self.watts, "W"))
        written = (si(value, unit) if value is not None else "-" for value, unit in quantities)
        return self.name, self.task, self.device, *written, self.size or "-"


def compared(
    result: VerifyResult, studies: Sequence[Study] = (), published: Published | None = None
) -> tuple[Implementation, ...]:
    """Ours first, then those of others; ``studies`` are those of this model."""
    task = result.network.task
    ours = [*_targets(result), *_estimates(studies, task), *_boards(result)]
    others = list(_published(task)) if ours else []
    if published is not None:
        others.append(
            Implementation(
                name="Published chip",
                ours=False,
                task="as this model",
                device="another technology",
                watts=published.power_w,
                scope="as the model's card tells it",
                source=published.source,
            )
        )
    return (*ours, *others)


def needs(result: VerifyResult, name: str) -> str:
    """What the target ``name`` takes for one sample, in a line; empty where it told nothing."""
    figures = result.targets[name].measurement.figures
    ours = next(_targets(result, [name]), None)
    if ours is None:
        return ""
    cycles = _number(figures.get("cycles_per_sample"))
    per_sample = [] if ours.joules is None else [si(ours.joules, "J")]
    if cycles is not None:
        per_sample.append(f"{cycles:,.4g} clock cycles")
    elif ours.seconds is not None:
        per_sample.append(si(ours.seconds, "s"))
    parts = [] if ours.watts is None else [si(ours.watts, "W")]
    parts += [f"{' and '.join(per_sample)} per sample"] if per_sample else []
    return "; ".join([*parts, *([ours.size] if ours.size else [])])


def _targets(result: VerifyResult, names: Sequence[str] | None = None) -> Iterator[Implementation]:
    for name in result.targets if names is None else names:
        target = result.targets[name]
        figures = target.measurement.figures
        seconds, joules, watts = (
            _number(figures.get(key)) for key in ("seconds_per_sample", "energy_j_per_sample", "power_w")
        )
        cycles = _number(figures.get("cycles_per_sample"))
        if seconds is None and joules is None and watts is None and cycles is None:
            continue
        scopes = []
        if watts is not None or joules is not None:
            scopes.append(str(figures.get("power_scope", "scope of the power not stated")))
        if seconds is None and cycles is not None:
            seconds = cycles / _CLOCK_HZ
            scopes.append(f"{count(round(cycles))} cycles per sample, the time is at an assumed clock of 100 MHz")
        yield Implementation(
            name=target_title(name),
            ours=True,
            task=result.network.task,
            device=str(figures.get("technology", "RTL, no device")),
            seconds=seconds,
            joules=joules,
            watts=watts,
            size=f"{count(figures['devices'])} transistors" if isinstance(figures.get("devices"), int) else "",
            scope="; ".join(scopes) or "simulated",
            source=f"measured here, {figures.get('simulator', name)}",
        )


def _estimates(studies: Sequence[Study], task: str) -> Iterator[Implementation]:
    for study in studies:
        form = study.form
        if isinstance(form, EnergyStudy):
            energy, power = form.energy_j_per_sample, form.power_w_at_100_mhz
            yield Implementation(
                name=f"RTL on an FPGA, engine {form.engine}, estimated",
                ours=True,
                task=task,
                device=form.device,
                seconds=form.cycles_per_sample / _CLOCK_HZ,
                joules=energy.nominal,
                watts=power.nominal,
                scope=f"{form.scope}; {si(energy.low, 'J')} to {si(energy.high, 'J')}, time at 100 MHz",
                source="codesign energy, an estimate from switching activity",
            )


def _boards(result: VerifyResult) -> Iterator[Implementation]:
    """What synthesis gave for this very checkpoint."""
    for path in sorted((resources.folder("hdl") / "baselines").glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        found: dict[str, Any] = content["found"]
        if found["model_hash"] != result.network.hash:
            continue
        arguments = content["arguments"]
        board = arguments[arguments.index("--board") + 1]
        engine = arguments[arguments.index("--engine") + 1] if "--engine" in arguments else "balanced"
        core = "the core alone" if "--core" in arguments else "the core with its serial port"
        fmax = _number(found["fmax_mhz"])
        cycles = float(found["cycles_per_sample"])
        speed = f"{cycles:,.0f} cycles at the {fmax:.1f} MHz it can be clocked with" if fmax else "not placed"
        yield Implementation(
            name=f"RTL for {board}, engine {engine}",
            ours=True,
            task=result.network.task,
            device=board,
            seconds=cycles / (fmax * 1e6) if fmax else None,
            size=f"{count(found['lut'])} LUT, {count(found['ff'])} FF, {count(found['block_ram'])} block RAM, "
            f"{count(found['dsp'])} DSP",
            scope=f"{core}; {speed}",
            source=f"codesign synth, {', '.join(f'{tool} {v}'.strip() for tool, v in found['tools'].items())}",
        )


def _published(task: str) -> Iterator[Implementation]:
    if not any(task.startswith(known) for known in _IMAGE_TASKS):
        return
    for row in published_networks():
        yield Implementation(
            name=row.name,
            ours=False,
            task=_MNIST,
            device=row.device,
            seconds=row.seconds,
            joules=row.joules,
            watts=row.joules / row.seconds,
            scope=row.scope,
            source=row.source,
        )


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def _decades(values: Sequence[float]) -> tuple[float, float]:
    """Whole decades with room around, so that an axis has at least two labels."""
    return 10 ** math.floor(math.log10(min(values) / 1.3)), 10 ** math.ceil(math.log10(max(values) * 1.3))


def drawn(implementations: Sequence[Implementation], name: str) -> Markup | None:
    """Energy over time of those that tell both, on logarithmic axes; None for fewer than two."""
    points = [(n, i, i.seconds, i.joules) for n, i in enumerate(implementations, start=1) if i.seconds and i.joules]
    if len(points) < 2:
        return None
    with figure(WIDE, 3.4) as drawing:
        axes = drawing.add_subplot()
        for ours, colour, marker in ((True, SERIES[0], "o"), (False, SERIES[1], "s")):
            some = [(s, j) for _, i, s, j in points if i.ours is ours]
            if some:
                label = "this network" if ours else "published by others"
                axes.plot(*zip(*some, strict=True), marker, color=colour, markersize=6, label=label)
        for number, _, seconds, joules in points:
            axes.annotate(str(number), (seconds, joules), xytext=(6, 2), textcoords="offset points", fontsize=8)
        logarithmic(axes, "x", unit="s")
        logarithmic(axes, "y", unit="J")
        axes.set_xlim(_decades([seconds for _, _, seconds, _ in points]))
        axes.set_ylim(_decades([joules for *_, joules in points]))
        axes.set_xlabel("time per inference")
        axes.set_ylabel("energy per inference")
        axes.grid(visible=True, linewidth=0.5)
        axes.set_axisbelow(True)
        drawing.legend(loc="outside upper left", ncols=2, handletextpad=0.2)
        return svg(drawing, name=name, label=f"energy over time per inference of {len(points)} networks")
