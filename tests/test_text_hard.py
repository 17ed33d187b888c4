"""Whatever text is given, ``drafter check`` answers: no exception, places inside the text, no rule that never ends.

The hard texts repeat one piece up to fifty thousand characters, as one line: a rule that tries every place against
every other would not come back from them within the hour.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.checks.text import Line, check_text, subject_of_lines
from drafter.cli import main
from drafter.readers.text import read_lines

TITLE = "青石街道2024年法治政府建设情况的报告"
BASE = (Path(__file__).resolve().parent / "data" / "rules" / "seen" / "base.txt").read_text(encoding="utf-8")
SIZE = 50_000
PIECES = (
    *("1", "12，", "1,", "1.", "3%，", "2024年", "2024-", "1月2日，", "0571-", "6222 ", "11010519491231002X"),
    *("受理3件、", "受理3件，", "受理3件（其中办结2件）", "受理3件其中办结2件", "满意率3%，", "同比增长3%，", "3个"),
    *("从3件压缩至", "由3件减少到", "占", "幸福路12号3幢", "村路巷", "家住", "区政府", "云溪区市场监督管理局"),
    *(
        "（",
        "）",
        "《",
        "》",
        "“",
        "”",
        '"',
        "《甲》、",
        "《甲《乙》",
        "“甲”、",
        "〔",
        "、",
        "，",
        "；",
        "：",
        "。",
        "—",
    ),
    *(
        "一",
        "一是加强，",
        "一是加强；",
        "通过学习，",
        "二十届二中、",
        "办发〔2024〕",
        "习近平",
        "甲",
        "甲 ",
        "a",
        "甲a1,.",
    ),
    *("*", "**甲", "_", "×", "#", "|", "[甲](", "<b", "`", "\\", " ", "\u3000", "…", "😀", "\u202e", "中华人民共和国"),
)
LINES = ("一、甲", "（一）甲乙", "1.丙", "甲", "关于报告", "区政府", "2024年1月2日", "| 甲 | 乙 |", "附件：")
OFFICIAL = (
    "一二三四五六七八九十、，。；：（）《》〈〉“”‘’〔〕—…·0123456789０１%％年月日件名届大中全会法治制政府　 \t,.()\"'"
)
ALPHABET = st.one_of(st.characters(codec="utf-8"), st.sampled_from(OFFICIAL))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=80), min_size=1, max_size=12), st.integers(2015, 2030) | st.none())
def test_any_text_is_checked(lines: list[str], year: int | None) -> None:
    """Random characters of all planes and of official texts: every finding lies within its paragraph."""
    subject = subject_of_lines([Line(line) for line in lines], today=dt.date(2026, 11, 1), year=year)
    texts = {paragraph.number: paragraph.text for paragraph in subject.paragraphs}
    for finding in check_text(subject):
        assert finding.message
        assert finding.paragraph == 0 or 0 <= finding.start <= finding.end <= len(texts[finding.paragraph])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_torn_report_is_checked(data: st.DataObject) -> None:
    """A whole report out of which a piece was cut, doubled or put elsewhere."""
    text = BASE.replace("<年>", "2024").replace("<次年>", "2025")
    begin, end, place = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=3, max_size=3)))
    torn = text[:begin] + text[end:place] + text[begin:end] + text[end:]
    subject = subject_of_lines([Line(line) for line in torn.splitlines()])
    assert all(finding.source for finding in check_text(subject))


@pytest.mark.parametrize("piece", PIECES)
def test_one_line_of_fifty_thousand_characters(piece: str, tmp_path: Path) -> None:
    """One piece over and over, read from .txt and .md: the check comes to an end."""
    long = (piece * SIZE)[:SIZE]
    for name in ("报告.txt", "报告.md"):
        (tmp_path / name).write_text(f"{TITLE}\n{long}\n", encoding="utf-8")
        found = check_text(subject_of_lines(read_lines(tmp_path / name)))
        assert all(finding.message and len(finding.words) <= 60 for finding in found)


@pytest.mark.parametrize("line", LINES)
def test_ten_thousand_lines(line: str) -> None:
    """Ten thousand paragraphs that all say the same."""
    subject = subject_of_lines([Line(TITLE), *[Line(line)] * 10_000])
    assert all(finding.source for finding in check_text(subject))


def test_a_hundred_thousand_characters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The body of a report a hundred and ten times over, through the command; and as one line without a full stop."""
    lines = BASE.replace("<年>", "2024").replace("<次年>", "2025").splitlines()
    path = tmp_path / "报告.txt"
    path.write_text("\n".join([*lines[:4], *lines[4:-3] * 110, *lines[-3:]]), encoding="utf-8")
    assert path.stat().st_size > 300_000
    assert main(["check", str(path), "--format", "json", "--today", "2025-02-01"]) == 1
    assert {"层次-01", "用字-03"} <= {finding["code"] for finding in json.loads(capsys.readouterr().out)}
    flat = "".join(lines[4:-3]).translate(str.maketrans("。；：", "，，，"))
    assert check_text(subject_of_lines([Line(TITLE), Line((flat * 60)[:SIZE])]))


def test_deep_nesting() -> None:
    """Brackets and quotation marks fifteen thousand deep, and headings of four levels fifteen hundred times."""
    deep = "（" * 15_000 + "受理3件" + "）" * 15_000
    quoted = "“" * 15_000 + "甲" + "”" * 15_000
    layers = ["一、甲", "（一）乙", "1.丙", "（1）丁"] * 1500
    found = check_text(subject_of_lines([Line(text) for text in (TITLE, deep, quoted, *layers)]))
    assert {"标点-02", "层次-01"} <= {finding.code for finding in found}
