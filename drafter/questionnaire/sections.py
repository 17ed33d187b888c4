"""The questions that apply, in order: derived from the outline and from what has been answered."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import TOPICS
from drafter.outline.parts import DUTIES, OTHERS, PLANS, SHORTCOMINGS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import get, given, typed
from drafter.questionnaire.lines import line
from drafter.questionnaire.parts import duties, others, plans, shortcomings
from drafter.questionnaire.question import Question
from drafter.questionnaire.scope import SCOPE, scope
from drafter.questionnaire.topics import OWN, own_sections, topic_questions
from drafter.questionnaire.unit import FULL_NAME, SIGNED, UNIT, YEAR, organ_of, unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from drafter.questionnaire.question import Plain
    from drafter.report import Path

OPENING = "开头"
SUBMISSION = "报送和落款"
SECTIONS = (
    UNIT, SCOPE, *(topic.name for topic in TOPICS), OWN, SHORTCOMINGS, DUTIES, PLANS, OTHERS, OPENING, SUBMISSION,
)  # fmt: skip


def questions(answers: Plain) -> list[Question]:
    """Return every question that applies now, answered or not, in the order of asking."""
    result = list(unit(answers))
    organ = organ_of(answers)
    if organ is None or not given(answers, YEAR):
        return result
    result += scope(organ, answers)
    for topic in TOPICS:
        result += topic_questions(topic, organ, answers)
    for part in (own_sections, shortcomings):
        result += part(answers)
    result += duties(organ, answers)
    for part in (plans, others, _opening, _submission):
        result += part(answers)
    return result


def _opening(answers: Plain) -> Iterator[Question]:
    """Yield what is said in the first paragraph besides the fixed phrases of the year."""
    ask = partial(line, answers, later=True, optional=True)
    yield ask(
        (OPENING, "目标"),
        OPENING,
        "开头一段里，工作的目标怎样写？",
        hint="如：为街道经济社会高质量发展提供有力法治保障",
    )
    hint = "如：获评全省法治政府建设示范街道；没有就直接回车"
    yield ask((OPENING, "成效"), OPENING, "本年度法治建设得了什么荣誉？", hint=hint)
    yield ask(
        (OPENING, "全文"), OPENING, "整段开头自己写？（写了就不用上面各项和固定提法；不写由程序成文）", readers.prose,
        aside=True,
    )  # fmt: skip


def _submission(answers: Plain) -> Iterator[Question]:
    full = given(answers, FULL_NAME) or ""
    yield line(
        answers, ("报送", "主送机关"), SUBMISSION, "主送哪些机关？", readers.names,
        hint="如：中共云溪区委员会、云溪区人民政府；几个之间用、隔开", empty_counts=False,
    )  # fmt: skip
    hint = "联合署名用、隔开，党委在前；合适就直接回车"
    yield line(answers, SIGNED, SUBMISSION, "署名？", readers.names, default=full, hint=hint, empty_counts=False)
    sealed: Path = ("报送", "盖章")
    value = typed(get(answers, sealed))
    yield Question(
        sealed, SUBMISSION, "送审稿要盖章吗？", "yes_no",
        partial(readers.yes_no, yes="要 盖 盖章", no="不要 不盖 不用"), default="是",
        value=value, answered=value != "",
    )  # fmt: skip
    hint = "如：2025年1月16日；日未定写 2025年1月；还没定就直接回车"
    date = line(answers, ("报送", "成文日期"), SUBMISSION, "成文日期？", readers.date, hint=hint, empty_counts=False)
    yield replace(date, anew=True, doubts=partial(_doubted_date, int(given(answers, YEAR))))


def _doubted_date(year: int, value: Plain, _today: dt.date) -> str:
    """Ask about a date that lies neither in the last quarter of the year that is reported on nor in the next year."""
    match = re.match(r"(\d+)年(\d+)月", value)
    if match is None or (year, 10) <= (int(match[1]), int(match[2])) <= (year + 1, 12):
        return ""
    return f"{year}年度的报告，成文日期写{value}，是这一天吗？"
