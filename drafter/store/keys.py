"""Which keys may stand where, read from the model."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from drafter.outline import FACTS, MATTERS, MEASURES
from drafter.outline.organs import WORD_NAMES
from drafter.outline.parts import PART_NAMES
from drafter.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.report import Path


@cache
def known_at(path: Path) -> list[str]:
    """Return the keys that may stand below an entry; an empty list where they are free."""
    model: Any = Report
    for part in path:
        if isinstance(part, int):
            continue
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            return []
        if part == "词语":
            return list(WORD_NAMES)
        field = next((field for field in model.model_fields.values() if field.alias == part), None)
        if field is None:
            return known_at_model(model) if part == path[-1] else []
        model = _model_in(field.annotation)
        if part == "自拟数据":
            return known_at_model(model) if len(path) > 1 else []
    return known_at_model(model)


def known_at_model(model: Any) -> list[str]:
    """Return the keys of a model."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return []
    return [str(field.alias) for field in model.model_fields.values()]


def homes(name: str) -> list[str]:
    """Return the sections of the file that have a key of this name."""
    sections = [str(field.alias) for field in Report.model_fields.values()]
    return [section for section in sections if section != "数据" and name in known_at((section,))]


def _model_in(annotation: Any) -> Any:
    """Return the model that an annotation is about: list[Action], Annotated[…], DataTable | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner)) is not None), None)


def _all_below(model: Any) -> Iterator[str]:
    for field in model.model_fields.values():
        yield str(field.alias)
        inner = _model_in(field.annotation)
        if inner is not None:
            yield from _all_below(inner)


@cache
def every_key() -> frozenset[str]:
    """Return every name that can stand before a colon."""
    names = frozenset(_all_below(Report))
    return names.union(WORD_NAMES, PART_NAMES, MATTERS, FACTS, MEASURES)
