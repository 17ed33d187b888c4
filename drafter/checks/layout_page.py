"""版式: paper, margins, lines and characters (GB/T 9704—2012, 5)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from drafter.checks.layout import PRACTICE, Measured, at, cell, clause, lines_shown, mm
from drafter.readers.view import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Section

_WIDTH, _HEIGHT = 210 * MM, 297 * MM
_NEAR = 1 * MM
_LINES, _CELLS = 22, 28
_BODY = 16.0
_EMPTY = 2
"""Empty paragraphs in a row that are customary."""


def _is_a4(section: Section) -> bool:
    short, long = sorted((section.width, section.height))
    return abs(short - _WIDTH) <= _NEAR and abs(long - _HEIGHT) <= _NEAR


def _upright(anatomy: Anatomy) -> list[Section]:
    """Return the pages that stand upright; 横排表格 (8) turns its page."""
    return [section for section in anatomy.file.sections if section.height >= section.width] or list(
        anatomy.file.sections
    )


def _is_area(section: Section) -> bool:
    wide, high = section.text_width / MM, section.text_height / MM
    return abs(wide - 156) <= 1 and abs(high - 225) <= 1


@clause(
    "版式-01",
    "错误",
    "5.1",
    name="用纸",
    finds="纸张不是 A4",
    why="公文用纸采用 A4 型纸，成品幅面尺寸为210毫米×297毫米。",
    wrong="信纸（215.9毫米×279.4毫米）",
    right="210毫米×297毫米",
)
def paper(anatomy: Anatomy) -> Iterator[Measured]:
    """Every page is A4, upright or turned."""
    for section in anatomy.file.sections:
        value = f"{section.width / MM:.0f}毫米×{section.height / MM:.0f}毫米"
        yield Measured("纸张", value, "210毫米×297毫米（A4）", _is_a4(section))


@clause(
    "版式-02",
    "错误",
    "5.2.1",
    name="天头、订口",
    finds="天头（上白边）不是37毫米，或者订口（左白边）不是28毫米",
    why="天头37毫米±1毫米，订口28毫米±1毫米。",
    wrong="上白边25.4毫米，左白边31.8毫米",
    right="上白边37毫米，左白边28毫米",
)
def margins(anatomy: Anatomy) -> Iterator[Measured]:
    """天头 37 mm and 订口 28 mm, each within 1 mm."""
    for section in _upright(anatomy):
        left = section.left + section.gutter
        yield Measured("天头（上白边）", mm(section.top), "37毫米±1毫米", abs(section.top / MM - 37) <= 1.05)
        yield Measured("订口（左白边）", mm(left), "28毫米±1毫米", abs(left / MM - 28) <= 1.05)


@clause(
    "版式-03",
    "错误",
    "5.2.1",
    name="版心",
    finds="版心不是156毫米×225毫米",
    why="版心尺寸为156毫米×225毫米；右白边26毫米、下白边35毫米由此得出。",
    wrong="左、右白边都是31.8毫米，版心宽146.4毫米",
    right="156毫米×225毫米",
)
def area(anatomy: Anatomy) -> Iterator[Measured]:
    """The text area within 1 mm; on other paper than A4 it follows from that fault."""
    for section in _upright(anatomy):
        value = f"{section.text_width / MM:.1f}毫米×{section.text_height / MM:.1f}毫米"
        right = _is_area(section) if _is_a4(section) else None
        yield Measured("版心", value, "156毫米×225毫米", right)


@clause(
    "版式-04",
    "警告",
    "5.2.3",
    name="每面行数",
    finds="行距不合每面22行",
    why="一般每面排22行，撑满版心：行距为固定值28.95磅，或者文档网格22行。",
    wrong="行距固定值30磅，每面21行",
    right="行距固定值28.95磅，每面22行",
)
def lines(anatomy: Anatomy) -> Iterator[Measured]:
    """Line heights of the body give 22 lines on a page."""
    for paragraph in anatomy.text:
        section = anatomy.section(paragraph)
        height = anatomy.height(paragraph)
        count = math.floor(section.text_height / max(height, 1) + 0.001)
        value = f"每面{count}行（行距{height:.2f}磅）"
        right = (count == _LINES) if _is_area(section) and _is_a4(section) else None
        yield at(paragraph, "正文行距", value, "每面22行（如固定值28.95磅）", right=right)


@clause(
    "版式-05",
    "警告",
    "5.2.3",
    name="每行字数",
    finds="字距不合每行28字",
    why="一般每行排28个字，撑满版心：三号字要把字距缩到15.79磅，或者文档网格28字。",
    wrong="三号字不缩字距，每行27字",
    right="三号字，字距紧缩0.25磅，每行28字",
)
def characters(anatomy: Anatomy) -> Iterator[Measured]:
    """Character pitches of the body give 28 characters on a line; another size than 三号 is a fault of its own."""
    for paragraph in anatomy.text:
        section = anatomy.section(paragraph)
        wide = cell(anatomy, paragraph)
        count = math.floor(section.text_width / wide + 0.005)
        judged = _is_area(section) and _is_a4(section) and abs(paragraph.size - _BODY) < 0.1
        value = f"每行{count}字（一字{wide:.2f}磅）"
        yield at(paragraph, "正文字距", value, "每行28字（一字15.79磅）", right=(count == _CELLS) if judged else None)


@clause(
    "版式-06",
    "提示",
    "5.2.3",
    name="文档网格",
    finds="页面设置里的文档网格不是22行28字",
    why="页面设置里指定行和字符网格，别人接着写时也是22行28字。",
    wrong="没有网格",
    right="指定行和字符网格：每行28字、每页22行",
)
def grid(anatomy: Anatomy) -> Iterator[Measured]:
    """The grid that the section declares."""
    for section in _upright(anatomy):
        declared = section.grid
        if not declared.kind or not declared.pitch:
            yield Measured("文档网格", "没有指定", "22行、28字", right=False)
            continue
        rows = math.floor(section.text_height / declared.pitch + 0.001)
        wide = max(anatomy.file.normal_size + declared.extra, 1)
        columns = math.floor(section.text_width / wide + 0.005) if declared.kind != "lines" else 0
        right = (rows == _LINES and columns in {_CELLS, 0}) if _is_area(section) else None
        value = f"{rows}行、{columns}字" if columns else f"{rows}行，没有指定字数"
        yield Measured("文档网格", value, "22行、28字", right)


@clause(
    "版式-07",
    "警告",
    "5.2.3",
    name="段间距",
    finds="正文段落前后加了间距",
    why="每面排22行并撑满版心；段前段后有间距，行就对不齐，每面不足22行。",
    wrong="段后10磅",
    right="段前0、段后0",
)
def spacing(anatomy: Anatomy) -> Iterator[Measured]:
    """No spacing above and below the paragraphs of the body."""
    plain = {p.number for p in anatomy.body} | {h.paragraph.number for h in anatomy.headings}
    first = {attachment.body[0].number for attachment in anatomy.attachments if attachment.body}
    for paragraph in anatomy.text:
        if paragraph.number in plain and paragraph.number not in first:
            total = paragraph.before + paragraph.after
            value = f"段前{paragraph.before:g}磅、段后{paragraph.after:g}磅"
            yield at(paragraph, "正文段间距", value, "段前0、段后0", right=total < 1)


@clause(
    "版式-08",
    "提示",
    PRACTICE,
    name="空段",
    finds="用空行撑开版面",
    why="连着两个以上的空段，换一台机器、改几个字，下文就错位；空行由段前间距、分页来留。",
    wrong="正文和署名之间敲五个回车",
    right="署名段前空一行",
)
def empty_paragraphs(anatomy: Anatomy) -> Iterator[Measured]:
    """No more than two empty paragraphs in a row."""
    row, start, most = 0, 0, 0
    for paragraph in (*anatomy.file.paragraphs, None):
        if paragraph is not None and paragraph.blank and not paragraph.framed and paragraph.below is None:
            start = start if row else paragraph.number
            row += 1
            most = max(most, row)
            continue
        if row > _EMPTY:
            yield Measured("空段", f"连着{lines_shown(row)}空段", "段前间距或分页", False, start)
        row = 0
    if most <= _EMPTY:
        yield Measured("空段", f"连着{lines_shown(most)}空段" if most else "没有", "段前间距或分页", right=True)
