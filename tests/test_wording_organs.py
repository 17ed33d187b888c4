"""办理行政复议, 法律援助: asked of governments and, of departments, of 司法行政部门 alone, as their full names show."""

from __future__ import annotations

import pytest
from given import Given
from offices import FULL_NAMES

from drafter import compose
from drafter.blocks import Paragraph, plain
from drafter.outline import MATTERS, Organ
from drafter.outline.organs import words
from drafter.report import Report

BODY = "办理行政复议"
AID = "法律援助"

each_of_justice = pytest.mark.parametrize("matter", [BODY, AID])


@each_of_justice
@pytest.mark.parametrize("name", ["示例市云溪区司法局", "示例市司法局", "示例省司法厅"])
def test_justice_departments_are_asked(matter: str, name: str) -> None:
    """A department whose full name ends in 司法局 or 司法厅 is asked what it decides and what aid it gives."""
    assert MATTERS[matter].asked_of(Organ.DEPARTMENT, name)


@each_of_justice
@pytest.mark.parametrize(
    "name", ["示例市云溪区教育局", "示例市公安局", "示例省财政厅", "示例市司法局云溪强制隔离戒毒所", ""]
)
def test_other_departments_are_not_asked(matter: str, name: str) -> None:
    """Any other department is not, nor one of which the name is not known yet."""
    assert not MATTERS[matter].asked_of(Organ.DEPARTMENT, name)


def test_governments_are_asked_whatever_their_name() -> None:
    """省、市、县级政府 are asked by their type; 管委会、街道 and 乡镇 only where they have set up 复议受理点."""
    assert all(MATTERS[BODY].asked_of(organ, FULL_NAMES[organ]) for organ in (Organ.PROVINCE, Organ.CITY, Organ.COUNTY))
    for organ in (Organ.COMMITTEE, Organ.STREET, Organ.TOWN):
        assert not [fact.name for fact in MATTERS[BODY].facts if organ in fact.organs]
        assert [measure.name for measure in MATTERS[BODY].measures if organ in measure.organs] == ["设立复议受理点"]


@pytest.mark.parametrize("organ", list(Organ), ids=[organ.name for organ in Organ])
def test_all_other_matters_go_by_the_type_alone(organ: Organ) -> None:
    """No other 事项 looks at the name of the organ."""
    for matter in MATTERS.values():
        if matter.name not in {BODY, AID}:
            assert matter.asked_of(organ, "示例市云溪区教育局") == (organ in matter.organs)


def test_towns_count_what_they_pass_on() -> None:
    """街道 and 乡镇 give no 法律援助 themselves: they count the applications passed on, and the advice given."""
    for organ in (Organ.STREET, Organ.TOWN):
        assert organ not in MATTERS[AID].organs
        asked = [fact.name for fact in MATTERS["公共法律服务"].facts if organ in fact.organs]
        assert {"援助初审件数", "法律咨询人次"} <= set(asked)


def test_a_justice_bureau_reports_what_it_has_decided() -> None:
    """What a 司法局 fills in stands in the draft like that of a government."""
    given = Given(BODY, {"复议申请件数": "103", "复议受理件数": "91", "复议审结件数": "88"}, organ=Organ.DEPARTMENT)
    assert plain(given.composed()[0]) == "全年共收到行政复议申请103件，受理91件。审结行政复议案件88件。"


@pytest.mark.parametrize(
    ("organ", "name", "upper"),
    [
        (Organ.DEPARTMENT, "示例省司法厅", "省委、省政府"),
        (Organ.DEPARTMENT, "示例自治区司法厅", "自治区党委、自治区政府"),
        (Organ.DEPARTMENT, "示例省示例市司法局", "市委、市政府"),
        (Organ.DEPARTMENT, "示例市人民政府办公室", "市委、市政府"),
        (Organ.DEPARTMENT, "示例自治区示例旗教育局", "旗委、旗政府"),
        (Organ.DEPARTMENT, "示例市云溪区市场监督管理局", "区委、区政府"),
        (Organ.DEPARTMENT, "示例县城市管理局", "县委、县政府"),
        (Organ.DEPARTMENT, "示例县县域经济发展局", "县委、县政府"),
        (Organ.DEPARTMENT, "云溪区市政公用局", "区委、区政府"),
        (Organ.DEPARTMENT, "云溪区政务服务局", "区委、区政府"),
        (Organ.DEPARTMENT, "示例县社区建设局", "县委、县政府"),
        (Organ.TOWN, "示例县石桥乡人民政府", "县委、县政府"),
        (Organ.STREET, "示例市云溪区人民政府清河街道办事处", "区委、区政府"),
        (Organ.CITY, "示例市人民政府", "省委、省政府"),
    ],
)
def test_who_stands_above(organ: Organ, name: str, upper: str) -> None:
    """The name of an organ shows under which 党委 and 政府 it stands."""
    assert words(organ, name)["上级"] == upper


@pytest.mark.parametrize(
    ("organ", "name", "begins"),
    [
        (Organ.DEPARTMENT, "示例县水利局", "2024年，示例县水利局在县委、县政府的坚强领导下，"),
        (Organ.TOWN, "示例县石桥乡人民政府", "2024年，示例县石桥乡人民政府在县委、县政府的坚强领导下，"),
        (Organ.STREET, "示例市云溪区人民政府清河街道办事处", "2024年，街道在区委、区政府的坚强领导下，"),
        (Organ.COUNTY, "示例县人民政府", "2024年，县政府在市委、市政府的坚强领导下，"),
        (Organ.PROVINCE, "示例省人民政府", "2024年，省政府在以习近平同志为核心的党中央坚强领导下，"),
    ],
)
def test_the_opening_names_the_organ(organ: Organ, name: str, begins: str) -> None:
    """Without a short name the opening never begins with 局在 or 镇在; a province names the centre in full."""
    given = {"年度": "2024", "单位": {"类型": organ.value, "全称": name}, "报送": {"成文日期": "2025年1月16日"}}
    opening = next(block for block in compose(Report.model_validate(given)).blocks if isinstance(block, Paragraph))
    text = plain(opening.text)
    assert text.startswith(begins)
    assert ("党中央、国务院决策部署" in text) == (organ is Organ.PROVINCE)
