"""版式: every clause holds in what the program writes, and exactly the broken one fails in a broken file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from documents import document, everything, text
from layout_files import (
    DOCUMENT,
    PROSE,
    STYLES,
    anatomy_of,
    changed,
    complete,
    findings,
    found,
    insert,
    look,
    of,
    page,
    put,
    said,
    say,
    table_of,
    without,
    zipped,
)
from lxml import etree
from word_xml import parts, w

from drafter.blocks import Paragraph, Signature, Title
from drafter.checks import RULES
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lxml.etree import _Element

CLAUSES = [code for code, rule in RULES.items() if rule.scope == "word" and rule.name]


@cache
def sound() -> bytes:
    """Return the file with every element."""
    return complete()


def test_every_clause_holds(tmp_path: Path) -> None:
    """Each clause is measured in the program's own file, and each measure is right."""
    measures = table_of(sound(), tmp_path)
    assert set(measures) == set(CLAUSES)
    assert [(code, one) for code, all_ in measures.items() for one in all_ if one.right is not True] == []
    assert [code for code, all_ in measures.items() if not all_] == []


def test_the_nasty_document(tmp_path: Path) -> None:
    """Texts that look like marks are no headings; only typed blanks at a beginning and the open day are found."""
    codes = {finding.code for finding in findings(WRITERS["docx"](everything()), tmp_path)}
    assert codes == {"版式-25", "版式-36"}


def _typed_number(root: _Element) -> None:
    """Put a typed number in place of the field."""
    for run in [
        run for run in root.iter(w("r")) if run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None
    ]:
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def _hourglass(root: _Element) -> None:
    """Set the title in lines of 10, 3 and 16 characters."""
    run = found(said(root, "关于2024年"), "w:r")
    for part in [part for part in run if part.tag != w("rPr")]:
        run.remove(part)
    for order, line in enumerate(("示例市云溪区人民政府", "办事处", "关于2024年法治政府建设情况的报告")):
        if order:
            etree.SubElement(run, w("br"))
        etree.SubElement(run, w("t")).text = line


def _close_signature(root: _Element) -> None:
    name = said(root, "2025年1月8日").getprevious()
    assert name is not None
    put(put(name, "pPr"), "spacing", before="0")


def _hyphens(root: _Element) -> None:
    say("— ", "- ")(root)
    say(" —", " -")(root)


def _black_line(root: _Element) -> None:
    put(found(root, "w:style[@w:styleId='GWDocNumber']/w:pPr/w:pBdr"), "bottom", color="000000")


def _no_hint(root: _Element) -> None:
    for run in said(root, "三项制度").iter(w("r")):
        fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
        if fonts is not None:
            del fonts.attrib[w("hint")]


def _black_suffix(root: _Element) -> None:
    paragraph = next(p for p in root.iter(w("p")) if "".join(p.itertext(w("t"))) == "文件")
    for run in paragraph.iter(w("r")):
        put(put(run, "rPr"), "color", val="000000")


def _inner_rule(root: _Element) -> None:
    for borders in root.iter(w("tblBorders")):
        put(borders, "insideH", sz="24")


def _creator(root: _Element) -> None:
    next(root.iter("{http://purl.org/dc/elements/1.1/}creator")).text = "张三"


