"""年份: one year throughout: title, opening, headings, text; nothing left over from last year's report."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import masked, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_SOURCE = "《党政机关公文处理工作条例》第二十条"
_YEAR = re.compile(r"(?<![\d—（《])(20[0-3]\d)年(?![—～至\-]?20\d\d)")
_OF_REPORT = re.compile(
    r"(?<![\d—（])(20[0-3]\d)(?!年?[—～至\-])年?(?:年度|度)?(?=.{0,14}(?:法治|依法行政|工作|举措|成效|不足|安排|计划|打算|情况|报告))"
)
_PLANS = re.compile(r"(?:安排|计划|打算|思路)$")
_ABOUT_PAST = re.compile(r"整改|反馈|回头看|上年|上一年")
_NOW = re.compile(r"(?:现将|现就|现对).{0,16}?(20[0-3]\d)年.{0,24}?(?:如下|报告)")


def _opening(subject: TextSubject) -> list[Paragraph]:
    first = next((at for at, p in enumerate(subject.paragraphs) if p.level), 0)
    return [p for p in subject.paragraphs[:first] if p.kind == "body"]


def _named(subject: TextSubject) -> Iterator[tuple[str, Paragraph, re.Match[str], int]]:
    """Yield where the report names its year: place, paragraph, match, the report's year that follows from it."""
    for paragraph in subject.of_kind("title"):
        found = _OF_REPORT.search(paragraph.view)
        if found:
            yield "标题", paragraph, found, int(found[1])
    for paragraph in _opening(subject):
        for found in filter(
            None, (re.match(r"(20[0-3]\d)年(?:度|以来|来)?，", paragraph.view), _NOW.search(paragraph.view))
        ):
            yield "开头", paragraph, found, int(found[1])
    for section in subject.sections(1):
        years = list(_OF_REPORT.finditer(section.head.view, 0, section.head.begin))
        found = years[0] if len({match[1] for match in years}) == 1 else None
        if found and section.head.kind == "heading" and not _ABOUT_PAST.search(section.heading):
            coming = section.role == "安排" or _PLANS.search(section.heading)
            yield "标题", section.head, found, int(found[1]) - int(bool(coming))


def report_year(subject: TextSubject) -> int | None:
    """Return the year that most places name; the recognised one where they do not decide, or where it is given."""
    if subject.report is not None:
        return subject.year
    votes = Counter(year for _, _, _, year in _named(subject))
    best = votes.most_common(2)
    if best and best[0][1] >= 2 and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0]
    date = subject.date
    if len(best) == 1 and date is not None and subject.year not in votes:
        dated = date.year - int(date.month <= 6)
        return best[0][0] if best[0][0] == dated else subject.year
    return subject.year


def says_year(subject: TextSubject) -> bool:
    """Tell whether a title, the opening or a heading names the year of the report: else it is only inferred."""
    year = report_year(subject)
    return any(meant == year for _, _, _, meant in _named(subject))


