"""The document between wording and writers: a small closed set of block types.

A block holds *spans*: pieces of text that know what they are and where they come from. Checks, the table of sources
and everything else that points into the text read the provenance; writers ignore it. A writer knows nothing of reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SpanKind: TypeAlias = Literal["wording", "prose", "fact", "gap"]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text with its provenance.

    ``kind``: ``wording`` comes from a wording file, ``prose`` from the clerk's own text, ``fact`` is a value of the
    data file, ``gap`` marks a value that is still to come. ``file`` and ``line`` say where it stands (a wording file
    or the data file; line 0 where there is none, as for a computed rate), ``key`` is the path of keys in the data
    file, ``fact`` the full name 事项.指标. ``stated`` is true where the span *states* its fact, false where it only
    repeats it.
    """

    text: str
    kind: SpanKind = "wording"
    file: str = ""
    line: int = 0
    key: str = ""
    fact: str = ""
    stated: bool = False


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """标题. ``parts`` are its units of meaning; a line may break between two of them, never inside one.

    ``fixed``: the clerk has decided the lines, each part is one.
    """

    parts: tuple[Spans, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Addressee:
    """主送机关, with its closing colon."""

    text: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3 (GB/T 9704—2012, 7.3.3: “一、”, “（一）”, “1.”).

    ``run_in`` headings stand at the beginning of the paragraph that follows them. ``number`` and ``body`` (the rest of
    a run-in heading's paragraph) are filled in by the numbering pass and by nobody else.
    """

    level: int
    text: Spans
    run_in: bool = False
    number: str = ""
    body: Spans = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; ``continued`` if it goes on with the one before it, which was too long to end a page."""

    text: Spans
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One of several points of a section (“一是”).

    ``inline`` points are set one behind the other in one paragraph by the numbering pass; the others begin a paragraph
    of their own and keep their ``number``.
    """

    text: Spans
    inline: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, a head row and rows of cells."""

    caption: Spans
    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """结束语, for example “特此报告。”."""

    text: Spans


@dataclass(frozen=True, slots=True)
class Signature:
    """署名 (one or more organs) and 成文日期; ``sealed`` leaves room for the seal (GB/T 9704—2012, 7.3.5).

    ``stamps``: the names of 签发人 who stamp their own names; then ``names`` are their posts (7.3.5.3).
    """

    names: tuple[Spans, ...]
    date: Spans
    sealed: bool
    stamps: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """附件说明: the titles of the attachments, below the body."""

    titles: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """附件: begins a new page. ``number`` is None where there is only one."""

    number: int | None
    title: Spans
    body: tuple[Paragraph | Table, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """附注, below the date, without its brackets."""

    text: Spans


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头, before the title (GB/T 9704—2012, 7.2). ``marks`` are 发文机关标志, the leading organ first."""

    urgency: Spans
    marks: tuple[Spans, ...]
    document_number: Spans
    signers: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记, at the bottom of the last page (GB/T 9704—2012, 7.4): 抄送机关, 印发机关, 印发日期."""

    copies: Spans
    printer: Spans
    date: Spans


Furniture: TypeAlias = Masthead | Imprint
"""What belongs to the paper and not to the text: Word and PDF show it, the other formats do not."""

Block: TypeAlias = (
    Title
    | Addressee
    | Heading
    | Paragraph
    | Point
    | Table
    | Closing
    | Signature
    | AttachmentNote
    | Attachment
    | Note
    | Masthead
    | Imprint
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, in reading order."""

    blocks: tuple[Block, ...]


def plain(spans: Iterable[Span]) -> str:
    """Return the text of some spans."""
    return "".join(span.text for span in spans)


def spans_of(block: Block) -> Iterator[Span]:  # noqa: C901 - one branch per member of the closed set
    """Yield the spans of one block in reading order."""
    match block:
        case Title(parts=groups) | AttachmentNote(titles=groups):
            for group in groups:
                yield from group
        case Heading(text=text, body=body):
            yield from text
            yield from body
        case Signature(names=names, date=date, stamps=stamps):
            for name in (*names, *stamps):
                yield from name
            yield from date
        case Masthead() | Imprint():
            yield from _of_furniture(block)
        case Table(caption=caption, head=head, rows=rows):
            yield from caption
            for row in (head, *rows):
                for cell in row:
                    yield from cell
        case Attachment(title=title, body=inner):
            yield from title
            for part in inner:
                yield from spans_of(part)
        case _:
            yield from block.text


def _of_furniture(block: Furniture) -> Iterator[Span]:
    match block:
        case Masthead(urgency=urgency, marks=marks, document_number=number, signers=signers):
            groups = (urgency, *marks, number, *signers)
        case Imprint(copies=copies, printer=printer, date=date):
            groups = (copies, printer, date)
    for group in groups:
        yield from group


def all_spans(document: Document) -> Iterator[Span]:
    """Yield every span of the document in reading order."""
    for block in document.blocks:
        yield from spans_of(block)
