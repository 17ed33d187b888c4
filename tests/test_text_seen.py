"""Every mistake that has been seen in real reports is found, in a whole report, whatever kind of file it is.

``data/rules/seen/rows.yaml`` has one entry per mistake; ``base.txt`` is the report without one.
``unseen.yaml`` lists those that a program cannot see, each with the reason.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from ruamel.yaml import YAML

from drafter.checks.text import Line, check_text, subject_of_lines
from drafter.readers.text import read_lines

if TYPE_CHECKING:
    from drafter.checks import Finding

FOLDER = Path(__file__).resolve().parent / "data" / "rules" / "seen"
ROWS: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / "rows.yaml")
UNSEEN: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / "unseen.yaml")
LEVELS: list[dict[str, Any]] = YAML(typ="safe").load(FOLDER / "levels.yaml")
FORMS = ("txt", "md", "docx")

each = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["号"])


def text_of(row: dict[str, Any]) -> str:
    """Return the report of a row: the base with its mistake, and with its year."""
    text = (FOLDER / "base.txt").read_text(encoding="utf-8")
    for old, new in row.get("改", {}).items():
        assert text.count(old) >= 1, f"{row['号']}: {old}"
        text = text.replace(old, new, 1)
    year = row.get("年度", 2024)
    return text.replace("<年>", str(year)).replace("<次年>", str(year + 1))


def findings(text: str, folder: Path, form: str = "txt") -> list[Finding]:
    """Return what is found in a text that is written to a file of some kind and read back."""
    path = folder / f"报告.{form}"
    if form == "docx":
        document = docx.Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(str(path))
    else:
        path.write_text(text.replace("\n", "\n\n") if form == "md" else text, encoding="utf-8")
    return check_text(subject_of_lines(read_lines(path), today=dt.date(2026, 11, 1)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2023, 2024, 2025])
def test_the_report_itself_is_clean(year: int, form: str, tmp_path: Path) -> None:
    """Without a mistake nothing is found in it, not even a hint, in a report on any year."""
    assert [str(finding) for finding in findings(text_of({"年度": year}), tmp_path, form)] == []


@pytest.mark.parametrize("form", FORMS)
@each
def test_what_was_seen_is_found(row: dict[str, Any], form: str, tmp_path: Path) -> None:
    """By its rule, at its level and its place; no other rule blames the report."""
    found = findings(text_of(row), tmp_path, form)
    code, level = row["查出"]
    ours = [finding for finding in found if (finding.code, finding.level) == (code, level)]
    assert any(str(row.get("位置", "")) in finding.words for finding in ours), [str(finding) for finding in found]
    others = {finding.code for finding in found if finding.level != "提示"} - {code, *row.get("也", ())}
    assert others == set(), [str(finding) for finding in found]


def test_every_row_is_listed() -> None:
    """Rows have names of their own, and what cannot be seen says why."""
    names = [row["号"] for row in (*ROWS, *UNSEEN)]
    assert len(names) == len(set(names))
    assert all(row["原因"] for row in UNSEEN)


@pytest.mark.parametrize("case", LEVELS, ids=[f"{case['规则']}-{at}" for at, case in enumerate(LEVELS)])
def test_levels_are_fixed(case: dict[str, Any]) -> None:
    """What the regulation and the standards leave open is a hint, what they recommend a warning, the rest an error."""
    day = dt.date.fromisoformat(str(case.get("今天", "2026-11-01")))
    lines = [Line(line) for line in text_of({"号": case["规则"], "改": case["改"]}).splitlines()]
    found = check_text(subject_of_lines(lines, today=day))
    assert [finding.level for finding in found if finding.code == case["规则"]] == case["级别"]
