"""The report's plots for papers: each as SVG, as PDF, and its data as CSV.

A kind of plot is a file here; nothing else lists them. Each file has ``plots(material)``, which gives every
:class:`~codesign.report.plots.plot.PaperPlot` of that kind for a :class:`~codesign.report.plots.plot.Material`.
"""

import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from codesign.errors import InputError
from codesign.files import header_lines, output_folder
from codesign.report.plots.plot import Material, PaperPlot
from codesign.report.plots.save import save
from codesign.report.studies import Study
from codesign.verify.run import VerifyResult

__all__ = ["Material", "PaperPlot", "kinds", "write"]

_NO_KINDS = ("plot", "save", "style")


class _Kind(Protocol):
    def plots(self, material: Material) -> Iterator[PaperPlot]: ...


@cache
def kinds() -> tuple[str, ...]:
    """Every kind of plot, in alphabetical order."""
    return tuple(sorted(at.name for at in pkgutil.iter_modules(__path__) if at.name not in _NO_KINDS))


def write(result: VerifyResult, folder: Path, *, studies: Sequence[Study] = ()) -> tuple[str, ...]:
    """Write all plots of ``result`` and of ``studies`` into ``folder``; the stems of their files.

    ``<stem>.svg`` and ``<stem>.pdf`` hold the plot, ``<stem>.csv`` its data with the units in the first row, and
    ``README.txt`` says what each is. The same result gives the same bytes. Raises InputError for a folder that cannot
    be written, ToolError where yosys fails.
    """
    material = Material(result=result, studies=tuple(studies))
    stems: dict[str, str] = {}
    with output_folder(Path(folder)) as temporary:
        for kind in kinds():
            for plot in cast(_Kind, import_module(f"{__name__}.{kind}")).plots(material):
                if plot.stem in stems:
                    raise InputError(f"two plots are called {plot.stem!r}; rename a layer or leave out a study")
                save(plot, temporary)
                stems[plot.stem] = plot.title
        network = result.network
        configuration = {
            "technology": result.technology,
            "targets": list(result.targets),
            "samples": len(result.labels),
        }
        lines = header_lines(model=network.name, model_hash=network.hash, configuration=configuration, seed=None)
        lines += ["", *(f"{stem}: {title}" for stem, title in stems.items())]
        (temporary / "README.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tuple(stems)
