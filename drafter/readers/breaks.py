"""Put back the paragraph breaks that copying and converting lose: a whole report, or a part of it, as one paragraph.

Only where the text itself shows that they were lost: a long paragraph with the labels “一、” and “二、”, or “（一）”
and “（二）”, inside, in a text where no paragraph begins with such a label; or with blanks in front of them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONG, _SOFT = 300, 120  # characters: a paragraph that may hold others; one whose line breaks part paragraphs
_HAN = "[一二三四五六七八九十]{1,3}"
_LABELS = (rf"{_HAN}、(?!{_HAN}[类级次产月日个季年天批届号名条件])", rf"[（(]{_HAN}[）)]")
_LABEL = re.compile("|".join(_LABELS))
_AFTER = r"(?<=[。！？；：:])"
_BLANKS = re.compile(r"(?<=[\u4e00-\u9fff，。；：！？）》”、:)])[ \t\u3000\u00a0]+(?=[\u4e00-\u9fff“《（(\d])")
_TITLE = re.compile(r"[^，。；：:]{4,60}?法治[^，。；：:]{0,16}?(?:报告|总结)(?!如下|制度|的)")
_ADDRESSEE = re.compile(r"[^，。；：:]{2,60}[：:](?=20\d\d年|今年|为)")
_CLOSING = re.compile(rf"{_AFTER}(?=[特专]此报告)|(?<=[特专]此报告。)(?=.)")
_SIGNED = re.compile(
    rf"{_AFTER}(?=[^，。；：:]{{4,60}}20\d\d年\d{{1,2}}月\d{{1,2}}日$)|(?<=\D)(?=20\d\d年\d{{1,2}}月\d{{1,2}}日$)"
)


def restored(paragraphs: Sequence[str]) -> list[list[str]]:
    """Return for each paragraph the paragraphs that it holds: itself alone where no break was lost."""
    found = [_at_breaks(text) for text in paragraphs]
    for label in _LABELS:
        if not any(re.match(rf"\s*{label}", piece) for pieces in found for piece in pieces):
            lost = any(_places(piece, label) for pieces in found for piece in pieces if len(piece) > _LONG)
            found = [_flat(_at_labels(piece, label) for piece in pieces) for pieces in found] if lost else found
    if any(len(pieces) > 1 for pieces in found):
        found[0] = _beginning(found[0])
        found[-1] = _ending(found[-1])
    return [[piece for piece in pieces if piece.strip()] or pieces[:1] for pieces in found]


def _flat(lists: Iterable[Sequence[str]]) -> list[str]:
    return [piece for pieces in lists for piece in pieces]


def _at_breaks(text: str) -> list[str]:
    """Divide at the line breaks inside a long paragraph, and at its blanks where headings stand behind them."""
    if "\n" in text and (len(text) > _SOFT or text.count("\n") > 2):
        return text.split("\n")
    if len(text) > _LONG:
        blanks = list(_BLANKS.finditer(text))
        labelled = [found for found in blanks if _LABEL.match(text, found.end())]
        if len(labelled) > 1:
            return _BLANKS.split(text)
    return [text]


def _at_labels(text: str, label: str) -> list[str]:
    """Divide a paragraph before each label of a level."""
    bounds = [0, *_places(text, label), len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]


def _places(text: str, label: str) -> list[int]:
    """Return where labels of a level begin: behind a sentence, the first one behind a heading too; two at least."""
    places = {found.start() for found in re.finditer(rf"{_AFTER}{label}", text)}
    first = re.search(rf"(?<=[\u4e00-\u9fff]){label}", text[:_LONG])
    if first and first[0].strip("（）()、") == "一":
        places.add(first.start())
    return sorted(places) if len(places) > 1 else []


def _beginning(pieces: list[str]) -> list[str]:
    """Take title and 主送机关 off the first paragraph."""
    rest, head = pieces[0], []
    for pattern in (_TITLE, _ADDRESSEE):
        found = pattern.match(rest)
        if found and found.end() < len(rest):
            head.append(found[0])
            rest = rest[found.end() :]
    return [*head, rest, *pieces[1:]]


def _ending(pieces: list[str]) -> list[str]:
    """Take closing, signature and date off the last paragraph."""
    last = (part for closed in _CLOSING.split(pieces[-1]) for part in _SIGNED.split(closed))
    return [*pieces[:-1], *last]
