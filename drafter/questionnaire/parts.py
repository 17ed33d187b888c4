"""The groups of parts two to five: 不足和原因, 第一责任人履职, 下一年度安排, 其他事项."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import CHIEF, TOPIC_OF
from drafter.outline.directions import DIRECTIONS
from drafter.outline.parts import DUTIES, OTHERS, PLANS, SHORTCOMINGS
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.groups import Field, Group, group
from drafter.questionnaire.matters import of_matter
from drafter.questionnaire.question import Option
from drafter.questionnaire.scope import at, is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Organ
    from drafter.questionnaire.question import Plain, Question

_MENU = 8
"""How many headings are offered at a time: more do not fit above the prompt in a small window."""
_CASE_KEYS = ("背景", "做法", "成效")


def shortcomings(answers: Plain) -> Iterator[Question]:
    """Yield the questions of 不足和原因."""
    asks = {each.shortcoming: f"写明{each.asks}" for each in DIRECTIONS}
    shown = Field("表现", "具体表现在哪里？", "写事实和数", asks)
    fields = (shown, Field("原因", "原因是什么？", "如：法治岗位编制少"))
    hint = "写一句话，或者输入上面的编号"
    yield from group(
        Group(SHORTCOMINGS, (SHORTCOMINGS,), "第{}条不足：存在什么不足？", hint, fields,
              offered=menu(answers, SHORTCOMINGS), optional=False), answers,
    )  # fmt: skip


def duties(organ: Organ, answers: Plain) -> Iterator[Question]:
    """Yield the questions of 第一责任人履职: the numbers, then what else is to be said."""
    if get(answers, at(CHIEF)) is MISSING or is_open(answers, CHIEF):
        yield from of_matter(CHIEF, organ, DUTIES, answers)
    text = "上面没有说到的，还要写什么？第{}条的小标题："
    fields = (Field("内容", "主要负责人做了什么？"),)
    yield from group(Group(DUTIES, (DUTIES,), text, "如：带头学法用法", fields), answers)


def plans(answers: Plain) -> Iterator[Question]:
    """Yield the questions of 下一年度安排."""
    titles = [typed(entry.get("标题")) for entry in items(answers, (SHORTCOMINGS,)) if isinstance(entry, dict)]
    known = list(dict.fromkeys(title for title in titles if title))
    options = (*(Option(title, title) for title in known), Option("", "不针对哪一条"))
    fields = [Field("内容", "怎么做、做到什么程度？", "具体措施、目标、时限")]
    if known:
        fields.append(Field("对应不足", "这项安排针对哪条不足？", options=options))
    answering = {d.plan: d.shortcoming for d in DIRECTIONS if d.shortcoming in known}

    def made(heading: str) -> dict[str, Plain]:
        link = {"对应不足": answering[heading]} if heading in answering else {}
        return {"标题": heading, **link}

    hint = "写一句话，或者输入上面的编号"
    yield from group(
        Group(PLANS, (PLANS,), "下一年度第{}项安排：做什么？", hint, tuple(fields),
              offered=menu(answers, PLANS), optional=False, made=made), answers,
    )  # fmt: skip


def others(answers: Plain) -> Iterator[Question]:
    """Yield the questions of 其他事项; a case (案例) is told by its background, what was done and the effect."""
    offered = (("特色亮点", ""), ("述法情况", ""), ("示范创建情况", ""), ("督察整改情况", ""), ("典型案例", ""))
    fields = (
        Field("内容", "写什么？", needs=lambda entry: not _is_case(entry)),
        Field("背景", "背景是什么？（不写当事人姓名）", needs=_is_case),
        Field("做法", "怎样做的？", needs=_is_case),
        Field("成效", "成效怎样？", needs=_is_case),
    )
    text, hint = (
        "其他需要报告的情况：第{}项的标题：",
        "写标题，或者输入上面的编号；标题里有“案例”的分背景、做法、成效来写",
    )
    yield from group(Group(OTHERS, (OTHERS,), text, hint, fields, offered=offered, later=True), answers)


def _is_case(entry: Plain) -> bool:
    return "案例" in typed(entry.get("标题")) or any(entry.get(key) for key in _CASE_KEYS)


def menu(answers: Plain, name: str) -> tuple[tuple[str, str], ...]:
    """Return typical headings to start from, each with what has to be written about it; those taken are left out.

    Shortcomings of topics that the report tells of come first, and plans that answer a shortcoming of the report.
    """
    entries = (*items(answers, (SHORTCOMINGS,)), *items(answers, (PLANS,)))
    taken = {typed(entry.get("标题")) for entry in entries if isinstance(entry, dict)}
    organ = given(answers, ("单位", "类型"))
    offered = [direction for direction in DIRECTIONS if organ in direction.organs]
    if name == PLANS:
        offered.sort(key=lambda direction: direction.shortcoming not in taken)
        return tuple((direction.plan, "") for direction in offered if direction.plan not in taken)[:_MENU]
    told = {topic.name for topic in TOPIC_OF.values() if any(is_open(answers, matter) for matter in topic.matters)}
    offered.sort(key=lambda direction: direction.topic not in told)
    return tuple((d.shortcoming, f"写明{d.asks}") for d in offered if d.shortcoming not in taken)[:_MENU]
