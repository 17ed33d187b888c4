"""The fixed phrases of a report year, from a file that the office may change (``templates/phrases.yaml``)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from drafter.errors import DrafterError
from drafter.resources import text

if TYPE_CHECKING:
    from drafter.report import Report

_FILE = "templates/phrases.yaml"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its source and its certainty: V seen, P inferred, M not verified."""

    text: str
    source: str
    certainty: str


@cache
def _table() -> dict[int, dict[str, Any]]:
    try:
        table = YAML(typ="safe", pure=True).load(text(_FILE))
    except YAMLError as error:
        raise DrafterError(f"{_FILE} 读不懂（{type(error).__name__}）。请对照程序自带的文件改正。") from None
    return dict(table or {})


def _day_of(report: Report) -> dt.date:
    """Return the day that decides which plenums are over: 成文日期, or 1 February of the next year while it is open."""
    date = report.submission.date
    return date.last if date is not None and hasattr(date, "last") else dt.date(report.year + 1, 2, 1)


def phrase(report: Report, name: str) -> Phrase | None:
    """Return the phrase of a report's year (会议精神, 法治思想, 纲要), or None where the file has none that fits."""
    day = _day_of(report)
    entry = _table().get(report.year, {}).get(name)
    for candidate in entry if isinstance(entry, list) else [entry] if entry else []:
        if candidate.get("成文不早于", dt.date.min) <= day <= candidate.get("成文不晚于", dt.date.max):
            return Phrase(candidate["写法"], candidate["出处"], candidate["可信度"])
    return None
