"""A table in Word: as wide as the text area, its head row repeated on each page."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, cast

from docx.enum.text import WD_ALIGN_PARAGRAPH

from drafter.width import width
from drafter.writers.ooxml import add_text, child, element, paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.table import CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement

    from drafter.writers.profile import Profile

_NARROWEST, _WIDEST = 3, 12
"""A column's share of the width that is left goes by its longest text, within these bounds, in characters."""

_WORD = 4
"""Characters of a text that stand on one line of a cell at least: a word is not torn apart."""

_LATIN = 8
"""So much of a Latin word, in characters, stands on one line; an address may be torn."""

_MARGINS = 216
"""The margins of a cell (``templates/word/styles.xml``), in twips."""


def narrowest(rows: Sequence[Sequence[str]], profile: Profile) -> int:
    """Return how wide a table must be at least, in twips: numbers keep to one line, texts break after a word."""
    return sum(_least(rows, _character(profile)))


def _character(profile: Profile) -> int:
    """Return the width of a character in a cell, in twips."""
    return round(20 * max(profile.number("表头.字号"), profile.number("表文.字号")))


def _least(rows: Sequence[Sequence[str]], character: int) -> list[int]:
    return [_MARGINS + ceil(character * max(map(_unbroken, column))) for column in zip(*rows, strict=True)]


def _unbroken(text: str) -> float:
    """Return how many characters must stand on one line; beside a number LibreOffice leaves a quarter of one free."""
    numbers = re.findall(r"[\d.,%]+", text)
    words = re.findall("[A-Za-z]+", text)
    gaps = len(numbers) / 2 if numbers != [text] else 0
    return max([min(width(text), _WORD) + gaps, *map(width, numbers), *(min(width(word), _LATIN) for word in words)])


def table(rows: Sequence[Sequence[str]], total: int, profile: Profile) -> BaseOxmlElement:
    """Return a table of rows of equal length, as wide as the text area; the first row is its head.

    What goes over more than one line of a cell is not centred.
    """
    character = _character(profile)
    widths = _widths(rows, total, character)
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
        added = _row(result, row, widths, head=order == 0)
        for text, cell, column in zip(row, added, widths, strict=True):
            if order and width(text) * character > column - _MARGINS:
                cell.get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.JUSTIFY
    return result


def _row(to: BaseOxmlElement, texts: Sequence[str], widths: Sequence[int], *, head: bool) -> list[CT_P]:
    """Append a row; return the paragraphs of its cells."""
    row = child(to, "tr")
    added = []
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
        added.append(paragraph(cell, "GWTableHead" if head else "GWTableText"))
        add_text(added[-1], text)
    return added


def _widths(rows: Sequence[Sequence[str]], total: int, character: int) -> list[int]:
    """Divide the width among the columns: what each needs, and the rest by their longest texts."""
    least = _least(rows, character)
    longest = [max(map(width, column)) for column in zip(*rows, strict=True)]
    shares = [min(max(share, _NARROWEST), _WIDEST) for share in longest]
    rest = total - sum(least)
    if rest < 0:
        least, shares, rest = [0] * len(least), [float(one) for one in least], total
    widths = [one + int(rest * share / sum(shares)) for one, share in zip(least, shares, strict=True)]
    return [*widths[:-1], total - sum(widths[:-1])]
