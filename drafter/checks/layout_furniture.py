"""版式: 版头 (GB/T 9704—2012, 7.2), where a file has it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks.layout import (
    Measured,
    at,
    begins,
    cell,
    cells_shown,
    clause,
    is_han,
    lines_shown,
    mm,
    size_shown,
    wrong_face,
    wrong_size,
)
from drafter.readers.anatomy import NATURAL
from drafter.readers.furniture import NUMBER
from drafter.readers.view import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Run

_INK = 0.756
"""How far Han characters reach above the baseline, in type sizes."""
_DESCENT = 0.14
"""How far they reach below it."""
_RED = re.compile(r"(FF|E6|ED|F0|C0|D7)[0-4][0-9A-F]{3}")
_WHOLE_NUMBER = re.compile(rf"\S*{NUMBER.pattern}|【[^】]*发文字号】")
_NUMBER = re.compile(r"[^\d〔]+〔20\d\d〕([1-9]\d*|[\s\u3000]*)号")


@clause(
    "版式-50",
    "警告",
    "7.2.1—7.2.3",
    name="份号、密级、紧急程度",
    finds="份号、密级和保密期限、紧急程度不是三号顶格，或者密级、紧急程度不是黑体",
    why="份号一般用6位3号阿拉伯数字，密级和紧急程度一般用3号黑体字，顶格编排在版心左上角。",
    wrong="“特急”居右",
    right="“特急”三号黑体，顶格",
)
def top_lines(anatomy: Anatomy) -> Iterator[Measured]:
    """三号 at the left edge; 密级 and 紧急程度 in 黑体, 份号 of six digits."""
    if (head := anatomy.head) is None:
        return
    for name, item in (("份号", head.serial), ("密级", head.secrecy), ("紧急程度", head.urgency)):
        if item is None:
            continue
        size, face = wrong_size(item.runs, 16), wrong_face(item.runs, "黑体")
        flush = item.alignment in {"left", "both"} and abs(begins(item)) < 0.3
        six = name != "份号" or re.fullmatch(r"\d{6}", item.text.strip()) is not None
        value = f"{size_shown(size or 16)}{face or ('黑体' if name != '份号' else '')}，{'' if flush else '没有'}顶格"
        value += "" if six else f"，“{item.text.strip()}”"
        yield at(
            item,
            name,
            value,
            "三号黑体，顶格" if name != "份号" else "6位三号数字，顶格",
            right=bool(size is None and (face is None or name == "份号") and flush and six),
        )


@clause(
    "版式-51",
    "错误",
    "7.2.4",
    name="发文机关标志",
    finds="发文机关标志不是红色、没有居中，或者不是小标宋",
    why="发文机关标志居中排布，推荐使用小标宋体字，颜色为红色。",
    wrong="黑色的“××文件”",
    right="红色小标宋，居中",
)
def org_mark(anatomy: Anatomy) -> Iterator[Measured]:
    """Red and centred; 小标宋 is recommended."""
    for item in anatomy.head.marks if anatomy.head else ():
        shown = [run for run in item.runs if run.text.strip()]
        red = all(_RED.fullmatch(run.colour) for run in shown)
        value = f"{'红色' if red else '不是红色'}，{'居中' if item.alignment == 'center' else '没有居中'}"
        yield at(item, "发文机关标志", value, "红色，居中", right=red and item.alignment == "center")
        face = wrong_face(item.runs, "小标宋")
        made = at(item, "发文机关标志字体", face or "小标宋", "小标宋", right=face is None)
        yield Measured(made.what, made.value, made.required, made.right, made.paragraph, made.words, "警告")


@clause(
    "版式-52",
    "错误",
    "7.2.4",
    name="发文机关标志位置",
    finds="发文机关标志上边缘至版心上边缘不是35毫米",
    why="发文机关标志上边缘至版心上边缘为35毫米。",
    wrong="25毫米",
    right="35毫米",
)
def mark_place(anatomy: Anatomy) -> Iterator[Measured]:
    """The upper edge of the characters 35 mm below that of the text area, from spacing and line height."""
    if not anatomy.head or not anatomy.head.marks:
        return
    mark = anatomy.head.marks[0]
    above = 0.0
    for piece in anatomy.file.paragraphs:
        if piece is mark or piece.number > mark.number or piece is anatomy.head.number:
            break
        above += anatomy.height(piece) + piece.before + piece.after
    if mark.rule == "exact":
        lead = 0.8 * mark.line - _INK * mark.size
    else:
        lead = (NATURAL * (mark.line if mark.rule == "auto" else 1) - 1) / 2 * mark.size
    distance = above + mark.before + lead
    yield at(mark, "发文机关标志上边缘", f"版心下{mm(distance)}", "版心下35毫米", right=abs(distance / MM - 35) <= 1.5)


@clause(
    "版式-53",
    "错误",
    "7.2.5",
    name="发文字号写法",
    finds="发文字号的括号、年份、序号写法不对",
    why="年份、发文顺序号用阿拉伯数字标注；年份标全称，用六角括号“〔〕”括入；顺序号不加“第”字，不编虚位，数字后加“号”字。",
    wrong="清街发[2025]第03号",
    right="清街发〔2025〕3号",
)
def number_form(anatomy: Anatomy) -> Iterator[Measured]:
    """Six-cornered brackets, a whole year, no 第, no leading zero; a number still open is accepted."""
    if not anatomy.head or (item := anatomy.head.number) is None:
        return
    text = next((part.strip() for part in re.split(r"[\t\n]|签发人", item.text) if "号" in part), item.text.strip())
    right = None if text.startswith("【") else _NUMBER.fullmatch(text) is not None
    yield at(item, "发文字号", text, "如“清街发〔2025〕3号”", right=right)


@clause(
    "版式-54",
    "错误",
    "7.2.5",
    name="发文字号位置",
    finds="发文字号没有在标志下空二行，或者上行文的发文字号没有居左空一字",
    why="发文字号编排在发文机关标志下空二行位置，居中排布；上行文的发文字号居左空一字，与最后一个签发人姓名处在同一行。",
    wrong="上行文的发文字号居中",
    right="居左空一字，签发人在同一行",
)
def number_place(anatomy: Anatomy) -> Iterator[Measured]:
    """Two empty lines above; one character in where there is a 签发人, centred where there is none."""
    if not anatomy.head or (item := anatomy.head.number) is None:
        return
    gap = anatomy.above(item)
    if anatomy.head.marks:
        yield at(item, "标志和发文字号之间", f"空{lines_shown(gap)}", "空二行", right=abs(gap - 2) <= 0.5)
    if anatomy.head.signer is None:
        middle = item.alignment == "center"
        yield at(item, "发文字号", "居中" if middle else "没有居中", "居中", right=middle)
        return
    lead = re.match(r"\t?", item.text)
    tabbed = item.tabs[0] / cell(anatomy, item) if lead and lead[0] and item.tabs else 0
    free = begins(item) + tabbed
    value = f"居左空{cells_shown(free)}" if item.alignment in {"left", "both"} else "没有居左"
    right = item.alignment in {"left", "both"} and 0.6 <= free <= 1.4
    yield at(item, "发文字号（上行文）", value, "居左空1字", right=right)


@clause(
    "版式-55",
    "错误",
    "7.2.6",
    name="签发人",
    finds="签发人的字体或标点不对",
    why="“签发人”三字用三号仿宋体字，后标全角冒号，姓名用三号楷体字。",
    wrong="签发人:张某某（仿宋）",
    right="签发人：张某某（楷体）",
)
def signer(anatomy: Anatomy) -> Iterator[Measured]:
    """“签发人：” in 仿宋, the names in 楷体."""
    if not anatomy.head or (item := anatomy.head.signer) is None:
        return
    start = item.text.find("签发人")
    end = start + len("签发人")
    numbered = _WHOLE_NUMBER.search(item.text, end)  # it may stand between the names, on the line of the last one
    first, last = numbered.span() if numbered else (len(item.text), len(item.text))
    colon = item.text[end : end + 1] == "："
    names = [*_between(item.runs, end, first), *_between(item.runs, last, len(item.text))]
    named = any(is_han(character) for run in names for character in run.text)
    label_face, name_face = wrong_face(_between(item.runs, start, end), "仿宋"), wrong_face(names, "楷体")
    shown = f"姓名{name_face or '楷体'}" if named else "没有姓名"
    value = f"“签发人”{label_face or '仿宋'}，{shown}，{'全角' if colon else '没有全角'}冒号"
    right = label_face is None and name_face is None and colon and named
    yield at(item, "签发人", value, "“签发人”仿宋，姓名楷体，全角冒号", right=right)


def _between(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return what some runs say between two places of their text."""
    result, before = [], 0
    for run in runs:
        result.append(replace(run, text=run.text[max(start - before, 0) : max(end - before, 0)]))
        before += len(run.text)
    return result


