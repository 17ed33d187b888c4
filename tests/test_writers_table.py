"""Tables in Word: what is centred, what is not, and how much room the type of a profile needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents import document, text
from word_xml import NS, part, w

from drafter.blocks import Attachment, Paragraph, Table
from drafter.writers.profiles import profile
from drafter.writers.word import docx

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.writers.profile import Profile

LONG = "受理各类矛盾纠纷并逐案登记回访，其中疑难复杂纠纷由街道领导包案化解"


def written(head: tuple[str, ...], row: tuple[str, ...], page: Profile | None = None) -> _Element:
    """Return the main part of a file with an attachment that holds a table."""
    table = Table(text("表1"), tuple(map(text, head)), (tuple(map(text, row)),))
    blocks = (Paragraph(text("正文。")), Attachment(None, text("数据"), (table,)))
    return part(docx(document(*blocks), page), "word/document.xml")


def test_long_texts_are_not_centred() -> None:
    """A text of several lines begins at the left of its cell; short ones, numbers and the head are centred."""
    xml = written(("项目", "做法", LONG), ("纠纷", LONG, "626"))
    rows = [[cell.find("w:p/w:pPr/w:jc", NS) for cell in row.iterfind("w:tc", NS)] for row in xml.iter(w("tr"))]
    assert [[None if jc is None else jc.attrib[w("val")] for jc in row] for row in rows] == [
        [None, None, None],
        [None, "both", None],
    ]


def test_the_size_of_the_type_counts(tmp_path: Path) -> None:
    """What fits on an upright page in 小四 lies across in 三号, where numbers would break."""
    (tmp_path / "本局.yaml").write_text("表文: {字号: 三号}\n表头: {字号: 三号}\n", encoding="utf-8")
    numbers = ("123,456.78",) * 6
    for page, orientations in ((profile(), [None]), (profile("本局", tmp_path), [None, "landscape"])):
        sizes = written(("数",) * 6, numbers, page).iter(w("pgSz"))
        assert [size.get(w("orient")) for size in sizes] == orientations


def test_a_latin_word_is_not_torn() -> None:
    """The names of page tags stand on one line beside columns of long texts; a web address may break."""
    tags = written(("页面标签", "内容", "说明", "备注"), ("ColumnDescription", LONG, LONG * 2, LONG * 3))
    column = int(next(tags.iter(w("gridCol"))).attrib[w("w")])
    assert column >= 216 + 8 * 240  # 17 letters at 12 points; what is left goes by the longest texts
    address = ("https://www.example.gov.cn/" + "a" * 200, LONG, "数", "数")
    assert [size.get(w("orient")) for size in written(("网址", "内容", "甲", "乙"), address).iter(w("pgSz"))] == [None]
