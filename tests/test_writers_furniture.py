"""版头, 版记 and 签名章: from the keys of the data file to the XML (GB/T 9704—2012, 7.2, 7.3.5.3, 7.4)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from documents import IMPRINT, MASTHEAD, document, table, text
from pydantic import ValidationError
from reports import made
from word_xml import NS, attribute, part, w

from drafter.blocks import Attachment, Imprint, Masthead, Note, Paragraph, Signature, Title, all_spans, plain
from drafter.wording import compose
from drafter.writers import WRITERS
from drafter.writers.signature import Place, stamp_places

ORGAN = "示例市云溪区人民政府清河街道办事处"
TITLE = Title((text("清河街道"), text("年度报告")))


def paragraphs(*blocks: Any) -> list[Any]:
    """Return the paragraphs of a document with their style and text, those in tables too."""
    return list(part(WRITERS["docx"](document(*blocks)), "word/document.xml").iter(w("p")))


def style(paragraph: Any) -> str:
    """Return the style of a paragraph."""
    return attribute(paragraph, "w:pPr/w:pStyle", "val")


def shown(paragraph: Any) -> str:
    """Return a paragraph’s text, a tab as →, a line end as /."""
    marks = {w("t"): None, w("tab"): "→", w("br"): "/"}
    runs = (child for run in paragraph.iterfind("w:r", NS) for child in run)
    return "".join(marks[child.tag] or child.text for child in runs if child.tag in marks)


# ---- from the data file


def composed(**submission: Any) -> tuple[Masthead | None, Imprint | None]:
    """Return 版头 and 版记 of a report."""
    blocks = compose(made(报送={"成文日期": "2025年1月"} | submission)).blocks
    first, last = blocks[0], blocks[-1]
    return first if isinstance(first, Masthead) else None, last if isinstance(last, Imprint) else None


def test_there_is_none_by_default() -> None:
    """A report whose file says nothing of them begins with its title and ends with the date."""
    assert composed() == (None, None)
    assert composed(版头="否", 签发人="张某某") == (None, None)


@pytest.mark.parametrize("given", [{"版头": "是"}, {"紧急程度": "特急"}, {"发文字号": "待填"}, {"签发人": "张某某"}])
def test_one_key_makes_a_masthead(given: dict[str, str]) -> None:
    """版头 is there where it is asked for or one of its keys is given: nothing given is left out silently."""
    head, _ = composed(**given)
    assert head is not None
    assert [plain(mark) for mark in head.marks] == [ORGAN]


def test_what_is_open_is_a_gap() -> None:
    """What 版头 and 版记 cannot do without is to come while it is open."""
    head, foot = composed(版头="是", 抄送="区委依法治区办")
    assert head is not None
    assert foot is not None
    assert plain(head.document_number) == "【待填：发文字号】"
    assert [plain(signer) for signer in head.signers] == ["【待填：签发人】"]
    assert head.urgency == ()
    assert plain(foot.printer) == "【待填：印发机关】"
    assert plain(foot.date) == "【待填：印发日期】印发"


def test_all_keys() -> None:
    """Each key arrives with its place in the file; an open number and an open day are blanks."""
    head, foot = composed(
        紧急程度="加急",
        发文机关标志=["中共清河街道工委", "清河街道办事处文件"],
        发文字号="清街发〔2025〕号",
        签发人=["张某某", "李某"],
        抄送=["区委依法治区办", "区司法局"],
        印发机关="清河街道党政办公室",
        印发日期="2025年1月",
    )
    assert head is not None
    assert foot is not None
    assert plain(head.urgency) == "加急"
    assert [plain(mark) for mark in head.marks] == ["中共清河街道工委", "清河街道办事处文件"]
    assert plain(head.document_number) == "清街发〔2025〕　号"
    assert [plain(signer) for signer in head.signers] == ["张某某", "李某"]
    assert plain(foot.copies) == "区委依法治区办，区司法局。"
    assert plain(foot.printer) == "清河街道党政办公室"
    assert plain(foot.date) == "2025年1月　日印发"
    keys = {span.key for span in all_spans(document(head, foot)) if span.kind == "prose"}
    assert keys == {
        f"报送.{key}" for key in ("紧急程度", "发文机关标志", "发文字号", "签发人", "抄送", "印发机关", "印发日期")
    }


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("清街办〔2025〕3号", "清街办〔2025〕3号"),
        ("清街办〔2025〕 12 号", "清街办〔2025〕12号"),
        ("清街办〔2025〕　号", "清街办〔2025〕　号"),
        ("清街办〔2025〕号", "清街办〔2025〕　号"),
    ],
)
def test_document_numbers(given: str, printed: str) -> None:
    """7.2.5: the year in 〔〕; a number still to come is left blank."""
    head, _ = composed(发文字号=given)
    assert head is not None
    assert plain(head.document_number) == printed


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("清街办[2025]3号", "清街办〔2025〕3号"),
        ("清街办（2025）3号", "清街办〔2025〕3号"),
        ("清街办(2025)第3号", "清街办〔2025〕3号"),
        ("清街办〔2025〕03号", "清街办〔2025〕3号"),
        ("清街办【2025年】3", "清街办〔2025〕3号"),
        ("2025年3号", "示街办〔2025〕3号；号未定写 示街办〔2025〕号"),
    ],
)
def test_wrong_document_numbers(given: str, right: str) -> None:
    """Other brackets, 第 and zeros in front are errors that show the right form (7.2.5)."""
    with pytest.raises(ValidationError) as caught:
        made(报送={"发文字号": given})
    (error,) = caught.value.errors()
    assert error["ctx"]["remedy"] == f"请写 {right}（GB/T 9704—2012 7.2.5）"


@pytest.mark.parametrize("key", ["密级", "份号", "保密期限"])
def test_no_key_for_secrets(key: str) -> None:
    """份号 and 密级 belong to 涉密公文 alone: there is no key for them."""
    with pytest.raises(ValidationError):
        made(报送={key: "机密"})


@pytest.mark.parametrize("name", ["md", "html"])
def test_the_paper_only(name: str) -> None:
    """版头 and 版记 are in Word alone; the other formats begin with the title."""
    body = (TITLE, Paragraph(text("正文。")))
    assert WRITERS[name](document(MASTHEAD, *body, IMPRINT)) == WRITERS[name](document(*body))


# ---- 版头 in Word


def test_masthead_of_one_organ() -> None:
    """紧急程度 on line 1, the mark in red, 发文字号 one character in, 签发人 on its line, the title two lines below."""
    head = replace(MASTHEAD, marks=(text("清河局文件"),), signers=(text("张某某"),))
    urgency, mark, numbered, title = paragraphs(head, TITLE)
    assert [style(p) for p in (urgency, mark, numbered, title)] == ["GWUrgency", "GWOrgMark", "GWDocNumber", "Title"]
    assert [shown(p) for p in (urgency, mark, numbered)] == [
        "特急",
        "清河局文件",
        "→清街发〔2025〕　号→签发人：→张某某",
    ]
    assert attribute(mark, "w:r/w:rPr/w:sz", "val") == "96"
    assert mark.find("w:r/w:rPr/w:w", NS) is None
    # 35 mm are 1984 twips; the line of 紧急程度 takes 579, and 0.244 of 48 pt lie above the characters
    assert attribute(mark, "w:pPr/w:spacing", "before") == str(1984 - 579 - round(0.244 * 960))
    stops = [int(tab.attrib[w("pos")]) for tab in numbered.iterfind("w:pPr/w:tabs/w:tab", NS)]
    assert stops == [316, 8844 - 316 - 3 * 314 - 4 * 316, 8844 - 316 - 3 * 314]
    assert numbered.find("w:r[3]/w:rPr/w:rStyle", NS).attrib[w("val")] == "GWSignerChar"
    assert attribute(title, "w:pPr/w:spacing", "before") == "1158"


@pytest.mark.parametrize(
    ("name", "half_points", "scale"),
    [
        ("清河局文件", "96", None),
        ("清河街道办事处文件", "96", None),
        ("云溪区清河街道办事处文件", "96", "76"),  # 439.7 pt ÷ 12 ÷ 48 pt
        (ORGAN, "78", "66"),
        (ORGAN + "文件", "70", "66"),
    ],
)
def test_long_marks_are_narrower_and_smaller(name: str, half_points: str, scale: str | None) -> None:
    """A name keeps to one line: first narrower, then smaller."""
    mark = paragraphs(replace(MASTHEAD, urgency=(), marks=(text(name),)), TITLE)[0]
    assert attribute(mark, "w:r/w:rPr/w:sz", "val") == half_points
    narrow = mark.find("w:r/w:rPr/w:w", NS)
    assert (narrow.attrib[w("val")] if narrow is not None else None) == scale
    characters = len(name) * int(half_points) / 2 * int(scale or 100) / 100
    assert characters <= 442.2


def test_joint_marks_with_suffix() -> None:
    """7.2.4: joint names one below the other, the leading organ first, “文件” at their right in the middle."""
    xml = part(WRITERS["docx"](document(MASTHEAD, TITLE)), "word/document.xml")
    found = xml.find("w:body/w:tbl", NS)
    assert found is not None
    cells = [["".join(cell.itertext()) for cell in row.iterfind("w:tc", NS)] for row in found.iterfind("w:tr", NS)]
    assert cells == [["中共示例市云溪区清河街道工作委员会", "文件"], [ORGAN, ""]]
    merged = [attribute(row, "w:tc[2]/w:tcPr/w:vMerge", "val") for row in found.iterfind("w:tr", NS)]
    assert merged == ["restart", "continue"]
    assert attribute(found, "w:tr/w:tc[2]/w:tcPr/w:vAlign", "val") == "center"


def test_joint_marks_without_suffix() -> None:
    """Without “文件” each name is a line; only the first keeps the distance from the edge."""
    first, second, *_ = paragraphs(replace(MASTHEAD, urgency=(), marks=(text("甲委员会"), text("乙人民政府"))), TITLE)
    assert [shown(first), shown(second)] == ["甲委员会", "乙人民政府"]
    assert attribute(second, "w:pPr/w:spacing", "before") == "0"


@pytest.mark.parametrize(
    ("signers", "expected"),
    [
        (["张某某", "李某"], "→号→签发人：→张某某→李某"),
        (["张某某", "李某", "王某某"], "→→签发人：→张某某→李某/→号→→王某某"),
        (["张某", "李某", "王某", "赵某"], "→→签发人：→张某→李某/→号→→王某→赵某"),
    ],
)
def test_several_signers(signers: list[str], expected: str) -> None:
    """7.2.6: two names a line, below one another; 发文字号 on the line of the last name (7.2.5)."""
    head = replace(MASTHEAD, document_number=text("号"), signers=tuple(map(text, signers)))
    numbered = next(p for p in paragraphs(head, TITLE) if style(p) == "GWDocNumber")
    assert shown(numbered) == expected
    assert len(numbered.findall("w:pPr/w:tabs/w:tab", NS)) == 4


# ---- 版记 in Word


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ((Paragraph(text("正文。")),), False),
        ((Signature((text("清河局"),), text("2025年1月8日"), sealed=True),), True),
        ((Signature((text("清河局"),), text("2025年1月8日"), sealed=True), Note(text("此件公开发布"))), True),
        ((Attachment(None, text("数据"), (Paragraph(text("正文。")), table())),), False),
    ],
)
def test_imprint_hangs_on_a_paragraph_of_its_own(before: tuple[Any, ...], kept: bool) -> None:
    """7.4: the box stands at the lower edge of the text area, as wide as it; room for it is kept below the text."""
    xml = part(WRITERS["docx"](document(TITLE, *before, IMPRINT)), "word/document.xml")
    above, last = xml.findall("w:body/w:p", NS)[-2:]
    assert style(last) == "GWImprint"
    assert "".join(last.itertext(w("t"))).count("抄送") == 2  # the box and its second choice
    assert attribute(last, "w:pPr/w:spacing", "before") == str(3 * 480 + 20 + 40)
    assert attribute(last, "w:pPr/w:spacing", "line") == "20"
    assert (above.find("w:pPr/w:keepNext", NS) is not None) is kept
    (box,) = last.iter("{*}anchor")
    assert box.find("{*}wrapNone") is not None
    assert box.find("{*}positionV").attrib["relativeFrom"] == "margin"
    assert box.findtext("{*}positionV/{*}align") == "bottom"
    assert int(box.find("{*}extent").attrib["cx"]) == 8844 * 635
    assert int(box.find("{*}extent").attrib["cy"]) == (3 * 480 + 20 + 40) * 635  # 抄送 takes two lines


@pytest.mark.parametrize(
    ("copies", "lines"),
    [
        ("区司法局。", 1),
        ("甲" * 25 + "。", 1),
        ("甲" * 26 + "。", 2),
        ("甲" * 26 + "，" + "丙" * 24 + "。", 3),  # the mark does not begin a line, so that one character goes with it
    ],
)
def test_imprint_is_as_high_as_its_lines(copies: str, lines: int) -> None:
    """抄送 has 26 characters on a line; a mark that may not begin a line is reckoned with."""
    xml = part(WRITERS["docx"](document(TITLE, replace(IMPRINT, copies=text(copies)))), "word/document.xml")
    (extent,) = xml.iter("{*}extent")
    assert int(extent.attrib["cy"]) == ((lines + 1) * 480 + 20 + 40) * 635


def test_imprint_lines() -> None:
    """7.4.1 to 7.4.3: rules of 0.35 and 0.25 mm; 抄送 hangs after its colon; the date ends one from the right."""
    xml = part(WRITERS["docx"](document(TITLE, IMPRINT)), "word/document.xml")
    for found in xml.iter(w("txbxContent")):
        sizes = {
            side.tag.rpartition("}")[2]: side.attrib[w("sz")] for side in found.find("w:tbl/w:tblPr/w:tblBorders", NS)
        }
        assert sizes == {"top": "8", "bottom": "8", "insideH": "6"}
        copies, printed, _ = found.iter(w("p"))
        assert shown(copies).startswith("抄送：中共")
        assert shown(copies).endswith("。")
        indents = {side: attribute(copies, "w:pPr/w:ind", side) for side in ("left", "right", "hanging")}
        assert indents == {"left": "1120", "right": "280", "hanging": "840"}
        assert shown(printed) == "示例市云溪区清河街道党政办公室→2025年1月　日印发"
        assert attribute(printed, "w:pPr/w:tabs/w:tab", "pos") == str(8844 - 280)


def test_imprint_without_copies() -> None:
    """Without 抄送 there is one line."""
    xml = part(WRITERS["docx"](document(TITLE, replace(IMPRINT, copies=()))), "word/document.xml")
    assert [len(found.findall("w:tbl/w:tr", NS)) for found in xml.iter(w("txbxContent"))] == [1, 1]


# ---- 签名章


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [([3], [Place(2, 4)]), ([3, 2], [Place(2, 4), Place(1, 5)]), ([2, 4], [Place(2, 6), Place(1, 4)])],
)
def test_places_of_stamps(stamps: list[float], expected: list[Place]) -> None:
    """7.3.5.3: 空二行右空四字, one below the other and flush at their left; the date one line below, 右空四字."""
    assert stamp_places(stamps) == (expected, Place(1, 4))


def test_stamped_signature() -> None:
    """The post stands two characters left of the name, in every format alike; the organ is not named again."""
    stamps = {"签名章": {"职务": "清河街道办事处主任", "姓名": "张某某"}, "成文日期": "2025年1月8日"}
    report = compose(made(报送=stamps))
    lines = [(style(p), shown(p)) for p in part(WRITERS["docx"](report), "word/document.xml").iter(w("p"))][-2:]
    assert lines == [("GWSignature", "清河街道办事处主任　　张某某"), ("GWDate", "2025年1月8日")]
    assert "清河街道办事处主任　　张某某" in WRITERS["md"](report).decode()
    assert "清河街道办事处主任　　张某某" in WRITERS["html"](report).decode()


def test_joint_stamps() -> None:
    """A joint report lists several, the leading organ first."""
    given = [{"职务": "工委书记", "姓名": "张某"}, {"职务": "主任", "姓名": "李某某"}]
    block = next(b for b in compose(made(报送={"签名章": given})).blocks if isinstance(b, Signature))
    assert [plain(name) for name in block.names] == ["工委书记", "主任"]
    assert [plain(name) for name in block.stamps] == ["张某", "李某某"]
