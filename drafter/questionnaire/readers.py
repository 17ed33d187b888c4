"""From what a clerk types to what the data file holds."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from drafter.facts import Mark, Names, Number, Rate, ValueFault, parse_names, parse_number, parse_rate, without_edges
from drafter.questionnaire.question import AnswerFault
from drafter.report.fields import Date, Year, halfwidth, tidy_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.outline import Fact, Measure
    from drafter.questionnaire.question import Plain

_YES = {"是", "是的", "对", "对的", "好", "好的", "行", "可以", "y", "yes", "1"}
_NO = {"否", "不", "不是", "不对", "不行", "不可以", "n", "no", "0"}


def text(raw: str) -> Plain:
    """Take a line; what was pasted on several lines becomes one. Nothing typed means left open."""
    lines = _lines(raw)
    return "".join(_apart(before, after) + after for before, after in pairwise(["", *lines])) or None


_TABS = re.compile(r"[ \u3000]*\t[ \u3000\t]*")


def _lines(raw: str) -> list[str]:
    """Return the lines of what was typed or pasted, whatever ends them in Word, without tabs and blanks around them."""
    return [_without_tabs(line.strip()) for line in raw.splitlines()]


def _without_tabs(line: str) -> str:
    pieces = _TABS.split(line)
    return "".join(_apart(before, after) + after for before, after in pairwise(["", *pieces]))


def _apart(before: str, after: str) -> str:
    """Return a blank between words of letters, nothing between Han characters."""
    return " " if before[-1:].isascii() and before and after[:1].isascii() and after else ""


def numbered(offered: list[str], raw: str) -> Plain:
    """Take a line as it is, or the number of one that was offered."""
    typed = unicodedata.normalize("NFKC", raw).strip().rstrip(".、")
    if typed.isdecimal():
        if not 1 <= int(typed) <= len(offered):
            raise AnswerFault(f"没有编号 {typed}，请输入 1 到 {len(offered)}，或者写一句话")
        return offered[int(typed) - 1]
    return name(raw)


def needed(raw: str) -> Plain:
    """Take a line that cannot be left open."""
    if not raw.strip():
        raise AnswerFault("这一项不能空着，请填写")
    return text(raw)


def full_name(raw: str) -> Plain:
    """Take the full name of an organ: no blanks in it, no stop behind it, as they come along from a form."""
    return needed(without_edges("".join(raw.split())))


def name(raw: str) -> Plain:
    """Take a name on a line, without a stop that was copied along. Nothing typed means left open."""
    return text(without_edges(raw))


def prose(raw: str) -> Plain:
    """Take a text of several paragraphs: what was pasted on lines of its own becomes paragraphs."""
    return "\n\n".join(line for line in _lines(raw) if line) or None


def yes_no(raw: str, *, yes: str = "", no: str = "") -> Plain:
    """Take 是 or 否, y or n, half-width or full-width; or the words, one or several, that answer this question."""
    answer = unicodedata.normalize("NFKC", without_edges(raw)).rstrip(".!").lower()
    if answer in _YES or answer in yes.split():
        return "是"
    if answer in _NO or answer in no.split():
        return "否"
    raise AnswerFault("请输入 是 或 否（也可以输 y 或 n），再按回车")


def _parsed(parse: Callable[[str], Number | Rate | Names | Mark], raw: str) -> Plain:
    """Take what a parser of facts reads; nothing typed means left open."""
    if not raw.strip():
        return None
    try:
        value = parse(raw)
    except ValueFault as fault:
        raise AnswerFault(str(fault)) from None
    match value:
        case Mark():
            return value.value
        case Names(items=items):
            return list(items) or "无"
        case _:
            return value.text


_BETWEEN = r"(?<=[》”）\u4e00-\u9fff])[ ,\u3000\t]+(?=[《“\u4e00-\u9fff])"
_BREAKS = re.compile(rf"(?:[、，；;\n]|{_BETWEEN})(?![^《》]*》)(?![^“”]*”)(?![^（）]*）)")


def split_names(raw: str) -> list[str]:
    """Cut a list of names at 、，； and line ends, not inside 《》, “” or （）; 》《 begins a new name.

    A blank or a half-width comma between Han characters parts two names too: none has one inside.
    """
    parts = _BREAKS.split(raw.replace("》《", "》、《").replace("”“", "”、“"))
    return [name for name in map(without_edges, parts) if name]


def of_fact(fact: Fact) -> Callable[[str], Plain]:
    """Return how the answer to a fact's question is read."""
    match fact.kind:
        case "list":
            return partial(_parsed, lambda raw: parse_names(split_names(raw), fact.brackets))
        case "text":
            return name if fact.brackets else text
        case "rate":
            return partial(_parsed, parse_rate)
        case _:
            return partial(_parsed, partial(parse_number, unit=fact.unit, whole=fact.kind == "count"))


def of_detail(measure: Measure) -> Callable[[str], Plain]:
    """Return how the detail of a measure is read."""
    if not measure.unit:
        return text
    return partial(_parsed, partial(parse_number, unit=measure.unit, whole=measure.whole))


def names(raw: str) -> Plain:
    """Take a list of names; nothing typed, or 无, means that there are none."""
    items = split_names(raw)
    return [] if items in (["无"], ["没有"]) else items


def _validated(adapter: TypeAdapter[Any], raw: str) -> Any:
    try:
        return adapter.validate_python(raw)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        raise AnswerFault(f"{context.get('what', '')}。{context.get('remedy', '')}") from None


def year(raw: str) -> Plain:
    """Take the year of the report."""
    if not raw.strip():
        raise AnswerFault("这一项不能空着，请写四位数的年份，如 2024")
    return str(_validated(TypeAdapter(Year), raw))


def date(raw: str) -> Plain:
    """Take 成文日期, with or without its day; nothing typed means that it is still to come."""
    typed = halfwidth(raw)
    if not typed:
        return "待填"
    typed = tidy_date(typed) or typed
    _validated(TypeAdapter(Date), typed)
    return typed


def choice(raw: str) -> Plain:
    """Take the value of an option."""
    return raw or None


def choices(raw: list[str]) -> Plain:
    """Take the values of some options."""
    return list(raw)
