"""The clerk's own text: paragraphs, references to facts, marks.

Lines of a text belong to one paragraph; an empty line begins the next. ``{调解成功件数}`` or
``{人民调解.调解成功件数}`` refers to a fact; ``{数据}`` says where the sentences of the 事项 go. 【待填：…】 and
【待确认】 are gaps; 【内部：…】 is printed plainly, and left out where the reader is ``public``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.blocks import Span, plain
from drafter.errors import Fault, InputError
from drafter.facts import NOT_APPLICABLE
from drafter.report import spelled
from drafter.report.messages import nearest
from drafter.wording.composer import fact_span
from drafter.wording.internal import closed, opened

if TYPE_CHECKING:
    from drafter.blocks import Spans
    from drafter.report import Path, Places
    from drafter.report.ledger import Entry, Ledger

_PIECES = re.compile(r"(?P<reference>\{[^{}]*\})|(?P<gap>【待填(?:：[^【】]*)?】|【待确认】)")
_OPEN = ("待填", "待确认")
"""Words of numbers that clerks write for a text, too."""
_STOPS = "。！？；：，、…"
_ENDS = ("。", "！", "？", "。”", "。）", "！”", "？”", "……", "。’")
DATA = Span("{数据}", "gap", key="{数据}")
"""The place in a paragraph where the sentences of the 事项 go."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of the data file, cut into paragraphs of spans."""

    paragraphs: tuple[Spans, ...]
    references: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.paragraphs)


class ProseReader:
    """Reads the texts of one report; faults in references are collected and raised together."""

    def __init__(self, ledger: Ledger, places: Places, *, public: bool = False) -> None:
        self._ledger, self._places = ledger, places
        self.bare = closed if public else opened
        self.faults: list[Fault] = []

    def read(self, text: str, path: Path) -> Prose:
        """Return a text cut into paragraphs; every paragraph ends with a full stop or another final mark."""
        references: set[str] = set()
        paragraphs: list[Spans] = []
        current: list[Span] = []
        word = text.strip().rstrip("。")
        text = f"【{word}】" if word in _OPEN else text
        start = self._places.line(path) + (1 if "\n" in text.strip() else 0)
        for offset, line in enumerate((*self.bare(text).split("\n"), "")):
            at = start + offset if start else 0
            if line.strip():
                current += self._line(line.strip(), path, at, references)
            elif current:
                paragraphs.append(_closed(current))
                current = []
        return Prose(tuple(paragraphs), frozenset(references))

    def phrase(self, text: str, path: Path) -> Spans:
        """Return a text that is no paragraph (a heading, a 要点) without its final mark."""
        line = self.bare(text).strip().rstrip("。；，、：")
        return tuple(self._line(line, path, self._places.line(path), set())) if line else ()

    def _line(self, line: str, path: Path, at: int, references: set[str]) -> list[Span]:
        key, file = spelled(path), self._places.file
        spans: list[Span] = []
        done = 0
        for piece in _PIECES.finditer(line):
            if piece.start() > done:
                spans.append(Span(line[done : piece.start()], "prose", file, at, key))
            if piece["reference"]:
                spans.append(self._reference(piece[0], path, at, references))
            else:
                spans.append(Span(piece[0], "gap", file, at, key))
            done = piece.end()
        rest = line[done:]
        if any(mark in "".join(span.text for span in spans if span.kind == "prose") + rest for mark in "{}"):
            what, remedy = "花括号不成对", "引用一个数写成 {调解成功件数}，前后各一个花括号"
            self.faults.append(Fault(file, at, key, what, remedy))
        if spans and spans[-1].text.endswith("%") and spans[-1].fact:
            rest = rest.removeprefix("%").removeprefix("％")
        return [*spans, Span(rest, "prose", file, at, key)] if rest else spans

    def _reference(self, mark: str, path: Path, at: int, references: set[str]) -> Span:
        name = mark.strip("{} \u3000")
        if name == "数据":
            return DATA
        entry = self._entry(name)
        if entry is None:
            what, remedy = f"{mark}指的数不存在", nearest(name.split(".")[-1], self._ledger.entries) or "请核对名称"
        elif entry.value is NOT_APPLICABLE:
            what, remedy = f"{mark}指的数填了“不适用”", "请删去这处引用，或者填上数"
        else:
            references.add(entry.name)
            return fact_span(entry, entry.text, self._places, stated=False)
        self.faults.append(Fault(self._places.file, at, spelled(path), what, remedy))
        return Span(mark, "gap")

    def _entry(self, name: str) -> Entry | None:
        matter, _, fact = name.rpartition(".")
        entry = self._ledger.entries.get(fact)
        return entry if entry is not None and matter in {"", entry.matter} else None

    def check(self) -> None:
        """Raise what was collected.

        Raises:
            InputError: a text refers to a fact that does not exist or is 不适用.
        """
        if self.faults:
            raise InputError(self.faults)


def _closed(spans: list[Span]) -> Spans:
    """Return a paragraph that ends with a final mark; one that ends with ，、； gets a full stop instead."""
    if spans[-1] is DATA:
        return tuple(spans)
    text = plain(spans)
    if text.endswith(_ENDS):
        return tuple(spans)
    last = spans[-1]
    if last.kind == "prose" and last.text[-1] in "，、；：":
        spans = [*spans[:-1], Span(last.text[:-1], last.kind, last.file, last.line, last.key)]
    return (*spans, Span("。"))


def stated(spans: Spans, owed: set[str]) -> Spans:
    """Return spans in which the first reference to each fact of ``owed`` states it; such facts are taken out."""
    result = []
    for span in spans:
        name = span.fact.rpartition(".")[2]
        if name in owed:
            owed.remove(name)
            result.append(Span(span.text, span.kind, span.file, span.line, span.key, span.fact, stated=True))
        else:
            result.append(span)
    return tuple(result)
