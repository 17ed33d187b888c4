"""The last paragraph of the text, short enough to stay on one page with all that stands below it.

署名 may not stand alone on a page (GB/T 9704—2012, 7.3.5.5: no “此页无正文”), so the last paragraph is kept with it.
Word breaks such a paragraph between two pages; LibreOffice moves the whole of it, and where it fills a page with
nothing left for the signature, the signature stands alone after all. A paragraph of that length is hard to read
besides: it is cut at a full stop near its middle, or where a new point begins, and the clerk is told (陈述-05).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from drafter.blocks import AttachmentNote, Closing, Document, Heading, Paragraph, Point, Signature, Span, plain
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.blocks import Block, Spans

_LINE = 28
"""Characters on a line (GB/T 9704—2012, 5.2.3)."""

_LINES = 12
"""Lines that a last paragraph may have: with a sealed signature below it (five lines) it leaves a quarter of a page."""

_FEWEST = 3

_NOTE = 20
"""Characters of a title on a line of 附件说明 at least: 28 less “附件：”, the number and the indents (7.3.4)."""

_NOTES = 6
"""Lines of 附件说明 that are kept with the signature as a whole."""

_SEALED_NAME = 5
"""Lines that each further sealed name takes."""

_STOPS = (
    re.compile(r"[。！？；](?=[一二三四五六七八九十]是|[（(][一二三四五六七八九十]+[）)])"),
    re.compile(r"[。！？]"),
    re.compile(r"；"),
)
"""Where a paragraph may be cut, the best first."""


def kept_notes(titles: Sequence[str]) -> int:
    """Return how many titles of 附件说明, from the last, are kept with the signature: all of a few lines, else two."""
    return len(titles) if _lines_of(titles) <= _NOTES else min(2, len(titles))


def _lines_of(titles: Sequence[str]) -> int:
    return sum(ceil(width(title) / _NOTE) for title in titles)


def most(blocks: Sequence[Block]) -> int:
    """Return how many characters the last paragraph of a document may have, by what stands below it."""
    lines = _LINES
    for block in blocks:
        match block:
            case Signature(names=names, sealed=sealed):
                lines -= max(len(names) - 1, 0) * (_SEALED_NAME if sealed else 1)
            case AttachmentNote(titles=titles):
                lines -= min(_lines_of([plain(title) for title in titles]), _NOTES)
    return max(lines, _FEWEST) * _LINE


def last_paragraph(blocks: Sequence[Block]) -> int | None:
    """Return where the last paragraph of the text is: above 结束语, 附件说明 and 署名.

    None without a signature, or if a table is there.
    """
    at = next((at for at, block in enumerate(blocks) if isinstance(block, Signature)), 0) - 1
    while at >= 0 and isinstance(blocks[at], AttachmentNote | Closing):
        at -= 1
    return at if at >= 0 and _body(blocks[at]) else None


def parted(document: Document) -> Document:
    """Return a numbered document whose last paragraph, if it is too long, is cut in two or more."""
    blocks = document.blocks
    at = last_paragraph(blocks)
    if at is None:
        return document
    limit = most(blocks)
    pieces = [blocks[at]]
    while (cut := _cut(pieces[-1], limit)) is not None:
        pieces[-1:] = cut
    return Document((*blocks[:at], *pieces, *blocks[at + 1 :]))


def length(block: Block) -> int:
    """Return how many characters a paragraph has, with its number or run-in heading."""
    match block:
        case Heading(run_in=True, number=number, text=text, body=body):
            return len(number) + len(plain(text)) + len(plain(body))
        case Point(number=number, text=text):
            return len(number) + len(plain(text))
        case _:
            return len(plain(_body(block)))


def _body(block: Block) -> Spans:
    """Return the text of a paragraph without its run-in heading; nothing for what is no paragraph."""
    match block:
        case Heading(run_in=True, body=body):
            return body
        case Paragraph(text=text) | Point(text=text):
            return text
        case _:
            return ()


def _cut(block: Block, limit: int) -> tuple[Block, Paragraph] | None:
    """Return a paragraph cut in two; None if it is short enough or has nowhere to be cut."""
    body = _body(block)
    place = _place(plain(body)) if length(block) > limit else None
    if place is None:
        return None
    head, tail = _divided(body, place)
    rest = Paragraph(tail, continued=True)
    match block:
        case Heading():
            return replace(block, body=head), rest
        case Paragraph() | Point():
            return replace(block, text=head), rest
        case _:
            return None


def _place(text: str) -> int | None:
    """Return behind which character a text is best cut: near its middle, else anywhere, never inside a pair."""
    depths = list(accumulate((c in "“‘（《〔【") - (c in "”’）》〕】") for c in text))
    found = [[m.end() for m in stop.finditer(text) if not depths[m.start()] and m.end() < len(text)] for stop in _STOPS]
    near = [[at for at in places if len(text) <= 4 * at <= 3 * len(text)] for places in found]
    chosen = next(filter(None, (*near, *found)), [])
    return min(chosen, key=lambda at: abs(2 * at - len(text)), default=None)


def _divided(spans: Spans, place: int) -> tuple[Spans, Spans]:
    """Return the spans before and behind a place of their text."""
    head: list[Span] = []
    tail: list[Span] = []
    for span, end in zip(spans, accumulate(len(span.text) for span in spans), strict=True):
        inside = min(max(len(span.text) - (end - place), 0), len(span.text))
        head += [replace(span, text=span.text[:inside])] if inside else []
        tail += [replace(span, text=span.text[inside:])] if inside < len(span.text) else []
    return tuple(head), tuple(tail)
