"""The text of one section as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import Heading, Paragraph, Point, plain
from drafter.errors import DrafterError
from drafter.outline import TOPIC_OF
from drafter.outline.parts import ACHIEVEMENTS, DUTIES, PARTS, SKELETONS
from drafter.wording import compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.blocks import Block
    from drafter.report import Report

_PART_MARKS = {part.name: part.rule.rpartition("的")[2] for part in PARTS if part.name != DUTIES} | {
    DUTIES: "第一责任人"
}
"""Words that the default heading of a part has."""


def section_text(report: Report, section: str) -> list[str]:
    """Return the paragraphs of a 专题, or of one of parts two to four; nothing where it says nothing.

    Raises:
        DrafterError: a text of the clerk's refers to something that does not exist.
    """
    return [text for text in map(_text, _section_blocks(report, section)) if text]


def _section_blocks(report: Report, section: str) -> list[Block]:
    blocks = compose(report).blocks
    levels = SKELETONS[report.layout.skeleton]
    level = levels.topic if section in TOPIC_OF else levels.part
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == level and _is(block, report, section):
            return [block, *_until(blocks[at + 1 :], level)]
    return []


def _is(block: Heading, report: Report, section: str) -> bool:
    heading = plain(block.text).removesuffix("。")
    if section in TOPIC_OF:
        own = [item.heading for item in report.achievements if item.topic == section and item.heading]
        return heading in (own or [TOPIC_OF[section].heading])
    own_heading = report.order.get(section, "")
    return heading == own_heading if own_heading else _PART_MARKS.get(section, ACHIEVEMENTS) in heading


def _until(blocks: Sequence[Block], level: int) -> list[Block]:
    """Return the blocks before the next heading of the same level, or what ends the body."""
    result: list[Block] = []
    for block in blocks:
        ends = isinstance(block, Heading) and block.level <= level
        if ends or not isinstance(block, (Heading, Paragraph, Point)):
            break
        result.append(block)
    return result


def _text(block: Block) -> str:
    match block:
        case Heading(number=number, text=text, body=body):
            return number + plain(text) + plain(body)
        case Point(number=number, text=text):
            return number + plain(text)
        case Paragraph(text=text):
            return plain(text)
        case _:
            return ""


def own_words(report: Report, section: str) -> str:
    """Return the text of a section as a clerk would write it herself: its numbers are references."""
    paragraphs = [_referring(block) for block in _section_blocks(report, section)]
    return "\n\n".join(text for text in paragraphs if text)


def _referring(block: Block) -> str:
    spans = block.body if isinstance(block, Heading) else block.text if isinstance(block, (Paragraph, Point)) else ()
    number = block.number if isinstance(block, Point) else ""
    return number + "".join(f"{{{span.fact.rpartition('.')[2]}}}" if span.fact else span.text for span in spans)


def preview(report: Report, section: str) -> list[str]:
    """Return the text of a section, or why there is none yet."""
    try:
        return section_text(report, section)
    except DrafterError as error:
        return [f"这一节还不能成文：{error}"]
