"""The questions of one 事项: what was done, with details, then the numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.facts import Number, ValueFault, parse_number
from drafter.outline import CHIEF, FACTS, MATTERS, Fact, terms
from drafter.outline.organs import worded
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.lastyear import last_source, last_value
from drafter.questionnaire.question import Option, Question
from drafter.questionnaire.scope import at
from drafter.questionnaire.shelf import details_aside, holds_answers, with_details
from drafter.questionnaire.unit import words_of
from drafter.report.data import NOT_OURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Matter, Measure, Organ
    from drafter.questionnaire.question import Kind, Plain
    from drafter.report import Path

_MOST_SOURCES = 8
_HINTS = {"list": "几项之间用、隔开", "rate": "如：98.72%", "text": ""}


def of_matter(matter: Matter, organ: Organ, section: str, answers: Plain) -> Iterator[Question]:
    """Yield the questions of a 事项 that apply now."""
    measures = [measure for measure in matter.measures if organ in measure.organs]
    if measures:
        yield from _measures(matter, measures, section, answers)
    words = words_of(answers)
    for fact, moot in _facts(matter, organ, answers):
        path = at(matter, fact.name)
        value = get(answers, path)
        text = worded(fact.question, words) if fact.question else f"{fact.name}？（分子分母不知道，只知道比率时填）"
        kind: Kind = "text" if fact.kind in {"list", "text"} else "number"
        last = last_value(answers, fact)
        yield Question(
            path, section, text, kind, readers.of_fact(fact), hint=_HINTS.get(fact.kind, ""), unit=fact.unit,
            value=typed(value), answered=value is not MISSING, matter=matter.name, optional=fact.kind == "rate",
            lines=(last,) if last else (), moot=moot, aside=fact.importance == "少用",
        )  # fmt: skip
    yield _source(matter, section, answers)


def _source(matter: Matter, section: str, answers: Plain) -> Question:
    """Return who reports a 事项; those named at other 事项 can be taken by their number."""
    path = at(matter, "来源")
    value = get(answers, path)
    others = (given(answers, at(other, "来源")) for other in MATTERS.values() if other is not matter)
    known = list(dict.fromkeys(name for name in others if isinstance(name, str) and name))[:_MOST_SOURCES]
    last = last_source(answers, matter.name)
    return Question(
        path, section, f"“{matter.name}”是哪个科室报的？", "text", partial(readers.numbered, known), default=last,
        hint="只用来对账，不写进报告" + ("；可以输入编号" if known else ""),
        lines=("　".join(f"{number}. {name}" for number, name in enumerate(known, 1)),) if known else (),
        value=typed(value), answered=value is not MISSING, matter=matter.name, optional=True, later=True,
        aside=not holds_answers(answers, matter),
    )  # fmt: skip


def _chosen(answers: Plain, matter: Matter) -> list[tuple[str, Plain]]:
    """Return the chosen measures with their details (``MISSING`` where none was asked)."""
    result: list[tuple[str, Plain]] = []
    for entry in items(answers, at(matter, "开展工作")):
        result += list(entry.items()) if isinstance(entry, dict) else [(entry, MISSING)]
    return result


def _measures(matter: Matter, measures: list[Measure], section: str, answers: Plain) -> Iterator[Question]:
    path = at(matter, "开展工作")
    chosen = dict(_chosen(answers, matter))

    def writes(value: list[str]) -> dict[Path, Plain]:
        aside = details_aside(answers)
        details = {name: chosen.get(name, aside.pop(name, MISSING)) for name in value}
        dropped = {name: d for name, d in chosen.items() if name not in value and d not in (MISSING, None)}
        entries = [name if detail is MISSING else {name: detail} for name, detail in details.items()]
        return {path: entries or None, **with_details(answers, aside | dropped)}

    owner = "主要负责人本年度做了哪些工作？" if matter is CHIEF else f"“{matter.name}”做了哪些工作？"
    yield Question(
        path, section, owner, "choices", readers.choices, hint="一个也不选，就是都没有", optional=True,
        options=tuple(Option(measure.name, measure.name) for measure in measures), value=list(chosen),
        answered=get(answers, path) is not MISSING, writes=writes, matter=matter.name, later=True,
    )  # fmt: skip
    for measure in measures:
        if measure.name in chosen and measure.detail:
            yield _detail(matter, measure, section, answers)


def _detail(matter: Matter, measure: Measure, section: str, answers: Plain) -> Question:
    chosen = _chosen(answers, matter)
    place = at(matter, "开展工作", [name for name, _ in chosen].index(measure.name))
    value = dict(chosen)[measure.name]
    return Question(
        at(matter, "开展工作", measure.name), section, f"{measure.name}——{measure.detail}？",
        "number" if measure.unit else "text", readers.of_detail(measure), unit=measure.unit,
        value=typed(value), answered=value is not MISSING, matter=matter.name,
        writes=partial(_write_detail, place, measure.name), optional=True, later=True,
    )  # fmt: skip


def _write_detail(path: Path, name: str, value: Plain) -> dict[Path, Plain]:
    return {path: {name: value}}


def _facts(matter: Matter, organ: Organ, answers: Plain) -> Iterator[tuple[Fact, bool]]:
    """Yield the facts of a 事项 that are asked now, in the order of the outline, rates last; and whether one is moot.

    Not asked: what is part of something that there is none of; a total that stands behind its parts where all of them
    are given; a rate where anything is known that it is made of. Where it was answered before, the first is moot. What
    few offices count comes last.
    """
    usual = [fact for fact in matter.facts if organ in fact.organs and fact.importance != "少用"]
    asked: list[str] = []
    for fact in usual:
        if fact.kind == "rate":
            continue
        held = get(answers, at(matter, fact.name))
        if held is not MISSING or not (_none_of(fact, asked, usual, answers) or _known(fact, asked, answers)):
            asked.append(fact.name)
            yield fact, _moot(fact, held, answers)
    for fact in usual:
        if fact.kind == "rate" and _nothing_known(fact, usual, answers):
            yield fact, False
    for fact in matter.facts:
        if organ in fact.organs and fact.importance == "少用":
            yield fact, _moot(fact, get(answers, at(matter, fact.name)), answers)


def _none_of(fact: Fact, asked: list[str], usual: list[Fact], answers: Plain) -> bool:
    """Whether a fact is part of another that is none, not applicable, or for that reason was not asked itself.

    Of something whose number is not known, only what most offices count is asked.
    """
    for name in (fact.within, fact.at_most):
        owner = FACTS.get(name)
        if owner is None:
            continue
        value = get(answers, ("数据", owner.matter, name))
        if is_none(owner, value) or (value is None and name == fact.at_most and fact.importance != "核心"):
            return True
        places = [other.name for other in usual]
        stands_before = name in places and places.index(name) < places.index(fact.name)
        if stands_before and name not in asked and owner.parts == ():
            return True
    return False


def _moot(fact: Fact, held: Plain, answers: Plain) -> bool:
    """Whether a number was given of something that there is none of."""
    if held in (MISSING, None, NOT_OURS) or is_none(fact, held):
        return False
    owners = [FACTS[name] for name in (fact.within, fact.at_most) if name in FACTS]
    return any(is_none(owner, get(answers, ("数据", owner.matter, owner.name))) for owner in owners)


def is_none(fact: Fact, value: Plain) -> bool:
    """Whether what the file holds for a fact says that there is none."""
    if value == NOT_OURS:
        return True
    if not isinstance(value, (str, int)):
        return False
    try:
        number = parse_number(str(value), fact.unit, whole=False)
    except ValueFault:
        return False
    return isinstance(number, Number) and number.value == 0


def _known(fact: Fact, asked: list[str], answers: Plain) -> bool:
    """Whether a total stands behind its parts and all of them are given."""
    parts = [name for name in (fact.parts[0] if fact.parts else ()) if name in asked]
    return bool(parts) and all(given(answers, ("数据", fact.matter, name)) is not None for name in parts)


def _nothing_known(rate: Fact, usual: list[Fact], answers: Plain) -> bool:
    """Whether nothing that a rate is made of was given when it was asked: the office may know the rate alone."""
    if get(answers, ("数据", rate.matter, rate.name)) is not MISSING:
        return True
    for _, name in (*terms(rate.over), *terms(rate.of)):
        value = get(answers, ("数据", FACTS[name].matter, name))
        open_ = value is MISSING and FACTS[name] in usual
        if open_ or value not in (MISSING, None):
            return False
        if FACTS[name].matter != rate.matter and value is MISSING:
            return False
    return True
