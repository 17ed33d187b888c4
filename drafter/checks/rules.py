"""Rules: small functions that are given values and yield what they find; the runner adds code, level and place."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from drafter.blocks import Document
    from drafter.report import Path, Report
    from drafter.report.ledger import Ledger

Level: TypeAlias = Literal["错误", "警告", "提示"]
Authority: TypeAlias = Literal["法规", "国标", "政策", "实务"]
Scope: TypeAlias = Literal["report", "text", "word", "pages"]
"""What a rule is applied to: a data file with its document, the text of any report, a Word file, rendered pages."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked. ``today`` is None where no date was given: rules about the calendar are then silent."""

    report: Report
    document: Document
    ledger: Ledger
    today: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: what is wrong and what to write instead, and where.

    ``path`` is the entry of the data file that it concerns; in a text ``paragraph`` counts from 1 and ``words`` are
    those around the place, which reaches from ``start`` to ``end`` of the paragraph as it stands; ``line`` and ``key``
    are given where they are known already. ``level`` is given only where it differs from the rule's.
    """

    message: str
    path: Path = ()
    level: Level | None = None
    paragraph: int = 0
    words: str = ""
    line: int = 0
    key: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its page: what it finds, why, a wrong and a right example, the source and the source's authority.

    A rule of the layout also has a ``name``: that of the clause which it measures.
    """

    code: str
    level: Level
    finds: str
    why: str
    wrong: str
    right: str
    source: str
    authority: Authority
    scope: Scope
    function: Callable[[Any], Iterator[Hit]]
    name: str = ""


Function = TypeVar("Function", bound="Callable[..., Iterator[Hit]]")

_rules: dict[str, Rule] = {}
RULES = MappingProxyType(_rules)
"""All rules by code, in the order of their modules."""


def rule(  # noqa: PLR0913 - a rule's page has as many lines
    code: str,
    level: Level,
    *,
    finds: str,
    why: str,
    wrong: str,
    right: str,
    source: str,
    authority: Authority,
    on: Scope = "report",
) -> Callable[[Function], Function]:
    """Register a function as the rule ``code``, applied to subjects of the kind ``on``."""

    def register(function: Function) -> Function:
        add(Rule(code, level, finds, why, wrong, right, source, authority, on, function))
        return function

    return register


def add(new: Rule) -> None:
    """Put a rule into the register; each code is given once."""
    if new.code in _rules:
        raise ValueError(new.code)
    _rules[new.code] = new
