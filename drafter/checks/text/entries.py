"""Registers of words (``templates/register/*.json``): loaded once, compiled where a text may hold them.

An office may add entries of its own: every ``*.json`` of the folder that ``DRAFTER_REGISTER`` names and that has the
name of a register is read behind the program's.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from drafter.checks.rules import Level
from drafter.checks.text.subject import compiled_pattern
from drafter.errors import DrafterError
from drafter.resources import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.text.subject import Kind, Paragraph, TextSubject


@dataclass(frozen=True, slots=True)
class Entry:
    """A wrong or doubtful word: ``words`` are those of which a text holds one wherever the pattern matches."""

    group: str
    wrong: str
    right: str
    level: Level
    pattern: str
    words: tuple[str, ...] = ()
    note: str = ""


@cache
def register(name: str) -> tuple[Entry, ...]:
    """Return the entries of a register, those of the office behind the program's.

    Raises:
        DrafterError: the office's own register cannot be read, or a rule could not use an entry of it.
    """
    entries = tuple(map(_entry, json.loads(text(f"templates/register/{name}.json"))["条目"]))
    folder = os.environ.get("DRAFTER_REGISTER")
    own = Path(folder) / f"{name}.json" if folder else None
    return (*entries, *_own(own)) if own is not None and own.is_file() else entries


def _own(path: Path) -> tuple[Entry, ...]:
    try:
        entries = tuple(map(_entry, json.loads(path.read_text(encoding="utf-8-sig"))["条目"]))
        for entry in entries:
            _refuse_useless(entry)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, re.error):
        raise DrafterError(f"登记册 {path} 读不出来。请照 templates/register 里的样子写。") from None
    return entries


def _entry(item: dict[str, Any]) -> Entry:
    wrong, words = item.get("误") or item.get("词", ""), item.get("含", ())
    return Entry(
        item.get("组", "用字"),
        wrong,
        item.get("正", ""),
        item.get("级别", "警告"),
        item.get("模式") or re.escape(wrong),
        (words,) if isinstance(words, str) else tuple(words),
        item.get("说明", ""),
    )


def _refuse_useless(entry: Entry) -> None:
    """Refuse an entry that finds nothing in particular, or has a level that there is not."""
    compiled_pattern(entry.pattern)
    if not entry.pattern or entry.level not in get_args(Level):
        raise ValueError(entry)


def found_entries(
    subject: TextSubject, name: str, kinds: frozenset[Kind]
) -> Iterator[tuple[Entry, Paragraph, re.Match[str]]]:
    """Yield where the entries of a register are found; a pattern is compiled only where the text may hold it."""
    whole = "\n".join(p.view for p in subject.paragraphs if p.kind in kinds)
    for entry in register(name):
        if entry.words and not any(word in whole for word in entry.words):
            continue
        for paragraph, match in subject.find(entry.pattern, kinds):
            yield entry, paragraph, match
