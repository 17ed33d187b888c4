"""年份: 成文日期 and the deadlines that follow from it; dates that are none; words such as 今年 and 近日."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.build import date_of
from drafter.checks.text.counts import masked
from drafter.checks.text.register import entries, folder_of
from drafter.checks.text.years_named import report_year, says_year
from drafter.report.workdays import after, calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.subject import Paragraph, TextSubject

_REGULATION = "《法治政府建设与责任落实督察工作规定》第四章"
_UNTIL = re.compile(r"截至|截止|统计期限|数据期限|统计时间|统计口径|数据截")


def _signed(subject: TextSubject) -> tuple[Paragraph, dt.date] | None:
    """Return the paragraph of 成文日期 with its date, for a text; a data file has rules of its own."""
    dated = [(p, made) for p in subject.of_kind("date") if (made := date_of(p.view))]
    return dated[-1] if dated and subject.report is None else None


@rule(
    "年份-05",
    "错误",
    finds="成文日期与报告年度对不上",
    why="年度报告在当年年底至下一年成文；年底以前成文的，要写明数据统计到哪一天。",
    wrong="2024年度的报告，成文日期写2024年1月16日",
    right="2025年1月16日",
    source=_REGULATION,
    authority="法规",
    on="text",
)
def sign_date(subject: TextSubject) -> Iterator[Hit]:
    """成文日期 lies in the last quarter of the year (then the text says until when it counts) or in the next year."""
    signed, year = _signed(subject), report_year(subject)
    if signed is None or year is None:
        return
    paragraph, date = signed
    whole = (0, len(paragraph.view))
    if date < dt.date(year, 10, 1) or date.year > year + 2:
        message = f"{year}年度的报告，成文日期写的是{paragraph.view}。请核对年份"
        yield subject.hit(paragraph, whole, message, None if says_year(subject) else "提示")
    elif date.year > year + 1:
        yield subject.hit(paragraph, whole, f"{year}年度的报告到{date.year}年才成文。请核对年份", "警告")
    elif date.year == year and not subject.mentions(_UNTIL.pattern):
        message = f"成文日期{paragraph.view}在年度结束以前，数据没有到年底。请在正文里写明统计截止日"
        yield subject.hit(paragraph, whole, message, "提示")


@rule(
    "年份-06",
    "提示",
    finds="成文日期晚于今天，或者不全",
    why="签发以后才有成文日期；成文日期要年、月、日标全。",
    wrong="今天是2025年1月10日，成文日期写2025年1月16日",
    right="签发的日期",
    source="《党政机关公文处理工作条例》第九条；GB/T 9704—2012 7.3.5.4",
    authority="法规",
    on="text",
)
def future_date(subject: TextSubject) -> Iterator[Hit]:
    """成文日期 after today, or one without a day."""
    signed = _signed(subject)
    if signed and subject.today and signed[1] > subject.today:
        paragraph = signed[0]
        yield subject.hit(paragraph, (0, len(paragraph.view)), f"成文日期{paragraph.view}晚于今天。请核对")
    if subject.report is None:
        for paragraph in subject.of_kind("date"):
            if date_of(paragraph.view) is None and not _NO_DAY.fullmatch(paragraph.view):
                message = f"成文日期“{paragraph.view}”不是完整的日期。请写成2025年1月16日"
                yield subject.hit(paragraph, (0, len(paragraph.view)), message)


_PUBLISHED = re.compile(r"(?:发布|公布|公开)(?:时间|日期)[：｜|]*(?P<d>20\d\d[-./年]\d{1,2}[-./月]\d{1,2})")


_WORKING_DAYS = 20
_HOLIDAYS = 10
"""Working days that the Spring Festival and other holidays may take out, in a year whose holidays are not known."""


def _latest(subject: TextSubject, signed: dt.date) -> dt.date:
    """Return the last of the 20 working days behind 成文日期 on which the report may still be published."""
    years = calendar(folder_of(subject))
    day, estimated = after(signed, _WORKING_DAYS, years)
    return after(day, _HOLIDAYS, years)[0] if estimated else day


def _published(subject: TextSubject) -> tuple[Paragraph, dt.date] | None:
    for paragraph in subject.of_kind("furniture"):
        found = _PUBLISHED.search(paragraph.view)
        made = date_of(found["d"] + ("日" if "年" in found["d"] else "")) if found else None
        if made:
            return paragraph, made
    return None


@rule(
    "年份-07",
    "提示",
    finds="报送、公开的时间：3月1日前报送，4月1日前公开，成文后20个工作日内公开；年度结束以前不宜公开",
    why="期限已过的仍要补报、补公开；地方另有更早期限的从其规定。",
    wrong="2024年度的报告2025年5月6日成文",
    right="2025年2月20日成文，3月10日公开",
    source=_REGULATION + "；《政府信息公开条例》第二十六条",
    authority="法规",
    on="text",
)
def deadlines(subject: TextSubject) -> Iterator[Hit]:
    """Signed after 1 March; published after 1 April, before it was signed, or more than 20 working days later."""
    signed, published, year = _signed(subject), _published(subject), report_year(subject)
    if year is None:
        return
    if signed and dt.date(year + 1, 3, 1) <= signed[1] <= dt.date(year + 2, 12, 31):
        paragraph = signed[0]
        message = f"成文日期{paragraph.view}，过了报送期限{year + 1}年3月1日。请核对"
        yield subject.hit(paragraph, (0, len(paragraph.view)), message)
    if published is None:
        return
    paragraph, day = published
    whole = (0, len(paragraph.view))
    if day <= dt.date(year, 12, 31) and not subject.mentions(_UNTIL.pattern):
        message = f"{day}公布，{year}年还没有结束。请在正文里写明统计截止日"
        yield subject.hit(paragraph, whole, message)
    if day >= dt.date(year + 1, 4, 1):
        yield subject.hit(paragraph, whole, f"{day}公布，过了公开期限{year + 1}年4月1日")
    if signed and day < signed[1]:
        yield subject.hit(paragraph, whole, f"公布日期{day}早于成文日期{signed[1]}。请核对")
    elif signed and day > (last := _latest(subject, signed[1])):
        yield subject.hit(paragraph, whole, f"{day}公布，超过成文后20个工作日（{last}，已扣节假日）。请核对")


_NO_DAY = re.compile(r"20\d\d年\d{1,2}月\d{1,2}日")
_DAY = re.compile(r"(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_MONTH = re.compile(r"(?<=年)(?P<m>\d{1,2})月(?!\d)")
_RANGE = re.compile(r"(?<!\d)(?P<a>20\d\d)年?[—～至](?P<b>20\d\d)年")


@rule(
    "年份-08",
    "错误",
    finds="没有这一天：2月30日、13月；年段前后颠倒",
    why="日期不存在，或者起止写反。",
    wrong="于2月30日召开会议",
    right="于2月28日召开会议",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
    on="text",
)
def no_such_day(subject: TextSubject) -> Iterator[Hit]:
    """Days and months that no calendar has, periods that end before they begin."""
    for paragraph, found in subject.find(_DAY):
        month, day = int(found["m"]), int(found["d"])
        days = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
        if not 1 <= month <= 12 or not 1 <= day <= days[month - 1]:
            yield subject.hit(paragraph, found.span(), f"没有“{found[0]}”这一天。请核对")
    for paragraph in subject.of_kind("date"):
        if date_of(paragraph.view) is None and _NO_DAY.fullmatch(paragraph.view):
            yield subject.hit(paragraph, (0, len(paragraph.view)), f"没有“{paragraph.view}”这一天。请核对")
    yield from _no_such_month(subject)


def _no_such_month(subject: TextSubject) -> Iterator[Hit]:
    for paragraph, found in subject.find(_MONTH):
        if not 1 <= int(found["m"]) <= 12:
            yield subject.hit(paragraph, found.span(), f"没有“{found[0]}”。请核对")
    for paragraph, found in subject.find(_RANGE):
        if int(found["b"]) < int(found["a"]):
            yield subject.hit(paragraph, found.span(), f"“{found[0]}”的起止颠倒了。请核对")


_QUOTED = re.compile(r"“[^“”]*”")
_SAFE = {
    "明年": r"(?<=[发声证说注标表文光阐透])$",
    "去年": r"(?<=[过])$",
    "现在": r"(?<=[体表实呈展出发显兑])$",
    "近期": r"(?<=[临靠接])$",
    "近日": r"(?<=[临靠接])$",
    "最近": r"(?<=[离])$",
    "今天": r"(?<=[到])$",
}
_GIVEN_AT = re.compile(r"（(20\d\d)年\d{1,2}月\d{1,2}日在[^（）]*会议上")
_SKIP = ("标题含", "年以来", "目前", "本年度")


@rule(
    "年份-09",
    "警告",
    finds="用“今年、去年、近日”代替具体的年份、日期（级别随登记册的条目；一个词只报第一处）",
    why="报告多在次年公布，“今年”会误指；写明年份、日期。",
    wrong="今年以来，街道共办理案件38件",
    right="2024年，街道共办理案件38件",
    source="登记册 templates/register/politics.json“相对时间”；实务",
    authority="实务",
    on="text",
)
def relative_words(subject: TextSubject) -> Iterator[Hit]:
    """A word that means another day for every reader; quotations and names are left alone."""
    year = _spoken_year(subject) or report_year(subject)
    for item in entries("相对时间", folder_of(subject)):
        if item["词"].startswith(_SKIP):
            continue
        hit = _first(subject, re.compile(item["模式"]))
        if hit:
            paragraph, found = hit
            instead = _instead(item["改为"], year)
            level: Level = item.get("级别", "提示")
            yield subject.hit(paragraph, found.span(), f"“{found[0]}”请写明：{instead}", level)


def _spoken_year(subject: TextSubject) -> int | None:
    """Return the year of the meeting that a report was given at, where a line below the title names it."""
    lines = (paragraph.view for paragraph in subject.of_kind("furniture"))
    return next((int(found[1]) for line in lines if (found := _GIVEN_AT.match(line))), None)


def _first(subject: TextSubject, pattern: re.Pattern[str]) -> tuple[Paragraph, re.Match[str]] | None:
    for paragraph in subject.running:
        if "上半年" in pattern.pattern and subject.role_of(paragraph) == "安排":
            continue
        text = _QUOTED.sub(lambda quoted: "甲" * len(quoted[0]), masked(paragraph.view))
        for found in pattern.finditer(text):
            safe = _SAFE.get(found[0])
            if safe is None or not re.search(safe, text[: found.start()]):
                return paragraph, found
    return None


def _instead(words: str, year: int | None) -> str:
    if year is None:
        return re.sub(r"\{[^{}]*\}", "××××", words)
    return words.replace("{年-1}", str(year - 1)).replace("{年+1}", str(year + 1)).replace("{年}", str(year))
