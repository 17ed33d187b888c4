"""The .docx as GB/T 9704—2012 wants it, read from the XML."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from documents import document, everything, table, text
from lxml import etree
from word_xml import NS, attribute, part, parts, w

from drafter.blocks import AttachmentNote, Closing, Heading, Note, Paragraph, Signature, Title
from drafter.writers import WRITERS

_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RPR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal"
    " rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_SECTPR = "headerReference footerReference type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols docGrid"


@cache
def content() -> bytes:
    """Return the document with every kind of block."""
    return WRITERS["docx"](everything())


def style(name: str) -> etree._Element:
    """Return a style by id."""
    found = part(content(), "word/styles.xml").find(f"w:style[@w:styleId='{name}']", NS)
    assert found is not None, name
    return found


def of_style(name: str, path: str, attr: str) -> str | None:
    """Return an attribute of a style, its own or the nearest inherited one."""
    while True:
        element = style(name)
        found = element.find(path, NS)
        if found is not None and w(attr) in found.attrib:
            return found.attrib[w(attr)]
        based = element.find("w:basedOn", NS)
        if based is None:
            return None
        name = based.attrib[w("val")]


def test_page() -> None:
    """A4 (5.1); 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm (5.2.1); 22 lines of 28 characters (5.2.3)."""
    section = part(content(), "word/document.xml").find("w:body/w:sectPr", NS)
    assert section is not None
    size = {name: int(attribute(section, "w:pgSz", name)) for name in ("w", "h")}
    margin = {
        name: int(attribute(section, "w:pgMar", name))
        for name in ("top", "bottom", "left", "right", "footer", "gutter")
    }
    assert size == {"w": 11906, "h": 16838}
    millimetres = {name: round(value / 56.693, 1) for name, value in margin.items()}
    assert millimetres == {"top": 37.0, "bottom": 35.0, "left": 28.0, "right": 26.0, "footer": 24.9, "gutter": 0.0}
    assert size["w"] - margin["left"] - margin["right"] == 8844
    pitch = int(attribute(section, "w:docGrid", "linePitch"))
    assert (size["h"] - margin["top"] - margin["bottom"]) // pitch == 22
    cell = 16 + int(attribute(section, "w:docGrid", "charSpace")) / 4096
    assert int(8844 / 20 / cell) == 28
    assert attribute(section, "w:docGrid", "type") == "linesAndChars"


@pytest.mark.parametrize(
    ("name", "face", "size"),
    [
        ("Title", "方正小标宋简体", 44),
        ("GWAddressee", "仿宋_GB2312", 32),
        ("GWBody", "仿宋_GB2312", 32),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("Heading3", "仿宋_GB2312", 32),
        ("GWAttachNote", "仿宋_GB2312", 32),
        ("GWSignature", "仿宋_GB2312", 32),
        ("GWDate", "仿宋_GB2312", 32),
        ("GWNote", "仿宋_GB2312", 32),
        ("GWAttachMark", "黑体", 32),
        ("GWAttachTitle", "方正小标宋简体", 44),
        ("GWTableCaption", "黑体", 32),
        ("GWTableHead", "黑体", 24),
        ("GWTableText", "仿宋_GB2312", 24),
        ("Footer", "宋体", 28),
        ("GWUrgency", "黑体", 32),
        ("GWDocNumber", "仿宋_GB2312", 32),
        ("GWImprint", "仿宋_GB2312", 28),
    ],
)
def test_faces(name: str, face: str, size: int) -> None:
    """5.2.2, 7.3.1, 7.3.3, 7.3.7, 7.5: each element’s face and size (half points); none is bold or coloured."""
    assert of_style(name, "w:rPr/w:rFonts", "eastAsia") == face
    assert of_style(name, "w:rPr/w:sz", "val") == str(size)
    assert style(name).find("w:rPr/w:b", NS) is None
    assert style(name).find("w:rPr/w:color", NS) is None


def test_numbers_in_attachment_mark_and_footer() -> None:
    """“附件1” is 黑体 as a whole (7.3.7); the page number 宋体 (7.5); elsewhere digits are Times New Roman."""
    assert of_style("GWAttachMark", "w:rPr/w:rFonts", "ascii") == "黑体"
    assert of_style("Footer", "w:rPr/w:rFonts", "ascii") == "宋体"
    assert of_style("GWBody", "w:rPr/w:rFonts", "ascii") == "Times New Roman"


@pytest.mark.parametrize(
    ("name", "level"),
    [("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2"), ("GWAttachTitle", "0"), ("GWBody", None)],
)
def test_outline_levels(name: str, level: str | None) -> None:
    """Headings and titles of attachments show in the navigation pane; body text does not."""
    assert of_style(name, "w:pPr/w:outlineLvl", "val") == level


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_linked_to_character_styles(level: int) -> None:
    """A run-in heading takes the face of its level through a character style, linked both ways."""
    heading, character = style(f"Heading{level}"), style(f"Heading{level}Char")
    assert attribute(heading, "w:link", "val") == f"Heading{level}Char"
    assert attribute(character, "w:link", "val") == f"Heading{level}"
    face = attribute(heading, "w:rPr/w:rFonts", "eastAsia")
    assert attribute(character, "w:rPr/w:rFonts", "eastAsia") == face


def test_indents() -> None:
    """7.3.3: each paragraph and heading begins two characters in; title and 主送机关 do not."""
    for name in ("GWBody", "Heading1", "Heading2", "Heading3", "GWNote"):
        assert of_style(name, "w:pPr/w:ind", "firstLineChars") == "200"
        assert of_style(name, "w:pPr/w:ind", "firstLine") == "632"
    for name in ("Title", "GWAddressee", "GWAttachMark", "GWAttachTitle", "GWTableText", "Footer"):
        assert of_style(name, "w:pPr/w:ind", "firstLine") is None


def test_lines_are_exact() -> None:
    """22 lines on a page whatever the fonts; blank lines are spacing in whole lines, never empty paragraphs."""
    assert of_style("GWBody", "w:pPr/w:spacing", "line") == "579"
    assert of_style("GWBody", "w:pPr/w:spacing", "lineRule") == "exact"
    assert of_style("Title", "w:pPr/w:spacing", "after") == "579"
    assert of_style("GWAttachNote", "w:pPr/w:spacing", "before") == "579"
    assert of_style("GWAttachTitle", "w:pPr/w:spacing", "before") == "579"
    body = part(content(), "word/document.xml").find("w:body", NS)
    assert body is not None
    empty = [p for p in body.iterfind("w:p", NS) if not "".join(p.itertext())]
    assert len(empty) == 0


def test_page_numbers() -> None:
    """7.5: “— 1 —”, on odd pages right, on even pages left, one character (14 pt) in."""
    assert part(content(), "word/settings.xml").find("w:evenAndOddHeaders", NS) is not None
    references = part(content(), "word/document.xml").findall("w:body/w:sectPr/w:footerReference", NS)
    assert [reference.attrib[w("type")] for reference in references] == ["default", "even"]
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        footer = part(content(), name)
        paragraph = footer.find("w:p", NS)
        assert paragraph is not None
        assert attribute(paragraph, "w:pPr/w:jc", "val") == side
        assert attribute(paragraph, "w:pPr/w:ind", side) == "280"
        assert "".join(footer.itertext()).replace(" PAGE ", "") in {"— 1 —", "— 2 —"}
        marks = [mark.attrib[w("fldCharType")] for mark in footer.iter(w("fldChar"))]
        assert marks == ["begin", "separate", "end"]


def test_every_chinese_run_has_the_hint() -> None:
    """Without hint=eastAsia the marks “ ” — … are set in the Latin face and the line breaks move."""
    for name in ("word/document.xml", "word/footer1.xml", "word/footer2.xml"):
        for run in part(content(), name).iter(w("r")):
            if not "".join(t.text or "" for t in run.iterfind("w:t", NS)).isascii():
                assert attribute(run, "w:rPr/w:rFonts", "hint") == "eastAsia"


def test_run_in_heading() -> None:
    """The heading’s sentence, with its number and full stop, is one run; the rest of the paragraph another."""
    written = document(Heading(2, text("加强组织领导"), run_in=True), Paragraph(text("全面落实责任。")))
    (paragraph,) = part(WRITERS["docx"](written), "word/document.xml").iter(w("p"))
    assert attribute(paragraph, "w:pPr/w:pStyle", "val") == "GWBody"
    first, second = paragraph.iterfind("w:r", NS)
    assert attribute(first, "w:rPr/w:rStyle", "val") == "Heading2Char"
    assert "".join(first.itertext()) == "（一）加强组织领导。"
    assert second.find("w:rPr/w:rStyle", NS) is None
    assert "".join(second.itertext()) == "全面落实责任。"


def test_numbers_are_typed() -> None:
    """Numbers are text: they survive copying and every other program."""
    assert not list(part(content(), "word/document.xml").iter(w("numPr")))


def test_title_is_one_paragraph() -> None:
    """7.3.1: the lines of a title are one paragraph, split between the units of meaning."""
    written = document(
        Title((text("示例市云溪区人民政府清河街道办事处"), text("关于2024年"), text("法治政府建设情况的报告")))
    )
    (paragraph,) = part(WRITERS["docx"](written), "word/document.xml").iter(w("p"))
    (run,) = paragraph.iterfind("w:r", NS)
    assert [child.tag for child in run] == [w("rPr"), w("t"), w("br"), w("t")]
    assert [t.text for t in run.iterfind("w:t", NS)] == [
        "示例市云溪区人民政府清河街道办事处",
        "关于2024年法治政府建设情况的报告",
    ]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        # 附件： 3 and 1. 0.75 characters of 316 twips, after an indent of two
        (["数据表", "名单"], [("附件：1.数据表", 1817, 1185, None), ("2.名单", 1817, 237, "0")]),
        (["数据表"], [("附件：数据表", 1580, 948, None)]),
    ],
)
def test_attachment_note(titles: list[str], expected: list[tuple[str, int, int, str | None]]) -> None:
    """7.3.4: two characters in; a second line begins below the first character of the name; no number for one."""
    written = document(AttachmentNote(tuple(map(text, titles))))
    found = []
    for paragraph in part(WRITERS["docx"](written), "word/document.xml").iter(w("p")):
        spacing = paragraph.find("w:pPr/w:spacing", NS)
        left, hanging = (int(attribute(paragraph, "w:pPr/w:ind", side)) for side in ("left", "hanging"))
        above = None if spacing is None else spacing.attrib[w("before")]
        found.append(("".join(paragraph.itertext()), left, hanging, above))
    assert found == expected


def test_the_signature_does_not_stand_alone() -> None:
    """7.3.5.5: no page without text; body, 结束语, 附件说明, names, date and 附注 stay together."""
    written = document(
        Paragraph(text("前文。")),
        Paragraph(text("末段。")),
        Closing(text("特此报告。")),
        AttachmentNote((text("甲"), text("乙"))),
        Signature((text("清河局"),), text("2025年1月8日"), sealed=True),
        Note(text("此件公开发布")),
    )
    kept = [
        paragraph.find("w:pPr/w:keepNext", NS) is not None
        for paragraph in part(WRITERS["docx"](written), "word/document.xml").iter(w("p"))
    ]
    assert kept == [False, True, True, True, True, False, True, False]  # the name is kept by its style
    assert style("GWSignature").find("w:pPr/w:keepNext", NS) is not None


@pytest.mark.parametrize("length", [1, 200, 22 * 28, 1000])
def test_the_last_paragraph_stays_with_the_signature(length: int) -> None:
    """However long it is: Word takes its last line over to the next page, and no more."""
    written = document(Paragraph(text("法" * length)), Signature((text("清河局"),), text("2025年1月8日"), sealed=False))
    paragraph = next(part(WRITERS["docx"](written), "word/document.xml").iter(w("p")))
    assert paragraph.find("w:pPr/w:keepNext", NS) is not None


def test_a_table_stays_with_the_signature() -> None:
    """The last row of a table that ends the text, and no other, goes over to the page of the signature."""
    written = document(table(), Signature((text("清河局"),), text("2025年1月8日"), sealed=False))
    rows = [
        {paragraph.find("w:pPr/w:keepNext", NS) is not None for paragraph in row.iter(w("p"))}
        for row in part(WRITERS["docx"](written), "word/document.xml").iter(w("tr"))
    ]
    assert rows == [{False}, {False}, {True}]


def test_attachments() -> None:
    """7.3.7: another page, the mark flush left on line 1, the title centred on line 3."""
    assert style("GWAttachMark").find("w:pPr/w:pageBreakBefore", NS) is not None
    assert of_style("GWAttachTitle", "w:pPr/w:jc", "val") == "center"


def test_table() -> None:
    """A table is as wide as the text area, its rows do not break and its head row comes back on each page."""
    table = part(content(), "word/document.xml").find("w:body/w:tbl/w:tblPr/w:tblStyle/../..", NS)
    assert table is not None
    assert attribute(table, "w:tblPr/w:tblW", "w") == "8844"
    assert sum(int(column.attrib[w("w")]) for column in table.iterfind("w:tblGrid/w:gridCol", NS)) == 8844
    rows = table.findall("w:tr", NS)
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


@pytest.mark.parametrize(("tag", "order"), [("pPr", _PPR), ("rPr", _RPR), ("style", _STYLE), ("sectPr", _SECTPR)])
def test_children_stand_in_the_order_of_the_schema(tag: str, order: str) -> None:
    """Word refuses some files whose properties stand in another order."""
    rank = {w(name): place for place, name in enumerate(order.split())}
    for name, xml in parts(content()).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in etree.fromstring(xml).iter(w(tag)):
            ranks = [rank[child.tag] for child in element]
            assert all(before <= after for before, after in pairwise(ranks)), (name, etree.tostring(element))
