"""The session: a pure function from a state and an answer to the next state. Going back is a property of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafter.questionnaire.answers import put
from drafter.questionnaire.sections import SECTIONS, questions

if TYPE_CHECKING:
    from drafter.questionnaire.question import Plain, Question
    from drafter.report import Path


@dataclass(frozen=True, slots=True)
class State:
    """A moment of the session.

    ``answers`` is what the data file holds; ``here`` the question that is being asked (None: all are answered);
    ``trail`` the questions that were passed, the last one last; ``ahead`` those that one came back over.
    """

    answers: Plain
    here: Path | None
    trail: tuple[Path, ...] = ()
    ahead: tuple[Path, ...] = ()

    @property
    def question(self) -> Question | None:
        """The question that is being asked."""
        return next((question for question in questions(self.answers) if question.path == self.here), None)

    @property
    def section(self) -> tuple[int, int, str]:
        """Where one is: number of the section, number of sections, its name."""
        question = self.question
        name = question.section if question else SECTIONS[-1]
        return SECTIONS.index(name) + 1, len(SECTIONS), name


def start(answers: Plain) -> State:
    """Return the state at the first open question of a data file."""
    return State(answers, _next_open(answers, None, ()))


def _next_open(answers: Plain, after: Path | None, passed: tuple[Path, ...]) -> Path | None:
    """Return the first question behind ``after`` that is neither answered nor passed in this session."""
    asked = questions(answers)
    paths = [question.path for question in asked]
    begin = paths.index(after) + 1 if after in paths else 0
    for question in (*asked[begin:], *asked[:begin]):
        if not question.answered and question.path not in passed and question.path != after:
            return question.path
    return None


def answer(state: State, raw: Any) -> tuple[State, dict[Path, Plain]]:  # noqa: ANN401 - text, or a list of chosen values
    """Return the next state, and the entries of the data file that the answer changes.

    Raises:
        AnswerFault: the answer cannot be taken; the state is as before.
    """
    question = state.question
    if question is None:
        return state, {}
    if raw == "" and question.default and not question.value:
        raw = question.default
    changes = question.assignments(question.read(raw))
    answers = state.answers
    for path, value in changes.items():
        answers = put(answers, path, value)
    trail = (*state.trail, question.path)
    ahead = [path for path in state.ahead if any(path == other.path for other in questions(answers))]
    if ahead:
        return State(answers, ahead[0], trail, tuple(ahead[1:])), changes
    return State(answers, _next_open(answers, question.path, trail), trail), changes


def back(state: State) -> State:
    """Return to the question before; at the first one the state stays."""
    if not state.trail:
        return state
    ahead = (state.here, *state.ahead) if state.here else state.ahead
    return replace(state, here=state.trail[-1], trail=state.trail[:-1], ahead=ahead)


def jump(state: State, section: str) -> State:
    """Go to the first open question of a section, or to its first question."""
    there = [question for question in questions(state.answers) if question.section == section]
    target = next((question for question in there if not question.answered), there[0] if there else None)
    if target is None or state.here is None:
        return state if target is None else replace(state, here=target.path)
    return replace(state, here=target.path, trail=(*state.trail, state.here), ahead=())


def open_questions(answers: Plain) -> list[Question]:
    """Return the questions that are not answered yet."""
    return [question for question in questions(answers) if not question.answered]
