"""The report in a real browser: every view, search, sorting, phone width, dark mode, no scripts, in print."""

import re
import time
from pathlib import Path

import numpy as np
import pytest
from report_browser import FACTORS, MANY, VIEWS, Page, build_large, opened, opens, shown, visible_range
from report_samples import HOSTILE, bmru_network, hostile, result, rtl

from codesign import report

CONTRAST = Path(__file__).with_name("report_contrast.js").read_text(encoding="utf-8")
ALL = [(model, view) for model, views in VIEWS.items() for view in views]


def test_every_view_opens_by_click_and_the_back_button_returns(browser, built):
    with opened(browser, built) as page:
        assert shown(page) == ["/"]
        page.get_by_role("navigation", name="Models").get_by_role("link", name="tiny-chip").click()
        for view in VIEWS["tiny-chip"]:
            link = page.locator(f".tabs a[href='#/tiny-chip/{view}']")
            link.click()
            opens(page, f"/tiny-chip/{view}")
            assert link.get_attribute("aria-current") == "page"
            assert page.title().endswith(" tiny-chip \N{EN DASH} verification report")
        page.go_back()
        opens(page, f"/tiny-chip/{VIEWS['tiny-chip'][-2]}")
        page.go_forward()
        opens(page, f"/tiny-chip/{VIEWS['tiny-chip'][-1]}")


def test_every_view_opens_by_its_address(browser, built):
    with opened(browser, built) as page:
        for model, view in ALL:
            page.goto(built.address(f"/{model}/{view}"))
            opens(page, f"/{model}/{view}")
            assert page.locator(f"[id='/{model}/{view}'] h3").is_visible()
        page.goto(built.address("/nobody/nothing"))
        opens(page, "/")


def rows(page):
    return [row.split("\t") for row in page.locator(".view.shown .map tbody tr:not(.empty)").all_inner_texts()]


def test_a_page_that_opens_at_no_address_of_a_view_shows_something(browser, built):
    with opened(browser, built, "costs") as page:
        assert shown(page) == ["/"]


def test_search_finds_an_element_and_nothing_for_nonsense(browser, built):
    mapping = built.chip.targets["spice"].measurement.figures["mapping"]
    known = next(row for row in mapping if row["parameter"] == "memory.width[1]")
    with opened(browser, built, "/tiny-chip/mapping") as page:
        box = page.locator(".view.shown input[type=search]")
        assert len(rows(page)) == len(mapping) <= 100
        box.fill(known["element"])
        assert [row[0] for row in rows(page)] == ["memory.width[1]"]
        assert rows(page)[0][1:4] == [str(known["value"]), known["element"], str(known["fingers"])]
        assert "q=" in page.url
        page.reload()
        assert [row[0] for row in rows(page)] == ["memory.width[1]"]
        box.fill("layer:memory unit:1 tensor:weight")
        assert [row[0] for row in rows(page)] == ["memory.weight[1,0]", "memory.weight[1,1]"]
        box.fill("no such thing")
        assert rows(page) == []
        assert "Nothing found" in page.locator(".view.shown .empty").inner_text()


def test_a_large_mapping_is_fast_and_sorts(browser, tmp_path):
    with opened(browser, build_large(tmp_path), "/digits-bmru/mapping") as page:
        view = page.locator(".view.shown")
        assert f"{MANY:,} parameters, 1 to 100 here" in view.locator("output").inner_text()
        before = time.perf_counter()
        view.locator("input[type=search]").fill("xu299.m99")
        assert [row[0] for row in rows(page)] == ["memory.weight[299,99]"]
        assert time.perf_counter() - before < 5  # a second or less on an idle machine
        view.locator("input[type=search]").fill("")
        integer = view.get_by_role("button", name="Integer")
        integer.click()
        assert {row[1] for row in rows(page)} == {"-15"}
        assert view.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
        integer.click()
        assert {row[1] for row in rows(page)} == {"15"}
        integer.click()
        view.get_by_role("button", name="Next").click()
        assert rows(page)[0][0] == "memory.weight[1,0]"
        assert "101 to 200 here" in view.locator("output").inner_text()


