"""Blocks to CommonMark (with pipe tables), the same paragraphs as in Word.

A CommonMark parser reads back the same text: whatever in prose would be a mark is escaped.
"""

from __future__ import annotations

import re
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
    plain,
)
from drafter.writers.text import attachment_lines, attachment_mark, grid, note_text, shown, signature_lines

if TYPE_CHECKING:
    from drafter.blocks import Document, Furniture


def markdown(document: Document) -> bytes:
    """Return the bytes of a Markdown file."""
    return ("\n\n".join(chunk for block in document.blocks for chunk in _chunks(block)) + "\n").encode()


@singledispatch
def _chunks(block: Block) -> list[str]:
    """Return the paragraphs of a block, marked up."""
    raise TypeError(block)


@_chunks.register
def _title(block: Title) -> list[str]:
    return [f"# {escaped(''.join(shown(part) for part in block.parts))}"]


@_chunks.register
def _heading(block: Heading) -> list[str]:
    text = block.number + shown(block.text)
    if not block.run_in:
        return [f"{'#' * (block.level + 1)} {escaped(text)}"]
    return [_strong(text) + escaped(shown(block.body), begins=False)]


@_chunks.register
def _point(block: Point) -> list[str]:
    return [escaped(block.number + shown(block.text))]


@_chunks.register(Addressee)
@_chunks.register(Paragraph)
@_chunks.register(Closing)
def _text(block: Addressee | Paragraph | Closing) -> list[str]:
    return [escaped(shown(block.text))]


@_chunks.register
def _table(block: Table) -> list[str]:
    caption = [f"**{escaped(shown(block.caption))}**"] if plain(block.caption) else []
    head, *rows = (f"| {' | '.join(map(escaped, row))} |" for row in grid((block.head, *block.rows)))
    columns = len(grid((block.head, *block.rows))[0])
    return [*caption, "\n".join([head, "|" + " --- |" * columns, *rows])] if columns else caption


@_chunks.register
def _attachment_note(block: AttachmentNote) -> list[str]:
    return [escaped("".join(line)) for line in attachment_lines(block)]


@_chunks.register
def _signature(block: Signature) -> list[str]:
    """Set the names and the date at the right; Markdown has no room for a seal."""
    return ['<div align="right">', *map(escaped, signature_lines(block)), "</div>"]


@_chunks.register(Masthead)
@_chunks.register(Imprint)
def _furniture(_: Furniture) -> list[str]:
    """Leave out what belongs to the paper."""
    return []


@_chunks.register
def _note(block: Note) -> list[str]:
    return [escaped(note_text(block))]


@_chunks.register
def _attachment(block: Attachment) -> list[str]:
    inner = [chunk for part in block.body for chunk in _chunks(part)]
    return ["---", escaped(attachment_mark(block)), f"## {escaped(shown(block.title))}", *inner]


_MARK = re.compile(r"[\\`*_\[\]<>#&|~$]")
_BULLET = re.compile(r"^[-+=]")
_ORDERED = re.compile(r"^([0-9]{1,9})([.)])(?=\s|$)")
_EDGE = re.compile(r"^\s+|\s+$")


def escaped(text: str, *, begins: bool = True) -> str:
    """Return text so that a CommonMark parser reads just this text; ``begins`` tells whether it begins a paragraph."""
    marked = _MARK.sub(r"\\\g<0>", text)
    if begins:
        marked = _ORDERED.sub(r"\1\\\2", _BULLET.sub(r"\\\g<0>", marked))
    return _EDGE.sub(lambda blanks: "".join(f"&#{ord(blank)};" for blank in blanks[0]), marked)


def _strong(text: str) -> str:
    """Return a text in bold type.

    A closing ``**`` between a full-width mark and a Han character does not close: the mark goes outside, where it is
    what follows the ``**``. Without such a mark only the tag is safe.
    """
    if text.endswith(("。", "？", "！")) and len(text) > 1:
        return f"**{escaped(text[:-1])}**{text[-1]}"
    return f"<strong>{escaped(text)}</strong>"
