"""What can be written besides the numbers: sections and points of one's own, cases; hints of last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from questionnaire_walk import at, begun
from reports import made

from drafter.blocks import all_spans
from drafter.outline import Organ
from drafter.questionnaire import AnswerFault, answer, choose, questions, start, was_quick
from drafter.questionnaire.scope import GATE
from drafter.wording import compose

if TYPE_CHECKING:
    from drafter.questionnaire import State
    from drafter.report import Path


def _given(state: State, path: Path, *typed: str) -> State:
    """Return the state after a question was chosen, and it and those that follow were answered."""
    state = choose(state, path)
    for raw in typed:
        state = answer(state, raw)
    return state


def _written(**parts: Any) -> str:
    return "".join(span.text for span in all_spans(compose(made(**parts))))


def test_a_section_of_ones_own() -> None:
    """A heading that the outline does not have, with its text; its place among the others can be changed."""
    state = _given(start(begun(Organ.STREET)), ("主要举措和成效", "应急与安全"), "一段。")
    state = _given(state, ("主要举措和成效", "自己的专题", 0, "标题"), "推进区域法治协作", "与邻近街道会商3次。")
    state = _given(state, ("主要举措和成效", "自己的专题", 1, "标题"), "建设法治阵地", "建成法治公园1个。", "上移2")
    told = state.answers["主要举措和成效"]
    assert [section.get("专题") or section["标题"] for section in told] == [
        "应急与安全",
        "建设法治阵地",
        "推进区域法治协作",
    ]
    text = _written(主要举措和成效=told)
    assert text.index("建成法治公园1个。") < text.index("与邻近街道会商3次。")
    with pytest.raises(AnswerFault, match="标题就不能空着"):
        _given(state, ("主要举措和成效", "自己的专题", 0, "标题"), "")


def test_points_of_ones_own_in_a_topic() -> None:
    """单列的做法: asked only where they are chosen; each is a point of the section."""
    answers = begun(Organ.STREET) | {"数据": {"人民调解": {"调解受理件数": "626"}}}
    path = ("主要举措和成效", "矛盾纠纷与基层治理", "做法", 0, "要点")
    assert at(answers, *path).aside
    state = _given(start(answers), path, "建立物业纠纷联调机制", "住建、社区和司法所每月会商。")
    assert state.answers["主要举措和成效"] == [
        {
            "专题": "矛盾纠纷与基层治理",
            "做法": [{"要点": "建立物业纠纷联调机制", "内容": "住建、社区和司法所每月会商。"}],
        }
    ]
    text = _written(数据=state.answers["数据"], 主要举措和成效=state.answers["主要举措和成效"])
    assert "一是建立物业纠纷联调机制。住建、社区和司法所每月会商。二是推进矛盾纠纷多元化解。" in text


def test_a_case_is_told_in_three_parts() -> None:
    """A heading with 案例 asks for 背景, 做法 and 成效; any other for one text."""
    state = _given(
        start(begun(Organ.STREET)), ("其他事项", 0, "标题"), "5", "背景。", "做法。", "成效。", "1", "亮点。"
    )
    assert state.answers["其他事项"][:2] == [
        {"标题": "典型案例", "背景": "背景。", "做法": "做法。", "成效": "成效。"},
        {"标题": "特色亮点", "内容": "亮点。"},
    ]


def test_last_year_is_a_hint() -> None:
    """Last year's value with its source stands below the question; what was told then is proposed, its 科室 too."""
    last = {"人民调解": {"来源": "司法所", "调解受理件数": "541"}}
    answers = begun(Organ.STREET) | {"上年数据": last}
    asked = {question.path: question for question in questions(answers | {"数据": {"人民调解": None}})}
    assert asked["数据", "人民调解", "调解受理件数"].lines == ("上年：541件（司法所）",)
    assert asked["数据", "人民调解", "调解成功件数"].lines == ()
    assert asked["数据", "人民调解", "来源"].default == "司法所"
    refused = answers | {"数据": dict.fromkeys(("执法队伍", "执法办案", "执法检查", "执法监督", "数字执法"), "不适用")}
    assert at(refused, *GATE).value == ["人民调解"]


def test_who_reports_is_asked_once_for_a_matter() -> None:
    """来源 comes after the numbers of a 事项 that has any; those named elsewhere can be taken by number."""
    data = {"人民调解": {"调解受理件数": "626", "来源": "司法所"}, "信访办理": {"信访件次": "143"}, "热线工单": None}
    answers = begun(Organ.STREET) | {"数据": data}
    sources = [question for question in questions(answers) if question.path[-1] == "来源" and not question.aside]
    assert [question.matter for question in sources] == ["人民调解", "信访办理"]
    assert sources[1].lines == ("1. 司法所",)
    assert sources[1].read("1") == "司法所"


def test_numbers_first() -> None:
    """With only numbers at hand neither measures nor texts nor sources are asked; the file shows that they were not."""
    answers = begun(Organ.STREET) | {"数据": {"信访办理": None}}
    state = start(answers, quick=True)
    seen = []
    while state.question is not None:
        seen.append(state.question)
        raw: Any = {"choices": state.question.value}.get(state.question.kind, state.question.value or "1")
        ends = state.question.path[-1] == "标题"
        state = answer(state, "" if ends else "是" if state.question.kind == "yes_no" else _date(state, raw))
    assert not [question for question in seen if question.later]
    assert {question.kind for question in seen} == {"yes_no", "choices", "number", "text"}
    assert was_quick(state.answers) is True
    assert was_quick(begun(Organ.STREET)) is None


def _date(state: State, raw: Any) -> Any:
    return "2025年1月16日" if state.here == ("报送", "成文日期") else raw
