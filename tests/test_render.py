"""The page as LibreOffice lays it out: 22 lines of 28 characters (GB/T 9704—2012, 5.2.3).

Runs where LibreOffice, poppler and a Chinese font are installed; any face will do, lines and cells do not depend on it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from documents import IMPRINT, MASTHEAD, document, table, text

from drafter.blocks import Attachment, Document, Paragraph, Signature, Title
from drafter.writers import write
from drafter.writers.profiles import profile

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


REPORT = (
    Title((text("清河街道"), text("2024年法治政府建设年度报告"))),
    Paragraph(text("法治政府建设年度报告" * 165)),
    Paragraph(text("治" * 80)),  # LibreOffice takes the paragraph above the signature over as a whole
    Signature((text("示例市云溪区人民政府清河街道办事处"),), text("2025年1月8日"), sealed=False),
    Attachment(1, text("数据"), (Paragraph(text("正文。")),)),
)


def _rendered(folder: Path, documents: dict[str, tuple[Document, str]]) -> dict[str, Path]:
    """Render documents in their profiles; return the PDF files."""
    for name, (written, page) in documents.items():
        write(written, folder / f"{name}.docx", profile(page))
    own = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, *(f"{name}.docx" for name in documents)], cwd=folder, check=True, capture_output=True, timeout=300
    )
    return {name: folder / f"{name}.pdf" for name in documents}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Word]]:
    """Render a title, a long paragraph of Han characters only, a signature and an attachment."""
    folder = tmp_path_factory.mktemp("render")
    return _words(_rendered(folder, {"report": (document(*REPORT), "")})["report"])


class Ink(NamedTuple):
    """A band of ink across a page and its box in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


def _bands(pdf: Path, page: int, *, red: bool = False) -> list[Ink]:
    """Return the bands of black or red ink on a page, from above."""
    command = ["pdftoppm", "-r", "300", "-f", str(page), "-l", str(page), str(pdf)]
    _, size, _, pixels = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\n", 3)
    wide, high = map(int, size.split())
    bands: list[list[tuple[int, int, int]]] = []
    for y in range(high):
        row = pixels[y * wide * 3 : (y + 1) * wide * 3]
        if row.count(255) == len(row):
            continue
        reds, greens = row[0::3], row[1::3]
        xs = [x for x in range(wide) if greens[x] < 110 and (reds[x] > 150) is red]
        if xs:
            if not bands or bands[-1][-1][0] != y - 1:
                bands.append([])
            bands[-1].append((y, xs[0], xs[-1]))
    mm = 25.4 / 300
    return [
        Ink(band[0][0] * mm, (band[-1][0] + 1) * mm, min(r[1] for r in band) * mm, max(r[2] for r in band) * mm)
        for band in bands
    ]


def _words(pdf: Path) -> list[list[Word]]:
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    html = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [
        [Word(*(float(number) * _POINT for number in found[:4]), found[4]) for found in _WORD.findall(page)]
        for page in html.split("<page ")[1:]
    ]


def _lines(page: list[Word], end: float = 262) -> Counter[float]:
    """Return how many characters stand on each line of the text area, by its place."""
    lines: Counter[float] = Counter()
    for word in page:
        if word.top < end:  # the text area ends 35 mm above the lower edge
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


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Render 版头 of three kinds, 版记 behind text and behind a table, and the profiles."""
    title, body = REPORT[0], Paragraph(text("法治政府建设年度报告" * 10))
    one = replace(MASTHEAD, urgency=(), marks=(text("清河局文件"),), signers=(text("张某某"),))
    long = replace(one, urgency=text("特急"), marks=(text("示例市云溪区人民政府清河街道办事处"),))
    folder = tmp_path_factory.mktemp("papers")
    pages = {name: (document(*REPORT), name) for name in ("电子公文", "系统字体", "页码居中")}
    documents = {
        "one": (document(one, title, body, IMPRINT), ""),
        "long": (document(long, title, body, IMPRINT), ""),
        "joint": (document(MASTHEAD, title, body, Attachment(None, text("数据"), (table(),)), IMPRINT), ""),
    }
    return _rendered(folder, documents | pages)


@pytest.mark.parametrize("name", ["one", "long", "joint"])
def test_masthead(papers: dict[str, Path], name: str) -> None:
    """7.2.4, 7.2.7: 发文机关标志 35 mm below the text area’s edge, centred; the red line 4 mm below 发文字号."""
    *marks, rule = _bands(papers[name], 1, red=True)
    assert marks[0].top == pytest.approx(37 + 35, abs=1)
    assert (min(m.left for m in marks) + max(m.right for m in marks)) / 2 == pytest.approx(28 + 78, abs=1)
    assert max(m.right for m in marks) <= 184
    number = [band for band in _bands(papers[name], 1) if band.bottom < rule.top][-1]
    assert rule.top - number.bottom == pytest.approx(4, abs=1)
    assert (rule.left, rule.right) == (pytest.approx(28, abs=1), pytest.approx(184, abs=1))
    assert rule.bottom - rule.top == pytest.approx(0.5, abs=0.2)
    assert number.left == pytest.approx(28 + 5.57, abs=1.2)  # 居左空一字, 居右空一字
    assert number.right == pytest.approx(184 - 5.57, abs=1) or name == "joint"
    first = next(band for band in _bands(papers[name], 1) if band.top > rule.bottom)
    assert first.top - rule.bottom == pytest.approx(2 * 10.21 + 2, abs=1)  # 红线下空二行


@pytest.mark.parametrize("name", ["one", "long", "joint"])
def test_imprint(papers: dict[str, Path], name: str) -> None:
    """7.4.1: the last rule at the lower edge of the text area, rules as wide as it, 0.35, 0.25 and 0.35 mm thick."""
    page = len(_words(papers[name]))
    rules = [band for band in _bands(papers[name], page) if band.right - band.left > 155 and band.bottom - band.top < 1]
    assert rules[-1].bottom == pytest.approx(262, abs=0.5)
    assert [rule.bottom - rule.top for rule in rules[-3:]] == pytest.approx([0.35, 0.25, 0.35], abs=0.1)
    assert all((rule.left, rule.right) == (pytest.approx(28, abs=1), pytest.approx(184, abs=1)) for rule in rules)


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Render 版记 below texts that end anywhere on a page, and below a paragraph that goes over to another page."""
    folder = tmp_path_factory.mktemp("ends")
    signature = Signature((text("清河局"),), text("2025年1月8日"), sealed=False)
    many = replace(IMPRINT, copies=text("甲" * 26 + "，" + "，".join(["乙" * 24] * 3) + "，" + "丙" * 20 + "。"))
    documents = {
        f"line {lines}": (document(REPORT[0], *[Paragraph(text("法"))] * lines, signature, IMPRINT), "")
        for lines in range(11, 19)
    }
    long = Attachment(None, text("数据"), (Paragraph(text("法" * 700)),))
    return _rendered(
        folder,
        {
            **documents,
            "over": (document(REPORT[0], Paragraph(text("法")), long, IMPRINT), ""),
            "many": (document(REPORT[0], Paragraph(text("法")), many), ""),
        },
    )


