"""Blocks to Word, in the layout of GB/T 9704—2012.

Everything that is the same for all elements of a kind stands in the styles (``templates/word/styles.xml``); only what
is computed (indents of signature and 附件说明, 发文机关标志) stands in the paragraph.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Closing,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Point,
    Signature,
    Table,
    Title,
)
from drafter.numbering.ending import kept_notes
from drafter.width import width
from drafter.writers import package
from drafter.writers.imprint import imprint
from drafter.writers.landscape import lay, number_turned_pages
from drafter.writers.masthead import masthead
from drafter.writers.ooxml import add_text, child, element, indent, insert_before, paragraph, spacing_above
from drafter.writers.profiles import standard
from drafter.writers.sheet import Sheet
from drafter.writers.signature import Place, places, stamp_places
from drafter.writers.table import narrowest, table
from drafter.writers.text import attachment_lines, attachment_mark, grid, note_text, shown, signature_lines
from drafter.writers.title import lines

if TYPE_CHECKING:
    from drafter.blocks import Document
    from drafter.writers.profile import Profile


def docx(document: Document, profile: Profile | None = None) -> bytes:
    """Return the bytes of a .docx file; the same document gives the same bytes."""
    chosen = profile or standard()
    file = package.opened(chosen)
    sheet = Sheet(file.element.body, chosen)
    for block in document.blocks:
        _set(block, sheet)
    number_turned_pages(file, chosen)
    return package.saved(file)


@singledispatch
def _set(block: Block, sheet: Sheet) -> None:
    """Append one block to the body."""
    raise TypeError(block, sheet)


@_set.register
def _masthead(block: Masthead, sheet: Sheet) -> None:
    masthead(block, sheet)


@_set.register
def _imprint(block: Imprint, sheet: Sheet) -> None:
    imprint(block, sheet)


@_set.register
def _title(block: Title, sheet: Sheet) -> None:
    """Set the title; below the red line of 版头 it leaves two lines free (7.3.1)."""
    before = sheet.last
    added = paragraph(sheet.body, "Title")
    if before is not None:
        spacing_above(added, 2 * sheet.profile.line)
    parts = [shown(part) for part in block.parts]
    _title_lines(added, lines(parts, sheet.profile.title_limit, fixed=block.fixed))


def _title_lines(to: CT_P, broken: list[str]) -> None:
    """Set the lines of a title; a blank between two names would move the middle of a line that ends with it."""
    add_text(to, "\n".join(line.strip() for line in broken))


@_set.register
def _addressee(block: Addressee, sheet: Sheet) -> None:
    add_text(paragraph(sheet.body, "GWAddressee"), shown(block.text))


@_set.register
def _heading(block: Heading, sheet: Sheet) -> None:
    """Set a heading; a run-in one is a sentence in the linked character style of its level, or of its own."""
    text = block.number + shown(block.text)
    if not block.run_in:
        add_text(paragraph(sheet.body, f"Heading{block.level}"), text)
        return
    if sheet.profile.style_separator:
        lead = paragraph(sheet.body, f"Heading{block.level}")
        add_text(lead, text)
        _separate(lead)
        add_text(paragraph(sheet.body, "GWBody"), shown(block.body))
        return
    added = paragraph(sheet.body, "GWBody")
    add_text(added, text, f"Heading{block.level}Char")
    add_text(added, shown(block.body))


def _separate(lead: CT_P) -> None:
    """Hide the end of a paragraph, so that the next one goes on on its line (Word’s style separator)."""
    mark = element("rPr")
    child(mark, "vanish")
    child(mark, "specVanish")
    lead.get_or_add_pPr().insert_element_before(mark, "w:sectPr", "w:pPrChange")


@_set.register(Paragraph)
@_set.register(Closing)
def _paragraph(block: Paragraph | Closing, sheet: Sheet) -> None:
    add_text(paragraph(sheet.body, "GWBody"), shown(block.text))


@_set.register
def _point(block: Point, sheet: Sheet) -> None:
    add_text(paragraph(sheet.body, "GWBody"), block.number + shown(block.text))


@_set.register
def _table(block: Table, sheet: Sheet) -> None:
    if block.caption or not isinstance(sheet.last, CT_P):  # two tables without a paragraph between them would be one
        add_text(paragraph(sheet.body, "GWTableCaption"), shown(block.caption))
    rows = grid((block.head, *block.rows))
    if rows[0]:
        insert_before(sheet.body.get_or_add_sectPr(), table(rows, sheet.width, sheet.profile))


@_set.register
def _attachment_note(block: AttachmentNote, sheet: Sheet) -> None:
    """Set 附件说明; a second line of a title begins below the title's first character (7.3.4)."""
    cell = sheet.profile.cell
    for label, number, title in attachment_lines(block):
        added = paragraph(sheet.body, "GWAttachNote")
        if not label:
            spacing_above(added, 0)
        hanging = width(label) + _number_width(number)
        indent(added, left=round((5 + _number_width(number)) * cell), hanging=round(hanging * cell))
        add_text(added, label + number + title)


