"""Profiles of the page: 标准, local rules as data, an office's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents import everything, text
from rereaders import from_blocks, from_docx
from word_xml import NS, attribute, part, parts, w

from drafter.blocks import Document, Signature, Title
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.numbering import number
from drafter.writers import WRITERS
from drafter.writers.dress import dress
from drafter.writers.package import template
from drafter.writers.profiles import built_in, deviations, profile, standard
from drafter.writers.word import docx

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.writers.profile import Profile

_STANDARD = {
    "top": 2098,
    "bottom": 1984,
    "left": 1588,
    "right": 1474,
    "width": 8844,
    "height": 12756,
    "footer": 1414,
    "line": 579,
    "lines": 22,
    "grid": -849,
    "spacing": -6,
    "cell": 316,
    "set": 314,
    "title_limit": 20,
}


def style(content: bytes, name: str) -> _Element:
    """Return a style by id."""
    found = part(content, "word/styles.xml").find(f"w:style[@w:styleId='{name}']", NS)
    assert found is not None
    return found


def section(content: bytes) -> dict[str, int]:
    """Return the margins and the grid of a file."""
    found = part(content, "word/document.xml").find("w:body/w:sectPr", NS)
    assert found is not None
    sides = {side: int(attribute(found, "w:pgMar", side)) for side in ("top", "bottom", "left", "right", "footer")}
    return sides | {name: int(attribute(found, "w:docGrid", name)) for name in ("linePitch", "charSpace")}


def test_the_standard_in_twips() -> None:
    """What follows from 37, 28, 156 and 225 mm, 28.95 pt and 28 characters (5.2.1, 5.2.3, 7.5), computed by hand."""
    assert {name: getattr(standard(), name) for name in _STANDARD} == _STANDARD


def test_the_template_says_what_the_standard_says() -> None:
    """Putting 标准 on the template changes nothing: who reads the template reads the standard."""
    files = {
        "word/styles.xml": "styles.xml",
        "word/document.xml": "document.xml",
        "word/footer1.xml": "footer_odd.xml",
        "word/footer2.xml": "footer_even.xml",
    }
    dressed = {name: template(file) for name, file in files.items()}
    dress(dressed, standard())
    for name, file in files.items():
        assert dressed[name].xml == template(file).xml, name


def test_the_default_is_the_standard() -> None:
    """Without a profile the page is that of the standard."""
    assert WRITERS["docx"](everything()) == docx(everything(), standard()) == docx(everything(), profile("标准"))


@pytest.mark.parametrize("page", built_in(), ids=lambda page: page.name)
def test_the_text_is_the_same_in_every_profile(page: Profile) -> None:
    """A profile changes how a report looks, not what it says; a page has 22 lines in each."""
    assert from_docx(docx(everything(), page)) == from_blocks(everything())
    assert page.lines == 22


def test_electronic() -> None:
    """电子公文: 34.6 mm above, 32.6 mm below, lines of 29.45 pt; blank lines and two characters go with it."""
    content = docx(everything(), profile("电子公文"))
    found = section(content)
    assert {side: round(found[side] / 56.693, 1) for side in ("top", "bottom", "left", "right")} == {
        "top": 34.6,
        "bottom": 32.6,
        "left": 28.0,
        "right": 26.0,
    }
    assert (found["linePitch"], found["charSpace"], found["footer"]) == (589, -849, 1278)
    assert attribute(style(content, "Normal"), "w:pPr/w:spacing", "line") == "589"
    assert attribute(style(content, "Title"), "w:pPr/w:spacing", "after") == "589"
    assert attribute(style(content, "GWTableText"), "w:pPr/w:spacing", "line") == "360"


def test_fonts_of_windows() -> None:
    """系统字体: no style names a face that Windows does not have; 宋体 stands in for 小标宋, in bold."""
    content = docx(everything(), profile("系统字体"))
    faces = {
        value
        for name in ("word/styles.xml", "word/document.xml", "word/footer1.xml")
        for fonts in part(content, name).iter(w("rFonts"))
        for key, value in fonts.attrib.items()
        if key != w("hint")
    }
    assert faces == {"仿宋", "楷体", "宋体", "黑体", "Times New Roman"}
    assert style(content, "Title").find("w:rPr/w:b", NS) is not None


def test_the_signature_goes_by_the_line_of_the_profile(tmp_path: Path) -> None:
    """A name of 28 characters has its two at the right on a line of 30, and none on a line of 28 (7.3.5.2)."""
    written = Document((Signature((text("法" * 28),), text("2025年1月8日"), sealed=False),))
    rights = []
    for page in (standard(), own(tmp_path, "正文: {每行字数: 30, 字号: 小三}")):
        name, _ = part(docx(written, page), "word/document.xml").iterfind("w:body/w:p", NS)
        rights.append(int(attribute(name, "w:pPr/w:ind", "right")) / page.set)
    assert rights == pytest.approx([0, 2], abs=0.01)


def test_page_number_in_the_middle() -> None:
    """页码居中: on odd and even pages, without indents."""
    content = docx(everything(), profile("页码居中"))
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        assert attribute(part(content, name), "w:p/w:pPr/w:jc", "val") == "center"
        assert attribute(part(content, name), "w:p/w:pPr/w:ind", side) == "0"


def test_the_page_number_stands_one_of_its_characters_in(tmp_path: Path) -> None:
    """7.5: 空一字 goes by the size of the number."""
    content = docx(everything(), own(tmp_path, "页码: {字号: 小三}"))
    assert attribute(part(content, "word/footer1.xml"), "w:p/w:pPr/w:ind", "right") == "300"
    assert attribute(part(content, "word/footer2.xml"), "w:p/w:pPr/w:ind", "left") == "300"


def own(folder: Path, content: str, name: str = "本局.yaml") -> Profile:
    """Return an office's own profile."""
    (folder / name).write_text(content, encoding="utf-8")
    return profile(name, folder)


