"""The package of a .docx: clean, small, and set so that every program lays it out alike."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from documents import document, text
from test_writers_word import content, style
from word_xml import NS, attribute, part, parts, w

from drafter import compose, load
from drafter.blocks import Paragraph
from drafter.writers import WRITERS


def test_what_makes_a_line_28_characters_everywhere() -> None:
    """No widow control (21 lines), no squeezed marks (29 characters), no hanging ones, no gaps at digits, no grid.

    A mark takes one cell and may not begin a line; the same holds in Word, WPS and LibreOffice.
    """
    normal, settings = style("Normal"), part(content(), "word/settings.xml")
    switches = {
        name: normal.find(f"w:pPr/w:{name}", NS).get(w("val"), "1")
        for name in (
            "widowControl",
            "kinsoku",
            "overflowPunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "adjustRightInd",
            "snapToGrid",
        )
    }
    assert {name for name, value in switches.items() if value != "0"} == {"kinsoku", "overflowPunct"}
    assert attribute(normal, "w:rPr/w:snapToGrid", "val") == "0"
    assert attribute(settings, "w:characterSpacingControl", "val") == "doNotCompress"


def test_lines_of_the_signature_are_not_torn() -> None:
    """A name of two lines, the date and a title stay on one page each."""
    for name in ("GWSignature", "GWDate", "Title", "GWAttachTitle"):
        assert style(name).find("w:pPr/w:keepLines", NS) is not None


def test_nothing_of_a_person_is_kept_on_saving() -> None:
    """Word is told to take names and times out whenever the file is saved; a field is not renewed on opening."""
    settings = part(content(), "word/settings.xml")
    assert [
        settings.find(f"w:{name}", NS) is not None for name in ("removePersonalInformation", "removeDateAndTime")
    ] == [
        True,
        True,
    ]


def test_substitutes_of_missing_faces() -> None:
    """The font table says what to take for each face that not every machine has; no font is embedded."""
    table = part(content(), "word/fontTable.xml")
    others = {font.attrib[w("name")]: font.find("w:altName", NS) for font in table.iterfind("w:font", NS)}
    told = {name: other.attrib[w("val")].split(",")[0] for name, other in others.items() if other is not None}
    assert told == {
        "方正小标宋简体": "方正小标宋_GBK",
        "仿宋_GB2312": "仿宋",
        "楷体_GB2312": "楷体",
        "黑体": "SimHei",
        "宋体": "SimSun",
    }
    assert not [element for element in table.iter() if "embed" in element.tag.lower()]


def test_package_is_clean() -> None:
    """Nothing of a default template, of a person, a machine or a time is in the file."""
    found = parts(content())
    assert set(found) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    everything_in_it = b"".join(found.values()).decode()
    for leftover in (
        "rsid",
        "python-docx",
        "Theme=",
        "w:author",
        "Company",
        "Manager",
        "Template",
        "updateFields",
        "<!--",
    ):
        assert leftover not in everything_in_it
    times = set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", everything_in_it))
    assert times == {"2000-01-01T00:00:00Z"}


def test_the_archive_tells_nothing() -> None:
    """No entry of the package carries a time, or the system that it was made on."""
    with ZipFile(BytesIO(content())) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.extra, entry.comment) for entry in entries} == {(0, b"", b"")}


def test_only_defined_styles_are_used() -> None:
    """Each style that a paragraph, run or table names is there."""
    defined = {element.attrib[w("styleId")] for element in part(content(), "word/styles.xml").iter(w("style"))}
    document_part = part(content(), "word/document.xml")
    used = {e.attrib[w("val")] for tag in ("pStyle", "rStyle", "tblStyle") for e in document_part.iter(w(tag))}
    assert used <= defined
    assert {e.attrib[w("val")] for e in part(content(), "word/styles.xml").iter(w("basedOn"), w("link"))} <= defined


def test_a_report_is_a_small_file() -> None:
    """A report of 5,000 characters stays below 15 KB."""
    sentence = "全年共受理各类矛盾纠纷626件，涉及金额705.765万元，调解成功618件，调解成功率98.72%。"
    han = [chr(0x4E00 + (order * 7919) % 3000) for order in range(4000)]  # as good as no repetition
    body = "".join(han) + sentence * 20
    paragraphs = [Paragraph(text(body[start : start + 250])) for start in range(0, len(body), 250)]
    assert len(body) >= 5000
    assert len(WRITERS["docx"](document(*paragraphs))) <= 15 * 1024


def test_the_examples_are_small_files() -> None:
    """Whole reports, of up to 5,700 characters, with headings and signature stay below 15 KB."""
    for file in sorted((Path(__file__).parent.parent / "examples").glob("*.yaml")):
        assert len(WRITERS["docx"](compose(load(file).report))) <= 15 * 1024, file.name
