"""The menus of typical shortcomings and plans: a place to start from, never a text to keep."""

from __future__ import annotations

from typing import Any

import pytest
from reports import made
from test_compose import found

from drafter.outline import Organ
from drafter.outline.directions import DIRECTIONS
from drafter.outline.parts import PLANS, SHORTCOMINGS
from drafter.questionnaire import AnswerFault, answer, questions, start
from drafter.questionnaire.groups import is_paragraph, parted
from drafter.questionnaire.parts import menu

BEGUN: dict[str, Any] = {
    "单位": {"类型": "街道", "全称": "示例市云溪区人民政府清河街道办事处"},
    "年度": "2024",
    "数据": {"法治宣传": None},
}


def heading(answers: dict[str, Any], part: str) -> Any:
    """Return the question for the heading of the first item of a part."""
    return next(question for question in questions(answers) if question.path == (part, 0, "标题"))


def test_a_number_takes_what_was_offered() -> None:
    """Typing a number, also full-width, takes the offered heading; anything else is the clerk's own."""
    question = heading(BEGUN, SHORTCOMINGS)
    offered = [one for one, _ in menu(BEGUN, SHORTCOMINGS)]
    assert question.read("2") == offered[1]
    assert question.read("３") == offered[2]
    assert question.read("调解员不足") == "调解员不足"
    assert question.read("") is None
    with pytest.raises(AnswerFault, match="没有编号 99，请输入 1 到 8，或者写一句话"):
        question.read("99")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("一是法治力量不足。一人兼职。二是普法不新。", ("法治力量不足", "一人兼职。二是普法不新。")),
        ("法治力量不足\n一人兼职。", ("法治力量不足", "一人兼职。")),
        (f"1.法治力量不足，{'一人兼职' * 10}", ("法治力量不足", "一人兼职" * 10)),
        ("法治力量不足。", None),
        ("法治力量不足，一人兼职", None),
    ],
)
def test_a_paragraph_instead_of_a_heading(typed: str, wanted: tuple[str, str] | None) -> None:
    """A whole paragraph is recognised where a heading belongs, and parted; a stop behind a heading is left out."""
    assert is_paragraph(typed) == (wanted is not None)
    if wanted:
        assert parted(typed) == wanted
    else:
        assert heading(BEGUN, SHORTCOMINGS).read(typed) == typed.rstrip("。")


def test_nothing_to_change_yet() -> None:
    """改1 and 删1 are no headings where nothing was written."""
    with pytest.raises(AnswerFault, match="还没有写过，没有第 1 条可以删"):
        heading(BEGUN, SHORTCOMINGS).read("删1")


@pytest.mark.parametrize("typed", ["无", "没有", "没有了。"])
def test_nothing_more(typed: str) -> None:
    """These words are no heading: there is no further item."""
    assert heading(BEGUN, SHORTCOMINGS).read(typed) == heading(BEGUN, SHORTCOMINGS).read("")


def test_topics_of_the_report_come_first() -> None:
    """The first offer is about a topic that the report tells of, with what has to be written about it."""
    assert heading(BEGUN, SHORTCOMINGS).lines[0].startswith("1. 普法针对性不强（写明")


def test_what_is_taken_is_not_offered_again() -> None:
    """A heading that stands in the file is left out; the plan that answers it comes first."""
    answers = BEGUN | {SHORTCOMINGS: [{"标题": "普法针对性不强"}]}
    assert "普法针对性不强" not in [one for one, _ in menu(answers, SHORTCOMINGS)]
    assert menu(answers, PLANS)[0] == ("推进分众化精准普法", "")


def test_choosing_only_a_heading_leaves_gaps() -> None:
    """What was chosen from the menu prints gaps for the concrete fact and the cause until they are written."""
    state = start(BEGUN)
    while state.here != (SHORTCOMINGS, 0, "标题"):
        question = state.question
        assert question is not None
        state = answer(state, [] if question.kind == "choices" else "是" if question.kind == "yes_no" else "")
    chosen = menu(state.answers, SHORTCOMINGS)[0][0]
    state = answer(state, "1")
    given = found(不足和原因=state.answers[SHORTCOMINGS])
    assert f"（一）{chosen}。【待填：不足的表现】。主要原因是【待填：不足的原因】。" in given


@pytest.mark.parametrize("organ", list(Organ))
def test_every_organ_is_offered_enough(organ: Organ) -> None:
    """Each organ type has at least ten typical shortcomings; every topic has one, and no two are alike."""
    offered = [direction for direction in DIRECTIONS if organ in direction.organs]
    assert len(offered) >= 10
    assert len({direction.topic for direction in DIRECTIONS}) == len(DIRECTIONS) == 13
    assert len({direction.shortcoming for direction in DIRECTIONS}) == len(DIRECTIONS)
    assert made(单位={"类型": organ.value}).organization.organ is organ


def test_what_was_offered_says_what_to_write() -> None:
    """The question on a shortcoming that was offered names it, and says which facts make it concrete."""
    answers = BEGUN | {SHORTCOMINGS: [{"标题": "普法针对性不强"}, {"标题": "自己想的不足" * 5}]}
    asked = {question.path: question for question in questions(answers)}
    first, second = (asked[SHORTCOMINGS, place, "表现"] for place in (0, 1))
    assert first.text == "“普法针对性不强”具体表现在哪里？"
    assert first.hint == "写明对哪些人群效果差、依据什么判断"
    assert second.text == "“自己想的不足自己想的不足自己想的不足自己……”具体表现在哪里？"
    assert second.hint == "写事实和数"
