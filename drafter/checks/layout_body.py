"""版式: 正文 and its layers (GB/T 9704—2012, 7.3.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.layout import Measured, at, begins, cells_shown, clause, faces, wrong_face
from drafter.facts.numerals import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy, Heading

_FORMS = {
    1: re.compile(r"[一二三四五六七八九十]+、"),
    2: re.compile(r"（[一二三四五六七八九十]+）"),
    3: re.compile(r"\d+[.．]"),
    4: re.compile(r"（\d+）"),
}
_SHOWN = {1: "一、", 2: "（一）", 3: "1.", 4: "（1）"}
_NAMES = {1: "一", 2: "二", 3: "三", 4: "四"}


@clause(
    "版式-25",
    "错误",
    "7.3.3",
    name="左空二字",
    finds="自然段没有左空二字，或者回行没有顶格",
    why="每个自然段左空二字，回行顶格。",
    wrong="首行缩进0字",
    right="首行缩进2字",
)
def indents(anatomy: Anatomy) -> Iterator[Measured]:
    """Each paragraph begins two characters in and goes on at the left edge."""
    for paragraph in anatomy.text:
        first, rest = begins(paragraph), paragraph.left_cells
        sides = paragraph.alignment not in {"center", "right"} and abs(rest) < 0.3 and abs(paragraph.right_cells) < 0.3
        value = f"首行空{cells_shown(first)}"
        if abs(rest) >= 0.3 or abs(paragraph.right_cells) >= 0.3:
            value += f"，回行左空{cells_shown(rest)}、右空{cells_shown(paragraph.right_cells)}"
        if paragraph.alignment in {"center", "right"}:
            value = "居中" if paragraph.alignment == "center" else "右对齐"
        yield at(paragraph, "自然段", value, "首行空2字，回行顶格", right=sides and abs(first - 2) <= 0.3)


def _heading_faces(anatomy: Anatomy, levels: set[int], family: str) -> Iterator[Measured]:
    for h in anatomy.headings:
        if h.level in levels and faces(h.head):
            wrong = wrong_face(h.head, family)
            value = wrong or next(iter(faces(h.head)))
            yield at(h.paragraph, f"第{_NAMES[h.level]}层标题字体", value, family, right=wrong is None)


@clause(
    "版式-26",
    "警告",
    "7.3.3",
    name="第一层标题",
    finds="“一、”标题不是黑体",
    why="一般第一层用黑体字。",
    wrong="“一、”用仿宋加粗",
    right="黑体",
)
def first_layer(anatomy: Anatomy) -> Iterator[Measured]:
    """黑体 in “一、”."""
    yield from _heading_faces(anatomy, {1}, "黑体")


@clause(
    "版式-27",
    "警告",
    "7.3.3",
    name="第二层标题",
    finds="“（一）”标题不是楷体",
    why="一般第二层用楷体字。",
    wrong="“（一）”用仿宋加粗",
    right="楷体_GB2312 或楷体",
)
def second_layer(anatomy: Anatomy) -> Iterator[Measured]:
    """楷体 in “（一）”, also where the text follows on the same line."""
    yield from _heading_faces(anatomy, {2}, "楷体")


@clause(
    "版式-28",
    "警告",
    "7.3.3",
    name="第三、四层标题",
    finds="“1.”“（1）”标题不是仿宋",
    why="一般第三层和第四层用仿宋体字。",
    wrong="“1.”用黑体",
    right="仿宋",
)
def deeper_layers(anatomy: Anatomy) -> Iterator[Measured]:
    """仿宋 in “1.” and “（1）”."""
    yield from _heading_faces(anatomy, {3, 4}, "仿宋")


@clause(
    "版式-29",
    "警告",
    "7.3.3",
    name="层次序数",
    finds="层次序数的写法不对",
    why="文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注。",
    wrong="（一）、　1、　一．",
    right="（一）　1.　一、",
)
def forms(anatomy: Anatomy) -> Iterator[Measured]:
    """Numbers of layers are written “一、”, “（一）”, “1.”, “（1）”."""
    for h in anatomy.headings:
        right = _FORMS[h.level].fullmatch(h.label) is not None
        yield at(h.paragraph, f"第{_NAMES[h.level]}层序数", h.label, f"“{_SHOWN[h.level]}”的写法", right=right)


@clause(
    "版式-30",
    "错误",
    "7.3.3",
    name="序数连续",
    finds="同一层的序数重复、跳号",
    why="序数依次标注；两个“三、”多半是删改以后没有重排。",
    wrong="一、二、三、三、",
    right="一、二、三、四、",
)
def sequence(anatomy: Anatomy) -> Iterator[Measured]:
    """Numbers of one layer follow one another and begin anew below each higher heading."""
    starts = {attachment.mark.number for attachment in anatomy.attachments}
    counts = {1: 0, 2: 0, 3: 0, 4: 0}
    last = 0
    for h in anatomy.headings:
        if any(last < start < h.paragraph.number for start in starts):
            counts = dict.fromkeys(counts, 0)
        last = h.paragraph.number
        counts[h.level] += 1
        for deeper in range(h.level + 1, 5):
            counts[deeper] = 0
        shown, wanted = _number(h), counts[h.level]
        yield at(h.paragraph, f"第{_NAMES[h.level]}层序数", h.label, f"第{wanted}个", right=shown == wanted)
        counts[h.level] = shown or wanted


def _number(h: Heading) -> int:
    """Return the number of a heading; 0 where it has none."""
    return number_of(re.sub(r"[^\d一二三四五六七八九十]", "", h.label))


@clause(
    "版式-31",
    "警告",
    "7.3.3",
    name="层次不跳级",
    finds="层次跳级",
    why="结构层次依次标注：“一、”下面是“（一）”，再下面是“1.”。只有两层的，“一、”下面直接用“1.”是有的地方的习惯。",
    wrong="“一、”下面直接是“（1）”",
    right="“一、”下面是“（一）”",
)
def depth(anatomy: Anatomy) -> Iterator[Measured]:
    """No layer is left out on the way down; “1.” right below “一、” is common where there are two layers."""
    before, levels = 0, {h.level for h in anatomy.headings}
    starts = {attachment.mark.number for attachment in anatomy.attachments}
    for h in anatomy.headings:
        if any(start < h.paragraph.number for start in starts):
            return
        tolerated = h.level == 3 and before == 1 and 2 not in levels
        right = h.level <= before + 1 or tolerated or before == 0
        upper = f"“{_SHOWN[before]}”下面" if before else "第一个标题"
        yield at(h.paragraph, "层次", f"{upper}是“{h.label}”", "依次下降", right=right)
        before = h.level
