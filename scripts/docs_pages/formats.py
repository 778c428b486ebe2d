"""The reference of the files that users write, a page each, and of what a recipe can name."""

import inspect
from collections.abc import Mapping

from codesign import cells, coding, data
from codesign.analog import rules
from codesign.analog.characterise import measurements
from codesign.analog.characterise.datasheet import Datasheet
from codesign.analog.limits import Measured
from codesign.analog.technology import Technology
from codesign.cells.spec import AttributeSpec
from codesign.decisions import DECISIONS
from codesign.digital.boards import Board
from codesign.digital.options import ENGINES
from codesign.studies.recipe import Study
from codesign.training.recipe import Recipe
from docs_pages.fields import fields_table, nested, section, sections
from docs_pages.markdown import code, prose, table

__all__ = ["MODELS", "PAGES"]

_TITLES = {
    "Recipe": "recipe.yaml",
    "LayerRecipe": "A layer",
    "ChoiceRecipe": "Coding or decision",
    "Settings": "training",
    "Technology": "technology.yaml",
    "ModelFile": "A file of device models",
    "Range": "A range",
    "Measured": "measured.yaml",
    "OperatingPoint": "An operating point",
    "Switching": "Switching of a memory cell",
    "Simulator": "simulator",
    "Currents": "currents",
    "MemoryCurrents": "Currents of a memory cell",
    "DecisionCurrents": "Currents of a decision",
    "Rules": "rules",
    "Stack": "A stack",
    "Transistor": "A transistor",
    "Datasheet": "datasheet_CELL.yaml",
    "Conditions": "conditions",
    "Plan": "A measurement",
    "Limit": "A limit",
    "Bounds": "Bounds",
    "Mismatch": "mismatch",
    "Board": "BOARD.yaml",
    "Uart": "uart",
    "Pins": "A wire",
    "Study": "STUDY.yaml",
    "Structure": "structure",
    "Training": "training",
    "Verification": "verification",
    "Variant": "A variant",
}


def recipe() -> str:
    """Recipes, and the cells, codings, decisions and data sets that they name."""
    parts = [
        "# Recipes\n\nA recipe is a YAML file that says all there is to know to train a model again. "
        "`codesign train recipe.yaml` reads it.\n\n",
        sections(Recipe, _TITLES),
        "## Cells\n\nA layer's `kind`. Its `attributes` are part of the hardware, its `options` say how "
        "it is trained.\n\n",
    ]
    for kind in sorted({*cells.kinds(), *cells.kinds("module")}):
        parts.append(_cell(kind))
    parts.append(
        "## Codings\n\nHow an image becomes what the first layer takes; `kind` and `parameters` of `coding`.\n\n"
    )
    for name, parameters in coding.parameters().items():
        parts += [f"### {name}\n\n", f"Gives {code(coding.signal(name))}.\n\n", _attributes(parameters)]
    parts.append("## Decisions\n\nHow a class is chosen; `kind` and `parameters` of `decision`.\n\n")
    for name, decision in DECISIONS.items():
        parts += [f"### {name}\n\n", f"{prose(decision.meaning.capitalize())}. Takes {code(decision.takes)}.\n\n"]
        parts.append(_attributes(decision.parameters))
    listed = (data.__doc__ or "").partition("\n\n")[2]
    parts.append(f"## Data sets\n\nA recipe's `task`.\n\n{prose(listed[listed.index('| task') :])}\n")
    return "".join(parts)


