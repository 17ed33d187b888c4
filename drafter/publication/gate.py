"""The gate: what keeps a report from being published, what has been waived with a reason, what is merely shown.

错误, gaps and marks refuse; so do warnings of the group 公开 (personal data, marks of internal papers) and a
成文日期 in the future, which are less grave while a report is being drafted. The rest is shown. Source of the
procedure: 《保守国家秘密法实施条例》第四十二条 (先审查、后公开，逐项).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.blocks import Span
from drafter.checks.runner import check_report, finding_of, in_order
from drafter.checks.text import Paragraph, Section, TextSubject, check_text, subject_of_document
from drafter.checks.text.normal import normalise
from drafter.checks.text.waivers import Waiver, waived
from drafter.publication.rules import RULES, SECRECY
from drafter.store.render import inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks import Finding
    from drafter.publication.draft import Draft

_GAPS, _FUTURE, _BROKEN_MARK = "缺项-01", "年度-03", "公开稿-05"
_PUBLIC = "公开"
_MARKED = "公开-07"
"""The rule of the checks on 密级 marks; as an error it cannot be waived either."""
_NO_REASON = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says.

    ``waived`` are findings with the waiver that lets each stand; ``idle`` waivers fit nothing.
    """

    refused: tuple[Finding, ...]
    shown: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    idle: tuple[Waiver, ...] = ()

    @property
    def secret(self) -> bool:
        """Whether a 密级 mark was found."""
        return any(finding.code == SECRECY for finding in self.refused)


def waivable(finding: Finding) -> bool:
    """Tell whether a finding may be waived: not a 密级 mark, not a gap, not a mark that may hide internal words."""
    return finding.code not in {SECRECY, _GAPS, _BROKEN_MARK}


def examined(draft: Draft) -> Verdict:
    """Return what the gate says of a report."""
    subject = subject_of_document(draft.report, draft.document, draft.today)
    found = in_order(map(_in_public, _found(draft, subject)))
    secret = _once(finding for finding in found if finding.code == SECRECY)
    if secret:
        return Verdict(tuple(secret), ())
    fixed = [finding for finding in found if not waivable(finding)]
    found = [finding for finding in found if waivable(finding)]
    entries = [Waiver(w.rule, w.place, w.reason) for w in draft.report.publication.waivers]
    let: list[tuple[Finding, Waiver]] = []
    idle = []
    for entry in entries:
        left = found if _NO_REASON.fullmatch(entry.reason) else waived(found, [entry], subject)
        covered = [finding for finding in found if finding not in left]
        let += [(finding, entry) for finding in covered]
        found = left
        if not covered:
            idle.append(entry)
    refused = (*fixed, *(finding for finding in found if finding.level == "错误"))
    return Verdict(refused, tuple(f for f in found if f.level != "错误"), tuple(let), tuple(idle))


def _found(draft: Draft, subject: TextSubject) -> Iterator[Finding]:
    """Yield what all rules find: on the numbers in the full draft, on the text in the public one."""
    yield from (f for f in check_report(draft.report, draft.full, draft.today) if f.code != _GAPS)
    yield from (f for f in check_report(draft.report, draft.document, draft.today) if f.code == _GAPS)
    yield from check_text(subject)
    yield from _in_metadata(draft)
    for rule in RULES.values():
        yield from (finding_of(rule, hit, draft.report.places) for hit in rule.function(draft))


def _in_metadata(draft: Draft) -> list[Finding]:
    """Return what the rules of the group 公开 find in the metadata and in the name of the files."""
    places = draft.report.places
    fields = {entry.value: entry.key for entry in draft.metadata if entry.label != "标题"}
    for name, value in draft.tags:
        if name != "ArticleTitle":
            fields.setdefault(value, f"公开.网站（{name}）")
    fields.setdefault(draft.name, "公开.文件名")
    paragraphs = []
    for number, (value, key) in enumerate(fields.items(), start=1):
        spans = (Span(value, "prose", places.file, places.line(tuple(key.split("."))), key),)
        paragraphs.append(Paragraph(number, value, *normalise(value), spans=spans))
    subject = TextSubject(tuple(paragraphs), Section(tuple(paragraphs)), draft.report.year)
    found = (f for f in check_text(subject, places.file) if f.code.partition("-")[0] == _PUBLIC)
    return [replace(finding, paragraph=0) for finding in found]


def _in_public(finding: Finding) -> Finding:
    """Return a finding at the level that it has where something is published."""
    group = finding.code.partition("-")[0]
    if finding.code == _MARKED and finding.level == "错误":
        return replace(
            finding,
            code=SECRECY,
            message="这里带有密级标志。请停止在本机处理，按保密规定办理",
            words="",
            start=0,
            end=0,
        )
    if finding.code in {_GAPS, _FUTURE} or (group == _PUBLIC and finding.level == "警告"):
        return replace(finding, level="错误")
    return finding


def _once(findings: Iterable[Finding]) -> list[Finding]:
    return list({(finding.line, finding.key): finding for finding in findings}.values())


def waiver_lines(finding: Finding) -> list[str]:
    """Return the lines to add to the data file, if a finding is to stand."""
    place = finding.key or re.sub(r"\s", "", finding.words) or (f"第{finding.paragraph}段" if finding.paragraph else "")
    return [
        "公开:",
        "  豁免:",
        f"    - 规则: {finding.code}",
        *([f"      位置: {inline(place)}"] if place else []),
        "      理由: ……",
    ]
