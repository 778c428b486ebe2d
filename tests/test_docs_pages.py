"""Everything in a block of the documentation is true: commands, programs, files, and what they show."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from docs_blocks import LANGUAGES, Page, PageError, blocks, commands

from codesign import data

DOCS = Path(__file__).parents[1] / "docs"
sys.path.insert(0, str(DOCS.parent / "scripts"))

from docs_pages.commands import commands as known  # noqa: E402
from docs_pages.commands import option_names  # noqa: E402

PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
NOT_RUN = {
    ("tutorial.md", "it installs packages of the system, as root"),
    ("tutorial.md", "of the clone that make setup has set up"),
    ("how-to/run-on-a-board.md", "it needs the board"),
    ("how-to/pdk.md", "it downloads gigabytes"),
}
"""All blocks of commands that are only read, with why."""


def front_matter(page: str) -> dict[str, str]:
    match = re.match(r"---\n(.*?)\n---\n", (DOCS / page).read_text(), re.DOTALL)
    return yaml.safe_load(match[1]) if match else {}


def with_marks(page: str) -> object:
    return pytest.param(page, marks=pytest.mark.full if front_matter(page).get("runs") == "full" else ())


@pytest.mark.parametrize("name", [with_marks(page) for page in PAGES])
def test_the_blocks_of_a_page_do_what_it_says(name: str, tmp_path: Path):
    if task := front_matter(name).get("needs"):
        data.load(task, "test")  # skipped where this data set cannot be had
    folder = tmp_path / "work"
    folder.mkdir()
    with Page(name, folder) as page:
        for block in blocks((DOCS / name).read_text()):
            page.run(block)


@pytest.mark.parametrize("name", PAGES)
def test_every_block_is_of_a_kind_that_is_run_or_checked(name: str):
    for block in blocks((DOCS / name).read_text()):
        assert block.language in LANGUAGES, f"{name}, line {block.line}"


def test_only_what_needs_an_administrator_or_hardware_is_not_run():
    found = {
        (name, block.notes["not run"])
        for name in PAGES
        for block in blocks((DOCS / name).read_text())
        if "not run" in block.notes
    }
    assert found == NOT_RUN


def only_named(name: str) -> Iterator[list[str]]:
    """The words of every command on a page that is not run: in blocks, and within sentences."""
    text = (DOCS / name).read_text()
    for block in blocks(text):
        if "not run" in block.notes or block.language == "text":
            yield from commands(block)
    yield from (match[1].split() for match in re.finditer(r"`((?:codesign|make) [a-z][^`]*)`", text))


def test_commands_that_are_not_run_exist_with_their_options():
    seen = set()
    for name in PAGES:
        for words in only_named(name):
            if words[0] == "codesign" and not words[1].startswith("-"):
                assert words[1] in known(), (name, words)
                allowed = {each for parameter in known()[words[1]].params for each in option_names(parameter)}
                assert {word for word in words if word.startswith("--")} <= allowed, (name, words)
            elif words[0] == "make":
                assert f"\n{words[1]}:" in (DOCS.parent / "Makefile").read_text(), (name, words)
            seen.add(words[0])
    assert {"codesign", "make"} <= seen


WRONG = {
    "a command that fails": ("```bash\nfalse\n```", "exit status 1, not 0"),
    "a command before the last that fails": ("```bash\nfalse\ntrue\n```", "exit status 1, not 0"),
    "another status": ("<!-- exit: 2 -->\n\n```bash\nexit 3\n```", "exit status 3, not 2"),
    "no such output": ("```console\n$ echo one\ntwo\n```", "no line like 'two'"),
    "output in another order": ("```console\n$ printf 'a\\nb\\n'\nb\na\n```", "no line like 'a'"),
    "a wrong number": ("```console\n$ echo 10 of 12\n10 of 11\n```", "no line like '10 of 11'"),
    "a program that fails": ("```python\nassert 1 == 2\n```", "AssertionError"),
    "a program that ends Python": ("```python\nimport os; os._exit(0)\n```", "this ended Python"),
    "YAML that nothing checks": ("```yaml\na: 1\n```", "a model that checks it"),
    "YAML that is none of its model": (
        "<!-- model: codesign.training.recipe:ChoiceRecipe -->\n```yaml\nsort: a\n```", "unknown key 'sort'"
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", WRONG)
def test_a_page_that_is_wrong_fails(fault: str, tmp_path: Path):
    text, said = WRONG[fault]
    folder = tmp_path / "work"
    folder.mkdir()
    (block,) = blocks(text)
    with Page("page.md", folder) as page, pytest.raises((PageError, ValueError), match=re.escape(said)):
        page.run(block)


def test_blocks_of_a_page_share_variables_folder_and_python(tmp_path: Path):
    text = """
```bash
export WORD='two words'; mkdir deep; cd deep
```

1. ```bash
   pwd | grep 'work/deep$'
   ```

```text title="a/file.txt"
inside
```

```python
import os
found = os.environ["WORD"]
```

```python
assert found == "two words" and open("../a/file.txt").read() == "inside\\n" and "deep" in os.getcwd()
```

```console
$ echo "$WORD" | tr ' ' '|'; echo later
two ...
$ echo 1 \\
  2
1 2
```
"""
    folder = tmp_path / "work"
    folder.mkdir()
    with Page("page.md", folder) as page:
        for block in blocks(text):
            page.run(block)
