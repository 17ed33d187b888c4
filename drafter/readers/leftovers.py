"""What a file carries besides its text: names, comments, tracked changes, hidden text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.view import Leftovers
from drafter.readers.xml import local, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from drafter.readers.package import Package

_PERSONAL = {"creator", "lastModifiedBy", "Company", "Manager"}
_PROPERTIES = {"core-properties", "extended-properties"}


def leftovers(package: Package, body: _Element, hidden: int) -> Leftovers:
    """Return what a file carries besides its text."""
    names: list[str] = []
    for kind, target in package.related("").values():
        root = package.xml(target) if kind in _PROPERTIES else None
        if root is not None:
            names += [(part.text or "").strip() for part in root if local(part) in _PERSONAL]
    comments = package.part_of_kind("comments")
    return Leftovers(
        tuple(dict.fromkeys(name for name in names if name)),
        0 if comments is None else sum(1 for _ in comments.iter(w("comment"))),
        _count(body, "ins", "moveTo"),
        _count(body, "del", "moveFrom"),
        hidden,
    )


def _count(body: _Element, *names: str) -> int:
    """Count tracked changes of text; those of paragraph marks alone do not count."""
    found = [element for name in names for element in body.iter(w(name))]
    return sum(1 for element in found if next(element.iterancestors(), element).tag != w("rPr"))