@rule(
    "年份-01",
    "错误",
    finds="标题、开头、各部分标题的年份不一致",
    why="多是从上一年的稿子改来，没有改净；下一年度安排的标题写下一年。",
    wrong="2024年度的报告里有“一、2023年推进法治政府建设的主要举措和成效”",
    right="一、2024年推进法治政府建设的主要举措和成效",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def named_years(subject: TextSubject) -> Iterator[Hit]:
    """Every place that names the year of the report names the same one; the plans name the next."""
    year = report_year(subject)
    if year is None:
        return
    for place, paragraph, found, meant in _named(subject):
        background = place == "开头" and paragraph.view.startswith(found[0]) and f"{year}年" in paragraph.view
        if meant != year and not background:
            written = found[1]
            right = year + int(written) - meant
            message = f"{place}写的是{written}年，本报告是{year}年度，这里应为{right}年。请核对"
            yield subject.hit(paragraph, found.span(1), message)


_PAST = re.compile(
    r"上年|近年|以来|自20|考评|考核|荣获|获[得评]|同比|较上年|较20|较去年|相比|名列|命名|继20|回顾|评为|授予|至20|年起|截至|曾|原来|始于|创建|成立|从20|比20|与20|审议通过|申报"
    r"|三年|五年|历年|连续|开工|启动|印发|出台|公布|修订|年初|\d月"
)
_TOLD = re.compile(r"(?:^|。|；|[一二三四五六七八九]是)(?P<y>20[0-3]\d)年(?:度|全年)?，?(?=[^。]{6,})")
_WHOLE = re.compile(r"(?P<y>20[0-3]\d)年(?:全年|度?共|全年共|累计)")


@rule(
    "年份-02",
    "警告",
    finds="正文里留着别的年份：像是上一年的稿子没有改",
    why="写上一年的情况要说明是对比、回顾或者获奖。",
    wrong="（2024年度）2023年，街道共受理纠纷541件",
    right="（2024年度）2024年，街道共受理纠纷541件",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def left_over(subject: TextSubject) -> Iterator[Hit]:
    """A sentence of the achievements that tells of last year without looking back."""
    year = report_year(subject)
    if year is None:
        return
    opening = {paragraph.number for paragraph in _opening(subject)}
    for paragraph in subject.running:
        if paragraph.number in opening or subject.role_of(paragraph) == "安排":
            continue
        text = masked(paragraph.view)
        for at, sentence in sentences(text):
            if at + len(sentence) <= paragraph.begin and paragraph.level == 1:
                continue
            found = _TOLD.match(sentence) or _WHOLE.search(sentence)
            named = {int(y) for y in _YEAR.findall(sentence)}
            if found and named == {int(found["y"])} and named < {year - 1, year - 2} and not _PAST.search(sentence):
                span = (at + found.start("y"), at + found.end("y") + 1)
                message = f"本报告是{year}年度，这里写的是{found['y']}年。请核对，或者写明是上年的情况"
                yield subject.hit(paragraph, span, message)


_WILL = re.compile(r"将|确保|要(?!求|素|点|害|件|务|紧|闻)|继续|进一步|力争|争取|计划")
_AIMS = re.compile(r"(?:确保|力争到?|争取到?|做好)(?P<y>20[0-3]\d)年(?=底|末|各项|全年|工作)")
_STARTS = re.compile(r"(?P<y>20[0-3]\d)年(?!度?(?:工作|考核|报告)|以来|\d)[^，。]{0,12}，?")


@rule(
    "年份-03",
    "错误",
    finds="下一年度的安排里写的还是报告年度",
    why="安排写的是下一年；多是年份没有改。",
    wrong="（2024年度）四、2025年工作安排　2024年，街道将继续……",
    right="2025年，街道将继续……",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def plans(subject: TextSubject) -> Iterator[Hit]:
    """A sentence about the future that begins with the year of the report, or one before it."""
    year = report_year(subject)
    if year is None:
        return
    for paragraph in subject.running:
        if subject.role_of(paragraph) != "安排":
            continue
        begin = paragraph.begin if paragraph.level == 1 else len(paragraph.label)
        for at, sentence in sentences(masked(paragraph.view)[begin:]):
            found = _STARTS.match(sentence) or _AIMS.search(sentence)
            if (
                found
                and int(found["y"]) <= year
                and _WILL.search(sentence)
                and not re.search("虽|但|基础上|不足", sentence)
            ):
                start = begin + at + found.start("y")
                message = f"安排里写的是{found['y']}年，应为{year + 1}年。请核对"
                yield subject.hit(paragraph, (start, start + 5), message)


_NO_NIAN = re.compile(
    r"(?:^|[。；]|[一二三四五六七八九十]是)(?P<y>20[12]\d)(?=坚持|以来|度，|全|深入|认真|，|法治|推进)"
)
_TITLE_NO_NIAN = re.compile(r"(?P<y>20[12]\d)(?=法治|度法治|推进|工作)")
_NO_YEAR = re.compile(r"(?:^|[。；])(?P<y>年以来)")


@rule(
    "年份-04",
    "错误",
    finds="年份写得不全：“2025坚持……”少“年”字，“年以来”少年份",
    why="替换年份时删多了字。",
    wrong="2025坚持以习近平新时代中国特色社会主义思想为指导",
    right="2025年，××县坚持以习近平新时代中国特色社会主义思想为指导",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def torn_years(subject: TextSubject) -> Iterator[Hit]:
    """Four digits without 年 at the beginning of a sentence or in the title; 年以来 without a year."""
    for paragraph, found in subject.find(_NO_NIAN):
        yield subject.hit(paragraph, found.span("y"), f"“{found['y']}”后面少了“年”字。请补上")
    for paragraph, found in subject.find(_TITLE_NO_NIAN, frozenset({"title"})):
        yield subject.hit(paragraph, found.span("y"), f"标题的“{found['y']}”后面少了“年”字。请补上")
    for paragraph, found in subject.find(_NO_YEAR):
        yield subject.hit(paragraph, found.span("y"), "“年以来”前面少了年份。请补上")
