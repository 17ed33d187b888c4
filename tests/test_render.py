"""The page as LibreOffice lays it out: 22 lines of 28 characters (GB/T 9704—2012, 5.2.3).

Runs where LibreOffice, poppler and a Chinese font are installed; any face will do, lines and cells do not depend on it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from documents import document, text

from drafter.blocks import Attachment, Paragraph, Signature, Title
from drafter.writers import write

if TYPE_CHECKING:
    from pathlib import Path

_MISSING = [tool for tool in ("soffice", "pdftotext", "fc-list") if shutil.which(tool) is None]
if not _MISSING:
    fonts = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, text=True, check=True).stdout
    _MISSING = [] if fonts.strip() else ["a Chinese font"]
pytestmark = pytest.mark.skipif(bool(_MISSING), reason=f"rendering needs {', '.join(_MISSING)}")

_POINT = 25.4 / 72
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


class Word(NamedTuple):
    """A piece of text on a page and its box in millimetres."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    """Render a title, a long paragraph of Han characters only, a signature and an attachment."""
    folder = tmp_path_factory.mktemp("render")
    written = document(
        Title((text("清河街道"), text("2024年法治政府建设年度报告"))),
        Paragraph(text("法治政府建设年度报告" * 165)),
        Signature((text("示例市云溪区人民政府清河街道办事处"),), text("2025年1月8日"), sealed=False),
        Attachment(1, text("数据"), (Paragraph(text("正文。")),)),
    )
    write(written, folder / "report.docx")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "report.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return _words(folder / "report.pdf")


def _words(pdf: Path) -> list[list[Word]]:
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    html = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [
        [Word(*(float(number) * _POINT for number in found[:4]), found[4]) for found in _WORD.findall(page)]
        for page in html.split("<page ")[1:]
    ]


def _lines(page: list[Word]) -> Counter[float]:
    """Return how many characters stand on each line of the text area, by its place."""
    lines: Counter[float] = Counter()
    for word in page:
        if word.top < 262:  # the text area ends 35 mm above the lower edge
            lines[round(word.top)] += len(word.text)
    return lines


def test_22_lines_of_28_characters(pages: list[list[Word]]) -> None:
    """A full page of Han characters has 22 lines of 28."""
    assert list(_lines(pages[1]).values()) == [28] * 22


def test_the_first_page(pages: list[list[Word]]) -> None:
    """The title and the blank line below it take two of 22 lines; a paragraph begins two characters in."""
    assert list(_lines(pages[0]).values())[1:] == [26, *[28] * 19]
    title = [word for word in pages[0] if word.top < 50]
    middle = (title[0].left + title[-1].right) / 2
    assert middle == pytest.approx(28 + 156 / 2, abs=1)


def test_text_area(pages: list[list[Word]]) -> None:
    """5.2.1: the text stands 28 mm from the left edge, 26 mm from the right one, within 225 mm."""
    full = [word for word in pages[1] if word.top < 262]
    assert min(word.left for word in full) == pytest.approx(28, abs=1)
    assert max(word.right for word in full) == pytest.approx(184, abs=1)
    assert min(word.top for word in full) > 37
    assert max(word.bottom for word in full) < 262 + 2


def test_page_numbers(pages: list[list[Word]]) -> None:
    """7.5: “— 1 —” below the text area, one character from its right edge on odd pages, from its left on even ones."""
    for number, page in enumerate(pages, start=1):
        footer = [word for word in page if word.top > 262]
        assert "".join(word.text for word in footer) == f"—{number}—"
        if number % 2:
            assert footer[-1].right == pytest.approx(184 - 4.94, abs=1)
        else:
            assert footer[0].left == pytest.approx(28 + 4.94, abs=1)


def test_signature(pages: list[list[Word]]) -> None:
    """7.3.5.2: the name ends two characters from the right, the date begins two to the right of where it begins."""
    page = next(page for page in pages if any("办事处" in word.text for word in page))
    name = next(word for word in page if "办事处" in word.text)
    date = next(word for word in page if word.text.startswith("2025"))
    assert name.right == pytest.approx(184 - 2 * 5.54, abs=1)
    end = max(word.right for word in page if abs(word.top - date.top) < 2)
    assert end == pytest.approx(184 - (17 - 6) * 5.54, abs=1)  # LibreOffice adds gaps at digits, to the left
    assert date.top - name.top == pytest.approx(10.21, abs=0.5)


def test_attachment_begins_a_page(pages: list[list[Word]]) -> None:
    """7.3.7: the mark on line 1 and the title on line 3 of a new page."""
    mark, title = (next(word for word in pages[-1] if word.text == value) for value in ("附件", "数据"))
    assert (title.top + title.bottom - mark.top - mark.bottom) / 2 == pytest.approx(2 * 10.21, abs=2)
