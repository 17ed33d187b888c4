"""版式: what is measured on the rendered pages (GB/T 9704—2012, 5, 7.3, 7.5), in millimetres."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.layout import Measured, clause
from drafter.readers.pages import Line
from drafter.readers.view import MM
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.pages import Page, Rendered

_LINES, _CELLS = 22, 28
BODY, _NUMBER = 16.0, 14.0
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
TURNED_LEFT, TURNED_TOP, _TURNED_BOTTOM = 35.0, 28.0, 184.0
"""The text area of a page that lies across (8): an upright one, turned to the right."""
_CELL, _NUMBER_CELL = 156 / 28, 14 / MM
_NEAR = 1.0
_HANGING = "，。、；：！？”’）》〉】"
_NAMED = 3
"""How many pages with the same fault are named."""
_ENOUGH = 5
"""Full lines of which all but chance one holds 28 characters, not 27 because of a mark that may not begin a line."""
_PITCHES = (4, 16)
"""What can be a distance of two lines of one paragraph."""
BASELINE = 0.8
"""All programs put the baseline of an exact line at 80 % of its height."""


def pages(rendered: Rendered) -> list[Page]:
    """Return the pages without what stands in their headers, above the text area that the file gives them."""
    tops = {section.width > section.height: section.top / MM for section in rendered.anatomy.file.sections}
    return [
        replace(page, lines=tuple(line for line in page.lines if line.baseline > tops.get(page.width > page.height, 0)))
        for page in rendered.pages
    ]


def upright_pages(rendered: Rendered) -> list[Page]:
    """Return the pages that stand upright; 横排表格 (8) turns its page."""
    return [page for page in pages(rendered) if page.height >= page.width]


def text_lines(page: Page) -> list[Line]:
    """Return the lines of a page in the text area; on a page that lies across the number stands at the left of it."""
    if page.width > page.height:
        inside = [[glyph for glyph in line.glyphs if glyph.left > TURNED_LEFT - 1] for line in page.lines]
        return [Line(tuple(glyphs)) for glyphs in inside if glyphs]
    return [line for line in page.lines if line.baseline < BOTTOM + 2]


def _body(page: Page) -> list[Line]:
    """Return the lines of a page in the type of the body, without marks that hang over the edge of the text area."""
    return [_inside(line) for line in text_lines(page) if abs(line.size - BODY) < 0.6]


def _inside(line: Line) -> Line:
    """Return a line without a closing mark that programs let hang (“允许标点溢出边界”, the default of Word)."""
    last = line.glyphs[-1]
    hangs = last.text in _HANGING and last.left > RIGHT - _NEAR and len(line.glyphs) > 1
    return Line(line.glyphs[:-1]) if hangs else line


def line_pitch(rendered: Rendered) -> float:
    """Return the distance of two lines of the body."""
    gaps = Counter(
        round(below.baseline - above.baseline, 1)
        for page in upright_pages(rendered)
        for above, below in pairwise(_body(page))
    )
    gaps = Counter({gap: count for gap, count in gaps.items() if _PITCHES[0] < gap < _PITCHES[1]})
    if not gaps:
        return 0
    most = gaps.most_common(1)[0][0]
    near = [gap for gap in gaps.elements() if abs(gap - most) <= 0.2]
    return sum(near) / len(near)


def _full(rendered: Rendered) -> list[Page]:
    """Return the pages whose text goes down to the end of the text area."""
    pitch = line_pitch(rendered)
    return [page for page in upright_pages(rendered) if _body(page) and BOTTOM - _body(page)[-1].baseline < 1.2 * pitch]


def on_page(page: Page, what: str, value: str, required: str, *, right: bool | None) -> Measured:
    """Return what was measured on a page."""
    return Measured(f"第{page.number}面{what}", value, required, right)


@clause(
    "版式-61",
    "警告",
    "5.2.3",
    name="实测每面行数",
    finds="排出来不是每面22行",
    why="一般每面排22行，撑满版心。",
    wrong="满页21行",
    right="满页22行",
    on="pages",
)
def lines(rendered: Rendered) -> Iterator[Measured]:
    """Pages that have no room for a further line hold 22; where there is none, 22 would fit at this distance."""
    pitch = line_pitch(rendered)
    if not pitch:
        return
    room = int((BOTTOM - TOP + 0.1) / pitch)
    rows = [(_body(page)[-1].baseline - TOP - BASELINE * pitch) / pitch + 1 for page in _full(rendered)]
    counts = [round(row) for row in rows if abs(row - round(row)) < 0.1]  # 版头 and tables shift what follows them
    filled = [count for count in counts if count >= room]
    value = f"满页{max(filled)}行" if filled else f"一页可排{room}行"
    right = max(filled, default=room) == _LINES
    yield Measured("每面行数", f"{value}（行距{pitch:.2f}毫米）", "22行（行距10.21毫米）", right)


@clause(
    "版式-62",
    "警告",
    "5.2.3",
    name="实测每行字数",
    finds="排出来不是每行28字",
    why="一般每行排28个字，撑满版心。",
    wrong="满行27字",
    right="满行28字",
    on="pages",
)
def characters(rendered: Rendered) -> Iterator[Measured]:
    """Most full lines of Chinese characters alone hold 28; a mark that may not begin a line makes it 27."""
    counts = Counter(
        len(line.glyphs)
        for page in upright_pages(rendered)
        for line in _body(page)
        if line.right > RIGHT - 1.5 and line.left < LEFT + 1.5 and all(width(glyph.text) == 1 for glyph in line.glyphs)
    )
    if counts:
        most = max(counts, key=lambda count: (counts[count], count))
        value = f"满行{most}字（{sum(counts.values())}行中{counts[most]}行）"
        enough = sum(counts.values()) >= _ENOUGH or max(counts) != _CELLS - 1
        right = (most == _CELLS and max(counts) <= _CELLS) if enough else None
        yield Measured("每行字数", value if most == max(counts) else f"{value}，最多{max(counts)}字", "28字", right)


@clause(
    "版式-63",
    "错误",
    "5.2.1",
    name="实测版心位置",
    finds="排出来的正文不在版心里",
    why="天头37毫米、订口28毫米，版心156毫米×225毫米，误差不超过1毫米。",
    wrong="正文左边距纸边31.8毫米",
    right="左28毫米、右184毫米，首行基线45.2毫米，末行在262毫米以内",
    on="pages",
)
def place(rendered: Rendered) -> Iterator[Measured]:
    """Full lines reach from 28 to 184 mm; the first line hangs from 37 mm, the last stands above 262 mm."""
    full = [line for page in _full(rendered) for line in _body(page) if line.right > RIGHT - 6 and line.left < LEFT + 6]
    if not full:
        return
    left, right = min(line.left for line in full), max(line.right for line in full)
    yield Measured("正文左边", f"{left:.1f}毫米", "28毫米±1毫米", abs(left - LEFT) <= _NEAR)
    yield Measured("正文右边", f"{right:.1f}毫米", "184毫米±1毫米", abs(right - RIGHT) <= _NEAR)
    pitch = line_pitch(rendered)
    for page in _full(rendered)[:1] if len(_full(rendered)) == 1 else _full(rendered)[1:2]:
        first, last = text_lines(page)[0], _body(page)[-1]
        wanted = TOP + BASELINE * pitch
        if abs(first.size - BODY) < 0.6:
            near = abs(first.baseline - wanted) <= _NEAR
            yield on_page(page, "首行基线", f"{first.baseline:.1f}毫米", f"{wanted:.1f}毫米±1毫米", right=near)
        yield on_page(page, "末行基线", f"{last.baseline:.1f}毫米", "262毫米以内", right=last.baseline <= BOTTOM)


@clause(
    "版式-64",
    "错误",
    "7.5",
    name="实测页码位置",
    finds="排出来的页码不在规定的位置",
    why="一字线上距版心下边缘7毫米；单页码居右空一字，双页码居左空一字。",
    wrong="页码居中，在版心下17毫米",
    right="版心下7毫米，单页右空4.9毫米，双页左空4.9毫米",
    on="pages",
)
def numbers(rendered: Rendered) -> Iterator[Measured]:
    """On every page the number stands 7 mm below the text area, one character from its edge; a turned one too."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for page in rendered.pages:
        place = _turned_number(page) if page.width > page.height else _upright_number(page)
        groups.setdefault(place, []).append(str(page.number))
    for (value, required, right), found in groups.items():
        several = f"等{len(found)}" if len(found) > _NAMED else ""
        yield Measured(f"第{'、'.join(found[:_NAMED])}{several}面页码", value, required, right)


