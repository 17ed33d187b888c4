"""版记 in Word (GB/T 9704—2012, 7.4): 抄送机关, 印发机关 and 印发日期, at the lower edge of the last page's text area.

A text box is the one form that every program puts there. It hangs on a paragraph of its own below the text, which
keeps as much room free as the box takes: where there is too little, both go to the next page, and the date with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

from drafter.width import width
from drafter.writers.landscape import lay
from drafter.writers.ooxml import HAIR, add_text, child, element, indent, low_paragraph, paragraph, spacing_above, tabs
from drafter.writers.package import template
from drafter.writers.text import shown
from drafter.writers.title import filled

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tc
    from docx.oxml.xmlchemy import BaseOxmlElement

    from drafter.blocks import Imprint
    from drafter.writers.sheet import Sheet

_LINE = 480
"""A line of 四号, in twips."""

_THICK, _THIN = 8, 6
"""首条、末条 0.35 mm, 中间 0.25 mm, in eighths of a point (7.4.1)."""

_EMU = 635
"""English metric units in a twip."""

_LABEL = "抄送："


def imprint(block: Imprint, sheet: Sheet) -> None:
    """Hang 版记 on a paragraph below the text."""
    wide = sheet.profile.width
    cell = round(sheet.profile.number("版记.字号") * 20)
    copies = shown(block.copies)
    room = wide // cell - 2 - width(_LABEL)
    lines = 1 + (len(filled(copies, room)) if copies else 0)
    run = template("imprint.xml")
    for box in run.iter(qn("w:txbxContent")):
        box.append(_table(block, wide, cell))
        end = low_paragraph(sheet.body)
        box.append(end)
    high = lines * _LINE + HAIR + 2 * 20
    _size(run, wide, high)
    cast("BaseOxmlElement", _anchor(sheet, high)).append(run)


def _anchor(sheet: Sheet, high: int) -> CT_P:
    """Return a paragraph below the text that keeps room free; date and 附注 stay on its page."""
    lay(sheet, across=False)
    last = sheet.last
    if isinstance(last, CT_P) and last.style in {"GWDate", "GWNote"}:
        last.get_or_add_pPr().keepNext_val = True
    added = low_paragraph(sheet.body)
    spacing_above(added, high)
    return added


def _table(block: Imprint, wide: int, cell: int) -> BaseOxmlElement:
    """Return the lines of 版记 between their rules, as wide as the text area."""
    table = element("tbl")
    about = child(table, "tblPr")
    child(about, "tblW", w=wide, type="dxa")
    borders = child(about, "tblBorders")
    for side, size in (("top", _THICK), ("bottom", _THICK), ("insideH", _THIN)):
        child(borders, side, val="single", sz=size, space=0, color="auto")
    child(about, "tblLayout", type="fixed")
    margins = child(about, "tblCellMar")
    for side in ("left", "right"):
        child(margins, side, w=0, type="dxa")
    child(child(table, "tblGrid"), "gridCol", w=wide)
    if block.copies:
        copies = _row(table, wide)
        hanging = round(width(_LABEL) * cell)
        indent(copies, left=cell + hanging, right=cell, hanging=hanging)
        add_text(copies, _LABEL + shown(block.copies))
    printed = _row(table, wide)
    indent(printed, left=cell)
    tabs(printed, right=str(wide - cell))
    add_text(printed, f"{shown(block.printer)}\t{shown(block.date)}")
    return table


def _row(table: BaseOxmlElement, wide: int) -> CT_P:
    cell = cast("CT_Tc", child(child(table, "tr"), "tc"))
    child(child(cell, "tcPr"), "tcW", w=wide, type="dxa")
    return paragraph(cell, "GWImprint")


def _size(run: BaseOxmlElement, wide: int, high: int) -> None:
    for extent in run.iter("{*}extent", "{*}ext"):
        extent.set("cx", str(wide * _EMU))
        extent.set("cy", str(high * _EMU))
    for shape in run.iter("{urn:schemas-microsoft-com:vml}rect"):
        shape.set("style", f"{shape.get('style')};width:{wide / 20:g}pt;height:{high / 20:g}pt")
