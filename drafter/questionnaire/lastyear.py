"""上年数据: what the report of the year before said, shown as a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.questionnaire.answers import given, typed

if TYPE_CHECKING:
    from drafter.outline import Fact, Matter
    from drafter.questionnaire.question import Plain

LAST_YEAR = "上年数据"


def told_last_year(answers: Plain, matter: Matter) -> bool:
    """Whether last year's report told of a 事项."""
    return bool(given(answers, (LAST_YEAR, matter.name)))


def last_value(answers: Plain, fact: Fact) -> str:
    """Return last year's value with its unit and its source, as a hint; nothing where it is not known."""
    value = typed(given(answers, (LAST_YEAR, fact.matter, fact.name)))
    if not value:
        return ""
    source = last_source(answers, fact.matter)
    number = value[-1].isdigit() or value[-1] in "余多"
    return f"上年：{value}{fact.unit if number else ''}" + (f"（{source}）" if source else "")


def last_source(answers: Plain, matter: str) -> str:
    """Return who reported a 事项 last year."""
    return typed(given(answers, (LAST_YEAR, matter, "来源")))
