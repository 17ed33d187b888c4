"""The rules on texts, each with its case file (层次-01: ``data/rules/layers-01.yaml``): what it must find and must not.

A case is a text, one paragraph per line, or ``{文: …, 年度: 2024, 今天: 2025-01-20, 位置: 原文里的词}``; 位置 is what
the finding must point at.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from drafter.checks import RULES
from drafter.checks.text import Line, check_text, subject_of_lines

if TYPE_CHECKING:
    from drafter.checks import Finding
    from drafter.checks.text import TextSubject

CASES = Path(__file__).resolve().parent / "data" / "rules"
GROUPS = {
    "提纲": "outline",
    "层次": "layers",
    "标点": "marks",
    "数字": "digits",
    "用字": "characters",
    "文种": "genre",
    "公开": "release",
    "数值": "figures",
    "年份": "years",
    "名称": "names",
    "用语": "phrases",
}
CODES = sorted(rule.code for rule in RULES.values() if rule.scope == "text")


def file_of(code: str) -> Path:
    """Return the case file of a rule."""
    group, number = code.split("-")
    return CASES / f"{GROUPS[group]}-{number}.yaml"


@cache
def cases(code: str) -> dict[str, list[Any]]:
    """Return the cases of a rule."""
    return YAML(typ="safe").load(file_of(code))


def subject_of(case: Any) -> TextSubject:
    """Return the subject that a case stands for."""
    about = {"文": case} if isinstance(case, str) else case
    today = about.get("今天")
    return subject_of_lines(
        [Line(text) for text in about["文"].splitlines()],
        today=dt.date.fromisoformat(str(today)) if today else None,
        year=about.get("年度"),
        organ=about.get("单位", ""),
    )


def found(code: str, case: Any) -> list[Finding]:
    """Return what one rule finds in a case."""
    return [finding for finding in check_text(subject_of(case)) if finding.code == code]


def listed(kind: str) -> list[Any]:
    """Return all cases of a kind, with their rule."""
    return [
        pytest.param(code, case, id=f"{code}:{at}")
        for code in CODES
        if file_of(code).exists()
        for at, case in enumerate(cases(code)[kind])
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_cases(code: str) -> None:
    """At least one text that the rule finds and one that it leaves alone; no file without a rule."""
    assert cases(code)["wrong"]
    assert cases(code)["right"]


def test_every_case_file_has_a_rule() -> None:
    """A case file is named after a rule that is there."""
    assert set(CASES.glob("*.yaml")) <= {file_of(code) for code in CODES}


@pytest.mark.parametrize(("code", "case"), listed("wrong"))
def test_wrong_is_found(code: str, case: Any) -> None:
    """The rule finds the text, says where, and what to write instead."""
    findings = found(code, case)
    assert findings
    assert all(finding.message for finding in findings)
    if isinstance(case, dict) and "位置" in case:
        assert any(case["位置"] in finding.words for finding in findings), [finding.words for finding in findings]


@pytest.mark.parametrize(("code", "case"), listed("right"))
def test_right_is_left_alone(code: str, case: Any) -> None:
    """The rule finds nothing."""
    assert [str(finding) for finding in found(code, case)] == []
