"""Pieces: what the clerk wrote or filled in on one point, with the numbers that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.blocks import Heading, Paragraph, Point, Span, plain
from drafter.wording.prose import DATA, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.blocks import Block, Spans
    from drafter.report import Path
    from drafter.wording.context import Context

_MARKS = "。！？；：，、…”’）》"


@dataclass(frozen=True, slots=True)
class Piece:
    """One point or item before it is composed: its 事项, its heading (要点) and its texts, and where they stand."""

    matters: tuple[str, ...]
    heading: str = ""
    heading_path: Path = ()
    texts: tuple[tuple[str, Path], ...] = ()
    internal: bool = False

    @property
    def has_place(self) -> bool:
        """Whether a text says where the numbers go."""
        return any(DATA.text in text for text, _ in self.texts)


@dataclass(frozen=True, slots=True)
class Composed:
    """A piece in spans: its heading (empty where it has none) and its paragraphs."""

    heading: Spans
    paragraphs: tuple[Spans, ...]


def compose_piece(piece: Piece, context: Context, matters: Sequence[str]) -> Composed | None:
    """Return a piece in spans, or None where there is nothing to say.

    ``matters`` are the 事项 whose numbers stand here.
    """
    prose = [context.reader.read(text, path) for text, path in piece.texts]
    paragraphs = [stated(spans, context.owed) for part in prose for spans in part.paragraphs]
    place = next((at for at, spans in enumerate(paragraphs) if DATA in spans), None)
    if place is None:
        before = plain(paragraphs[-1]) if paragraphs else ""
        data = context.data(list(matters), before)
        if data:
            paragraphs[-1:] = [(*paragraphs[-1], *data) if paragraphs else data]
    else:
        data = context.data(list(matters), plain(paragraphs[place]))
        paragraphs = [_filled(spans, data if at == place else ()) for at, spans in enumerate(paragraphs)]
    standing = tuple(spans for spans in paragraphs if plain(spans))
    return Composed(_heading(piece, context), standing) if standing else None


def _filled(paragraph: Spans, data: Spans) -> Spans:
    """Return a paragraph with the data in its place."""
    result: list[Span] = []
    for span in paragraph:
        if span is not DATA:
            result.append(span)
            continue
        if data and result and plain(result)[-1] not in _MARKS:
            result.append(Span("。"))
        result += data
        data = ()
    return tuple(result)


def _heading(piece: Piece, context: Context) -> Spans:
    if piece.heading:
        return context.reader.phrase(piece.heading, piece.heading_path)
    return context.point(piece.matters[0]) if piece.matters else ()


def as_points(pieces: Sequence[Composed], *, inline: bool) -> Iterator[Block]:
    """Yield pieces as “一是要点。……”; a single piece is a plain paragraph."""
    for piece in pieces:
        first, *rest = piece.paragraphs
        if len(pieces) == 1:
            yield Paragraph(first)
        else:
            lead = (*piece.heading, Span("。")) if piece.heading else ()
            yield Point((*lead, *first), inline=inline)
        yield from map(Paragraph, rest)


def as_headings(pieces: Sequence[Composed], *, level: int, run_in: bool) -> Iterator[Block]:
    """Yield pieces as headings with paragraphs; a single piece without a heading of its own is a plain paragraph."""
    for piece in pieces:
        if piece.heading:
            yield Heading(level, piece.heading, run_in=run_in)
        yield from map(Paragraph, piece.paragraphs)
