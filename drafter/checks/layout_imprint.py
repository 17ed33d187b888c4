"""版式: 版记 (GB/T 9704—2012, 7.4), where a file has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.layout import Measured, at, begins, cells_shown, clause, size_shown, wrong_face, wrong_size
from drafter.readers.view import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Paragraph


def _typed(item: Paragraph) -> tuple[float | None, str | None]:
    return wrong_size(item.runs, 14), wrong_face(item.runs, "仿宋")


@clause(
    "版式-57",
    "警告",
    "7.4.1",
    name="版记分隔线",
    finds="版记的分隔线粗细不合推荐值，或者末条线不在版心下边缘",
    why="首条和末条推荐用粗线（0.35毫米），中间推荐用细线（0.25毫米）；末条与最后一面的版心下边缘重合。",
    wrong="三条线一样粗",
    right="粗、细、粗",
)
def imprint_lines(anatomy: Anatomy) -> Iterator[Measured]:
    """0.35 mm above and below, 0.25 mm between; fixed to the lower edge of the text area."""
    if anatomy.imprint is None:
        return
    table = anatomy.imprint.table
    if table is None:
        yield Measured("版记", "不是表格，用 --render 看", "三条分隔线", None)
        return
    lines = [("首条", table.top, 0.35), ("末条", table.bottom, 0.35)]
    lines += [("中间", table.inside, 0.25)] if len(table.rows) > 1 else []
    for name, line, wanted in lines:
        weight = 0 if line is None else line.weight / MM
        value = f"{weight:.2f}毫米" if weight else "没有"
        yield Measured(f"版记{name}分隔线", value, f"{wanted}毫米", abs(weight - wanted) <= 0.04)
    place = "版心下边缘" if anatomy.imprint.bottom else "跟在正文后面"
    yield Measured("版记位置", place, "版心下边缘", anatomy.imprint.bottom or None)


@clause(
    "版式-58",
    "警告",
    "7.4.2",
    name="抄送机关",
    finds="抄送机关不是四号仿宋，左右没有空一字，或者最后没有句号",
    why="一般用四号仿宋体字，左右各空一字编排，“抄送”后加全角冒号，最后一个抄送机关名称后标句号。",
    wrong="抄送:区司法局",
    right="抄送：区司法局。",
)
def copies(anatomy: Anatomy) -> Iterator[Measured]:
    """四号仿宋, one character free at both sides, a full stop at the end."""
    if anatomy.imprint is None or (item := anatomy.imprint.copies) is None:
        return
    size, face = _typed(item)
    first, form = begins(item), re.fullmatch(r"抄送：.*。", item.text.strip()) is not None
    value = f"{size_shown(size or 14)}{face or '仿宋'}，左空{cells_shown(first)}，{'有' if form else '没有'}冒号和句号"
    right = size is None and face is None and 0.6 <= first <= 1.4 and form
    yield at(item, "抄送机关", value, "四号（14磅）仿宋，左空1字，全角冒号、句号", right=right)


@clause(
    "版式-59",
    "警告",
    "7.4.3",
    name="印发机关和印发日期",
    finds="印发机关、印发日期不是四号仿宋，没有空一字，或者日期写法不对",
    why="一般用四号仿宋体字；印发机关左空一字，印发日期右空一字，年月日标全、不编虚位，后加“印发”二字。",
    wrong="2025年01月16日印发",
    right="2025年1月16日印发",
)
def issuing(anatomy: Anatomy) -> Iterator[Measured]:
    """四号仿宋, one character free, a date without leading zeros; a day still open is accepted."""
    if anatomy.imprint is None or (item := anatomy.imprint.date) is None:
        return
    size, face = _typed(item)
    day = re.search(r"(\d{4}年[^\t]*)印发", item.text)
    shown = re.sub(r"\s", "", day[1]) if day else ""
    form = re.fullmatch(r"20\d\d年(([1-9]|1[0-2])月(([1-9]|[12]\d|3[01])日|日)?|月日)", shown) is not None
    first = begins(anatomy.imprint.issuer or item)
    value = f"{size_shown(size or 14)}{face or '仿宋'}，左空{cells_shown(first)}，“{shown or item.text.strip()}”"
    right = size is None and face is None and 0.6 <= first <= 1.4 and form
    yield at(item, "印发机关和日期", value, "四号（14磅）仿宋，左空1字，如“2025年1月16日”", right=right)
