"""The text of a report as the rules see it: paragraphs of known kinds, a tree of sections, year, organ and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from drafter.checks.rules import Hit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from drafter.blocks import Span, Spans
    from drafter.checks.rules import Level
    from drafter.report import Report

Kind: TypeAlias = Literal[
    "furniture",  # what a web page or a 版头 puts around the text
    "title",
    "addressee",
    "heading",  # a labelled paragraph; its first sentence is the heading, whatever follows is its text
    "body",
    "table",  # a row; its cells are divided by “｜”
    "closing",
    "signature",
    "date",
    "note",  # 附注
    "attachment",  # 附件说明 and everything in the attachments
]
RUNNING: frozenset[Kind] = frozenset({"heading", "body", "closing"})
"""The kinds that are running text."""
TEXT: frozenset[Kind] = RUNNING | {"title", "addressee", "table", "signature", "date", "note", "attachment"}
"""Everything that its authors have written."""
Role: TypeAlias = Literal["", "举措", "不足", "第一责任人", "安排", "其他"]

_AROUND = 8  # characters on either side of a place that a finding shows


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``text`` as it stands, ``view`` normalised, ``at[i]`` the place in ``text`` of ``view[i]``.

    ``label`` (“（一）”) and ``level`` (1 to 4) where it is labelled; ``heading`` is then its first sentence without
    label and final mark, and ``begin`` the place in ``view`` where what follows the heading begins. ``line`` is the
    line of the file, 0 where there are none.
    """

    number: int
    text: str
    view: str
    at: tuple[int, ...]
    kind: Kind = "body"
    level: int = 0
    label: str = ""
    heading: str = ""
    begin: int = 0
    line: int = 0
    spans: Spans = ()

    @property
    def rest(self) -> str:
        """The view without label and heading."""
        return self.view[self.begin :]


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled paragraph and what stands under it; the section of level 0 is the whole text."""

    paragraphs: tuple[Paragraph, ...]
    level: int = 0
    role: Role = ""
    children: tuple[Section, ...] = ()

    @property
    def head(self) -> Paragraph:
        """The paragraph that begins it."""
        return self.paragraphs[0]

    @property
    def heading(self) -> str:
        """Its heading in the normalised view, without the label."""
        return self.head.heading

    @property
    def text(self) -> str:
        """What stands under the heading, normalised, one paragraph per line."""
        if not self.paragraphs:
            return ""
        own = [self.head.rest] if self.level else [self.head.view]
        return "\n".join(part for part in own + [p.view for p in self.paragraphs[1:]] if part)


@dataclass(frozen=True, slots=True)
class TextSubject:
    """A report as text. ``year`` is the year reported on; ``date`` is 成文日期; None where they were not recognised.

    ``report`` is the data file where the text was composed from one. ``today`` is None where no date was given.
    """

    paragraphs: tuple[Paragraph, ...]
    whole: Section
    year: int | None = None
    organ: str = ""
    title: str = ""
    date: dt.date | None = None
    today: dt.date | None = None
    report: Report | None = None
    half_width: bool = False
    roles: Mapping[int, Role] = field(default_factory=dict)
    """The role of the part that a paragraph stands in, by the paragraph's number."""

    @property
    def parts(self) -> tuple[Section, ...]:
        """The sections of the first level."""
        return self.whole.children

    @property
    def running(self) -> tuple[Paragraph, ...]:
        """The paragraphs of running text."""
        return self.of_kind(*RUNNING)

    def of_kind(self, *kinds: Kind) -> tuple[Paragraph, ...]:
        """Return the paragraphs of some kinds."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.kind in kinds)

    def sections(self, level: int = 0) -> Iterator[Section]:
        """Yield all sections in reading order, or those of one level."""
        yield from (section for section in _walk(self.whole) if section.level and level in {0, section.level})

    def role_of(self, paragraph: Paragraph) -> Role:
        """Return the role of the part that a paragraph stands in."""
        return self.roles.get(paragraph.number, "")

    def find(
        self, pattern: str | re.Pattern[str], kinds: frozenset[Kind] = RUNNING
    ) -> Iterator[tuple[Paragraph, re.Match[str]]]:
        """Yield every match of a pattern in the normalised view of paragraphs of some kinds."""
        compiled = compiled_pattern(pattern) if isinstance(pattern, str) else pattern
        for paragraph in self.paragraphs:
            if paragraph.kind in kinds:
                for match in compiled.finditer(paragraph.view):
                    yield paragraph, match

    def mentions(self, pattern: str) -> bool:
        """Tell whether the text says something anywhere."""
        return next(self.find(pattern, TEXT), None) is not None

    @staticmethod
    def hit(paragraph: Paragraph, span: tuple[int, int], message: str, level: Level | None = None) -> Hit:
        """Return a hit at a place of the view: ``subject.hit(paragraph, match.span(), …)``."""
        start, end = span
        last = len(paragraph.text)
        first = paragraph.at[start] if start < len(paragraph.at) else last
        after = paragraph.at[end - 1] + 1 if 0 < end <= len(paragraph.at) else last
        return original_hit(paragraph, (first, max(first, after)), message, level)


@cache
def compiled_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once."""
    return re.compile(pattern)


def original_hit(paragraph: Paragraph, span: tuple[int, int], message: str, level: Level | None = None) -> Hit:
    """Return a hit at a place of the original text of a paragraph."""
    start, end = span
    words = paragraph.text[max(start - _AROUND, 0) : end + _AROUND].strip()
    if len(words) > 60:
        words = words[:59] + "…"
    line, key = _origin(paragraph, start, end)
    return Hit(message, (), level, paragraph.number, words, line, key, start, end)


def _origin(paragraph: Paragraph, start: int, end: int) -> tuple[int, str]:
    """Return line and key of the entry of a data file that a place comes from; else the line of the file."""
    found: Span | None = None
    place = 0
    for span in paragraph.spans:
        after = place + len(span.text)
        if after > start and place < max(end, start + 1) and span.kind != "wording" and span.key:
            found = span
            break
        place = after
    return (found.line, found.key) if found else (paragraph.line, "")


def _walk(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _walk(child)
