"""What the tests of the report in a browser share: a page of real results, Chromium, and what it may not do."""

import dataclasses
import json
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import sync_playwright
from report_samples import bmru_network, chip_network, circuit, result, rtl, src_network

from codesign import report, tools
from codesign.analog import technology as technologies
from codesign.analog.montecarlo import Beside, montecarlo
from codesign.errors import MissingToolError
from codesign.files import write_json
from codesign.report import studies
from codesign.trace import look, of_divergence
from codesign.verify import encoded_test_samples, verify
from codesign.verify.compare import compare
from codesign.verify.run import VerifyResult

__all__ = ["MANY", "VIEWS", "Page", "build", "build_large", "chromium", "opened"]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--renderer-process-limit=1",
]  # fmt: skip
MANY = 30_000
"""Rows of a mapping that is a large one."""
FACTORS = {"a": 1e-18, "f": 1e-15, "p": 1e-12, "n": 1e-9, "µ": 1e-6, "m": 1e-3}
VIEWS = {
    "tiny-chip": (
        "overview", "mapping", "schematics", "waveforms", "trace", "states", "decisions", "hysteresis", "costs",
        "studies", "versions",
    ),
    "digits-bmru": (
        "overview", "mapping", "schematics", "waveforms", "states", "decisions", "hysteresis", "costs", "versions",
    ),
    "digits-src": ("overview", "schematics", "waveforms", "states", "decisions", "costs", "versions"),
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Page:
    """The written report, and the first result in it."""

    path: Path
    chip: VerifyResult

    def address(self, route=""):
        return f"{self.path.as_uri()}{'#' + route if route else ''}"


def _spoilt(found):
    """The chip's result with one state of sample 0 flipped behind the simulator, and compared again."""
    target = found.targets["spice"]
    states = {layer: {name: v.copy() for name, v in of.items()} for layer, of in target.measurement.states.items()}
    (layer,) = states
    (name,) = states[layer]
    states[layer][name][0, 3, 1] ^= 1
    in_margin = {layer: {name: np.zeros_like(states[layer][name], dtype=bool)}}
    measured = dataclasses.replace(target.measurement, states=states, in_margin=in_margin)
    comparison = compare(found.trace, measured, found.labels)
    spoilt = dataclasses.replace(target, measurement=measured, comparison=comparison, passed=False)
    return dataclasses.replace(found, targets={**found.targets, "spice": spoilt})


def _with_many_rows(found):
    target = found.targets["spice"]
    rows = [
        {"parameter": f"memory.weight[{i // 100},{i % 100}]", "value": i % 31 - 15,
         "element": f"xm.xu{i // 100}.m{i % 100}", "fingers": abs(i % 31 - 15), "current_a": abs(i % 31 - 15) / 8e9}
        for i in range(MANY)
    ]  # fmt: skip
    measured = dataclasses.replace(target.measurement, figures={**target.measurement.figures, "mapping": rows})
    return dataclasses.replace(found, targets={"spice": dataclasses.replace(target, measurement=measured)})


def build_large(folder):
    """The page of a mapping of tens of thousands of rows."""
    found = _with_many_rows(result(bmru_network(), {"spice": circuit}, samples=2))
    return Page(path=report.write([found], folder / "report.html"), chip=found)


def spiking():
    """RTL of spikes, one of which is missing."""
    clean = result(src_network(), {}, samples=4)
    sample, step, unit = np.argwhere(clean.trace.layers["hidden"].outputs)[0]
    flips = [("hidden", "h", sample, step, unit, 511)]
    return result(src_network(), {"verilog": lambda t, i: rtl(t, i, flips)}, samples=4)


def build(folder):
    """The page of three models: one from ngspice and Verilog, with a study, a planted difference and traces; one whose
    circuit cannot be drawn; one that spikes."""
    network = chip_network()
    chip = _spoilt(verify(network, targets=["spice", "verilog"], samples=2))
    bmru = result(bmru_network(), {"spice": circuit}, samples=6)
    inputs, labels = encoded_test_samples(network, 10)
    dies = montecarlo(
        network, inputs, labels, technology=technologies.load("generic180"), runs=12,
        beside_it=Beside(dies=0, samples=0), state=folder / "state",
    )  # fmt: skip
    write_json(folder / "dies.json", json.loads(json.dumps(dies.figures)))
    first = chip.targets["spice"].comparison.first_divergence
    opened_up = [look(network, of_divergence(first, network), target=target) for target in ("spice", "verilog")]
    path = report.write(
        [chip, bmru, spiking()], folder / "report.html", studies=studies.load([folder / "dies.json"]), traces=opened_up
    )
    return Page(path=path, chip=chip)


@contextmanager
def chromium():
    """The system's Chromium, without a network of its own."""
    try:
        program = tools.find("chromium")
    except MissingToolError as error:
        pytest.skip(str(error))
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(program), args=ARGUMENTS)
        yield found
        found.close()


@contextmanager
def opened(browser, built, route="", **context):
    """A page of the browser that shows ``route``; nothing may be on its console, and nothing but the file requested.

    Those without settings of their own share one, which starts again each time: a new one costs half a second.
    """
    shared = next((one for one in browser.contexts if not context), None)
    inside = shared or browser.new_context(**{"viewport": {"width": 1300, "height": 900}, **context})
    page = inside.pages[0] if inside.pages else inside.new_page()
    complaints, requests = [], []
    listeners = {
        "console": lambda message: complaints.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: complaints.append(f"error: {error}"),
        "request": lambda request: requests.append(request.url.partition("#")[0]),
    }
    page.goto("about:blank")
    for event, listener in listeners.items():
        page.on(event, listener)
    page.goto(built.address(route))
    try:
        yield page
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        if context:
            inside.close()
    assert complaints == []
    assert set(requests) == {built.address()}


def visible_range(page):
    said = page.locator(".view.shown output.range").first
    return float(said.get_attribute("data-from")), float(said.get_attribute("data-to"))


def shown(page):
    return page.eval_on_selector_all(".view", "views => views.filter(v => v.checkVisibility()).map(v => v.id)")


def opens(page, route, first=None):
    """Waits for the view; ``first``: what is shown, too, on a page of one model."""
    page.wait_for_function("id => document.getElementById(id)?.classList.contains('shown')", arg=route)
    assert shown(page) == list(dict.fromkeys([first or route, route]))
