"""Sessions without a terminal: what an answer opens and shuts, going back, what the file shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from questionnaire_walk import at, begun, fitting, walked

from drafter.errors import DrafterError
from drafter.outline import MATTERS, Organ
from drafter.questionnaire import answer, back, choose, jump, progress, questions, revisit, start, waiting
from drafter.questionnaire.answers import MISSING, get
from drafter.questionnaire.scope import GATE
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
    state = _through(Organ.STREET, 填报范围=["人民调解"])
    names = {path[1] for path in (q.path for q in questions(state.answers)) if path[0] == "数据" and len(path) > 2}
    assert "人民调解" in names
    assert "信访办理" not in names
    assert state.answers["数据"]["信访办理"] == "无"


def test_no_enforcement_in_its_own_name() -> None:
    """否 to the question whether the organ enforces: neither 行政执法 nor 数字执法 is asked, the file says 不适用."""
    state = _through(Organ.STREET, 以自己的名义执法="否")
    for name in ("执法队伍", "执法办案", "执法检查", "执法监督", "数字执法"):
        assert state.answers["数据"][name] == "不适用"
    gate = at(state.answers, "数据", "填报范围")
    assert "数字执法" not in [option.value for option in gate.options]


def test_enforcement_is_answered_again() -> None:
    """是 after 否 opens the questions; before any 事项 is chosen the file already shows the answer."""
    state = jump(_through(Organ.STREET, 以自己的名义执法="否"), "填报范围")
    state = answer(state, "是")
    assert state.answers["数据"]["执法队伍"] == {}
    assert state.here == GATE
    assert start(state.answers).here == GATE
    assert state.question is not None
    assert state.question.value == []
    assert "执法办案" in [option.value for option in state.question.options]


def test_what_is_unchosen_is_put_aside_and_comes_back() -> None:
    """Nothing that was given is dropped by leaving out its 事项: it stands under 搁置 until it is chosen again."""
    state = _through(Organ.STREET, 填报范围=["人民调解"], 调解受理件数="626")
    held = state.answers["数据"]["人民调解"]
    state = answer(jump(state, "填报范围"), "是")
    state = answer(state, ["信访办理"])
    assert state.answers["数据"]["人民调解"] == "无"
    assert state.answers["搁置"] == {"人民调解": held}
    assert "有搁置的内容" in next(o.label for o in at(state.answers, *GATE).options if o.value == "人民调解")
    state = answer(choose(state, GATE), ["人民调解", "信访办理"])
    assert state.answers["数据"]["人民调解"] == held
    assert "搁置" not in state.answers


def test_no_enforcement_any_more_puts_its_answers_aside() -> None:
    """否 where enforcement was filled in before: the answers are kept, and proposed again after 是."""
    state = _through(Organ.STREET, 以自己的名义执法="是", 填报范围=["执法办案"], 行政处罚件数="12")
    state = answer(jump(state, "填报范围"), "否")
    assert state.answers["搁置"]["执法办案"]["行政处罚件数"] == "12"
    state = answer(choose(state, ("数据", "以自己的名义执法")), "是")
    assert at(state.answers, *GATE).value == ["执法办案"]


def test_another_type_of_organ_puts_aside_what_it_is_not_asked() -> None:
    """A wrong type is corrected: what the right one is not asked of is kept, and not written."""
    state = _through(Organ.TOWN, 填报范围=["社区矫正与安置帮教"])
    state = answer(choose(state, ("数据", "社区矫正与安置帮教", "社区矫正在册人数")), "6")
    state = answer(choose(state, ("单位", "类型")), "政府部门")
    assert state.answers["搁置"]["社区矫正与安置帮教"]["社区矫正在册人数"] == "6"
    assert "社区矫正与安置帮教" not in state.answers["数据"]


def test_the_detail_of_a_measure_that_is_not_chosen_any_more() -> None:
    """It is put aside, and stands there again when the measure is chosen again."""
    state = _through(
        Organ.STREET, 填报范围=["人民调解"], 开展工作=["推行多所联动调处"], 推行多所联动调处="司法所、派出所"
    )
    path = ("数据", "人民调解", "开展工作")
    state = answer(choose(state, path), [])
    assert state.answers["搁置"] == {"做法补充": {"推行多所联动调处": "司法所、派出所"}}
    state = answer(choose(state, path), ["推行多所联动调处"])
    assert state.answers["数据"]["人民调解"]["开展工作"] == [{"推行多所联动调处": "司法所、派出所"}]
    assert "搁置" not in state.answers


def test_a_number_of_what_there_is_none_of_is_marked() -> None:
    """A part that was given before its total became 0 stays, and is marked."""
    data = {"信访办理": {"信访件次": "0", "信访按期办结件数": "12"}}
    asked = {question.path: question for question in questions(begun(Organ.STREET) | {"数据": data})}
    assert asked["数据", "信访办理", "信访按期办结件数"].moot
    assert not asked["数据", "信访办理", "信访件次"].moot


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
        state = answer(state, typed)
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
    """A topic without numbers can have the clerk's own text; it is asked for only where it is chosen from the list."""
    state = start(begun(Organ.STREET))
    question = at(state.answers, "主要举措和成效", "应急与安全")
    assert question.aside
    state = answer(choose(state, question.path), "第一段。\r\n\r\n第二段。\n")
    assert state.answers["主要举措和成效"] == [{"专题": "应急与安全", "内容": "第一段。\n\n第二段。"}]
    assert state.here == start(begun(Organ.STREET)).here


