"""用语: congresses and plenums of the Party, the goal of 法治政府, the periods of plans."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.register import entries, folder_of, graded
from drafter.facts.numerals import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.own import Item
    from drafter.checks.text.subject import Paragraph, TextSubject

_SOURCE = "登记册 templates/register/politics.json（每条有出处）"
_OPEN = 9999
"""The end of a period that has none."""
_MIXED = re.compile(
    r"(?P<t>十八|十九|二十)大(?P<p>[一二三四五六七、]+中|历次|历届)全会(?:会议)?|(?P<t2>十八|十九|二十)大?届?[一二三四五六七]中全会会议"
)


@rule(
    "用语-01",
    "错误",
    finds="党的代表大会和中央全会混淆：二十大四中全会、二十大历次全会、全会会议",
    why="全国代表大会称“二十大”，它选出的中央委员会的全会称“二十届×中全会”。",
    wrong="党的二十大四中全会会议精神",
    right="党的二十届四中全会精神",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def congress_or_plenum(subject: TextSubject) -> Iterator[Hit]:
    """大 is the congress, 届 the committee that holds plenums."""
    for paragraph, found in subject.find(_MIXED):
        term, plenum = found["t"] or found["t2"], found["p"] or ""
        right = f"{term}届{plenum}全会" if plenum else found[0].removesuffix("会议")
        right = right.replace("历届", "历次").replace("大届", "届")
        yield subject.hit(paragraph, found.span(), f"“{found[0]}”应为“{right}”")


_PLENUMS = re.compile(r"(?P<t>十九|二十)届(?P<p>[一二三四五六七](?:中)?(?:、[一二三四五六七](?:中)?)*)全会")


def _named(subject: TextSubject) -> Iterator[tuple[Paragraph, re.Match[str], list[Item]]]:
    """Yield every mention of plenums with the entries of those that it names."""
    meetings = {(item.get("届"), item.get("序")): item for item in entries("党的会议", folder_of(subject))}
    for paragraph, found in subject.find(_PLENUMS):
        plenums = [(number_of(found["t"]), number_of(character)) for character in found["p"]]
        listed = [meetings[plenum] for plenum in plenums if plenum in meetings]
        yield paragraph, found, listed


def _day(subject: TextSubject) -> dt.date | None:
    """Return the day that the report was written, as far as it is known: 成文日期, else 1 February of the next year."""
    if subject.date is not None:
        return subject.date
    return dt.date(subject.year + 1, 2, 1) if subject.year is not None else None


@rule(
    "用语-02",
    "错误",
    finds="写了成文时还没有召开的全会",
    why="多是日期、年份写错，或者提前写了。",
    wrong="（2024年12月成文）深入学习贯彻党的二十届四中全会精神",
    right="深入学习贯彻党的二十届三中全会精神",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def not_yet_held(subject: TextSubject) -> Iterator[Hit]:
    """A plenum that closed after 成文日期; without a date, a warning against the usual time of writing."""
    day = _day(subject)
    for paragraph, found, listed in _named(subject):
        late = [item for item in listed if day and dt.date.fromisoformat(item["闭"]) > day]
        if late and day:
            name = late[-1]["名称"]
            level: Level = "错误" if subject.date else "警告"
            message = f"{name}{late[-1]['闭']}闭幕，本报告{'成文' if subject.date else '一般写'}于{day}。请核对"
            yield subject.hit(paragraph, found.span(), message, graded(level, late[-1]))


@rule(
    "用语-03",
    "警告",
    finds="开头列的全会没有写到成文时最近的一次；列了一中全会",
    why="多是沿用上一年的稿子。上级当年的通知有固定写法的，照通知写。",
    wrong="（2025年1月成文）党的二十大和二十届二中全会精神",
    right="党的二十大和二十届二中、三中全会精神",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def latest_plenum(subject: TextSubject) -> Iterator[Hit]:
    """The plenums that the opening lists end with the latest one that was closed when the report was written."""
    day = _day(subject)
    first = next((p.number for p in subject.paragraphs if p.level), 0)
    held = [i for i in entries("党的会议", folder_of(subject)) if day and i.get("序") and i["闭"] <= day.isoformat()]
    last = max(held, key=lambda item: str(item["闭"]), default=None)
    for paragraph, found, listed in _named(subject):
        if any(item["序"] == 1 for item in listed):
            yield subject.hit(paragraph, found.span(), "一中全会只选举，一般不列入学习贯彻。请核对", "提示")
        led = re.search(
            r"党的(?:十九|二十)大(?:报告)?(?:精神)?(?:、|和|及|以及)(?:党的)?$", paragraph.view[: found.start()]
        )
        opening = paragraph.number < first or not first
        if not (led and opening and last and listed) or paragraph.view[found.end() : found.end() + 3].startswith(
            "以来"
        ):
            continue
        newest = max(listed, key=lambda item: str(item["闭"]))
        if newest["闭"] < last["闭"] and last["序"] != 7:
            message = f"成文时最近的是{last['名称']}（{last['闭']}闭幕），这里只写到{newest['名称']}。请核对"
            yield subject.hit(paragraph, found.span(), message, graded("警告", last))


_OLD_GOAL = re.compile(r"廉洁高效、守法诚信")
_GOAL = re.compile(r"职能科学、权责法定、执法严明、[^。；]{4,32}?的?法治政府")
_NEW_PARTS = ("公开公正", "智能高效", "廉洁诚信", "人民满意")


@rule(
    "用语-04",
    "错误",
    finds="法治政府建设的目标沿用2020年以前的提法，或者漏了一项",
    why="2021年起是七项：职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意。",
    wrong="（2024年度）加快建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府",
    right="职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府",
    source="《法治政府建设实施纲要（2021—2025年）》；登记册 templates/register/politics.json",
    authority="政策",
    on="text",
)
def goal(subject: TextSubject) -> Iterator[Hit]:
    """The goal as the plan of the period words it."""
    if subject.year is None:
        return
    goals = entries("法治政府目标", folder_of(subject))
    right = next((g["写法"] for g in goals if g["期间"][0] <= subject.year <= (g["期间"][1] or _OPEN)), "")
    if "智能高效" not in right:
        return
    for paragraph, found in subject.find(_OLD_GOAL):
        yield subject.hit(paragraph, found.span(), f"这是2020年以前的提法，现在是“{right}”")
    for paragraph, found in subject.find(_GOAL):
        missing = [part for part in _NEW_PARTS if part not in found[0]]
        if missing and not _OLD_GOAL.search(found[0]):
            yield subject.hit(paragraph, found.span(), f"少了“{'、'.join(missing)}”，应为“{right}”")


_PERIOD = re.compile(
    r"[“‘]?(?P<n>[七八九])[·.]?五[”’]?(?P<q>普法)|[“‘](?P<n2>十[三四五])五[”’](?P<r>期间|时期|以来|规划|开局|收官)?"
)
_BACK = re.compile(r"以来|自|总结|回顾|终期|验收|收官|上一|“[七八十].?五”(?:期间|时期|末)|延续|基础上|连续")
_AHEAD = re.compile(r"谋划|编制|启动|筹备|起草|调研|谋篇|准备|衔接|展望|即将|迎接")


@rule(
    "用语-05",
    "错误",
    finds="普法规划、五年规划的期次与报告年度不符",
    why="“七五”普法到2020年，“八五”到2025年，“九五”从2026年起。",
    wrong="（2021年度）深入实施“七五”普法规划",
    right="深入实施“八五”普法规划",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def periods(subject: TextSubject) -> Iterator[Hit]:
    """A period outside the report's year, unless the sentence looks back or the plans look ahead."""
    if subject.year is None:
        return
    known = {re.sub("[“”]|五.*", "", i["简称"]): i for i in entries("规划期", folder_of(subject))}
    for paragraph, found in subject.find(_PERIOD):
        item = known.get(found["n"] or found["n2"])
        view = paragraph.view
        if item is None or view.rfind("《", 0, found.start()) > view.rfind("》", 0, found.start()):
            continue
        begin, last = item["期间"]
        end, period = last or _OPEN, f"{begin}—{last}年" if last else f"{begin}年起"
        sentence = re.split("。", view[: found.start()])[-1] + found[0] + re.split("。", view[found.end() :])[0]
        past = subject.year > end and _BACK.search(sentence)
        ahead = subject.year < begin and (subject.role_of(paragraph) == "安排" or _AHEAD.search(sentence))
        if begin <= subject.year <= end or past or ahead:
            continue
        level: Level = "错误" if found["n"] else "提示"
        message = f"{item['简称']}是{period}，{subject.year}年度的报告不能这样写。请核对"
        yield subject.hit(paragraph, found.span(), message, graded(level, item))
