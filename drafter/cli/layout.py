"""The layout of a Word file: its findings, and the table of all clauses with what was measured."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.checks import RULES, Finding, run
from drafter.checks.layout import Measured, measured
from drafter.cli.columns import padded
from drafter.readers.pages import Rendered
from drafter.readers.recognise import recognise
from drafter.readers.word import read_word
from drafter.report import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 40  # characters of measured values in the table


@dataclass(frozen=True, slots=True)
class Layout:
    """What is said about the layout of one file."""

    findings: list[Finding]
    measures: Mapping[str, list[Measured]]


def layout_of(file: Path, name: str, *, render: bool) -> Layout:
    """Measure a Word file and, with ``render``, the pages that LibreOffice makes of it.

    Raises:
        DrafterError: the file cannot be read, or LibreOffice or pypdfium2 is missing or fails.
    """
    anatomy = recognise(read_word(file))
    places = Places(name)
    findings, measures = run("word", anatomy, places), measured("word", anatomy)
    if render:
        from drafter.rendering.library import needed  # noqa: PLC0415 - only where it is asked for
        from drafter.rendering.office import to_pdf  # noqa: PLC0415 - only where it is asked for
        from drafter.rendering.pdf import measure  # noqa: PLC0415 - only where it is asked for

        needed()  # says so at once where it is missing
        with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as scratch:
            pdf = Path(scratch) / "pages.pdf"
            to_pdf(file, pdf)
            rendered = Rendered(anatomy, measure(pdf))
        findings += run("pages", rendered, places)
        measures |= measured("pages", rendered)
    return Layout(findings, measures)


def print_table(measures: Mapping[str, list[Measured]]) -> None:
    """Print every clause with what was measured: ✓ as it should be, ✗ not, － cannot be told from the file."""
    print("版式逐条（✓ 合格　✗ 不合格　－ 不能从文件判断）")
    absent = []
    for code, found in sorted(measures.items()):
        rule = RULES[code]
        if not found:
            absent.append(rule.name)
            continue
        source = rule.source.removeprefix("GB/T 9704—2012，")
        print(f"  {_mark(found)} {code} {padded(rule.name, 20)}{padded(source, 12)}{_values(found)}")
    if absent:
        print(f"  没有这些要素，不查：{'、'.join(absent)}")


def _mark(found: Iterable[Measured]) -> str:
    verdicts = {one.right for one in found}
    return "✗" if False in verdicts else "✓" if True in verdicts else "－"


def _values(found: Iterable[Measured]) -> str:
    """Return what was measured, wrong values first; of many the most frequent ones."""
    counts = Counter((one.right is not False, one.value) for one in found)
    ordered = sorted(counts, key=lambda key: (key[0], -counts[key]))
    shown = [f"{value}×{counts[(right, value)]}" if counts[(right, value)] > 1 else value for right, value in ordered]
    text = shown[0]
    for at, value in enumerate(shown[1:], start=1):
        if len(text) + len(value) > _LONGEST:
            return f"{text}；等{len(shown) - at + 1}种" if at < len(shown) else text
        text += f"；{value}"
    return text