def test_an_office_of_its_own(tmp_path: Path) -> None:
    """An own profile inherits and overrides; each deviation from the standard is listed with its clause."""
    given = (
        "名称: 本局\n继承: 页码居中\n一级标题: {加粗: 是}\n正文: {字号: 小三, 每行字数: 30}\n"
        "页码: {一字线: 否}\n标题: {行距: 33磅}\n"
    )
    page = own(tmp_path, given)
    assert deviations(page) == [
        "正文.每行字数：30字（标准为28字，GB/T 9704—2012 5.2.3）",
        "正文.字号：小三（标准为三号，GB/T 9704—2012 5.2.2）",
        "标题.行距：33磅（标准为28.95磅，GB/T 9704—2012 7.3.1）",
        "一级标题.加粗：是（标准为否，GB/T 9704—2012 7.3.3）",
        "页码.位置：居中（标准为外侧，GB/T 9704—2012 7.5）",
        "页码.一字线：否（标准为是，GB/T 9704—2012 7.5）",
    ]
    content = docx(everything(), page)
    assert attribute(style(content, "Normal"), "w:rPr/w:sz", "val") == "30"
    assert attribute(part(content, "word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:sz", "val") == "30"
    assert attribute(style(content, "Title"), "w:pPr/w:spacing", "line") == "660"
    assert attribute(style(content, "GWBody"), "w:pPr/w:ind", "firstLine") == str(2 * round(8844 / 30))
    for name in ("Heading1", "Heading1Char"):
        assert style(content, name).find("w:rPr/w:b", NS) is not None
        assert attribute(style(content, name), "w:rPr/w:sz", "val") == "32"  # it stays 三号 beside a smaller body
    assert "—" not in parts(content)["word/footer1.xml"].decode()
    assert from_docx(content) == from_blocks(everything())


def test_names_of_a_profile(tmp_path: Path) -> None:
    """A profile is found by its name, with or without suffix, beside the data file; the name inside is for reading."""
    own(tmp_path, "页码: {位置: 居中}")
    for name in ("本局", "本局.yaml"):
        assert profile(name, tmp_path).word("页码.位置") == "居中"
    assert profile("本局", tmp_path).name == "本局"
    assert profile("gbt33476").name == "电子公文"
    assert deviations(profile("标准", tmp_path)) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("页眉: {天头: 3}", "没有“页眉”这一组。可以写：页面、正文、标题、"),
        ("页面: {天: 37}", "“页面”里没有“天”这一项。可以写：天头、"),
        ("页面: 37", "“页面”应当分项填写。请写成“页面: {"),
        ("页面: {天头: 三十}", "“页面.天头”的“三十”不合要求。请写 10 到 60 之间的数（毫米）"),
        ("页面: {天头: 370}", "“370”不合要求"),
        ("正文: {每行字数: 28.5}", "“28.5”不合要求"),
        ("正文: {字号: 大号}", "“大号”不合要求。请写 三号 或 9 到 26 之间的数（磅）"),
        ("正文: {字体: [仿宋]}", "不是字体名"),
        ("正文: {字体: '</style>'}", "不是字体名"),
        ("页码: {位置: 左}", "“左”不是可选的值。可选：外侧、居中"),
        ("标题: {加粗: 有}", "“有”既不是“是”也不是“否”"),
        ("页面: {天头: 60, 版心高: 270}", "超出了 A4 纸"),
        ("页面: {版心高: 255}", "放不下页码"),
        ("继承: 本局", "互相继承"),
        ("继承: 标淮", "没有叫“标淮”的版面，文件夹“.*”里也没有这个文件。是不是想写“标准”？可选：标准、电子公文"),
        ("页面: {天头", "第1行：写法不对"),
        ("页码", "不是版面文件"),
        ("", "不是版面文件"),
        ("# 注\n" * 30000, "不是版面文件"),
        ("页面: {天头: 37}\n页面: {天头: 36}", "第2行：一项写了两遍"),
        ("页面: {天头: 37}\n---\n页码: {位置: 居中}", "写法不对"),
        ("页面: " + "[" * 3000, "写法不对"),
        ("\0\0\0", "写法不对"),
        ("页面: !!python/object/apply:os.system [id]", "第1行：写法不对"),
        ("页面: {天头: }", "“页面.天头”的“”不合要求"),
        ("页面: {天头: .nan}", "“nan”不合要求"),
        ("页面: {天头: 1e308}", "不合要求"),
        ("继承: [标准, 电子公文]", "“继承”应当写一个版面的名称。请写成“继承: 标准”"),
        ("正文: {字号: 26, 每行字数: 40}", "字会叠在一起"),
        ("正文: {行距: 16}\n一级标题: {字号: 二号}", "“一级标题.字号”是二号，一行只有16磅高"),
        ("标题: {行距: 20}", "“标题.字号”是二号，一行只有20磅高"),
        ("版记: {字号: 72}", "“版记.字号”是72磅，一行只有24磅高"),
        ("表文: {字号: 一号}", "“表文.字号”是一号，一行只有18磅高"),
    ],
)
def test_faults_of_a_profile(tmp_path: Path, content: str, message: str) -> None:
    """What is wrong in a profile is said in Chinese, with what to write instead."""
    with pytest.raises(DrafterError, match=message):
        own(tmp_path, content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_files_of_notepad(encoding: str, tmp_path: Path) -> None:
    """A byte order mark and line ends of Windows do no harm."""
    (tmp_path / "本局.yaml").write_bytes("页码:\r\n  位置: 居中\r\n".encode(encoding))
    assert profile("本局", tmp_path).word("页码.位置") == "居中"


@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_files_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    """What is not UTF-8 is not guessed at: the message says what to do."""
    (tmp_path / "本局.yaml").write_bytes("页码: {位置: 居中}".encode(encoding))
    with pytest.raises(DrafterError, match="不是 UTF-8 编码。请另存为 UTF-8"):
        profile("本局", tmp_path)


def test_two_profiles_that_inherit_each_other(tmp_path: Path) -> None:
    """A circle of several files is told as one of a single file is."""
    (tmp_path / "甲.yaml").write_text("继承: 乙", encoding="utf-8")
    (tmp_path / "乙.yaml").write_text("继承: 甲", encoding="utf-8")
    with pytest.raises(DrafterError, match="互相继承"):
        profile("甲", tmp_path)


def test_explain_lists_the_profiles_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``explain 版式`` lists own profiles with each deviation, inherited ones too, and says what is wrong in one."""
    (tmp_path / "本局版面.yaml").write_text("名称: 本局\n继承: 电子公文\n标题: {行距: 32}\n", encoding="utf-8")
    (tmp_path / "坏版面.yaml").write_text("标题: {行高: 32}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    own = [
        "  页面.天头：34.6毫米（标准为37毫米，GB/T 9704—2012 5.2.1）",
        "  页面.版心高：229.8毫米（标准为225毫米，GB/T 9704—2012 5.2.1）",
        "  正文.行距：29.45磅（标准为28.95磅，GB/T 9704—2012 5.2.3）",
        "  标题.行距：32磅（标准为28.95磅，GB/T 9704—2012 7.3.1）",
    ]
    assert main(["explain", "版式"]) == 0
    told = capsys.readouterr().out.splitlines()
    at = told.index("本局版面.yaml 本局")
    assert told[at + 1 : at + 5] == own
    assert told[at - 1] == "坏版面.yaml：“标题”里没有“行高”这一项。可以写：加粗、字体、字号、行距。"
    for name in ("本局版面", "本局版面.yaml", str(tmp_path / "本局版面.yaml")):
        assert main(["explain", name]) == 0
        assert capsys.readouterr().out.splitlines() == ["本局", *own]
    assert main(["explain", "坏版面"]) == main(["explain", "无版面"]) == main(["explain", "长" * 300 + "版面"]) == 2


def test_style_separator() -> None:
    """接排方式 样式分隔符: the heading is a paragraph of its level whose end is hidden; the text stays the same."""
    page = profile(接排_方式="样式分隔符")
    content = docx(everything(), page)
    assert from_docx(content) == from_blocks(everything())
    xml = part(content, "word/document.xml")
    leads = [p for p in xml.iter(w("p")) if p.find("w:pPr/w:rPr/w:specVanish", NS) is not None]
    assert {attribute(p, "w:pPr/w:pStyle", "val") for p in leads} == {"Heading2", "Heading3"}
    assert not [style for style in xml.iter(w("rStyle")) if "Heading" in style.attrib[w("val")]]


def test_a_title_in_another_size_breaks_elsewhere(tmp_path: Path) -> None:
    """The title’s lines go by how many characters of its size fit."""
    written = number(Document((Title((text("清河街道办事处"), text("法治政府建设年度报告"))),)))
    small, large = docx(written), docx(written, own(tmp_path, "标题: {字号: 小初, 行距: 45}"))
    breaks = [len(list(part(content, "word/document.xml").iter(w("br")))) for content in (small, large)]
    assert breaks == [0, 1]
