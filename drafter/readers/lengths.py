"""Indents, spacing and line height of a paragraph, from its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from drafter.readers.view import Border, Paragraph
from drafter.readers.xml import number, on, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.readers.styles import Properties
    from drafter.readers.view import Alignment, Grid, LineRule, Run

_ALIGNMENTS: dict[str, Alignment] = {
    "both": "both",
    "center": "center",
    "right": "right",
    "end": "right",
    "distribute": "distribute",
    "thaiDistribute": "distribute",
}
_LINE_WITHOUT_GRID = 12.0
"""What w:beforeLines counts in where no grid is declared, in points."""
_AUTOMATIC = 14.0
"""w:beforeAutospacing, in points."""


def pitch(run: Run | None, size: float, grid: Grid) -> float:
    """Return how far one character is from the next, in points."""
    if run is None:
        return max(size, 1)
    extra = grid.extra if grid.kind == "linesAndChars" and run.snaps else 0
    return max(run.size * run.scale + run.spacing + extra, 1)


def shape(about: Properties, runs: Sequence[Run], size: float, grid: Grid) -> Paragraph:
    """Return a paragraph with everything that its properties say; text and place are added by the reader."""
    longest = max(runs, key=lambda run: len(run.text.strip()), default=None)
    cell = pitch(longest, size, grid)
    rule = about.get("spacing/lineRule", "auto")
    line = about.get("spacing/line", "")
    exact = rule in {"exact", "atLeast"}
    return Paragraph(
        0,
        "",
        alignment=_ALIGNMENTS.get(about.get("jc/val", ""), "left"),
        left_cells=_side(about, ("left", "start"), cell),
        right_cells=_side(about, ("right", "end"), cell),
        first_cells=_first(about, cell),
        before=_gap(about, "before", grid),
        after=_gap(about, "after", grid),
        rule=cast("LineRule", rule) if exact else "auto",
        line=points(line) if exact else points(line, 240) or 1,
        outline=_outline(about.get("outlineLvl/val", "")),
        keep_next=on(about, "keepNext"),
        new_page=on(about, "pageBreakBefore"),
        snaps=on(about, "snapToGrid", default=True),
        framed=any(key.startswith("framePr/") for key in about),
        below=_below(about),
        mark_size=size,
    )


def _outline(text: str) -> int | None:
    level = number(text, 9)
    return level if 0 <= level <= 8 else None


def _side(about: Properties, names: tuple[str, str], cell: float) -> float:
    """Return an indent in characters; Word prefers the one that is given in characters."""
    for name in names:
        if chars := number(about.get(f"ind/{name}Chars", "")):
            return chars / 100
    for name in names:
        if f"ind/{name}" in about:
            return points(about[f"ind/{name}"]) / cell
    return 0


def _first(about: Properties, cell: float) -> float:
    for name, sign in (("hanging", -1), ("firstLine", 1)):
        if chars := number(about.get(f"ind/{name}Chars", "")):
            return sign * chars / 100
    for name, sign in (("hanging", -1), ("firstLine", 1)):
        if length := points(about.get(f"ind/{name}", "")):
            return sign * length / cell
    return 0


def _gap(about: Properties, side: str, grid: Grid) -> float:
    if about.get(f"spacing/{side}Autospacing", "0") in {"1", "true", "on"}:
        return _AUTOMATIC
    if lines := number(about.get(f"spacing/{side}Lines", "")):
        return lines / 100 * (grid.pitch if grid.kind and grid.pitch else _LINE_WITHOUT_GRID)
    return points(about.get(f"spacing/{side}", ""))


def _below(about: Properties) -> Border | None:
    if about.get("pBdr.bottom/val", "none") in {"", "nil", "none"}:
        return None
    return border(*(about.get(f"pBdr.bottom/{name}", "") for name in ("sz", "color", "space")))


def border(weight: str, colour: str, space: str = "0") -> Border:
    """Return a border: its weight counts in eighths of a point."""
    return Border(points(weight, 8), "" if colour == "auto" else colour.upper(), points(space, 1))
