"""In continuous integration nothing is left out: a test that skips itself there, for want of a tool, has failed.

Elsewhere a test whose data set or device models are not here, nor to be had, is skipped with the words of the error.
"""

import os
from collections.abc import Generator
from typing import Any

import pytest

from codesign.errors import MissingDataError

_ADVICE = "in continuous integration nothing may be left out; install what is missing (scripts/setup.sh)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    """A skipped test; not one that says it has nothing to do on this machine."""
    report = yield
    if item.get_closest_marker("may_skip") is None:
        _judged(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Generator[None, Any, Any]:
    return (yield from _skipped_without_data())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, Any, Any]:
    return (yield from _skipped_without_data())


def _skipped_without_data() -> Generator[None, Any, Any]:
    try:
        return (yield)
    except MissingDataError as error:
        if "CI" in os.environ:
            raise
        pytest.skip(str(error))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """A module that is skipped as a whole."""
    report = yield
    _judged(report)
    return report


def _judged(report: Any) -> None:
    if report.outcome == "skipped" and not hasattr(report, "wasxfail") and "CI" in os.environ:
        *_, reason = report.longrepr if isinstance(report.longrepr, tuple) else (report.longrepr,)
        report.outcome, report.longrepr = "failed", f"{reason}: {_ADVICE}"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The page that the tests of the report in a browser look at."""
    from report_browser import build

    return build(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def browser() -> Generator[Any, None, None]:
    """Chromium; of a module alone, since Playwright's event loop would be in the way of other tests'."""
    from report_browser import chromium

    with chromium() as found:
        yield found
