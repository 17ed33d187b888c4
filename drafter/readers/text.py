"""Read the text of a report, paragraph by paragraph, from plain text, Markdown or Word.

What comes out is what a reader of the page sees: automatic numbers are written out, emphasis and links of Markdown are
taken off, a row of a table is one paragraph whose cells are divided by “｜”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.errors import DrafterError, reason
from drafter.readers.breaks import restored
from drafter.readers.view import Table
from drafter.readers.word import read_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGEST = 5_000_000
"""Bytes; a report has a hundredth of this."""

_BLOCK = re.compile(r"^\s{0,3}(?:(?P<hashes>#{1,6})\s+|(?P<list>[-*+]\s+)|(?P<quote>>\s?)|(?P<rule>(?:[-*_]\s*){3,}$))")
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?<![\\*])(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1"), r"\2"),
    (re.compile(r"(?<![\\*])\*(?=\S)([^*]+?)(?<=\S)(?<!\\)\*(?!\*)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
    (re.compile(r"<br\s*/?>|</?(?:b|i|u|p|div|span|strong|em|font|center)\b[^>]*>", re.IGNORECASE), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_FRAMED = 200  # characters
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#32;": " ", "&ensp;": " ", "&emsp;": " "}
_BEGINS = re.compile(r"\u3000|  |\t|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]")


_ENDS = re.compile(
    r"法治.{0,16}(?:报告|总结)$|[：:]$|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]).*(?:情况|成效|原因|安排)$"
)
"""A title, 主送机关, a heading: nothing is joined to them, even where they are as long as the broken lines."""


class TextLine(NamedTuple):
    """A paragraph: ``hint`` is what the file itself says of it (“heading”, “title”, “table”); ``line`` is 0 in Word."""

    text: str
    hint: str = ""
    number: int = 0
    line: int = 0


def read_lines(path: Path) -> list[TextLine]:
    """Return the paragraphs of a .txt, .md or .docx.

    Raises:
        DrafterError: another kind of file, or one that cannot be read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DrafterError(f"{path} 不是能检查的文件。请选 {'、'.join(READERS)} 文件。")
    lines = reader(path)
    if not lines:
        raise DrafterError(f"{path} 里没有文字。请核对文件。")
    return _restored(lines)


def _restored(lines: list[TextLine]) -> list[TextLine]:
    """Put lost paragraph breaks back; the paragraphs are then counted anew."""
    found = restored([line.text if not line.hint else "" for line in lines])
    if all(len(pieces) == 1 for pieces in found):
        return lines
    made = [
        line._replace(text=piece) if len(pieces) > 1 else line
        for line, pieces in zip(lines, found, strict=True)
        for piece in pieces
    ]
    return [line._replace(number=number) for number, line in enumerate(made, start=1)]


def _plain(path: Path) -> list[TextLine]:
    return list(_counted(_joined(decoded(path).splitlines())))


def _markdown(path: Path) -> list[TextLine]:
    return list(_counted(_blocks(decoded(path).splitlines())))


def _word(path: Path) -> list[TextLine]:
    result: list[TextLine] = []
    read = read_word(path)
    for piece in read.pieces:
        if isinstance(piece, Table) and _is_frame(piece):
            texts = [p.text for row in piece.rows for cell in row for p in cell if p.text.strip()]
            result += [TextLine(text, "", piece.after) for text in texts]
        elif isinstance(piece, Table):
            rows = ["｜".join(" ".join(p.text for p in cell).strip() for cell in row) for row in piece.rows]
            result += [TextLine(row, "table", piece.after) for row in rows if row.strip("｜ ")]
        elif not piece.blank:
            hint = "heading" if piece.outline is not None or re.match(r"(?i)heading|标题 ?\d", piece.style) else ""
            result.append(TextLine(piece.text, hint, piece.number))
    framed = any(isinstance(piece, Table) and _is_frame(piece) for piece in read.pieces)
    return [line._replace(number=number) for number, line in enumerate(result, start=1)] if framed else result


def _is_frame(table: Table) -> bool:
    """Tell whether a table only frames text: no row has more than one cell with text, and a page's worth is in it."""
    filled = [[cell for cell in row if any(p.text.strip() for p in cell)] for row in table.rows]
    size = sum(len(p.text) for row in filled for cell in row for p in cell)
    return all(len(row) <= 1 for row in filled) and size > _FRAMED


READERS: dict[str, Callable[[Path], list[TextLine]]] = {".docx": _word, ".md": _markdown, ".txt": _plain}
"""One reader per kind of file."""


def decoded(path: Path) -> str:
    """Return the text of a file: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030.

    Raises:
        DrafterError: nothing there, not a text, too large.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DrafterError(f"{path} 超过5 MB，不像一份报告。请核对文件名。")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise DrafterError(f"找不到文件 {path}。请核对文件名和位置。") from None
    except OSError as error:
        raise DrafterError(f"{path} 打不开（{reason(error)}）。请核对文件名和位置。") from None
    encodings = ["utf-16"] if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DrafterError(f"{path} 不是文本文件，或者编码无法识别。请用记事本另存为 UTF-8。")


def _counted(lines: Iterator[TextLine]) -> Iterator[TextLine]:
    number = 0
    for line in lines:
        if line.text.strip():
            number += 1
            yield line._replace(number=number)


def _joined(lines: list[str]) -> Iterator[TextLine]:
    """Join lines that were broken at a fixed width; elsewhere a line is a paragraph."""
    wrapped = _width(lines)
    held: TextLine | None = None
    for at, text in enumerate(lines, start=1):
        begins = _BEGINS.match(text) or (held is not None and _ENDS.search(held.text))
        if held is not None and wrapped and len(lines[at - 2].rstrip()) >= wrapped - 3 and text.strip() and not begins:
            held = held._replace(text=held.text + text.strip())
            continue
        if held is not None:
            yield held
        held = TextLine(text.rstrip(), "", 0, at)
    if held is not None:
        yield held


def _width(lines: list[str]) -> int:
    """Return the width at which a text was broken, 0 where it was not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 8:
        return 0
    longest = lengths[-1]
    full = sum(1 for length in lengths if length >= longest - 3)
    return longest if 20 <= longest <= 100 and full * 2 > len(lengths) else 0


def _blocks(lines: list[str]) -> Iterator[TextLine]:
    for at, text in enumerate(lines, start=1):
        row = text.strip()
        if row.startswith("|") and row.endswith("|") and row.count("|") >= 3:
            cells = [_unmarked(cell).strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
            if not all(re.fullmatch(r":?-+:?|", cell) for cell in cells):
                yield TextLine("｜".join(cells), "table", 0, at)
            continue
        found = _BLOCK.match(text)
        if found and found["rule"]:
            continue
        rest = text[found.end() :] if found else text
        hint = "" if not found or not found["hashes"] else "title" if len(found["hashes"]) == 1 else "heading"
        yield TextLine(_unmarked(rest).rstrip(), hint, 0, at)


def _unmarked(text: str) -> str:
    """Take the marks of Markdown off a line."""
    for pattern, instead in _INLINE:
        text = pattern.sub(instead, text)
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text
