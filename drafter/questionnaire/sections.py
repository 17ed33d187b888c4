"""The questions that apply, in order: derived from the outline and from what has been answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import TOPICS
from drafter.outline.parts import DUTIES, PLANS, SHORTCOMINGS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import get, given, typed
from drafter.questionnaire.groups import duties, plans, shortcomings
from drafter.questionnaire.lines import line
from drafter.questionnaire.question import Question
from drafter.questionnaire.topics import topic_questions
from drafter.questionnaire.unit import FULL_NAME, UNIT, YEAR, organ_of, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.questionnaire.question import Plain
    from drafter.report import Path

SUBMISSION = "报送和落款"
SECTIONS = (UNIT, *(topic.name for topic in TOPICS), SHORTCOMINGS, DUTIES, PLANS, SUBMISSION)


def questions(answers: Plain) -> list[Question]:
    """Return every question that applies now, answered or not, in the order of asking."""
    result = list(unit(answers))
    organ = organ_of(answers)
    if organ is None or not given(answers, YEAR):
        return result
    for topic in TOPICS:
        result += topic_questions(topic, organ, answers)
    result += shortcomings(answers)
    result += duties(organ, answers)
    result += plans(answers)
    result += _submission(answers)
    return result


def _submission(answers: Plain) -> Iterator[Question]:
    full = given(answers, FULL_NAME) or ""
    yield line(
        answers, ("报送", "主送机关"), SUBMISSION, "主送哪些机关？", readers.names,
        hint="如：中共云溪区委员会、云溪区人民政府；几个之间用、隔开", empty_counts=False,
    )  # fmt: skip
    hint = "联合署名用、隔开，党委在前；合适就直接回车"
    signed: Path = ("报送", "署名")
    yield line(answers, signed, SUBMISSION, "署名？", readers.names, default=full, hint=hint, empty_counts=False)
    sealed: Path = ("报送", "盖章")
    value = typed(get(answers, sealed))
    yield Question(
        sealed, SUBMISSION, "送审稿要盖章吗？", "yes_no", readers.yes_no, default="是",
        value=value, answered=value != "",
    )  # fmt: skip
    hint = "如：2025年1月16日；日未定写 2025年1月；还没定就直接回车"
    yield line(
        answers, ("报送", "成文日期"), SUBMISSION, "成文日期？", readers.date, hint=hint, empty_counts=False
    )  # fmt: skip
