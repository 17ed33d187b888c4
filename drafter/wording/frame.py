"""What stands around the body: 标题, 主送机关, 开头, 结束语, 署名, 成文日期, 附件, 附注."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Closing,
    Note,
    Paragraph,
    Span,
    Table,
    Title,
)
from drafter.facts import Mark, Names
from drafter.report.fields import SignDate
from drafter.wording.composer import sentences
from drafter.wording.furniture import organs, own, signature
from drafter.wording.phrases import phrase
from drafter.wording.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block, Spans
    from drafter.report import AttachmentData, Path, Report
    from drafter.wording.context import Context
    from drafter.wording.tokens import Slot

_NONE = "无"


def title(report: Report, context: Context) -> Title:
    """Return 标题: 发文机关名称、事由和文种 (《党政机关公文处理工作条例》第九条).

    “|” in the clerk's own title says where its lines break. The public version may have a title of its own.
    """
    published = report.publication.title if context.public else ""
    own_title = published or report.submission.title
    if own_title:
        path: Path = ("公开", "标题") if published else ("报送", "标题")
        pieces = [piece.strip() for piece in re.split(r"[|｜]", context.reader.bare(own_title)) if piece.strip()]
        return Title(tuple((own(piece, path, context),) for piece in pieces), fixed=len(pieces) > 1)
    *others, last = organs(report, context)
    names = [*((organ, Span(" ")) for organ in others), (last,)]
    before, after = _TITLES[report.layout.title]
    parts = ((Span(part.format(年=report.year)),) for part in after)
    return Title((*((Span(part.format(年=report.year)),) for part in before), *names, *parts))


_TITLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "情况的报告": ((), ("关于", "{年}年度", "法治政府建设", "情况的报告")),
    "年度报告": ((), ("{年}年", "法治政府建设", "年度报告")),
    "情况报告": ((), ("{年}年度", "法治政府建设", "情况报告")),
    "年度在前": (("{年}年度",), ("法治政府建设", "情况报告")),
}
"""Forms of the title in use: what stands before the organ, what after it (实务; 文种 is 报告 in all of them)."""


def addressee(report: Report, context: Context) -> Iterator[Block]:
    """Yield 主送机关 with its colon, if there is any."""
    names = report.submission.addressees
    if names and (report.publication.show_addressees or not context.public):
        path: Path = ("报送", "主送机关")
        yield Addressee((own("、".join(names), path, context), Span("：")))


def statement(report: Report, context: Context) -> Iterator[Block]:
    """Yield 编制说明: the basis of the report and the period of its numbers, where the file asks for it.

    Basis: 《法治政府建设与责任落实督察工作规定》第四章（年度报告）.
    """
    given = report.submission
    if not given.statement:
        return

    def day(date: SignDate | Mark | None, key: str, default: str) -> Slot | str:
        return context.slot(date.text, ("报送", key)) if isinstance(date, SignDate) else default

    slots = {
        "起日": day(given.period_start, "统计起日", f"{report.year}年1月1日"),
        "止日": day(given.period_end, "统计止日", f"{report.year}年12月31日"),
        "口径": context.slot(given.scope, ("报送", "统计口径")),
    }
    wording = render("templates/parts/statement.txt", {**context.names, **slots})
    yield Paragraph(sentences(wording, context.claims, always=True))


def opening(report: Report, context: Context) -> Iterator[Block]:
    """Yield 开头: the clerk's own paragraphs, or the slots in their usual order (实务)."""
    given = report.opening
    if given.text:
        *earlier, last = context.reader.read(given.text, ("开头", "全文")).paragraphs
        yield from map(Paragraph, (*earlier, _leading_on(last)))
        return
    wording = render("templates/parts/opening.txt", {**context.names, **_slots(report, context)})
    yield Paragraph(_leading_on(sentences(wording, context.claims, always=True)))


def _leading_on(spans: Spans) -> Spans:
    """Return a paragraph that leads on to the report with a colon: “……报告如下：”."""
    if len(spans) > 1 and spans[-1].text.endswith("。"):
        body = spans[-1].text.removesuffix("。")
        before = body or spans[-2].text
        if before.endswith("如下"):
            last = spans[-1]
            return (*spans[:-1], Span(f"{body}：", last.kind, last.file, last.line, last.key))
    return spans


