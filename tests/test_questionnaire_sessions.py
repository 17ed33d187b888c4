"""Sessions without a terminal: what an answer opens and shuts, going back, what the file shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from questionnaire_walk import at, begun, fitting, walked

from drafter.errors import DrafterError
from drafter.outline import MATTERS, Organ
from drafter.questionnaire import AnswerFault, answer, back, jump, progress, questions, revisit, start, waiting
from drafter.questionnaire.answers import MISSING, get
from drafter.store import begin, load

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.questionnaire import Question, State


def _through(organ: Organ, **given: str | list[str]) -> State:
    """Return the state at the end of a session with some answers, given by the last part of the path."""

    def choose(question: Question) -> Any:
        wanted = given.get(str(question.path[-1])) if question.path[0] == "数据" else None
        return fitting(question) if wanted is None else wanted

    return walked(organ, choose)


def test_only_what_was_chosen_is_asked() -> None:
    """A 事项 that was not chosen has no questions; the file shows it as asked."""
    state = _through(Organ.STREET, 矛盾纠纷与基层治理=["人民调解"])
    names = {path[1] for path in (q.path for q in questions(state.answers)) if path[0] == "数据" and len(path) > 2}
    assert "人民调解" in names
    assert "信访办理" not in names
    assert state.answers["数据"]["信访办理"] == "无"


def test_no_enforcement_in_its_own_name() -> None:
    """否 to the question whether the organ enforces: neither 行政执法 nor 数字执法 is asked, the file says 不适用."""
    state = _through(Organ.STREET, 以自己的名义执法="否")
    for name in ("执法队伍", "执法办案", "执法检查", "执法监督", "数字执法"):
        assert state.answers["数据"][name] == "不适用"
    gate = at(state.answers, "数据", "数字法治")
    assert "数字执法" not in [option.value for option in gate.options]


def test_enforcement_is_answered_again() -> None:
    """是 after 否 opens the questions; before any 事项 is chosen the file already shows the answer."""
    state = jump(_through(Organ.STREET, 以自己的名义执法="否"), "行政执法")
    state, _ = answer(state, "是")
    assert state.answers["数据"]["执法队伍"] == {}
    assert state.question is not None
    assert state.question.path == ("数据", "行政执法")
    assert start(state.answers).here == ("数据", "行政执法")
    assert state.question.value == []


def test_what_holds_answers_cannot_be_unchosen() -> None:
    """Nothing that was given is dropped by leaving out its 事项 in the list."""
    state = _through(Organ.STREET, 矛盾纠纷与基层治理=["人民调解"], 调解受理件数="626")
    with pytest.raises(AnswerFault, match="“人民调解”已经填了内容"):
        answer(jump(state, "矛盾纠纷与基层治理"), [])


def test_nothing_is_asked_of_what_there_is_none_of() -> None:
    """Where no document was made, its filing is not asked; where no 信访 came, its handling is not."""
    data = {"规范性文件": {"规范性文件制发件数": "0"}, "信访办理": {"信访件次": "0"}}
    paths = [question.path for question in questions(begun(Organ.STREET) | {"数据": data})]
    for matter, name in (
        ("规范性文件", "规范性文件报备件数"),
        ("规范性文件", "及时报备件数"),
        ("信访办理", "信访按期办结件数"),
    ):
        assert ("数据", matter, name) not in paths
    assert ("数据", "规范性文件", "制度文件名称") in paths


def test_a_total_behind_its_parts_is_asked_only_where_one_is_open() -> None:
    """合计 is not asked where every part is given."""
    parts = dict.fromkeys(("合同审查件数", "规范性文件审查件数", "决策审查件数", "其他事项审查件数"), "1")
    total = ("数据", "合法性审查", "合法性审查件数")
    assert total not in [q.path for q in questions(begun(Organ.STREET) | {"数据": {"合法性审查": parts}})]
    some = parts | {"决策审查件数": None}
    assert total in [q.path for q in questions(begun(Organ.STREET) | {"数据": {"合法性审查": some}})]


def test_a_rate_is_asked_where_nothing_it_is_made_of_is_known() -> None:
    """A rate alone can be typed by an office that has no numbers for it."""
    rate = ("数据", "人民调解", "调解成功率")
    none = {"调解受理件数": None, "调解成功件数": None}
    assert rate in [q.path for q in questions(begun(Organ.STREET) | {"数据": {"人民调解": none}})]
    some = none | {"调解成功件数": "5"}
    assert rate not in [q.path for q in questions(begun(Organ.STREET) | {"数据": {"人民调解": some}})]


def test_a_group_ends_where_a_heading_stays_empty() -> None:
    """After each 不足 one more is asked for; an empty heading ends the group, and the file shows that it was asked."""
    state = start(begun(Organ.STREET))
    state = jump(state, "不足和原因")
    for typed in ("法治力量不足", "一个人兼职。", "编制少", ""):
        assert state.question is not None
        assert state.question.section == "不足和原因"
        state, _ = answer(state, typed)
    assert state.answers["不足和原因"] == [
        {"标题": "法治力量不足", "表现": "一个人兼职。", "原因": "编制少"},
        {"标题": None},
    ]
    assert all(question.answered for question in questions(state.answers) if question.section == "不足和原因")


def test_a_plan_answers_a_shortcoming() -> None:
    """The shortcomings are the choices of the question which one a plan answers."""
    answers = begun(Organ.STREET) | {"不足和原因": [{"标题": "甲"}, {"标题": "乙"}], "下一年度安排": [{"标题": "丙"}]}
    question = at(answers, "下一年度安排", 0, "对应不足")
    assert [option.value for option in question.options] == ["甲", "乙", ""]


def test_only_text_for_a_topic() -> None:
    """A topic without numbers can have the clerk's own text."""
    state = jump(start(begun(Organ.STREET)), "应急与安全")
    state, _ = answer(state, ["只写文字"])
    assert state.question is not None
    assert state.question.kind == "prose"
    state, _ = answer(state, "第一段。\r\n\r\n第二段。\n")
    assert state.answers["主要举措和成效"] == [{"专题": "应急与安全", "内容": "第一段。\n\n第二段。"}]


