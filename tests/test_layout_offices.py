"""版式 of files as offices make them: what is customary and right is not found, what is wrong is, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
import pytest
from documents import MASTHEAD, document, text
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from layout_files import DOCUMENT, changed, complete, findings, said
from lxml import etree
from word_xml import w

from drafter.blocks import Masthead, Paragraph, Title
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

PROSE = "街道坚持以习近平新时代中国特色社会主义思想为指导，全面推进依法治街，各项工作取得新的成效。"
ORGAN = "示例市云溪区人民政府清河街道办事处"
CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


@dataclass(frozen=True)
class Office:
    """How an office formats its files, by hand and without styles."""

    title: str = "方正小标宋_GBK"
    bold: bool = False
    body: str = "仿宋"
    second: str = "楷体"
    blanks: bool = False
    pitch: float = 28.95
    number: str = "— {} —"

    def file(self) -> docx.document.Document:
        """Return a short report."""
        made = docx.Document()
        made.core_properties.author = ""
        page = made.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = map(Mm, (37, 35, 28, 26))
        page.footer_distance = Mm(25)
        for line in ("示例市云溪区人民政府清河街道", "关于2024年法治政府建设情况的报告"):
            self.line(made, line, self.title, size=22, align=CENTRE, bold=self.bold)
        self.line(made, "", self.body)
        self.line(made, "中共云溪区委员会、云溪区人民政府：", self.body)
        for words, face in (
            ("一、主要举措和成效", "黑体"),
            ("（一）加强组织领导", self.second),
            (PROSE * 3, self.body),
        ):
            self.line(made, words, face, first=True)
        self.line(made, "", self.body)
        self.line(made, ORGAN, self.body, align=RIGHT, right=2)
        self.line(made, "2025年1月16日", self.body, align=RIGHT, right=10.5)
        self._number(made)
        return made

    def line(
        self,
        made: docx.document.Document,
        words: str,
        face: str,
        *,
        size: float = 16,
        align: WD_ALIGN_PARAGRAPH | None = None,
        first: bool = False,
        bold: bool = False,
        right: float = 0,
    ) -> None:
        """Append a paragraph."""
        added = made.add_paragraph()
        shape = added.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(self.pitch)
        shape.alignment, shape.right_indent = align, Pt(right * 16)
        if first and not self.blanks:
            shape.first_line_indent = Pt(32)
        run = added.add_run("　　" + words if first and self.blanks else words)
        run.font.size, run.bold = Pt(size), bold or None
        self._face(run._r, face)  # noqa: SLF001 - python-docx has no Chinese typefaces

    @staticmethod
    def _face(run: _Element, face: str) -> None:
        fonts = run.get_or_add_rPr().get_or_add_rFonts()  # type: ignore[attr-defined]
        for name in ("ascii", "hAnsi", "eastAsia"):
            fonts.set(qn(f"w:{name}"), face)

    def _number(self, made: docx.document.Document) -> None:
        """Put the page number in the middle, as WPS and Word offer it."""
        footer = made.sections[0].footer.paragraphs[0]
        footer.alignment = CENTRE
        before, after = self.number.split("{}")
        for words in (before, None, after):
            run = footer.add_run(words)
            run.font.size = Pt(14)
            self._face(run._r, "宋体")  # noqa: SLF001 - python-docx has no Chinese typefaces
            if words is None:
                for kind in ("begin", "", "end"):
                    element = etree.SubElement(run._r, w("fldChar" if kind else "instrText"))  # noqa: SLF001 - no fields
                    if kind:
                        element.set(w("fldCharType"), kind)
                    else:
                        element.text = " PAGE "


ALWAYS = {"版式-05", "版式-06", "版式-41", "版式-42", "版式-48"}
"""27 characters on a line, no grid, no outline levels, headings not kept, numbers centred: true of all these files."""


@pytest.mark.parametrize(
    ("office", "wrong"),
    [
        (Office(), set()),
        (Office(pitch=28), set()),
        (Office(title="方正小标宋简体", body="仿宋_GB2312", second="楷体_GB2312"), set()),
        (Office(blanks=True), set()),
        (Office(title="宋体", bold=True), {"版式-15", "版式-16"}),
        (Office(number="-{}-"), {"版式-46"}),
        (Office(pitch=30), {"版式-04"}),
        (Office(body="宋体"), {"版式-09"}),
        (Office(second="仿宋"), {"版式-27"}),
    ],
    ids=["GBK", "28 points", "GB2312", "blanks", "bold 宋体", "hyphens", "30 points", "宋体", "仿宋 heading"],
)
def test_files_formatted_by_hand(office: Office, wrong: set[str], tmp_path: Path) -> None:
    """A file without a single style: customary faces, blanks for indents and 28 points pass, faults are found alone."""
    path = tmp_path / "office.docx"
    office.file().save(str(path))
    assert {finding.code for finding in findings(path.read_bytes(), tmp_path)} - ALWAYS == wrong


def control(root: _Element) -> None:
    """Put a heading into a content control."""
    heading = said(root, "不足和原因")
    outer = etree.Element(w("sdt"))
    etree.SubElement(outer, w("sdtPr"))
    heading.addprevious(outer)
    etree.SubElement(outer, w("sdtContent")).append(heading)


def pieces(root: _Element) -> None:
    """Tear a run into single characters, with bookmarks and marks of spelling between them."""
    for run in list(said(root, "三级标题后的正文").iter(w("r"))):
        properties = run.find(w("rPr"))
        for character in "".join(run.itertext(w("t"))):
            piece = etree.Element(w("r"))
            if properties is not None:
                piece.append(etree.fromstring(etree.tostring(properties)))
            etree.SubElement(piece, w("t")).text = character
            run.addprevious(piece)
            run.addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


@pytest.mark.parametrize("change", [control, pieces])
def test_other_structures_of_the_same_text(change: object, tmp_path: Path) -> None:
    """Content controls and torn runs change nothing of what is measured."""
    assert callable(change)
    assert findings(changed(complete(), DOCUMENT, change), tmp_path) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_any_number_of_signers(count: int, tmp_path: Path) -> None:
    """发文字号 on the line of the last 签发人 is not taken for a name in the wrong typeface (7.2.6)."""
    signers = tuple(text(name) for name in ("张某某", "李某", "王某某", "赵某")[:count])
    head = Masthead((), MASTHEAD.marks, text("示街办〔2025〕3号"), signers)
    content = WRITERS["docx"](document(head, Title((text(ORGAN), text("报告"))), Paragraph(text(PROSE))))
    assert "版式-55" not in {finding.code for finding in findings(content, tmp_path)}
