"""The answers so far: what the data file holds, read and changed without side effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

MISSING: Any = object()


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


def put(answers: Plain, path: Path, value: Plain) -> Plain:
    """Return the answers with one entry changed; an index one past the end adds an item."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        items = list(answers) if isinstance(answers, list) else []
        old = items[key] if key < len(items) else None
        items[key : key + 1] = [put(old, rest, value)]
        return items
    entries = dict(answers) if isinstance(answers, dict) else {}
    entries[key] = put(entries.get(key), rest, value)
    return entries