def test_imprint_on_the_last_page_whatever_stands_above(ends: dict[str, Path]) -> None:
    """7.4.1: on the last page, its last rule at 262 mm, nothing across it; name and date stay on one page."""
    for name, pdf in ends.items():
        pages = _words(pdf)
        assert [any(word.text.startswith("抄送") for word in page) for page in pages] == [False] * (len(pages) - 1) + [
            True
        ], name
        rules = [r for r in _bands(pdf, len(pages)) if r.right - r.left > 155 and r.bottom - r.top < 1]
        assert rules[-1].bottom == pytest.approx(262, abs=0.5), name
        copied = min(word.top for word in pages[-1] if word.text.startswith("抄送"))
        last = max((word.bottom for word in pages[-1] if word.top < copied), default=0)
        assert last <= rules[-3].top + 0.5, name
        signed = [page for page in pages if any("清河局" in word.text for word in page)]
        dated = [page for page in pages if any(word.text.startswith("2025") and word.top < 225 for word in page)]
        assert signed == dated, name


@pytest.mark.parametrize("name", ["电子公文", "系统字体", "页码居中"])
def test_profiles_keep_22_lines_of_28(papers: dict[str, Path], name: str) -> None:
    """A full page has 22 lines of 28 characters in every profile."""
    assert list(_lines(_words(papers[name])[1], 264.5).values()) == [28] * 22


def test_measures_of_the_electronic_page(papers: dict[str, Path]) -> None:
    """电子公文: lines of 29.45 pt between 34.6 mm and 32.6 mm; the page number 7 mm below the text area."""
    page = _words(papers["电子公文"])[1]
    tops = sorted({round(word.top, 1) for word in page if word.top < 264})
    assert (tops[-1] - tops[0]) / 21 == pytest.approx(29.45 * 25.4 / 72, abs=0.05)
    dash = _bands(papers["电子公文"], 2)[-1]
    assert (dash.top + dash.bottom) / 2 == pytest.approx(297 - 32.6 + 7, abs=1)


def test_page_numbers_in_the_middle(papers: dict[str, Path]) -> None:
    """页码居中: in the middle of the text area on odd and even pages."""
    for page in _words(papers["页码居中"])[:2]:
        footer = [word for word in page if word.top > 262]
        assert (footer[0].left + footer[-1].right) / 2 == pytest.approx(28 + 78, abs=1)


@pytest.mark.parametrize("length", [2, 10], ids=["short", "long"])
def test_the_signature_never_stands_alone(tmp_path: Path, length: int) -> None:
    """7.3.5.5: wherever the page ends, text of the body stands on the page of the signature."""
    last = Paragraph(text("治" * (28 * length - 3)))
    sealed = Signature((text("清河局"),), text("2025年1月8日"), sealed=True)
    documents = {
        str(lines): (document(REPORT[0], Paragraph(text("法" * (28 * lines - 3))), last, sealed), "")
        for lines in range(18 - length, 23 - length)
    }
    alone = []
    for name, pdf in _rendered(tmp_path, documents).items():
        page = next(page for page in _words(pdf) if any("清河局" in word.text for word in page))
        if not any("治" in word.text for word in page):
            alone.append(name)
    assert alone == []
