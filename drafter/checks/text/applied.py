"""Apply the rules on texts to a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.runner import run
from drafter.checks.text import (
    citations,
    clauses,
    dates,
    days,
    digits,
    figures_growth,
    figures_rates,
    figures_same,
    figures_sums,
    figures_words,
    genre,
    instruments,
    labels,
    layers,
    marks,
    meetings,
    organs,
    pairs,
    parts,
    personal,
    phrases,
    release,
    slips,
    wording,
    years_named,
)
from drafter.report import Places

if TYPE_CHECKING:
    from drafter.checks.runner import Finding
    from drafter.checks.text.subject import TextSubject

_MODULES = (
    *(parts, layers, labels),
    *(marks, pairs, clauses, digits, days, wording),
    *(figures_sums, figures_rates, figures_growth, figures_words, figures_same),
    *(years_named, dates, slips),
    *(organs, instruments, citations, meetings, phrases),
    *(genre, personal, release),
)
"""The modules whose rules read texts: naming them here registers their rules."""
_GENERAL = "用字-01"
"""The register of wrong words gives way to a rule that knows more about the same place."""


def check_text(subject: TextSubject, file: str = "") -> list[Finding]:
    """Return what the rules on texts find: gravest first, then in the order of the text."""
    found = run("text", subject, subject.report.places if subject.report else Places(file))
    known = [finding for finding in found if finding.code != _GENERAL and finding.end > finding.start]
    return [
        finding for finding in found if finding.code != _GENERAL or not any(_meet(finding, other) for other in known)
    ]


def _meet(one: Finding, other: Finding) -> bool:
    """Tell whether two findings are about the same few words; those on marks and blanks say something else."""
    same = one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
    return (
        same and other.end - other.start < 40 and not other.code.startswith(("标点", "层次", "提纲", "数值", "数字-01"))
    )
