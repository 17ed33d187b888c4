"""One year throughout: a draft is clean, and one year that is left over in it is found."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafter.checks.text import Line, TextSubject, check_text, dates, subject_of_lines, years_named
from drafter.checks.text.dates import working_days_after
from drafter.store import load
from drafter.wording import compose
from drafter.writers import WRITERS

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.yaml"))
CODES = ("年份", "数值", "名称", "用语")
MODULES = (dates, years_named)


def lines_of(path: Path) -> list[str]:
    """Return the text that an example makes, as lines of somebody else's report."""
    text = WRITERS["md"](compose(load(path).report)).decode("utf-8")
    return [line.strip("#* ").replace("**", "").replace("\\", "") for line in text.splitlines() if line.strip()]


def subject(lines: list[str]) -> TextSubject:
    """Return the subject of some lines."""
    return subject_of_lines([Line(line) for line in lines])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_our_own_drafts_are_clean(path: Path) -> None:
    """Numbers, years and names of a composed report: no error, no warning, also without its data file."""
    findings = check_text(subject(lines_of(path)))
    assert [str(f) for f in findings if f.code.startswith(CODES) and f.level != "提示"] == []


def first_heading(path: Path) -> int | None:
    """Return the place of the first heading, if it names the year."""
    lines = lines_of(path)
    return next(
        (n for n, line in enumerate(lines) if line.startswith("一、") and "年" in line and "20" in line[:12]), None
    )


@pytest.mark.parametrize("path", [path for path in EXAMPLES if first_heading(path) is not None], ids=lambda p: p.stem)
def test_a_heading_of_last_year_is_found(path: Path) -> None:
    """The year of one heading is changed: it is the only place that is reported."""
    lines, at = lines_of(path), first_heading(path)
    assert at is not None
    year = next(int(lines[at][n : n + 4]) for n in range(8) if lines[at][n : n + 4].isdigit())
    lines[at] = lines[at].replace(str(year), str(year - 1), 1)
    findings = [f for f in check_text(subject(lines)) if f.code == "年份-01"]
    assert [str(year - 1) in f.words for f in findings] == [True]


def test_working_days() -> None:
    """Saturdays and Sundays do not count."""
    assert working_days_after(dt.date(2025, 2, 21), 1) == dt.date(2025, 2, 24)
    assert working_days_after(dt.date(2025, 2, 24), 20) == dt.date(2025, 3, 24)


def test_deadlines_are_hints() -> None:
    """A deadline that has passed is never more than 提示."""
    lines = [
        "白石镇2024年法治政府建设年度报告",
        "一、2024年推进法治政府建设的主要举措和成效",
        "白石镇人民政府",
        "2025年5月6日",
    ]
    findings = [f for f in check_text(subject(lines)) if f.code == "年份-07"]
    assert [f.level for f in findings] == ["提示"]
