"""Checks: read the model and the document, report findings, change nothing.

A rule is one function in one of the modules of this package, registered with its page (``drafter explain 数据-01``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks import (
    gaps,
    last_year,
    layout_attachment,
    layout_body,
    layout_end,
    layout_furniture,
    layout_imprint,
    layout_number,
    layout_page,
    layout_pages,
    layout_parts,
    layout_text,
    layout_title,
    names,
    numbers,
    outline,
    stated,
    text,
    years,
)
from drafter.checks.rules import RULES, Rule
from drafter.checks.runner import Finding, check_report, in_order, run
from drafter.checks.text import check_text, subject_of_document

if TYPE_CHECKING:
    import datetime as dt

    from drafter.blocks import Document
    from drafter.report import Report

__all__ = ["RULES", "Finding", "Rule", "check", "run"]
_MODULES = (
    *(outline, gaps, numbers, last_year, stated, years, names),
    *(layout_page, layout_text, layout_title, layout_body, layout_end, layout_attachment, layout_number),
    *(layout_furniture, layout_imprint, layout_pages, layout_parts),
    text,
)


def check(report: Report, document: Document, today: dt.date | None = None) -> list[Finding]:
    """Return what is found in a report, in its numbers and in its text: gravest first, then by line.

    ``today`` makes rules about deadlines and future dates speak; without it they are silent.
    """
    return in_order(check_report(report, document, today) + check_text(subject_of_document(report, document, today)))