def test_sections_stand_in_the_order_of_the_outline() -> None:
    """Whatever order topics are answered in, their texts stand in the outline's order."""
    state = start(begun(Organ.STREET))
    for name in ("应急与安全", "党的领导与学习", "数字法治"):
        state, _ = answer(jump(state, name), ["只写文字"])
    assert [s["专题"] for s in state.answers["主要举措和成效"]] == ["党的领导与学习", "应急与安全", "数字法治"]


def test_back_three_questions() -> None:
    """Going back shows the earlier answers; the same answers lead on to the same place."""
    state = start(begun(Organ.STREET))
    for _ in range(12):
        assert state.question is not None
        state, _ = answer(state, fitting(state.question))
    before = state
    for _ in range(3):
        state = back(state)
    assert state.here == before.trail[-3]
    for _ in range(3):
        assert state.question is not None
        assert state.question.answered
        state, _ = answer(state, state.question.value)
    assert state.here == before.here
    assert state.answers == before.answers


def test_a_changed_answer_opens_its_questions_first() -> None:
    """Coming back and choosing another 事项, its questions come before those that one came back over."""
    state = jump(start(begun(Organ.STREET)), "应急与安全")
    state, _ = answer(state, ["隐患排查"])
    state, _ = answer(state, [])
    state = back(back(state))
    state, _ = answer(state, ["应急处置", "隐患排查"])
    assert state.question is not None
    assert state.question.matter == "应急处置"
    seen = set()
    while state.question is not None and state.question.section == "应急与安全":
        seen.add(state.question.path)
        state, _ = answer(state, fitting(state.question))
    assert ("数据", "隐患排查", "开展工作") in seen


def test_what_waits_is_gone_through() -> None:
    """What was left open or is to come can be gone through once more; optional questions are left alone."""
    state = _through(Organ.STREET, 矛盾纠纷与基层治理=["人民调解"], 调解受理件数="待填")
    assert state.here is None
    paths = [question.path for question in waiting(state.answers)]
    assert ("数据", "人民调解", "调解受理件数") in paths
    assert ("数据", "矛盾纠纷与基层治理") not in paths
    state = revisit(state)
    seen = []
    while state.question is not None:
        seen.append(state.here)
        state, _ = answer(state, "")
    assert [path for path in seen if path in paths] == paths


def test_progress_by_section() -> None:
    """Sections tell how many of their questions are open."""
    first, second, *_ = progress(begun(Organ.STREET))
    assert (first.section, first.open) == ("单位和年度", 4)
    assert (second.section, second.questions, second.open) == ("党的领导与学习", 1, 1)


def test_a_file_that_has_only_been_begun(tmp_path: Path) -> None:
    """After the first answer there is a file that can be gone on with; it is no report yet, and says so."""
    data = begin(tmp_path / "a.yaml")
    state, _ = answer(start(data.get(())), "乡镇")
    data.set((), state.answers)
    data.save()
    again = load(data.path, begun=True)
    assert start(again.get(())).here == ("单位", "全称")
    assert again.missing == [("年度",)]
    with pytest.raises(DrafterError, match="drafter fill"):
        _ = again.report
    with pytest.raises(DrafterError, match="缺少“年度”"):
        load(data.path)


def test_a_begun_file_tells_its_other_faults(tmp_path: Path) -> None:
    """What else is wrong in a begun file is told with its line."""
    path = tmp_path / "a.yaml"
    path.write_text("年度:\n单位:\n  类型:\n  全程: 甲\n", encoding="utf-8")
    with pytest.raises(DrafterError, match=r"第4行.*是不是想写“全称”"):
        load(path, begun=True)


def test_a_matter_that_is_not_ours() -> None:
    """不适用 at a 事项 means each of its facts; 无 means that nothing is reported."""
    for name in MATTERS:
        for word in ("无", "不适用"):
            state = start(begun(Organ.COUNTY) | {"数据": {name: word}})
            assert get(state.answers, ("数据", name)) is not MISSING
            assert not any(len(q.path) > 2 and q.path[1] == name for q in questions(state.answers))
