"""From a composed document to paragraphs of known kinds, each with the spans that say where its text comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Closing,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Point,
    Signature,
    Span,
    Table,
    Title,
    plain,
)
from drafter.checks.text.normal import normalise
from drafter.checks.text.recognise import labelled
from drafter.checks.text.subject import Paragraph as TextParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block, Document, Spans
    from drafter.checks.text.subject import Kind


def lines_of(document: Document) -> list[TextParagraph]:
    """Return the paragraphs of a document, numbered from 1."""
    result: list[TextParagraph] = []
    for block in document.blocks:
        for kind, spans in _rows(block):
            text = plain(spans)
            view, at = normalise(text)
            if view:
                made = TextParagraph(len(result) + 1, text, view, at, kind, spans=spans)
                result.append(labelled(made, "heading" if isinstance(block, Heading) else ""))
    return result


def _rows(block: Block) -> Iterator[tuple[Kind, Spans]]:  # noqa: C901 - one branch per member of the closed set
    match block:
        case Title(parts=parts):
            yield "title", tuple(span for part in parts for span in part)
        case Addressee(text=text):
            yield "addressee", text
        case Heading(number=number, text=text, body=body):
            yield "body", (Span(number), *text, *body)
        case Point(number=number, text=text):
            yield "body", (Span(number), *text)
        case Paragraph(text=text):
            yield "body", text
        case Closing(text=text):
            yield "closing", text
        case Signature(names=names, date=date):
            yield from (("signature", name) for name in names)
            yield "date", date
        case Note(text=text):
            yield "note", (Span("（"), *text, Span("）"))
        case Imprint(copies=copies) if copies:
            yield "furniture", (Span("抄送："), *copies)
        case Masthead() | Imprint():
            pass
        case _:
            yield from _tables_and_attachments(block)


def _tables_and_attachments(block: Block) -> Iterator[tuple[Kind, Spans]]:
    match block:
        case Table(caption=caption, head=head, rows=rows):
            yield "table", caption
            for row in (head, *rows):
                yield "table", tuple(span for cell in row for span in (*cell, Span("｜")))[:-1]
        case AttachmentNote(titles=titles):
            yield from (("attachment", title) for title in titles)
        case Attachment(title=title, body=body):
            yield "attachment", title
            for part in body:
                yield from (("attachment", spans) for _, spans in _rows(part))
        case _:
            raise TypeError(block)
