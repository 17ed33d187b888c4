"""版式: 标题 and 主送机关 (GB/T 9704—2012, 7.3.1, 7.3.2)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.layout import (
    Measured,
    at,
    begins,
    cells_shown,
    clause,
    faces,
    line_cells,
    lines_shown,
    size_shown,
    wrong_face,
    wrong_size,
)
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy

_SIZE = 22.0
_STEP, _ALIKE = 0.5, 1.0
"""Lines differ in length by half a character at least; by one at most they look alike."""
_ALIGNMENTS = {"left": "左对齐", "both": "两端对齐", "center": "居中", "right": "右对齐", "distribute": "分散对齐"}


@clause(
    "版式-16",
    "警告",
    "7.3.1",
    name="标题字体",
    finds="标题不是小标宋",
    why="标题一般用二号小标宋体字。",
    wrong="标题用黑体",
    right="方正小标宋简体",
)
def face(anatomy: Anatomy) -> Iterator[Measured]:
    """小标宋 in the title."""
    for paragraph in anatomy.title:
        wrong = wrong_face(paragraph.runs, "小标宋")
        names = faces(paragraph.runs)
        yield at(paragraph, "标题字体", wrong or next(iter(names), "小标宋"), "小标宋", right=wrong is None)


@clause(
    "版式-17",
    "警告",
    "7.3.1",
    name="标题字号",
    finds="标题不是二号",
    why="标题一般用二号小标宋体字。",
    wrong="标题用三号",
    right="二号（22磅）",
)
def size(anatomy: Anatomy) -> Iterator[Measured]:
    """二号 in the title."""
    for paragraph in anatomy.title:
        wrong = wrong_size(paragraph.runs, _SIZE)
        yield at(paragraph, "标题字号", size_shown(wrong or _SIZE), "二号（22磅）", right=wrong is None)


@clause(
    "版式-18",
    "错误",
    "7.3.1",
    name="标题居中",
    finds="标题没有居中，或者带着缩进偏到一边",
    why="标题分一行或多行居中排布。",
    wrong="标题首行缩进2字，看上去偏右",
    right="居中，无缩进",
)
def centred(anatomy: Anatomy) -> Iterator[Measured]:
    """The title is centred, and no indent moves it."""
    for paragraph in anatomy.title:
        off = begins(paragraph) - paragraph.right_cells
        value = _ALIGNMENTS[paragraph.alignment] + (f"，偏{cells_shown(abs(off))}" if abs(off) >= 0.3 else "")
        yield at(paragraph, "标题排布", value, "居中", right=paragraph.alignment == "center" and abs(off) < 0.3)


@clause(
    "版式-19",
    "错误",
    "7.3.1",
    name="标题排列",
    finds="标题回行后不是梯形或菱形",
    why="回行时要做到词意完整、排列对称、长短适宜、间距恰当，标题排列应当使用梯形或菱形。",
    wrong="三行，18、6、18字（沙漏形）",
    right="两行，16、12字（梯形）",
)
def title_shape(anatomy: Anatomy) -> Iterator[Measured]:
    """Line after line the title grows, or shrinks, or grows and then shrinks.

    Where only lines of nearly one length spoil it, as names of joint organs do, it is a hint.
    """
    if not anatomy.title:
        return
    widths = _widths(anatomy)
    value = f"{len(widths)}行，{'、'.join(f'{wide:g}' for wide in widths)}字"
    steps = [after - before for before, after in pairwise(widths)]
    right = _is_shape(steps) and all(abs(step) >= _STEP for step in steps)
    made = at(anatomy.title[0], "标题排列", value, "一行，或者梯形、菱形", right=right)
    unequal = [step for step in steps if abs(step) > _ALIKE]
    yield replace(made, level="提示") if unequal and _is_shape(unequal) else made


def _is_shape(steps: list[float]) -> bool:
    """Tell whether lines that grow and shrink by these steps make a trapezoid or a rhombus."""
    return re.fullmatch(r"<*>*", "".join("<" if step > 0 else ">" for step in steps)) is not None


def _widths(anatomy: Anatomy) -> list[float]:
    """Return the widths of the lines of the title; what is longer than a line goes on on the next."""
    result: list[float] = []
    for paragraph in anatomy.title:
        limit = max(int(line_cells(anatomy, paragraph) + 0.01), 1)
        for line in paragraph.text.split("\n"):
            wide = width(line.strip())
            while wide > limit:
                result.append(float(limit))
                wide -= limit
            if wide:
                result.append(wide)
    return result


@clause(
    "版式-20",
    "错误",
    "7.3.1",
    name="标题位置",
    finds="标题没有在红色分隔线下空二行",
    why="标题编排于红色分隔线下空二行位置。",
    wrong="红线下紧接标题",
    right="红线下空二行",
)
def below_line(anatomy: Anatomy) -> Iterator[Measured]:
    """Two empty lines between 版头 and the title."""
    if anatomy.head is not None and anatomy.title:
        gap = anatomy.above(anatomy.title[0])
        yield at(anatomy.title[0], "标题上方", f"空{lines_shown(gap)}", "空二行", right=abs(gap - 2) <= 0.5)


@clause(
    "版式-21",
    "错误",
    "7.3.2",
    name="主送机关位置",
    finds="标题和主送机关之间没有空一行",
    why="主送机关编排于标题下空一行位置。",
    wrong="标题下一行就是主送机关",
    right="标题下空一行",
)
def addressee_gap(anatomy: Anatomy) -> Iterator[Measured]:
    """One empty line between title and addressee."""
    if anatomy.addressee is not None and anatomy.title:
        gap = anatomy.above(anatomy.addressee)
        yield at(anatomy.addressee, "标题和主送机关之间", f"空{lines_shown(gap)}", "空一行", right=abs(gap - 1) <= 0.35)


@clause(
    "版式-22",
    "错误",
    "7.3.2",
    name="主送机关顶格",
    finds="主送机关没有顶格",
    why="主送机关居左顶格，回行时仍顶格。",
    wrong="主送机关前空二字",
    right="居左顶格",
)
def addressee_left(anatomy: Anatomy) -> Iterator[Measured]:
    """The addressee begins at the left edge, further lines too."""
    if (item := anatomy.addressee) is None:
        return
    first, rest = begins(item), item.left_cells
    left = item.alignment in {"left", "both"} and abs(first) < 0.3 and abs(rest) < 0.3
    value = f"左空{cells_shown(first)}" if item.alignment in {"left", "both"} else _ALIGNMENTS[item.alignment]
    yield at(item, "主送机关", value, "居左顶格", right=left)


@clause(
    "版式-23",
    "错误",
    "7.3.2",
    name="主送机关标点",
    finds="主送机关后面不是全角冒号",
    why="最后一个机关名称后标全角冒号。",
    wrong="云溪区人民政府:",
    right="云溪区人民政府：",
)
def addressee_colon(anatomy: Anatomy) -> Iterator[Measured]:
    """A full-width colon closes the addressee."""
    if (item := anatomy.addressee) is not None:
        last = item.text.strip()[-1]
        value = "全角冒号" if last == "：" else "半角冒号" if last == ":" else "没有冒号"
        yield at(item, "主送机关后", value, "全角冒号", right=last == "：")


@clause(
    "版式-24",
    "错误",
    "7.3.7",
    name="附件标题",
    finds="附件标题没有居中编排在版心第三行",
    why="附件标题居中编排在版心第三行。",
    wrong="附件标题紧接“附件1”",
    right="“附件1”在第一行，空一行，标题在第三行居中",
)
def attachment_title(anatomy: Anatomy) -> Iterator[Measured]:
    """The title of an attachment stands centred on line three, its mark on line one."""
    for attachment in anatomy.attachments:
        for title in attachment.titles[:1]:
            gap = anatomy.above(title)
            middle = title.alignment == "center" and abs(begins(title) - title.right_cells) < 0.3
            value = f"第{1 + 1 + gap:.1f}".removesuffix(".0") + f"行，{_ALIGNMENTS[title.alignment]}"
            yield at(title, "附件标题", value, "第3行，居中", right=middle and abs(gap - 1) <= 0.35)
