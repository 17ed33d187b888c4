"""Rules: each finds its fault and is silent on a sound report."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from reports import made

from drafter.blocks import all_spans, plain
from drafter.checks import RULES, Finding, check
from drafter.report import Places
from drafter.wording import compose

SOUND: dict[str, Any] = {
    "报送": {"署名": ["示例市云溪区人民政府清河街道办事处"], "成文日期": "2025年1月16日"},
    "数据": {
        "人民调解": {"调解受理件数": "626", "调解成功件数": "618"},
        "合法性审查": {
            "合法性审查件数": "227",
            "合同审查件数": "178",
            "规范性文件审查件数": "1",
            "其他事项审查件数": "48",
        },
    },
    "不足和原因": [{"标题": "力量不足", "表现": "专职人员少。", "原因": "编制紧"}],
    "第一责任人履职": [{"标题": "带头学法", "内容": "主要负责人带头学法。"}],
    "下一年度安排": [{"标题": "充实力量", "内容": "组织培训4期。"}],
}


def findings(today: dt.date | None = None, **changes: Any) -> list[Finding]:
    """Return what all rules find in a sound report with some keys changed."""
    report = made(**(SOUND | changes))
    return check(report, compose(report), today)


def codes(level: str = "", **changes: Any) -> list[str]:
    """Return the codes of the findings, of one level where it is given."""
    return [finding.code for finding in findings(**changes) if not level or finding.level == level]


def test_a_sound_report_has_neither_errors_nor_warnings() -> None:
    """Only hints about what was not asked remain."""
    assert {finding.level for finding in findings()} == {"提示"}


CASES: list[tuple[str, dict[str, Any], str]] = [
    ("缺项-03", {"搁置": {"信访办理": {"信访件次": "12"}}},
     "“信访办理”是搁置的内容，报告里不写。要写就运行 drafter fill 重新勾上，不要就删去"),
    ("提纲-04", {"主要举措和成效": [{"专题": "矛盾纠纷与基层治理", "内容": "引语。",
        "全文": "受理{调解受理件数}件，成功{调解成功件数}件。"}]},
     "这一节写了“全文”，“内容”“做法”里的报告里不写。请并入“全文”，或者删去“全文”"),
    ("数据-01", {"数据": {"合法性审查": {"合法性审查件数": "230", "合同审查件数": "178", "规范性文件审查件数": "1",
        "决策审查件数": "0", "其他事项审查件数": "48"}}},
     "合法性审查件数填230，各分项相加是227（合同审查件数178＋规范性文件审查件数1＋决策审查件数0＋其他事项审查件数48）。请核对"),
    ("数据-01", {"数据": {"合法性审查": {"合法性审查件数": "100", "合同审查件数": "178"}}},
     "分项（合同审查件数178）相加超过合法性审查件数100。请核对"),
    ("数据-02", {"数据": {"人民调解": {"调解受理件数": "618", "调解成功件数": "626"}}},
     "调解成功件数626大于调解受理件数618。请核对两个数"),
    ("数据-02", {"数据": {"人民调解": {"调解受理件数": "近600", "调解成功件数": "600余"}}}, ""),
    ("数据-03", {"数据": {"人民调解": {"调解受理件数": "837", "调解成功件数": "831", "调解成功率": "99.5%"}}},
     "调解成功率填99.5%，按调解成功件数831÷调解受理件数837应为99.28%。请改数或删去比率"),
    ("数据-04", {"数据": {"政府信息公开": {"公开申请新收件数": "48", "公开申请上年结转件数": "0",
        "公开申请办结件数": "44", "公开申请结转下年件数": "3"}}}, ""),
    ("数据-05", {"数据": {"政府信息公开": {"公开申请上年结转件数": "2"}},
        "上年数据": {"政府信息公开": {"公开申请结转下年件数": 4}}},
     "公开申请上年结转件数填2，上年数据的公开申请结转下年件数是4。请核对"),
    ("数据-05", {"数据": {"政府信息公开": {"公开申请上年结转件数": "2"}},
        "上年数据": {"政府信息公开": {"公开申请结转下年件数": "1,004件"}}},
     "公开申请上年结转件数填2，上年数据的公开申请结转下年件数是1004。请核对"),
    ("数据-06", {"上年数据": {"人民调解": {"调解受理件数": "62", "调解成功件数": "61"}}},
     "调解受理件数本年626，上年62，相差10倍以上。请核对"),
    ("数值-06", {"上年数据": {"人民调解": {"调解受理件数": "600"}}, "主要举措和成效": [{"专题": "矛盾纠纷与基层治理",
        "做法": [{"要点": "推进人民调解", "内容": "受理矛盾纠纷{调解受理件数}件，同比增长12%。"}]}]},
     "26÷上年600应为4.3%，写的是12%。请核对"),
    ("提纲-01", {"数据": {}},
     "“主要举措和成效”还没有内容（规定的内容：上一年度推进法治政府建设的主要举措和成效）。请填写"),
    ("提纲-01", {"数据": {"主要负责人履职": {"主持研究法治次数": "4"}}}, ""),
    ("提纲-01", {"下一年度安排": []}, ""),
    ("提纲-01", {"不足和原因": []}, ""),
    ("提纲-02", {"不足和原因": [{"标题": "力量不足", "表现": "专职人员少。"}]}, "不足“力量不足”没有写原因。请填“原因”"),
    ("提纲-03", {"第一责任人履职": []}, ""),
    ("提纲-03", {"提纲": ["主要举措和成效", "不足和原因", "下一年度安排"], "第一责任人履职": []}, ""),
    ("提纲-04", {"主要举措和成效": [{"专题": "数字法治", "做法": [{"要点": "数字赋能"}]}]}, ""),
    ("缺项-01", {"数据": {"人民调解": {"调解受理件数": "待填"}}},
     "正文里有【待填：调解受理件数】。请补上“人民调解.调解受理件数”"),
    ("缺项-02", {}, ""),
    ("陈述-02", {"数据": {"人民调解": {"调解受理件数": "5", "疑难纠纷件数": "0"}}},
     "疑难纠纷件数填的是没有（0），正文省略不写"),
    ("陈述-04", {"数据": {"应急处置": {"应急演练场次": "0", "开展工作": ["开展应急演练"]}}}, ""),
    ("提纲-05", {"下一年度安排": [{"标题": "充实力量", "对应不足": "力量不够", "内容": "培训4期。"}]},
     "没有标题是“力量不够”的不足。是不是想写“力量不足”？"),
    ("提纲-06", {"不足和原因": [{"标题": "甲", "表现": "一", "原因": "二"}, {"标题": "乙", "表现": "一", "原因": "二"}],
        "下一年度安排": [{"标题": "充实力量", "对应不足": "甲", "内容": "培训4期。"}]}, "不足“乙”没有对应的安排"),
    ("年度-01", {"提纲": [{"主要举措和成效": "2023年推进法治政府建设的主要举措和成效"}, "不足和原因", "第一责任人履职",
        {"下一年度安排": "2025年主要安排"}]},
     "“2023年推进法治政府建设的主要举措和成效”里写的是2023年，应为2024年。请改正"),
    ("年度-02", {"报送": {"成文日期": "2024年1月16日"}}, ""),
    ("年度-02", {"报送": {"成文日期": "2024年11月27日"}}, ""),
    ("单位-01", {"单位": {"类型": "乡镇", "全称": "示例市云溪区人民政府清河街道办事处"}}, ""),
    ("单位-02", {"报送": {"署名": ["示例县黑石镇人民政府"]}}, ""),
    ("单位-03", {"报送": {"标题": "黑石镇2024年法治政府建设年度报告"}}, ""),
    ("单位-04", {"报送": {"主送机关": ["区委", "区政府", "区人大常委会"]}}, ""),
    ("单位-04", {"报送": {"主送机关": ["清河街道"]}}, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "changes", "message"), CASES, ids=[f"{case[0]}-{at}" for at, case in enumerate(CASES)]
)
def test_each_rule_finds_its_fault(code: str, changes: dict[str, Any], message: str) -> None:
    """A report with one fault gets a finding of its rule, with exactly this message where one is given."""
    hits = [finding for finding in findings(**changes) if finding.code == code]
    assert hits
    if message:
        assert hits[0].message == message


@pytest.mark.parametrize(
    "told",
    [
        {"数据": {"人民调解": {"调解受理件数": "无"}}},
        {"数据": {"应急处置": {"开展工作": ["开展应急演练"]}}},
        {"自拟数据": {"巡回审判场次": {"事项": "人民调解", "数": "3", "单位": "场次", "句": "开展巡回审判{数}场次"}}},
        {"主要举措和成效": [{"专题": "数字法治", "全文": "建成一个平台。"}]},
        {"主要举措和成效": [{"标题": "做好试点", "做法": [{"要点": "试点", "内容": "开展试点。"}]}]},
    ],
    ids=["zero", "measure", "own number", "whole section", "own section"],
)
def test_any_achievement_counts(told: dict[str, Any]) -> None:
    """A number, be it none, a measure, an own number, words of the clerk's: then part one is not missing."""
    assert "提纲-01" not in codes(**({"数据": {}} | told))


