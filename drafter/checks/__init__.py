"""Checks: read the model and the document, report findings, change nothing.

A rule is one function in one of the modules of this package, registered with its page (``drafter explain 数据-01``).
"""

from drafter.checks import (
    gaps,
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
from drafter.checks.runner import Finding, check, run

__all__ = ["RULES", "Finding", "Rule", "check", "run"]
_MODULES = (
    *(outline, gaps, numbers, stated, years, names),
    *(layout_page, layout_text, layout_title, layout_body, layout_end, layout_attachment, layout_number),
    *(layout_furniture, layout_imprint, layout_pages, layout_parts),
    text,
)
