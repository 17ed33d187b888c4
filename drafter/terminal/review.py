"""What is answered, open and doubtful, by section and by question: to look at before the draft is built."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.outline import CHIEF, MATTERS
from drafter.outline.parts import ACHIEVEMENTS, DUTIES, OTHERS, PLANS, SHORTCOMINGS
from drafter.questionnaire import Option, progress, questions
from drafter.questionnaire.sections import OPENING, SUBMISSION
from drafter.questionnaire.topics import OWN
from drafter.questionnaire.unit import UNIT

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.checks.runner import Finding
    from drafter.questionnaire import Progress, Question
    from drafter.questionnaire.question import Plain
    from drafter.report import Report
    from drafter.store import DataFile
    from drafter.terminal.prompt import Prompt

_HOMES = {"单位": UNIT, "年度": UNIT, "报送": SUBMISSION, "开头": OPENING} | {
    part: part for part in (SHORTCOMINGS, DUTIES, PLANS, OTHERS)
}
_MOST_DOUBTS = 6
_LONGEST_VALUE = 24


def doubts(file: DataFile, find: Callable[[Report], list[Finding]]) -> dict[str, list[str]]:
    """Return what is wrong in a file, by section; nothing where it is no report yet."""
    if file.missing:
        return {}
    report = file.report
    try:
        found = find(report)
    except DrafterError as error:
        return {"": [str(error)]}
    result: dict[str, list[str]] = {}
    for finding in found:
        if finding.level != "提示" and finding.code != "缺项-01":
            place = finding.words or finding.key.partition(".")[2].replace(".", " · ")
            where = f"“{place}”" if place and place not in finding.message else ""
            told = f"{finding.level}：{where}{finding.message}"
            result.setdefault(_section_of(finding, report), []).append(told)
    return result


def _section_of(finding: Finding, report: Report) -> str:
    """Return the section of the questionnaire that a finding belongs to; nothing where it is the whole report."""
    head, _, rest = finding.key.partition(".")
    name = rest.partition(".")[0]
    if head == "数据" and name in MATTERS:
        return DUTIES if name == CHIEF.name else MATTERS[name].topic
    place = re.match(r"第?(\d+)", name)
    if head == ACHIEVEMENTS and place:
        return report.achievements[int(place[1]) - 1].topic or OWN
    return _HOMES.get(head, "")


def mark(section: Progress, found: dict[str, list[str]]) -> str:
    """Return a mark for a section: ✓ nothing is left, ○ something is open, ！ something is to be looked at.

    A section that there is nothing to ask of has none.
    """
    if not section.questions:
        return "－"
    if found.get(section.section) and section.open < section.questions:
        return "！"
    return "○" if section.open or section.waiting else "✓"


def how_far(section: Progress, found: dict[str, list[str]]) -> str:
    """Return what is left of a section in words: n of m answered, what is open, what is doubtful."""
    if not section.questions:
        return "没有勾选事项"
    if section.open == section.questions:
        return "还没有问"
    left = [f"{section.questions - section.open - section.waiting}/{section.questions}"]
    left += [f"没有问{section.open}题"] if section.open else []
    left += [f"空着{section.waiting}题"] if section.waiting else []
    wrong = len(found.get(section.section, ()))
    return "，".join([*left, *([f"有{wrong}处要核对"] if wrong else [])])


def overview(answers: Plain, found: dict[str, list[str]]) -> list[str]:
    """Return the summary before the draft is built: a line for each section, then what is doubtful."""
    lines = [
        f"{mark(each, found)} {each.section}　{how_far(each, found)}" for each in progress(answers) if each.questions
    ]
    told = [text for texts in found.values() for text in texts]
    lines += [""] * bool(told) + [f"！ {text}" for text in told[:_MOST_DOUBTS]]
    if len(told) > _MOST_DOUBTS:
        lines.append(f"……另有{len(told) - _MOST_DOUBTS}处，drafter check 都列出来")
    return lines


def sections(answers: Plain, found: dict[str, list[str]]) -> tuple[Option, ...]:
    """Return the sections to go to, with how far each is; those that rest on an open question are not there yet."""
    there = {question.section for question in questions(answers)}
    return tuple(
        Option(each.section, f"{mark(each, found)} {each.section}（{how_far(each, found)}）", number=number)
        for number, each in enumerate(progress(answers), 1)
        if each.section in there
    )


def items(answers: Plain, section: str) -> tuple[tuple[Option, ...], dict[str, Question]]:
    """Return the questions of a section to choose from, each with its answer."""
    options, asked = [], {}
    for at, question in enumerate(each for each in questions(answers) if each.section == section):
        options.append(Option(str(at), _item(question), question.matter))
        asked[str(at)] = question
    return tuple(options), asked


def _item(question: Question) -> str:
    text = question.text.removesuffix("？").removesuffix("：")
    return f"{'✓' if answer_of(question) else '○'} {text}　{answer_of(question) or '（空着）'}"


def table(prompt: Prompt, question: Question, others: list[Question]) -> Prompt:
    """Return a prompt with the other questions of its 事项 around it, as a table of what is filled in there."""
    if not question.matter or not prompt.is_line:
        return prompt
    shown = [each for each in others if each.kind in {"text", "number"} and (not each.aside or each.value)]
    at = next((at for at, each in enumerate(shown) if each.path == question.path), len(shown))
    above, below = tuple(map(row, shown[:at])), tuple(map(row, shown[at + 1 :]))
    return replace(prompt, above=above, below=below, next=True)


def row(question: Question) -> str:
    """Return a question as a row of the table of its 事项."""
    shown = answer_of(question)
    state = "✓" if shown else "·" if question.answered else " "
    moot = "（没有合计数，这个数用不上了）" if question.moot else ""
    return f"{state} {question.path[-1]}　{shown}{moot}".rstrip()


def answer_of(question: Question) -> str:
    """Return the answer of a question on a line; nothing where it was left empty."""
    value = question.value
    text = question.with_unit("、".join(value) if isinstance(value, list) else " ".join(str(value).split()))
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}……"
