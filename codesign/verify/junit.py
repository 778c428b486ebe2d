"""A regression as JUnit XML, the form in which continuous integration takes test results."""

import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from codesign.verify.regression import Regression

__all__ = ["junit"]

# What XML 1.0 cannot hold; a log may.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(regression: Regression) -> str:
    """A test suite per model, a test case per target and engine; ``time`` where the case was done now."""
    cases = regression.figures["cases"]
    root = ElementTree.Element("testsuites", {"name": "codesign regress", **_counts(cases)})
    for model in dict.fromkeys(case["model"] for case in cases):
        own = [case for case in cases if case["model"] == model]
        suite = ElementTree.SubElement(root, "testsuite", {"name": model, **_counts(own)})
        for case in own:
            _case(suite, case, regression)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _counts(cases: list[Mapping[str, Any]]) -> dict[str, str]:
    verdicts = [case["verdict"] for case in cases]
    return {"tests": str(len(cases)), "failures": str(verdicts.count("fail")), "errors": str(verdicts.count("error"))}


def _case(suite: ElementTree.Element, case: Mapping[str, Any], regression: Regression) -> None:
    name = case["name"].partition("/")[2]
    element = ElementTree.SubElement(suite, "testcase", classname=case["model"], name=name)
    if case["name"] in regression.seconds:
        element.set("time", f"{regression.seconds[case['name']]:.3f}")
    comparison = case["comparison"]
    if comparison is None:
        error = ElementTree.SubElement(element, "error", message=_clean(case["error"]))
        error.text = _clean("\n".join(regression.failures[case["name"]].last_lines))
    elif case["verdict"] == "fail":
        message = (
            f"{comparison['states_agree']} of {comparison['states_compared']} states and "
            f"{comparison['decisions_agree']} of {comparison['samples']} decisions are the twin's"
        )
        failure = ElementTree.SubElement(element, "failure", message=message)
        failure.text = _clean(str(comparison["first_divergence"]))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("?", text)
