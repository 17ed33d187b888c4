"""数值: sums that the text states itself, parts that exceed their whole, balances.

A relation is checked only where the words make it explicit: 其中, a bracket behind a count, 合计, 收到—受理, 结转.
Approximate numbers never speak.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import (
    Count,
    counts,
    masked,
    of_unit,
    same_unit,
    sentences,
    spelled,
    told_by_data,
    with_numbers,
    without_brackets,
)
from drafter.checks.text.figures_groups import CARRIED, LOOSE, Group, groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.subject import Paragraph, TextSubject

_SOURCE = "《党政机关公文处理工作条例》第二十条"
_NEAR = Decimal("0.05")
"""A list that misses its whole by this share may hold a slip; by a multiple of 9: two digits changed places."""


@rule(
    "数值-01",
    "错误",
    finds="分项之和与合计不符",
    why="合计应当等于各分项之和，读报告的人会加一遍。只在文中用“其中”、括号、“合计”说明了关系时才算。",
    wrong="依申请公开48件，其中44件已办结，3件正在办理",
    right="依申请公开48件，其中44件已办结，4件正在办理",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def sums(subject: TextSubject) -> Iterator[Hit]:
    """Parts that make up a whole must add up to it; parts of a list must not exceed it."""
    for paragraph in with_numbers(subject):
        for group in groups(paragraph):
            yield from _sum(subject, paragraph, group)
        yield from _added(subject, paragraph)


def _sum(subject: TextSubject, paragraph: Paragraph, group: Group) -> Iterator[Hit]:
    whole, total = group.whole, group.total
    too_large = any(part.value > whole.value for part in group.parts)
    if len(group.parts) < 2 or total in {whole.value, *group.earlier} or too_large:
        return
    level = _gravity(group)
    if level:
        message = f"合计{whole.value:f}{whole.unit}，各分项相加是{total:f}（{spelled(group.parts)}）。请核对"
        yield subject.hit(paragraph, (whole.start, group.parts[-1].end), message, level)


def _gravity(group: Group) -> Level | None:
    """Return how sure it is that parts which do not add up are wrong; None where they need not add up."""
    more, left = group.total > group.whole.value, group.whole.value - group.total
    if group.divided:
        return "错误"
    if group.loose:
        return "警告" if more else None
    if group.overlapping or LOOSE.search(group.text):
        return "提示" if more and group.bracket else None
    if more:
        return "错误" if group.listed else "提示"
    if group.bracket and not group.named:
        return "警告" if left <= group.whole.value / 10 else "提示"
    swapped = left % 9 == 0 and len(group.parts) > 2
    return ("警告" if swapped else "提示") if left <= group.whole.value * _NEAR else None


_TOTAL = re.compile(r"[，、（](?:合计|总计|共计|一共|共)$")
_SUM = re.compile(r"(?:合计|总计|共计|一共|共)$")
_JOINED = re.compile(r"、|^[^，；：]{0,4}(?:和|与|及|以及)[^，；：]{0,8}$")


def _added(subject: TextSubject, paragraph: Paragraph) -> Iterator[Hit]:
    """A list of counts that a total follows: 建议8件、提案5件，共计13件."""
    for at, sentence in sentences(masked(paragraph.view)):
        text = without_brackets(sentence)
        items = counts(text, at)
        for place, total in enumerate(items):
            said = text[max(total.start - at - 4, 0) : total.start - at]
            if not _TOTAL.search(said):
                continue
            parts = _list_before(text, items[:place], at)
            if len(parts) < 2 and _SUM.search(said):
                parts = _clauses_before(text, items[:place], at, total.unit)
            if len(parts) < 2 or not all(_adds(p, total) for p in parts) or not total.exact:
                continue
            added = [sum((p.value for p in parts[first:]), Decimal(0)) for first in range(len(parts) - 1)]
            if total.value not in added:
                message = f"合计写{total.value:f}{total.unit}，前面各项相加是{added[0]:f}（{spelled(parts)}）。请核对"
                yield subject.hit(paragraph, (parts[0].start, total.end), message)


def _adds(part: Count, total: Count) -> bool:
    """Tell whether a part may be counted in a total: 名 of several trainings make 人次."""
    people = total.unit == "人次" and part.unit in {"人", "名"}
    return part.exact and (people or same_unit(part.unit, total.unit))


def _clauses_before(text: str, items: list[Count], offset: int, unit: str) -> list[Count]:
    """Return the counts at the end of some that stand one to a clause: 复议案件3件，诉讼案件4件."""
    run: list[Count] = []
    for item in reversed(items):
        between = text[item.end - offset : run[0].start - offset] if run else "，"
        if not same_unit(item.unit, unit) or between.count("，") != 1 or re.search("[；：]|其中", between):
            break
        run.insert(0, item)
    return run


def _list_before(text: str, items: list[Count], offset: int) -> list[Count]:
    """Return the counts that stand in one list, divided by 、 alone, at the end of some counts."""
    run: list[Count] = []
    for item in reversed(items):
        between = text[item.end - offset : run[0].start - offset] if run else "、"
        if not _JOINED.search(between) or re.search("[，；：]", between):
            break
        run.insert(0, item)
    return run


@rule(
    "数值-02",
    "错误",
    finds="部分大于整体",
    why="成功的不能多于受理的，整改的不能多于发现的。",
    wrong="全年受理矛盾纠纷618件，调解成功626件",
    right="全年受理矛盾纠纷626件，调解成功618件",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def subsets(subject: TextSubject) -> Iterator[Hit]:
    """A part after 其中 or in a bracket, or a result of what was received, is at most the whole."""
    for paragraph in with_numbers(subject):
        for group in groups(paragraph):
            too_large = next((part for part in group.parts if part.value > group.whole.value), None)
            if too_large and not (LOOSE.search(group.text) and not group.bracket):
                message = (
                    f"部分{too_large.value:f}{too_large.unit}大于整体{group.whole.value:f}{group.whole.unit}。请核对"
                )
                doubtful = any(value >= too_large.value for value in group.earlier)
                yield subject.hit(paragraph, (group.whole.start, too_large.end), message, "提示" if doubtful else None)
        yield from _results(subject, paragraph)


_RECEIVED = re.compile(
    r"制发|制定|印发|出台|受理|调处|接受|收集|收到|发现|反馈|排查|提|接到|应考|应到|应当?出庭|应持证"
)
_SUCCESS = (
    (re.compile(r"调解成功|成功调解|调成|化解成功|成功化解|达成协议"), re.compile(r"纠纷|调解|受理|调处")),
    (re.compile(r"采纳"), re.compile(r"意见|建议|提出")),
    (re.compile(r"整改"), re.compile(r"问题|反馈|发现|隐患")),
    (re.compile(r"备案|报备"), re.compile(r"文件")),
    (re.compile(r"核查|核实|查结"), re.compile(r"线索|举报")),
    (re.compile(r"合格|通过"), re.compile(r"参考|应考|参加")),
)


def _results(subject: TextSubject, paragraph: Paragraph) -> Iterator[Hit]:
    for at, sentence in sentences(masked(paragraph.view)):
        if CARRIED.search(sentence):
            continue
        items = counts(without_brackets(sentence), at)
        for whole, part in pairwise(items):
            if whole.unit != part.unit or part.value <= whole.value or not (whole.exact and part.exact):
                continue
            for done, received in _SUCCESS:
                ours = done.search(part.label) and not done.search(whole.label) and "另" not in part.before
                if ours and received.search(whole.label) and _RECEIVED.search(whole.label):
                    if told_by_data(paragraph, (whole.start, part.end)):
                        break
                    message = f"“{part.shown}”多于“{whole.shown}”。请核对两个数"
                    yield subject.hit(paragraph, (whole.start, part.end), message)
                    break


@rule(
    "数值-03",
    "错误",
    finds="收支不平：收到与受理、办结与结转对不上",
    why="收到的等于受理的加不受理的；新收加上年结转等于办结加结转下年。",
    wrong="收到行政复议申请103宗，不受理12宗，受理90宗",
    right="收到行政复议申请103宗，不受理12宗，受理91宗",
    source="《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；行政复议案件统计",
    authority="政策",
    on="text",
)
def balances(subject: TextSubject) -> Iterator[Hit]:
    """收到 ＝ 受理 ＋ 不受理; 新收 ＋ 上年结转 ＝ 办结 ＋ 结转下年. Brackets do not count."""
    for paragraph in with_numbers(subject):
        if re.search("受理|结转", paragraph.view):
            for at, sentence in sentences(masked(paragraph.view)):
                items = counts(without_brackets(sentence), at)
                if items and told_by_data(paragraph, (items[0].start, items[-1].end)):
                    continue
                yield from _admitted(subject, paragraph, sentence, items)
                yield from _carried(subject, paragraph, items)


def _one(items: list[Count], pattern: str) -> Count | None:
    found = [item for item in items if re.search(pattern, item.before)]
    return found[0] if len(found) == 1 and found[0].exact else None


def _admitted(subject: TextSubject, paragraph: Paragraph, sentence: str, items: list[Count]) -> Iterator[Hit]:
    received = _one(items, r"收到|接到|新收")
    refused = _one(items, r"不(?:予)?受理")
    taken = _one(items, r"(?<!不)(?<!不予)受理(?:案件)?$")
    if not (received and refused and taken) or re.search(
        r"结转|补正|撤回|转送|待审查|其他处理", without_brackets(sentence)
    ):
        return
    if len(of_unit([received, refused, taken], received.unit)) == 3 and received.value != refused.value + taken.value:
        message = (
            f"收到{received.value:f}{received.unit}，受理{taken.value:f}加不受理{refused.value:f}"
            f"是{taken.value + refused.value:f}。请核对"
        )
        places = (received.start, max(refused.end, taken.end))
        yield subject.hit(paragraph, places, message, None if received.value < refused.value + taken.value else "警告")


def _carried(subject: TextSubject, paragraph: Paragraph, items: list[Count]) -> Iterator[Hit]:
    new = _one(items, r"新收|收到")
    before = _one(items, r"上一?年度?结转")
    done = _one(items, r"办结|审结|办理完毕|答复")
    after = _one(items, r"结转(?:至|到)?(?:下|次)一?年度?|结转下年")
    if not (new and done and after):
        return
    income = new.value + (before.value if before else 0)
    if income != done.value + after.value and before is not None:
        message = (
            f"新收{new.value:f}加上年结转{before.value:f}是{income:f}，办结{done.value:f}加结转{after.value:f}"
            f"是{done.value + after.value:f}，两边不等。请核对"
        )
        yield subject.hit(paragraph, (new.start, max(done.end, after.end)), message)
