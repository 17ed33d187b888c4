"""Working days and deadlines: when the report is due upward, and when it has to be public.

Upward by 1 March, provinces by 1 April; public by 1 April (《法治政府建设与责任落实督察工作规定》第四章). Also public
within 20 working days of its making (《中华人民共和国政府信息公开条例》第二十六条); the day itself does not count
(《中华人民共和国民法典》第二百零一条). An office may have earlier dates of its own (公开.报送期限, 公开.公开期限).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError
from drafter.outline import Organ
from drafter.report.fields import SignDate
from drafter.resources import text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from drafter.report import Report

HOLIDAYS = "templates/publication/holidays.yaml"
OWN = "节假日.yaml"
WORKING_DAYS = 20
_DAYS = re.compile(r"(\d{1,2})月(\d{1,2})日(?:[—－\-~～至](\d{1,2})月(\d{1,2})日)?")
_RULE = "《法治政府建设与责任落实督察工作规定》第四章"
_OPENNESS = "《政府信息公开条例》第二十六条"


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year that are free, and those that are worked although they fall on a weekend."""

    free: frozenset[dt.date]
    worked: frozenset[dt.date]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something has to be done; ``estimated`` where the public holidays are not known."""

    name: str
    day: dt.date
    basis: str
    estimated: bool = False

    def __str__(self) -> str:
        shown = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        return f"{self.name}：{shown}{'（估算，只扣周末）' if self.estimated else ''}，{self.basis}"


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
    from ruamel.yaml import YAML  # noqa: PLC0415 - only when something is published
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


def deadlines(report: Report, years: Mapping[int, Year]) -> tuple[Deadline, ...]:
    """Return when the report is due upward and when it has to be public."""
    given, following = report.publication, report.year + 1
    month = 4 if report.organization.organ is Organ.PROVINCE else 3
    submit = Deadline("报送期限", dt.date(following, month, 1), _RULE)
    if isinstance(given.submit_by, SignDate):
        submit = Deadline("报送期限", given.submit_by.last, "本单位规定")
    if isinstance(given.publish_by, SignDate):
        return submit, Deadline("公开期限", given.publish_by.last, "本单位规定")
    publish = Deadline("公开期限", dt.date(following, 4, 1), f"{_RULE}")
    date = report.submission.date
    if isinstance(date, SignDate) and date.day is not None:
        day, estimated = after(date.last, WORKING_DAYS, years)
        if day < publish.day:
            publish = Deadline("公开期限", day, f"成文后{WORKING_DAYS}个工作日，{_OPENNESS}", estimated)
    return submit, publish
