"""Make the subject of the text rules: from lines of any file, or from a composed document."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks.text.composed import lines_of
from drafter.checks.text.recognise import NAMELESS, paragraphs_of
from drafter.checks.text.subject import TEXT, Section, TextSubject
from drafter.facts.numerals import digits_of, number_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.blocks import Document
    from drafter.checks.text.recognise import Given
    from drafter.checks.text.subject import Paragraph, Role
    from drafter.report import Report

_HALF = re.compile(r"(?<=[\u4e00-\u9fff）》”])\s*[,;:!?()](?!\d)|[()](?=[\u4e00-\u9fff])")
_FULL = re.compile(r"[，；：！？（）]")
_ROLES: tuple[tuple[Role, str], ...] = (
    ("第一责任人", r"第一责任人"),
    ("不足", r"不足|短板|存在的?(?:主要)?(?:问题|困难)|问题(?:和|与|及)(?:原因|不足)|薄弱环节"),
    (
        "安排",
        r"(?:下[一步年阶]|[明来]年|今后).{0,14}(?:安排|计划|打算|思路|举措|重点|工作|方向)|工作(?:计划|安排|打算)$|努力方向",
    ),
    ("其他", r"其他(?:需要)?(?:报告|说明)|(?:特色|亮点)(?:工作|做法)?|述法"),
    ("举措", r"举措|成效|工作(?:开展)?情况|主要(?:工作|做法)|工作总结|基本情况"),
)
_HAN = "〇零一二三四五六七八九"
_DAY = re.compile(rf"（?([\d{_HAN}]{{4}})[年\-./]([\d{_HAN}十]{{1,3}})[月\-./]([\d{_HAN}十]{{1,3}})[日号]?）?")


def subject_of_lines(
    lines: Sequence[Given], *, today: dt.date | None = None, year: int | None = None, organ: str = ""
) -> TextSubject:
    """Return the subject of a text from elsewhere; year and organ are recognised where they are not given."""
    return _subject(paragraphs_of(lines), today=today, year=year, organ=organ)


def subject_of_document(report: Report, document: Document, today: dt.date | None = None) -> TextSubject:
    """Return the subject of the text that a data file makes; every place leads back to the file."""
    made = _subject(lines_of(document), today=today, year=report.year, organ=report.organization.full_name)
    return replace(made, report=report)


def _subject(paragraphs: Iterable[Paragraph], *, today: dt.date | None, year: int | None, organ: str) -> TextSubject:
    items = tuple(paragraphs)
    title = _title(items)
    dates = [made for p in items if p.kind == "date" and (made := date_of(p.view))]
    date = dates[-1] if dates else None
    year = year or _year(title, items, date)
    whole = tree(items, year)
    return TextSubject(
        items,
        whole,
        year,
        organ or _organ(title, items),
        title,
        date,
        today,
        half_width=_half_width(items),
        roles={p.number: part.role for part in whole.children for p in part.paragraphs},
    )


def _title(items: Sequence[Paragraph]) -> str:
    """Return the title; where it stands on several lines, with the organs above “关于” or the year."""
    titles = [p for p in items if p.kind == "title"]
    for at, paragraph in enumerate(titles):
        if re.search("报告|情况|总结", paragraph.view):
            above = titles[:at] if NAMELESS.match(paragraph.view) else []
            return "".join(p.view for p in (*above, paragraph))
    return ""


def _half_width(items: Iterable[Paragraph]) -> bool:
    """Tell whether more than half of the marks are half-width: then the collection made them, not the authors."""
    text = "\n".join(p.text for p in items if p.kind in TEXT)
    half = len(_HALF.findall(text))
    return half > 8 and half > len(_FULL.findall(text))


def _year(title: str, items: Sequence[Paragraph], date: dt.date | None) -> int | None:
    """Return the year that the title, the opening, the first heading, the plans or 成文日期 name, in this order."""
    first = next((at for at, p in enumerate(items) if p.level), len(items))
    opening = [p.view for p in items[:first] if p.kind == "body"][:2]
    for text in (title, *opening, *(p.heading for p in items if p.level == 1)):
        found = re.search(r"(?<![\d—])(20[12]\d)年?(?:度|，|以来|.{0,14}法治|工作)", text)
        if found and not text[: found.start()].endswith(("（", "〔", "[")):
            return int(found[1]) - int(_is_plan(text, found[1], date))
    return None if date is None else date.year - int(date.month <= 6)


def _is_plan(text: str, year: str, date: dt.date | None) -> bool:
    """Tell whether a heading is that of the plans for the coming year."""
    coming = date is None or int(year) >= date.year
    return coming and len(text) < 40 and re.search("计划|安排|打算|思路", text) is not None


def _organ(title: str, items: Sequence[Paragraph]) -> str:
    found = re.match(r"(.{2,40}?)(?:关于)?(?:20\d\d年)", title)
    if found:
        return found[1].removesuffix("关于")
    return next((p.view for p in items if p.kind == "signature"), "")


def date_of(view: str) -> dt.date | None:
    """Return the date that a text is, in Arabic or Chinese numerals; None where it is none or has no day."""
    found = _DAY.fullmatch(view)
    if not found:
        return None
    try:
        return dt.date(int(digits_of(found[1])), number_of(found[2]), number_of(found[3]))
    except ValueError:
        return None


def tree(items: Sequence[Paragraph], year: int | None = None) -> Section:
    """Return the tree of sections of some paragraphs: by the levels of their labels."""
    inner = tuple(p for p in items if p.kind in {"heading", "body", "table", "closing"})
    if not inner:
        return Section(tuple(items[:1]))
    return Section(inner, 0, "", _children(inner, 0, year))


def _children(items: Sequence[Paragraph], above: int, year: int | None) -> tuple[Section, ...]:
    levels = {p.level for p in items if p.level > above}
    if not levels:
        return ()
    level = min(levels)
    starts = [at for at, p in enumerate(items) if p.level == level]
    ends = [*starts[1:], len(items)]
    return tuple(
        Section(
            tuple(items[start:end]),
            level,
            _role(items[start], year) if above == 0 else "",
            _children(items[start + 1 : end], level, year),
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _role(head: Paragraph, year: int | None) -> Role:
    for role, pattern in _ROLES:
        if re.search(pattern, head.heading or head.view[:40]):
            return role
    coming = year is not None and str(year + 1) in head.heading
    return "安排" if coming else ""