def _cell(kind: str) -> str:
    parts = [f"### {kind}\n\n"]
    if kind in cells.kinds():
        spec = cells.spec(kind)
        built = [name for name in ("circuit", "rtl", "module") if kind in cells.kinds(name)]
        words = {"circuit": "transistors", "rtl": "RTL", "module": "training"}
        parts.append(
            f"{spec.title.capitalize()} ({spec.source}). Takes {code(spec.takes)}, gives {code(spec.gives)}. "
            f"There is: twin, {', '.join(words[name] for name in built)}.\n\n"
        )
        rows = [
            [code(name), " x ".join(each.shape), f"{each.minimum:,} to {each.maximum:,}", each.meaning]
            for name, each in spec.tensors.items()
        ]
        parts.append(table(["tensor", "shape", "allowed", "meaning"], rows))
        parts.append(_attributes(spec.attributes))
    else:
        parts.append("Exists in software only.\n\n")
    if kind in cells.kinds("module"):
        models = nested(cells.part(kind, "module").Module.Options)
        parts.append("Options:\n\n" + fields_table(models[0]) if models[0].model_fields else "")
        parts += [section(model, {}, 4) for model in models[1:]]
    return "".join(parts)


def _attributes(specs: Mapping[str, AttributeSpec]) -> str:
    rows = [
        [code(name), f"{each.minimum:,} to {each.maximum:,}",
         "required" if each.default is None else code(each.default), prose(each.meaning)]
        for name, each in specs.items()
    ]  # fmt: skip
    return table(["attribute", "allowed", "default", "meaning"], rows) if rows else ""


def study() -> str:
    """Studies."""
    return (
        "# Studies\n\nA study trains several cells with several seeds on one task, all with about as many parameters. "
        "`codesign train STUDY.yaml` reads it.\n\n" + sections(Study, _TITLES)
    )


def technology() -> str:
    """Technologies, what is measured of them, and the design rules."""
    models = [model for model in nested(Technology) if model not in nested(Measured)]
    parts = [
        "# Technologies\n\nA technology is a folder: `technology.yaml`, device models or where they are, and the cell "
        "library in `.cir` files.\n\n",
        *(section(model, _TITLES, 2) for model in models),
        *(section(model, _TITLES, 2) for model in nested(Measured)),
        "## Design rules\n\n`codesign check` holds a network against these; `export` and `verify` refuse what "
        "breaks one.\n\n",
    ]
    rows = [
        [code(name), prose(" ".join((inspect.getdoc(rules.rule(name)) or "").partition("\n\n")[0].split()))]
        for name in rules.names()
    ]
    return "".join([*parts, table(["rule", "what must hold"], rows)])


def datasheet() -> str:
    """Datasheets of cells, and what can be measured."""
    parts = [
        "# Datasheets\n\nA datasheet says what is measured of a cell, under which conditions, and what it has to be. "
        "`codesign characterise --cell CELL` measures it.\n\n",
        sections(Datasheet, _TITLES),
        "## Measurements\n\nNames under `measurements`; the quantities are names under `limits`.\n\n",
    ]
    for name in measurements.names():
        found = measurements.measurement(name)
        parts.append(f"### {name}\n\n")
        rows = [[code(quantity), each.unit, each.text] for quantity, each in found.QUANTITIES.items()]
        parts.append(table(["quantity", "unit", "meaning"], rows))
        models = nested(found.Stimulus)
        parts.append("Its `stimulus`:\n\n" + fields_table(models[0]))
        parts += [section(model, {}, 4) for model in models[1:]]
    return "".join(parts)


def board() -> str:
    """Boards and engines."""
    rows = [
        [code(name), str(each.events_per_cycle), str(each.units_per_cycle),
         "of one group at a time" if each.serial_sums else "all at once"]
        for name, each in ENGINES.items()
    ]  # fmt: skip
    return "".join([
        "# Boards\n\nA board is a YAML file. `codesign synth MODEL --board NAME` reads it.\n\n",
        sections(Board, _TITLES),
        "## Engines\n\nHow large and how fast the RTL is.\n\n",
        table(["engine", "events per cycle", "units per cycle", "sums"], rows),
    ])  # fmt: skip


PAGES = {
    "reference/recipe.md": recipe,
    "reference/study.md": study,
    "reference/technology.md": technology,
    "reference/datasheet.md": datasheet,
    "reference/board.md": board,
}

MODELS = {
    "reference/recipe.md": Recipe,
    "reference/study.md": Study,
    "reference/technology.md": Technology,
    "reference/datasheet.md": Datasheet,
    "reference/board.md": Board,
}
"""Whose fields stand on which page."""
