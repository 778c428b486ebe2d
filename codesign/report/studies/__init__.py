"""Studies: results of other commands, drawn from the JSON they write. A kind of study is a file here, named as the
``study`` of its JSON; nothing else lists them.

Each file has

* ``Form``: the pydantic model of the JSON, derived from :class:`~codesign.report.study.StudyForm`;
* ``section(found, name)``: the :class:`~codesign.report.section.Section` that shows it; ``name`` makes ids unique.
"""

import json
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from pydantic import ValidationError

from codesign.errors import InputError, nearest
from codesign.report.section import Section
from codesign.report.study import StudyForm

__all__ = ["Kind", "Study", "kept", "kinds", "load"]

FOLDER = "studies"
"""In a model's folder."""
_LARGEST_FILE = 64 << 20


class Kind(Protocol):
    """What a file in this folder has."""

    Form: type[StudyForm]

    def section(self, found: Any, name: str) -> Section:
        """What the page shows."""


@dataclass(frozen=True, kw_only=True)
class Study:
    """A study that was read and is of the form its kind has."""

    kind: str
    form: StudyForm

    def section(self, name: str, hashes: Mapping[str, str]) -> Section:
        """What the page shows; says so where it is of a model on the page (name -> hash) that has changed since."""
        section = _kind(self.kind).section(self.form, name)
        now = hashes.get(self.form.model)
        if not self.form.model_hash or now is None or now == self.form.model_hash:
            return section
        note = f"This was found with another checkpoint of {self.form.model}: sha256:{self.form.model_hash}."
        return replace(section, note=f"{note} {section.note}".strip())


@cache
def kinds() -> tuple[str, ...]:
    """Every kind of study, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def _kind(name: str) -> Kind:
    return cast(Kind, import_module(f"{__name__}.{name}"))


def kept(folder: Path) -> list[Path]:
    """The studies that are kept with the model in ``folder``, by name."""
    return sorted(path for path in (Path(folder) / FOLDER).glob("*.json") if path.is_file())


def load(paths: Iterable[Path]) -> list[Study]:
    """Read studies, each file once; raises InputError for what is no study, and names the field that is wrong."""
    return [_load(path) for path in dict.fromkeys(Path(path).resolve() for path in paths)]


def _load(path: Path) -> Study:
    if not path.is_file():
        raise InputError(f"there is no study {str(path)!r}; name the JSON that a command wrote with --json")
    if path.stat().st_size > _LARGEST_FILE:
        raise InputError(f"the study {str(path)!r} has {path.stat().st_size} bytes; at most {_LARGEST_FILE} are read")
    try:
        content = json.loads(path.read_text(encoding="utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InputError(f"the study {str(path)!r} is not JSON: {error}") from None
    kind = content.get("study") if isinstance(content, dict) else None
    if not isinstance(kind, str):
        raise InputError(
            f"the study {str(path)!r} does not say what it is; its key 'study' is one of {', '.join(kinds())}"
        )
    if kind not in kinds():
        raise InputError(f"the study {str(path)!r} is of the unknown kind {kind!r}; {nearest(kind, kinds())}")
    try:
        return Study(kind=kind, form=_kind(kind).Form.model_validate(content))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "it"
        raise InputError(
            f"the study {str(path)!r} is not of the form of {kind!r}: {place}: {first['msg']}; write it again with the "
            "command that made it"
        ) from None


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
