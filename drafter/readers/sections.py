"""Pages: size, margins, grid and footers of each section; borders of tables; where a text box stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.readers.lengths import border
from drafter.readers.view import Grid, Section
from drafter.readers.xml import R, child, children, local, number, on, points, properties, value, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from drafter.readers.package import Package
    from drafter.readers.view import Border, Footer

_WIDTH, _HEIGHT, _MARGIN = "12240", "15840", "1440"
"""What Word takes where a section does not say: Letter, one inch."""
_CONTINUOUS = {"continuous", "nextColumn"}


class Sections:
    """The sections of a file, in order."""

    def __init__(self, package: Package, body: _Element) -> None:
        self._package = package
        inner = [found for p in body.iter(w("p")) if (found := child(p, "pPr", "sectPr")) is not None]
        last = child(body, "sectPr")
        self._elements: list[_Element | None] = [*inner, *([last] if last is not None or not inner else [])]

    def grid(self, order: int) -> Grid:
        """Return the grid of a section."""
        return _grid(self._elements[min(order, len(self._elements) - 1)])

    def begins_page(self, order: int) -> bool:
        """Tell whether a section begins on a page of its own."""
        if order >= len(self._elements):
            return False
        return value(child(self._elements[order], "type"), default="nextPage") not in _CONTINUOUS

    def all(self, read: Callable[[_Element], Footer]) -> tuple[Section, ...]:
        """Return the sections; a footer that a section does not have is that of the section before."""
        related = self._package.related(self._package.main)
        footers: dict[str, Footer] = {}
        known: dict[str, Footer | None] = {}
        result = []
        for element in self._elements:
            for reference in children(element, "footerReference"):
                _, target = related.get(reference.get(f"{{{R}}}id", ""), ("", ""))
                if target not in known:
                    root = self._package.xml(target)
                    known[target] = None if root is None else read(root)
                if (footer := known[target]) is not None:
                    footers[value(reference, "type", "default")] = footer
            result.append(_section(element, footers))
        return tuple(result)


def _section(element: _Element | None, footers: dict[str, Footer]) -> Section:
    about = properties(element)

    def length(key: str, default: str) -> float:
        return points(about.get(key, default))

    return Section(
        length("pgSz/w", _WIDTH),
        length("pgSz/h", _HEIGHT),
        abs(length("pgMar/top", _MARGIN)),
        abs(length("pgMar/bottom", _MARGIN)),
        length("pgMar/left", _MARGIN),
        length("pgMar/right", _MARGIN),
        length("pgMar/gutter", "0"),
        length("pgMar/footer", "720"),
        about.get("pgSz/orient") == "landscape",
        max(number(about.get("cols/num", "1"), 1), 1),
        _grid(element),
        on(about, "titlePg"),
        footers.get("default"),
        footers.get("even"),
        footers.get("first"),
    )


def _grid(element: _Element | None) -> Grid:
    found = child(element, "docGrid")
    kind = value(found, "type")
    if found is None or kind in {"", "default"}:
        return Grid()
    return Grid(kind, points(value(found, "linePitch")), _signed(value(found, "charSpace")) / 4096)


def _signed(text: str) -> int:
    """Return a whole number; LibreOffice writes a negative one as what is left to 2³²."""
    given = int(text) if re.fullmatch(r"\d{10}", text) else number(text)
    return given - 2**32 if given >= 2**31 else given


def borders(table: _Element) -> tuple[Border | None, Border | None, Border | None]:
    """Return the lines at the top, at the bottom and between the rows of a table, its own or those of its cells."""
    own = child(table, "tblPr", "tblBorders")
    rows = list(children(table, "tr"))
    first = child(rows[0], "tc", "tcPr", "tcBorders") if rows else None
    last = child(rows[-1], "tc", "tcPr", "tcBorders") if rows else None
    inner = _line(first, "bottom") if len(rows) > 1 else None
    return (
        _line(first, "top") or _line(own, "top"),
        _line(last, "bottom") or _line(own, "bottom"),
        inner or (_line(last, "top") if len(rows) > 1 else None) or _line(own, "insideH"),
    )


def _line(container: _Element | None, side: str) -> Border | None:
    found = child(container, side)
    if found is None or value(found) in {"nil", "none", ""}:
        return None
    return border(value(found, "sz"), value(found, "color"), value(found, "space"))


def bottom_box(content: _Element) -> bool:
    """Tell whether a text box is aligned to the lower margin."""
    for outer in content.iterancestors():
        if local(outer) == "anchor":
            vertical = [part for part in outer.iterchildren() if local(part) == "positionV"]
            return any(local(part) == "align" and part.text == "bottom" for found in vertical for part in found.iter())
        if local(outer) == "shape":
            return "mso-position-vertical:bottom" in outer.get("style", "").replace(" ", "")
    return False
