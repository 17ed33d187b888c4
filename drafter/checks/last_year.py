"""数据: this year's numbers against those of last year, where the data file gives 上年数据."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rules import Hit, rule
from drafter.facts import Number
from drafter.outline import FACTS
from drafter.report.ledger import last_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from drafter.checks.rules import Subject

_CARRIED = {"公开申请上年结转件数": "公开申请结转下年件数", "复议上年结转件数": "复议未结件数"}
"""What came in from last year, and what last year's report left open."""
_TIMES = 10
_LEAST = 10
"""Numbers below this grow tenfold without anybody's mistake."""


def _told(subject: Subject, name: str) -> Decimal | None:
    return last_year(subject.report, FACTS[name].matter, name)


@rule(
    "数据-05",
    "警告",
    finds="上年结转的件数，与上年数据里没有办完的件数不同",
    why="上年报告说结转几件，本年就从几件开始；不同的，两份报告总有一份要改。",
    wrong="上年数据：复议未结件数: 3；本年：复议上年结转件数: 2",
    right="复议上年结转件数: 3",
    source="《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；行政复议案件统计",
    authority="政策",
)
def carried(subject: Subject) -> Iterator[Hit]:
    """What comes in is what last year left open, where both are exactly known."""
    for name, left in _CARRIED.items():
        now, before = subject.ledger.number(name), _told(subject, left)
        if now is not None and before is not None and now != before:
            message = f"{name}填{now:f}，上年数据的{left}是{before:f}。请核对"
            yield Hit(message, subject.ledger.entries[name].path)


@rule(
    "数据-06",
    "提示",
    finds="与上年相差十倍以上的数",
    why="多半是多打、少打了一个0，或者两年的口径不同。",
    wrong="上年数据：调解受理件数: 601；本年：调解受理件数: 6260",
    right="调解受理件数: 626",
    source="实务",
    authority="实务",
)
def tenfold(subject: Subject) -> Iterator[Hit]:
    """A count that is ten times last year's, or a tenth of it."""
    for name in FACTS:
        entry, before = subject.ledger.entries[name], _told(subject, name)
        now = subject.ledger.number(name)
        if now is None or before is None or not isinstance(entry.value, Number):
            continue
        small, large = sorted((now, before))
        if large >= _LEAST and small > 0 and large >= small * _TIMES:
            yield Hit(f"{name}本年{now:f}，上年{before:f}，相差{_TIMES}倍以上。请核对", entry.path)
