"""Runs the rules and gives each finding its code, level, place and source."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from drafter.checks.rules import RULES, Subject
from drafter.report import Places, spelled
from drafter.report.ledger import Ledger

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from drafter.blocks import Document
    from drafter.checks.rules import Hit, Level, Rule, Scope
    from drafter.report import Report

ORDER: tuple[Level, ...] = ("错误", "警告", "提示")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what, where, what to write instead, and the source of the rule.

    In a data file ``line`` and ``key`` say where; in a text ``paragraph`` (from 1) and the ``words`` around the place,
    which reaches from ``start`` to ``end`` of the paragraph.
    All of them are empty where the finding concerns the report as a whole.
    """

    code: str
    level: Level
    message: str
    file: str
    line: int
    key: str
    source: str
    authority: str
    paragraph: int = 0
    words: str = ""
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        places = [
            f"第{self.line}行" if self.line else "",
            self.key,
            f"第{self.paragraph}段" if self.paragraph else "",
            f"“{self.words}”" if self.words else "",
        ]
        place = " ".join(filter(None, places))
        return f"{self.level} [{self.code}] {place}{'：' if place else ''}{self.message}（{self.source}）"

    def as_dict(self) -> dict[str, Any]:
        """Return the finding as plain data, for JSON."""
        return asdict(self)


def check_report(report: Report, document: Document, today: dt.date | None = None) -> list[Finding]:
    """Return what the rules on data files find in a report and its document: gravest first, then by line.

    ``today`` makes rules about deadlines and future dates speak; without it they are silent.
    """
    return run("report", Subject(report, document, Ledger(report), today), report.places)


def run(scope: Scope, subject: object, places: Places) -> list[Finding]:
    """Return what the rules of one scope find in a subject: gravest first, then by place."""
    rules = [rule for rule in RULES.values() if rule.scope == scope]
    return in_order(finding_of(rule, hit, places) for rule in rules for hit in rule.function(subject))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings gravest first, then by place."""
    return sorted(findings, key=lambda finding: (ORDER.index(finding.level), finding.line, finding.paragraph))


def finding_of(rule: Rule, hit: Hit, places: Places) -> Finding:
    """Return what a rule has found, with the rule's code, level and source and the place in the data file."""
    return Finding(
        rule.code,
        hit.level or rule.level,
        hit.message,
        places.file,
        hit.line or places.line(hit.path),
        hit.key or spelled(hit.path),
        rule.source,
        rule.authority,
        hit.paragraph,
        hit.words,
        hit.start,
        hit.end,
    )
