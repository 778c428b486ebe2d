"""Datasheets: what they may say, and reduced ones really run through ngspice. A missing ngspice makes these fail."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from codesign.analog import characterise
from codesign.analog import technology as technologies
from codesign.analog.characterise import measurements, steps
from codesign.analog.characterise.bench import Bench
from codesign.analog.characterise.conditions import Conditions, Point, points
from codesign.analog.characterise.datasheet import Bounds, Datasheet
from codesign.analog.characterise.measurements import noise
from codesign.analog.characterise.settings import Setting
from codesign.errors import InputError
from codesign.jobs import Workers

TECHNOLOGY = technologies.load("generic180")
CELL = {"threshold": 8, "width": 8, "gain": 8}
ELECTRON_C = 1.602e-19
REDUCED: dict[str, Any] = {
    "version": 1,
    "cell": "memory_cell",
    "title": "a reduced datasheet",
    "use": {"memory_cell": "ten_transistor"},
    "conditions": {
        "corner": ["tt", "ff"],
        "temperature_c": [-40, 85],
        "supply_v": [1.0],
        "unit_current_a": [1.0e-9],
    },
    "mismatch": {"dies": 3, "seed": 1},
    "measurements": {
        "hysteresis": {"stimulus": {"settings": [CELL]}, "vary": [["corner", "temperature_c"]], "mismatch": True},
        "switching": {"stimulus": {"settings": [CELL], "overdrive": 0.1, "underdrive": 0.15}, "vary": [["corner"]]},
    },
    "limits": {
        "threshold_up_error": {"all": {"minimum": -10, "maximum": 10}, "sigma": {"minimum": 0.01, "maximum": 20}},
        "set_time": {"typical": {"maximum": 0.5}},
        "wrong_states": {"all": {"maximum": 0}},
    },
}


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes the reduced datasheet with changes: path=value, the words of the path joined by two underscores."""

    def write(**changes: Any) -> Path:
        content = json.loads(json.dumps(REDUCED))
        for path, value in changes.items():
            *above, last = path.split("__")
            place = content
            for word in above:
                place = place[word]
            place[last] = value
        file = tmp_path / "sheet.yaml"
        file.write_text(yaml.safe_dump(content))
        return file

    return write


@pytest.fixture
def bench(tmp_path: Path) -> Callable[..., Bench]:
    """A bench at any point."""

    def build(die: int | None = None, **conditions: Any) -> Bench:
        technology = TECHNOLOGY.at(**conditions)
        (tmp_path / "technology").mkdir(exist_ok=True)
        for file in technology.files:
            shutil.copyfile(file, tmp_path / "technology" / file.name)
        return Bench(technology=technology, folder=tmp_path, name="deck", seed=1, die=die, time_limit_s=120)

    return build


