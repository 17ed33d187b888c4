"""Blocks to Word, in the layout of GB/T 9704—2012.

Everything that is the same for all elements of a kind stands in the styles (``templates/word/styles.xml``); only what
is computed (indents of signature and 附件说明) stands in the paragraph.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from docx.oxml.document import CT_Body
from docx.oxml.text.paragraph import CT_P

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Closing,
    Heading,
    Note,
    Paragraph,
    Point,
    Signature,
    Table,
    Title,
)
from drafter.writers import package
from drafter.writers.ooxml import CELL, SET, add_text, indent, insert_before, paragraph, spacing_above
from drafter.writers.signature import Place, places
from drafter.writers.table import table
from drafter.writers.text import attachment_lines, attachment_mark, grid, note_text, shown, width
from drafter.writers.title import lines

if TYPE_CHECKING:
    from drafter.blocks import Document


_SHORT = 6 * 28
"""Up to six lines (in characters) the last paragraph goes to the next page together with the signature."""


def docx(document: Document) -> bytes:
    """Return the bytes of a .docx file; the same document gives the same bytes."""
    file = package.opened()
    for block in document.blocks:
        _set(block, file.element.body)
    return package.saved(file)


@singledispatch
def _set(block: Block, body: CT_Body) -> None:
    """Append one block to the body."""
    raise TypeError(block, body)


@_set.register
def _title(block: Title, body: CT_Body) -> None:
    add_text(paragraph(body, "Title"), "\n".join(lines([shown(part) for part in block.parts])))


@_set.register
def _addressee(block: Addressee, body: CT_Body) -> None:
    add_text(paragraph(body, "GWAddressee"), shown(block.text))


@_set.register
def _heading(block: Heading, body: CT_Body) -> None:
    """Set a heading; a run-in one is a sentence in the linked character style of its level."""
    text = block.number + shown(block.text)
    if block.run_in:
        added = paragraph(body, "GWBody")
        add_text(added, text, f"Heading{block.level}Char")
        add_text(added, shown(block.body))
    else:
        add_text(paragraph(body, f"Heading{block.level}"), text)


@_set.register
def _paragraph(block: Paragraph, body: CT_Body) -> None:
    add_text(paragraph(body, "GWBody"), shown(block.text))


@_set.register
def _point(block: Point, body: CT_Body) -> None:
    add_text(paragraph(body, "GWBody"), block.number + shown(block.text))


@_set.register
def _closing(block: Closing, body: CT_Body) -> None:
    add_text(paragraph(body, "GWBody"), shown(block.text))


@_set.register
def _table(block: Table, body: CT_Body) -> None:
    if block.caption or not isinstance(_last(body), CT_P):  # two tables without a paragraph between them would be one
        add_text(paragraph(body, "GWTableCaption"), shown(block.caption))
    rows = grid((block.head, *block.rows))
    if rows[0]:
        insert_before(body.get_or_add_sectPr(), table(rows))


@_set.register
def _attachment_note(block: AttachmentNote, body: CT_Body) -> None:
    """Set 附件说明; a second line of a title begins below the title's first character (7.3.4)."""
    for label, number, title in attachment_lines(block):
        added = paragraph(body, "GWAttachNote")
        if not label:
            spacing_above(added, 0)
        hanging = width(label) + _number_width(number)
        indent(added, left=round((5 + _number_width(number)) * CELL), hanging=round(hanging * CELL))
        add_text(added, label + number + title)


def _number_width(number: str) -> float:
    """Return the width of “1.” in characters: in the Latin face the point takes a quarter of one."""
    return width(number) - number.count(".") / 4


@_set.register
def _signature(block: Signature, body: CT_Body) -> None:
    _keep_end_together(body)
    names, date = [shown(name) for name in block.names], shown(block.date)
    over, under = places([width(name) for name in names], width(date), sealed=block.sealed)
    for name, place in zip(names, over, strict=True):
        _signature_line(body, "GWSignature", name, place)
    _signature_line(body, "GWDate", date, under)


def _signature_line(body: CT_Body, style: str, text: str, place: Place) -> None:
    added = paragraph(body, style)
    spacing_above(added, place.above)
    indent(added, right=round(place.right * SET))
    add_text(added, text)


def _keep_end_together(body: CT_Body) -> None:
    """Keep the end of the body on the page of the signature, which may not stand alone (7.3.5.5: no “此页无正文”).

    A long paragraph is left alone: programs move it as a whole and would leave half a page empty.
    """
    last = _last(body)
    while isinstance(last, CT_P) and width(last.text) <= _SHORT:
        last.get_or_add_pPr().keepNext_val = True
        if last.style != "GWAttachNote":
            return
        last = last.getprevious()


@_set.register
def _note(block: Note, body: CT_Body) -> None:
    """Set 附注 below the date and on its page (7.3.6)."""
    date = _last(body)
    if isinstance(date, CT_P):
        date.get_or_add_pPr().keepNext_val = True
    add_text(paragraph(body, "GWNote"), note_text(block))


@_set.register
def _attachment(block: Attachment, body: CT_Body) -> None:
    add_text(paragraph(body, "GWAttachMark"), attachment_mark(block))
    add_text(paragraph(body, "GWAttachTitle"), "\n".join(lines([shown(block.title)])))
    for part in block.body:
        _set(part, body)


def _last(body: CT_Body) -> object:
    """Return what the body ends with so far."""
    content = body.inner_content_elements
    return content[-1] if content else None
