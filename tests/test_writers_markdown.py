"""The Markdown as it looks in an editor and as CommonMark reads it."""

from __future__ import annotations

import pytest
from documents import document, table, text
from markdown_it import MarkdownIt

from drafter.blocks import Attachment, Block, Document, Heading, Note, Paragraph, Signature, Title
from drafter.writers import WRITERS
from drafter.writers.markdown import escaped


def markdown(*blocks: Block) -> str:
    """Return the Markdown of some blocks."""
    return WRITERS["md"](document(*blocks)).decode()


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((Title((text("关于2024年"), text("情况的报告"))),), "# 关于2024年情况的报告\n"),
        (
            (Heading(1, text("成效")), Heading(2, text("领导")), Heading(3, text("学法"))),
            "## 一、成效\n\n### （一）领导\n\n#### 1.学法\n",
        ),
        (
            (Heading(2, text("健全制度"), run_in=True), Paragraph(text("全面落实。"))),
            "**（一）健全制度**。全面落实。\n",
        ),
        ((Note(text("此件公开发布")),), "（此件公开发布）\n"),
        (
            (Signature((text("清河局"),), text("2025年1月8日"), sealed=True),),
            '<div align="right">\n\n清河局\n\n2025年1月8日\n\n</div>\n',
        ),
        (
            (Attachment(None, text("数据"), (table("表1"),)),),
            (
                "---\n\n附件\n\n## 数据\n\n**表1**\n\n| 项目 | 单位 | 数 |\n| --- | --- | --- |\n"
                "| 受理各类矛盾纠纷 | 件 | 626 |\n| 甲\\|乙\\*丙\\* |  | 1.5万余 |\n"
            ),
        ),
    ],
)
def test_source(blocks: tuple[Block, ...], expected: str) -> None:
    """The source reads well, and the full stop of a run-in heading stands outside the bold type."""
    assert markdown(*blocks) == expected


@pytest.mark.parametrize(
    "heading", ["加强领导", "落实“三项制度”", "办好实事（一）", "率达98%", "为什么？", "以5*3*", "甲乙　"]
)
def test_run_in_headings_are_bold(heading: str) -> None:
    """Bold type closes before a Han character, whatever the heading ends with."""
    html = MarkdownIt("commonmark").render(
        markdown(Heading(2, text(heading), run_in=True), Paragraph(text("全面落实。")))
    )
    mark = "" if heading.endswith("？") else "。"
    assert html == f"<p><strong>（一）{heading.removesuffix('？')}</strong>{mark or '？'}全面落实。</p>\n"


def test_a_run_in_heading_without_full_stop_is_bold_too() -> None:
    """Where no mark can follow the bold type, a tag makes it."""
    block = Heading(2, text("甲）"), run_in=True, number="（一）", body=text("乙"))
    assert WRITERS["md"](Document((block,))).decode() == "<strong>（一）甲）</strong>乙\n"


@pytest.mark.parametrize(
    ("plain", "source"),
    [
        ("2024. 年度", "2024\\. 年度"),
        ("2024.年度", "2024.年度"),
        ("-1", "\\-1"),
        ("2021-2025", "2021-2025"),
        ("　甲 ", "&#12288;甲&#32;"),
        ("a_b", "a\\_b"),
        ("3·15，98.72%。", "3·15，98.72%。"),
    ],
)
def test_escapes(plain: str, source: str) -> None:
    """Marks are escaped, ordinary prose is left as it is."""
    assert escaped(plain) == source