def codesign(*arguments: object, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "codesign.cli", "characterise", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize("technology", technologies.names())
def test_every_shipped_datasheet_is_sound_and_its_measurements_describe_themselves(technology: str) -> None:
    loaded = technologies.load(technology)
    found = characterise.names(loaded)
    assert {"memory_cell", "memory_cell_nine", "input_port", "weight", "reference"} <= set(found)
    for name in found:
        datasheet = characterise.load(loaded, name)
        assert datasheet.cell == name
        assert datasheet.limits
        for measurement in datasheet.measurements:
            fields = measurements.measurement(measurement).Stimulus.model_fields
            assert all(field.description for field in fields.values())
    assert all(field.description or name in ("conditions",) for name, field in Datasheet.model_fields.items())


def test_no_quantity_belongs_to_two_measurements() -> None:
    every = [name for each in measurements.names() for name in measurements.measurement(each).QUANTITIES]
    assert len(every) == len(set(every))


def test_points_begin_with_the_typical_one_and_hold_each_combination_once() -> None:
    conditions = Conditions(corner=["tt", "ff"], temperature_c=[-40, 27], supply_v=[1.0], unit_current_a=[1e-9, 1e-10])
    found = points(TECHNOLOGY, conditions, [["corner", "temperature_c"], ["unit_current_a"]], dies=2)
    assert found[0] == Point(corner="tt", temperature_c=27, supply_v=1.0, unit_current_a=1e-9)
    assert len(found) == len(set(found)) == 4 + 1 + 2
    assert [point.die for point in found[-2:]] == [0, 1]
    assert found[4].technology(TECHNOLOGY).step_s == pytest.approx(10 * TECHNOLOGY.step_s)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"version": 2}, "version"),
        ({"cells": "memory_cell"}, "cells"),
        ({"conditions__corner": []}, "conditions.corner"),
        ({"conditions__corner": ["tf"]}, "measurements.hysteresis.vary: technology generic180 has no corner 'tf'"),
        ({"conditions__temperature_c": [200]}, "temperature of -40 to 85 C, not 200"),
        ({"use": {"memory_cell": "ten"}}, "has no memory_cell 'ten'"),
        ({"measurements__hysterese": {}}, "unknown 'hysterese'; did you mean 'hysteresis'?"),
        ({"measurements__hysteresis__vary": [["voltage"]]}, "measurements.hysteresis.vary.0.0"),
        ({"measurements__hysteresis__stimulus": {}}, "measurements.hysteresis.stimulus.settings"),
        ({"measurements__switching__stimulus__overdrive": -1}, "measurements.switching.stimulus.overdrive"),
        ({"mismatch": None}, "measurements.hysteresis.mismatch"),
        ({"limits__set_tim": {"all": {"maximum": 1}}}, "limits: nothing here measures 'set_tim'"),
        ({"limits__set_time": {"all": {}}}, "limits.set_time.all: give a minimum, a maximum or both"),
        ({"limits__set_time": {"all": {"minimum": 2, "maximum": 1}}}, "limits.set_time.all"),
        ({"limits__set_time": {"sigma": {"maximum": 1}}}, "limits.set_time.sigma"),
    ],
)
def test_a_faulty_datasheet_is_refused_with_the_field(
    sheet: Callable[..., Path], changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(InputError) as caught:
        characterise.load(TECHNOLOGY, str(sheet(**changes)))
    assert named in str(caught.value)


def test_the_command_refuses_a_faulty_datasheet_an_unknown_cell_and_an_unusable_output(
    sheet: Callable[..., Path], tmp_path: Path
) -> None:
    faulty = codesign("--cell", sheet(conditions__supply_v="one"), folder=tmp_path)
    assert (faulty.returncode, faulty.stdout) == (2, "")
    assert "conditions.supply_v" in faulty.stderr
    assert "Traceback" not in faulty.stderr
    unknown = codesign("--cell", "memory_sell", folder=tmp_path)
    assert unknown.returncode == 2
    assert "did you mean 'memory_cell'?" in unknown.stderr
    broken = tmp_path / "broken.yaml"
    broken.write_text("version: [1\n")
    assert codesign("--cell", broken, folder=tmp_path).returncode == 2
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    refused = codesign("--cell", sheet(), "--output", "mine", folder=tmp_path)
    assert refused.returncode == 2
    assert (tmp_path / "mine" / "notes.txt").read_text() == "keep me"


def test_a_reduced_datasheet_passes_and_its_decks_run_by_hand(sheet: Callable[..., Path], tmp_path: Path) -> None:
    done = codesign("--cell", sheet(), "--json", "found.json", "--output", "out", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads((tmp_path / "found.json").read_text())
    assert found["passed"] is True
    assert found["failures"] == []
    assert found["runs"] == 5 + 3 + 2
    up = found["quantities"]["threshold_up_error"]
    assert up["minimum"] <= up["typical_minimum"] <= up["typical_maximum"] <= up["maximum"]
    assert up["minimum"] < up["maximum"]  # corners and temperatures are not all the same
    assert 0 < up["sigma"] < 20
    assert found["quantities"]["wrong_states"]["maximum"] == 0
    dies = [r for r in found["readings"] if "die" in r and r["quantity"] == "threshold_up_error"]
    assert len({reading["value"] for reading in dies}) == 3
    written = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {"threshold_up_error.svg", "result.json", "decks/hysteresis.cir", "decks/switching.cir"} <= written
    by_hand = subprocess.run(
        ["ngspice", "-n", "-b", "-r", str(tmp_path / "by_hand.raw"), "switching.cir"],
        cwd=tmp_path / "out" / "decks",
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        capture_output=True,
        timeout=120,
        check=True,
    )
    assert b"error" not in (by_hand.stdout + by_hand.stderr).lower()
    assert (tmp_path / "by_hand.raw").stat().st_size > 1000


def test_a_limit_that_is_not_met_ends_with_status_1_and_names_the_value(
    sheet: Callable[..., Path], tmp_path: Path
) -> None:
    file = sheet(measurements__switching__vary=[], limits={"set_time": {"typical": {"maximum": 0.001}}})
    content = yaml.safe_load(file.read_text())
    del content["measurements"]["hysteresis"]
    file.write_text(yaml.safe_dump(content))
    done = codesign("--cell", file, "--json", "found.json", folder=tmp_path)
    assert done.returncode == 1
    found = json.loads((tmp_path / "found.json").read_text())
    value = found["quantities"]["set_time"]["typical_maximum"]
    line = next(line for line in done.stdout.splitlines() if line.startswith("FAIL"))
    assert line == (
        f"FAIL set_time (typical) is {value:.4g} at tt 27 C 1 V 1 nA, threshold 8 width 8 gain 8; "
        "allowed: at most 0.001"
    )
    assert found["passed"] is False


def test_what_is_not_reached_meets_no_limit(sheet: Callable[..., Path], tmp_path: Path) -> None:
    """A drive 0.1 % above the programmed threshold lies below the cell's own: it does not set."""
    file = sheet(
        measurements__switching={"stimulus": {"settings": [CELL], "overdrive": 0.001, "underdrive": 0.15}},
        limits={"set_time": {"all": {"maximum": 100}}},
    )
    content = yaml.safe_load(file.read_text())
    del content["measurements"]["hysteresis"]
    file.write_text(yaml.safe_dump(content))
    result = characterise.characterise(characterise.load(TECHNOLOGY, str(file)), TECHNOLOGY)
    (failure,) = result.failures
    assert failure.value is None
    assert "not reached" in str(failure)
    assert result.json()["quantities"]["set_time"]["not_reached"] == 1


def test_a_simulator_that_fails_leaves_nothing_behind(sheet: Callable[..., Path], tmp_path: Path) -> None:
    """A transient analysis of half a million noise samples does not end within a second."""
    stimulus = {"settings": [CELL], "positive": 1, "negative": 0, "steps": 500, "samples_per_step": 1000}
    file = sheet(measurements={"noise": {"stimulus": stimulus}}, limits={})
    arguments = ("--cell", file, "--json", "found.json", "--output", "out", "--time-limit", "1")
    done = codesign(*arguments, folder=tmp_path)
    assert done.returncode == 3
    assert "noise at tt 27 C 1 V 1 nA" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"sheet.yaml", "build"}
    log = tmp_path / "build" / "characterise" / "generic180" / "memory_cell" / "logs" / "typical" / "noise.log"
    assert "time limit" in log.read_text() or "1 s" in log.read_text()
    assert str(log.relative_to(tmp_path)) in done.stderr


def test_what_is_measured_is_not_measured_again_unless_something_that_decides_it_changed(
    sheet: Callable[..., Path], tmp_path: Path
) -> None:
    def run(**changes: Any) -> characterise.Result:
        one = {"hysteresis": {"stimulus": {"settings": [CELL]}, "vary": [["corner"]], "mismatch": True}}
        file = sheet(**{"measurements": one, "limits": {}, "mismatch": {"dies": 2, "seed": 1}, **changes})
        datasheet = characterise.load(TECHNOLOGY, str(file))
        return characterise.characterise(datasheet, TECHNOLOGY, folder=tmp_path / "kept", workers=Workers(count=0))

    first = run()
    assert (first.runs, first.reused) == (2 + 2, 0)
    again = run(limits={"threshold_up_error": {"all": {"maximum": -50}}}, title="other limits")
    assert (again.reused, again.found, again.passed) == (4, first.found, False)
    assert run(mismatch={"dies": 3, "seed": 1}).reused == 4
    assert run(mismatch={"dies": 2, "seed": 2}).reused == 2
    assert run(measurements__hysteresis__stimulus={"settings": [{**CELL, "width": 4}]}).reused == 0


@pytest.mark.parametrize("variant", ["ten_transistor", "nine_transistor"])
def test_static_thresholds_are_where_the_cell_switches(bench: Callable[..., Bench], variant: str) -> None:
    """Two ways to the same number: the fold of the static curve, and drives 3 % to either side of it, in time."""
    setting = Setting(**CELL)
    place = bench(choice={"memory_cell": variant})
    module = measurements.measurement("hysteresis")
    found = {r.quantity: r.value for r in module.measure(place, module.Stimulus(settings=[setting]))}
    up = setting.upper * (1 + (found["threshold_up_error"] or 0) / 100)
    down = setting.threshold * (1 + (found["threshold_down_error"] or 0) / 100)
    drives = [[0, factor * up, 1.5 * up, factor * down] for factor in (0.97, 1.03)]
    below, above = steps.run(place, [setting, setting], drives)
    assert (below.is_high(1), above.is_high(1)) == (False, True)
    assert (below.is_high(3), above.is_high(3)) == (False, True)


def test_thermal_noise_is_that_of_transistors_in_weak_inversion(bench: Callable[..., Bench]) -> None:
    """A saturated transistor in weak inversion has 2 q I (shot noise of its channel); BSIM4's model is within a factor
    of two. A port and its weight are four of them; the sinks of two unit currents are one, and the diode of the bias
    that they mirror another, whose noise they double."""
    setting = Setting(**CELL)
    stimulus = noise.Stimulus(settings=[setting], positive=1, negative=0, steps=10, samples_per_step=400)
    frequency, density = noise.spectra(bench(), setting, stimulus, part="spectrum")["thermal"]
    driven, sunk = setting.middle / 8, setting.upper / 8
    shot = 2 * ELECTRON_C * TECHNOLOGY.unit_current_a * (4 * driven + sunk + sunk**2)
    assert frequency[0] == pytest.approx(1 / (10 * TECHNOLOGY.step_s))
    assert shot < density[0] < 2 * shot
    flicker = noise.spectra(bench(), setting, stimulus, part="spectrum")["flicker"][1]
    assert flicker[10] == pytest.approx(flicker[0] / 10, rel=0.1)  # a decade higher


def test_a_cell_suppresses_noise_and_ripple_at_least_twenty_fold(bench: Callable[..., Bench]) -> None:
    settings = {"settings": [CELL]}
    ripple, thermal = measurements.measurement("ripple"), measurements.measurement("noise")
    waves = ripple.Stimulus.model_validate({**settings, "amplitude": 0.3, "cycles_per_step": [4], "cycles": 4})
    drawn = thermal.Stimulus.model_validate(
        {**settings, "positive": 3, "negative": 1, "steps": 2, "samples_per_step": 200}
    )
    values = list(ripple.measure(bench(), waves))
    first, again = (thermal.measure(bench(), drawn) for _ in range(2))
    assert first == again  # the noise is seeded
    suppressions = [r for r in [*values, *first] if r.quantity.endswith("suppression")]
    assert len(suppressions) == 2 + 4
    assert all(reading.value is not None and reading.value >= 20 for reading in suppressions)


def test_the_spread_of_a_weight_is_what_its_area_says(bench: Callable[..., Bench]) -> None:
    """Eight fingers are W L = 16 um2 and so is the diode beside them: sigma(V_T) = A / sqrt(W L) of their difference,
    over n kT/q with n = 1.4, and the current factor's own; the bias adds nothing to the sink."""
    module = measurements.measurement("weight")
    stimulus = module.Stimulus.model_validate({"fingers": [8]})
    values = [
        reading.value
        for die in range(60)
        for reading in module.measure(bench(die), stimulus)
        if reading.quantity == "sink_error"
    ]
    wanted = 100 * np.hypot(0.005 / 4 / (1.4 * 0.02587), 0.01 / 4)
    assert np.std(values, ddof=1) == pytest.approx(wanted, rel=0.3)
    assert measurements.measurement("weight").measure(bench(3), stimulus) == module.measure(bench(3), stimulus)


def test_bounds_read_as_a_sentence() -> None:
    assert str(Bounds(minimum=1)) == "at least 1"
    assert str(Bounds(maximum=2.5)) == "at most 2.5"
    assert str(Bounds(minimum=-1, maximum=1)) == "-1 to 1"
