"""Forms of clauses that depend on what has been said: several following forms, lists that hold a thing and its part."""

from __future__ import annotations

from typing import Any

import pytest
from given import Given

from drafter.blocks import plain
from drafter.report.ledger import Ledger
from drafter.wording.composer import Claims, sentences
from drafter.wording.names import names
from drafter.wording.templates import render

CLOSED = {"诉讼审结件数": "20"}


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (CLOSED, "全年审结一审行政应诉案件20件。"),
        ({"行政诉讼件数": "15", **CLOSED}, "全年新收一审行政应诉案件15件，审结20件。"),
        ({"应诉案件件数": "29", **CLOSED}, "全年办理行政应诉案件29件，审结一审案件20件。"),
        (
            {"应诉案件件数": "29", "行政诉讼件数": "15", **CLOSED},
            "全年办理行政应诉案件29件（其中新收一审15件），审结一审案件20件。",
        ),
        ({"应诉案件件数": "29", "行政诉讼件数": "0"}, "全年办理行政应诉案件29件，无新收一审案件。"),
        ({"行政诉讼件数": "0", "诉讼审结件数": "2"}, "全年审结一审行政应诉案件2件，无新收案件。"),
        ({"应诉案件件数": "0"}, "全年未发生行政应诉案件。"),
    ],
)
def test_the_first_following_form_that_fits(facts: dict[str, Any], text: str) -> None:
    """After a total of all instances the closed cases are called 一审; after new ones of the first they need not be."""
    assert Given("行政应诉", facts).text == text


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"法律文书审查件数": "7"}, "全年审查法律文书7件。"),
        ({"合同审查件数": "7", "法律文书审查件数": "7"}, "全年审查合同7件、法律文书7件。"),
        ({"其他事项审查件数": "48", "法律文书审查件数": "7"}, "全年审查其他涉法事项48件（含法律文书7件）。"),
        ({"其他事项审查件数": "7", "法律文书审查件数": "7"}, "全年审查其他涉法事项7件（均为法律文书）。"),
    ],
)
def test_a_part_stands_within_its_item_or_alone(facts: dict[str, Any], text: str) -> None:
    """A part is named in the brackets of its whole; where the whole was not counted it is an item of its own."""
    assert Given("合法性审查", facts).text == text


@pytest.mark.parametrize(
    ("matter", "facts", "text"),
    [
        (
            "政务服务",
            {"进驻部门个数": "12", "一窗办理事项数": "80"},
            "共有12个部门进驻政务服务场所。实行“一窗”受理办理的政务服务事项80项。",
        ),
        ("规范性文件", {"党内文件报备件数": "3"}, "全年报送党内规范性文件备案3件。"),
        (
            "规范性文件",
            {"清理文件件数": "9", "清理保留件数": "9"},
            "全年清理各类文件9件，均继续有效。",
        ),
        (
            "信访办理",
            {"领导接访批次": "202", "接访现场解决件数": "159"},
            "全年领导干部接访约访202批次，现场解决群众反映的问题159件。",
        ),
        (
            "政府信息公开",
            {"公开申请办理件数": "48", "公开申请办结件数": "44"},
            "全年办理政府信息公开申请48件，办结44件。",
        ),
        (
            "执法监督",
            {"执法监督员人数": "4", "执法投诉件数": "40余"},
            "全年聘任行政执法监督员4名，收到对行政执法的投诉举报40余件。",
        ),
        ("被申请行政复议", {"被复议件数": "18", "被复议撤回件数": "2"}, "全年被申请行政复议18件，由申请人撤回2件。"),
        ("示范村与法律明白人", {"新评市级示范村社数": "4"}, "全年新获评市级民主法治示范村（社区）4个。"),
    ],
)
def test_what_real_reports_count_reads_well(matter: str, facts: dict[str, Any], text: str) -> None:
    """Numbers that the four real reports have and other offices report too, each in a sentence of its own."""
    assert Given(matter, facts).text == text


