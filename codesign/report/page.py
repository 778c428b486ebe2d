"""Put the page together and write it."""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import jinja2
from markupsafe import Markup

from codesign import __version__
from codesign.errors import CodesignError, InputError
from codesign.files import write_file
from codesign.report import confusion, facts
from codesign.report.chain import chain
from codesign.report.conditions import conditions as conditions_of
from codesign.report.cost_tables import cost_tables
from codesign.report.costs import costs
from codesign.report.divergence import opened
from codesign.report.drawings import Drawing, hierarchy, schematics
from codesign.report.elements import anchors as elements_on_page
from codesign.report.elements import block, groups
from codesign.report.embedded import embedded
from codesign.report.hardware import chip
from codesign.report.hysteresis import HysteresisPlot, hysteresis_plots
from codesign.report.implementations import compared, drawn, needs
from codesign.report.power import PowerBar, power_bar
from codesign.report.published import Published
from codesign.report.raster import RasterPlot, raster_plot
from codesign.report.section import Section
from codesign.report.statemap import StateMap, state_maps
from codesign.report.studies import Study
from codesign.report.titles import target_noun, target_title
from codesign.report.traces import Traced
from codesign.report.traces import traced as traced_of
from codesign.report.view import VIEWS, addresses
from codesign.report.waveform_data import target_data
from codesign.report.waveforms import WaveformPlot, waveform_plots
from codesign.report.words import Verdict, count, verdict
from codesign.trace import Trace
from codesign.verify.run import VerifyResult

__all__ = ["write"]

_Made = TypeVar("_Made")
_DRAWN = 1200
"""Parameters whose very unit is drawn: some 2 MB of the page; beyond, a unit stands for all of its layer."""

_STYLES = (
    "vendor/uPlot.min.css",
    *(f"style/{name}.css" for name in ("colours", "page", "tables", "cards", "plots", "states", "narrow", "print")),
)
_SCRIPTS = (
    "vendor/uPlot.iife.min.js",
    *(
        f"scripts/{name}.js"
        for name in (
            "theme", "numbers", "router", "sort", "table", "zoom", "plot", "spikes", "waveforms", "hysteresis",
            "traces", "states", "sheet", "schematics", "studies", "says", "start",
        )
    ),
)  # fmt: skip
"""In this order: each may use what those before it define."""


@dataclass(frozen=True, kw_only=True)
class _Target:
    """All that the page shows of one target. ``signals`` is the JSON of its waveforms; ``left_out`` are the first steps
    of a sample, which it does not run."""

    name: str
    title: str
    noun: str
    has_margin: bool
    waveforms: list[WaveformPlot]
    signals: Markup
    raster: RasterPlot | None
    hysteresis: list[HysteresisPlot]
    power: PowerBar | None
    maps: list[StateMap]
    left_out: int
    trace: Traced | None


def write(
    results: Sequence[VerifyResult],
    output: Path,
    *,
    studies: Sequence[Study] = (),
    published: Mapping[str, Published] = MappingProxyType({}),
    traces: Sequence[Trace] = (),
) -> Path:
    """Write the page for ``results`` to ``output`` and return its path; the same results give the same bytes.

    ``studies`` follow the models in their order; ``published`` gives by a model's name what others
    published, ``traces`` open what diverges. Raises InputError where there is nothing to report or ``output`` cannot be
    written.
    """
    if not results:
        raise InputError("a report needs the result of at least one verification, not none")
    output = Path(output)
    write_file(output, _render(results, studies, published, traces))
    return output


