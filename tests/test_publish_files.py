"""The published files: nothing of what was removed is in any of them, and all say the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from publishing import TODAY, draft
from rereaders import from_blocks, from_docx, from_html, from_markdown
from word_xml import NS, part, parts

from drafter import load
from drafter.errors import DrafterError
from drafter.publication import Draft, draft_of, papers, published, write_all
from drafter.publication.gate import examined
from drafter.publication.hidden import forbidden, found_in, internal_texts
from drafter.publication.masking import Masks
from drafter.writers.profiles import standard

INNER = Path(__file__).parent / "data" / "publish" / "inner.yaml"
GONE = ("暗", "钱大宝", "孙小武", "孙 小 武", "8812", "签发人", "抄送", "印发", "143", "178", "99.30", "清街办")
"""What is internal, masked, or furniture of the paper."""


@cache
def inner() -> Draft:
    """Return the draft of the file in which there is everything."""
    return draft_of(load(INNER).report, TODAY)


@cache
def files() -> dict[str, bytes]:
    """Return its published files by suffix."""
    return {Path(name).suffix: content for name, content in published(inner(), standard()).items()}


def test_it_passes_the_gate() -> None:
    """The file is sound: nothing is refused."""
    assert [str(finding) for finding in examined(inner()).refused] == []


@pytest.mark.parametrize("word", [word for word in GONE if word != "清街办"])
def test_nothing_removed_is_in_the_word_file(word: str) -> None:
    """Every part, decompressed, as UTF-8 and with its runs joined, and the names of the parts."""
    for name, content in parts(files()[".docx"]).items():
        assert word not in name
        assert word not in content.decode("utf-8")
        if name.endswith((".xml", ".rels")):
            root = part(files()[".docx"], name)
            assert word not in "".join(root.itertext())
            assert word not in "".join(text.text or "" for text in root.iterfind(".//w:t", NS))


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_nothing_removed_is_in_the_texts(suffix: str) -> None:
    """The page, Markdown and the plain text."""
    text = files()[suffix].decode()
    assert [word for word in GONE if word in text and not (word == "清街办" and suffix == ".html")] == []


def test_the_package_tells_nothing() -> None:
    """No author, no revisions, no comments, no hidden text, no custom properties, nothing but what Word needs."""
    found = parts(files()[".docx"])
    assert not [name for name in found if re.search("custom|comment|people|footnote|thumbnail|embed", name)]
    assert b"custom" not in found["[Content_Types].xml"] + found["_rels/.rels"]
    text = "".join(content.decode() for content in found.values())
    for mark in (
        "w:rsid",
        "<w:ins ",
        "<w:del ",
        "w:vanish",
        "w:comment",
        "<w:moveFrom",
        "w:author",
        "Company",
        "Manager",
    ):
        assert mark not in text
    core = part(files()[".docx"], "docProps/core.xml")
    assert [(item.tag, item.text) for item in core if item.text and "W3CDTF" not in str(item.attrib)] == []


def test_all_formats_say_the_same() -> None:
    """Word, page, Markdown and plain text have the same paragraphs."""
    blocks = from_blocks(inner().document)
    assert from_docx(files()[".docx"]) == blocks
    assert from_html(files()[".html"]) == blocks
    assert from_markdown(files()[".md"]) == blocks
    lines = ["".join((item.number, item.text, item.body)) for item in blocks]
    assert files()[".txt"].decode().splitlines() == lines


def test_the_title_is_that_of_the_public() -> None:
    """公开.标题 stands in the text, in the page and in its tags."""
    page = files()[".html"].decode()
    assert "<title>清河街道2024年法治政府建设年度报告</title>" in page
    assert '<meta name="ArticleTitle" content="清河街道2024年法治政府建设年度报告">' in page


def test_the_page_carries_its_tags() -> None:
    """Every tag of the guide that can be known, in its order."""
    page = files()[".html"].decode()
    tags = dict(re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', page))
    assert list(tags) == [
        *("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType", "ArticleTitle", "PubDate"),
        *("ContentSource", "Keywords", "Description", "Url"),
    ]
    assert tags["PubDate"] == "2025-01-20 00:00"
    assert tags["SiteIDCode"] == "3100000001"
    assert tags["Keywords"] == "法治政府建设,年度报告,钱某某工作室"


def test_the_page_carries_its_metadata() -> None:
    """发文字号 has moved from 版头 to the block; names are masked there too; what is empty is not shown."""
    page = files()[".html"].decode()
    shown = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))
    assert shown["发文字号"] == "清街办〔2025〕3号"
    assert shown["成文日期"] == "2025-01-16"
    assert shown["内容概述"].endswith("含钱某某工作室。")
    assert "有效性" not in shown


def test_the_page_is_self_contained() -> None:
    """Nothing is loaded from anywhere, no script runs."""
    page = files()[".html"].decode()
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|\bon\w+=", page)


@pytest.mark.parametrize(
    ("changes", "shown"),
    [({}, True), ({"公开": {"主送机关": "是"}}, True), ({"公开": {"主送机关": "否"}}, False)],
)
def test_addressees_stay_unless_the_office_says_no(changes: dict[str, Any], shown: bool) -> None:
    """公开.主送机关."""
    text = published(draft(**changes), standard())[f"{draft().name}.txt"].decode()
    assert ("区委、区政府：\n" in text) is shown


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "示例市云溪区人民政府清河街道办事处2024年法治政府建设年度报告"),
        ("{简称}{年度}年报", "清河街道2024年报"),
        ("{简称}.docx", "清河街道"),
        ("甲/乙:丙", "甲乙丙"),
        ("钱大宝{年度}", "钱某某2024"),
    ],
)
def test_the_file_name_is_as_the_office_wants_it(pattern: str, name: str) -> None:
    """Characters that no file name holds are left out, names are masked."""
    assert draft(公开={"文件名": pattern, "隐名": {"钱大宝": "钱某某"}}).name == name


def test_an_unknown_part_of_a_file_name_is_refused() -> None:
    """With what may stand there."""
    with pytest.raises(DrafterError, match="只能用"):
        draft(公开={"文件名": "{机关}"})


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("钱大宝", "钱某某"),
        ("钱 大　宝", "钱某某"),
        ("钱\u200b大宝和孙小武", "钱某某和孙某"),
        ("钱大宝一", "钱某甲"),
        ("钱大", "钱大"),
    ],
)
def test_names_are_masked(text: str, masked: str) -> None:
    """Spaced out, with characters of no width, the longer name first."""
    assert Masks({"钱大宝": "钱某某", "孙小武": "孙某", "钱大宝一": "钱某甲"}).text(text) == masked


def test_a_name_over_two_pieces_is_masked() -> None:
    """A number of one's own between two halves of a name, a title broken inside a name."""
    given = draft(
        公开={"标题": "清河街道钱大|宝2024年法治政府建设年度报告", "隐名": {"钱大宝": "钱某某"}},
        不足和原因=[{"标题": "钱大\n宝", "表现": "钱大\n宝工作室人手少。", "原因": "编制紧"}],
    )
    text = published(given, standard())[f"{given.name}.txt"].decode()
    assert text.count("钱某某") == 3
    assert "钱大" not in text