@pytest.mark.parametrize(
    ("measures", "facts", "text"),
    [
        (("组建基层应急队伍", "开展应急演练"), {}, "组建基层应急队伍，组织应急演练。"),
        (
            ("修订应急预案", "组建基层应急队伍", "落实值班值守", "开展应急演练"),
            {},
            "修订应急预案，组建基层应急队伍。落实应急值班值守制度，组织应急演练。",
        ),
        (
            ("组建基层应急队伍",),
            {"应急演练场次": "18"},
            "组建基层应急队伍。全年组织应急演练18场次。",
        ),
    ],
)
def test_few_measures_make_one_sentence(measures: tuple[str, ...], facts: dict[str, Any], text: str) -> None:
    """Up to three measures of an 事项 stand in one sentence; more keep the sentences of the file, and so do numbers."""
    assert Given("应急处置", facts, measures).text == text


@pytest.mark.parametrize(
    ("matter", "facts", "text"),
    [
        ("司法检察监督", {"检察建议件数": "1", "检察建议回复件数": "1"}, "全年收到检察建议1件，已按期回复。"),
        (
            "法治督察",
            {"督察反馈问题数": "1", "督察整改完成数": "1"},
            "全年收到法治督察、考核、评估反馈问题1个，已完成整改。",
        ),
        (
            "执法办案",
            {"行政处罚件数": "1", "普通程序处罚件数": "1", "罚没金额": "0.5"},
            "全年作出行政处罚决定1件，适用普通程序，罚没金额0.5万元。",
        ),
        ("规范性文件", {"清理文件件数": "1", "清理废止件数": "1"}, "全年清理文件1件，予以废止。"),
        ("办理行政复议", {"复议申请件数": "1", "复议受理件数": "1"}, "全年收到行政复议申请1件，已受理。"),
        ("人民调解", {"调解受理件数": "1", "调解成功件数": "1"}, "全年受理矛盾纠纷1件，已调解成功。"),
        ("公共法律服务", {"村社区数": "1", "顾问村社数": "1"}, "街道有社区（村）1个，已配备法律顾问。"),
        ("被申请行政复议", {"被复议件数": "1", "被复议维持件数": "1"}, "全年被申请行政复议1件，结果为维持或者驳回。"),
        ("重大行政决策", {"集体决策会议次数": "1"}, "全年召开决策会议1次。"),
    ],
)
def test_a_single_thing_is_counted_once(matter: str, facts: dict[str, Any], text: str) -> None:
    """Of one thing the outcome is told without a second 1件, and no word of several is said (均, 共, 各类, 合计)."""
    assert Given(matter, facts).text == text


