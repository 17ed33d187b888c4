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
    ``trail`` the questions that were passed, the last one last; ``ahead`` those that one came back over, or is to be
    led through, the next one first; ``left`` those that were left for later. ``quick``: only numbers and what a report
    cannot do without are asked.
    """

    answers: Plain
    here: Path | None
    trail: tuple[Path, ...] = ()
    ahead: tuple[Path, ...] = ()
    left: frozenset[Path] = frozenset()
    quick: bool = False

    @property
    def question(self) -> Question | None:
        """The question that is being asked."""
        return next((question for question in questions(self.answers) if question.path == self.here), None)

    def in_round(self, question: Question) -> bool:
        """Whether a question is of this round: where only numbers are at hand, others come later."""
        return not (self.quick and question.later)

    def asks(self, question: Question) -> bool:
        """Whether a question is still to be asked in this session."""
        return question.open and self.in_round(question) and question.path not in self._gone

    @property
    def passed(self) -> tuple[Path, ...]:
        """The questions that were passed once this one is left."""
        return (*self.trail, self.here) if self.here else self.trail

    @property
    def _gone(self) -> frozenset[Path]:
        return self.left | frozenset(self.trail)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a section is: its questions that apply now, those not asked yet, those asked that still wait."""

    section: str
    questions: int
    open: int
    waiting: int


def start(answers: Plain, *, quick: bool = False) -> State:
    """Return the state at the first open question of a data file."""
    return _onward(State(answers, None, quick=quick), questions(answers), None)


def _behind(asked: list[Question], path: Path | None) -> list[Question]:
    """Return the questions behind one, then those before it."""
    paths = [question.path for question in asked]
    begin = paths.index(path) + 1 if path in paths else 0
    return [question for question in (*asked[begin:], *asked[:begin]) if question.path != path]


def _onward(state: State, asked: list[Question], after: Path | None) -> State:
    """Return the state at the first question behind ``after`` that is still to be asked."""
    return replace(state, here=next((q.path for q in _behind(asked, after) if state.asks(q)), None))


def answer(state: State, raw: Any) -> State:
    """Return the next state.

    Where one came back over questions, they follow again, each with its earlier answer; questions that the answer has
    opened come before them.

    Raises:
        AnswerFault: the answer cannot be taken; the state is as before.
    """
    asked = questions(state.answers)
    question = next((question for question in asked if question.path == state.here), None)
    if question is None:
        return state
    value = question.read(question.meant(raw))
    led = question.leads(value) if question.leads else ()
    answers = _changed(state.answers, question.assignments(value))
    after = replace(state, answers=answers, trail=state.passed, ahead=(*led, *state.ahead))
    return _moved(after, asked, question.path)


def _changed(answers: Plain, changes: dict[Path, Plain]) -> Plain:
    for path, value in changes.items():
        answers = put(answers, path, value)
    return answers


def _moved(state: State, before: list[Question], path: Path) -> State:
    """Return the state at the question that follows an answer."""
    asked = questions(state.answers)
    paths = {question.path for question in asked}
    known = {question.path for question in before}
    ahead = tuple(other for other in state.ahead if other in paths)
    if not ahead:
        return _onward(replace(state, ahead=()), asked, path)
    opened = [q.path for q in _behind(asked, path) if state.asks(q) and q.path not in known]
    line = (*opened, *(other for other in ahead if other not in opened))
    return replace(state, here=line[0], ahead=line[1:])


def back(state: State) -> State:
    """Return to the question that was passed last, else to the one before; at the first one the state stays."""
    asked = questions(state.answers)
    paths = {question.path for question in asked}
    trail = [path for path in state.trail if path in paths] or _before(state, asked)[-1:]
    if not trail:
        return state
    ahead = (state.here, *state.ahead) if state.here else state.ahead
    return replace(state, here=trail[-1], trail=tuple(trail[:-1]), ahead=ahead)


def _before(state: State, asked: list[Question]) -> list[Path]:
    """Return the questions of this round that stand before the one that is being asked."""
    usual = [question.path for question in asked if state.in_round(question) and not question.aside]
    order = [question.path for question in asked if question.path == state.here or question.path in usual]
    return order[: order.index(state.here)] if state.here in order else order