BROKEN: list[tuple[str, str, str, Callable[[_Element], None]]] = [
    ("版式-01", "216毫米×279毫米", DOCUMENT, page("pgSz", w="12240", h="15840")),
    ("版式-02", "31毫米", DOCUMENT, page("pgMar", left="1758", right="1304")),
    ("版式-02", "25.4毫米", DOCUMENT, page("pgMar", top="1440", bottom="2642", footer="2072")),
    ("版式-03", "150.2毫米×225.0毫米", DOCUMENT, page("pgMar", right="1800")),
    ("版式-04", "每面21行（行距30.00磅）", STYLES, look("Normal", "pPr", "spacing", line="600")),
    ("版式-05", "每行27字（一字16.00磅）", STYLES, look("Normal", "rPr", "spacing", val="0")),
    ("版式-06", "没有指定", DOCUMENT, page("docGrid", type="default")),
    ("版式-06", "31行、28字", DOCUMENT, page("docGrid", linePitch="400")),
    ("版式-07", "段前0磅、段后10磅", DOCUMENT, of("三级标题后的正文", "pPr", "spacing", after="200")),
    ("版式-08", "连着3行空段", DOCUMENT, insert("三级标题后的正文", "", "", "")),
    ("版式-09", "宋体", STYLES, look("GWBody", "rPr", "rFonts", eastAsia="宋体")),
    ("版式-09", "署名字体：楷体", STYLES, look("GWSignature", "rPr", "rFonts", eastAsia="楷体")),
    ("版式-10", "四号（14磅）", STYLES, look("GWBody", "rPr", "sz", val="28")),
    ("版式-11", "颜色0000FF", STYLES, look("Heading1", "rPr", "color", val="0000FF")),
    ("版式-11", "突出显示", DOCUMENT, of("三级标题后的正文", "rPr", "highlight", val="yellow")),
    ("版式-12", "Calibri", STYLES, look("GWBody", "rPr", "rFonts", ascii="Calibri", hAnsi="Calibri")),
    ("版式-13", "Times New Roman", DOCUMENT, _no_hint),
    ("版式-15", "加粗", STYLES, look("Title", "rPr", "b")),
    ("版式-15", "加粗", STYLES, look("Heading1", "rPr", "b")),
    ("版式-16", "黑体", STYLES, look("Title", "rPr", "rFonts", eastAsia="黑体")),
    ("版式-17", "小二（18磅）", STYLES, look("Title", "rPr", "sz", val="36")),
    ("版式-18", "左对齐", STYLES, look("Title", "pPr", "jc", val="left")),
    ("版式-18", "居中，偏2字", STYLES, look("Title", "pPr", "ind", firstLineChars="200")),
    ("版式-19", "3行，10、3、16字", DOCUMENT, _hourglass),
    ("版式-20", "空0行", DOCUMENT, of("关于2024年", "pPr", "spacing", before="0")),
    ("版式-21", "空0行", STYLES, look("Title", "pPr", "spacing", after="0")),
    ("版式-22", "左空2字", STYLES, look("GWAddressee", "pPr", "ind", firstLine="632")),
    ("版式-23", "半角冒号", DOCUMENT, say("云溪区人民政府：", "云溪区人民政府:")),
    ("版式-24", "第2行，居中", STYLES, look("GWAttachTitle", "pPr", "spacing", before="0")),
    ("版式-24", "第3行，左对齐", STYLES, look("GWAttachTitle", "pPr", "jc", val="left")),
    ("版式-25", "首行空0字", STYLES, look("GWBody", "pPr", "ind", firstLineChars="0", firstLine="0")),
    ("版式-25", "回行左空2字", DOCUMENT,
     of("三级标题后的正文", "pPr", "ind", left="632", firstLineChars="0", firstLine="0")),
    ("版式-26", "仿宋", STYLES, look("Heading1", "rPr", "rFonts", eastAsia="仿宋")),
    ("版式-27", "仿宋", STYLES, look("Heading2Char", "rPr", "rFonts", eastAsia="仿宋")),
    ("版式-28", "黑体", STYLES, look("Heading3", "rPr", "rFonts", eastAsia="黑体")),
    ("版式-29", "（一）、", DOCUMENT, say("（一）", "（一）、")),
    ("版式-29", "1、", DOCUMENT, say("1.单独", "1、单独")),
    ("版式-30", "二、，应为第3个", DOCUMENT, say("三、", "二、")),
    ("版式-31", "“一、”下面是“（1）”", DOCUMENT, insert("加强组织领导", "（1）细化分工。逐项落实到人。")),
    ("版式-32", "空0行", STYLES, look("GWAttachNote", "pPr", "spacing", before="0")),
    ("版式-32", "左空0字", DOCUMENT, of("附件：1.", "pPr", "ind", left="0", hanging="0")),
    ("版式-33", "附件:1.主要数据表", DOCUMENT, say("附件：1.", "附件:1.")),
    ("版式-34", "日期右空0字", DOCUMENT, of("2025年1月8日", "pPr", "ind", right="0")),
    ("版式-35", "空0行", DOCUMENT, _close_signature),
    ("版式-36", "2025年01月8日", DOCUMENT, say("2025年1月8日", "2025年01月8日", whole=True)),
    ("版式-37", "没有圆括号", DOCUMENT, say("（此件公开发布）", "此件公开发布")),
    ("版式-37", "左空0字", STYLES, look("GWNote", "pPr", "ind", firstLineChars="0", firstLine="0")),
    ("版式-38", "没有分页", STYLES, without("GWAttachMark", "w:pPr/w:pageBreakBefore")),
    ("版式-39", "仿宋", STYLES, look("GWAttachMark", "rPr", "rFonts", eastAsia="仿宋")),
    ("版式-40", "附件1：主要数据", DOCUMENT, say("附件：1.主要数据表", "附件：1.数据表")),
    ("版式-41", "正文文本", STYLES, without("Heading1", "w:pPr/w:outlineLvl")),
    ("版式-42", "没有设", STYLES, without("Heading1", "w:pPr/w:keepNext")),
    ("版式-43", "此页无正文", DOCUMENT, insert("附件：1.", "（此页无正文）")),
    ("版式-44", "张三", "docProps/core.xml", _creator),
    ("版式-45", "打上去的数字", "word/footer1.xml", _typed_number),
    ("版式-46", "- 1 -", "word/footer1.xml", _hyphens),
    ("版式-47", "Times New Roman", STYLES, look("Footer", "rPr", "rFonts", ascii="Times New Roman")),
    ("版式-48", "居中", "word/footer1.xml", of("—", "pPr", "jc", val="center")),
    ("版式-48", "居左空2字", "word/footer2.xml", of("—", "pPr", "ind", left="560")),
    ("版式-49", "版心下17.1毫米", DOCUMENT, page("pgMar", footer="851")),
    ("版式-50", "没有顶格", STYLES, look("GWUrgency", "pPr", "jc", val="right")),
    ("版式-51", "不是红色", DOCUMENT, _black_suffix),
    ("版式-52", "版心下", DOCUMENT, of("中共示例市云溪区清河街道工作委员会", "pPr", "spacing", before="200")),
    ("版式-53", "清街发[2025]", DOCUMENT, say("〔2025〕", "[2025]")),
    ("版式-54", "空0行", STYLES, look("GWDocNumber", "pPr", "spacing", before="0")),
    ("版式-55", "姓名仿宋", STYLES, look("GWSignerChar", "rPr", "rFonts", eastAsia="仿宋")),
    ("版式-56", "不是红色", STYLES, _black_line),
    ("版式-57", "1.06毫米", DOCUMENT, _inner_rule),
    ("版式-58", "没有冒号和句号", DOCUMENT, say("抄送：", "抄送:")),
    ("版式-59", "2025年01月8日", DOCUMENT, say("2025年1月8日印发", "2025年01月8日印发")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "value", "part", "change"), BROKEN, ids=[f"{case[0]}-{at}" for at, case in enumerate(BROKEN)]
)
def test_exactly_the_broken_clause_fails(
    code: str, value: str, part: str, change: Callable[[_Element], None], tmp_path: Path
) -> None:
    """One thing is broken; its rule alone finds it, and its message has the measured value."""
    hits = findings(changed(sound(), part, change), tmp_path)
    assert {hit.code for hit in hits} == {code}, [str(hit) for hit in hits]
    assert value in " ".join(hit.message for hit in hits)


