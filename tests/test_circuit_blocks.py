"""The blocks of the cell library that hold no parameter, each by itself: reference, integrator, winner-take-all.

A missing ngspice makes these fail.
"""

import re
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from codesign.analog import simulator
from codesign.analog import technology as technologies
from codesign.analog.library import evaluate
from codesign.analog.technology import Technology

UNIT_A = 1e-9
HIGH, LOW = 0.9, 0.1  # of the supply: beyond these a logic level is clean


@pytest.fixture(scope="module", params=["generic180", "gf180mcu"])
def technology(request: pytest.FixtureRequest) -> Technology:
    return technologies.load(request.param)


def run(
    folder: Path,
    technology: Technology,
    cells: str,
    body: str,
    stop_s: float,
    saved: list[str],
    *,
    cold: bool = False,
) -> simulator.Waveforms:
    """A transient analysis of ``body``, which brings its own supply; ``cold`` begins with every node at 0 V."""
    lines = ["* a block by itself"]
    for model in technology.models:
        path = technology.path(model)
        lines.append(f'.lib "{path}" {model.section}' if model.section else f'.include "{path}"')
    lines += [cells, body]
    lines.append(".options " + " ".join(f"{name}={value}" for name, value in technology.simulator.options.items()))
    lines.append(f".temp {technology.temperature_c}")
    lines += [f".save {name}" for name in saved]
    lines += [f".tran {stop_s / 500} {stop_s} 0 {stop_s / 500}{' uic' if cold else ''}", ".end"]
    deck = folder / "block.cir"
    deck.write_text("\n".join(lines) + "\n")
    return simulator.simulate(deck, saved, time_limit_s=120)


def cells(technology: Technology, *names: str) -> str:
    return "\n".join((technology.folder / f"{name}.cir").read_text() for name in names)


def ideal_bias(technology: Technology) -> str:
    return f"""Vdd vdd 0 {technology.supply_v}
Iref vdd vbn {UNIT_A}
Xbias vbn vbp vcn vcp vdd bias
"""


def reference(
    folder: Path, technology: Technology, *, ramp_s: float, stop_s: float, text: str | None = None
) -> simulator.Waveforms:
    """The reference and the bias it feeds, from everything at 0 V and a supply that rises within ``ramp_s``."""
    body = f"""Vdd vdd 0 PWL(0 0 {ramp_s} {technology.supply_v})
Vsupply vdd vddr 0
Vout out vbn 0
Xreference out vddr reference
Xbias vbn vbp vcn vcp vdd bias
"""
    library = cells(technology, "bias") + "\n" + (text or cells(technology, "reference"))
    return run(folder, technology, library, body, stop_s, ["i(vout)", "i(vsupply)"], cold=True)


def test_the_reference_starts_and_gives_one_unit_current(technology: Technology, tmp_path: Path) -> None:
    found = reference(tmp_path, technology, ramp_s=1e-3, stop_s=20e-3)
    current, supply = found.values["i(vout)"], found.values["i(vsupply)"]
    assert current[-1] == pytest.approx(UNIT_A, rel=0.02)
    assert 0 < supply[-1] * technology.supply_v < 15e-9
    unsettled = found.time_s[np.abs(current - current[-1]) > 0.02 * current[-1]]
    assert unsettled.max() < 8e-3


@pytest.mark.parametrize("ramp_s", [1e-6, 100e-3])
def test_the_reference_starts_where_it_is_hardest(technology: Technology, tmp_path: Path, ramp_s: float) -> None:
    """Slow corner, cold, low supply, and a ramp that no capacitor would notice."""
    worst = technology.at(corner="ss", temperature_c=-40, supply_v=technology.supply_range_v.low)
    found = reference(tmp_path, worst, ramp_s=ramp_s, stop_s=ramp_s + 20e-3)
    assert found.values["i(vout)"][-1] == pytest.approx(UNIT_A, rel=0.25)


def test_it_is_the_start_up_branch_that_starts_the_reference(technology: Technology, tmp_path: Path) -> None:
    text = cells(technology, "reference")
    without = re.sub(r"^Mkick .*$", "", text, flags=re.MULTILINE)
    assert without != text
    cold = technology.at(temperature_c=-40)
    dead = reference(tmp_path, cold, ramp_s=0.1, stop_s=0.15, text=without)
    assert abs(dead.values["i(vout)"][-1]) < 0.05 * UNIT_A  # the state of zero current is real
    alive = reference(tmp_path, cold, ramp_s=0.1, stop_s=0.15)
    assert alive.values["i(vout)"][-1] == pytest.approx(UNIT_A, rel=0.15)


