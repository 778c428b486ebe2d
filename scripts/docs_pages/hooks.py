"""Hooks of MkDocs: they add the pages and drawings that are made from the code."""

import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from codesign.analog import schematic  # noqa: E402
from codesign.analog import technology as technologies  # noqa: E402
from docs_pages import commands, environment, formats  # noqa: E402

__all__ = ["drawings", "on_files", "pages"]

_COPIES = {"about/changelog.md": "CHANGELOG.md"}
_TEXTS = {"about/notice.md": ("Notice and patents", "NOTICE"), "about/licence.md": ("Licence", "LICENSE")}


def pages() -> dict[str, str]:
    """Every generated page: its path and its Markdown."""
    found = {"reference/commands.md": commands.page()}
    found |= {path: make() for path, make in {**formats.PAGES, **environment.PAGES}.items()}
    found |= {path: (ROOT / name).read_text() for path, name in _COPIES.items()}
    for path, (title, name) in _TEXTS.items():
        found[path] = f"# {title}\n\n" + "".join(
            f"{_plain(part)}\n\n" for part in (ROOT / name).read_text().split("\n\n")
        )
    return found


def drawings() -> dict[str, str]:
    """The schematic of every cell of every technology: its path and the SVG, drawn from the ``.cir`` files."""
    found = {}
    for name in technologies.names():
        technology = technologies.load(name)
        for block, variants in technology.variants.items():
            for variant in variants:
                chosen = technology.at(choice={block: variant})
                suffix = "" if variant == technology.choice[block] else f"-{variant}"
                for cell in chosen.library():
                    path = f"assets/schematics/{name}/{cell}{suffix}.svg"
                    if not suffix or cell == block:
                        found.setdefault(path, schematic.draw(chosen, cell))
    return found


def _plain(paragraph: str) -> str:
    """A paragraph of a text file; what is indented or drawn is kept as it is."""
    kept = any(line.startswith("   ") for line in paragraph.splitlines())
    return f"<pre>{paragraph.replace('<', '&lt;')}</pre>" if kept else paragraph.replace("<", "&lt;")


def on_files(files: Any, config: Any) -> Any:
    """Add what is generated."""
    for path, text in {**pages(), **drawings()}.items():
        files.append(File.generated(config, path, content=text))
    return files