def test_the_search_finds_what_should_not_be_there() -> None:
    """Internal text and names are found in a Word file, also where runs divide them."""
    whole = published(draft(), standard())
    assert found_in(whole, forbidden(draft())) == []
    name = f"{draft().name}.docx"
    assert found_in({name: whole[name]}, ["主要负责人带头讲授法治专题课"]) == [name]
    assert found_in({"a.txt": "钱 大 宝".encode()}, ["钱大宝"]) == ["a.txt"]


def test_internal_texts_are_counted() -> None:
    """One per item and passage."""
    assert len(internal_texts(inner().report)) == 11


def test_files_changed_by_hand_are_kept(tmp_path: Path) -> None:
    """They are overwritten with --force alone; files that were not changed are."""
    made = published(draft(), standard()) | papers(draft(), examined(draft()), (), standard())
    written = write_all(made, tmp_path, force=False)
    write_all(made, tmp_path, force=False)
    for path in written:
        before = path.read_bytes()
        path.write_bytes(before + b" ")
        with pytest.raises(DrafterError, match="改动过"):
            write_all(made, tmp_path, force=False)
        path.write_bytes(before)
    written[0].write_bytes(b"mine")
    write_all(made, tmp_path, force=True)
    assert written[0].read_bytes() == made[written[0].name]


def test_the_same_data_give_the_same_bytes() -> None:
    """Published twice, every file is the same."""
    assert published(draft_of(load(INNER).report, TODAY), standard()) == published(inner(), standard())