def test_the_reference_over_temperature_and_supply(technology: Technology, tmp_path: Path) -> None:
    def settled(**conditions: float) -> float:
        found = reference(tmp_path, technology.at(**conditions), ramp_s=1e-3, stop_s=20e-3)  # type: ignore[arg-type]
        return float(found.values["i(vout)"][-1])

    nominal = settled()
    over_temperature = [settled(temperature_c=celsius) for celsius in (-40.0, 85.0)] + [nominal]
    drift = (max(over_temperature) - min(over_temperature)) / nominal / 125
    assert drift < 2000e-6
    low, high = technology.supply_range_v.low, technology.supply_range_v.high
    assert abs(settled(supply_v=high) - settled(supply_v=low)) / nominal / (high - low) < 0.02  # per volt


def integrate(
    folder: Path, technology: Technology, plus: NDArray[np.float64], minus: NDArray[np.float64], full_scale: int
) -> NDArray[np.float64]:
    """The integrator's voltage at the end of the reset and of every step; currents in unit currents, one a step."""
    step = technology.step_s
    released = technology.reset * step

    def held(values: NDArray[np.float64]) -> str:
        points, last = ["0 0"], 0.0
        for k, value in enumerate(values):
            begin = released + k * step
            points += [f"{begin} {last * UNIT_A}", f"{begin + technology.input_edge * step} {value * UNIT_A}"]
            last = float(value)
        return f"PWL({' '.join(points)})"

    body = (
        ideal_bias(technology)
        + f"""Vrst rst 0 PWL(0 {technology.supply_v} {0.9 * released} {technology.supply_v} {released} 0)
Xmiddle middle vbp rst vdd middle classes=1 drive=1
Xclass plus minus v middle rst vdd integrator full_scale={full_scale}
Iplus 0 plus {held(plus)}
Iminus minus 0 {held(minus)}
.ic v(v)=0
"""
    )
    stop = released + len(plus) * step
    found = run(folder, technology, cells(technology, "bias", "integrator"), body, stop, ["v(v)"])
    times = np.array([released + step * 0.02, *(released + step * (k + 0.9999) for k in range(len(plus)))])
    return found.at("v(v)", times)


def test_the_integrator_sums_linearly_and_alike_for_both_signs(technology: Technology, tmp_path: Path) -> None:
    full_scale, steps = 50, 20
    swing = evaluate(technology.library()["integrator"].defaults["swing"], {})
    each, none = np.full(steps, full_scale / steps), np.zeros(steps)
    down = integrate(tmp_path, technology, each, none, full_scale)
    up = integrate(tmp_path, technology, none, each, full_scale)
    wanted = np.arange(steps + 1) / steps
    for found in ((down[0] - down) / swing, (up - up[0]) / swing):
        np.testing.assert_allclose(found, wanted, atol=0.01)
    assert down[0] == pytest.approx(up[0], abs=1e-3)  # the reset is to a voltage of its own, not of the clip before
    assert swing < down[0] < technology.supply_v - swing


def test_the_integrator_takes_the_difference_of_changing_currents(technology: Technology, tmp_path: Path) -> None:
    full_scale = 30
    swing = evaluate(technology.library()["integrator"].defaults["swing"], {})
    plus = np.array([4.0, 0.0, 8.0, 2.0, 0.0, 6.0, 1.0, 0.0])
    minus = np.array([0.0, 3.0, 2.0, 9.0, 0.0, 1.0, 8.0, 5.0])
    found = integrate(tmp_path, technology, plus, minus, full_scale)
    score = (found[0] - found[1:]) / swing * full_scale
    np.testing.assert_allclose(score, np.cumsum(plus - minus), atol=0.01 * full_scale)


def test_the_integrator_holds_over_fifty_steps(technology: Technology, tmp_path: Path) -> None:
    full_scale, steps = 50, 50
    swing = evaluate(technology.library()["integrator"].defaults["swing"], {})
    first = np.zeros(steps)
    first[:4] = full_scale / 5
    found = integrate(tmp_path, technology, first, np.zeros(steps), full_scale)
    assert (found[0] - found[5]) / swing == pytest.approx(0.8, abs=0.01)
    assert abs(found[-1] - found[5]) / swing < 0.005


