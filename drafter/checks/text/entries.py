"""Registers of words (``templates/register/*.json``): loaded once, compiled where a text may hold them.

An office may add entries of its own: every ``*.json`` of the folder that ``DRAFTER_REGISTER`` names and that has the
name of a register is read behind the program's.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.checks.text.subject import compiled_pattern
from drafter.errors import DrafterError
from drafter.resources import text

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from drafter.checks.rules import Level
    from drafter.checks.text.subject import Kind, Paragraph, TextSubject


@dataclass(frozen=True, slots=True)
class Entry:
    """A wrong or doubtful word: ``words`` are those of which a text holds one wherever the pattern matches."""

    code: str
    group: str
    wrong: str
    right: str
    level: Level
    pattern: str
    words: tuple[str, ...] = ()
    note: str = ""
    source: str = ""


@cache
def register(name: str) -> tuple[Entry, ...]:
    """Return the entries of a register, those of the office behind the program's.

    Raises:
        DrafterError: the office's own register cannot be read.
    """
    entries = _entries(text(f"templates/register/{name}.json"), name)
    own = Path(os.environ.get("DRAFTER_REGISTER", "")) / f"{name}.json"
    if os.environ.get("DRAFTER_REGISTER") and own.is_file():
        entries += _entries(own.read_text(encoding="utf-8-sig"), str(own))
    return tuple(entries)


def _entries(content: str, name: str) -> list[Entry]:
    try:
        return [
            Entry(
                item.get("编号", ""),
                item.get("组", "用字"),
                item.get("误") or item.get("词", ""),
                item.get("正", ""),
                item.get("级别", "警告"),
                item.get("模式") or "",
                tuple(item.get("含", ())),
                item.get("说明", ""),
                item.get("出处", ""),
            )
            for item in json.loads(content)["条目"]
        ]
    except (ValueError, KeyError, AttributeError, TypeError):
        raise DrafterError(f"登记册 {name} 读不出来。请照 templates/register 里的样子写。") from None


def found_entries(
    subject: TextSubject, name: str, kinds: frozenset[Kind]
) -> Iterator[tuple[Entry, Paragraph, re.Match[str]]]:
    """Yield where the entries of a register are found; a pattern is compiled only where the text may hold it."""
    whole = "\n".join(p.view for p in subject.paragraphs if p.kind in kinds)
    for entry in register(name):
        if entry.words and not any(word in whole for word in entry.words):
            continue
        pattern = compiled_pattern(entry.pattern or entry.wrong)
        for paragraph, match in subject.find(pattern, kinds):
            yield entry, paragraph, match
