"""Findings as the clerk reads them: grouped by place, in colour where the terminal has it."""

from __future__ import annotations

import os
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from drafter.checks.runner import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from drafter.checks import Finding
    from drafter.checks.rules import Level

_COLOURS: dict[Level, str] = {"错误": "31", "警告": "33", "提示": "36"}


def print_findings(file: Path, findings: Sequence[Finding], wanted: Iterable[Finding], waived: int = 0) -> None:
    """Print how many findings there are and, by place, those that are wanted."""
    counts = "、".join(
        f"{level}{number}" for level in ORDER if (number := sum(finding.level == level for finding in findings))
    )
    print(f"{file}：{counts or '没有发现问题'}{f'（按豁免略去{waived}条）' if waived else ''}")
    colour = _coloured()
    for place, group in groupby(sorted(wanted, key=_order), key=_place):
        print(_painted(place, "1", colour=colour) if place else "全文")
        for finding in group:
            level = _painted(finding.level, _COLOURS[finding.level], colour=colour)
            words = f"“{finding.words}”：" if finding.words else ""
            print(f"  {level} [{finding.code}] {words}{finding.message}（{finding.source}）")


def _order(finding: Finding) -> tuple[int, int, str, int, int]:
    return (finding.line, finding.paragraph, finding.key, finding.start, ORDER.index(finding.level))


def _place(finding: Finding) -> str:
    line = f"第{finding.line}行" if finding.line else ""
    paragraph = f"第{finding.paragraph}段" if finding.paragraph and not finding.key else ""
    return " ".join(part for part in (paragraph, line, finding.key) if part)


def _coloured() -> bool:
    return (
        sys.stdout is not None
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
