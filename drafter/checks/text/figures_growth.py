"""数值: comparisons with last year and changes of rates, recomputed from the text or from 上年数据 of a data file."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import Count, counts, fits, masked, same_unit
from drafter.report.ledger import last_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_SOURCE = "《党政机关公文处理工作条例》第二十条"
_UP = frozenset({"增加", "增长", "上升", "提高", "提升", "增"})
_KIND = "增加|增长|上升|提高|提升|减少|下降|降低|增|降"
_NEAR = 200
"""Characters: what stands further before a comparison is not what is compared."""
_UNITS = "件次|人次|件|起|宗|个|项|条|次|场|名|人|家|户|万元"
_PAST = r"(?:上一?年度?|去年|20\d\d年(?:度|全年)?)(?:同期)?"
_CHANGED = re.compile(
    rf"(?:同比|[比较]{_PAST}|{_PAST}相比)，?(?:同比)?(?P<kind>{_KIND})了?(?:近|约)?(?P<by>\d+(?:\.\d+)?)(?P<unit>%|{_UNITS})"
    rf"(?:，(?:同比)?(?:{_KIND}|[增降]幅)(?:达到|达|为)?(?P<too>\d+(?:\.\d+)?%))?"
)
_AGAINST = re.compile(
    rf"(?:同比|[比较])(?:{_PAST})的?(?P<base>\d+(?:\.\d+)?)(?P<unit>{_UNITS})(?:，?同比)?(?P<kind>{_KIND})了?"
    rf"(?P<by>\d+(?:\.\d+)?)(?P<in>%|{_UNITS})"
)


@rule(
    "数值-06",
    "错误",
    finds="同比与文中的两个数，或者与数据文件的“上年数据”对不上",
    why="同比等于增减的数除以上年的数。",
    wrong="受理1113件，比上年增加555件，同比增长49.9%",
    right="受理1113件，比上年增加555件，同比增长99.5%",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def growth(subject: TextSubject) -> Iterator[Hit]:
    """甲，比上年增加乙，增长丙%; 甲，较上年的丁增长丙%; 上年丁，本年甲，同比增长丙%; 甲 with 丁 in 上年数据."""
    for paragraph in subject.running:
        if re.search("同比|上年|上一年|去年|较20|比20", paragraph.view):
            text = masked(paragraph.view)
            for found in _AGAINST.finditer(text):
                yield from _against(subject, paragraph, text, found)
            for found in _CHANGED.finditer(text):
                yield from _changed(subject, paragraph, text, found)


def _before(text: str, end: int) -> tuple[list[Count], int]:
    """Return the counts of the sentence before a place, and where it begins."""
    since = max(end - _NEAR, max(text.rfind(mark, 0, end) for mark in "。；") + 1)
    return counts(text[since:end], since), since


def _against(subject: TextSubject, paragraph: Paragraph, text: str, found: re.Match[str]) -> Iterator[Hit]:
    now = [c for c in _before(text, found.start())[0] if same_unit(c.unit, found["unit"])]
    if now and now[-1].exact:
        by, base = counts(found["by"] + found["in"])[0], Decimal(found["base"])
        yield from _judged(subject, paragraph, found, (now[-1].value, base), by)


def _changed(subject: TextSubject, paragraph: Paragraph, text: str, found: re.Match[str]) -> Iterator[Hit]:
    items, since = _before(text, found.start())
    by = counts(found["by"] + found["unit"])[0]
    if found["too"] and by.unit != "%":
        now = [c for c in items if same_unit(c.unit, by.unit)]
        if now and now[-1].exact:
            base = now[-1].value - by.value if found["kind"] in _UP else now[-1].value + by.value
            yield from _judged(subject, paragraph, found, (now[-1].value, base), counts(found["too"])[0])
        return
    pair = _two_years(subject, text[since : found.start()], items, since) or _of_data(subject, paragraph, items)
    if pair:
        yield from _judged(subject, paragraph, found, pair, by)


def _two_years(subject: TextSubject, clauses: str, items: list[Count], since: int) -> tuple[Decimal, Decimal] | None:
    """Return this year's number and last year's where the sentence states just these two."""
    old = [c for c in items if re.search(r"上一?年|去年|同期", c.before) or _of_year(subject, c, clauses, since)]
    new = [c for c in items if c not in old]
    if len(old) != 1 or len(new) != 1 or not (old[0].exact and new[0].exact) or old[0].unit == "%":
        return None
    return (new[0].value, old[0].value) if same_unit(old[0].unit, new[0].unit) else None


def _of_year(subject: TextSubject, count: Count, clauses: str, since: int) -> bool:
    """Tell whether the year that was named last before a count is an earlier one than that of the report."""
    years = re.findall(r"(20\d\d)年", clauses[: count.start - since])
    return bool(years) and subject.year is not None and int(years[-1]) < subject.year


def _of_data(subject: TextSubject, paragraph: Paragraph, items: list[Count]) -> tuple[Decimal, Decimal] | None:
    """Return the number before the comparison and the same fact in 上年数据, where a data file gives both."""
    if subject.report is None or not items or not items[-1].exact:
        return None
    place, at = 0, paragraph.at[items[-1].start]
    for span in paragraph.spans:
        if place <= at < place + len(span.text) and span.fact:
            matter, _, fact = span.fact.partition(".")
            before = last_year(subject.report, matter, fact)
            return None if before is None else (items[-1].value, before)
        place += len(span.text)
    return None


def _judged(
    subject: TextSubject, paragraph: Paragraph, found: re.Match[str], pair: tuple[Decimal, Decimal], by: Count
) -> Iterator[Hit]:
    """Compare what is said of a change with the two numbers of a pair: now and before."""
    now, base = pair
    if base <= 0:
        return
    change = abs(now - base)
    if now != base and (now > base) != (found["kind"] in _UP):
        message = f"上年{base:f}，本年{now:f}，写的却是“{found['kind']}”。请核对"
    elif by.unit == "%" and not fits(change, base, by):
        right = f"{change * 100 / base:.{max(by.decimals, 1)}f}"
        message = f"{change:f}÷上年{base:f}应为{right}%，写的是{by.shown}。请核对"
    elif by.unit != "%" and by.value != change:
        message = f"上年{base:f}，本年{now:f}，相差{change:f}，写的是{by.shown}。请核对"
    else:
        return
    yield subject.hit(paragraph, found.span(), message)


_RATE = r"\d{1,4}(?:\.\d{1,6})?%"
_POINTS = re.compile(
    rf"(?:[由从](?P<old>{_RATE})[^，。；\d]{{0,8}}(?P<kind>{_KIND})[到至为](?P<new>{_RATE})"
    rf"|(?<![\d.])(?P<now>{_RATE})[^，。；\d]{{0,4}}，[^，。；\d]{{0,4}}[比较](?:{_PAST})?的?(?P<was>{_RATE}))"
    rf"[^。；\d%]{{0,10}}?(?P<points>\d+(?:\.\d+)?)个百分点"
)


@rule(
    "数值-14",
    "错误",
    finds="百分点与前后两个比率不符",
    why="两个比率相减就是百分点，读报告的人会减一遍。",
    wrong="持证率从85%提高到95%，提高15个百分点",
    right="持证率从85%提高到95%，提高10个百分点",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def points(subject: TextSubject) -> Iterator[Hit]:
    """The difference of two rates, where a sentence states both and the difference."""
    for paragraph, found in subject.find(_POINTS):
        old, new = (Decimal((found[a] or found[b]).rstrip("%")) for a, b in (("old", "was"), ("new", "now")))
        if abs(new - old) != Decimal(found["points"]):
            message = f"{old:f}%到{new:f}%相差{abs(new - old):f}个百分点，写的是{found['points']}个。请核对"
            yield subject.hit(paragraph, found.span("points"), message)
