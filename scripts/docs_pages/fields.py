"""The reference of a file's fields, from the pydantic models that check it."""

import types
import typing
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docs_pages.markdown import anchor, code, prose, table

__all__ = ["fields_table", "nested", "section", "sections"]

_LIMITS = {
    "ge": ">= {}",
    "gt": "> {}",
    "le": "<= {}",
    "lt": "< {}",
    "min_length": "at least {} of them",
    "pattern": "{}",
}


def nested(model: Any, found: list[type[BaseModel]] | None = None) -> list[type[BaseModel]]:
    """``model`` and all models in its fields, each once, in the order in which a reader meets them."""
    found = [] if found is None else found
    if isinstance(model, type) and issubclass(model, BaseModel):
        if model not in found:
            found.append(model)
            for field in model.model_fields.values():
                nested(field.annotation, found)
    else:
        for argument in typing.get_args(model):
            nested(argument, found)
    return found


def sections(model: type[BaseModel], titles: dict[str, str] | None = None, level: int = 2) -> str:
    """A section for ``model`` and for each model in it, under its title or its name."""
    titles = titles or {}
    return "".join(section(each, titles, level) for each in nested(model))


def section(model: type[BaseModel], titles: dict[str, str], level: int) -> str:
    """One model: what it is, and its fields."""
    title = titles.get(model.__name__, model.__name__)
    text = prose((model.__doc__ or "").strip().replace("\n    ", "\n"))
    return f"{'#' * level} {title}\n\n{text}\n\n{fields_table(model, titles)}"


def fields_table(model: type[BaseModel], titles: dict[str, str] | None = None) -> str:
    """Name, type, default, limits and description of every field."""
    rows = [
        [
            code(name),
            _type(field.annotation, titles or {}),
            _default(field),
            _limits(field),
            prose(field.description or ""),
        ]
        for name, field in model.model_fields.items()
    ]
    return table(["field", "type", "default", "allowed", "meaning"], rows)


def _type(annotation: Any, titles: dict[str, str]) -> str:
    """A type in the words of YAML; a model is a link to its section."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        title = titles.get(annotation.__name__, annotation.__name__)
        return f"[{title}](#{anchor(title)})"
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return " or ".join(code(value) for value in arguments)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_type(each, titles) for each in arguments)
    if origin in (list, tuple):
        return f"list of {_type(arguments[0], titles)}"
    if origin is dict:
        return f"mapping to {_type(arguments[1], titles)}"
    if origin is typing.Annotated:
        return _type(arguments[0], titles)
    names = {bool: "true or false", int: "whole number", float: "number", str: "text", type(None): "null", Any: "any"}
    return names.get(annotation, str(annotation))


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, BaseModel):
        return "its own"
    if value is None:
        return "`null`"
    if isinstance(value, bool):
        return code(str(value).lower())
    if isinstance(value, str):
        return code(value) if value else "empty"
    if isinstance(value, tuple):
        value = list(value)
    return "empty" if value in ([], {}) else code(value)


def _limits(field: FieldInfo) -> str:
    found = []
    for item in field.metadata:
        for name, text in _LIMITS.items():
            value = getattr(item, name, None)
            if value is not None and not callable(value):
                found.append(code(value) if name == "pattern" else text.format(f"{value:,}"))
    return ", ".join(found)
