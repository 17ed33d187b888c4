"""Text that every format shows in the same way."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from drafter.blocks import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.blocks import Attachment, AttachmentNote, Note, Signature, Span

_NOT_TEXT = {"Cc", "Cs"}


def shown(spans: Iterable[Span]) -> str:
    """Return the text of some spans on one line.

    Tabs and line ends become blanks; what no document can hold (control characters, halves of surrogate pairs, U+FFFE
    and U+FFFF) is dropped.
    """
    line = " ".join(plain(spans).replace("\t", " ").splitlines())
    return "".join(c for c in line if unicodedata.category(c) not in _NOT_TEXT and c not in "\ufffe\uffff")


def attachment_mark(attachment: Attachment) -> str:
    """Return “附件” with its number, where it has one (GB/T 9704—2012, 7.3.7)."""
    return "附件" if attachment.number is None else f"附件{attachment.number}"


def attachment_lines(note: AttachmentNote) -> list[tuple[str, str, str]]:
    """Return (“附件：” or nothing, number or nothing, title) per line (GB/T 9704—2012, 7.3.4: “附件：1.×××”)."""
    several = len(note.titles) > 1
    return [
        ("附件：" if order == 1 else "", f"{order}." if several else "", shown(title))
        for order, title in enumerate(note.titles, start=1)
    ]


def signature_lines(block: Signature) -> list[str]:
    """Return the lines of a signature: organs, or posts with the names that are stamped two characters on; the date."""
    names = [shown(name) for name in block.names]
    if block.stamps:
        names = [f"{post}　　{shown(stamp)}" for post, stamp in zip(names, block.stamps, strict=True)]
    return [*names, shown(block.date)]


def note_text(note: Note) -> str:
    """Return 附注 in its brackets (GB/T 9704—2012, 7.3.6)."""
    return f"（{shown(note.text)}）"


def grid(rows: Iterable[Iterable[Iterable[Span]]]) -> list[list[str]]:
    """Return the texts of a table's rows, short rows filled up with empty cells."""
    texts = [[shown(cell) for cell in row] for row in rows]
    columns = max(map(len, texts), default=0)
    return [row + [""] * (columns - len(row)) for row in texts]
