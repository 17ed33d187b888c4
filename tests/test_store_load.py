"""Loading: the example of the design, the five states, misspelt keys at every depth, names that have changed, speed."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.facts import NOT_APPLICABLE, PENDING, Chosen, Names, Number, Rate, Text
from drafter.outline import Organ
from drafter.report import spelled
from drafter.report.fields import SignDate
from drafter.store import load
from drafter.store.check import check
from drafter.store.tree import parse

EXAMPLE = Path(__file__).parent / "data" / "store" / "street.yaml"
HEAD = "年度: 2024\n单位:\n  类型: 街道\n"


def test_head_of_the_example_is_read() -> None:
    """Year, organ, submission, layout, order of the example of the design."""
    report = load(EXAMPLE).report
    assert (report.year, report.organization.organ) == (2024, Organ.STREET)
    assert report.organization.superior == "区委、区政府"
    assert report.submission.addressees == ["中共云溪区委员会", "云溪区人民政府"]
    assert report.submission.date == SignDate(2025, 1, 16)
    assert (report.submission.sealed, report.layout.closing) == (True, "无")
    assert list(report.order) == ["主要举措和成效", "不足和原因", "第一责任人履职", "下一年度安排"]
    assert (report.opening.effects, report.opening.text) == ("", "")


def test_facts_of_the_example_are_read() -> None:
    """Exact, approximate, pending numbers; measures with and without detail; a number of one's own."""
    report = load(EXAMPLE).report
    mediation = report.data.people_mediation
    assert mediation.dispute_handled_count == Number("626", Decimal(626))
    assert mediation.dispute_amount == Number("705.765", Decimal("705.765"))
    assert mediation.mediation_success_rate is None
    assert mediation.measures == {
        "推行多所联动调处": Chosen(),
        "设立个人调解室": Chosen(Text("“清河老娘舅”调解室")),
    }
    publicity = load(EXAMPLE).report.data.legal_publicity
    values = [getattr(publicity, name) for name in type(publicity).model_fields]
    assert Number("1.5万", Decimal(15000), after="余") in values
    assert PENDING in values
    own = report.own_facts["综合查一次检查次数"]
    assert (own.matter, own.number, own.unit) == ("执法检查", Number("12", Decimal(12)), "次")


def test_parts_of_the_example_are_read() -> None:
    """The texts of the five parts, with references and the place of the numbers left as they are."""
    report = load(EXAMPLE).report
    section = report.achievements[0]
    assert section.topic == "矛盾纠纷与基层治理"
    assert section.actions[0].matter == ["人民调解"]
    assert section.actions[0].content.splitlines()[1] == "{数据}"
    assert report.shortcomings[0].cause.startswith("法治岗位编制少")
    assert [item.matters for item in report.duties] == [["理论学法"], ["统筹部署"]]
    assert report.plans[0].answers == report.shortcomings[0].heading
    assert (report.others, report.attachments, report.publication.waivers) == ([], [], [])


def test_every_entry_of_the_example_has_its_line() -> None:
    """Places hold the line of each key and of each item, counted from 1."""
    file = load(EXAMPLE)
    lines = file.text.splitlines()
    assert len(file.report.places.lines) > 90
    for path, line in file.report.places.lines.items():
        last = path[-1]
        assert ("- " in lines[line - 1] or "[" in lines[line - 1]) if isinstance(last, int) else last in lines[line - 1]
    assert file.report.places.line(("数据", "人民调解", "调解成功件数")) == 56
    assert file.report.places.line(("不足和原因", 0, "没有的")) == file.report.places.line(("不足和原因", 0))


def test_five_states_of_a_fact() -> None:
    """Value, zero, absent, to come, not applicable; a typed rate; a list and its zero."""
    text = HEAD + (
        "数据:\n  人民调解:\n    调解受理件数: 无\n    疑难纠纷件数:\n    邻里纠纷件数: ~\n    物业纠纷件数: 待填\n"
        "    调解员人数: 不适用\n    调解成功率: 98.72%\n    调解涉及人次: 300余人次\n"
        "  规范性文件:\n    制度文件名称: [甲办法, 《乙规定》]\n  数字政府:\n    数字平台名称: 无\n"
    )
    data = check(text, "a.yaml").report.data
    mediation = data.people_mediation
    assert mediation.dispute_handled_count == Number("0", Decimal(0))
    assert (mediation.hard_dispute_count, mediation.neighbour_dispute_count) == (None, None)
    assert (mediation.property_dispute_count, mediation.mediator_count) == (PENDING, NOT_APPLICABLE)
    assert mediation.mediation_success_rate == Rate("98.72", Decimal("98.72"))
    assert mediation.dispute_people_count == Number("300", Decimal(300), after="余")
    named = [value for name in type(data).model_fields for value in dict(getattr(data, name)).values()]
    assert Names(("《甲办法》", "《乙规定》")) in named


