"""Automatic numbers: what Word would print in front of a paragraph (“一、”, “（二）”, “3.”)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.numbering import han
from drafter.readers.xml import child, children, number, properties, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_HAN = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "ideographDigital",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


def _written(count: int, form: str) -> str:
    """Return a count in one of the forms of w:numFmt that occur in Chinese documents."""
    if form in _HAN and 1 <= count <= 99:
        return han(count)
    if form in _CIRCLED and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    if form in {"lowerLetter", "upperLetter"} and 1 <= count <= 26:
        return chr((97 if form == "lowerLetter" else 65) + count - 1)
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)


class Labels:
    """Counts the automatic numbers of a file, in the order of its paragraphs."""

    def __init__(self, numbering: _Element | None) -> None:
        abstract = {value(item, "abstractNumId"): item for item in children(numbering, "abstractNum")}
        self._owners = {value(num, "numId"): value(child(num, "abstractNumId")) for num in children(numbering, "num")}
        self._lists = {name: abstract.get(owner) for name, owner in self._owners.items()}
        self._counts: dict[str, list[int | None]] = {}

    def properties(self, numbered: _Element | None) -> dict[str, str]:
        """Return what the level of a list says about the paragraph (its indents)."""
        return properties(child(self._level(numbered), "pPr"))

    def next(self, numbered: _Element | None) -> str:
        """Return the label of the next paragraph that has this w:numPr; empty for bullets and for none."""
        level = self._level(numbered)
        if level is None or numbered is None:
            return ""
        depth = self._depth(numbered)
        counts = self._counts.setdefault(self._owners[value(child(numbered, "numId"))], [None] * 9)
        before = counts[depth]
        counts[depth] = number(value(child(level, "start")), 1) if before is None else before + 1
        counts[depth + 1 :] = [None] * (8 - depth)
        return self._label(numbered, level, counts)

    def _label(self, numbered: _Element, level: _Element, counts: list[int | None]) -> str:
        if value(child(level, "numFmt")) in {"bullet", "none"}:
            return ""

        def written(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            own = self._level(numbered, depth)
            count = counts[depth]
            return _written(1 if count is None else count, value(child(own, "numFmt"), default="decimal"))

        return re.sub(r"%([1-9])", written, value(child(level, "lvlText")))

    def _depth(self, numbered: _Element) -> int:
        return min(max(number(value(child(numbered, "ilvl"))), 0), 8)

    def _level(self, numbered: _Element | None, depth: int | None = None) -> _Element | None:
        if numbered is None:
            return None
        owner = self._lists.get(value(child(numbered, "numId")))
        wanted = str(self._depth(numbered) if depth is None else depth)
        return next((level for level in children(owner, "lvl") if value(level, "ilvl") == wanted), None)
