"""One year throughout: a draft is clean, and one year that is left over in it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.checks.text import Line, TextSubject, check_text, dates, subject_of_lines, years_named
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


@pytest.mark.parametrize(
    ("signed", "published", "late"),
    [
        ("2025年1月16日", "2025-02-19", False),
        ("2025年1月16日", "2025-02-20", True),
        ("2026年2月10日", "2026-03-16", False),
        ("2026年2月10日", "2026-03-17", True),
        ("2020年1月16日", "2020-02-27", False),
        ("2020年1月16日", "2020-02-28", True),
    ],
)
def test_twenty_working_days_over_the_spring_festival(signed: str, published: str, late: bool) -> None:
    """Public holidays and worked Saturdays count as they were; ten days more in a year whose holidays are unknown."""
    year = int(signed[:4]) - 1
    lines = [
        f"发布时间：{published}",
        f"白石镇{year}年法治政府建设年度报告",
        f"一、{year}年推进法治政府建设的主要举措和成效",
        "白石镇人民政府",
        signed,
    ]
    assert any("20个工作日" in f.message for f in check_text(subject(lines))) == late


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
