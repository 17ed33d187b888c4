"""版头, 版记 and 署名: who sends the report, as it stands on paper (GB/T 9704—2012, 7.2, 7.3.5, 7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import Imprint, Masthead, Signature, Span
from drafter.facts import PENDING
from drafter.report import spelled
from drafter.report.fields import SignDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.blocks import Block, Spans
    from drafter.facts import Mark
    from drafter.report import Path, Report
    from drafter.wording.context import Context


def own(text: str, path: Path, context: Context) -> Span:
    """Return the clerk's own text, with its place in the data file."""
    return Span(context.reader.bare(text), "prose", context.places.file, context.places.line(path), spelled(path))


def gap(name: str) -> Span:
    """Return the mark of what is still to come."""
    return Span(f"【待填：{name}】", "gap")


def organs(report: Report, context: Context) -> list[Span]:
    """Return the signatories; the organ itself where 署名 is left open."""
    path: Path = ("报送", "署名")
    if report.submission.signatories:
        return [own(name, path, context) for name in report.submission.signatories]
    if report.organization.full_name:
        return [own(report.organization.full_name, ("单位", "全称"), context)]
    return [gap("单位全称")]


def signature(report: Report, context: Context) -> Signature:
    """Return 署名 and 成文日期; where 签发人 stamp their names, their posts and names instead of the organs.

    The public version is unsealed and signed by the organs: seals and stamps are on paper.
    """
    given = report.submission
    date = _date(given.date, "成文日期", context)
    path: Path = ("报送", "签名章")
    if given.stamps and not context.public:
        posts = tuple((own(stamp.post, path, context),) for stamp in given.stamps)
        return Signature(posts, date, False, tuple((own(stamp.name, path, context),) for stamp in given.stamps))
    return Signature(
        tuple((organ,) for organ in organs(report, context)), date, sealed=given.sealed and not context.public
    )


def masthead(report: Report, context: Context) -> Iterator[Block]:
    """Yield 版头, if there is one; what a 上行文 cannot do without is a gap while it is open (7.2.4 to 7.2.6)."""
    given = report.submission
    if not given.has_masthead:
        return
    marks = [own(mark, ("报送", "发文机关标志"), context) for mark in given.marks] or organs(report, context)
    yield Masthead(
        _texts([given.urgency] if given.urgency else [], "紧急程度", context),
        tuple((mark,) for mark in marks),
        _texts([given.document_number], "发文字号", context),
        tuple(_texts([signer], "签发人", context) for signer in given.signers or [""]),
    )


def imprint(report: Report, context: Context) -> Iterator[Block]:
    """Yield 版记, if one of its keys is given. 抄送 ends with a full stop (7.4.2)."""
    given = report.submission
    if not given.has_imprint:
        return
    copies = "，".join(name.rstrip("，。；、") for name in given.copies)
    yield Imprint(
        (own(copies, ("报送", "抄送"), context), Span("。")) if copies else (),
        _texts([given.printer], "印发机关", context),
        (*_date(given.print_date, "印发日期", context), Span("印发")),
    )


def _texts(texts: Sequence[str], key: str, context: Context) -> Spans:
    return tuple(own(text, ("报送", key), context) if text and text != PENDING.value else gap(key) for text in texts)


def _date(date: SignDate | Mark | None, key: str, context: Context) -> Spans:
    return (own(date.text, ("报送", key), context) if isinstance(date, SignDate) else gap(key),)
