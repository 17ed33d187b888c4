"""豁免: findings that somebody has looked at and lets stand, each with a reason.

In a data file they stand under 公开.豁免; for other files in a ``drafter.yaml`` beside them. ``rule`` is a code or a
group of codes (“标点”); ``place`` is empty for the whole file, or a heading, a key of the data file, “第12段”, or words
of the place itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.checks.runner import Finding
    from drafter.checks.text.subject import Section, TextSubject


@dataclass(frozen=True, slots=True)
class Waiver:
    """One entry of 豁免."""

    rule: str
    place: str = ""
    reason: str = ""

    def covers(self, finding: Finding, headings: Iterable[str] = ()) -> bool:
        """Tell whether it lets a finding stand."""
        if finding.code != self.rule and finding.code.partition("-")[0] != self.rule:
            return False
        place = re.sub(r"\s", "", self.place)
        if not place:
            return True
        paragraph = re.fullmatch(r"第(\d+)段", place)
        if paragraph:
            return int(paragraph[1]) == finding.paragraph
        key = finding.key
        shown = re.sub(r"\s", "", finding.words)
        return key == place or key.startswith(place + ".") or place in shown or any(place in each for each in headings)


def waived(findings: Iterable[Finding], waivers: Iterable[Waiver], subject: TextSubject | None = None) -> list[Finding]:
    """Return the findings that no waiver covers."""
    entries = list(waivers)
    headings = _headings(subject.whole) if subject and entries else {}
    return [
        finding
        for finding in findings
        if not any(entry.covers(finding, headings.get(finding.paragraph, ())) for entry in entries)
    ]


def _headings(section: Section, above: tuple[str, ...] = ()) -> dict[int, tuple[str, ...]]:
    """Return for each paragraph the headings that it stands under, labels included."""
    own = (*above, section.head.label + section.heading) if section.level else above
    result = {paragraph.number: own for paragraph in section.paragraphs}
    for child in section.children:
        result |= _headings(child, own)
    return result
