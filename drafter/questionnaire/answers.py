"""The answers so far: what the data file holds, read and changed without side effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

MISSING: Any = object()
"""What stands where nothing stands; put somewhere, it takes the entry out."""


def get(answers: Plain, path: Path) -> Plain:
    """Return what stands at a path, or ``MISSING``."""
    for key in path:
        try:
            answers = answers[key]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return answers


def given(answers: Plain, path: Path) -> Plain:
    """Return what stands at a path, or None."""
    value = get(answers, path)
    return None if value is MISSING else value


def items(answers: Plain, path: Path) -> list[Plain]:
    """Return the items of a list; a single value is a list of one."""
    value = given(answers, path)
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def typed(value: Plain) -> str:
    """Return a value as the clerk types it."""
    if value is MISSING or value is None:
        return ""
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def put(answers: Plain, path: Path, value: Plain) -> Plain:
    """Return the answers with one entry changed; an index one past the end adds an item."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        below = list(answers) if isinstance(answers, list) else []
        old = below[key] if key < len(below) else None
        below[key : key + 1] = [put(old, rest, value)]
        return below
    entries = dict(answers) if isinstance(answers, dict) else {}
    if not rest and value is MISSING:
        entries.pop(key, None)
        return entries
    entries[key] = put(entries.get(key), rest, value)
    return entries
