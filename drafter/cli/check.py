"""``drafter check``: findings on data files."""

from __future__ import annotations

import datetime as dt
import json
import sys
from typing import TYPE_CHECKING, Any

from drafter.checks import Finding
from drafter.checks import check as findings_of
from drafter.checks.runner import ORDER
from drafter.cli.files import data_files
from drafter.errors import DrafterError, InputError
from drafter.store import load
from drafter.wording import compose

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.errors import Fault

_FILE_RULE = "文件-01"


def check(names: list[str], form: str, level: str, today: str | None) -> int:
    """Print the findings on some data files; return 0, 1 (错误 or 警告 found) or 2 (a file could not be checked)."""
    day = _day(today)
    shown: list[dict[str, Any]] = []
    statuses = [0]
    for file in data_files(names):
        try:
            findings = _findings(file, day)
        except InputError as error:
            statuses.append(2)
            shown += [_as_dict(fault) for fault in error.faults]
            print(error, file=sys.stderr)
            continue
        except DrafterError as error:
            statuses.append(2)
            print(error, file=sys.stderr)
            continue
        statuses.append(int(any(finding.level != "提示" for finding in findings)))
        wanted = [finding for finding in findings if ORDER.index(finding.level) <= ORDER.index(level)]
        shown += [finding.as_dict() for finding in wanted]
        if form == "text":
            _print(file, findings, wanted)
    if form == "json":
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    return max(statuses)


def _findings(file: Path, today: dt.date) -> list[Finding]:
    data = load(file)
    for notice in data.notices:
        print(notice, file=sys.stderr)
    return findings_of(data.report, compose(data.report), today)


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.date.today()  # noqa: DTZ011 - the clerk's own day
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise DrafterError(f"“{text}”不是日期。请写成 2025-01-20。") from None


def _as_dict(fault: Fault) -> dict[str, Any]:
    finding = Finding(
        _FILE_RULE, "错误", f"{fault.what}。{fault.remedy}", fault.file, fault.line, fault.key, "数据文件的格式", "实务"
    )
    return finding.as_dict()


def _print(file: Path, findings: list[Finding], wanted: list[Finding]) -> None:
    counts = "、".join(
        f"{level}{number}" for level in ORDER if (number := sum(finding.level == level for finding in findings))
    )
    print(f"{file}：{counts or '没有发现问题'}")
    for finding in wanted:
        print(f"  {finding}")
