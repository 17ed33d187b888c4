"""Apply the rules on texts to a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.runner import run
from drafter.report import Places

if TYPE_CHECKING:
    from drafter.checks.runner import Finding
    from drafter.checks.text.subject import TextSubject

_MODULES = ()
"""The modules whose rules read texts: naming them here registers their rules."""


def check_text(subject: TextSubject, file: str = "") -> list[Finding]:
    """Return what the rules on texts find: gravest first, then in the order of the text."""
    return run("text", subject, subject.report.places if subject.report else Places(file))