def test_empty_keys_are_absent_ones() -> None:
    """Any key but the few that a report cannot do without may stand empty, or as 无 where a list belongs."""
    report = load(EXAMPLE).report
    empty = HEAD + "".join(
        f"{key}:\n"
        for key in ("报送", "版式", "提纲", "开头", "数据", "自拟数据", "主要举措和成效", "不足和原因", "公开", "附件")
    )
    blank = check(empty, "a.yaml").report
    assert blank.layout == report.layout
    assert blank.publication.waivers == []
    nested = HEAD + "版式:\n  骨架:\n  结束语:\n报送:\n  盖章:\n  主送机关:\n其他事项: 无\n公开:\n  隐名:\n单位名: \n"
    assert check(nested.replace("单位名: \n", ""), "a.yaml").report.submission.sealed is True
    with pytest.raises(InputError, match="没有“单位名”这一项"):
        check(nested, "a.yaml")


@pytest.mark.parametrize(
    ("body", "key", "hint"),
    [
        ("报颂:\n  盖章: 是\n", "报颂", "报送"),
        ("报送:\n  成文日: 2025年1月\n", "报送.成文日", "成文日期"),
        ("公开:\n  发布机关: 甲\n", "公开.发布机关", "发布机构"),
        ("数据:\n  信访办里:\n    信访件次: 3\n", "数据.信访办里", "信访办理"),
        ("数据:\n  信访办理:\n    信访件数: 3\n", "数据.信访办理.信访件数", "信访件次"),
        ("数据:\n  信访办理:\n    开展工做:\n", "数据.信访办理.开展工做", "开展工作"),
        ("数据:\n  信访办理:\n    开展工作:\n      - 化解信仿积案\n", "数据.信访办理.开展工作.第1项", "化解信访积案"),
        ("主要举措和成效:\n  - 专提: 行政执法\n    标题: 甲\n", "主要举措和成效.第1项.专提", "专题"),
        ("主要举措和成效:\n  - 专题: 行政执发\n", "主要举措和成效.第1项.专题", "行政执法"),
        ("附件:\n  - 标题: 甲\n    表格:\n      表投: 乙\n", "附件.第1项.表格.表投", "表头"),
        ("公开:\n  豁免:\n    - 规则: 甲\n      理由: 乙\n      位制: 丙\n", "公开.豁免.第1项.位制", "位置"),
        ("自拟数据:\n  甲次数:\n    事项: 执法检查\n    单为: 次\n", "自拟数据.甲次数.单为", "单位"),
        ("提纲:\n  - 下一年度按排: 甲\n", "提纲.第1项", "下一年度安排"),
    ],
)
def test_misspelt_name_gets_the_nearest_one(body: str, key: str, hint: str) -> None:
    """At every depth of the file."""
    with pytest.raises(InputError) as caught:
        check(HEAD + body, "a.yaml")
    (fault,) = caught.value.faults
    assert fault.key == key
    assert f"“{hint}”" in fault.remedy


def test_english_names_of_the_model_are_no_keys() -> None:
    """The names that the program uses inside are not a second spelling of the keys."""
    with pytest.raises(InputError, match="没有“year”这一项"):
        check(HEAD + "year: 2024\n", "a.yaml")


def test_retired_name_is_read_under_its_new_name() -> None:
    """A fact that was renamed keeps loading; other places with that word are not touched."""
    tree = parse(HEAD + "数据:\n  人民调解:\n    旧名: 5\n开头:\n  旧名: 6\n", {"旧名": "调解受理件数"})
    assert tree.renamed == {"旧名": "调解受理件数"}
    entry = tree.root.find(("数据", "人民调解", "调解受理件数"))
    assert entry is not None
    assert (entry.value.text, entry.line) == ("5", 6)
    assert tree.root.find(("开头", "旧名")) is not None


def test_paths_are_spelled_for_people() -> None:
    """Items are counted from one."""
    assert spelled(("主要举措和成效", 0, "做法", 1, "内容")) == "主要举措和成效.第1项.做法.第2项.内容"


def test_a_long_file_loads_quickly() -> None:
    """Three hundred lines take well below a tenth of a second (the best of five, for machines that are busy)."""
    items = "".join(
        f"  - 标题: 第{number}条\n    内容: |\n      统筹用好司法所力量。\n      全年培训{number}期。\n"
        for number in range(45)
    )
    text = EXAMPLE.read_text(encoding="utf-8").replace("其他事项: []\n", f"其他事项:\n{items}")
    assert text.count("\n") > 300
    times = []
    for _ in range(5):
        start = time.perf_counter()
        check(text, "a.yaml")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1
