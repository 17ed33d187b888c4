"""What the public version may not state: facts and measures that only an internal item or passage states.

They must not come up elsewhere because the place where they stood has gone: a wording file states what nobody has
claimed. Internal text claims nothing itself, so a number that open text refers to as well is stated there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import MATTERS
from drafter.outline.parts import DUTIES
from drafter.wording import achievements, parts
from drafter.wording.prose import ProseReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.report import Report
    from drafter.wording.context import Context


def claiming(report: Report) -> Iterator[tuple[str, bool]]:
    """Yield the texts that state the facts they refer to, and whether each is internal as a whole.

    They are those of parts one and three; prose of part five claims only where its item names a 事项. References in the
    opening, in 不足 and in 下一年度安排 repeat a number; they do not replace its sentence.
    """
    for section in report.achievements:
        yield section.whole or section.content, section.internal
        if not section.whole:
            yield from ((action.content, section.internal or action.internal) for action in section.actions)
    yield from ((item.content, item.internal) for item in report.duties)
    for item in report.others:
        if item.matters:
            yield from ((text, item.internal) for text in (item.background, item.content, item.practice, item.effect))


def withhold(report: Report, context: Context) -> None:
    """Claim for nobody, in a public context, what only internal text states."""
    everything = ProseReader(context.ledger, context.places)
    kept: set[str] = set()
    dropped: set[str] = set()
    for text, internal in claiming(report):
        shown = frozenset() if internal else context.reader.read(text, ()).references
        kept |= shown
        dropped |= everything.read(text, ()).references - shown
    for matter in _internal_matters(report, context):
        dropped |= {entry.name for entry in context.ledger.of_matter(matter)}
        context.claims.measures |= {measure.name for measure in MATTERS[matter].measures}
    context.claims.facts |= dropped - kept


def _internal_matters(report: Report, context: Context) -> set[str]:
    """Return the 事项 whose numbers stand in an internal item."""
    sections = achievements.sections(report, context)
    places = achievements.stations(report, sections)
    result = {matter for matter, (row, at) in places.items() if sections[row].hides(sections[row].pieces[at])}
    pieces = [*(parts.duty_pieces(report) if DUTIES in report.order else ()), *parts.other_pieces(report)]
    first: dict[str, bool] = {}
    for piece in pieces:
        for matter in piece.matters:
            first.setdefault(matter, piece.internal)
    return result | {matter for matter, internal in first.items() if internal}
