"""The register of the rules of the gate."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from drafter.checks.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.checks.rules import Authority, Hit, Level
    from drafter.publication.draft import Draft

    Function: TypeAlias = Callable[[Draft], Iterator[Hit]]

_rules: dict[str, Rule] = {}
RULES = MappingProxyType(_rules)
"""The rules of the gate by code."""


def rule(  # noqa: PLR0913 - a rule's page has as many lines
    code: str, level: Level, *, finds: str, why: str, wrong: str, right: str, source: str, authority: Authority
) -> Callable[[Function], Function]:
    """Register a function as a rule of the gate."""

    def register(function: Function) -> Function:
        _rules[code] = Rule(code, level, finds, why, wrong, right, source, authority, "report", function)
        return function

    return register
