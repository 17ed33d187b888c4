"""The text for pasting into the editor of a website: one line per paragraph, cells divided by tabs."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

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
from drafter.writers.text import attachment_lines, attachment_mark, grid, note_text, shown, signature_lines

if TYPE_CHECKING:
    from drafter.blocks import Document, Furniture


def plain_text(document: Document) -> str:
    """Return the lines of a document; the same paragraphs as in Word, without indents."""
    return "\n".join(line for block in document.blocks for line in lines(block)) + "\n"


@singledispatch
def lines(block: Block) -> list[str]:
    """Return the paragraphs of a block."""
    raise TypeError(block)


@lines.register
def _title(block: Title) -> list[str]:
    return ["".join(map(shown, block.parts))]


@lines.register
def _heading(block: Heading) -> list[str]:
    return [block.number + shown(block.text) + (shown(block.body) if block.run_in else "")]


@lines.register
def _point(block: Point) -> list[str]:
    return [block.number + shown(block.text)]


@lines.register(Addressee)
@lines.register(Paragraph)
@lines.register(Closing)
def _paragraph(block: Addressee | Paragraph | Closing) -> list[str]:
    return [shown(block.text)]


@lines.register
def _table(block: Table) -> list[str]:
    rows = ["\t".join(row) for row in grid((block.head, *block.rows))]
    return ([shown(block.caption)] if block.caption else []) + [row for row in rows if row.strip()]


@lines.register
def _attachment_note(block: AttachmentNote) -> list[str]:
    return ["".join(line) for line in attachment_lines(block)]


@lines.register
def _signature(block: Signature) -> list[str]:
    return signature_lines(block)


@lines.register
def _note(block: Note) -> list[str]:
    return [note_text(block)]


@lines.register
def _attachment(block: Attachment) -> list[str]:
    return [attachment_mark(block), shown(block.title), *(line for part in block.body for line in lines(part))]


@lines.register(Masthead)
@lines.register(Imprint)
def _furniture(_: Furniture) -> list[str]:
    return []