def _upright_number(page: Page) -> tuple[str, str, bool]:
    """Return where the number of a page stands, where it should, and whether it does."""
    odd = page.number % 2 == 1
    side = "右" if odd else "左"
    required = f"版心下7毫米±1毫米，距版心{side}边4.9毫米±1毫米"
    line = _number_line(page)
    if line is None:
        return "没有", required, False
    dash = next((glyph for glyph in line.glyphs if glyph.text in "—―-–"), line.glyphs[0])
    below = dash.top - BOTTOM
    free = RIGHT - line.right if odd else line.left - LEFT
    right = abs(below - 7) <= _NEAR and abs(free - _NUMBER_CELL) <= _NEAR
    return f"版心下{below:.1f}毫米，距版心{side}边{free:.1f}毫米", required, right


def _number_line(page: Page) -> Line | None:
    below = [line for line in page.lines if line.baseline >= BOTTOM + 2 and re.search(r"\d", line.text)]
    return below[-1] if below else None


def _turned_number(page: Page) -> tuple[str, str, bool]:
    """Return the same of a page that lies across: the place on the paper is that of the other pages (8)."""
    odd = page.number % 2 == 1
    side = "下" if odd else "上"
    required = f"版心左7毫米±1毫米，距版心{side}边4.9毫米±1毫米（横排页）"
    glyphs = [glyph for line in page.lines for glyph in line.glyphs if glyph.right < TURNED_LEFT]
    glyphs.sort(key=lambda glyph: glyph.baseline)
    if not any(glyph.text.isdigit() for glyph in glyphs):
        return "不在横排页的左侧", required, False
    last = glyphs[-1]
    length = last.size / MM * (1 if last.text in "—―" else 0.5)
    free = _TURNED_BOTTOM - last.baseline - length if odd else glyphs[0].baseline - TURNED_TOP
    beside = TURNED_LEFT - (last.left + last.right) / 2
    right = abs(beside - 7) <= _NEAR and abs(free - _NUMBER_CELL) <= _NEAR
    return f"版心左{beside:.1f}毫米，距版心{side}边{free:.1f}毫米", required, right
