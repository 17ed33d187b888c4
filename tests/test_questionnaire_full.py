"""A 街道 that has numbers, measures, sources and texts at hand: how many answers its whole report takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from questionnaire_walk import blank

from drafter.questionnaire import Question, State, answer, pass_matter, questions, start
from drafter.store import load

if TYPE_CHECKING:
    from drafter.report import Path as Key

ROOT = Path(__file__).resolve().parent.parent
BESIDE = 2
"""Prompts that are no questions of the engine: numbers first or everything, and the name of the file."""


def _nothing_left(question: Question, wanted: dict[Key, Question], state: State) -> bool:
    """Whether there is nothing more to say of a 事项, so that PgDn passes the rest of it."""
    if not question.matter or question.kind not in {"text", "number"}:
        return False
    answered = {each.path for each in questions(state.answers) if each.answered}
    here = (each for each in wanted.values() if each.matter == question.matter and not each.aside)
    return not any(each.value and each.path not in answered for each in here)


def test_a_whole_report() -> None:
    """Every answer of the 清河街道 example that is asked for stands in the file; the README says how many they are."""
    example = load(ROOT / "examples" / "qinghe-street.yaml").get(())
    wanted = {question.path: question for question in questions(example)}
    state, answers, passed = start(blank()), BESIDE, 0
    while (question := state.question) is not None:
        if _nothing_left(question, wanted, state):
            state = pass_matter(state)
            passed += 1
            continue
        raw: Any = wanted[question.path].value if question.path in wanted else question.value
        state = answer(state, raw)
        answers += bool(question.meant(raw))
        passed += not question.meant(raw)
    held = {question.path: question.value for question in questions(state.answers) if not question.aside}
    aside = {question.path for question in questions(state.answers) if question.aside}
    asked = {path: each.value for path, each in wanted.items() if each.value and not each.aside and path not in aside}
    assert len(asked) > 100
    assert {path for path, value in asked.items() if _bare(held.get(path)) != _bare(value)} == set()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"数、做法、来源和文字都填全，答(\d+)次、略过(\d+)次", readme)
    assert told
    assert (int(told[1]), int(told[2])) == (answers, passed)


def _bare(value: Any) -> Any:
    """Return a value without the marks of a title, which are added where they are missing, and without line breaks."""
    return re.sub(r"[《》\s]", "", value) if isinstance(value, str) else value
