"""版头 in Word (GB/T 9704—2012, 7.2): 紧急程度, 发文机关标志, 发文字号 and 签发人, the red line.

份号 and 密级 are not set: only 涉密公文 carry them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from drafter.width import width
from drafter.writers.ooxml import add_text, child, element, insert_before, paragraph, spacing_above, tabs
from drafter.writers.text import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.table import CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

    from drafter.blocks import Masthead
    from drafter.writers.sheet import Sheet

_EDGE = 1984
"""“上边缘至版心上边缘为 35 mm” (7.2.4), in twips."""

_LEADING = 1.25
"""The exact line of the mark, in type sizes; programs put the baseline at 80 % of it."""

_INK = 0.756
"""How far Han characters reach above the baseline, in type sizes (measured)."""

_NARROWEST = 66
"""Long names are set narrower, down to this percentage, then smaller (实务)."""

_SLACK = 50
"""Where there is a grid of characters, LibreOffice 7 sets its lines in that much less room, in twips (measured)."""

_SUFFIX = "文件"


def masthead(block: Masthead, sheet: Sheet) -> None:
    """Append 版头."""
    if block.urgency:
        add_text(paragraph(sheet.body, "GWUrgency"), shown(block.urgency))
    marks = [shown(mark) for mark in block.marks]
    above = _EDGE - (sheet.profile.line if block.urgency else 0)
    if len(marks) > 1 and marks[-1].endswith(_SUFFIX):
        _beside_suffix([*marks[:-1], marks[-1].removesuffix(_SUFFIX)], above, sheet)
    else:
        size, scale = _fit(max(map(width, marks)), sheet.profile.width, sheet)
        for order, mark in enumerate(marks):
            added = paragraph(sheet.body, "GWOrgMark")
            spacing_above(added, _rise(above, size) if order == 0 else 0)
            _mark(added, mark, size, scale)
    _number_and_signers(shown(block.document_number), [shown(signer) for signer in block.signers], sheet)


def _fit(characters: float, room: int, sheet: Sheet) -> tuple[float, int]:
    """Return the type size (in points) and the width in percent for a name to fit on one line."""
    largest = sheet.profile.number("发文机关标志.字号")
    each = (room - _SLACK) / 20 / characters
    scale = int(each / largest * 100)
    if scale >= _NARROWEST:
        return largest, min(scale, 100)
    return max(int(each / _NARROWEST * 100), 8), _NARROWEST


def _rise(above: int, size: float) -> int:
    """Return the space above a line for its characters to begin that far down."""
    return round(above - (0.8 * _LEADING - _INK) * size * 20)


def _mark(to: CT_P, text: str, size: float, scale: int) -> None:
    to.get_or_add_pPr().spacing_line = Twips(round(size * 20 * _LEADING))
    add_text(to, text)
    for run in to.r_lst:
        properties = run.get_or_add_rPr()
        properties.sz_val = Pt(size)
        if scale < 100:
            narrow = element("w")
            narrow.set(qn("w:val"), str(scale))
            properties.insert_element_before(narrow, "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def _beside_suffix(names: Sequence[str], above: int, sheet: Sheet) -> None:
    """Set joint names one below the other, and “文件” at their right in the middle (7.2.4)."""
    longest = max(map(width, names))
    size, scale = _fit(longest + 2.5, sheet.profile.width, sheet)
    right = round(2.5 * size * 20 * scale / 100)
    columns = (sheet.profile.width - right, right)
    table = element("tbl")
    about = child(table, "tblPr")
    child(about, "tblW", w=sheet.profile.width, type="dxa")
    child(about, "tblLayout", type="fixed")
    margins = child(about, "tblCellMar")
    for side in ("left", "right"):
        child(margins, side, w=0, type="dxa")
    grid = child(table, "tblGrid")
    for column in columns:
        child(grid, "gridCol", w=column)
    for order, name in enumerate(names):
        row = child(table, "tr")
        child(child(row, "trPr"), "cantSplit")
        above = _rise(above, size) if order == 0 else 0
        _mark(_cell(row, columns[0], above), name, size, scale)
        beside = _cell(row, columns[1], above, merged="restart" if order == 0 else "continue")
        _mark(beside, "" if order else _SUFFIX, size, scale)
    insert_before(sheet.body.get_or_add_sectPr(), table)


def _cell(row: BaseOxmlElement, wide: int, above: int, merged: str = "") -> CT_P:
    """Append a cell; return its paragraph."""
    cell = cast("CT_Tc", child(row, "tc"))
    about = child(cell, "tcPr")
    child(about, "tcW", w=wide, type="dxa")
    if merged:
        child(about, "vMerge", val=merged)
        child(about, "vAlign", val="center")
    added = paragraph(cell, "GWOrgMark")
    spacing_above(added, above)
    return added


def _number_and_signers(number: str, signers: Sequence[str], sheet: Sheet) -> None:
    """Set 发文字号 one character from the left, on the line of the last 签发人; two names a line (7.2.5, 7.2.6)."""
    pairs = [signers[start : start + 2] for start in range(0, len(signers), 2)]
    first = max(width(pair[0]) for pair in pairs)
    second = max((width(pair[1]) + 1 for pair in pairs if len(pair) > 1), default=0)
    profile = sheet.profile
    names = round(profile.width - profile.cell - (first + second) * profile.set)
    added = paragraph(sheet.body, "GWDocNumber")
    places = (profile.cell, names - 4 * profile.cell, names, names + round((first + 1) * profile.set))
    tabs(added, left=" ".join(map(str, places[: 4 if second else 3])))
    for order, pair in enumerate(pairs):
        last = order == len(pairs) - 1
        add_text(added, ("\n" if order else "") + "\t" + (number if last else "") + "\t")
        add_text(added, ("签发人：" if order == 0 else "") + "\t")
        add_text(added, "\t".join(pair), "GWSignerChar")
