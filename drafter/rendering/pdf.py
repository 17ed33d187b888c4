"""Where every character of a PDF stands. Needs pypdfium2 (the optional extra ``render``)."""

from __future__ import annotations

import ctypes
from itertools import groupby
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError
from drafter.readers.pages import Glyph, Line, Page
from drafter.rendering.library import needed

if TYPE_CHECKING:
    from pathlib import Path

_MM = 25.4 / 72
_SAME_LINE = 0.8  # millimetres that baselines on one line may differ


def measure(path: Path) -> tuple[Page, ...]:
    """Return the pages of a PDF with the place of every character.

    Raises:
        DrafterError: pypdfium2 is not installed, or the file cannot be read.
    """
    library = needed()
    try:
        document = library.PdfDocument(str(path))
    except library.PdfiumError:
        raise DrafterError(f"{path} 不是完整的 PDF 文件，读不出来。") from None
    try:
        return tuple(_page(library.raw, document[at], at + 1) for at in range(len(document)))
    finally:
        document.close()


def _page(raw: Any, page: Any, number: int) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        found = [_glyph(raw, text.raw, at, height) for at in range(text.count_chars())]
    finally:
        text.close()
        page.close()
    return Page(number, width * _MM, height * _MM, _lines([glyph for glyph in found if glyph is not None]))


def _glyph(raw: Any, text: Any, at: int, height: float) -> Glyph | None:
    character = chr(raw.FPDFText_GetUnicode(text, at))
    if not character.strip() or raw.FPDFText_IsGenerated(text, at) == 1:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = raw.FS_RECTF()
    tight = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    raw.FPDFText_GetLooseCharBox(text, at, loose)
    raw.FPDFText_GetCharBox(text, at, *tight)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, matrix)
    size = raw.FPDFText_GetFontSize(text, at) * (abs(matrix.d) or abs(matrix.b))
    return Glyph(
        character,
        loose.left * _MM,
        loose.right * _MM,
        (height - y.value) * _MM,
        (height - tight[3].value) * _MM,
        round(size, 1),
        _face(raw, text, at),
    )


def _face(raw: Any, text: Any, at: int) -> str:
    """Return the name of a character's typeface, without the letters that mark a subset."""
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, at, None, 0, flags)
    if not length:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFText_GetFontInfo(text, at, buffer, length, flags)
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2]


def _lines(glyphs: list[Glyph]) -> tuple[Line, ...]:
    """Gather characters that stand on one baseline, from top to bottom and from left to right."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.baseline)
    group, last = 0, float("-inf")
    marked = []
    for glyph in ordered:
        group += glyph.baseline - last > _SAME_LINE
        last = glyph.baseline
        marked.append((group, glyph))
    return tuple(
        Line(tuple(sorted((glyph for _, glyph in same), key=lambda glyph: glyph.left)))
        for _, same in groupby(marked, key=lambda pair: pair[0])
    )