@clause(
    "版式-56",
    "错误",
    "7.2.7",
    name="红色分隔线",
    finds="红色分隔线不是红色，不在发文字号之下4毫米，或者不与版心等宽",
    why="发文字号之下4毫米处居中印一条与版心等宽的红色分隔线。",
    wrong="段落缩进2字，红线短了一截",
    right="与版心等宽，距发文字号4毫米",
)
def red_line(anatomy: Anatomy) -> Iterator[Measured]:
    """A red line 4 mm below the number, as wide as the text area; one that is drawn is not judged."""
    if not anatomy.head or (item := anatomy.head.number) is None:
        return
    if (line := item.below) is None:
        yield at(item, "红色分隔线", "不是段落边框，用 --render 看", "发文字号下4毫米", right=None)
        return
    foot = 0.2 * item.line if item.rule == "exact" else 0.29 * item.size
    distance = foot - _DESCENT * item.size + line.space
    short = item.left_cells + item.right_cells
    value = f"{'红色' if _RED.fullmatch(line.colour) else '不是红色'}，字号下{mm(distance)}"
    value += f"，比版心短{cells_shown(short)}" if abs(short) > 0.3 else ""
    right = _RED.fullmatch(line.colour) is not None and abs(distance / MM - 4) <= 1 and abs(short) <= 0.3
    yield at(item, "红色分隔线", value, "红色，字号下4毫米，与版心等宽", right=right)
