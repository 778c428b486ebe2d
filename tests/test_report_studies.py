"""Studies in the report, from JSON that their real writers wrote of small circuits."""

import json

import pytest
from report_samples import HOSTILE, chip_network, result, rtl, src_network, text_of
from study_samples import WRITERS

from codesign import checkpoint, report
from codesign.analog import technology as technologies
from codesign.cli import main
from codesign.errors import InputError
from codesign.files import write_json
from codesign.report import plots, studies
from codesign.verify import conditions as study_of_conditions


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Kind -> what its writer wrote, as JSON has it."""
    folder = tmp_path_factory.mktemp("studies")
    return {kind: json.loads(json.dumps(write(folder), allow_nan=False)) for kind, write in WRITERS.items()}


def stored(folder, *contents):
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number}.json")
        write_json(paths[-1], content)
    return paths


def page_of(folder, *contents):
    found = result(src_network(), {"verilog": rtl}, samples=2)
    loaded = studies.load(stored(folder, *contents))
    return report.write([found], folder / "report.html", studies=loaded).read_text()


def test_every_kind_is_written_by_something():
    assert set(studies.kinds()) == set(WRITERS)


def test_energy_is_shown_as_a_range_with_its_scope_and_sources(written, tmp_path):
    found = written["energy"]
    text = text_of(page_of(tmp_path, found))
    assert f"Energy of {found['model']} on an FPGA, estimated" in text
    assert "the core alone, dynamic; no static power" in text
    assert "Horowitz" in text
    assert found["command"] in text


def test_conditions_are_drawn_with_what_was_refused(written, tmp_path):
    found = written["conditions"]
    assert [row["found"] is None for row in found["rows"]] == [False, False, True]
    html = page_of(tmp_path, found)
    text = text_of(html)
    assert "Conditions: tiny-chip in generic180" in text
    assert "✗ The circuit agrees with the twin under 2 of 3 conditions" in text
    assert "5 V: technology generic180 is specified for a supply of 0.9 to 1.1 V, not 5 V" in text
    typical = found["rows"][0]["found"]
    assert f"typical tt 27 °C 1 V 100 % 0 1 of 1 0 {100 * typical['accuracy_target']:.1f} %" in text
    assert ">die 1<" in html
    assert ">states agree (%)<" in html
    assert ">outside the margin (%)<" in html
    assert "<title>typical: 100.00 % of the states, 100.00 % of those outside the margin, 1 of 1 decisions" in html


def test_the_conditions_are_corners_the_ends_of_both_ranges_and_dies():
    technology = technologies.load("generic180")
    rows = study_of_conditions.conditions(technology, dies=2)
    names = ["typical", "ff", "ss", "fs", "sf", "-40C", "85C", "0.9V", "1.1V", "die1", "die2"]
    assert [row.name for row in rows] == names
    assert rows[5].options.temperature_c == -40
    assert rows[5].options.corner == "tt"
    assert rows[8].options.supply_v == 1.1
    assert [row.options.mismatch_seed for row in rows][-3:] == [None, 1, 2]
    for row in rows:
        options = row.options
        technology.at(corner=options.corner, temperature_c=options.temperature_c, supply_v=options.supply_v)


def test_a_study_of_no_condition_or_of_too_many_samples_is_refused():
    rows = study_of_conditions.conditions(technologies.load("generic180"))
    with pytest.raises(InputError, match="at least one of them, not none"):
        study_of_conditions.study(chip_network(), [], samples=1)
    with pytest.raises(InputError, match="samples must be 1"):
        study_of_conditions.study(chip_network(), rows, samples=10**6)


def test_monte_carlo_is_drawn_with_its_interval_and_the_transistors(written, tmp_path):
    found = written["montecarlo"]
    text = text_of(page_of(tmp_path, found))
    low, high = (100 * end for end in found["yield_interval_95"])
    assert f"{found['dies_above_limit']} of 30 dies" in text
    assert f"95 % interval: {low:.2f} to {high:.2f} %" in text
    assert "At transistor level beside it: 2 dies, 1 samples" in text
    assert "dies at least so good (%)" in text
    assert f"--runs 30 --samples 20 --seed 1 --limit {found['limit']:.6g} --spice-runs 2 --spice-samples 1" in text
    assert "--use decision=winner_take_all" in text
    alone = {**found, "transistor_level": None}
    assert "At transistor level" not in text_of(page_of(tmp_path, alone))


def test_a_characterisation_is_drawn_over_each_condition_and_judged(written, tmp_path):
    found = written["characterise"]
    assert not found["passed"]
    html = page_of(tmp_path, found)
    text = text_of(html)
    assert "✗ 1 of 2 limits of the datasheet are met" in text
    assert "Over temperature" in text
    assert "Over supply" not in text
    assert "Over 3 dies with mismatch" in text
    worst = found["quantities"]["width_error"]["limits"]["typical"]["worst"]
    assert f"typical limit not met: {worst:.3g} at tt 27 C 1 V 1 nA" in text
    assert "✓ threshold up error" in text
    assert "codesign characterise --cell memory_cell --technology generic180 --json FILE" in text


def test_power_is_drawn_by_part_with_the_error_of_the_prediction(written, tmp_path):
    found = written["power"]
    text = text_of(page_of(tmp_path, found))
    run = found["runs"]["8"]
    assert f"recurrent as d^{found['fit_measured']['vddm']['exponent']:.2f}" in text
    error = 100 * (run["predicted_w"]["vdd"] / run["measured_w"]["vdd"] - 1)
    assert f"{run['measured_w']['vdd'] * 1e9:.3g} nW ({error:+.1f} %)" in text
    assert "python scripts/power_study.py --measure" in text


def test_accuracy_is_drawn_over_its_cost_with_every_network(written, tmp_path):
    found = written["accuracy"]
    assert [point["weight_bits"] for point in found["points"]] == [2, 4, 5]
    text = text_of(page_of(tmp_path, found))
    best = max(found["points"], key=lambda point: point["accuracy_validation"])
    assert f"At most {100 * best['accuracy_validation']:.2f} %" in text
    for point in found["points"]:
        weights = "ternary" if point["weight_bits"] == 2 else f"{point['weight_bits']} bit"
        assert f"{point['hidden']} {point['frames']} {weights} {100 * point['accuracy_validation']:.2f} %" in text
        assert " ".join(f"{value:,.0f}" for value in point["cycles"].values()) in text
    lost = 100 * (found["points"][0]["accuracy_validation"] - found["points"][1]["accuracy_validation"])
    assert f"Ternary weights against the most bits {lost:+.2f} to {lost:+.2f} points" in text
    assert "python scripts/mnist_study.py" in text


def test_a_study_of_another_checkpoint_of_the_model_says_so(written, tmp_path):
    other = {**written["conditions"], "model": "digits-src"}
    assert "This was found with another checkpoint of digits-src" in text_of(page_of(tmp_path, other))
    assert "another checkpoint" not in text_of(page_of(tmp_path, written["conditions"]))


def test_a_page_with_studies_is_the_same_every_time_and_loads_nothing(written, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    html = page_of(tmp_path / "a", *written.values())
    assert page_of(tmp_path / "b", *written.values()) == html
    assert "http:" not in html
    assert "<img" not in html
    assert "default-src 'none'" in html
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def spoilt(value, kept):
    """``value`` with every text, and every key that is not in ``kept``, hostile."""
    if isinstance(value, dict):
        return {key if key in kept else f"{HOSTILE}{key}": spoilt(inner, kept) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoilt(inner, kept) for inner in value]
    return HOSTILE if isinstance(value, str) else value


@pytest.mark.parametrize("kind", WRITERS)
def test_hostile_text_in_a_study_stays_text(kind, written, tmp_path):
    free = {"vdd", "vddm", "vddr", "vddo", "threshold_up_error", "threshold_down_error", "width_error", "decision"}
    known = {key for key in _keys(written[kind]) if key not in free}
    html = page_of(tmp_path, {**spoilt(written[kind], known), "study": kind})
    data = html.count('<script type="application/json"')  # the spikes of the model beside it
    assert html.count("<script") == html.count("</script") == data + 1 == 2
    assert "<img" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert html.count("<svg") == html.count("</svg>")
    assert "Content-Security-Policy" in html.split("<style>")[0]


def _keys(value):
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in _keys(inner)}
    return {key for inner in value for key in _keys(inner)} if isinstance(value, list) else set()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is not JSON"),
        ('{"study": "power", "clips": NaN}', "NaN is no number"),
        (
            "[1]",
            r"does not say what it is; its key 'study' is one of accuracy, characterise, conditions, energy, "
            r"montecarlo, power",
        ),
        ("{}", "does not say what it is"),
        ('{"study": "powr"}', r"unknown kind 'powr'; did you mean 'power'\?"),
        ('{"study": "../power"}', "unknown kind"),
        ('{"study": "conditions", "rows": []}', r"not of the form of 'conditions': rows: .*at least 1 item"),
        ('{"study": "conditions"}', r"'conditions': rows: Field required"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_what_is_no_study_is_refused(content, message, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        studies.load([path])


@pytest.mark.parametrize(
    ("kind", "place", "value", "message"),
    [
        ("montecarlo", ("histogram", "dies"), [1], "one edge more than bins"),
        ("montecarlo", ("transistor_level", "dies"), 9, "an accuracy for each die"),
        ("montecarlo", ("limit",), "high", "limit: Input should be a valid number"),
        ("power", ("fit_measured", "vdd", "watts_per"), {"d9": 1.0}, "powers are d0 to d3"),
        ("power", ("fit_measured",), {}, "supply 'vddm' of 'law' has no fit"),
        ("power", ("runs", "4", "measured_w", "vdd"), 0.0, "must be above 0"),
        ("accuracy", ("points", 1, "cycles"), {"other": 5.0}, r"points\.1: cycles must be above 0, for the engines"),
        ("accuracy", ("points", 0, "accuracy_validation"), 1.5, r"points\.0\.accuracy_validation"),
        ("characterise", ("readings", 0, "value"), "many", r"readings\.0\.value"),
    ],
)
def test_a_study_of_a_wrong_form_is_refused_with_the_field(kind, place, value, message, written, tmp_path):
    content = json.loads(json.dumps(written[kind]))
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    with pytest.raises(InputError, match=message):
        studies.load(stored(tmp_path, content))


def test_a_missing_study_is_refused_and_one_named_twice_is_read_once(written, tmp_path):
    with pytest.raises(InputError, match="there is no study"):
        studies.load([tmp_path / "none.json"])
    (path,) = stored(tmp_path, written["conditions"])
    assert len(studies.load([path, path, tmp_path / "." / "0.json"])) == 1


def test_the_command_takes_studies_of_the_folder_and_those_it_is_given(written, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "tiny-chip"
    (folder / "studies").mkdir(parents=True)
    checkpoint.save(chip_network(), folder / "checkpoint.safetensors")
    stored(folder / "studies", written["conditions"])
    (path,) = stored(tmp_path, written["power"])
    arguments = ["report", str(folder), "--target", "verilog", "--samples", "1", "--output", "r.html"]
    monkeypatch.setattr("sys.argv", ["codesign", *arguments, "--study", str(path)])
    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 0
    text = text_of((tmp_path / "r.html").read_text())
    assert "Conditions: tiny-chip in generic180" in text
    assert "Power against the number of units d" in text
    path.write_text("{}")
    (tmp_path / "r.html").unlink()
    with pytest.raises(SystemExit) as done:
        main()
    assert done.value.code == 2
    assert "does not say what it is" in capsys.readouterr().err
    assert not (tmp_path / "r.html").exists()


def test_every_kind_is_plotted_for_papers_with_its_data(written, tmp_path):
    loaded = studies.load(stored(tmp_path, *written.values()))
    plots.write(result(src_network(), {}, samples=2), tmp_path / "plots", studies=loaded)
    tables = {path.stem: path.read_text().splitlines() for path in (tmp_path / "plots").glob("*.csv")}
    for number, study in enumerate(loaded, start=1):
        stems = [stem for stem in tables if stem.startswith(f"study-{number}-{study.kind}")]
        assert stems, study.kind
        for stem in stems:
            assert len(tables[stem]) > 1
            assert "(" in tables[stem][0] or "unit" in tables[stem][0]
            assert (tmp_path / "plots" / f"{stem}.pdf").stat().st_size > 2000
    dies = next(rows for stem, rows in tables.items() if "montecarlo" in stem and not stem.endswith("transistors"))
    wanted = written["montecarlo"]["accuracy_of_each_die"]
    assert [float(row.split(",")[1]) for row in dies[1:]] == pytest.approx(wanted)
