"""Deadlines: when the report is due upward, and when it has to be public.

Upward by 1 March, provinces by 1 April; public by 1 April (《法治政府建设与责任落实督察工作规定》第四章). Also public
within 20 working days of its making (《中华人民共和国政府信息公开条例》第二十六条); the day itself does not count
(《中华人民共和国民法典》第二百零一条). An office may have earlier dates of its own (公开.报送期限, 公开.公开期限).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.outline import Organ
from drafter.report.fields import SignDate
from drafter.report.workdays import after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.report import Report
    from drafter.report.workdays import Year

WORKING_DAYS = 20
_RULE = "《法治政府建设与责任落实督察工作规定》第四章"
_OPENNESS = "《政府信息公开条例》第二十六条"


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


def deadlines(report: Report, years: Mapping[int, Year]) -> tuple[Deadline, ...]:
    """Return when the report is due upward and when it has to be public."""
    given, following = report.publication, report.year + 1
    month = 4 if report.organization.organ is Organ.PROVINCE else 3
    submit = Deadline("报送期限", dt.date(following, month, 1), _RULE)
    if isinstance(given.submit_by, SignDate):
        submit = Deadline("报送期限", given.submit_by.last, "本单位规定")
    if isinstance(given.publish_by, SignDate):
        return submit, Deadline("公开期限", given.publish_by.last, "本单位规定")
    publish = Deadline("公开期限", dt.date(following, 4, 1), _RULE)
    date = report.submission.date
    if isinstance(date, SignDate) and date.day is not None:
        day, estimated = after(date.last, WORKING_DAYS, years)
        if day < publish.day:
            publish = Deadline("公开期限", day, f"成文后{WORKING_DAYS}个工作日，{_OPENNESS}", estimated)
    return submit, publish
