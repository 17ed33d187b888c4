"""Runs the rules and gives each finding its code, level, place and source."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from drafter.checks.rules import RULES, Subject
from drafter.report import spelled
from drafter.report.ledger import Ledger

if TYPE_CHECKING:
    import datetime as dt

    from drafter.blocks import Document
    from drafter.checks.rules import Hit, Level, Rule
    from drafter.report import Report

ORDER: tuple[Level, ...] = ("错误", "警告", "提示")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what, where, what to write instead, and the source of the rule.

    ``line`` is 0 and ``key`` empty where the finding concerns the report as a whole.
    """

    code: str
    level: Level
    message: str
    file: str
    line: int
    key: str
    source: str
    authority: str

    def __str__(self) -> str:
        place = f"第{self.line}行 {self.key}：" if self.line else f"{self.key}：" if self.key else ""
        return f"{self.level} [{self.code}] {place}{self.message}（{self.source}）"

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain data, for JSON."""
        return asdict(self)


def check(report: Report, document: Document, today: dt.date | None = None) -> list[Finding]:
    """Return what all rules find in a report and its document: gravest first, then by line.

    ``today`` makes rules about deadlines and future dates speak; without it they are silent.
    """
    subject = Subject(report, document, Ledger(report), today)
    found = [_finding(rule, hit, report) for rule in RULES.values() for hit in rule.function(subject)]
    return sorted(found, key=lambda finding: (ORDER.index(finding.level), finding.line))


def _finding(rule: Rule, hit: Hit, report: Report) -> Finding:
    places = report.places
    line = places.line(hit.path)
    level = hit.level or rule.level
    return Finding(rule.code, level, hit.message, places.file, line, spelled(hit.path), rule.source, rule.authority)
