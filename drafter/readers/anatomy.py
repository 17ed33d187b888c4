"""The elements of an official document (GB/T 9704—2012, 7) that were recognised in a Word file."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.readers.view import Paragraph, Table

if TYPE_CHECKING:
    from drafter.readers.view import Piece, Run, Section, WordFile

NATURAL = 1.3
"""Single spacing of a Chinese face of Windows in Word, as a multiple of its size."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``text`` is its own sentence; ``rest`` holds the runs behind it where it is run in."""

    level: int
    label: str
    text: str
    paragraph: Paragraph
    head: tuple[Run, ...]
    rest: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """An 附件 that follows the document: its mark (“附件1”), the paragraphs of its title, its text."""

    mark: Paragraph
    titles: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """版头: the red part above the title."""

    serial: Paragraph | None = None
    secrecy: Paragraph | None = None
    urgency: Paragraph | None = None
    marks: tuple[Paragraph, ...] = ()
    number: Paragraph | None = None
    signer: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: its table where it has one, its lines, and whether it is fixed to the bottom of the page."""

    table: Table | None
    copies: Paragraph | None
    issuer: Paragraph | None
    date: Paragraph | None
    bottom: bool


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a Word file consists of. Elements that it does not have are empty."""

    file: WordFile
    head: Head | None = None
    title: tuple[Paragraph, ...] = ()
    addressee: Paragraph | None = None
    headings: tuple[Heading, ...] = ()
    body: tuple[Paragraph, ...] = ()
    attachment_notes: tuple[Paragraph, ...] = ()
    names: tuple[Paragraph, ...] = ()
    date: Paragraph | None = None
    note: Paragraph | None = None
    attachments: tuple[Attachment, ...] = ()
    imprint: Imprint | None = None
    tables: tuple[Table, ...] = ()
    _line: list[float] = field(default_factory=list, repr=False)

    @property
    def line(self) -> float:
        """The height of a line of the body, in points."""
        if not self._line:
            heights = [self.height(p) for p in self.text] or [28.95]
            self._line.append(max(set(heights), key=heights.count))
        return self._line[0]

    @property
    def text(self) -> tuple[Paragraph, ...]:
        """Body and headings in their order: what is set in the type of the body."""
        alone = {h.paragraph.number: h.paragraph for h in self.headings if not h.rest}
        both = {p.number: p for p in self.body} | alone
        return tuple(both[number] for number in sorted(both))

    def section(self, paragraph: Paragraph) -> Section:
        """Return the section that a paragraph belongs to."""
        return self.file.sections[min(paragraph.section, len(self.file.sections) - 1)]

    def height(self, paragraph: Paragraph) -> float:
        """Return the height of a line of a paragraph in points, as Word works it out."""
        natural = NATURAL * paragraph.size
        if paragraph.rule == "exact":
            return paragraph.line
        if paragraph.rule == "atLeast":
            return max(paragraph.line, natural)
        grid = self.section(paragraph).grid
        if grid.kind and grid.pitch and paragraph.snaps:
            return grid.pitch * max(math.ceil(natural / grid.pitch - 0.01), 1) * max(paragraph.line, 0.1)
        return natural * paragraph.line

    def above(self, paragraph: Paragraph) -> float:
        """Return how many empty lines of the body stand above a paragraph, spacing included."""
        pieces = self.file.pieces
        at = next((place for place, piece in enumerate(pieces) if piece is paragraph), 0)
        total, below = 0.0, paragraph.before
        for piece in reversed(pieces[:at]):
            if isinstance(piece, Table):
                return (total + below) / self.line
            total += max(piece.after, below)  # of two spacings that meet, Word takes the larger
            if not _empty(piece):
                return total / self.line
            total += self.height(piece)
            below = piece.before
        return (total + below) / self.line


def _empty(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.blank and not piece.below
