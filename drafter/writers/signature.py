"""Where 署名 and 成文日期 stand (GB/T 9704—2012, 7.3.5). Widths and indents are in characters (字); a line has 28."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE = 28
"""Characters on a line (5.2.3)."""

_SEALED_DATE = 4
"""“成文日期一般右空四字” (7.3.5.1)."""

_UNSEALED = 2
"""“右空二字编排发文机关署名”; the date begins “右移二字” (7.3.5.2)."""

_SEAL_ROOM = 3
"""Empty lines above a sealed name: the seal lies with its centre a little above name and date, and its top not more
than one line below the body (7.3.5.1)."""

_STAMP_ROOM = 2
"""Empty lines above the first 签名章 (7.3.5.3)."""

_SEAL_STEP = 4
"""Empty lines between two sealed names: seals of up to 4.5 cm (4.4 lines) neither touch nor cross (7.3.5.1)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one line of the signature stands: empty lines above it, and characters left free at its right."""

    above: int
    right: float


def places(names: Sequence[float], date: float, *, sealed: bool, line: float = LINE) -> tuple[list[Place], Place]:
    """Return the places of the names (by their widths, the leading organ first) and of the date.

    Joint names stand one below the other. Sealed, all are centred on the date's axis. Unsealed, all end two characters
    from the right and the date goes by the name right above it; the standard gives both only for one name.
    """
    fitting = [min(name, line) for name in names]  # a longer name goes on to a second line
    if sealed:
        rights, date_right = _sealed(fitting, min(date, line))
        aboves = [_SEAL_ROOM, *[_SEAL_STEP] * (len(fitting) - 1)]
    else:
        rights, date_right = _unsealed(fitting, min(date, line), line)
        aboves = [1, *[0] * (len(fitting) - 1)]
    return [Place(*pair) for pair in zip(aboves, rights, strict=False)], Place(0 if names else 1, date_right)


def stamp_places(stamps: Sequence[float]) -> tuple[list[Place], Place]:
    """Return the places of the lines that end with a stamped name (by the widths of the names) and of the date.

    “空二行右空四字”, the date one line below, 右空四字; the stamps of a joint report begin below one another (7.3.5.3).
    """
    longest = max(stamps)
    first, *others = (_SEALED_DATE + longest - stamp for stamp in stamps)
    return [Place(_STAMP_ROOM, first), *(Place(1, right) for right in others)], Place(1, _SEALED_DATE)


def _sealed(names: Sequence[float], date: float) -> tuple[list[float], float]:
    """Centre the names over the date; where one is too long for that, the date moves left to its centre."""
    axis = max([_SEALED_DATE + date / 2, *(name / 2 for name in names)])
    return [axis - name / 2 for name in names], axis - date / 2


def _unsealed(names: Sequence[float], date: float, line: float) -> tuple[list[float], float]:
    """Set the date two characters right of where the last name begins; a longer date keeps its two at the right."""
    last = min(names[-1], line - _UNSEALED) if names else date + _UNSEALED
    longer = date > last
    right = _UNSEALED * 2 + date - last if longer else _UNSEALED
    return [max(0, min(right, line - name)) for name in names], _UNSEALED if longer else last - date
