"""版式: what is right, or cannot be told, is not found; what is wrong is told as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from documents import MASTHEAD, document, text
from layout_files import (
    DOCUMENT,
    PROSE,
    STYLES,
    anatomy_of,
    changed,
    complete,
    findings,
    look,
    of,
    page,
    said,
    table_of,
    zipped,
)
from lxml import etree
from word_xml import parts, w

from drafter.blocks import Heading, Masthead, Paragraph, Signature, Title
from drafter.checks.layout import measured
from drafter.readers.pages import Glyph, Line, Page, Rendered
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.blocks import Block

ORGAN = "示例市云溪区人民政府清河街道办事处"
TITLE = Title((text(ORGAN), text("年度报告")))


def written(*blocks: Block) -> bytes:
    """Return a Word file of some blocks."""
    return WRITERS["docx"](document(*blocks))


def codes(content: bytes, folder: Path) -> set[str]:
    """Return the codes of what is found in a file."""
    return {finding.code for finding in findings(content, folder)}


@pytest.mark.parametrize("words", ["一年来的主要工作", "三项制度落实情况", "一是干什么", "十个方面的成效"])
def test_headings_that_begin_with_a_number(words: str, tmp_path: Path) -> None:
    """“一、一年来的工作” is a heading as any other; no number of a layer is missed because of it."""
    content = written(TITLE, Heading(1, text(words)), Paragraph(text(PROSE)), Heading(1, text("不足")))
    assert [h.label for h in anatomy_of(content, tmp_path).headings] == ["一、", "二、"]
    assert codes(content, tmp_path) == set()


@pytest.mark.parametrize(
    "words", ["三、四季度共受理纠纷626件。", "一、二、三产业都有了发展。", "二、三级预案都已修订。"]
)
def test_two_numbers_in_a_row_are_no_heading(words: str, tmp_path: Path) -> None:
    """“三、四季度” begins a sentence, not a layer."""
    content = written(TITLE, Heading(1, text("成效")), Paragraph(text(words)), Heading(1, text("不足")))
    assert [h.label for h in anatomy_of(content, tmp_path).headings] == ["一、", "二、"]


@pytest.mark.parametrize("signers", [("【待填：签发人】",), ("张某某",), ("张某某", "李某", "王某某")])
def test_a_masthead_whose_number_is_to_come(signers: tuple[str, ...], tmp_path: Path) -> None:
    """“【待填：发文字号】” stands for the number: the title below it is the title, and nothing is found."""
    head = Masthead((), (text(ORGAN),), text("【待填：发文字号】"), tuple(map(text, signers)))
    content = written(head, TITLE, Paragraph(text(PROSE)))
    anatomy = anatomy_of(content, tmp_path)
    assert [p.text for p in anatomy.title] == [f"{ORGAN}\n年度报告"]
    assert anatomy.head is not None
    assert anatomy.head.number is anatomy.head.signer is not None
    assert codes(content, tmp_path) == set()


def one_run(root: _Element) -> None:
    """Type number and 签发人 in one run, with blanks between them."""
    paragraph = said(root, "签发人")
    kept, *others = paragraph.iter(w("r"))
    for run in others:
        paragraph.remove(run)
    for part in [part for part in kept if part.tag != w("rPr")]:
        kept.remove(part)
    etree.SubElement(kept, w("t")).text = "　清街发〔2025〕3号　　　　签发人：张某某"


def test_a_signer_typed_in_one_run(tmp_path: Path) -> None:
    """The name is told from number and label within the run: its face is what is wrong, and the finding says so."""
    content = written(replace(MASTHEAD, marks=(text(ORGAN),)), TITLE, Paragraph(text(PROSE)))
    told = [str(found) for found in findings(changed(content, DOCUMENT, one_run), tmp_path) if found.code == "版式-55"]
    assert len(told) == 1
    assert "“签发人”仿宋，姓名仿宋_GB2312，全角冒号" in told[0]


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        ((16, 12), ""),
        ((12, 16, 10), ""),
        ((17, 17, 20), "提示"),
        ((8, 7, 16), "提示"),
        ((17, 17, 17), "错误"),
        ((10, 3, 16), "错误"),
        ((18, 12, 18), "错误"),
    ],
)
def test_shapes_of_titles(lines: tuple[int, ...], level: str, tmp_path: Path) -> None:
    """7.3.1: 梯形 and 菱形 pass, a square and an hourglass do not; names of nearly one length are only a hint."""
    title = Title(tuple(text(("政府法治" * 5)[:count]) for count in lines), fixed=True)
    found = [one for one in findings(written(title, Paragraph(text(PROSE))), tmp_path) if one.code == "版式-19"]
    assert [one.level for one in found] == ([level] if level else [])


def test_a_signature_at_the_left_edge(tmp_path: Path) -> None:
    """Name and date at the left are no sealed signature a little off, but a wrong one."""
    signature = Signature((text("区司法局"),), text("2025年1月16日"), sealed=True)
    content = written(TITLE, Paragraph(text(PROSE)), signature)
    for style in ("GWSignature", "GWDate"):
        content = changed(content, STYLES, look(style, "pPr", "jc", val="left"))
    found = [one for one in findings(content, tmp_path) if one.code == "版式-34"]
    assert [one.level for one in found] == ["错误"]
    assert "加盖印章）" not in found[0].message


def below_title(words: str) -> Callable[[_Element], None]:
    """Return a change that sets a line in the middle below the title."""

    def change(root: _Element) -> None:
        title = said(root, "年度报告")
        added = etree.fromstring(etree.tostring(title))
        for run in list(added.iter(w("r"))):
            added.remove(run)
        run = etree.SubElement(added, w("r"))
        etree.SubElement(etree.SubElement(run, w("rPr")), w("sz"), {w("val"): "32"})
        etree.SubElement(run, w("t")).text = words
        title.addnext(added)

    return change


@pytest.mark.parametrize("words", ["2025年1月16日", "（2025年1月16日）"])
def test_a_day_below_the_title(words: str, tmp_path: Path) -> None:
    """It is not 成文日期: the text below it is the text, and the date at the end the date."""
    signature = Signature((text("区司法局"),), text("2025年1月8日"), sealed=False)
    content = written(TITLE, Heading(1, text("成效")), Paragraph(text(PROSE)), signature)
    anatomy = anatomy_of(changed(content, DOCUMENT, below_title(words)), tmp_path)
    assert [h.label for h in anatomy.headings] == ["一、"]
    assert anatomy.date is not None
    assert anatomy.date.text == "2025年1月8日"
    assert [p.text for p in anatomy.names] == ["区司法局"]
    unsigned = written(TITLE, Heading(1, text("成效")), Paragraph(text(PROSE)))
    anatomy = anatomy_of(changed(unsigned, DOCUMENT, below_title(words)), tmp_path)
    assert [h.label for h in anatomy.headings] == ["一、"]
    assert anatomy.date is None


@pytest.mark.parametrize(("right", "wrong"), [("3.75", False), ("0", True)])
def test_sealed_names_side_by_side(right: str, wrong: bool, tmp_path: Path) -> None:
    """7.3.5.1: in a row of names the last one stands over the date."""
    row = "中共清河镇委员会　　　　清河镇人民政府"
    signature = Signature((text(row),), text("2025年1月16日"), sealed=True)
    content = written(TITLE, Paragraph(text(PROSE)), signature)
    moved = changed(content, DOCUMENT, of(row, "pPr", "ind", right=str(round(float(right) * 314))))
    moved = changed(moved, DOCUMENT, of("2025年1月16日", "pPr", "ind", right=str(4 * 314)))
    assert ("版式-34" in codes(moved, tmp_path)) is wrong


def cleared(root: _Element) -> None:
    """Clear the default tab stop in front of the others, as LibreOffice does."""
    stops = next(said(root, "签发人").iter(w("tabs")))
    stops.insert(0, etree.Element(w("tab"), {w("val"): "clear", w("pos"): "632"}))


def test_what_libreoffice_writes(tmp_path: Path) -> None:
    """A cleared tab stop is none; a negative distance of characters is written as what is left to 2³²."""
    content = changed(complete(), DOCUMENT, cleared)
    content = changed(content, DOCUMENT, page("docGrid", charSpace=str(2**32 - 849)))
    assert codes(content, tmp_path) == set()
    assert [one.value for one in table_of(content, tmp_path)["版式-06"]] == ["22行、28字"]
    broken = changed(content, DOCUMENT, page("docGrid", charSpace=str(2**32 - 3500)))
    assert codes(broken, tmp_path) == {"版式-06"}


def in_points(content: bytes) -> bytes:
    """Return a file whose lengths have a unit, as Word writes them in “Strict Open XML”."""
    given = parts(content)
    names = "top|bottom|left|right|footer|header|gutter|firstLine|hanging|before|after|pos|linePitch|line|w|h"
    for part in (DOCUMENT, STYLES, "word/footer1.xml", "word/footer2.xml"):
        text_ = given[part].decode()
        lengths = re.compile(rf'(w:(?:{names}))="(-?\d+)"')
        given[part] = lengths.sub(lambda found: f'{found[1]}="{int(found[2]) / 20:g}pt"', text_).encode()
    return zipped(given)


def test_lengths_with_a_unit(tmp_path: Path) -> None:
    """“595.3pt” is as good as 11906 twips."""
    assert b'w:w="595.3pt"' in parts(in_points(complete()))[DOCUMENT]
    assert codes(in_points(complete()), tmp_path) == set()


def test_footers_are_read_once(tmp_path: Path) -> None:
    """Thousands of sections that name one footer take no longer than one: it is one object in all of them."""
    given = parts(complete())
    root = etree.fromstring(given[DOCUMENT])
    section = next(root.iter(w("sectPr")))
    body = section.getparent()
    assert body is not None
    for _ in range(3):
        paragraph = etree.Element(w("p"))
        etree.SubElement(paragraph, w("pPr")).append(etree.fromstring(etree.tostring(section)))
        body.insert(0, paragraph)
    given[DOCUMENT] = etree.tostring(root)
    sections = anatomy_of(zipped(given), tmp_path).file.sections
    assert len(sections) == 4
    assert len({id(one.odd) for one in sections}) == len({id(one.even) for one in sections}) == 1


def line(count: int, baseline: float) -> Line:
    """Return a full line of so many characters in the type of the body."""
    pitch = 156 / count
    return Line(tuple(Glyph("法", 28 + at * pitch, 28 + (at + 1) * pitch, baseline, 0, 16, "") for at in range(count)))


@pytest.mark.parametrize(("mark", "right"), [("，", True), ("法", False)])
def test_a_hanging_mark_is_not_outside(mark: str, right: bool, tmp_path: Path) -> None:
    """Word and LibreOffice may let one mark hang over the edge: no 29th character, no text outside of 版心."""
    hanging = Glyph(mark, 184, 189.6, 0, 0, 16, "")
    full = [line(28, 45.16 + 10.21 * at) for at in range(22)]
    lines = tuple(Line((*one.glyphs, replace(hanging, baseline=one.baseline))) for one in full)
    subject = Rendered(anatomy_of(complete(), tmp_path), (Page(1, 210, 297, lines),))
    measures = measured("pages", subject)
    assert all(one.right for code in ("版式-62", "版式-63") for one in measures[code]) is right


@pytest.mark.parametrize(("counts", "right"), [((27,), None), ((27,) * 5, False), ((27, 28, 28), True), ((29,), False)])
def test_one_full_line_tells_nothing(counts: tuple[int, ...], right: bool | None, tmp_path: Path) -> None:
    """27 characters on the only full line may be due to a mark that cannot begin one; on five of them they are not."""
    lines = tuple(line(count, 45.2 + 10.21 * at) for at, count in enumerate(counts))
    subject = Rendered(anatomy_of(complete(), tmp_path), (Page(1, 210, 297, lines),))
    assert [one.right for one in measured("pages", subject)["版式-62"]] == [right]
