"""The engine: what is asked of whom, how answers are read, what the file shows."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from offices import FULL_NAMES
from questionnaire_walk import asked_all, at, begun

from drafter.outline import CHIEF, FACTS, TOPICS, Organ
from drafter.outline.organs import words
from drafter.questionnaire import (
    SECTIONS,
    AnswerFault,
    readers,
)
from drafter.questionnaire.answers import put
from drafter.questionnaire.scope import GATE
from drafter.questionnaire.unit import short_name

if TYPE_CHECKING:
    from drafter.questionnaire import Question


def _fact(name: str, organ: Organ = Organ.STREET) -> Question:
    matter = FACTS[name].matter
    return at(begun(organ) | {"数据": {matter: {}} | {matter: {name: None}}}, "数据", matter, name)


@pytest.mark.parametrize(
    ("name", "typed", "held"),
    [
        ("调解受理件数", "626", "626"),
        ("调解受理件数", " ６２６ ", "626"),
        ("合同审查件数", "178件", "178"),
        ("调解受理件数", "1,234", "1,234"),
        ("调解受理件数", "１，２３４件", "1,234"),
        ("调解协议金额", "3654.02万元", "3654.02"),
        ("调解协议金额", "3654.020", "3654.020"),
        ("普法受众人次", "1.5万余人次", "1.5万余"),
        ("普法受众人次", "1.25万余", "1.25万余"),
        ("调解受理件数", "约541", "约541"),
        ("调解受理件数", "大约541", "约541"),
        ("调解受理件数", "626 件。", "626"),
        ("调解受理件数", "二十三", "23"),
        ("调解受理件数", "一百零五件", "105"),
        ("调解受理件数", "三百余", "300余"),
        ("调解受理件数", "无", "0"),
        ("调解受理件数", "不适用", "不适用"),
        ("调解受理件数", "待填", "待填"),
        ("调解受理件数", "", None),
        ("学法篇目", "《行政复议法》《信访工作条例》、民法典", ["《行政复议法》", "《信访工作条例》", "《民法典》"]),
        ("学法篇目", "《行政复议法》，《民法典》", ["《行政复议法》", "《民法典》"]),
        ("学法篇目", "行政复议法 民法典", ["《行政复议法》", "《民法典》"]),
        ("学法篇目", "《宪法》。", ["《宪法》"]),
        ("学法篇目", "习近平法治思想、民法典；", ["习近平法治思想", "《民法典》"]),
        ("学法篇目", "党的二十届三中全会精神", ["党的二十届三中全会精神"]),
        ("学法篇目", "习近平法治思想学习纲要", ["《习近平法治思想学习纲要》"]),
        ("法治要点名称", "2024年工作要点。", "2024年工作要点"),
        ("法治荣誉名称", "无", "无"),
        ("法治要点名称", "2024年工作\n要点", "2024年工作要点"),
    ],
)
def test_an_answer_is_kept_as_it_was_given(name: str, typed: str, held: Any) -> None:
    """Numbers keep their characters; units, full-width digits, the words for none, to come and not ours are read."""
    assert _fact(name).read(typed) == held


@pytest.mark.parametrize(
    ("name", "typed", "remedy"),
    [
        ("调解受理件数", "三四百", "请写阿拉伯数字，如 626、626件、300余"),
        ("调解受理件数", "十几", "请写阿拉伯数字"),
        ("调解受理件数", "一百五", "请写阿拉伯数字"),
        ("调解受理件数", "300左右", "请写 约300"),
        ("调解受理件数", "不到300件", "请写 近300"),
        ("调解受理件数", "0300", "请写 300"),
        ("调解受理件数", "00", "请写 0$"),
        ("调解受理件数", "5.0", "请写 5$"),
        ("调解受理件数", "约1.2345万", "请写 1.2345万 或 约1.2万"),
        ("调解协议金额", "约705.765", "请写 705.765 或 约706"),
        ("调解受理件数", "12.5", "请写整数"),
        ("调解受理件数", "5人", "请换算成“件”"),
        ("调解受理件数", "约300余", "请写 约300 或 300余"),
        ("调解受理件数", "300-400", "请写一个数"),
        ("调解协议金额", "705万", "请按“万元”写数"),
    ],
)
def test_a_wrong_answer_says_what_to_type(name: str, typed: str, remedy: str) -> None:
    """What cannot be a number is refused with the form that can."""
    with pytest.raises(AnswerFault, match=remedy):
        _fact(name).read(typed)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("2025.1.16", "2025年1月16日"),
        ("2025-01-16", "2025年1月16日"),
        ("２０２５年01月6日", "2025年1月6日"),
        ("2025/1", "2025年1月"),
        ("2025年1月16号", "2025年1月16日"),
        ("20250116", "2025年1月16日"),
        ("二〇二五年一月十六日。", "2025年1月16日"),
        ("二○二五年十二月三十一日", "2025年12月31日"),
        ("2025年1月16日。", "2025年1月16日"),
        ("2025.1.", "2025年1月"),
        ("", "待填"),
    ],
)
def test_a_date_typed_in_a_hurry(typed: str, held: str) -> None:
    """A date is taken in the usual ways of typing it, and stands in the file as it is printed."""
    assert readers.date(typed) == held


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2025-2-30", "2025年2月30日"),
        ("2025年13月", "2025年13月"),
        ("9999-12", "9999年12月"),
        ("0000.1.1", "0000年1月1日"),
    ],
)
def test_a_date_that_is_none(typed: str, told: str) -> None:
    """What is no day of the calendar, or in no year that a report can be of, is refused."""
    with pytest.raises(AnswerFault, match=f"没有“{told}”这一天"):
        readers.date(typed)


@pytest.mark.parametrize("typed", ["2024", "2024 年", "2024年度。", "二〇二四年", "２０２４"])
def test_a_year_typed_in_a_hurry(typed: str) -> None:
    """The year of the report is taken in the usual ways of typing it."""
    assert readers.year(typed) == "2024"


@pytest.mark.parametrize(
    ("path", "typed", "told"),
    [
        (("年度",), "2052", "2052年还没有到，是这一年吗？"),
        (("年度",), "2015", "现在是2026年，要写2015年的报告吗？"),
        (("年度",), "2024", ""),
        (("报送", "成文日期"), "2024年1月16日", "2024年度的报告，成文日期写2024年1月16日，是这一天吗？"),
        (("报送", "成文日期"), "2052.1", "2024年度的报告，成文日期写2052年1月，是这一天吗？"),
        (("报送", "成文日期"), "2024年12月30日", ""),
        (("报送", "成文日期"), "2025年3月", ""),
        (("报送", "成文日期"), "", ""),
    ],
)
def test_a_year_that_is_hardly_meant(path: tuple[str, ...], typed: str, told: str) -> None:
    """A year to come, one long ago, and a date that does not follow on the year are asked about, not refused."""
    question = at(begun(Organ.STREET) | {"数据": {}}, *path)
    assert question.doubts is not None
    assert question.doubts(question.read(typed), dt.date(2026, 11, 22)) == told


def test_what_comes_along_from_word() -> None:
    """Tabs, blanks before a paragraph and Word's own line ends are no part of a text; names have no blanks inside."""
    assert readers.prose("　　第一段，\t有制表符。\x0b　　第二段。\r\nA\tB") == "第一段，有制表符。\n\n第二段。\n\nA B"
    assert readers.full_name(" 示例市 云溪区人民政府　清河街道办事处") == "示例市云溪区人民政府清河街道办事处"
    assert readers.full_name("示例市云溪区司法局。") == "示例市云溪区司法局"
    assert readers.names("区委，区政府") == ["区委", "区政府"]
    assert readers.names("区委、区政府:") == ["区委", "区政府"]
    assert readers.names("中共云溪区委员会　云溪区人民政府") == ["中共云溪区委员会", "云溪区人民政府"]