def test_theme_fonts(tmp_path: Path) -> None:
    """A theme that happens to name the right face is still pointed out."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="仿宋"/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    content = parts(changed(sound(), STYLES, look("GWBody", "rPr", "rFonts", eastAsiaTheme="minorEastAsia")))
    relations = content["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    added = f'<Relationship Id="rId99" Type="{kind}" Target="theme/theme1.xml"/></Relationships>'
    content["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", added).encode()
    content["word/theme/theme1.xml"] = theme.encode()
    hits = findings(zipped(content), tmp_path)
    assert [(hit.code, hit.message.partition("（共")[0]) for hit in hits] == [
        ("版式-14", "字体：主题字体（仿宋），应为直接指明的字体")
    ]


def test_every_clause_has_a_broken_file() -> None:
    """No clause is without a file that breaks it."""
    assert set(CLAUSES) == {case[0] for case in BROKEN} | {"版式-14"}
    assert len(CLAUSES) >= 30


def test_levels_follow_the_strength_of_the_clause() -> None:
    """What the standard says with “一般” or “推荐”, and what is only practice, is never an error."""
    soft = ("一般", "推荐", "可以用")
    for code in CLAUSES:
        rule = RULES[code]
        if rule.level == "错误":
            assert rule.authority == "国标", code
            assert not rule.why.startswith(soft), code
        if rule.authority == "实务":
            assert rule.level != "错误", code


def test_findings_say_where(tmp_path: Path) -> None:
    """A finding has the number of the paragraph and the words at its beginning; the same fault is told once."""
    hits = findings(changed(sound(), STYLES, look("Heading1", "rPr", "rFonts", eastAsia="仿宋")), tmp_path)
    place = f"第{hits[0].paragraph}段 “一、主要举措和成效”"
    said_of_it = "第一层标题字体：仿宋，应为黑体（共3处）（GB/T 9704—2012，7.3.3）"
    assert [str(hit) for hit in hits] == [f"警告 [版式-26] {place}：{said_of_it}"]
    assert anatomy_of(sound(), tmp_path).file.paragraphs[hits[0].paragraph - 1].text == "一、主要举措和成效"


def signed(signature: Signature) -> bytes:
    """Return a small file with that signature."""
    return WRITERS["docx"](document(Title((text("年度报告"),)), Paragraph(text(PROSE * 3)), signature))


SIGNATURES = [
    Signature((text("示例市云溪区人民政府"),), text("2025年1月8日"), sealed=True),
    Signature((text("示例市云溪区人民政府"),), text("2025年1月8日"), sealed=False),
    Signature((text("区司法局"),), text("2025年11月18日"), sealed=False),
    Signature((text("区司法局"),), text("2025年11月18日"), sealed=True),
    Signature((text("中共示例市云溪区委员会"), text("示例市云溪区人民政府")), text("2025年1月8日"), sealed=True),
    Signature((text("中共示例市云溪区委员会"), text("示例市云溪区人民政府")), text("2025年1月8日"), sealed=False),
    Signature((text("示例市云溪区人民政府清河街道办事处综合行政执法"),), text("2025年1月8日"), sealed=True),
    Signature((text("区长"),), text("2025年1月8日"), sealed=True, stamps=(text("张某某"),)),
]


@pytest.mark.parametrize("signature", SIGNATURES, ids=range(len(SIGNATURES)))
def test_every_kind_of_signature(signature: Signature, tmp_path: Path) -> None:
    """With a seal, without, with a 签名章; one organ or two; shorter or longer than the date: all are accepted."""
    measures = table_of(signed(signature), tmp_path)
    assert [one.right for code in ("版式-34", "版式-35") for one in measures[code]] == [True] * 3
    assert findings(signed(signature), tmp_path) == []


@pytest.mark.parametrize("signature", SIGNATURES, ids=range(len(SIGNATURES)))
def test_every_kind_of_signature_moved(signature: Signature, tmp_path: Path) -> None:
    """A date that is moved two characters is found in each of them; where only 右空四字 is missed, it is a warning."""
    content = signed(signature)
    right = anatomy_of(content, tmp_path).date
    assert right is not None
    twips = round((right.right_cells + 2.5) * 314)
    hits = findings(changed(content, DOCUMENT, of("日", "pPr", "ind", right=str(twips))), tmp_path)
    assert {hit.code for hit in hits} == {"版式-34"}
