"""The documentation's site: it builds without a warning, loads nothing from elsewhere, and leaves out nothing."""

import os
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pydantic import BaseModel

from codesign import checkpoint, resources, tools, verify
from codesign.analog import technology as technologies

ROOT = Path(__file__).parents[1]
pytest.importorskip("mkdocs")
sys.path.insert(0, str(ROOT / "scripts"))

from docs_pages import commands, environment, formats  # noqa: E402
from docs_pages.docstrings import as_markdown  # noqa: E402
from docs_pages.fields import nested  # noqa: E402

LOADED = {
    "script": "src",
    "link": "href",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "object": "data",
    "use": "href",
}
"""Elements that make a browser load something, and the attribute that says what."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


class Loads(HTMLParser):
    """What a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "link" and given.get("rel") in ("canonical", "prev", "next"):
            return
        if tag in LOADED and given.get(LOADED[tag]):
            self.found.append(str(given[LOADED[tag]]))


def text_of(page: Path) -> str:
    """The words of a page, without its markup."""
    return unescape(re.sub(r"<[^>]+>", "", page.read_text()))


def test_nothing_is_loaded_from_elsewhere(site: Path):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        loads = Loads()
        loads.feed(page.read_text())
        assert loads.found
        for address in loads.found:
            assert "//" not in address, (page.name, address)
    for style in site.rglob("*.css"):
        given = re.findall(r"url\((?!['\"]?data:)([^)]+)\)|@import\s+['\"]([^'\"]+)", style.read_text())
        assert [address for pair in given for address in pair if "//" in address] == [], style.name


def test_every_command_and_option_is_in_the_reference(site: Path):
    html = (site / "reference" / "commands.html").read_text()
    for name, command in commands.commands().items():
        section = html.partition(f'<h2 id="{name}"')[2].partition("<h2 ")[0]
        assert section, name
        for parameter in command.params:
            for written in commands.option_names(parameter):
                assert f"<code>{written}</code>" in section, (name, written)


@pytest.mark.parametrize("page", formats.MODELS)
def test_every_field_is_in_the_reference_with_its_meaning(page: str, site: Path):
    words = text_of(site / page.replace(".md", ".html"))
    models: list[type[BaseModel]] = nested(formats.MODELS[page])
    assert models
    for model in models:
        for name, field in model.model_fields.items():
            assert name in words, (model.__name__, name)
            assert field.description, (model.__name__, name)


def test_cells_codings_decisions_measurements_and_tools_are_in_the_reference(site: Path):
    from codesign import cells, coding
    from codesign.analog.characterise import measurements
    from codesign.decisions import DECISIONS

    recipe = (site / "reference" / "recipe.html").read_text()
    for name in (*cells.kinds(), *cells.kinds("module"), *coding.parameters(), *DECISIONS):
        assert f'<h3 id="{name}"' in recipe, name
    datasheet = text_of(site / "reference" / "datasheet.html")
    for name in measurements.names():
        for quantity in measurements.measurement(name).QUANTITIES:
            assert quantity in datasheet
    variables = text_of(site / "reference" / "environment.html")
    for tool in tools.TOOLS.values():
        assert tool.variable in variables


def test_every_variable_that_the_code_reads_is_in_the_reference():
    text = "".join(path.read_text() for path in (ROOT / "codesign").rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", text)) | set(re.findall(r'_VARIABLE = "(\w+)"', text))
    private = {"PATH", "BENCH_PORTS", "BENCH_VECTORS", "BENCH_STALLS", "BENCH_SEED", "BENCH_FOUND"}
    assert read - private <= set(environment.VARIABLES)


def test_every_field_of_a_verification_is_on_its_page():
    """With every target that takes a second or less; a circuit has what macro-models have."""
    listed = (ROOT / "docs" / "reference" / "verify-json.md").read_text()
    network = checkpoint.load(resources.models()["digits-bmru"])
    found = verify.verify(network, targets=["verilog", "behavioural"], samples=1).json()
    for target, fields in found["targets"].items():
        assert [name for name in fields if f"`{name}`" not in listed] == [], target


def test_every_cell_of_every_technology_is_drawn(site: Path):
    folder = site / "assets" / "schematics"
    drawn = {path.relative_to(folder).as_posix() for path in folder.rglob("*.svg")}
    wanted = {f"{name}/{cell}.svg" for name in technologies.names() for cell in technologies.load(name).library()}
    assert wanted < drawn
    assert "gf180mcu/memory_cell-nine_transistor.svg" in drawn
    for path in folder.rglob("*.svg"):
        assert path.read_text().startswith("<svg")


def test_docstrings_lose_what_markdown_does_not_know():
    text = """As in :class:`~codesign.network.Network`::

        a = ``b``

    ======  =====
    first   one
    second  two,
            three
    ======  =====
    """
    assert as_markdown(text).splitlines()[0] == "As in `Network`:"
    assert "| second | two, three |" in as_markdown(text)
