"""How titles break into lines (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

from itertools import pairwise

import pytest
import word_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import made
from word_xml import w

from drafter.blocks import Document, Span, Title
from drafter.width import width
from drafter.wording import compose
from drafter.writers import WRITERS
from drafter.writers.title import lines


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(
            ["清河街道", "2024年法治政府建设", "年度报告"], ["清河街道2024年法治政府建设年度报告"], id="one line"
        ),
        pytest.param(
            ["示例市云溪区人民政府清河街道办事处", "关于2024年", "法治政府建设情况的", "报告"],
            ["示例市云溪区人民政府清河街道办事处", "关于2024年法治政府建设情况的报告"],
            id="falling",
        ),
        pytest.param(
            ["中共清河镇委员会", "清河镇人民政府", "关于2024年", "法治政府建设情况的报告"],
            ["中共清河镇委员会清河镇人民政府", "关于2024年法治政府建设情况的报告"],
            id="rising",
        ),
        pytest.param(
            ["中共清河镇委员会", "清河镇人民政府关于2024年度", "法治政府建设情况的报告"],
            ["中共清河镇委员会", "清河镇人民政府关于2024年度", "法治政府建设情况的报告"],
            id="rhombus, because no two lines hold it",
        ),
        pytest.param(["一二三四五六七八九十甲"] * 2, ["一二三四五六七八九十甲"] * 2, id="sense before shape"),
        pytest.param([], [""], id="nothing"),
    ],
)
def test_lines(parts: list[str], expected: list[str]) -> None:
    """Few lines, a trapezoid or a rhombus, breaks between the parts."""
    assert lines(parts) == expected


def test_a_part_longer_than_a_line() -> None:
    """It breaks before 关于 or a year or behind a year, 的 or a mark; a number and marks in pairs stay whole."""
    assert lines(["示例市云溪区人民政府清河街道办事处2024年法治政府建设主要数据统计表"]) == [
        "示例市云溪区人民政府清河街道办事处",
        "2024年法治政府建设主要数据统计表",
    ]
    found = lines(["甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申2024年《法治政府》酉戌亥"])
    assert max(map(width, found)) <= 20
    assert any("2024年" in line for line in found)
    assert any("《法" in line for line in found)
    assert any("府》" in line for line in found)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (
            "示例市云溪区人民政府清河街道办事处综合行政执法和应急管理委员会办公室",
            ["示例市云溪区人民政府", "清河街道办事处综合行政执法", "和应急管理委员会办公室"],
        ),
        (
            "中共示例市云溪区委员会 示例市云溪区人民政府关于法治政府建设情况的报告",
            ["中共示例市云溪区委员会 ", "示例市云溪区人民政府", "关于法治政府建设情况的报告"],
        ),
        (
            "中华人民共和国行政处罚法实施情况和行政复议法实施情况",
            ["中华人民共和国行政处罚法实施情况", "和行政复议法实施情况"],
        ),
    ],
)
def test_seams_of_long_names(part: str, expected: list[str]) -> None:
    """A name longer than a line breaks behind an organ, at a blank, before 和; 共和 is one word."""
    assert lines([part]) == expected


def test_a_blank_at_the_end_of_a_line_takes_no_room() -> None:
    """Names of joint organs are parted by a blank; on a line of its own each stands in the middle."""
    joint = ["中共示例市云溪区清河街道工作委员会 ", "示例市云溪区人民政府清河街道办事处"]
    xml = word_xml.part(
        WRITERS["docx"](Document((Title(tuple((Span(part),) for part in joint)),))), "word/document.xml"
    )
    assert [t.text for t in xml.iter(w("t"))] == [part.strip() for part in joint]


@pytest.mark.parametrize(("part", "count"), [("法" * 20, 1), ("法" * 18 + "2024", 2), ("2024" + "法" * 18, 2)])
def test_a_line_with_digits_fits_in_libreoffice(part: str, count: int) -> None:
    """It sets a quarter of a character between digits and Han: of twenty characters with digits one would not fit."""
    assert width(part) == 20
    assert len(lines([part])) == count


@pytest.mark.parametrize("length", range(40, 101, 12))
def test_long_titles_without_a_seam(length: int) -> None:
    """They fall line by line; not every one of millions of divisions is tried."""
    widths = [width(line) for line in lines(["法" * length])]
    assert sum(widths) == length
    assert max(widths) <= 20
    assert all(after < before for before, after in pairwise(widths))


@settings(deadline=None)
@given(st.lists(st.text("法治政府2年的“”（", min_size=1, max_size=24), min_size=1, max_size=7))
def test_nothing_is_lost_and_lines_fit(parts: list[str]) -> None:
    """The lines together are the title; none is longer than twenty characters; a part that fits is never broken."""
    found = lines(parts)
    assert "".join(found) == "".join(parts)
    ends = {len("".join(found[:count])) for count in range(1, len(found))}
    start = 0
    for part in parts:
        if width(part) <= 20 - 0.5 * part.count("2"):  # beside a number LibreOffice leaves a quarter free
            assert not ends & set(range(start + 1, start + len(part)))
        start += len(part)
    if not any("“" in part or "（" in part or "”" in part or "22" in part for part in parts):
        assert max(map(width, found)) <= 20


def test_a_very_long_title_is_filled_line_by_line() -> None:
    """Beyond a hundred characters no shape is sought, and it does not take long."""
    assert [width(line) for line in lines(["法" * 205])] == [20] * 10 + [5]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["清河街道", "年度报告"], ["清河街道", "年度报告"]),
        (["短", "示例市云溪区人民政府清河街道办事处", "报告"], ["短", "示例市云溪区人民政府清河街道办事处", "报告"]),
        (["示例市云溪区人民政府清河街道办事处关于2024年法治政府建设情况", "的报告"], None),
    ],
)
def test_decided_lines(parts: list[str], expected: list[str] | None) -> None:
    """“|” in the clerk’s own title decides: each part is a line; only one that is too long is broken further."""
    broken = lines(parts, fixed=True)
    assert broken == expected or (expected is None and broken[-1] == parts[-1] and max(map(width, broken)) <= 20)


def test_the_bar_in_a_title() -> None:
    """“|” in 报送.标题 breaks the title; without it the title’s parts break where the shape asks for it."""
    own = compose(made(报送={"标题": "清河街道|2024年|法治政府建设年度报告"})).blocks[0]
    assert isinstance(own, Title)
    assert own.fixed
    xml = word_xml.part(WRITERS["docx"](Document((own,))), "word/document.xml")
    assert [t.text for t in xml.iter(w("t"))] == ["清河街道", "2024年", "法治政府建设年度报告"]
    unbroken = compose(made(报送={"标题": "清河街道2024年法治政府建设年度报告"})).blocks[0]
    assert isinstance(unbroken, Title)
    assert not unbroken.fixed