def test_a_first_divergence_leads_to_its_state_its_parameters_and_its_step(browser, built):
    with opened(browser, built, "/tiny-chip/overview") as page:
        page.get_by_role("link", name="the state map").click()
        opens(page, "/tiny-chip/states")
        mark = page.locator(".view.shown .here")
        assert (mark.get_attribute("x"), mark.get_attribute("y")) == ("3", "1")
        page.go_back()
        opens(page, "/tiny-chip/overview")
        page.get_by_role("link", name="its unit's parameters").click()
        opens(page, "/tiny-chip/mapping")
        assert {row[0] for row in rows(page)} == {
            "memory.weight[1,0]", "memory.weight[1,1]", "memory.bias[1]", "memory.threshold[1]", "memory.width[1]",
            "memory.gain[1]",
        }  # fmt: skip
        page.go_back()
        opens(page, "/tiny-chip/overview")
        page.get_by_role("link", name="the waveforms of that step").click()
        opens(page, "/tiny-chip/waveforms")
        assert "step 3" in page.locator(".view.shown output.cursor").first.inner_text()
        step = built.chip.targets["spice"].measurement.figures["step_s"] * 1e3
        low, high = visible_range(page)
        assert high - low == pytest.approx(2.5 * step, rel=0.01)


def test_a_first_divergence_leads_to_the_signals_inside_of_its_unit(browser, built):
    with opened(browser, built, "/tiny-chip/overview") as page:
        page.get_by_role("link", name="the signals inside of that unit").click()
        opens(page, "/tiny-chip/trace")
        assert "target=spice" in page.url
        traced = page.locator(".view.shown .traced[data-target=spice]")
        assert "sample 0, layer memory, unit 1, step 3" in traced.locator("h4").inner_text()
        assert traced.locator("tr.here td").first.inner_text() == "3"
        assert "net current" in traced.locator("svg").text_content()
        assert page.locator(".view.shown .traced").count() == 2


def test_a_parameter_leads_to_its_element_in_the_schematic_and_back(browser, built):
    mapping = built.chip.targets["spice"].measurement.figures["mapping"]
    mapped = [row for row in mapping if row["element"]]
    with opened(browser, built, "/tiny-chip/mapping") as page:
        assert page.locator(".view.shown tbody a").count() == len(mapped)
        known = next(row for row in mapped if row["parameter"] == "memory.width[1]")
        page.locator(".view.shown input[type=search]").fill(known["parameter"])
        page.get_by_role("link", name=known["element"]).click()
        opens(page, "/tiny-chip/schematics")
        part = page.locator(".view.shown .at")
        assert part.get_attribute("data-element") == known["element"]
        assert part.is_visible()
        assert page.locator(".view.shown .drawing:visible h4").inner_text() == "memory, unit u1"
        box = part.locator("polyline").first.bounding_box()
        assert 0 < box["y"] < 900
        part.locator("text").first.click()
        opens(page, "/tiny-chip/mapping")
        assert [row[0] for row in rows(page)] == [known["parameter"]]
        page.go_back()
        opens(page, "/tiny-chip/schematics")
        page.get_by_role("link", name="memory_cell", exact=True).click()
        page.wait_for_function("() => location.hash.includes('drawing=')")
        assert page.locator(".view.shown .drawing:visible h4").inner_text() == "memory_cell"
        drawn = page.locator(".view.shown .drawing:visible .sheet svg")
        before = drawn.bounding_box()["width"]
        page.locator(".view.shown .drawing:visible").get_by_role("button", name="Larger").click()
        assert drawn.bounding_box()["width"] == pytest.approx(1.3 * before, rel=0.01)


def test_a_drawing_that_is_fitted_is_all_in_its_frame(browser, built):
    with opened(browser, built, "/tiny-chip/schematics", viewport={"width": 500, "height": 800}) as page:
        frame = page.locator(".view.shown .drawing.chosen .sheet")
        wider = "frame => frame.scrollWidth > frame.clientWidth"
        assert frame.evaluate(wider)
        page.locator(".view.shown .drawing.chosen").get_by_role("button", name="Fit").click()
        assert not frame.evaluate(wider)


def test_every_mapped_element_is_drawn(browser, built):
    with opened(browser, built, "/tiny-chip/schematics") as page:
        drawn = set(page.eval_on_selector_all("[data-element]", "parts => parts.map(part => part.dataset.element)"))
        mapping = built.chip.targets["spice"].measurement.figures["mapping"]
        assert {row["element"] for row in mapping if row["element"]} <= drawn


def test_a_study_says_what_is_pointed_at(browser, built):
    with opened(browser, built, "/tiny-chip/studies") as page:
        said = page.locator(".view.shown output.said").first
        assert said.inner_text() == "Point at a bar or at the curve for its numbers."
        bar = page.locator(".view.shown figure .says").first
        bar.scroll_into_view_if_needed()
        at = bar.bounding_box()
        page.mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 3)
        assert re.fullmatch(r"[\d.]+ to [\d.]+ %: \d+ of 12 dies", said.inner_text())
        assert bar.locator("title").text_content() == said.inner_text()
        page.mouse.move(5, 5)
        assert said.inner_text().startswith("Point at")


