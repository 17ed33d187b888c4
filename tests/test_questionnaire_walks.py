"""Random sessions: answer, go back, jump; over all organ types, through the data file and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from questionnaire_walk import begun, blank, fitting

from drafter.outline import Organ
from drafter.questionnaire import (
    SECTIONS,
    AnswerFault,
    State,
    answer,
    back,
    choose,
    jump,
    leave_section,
    open_questions,
    pass_matter,
    questions,
    start,
)
from drafter.store import DataFile, begin

if TYPE_CHECKING:
    from drafter.questionnaire import Question

_SETTINGS = settings(max_examples=14, deadline=None, suppress_health_check=list(HealthCheck))
_COMMANDS = ("删1", "上移２", "改1", "下移1")
_TEXTS = ("法治", "《甲法》《乙条例》", "“枫桥”、#1：- 是", "a: b", "无", "{数据}", "  空格 ")
_PROSE = ("", "一段。", "第一段：开展“1+8”联合执法。\n第二段 # 号。\n\n第三段。", "- 列表\n* 星号", "年度: 2020")
_NUMBERS = ("", "0", "12", "１２", "1,234", "300余", "近2000", "待填", "不适用", "无", "3.5", "三")


def _typed(question: Question, draw: st.DrawFn) -> Any:
    """Draw an answer to a question, now and then a wrong one."""
    if question.kind == "choice":
        return draw(st.sampled_from(question.options)).value
    if question.kind == "choices":
        return draw(st.lists(st.sampled_from([option.value for option in question.options]), max_size=3, unique=True))
    if question.path == ("年度",):
        return draw(st.sampled_from(("2024", "２０２３年", "去年")))
    if question.path[-1] == "成文日期":
        return draw(st.sampled_from(("", "2025年1月16日", "2025年1月", "2025.1.1")))
    kinds = {"number": _NUMBERS, "prose": _PROSE, "yes_no": ("", "是", "ｎ", "大概")}
    return draw(st.sampled_from(kinds.get(question.kind, ("", *_TEXTS))))


def _step(state: State, draw: st.DrawFn) -> State:
    """Draw what happens next."""
    move = draw(st.sampled_from(("answer",) * 10 + ("back", "jump", "choose", "pass", "leave")))
    moves = {"back": back, "leave": leave_section, "pass": pass_matter}
    if move in moves:
        return moves[move](state)
    if move == "choose":
        return choose(state, draw(st.sampled_from([question.path for question in questions(state.answers)])))
    if move == "jump":
        return jump(state, draw(st.sampled_from(SECTIONS)))
    question = state.question
    if question is None:
        return jump(state, draw(st.sampled_from(SECTIONS)))
    commanded = question.leads and question.kind == "text" and draw(st.booleans())
    typed = draw(st.sampled_from(_COMMANDS)) if commanded else _typed(question, draw)
    try:
        return answer(state, typed)
    except AnswerFault as fault:
        assert str(fault).strip()
        return state


def _consistent(state: State) -> None:
    """What holds of every state."""
    asked = questions(state.answers)
    paths = [question.path for question in asked]
    assert len(paths) == len(set(paths))
    assert state.here is None or state.here in paths
    open_ = open_questions(state.answers)
    assert start(state.answers).here == (open_[0].path if open_ else None)


@_SETTINGS
@given(st.data(), st.sampled_from(Organ), st.booleans())
def test_every_state_is_in_the_file_and_comes_back(data: st.DataObject, organ: Organ, from_the_start: bool) -> None:
    """Every state that a session can reach can be written into the data file and read back from it unchanged."""
    file = begin(Path("a.yaml"))
    state = start(blank() if from_the_start else begun(organ))
    for _ in range(data.draw(st.integers(10, 40))):
        state = _step(state, data.draw)
        _consistent(state)
        file.set((), state.answers)
        assert file.get(()) == state.answers
    again = DataFile(file.path, file.text, begun=True)
    assert again.get(()) == state.answers
    if not again.missing:
        assert str(again.report.year) == state.answers["年度"]


@_SETTINGS
@given(st.data(), st.sampled_from(Organ), st.integers(1, 12))
def test_going_back_and_giving_the_same_answers_changes_nothing(data: st.DataObject, organ: Organ, steps: int) -> None:
    """Back over any number of questions, and the same answers again: the same answers, the same place."""
    state = start(begun(organ))
    for _ in range(data.draw(st.integers(5, 60))):
        state = _step(state, data.draw)
    made: list[tuple[State, Any]] = []
    for _ in range(steps):
        question = state.question
        if question is None:
            break
        try:
            after = answer(state, typed := _typed(question, data.draw))
        except AnswerFault:
            continue
        made.append((state, typed))
        state = after
    end = state
    for _ in made:
        state = back(state)
    assert not made or state.here == made[0][0].here
    for before, typed in made:
        assert state.here == before.here
        state = answer(state, typed)
    assert state.answers == end.answers
    assert state.here == end.here


@settings(_SETTINGS, max_examples=6)
@given(st.data(), st.sampled_from(Organ))
def test_a_session_ends(data: st.DataObject, organ: Organ) -> None:
    """Whatever is answered, the questions come to an end, and the file shows all of them as asked."""
    state = start(begun(organ))
    for _ in range(900):
        question = state.question
        if question is None:
            break
        ends = question.path[-1] == "标题" and int(question.path[-2]) > 1
        try:
            state = answer(state, "" if ends else _typed(question, data.draw))
        except AnswerFault:
            state = answer(state, fitting(question))
    assert state.here is None
    assert not open_questions(state.answers)
