"""One report in the looks that web pages, copying and converting give it: it is read the same and nothing is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.checks.text import Line, check_text, subject_of_lines

if TYPE_CHECKING:
    from drafter.checks.text import TextSubject

BASE = Path(__file__).resolve().parent / "data" / "rules" / "seen" / "base.txt"
REPORT = BASE.read_text(encoding="utf-8").replace("<年>", "2024").replace("<次年>", "2025")
METADATA = (
    "- 索 引 号： sm09901-1800-2025-00003\n"
    "- 备注/文号： 云青街办〔2025〕5号\n- 发布机构： 青石街道办事处\n- 公文生成日期： 2025-01-16\n",
    "[ 索引号 ] 11500229768895163R/2026-00004\n"
    "[ 发文字号 ] 云青街办〔2025〕3号\n[ 成文日期 ] 2025-01-16\n[ 有效性 ] 有效\n",
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
