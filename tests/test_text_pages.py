"""One report in the looks that web pages, copying and converting give it: it is read the same and nothing is found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from drafter.checks.text import Line, check_text, subject_of_lines
from drafter.readers.text import read_lines

if TYPE_CHECKING:
    from drafter.checks.text import TextSubject

BASE = Path(__file__).resolve().parent / "data" / "rules" / "seen" / "base.txt"
REPORT = BASE.read_text(encoding="utf-8").replace("<年>", "2024").replace("<次年>", "2025")
METADATA = (
    "- 索 引 号： sm09901\n- 备注/文号： 云青街办〔2025〕5号\n- 发布机构： 青石街道办事处\n- 生成日期： 2025-01-16\n",
    "[ 索引号 ] 115002297/2026-00004\n[ 发文字号 ] 云青街办〔2025〕3号\n[ 成文日期 ] 2025-01-16\n[ 有效性 ] 有效\n",
    "首页 > 政务公开 > 街道\n",
)
BELOW = (
    "时间：2025-01-16 15:36 浏览量：1\n",
    "- 日期：2025-01-16\n-\n大\n中\n小\n- 分享到：\n",
    "来源：青石街道 字体：[大 中 小] 【打印】 【关闭】\n",
)


def subject(text: str) -> TextSubject:
    """Return the subject of a text."""
    return subject_of_lines([Line(line) for line in text.splitlines()])


def seen(made: TextSubject) -> tuple[object, ...]:
    """Return what rules go by: title, organ, year, date, roles of the parts, number of sections."""
    roles = [part.role for part in made.parts]
    return made.title, made.organ, made.year, made.date, roles, len(list(made.sections()))


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("above", METADATA)
def test_what_a_page_puts_around_is_no_part_of_the_report(above: str, below: str) -> None:
    """Metadata above the title, counters and buttons below it: no finding but what would be found without them."""
    title, rest = REPORT.split("\n", 1)
    page = subject(f"{above}{title}\n{below}{rest}主办单位：云溪区人民政府　网站标识码：1234567890\n")
    assert seen(page) == seen(subject(REPORT))
    assert [str(f) for f in check_text(page) if f.level != "提示"] == []


@pytest.mark.parametrize("metadata", METADATA[:2])
def test_metadata_without_a_title_are_no_text(metadata: str) -> None:
    """A page whose title was not copied: the report begins with 主送机关."""
    page = subject(metadata + REPORT.split("\n", 1)[1])
    assert [p.kind for p in page.paragraphs[:6]].count("furniture") == 4
    assert page.paragraphs[4].kind == "addressee"


def test_the_organ_above_a_title_that_begins_with_the_year_belongs_to_it() -> None:
    """“某某局”, and below it “2025年法治政府建设报告”."""
    made = subject(
        "云溪区应急管理局\n2025年法治政府建设报告\n2025年，区应急管理局推进依法行政。\n一、主要举措\n开展学法。"
    )
    assert made.title == "云溪区应急管理局2025年法治政府建设报告"


def test_this_year_in_a_report_to_a_meeting_is_the_year_of_the_meeting() -> None:
    """“今年” in a report that was given in 2023 on the year 2022 means 2023."""
    made = subject(
        "云溪区人民政府关于2022年法治政府建设情况的报告\n（2023年5月30日在区人大常委会第二次会议上）\n区人大常委会：\n"
        "2022年，推进法治政府建设。根据今年的监督计划，现报告如下：\n一、2022年主要工作\n开展学法。"
    )
    assert [f.message for f in check_text(made) if f.code == "年份-09"] == ["“今年”请写明：2023年/2023年以来"]


LINES = REPORT.splitlines()
LEVEL_2 = re.compile(r"（[一二三四五]）")
LOOKS = {
    "one paragraph": "".join(LINES),
    "one paragraph, blanks for breaks": " ".join(LINES),
    "one paragraph, wide blanks for breaks": "\u3000\u3000".join(LINES),
    "title, 主送机关 and 落款 apart, the rest one paragraph": "\n".join(
        [*LINES[:2], "".join(LINES[2:-3]), *LINES[-3:]]
    ),
    "a part a paragraph": re.sub(r"\n(?![一二三四]、|特此|示例市云溪区青石街道办事处\n|2025年1月)", "", REPORT),
    "empty lines": REPORT.replace("\n", "\n \n\n"),
    "indents": REPORT.replace("\n", "\n\u3000\u3000"),
    "broken at a fixed width": "\n".join(line[at : at + 34] for line in LINES for at in range(0, len(line), 34)),
    "half-width marks": REPORT.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")"),
    "page numbers": REPORT.replace("（三）推进", "\n— 2 —\n（三）推进").replace("二、存在", "\n- 3 -\n二、存在"),
    "a table as lines": REPORT.replace(
        "持证率100%。", "持证率100%。情况见下表：\n类别\n件数\n简易程序\n21\n普通程序\n15"
    ),
}
GLUED = ("层次-09",)  # where breaks were lost behind headings without a mark, the heading does run into its text


def read(path: Path) -> TextSubject:
    """Return the subject of a file."""
    return subject_of_lines(read_lines(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_report_is_read_the_same_in_every_look(look: str, encoding: str, tmp_path: Path) -> None:
    """Title, organ, year, date, parts and headings are found; no error, no warning but that headings are glued."""
    path = tmp_path / "报告.txt"
    path.write_bytes(LOOKS[look].replace("\n", "\r\n").encode(encoding))
    assert seen(read(path)) == seen(subject(REPORT))
    found = [f for f in check_text(read(path)) if f.level != "提示" and f.code not in GLUED]
    assert [str(finding) for finding in found] == []


def framed(rows: list[list[str]], folder: Path) -> Path:
    """Return a Word file whose text stands in the one column of a table, each row some paragraphs."""
    document = docx.Document()
    table = document.add_table(len(rows), 1)
    for at, row in enumerate(rows):
        table.cell(at, 0).text = row[0]
        for text in row[1:]:
            table.cell(at, 0).add_paragraph(text)
    document.save(str(folder / "报告.docx"))
    return folder / "报告.docx"


@pytest.mark.parametrize("rows", [[LINES], [[line] for line in LINES]], ids=["one cell", "a row a paragraph"])
def test_a_table_that_only_frames_the_text_is_text(rows: list[list[str]], tmp_path: Path) -> None:
    """Some offices set a whole report into a table of one column."""
    made = read(framed(rows, tmp_path))
    assert seen(made) == seen(subject(REPORT))
    assert check_text(made) == []


def test_line_breaks_inside_a_paragraph_of_word_part_paragraphs(tmp_path: Path) -> None:
    """Text copied from a web page comes into Word as one paragraph with line breaks."""
    document = docx.Document()
    document.add_paragraph(REPORT.strip())
    document.save(str(tmp_path / "报告.docx"))
    made = read(tmp_path / "报告.docx")
    assert seen(made) == seen(subject(REPORT))
    assert [p.number for p in made.paragraphs] == list(range(1, len(LINES) + 1))


def test_an_enumeration_in_a_long_paragraph_is_left_whole(tmp_path: Path) -> None:
    """“（一）……；（二）……” inside a paragraph of a report whose headings have these labels is no lost break."""
    long = "全年重点工作如下：（一）" + "开展法治宣传活动，" * 30 + "群众满意；（二）办结案件。"
    path = tmp_path / "报告.txt"
    path.write_text(REPORT.replace("聘请法律顾问2名", long + "聘请法律顾问2名"), encoding="utf-8")
    assert [f.code for f in check_text(read(path)) if f.code.startswith("层次")] == ["层次-07"]


def test_headings_without_numbers_are_headings_still(tmp_path: Path) -> None:
    """A report whose numbers were lost is not said to lack its parts."""
    path = tmp_path / "报告.txt"
    path.write_text(LEVEL_2.sub("", re.sub(r"(?m)^[一二三四]、", "", REPORT)), encoding="utf-8")
    assert [f.code for f in check_text(read(path)) if f.level == "错误"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (REPORT.replace("（", "(").replace("）", ")"), "标点-11"),
        (re.sub(r"(?m)^([一二三四]、|（[一二三四五]）)", r"\1 ", REPORT), "数字-01"),
    ],
)
def test_one_habit_is_one_finding(text: str, code: str) -> None:
    """Half-width brackets, or a blank, behind every label of a report."""
    assert [f.code for f in check_text(subject(text)) if f.level != "提示"] == [code]


TITLE = LINES[0]
PRINTED_TWICE = (
    f"{TITLE}\n- 日期：2025-01-16\n-\n大\n中\n小\n- 分享到：\n",
    f"无障碍阅读 关怀版 返回首页\n政务公开\n{TITLE}\n11371500004428039E/2025-45963799\n2025-01-20\n青石街道办事处\n",
    f"{TITLE}\n发布时间：\n2025-01-20\n作者：\n来源：\n青石街道办事处\n",
)


@pytest.mark.parametrize("above", PRINTED_TWICE)
def test_a_title_that_the_page_prints_twice_is_one_title(above: str) -> None:
    """The second one begins the report; organ and day in between are those of the page."""
    made = subject(above + REPORT)
    assert seen(made) == seen(subject(REPORT))
    assert [p.kind for p in made.paragraphs].count("title") == 1


def test_a_title_of_any_report_that_the_page_prints_twice_begins_it() -> None:
    """A report of another kind, without 法治 in its title."""
    made = subject(
        "返回首页\n政府信息公开\n云溪区水利局2025年政府信息公开工作年度报告\n2026-01-29\n云溪区水利局\n"
        "云溪区水利局2025年政府信息公开工作年度报告\n字号：\n打印整页 打印内容 分享\n"
        "现将有关情况报告如下：\n一、总体情况\n主动公开信息1287条。"
    )
    assert [p.kind for p in made.paragraphs] == [
        *["furniture"] * 5,
        "title",
        *["furniture"] * 2,
        "body",
        "heading",
        "body",
    ]
    assert check_text(made) == []


def test_organ_and_day_of_the_page_below_the_title() -> None:
    """“来源：” and on the next line the office: no text of the report, and the day is not 成文日期."""
    title, rest = REPORT.split("\n", 1)
    text = rest.rsplit("示例市云溪区青石街道办事处", 1)[0]
    made = subject(f"{title}\n发布时间：\n2025-01-20\n来源：\n青石街道办事处\n{text}")
    assert made.date is None
    assert [p.kind for p in made.paragraphs[:7]] == ["title", *["furniture"] * 4, "addressee", "body"]


def test_a_day_above_the_text_is_not_its_date() -> None:
    """A report without 落款 keeps its text where the page has the day above it."""
    made = subject("云溪区水利局年度报告\n2025-01-20\n" + REPORT.split("\n", 2)[2].rsplit("特此报告", 1)[0])
    assert made.date is None
    assert len(made.parts) == 4
