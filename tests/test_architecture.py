"""Data flows one way: what a module may import, read from its text, so that nothing has to be imported for it."""

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

FLOORS: tuple[tuple[str, ...], ...] = (
    ("", "errors", "progress", "validation"),
    ("files", "names", "resources", "fingerprint", "tools", "drawing"),
    ("native", "approximation"),
    ("recurrence", "jobs"),
    ("cells.spec", "cells", "cells.*.spec", "decisions", "coding"),
    ("network", "tasks.t_maze"),
    ("checkpoint", "data", "measurement"),
    ("twin", "cells.*.twin", "cells.*.functions"),
    # Neither training nor the two mappings know of each other.
    ("training", "convert", "nn", "tasks", "cells.*", "cells.fused"),
    ("analog", "cells.*.circuit", "cells.*.vectorised", "cells.*.behavioural"),
    ("digital", "cells.*.rtl"),
    ("nir", "activity", "doctor"),
    ("verify",),
    ("report", "trace", "studies"),
    ("cli",),
)
"""From the ground up; a module is of the group that names it most closely, and imports from its own floor and those
below."""

APART = (("training", "analog"), ("training", "digital"), ("analog", "digital"))
"""By the first group of a floor: stages side by side, the higher of which does not import the lower either."""

LIBRARIES = {
    "torch": {"recurrence", "training", "convert", "nn", "tasks", "studies", "cells.*", "cells.fused", "doctor"},
    "triton": {"recurrence"},
    "amaranth": {"digital", "cells.*.rtl"},
    "typer": {"cli"},
    "rich": {"cli"},
    "jinja2": {"report"},
}
"""The groups that may name a library: a network and its twin need none of these."""


@cache
def modules() -> Mapping[str, Path]:
    """Name below ``codesign`` -> file; the package itself is the empty name."""
    found = {}
    for path in sorted((ROOT / "codesign").rglob("*.py")):
        parts = path.relative_to(ROOT / "codesign").with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def group(module: str) -> str:
    """The entry of FLOORS that names ``module`` most closely; a ``*`` is any cell."""
    words = module.split(".")
    starred = [words[0], "*", *words[2:]] if len(words) > 1 and words[0] == "cells" else words
    if words[0] == "cells" and len(words) > 1 and modules()[module].name == "__init__.py":
        return "cells"  # the face of a cell's folder, which is empty
    known = {name for names in FLOORS for name in names}
    for size in range(len(words), 0, -1):
        for name in (".".join(words[:size]), ".".join(starred[:size])):
            if name in known:
                return name
    return ""


@cache
def imports(module: str) -> frozenset[tuple[str, int]]:
    """What ``module`` imports, wherever it stands in it, with the line."""
    found = set()
    for node in ast.walk(ast.parse(modules()[module].read_text())):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node.lineno) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            found |= {(f"{node.module}.{alias.name}", node.lineno) for alias in node.names}
    return frozenset(found)


def own_imports(module: str) -> Iterator[tuple[str, int]]:
    """The modules of codesign among them."""
    for name, line in imports(module):
        head, _, below = name.partition(".")
        if head == "codesign":
            while below not in modules():
                below = below.rpartition(".")[0]
            yield below, line


def floor(module: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if group(module) in names)


def test_every_module_stands_on_a_floor() -> None:
    assert [name for name in modules() if name and not group(name)] == []


def test_no_stage_imports_one_that_comes_after_it() -> None:
    wrong = [
        f"codesign.{module} imports codesign.{other} (line {line})"
        for module in modules()
        for other, line in own_imports(module)
        if floor(other) > floor(module)
    ]
    assert wrong == []


@pytest.mark.parametrize(("one", "other"), APART)
def test_stages_side_by_side_never_import_each_other(one: str, other: str) -> None:
    sides = {name for names in FLOORS if names[0] in (one, other) for name in names}
    wrong = [
        f"codesign.{module} imports codesign.{found} (line {line})"
        for module in modules()
        if group(module) in sides
        for found, line in own_imports(module)
        if group(found) in sides and floor(found) != floor(module)
    ]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module: {other for other, _ in own_imports(module) if other != module} for module in modules()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(modules())  # raises CycleError for a circle


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_only_where_it_is_needed(library: str) -> None:
    users = {group(module) for module in modules() for name, _ in imports(module) if name.split(".")[0] == library}
    assert users <= LIBRARIES[library]
    assert users, f"nothing imports {library}"


def test_network_and_twin_need_numpy_alone() -> None:
    for module in modules():
        if group(module) in {"network", "twin", "cells.spec", "cells", "cells.*.spec", "cells.*.twin", "decisions"}:
            others = {name.split(".")[0] for name, _ in imports(module)} - sys.stdlib_module_names - {"codesign"}
            assert others <= {"numpy"}, module
