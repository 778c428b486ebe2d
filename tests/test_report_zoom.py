"""The report's plots in a real browser: zoom by drag, wheel, keys, buttons and fingers, and what the cursor reads."""

import re

import numpy as np
import pytest
from report_browser import FACTORS, opened, opens, visible_range


def over(page, part, number=0):
    """A point of a plot's drawn area: ``part`` of its width, and its middle."""
    box = page.locator(".view.shown .live .u-over").nth(number)
    box.scroll_into_view_if_needed()
    at = box.bounding_box()
    return at["x"] + part * at["width"], at["y"] + at["height"] / 2


def test_waveforms_zoom_by_drag_wheel_keys_and_buttons(browser, built):
    with opened(browser, built, "/tiny-chip/waveforms") as page:
        whole = visible_range(page)
        page.mouse.move(*over(page, 0.25))
        page.mouse.down()
        page.mouse.move(*over(page, 0.5), steps=4)
        page.mouse.up()
        low, high = visible_range(page)
        width = whole[1] - whole[0]
        np.testing.assert_allclose([low, high], [whole[0] + width / 4, whole[0] + width / 2], atol=0.01 * width)
        page.wait_for_function("() => location.hash.includes('from=')")
        page.reload()  # the address holds what is shown
        np.testing.assert_allclose(visible_range(page), [low, high], rtol=1e-5)
        page.mouse.click(*over(page, 0.5))
        page.mouse.wheel(0, -200)
        inside = visible_range(page)
        assert inside[1] - inside[0] < high - low
        page.keyboard.press("ArrowRight")
        assert visible_range(page)[0] > inside[0]
        page.keyboard.press("-")
        assert np.diff(visible_range(page)) > np.diff(inside)
        page.keyboard.press("0")
        assert visible_range(page) == whole
        buttons = page.locator(".view.shown .signals").first
        buttons.get_by_role("button", name="Zoom in").click()
        np.testing.assert_allclose(np.diff(visible_range(page)), [width / 2], rtol=1e-6)
        buttons.get_by_role("button", name="All").click()
        assert visible_range(page) == whole
        page.mouse.dblclick(*over(page, 0.5))
        assert visible_range(page) == whole


def test_two_fingers_zoom(browser, built):
    with opened(browser, built, "/tiny-chip/waveforms", viewport={"width": 400, "height": 900}, has_touch=True) as page:
        whole = visible_range(page)
        fingers = page.context.new_cdp_session(page)
        y = over(page, 0.5)[1]

        def touch(kind, *parts):
            points = [{"x": over(page, part)[0], "y": y, "id": number} for number, part in enumerate(parts)]
            fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", 0.45, 0.55)
        for apart in (0.1, 0.2, 0.3):
            touch("touchMove", 0.5 - apart, 0.5 + apart)
        touch("touchEnd")
        assert np.diff(visible_range(page)) < 0.5 * np.diff(whole)


def test_the_cursor_reads_what_was_simulated(browser, built):
    waveforms = built.chip.targets["spice"].measurement.waveforms
    groups = list(dict.fromkeys(w.group for w in waveforms))
    with opened(browser, built, "/tiny-chip/waveforms") as page:
        for number, group in enumerate(groups):
            page.mouse.move(*over(page, 0.63, number))
            said = page.locator(".view.shown output.cursor").first.inner_text()
            time_s = float(re.match(r"([\d.]+) ms, step \d+$", said).group(1)) * 1e-3
            read = (
                page.locator(".view.shown figure").nth(number).locator(".readout.rows li, .readout b").all_inner_texts()
            )
            some = [w for w in waveforms if w.group == group]
            assert len(read) == len(some)
            span = max(float(np.ptp(w.values)) for w in some)
            for text, waveform in zip(read, some, strict=True):
                value, unit = text.split()
                factor = FACTORS.get(unit[:-1], 1.0)
                expected = np.interp(time_s, waveform.time_s, waveform.values)
                assert float(value) * factor == pytest.approx(expected, abs=2e-3 * span, rel=2e-3)


def test_spikes_zoom_and_are_counted(browser, built):
    with opened(browser, built, "/digits-src/overview") as page:
        page.get_by_role("link", name="the spikes around that step").click()
        opens(page, "/digits-src/waveforms")
        said = page.locator(".view.shown output.cursor")
        assert re.match(r"step \d+: input \d+, layer hidden \d+ \(1 not as the twin\)$", said.inner_text())
        low, high = visible_range(page)
        assert high - low == 17
        page.locator(".view.shown").get_by_role("button", name="All").click()
        assert visible_range(page) == (-0.5, 32.5)
        page.mouse.move(*over(page, 0.1, 1))
        page.mouse.down()
        page.mouse.move(*over(page, 0.3, 1), steps=3)
        page.mouse.up()
        low, high = visible_range(page)
        assert high - low == pytest.approx(33 * 0.2, rel=0.05)
        canvas = "c => [...c.getContext('2d').getImageData(0, 0, c.width, c.height).data].some(part => part > 0)"
        assert page.locator(".view.shown canvas").first.evaluate(canvas)


def spans(figure):
    """How much of its input and of its output a sweep shows."""
    shown = figure.locator(".live").evaluate("box => [box.dataset.in, box.dataset.out]")
    return [high - low for low, high in (map(float, one.split()) for one in shown)]


def test_hysteresis_zooms_and_reads(browser, built):
    with opened(browser, built, "/tiny-chip/hysteresis") as page:
        figure = page.locator(".view.shown .sweep").first
        everything = figure.get_by_role("button", name="All")
        assert everything.is_disabled()
        whole = spans(figure)
        page.mouse.move(*over(page, 0.3))
        page.mouse.down()
        page.mouse.move(*over(page, 0.6), steps=3)
        page.mouse.up()
        assert everything.is_enabled()
        given, taken = spans(figure)
        assert given == pytest.approx(0.3 * whole[0], rel=0.05)
        assert taken == pytest.approx(whole[1])
        assert re.match(
            r"in [\d.]+ nA: rising -?[\d.e-]+ .?A, falling -?[\d.e-]+ .?A", figure.locator("output").inner_text()
        )
        everything.click()
        assert everything.is_disabled()
        x, y = over(page, 0.3)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 3, y - 60, steps=3)
        page.mouse.up()
        assert spans(figure)[0] == pytest.approx(whole[0])
        assert spans(figure)[1] < 0.3 * whole[1]
        page.keyboard.press("+")
        assert spans(figure)[0] == pytest.approx(0.6 * whole[0])
        page.mouse.dblclick(x, y)
        assert spans(figure) == pytest.approx(whole)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 100, y - 60, steps=3)
        page.mouse.up()
        assert all(part < 0.5 * all_of for part, all_of in zip(spans(figure), whole, strict=True))
