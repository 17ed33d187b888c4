"""Texts without a fault, of all kinds of organs: no rule finds an error or a warning in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from drafter.checks.text import check_text, subject_of_lines
from drafter.readers.text import read_lines

TEXTS: list[str] = YAML(typ="safe").load(Path(__file__).parent / "data" / "rules" / "clean" / "texts.yaml")


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_clean_text_is_left_alone(text: str, form: str, tmp_path: Path) -> None:
    """Reports of every kind of organ, parts of them, single paragraphs, a table."""
    path = tmp_path / f"报告.{form}"
    path.write_text(text.replace("\n", "\n\n").replace("|\n\n|", "|\n|") if form == "md" else text, encoding="utf-8")
    found = check_text(subject_of_lines(read_lines(path), today=dt.date(2026, 11, 1)))
    assert [str(finding) for finding in found if finding.level != "提示"] == []
