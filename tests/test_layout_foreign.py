"""Files from elsewhere: made with python-docx, formatted by hand, numbered automatically, broken, or hostile."""

from __future__ import annotations

import json
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from layout_files import complete, zipped
from word_xml import parts

from drafter.checks import run
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.readers.recognise import recognise
from drafter.readers.word import read_word
from drafter.report import Places

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

    from drafter.readers.anatomy import Anatomy

TEXTS = (
    "清河街道2024年法治政府建设年度报告",
    "云溪区人民政府：",
    "2024年，清河街道深入推进依法行政，现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）加强组织领导。全年专题研究4次，听取汇报2次。",
    "（二）完善工作机制。制定年度工作要点。",
    "二、不足和原因",
    "法治力量仍然薄弱，主要原因是编制紧张。",
    "示例市云溪区人民政府清河街道办事处",
    "2025年1月8日",
)


def saved(document: docx.document.Document, folder: Path) -> Path:
    """Save a document and return where."""
    path = folder / "来件.docx"
    document.save(str(path))
    return path


def read(path: Path) -> Anatomy:
    """Return what is recognised in a file."""
    return recognise(read_word(path))


def codes(anatomy: Anatomy) -> set[str]:
    """Return the codes of the rules that find something."""
    return {finding.code for finding in run("word", anatomy, Places("来件.docx"))}


def test_the_default_template_of_python_docx(tmp_path: Path) -> None:
    """Letter paper, theme fonts, 11 pt, blue headings, no page number: all of it is found, nothing breaks."""
    document = docx.Document()
    document.add_heading(TEXTS[0], 0)
    for words in TEXTS[1:]:
        document.add_heading(words, 1) if words.startswith(("一、", "二、")) else document.add_paragraph(words)
    anatomy = read(saved(document, tmp_path))
    assert [p.text for p in anatomy.title] == [TEXTS[0]]
    assert anatomy.addressee is not None
    assert [h.label for h in anatomy.headings] == ["一、", "（一）", "（二）", "二、"]
    assert [p.text for p in anatomy.names] == [TEXTS[8]]
    found = codes(anatomy)
    assert {"版式-01", "版式-02", "版式-06", "版式-07", "版式-09", "版式-10", "版式-11", "版式-14"} <= found
    assert {"版式-15", "版式-16", "版式-17", "版式-18", "版式-25", "版式-34", "版式-45"} <= found


