"""Working days: the public holidays of each year, and the day that some working days later is.

The table is ``templates/publication/holidays.yaml``; an office may put a ``节假日.yaml`` beside its file.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError
from drafter.resources import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HOLIDAYS = "templates/publication/holidays.yaml"
OWN = "节假日.yaml"
_DAYS = re.compile(r"(\d{1,2})月(\d{1,2})日(?:[—－\-~～至](\d{1,2})月(\d{1,2})日)?")


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year that are free, and those that are worked although they fall on a weekend."""

    free: frozenset[dt.date]
    worked: frozenset[dt.date]
    source: str = ""


def calendar(folder: Path | None = None) -> dict[int, Year]:
    """Return the years of the table; those of a table beside the data file win.

    Raises:
        DrafterError: a table cannot be read.
    """
    result = _years(text(HOLIDAYS), HOLIDAYS)
    own = folder / OWN if folder else None
    if own is not None and own.is_file():
        try:
            result |= _years(own.read_text(encoding="utf-8-sig"), str(own))
        except (OSError, UnicodeDecodeError):
            raise DrafterError(f"{own}：读不出来。请存为 UTF-8 文本。") from None
    return result


def _years(content: str, name: str) -> dict[int, Year]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only when working days are counted
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        read = YAML(typ="safe", pure=True).load(content) or {}
        return {int(year): _year(int(year), entry) for year, entry in read.items()}
    except (YAMLError, AttributeError, TypeError, ValueError):
        raise DrafterError(
            f"{name}：放假的日子读不出来。请照样子写：2025: 下面“放假: [1月1日, 1月28日—2月4日]”。"
        ) from None


def _year(year: int, entry: Mapping[str, Any]) -> Year:
    free, worked = (frozenset(day for item in entry.get(key) or () for day in _days(year, str(item))) for key in _KEYS)
    return Year(free, worked, str(entry.get("依据") or ""))


_KEYS = ("放假", "上班")


def _days(year: int, item: str) -> list[dt.date]:
    match = _DAYS.fullmatch(re.sub(r"\s", "", item))
    if match is None:
        raise ValueError(item)
    first = dt.date(year, int(match[1]), int(match[2]))
    last = dt.date(year, int(match[3]), int(match[4])) if match[3] else first
    if last < first:
        raise ValueError(item)
    return [first + dt.timedelta(days=step) for step in range((last - first).days + 1)]


def after(day: dt.date, count: int, years: Mapping[int, Year]) -> tuple[dt.date, bool]:
    """Return the day some working days after a day, and whether it is only estimated."""
    estimated = False
    while count:
        day += dt.timedelta(days=1)
        known = years.get(day.year)
        estimated = estimated or known is None
        free, worked = (known.free, known.worked) if known else (frozenset(), frozenset())
        count -= day in worked or (day.weekday() < 5 and day not in free)
    return day, estimated
