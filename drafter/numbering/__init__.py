"""One pass that puts in the numbers and sets run-in headings and points in line.

It runs after absent parts have dropped out, so that numbers have no gaps, and before any writer, so that no writer
does it again. Layers of numbers: GB/T 9704—2012, 7.3.3. “一是” takes no mark after it: GB/T 15834—2011, B.3.7.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.blocks import Document, Heading, Paragraph, Point, Span, plain

if TYPE_CHECKING:
    from drafter.blocks import Block, Spans

_DIGITS = "零一二三四五六七八九"


def han(number: int) -> str:
    """Return 1 to 99 in Chinese numerals: 一, 十, 十一, 二十, 二十一."""
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[units] if units else "")


_LAYERS = {1: "{han}、", 2: "（{han}）", 3: "{arabic}."}


def number(document: Document) -> Document:
    """Return the document with numbered headings and points, run-in headings joined to what follows them."""
    return Document(tuple(_join(_numbered(document.blocks))))


def _numbered(blocks: tuple[Block, ...]) -> list[Block]:
    counts = {1: 0, 2: 0, 3: 0}
    points = 0
    result: list[Block] = []
    for block in blocks:
        match block:
            case Heading(level=level):
                counts[level] += 1
                for deeper in range(level + 1, 4):
                    counts[deeper] = 0
                points = 0
                layer = _LAYERS[level].format(han=han(counts[level]), arabic=counts[level])
                result.append(replace(block, number=layer))
            case Point():
                points += 1
                result.append(replace(block, number=f"{han(points)}是"))
            case _:
                result.append(block)
    return result


def _join(blocks: list[Block]) -> list[Block]:
    """Merge run-in headings with what follows them, and neighbouring inline points with one another."""
    result: list[Block] = []
    continued = False  # the last block is a line of points that the next inline point goes on
    for block in blocks:
        before = result[-1] if result else None
        added = _in_line(block)
        if added is not None and isinstance(before, Heading) and before.run_in and not before.body:
            result[-1] = replace(before, text=_sealed(before.text), body=added)
        elif continued and isinstance(block, Point) and added is not None:
            result[-1] = _extended(before, added)
        elif isinstance(block, Point) and added is not None:
            result.append(Paragraph(added))
        else:
            result.append(block)
        continued = isinstance(block, Point) and block.inline
    return [replace(b, run_in=False) if isinstance(b, Heading) and b.run_in and not b.body else b for b in result]


def _in_line(block: Block) -> Spans | None:
    """Return the text that may follow a run-in heading on its line; None where the block needs a line of its own."""
    match block:
        case Paragraph(text=text):
            return text
        case Point(inline=True, text=text, number=lead):
            return (Span(lead), *text)
        case _:
            return None


def _extended(block: Block | None, added: Spans) -> Block:
    match block:
        case Heading(body=body):
            return replace(block, body=(*body, *added))
        case Paragraph(text=text):
            return Paragraph((*text, *added))
        case _:  # pragma: no cover - a line of points is one of the two
            raise TypeError(block)


def _sealed(text: Spans) -> Spans:
    """Return a run-in heading with its full stop (GB/T 15834—2011 practice: “（一）加强组织领导。一是……”)."""
    return text if plain(text).endswith(("。", "？", "！")) else (*text, Span("。"))
