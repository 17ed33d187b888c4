"""Part one: 主要举措和成效. Sections of the clerk, and sections that follow from the numbers alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.blocks import Heading, Paragraph, Span
from drafter.outline import CHIEF, TOPIC_OF, TOPICS
from drafter.outline.parts import DUTIES, OTHERS
from drafter.wording.pieces import Composed, Piece, as_headings, as_points, compose_piece
from drafter.wording.prose import stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block, Spans
    from drafter.outline import Matter
    from drafter.outline.parts import Levels
    from drafter.report import Path, Report
    from drafter.wording.context import Context

_FOLDED_TOPIC = "组织领导与责任"


@dataclass(slots=True)
class Section:
    """A section before it is composed; ``whole`` is a text of the clerk's in place of everything else."""

    topic: str
    heading: str = ""
    content: str = ""
    path: Path = ()
    pieces: list[Piece] = field(default_factory=list)
    internal: bool = False
    whole: str = ""

    def hides(self, piece: Piece) -> bool:
        """Tell whether a piece stays out of the public version; what part three has lent goes by its own mark."""
        return piece.internal or (self.internal and piece.heading_path[:1] != (DUTIES,))


def elsewhere(report: Report) -> dict[str, str]:
    """Return the 事项 that are stated outside part one, and in which part."""
    result = {matter: OTHERS for item in report.others for matter in item.matters}
    if DUTIES in report.order:
        result |= {matter: DUTIES for item in report.duties for matter in item.matters}
        result.setdefault(CHIEF.name, DUTIES)
    return result


def sections(report: Report, context: Context) -> list[Section]:
    """Return the sections of part one in order: the clerk's, then what has numbers and no section, at its place."""
    result = [_section(report, index) for index in range(len(report.achievements))]
    folded = _folded(report)
    named = {matter for section in result for piece in (*section.pieces, *folded) for matter in piece.matters}
    named |= {matter for piece in folded for matter in piece.matters} | set(elsewhere(report))
    named |= {matter.name for section in result if section.whole for matter in _matters(section)}
    loose = [matter for topic in TOPICS for matter in topic.matters if matter.name not in named]
    if CHIEF.name not in named:
        loose.append(CHIEF)
    for topic in TOPICS:
        speaking = [m.name for m in loose if (m.topic or _FOLDED_TOPIC) == topic.name and context.speaks(m.name)]
        extra = [Piece((name,)) for name in speaking]
        extra = [*folded, *extra] if topic.name == _FOLDED_TOPIC else extra
        if extra:
            _place(result, topic.name).pieces.extend(extra)
    return result


def _matters(section: Section) -> tuple[Matter, ...]:
    return TOPIC_OF[section.topic].matters if section.topic else ()


def _section(report: Report, index: int) -> Section:
    given = report.achievements[index]
    path: Path = ("主要举措和成效", index)
    if given.whole:
        return Section(given.topic, given.heading, path=path, internal=given.internal, whole=given.whole)
    pieces = []
    for at, action in enumerate(given.actions):
        place = (*path, "做法", at)
        texts = ((action.content, (*place, "内容")),)
        pieces.append(Piece(tuple(action.matter), action.point, (*place, "要点"), texts, action.internal))
    return Section(given.topic, given.heading, given.content, path, pieces, given.internal)


def _folded(report: Report) -> list[Piece]:
    """Return the items of part three where the outline of the file leaves that part out: they join part one."""
    if DUTIES in report.order:
        return []
    return [
        Piece(
            tuple(item.matters),
            item.heading,
            (DUTIES, at, "标题"),
            ((item.content, (DUTIES, at, "内容")),),
            item.internal,
        )
        for at, item in enumerate(report.duties)
    ]


def _place(result: list[Section], topic: str) -> Section:
    """Return the section of a topic, made at the outline's place if there is none yet."""
    for section in result:
        if section.topic == topic:
            return section
    order = list(TOPIC_OF)
    earlier = [at for at, s in enumerate(result) if s.topic and order.index(s.topic) < order.index(topic)]
    section = Section(topic)
    result.insert(earlier[-1] + 1 if earlier else 0, section)
    return section


def stations(report: Report, given: list[Section]) -> dict[str, tuple[int, int]]:
    """Return where the numbers of each 事项 stand: the piece with {数据}, else the first one that names it."""
    result: dict[str, tuple[int, int]] = {}
    away = elsewhere(report)
    for wanted in (True, False):
        for row, section in enumerate(given):
            for column, piece in enumerate(section.pieces):
                for matter in piece.matters:
                    if matter not in away and (not wanted or piece.has_place):
                        result.setdefault(matter, (row, column))
    return result


def blocks(report: Report, context: Context, levels: Levels) -> Iterator[Block]:
    """Yield the sections of part one."""
    given = sections(report, context)
    places = stations(report, given)
    for row, section in enumerate(given):
        composed = []
        hidden = section.internal and context.public
        lead = [] if hidden else _lead(section, context)
        for column, piece in enumerate(section.pieces):
            if context.public and section.hides(piece):
                continue
            here = [matter for matter in piece.matters if places.get(matter) == (row, column)]
            part = compose_piece(piece, context, here)
            if part is not None:
                composed.append(part)
        if composed or lead:
            run_in = report.layout.headings == "接排"
            yield Heading(levels.topic, _heading(section, context), run_in=run_in and levels.topic > 1)
            yield from map(Paragraph, lead)
            yield from _points(composed, report, levels)


def _points(composed: list[Composed], report: Report, levels: Levels) -> Iterator[Block]:
    if levels.matter and len(composed) > 1:
        return as_headings(composed, level=levels.matter, run_in=report.layout.headings == "接排")
    return as_points(composed, inline=report.layout.points == "段内")


def _lead(section: Section, context: Context) -> list[Spans]:
    key = "全文" if section.whole else "内容"
    prose = context.reader.read(section.whole or section.content, (*section.path, key))
    return [stated(spans, context.owed) for spans in prose.paragraphs]


def _heading(section: Section, context: Context) -> Spans:
    if section.heading and not (section.internal and context.public and section.topic):
        return context.reader.phrase(section.heading, (*section.path, "标题"))
    return (Span(TOPIC_OF[section.topic].heading, file="outline"),)
