"""A table in Word: as wide as the text area, its head row repeated on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from drafter.writers.ooxml import add_text, child, element, paragraph
from drafter.writers.text import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.table import CT_Tc
    from docx.oxml.xmlchemy import BaseOxmlElement

_NARROWEST, _WIDEST = 3, 12
"""A column's share of the width goes by its longest text, within these bounds, in characters."""


def table(rows: Sequence[Sequence[str]], total: int) -> BaseOxmlElement:
    """Return a table of rows of equal length, as wide as the text area; the first row is its head."""
    widths = _widths(rows, total)
    result = element("tbl")
    properties = child(result, "tblPr")
    child(properties, "tblStyle", val="GWTable")
    child(properties, "tblW", w=total, type="dxa")
    child(properties, "jc", val="center")
    child(properties, "tblLayout", type="fixed")
    columns = child(result, "tblGrid")
    for column in widths:
        child(columns, "gridCol", w=column)
    for order, row in enumerate(rows):
        _row(result, row, widths, head=order == 0)
    return result


def _row(to: BaseOxmlElement, texts: Sequence[str], widths: Sequence[int], *, head: bool) -> None:
    row = child(to, "tr")
    properties = child(row, "trPr")
    child(properties, "cantSplit")
    child(properties, "trHeight", val=454, hRule="atLeast")
    if head:
        child(properties, "tblHeader")
    for text, column in zip(texts, widths, strict=True):
        cell = cast("CT_Tc", child(row, "tc"))
        about = child(cell, "tcPr")
        child(about, "tcW", w=column, type="dxa")
        child(about, "vAlign", val="center")
        add_text(paragraph(cell, "GWTableHead" if head else "GWTableText"), text)


def _widths(rows: Sequence[Sequence[str]], total: int) -> list[int]:
    """Divide the width among the columns."""
    longest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    shares = [min(max(share, _NARROWEST), _WIDEST) for share in longest]
    widths = [int(total * share / sum(shares)) for share in shares]
    return [*widths[:-1], total - sum(widths[:-1])]
