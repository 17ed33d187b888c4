"""数据来源表: each number of the public version, where it comes from, where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.blocks import Attachment, Document, Heading, Paragraph, Span, Table, Title, plain, spans_of
from drafter.outline import FACTS
from drafter.report.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.publication.draft import Draft
    from drafter.report import Report
    from drafter.report.ledger import Entry

_NUMBER = re.compile(
    r"(?<![\d.〔—-])\d[\d,.]*(?:余|多)?[万亿]?(?:余|多)?"
    r"(?:%|％|人次|场次|户次|公里|平方米|[件次个名人项份场户元条处家支起篇期宗部位台套天倍批类本份批])"
)
_AROUND = 14


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that the clerk has typed into a text: no fact of the data file."""

    number: str
    words: str
    place: str
    line: int


def stands(document: Document) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Yield (place, spans) for every block: the place is spelled by the numbers of the headings, “一、（二）”."""
    numbers: dict[int, str] = {}
    place = "开头"
    for block in document.blocks:
        if isinstance(block, Heading):
            numbers = {level: number for level, number in numbers.items() if level < block.level}
            numbers[block.level] = block.number
            place = "".join(numbers.values())
        elif isinstance(block, Attachment):
            place = f"附件{block.number or ''}"
        yield "标题" if isinstance(block, Title) else place, tuple(spans_of(block))


def source_of(entry: Entry, report: Report) -> str:
    """Return where a fact comes from: the 科室 that reported it, or how it was worked out."""
    if entry.computed:
        fact = FACTS[entry.name]
        return f"程序计算：{fact.over}÷{fact.of}"
    if entry.name in report.own_facts:
        return report.own_facts[entry.name].source
    return report.told_of(entry.matter).source


def document_of(draft: Draft) -> Document:
    """Return the table as a document, names masked."""
    spoken: dict[str, list[str]] = {}
    typed: list[Typed] = []
    for place, spans in stands(draft.document):
        for span in spans:
            if span.fact:
                spoken.setdefault(span.fact, []).append(place)
        typed += _typed(spans, place)
    blocks = (
        Title(((Span(f"{draft.report.year}年度法治政府建设年度报告"),), (Span("数据来源表"),))),
        _facts(draft, spoken),
        *_silent(draft, set(spoken)),
        _own_words(typed),
    )
    return draft.masks.document(Document(blocks))


def _facts(draft: Draft, spoken: dict[str, list[str]]) -> Table:
    entries = {entry.full_name: entry for entry in Ledger(draft.report).entries.values()}
    rows: list[tuple[str, ...]] = []
    for name, places in spoken.items():
        entry = entries[name]
        line = "" if entry.computed else _line(draft.report.places.line(entry.path))
        source = source_of(entry, draft.report) or "（没有填）"
        where = "；".join(dict.fromkeys(places))
        unit = entry.unit if entry.name not in FACTS or FACTS[entry.name].kind not in {"list", "text", "rate"} else ""
        rows.append((str(len(rows) + 1), entry.name, entry.text + unit, source, line, where))
    head = ("序号", "指标", "数", "来源", "数据文件行", "正文位置")
    return table("一、数据文件里的数", head, rows)


def _line(line: int) -> str:
    return str(line) if line else ""


def _silent(draft: Draft, spoken: set[str]) -> Iterator[Table | Paragraph]:
    """Say which numbers the public version does not state, without saying them."""
    entries = Ledger(draft.report).entries.values()
    names = [e.name for e in entries if (e.known or e.zero) and not e.computed and e.full_name not in spoken]
    if names:
        yield Paragraph((Span(f"填了而公开稿没有写的数：{'、'.join(names)}。"),))


def _typed(spans: tuple[Span, ...], place: str) -> Iterator[Typed]:
    """Yield the numbers that stand in the clerk's own text."""
    text = plain(spans)
    start = 0
    for span in spans:
        if span.kind == "prose":
            for match in _NUMBER.finditer(span.text):
                at = start + match.start()
                yield Typed(match[0], text[max(at - _AROUND, 0) : at + _AROUND], place, span.line)
        start += len(span.text)


def _own_words(typed: list[Typed]) -> Table:
    rows = [
        (str(number), item.number, item.words, _line(item.line), item.place, "　　　　")
        for number, item in enumerate(typed, start=1)
    ]
    return table("二、文字里直接写的数（请填来源）", ("序号", "数", "上下文", "数据文件行", "正文位置", "来源"), rows)


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> Table:
    """Return a table of plain texts; one without rows says so."""
    columns = tuple((Span(cell),) for cell in head)
    body = tuple(tuple((Span(cell),) for cell in row) for row in rows)
    return Table((Span(caption),), columns, body or (((Span("没有"),),),))