@pytest.mark.parametrize(
    ("typed", "held"), [("是", "是"), ("ｙ", "是"), ("Y", "是"), ("n", "否"), ("否", "否"), ("Ｎ", "否")]
)
def test_yes_and_no(typed: str, held: str) -> None:
    """是/否 and y/n count, half-width and full-width."""
    assert at(begun(Organ.STREET), "单位", "词语").read(typed) == held


@pytest.mark.parametrize(
    ("path", "yes", "no"),
    [
        (("单位", "词语"), "合适", "不合适"),
        (("数据", "以自己的名义执法"), "有", "没有"),
        (("报送", "盖章"), "要", "不用"),
    ],
)
def test_the_words_that_answer_a_question(path: tuple[str, str], yes: str, no: str) -> None:
    """是的, 可以, 不行 and the words of the question itself count; those of other questions do not."""
    answers = begun(Organ.STREET) | {"数据": {}}
    read = at(answers, *path).read
    assert [read(word) for word in ("是的", "对。", "可以", yes)] == ["是"] * 4
    assert [read(word) for word in ("不是", "不行", no)] == ["否"] * 3
    others = {"合适", "没有", "要"} - {yes, no}
    for other in others:
        with pytest.raises(AnswerFault, match="请输入 是 或 否"):
            read(other)