def test_every_rule_has_a_case() -> None:
    """No rule is without a failing case; those not in the table have a test of their own."""
    codes_of_reports = {code for code in RULES if RULES[code].scope == "report"}
    assert codes_of_reports - {case[0] for case in CASES} == {"陈述-01", "陈述-03", "陈述-05", "年度-03"}


@pytest.mark.parametrize(
    "before",
    [
        {},
        {"调解受理件数": "559"},
        {"调解受理件数": "600余"},
        {"调解受理件数": None},
        {"调解受理件数": "nan"},
        {"调解受理件数": "Infinity"},
        {"没有这个数": "3"},
    ],
)
def test_last_years_numbers_that_say_nothing_else_are_silent(before: dict[str, Any]) -> None:
    """A comparison that fits, an approximate number, none, one that is not known."""
    told = "受理矛盾纠纷{调解受理件数}件，同比增长12%。"
    section = [{"专题": "矛盾纠纷与基层治理", "做法": [{"要点": "推进人民调解", "内容": told}]}]
    found = codes(上年数据={"人民调解": before}, 主要举措和成效=section)
    assert {"数值-06", "数据-05", "数据-06"}.isdisjoint(found)


def test_future_dates_need_today() -> None:
    """成文日期 after today is a hint, and only where the day is known."""
    assert "年度-03" in [f.code for f in findings(dt.date(2025, 1, 10))]
    assert "年度-03" not in [f.code for f in findings(dt.date(2025, 1, 16))]
    assert "年度-03" not in [f.code for f in findings()]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("98.7%", True), ("98.72%", True), ("99%", True), ("98.73%", False), ("98.8%", False), ("约98%", True)],
)
def test_typed_rates_are_judged_at_their_own_precision(typed: str, fits: bool) -> None:
    """618 of 626 is 98.72…%: 98.7 and 99 fit, 98.73 does not; an approximate one is not judged."""
    data = {"人民调解": {"调解受理件数": "626", "调解成功件数": "618", "调解成功率": typed}}
    assert ("数据-03" not in codes(数据=data)) is fits