@pytest.mark.parametrize(
    ("matter", "facts", "text"),
    [
        (
            "行政应诉",
            {"负责人出庭件数": "5", "正职出庭件数": "3", "副职出庭件数": "2"},
            "全年行政机关负责人出庭应诉5件（其中正职3件、副职2件）。",
        ),
        ("行政应诉", {"负责人出庭件数": "5", "副职出庭件数": "5"}, "全年行政机关负责人出庭应诉5件（全部为副职）。"),
        ("行政应诉", {"负责人出庭件数": "1", "正职出庭件数": "1"}, "全年行政机关负责人出庭应诉1件（正职）。"),
        (
            "行政应诉",
            {"负责人出庭件数": "5", "正职出庭件数": "待填", "副职出庭件数": "5"},
            "全年行政机关负责人出庭应诉5件（其中正职【待填：正职出庭件数】件、副职5件）。",
        ),
        (
            "示范村与法律明白人",
            {"民主法治村社数": "4", "市级示范村社数": "4"},
            "现有民主法治示范村（社区）4个（全部为市级）。",
        ),
        (
            "示范村与法律明白人",
            {"法律明白人数": "96", "省级示范村社数": "1", "市级示范村社数": "4"},
            "现有“法律明白人”96名，省级民主法治示范村（社区）1个，市级4个。",
        ),
        ("合法性审查", {"合法性审查件数": "107", "合同审查件数": "107"}, "全年共完成合法性审查107件，均为合同审查。"),
        (
            "政府信息公开",
            {"公开申请上年结转件数": "2", "公开申请办结件数": "2", "公开申请新收件数": "0"},
            "上年结转政府信息公开申请2件，办结2件，无新收申请。",
        ),
        (
            "被申请行政复议",
            {"被复议审结件数": "5", "被复议维持件数": "3", "被复议调撤件数": "2", "被复议撤回件数": "2"},
            "全年被申请行政复议的案件审结5件（其中维持或者驳回3件、申请人撤回2件）。",
        ),
        (
            "行政应诉",
            {"诉讼审结件数": "5", "诉讼败诉件数": "1", "诉讼调撤件数": "2", "诉讼调解件数": "2"},
            "全年审结一审行政应诉案件5件（其中败诉1件、调解2件）。",
        ),
        (
            "规范性文件",
            {"规范性文件制发件数": "1", "及时报备件数": "1"},
            "全年制发行政规范性文件1件，已在规定期限内报备。",
        ),
        ("被申请行政复议", {"被复议件数": "0", "被复议审结件数": "2"}, "全年被申请行政复议的案件审结2件，无新收案件。"),
    ],
)
def test_what_the_things_counted_are(matter: str, facts: dict[str, Any], text: str) -> None:
    """Parts stand behind 其中, a part that is the whole behind 全部为; old cases never contradict 未收到, 未发生."""
    assert Given(matter, facts).text == text


@pytest.mark.parametrize(
    ("matter", "facts", "text"),
    [
        (
            "执法办案",
            {"许可决定件数": "42", "行政处罚件数": "3", "不予处罚件数": "2"},
            "全年作出行政许可决定42件，作出行政处罚决定3件，依法不予行政处罚2件。",
        ),
        ("信访办理", {"领导接访批次": "12", "信访件次": "38"}, "全年领导干部接访约访12批次，办理信访事项38件次。"),
        ("司法检察监督", {"检察建议件数": "9", "司法建议件数": "0"}, "全年收到检察建议9件，未收到司法建议。"),
        (
            "信访办理",
            {"领导接访批次": "12", "信访件次": "38", "信访按期办结件数": "38"},
            "全年领导干部接访约访12批次。办理信访事项38件次，均按期办结。",
        ),
    ],
)
def test_short_numbers_make_one_sentence(matter: str, facts: dict[str, Any], text: str) -> None:
    """Up to three short sentences of one number each are one; a sentence with a clause of its own stays apart."""
    assert Given(matter, facts).text == text


def test_the_year_before_a_short_number() -> None:
    """“2024年，” is no clause of its own: what follows it is joined like what follows 全年."""
    report = Given("执法办案", {"不予许可件数": "2", "不予处罚件数": "3"}).report()
    claims = Claims(report.year, report.places, turn=1)
    wording = render("templates/matters/enforcement_cases.txt", names(report, Ledger(report)))
    assert plain(sentences(wording, claims)) == "2024年，作出不予行政许可决定2件，依法不予行政处罚3件。"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"复议受理件数": "91"}, "全年受理行政复议案件91件。"),
        ({"复议申请件数": "103", "复议受理件数": "91"}, "全年共收到行政复议申请103件，受理91件。"),
        (
            {"复议申请件数": "103", "复议受理件数": "91", "复议不予受理件数": "12"},
            "全年共收到行政复议申请103件，受理91件、不予受理12件。",
        ),
    ],
)
def test_an_empty_following_form(facts: dict[str, Any], text: str) -> None:
    """Where the applications are counted, the list tells what became of them, and the clause of its own is left out."""
    assert Given("办理行政复议", facts).text == text