@pytest.mark.parametrize("corner", ["tt", "ss", "ff"])
@pytest.mark.parametrize("classes", [2, 10])
@pytest.mark.parametrize("score", [-1.0, 0.0, 1.0])
def test_the_winner_take_all_decides_five_millivolts(
    technology: Technology, tmp_path: Path, classes: int, score: float, corner: str
) -> None:
    """All scores at one end of the integrators' range, the middle or the other end; the winner changes half-way."""
    middle_v, swing = middle(technology), evaluate(technology.library()["integrator"].defaults["swing"], {})
    common_v, step = middle_v - score * swing, technology.step_s
    better = common_v - 5e-3
    lines = [
        f"Vfirst v0 0 PWL(0 {better} {step} {better} {1.01 * step} {common_v})",
        f"Vlast v{classes - 1} 0 PWL(0 {common_v} {step} {common_v} {1.01 * step} {better})",
        *(f"V{k} v{k} 0 {common_v}" for k in range(1, classes - 1)),
        *(f"Xcell{k} v{k} d{k} source common vbp vdd winner_cell" for k in range(classes)),
        "Xshared common vbp vdd winner_take_all",
    ]
    outputs = [f"v(d{k})" for k in range(classes)]
    found = run(
        tmp_path,
        technology.at(corner=corner),
        cells(technology, "bias", "winner_take_all"),
        ideal_bias(technology) + "\n".join(lines),
        2 * step,
        outputs,
    )
    for winner, time in ((0, 0.99 * step), (classes - 1, 1.6 * step)):
        levels = np.array([found.at(name, np.array([time]))[0] for name in outputs]) / technology.supply_v
        assert levels[winner] > HIGH
        assert np.delete(levels, winner).max() < LOW


def middle(technology: Technology) -> float:
    """The voltage that the integrators start from, by the number of equal diodes in its divider."""
    lines = re.findall(r"^Mdivider\d+ (\S+) ", cells(technology, "integrator"), re.MULTILINE)
    gate = re.search(r"^Min a (\S+) ", cells(technology, "integrator"), re.MULTILINE)
    assert gate is not None
    return technology.supply_v * (1 - (lines.index(gate.group(1)) + 1) / len(lines))


@pytest.mark.parametrize("celsius", [-20.0, 27.0, 85.0])
def test_from_currents_to_a_decision(technology: Technology, tmp_path: Path, celsius: float) -> None:
    """Ten classes on the chip's own reference, eight steps of currents of both signs: the largest sum wins."""
    classes, steps, full_scale = 10, 8, 20
    scores = np.random.default_rng(1).uniform(-2, 2, (classes, steps))
    order = np.sort(scores.sum(axis=1))
    assert order[-1] - order[-2] < 0.06 * full_scale  # a close race
    step, released = technology.step_s, technology.reset * technology.step_s

    def held(values: NDArray[np.float64]) -> str:
        edges = released + np.arange(steps) * step
        ends = [
            f"{a} {x * UNIT_A} {a + 0.98 * step} {x * UNIT_A}" for a, x in zip(edges + 0.02 * step, values, strict=True)
        ]
        return f"PWL(0 0 {released} 0 {' '.join(ends)})"

    body = [
        f"Vdd vdd 0 {technology.supply_v}",
        "Xreference vbn vdd reference",
        "Xbias vbn vbp vcn vcp vdd bias",
        f"Vrst rst 0 PWL(0 {technology.supply_v} {0.9 * released} {technology.supply_v} {released} 0)",
        f"Xmiddle middle vbp rst vdd middle classes={classes} drive=1",
        "Xshared common vbp vdd winner_take_all",
    ]
    for k, score in enumerate(scores):
        body += [
            f"Iplus{k} 0 plus{k} {held(np.maximum(score, 0) + 0.5)}",
            f"Iminus{k} minus{k} 0 {held(np.maximum(-score, 0) + 0.5)}",
            f"Xintegrator{k} plus{k} minus{k} v{k} middle rst vdd integrator full_scale={full_scale}",
            f"Xwinner{k} v{k} d{k} source common vbp vdd winner_cell",
        ]
    outputs = [f"v(d{k})" for k in range(classes)]
    library = cells(technology, "reference", "bias", "integrator", "winner_take_all")
    stop = released + steps * step
    found = run(tmp_path, technology.at(temperature_c=celsius), library, "\n".join(body), stop, outputs)
    levels = np.array([found.values[name][-1] for name in outputs]) / technology.supply_v
    assert int(levels.argmax()) == int(scores.sum(axis=1).argmax())
    assert levels.max() > HIGH
    assert np.sort(levels)[-2] < LOW
