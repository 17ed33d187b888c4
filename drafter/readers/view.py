"""What a .docx looks like, whoever made it: a frozen view with every property worked out.

Lengths are points, except where a name says otherwise: ``*_cells`` are characters (字) of the paragraph's own type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

MM = 72 / 25.4
"""Points in a millimetre."""

Alignment: TypeAlias = Literal["left", "both", "center", "right", "distribute"]
LineRule: TypeAlias = Literal["exact", "atLeast", "auto"]


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by name, empty where nothing names one; ``theme`` where it comes from the theme of the file."""

    name: str = ""
    theme: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one look. ``chinese_marks``: “ ” ‘ ’ — … are set in the Chinese face."""

    text: str
    east: Face = Face()
    latin: Face = Face()
    size: float = 10
    bold: bool = False
    colour: str = ""
    highlight: str = ""
    spacing: float = 0
    scale: float = 1
    chinese_marks: bool = False
    snaps: bool = True
    field: str = ""


@dataclass(frozen=True, slots=True)
class Border:
    """A line above, below or between: its weight, colour and distance from the text."""

    weight: float
    colour: str = ""
    space: float = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``number`` counts the paragraphs of the body from 1, empty ones too, those in tables not.

    ``label`` is its automatic number, which ``text`` has in front.
    """

    number: int
    text: str
    runs: tuple[Run, ...] = ()
    label: str = ""
    style: str = ""
    alignment: Alignment = "left"
    left_cells: float = 0
    right_cells: float = 0
    first_cells: float = 0
    before: float = 0
    after: float = 0
    rule: LineRule = "auto"
    line: float = 1
    outline: int | None = None
    keep_next: bool = False
    new_page: bool = False
    snaps: bool = True
    section: int = 0
    framed: bool = False
    below: Border | None = None
    tabs: tuple[float, ...] = ()
    mark_size: float = 10

    @property
    def blank(self) -> bool:
        """Whether nothing is to be seen in it."""
        return not self.text.strip()

    @property
    def size(self) -> float:
        """The size of most of its text; an empty one has the size of its mark."""
        sizes: dict[float, int] = {}
        for run in self.runs:
            sizes[run.size] = sizes.get(run.size, 0) + len(run.text.strip())
        most = max(sizes, key=lambda size: sizes[size], default=self.mark_size)
        return most if sizes.get(most) else self.mark_size

    @property
    def near(self) -> str:
        """The words by which one finds it."""
        text = " ".join(self.text.split())
        return text if len(text) <= 14 else text[:13] + "…"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows of cells of paragraphs. ``after`` is the number of the paragraph before it."""

    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    after: int
    top: Border | None = None
    bottom: Border | None = None
    inside: Border | None = None
    section: int = 0

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs of all cells."""
        return tuple(paragraph for row in self.rows for cell in row for paragraph in cell)


Piece: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Box:
    """A text box and what stands in it; ``bottom`` where it is aligned to the lower margin."""

    pieces: tuple[Piece, ...]
    paragraph: int
    bottom: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """文档网格: its type, the distance of lines and what is added to each character."""

    kind: str = ""
    pitch: float = 0
    extra: float = 0


@dataclass(frozen=True, slots=True)
class Footer:
    """A footer: paragraphs of its own, and those in boxes or frames, whose place cannot be told from the file."""

    paragraphs: tuple[Paragraph, ...]
    boxed: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The page of a section."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float = 0
    footer_distance: float = 0
    landscape: bool = False
    columns: int = 1
    grid: Grid = Grid()
    title_page: bool = False
    odd: Footer | None = None
    even: Footer | None = None
    first: Footer | None = None

    @property
    def text_width(self) -> float:
        """The width of 版心."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> float:
        """The height of 版心."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What a file carries besides its text."""

    authors: tuple[str, ...] = ()
    comments: int = 0
    insertions: int = 0
    deletions: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class WordFile:
    """A whole .docx. ``pieces`` are the paragraphs and tables of the body in order."""

    name: str
    pieces: tuple[Piece, ...]
    sections: tuple[Section, ...]
    boxes: tuple[Box, ...] = ()
    odd_and_even: bool = False
    normal_size: float = 10
    leftovers: Leftovers = Leftovers()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, those of tables not."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Paragraph))
