"""A document with every kind of block, written by hand, for the tests of the writers."""

from __future__ import annotations

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Closing,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Point,
    Signature,
    Span,
    Spans,
    Table,
    Title,
)
from drafter.numbering import number

NASTY = (
    "5*3*2=30",
    "**不是粗体** _也不是斜体_ __init__",
    "2024. 年度",
    "12) 括号",
    "- 减号开头",
    "+ 加号开头",
    "# 井号开头 #",
    "> 引用",
    "---",
    "===",
    "***",
    "~~~",
    "```python",
    "<b>标签</b> <!-- 注释 --> <https://example.cn>",
    "&nbsp;与&#32;&amp;",
    "[链接](https://example.cn) ![图](a.png) [a]: b",
    "甲|乙|丙 \\| 丁",
    "~~删除~~ $x$ `代码`",
    "反斜线\\结尾\\",
    "　　全角空格开头，结尾有空格  ",
    "    四个空格开头",
    "\u00a0不换行空格\u00a0",
    "“引号”‘单引号’——破折号……省略号",
    "1.5万余件、3·15、4—15、〔2025〕3号",
    "𠮷野家，罕用字㐂",
)
"""Texts that a careless writer would turn into something else."""


def text(value: str) -> Spans:
    """Return a text in two spans, as the composer makes them."""
    half = len(value) // 2
    return tuple(Span(part) for part in (value[:half], value[half:]) if part)


def table(caption: str = "表1　主要数据") -> Table:
    """Return a small table with texts that need care."""
    return Table(
        text(caption),
        (text("项目"), text("单位"), text("数")),
        (
            (text("受理各类矛盾纠纷"), text("件"), text("626")),
            (text("甲|乙*丙*"), (), text("1.5万余")),
        ),
    )


SIGNATURE = Signature(
    (text("中共示例市云溪区清河街道工作委员会"), text("示例市云溪区人民政府清河街道办事处")),
    text("2025年1月　日"),
    sealed=False,
)


MASTHEAD = Masthead(
    text("特急"),
    (text("中共示例市云溪区清河街道工作委员会"), text("示例市云溪区人民政府清河街道办事处文件")),
    text("清街发〔2025〕　号"),
    (text("张某某"), text("李某")),
)

IMPRINT = Imprint(
    text("中共示例市云溪区委全面依法治区委员会办公室，示例市云溪区司法局，示例市云溪区督察考核办公室。"),
    text("示例市云溪区清河街道党政办公室"),
    text("2025年1月　日印发"),
)


def blocks() -> tuple[Block, ...]:
    """Return every kind of block, before numbering, with more than ten headings of the first level."""
    return (
        MASTHEAD,
        Title(
            (text("示例市云溪区人民政府清河街道办事处"), text("关于2024年"), text("法治政府建设情况的"), text("报告"))
        ),
        Addressee(text("中共云溪区委员会、云溪区人民政府：")),
        Paragraph(text("2024年，街道坚持以习近平新时代中国特色社会主义思想为指导。现将有关情况报告如下：")),
        Heading(1, text("主要举措和成效")),
        Heading(2, text("加强组织领导，压实主体责任"), run_in=True),
        Point(text("健全机制。全年研究4次。")),
        Point(text("落实“三项制度”。")),
        Heading(2, text("落实“谁执法谁普法”"), run_in=True),
        Paragraph(text("普法活动42场次。")),
        Heading(2, text("单独成行的二级标题")),
        Heading(3, text("单独成行的三级标题")),
        Paragraph(text("正文。")),
        Heading(3, text("接排的三级标题"), run_in=True),
        Paragraph(text("三级标题后的正文。")),
        Point(text("分段的第一点。"), inline=False),
        Point(text("分段的第二点。"), inline=False),
        table(),
        *(Heading(1, text(f"第{order}个标题")) for order in range(2, 12)),
        *(Paragraph(text(nasty)) for nasty in NASTY),
        *(Heading(2, text(nasty)) for nasty in NASTY),
        *(block for nasty in NASTY for block in (Heading(2, text(nasty), run_in=True), Paragraph(text(nasty)))),
        Closing(text("特此报告。")),
        AttachmentNote((text("主要数据表"), text("名单"))),
        SIGNATURE,
        Note(text("此件公开发布")),
        Attachment(1, text("主要数据表"), (table(""), Paragraph(text("说明：截至12月31日。")))),
        Attachment(2, text("名单"), (Paragraph(text("名单正文。")), table("表2"))),
        IMPRINT,
    )


def everything() -> Document:
    """Return the numbered document with every kind of block."""
    return number(Document(blocks()))


def document(*parts: Block) -> Document:
    """Return a numbered document of some blocks."""
    return number(Document(parts))