def test_sections_stand_in_the_order_of_the_outline() -> None:
    """Whatever order topics are answered in, their texts stand in the outline's order."""
    state = start(begun(Organ.STREET))
    for name in ("应急与安全", "党的领导与学习", "数字法治"):
        state = answer(choose(state, ("主要举措和成效", name)), "一段。")
    assert [s["专题"] for s in state.answers["主要举措和成效"]] == ["党的领导与学习", "应急与安全", "数字法治"]


def test_a_section_written_by_oneself() -> None:
    """全文 takes the place of the other texts of a topic; emptied, they are asked again."""
    state = choose(start(begun(Organ.STREET)), ("主要举措和成效", "应急与安全", "全文"))
    state = answer(state, "修订应急预案{应急预案件数}件。")
    assert state.answers["主要举措和成效"] == [{"专题": "应急与安全", "全文": "修订应急预案{应急预案件数}件。"}]
    paths = [question.path for question in questions(state.answers)]
    assert ("主要举措和成效", "应急与安全") not in paths


def test_back_three_questions() -> None:
    """Going back shows the earlier answers; the same answers lead on to the same place."""
    state = start(begun(Organ.STREET))
    for _ in range(12):
        assert state.question is not None
        state = answer(state, fitting(state.question))
    before = state
    for _ in range(3):
        state = back(state)
    assert state.here == before.trail[-3]
    for _ in range(3):
        assert state.question is not None
        assert state.question.answered
        state = answer(state, state.question.value)
    assert state.here == before.here
    assert state.answers == before.answers


def test_back_where_a_session_begins() -> None:
    """In a file that is gone on with, one goes back in the order of the questions, up to the first, and on again."""
    state = start(begun(Organ.STREET))
    for _ in range(12):
        assert state.question is not None
        state = answer(state, fitting(state.question))
    state = start(state.answers)
    here, passed = state.here, [question.path for question in questions(state.answers) if question.answered]
    for path in passed[::-1]:
        state = back(state)
        assert state.here == path
    assert back(state) == state
    for path in [*passed[1:], here]:
        assert state.question is not None
        state = answer(state, state.question.value)
        assert state.here == path


def test_a_changed_answer_opens_its_questions_first() -> None:
    """Coming back and choosing another measure, its detail comes before the questions that one came back over."""
    state = start(begun(Organ.STREET) | {"数据": {"应急处置": None}})
    state = answer(choose(state, ("数据", "应急处置", "开展工作")), [])
    state = answer(choose(state, ("数据", "应急处置", "应急预案个数")), "")
    state = back(back(state))
    state = answer(state, ["组建基层应急队伍"])
    assert state.question is not None
    assert state.question.path[-1] == "组建基层应急队伍"


def test_what_waits_is_gone_through() -> None:
    """What was left open or is to come can be gone through once more; optional questions are left alone."""
    state = _through(Organ.STREET, 填报范围=["人民调解"], 调解受理件数="待填")
    assert state.here is None
    paths = [question.path for question in waiting(state.answers)]
    assert ("数据", "人民调解", "调解受理件数") in paths
    assert GATE not in paths
    state = revisit(state)
    seen = []
    while state.question is not None:
        seen.append(state.here)
        state = answer(state, "")
    assert [path for path in seen if path in paths] == paths


def test_progress_by_section() -> None:
    """Sections tell how many of their questions are open."""
    first, second, *_ = progress(begun(Organ.STREET))
    assert (first.section, first.open) == ("单位和年度", 1)
    assert (second.section, second.questions, second.open) == ("填报范围", 1, 1)


def test_a_file_that_has_only_been_begun(tmp_path: Path) -> None:
    """After the first answer there is a file that can be gone on with; it is no report yet, and says so."""
    data = begin(tmp_path / "a.yaml")
    state = answer(start(data.get(())), "乡镇")
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


def test_the_words_go_with_the_type() -> None:
    """After another type the words that were proposed for the old one are gone, and the new ones are asked about."""
    state = choose(_through(Organ.STREET), ("单位", "类型"))
    assert state.answers["单位"]["自称"] == "街道"
    state = answer(state, "乡镇")
    assert state.here == ("单位", "词语")
    assert (state.answers["单位"]["自称"], state.answers["单位"]["上级"]) == (None, None)
    state = answer(state, "是")
    assert state.answers["单位"]["自称"] == "镇"


def test_a_word_of_ones_own_stays() -> None:
    """After another name only what was proposed is proposed anew; a signature that was the old name is the new one."""
    state = _through(Organ.STREET)
    state = answer(choose(state, ("单位", "词语")), "否")
    state = answer(choose(state, ("单位", "自称")), "我街道")
    assert state.answers["单位"]["词语"] == {}
    state = answer(choose(state, ("单位", "全称")), "示例市云溪区人民政府松林 街道办事处")
    assert state.here == ("单位", "词语")
    assert state.answers["单位"] == {
        "类型": "街道",
        "全称": "示例市云溪区人民政府松林街道办事处",
        "简称": None,
        "自称": "我街道",
        "上级": None,
    }
    assert state.answers["报送"]["署名"] == ["示例市云溪区人民政府松林街道办事处"]
    state = answer(state, "否")
    assert state.question is not None
    assert (state.here, state.question.default) == (("单位", "简称"), "松林街道")


def test_another_type_is_asked_about_enforcement() -> None:
    """That a 街道 does not enforce in its own name says nothing of a 政府部门: it is asked of everything."""
    state = _through(Organ.STREET, 以自己的名义执法="否")
    state = answer(choose(state, ("单位", "类型")), "政府部门")
    assert "执法办案" in [option.value for option in at(state.answers, "数据", "填报范围").options]