_LED = {"党中央、国务院": "在以习近平同志为核心的党中央坚强领导下"}
"""How the leadership of the centre is named in full (实务)."""


def _slots(report: Report, context: Context) -> dict[str, Slot | str]:
    """Return the slots of the opening: what the clerk wrote, else what is usual, else nothing.

    An organ that calls itself by a single character (局, 镇) opens with its full name unless a short one is given.
    """
    given, unit = report.opening, report.organization
    upper, called = str(context.names["上级"]), unit.self_name or str(context.names["自称"])
    basis = Names(tuple(item if "《" in item else f"《{item}》" for item in given.basis)).text
    usual = {name: found.text if (found := phrase(report, name)) else "" for name in ("会议精神", "法治思想", "纲要")}

    def slot(text: str, key: str, default: str = "") -> Slot | str:
        if text.strip() == _NONE:
            return context.slot("", ("开头", key))
        if text:
            return context.slot(text.strip().rstrip("，。；"), ("开头", key))
        return default or context.slot("", ("开头", key))

    return {
        "单位": unit.short_name or (called if len(called) > 1 else unit.full_name),
        "领导": slot(given.leadership, "领导", _LED.get(upper, f"在{upper}的坚强领导下")),
        "指导思想": slot(given.guidance, "指导思想", "坚持以习近平新时代中国特色社会主义思想为指导"),
        "会议精神": slot(_with_spirit(given.congress), "会议精神", usual["会议精神"]),
        "法治思想": usual["法治思想"] or context.slot("", ("开头", "会议精神")),
        "依据": slot(basis, "依据文件", usual["纲要"]),
        "部署": slot(given.deployment, "上级部署"),
        "推进动作": slot(given.action, "推进动作", "统筹推进法治政府建设各项工作"),
        "目标": slot(given.goal, "目标"),
        "成效": slot(given.effects, "成效"),
        "过渡": slot(given.transition, "过渡句", "现将有关情况报告如下"),
    }


def _with_spirit(text: str) -> str:
    return text if not text or text == _NONE or text.endswith("精神") else f"{text}精神"


def ending(report: Report, context: Context) -> Iterator[Block]:
    """Yield 结束语, 附件说明, 署名 and 成文日期, 附注, 附件, in the order of GB/T 9704—2012, 7.3."""
    if report.layout.closing == "特此报告":
        yield Closing((Span("特此报告。"),))
    given = [(at, item) for at, item in enumerate(report.attachments) if not (context.public and item.internal)]
    if given:
        titles = [own(item.title, ("附件", at, "标题"), context) for at, item in given]
        yield AttachmentNote(tuple((span,) for span in titles))
    yield signature(report, context)
    if report.submission.note:
        yield Note((own(report.submission.note.strip("（）()"), ("报送", "附注"), context),))
    for order, (at, item) in enumerate(given, start=1):
        yield _attachment(item, at, None if len(given) == 1 else order, context)


def _attachment(item: AttachmentData, at: int, number: int | None, context: Context) -> Attachment:
    path: Path = ("附件", at)
    body: list[Paragraph | Table] = list(
        map(Paragraph, context.reader.read(item.content, (*path, "内容")).paragraphs),
    )
    if item.table is not None:
        body.append(_table(item, path, context))
    return Attachment(number, (own(item.title, (*path, "标题"), context),), tuple(body))


def _table(item: AttachmentData, path: Path, context: Context) -> Table:
    table = item.table
    if table is None:  # pragma: no cover - asked only where there is one
        raise TypeError

    def cells(texts: list[str], key: Path) -> tuple[Spans, ...]:
        return tuple(context.reader.phrase(text, key) for text in texts)

    rows = [cells(row, (*path, "表格", "行", index)) for index, row in enumerate(table.rows)]
    head = cells(table.head, (*path, "表格", "表头"))
    caption = (own(table.caption, (*path, "表格", "表题"), context),) if table.caption else ()
    return Table(caption, head, tuple(rows))