def _set(paragraph: Paragraph, words: str, face: str, size: float) -> None:
    added = paragraph.add_run(words)
    added.font.name = "Times New Roman"
    added.font.size = Pt(size)
    fonts = added._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no other way
    fonts.set(qn("w:eastAsia"), face)
    for theme in ("asciiTheme", "eastAsiaTheme", "hAnsiTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(28.95)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "-5")
    added._element.get_or_add_rPr().append(spacing)  # noqa: SLF001


def by_hand() -> docx.document.Document:
    """Return a document with direct formatting only, every style being Normal."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for order, words in enumerate(TEXTS):
        paragraph = document.add_paragraph()
        if order == 0:
            _set(paragraph, words, "方正小标宋_GBK", 22)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _set(document.add_paragraph(), "", "仿宋", 16)
        elif words.startswith(("一、", "二、")):
            _set(paragraph, f"\u3000\u3000{words}", "黑体", 16)
        elif words.startswith("（"):
            head, mark, rest = words.partition("。")
            _set(paragraph, "\u3000\u3000" + head + mark, "楷体", 16)
            _set(paragraph, rest, "仿宋", 16)
        else:
            _set(paragraph, words if order in {1, 8, 9} else f"\u3000\u3000{words}", "仿宋", 16)
    return document


def test_direct_formatting_only(tmp_path: Path) -> None:
    """Indents typed as full-width blanks, headings that are only a face: judged by what they look like."""
    anatomy = read(saved(by_hand(), tmp_path))
    assert [(h.level, bool(h.rest)) for h in anatomy.headings] == [(1, False), (2, True), (2, True), (1, False)]
    measured_wrong = codes(anatomy)
    right = "01 02 03 04 05 07 09 10 11 16 17 18 21 22 25 26 27 29 30 36"
    assert measured_wrong.isdisjoint(f"版式-{number}" for number in right.split())
    assert {"版式-06", "版式-34", "版式-35", "版式-41", "版式-45"} <= measured_wrong


def test_automatic_numbers(tmp_path: Path) -> None:
    """Headings numbered by Word are headings; a list that restarts wrongly is found."""
    document = by_hand()
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "chineseCounting"), ("lvlText", "%1、")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    owner = OxmlElement("w:abstractNumId")
    owner.set(qn("w:val"), "77")
    number.append(owner)
    numbering.append(number)
    for paragraph in document.paragraphs:
        if paragraph.text.strip().startswith(("一、", "二、")):
            paragraph.runs[0].text = paragraph.text.strip()[2:]
            properties = paragraph._element.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
            properties.get_or_add_numId().val = 77
            properties.get_or_add_ilvl().val = 0
    anatomy = read(saved(document, tmp_path))
    assert [h.text for h in anatomy.headings if h.level == 1] == ["一、主要举措和成效", "二、不足和原因"]


def test_a_date_in_chinese_numerals(tmp_path: Path) -> None:
    """It is still the date, and wrong."""
    document = by_hand()
    document.paragraphs[-1].runs[0].text = "二〇二五年一月八日"
    anatomy = read(saved(document, tmp_path))
    assert anatomy.date is not None
    assert "版式-36" in codes(anatomy)


@pytest.mark.parametrize(
    "texts", [(), ("",), ("一、",), ("。",), ("报告",), ("2025年1月8日",), ("附件",), ("（一）" * 50,)]
)
def test_hardly_anything(texts: tuple[str, ...], tmp_path: Path) -> None:
    """Empty files and files of one paragraph are judged without falling over."""
    document = docx.Document()
    for words in texts:
        document.add_paragraph(words)
    assert "版式-01" in codes(read(saved(document, tmp_path)))


def test_text_boxes_tracked_changes_hidden_text_and_comments(tmp_path: Path) -> None:
    """What a file carries besides its text is counted; deleted and hidden text is no text."""
    content = parts(complete())
    body = content["word/document.xml"].decode()
    extra = (
        '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新增。</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="甲"><w:r><w:delText>删去。</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏。</w:t></w:r></w:p>"
    )
    content["word/document.xml"] = body.replace("<w:sectPr", extra + "<w:sectPr").encode()
    path = tmp_path / "x.docx"
    path.write_bytes(zipped(content))
    file = read_word(path)
    assert file.paragraphs[-1].text == "新增。"
    left = file.leftovers
    assert (left.insertions, left.deletions, left.hidden) == (1, 1, 1)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Text: findings and the table of all clauses; JSON: findings alone, each with paragraph and source."""
    path = saved(by_hand(), tmp_path)
    assert main(["check", str(path), "--level", "错误"]) == 1
    told = capsys.readouterr().out
    assert "✓ 版式-01 用纸" in told
    assert "✗ 版式-45 页码" in told
    assert "没有这些要素，不查：" in told
    assert main(["check", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    layout = next(one for one in found if one["code"] == "版式-34")
    assert layout["paragraph"] == 11
    assert layout["level"] == "错误"
    assert layout["source"] == "GB/T 9704—2012，7.3.5"
    assert layout["file"] == str(path)


def test_the_programs_own_file_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No finding of the group 版式 on what build writes."""
    path = tmp_path / "own.docx"
    path.write_bytes(complete())
    main(["check", str(path), "--format", "json"])
    assert [one for one in json.loads(capsys.readouterr().out) if one["code"].startswith("版式")] == []


def _bomb() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * (300 * 2**20))
    return stream.getvalue()


def _lying_bomb() -> bytes:
    """Return a package whose directory says that a part is small."""
    content = bytearray(zipped({"word/document.xml": b" " * (70 * 2**20)}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    return bytes(content)


def _with_part(name: str, text: str) -> bytes:
    return zipped(parts(complete()) | {name: text.encode()})


DTD = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{at} '{f'&a{at - 1};' * 10}'>" for at in range(1, 10)
)  # fmt: skip
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _body(text: str) -> bytes:
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{text}</w:body></w:document>".encode()})


HOSTILE: list[tuple[str, bytes, str]] = [
    ("empty", b"", "是空的"),
    ("text", "一、".encode(), "不是 Word 文件"),
    ("old-doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "老格式的 Word 文件"),
    ("password", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    ("rtf", rb"{\rtf1 x}", "RTF"),
    ("pdf", b"%PDF-1.7", "PDF"),
    ("html", b"<html><body>", "网页"),
    ("cut-off", complete()[:5000], "已损坏"),
    ("no-document", zipped({"a.txt": b"x"}), "里面没有正文"),
    ("sheet", zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "里面没有正文"),
    ("no-body", zipped({"word/document.xml": f"<w:document {W}/>".encode()}), "里面没有正文"),
    ("not-xml", zipped({"word/document.xml": b"<w:document"}), "读不出来"),
    ("deep", zipped({"word/document.xml": b"<a>" * 100_000}), "读不出来"),
    ("dtd", _with_part("word/document.xml", f"{DTD}<w:document {W}><w:body><w:p/></w:body></w:document>"), "DTD"),
    ("external", _with_part("word/document.xml", f"{DTD}<w:document {W}><w:body>&e;</w:body></w:document>"), "DTD"),
    ("laughs", _with_part("word/styles.xml", f"{LAUGHS}]><w:styles {W}>&a9;</w:styles>"), ""),
    ("bomb", _bomb(), "太大"),
    ("tags", _body("<w:p/>" * 1_000_001), "太大"),
    ("paragraphs", _body("<w:p/>" * 20_001), "太大"),
    ("rows", _body(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 20_001}</w:tr></w:tbl>"), "太大"),
    ("lying-bomb", _lying_bomb(), ""),
]


@pytest.mark.parametrize(("content", "says"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_files(content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no sound Word file is refused in one Chinese sentence, by the reader and by the command."""
    path = tmp_path / "x.docx"
    path.write_bytes(content)
    with pytest.raises(DrafterError) as caught:
        read_word(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert main(["check", str(path)]) == 2
    assert "x.docx" in capsys.readouterr().err


def test_nonsense_values(tmp_path: Path) -> None:
    """Numbers that are none, styles based on themselves, lists without levels: nothing falls over."""
    content = parts(complete())
    styles = content["word/styles.xml"].decode()
    styles = styles.replace('w:basedOn w:val="Normal"', 'w:basedOn w:val="Title"').replace(
        'w:sz w:val="32"', 'w:sz w:val="x"'
    )
    content["word/styles.xml"] = styles.encode()
    body = content["word/document.xml"].decode()
    body = body.replace('w:pgSz w:w="11906"', 'w:pgSz w:w="210mm"').replace('w:left="1588"', 'w:left="9e9"')
    content["word/document.xml"] = body.encode()
    path = tmp_path / "x.docx"
    path.write_bytes(zipped(content))
    assert codes(read(path))


def test_missing_parts(tmp_path: Path) -> None:
    """A file without styles, settings and footers is judged by what is left."""
    whole = parts(complete())
    kept = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"}
    path = tmp_path / "x.docx"
    path.write_bytes(zipped({name: part for name, part in whole.items() if name in kept}))
    assert {"版式-09", "版式-10", "版式-45"} <= codes(read(path))


def test_damaged_bytes(tmp_path: Path) -> None:
    """Flipped bytes give a message or a reading, never anything else."""
    whole = complete()
    path = tmp_path / "x.docx"
    for at in range(40, len(whole), 997):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        path.write_bytes(bytes(damaged))
        try:
            read(path)
        except DrafterError as error:
            assert str(error).startswith(str(path))
    assert zlib.crc32(whole)


def test_strict_open_xml(tmp_path: Path) -> None:
    """“Strict Open XML” names the same things differently."""
    pairs = (
        (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )  # fmt: skip
    content = parts(complete())
    for usual, strict in pairs:
        content = {name: part.replace(usual, strict) for name, part in content.items()}
    path = tmp_path / "x.docx"
    path.write_bytes(zipped(content))
    assert codes(read(path)) == set()
