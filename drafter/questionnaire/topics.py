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
_ONLY_TEXT = "只写文字"
"""The choice of a topic that has nothing but the clerk's own text."""
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
    if chosen or _section(topic, answers)[1] is not None:
        yield _prose_of(topic, answers)


def _in_own_name(answers: Plain) -> Question:
    """Return whether the organ enforces in its own name.

    否 stands in the file as 不适用 at every 事项 of enforcement; 是, until one of them is chosen, as ``执法队伍: {}``.
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
        return {**dict.fromkeys(places, MISSING), places[0]: {}}

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
    place, section = _section(topic, answers)
    chosen = [matter.name for matter in matters if is_open(answers, matter)]
    options = [Option(matter.name, label(matter, organ)) for matter in matters]

    def writes(value: list[str]) -> dict[Path, Plain]:
        _refuse_losing([matter for matter in matters if matter.name not in value], answers)
        result: dict[Path, Plain] = {
            at(matter): _kept(answers, matter) if matter.name in value else NOTHING for matter in matters
        }
        if value == [_ONLY_TEXT] and section is None:
            result[ACHIEVEMENTS,] = _with_section(topic, answers, {"专题": topic.name})
        if value == [] and section == {"专题": topic.name}:
            result[ACHIEVEMENTS,] = [other for n, other in enumerate(items(answers, (ACHIEVEMENTS,))) if n != place]
        return result

    return Question(
        ("数据", topic.name), topic.name, "本年度有下列哪些方面的情况可写？", "choices", readers.choices,
        hint="一个也不选，就是都没有", options=(*options, Option(_ONLY_TEXT, "没有数可报，只写一段话")),
        value=chosen or ([_ONLY_TEXT] if section is not None else []),
        answered=all(get(answers, at(matter)) not in (MISSING, {}) for matter in matters), writes=writes, optional=True,
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


def _section(topic: Topic, answers: Plain) -> tuple[int, Plain]:
    """Return the section of a topic in the clerk's part one, with its place; None where there is none."""
    for place, section in enumerate(items(answers, (ACHIEVEMENTS,))):
        if isinstance(section, dict) and section.get("专题") == topic.name:
            return place, section
    return -1, None


def _with_section(topic: Topic, answers: Plain, section: dict[str, Plain]) -> list[Plain]:
    """Return part one with a new section at the outline's place among the others."""
    sections = items(answers, (ACHIEVEMENTS,))
    order = [other.name for other in TOPICS]
    names = [other.get("专题") if isinstance(other, dict) else None for other in sections]
    later = [at for at, name in enumerate(names) if name in order and order.index(name) > order.index(topic.name)]
    place = min(later, default=len(sections))
    return [*sections[:place], section, *sections[place:]]


def _prose_of(topic: Topic, answers: Plain) -> Question:
    """Return the question for the clerk's own text."""
    place, section = _section(topic, answers)
    value = get(section, ("内容",))

    def writes(text: Plain) -> dict[Path, Plain]:
        if section is not None:
            return {(ACHIEVEMENTS, place, "内容"): text}
        return {(ACHIEVEMENTS,): _with_section(topic, answers, {"专题": topic.name, "内容": text})}

    return Question(
        (ACHIEVEMENTS, topic.name), topic.name, f"“{topic.name}”还有什么要写的？（自己的话，放在这一节开头）", "prose",
        readers.prose, value=typed(value), answered=value is not MISSING, writes=writes, optional=True,
    )  # fmt: skip
