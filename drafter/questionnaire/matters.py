"""The questions of one 事项: what was done, with details, then the numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.facts import Number, ValueFault, parse_number
from drafter.outline import CHIEF, FACTS, Fact, terms
from drafter.outline.organs import worded
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.question import Option, Question
from drafter.questionnaire.unit import words_of
from drafter.report.data import NOT_OURS, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Matter, Measure, Organ
    from drafter.questionnaire.question import Kind, Plain
    from drafter.report import Path

_HINTS = {"list": "几项之间用、隔开", "rate": "如：98.72%", "text": ""}


def at(matter: Matter, *below: str | int) -> Path:
    """Return the place of a 事项, or of something below it."""
    return ("数据", matter.name, *below)


def is_open(answers: Plain, matter: Matter) -> bool:
    """Whether a 事项 was chosen: its key is there, and says neither 无 nor 不适用, nor ``{}`` (may be chosen)."""
    value = get(answers, at(matter))
    return value is not MISSING and value not in (NOTHING, NOT_OURS, {})


def holds_answers(answers: Plain, matter: Matter) -> bool:
    """Whether anything was given for a 事项."""
    value = given(answers, at(matter))
    return isinstance(value, dict) and any(below not in (None, [], "") for below in value.values())


def of_matter(matter: Matter, organ: Organ, section: str, answers: Plain) -> Iterator[Question]:
    """Yield the questions of a 事项 that apply now."""
    measures = [measure for measure in matter.measures if organ in measure.organs]
    if measures:
        yield from _measures(matter, measures, section, answers)
    words = words_of(answers)
    for fact in _facts(matter, organ, answers):
        path = at(matter, fact.name)
        value = get(answers, path)
        text = worded(fact.question, words) if fact.question else f"{fact.name}？（分子分母不知道，只知道比率时填）"
        kind: Kind = "text" if fact.kind in {"list", "text"} else "number"
        yield Question(
            path, section, text, kind, readers.of_fact(fact), hint=_HINTS.get(fact.kind, ""), unit=fact.unit,
            value=typed(value), answered=value is not MISSING, matter=matter.name, optional=fact.kind == "rate",
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
        entries = [name if chosen.get(name, MISSING) is MISSING else {name: chosen[name]} for name in value]
        return {path: entries or None}

    owner = "主要负责人本年度做了哪些工作？" if matter is CHIEF else f"“{matter.name}”做了哪些工作？"
    yield Question(
        path, section, owner, "choices", readers.choices, hint="一个也不选，就是都没有", optional=True,
        options=tuple(Option(measure.name, measure.name) for measure in measures), value=list(chosen),
        answered=get(answers, path) is not MISSING, writes=writes, matter=matter.name,
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
        writes=partial(_write_detail, place, measure.name), optional=True,
    )  # fmt: skip


def _write_detail(path: Path, name: str, value: Plain) -> dict[Path, Plain]:
    return {path: {name: value}}


def _facts(matter: Matter, organ: Organ, answers: Plain) -> Iterator[Fact]:
    """Yield the facts of a 事项 that are asked now, in the order of the outline, rates last.

    Not asked: what is part of something that there is none of; a total that stands behind its parts where all of them
    are given; a rate where anything is known that it is made of.
    """
    usual = [fact for fact in matter.facts if organ in fact.organs and fact.importance != "少用"]
    asked: list[str] = []
    for fact in usual:
        if fact.kind == "rate":
            continue
        given_before = get(answers, at(matter, fact.name)) is not MISSING
        if given_before or not (_none_of(fact, asked, usual, answers) or _known(fact, asked, answers)):
            asked.append(fact.name)
            yield fact
    for fact in usual:
        if fact.kind == "rate" and _nothing_known(fact, usual, answers):
            yield fact


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