def pass_matter(state: State) -> State:
    """Leave the rest of a 事项 empty; return the state behind it."""
    question = state.question
    if question is None or not question.matter:
        return state
    changes: dict[Path, Plain] = {}
    answers = state.answers
    while rest := [q for q in questions(answers) if q.matter == question.matter and _can_pass(q, state)]:
        new = rest[0].assignments(None)
        changes |= new
        answers = _changed(answers, new)
    asked = questions(answers)
    of_matter = {other.path for other in asked if other.matter == question.matter}
    ahead = tuple(path for path in state.ahead if path not in of_matter)
    trail = state.trail if question.path in changes else state.passed
    after = replace(state, answers=answers, trail=trail, ahead=ahead)
    last = [other.path for other in asked if other.matter == question.matter][-1]
    return _moved(after, asked, last)


def _can_pass(question: Question, state: State) -> bool:
    return question.open and question.kind in {"text", "number"} and state.in_round(question)


def leave_section(state: State) -> State:
    """Go on behind a section; what is open there is left for later, and stays open in the file."""
    question = state.question
    if question is None:
        return state
    asked = questions(state.answers)
    there = [other.path for other in asked if other.section == question.section]
    ahead = tuple(path for path in state.ahead if path not in there)
    left = state.left | {path for path in there if path not in state.trail}
    after = replace(state, left=left, trail=state.passed, ahead=ahead)
    return _moved(after, asked, there[-1])


def resume(state: State) -> State:
    """Go to the first question that was never asked, also of those that were left for later, also those of text."""
    asked = questions(state.answers)
    return _onward(replace(state, trail=(), ahead=(), left=frozenset(), quick=False), asked, None)


def choose(state: State, path: Path) -> State:
    """Go to one question, and from there back to where one was."""
    ahead = (state.here, *state.ahead) if state.here and state.here != path else state.ahead
    return replace(state, here=path, trail=tuple(each for each in state.passed if each != path), ahead=ahead)


def jump(state: State, section: str, *, again: bool = False) -> State:
    """Go to the first open question of a section; through all its questions where none is open, or once ``again``."""
    there = [question for question in questions(state.answers) if question.section == section and not question.aside]
    if not there:
        return state
    paths = {question.path for question in there}
    after = replace(state, left=state.left - paths, trail=state.passed, ahead=())
    target = next((question for question in there if question.open and state.in_round(question)), None)
    if target is not None and not again:
        return replace(after, here=target.path)
    return replace(after, here=there[0].path, ahead=tuple(question.path for question in there[1:]))


def revisit(state: State) -> State:
    """Go through the questions that were asked and still wait for an answer, one after the other."""
    paths = tuple(question.path for question in waiting(state.answers) if not question.open)
    if not paths:
        return state
    return replace(state, here=paths[0], trail=state.passed, ahead=paths[1:])


def open_questions(answers: Plain) -> list[Question]:
    """Return the questions that were not asked yet."""
    return [question for question in questions(answers) if question.open]


def was_quick(answers: Plain) -> bool | None:
    """Whether only numbers were asked so far: those of a 事项, but not what was done there. None: neither was asked."""
    asked = [question for question in questions(answers) if question.matter]
    if not any(question.answered for question in asked):
        return None
    numbers = {q.matter for q in asked if q.kind == "number" and q.answered and not q.later}
    return any(q.kind == "choices" and q.open and q.matter in numbers for q in asked)


def waiting(answers: Plain) -> list[Question]:
    """Return the questions that were not asked yet, were left open, or whose number is still to come."""
    return [question for question in questions(answers) if question.waits]


def progress(answers: Plain) -> list[Progress]:
    """Return how far each section is."""
    result = []
    asked = questions(answers)
    for section in SECTIONS:
        here = [question for question in asked if question.section == section and not question.aside]
        open_ = sum(question.open for question in here)
        result.append(Progress(section, len(here), open_, sum(question.waits for question in here) - open_))
    return result