def _number_width(number: str) -> float:
    """Return the width of “1.” in characters: in the Latin face the point takes a quarter of one."""
    return width(number) - number.count(".") / 4


@_set.register
def _signature(block: Signature, sheet: Sheet) -> None:
    _keep_end_together(sheet)
    *names, date = signature_lines(block)
    if block.stamps:
        over, under = stamp_places([width(shown(stamp)) for stamp in block.stamps])
    else:
        over, under = places(
            [width(name) for name in names], width(date), sealed=block.sealed, line=sheet.profile.characters
        )
    for name, place in zip(names, over, strict=True):
        _signature_line(sheet, "GWSignature", name, place)
    _signature_line(sheet, "GWDate", date, under)


def _signature_line(sheet: Sheet, style: str, text: str, place: Place) -> None:
    added = paragraph(sheet.body, style)
    spacing_above(added, place.above * sheet.profile.line)
    indent(added, right=round(place.right * sheet.profile.set))
    add_text(added, text)


def _keep_end_together(sheet: Sheet) -> None:
    """Keep the end of the body on the page of the signature, which may not stand alone (7.3.5.5: no “此页无正文”).

    Above a single line, such as “特此报告。”, the paragraph before it is kept too. Of a long paragraph Word takes the
    last line over to the next page; LibreOffice takes the whole of it, so that the program gives it a copy of its own
    to make a PDF of (``drafter.rendering.ending``). Of a long 附件说明 the last lines are kept alone.
    """
    last = sheet.last
    notes = _notes(sheet)
    for note in notes[: kept_notes([note.text for note in notes])]:
        last = _keep(note)
    if _has_style(last, "GWAttachNote"):
        return
    if isinstance(last, CT_Tbl):
        for text in last.tr_lst[-1].iter(qn("w:p")):
            _keep(text)
    elif isinstance(last, CT_P):
        above = _keep(last)
        if width(last.text) <= sheet.profile.characters - 2 and _has_style(above, "GWBody"):
            _keep(above)


def _notes(sheet: Sheet) -> list[CT_P]:
    """Return the lines of 附件说明, the last first."""
    notes: list[CT_P] = []
    last = sheet.last
    while _has_style(last, "GWAttachNote"):
        notes.append(cast("CT_P", last))
        last = notes[-1].getprevious()
    return notes


def _has_style(block: object, style: str) -> bool:
    return isinstance(block, CT_P) and block.style == style


def _keep(block: object) -> object:
    """Keep a paragraph with the next; return what stands before it."""
    kept = cast("CT_P", block)
    kept.get_or_add_pPr().keepNext_val = True
    return kept.getprevious()


@_set.register
def _note(block: Note, sheet: Sheet) -> None:
    """Set 附注 below the date and on its page (7.3.6)."""
    date = sheet.last
    if isinstance(date, CT_P):
        date.get_or_add_pPr().keepNext_val = True
    add_text(paragraph(sheet.body, "GWNote"), note_text(block))


@_set.register
def _attachment(block: Attachment, sheet: Sheet) -> None:
    lay(sheet, across=any(_too_wide(part, sheet) for part in block.body))
    add_text(paragraph(sheet.body, "GWAttachMark"), attachment_mark(block))
    _title_lines(paragraph(sheet.body, "GWAttachTitle"), lines([shown(block.title)], sheet.profile.title_limit))
    for part in block.body:
        _set(part, sheet)


def _too_wide(block: Paragraph | Table, sheet: Sheet) -> bool:
    return isinstance(block, Table) and narrowest(grid((block.head, *block.rows)), sheet.profile) > sheet.profile.width
