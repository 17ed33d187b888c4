"""版式: 附件说明, 署名, 成文日期, 附注 (GB/T 9704—2012, 7.3.4 to 7.3.6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.layout import Measured, at, begins, cells_shown, clause, line_cells, lines_shown
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Paragraph

_NEAR = 0.6  # characters
_DATE = re.compile(r"20\d\d年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
_OPEN = re.compile(r"20\d\d年([1-9]|1[0-2])?[\s\u3000]*月[\s\u3000]*日?")
_STAMPED = re.compile(r".*[^\u3000 ][\u3000 ]{2,}([\u4e00-\u9fff·]{2,6})")
"""A post and, two characters on, the name that is stamped (7.3.5.3)."""
_APART = re.compile(r"[\u3000 ]{2,}")
"""What parts names that stand side by side; the date goes by the last of them (7.3.5.1)."""
_SEALED_MOST = 6.0  # empty lines that a seal may need above the name


@clause(
    "版式-32",
    "错误",
    "7.3.4",
    name="附件说明位置",
    finds="附件说明没有在正文下空一行、左空二字，或者回行没有与名称对齐",
    why="附件说明在正文下空一行左空二字编排；名称较长需回行时，与上一行附件名称的首字对齐。",
    wrong="附件说明紧接正文",
    right="正文下空一行，左空二字",
)
def note_place(anatomy: Anatomy) -> Iterator[Measured]:
    """One empty line above, two characters in; further lines begin below the first character of the title."""
    for order, item in enumerate(anatomy.attachment_notes):
        first = begins(item)
        label = re.match(r"\s*(附\s*件\s*[:：])?\s*(\d{1,2}[.．])?", item.text)
        lead = 0 if label is None else width(label[0].strip()) - (0.25 if label[2] else 0)
        wraps = first + width(item.text) > line_cells(anatomy, item)
        aligned = not wraps or abs(item.left_cells - first - lead) <= _NEAR
        if order == 0:
            gap = anatomy.above(item)
            value = f"空{lines_shown(gap)}，左空{cells_shown(first)}"
            placed = abs(gap - 1) <= 0.35 and abs(first - 2) <= 0.35
            required = "正文下空一行，左空二字"
        else:
            value, placed, required = (
                f"左空{cells_shown(first)}",
                abs(first - 5) <= _NEAR,
                "序号与上一行序号对齐（左空5字）",
            )
        value += "" if aligned else f"，回行左空{cells_shown(item.left_cells)}"
        yield at(
            item, "附件说明", value, required + ("" if aligned else "，回行与名称首字对齐"), right=placed and aligned
        )


@clause(
    "版式-33",
    "错误",
    "7.3.4",
    name="附件说明写法",
    finds="附件说明的冒号、序号、标点不对",
    why="“附件”后标全角冒号和附件名称；多个附件用阿拉伯数字标序号（如“附件：1.×××”）；名称后不加标点。",
    wrong="附件:1、主要数据表。",
    right="附件：1.主要数据表",
)
def note_form(anatomy: Anatomy) -> Iterator[Measured]:
    """Full-width colon, numbers where there are several, no mark at the end."""
    several = len(anatomy.attachment_notes) > 1
    for order, item in enumerate(anatomy.attachment_notes, start=1):
        text = item.text.strip()
        lead = "附件：" if order == 1 else ""
        pattern = lead + (rf"{order}[.．]\s*" if several else r"(?:1[.．])?\s*") + r".*[^。；，、,;.]"
        yield at(
            item,
            "附件说明",
            text,
            f"“{lead}{f'{order}.' if several else ''}名称”",
            right=bool(re.fullmatch(pattern, text)),
        )


def _right(anatomy: Anatomy, item: Paragraph) -> float:
    """Return how many characters are free at the right of a line."""
    line, text = line_cells(anatomy, item), item.text.strip("\n")
    trailing = len(text) - len(text.rstrip("\u3000"))
    wide = width(text.strip())
    if item.alignment == "right":
        return item.right_cells + trailing
    if item.alignment == "center":
        return (line - begins(item) - item.right_cells - wide) / 2 + item.right_cells
    return line - begins(item) - wide


def _sealed(names: list[tuple[float, float]], date: tuple[float, float]) -> bool:
    """Tell whether all names are centred over the date (7.3.5.1); pairs are free space at the right and width."""
    return all(abs(right + wide / 2 - date[0] - date[1] / 2) <= _NEAR for right, wide in names)


def _places(anatomy: Anatomy) -> tuple[list[tuple[float, float]], tuple[float, float]] | None:
    if anatomy.date is None or not anatomy.names:
        return None
    names = [(_right(anatomy, item), width(_APART.split(item.text.strip())[-1])) for item in anatomy.names]
    return names, (_right(anatomy, anatomy.date), width(anatomy.date.text.strip()))


@clause(
    "版式-34",
    "错误",
    "7.3.5",
    name="署名和日期位置",
    finds="署名和成文日期的左右位置不对",
    why="加盖印章的：日期一般右空四字，署名以日期为准居中。不加盖印章的：署名右空二字，日期首字比署名首字右移二字；"
    "日期长于署名的，日期右空二字，署名相应增加右空字数。加盖签发人签名章的：签名章、日期都右空四字。",
    wrong="署名、日期都靠右顶格",
    right="署名右空2字，日期右移2字",
)
def signature(anatomy: Anatomy) -> Iterator[Measured]:
    """The arrangement with a seal, the one without, or that of a 签名章."""
    found = _places(anatomy)
    if found is None or anatomy.date is None:
        return
    names, date = found
    if _stamped(anatomy):
        free = min(right for right, _ in names)
        value = f"签名章右空{cells_shown(free)}，日期右空{cells_shown(date[0])}"
        right = abs(free - 4) <= _NEAR and abs(date[0] - 4) <= _NEAR
        yield at(anatomy.date, "签名章和日期", value, "都右空4字", right=right)
        return
    value = f"署名右空{'、'.join(cells_shown(right) for right, _ in names)}，日期右空{cells_shown(date[0])}"
    line = line_cells(anatomy, anatomy.date)
    if any(wide > line for _, wide in names):
        yield at(anatomy.date, "署名和日期", value, "署名不回行", right=None)
        return
    unsealed = _unsealed(names, date)
    required = f"署名右空{cells_shown(unsealed[0])}、日期右空{cells_shown(unsealed[1])}"
    required += "；加盖印章的，日期右空4字、署名以日期为准居中"
    if _fits_unsealed(names, date):
        yield at(anatomy.date, "署名和日期", value + "（不加盖印章）", required, right=True)
    elif _sealed(names, date) and date[0] < line / 2:
        axis = max([4 + date[1] / 2, *(wide / 2 for _, wide in names)])
        right = abs(date[0] + date[1] / 2 - axis) <= _NEAR
        made = at(anatomy.date, "署名和日期", value + "（加盖印章）", "日期右空4字，署名以日期为准居中", right=right)
        yield Measured(made.what, made.value, made.required, right, made.paragraph, made.words, "警告")
    else:
        yield at(anatomy.date, "署名和日期", value, required, right=False)


def _stamped(anatomy: Anatomy) -> bool:
    """Tell whether every line of the signature is a post with a stamped name."""
    return all(_STAMPED.fullmatch(item.text.strip()) for item in anatomy.names)


def _unsealed(names: list[tuple[float, float]], date: tuple[float, float]) -> tuple[float, float]:
    """Return what 7.3.5.2 leaves free at the right of the last name and of the date."""
    name, wide = names[-1][1], date[1]
    return (2, name - wide) if name >= wide else (4 + wide - name, 2)


def _fits_unsealed(names: list[tuple[float, float]], date: tuple[float, float]) -> bool:
    name_right, date_right = _unsealed(names, date)
    return abs(names[-1][0] - name_right) <= _NEAR and abs(date[0] - date_right) <= _NEAR


@clause(
    "版式-35",
    "错误",
    "7.3.5",
    name="署名上方",
    finds="正文（或附件说明）和署名之间空的行数不对",
    why="不加盖印章的空一行；加盖印章的按印章大小留空，印章顶端上距正文（或附件说明）一行之内；"
    "签名章在正文下空二行，日期在签名章下空一行。",
    wrong="正文下一行就是署名",
    right="空一行",
)
def signature_gap(anatomy: Anatomy) -> Iterator[Measured]:
    """One empty line above the first name; with a seal as many as the seal needs; then the date right below."""
    found = _places(anatomy)
    if found is None or anatomy.date is None:
        return
    gap, below = anatomy.above(anatomy.names[0]), anatomy.above(anatomy.date)
    if _stamped(anatomy):
        yield at(anatomy.names[0], "签名章上方", f"空{lines_shown(gap)}", "空二行", right=abs(gap - 2) <= 0.35)
        yield at(anatomy.date, "签名章和日期之间", f"空{lines_shown(below)}", "空一行", right=abs(below - 1) <= 0.35)
        return
    names, date = found
    # Short names may stand right for both arrangements, misplaced ones for neither: then either distance will do.
    seal = _sealed(names, date) or not _fits_unsealed(names, date)
    right = (1 - 0.35 <= gap <= _SEALED_MOST) if seal else abs(gap - 1) <= 0.35
    required = "空一行至五行（印章的位置）" if seal else "空一行"
    yield at(anatomy.names[0], "署名上方", f"空{lines_shown(gap)}", required, right=right)
    yield at(anatomy.date, "署名和日期之间", f"空{lines_shown(below)}", "日期在署名下一行", right=abs(below) <= 0.35)


@clause(
    "版式-36",
    "错误",
    "7.3.5.4",
    name="成文日期写法",
    finds="成文日期不是阿拉伯数字，年月日不全，或者编了虚位",
    why="成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（即1不编为01）。",
    wrong="二〇二五年一月八日、2025年01月08日、25年1月8日",
    right="2025年1月8日",
)
def date_form(anatomy: Anatomy) -> Iterator[Measured]:
    """Arabic digits, all three parts, no leading zero; a day that is still open is a hint."""
    if (item := anatomy.date) is None:
        return
    text = item.text.strip()
    if _OPEN.fullmatch(text) and not _DATE.fullmatch(text):
        made = at(item, "成文日期", f"{text}（日还空着）", "签发以后填上日", right=False)
        yield Measured(made.what, made.value, made.required, False, made.paragraph, made.words, "提示")
    else:
        yield at(item, "成文日期", text, "如“2025年1月8日”", right=bool(_DATE.fullmatch(text)))


@clause(
    "版式-37",
    "错误",
    "7.3.6",
    name="附注",
    finds="附注没有左空二字、加圆括号、编排在成文日期下一行",
    why="如有附注，居左空二字加圆括号编排在成文日期下一行。",
    wrong="此件公开发布",
    right="（此件公开发布）",
)
def note(anatomy: Anatomy) -> Iterator[Measured]:
    """Two characters in, in full-width brackets, right below the date."""
    if (item := anatomy.note) is None:
        return
    text, first, gap = item.text.strip(), begins(item), anatomy.above(item)
    brackets = text.startswith("（") and text.endswith("）")
    value = f"左空{cells_shown(first)}，{'有' if brackets else '没有'}圆括号，日期下空{lines_shown(gap)}"
    right = brackets and abs(first - 2) <= 0.35 and abs(gap) <= 0.35
    yield at(item, "附注", value, "左空2字，加圆括号，在日期下一行", right=right)
