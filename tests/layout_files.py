"""A Word file with every element of GB/T 9704—2012, and ways to break one thing in it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from documents import IMPRINT, MASTHEAD, document, table, text
from lxml import etree
from word_xml import NS, parts, w

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Closing,
    Heading,
    Imprint,
    Note,
    Paragraph,
    Point,
    Signature,
    Title,
)
from drafter.checks import run
from drafter.checks.layout import Measured, measured
from drafter.readers.recognise import recognise
from drafter.readers.word import read_word
from drafter.report import Places
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.checks import Finding
    from drafter.readers.anatomy import Anatomy

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
PROSE = "街道坚持以习近平新时代中国特色社会主义思想为指导，全面推进依法治街，各项工作取得新的成效。"


def complete() -> bytes:
    """Return a .docx with every element, as the program writes it."""
    blocks = (
        MASTHEAD,
        Title(
            (text("示例市云溪区人民政府清河街道办事处"), text("关于2024年"), text("法治政府建设情况的"), text("报告"))
        ),
        Addressee(text("中共云溪区委员会、云溪区人民政府：")),
        Paragraph(text("2024年，" + PROSE + "现将有关情况报告如下：")),
        Heading(1, text("主要举措和成效")),
        Heading(2, text("加强组织领导，压实主体责任"), run_in=True),
        Point(text("健全机制。全年研究4次。")),
        Point(text("落实“三项制度”。")),
        Heading(2, text("单独成行的二级标题")),
        Heading(3, text("单独成行的三级标题")),
        Paragraph(text(PROSE * 9)),
        Heading(3, text("接排的三级标题"), run_in=True),
        Paragraph(text("三级标题后的正文。")),
        table(),
        Heading(1, text("不足和原因")),
        Paragraph(text(PROSE * 8)),
        Heading(1, text("下一年度安排")),
        Paragraph(text(PROSE * 7)),
        Closing(text("特此报告。")),
        AttachmentNote((text("主要数据表"), text("名单"))),
        Signature((text("示例市云溪区人民政府清河街道办事处"),), text("2025年1月8日"), sealed=False),
        Note(text("此件公开发布")),
        Attachment(1, text("主要数据表"), (table(""), Paragraph(text("说明：截至12月31日。")))),
        Attachment(2, text("名单"), (Paragraph(text("名单正文。")),)),
        Imprint(IMPRINT.copies, IMPRINT.printer, text("2025年1月8日印发")),
    )
    return WRITERS["docx"](document(*blocks))


def zipped(content: dict[str, bytes]) -> bytes:
    """Return a package of some parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return stream.getvalue()


def changed(content: bytes, part: str, change: Callable[[_Element], None]) -> bytes:
    """Return a package with one part changed."""
    all_parts = parts(content)
    root = etree.fromstring(all_parts[part])
    change(root)
    return zipped(all_parts | {part: etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)})


def found(root: _Element, path: str) -> _Element:
    """Return the first element at a path."""
    element = root.find(path, NS)
    assert element is not None, path
    return element


def put(parent: _Element, name: str, **attributes: str) -> _Element:
    """Set attributes of a child, which is made where it is not there."""
    child = parent.find(f"w:{name}", NS)
    if child is None:
        child = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        child.set(w(key), value)
    return child


def look(style: str, group: str, name: str, **attributes: str) -> Callable[[_Element], None]:
    """Return a change of one property (in ``pPr`` or ``rPr``) of a style."""

    def change(root: _Element) -> None:
        element = found(root, f"w:style[@w:styleId='{style}']")
        put(put(element, group), name, **attributes)

    return change


def without(style: str, path: str) -> Callable[[_Element], None]:
    """Return a change that takes a property out of a style."""

    def change(root: _Element) -> None:
        element = found(root, f"w:style[@w:styleId='{style}']/{path}")
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return change


def page(name: str, **attributes: str) -> Callable[[_Element], None]:
    """Return a change of the page."""

    def change(root: _Element) -> None:
        put(found(root, "w:body/w:sectPr"), name, **attributes)

    return change


def said(root: _Element, words: str) -> _Element:
    """Return the paragraph that holds some words."""
    for paragraph in root.iter(w("p")):
        if words in "".join(paragraph.itertext(w("t"))):
            return paragraph
    raise AssertionError(words)


def of(words: str, group: str, name: str, **attributes: str) -> Callable[[_Element], None]:
    """Return a change of one property of the paragraph that holds some words (``rPr``: of its runs)."""

    def change(root: _Element) -> None:
        paragraph = said(root, words)
        if group == "pPr":
            put(put(paragraph, "pPr"), name, **attributes)
        else:
            for run_ in paragraph.iter(w("r")):
                put(put(run_, "rPr"), name, **attributes)

    return change


def say(words: str, instead: str, *, whole: bool = False) -> Callable[[_Element], None]:
    """Return a change of some words wherever a run holds them (``whole``: and nothing else)."""

    def change(root: _Element) -> None:
        runs = [element for element in root.iter(w("t")) if words in (element.text or "")]
        runs = [element for element in runs if element.text == words or not whole]
        assert runs, words
        for element in runs:
            element.text = (element.text or "").replace(words, instead)

    return change


def insert(before: str, *texts: str, style: str = "GWBody") -> Callable[[_Element], None]:
    """Return a change that puts paragraphs before the one that holds some words."""

    def change(root: _Element) -> None:
        place = said(root, before)
        for one in texts:
            paragraph = etree.Element(w("p"))
            put(put(paragraph, "pPr"), "pStyle", val=style)
            if one:
                run_ = etree.SubElement(paragraph, w("r"))
                put(put(run_, "rPr"), "rFonts", hint="eastAsia")
                etree.SubElement(run_, w("t")).text = one
            place.addprevious(paragraph)

    return change


def anatomy_of(content: bytes, folder: Path) -> Anatomy:
    """Return what is recognised in a Word file."""
    path = folder / "file.docx"
    path.write_bytes(content)
    return recognise(read_word(path))


def findings(content: bytes, folder: Path) -> list[Finding]:
    """Return what the rules find in a Word file."""
    return run("word", anatomy_of(content, folder), Places("file.docx"))


def table_of(content: bytes, folder: Path) -> dict[str, list[Measured]]:
    """Return what is measured in a Word file."""
    return measured("word", anatomy_of(content, folder))
