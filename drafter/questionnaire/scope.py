"""填报范围: which 事项 have anything to report, asked once for the whole of part one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import TOPICS, Organ
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given
from drafter.questionnaire.lastyear import told_last_year
from drafter.questionnaire.question import Option, Question
from drafter.questionnaire.shelf import chosen, on_shelf, put_aside
from drafter.questionnaire.unit import ENFORCERS_ONLY, FULL_NAME, MAY_ENFORCE
from drafter.report.data import NOT_OURS, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Matter
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

SCOPE = "填报范围"
# Neither is an entry of the file: what is answered stands at the 事项.
GATE: Path = ("数据", SCOPE)
IN_OWN_NAME: Path = ("数据", "以自己的名义执法")


def at(matter: Matter, *below: str | int) -> Path:
    """Return the place of a 事项, or of something below it."""
    return ("数据", matter.name, *below)


def is_open(answers: Plain, matter: Matter) -> bool:
    """Whether a 事项 was chosen: its key is there, and says neither 无 nor 不适用, nor ``{}`` (may be chosen)."""
    value = get(answers, at(matter))
    return value is not MISSING and value not in (NOTHING, NOT_OURS, {})


def asked_of(organ: Organ, answers: Plain) -> list[Matter]:
    """Return the 事项 of part one that an organ is asked of, without those that are not its business."""
    full = given(answers, FULL_NAME) or ""
    matters = [matter for topic in TOPICS for matter in topic.matters if matter.asked_of(organ, full)]
    return [matter for matter in matters if given(answers, at(matter)) != NOT_OURS]


def scope(organ: Organ, answers: Plain) -> Iterator[Question]:
    """Yield the questions."""
    if organ in MAY_ENFORCE:
        question = _in_own_name(answers)
        yield question
        if not question.answered:
            return
    yield _gate(organ, answers)


def _in_own_name(answers: Plain) -> Question:
    """Return whether the organ enforces in its own name.

    否 stands in the file as 不适用 at every 事项 of enforcement; 是, until one of them is chosen, as ``执法队伍: {}``.
    """
    held = [get(answers, at(matter)) for matter in ENFORCERS_ONLY]
    known = [value for value in held if value is not MISSING]
    refused = bool(known) and all(value == NOT_OURS for value in known)

    def writes(value: str) -> dict[Path, Plain]:
        if value == "否":
            return put_aside(ENFORCERS_ONLY, answers, NOT_OURS)
        if known and not refused:
            return {}
        return {**{at(matter): MISSING for matter in ENFORCERS_ONLY}, at(ENFORCERS_ONLY[0]): {}}

    return Question(
        IN_OWN_NAME, SCOPE, "本单位是否以自己的名义开展行政执法（办案、检查）？", "yes_no",
        partial(readers.yes_no, yes="有", no="没有 没 无"), hint="没有执法权、由上级部门执法的答 否，这一部分就不再问",
        value="否" if refused else "是" if known else "", answered=bool(known), writes=writes, required=True,
    )  # fmt: skip


def _gate(organ: Organ, answers: Plain) -> Question:
    """Return the one multiple-choice question: which 事项 have anything to report.

    What is not chosen says 无 in the file; what was filled in there is put aside, and comes back when it is chosen.
    """
    matters = asked_of(organ, answers)

    def writes(value: list[str]) -> dict[Path, Plain]:
        wanted = [matter for matter in matters if matter.name in value]
        return chosen(wanted, [matter for matter in matters if matter.name not in value], answers, NOTHING)

    last_year = any(_proposed(answers, matter) and told_last_year(answers, matter) for matter in matters)
    return Question(
        GATE, SCOPE, "本年度下列哪些方面有情况可写？", "choices", readers.choices,
        hint="有数、有做法的都勾上；没有勾的就不再问，以后可以回来再勾" + ("；上年写过的已经勾上" * last_year),
        options=tuple(Option(matter.name, _label(matter, organ, answers), matter.topic) for matter in matters),
        value=[m.name for m in matters if is_open(answers, m) or _proposed(answers, m)],
        answered=all(get(answers, at(matter)) not in (MISSING, {}) for matter in matters), writes=writes, optional=True,
    )  # fmt: skip


def _proposed(answers: Plain, matter: Matter) -> bool:
    """Whether a 事项 that nothing is known of yet is likely to be chosen: it was put aside, or reported last year."""
    if get(answers, at(matter)) not in (MISSING, {}):
        return False
    return on_shelf(answers, matter) is not None or told_last_year(answers, matter)


def _label(matter: Matter, organ: Organ, answers: Plain) -> str:
    """Return a 事项 with what an organ of this type reports there, the most important first."""
    facts = [fact for fact in matter.facts if organ in fact.organs]
    rare = [fact.name for fact in facts if fact.importance == "少用"]
    facts = sorted((fact for fact in facts if fact.name not in rare), key=lambda fact: fact.importance != "核心")
    about = [*(fact.name for fact in facts), *(m.name for m in matter.measures if organ in m.organs)] or rare
    told = [f"{'、'.join(about[:2])}{'等' * (len(about) > 2)}"] if about else []
    held = ["有搁置的内容"] if on_shelf(answers, matter) is not None else []
    return matter.name + (f"（{'；'.join([*told, *held])}）" if told or held else "")
