"""How a title breaks into lines (GB/T 9704—2012, 7.3.1).

“回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或菱形”。
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = 20
"""Characters of 二号 (22 pt) on a line of 156 mm: 20 × 22 pt = 440 pt of 442.2 pt (7.3.1, 5.2.1)."""

_LONGEST = 5 * LINE  # beyond five lines no shape is sought
_MANY = 20
"""Beyond that many units not every division is tried: there are millions."""

# Inside a part that is longer than a line, first choice: before 关于 and a year, after a year, 的, a mark and a blank.
# Second choice: before what is joined by 和, after the name of a district or an organ that goes on.
_SEAMS = (
    re.compile(r"(?=关于|(?<![0-9])[0-9]{4}年)|(?<=年)(?!度)|(?<=年度)|(?<=[的、，\s])"),
    re.compile(
        r"(?=以及|暨|(?<!共)和(?![平谐解睦]))|(?<=人民政府)|(?<=委员会)|(?<=办公室)|(?<=办事处)"
        r"|(?<=[省市县区镇乡])(?![委政府人级域直内长办局])"
    ),
)

# Third choice: a number keeps its 年, an opening mark the character after it, a closing mark the one before it
# (GB/T 15834—2011, 5.1).
_UNIT = re.compile(r"[“‘（《〈〔【]*(?:[0-9A-Za-z.%+-]+年?|.)[”’）》〉〕】、，。：；！？—…]*", re.DOTALL)


_GAP = re.compile(r"(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])")


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
    if _wide(units) <= limit:
        return ["".join(units)]
    if total > _LONGEST:
        return _filled(units, limit)
    fewest = int(-(-total // limit))
    counts = range(fewest, fewest + 3)
    if len(units) > _MANY:
        candidates = [_filled(units, *_falling(total, count, limit)) for count in counts]
    else:
        candidates = [lines for count in counts for lines in _divisions(units, count, limit)]
    return min(candidates, key=_cost, default=_filled(units, limit))


def filled(text: str, limit: float) -> list[str]:
    """Break a text into lines as programs do: where a line is full, but not in a number nor before a closing mark."""
    return _filled(_UNIT.findall(text), limit)


def _units(part: str, limit: float) -> list[str]:
    """Return the pieces of a part that stay whole: the part itself wherever it fits on a line."""
    pieces = [part]
    for seam in _SEAMS:
        pieces = [cut for piece in pieces for cut in ([piece] if _wide([piece]) <= limit else seam.split(piece)) if cut]
    return [unit for piece in pieces for unit in ([piece] if _wide([piece]) <= limit else _UNIT.findall(piece))]


def _wide(units: Sequence[str]) -> float:
    """Return how much of a line some units take: a blank at its end nothing; at a number LibreOffice adds a quarter."""
    line = "".join(units).strip()
    return width(line) + len(_GAP.findall(line)) / 4


def _cost(candidate: list[str]) -> tuple[bool, int, int, float]:
    widths = [width(line.strip()) for line in candidate]
    far = _shapeless(widths)
    return (far > 0, len(widths), far, max(widths) - min(widths))


def _shapeless(widths: Sequence[float]) -> int:
    """Tell how far the lines are from a shape: 0 if they rise, fall, or rise and then fall by a character or more.

    1 if lines of one length spoil it, as names of joint organs do; 2 if there is no shape.
    """
    steps = [after - before for before, after in pairwise(widths)]
    signs = "".join("<" if step >= 1 else ">" if step <= -1 else "=" for step in steps)
    if re.fullmatch(r"<*>*", signs):
        return 0
    return 1 if re.fullmatch(r"<*>*", signs.replace("=", "")) and signs.strip("=") else 2


def _divisions(units: Sequence[str], count: int, limit: float) -> Iterator[list[str]]:
    """Yield every division of the units into ``count`` lines of at most ``limit`` characters."""
    if count == 0:
        if not units:
            yield []
        return
    if width("".join(units)) > count * limit:
        return
    for end in range(1, len(units) + 1):
        if _wide(units[:end]) > limit:
            return
        for rest in _divisions(units[end:], count - 1, limit):
            yield ["".join(units[:end]), *rest]


def _falling(total: float, count: int, limit: float) -> list[float]:
    """Return the widths of lines that hold a title in a trapezoid: each is one shorter than the one above."""
    longest = total / count + (count - 1) / 2 + 1
    return [min(limit - order, longest - order) for order in range(count)]


def _filled(units: Sequence[str], *limits: float) -> list[str]:
    """Fill line after line, each up to its limit; further lines have the last one."""
    result = [""]
    for unit in units:
        if result[-1] and _wide([result[-1], unit]) > limits[min(len(result), len(limits)) - 1]:
            result.append("")
        result[-1] += unit
    return result