def test_approximate_numbers_enter_no_sum() -> None:
    """With an approximate part only what it certainly reaches counts."""
    data = {"合法性审查": {"合法性审查件数": "200", "合同审查件数": "约150", "其他事项审查件数": "50"}}
    assert "数据-01" not in codes(数据=data)


def test_a_hint_where_duties_are_folded() -> None:
    """第一责任人 mentioned without a part of its own is only a hint."""
    order = ["主要举措和成效", "不足和原因", "下一年度安排"]
    items = [{"标题": "履职", "内容": "主要负责人履行推进法治建设第一责任人职责。"}]
    found = [f for f in findings(提纲=order, 第一责任人履职=items) if f.code == "提纲-03"]
    assert [finding.level for finding in found] == ["提示"]


def test_own_facts_without_a_sentence_are_not_lost_silently() -> None:
    """自拟数据 that neither prose nor a sentence states are found."""
    own = {"联合检查": {"事项": "执法检查", "数": "12", "单位": "次"}}
    found = [f for f in findings(自拟数据=own) if f.code == "陈述-01"]
    assert [finding.message for finding in found] == ["联合检查填了12，正文没有写到。请在正文里引用 {联合检查}"]


def test_a_fact_stated_twice_is_found() -> None:
    """The rule counts the spans that state a fact."""
    report = made(**SOUND)
    document = compose(report)
    doubled = type(document)((*document.blocks, *document.blocks[1:4]))
    assert "陈述-03" in [finding.code for finding in check(report, doubled)]


def test_findings_know_their_place() -> None:
    """A finding has code, level, file, line, key and source."""
    report = made(**(SOUND | {"数据": {"人民调解": {"调解受理件数": "5", "调解成功件数": "6"}}}))
    report.at(Places("街道.yaml", {("数据", "人民调解", "调解成功件数"): 33}))
    finding = next(f for f in check(report, compose(report)) if f.code == "数据-02")
    assert (finding.level, finding.file, finding.line, finding.key) == (
        "错误", "街道.yaml", 33, "数据.人民调解.调解成功件数",
    )  # fmt: skip
    assert str(finding) == (
        "错误 [数据-02] 第33行 数据.人民调解.调解成功件数：调解成功件数6大于调解受理件数5。请核对两个数"
        "（《党政机关公文处理工作条例》第二十条）"
    )


@pytest.mark.parametrize("code", list(RULES))
def test_rule_pages_are_complete(code: str) -> None:
    """Every rule says what it finds, why, a wrong and a right example, and its source."""
    rule = RULES[code]
    assert all((rule.finds, rule.why, rule.wrong, rule.right, rule.source))
    assert rule.authority in {"法规", "国标", "政策", "实务"}


def test_a_text_that_is_to_come_is_a_gap() -> None:
    """待填 in the place of a text prints as the gap of a number does, and the check names it."""
    report = made(**SOUND | {"不足和原因": [{"标题": "力量不足", "表现": "待填", "原因": "编制紧。"}]})
    document = compose(report)
    assert "【待填】" in plain(all_spans(document))
    assert [found.key for found in check(report, document) if found.code == "缺项-01"] == ["不足和原因.第1项.表现"]
