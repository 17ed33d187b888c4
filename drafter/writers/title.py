"""How a title breaks into lines (GB/T 9704—2012, 7.3.1).

“回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形”。
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.writers.text import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = 20
"""Characters of 二号 (22 pt) on a line of 156 mm: 20 × 22 pt = 440 pt of 442.2 pt (7.3.1, 5.2.1)."""

_LONGEST = 5 * LINE  # beyond five lines no shape is sought

# Inside a part that is longer than a line, first choice: before 关于 and a year, after a year, 的 and a mark.
_SEAM = re.compile(r"(?=关于|(?<![0-9])[0-9]{4}年)|(?<=年)(?!度)|(?<=年度)|(?<=[的、，])")

# Second choice: a number keeps its 年, an opening mark the character after it, a closing mark the one before it
# (GB/T 15834—2011, 5.1).
_UNIT = re.compile(r"[“‘（《〈〔【]*(?:[0-9A-Za-z.%+-]+年?|.)[”’）》〉〕】、，。：；！？—…]*", re.DOTALL)


def lines(parts: Sequence[str], limit: float = LINE, *, fixed: bool = False) -> list[str]:
    """Break a title into as few lines as make a trapezoid or a rhombus, between its parts wherever they allow it.

    A part is broken only where it alone is longer than a line. Where no division has one of the shapes, the most even
    one with the fewest lines is taken: the sense of words comes before the shape. ``fixed``: each part is a line, as
    the clerk has decided; only one that is too long is broken.
    """
    if fixed:
        return [line for part in parts for line in lines([part], limit)]
    units = [unit for part in parts for unit in _units(part, limit)]
    total = width("".join(units))
    if total <= limit:
        return ["".join(units)]
    if total > _LONGEST:
        return _filled(units, limit)
    fewest = int(-(-total // limit))
    candidates = [lines for count in range(fewest, fewest + 3) for lines in _divisions(units, count, limit)]
    return min(candidates, key=_cost, default=_filled(units, limit))


def _units(part: str, limit: float) -> list[str]:
    """Return the pieces of a part that stay whole: the part itself wherever it fits on a line."""
    if width(part) <= limit:
        return [part]
    pieces = [piece for piece in _SEAM.split(part) if piece]
    return [unit for piece in pieces for unit in ([piece] if width(piece) <= limit else _UNIT.findall(piece))]


def _cost(candidate: list[str]) -> tuple[bool, int, float]:
    widths = [width(line) for line in candidate]
    return (not _shapely(widths), len(widths), max(widths) - min(widths))


def _shapely(widths: Sequence[float]) -> bool:
    """Tell whether the widths rise, or fall, or rise and then fall, each time by one character or more."""
    steps = [after - before for before, after in pairwise(widths)]
    signs = "".join("<" if step >= 1 else ">" if step <= -1 else "=" for step in steps)
    return re.fullmatch(r"<*>*", signs) is not None


def _divisions(units: Sequence[str], count: int, limit: float) -> Iterator[list[str]]:
    """Yield every division of the units into ``count`` lines of at most ``limit`` characters."""
    if count == 0:
        if not units:
            yield []
        return
    if width("".join(units)) > count * limit:
        return
    for end in range(1, len(units) + 1):
        line = "".join(units[:end])
        if width(line) > limit:
            return
        for rest in _divisions(units[end:], count - 1, limit):
            yield [line, *rest]


def _filled(units: Sequence[str], limit: float) -> list[str]:
    """Fill line after line."""
    result = [""]
    for unit in units:
        if result[-1] and width(result[-1] + unit) > limit:
            result.append("")
        result[-1] += unit
    return result
