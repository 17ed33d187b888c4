"""The topics of part one: which 事项 have anything to report, their questions, and what else is to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import MATTERS, TOPIC_OF, TOPICS, Organ
from drafter.outline.parts import ACHIEVEMENTS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.matters import at, holds_answers, is_open, of_matter
from drafter.questionnaire.question import AnswerFault, Option, Question
from drafter.report.data import NOT_OURS, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Matter, Topic
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

_ENFORCEMENT = "行政执法"
ENFORCERS_ONLY = (*(matter.name for matter in TOPIC_OF[_ENFORCEMENT].matters), "数字执法")
"""The 事项 of those who enforce in their own name."""
_MAY_ENFORCE = frozenset({Organ.TOWN, Organ.STREET, Organ.COMMITTEE})
"""Organs that are asked first whether they enforce in their own name."""


def topic_questions(topic: Topic, organ: Organ, answers: Plain) -> Iterator[Question]:
    """Yield the questions of one topic."""
    if topic.name == _ENFORCEMENT and organ in _MAY_ENFORCE:
        question = _in_own_name(answers)
        yield question
        if not question.answered:
            return
    matters = [m for m in topic.matters if organ in m.organs and given(answers, at(m)) != NOT_OURS]
    if not matters:
        return
    yield _gate(topic, matters, organ, answers)
    chosen = [matter for matter in matters if is_open(answers, matter)]
    for matter in chosen:
        yield from of_matter(matter, organ, topic.name, answers)
    if chosen:
        yield _prose_of(topic, answers)


def _in_own_name(answers: Plain) -> Question:
    """Return whether the organ enforces in its own name.

    否 stands in the file as 不适用 at every 事项 of enforcement; 是 as 执法队伍 without an answer yet.
    """
    held = {name: get(answers, ("数据", name)) for name in ENFORCERS_ONLY}
    places: list[Path] = [("数据", name) for name in held]
    known = [value for value in held.values() if value is not MISSING]
    refused = bool(known) and all(value == NOT_OURS for value in known)

    def writes(value: str) -> dict[Path, Plain]:
        if value == "否":
            _refuse_losing([MATTERS[name] for name in ENFORCERS_ONLY], answers)
            return dict.fromkeys(places, NOT_OURS)
        if known and not refused:
            return {}
        return {**dict.fromkeys(places, MISSING), places[0]: None}

    return Question(
        ("数据", "以自己的名义执法"), _ENFORCEMENT, "本单位是否以自己的名义开展行政执法（办案、检查）？", "yes_no",
        readers.yes_no, hint="没有执法权、由上级部门执法的答 否，这一部分就不再问",
        value="否" if refused else "是" if known else "", answered=bool(known), writes=writes, required=True,
    )  # fmt: skip


def _refuse_losing(matters: list[Matter], answers: Plain) -> None:
    """Refuse to shut a 事项 that holds answers.

    Raises:
        AnswerFault: names the 事项 and says what to do.
    """
    lost = [matter.name for matter in matters if holds_answers(answers, matter)]
    if lost:
        raise AnswerFault(f"“{'”“'.join(lost)}”已经填了内容，不能取消。确实不要，请先逐题清空，或者在数据文件里删去")


def _gate(topic: Topic, matters: list[Matter], organ: Organ, answers: Plain) -> Question:
    """Return the one multiple-choice question of a topic: which of its 事项 have anything to report."""

    def writes(value: list[str]) -> dict[Path, Plain]:
        _refuse_losing([matter for matter in matters if matter.name not in value], answers)
        return {at(matter): _kept(answers, matter) if matter.name in value else NOTHING for matter in matters}

    return Question(
        ("数据", topic.name), topic.name, "本年度有下列哪些方面的情况可写？", "choices", readers.choices,
        hint="一个也不选，就是都没有", options=tuple(Option(matter.name, label(matter, organ)) for matter in matters),
        value=[matter.name for matter in matters if is_open(answers, matter)],
        answered=all(get(answers, at(matter)) is not MISSING for matter in matters), writes=writes, optional=True,
    )  # fmt: skip


def _kept(answers: Plain, matter: Matter) -> Plain:
    held = given(answers, at(matter))
    return held if isinstance(held, dict) and held else None


def label(matter: Matter, organ: Organ) -> str:
    """Return a 事项 with what an organ of this type reports there."""
    facts = [fact for fact in matter.facts if organ in fact.organs and fact.importance in {"核心", "常用"}]
    facts.sort(key=lambda fact: fact.importance != "核心")
    about = [*(fact.name for fact in facts), *(m.name for m in matter.measures if organ in m.organs)]
    return f"{matter.name}（{'、'.join(about[:2])}{'等' if len(about) > 2 else ''}）"


def _prose_of(topic: Topic, answers: Plain) -> Question:
    """Return the question for the clerk's own text; a new section stands at the outline's place among the others."""
    sections = items(answers, (ACHIEVEMENTS,))
    names = [section.get("专题") if isinstance(section, dict) else None for section in sections]
    place = names.index(topic.name) if topic.name in names else -1
    value = get(answers, (ACHIEVEMENTS, place, "内容")) if place >= 0 else MISSING

    def writes(text: Plain) -> dict[Path, Plain]:
        if place >= 0:
            return {(ACHIEVEMENTS, place, "内容"): text}
        order = [other.name for other in TOPICS]
        later = [i for i, name in enumerate(names) if name in order and order.index(name) > order.index(topic.name)]
        new = min(later, default=len(sections))
        return {(ACHIEVEMENTS,): [*sections[:new], {"专题": topic.name, "内容": text}, *sections[new:]]}

    return Question(
        (ACHIEVEMENTS, topic.name), topic.name, f"“{topic.name}”还有什么要写的？（自己的话，放在这一节开头）", "prose",
        readers.prose, value=typed(value), answered=value is not MISSING, writes=writes, optional=True,
    )  # fmt: skip
