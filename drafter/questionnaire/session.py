"""The session: a pure function from a state and an answer to the next state. Going back is a property of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from drafter.questionnaire.answers import put
from drafter.questionnaire.sections import SECTIONS, questions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.questionnaire.question import Plain, Question
    from drafter.report import Path


@dataclass(frozen=True, slots=True)
class State:
    """A moment of the session.

    ``answers`` is what the data file holds; ``here`` the question that is being asked (None: all are answered);
    ``trail`` the questions that were passed, the last one last; ``ahead`` those that one came back over, or is to be
    led through, the next one first.
    """

    answers: Plain
    here: Path | None
    trail: tuple[Path, ...] = ()
    ahead: tuple[Path, ...] = ()

    @property
    def question(self) -> Question | None:
        """The question that is being asked."""
        return next((question for question in questions(self.answers) if question.path == self.here), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: its questions that apply now, those not asked yet, those asked that still wait."""

    section: str
    questions: int
    open: int
    waiting: int


def start(answers: Plain) -> State:
    """Return the state at the first open question of a data file."""
    return State(answers, _next_open(questions(answers), None, ()))


def _behind(asked: list[Question], path: Path | None) -> list[Question]:
    """Return the questions behind one, then those before it."""
    paths = [question.path for question in asked]
    begin = paths.index(path) + 1 if path in paths else 0
    return [question for question in (*asked[begin:], *asked[:begin]) if question.path != path]


def _next_open(asked: list[Question], after: Path | None, passed: Iterable[Path]) -> Path | None:
    """Return the first question behind ``after`` that is neither answered nor passed in this session."""
    gone = set(passed)
    return next((q.path for q in _behind(asked, after) if not q.answered and q.path not in gone), None)


def answer(state: State, raw: Any) -> tuple[State, dict[Path, Plain]]:
    """Return the next state, and the entries of the data file that the answer changes.

    Where one came back over questions, they follow again, each with its earlier answer; questions that the answer has
    opened come before them.

    Raises:
        AnswerFault: the answer cannot be taken; the state is as before.
    """
    asked = questions(state.answers)
    question = next((question for question in asked if question.path == state.here), None)
    if question is None:
        return state, {}
    changes = question.assignments(question.read(question.meant(raw)))
    answers = state.answers
    for path, value in changes.items():
        answers = put(answers, path, value)
    trail = (*state.trail, question.path)
    return _moved(answers, asked, question.path, trail, state.ahead), changes


def _moved(
    answers: Plain, before: list[Question], path: Path, trail: tuple[Path, ...], ahead: tuple[Path, ...]
) -> State:
    """Return the state at the question that follows an answer."""
    asked = questions(answers)
    paths = {question.path for question in asked}
    known = {question.path for question in before}
    ahead = tuple(other for other in ahead if other in paths)
    if not ahead:
        return State(answers, _next_open(asked, path, trail), trail)
    opened = [q.path for q in _behind(asked, path) if not q.answered and q.path not in known]
    line = (*opened, *ahead)
    return State(answers, line[0], trail, line[1:])


def back(state: State) -> State:
    """Return to the question before; at the first one the state stays."""
    paths = {question.path for question in questions(state.answers)}
    trail = [path for path in state.trail if path in paths]
    if not trail:
        return state
    ahead = (state.here, *state.ahead) if state.here else state.ahead
    return replace(state, here=trail[-1], trail=tuple(trail[:-1]), ahead=ahead)


def jump(state: State, section: str) -> State:
    """Go to the first open question of a section; through all its questions where none is open."""
    there = [question for question in questions(state.answers) if question.section == section]
    if not there:
        return state
    target = next((question for question in there if not question.answered), None)
    trail = (*state.trail, state.here) if state.here else state.trail
    if target is not None:
        return State(state.answers, target.path, trail)
    return State(state.answers, there[0].path, trail, tuple(question.path for question in there[1:]))


def revisit(state: State) -> State:
    """Go through the questions that still wait for an answer, one after the other."""
    paths = tuple(question.path for question in waiting(state.answers))
    if not paths:
        return state
    return State(state.answers, paths[0], (*state.trail, state.here) if state.here else state.trail, paths[1:])


def open_questions(answers: Plain) -> list[Question]:
    """Return the questions that were not asked yet."""
    return [question for question in questions(answers) if not question.answered]


def waiting(answers: Plain) -> list[Question]:
    """Return the questions that were not asked yet, were left open, or whose number is still to come."""
    return [question for question in questions(answers) if question.waits]


def progress(answers: Plain) -> list[Progress]:
    """Return how far each section is."""
    result = []
    asked = questions(answers)
    for section in SECTIONS:
        here = [question for question in asked if question.section == section]
        open_ = sum(not question.answered for question in here)
        result.append(Progress(section, len(here), open_, sum(question.waits for question in here) - open_))
    return result
