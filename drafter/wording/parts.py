"""Parts two to five: 不足和原因, 第一责任人履职, 下一年度安排, 其他事项."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import Paragraph, Span, plain
from drafter.outline import CHIEF
from drafter.outline.parts import DUTIES, OTHERS, PLANS, SHORTCOMINGS
from drafter.wording.pieces import Composed, Piece, as_headings, compose_piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block, Spans
    from drafter.outline.parts import Levels
    from drafter.report import Path, Report
    from drafter.report.model import Item, Plan, Shortcoming
    from drafter.wording.context import Context

_CAUSE_WORDS = ("原因", "主要", "由于", "究其", "主因", "一方面", "其原因")


def _gap(name: str) -> Spans:
    return (Span(f"【待填：{name}】", "gap"), Span("。"))


def shortcomings(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    """Yield 不足和原因: how each shows, and why."""
    composed: list[Composed] = []
    for at, item in enumerate(report.shortcomings):
        if item.internal and context.public:
            continue
        path: Path = (SHORTCOMINGS, at)
        if item.lead:
            yield from _lead(item.lead, (*path, "引语"), context)
        if item.heading or item.signs or item.cause:
            heading = context.reader.phrase(item.heading, (*path, "标题"))
            composed.append(Composed(heading, _signs_and_cause(item, path, context)))
    yield from _items(composed, report, levels, SHORTCOMINGS)


def _signs_and_cause(item: Shortcoming, path: Path, context: Context) -> tuple[Spans, ...]:
    """Return 表现 and 原因 as one text; the cause is joined as “主要原因是……” unless it says so itself."""
    signs = context.reader.read(item.signs, (*path, "表现")).paragraphs or (_gap("不足的表现"),)
    cause = context.reader.read(item.cause, (*path, "原因")).paragraphs or (_gap("不足的原因"),)
    introduced = plain(cause[0]).startswith(_CAUSE_WORDS)
    first = cause[0] if introduced else (Span("主要原因是"), *cause[0])
    return (*signs[:-1], (*signs[-1], *first), *cause[1:])


def plans(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    """Yield 下一年度安排."""
    composed: list[Composed] = []
    for at, item in enumerate(report.plans):
        if item.internal and context.public:
            continue
        path: Path = (PLANS, at)
        if item.lead:
            yield from _lead(item.lead, (*path, "引语"), context)
        if item.heading or item.content:
            composed.append(_plan(item, path, context))
    yield from _items(composed, report, levels, PLANS)


def _plan(item: Plan, path: Path, context: Context) -> Composed:
    content = context.reader.read(item.content, (*path, "内容")).paragraphs or (_gap("具体措施"),)
    return Composed(context.reader.phrase(item.heading, (*path, "标题")), content)


def duties(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    """Yield 第一责任人履职: its items, and what the numbers of its own 事项 say."""
    pieces = duty_pieces(report)
    if not any(CHIEF.name in piece.matters for piece in pieces) and context.speaks(CHIEF.name):
        pieces.append(Piece((CHIEF.name,)))
    yield from _items(_composed(pieces, context), report, levels, DUTIES)


def others(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    """Yield 其他事项."""
    composed = _composed(other_pieces(report), context)
    return as_headings(composed, level=levels.item, run_in=report.layout.headings == "接排")


def duty_pieces(report: Report) -> list[Piece]:
    """Return the items of 第一责任人履职."""
    return [_piece(item, DUTIES, at, (item.content,)) for at, item in enumerate(report.duties)]


def other_pieces(report: Report) -> list[Piece]:
    """Return the items of 其他事项."""
    texts = ("background", "content", "practice", "effect")
    return [
        _piece(item, OTHERS, at, tuple(getattr(item, name) for name in texts)) for at, item in enumerate(report.others)
    ]


_KEYS = {1: ("内容",), 4: ("背景", "内容", "做法", "成效")}


def _piece(item: Item, part: str, at: int, texts: tuple[str, ...]) -> Piece:
    """Return an item of part three (内容) or five (背景, 内容, 做法, 成效) as a piece."""
    placed = tuple((text, (part, at, key)) for text, key in zip(texts, _KEYS[len(texts)], strict=True))
    return Piece(tuple(item.matters), item.heading, (part, at, "标题"), placed, item.internal)


def _composed(pieces: list[Piece], context: Context) -> list[Composed]:
    taken: set[str] = set()
    result: list[Composed] = []
    for piece in pieces:
        here = [matter for matter in piece.matters if matter not in taken]
        taken |= set(here)
        if piece.internal and context.public:
            continue
        part = compose_piece(piece, context, here)
        if part is not None:
            result.append(part)
    return result


def _lead(text: str, path: Path, context: Context) -> Iterator[Block]:
    return map(Paragraph, context.reader.read(text, path).paragraphs)


def _items(composed: list[Composed], report: Report, levels: Levels, part: str) -> Iterator[Block]:
    if not composed:
        return iter((Paragraph(_gap(part)),))
    if len(composed) == 1 and not composed[0].heading:
        return map(Paragraph, composed[0].paragraphs)
    return as_headings(composed, level=levels.item, run_in=report.layout.headings == "接排")
