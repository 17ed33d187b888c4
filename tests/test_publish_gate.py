"""The gate: whatever must not be published is refused, with its place; clean drafts are not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from publishing import SOUND, TODAY, changed, clean, draft, refusals, verdict
from ruamel.yaml import YAML

from drafter import load
from drafter.outline import Organ
from drafter.outline.parts import BY_PARTS, BY_TOPICS
from drafter.publication import RULES, draft_of, examined, waivable, waiver_lines
from drafter.report import Report

ID = "11010519491231002X"
MOBILE = "13912345678"
CARD = "6222021234567890128"
FILES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))
WHOLE = "示例市云溪区人民政府清河街道办事处"


def test_a_sound_report_passes() -> None:
    """Nothing is refused, and nothing but hints is shown."""
    said = verdict()
    assert said.refused == ()
    assert {finding.level for finding in said.shown} == {"提示"}


CLEAN = [(organ, skeleton, seed) for organ in Organ for skeleton in (BY_PARTS, BY_TOPICS) for seed in range(1, 5)]


@pytest.mark.parametrize(("organ", "skeleton", "seed"), CLEAN)
def test_clean_drafts_pass(organ: Organ, skeleton: str, seed: int) -> None:
    """56 drafts of all organ types, both skeletons, with all kinds of facts and measures: none is refused."""
    given = clean(organ, skeleton, seed)
    assert [str(finding) for finding in examined(draft_of(given, TODAY)).refused] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_examples_pass(file: Path) -> None:
    """The examples: none is refused."""
    given = load(file).report
    assert [str(finding) for finding in examined(draft_of(given, dt.date(2026, 11, 1))).refused] == []


def _in_prose(text: str) -> dict[str, Any]:
    return {
        "不足和原因": [{"标题": "专业力量不足", "表现": f"合同审查时限偏紧。{text}", "原因": "专业力量集中在少数岗位"}]
    }


def _in_table(text: str) -> dict[str, Any]:
    return {"附件": [{"标题": "数据表", "表格": {"表题": "数据", "表头": ["项目", "内容"], "行": [["备注", text]]}}]}


def _in_attachment(text: str) -> dict[str, Any]:
    return {"附件": [{"标题": "情况说明", "内容": f"有关情况如下。{text}"}]}


def _in_attachment_title(text: str) -> dict[str, Any]:
    return {"附件": [{"标题": f"情况说明{text}", "内容": "有关情况如下。"}]}


def _in_summary(text: str) -> dict[str, Any]:
    return {"公开": {"内容概述": f"年度报告。{text}"}}


def _in_keywords(text: str) -> dict[str, Any]:
    return {"公开": {"关键词": ["年度报告", text]}}


def _in_site(text: str) -> dict[str, Any]:
    return {"公开": {"网站": {"栏目": f"年度报告{text}"}}}


def _in_file_name(text: str) -> dict[str, Any]:
    return {"公开": {"文件名": f"{{单位}}{{年度}}年报告{text}"}}


def _in_note(text: str) -> dict[str, Any]:
    return {"报送": {"附注": f"联系电话{text}"}}


def _in_data(text: str) -> dict[str, Any]:
    return {"数据": {"示范创建": {"法治荣誉名称": f"先进个人{text}"}}}


def _in_own_sentence(text: str) -> dict[str, Any]:
    own = {"事项": "法治宣传", "数": "3", "单位": "次", "句": f"举办讲座{{数}}次，联系电话{text}"}
    return {"自拟数据": {"讲座次数": own}}


def _in_title(text: str) -> dict[str, Any]:
    return {"公开": {"标题": f"{WHOLE}2024年法治政府建设年度报告{text}"}}


def _in_signature(text: str) -> dict[str, Any]:
    return {"报送": {"署名": [WHOLE, f"联系人{text}"]}}


PLACES = [
    (_in_prose, "不足和原因.第1项.表现"),
    (_in_table, "附件.第1项.表格.行.第1项"),
    (_in_attachment, "附件.第1项.内容"),
    (_in_attachment_title, "附件.第1项.标题"),
    (_in_summary, "公开.内容概述"),
    (_in_keywords, "公开.关键词"),
    (_in_site, "公开.网站（ColumnName）"),
    (_in_file_name, "公开.文件名"),
    (_in_note, "报送.附注"),
    (_in_data, "数据.示范创建.法治荣誉名称"),
    (_in_own_sentence, "自拟数据.讲座次数.句"),
    (_in_title, "公开.标题"),
    (_in_signature, "报送.署名"),
]


@pytest.mark.parametrize(("planted", "key"), PLACES, ids=[key for _, key in PLACES])
@pytest.mark.parametrize(("text", "code"), [(MOBILE, "公开-02"), (ID, "公开-01"), (CARD, "公开-03")])
def test_personal_data_is_refused_wherever_it_stands(planted: Any, key: str, text: str, code: str) -> None:
    """Mobile number, ID and bank card, in every place that is published."""
    assert (code, key) in refusals(**planted(text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("查获车辆沪A12345。", "公开-04"),
        ("居民家住幸福路12号3幢201室。", "公开-05"),
        ("申请人王小明不服处罚决定。", "公开-06"),
        ("（2024）沪0115行初123号张三诉镇政府案已审结。", "公开-10"),
        ("以上报告妥否，请批示。", "文种-01"),
    ],
)
def test_other_kinds_are_refused(text: str, code: str) -> None:
    """Plates, addresses, names of parties, case numbers with names, 请示."""
    assert (code, "不足和原因.第1项.表现") in refusals(**_in_prose(text))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"数据": {"法治宣传": {"普法活动场次": "待填"}}}, ("缺项-01", "数据.法治宣传.普法活动场次")),
        (_in_prose("【待确认】还有短板。"), ("缺项-01", "不足和原因.第1项.表现")),
        ({"报送": {"成文日期": "2025年1月"}}, ("公开稿-02", "报送.成文日期")),
        ({"报送": {"发文字号": "示街办〔2025〕号"}}, ("公开稿-02", "报送.发文字号")),
        ({"报送": {"成文日期": "2025年1月21日"}}, ("年度-03", "报送.成文日期")),
        ({"年度": "2023"}, ("年度-02", "报送.成文日期")),
        ({"报送": {"署名": ["示例市云溪区人民政府松林街道办事处"]}}, ("单位-02", "报送.署名")),
        ({"公开": {"标题": "清河街道2023年法治政府建设年度报告"}}, ("公开稿-04", "公开.标题")),
        ({"公开": {"标题": "松林街道2024年法治政府建设年度报告"}}, ("公开稿-04", "公开.标题")),
        ({"公开": {"文件名": "清河街道2023年法治政府建设年度报告"}}, ("公开稿-04", "公开.文件名")),
        ({"公开": {"发布日期": "2025年1月10日"}}, ("公开稿-04", "公开.发布日期")),
        ({"公开": {"发文字号": "示街办〔2024〕3号"}}, ("公开稿-04", "公开.发文字号")),
        (_in_prose("【内部 不成对】"), ("公开稿-05", "不足和原因.第1项.表现")),
        ({"公开": {"隐名": {"张": "某"}}}, ("公开稿-06", "公开.隐名")),
        ({"公开": {"隐名": {"张三": "张三某"}}}, ("公开稿-06", "公开.隐名")),
        ({"不足和原因": [{**SOUND["不足和原因"][0], "内部": "是"}]}, ("公开稿-03", "不足和原因")),
        (
            {"数据": {"人民调解": {"调解受理件数": "600", "调解成功件数": "618"}}},
            ("数据-02", "数据.人民调解.调解成功件数"),
        ),
    ],
)
def test_what_is_not_finished_or_not_consistent_is_refused(changes: dict[str, Any], refusal: tuple[str, str]) -> None:
    """Gaps, marks, open dates, another year, another organ, 错误 of any rule."""
    assert refusal in refusals(**changes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"数据": {"法治宣传": {"普法活动场次": "待填"}}}, "缺项-01"),
        (_in_prose("【待确认】还有短板。"), "缺项-01"),
        (_in_prose("【内部 不成对】"), "公开稿-05"),
    ],
)
def test_what_is_open_cannot_be_waived(changes: dict[str, Any], code: str) -> None:
    """A blank on the website, or internal words behind a broken mark, serve nobody; the waiver is called idle."""
    said = verdict(**changes, 公开={"豁免": [{"规则": code, "理由": "看过了"}]})
    assert code in [finding.code for finding in said.refused if not waivable(finding)]
    assert [(idle.rule, idle.reason) for idle in said.idle] == [(code, "看过了")]
    group = verdict(**changes, 公开={"豁免": [{"规则": code.partition("-")[0], "理由": "看过了"}]})
    assert code in [finding.code for finding in group.refused]


@pytest.mark.parametrize(
    "changes",
    [
        _in_prose("【内部：电话13912345678】"),
        {"下一年度安排": [*SOUND["下一年度安排"], {"标题": "安排", "内容": "待定【待填：数】件。", "内部": "是"}]},
        _in_attachment("") | {"附件": [{"标题": "名单", "内容": f"电话{MOBILE}", "内部": "是"}]},
        _in_prose("申请人王小明不服处罚决定。") | {"公开": {"隐名": {"王小明": "王某某"}}},
    ],
)
def test_what_is_not_published_is_not_refused(changes: dict[str, Any]) -> None:
    """Personal data and gaps in internal text, and names that are masked, do no harm."""
    assert refusals(**changes) == []


MARKS = ("机密★1年", "绝 密 ★ 长期", "秘密☆")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("planted", [planted for planted, _ in PLACES if planted is not _in_own_sentence])
def test_a_secrecy_mark_is_refused_and_not_repeated(planted: Any, mark: str) -> None:
    """Wherever it stands; nothing else is said, and it cannot be waived."""
    changes = planted(f"暗语{mark}")
    waiver = {"规则": "公开稿-01", "理由": "看过了"}
    changes["公开"] = {**changes.get("公开", {}), "豁免": [waiver, {"规则": "公开", "理由": "看过了"}]}
    said = verdict(**changes)
    assert {finding.code for finding in said.refused} == {"公开稿-01"}
    assert said.secret
    assert said.shown == ()
    told = "".join(map(str, said.refused))
    assert "暗语" not in told
    assert mark not in told
    assert all(finding.key for finding in said.refused)
    assert not any(map(waivable, said.refused))


def test_a_mark_in_internal_text_is_refused_too() -> None:
    """What is secret may not be in the file at all."""
    assert [code for code, _ in refusals(**_in_prose("【内部：机密★1年】"))] == ["公开稿-01"]


REFUSED = [
    _in_prose(f"电话{MOBILE}。"),
    _in_summary(MOBILE),
    _in_table(MOBILE),
    _in_site(MOBILE),
    _in_prose("以上报告妥否，请批示。"),
    {"报送": {"成文日期": "2025年1月21日"}},
    {"公开": {"标题": "清河街道2023年法治政府建设年度报告"}},
]


@pytest.mark.parametrize("changes", REFUSED)
def test_the_lines_that_are_shown_waive(changes: dict[str, Any]) -> None:
    """With the lines of every refusal and a reason in the file, the report passes; without a reason it does not."""
    before = verdict(**changes).refused
    assert before
    lines = [YAML(typ="safe").load("\n".join(waiver_lines(finding))) for finding in before]
    waivers = [entry for line in lines for entry in line["公开"]["豁免"]]
    unreasoned = {**changes.get("公开", {}), "豁免": waivers}
    assert verdict(**{**changes, "公开": unreasoned}).refused == before
    reasoned = {**unreasoned, "豁免": [{**waiver, "理由": "已经公开的值班电话"} for waiver in waivers]}
    after = verdict(**{**changes, "公开": reasoned})
    assert after.refused == ()
    assert {finding.code for finding, _ in after.waived} >= {finding.code for finding in before}


def test_a_waiver_holds_for_its_place_only() -> None:
    """The same fault elsewhere is still refused; a waiver that fits nothing is named."""
    waiver = {"规则": "公开-02", "位置": "公开.内容概述", "理由": "值班电话"}
    said = verdict(**_in_prose(MOBILE) | {"公开": {"豁免": [waiver]}})
    assert [finding.code for finding in said.refused] == ["公开-02"]
    assert [entry.rule for entry in said.idle] == ["公开-02"]


def test_every_refusal_names_rule_place_and_source() -> None:
    """What, where, by which rule."""
    for changes in REFUSED:
        for finding in verdict(**changes).refused:
            assert finding.code
            assert finding.source
            assert finding.message
            assert finding.key or finding.words or finding.paragraph


def test_the_future_is_a_matter_of_the_day() -> None:
    """成文日期 after today is refused, on the day itself it is not."""
    assert verdict(dt.date(2025, 1, 15)).refused[0].code == "年度-03"
    assert verdict(dt.date(2025, 1, 16)).refused == ()


def test_the_waived_are_kept_apart() -> None:
    """A report with nothing waived says so."""
    assert draft().report == Report.model_validate(changed(SOUND))
    assert verdict().waived == ()


@pytest.mark.parametrize("code", list(RULES))
def test_every_rule_of_the_gate_has_its_page(code: str) -> None:
    """Nothing on it is empty."""
    rule = RULES[code]
    assert all((rule.finds, rule.why, rule.wrong, rule.right, rule.source, rule.authority))
