"""Anchors: which following form of a clause may stand after what its sentence has stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import FACTS
from drafter.wording.grammar import Group, Hole, Listing, Literal
from drafter.wording.tokens import Spoken, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.wording.grammar import Node


def may_follow(anchor: str, form: tuple[Node, ...], stated: set[str]) -> bool:
    """Tell whether a form may stand: its anchor, or the total of what 其中 introduces, has been stated."""
    if anchor:
        return any(name in stated for name in anchor.split("、"))
    first = form[0] if form else None
    if isinstance(first, Literal) and first.text.startswith("其中"):
        return any(totals(entry) & stated for entry in _entries(form))
    return True


def totals(name: str) -> set[str]:
    """Return the facts that a fact is declared to be a part of, or not to exceed."""
    if name not in FACTS:
        return set()
    fact = FACTS[name]
    owners = {other.name for other in FACTS.values() if any(name in parts for parts in other.parts)}
    return {other for other in (fact.within, fact.at_most) if other} | owners


def _entries(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Hole(token=Value(entry=entry) | Spoken(entry=entry)):
                yield entry.name
            case Listing(items=items):
                for item in items:
                    yield from _entries(item)
            case Group(nodes=inner):
                yield from _entries(inner)
            case _:
                pass