def test_yes_or_no_refuses_anything_else() -> None:
    """Anything else is refused with what can be typed."""
    with pytest.raises(AnswerFault, match="请输入 是 或 否"):
        at(begun(Organ.STREET), "单位", "词语").read("也许")


@pytest.mark.parametrize("organ", Organ)
def test_every_usual_fact_is_asked_once(organ: Organ) -> None:
    """With everything chosen, each fact that is usual for the organ is asked once, or spared by a rule of its own."""
    asked = asked_all(organ)
    paths = [question.path for question in asked]
    assert len(paths) == len(set(paths))
    names = {path[-1] for path in paths}
    matters = [*(matter for topic in TOPICS for matter in topic.matters), CHIEF]
    usual = {
        fact.name
        for matter in matters
        for fact in matter.facts
        if organ in fact.organs and fact.importance in {"核心", "常用"}
    }
    spared = {name for name in usual - names if not (FACTS[name].at_most or FACTS[name].parts)}
    assert not spared
    assert {question.section for question in asked} == set(SECTIONS)


@pytest.mark.parametrize("organ", Organ)
def test_questions_speak_the_words_of_the_organ(organ: Organ) -> None:
    """No question shows a slot or a choice of other organs' meetings; each ends like a question."""
    own = words(organ, FULL_NAMES[organ])
    for question in asked_all(organ):
        assert "{" not in question.text
        assert "？" in question.text or question.text.endswith("："), question.text
        for word in ("镇长办公会议", "局长办公会议", "主任办公会议", "常务会议"):
            assert word not in question.text or word in own["决策会议"], question.text
        assert len(question.text) <= 60


def test_words_of_the_file_are_used() -> None:
    """A meeting that is called otherwise here is called so in the questions."""
    answers = put(begun(Organ.STREET), ("单位", "词语"), {"决策会议": "书记办公会"}) | {"数据": {"理论学法": None}}
    assert at(answers, "数据", "理论学法", "会前学法次数").text == "书记办公会会前学法几次？"


@pytest.mark.parametrize(
    ("organ", "full", "short"),
    [
        (Organ.STREET, "示例市云溪区人民政府清河街道办事处", "清河街道"),
        (Organ.TOWN, "示例县白石镇人民政府", "白石镇"),
        (Organ.DEPARTMENT, "示例市云溪区司法局", "云溪区司法局"),
        (Organ.COUNTY, "示例市云溪区人民政府", "云溪区"),
        (Organ.COMMITTEE, "示例市东湖管理区管理委员会", "东湖管理区"),
        (Organ.CITY, "示例市人民政府", "示例市"),
        (Organ.PROVINCE, "示例省人民政府", "示例省"),
    ],
)
def test_short_names(organ: Organ, full: str, short: str) -> None:
    """The short name is proposed from the full one."""
    assert short_name(organ, full) == short


@pytest.mark.parametrize("organ", Organ)
def test_the_list_of_scope_says_what_is_reported(organ: Organ) -> None:
    """Every 事项 of the list says in brackets what is reported there, be it only what few offices count."""
    answers = begun(organ) | {"数据": {"行政执法": None, "执法队伍": {}}}
    labels = {option.value: option.label for option in at(answers, *GATE).options}
    for label in labels.values():
        assert re.fullmatch(r"[^（）]+（[^（）]+）", label), label
    if organ is Organ.PROVINCE:
        assert labels["简政提速"] == "简政提速（时限压缩率）"
