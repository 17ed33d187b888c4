"""Sessions of the questionnaire without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offices import FULL_NAMES

from drafter.outline import MATTERS, Organ
from drafter.questionnaire import State, answer, questions, start
from drafter.store import begin

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.questionnaire import Question


def blank() -> dict[str, Any]:
    """Return what a new file holds."""
    return begin("a.yaml").get(())  # type: ignore[return-value]


def begun(organ: Organ) -> dict[str, Any]:
    """Return what a file holds that has its organ, name and year."""
    return blank() | {"年度": "2024", "单位": {"类型": str(organ), "全称": FULL_NAMES[organ]}}


def asked_all(organ: Organ) -> list[Question]:
    """Return the questions of an organ for which every 事项 is open."""
    return questions(begun(organ) | {"数据": dict.fromkeys(MATTERS)})


def fitting(question: Question) -> Any:
    """Return the plainest answer: what is proposed, nothing, no."""
    if question.kind == "choice":
        return question.value or question.options[0].value
    if question.kind == "choices":
        return question.value
    if question.kind == "yes_no":
        return question.value or question.default or "否"
    return question.value or question.default or ("2024" if question.path == ("年度",) else "")


def walked(organ: Organ, choose: Callable[[Question], Any]) -> State:
    """Return the state at the end of a session."""
    state = start(begun(organ))
    while (question := state.question) is not None:
        state = answer(state, choose(question))
    return state


def at(answers: dict[str, Any], *path: str | int) -> Question:
    """Return the question of a path."""
    return next(question for question in questions(answers) if question.path == path)