def test_a_table_sorts_by_what_its_numbers_mean(browser, built):
    with opened(browser, built, "/tiny-chip/costs") as page:
        table = page.locator(".view.shown table.implementations")
        table.get_by_role("button", name="Energy").click()
        energies = [text for text in table.locator("tbody td:nth-child(6)").all_inner_texts() if text != "-"]
        values = [float(text.split()[0]) * FACTORS[text.split()[1][0]] for text in energies]
        assert len(values) > 4
        assert values == sorted(values)


def test_no_view_is_wider_than_a_phone(browser, built):
    with opened(browser, built, viewport={"width": 360, "height": 740}) as page:
        for route in ("/", *(f"/{model}/{view}" for model, view in ALL)):
            page.goto(built.address(route))
            opens(page, route)
            assert page.evaluate("document.documentElement.scrollWidth") == 360, route


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_in_both_themes(browser, built, scheme):
    with opened(browser, built, color_scheme=scheme) as page:
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground))) > 380) is (scheme == "light")
        for model, view in (pair for pair in ALL if pair[0] == "tiny-chip"):
            page.goto(built.address(f"/{model}/{view}"))
            opens(page, f"/{model}/{view}")
            worst = page.evaluate(CONTRAST)
            assert len(worst) > 10
            assert worst[0][0] >= 4.5, (view, worst[:4])


def test_the_theme_can_be_chosen_and_is_remembered(browser, built):
    with opened(browser, built, "/tiny-chip/waveforms", color_scheme="light") as page:
        colours = []
        for name in ("light", "dark"):
            page.locator("button.theme").click()
            assert page.locator("button.theme").inner_text() == f"Theme: {name}"
            colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert colours[0] != colours[1]
        page.reload()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colours[1]


def test_without_scripts_all_views_are_there_with_drawings_instead_of_plots(browser, built):
    with opened(browser, built, java_script_enabled=False) as page:
        for model, view in ALL:
            assert page.locator(f"[id='/{model}/{view}']").is_visible()
        waveforms = page.locator("[id='/tiny-chip/waveforms']")
        assert waveforms.locator(".drawn svg").first.is_visible()
        assert waveforms.locator("[data-zoom]").first.is_hidden()
        assert page.locator("[id='/tiny-chip/mapping'] tbody tr").count() > 40
        page.locator(".tabs a[href='#/tiny-chip/costs']").click()
        assert page.locator("[id='/tiny-chip/costs'] h3").bounding_box()["y"] < 900


def test_print_shows_all_views_and_no_controls(browser, built):
    with opened(browser, built, "/tiny-chip/waveforms", color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 252, 251)"
        for model, view in ALL:
            assert page.locator(f"[id='/{model}/{view}']").is_visible()
        assert page.locator("[id='/tiny-chip/waveforms'] .drawn svg").first.is_visible()
        assert page.locator("button:not(th button):visible").count() == 0


def test_a_keyboard_is_enough(browser, built):
    with opened(browser, built, "/tiny-chip/overview") as page:
        page.locator(".tabs a[href='#/tiny-chip/waveforms']").focus()
        page.keyboard.press("Enter")
        opens(page, "/tiny-chip/waveforms")
        whole = visible_range(page)
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.classList.contains('live')"):
                break
        page.keyboard.press("+")
        assert np.diff(visible_range(page)) < np.diff(whole)
        page.keyboard.press("Shift+ArrowRight")
        assert " ms" in page.locator(".view.shown output.cursor").first.inner_text()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_hostile_names_run_nothing(browser, tmp_path):
    found = result(bmru_network(training={HOSTILE: HOSTILE}), {"spice": hostile, HOSTILE: rtl})
    evil = Page(path=report.write([found], tmp_path / "report.html"), chip=found)
    dialogs = []
    with opened(browser, evil) as page:
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for view in (view for view in VIEWS["digits-bmru"] if view != "schematics"):  # of no technology that we know
            page.goto(evil.address(f"/digits-bmru/{view}"))
            opens(page, f"/digits-bmru/{view}", f"/digits-bmru/{view}" if view != "overview" else "/")
        page.goto(evil.address("/digits-bmru/mapping"))
        assert rows(page)[0][0].startswith("</svg></script>")
        assert page.locator("img").count() == 0
        page.goto(evil.address("/digits-bmru/mapping?q=%22%3E%3Cimg%20src=x%20onerror=alert(3)%3E"))
        assert rows(page) == []
    assert dialogs == []