def _render(
    results: Sequence[VerifyResult],
    studies: Sequence[Study],
    published: Mapping[str, Published],
    traces: Sequence[Trace],
) -> str:
    given = addresses([result.network.name for result in results])
    hashes = {result.network.name: result.network.hash for result in results}
    # With a model that stands twice on the page, its studies are shown with the first.
    ours = {result.network.name: index for index, result in reversed(list(enumerate(results)))}
    if len(results) == 1:
        ours[""] = 0  # studies of no model stand with the only one
    sections = [(study, study.section(f"study {index}", hashes)) for index, study in enumerate(studies, start=1)]
    models = []
    for index, result in enumerate(results):
        name = result.network.name
        of_model = [pair for pair in sections if ours.get(pair[0].form.model) == index]
        models.append(_model(result, index + 1, given[index], of_model, published.get(name), traces))
    script = _joined(_SCRIPTS)
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            models=models,
            studies=[section for study, section in sections if study.form.model not in ours],
            overall=_overall([v for result in results for v in _verdicts(result)]),
            version=__version__,
            style=Markup(_joined(_STYLES)),
            script=Markup(script),
            uplot_licence=_packaged("vendor", "uPlot.LICENSE"),
            # The page may run this one script and load nothing: not even what a hostile name would smuggle in.
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _model(
    result: VerifyResult,
    index: int,
    address: str,
    studies: Sequence[tuple[Study, Section]],
    published: Published | None,
    traces: Sequence[Trace],
) -> dict[str, object]:
    network = result.network
    mapped, mapped_in_all = facts.mapping(result)
    columns, resources = facts.resources(result)
    targets = [_target(result, name, f"{index} {name}", published, traces) for name in result.targets]
    accuracies = facts.accuracies(network.training)
    condition_columns, conditions = conditions_of(result)
    confusions = confusion.confusions(result)
    no_drawings: tuple[Drawing, ...] = ()
    drawings, undrawn = _attempted(lambda: _drawings(result), no_drawings)
    layer_costs, uncounted = _attempted(lambda: costs(result), None)
    built, _ = _attempted(lambda: chip(result), None)
    mapping_data = facts.mapping_data(result)
    elements = [str(row[facts.MAPPING_KEYS.index("element")] or "") for row in mapping_data["rows"]]
    anchors = elements_on_page(drawings, elements, None if built is None else built.circuit)
    implementations = compared(result, [study for study, _ in studies], published)
    content: dict[str, object] = {
        "id": f"model-{index}",
        "address": address,
        "schematics_address": f"/{address}/schematics",
        "network": network,
        "samples": len(result.labels),
        "steps": result.inputs.shape[1],
        "verdicts": _verdicts(result),
        "needs": [needs(result, name) for name in result.targets],
        "divergences": [
            opened(result, target.name, address, spikes=target.raster is not None, traced=target.trace is not None)
            for target in targets
        ],
        "traces": [target.trace for target in targets if target.trace is not None],
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
        "mapping_data": embedded({**mapping_data, "anchors": anchors}),
        "drawings": drawings,
        "drawing_groups": groups(drawings),
        "drawn_inside": [block(drawing) for drawing in drawings],
        "undrawn": undrawn,
        "targets": targets,
        "confusions": confusions,
        "undecided": any(len(matrix.columns) > len(matrix.rows) for matrix in confusions),
        "odd_decisions": confusion.odd_decisions(result),
        "costs": layer_costs,
        "cost_tables": cost_tables(layer_costs) if layer_costs else (),
        "uncounted": uncounted,
        "resource_columns": columns,
        "resources": resources,
        "implementations": implementations,
        "implementations_drawn": drawn(implementations, f"{index} implementations"),
        "studies": [section for _, section in studies],
        "seeds": facts.seeds(result),
        "versions": facts.versions([result]),
    }
    return {**content, "views": [view for view in VIEWS if view.shown(content)]}


def _drawings(result: VerifyResult) -> tuple[Drawing, ...]:
    return (*schematics(result, parameters=_DRAWN), *hierarchy(result))


def _attempted(make: Callable[[], _Made], instead: _Made) -> tuple[_Made, str]:
    """What is built again from the network: a page of a result that this cannot be done for says why instead."""
    try:
        return make(), ""
    except CodesignError as error:
        return instead, str(error)


def _target(
    result: VerifyResult, name: str, unique: str, published: Published | None, traces: Sequence[Trace]
) -> _Target:
    target = result.targets[name]
    waveforms = waveform_plots(target.measurement, unique, result.network.classes)
    return _Target(
        name=name,
        title=target_title(name),
        noun=target_noun(name),
        has_margin=target.measurement.in_margin is not None,
        waveforms=waveforms,
        signals=embedded(target_data(target.measurement, [plot.data for plot in waveforms])),
        raster=raster_plot(result, name, unique),
        hysteresis=hysteresis_plots(target.measurement.figures.get("hysteresis"), unique),
        power=power_bar(target.measurement.figures, published),
        maps=state_maps(result, target),
        left_out=target.measurement.first_step,
        trace=traced_of(traces, result.network.hash, name, f"{unique} trace"),
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


def _packaged(*names: str) -> str:
    return files("codesign.report").joinpath(*names).read_text(encoding="utf-8")


def _joined(paths: Sequence[str]) -> str:
    return "\n".join(_packaged(*path.split("/")) for path in paths)
