"""The review papers and the deadlines."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from publishing import TODAY, draft

from drafter import load
from drafter.errors import DrafterError
from drafter.publication import deadlines, draft_of, examined, papers
from drafter.report.workdays import after, calendar
from drafter.writers.profiles import standard

INNER = Path(__file__).parent / "data" / "publish" / "inner.yaml"


def tables(kind: str, **changes: Any) -> dict[str, list[list[str]]]:
    """Return the tables of a paper of a sound report by their captions."""
    given = draft(**changes)
    made = papers(given, examined(given), deadlines(given.report, calendar()), standard())
    return _tables(next(content for name, content in made.items() if kind in name))


def _tables(content: bytes) -> dict[str, list[list[str]]]:
    result: dict[str, list[list[str]]] = {}
    caption = ""
    for item in docx.Document(BytesIO(content)).iter_inner_content():
        if hasattr(item, "rows"):
            result[caption] = [[cell.text for cell in row.cells] for row in item.rows]
        else:
            caption = item.text
    return result


def test_every_item_is_examined_by_itself() -> None:
    """Title, addressee, opening, each section, signature, attachments, metadata: a row each, with boxes to tick."""
    rows = tables("公开审查表", 附件=[{"标题": "数据表", "内容": "见上。"}])["二、逐项审查"]
    names = [row[1] for row in rows[1:]]
    assert names[0].startswith("标题：")
    assert names[1:3] == ["主送机关", "开头"]
    assert [name for name in names if name.startswith("一（一）")]
    assert names[-5:] == ["附件说明", "署名、成文日期", "附件：数据表", "网页上的信息公开属性", "文件名、文件属性"]
    assert all(row[2:5] == ["□无　□有"] * 3 for row in rows[1:])


def test_four_people_sign() -> None:
    """起草人, 审核人, 保密审查人, 主要负责人, each with name and date."""
    rows = tables("公开审查表")["五、签字"]
    assert [row[0] for row in rows[1:]] == ["起草人", "审核人", "保密审查人", "主要负责人"]
    assert all("年" in row[3] and not row[2].strip() for row in rows[1:])


def test_findings_and_waivers_are_in_the_form() -> None:
    """What was found, what was waived and why, waivers that fit nothing."""
    waivers = [
        {"规则": "公开-02", "位置": "公开.内容概述", "理由": "值班电话，已经公开"},
        {"规则": "标点-99", "理由": "没有这一条"},
    ]
    made = tables("公开审查表", 公开={"内容概述": "电话13912345678", "豁免": waivers})
    waived = made["四、豁免（本单位看过、决定保留的）"]
    assert waived[1][0] == "公开-02"
    assert waived[1][3] == "值班电话，已经公开"
    assert waived[2][0] == "标点-99"
    assert any(row[1] == "公开稿-07" for row in made["三、程序检查的意见"])


def test_deadlines_are_in_the_form() -> None:
    """Both, with their basis."""
    rows = dict(row[:2] for row in tables("公开审查表")["一、基本情况"])
    assert rows["报送期限"].startswith("2025年3月1日")
    assert rows["公开期限"].startswith("2025年2月19日")


def test_every_number_has_its_source_and_its_place() -> None:
    """Facts with 科室, line and section; rates with how they were worked out."""
    rows = {row[1]: row for row in tables("数据来源表")["一、数据文件里的数"][1:]}
    assert rows["调解受理件数"][2:4] == ["626件", "司法所"]
    assert rows["调解受理件数"][5] == "一、（一）"
    assert rows["调解成功率"][2:4] == ["98.72%", "程序计算：调解成功件数÷调解受理件数"]


def test_numbers_in_prose_are_listed_too() -> None:
    """With the words around them; their source is left for the clerk to fill in."""
    rows = tables("数据来源表")["二、文字里直接写的数（请填来源）"]
    assert [row[1] for row in rows[1:]] == ["4期"]
    assert "业务培训不少于4期" in rows[1][2]
    assert rows[1][4] == "四、（一）"


def test_the_papers_hold_no_masked_name_and_no_internal_text() -> None:
    """What does not go to the public does not stand in the papers either; withheld numbers are named, not told."""
    given = draft_of(load(INNER).report, TODAY)
    for content in papers(given, examined(given), (), standard()).values():
        text = "\n".join(str(table) for table in _tables(content).values())
        assert "钱大宝" not in text
        assert "孙小武" not in text
        assert "暗" not in text
        assert "143" not in text
    paragraphs = [
        p.text
        for content in papers(given, examined(given), (), standard()).values()
        for p in docx.Document(BytesIO(content)).paragraphs
    ]
    assert any("公开稿没有写的数" in text and "信访件次" in text for text in paragraphs)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (dt.date(2025, 1, 16), 20, dt.date(2025, 2, 19)),  # Spring Festival; 26 January and 8 February are worked
        (dt.date(2025, 3, 3), 20, dt.date(2025, 3, 31)),
        (dt.date(2025, 9, 26), 1, dt.date(2025, 9, 28)),  # a Sunday that is worked
        (dt.date(2024, 2, 9), 1, dt.date(2024, 2, 18)),
        (dt.date(2026, 2, 13), 2, dt.date(2026, 2, 24)),
    ],
)
def test_working_days(day: dt.date, count: int, expected: dt.date) -> None:
    """The day itself does not count; holidays do not, worked weekends do."""
    assert after(day, count, calendar()) == (expected, False)


def test_a_year_without_holidays_is_estimated() -> None:
    """Weekends only, and it is said."""
    day, estimated = after(dt.date(2031, 1, 15), 20, calendar())
    assert (day, estimated) == (dt.date(2031, 2, 12), True)
    given = draft(dt.date(2031, 2, 1), 年度="2030", 报送={"成文日期": "2031年1月15日"})
    assert "估算" in str(deadlines(given.report, calendar())[1])


@pytest.mark.parametrize(
    ("changes", "submit", "publish"),
    [
        ({}, dt.date(2025, 3, 1), dt.date(2025, 2, 19)),
        ({"报送": {"成文日期": "2025年3月20日"}}, dt.date(2025, 3, 1), dt.date(2025, 4, 1)),
        ({"报送": {"成文日期": "2025年3月"}}, dt.date(2025, 3, 1), dt.date(2025, 4, 1)),
        (
            {"公开": {"报送期限": "2025年1月31日", "公开期限": "2025年2月10日"}},
            dt.date(2025, 1, 31),
            dt.date(2025, 2, 10),
        ),
        ({"单位": {"类型": "省级政府", "全称": "示例省人民政府"}}, dt.date(2025, 4, 1), dt.date(2025, 2, 19)),
    ],
)
def test_deadlines(changes: dict[str, Any], submit: dt.date, publish: dt.date) -> None:
    """1 March (provinces 1 April), 20 working days but not later than 1 April, or as the office says."""
    assert [due.day for due in deadlines(draft(**changes).report, calendar())] == [submit, publish]


def test_an_office_may_have_its_own_table(tmp_path: Path) -> None:
    """节假日.yaml beside the data file adds a year or replaces one."""
    (tmp_path / "节假日.yaml").write_text(
        "2025: {放假: [1月17日—1月24日], 上班: []}\n2031: {放假: [1月1日]}\n", encoding="utf-8"
    )
    years = calendar(tmp_path)
    assert after(dt.date(2025, 1, 16), 1, years)[0] == dt.date(2025, 1, 27)
    assert not after(dt.date(2031, 1, 1), 1, years)[1]
    assert 2024 in years


@pytest.mark.parametrize(
    "content",
    ["2025: {放假: [元旦]}", "- 1月1日", "2025: {放假: [2月30日]}", "2025: {放假: [12月30日—1月1日]}", "a: b: c"],
)
def test_a_table_that_cannot_be_read_is_refused(content: str, tmp_path: Path) -> None:
    """With an example of how to write it."""
    (tmp_path / "节假日.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(DrafterError, match="照样子写"):
        calendar(tmp_path)


def test_every_year_of_the_table_names_its_source() -> None:
    """No year without the notice that it is taken from."""
    assert all("国务院办公厅" in year.source for year in calendar().values())
