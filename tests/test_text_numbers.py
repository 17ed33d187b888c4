"""Numbers in a text: sums, rates and balances; whatever is right is left alone."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.text import (
    Line,
    check_text,
    figures_rates,
    figures_same,
    figures_sums,
    figures_words,
    subject_of_lines,
)
from drafter.checks.text.counts import counts, fits, masked, without_brackets

if TYPE_CHECKING:
    from drafter.checks import Finding

MODULES = (figures_sums, figures_rates, figures_words, figures_same)


def found(text: str) -> list[Finding]:
    """Return what the rules on numbers find in a text of the achievements."""
    lines = [Line("一、2024年推进法治政府建设的主要举措和成效"), *map(Line, text.splitlines())]
    return [finding for finding in check_text(subject_of_lines(lines, year=2024)) if finding.code.startswith("数值")]


@given(st.lists(st.integers(1, 5000), min_size=2, max_size=5), st.integers(-40, 40))
def test_a_sum_is_judged_by_adding_up(parts: list[int], off: int) -> None:
    """A total with a rest among its parts: silent where they add up, an error or a warning where they do not."""
    whole = max(sum(parts) + off, *parts)
    listed = "、".join(f"类别{'甲乙丙丁戊'[at]}{part}件" for at, part in enumerate(parts[:-1]))
    text = f"全年审查文件{whole}件，其中{listed}、其他{parts[-1]}件。"
    assert bool(found(text)) == (whole != sum(parts))


@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(0, 3))
def test_a_rounded_rate_is_right(part: int, more: int, places: int) -> None:
    """The rounding of a quotient at any precision is accepted, one step beside it is not."""
    whole = part + more
    step = Decimal(1).scaleb(-places)
    rate = (Decimal(part) * 100 / whole).quantize(step, ROUND_HALF_UP)
    assert found(f"全年受理纠纷{whole}件，调解成功{part}件，调解成功率{rate}%。") == []
    wrong = rate + 2 * step
    if wrong <= 100:
        assert {f.code for f in found(f"全年受理纠纷{whole}件，调解成功{part}件，调解成功率{wrong}%。")} == {"数值-04"}


@given(st.integers(100, 5000), st.integers(1, 90))
def test_a_reduction_is_right(before: int, share: int) -> None:
    """（前－后）÷前 at one decimal."""
    after = before - before * share // 100
    rate = (Decimal(before - after) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert found(f"从{before}项削减至{after}项，精简率达{rate}%。") == []


def test_counts_know_their_clause() -> None:
    """A count is read with its unit, its words and whether it is exact; names and codes are no counts."""
    text = masked("全年受理12345热线工单1,022件（含“三合一”3件），约541人次，印发《2024年12件实事》，用时6.5天")
    read = [(str(c.value), c.unit, c.exact) for c in counts(text)]
    assert read == [("1022", "件", True), ("3", "件", True), ("541", "人次", False), ("6.5", "天", True)]
    assert counts(text)[0].before == "全年受理12345热线工单"
    assert len(without_brackets(text)) == len(text)


def test_fits_cuts_and_rounds() -> None:
    """99.284… is 99.3, 99.28 and, cut off, 99.2."""
    shown = {value: counts(f"率{value}%")[0] for value in ("99.3", "99.28", "99.2", "99.4", "99")}
    assert [v for v, count in shown.items() if fits(Decimal(831), Decimal(837), count)] == [
        "99.3",
        "99.28",
        "99.2",
        "99",
    ]


def test_places_lead_back_to_the_original() -> None:
    """Half-width marks and blanks do not move a finding."""
    text = "依申请公开件共计 48 件,其中44件已按时办结, 3 件正在办理中。"
    finding = next(f for f in found(text) if f.code == "数值-01")
    assert text[finding.start : finding.end] == "48 件,其中44件已按时办结, 3 件"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_its_page(module: object) -> None:
    """Every module says what it is about."""
    assert (module.__doc__ or "").startswith("数值")
