"""The pages of a document as a program laid them out. Lengths are millimetres from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.readers.anatomy import Anatomy


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: where it begins and ends, its baseline, the top of its ink, its size in points, its typeface."""

    text: str
    left: float
    right: float
    baseline: float
    top: float
    size: float
    face: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of characters on one baseline, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """What it says, without blanks."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def baseline(self) -> float:
        """Where it stands."""
        return self.glyphs[0].baseline

    @property
    def size(self) -> float:
        """The size of its first character, in points."""
        return self.glyphs[0].size


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size and its lines from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The pages of a Word file, and what was recognised in the file itself."""

    anatomy: Anatomy
    pages: tuple[Page, ...]
