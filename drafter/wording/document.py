"""The whole document: title, opening, parts in the order of the file, ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import Document, Heading, Span
from drafter.numbering import number
from drafter.numbering.ending import parted
from drafter.outline.parts import (
    ACHIEVEMENTS,
    DUTIES,
    OTHERS,
    PARTS,
    PLANS,
    SHORTCOMINGS,
    SKELETONS,
    Levels,
)
from drafter.wording import achievements, frame, furniture, parts
from drafter.wording.context import Context
from drafter.wording.names import words
from drafter.wording.withheld import claiming, withhold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block, Spans
    from drafter.report import Report

_HEADINGS = {part.name: part.heading for part in PARTS}
_WRITERS = {
    ACHIEVEMENTS: achievements.blocks,
    SHORTCOMINGS: parts.shortcomings,
    DUTIES: parts.duties,
    PLANS: parts.plans,
    OTHERS: parts.others,
}


def compose(report: Report, *, public: bool = False) -> Document:
    """Return the numbered document of a report: as it goes to the leaders, or ``public`` without what is internal.

    The public version has neither 版头 nor 版记, its own title if the file gives one, and an unsealed signature. A last
    paragraph that is too long to stand above the signature is cut in two.

    Raises:
        InputError: a text refers to a fact that does not exist or is 不适用.
        DrafterError: a wording file is faulty.
    """
    context = Context.of(report, public=public)
    _claim(report, context)
    levels = SKELETONS[report.layout.skeleton]
    blocks = [
        *(() if public else furniture.masthead(report, context)),
        frame.title(report, context),
        *frame.addressee(report, context),
        *frame.statement(report, context),
        *frame.opening(report, context),
        *_body(report, context, levels),
        *frame.ending(report, context),
        *(() if public else furniture.imprint(report, context)),
    ]
    context.reader.check()
    return parted(number(Document(tuple(blocks))))


def _claim(report: Report, context: Context) -> None:
    """Claim every fact that prose states, so that no wording file states it again; internal text claims nothing."""
    for text, internal in claiming(report):
        if not (internal and context.public):
            context.owed |= context.reader.read(text, ()).references
    context.claims.facts |= context.owed
    if context.public:
        withhold(report, context)
    context.reader.faults.clear()


def _body(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    for name in order(report):
        blocks = list(_WRITERS[name](report, context, levels))
        level = levels.achievements if name == ACHIEVEMENTS else levels.part
        if blocks and level:
            yield Heading(level, _heading(report, name, context))
        yield from blocks


def order(report: Report) -> list[str]:
    """Return the parts in the order of the file; a part that has content is never left out.

    第一责任人履职 that the file's 提纲 leaves out is folded into part one.
    """
    names = list(report.order)
    written = {SHORTCOMINGS: report.shortcomings, PLANS: report.plans, OTHERS: report.others, ACHIEVEMENTS: True}
    return names + [name for name, content in written.items() if content and name not in names]


def _heading(report: Report, name: str, context: Context) -> Spans:
    own = report.order.get(name, "")
    if own:
        return context.reader.phrase(own, ("提纲",))
    slots = {"年": report.year, "下一年": report.year + 1, "负责人统称": words(report)["负责人统称"]}
    return (Span(_HEADINGS[name].format(**slots), file="outline"),)
