"""横排表格 (GB/T 9704—2012, 8): a wide table lies across its pages, page numbers stay in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from documents import IMPRINT, document, text
from layout_files import anatomy_of, zipped
from word_xml import NS, part, parts, w

from drafter.blocks import Attachment, AttachmentNote, Paragraph, Signature, Table, Title
from drafter.checks import run
from drafter.checks.layout import measured
from drafter.readers.pages import Rendered
from drafter.rendering.office import office, to_pdf
from drafter.rendering.pdf import measure
from drafter.report import Places
from drafter.writers import WRITERS
from drafter.writers.profiles import profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.blocks import Block

needs_office = pytest.mark.skipif(office() is None, reason="rendering needs LibreOffice")

UPRIGHT, ACROSS = ("11906", "16838"), ("16838", "11906")
FOOTERS = ("word/footer3.xml", "word/footer4.xml")
PROSE = "街道坚持以习近平新时代中国特色社会主义思想为指导，全面推进依法治街，各项工作取得新的成效。"


def wide(columns: int, rows: int = 3) -> Table:
    """Return a table of so many columns with heads of four characters."""
    return Table(
        text("表1　主要数据"),
        tuple(text("调解件数") for _ in range(columns)),
        tuple(tuple(text(str(row * 100 + column)) for column in range(columns)) for row in range(rows)),
    )


def report(*attachments: Table, paragraphs: int = 1, end: tuple[Block, ...] = ()) -> bytes:
    """Return a Word file with some attachments that hold a table each."""
    titles = [f"数据表{order}" for order in range(1, len(attachments) + 1)]
    given = zip(titles, attachments, strict=True)
    return WRITERS["docx"](
        document(
            Title((text("示例市云溪区"), text("报告"))),
            *(Paragraph(text(PROSE * 4)) for _ in range(paragraphs)),
            AttachmentNote(tuple(map(text, titles))),
            Signature((text("清河局"),), text("2025年1月8日"), sealed=False),
            *(Attachment(order, text(title), (table,)) for order, (title, table) in enumerate(given, start=1)),
            *end,
        )
    )


def sections(content: bytes) -> list[_Element]:
    """Return the sections of a file in their order."""
    return list(part(content, "word/document.xml").iter(w("sectPr")))


def sizes(content: bytes) -> list[tuple[str, str]]:
    """Return width and height of the pages of each section."""
    found = [section.find("w:pgSz", NS) for section in sections(content)]
    return [(size.attrib[w("w")], size.attrib[w("h")]) for size in found if size is not None]


def test_only_wide_tables_lie_across() -> None:
    """Seven columns of four characters have room on an upright page (8232 of 8844 twips), eight have not."""
    assert sizes(report(wide(7))) == [UPRIGHT]
    assert sizes(report(wide(8))) == [UPRIGHT, ACROSS]
    assert sizes(report(wide(3), wide(9), wide(9), wide(3))) == [UPRIGHT, ACROSS, UPRIGHT]
    assert not set(FOOTERS) & set(parts(report(wide(7))))


def test_long_numbers_do_not_break() -> None:
    """Columns of long numbers take more room than columns of text."""
    numbers = Table((), tuple(text("数") for _ in range(6)), (tuple(text("1,234,567.89") for _ in range(6)),))
    assert sizes(report(numbers)) == [UPRIGHT, ACROSS]


def test_the_page_is_an_upright_one_turned() -> None:
    """天头 37 mm comes to lie at the right, 订口 28 mm at the top; the table is as wide as 版心 is high."""
    content = report(wide(9))
    margins = sections(content)[1].find("w:pgMar", NS)
    assert margins is not None
    assert [margins.attrib[w(side)] for side in ("top", "right", "bottom", "left")] == ["1588", "2098", "1474", "1984"]
    assert sections(content)[1].find("w:docGrid", NS) is None  # 22 lines of 28 characters are for upright pages
    columns = part(content, "word/document.xml").iter(w("gridCol"))
    assert sum(int(column.attrib[w("w")]) for column in columns) == 12756


def test_the_page_number_is_turned_with_the_page() -> None:
    """Both footers hold the paragraph of the upright page in a box with turned text, in the profile's place."""
    for chosen, side in ((None, "right"), (profile("页码居中"), "center")):
        blocks = (Paragraph(text("正文。")), Attachment(None, text("数据表"), (wide(9),)))
        content = WRITERS["docx"](document(*blocks), chosen)
        for name, upright in zip(FOOTERS, ("word/footer1.xml", "word/footer2.xml"), strict=True):
            boxes = list(part(content, name).iter(w("txbxContent")))
            assert ["".join(box.itertext()) for box in boxes] == ["".join(part(content, upright).itertext())] * 2
            assert 'vert="vert"' in parts(content)[name].decode()
        justified = part(content, FOOTERS[0]).find(".//w:txbxContent/w:p/w:pPr/w:jc", NS)
        assert justified is not None
        assert justified.attrib[w("val")] == side


def rendered(content: bytes, folder: Path) -> Rendered:
    """Return the pages of a Word file with what is recognised in it."""
    anatomy = anatomy_of(content, folder)
    to_pdf(folder / "file.docx", folder / "file.pdf")
    return Rendered(anatomy, measure(folder / "file.pdf"))


@needs_office
@pytest.mark.parametrize(
    ("content", "across"),
    [
        (report(wide(9)), [2]),
        (report(wide(9, 40), paragraphs=4), [3, 4, 5]),
        (report(wide(3), wide(9), wide(3)), [3]),
        (report(wide(9), end=(IMPRINT,)), [2]),
    ],
    ids=["even", "several pages", "between upright ones", "with 版记"],
)
def test_on_the_pages(content: bytes, across: list[int], tmp_path: Path) -> None:
    """Numbers and attachments stand in their places on pages of both kinds, 版记 on an upright one."""
    subject = rendered(content, tmp_path)
    assert [page.number for page in subject.pages if page.width > page.height] == across
    measures = measured("pages", subject)
    assert [one for code in ("版式-64", "版式-67") for one in measures[code] if one.right is not True] == []
    found = run("word", subject.anatomy, Places("file.docx"))
    assert [str(finding) for finding in found if finding.level == "错误"] == []


def further_out(_: str, even: str) -> str:
    """Return the footer with its number near the edge of the paper."""
    return even.replace("<wp:posOffset>897890", "<wp:posOffset>397890")


def as_on_odd_pages(odd: str, _: str) -> str:
    """Return the footer of the other pages."""
    return odd


def without(_: str, even: str) -> str:
    """Return a footer without a number."""
    return re.sub("<w:p>.*</w:p>", "<w:p/>", even)


@needs_office
@pytest.mark.parametrize(
    ("change", "value"),
    [(further_out, "版心左20"), (as_on_odd_pages, "距版心上边1"), (without, "不在横排页的左侧")],
)
def test_a_number_in_the_wrong_place(change: Callable[[str, str], str], value: str, tmp_path: Path) -> None:
    """On a page that lies across a number elsewhere, or none, is found by 版式-64 and no other rule."""
    given = parts(report(wide(9)))
    odd, even = (given[name].decode() for name in FOOTERS)
    given[FOOTERS[1]] = change(odd, even).encode()
    hits = run("pages", rendered(zipped(given), tmp_path), Places("file.docx"))
    assert {hit.code for hit in hits} - {"版式-68", "版式-69"} == {"版式-64"}
    assert value in " ".join(map(str, hits))
