"""``drafter check``: findings on data files, and on reports from elsewhere."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.checks import RULES, Finding
from drafter.checks import check as findings_of
from drafter.checks.runner import ORDER
from drafter.checks.text import check_text, subject_of_document, subject_of_lines
from drafter.checks.text.parts import is_whole
from drafter.checks.text.register import beside
from drafter.checks.text.waivers import Waiver, waived
from drafter.cli.build import profile_of
from drafter.cli.files import SUFFIXES, report_files
from drafter.cli.layout import Layout, layout_of, print_table
from drafter.cli.settings import waivers_for
from drafter.cli.shown import print_findings
from drafter.cli.today import day_of
from drafter.errors import DrafterError, InputError
from drafter.readers.text import read_lines
from drafter.report.messages import nearest
from drafter.store import load
from drafter.store.secrecy import secret_line
from drafter.wording import compose
from drafter.writers import write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from drafter.checks.layout import Measured
    from drafter.checks.text import TextSubject
    from drafter.errors import Fault

_FILE_RULE = "文件-01"


def check(  # noqa: PLR0913 - the options of the command
    names: list[str],
    form: str,
    level: str,
    today: str | None,
    excepted: Iterable[str] = (),
    *,
    render: bool = False,
) -> int:
    """Print the findings on some files; return 0, 1 (错误 or 警告 found) or 2 (a file could not be checked).

    ``excepted`` are rules, or groups of rules, that are not applied. Of a Word file the layout is measured too; with
    ``render`` also that of the pages, of a data file as those of the report that it makes.
    """
    day = day_of(today)
    off = [Waiver(rule) for rule in _known_rules(excepted)]
    shown: list[dict[str, Any]] = []
    statuses = [0]
    for file in report_files(names):
        try:
            findings, left_out, measures = _findings(file, day, off, render=render)
        except DrafterError as error:
            statuses.append(2)
            shown += [_as_dict(fault) for fault in error.faults] if isinstance(error, InputError) else []
            print(error, file=sys.stderr)
            continue
        statuses.append(int(any(finding.level != "提示" for finding in findings)))
        wanted = [finding for finding in findings if ORDER.index(finding.level) <= ORDER.index(level)]
        shown += [finding.as_dict() for finding in wanted]
        if form == "text":
            print_findings(file, findings, wanted, left_out)
            if measures:
                print_table(measures)
    if form == "json":
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    return max(statuses)


def _known_rules(excepted: Iterable[str]) -> Iterator[str]:
    """Yield the rules and groups that are not to be applied.

    Raises:
        DrafterError: there is no such rule; the nearest one is suggested.
    """
    known = [*dict.fromkeys(code.partition("-")[0] for code in RULES), *RULES]
    for rule in excepted:
        if rule not in known:
            raise DrafterError(f"没有“{rule}”这条规则、这一组规则。{nearest(rule, known)}")
        yield rule


def _findings(
    file: Path, today: dt.date, off: list[Waiver], *, render: bool
) -> tuple[list[Finding], int, Mapping[str, list[Measured]]]:
    """Return the findings on a file, how many were waived with a reason, and what was measured of its layout."""
    data_file = file.suffix.lower() in SUFFIXES
    found, waivers, subject = _on_data(file, today) if data_file else _on_text(file, today)
    layout = _layout(file, render=render)
    found = found + layout.findings
    found = waived(found, off)
    left = waived(found, waivers, subject)
    return left, len(found) - len(left), layout.measures


def _layout(file: Path, *, render: bool) -> Layout:
    """Return what is said about the layout of a Word file, or of the one that a data file makes."""
    if file.suffix.lower() == ".docx":
        return layout_of(file, str(file), render=render)
    if not render or file.suffix.lower() not in SUFFIXES:
        return Layout([], {})
    report = load(file).report
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as scratch:
        made = Path(scratch) / f"{file.stem}.docx"
        write(compose(report), made, profile_of(report, file))
        return layout_of(made, str(file), render=True)


def _on_data(file: Path, today: dt.date) -> tuple[list[Finding], list[Waiver], TextSubject]:
    data = load(file)
    for notice in data.notices:
        print(notice, file=sys.stderr)
    document = compose(data.report)
    subject = subject_of_document(data.report, document, today)
    entries = [Waiver(item.rule, item.place, item.reason) for item in data.report.publication.waivers]
    return findings_of(data.report, document, today), entries, subject


def _on_text(file: Path, today: dt.date) -> tuple[list[Finding], list[Waiver], TextSubject]:
    lines = read_lines(file)
    if secret_line("\n".join(line.text for line in lines)):
        raise DrafterError(f"{file} 带有密级标志。涉密文件不能在这里处理，程序没有检查，也没有保存任何内容。")
    subject = subject_of_lines(lines, today=today)
    if not is_whole(subject):
        told = "不像一份完整的报告，只检查了文字，没有检查缺不缺部分。请核对是不是这个文件。"
        print(f"{file}：{told}", file=sys.stderr)
    with beside(file):
        return check_text(subject, str(file)), waivers_for(file), subject


def _as_dict(fault: Fault) -> dict[str, Any]:
    finding = Finding(
        _FILE_RULE, "错误", f"{fault.what}。{fault.remedy}", fault.file, fault.line, fault.key, "数据文件的格式", "实务"
    )
    return finding.as_dict()
