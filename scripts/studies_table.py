"""The results of studies in models/studies, and their tables in models/README.md.

    python scripts/studies_table.py                      # README.md from models/studies/*.json
    python scripts/studies_table.py --from build/studies # before that, take the results of trainings done here

``codesign train models/studies/NAME.yaml`` trains a study; the order of the tables is that of the names.
"""

import argparse
from pathlib import Path

from codesign import resources, studies
from codesign.errors import InputError
from codesign.files import write_file
from codesign.studies import curves, summary, table


def main() -> None:
    """Take results, if there are some to take, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", type=Path, help="folder of results, by the names of their studies")
    arguments = parser.parse_args()
    models = resources.folder("models")
    if arguments.source is not None:
        for recipe in sorted((models / "studies").glob("*.yaml")):
            take(arguments.source, recipe)
    readme = models / "README.md"
    write_file(readme, table.replaced(readme.read_text(encoding="utf-8"), table.section(models / "studies")))


def take(source: Path, recipe: Path) -> None:
    """Results and curves of one study, if ``source`` has them and they are those of the recipe."""
    name = studies.read_study(recipe).name
    path = source / name / f"{name}.json"
    if not path.is_file():
        return
    found = summary.read_summary(path)
    if found["recipe"] != summary.recipe_hash(studies.read_study(recipe)):
        raise InputError(f"{path} holds results of another recipe than {recipe}; train it again")
    write_file(recipe.with_suffix(".json"), path.read_bytes())
    write_file(recipe.with_suffix(".svg"), curves.svg(found))


if __name__ == "__main__":
    main()
