"""The five states of a fact as the sentences of wording files show them: a test per cell, and the rules of rates."""

from __future__ import annotations

from typing import Any

import pytest
from given import Given
from wording_cases import stated_facts

MEDIATION = {"调解受理件数": "626", "调解涉及金额": "705.765", "调解成功件数": "618"}


def text(matter: str, elsewhere: dict[str, Any] | None = None, **facts: Any) -> str:
    """Return the sentences of a matter with some facts."""
    return Given(matter, facts, elsewhere=elsewhere or {}).text


def mediation(**changes: Any) -> str:
    """Return the sentences on 人民调解 with three facts, some of them changed."""
    return text("人民调解", **{**MEDIATION, **changes})


def test_a_value_is_stated() -> None:
    """A value is stated, with the characters that the clerk wrote."""
    assert mediation() == "全年共受理各类矛盾纠纷626件，涉及金额705.765万元，调解成功618件，调解成功率98.72%。"
    assert "1,626件" in mediation(调解受理件数="1,626")
    assert "金额3654.020万元" in mediation(调解涉及金额="3654.020")


@pytest.mark.parametrize("none", ["0", "无"])
def test_zero_is_left_out(none: str) -> None:
    """A fact that is known to be none falls out of its sentence and out of enumerations; no 0 is printed."""
    assert "0" not in mediation(调解涉及金额=none).replace("705", "")
    assert "涉及" not in mediation(调解涉及金额=none)
    listed = mediation(婚姻家庭纠纷件数="21", 邻里纠纷件数=none, 物业纠纷件数="32")
    assert "婚姻家庭纠纷21件、物业纠纷32件" in listed


@pytest.mark.parametrize("none", ["0", "无"])
def test_zero_has_a_sentence_where_the_file_gives_one(none: str) -> None:
    """Where all numbers of a sentence are none and the file has words for it, these state the zeros."""
    given = Given("行政应诉", {"行政诉讼件数": none}, elsewhere={"被复议件数": none})
    assert given.text == "全年未发生行政复议、行政诉讼案件。"
    assert stated_facts(given.composed()[0]) == ["被复议件数", "行政诉讼件数"]
    assert text("行政应诉", 行政诉讼件数=none) == "全年未发生行政诉讼案件。"
    assert text("被申请行政复议", 被复议件数=none) == "全年未发生行政复议案件。"
    assert "未发生因调解不当引发的民转刑案件" in mediation(民转刑案件数=none)


def test_two_zeros_of_two_matters_are_stated_once() -> None:
    """Where neither 行政复议 nor 行政诉讼 happened, one sentence says so: the other matter leaves it to that one."""
    assert text("被申请行政复议", {"行政诉讼件数": "0"}, 被复议件数="0") == ""


def test_some_zeros_make_no_zero_sentence() -> None:
    """A zero beside a value says nothing of the value."""
    both = text("行政应诉", {"被复议件数": "3"}, 行政诉讼件数="0")
    assert both == "全年未发生行政诉讼案件。"
    assert "未发生" not in text("行政应诉", 行政诉讼件数="22")


def test_an_absent_fact_is_gone() -> None:
    """The clause of a fact that is not reported is gone, and the next one takes the form that it needs."""
    absent = None
    assert text("人民调解", 调解受理件数="626") == mediation(调解涉及金额=absent, 调解成功件数=absent)
    assert mediation(调解受理件数=absent) == "受理的矛盾纠纷涉及金额705.765万元，调解成功618件。"
    assert mediation(调解成功件数=absent) == "全年共受理各类矛盾纠纷626件，涉及金额705.765万元。"
    assert mediation(调解受理件数=absent, 调解涉及金额=absent) == "全年成功调解各类矛盾纠纷618件。"


def test_nothing_gives_no_sentence() -> None:
    """Without any fact there is no sentence."""
    assert text("人民调解") == ""
    assert mediation(调解受理件数=None, 调解涉及金额="不适用", 调解成功件数=None) == ""


def test_a_fact_to_come_is_a_gap() -> None:
    """待填 prints 【待填：名称】 before its 量词; the fact counts as stated, and its span is a gap."""
    given = Given("人民调解", MEDIATION | {"调解成功件数": "待填"})
    assert given.text == "全年共受理各类矛盾纠纷626件，涉及金额705.765万元，调解成功【待填：调解成功件数】件。"
    assert [span.text for span in given.composed()[0] if span.kind == "gap"] == ["【待填：调解成功件数】"]
    assert "调解成功件数" in stated_facts(given.composed()[0])


def test_names_and_rates_to_come_are_gaps() -> None:
    """待填 prints the same for a list of names and for a typed rate."""
    assert "【待填：学法篇目】" in text("理论学法", 学法篇目="待填")
    assert "调解成功率【待填：调解成功率】。" in mediation(调解成功率="待填")


def test_a_detail_to_come_is_a_gap() -> None:
    """待填 as the detail of a measure prints 【待填：做法】; a measure without a detail reads well without it."""
    measure = "培训人民调解员"
    assert "【待填：培训人民调解员】期。" in Given("人民调解", {}, (measure,), {measure: "待填"}).text
    assert Given("人民调解", {}, (measure,)).text == "加强人民调解员业务培训。"


