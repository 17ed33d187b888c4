"""Ten reports as a hurried clerk writes them: every mistake that was put into them is found, and nothing else.

``data/sloppy/expected.yaml`` lists for each text some words of the paragraph and the rule that finds the mistake there.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from drafter.checks.text import check_text, subject_of_lines
from drafter.readers.text import read_lines

FOLDER = Path(__file__).resolve().parent / "data" / "sloppy"
EXPECTED: dict[str, list[tuple[str, str]]] = YAML(typ="safe").load(FOLDER / "expected.yaml")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sloppy_report(name: str) -> None:
    """Each listed mistake is found where it stands; every error and warning is one of those that are listed."""
    subject = subject_of_lines(read_lines(FOLDER / f"{name}.txt"), today=dt.date(2026, 11, 1))
    texts = {paragraph.number: paragraph.text for paragraph in subject.paragraphs} | {0: ""}
    found = check_text(subject)
    missed = [
        (words, code)
        for words, code in EXPECTED[name]
        if not any(f.code == code and words in texts[f.paragraph] for f in found)
    ]
    assert missed == []
    listed = {code for _, code in EXPECTED[name]}
    assert [str(f) for f in found if f.level != "提示" and f.code not in listed] == []


def test_the_texts_are_full_of_mistakes() -> None:
    """At least fifteen different places a text."""
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(EXPECTED)
    assert min(len(rows) for rows in EXPECTED.values()) >= 15
