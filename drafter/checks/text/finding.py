"""Helpers that the rules on texts share: a hit per match of a pattern, quotations, one hit for many places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.checks.text.subject import RUNNING, compiled_pattern, original_hit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.subject import Kind, Paragraph, TextSubject

_HABIT = 8
"""Paragraphs: what stands in more of them is a habit, and one finding."""
_PAIRS = {"《》": ("《", "》"), "“”": ("“", "”"), "（）": ("（", "）")}


def within(text: str, place: int, pair: str) -> bool:
    """Tell whether a place stands between a pair of marks such as “《》”."""
    opening, closing = _PAIRS[pair]
    return text.rfind(opening, 0, place) > text.rfind(closing, 0, place)


def each(  # noqa: PLR0913 - what to look for, where, and what to say
    subject: TextSubject,
    pattern: str,
    message: str,
    *,
    kinds: frozenset[Kind] = RUNNING,
    level: Level | None = None,
    outside: Iterable[str] = (),
) -> Iterator[Hit]:
    """Yield a hit for each match in the normalised view, but for those inside one of the pairs ``outside``.

    In a message “{0}” is what was found, “{1}” the first group.
    """
    for paragraph, match in subject.find(pattern, kinds):
        if not any(within(paragraph.view, match.start(), pair) for pair in outside):
            yield subject.hit(paragraph, match.span(), _filled(message, match), level)


def each_original(
    subject: TextSubject,
    pattern: str,
    message: str,
    *,
    kinds: frozenset[Kind] = RUNNING,
    level: Level | None = None,
) -> Iterator[Hit]:
    """Yield a hit for each match in the text as it stands."""
    for paragraph in subject.paragraphs:
        if paragraph.kind in kinds:
            for match in compiled_pattern(pattern).finditer(paragraph.text):
                yield original_hit(paragraph, match.span(), _filled(message, match), level)


def once(hits: Iterable[Hit], message: str) -> Iterator[Hit]:
    """Yield the first of many hits of one habit; “{n}” in the message is how many there are."""
    found = list(hits)
    if len(found) > 1:
        yield replace(found[0], message=message.replace("{n}", str(len(found))))
    else:
        yield from found


def habit(hits: Iterable[Hit], message: str) -> Iterator[Hit]:
    """Yield the first hit of each paragraph; one for the text, with “{n}” of them, where it is full of them."""
    found = list(hits)
    places = list(per_paragraph(found))
    yield from places if len(places) <= _HABIT else once(found, message)


def per_paragraph(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the first hit of each paragraph: one habit is one finding there."""
    seen: set[int] = set()
    for hit in hits:
        if hit.paragraph not in seen:
            seen.add(hit.paragraph)
            yield hit


def _filled(message: str, match: re.Match[str]) -> str:
    for at, group in enumerate((match[0], *match.groups())):
        message = message.replace(f"{{{at}}}", group or "")
    return message


def around(paragraph: Paragraph, start: int, size: int) -> str:
    """Return the view around a place."""
    return paragraph.view[max(start - size, 0) : start + size]