def test_what_does_not_apply_is_gone() -> None:
    """不适用 takes its clause along and counts as none in the parts of a rate that are sums."""
    assert mediation(调解涉及金额="不适用") == "全年共受理各类矛盾纠纷626件，调解成功618件，调解成功率98.72%。"
    whole = {"人大建议件数": "20", "建议提案办结件数": "19"}
    assert "95%" in text("人大政协监督", 政协提案件数="不适用", **whole)
    assert "%" not in text("人大政协监督", **whole)


@pytest.mark.parametrize("state", ["待填", "600余", "近600", "约600", "超600", "600多"])
@pytest.mark.parametrize("name", ["调解受理件数", "调解成功件数"])
def test_no_rate_of_what_is_not_exact(name: str, state: str) -> None:
    """A number to come or an approximate one enters no rate."""
    assert "率" not in mediation(**{name: state})


@pytest.mark.parametrize(
    ("state", "printed"),
    [
        ("600余", "600余件"),
        ("近600", "近600件"),
        ("约541", "约541件"),
        ("1.5万余", "1.5万余件"),
        ("8000多件", "8000多件"),
    ],
)
def test_approximate_numbers(state: str, printed: str) -> None:
    """余 and 多 stand between number and 量词, 近 and 约 before the number."""
    assert f"矛盾纠纷{printed}，" in mediation(调解受理件数=state)


def test_a_computed_rate_needs_a_part_beside_it() -> None:
    """Where prose has stated both parts of a rate, the rate is not stated alone; beside one of them it is."""
    facts = {name: MEDIATION[name] for name in ("调解受理件数", "调解成功件数")}
    assert Given("人民调解", facts, claimed=frozenset(facts)).text == ""
    assert Given("人民调解", facts, claimed=frozenset({"调解受理件数"})).text.endswith("调解成功率98.72%。")
    assert "98.72%" in mediation()


@pytest.mark.parametrize(("part", "whole", "stated"), [("8", "9", False), ("9", "10", True), ("1", "10", True)])
def test_no_rate_on_a_small_number(part: str, whole: str, *, stated: bool) -> None:
    """Below ten the two counts say more than a percentage."""
    assert ("%" in mediation(调解成功件数=part, 调解受理件数=whole)) is stated


def test_a_rate_is_never_rounded_to_all_or_nothing() -> None:
    """What is not quite 100 % (or not quite 0 %) is not printed as 100 % (or 0 %)."""
    assert mediation(调解成功件数="19999", 调解受理件数="20000").endswith("调解成功率99.995%。")
    assert mediation(调解成功件数="99999", 调解受理件数="100000").endswith("调解成功率99.999%。")
    assert mediation(调解成功件数="1", 调解受理件数="100000").endswith("调解成功率0.001%。")


def test_a_whole_rate() -> None:
    """All are said in a word, else 100 % without decimals; otherwise two decimals at most, and no zeros trail."""
    assert mediation(调解成功件数="626").endswith("均调解成功。")
    assert Given("行政应诉", {"诉讼审结件数": "20", "诉讼败诉件数": "20"}).text.endswith("败诉率100%。")
    assert "调解成功率87.5%。" in mediation(调解成功件数="70", 调解受理件数="80")


def test_no_rate_of_more_than_all() -> None:
    """A part that exceeds its whole gives no rate."""
    assert "率" not in mediation(调解成功件数="627")


def test_a_typed_rate_is_printed() -> None:
    """A rate that was typed is printed as it was typed, alone or beside its parts, also where it could be computed."""
    assert text("人民调解", 调解成功率="98.72%") == "矛盾纠纷调解成功率达98.72%。"
    assert text("人民调解", 调解成功率="62.5%") == "矛盾纠纷调解成功率62.5%。"
    assert mediation(调解成功率="98.70%").endswith("调解成功率98.70%。")
    assert mediation(调解受理件数="600余", 调解成功率="98%").endswith("调解成功率98%。")


@pytest.mark.parametrize(("typed", "reached"), [("89.99%", False), ("90%", True), ("100%", True)])
def test_a_high_rate_is_reached(typed: str, *, reached: bool) -> None:
    """达 is said of 90 % and more, of nothing below."""
    assert ("率达" in text("人民调解", 调解成功率=typed)) is reached


def test_all_of_them() -> None:
    """均 is said where a part is exactly the whole and more than one, and states the part; otherwise the number is."""
    due = {"应出庭件数": "11", "负责人出庭件数": "11"}
    spans = Given("行政应诉", due).composed()[0]
    assert "均" in Given("行政应诉", due).text
    assert stated_facts(spans).count("负责人出庭件数") == 1
    assert "10件" in Given("行政应诉", due | {"负责人出庭件数": "10"}).text
    assert "均" not in Given("行政应诉", due | {"负责人出庭件数": "10"}).text
    assert "均" not in Given("行政应诉", due | {"应出庭件数": "11余"}).text
    assert "均" not in Given("行政应诉", {"负责人出庭件数": "11"}).text
    assert "均" not in Given("行政应诉", {"应出庭件数": "1", "负责人出庭件数": "1"}).text
