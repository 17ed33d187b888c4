"""The words that the tables of facts are written in: one line declares one fact or measure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.outline.structure import C, D, Fact, Importance, M, Measure, P, S, T, X

if TYPE_CHECKING:
    from drafter.outline.structure import Kind, Organs, Trend

ALL = frozenset({P, C, X, D, T, S, M})
AREAS = ALL - {D}
"""Organs with an area of their own."""
GOVERNMENTS = frozenset({P, C, X})
UPPER = ALL - {T, S}
CITY_DOWN = AREAS - {P}
COUNTY_DOWN = frozenset({X, T, S})
TOWNS = frozenset({T, S})
LAW_BODIES = frozenset({P, C, X, D})
RULERS = frozenset({P, C, X, M})
LAWMAKERS = frozenset({P, C})
JUSTICE_DEPARTMENTS = ("司法局", "司法厅", "司法部")
"""How the full names of 司法行政部门 end: they alone of the departments decide 行政复议 and give 法律援助.

Sources: 行政复议法, 法律援助法.
"""

CORE: Importance = "核心"
"""Asked by default."""
COMMON: Importance = "常用"
"""Asked when the matter is opened."""
RARE: Importance = "少用"
"""Asked on demand."""


def _fact(  # noqa: PLR0913 - a table row has as many columns
    kind: Kind,
    name: str,
    english: str,
    unit: str,
    question: str,
    organs: Organs,
    importance: Importance,
    source: str,
    *,
    parts: tuple[tuple[str, ...], ...] = (),
    within: str = "",
    at_most: str = "",
    trend: Trend = "",
    brackets: str = "",
    note: str = "",
    verified: bool = True,
) -> Fact:
    """Declare a fact that is asked; see ``structure.Fact`` for the columns."""
    return Fact(
        name, english, kind, unit, question, organs, importance, source, parts=parts, within=within, at_most=at_most,
        trend=trend, brackets=brackets, note=note, verified=verified,
    )  # fmt: skip


count = partial(_fact, "count")
"""A whole number of something."""
decimal = partial(_fact, "decimal")
"""A number that may have decimals (工作日)."""
money = partial(_fact, "money")
"""An amount, in the unit that the row names."""
names = partial(_fact, "list")
"""A list of names."""


def words(  # noqa: PLR0913 - a table row has as many columns
    name: str,
    english: str,
    question: str,
    organs: Organs,
    importance: Importance,
    source: str,
    *,
    brackets: str = "",
    note: str = "",
    verified: bool = True,
) -> Fact:
    """Declare a short text."""
    return _fact(
        "text", name, english, "", question, organs, importance, source,
        brackets=brackets, note=note, verified=verified,
    )  # fmt: skip


def rate(  # noqa: PLR0913 - a table row has as many columns
    name: str,
    english: str,
    organs: Organs,
    source: str,
    *,
    over: str,
    of: str,
    note: str = "",
    verified: bool = True,
) -> Fact:
    """Declare a rate: ``over`` divided by ``of``; it is never asked, and typed only where it cannot be computed."""
    return Fact(name, english, "rate", "%", "", organs, "计算", source, over=over, of=of, note=note, verified=verified)


def measure(  # noqa: PLR0913 - a table row has as many columns
    name: str,
    english: str,
    organs: Organs,
    source: str,
    *,
    detail: str = "",
    unit: str = "",
    fact: str = "",
) -> Measure:
    """Declare a measure; see ``structure.Measure`` for the columns."""
    return Measure(name, english, organs, source, detail, unit, fact)
