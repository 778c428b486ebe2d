"""Put the page together and write it."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import jinja2
from markupsafe import Markup

from codesign import __version__
from codesign.errors import InputError
from codesign.files import write_file
from codesign.report import confusion, facts
from codesign.report.chain import chain
from codesign.report.conditions import conditions as conditions_of
from codesign.report.hysteresis import HysteresisPlot, hysteresis_plots
from codesign.report.power import PowerBar, power_bar
from codesign.report.published import Published
from codesign.report.raster import RasterPlot, raster_plot
from codesign.report.statemap import StateMap, state_maps
from codesign.report.studies import Study
from codesign.report.titles import target_noun, target_title
from codesign.report.waveforms import WaveformPlot, waveform_plots
from codesign.report.words import Verdict, count, verdict
from codesign.verify.run import VerifyResult

__all__ = ["write"]


@dataclass(frozen=True, kw_only=True)
class _Target:
    """All that the page shows of one target."""

    name: str
    title: str
    noun: str
    has_margin: bool
    waveforms: list[WaveformPlot]
    raster: RasterPlot | None
    hysteresis: list[HysteresisPlot]
    power: PowerBar | None
    maps: list[StateMap]


def write(
    results: Sequence[VerifyResult],
    output: Path,
    *,
    studies: Sequence[Study] = (),
    published: Mapping[str, Published] = MappingProxyType({}),
) -> Path:
    """Write the page for ``results`` to ``output`` and return its path; the same results give the same bytes.

    ``studies`` follow the models in their order; ``published`` gives by a model's name what others
    published. Raises InputError where there is nothing to report or ``output`` cannot be written.
    """
    if not results:
        raise InputError("a report needs the result of at least one verification, not none")
    output = Path(output)
    write_file(output, _render(results, studies, published))
    return output


def _render(results: Sequence[VerifyResult], studies: Sequence[Study], published: Mapping[str, Published]) -> str:
    script = _packaged("search.js")
    models = [
        _model(result, index, published.get(result.network.name)) for index, result in enumerate(results, start=1)
    ]
    hashes = {result.network.name: result.network.hash for result in results}
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            models=models,
            studies=[study.section(f"study {index}", hashes) for index, study in enumerate(studies, start=1)],
            overall=_overall([v for result in results for v in _verdicts(result)]),
            versions=facts.versions(results),
            version=__version__,
            style=Markup(_packaged("style.css")),
            script=Markup(script),
            # The page may run this one script and load nothing: not even what a hostile name would smuggle in.
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _model(result: VerifyResult, index: int, published: Published | None) -> dict[str, object]:
    network = result.network
    mapped, mapped_in_all = facts.mapping(result)
    columns, resources = facts.resources(result)
    targets = [_target(result, name, f"{index} {name}", published) for name in result.targets]
    accuracies = facts.accuracies(network.training)
    condition_columns, conditions = conditions_of(result)
    confusions = confusion.confusions(result)
    return {
        "id": f"model-{index}",
        "network": network,
        "samples": len(result.labels),
        "steps": result.inputs.shape[1],
        "verdicts": _verdicts(result),
        "chain": chain(network),
        "skips": any(layer.skip for layer in network.layers),
        "accuracies": accuracies,
        "balanced": any(balanced != "-" for _, _, balanced in accuracies),
        "condition_columns": condition_columns,
        "conditions": conditions,
        "layers": facts.layers(network),
        "coding": facts.settings(network.coding),
        "decision": facts.settings(network.decision),
        "training": facts.training(network.training),
        "mapping": mapped,
        "mapped_in_all": mapped_in_all,
        "targets": targets,
        "no_signals": not any(t.waveforms or t.raster or t.hysteresis for t in targets),
        "confusions": confusions,
        "undecided": any(len(matrix.columns) > len(matrix.rows) for matrix in confusions),
        "odd_decisions": confusion.odd_decisions(result),
        "resource_columns": columns,
        "resources": resources,
        "seeds": facts.seeds(result),
    }


def _target(result: VerifyResult, name: str, unique: str, published: Published | None) -> _Target:
    target = result.targets[name]
    return _Target(
        name=name,
        title=target_title(name),
        noun=target_noun(name),
        has_margin=target.measurement.in_margin is not None,
        waveforms=waveform_plots(target.measurement, unique, result.network.classes),
        raster=raster_plot(result, name, unique),
        hysteresis=hysteresis_plots(target.measurement.figures.get("hysteresis"), unique),
        power=power_bar(target.measurement.figures, published),
        maps=state_maps(result, target),
    )


def _verdicts(result: VerifyResult) -> list[Verdict]:
    return [verdict(result, name) for name in result.targets]


def _overall(verdicts: Sequence[Verdict]) -> tuple[str, str]:
    """The level and the words of the page's first line."""
    if not verdicts:
        return "near", "No target was compared with the software twin"
    bad = sum(v.level == "bad" for v in verdicts)
    if not bad:
        level = "good" if all(v.level == "good" for v in verdicts) else "near"
        most = next((but for but in _BUT if any(v.but == but for v in verdicts)), "")
        words = " in every state" if level == "good" else f", but for {most}"
        return level, f"Every target agrees with the software twin{words}"
    if len(verdicts) == 1:
        return "bad", "The target does not agree with the software twin"
    return "bad", f"{bad} of {len(verdicts)} comparisons with the software twin {'fails' if bad == 1 else 'fail'}"


_BUT = ("few decisions", "few states", "states within the margin")
"""The gravest first."""


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("codesign.report", "."),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["count"] = count
    return environment


def _packaged(name: str) -> str:
    return (files("codesign.report") / name).read_text(encoding="utf-8")
