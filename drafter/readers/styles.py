"""What a paragraph or a run looks like after docDefaults, styles, numbering and its own properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.readers.view import Face
from drafter.readers.xml import A, child, children, local, on, properties, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

Properties = dict[str, str]

_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_DEEPEST = 50  # of styles that are based on one another; a circle ends here


def laid_over(below: Properties, above: Mapping[str, str]) -> Properties:
    """Return properties with others laid over them, attribute by attribute.

    A typeface named at one level hides one that the theme gave at a lower level, and the other way round
    (ECMA-376, 17.3.2.26: at the same level the theme has precedence).
    """
    result = dict(below)
    for slot in _SLOTS:
        theme = "rFonts/cstheme" if slot == "cs" else f"rFonts/{slot}Theme"
        if f"rFonts/{slot}" in above or theme in above:
            result.pop(f"rFonts/{slot}", None)
            result.pop(theme, None)
    result.update(above)
    return result


class Styles:
    """The styles of a file."""

    def __init__(self, styles: _Element | None, theme: _Element | None) -> None:
        self._theme = _theme_faces(theme)
        self._by_id = {value(style, "styleId"): style for style in children(styles, "style")}
        defaults = child(styles, "docDefaults")
        self._run = properties(child(defaults, "rPrDefault", "rPr"))
        self._paragraph = properties(child(defaults, "pPrDefault", "pPr"))
        self._known: dict[tuple[str, ...], Properties] = {}  # what styles come to, worked out once
        self.normal = next(
            (
                name
                for name, style in self._by_id.items()
                if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}
            ),
            "",
        )

    def name(self, style: str) -> str:
        """Return the name of a style, as Word shows it."""
        return value(child(self._by_id.get(style), "name"))

    def numbering(self, style: str) -> _Element | None:
        """Return the w:numPr that a style brings along."""
        for element in reversed(self._chain(style)):
            found = child(element, "pPr", "numPr")
            if found is not None:
                return found
        return None

    def paragraph(self, style: str, table_style: str = "") -> Properties:
        """Return what docDefaults, the table's style and the paragraph's style say about a paragraph."""
        return self._laid("pPr", table_style, style or self.normal)

    def run(self, style: str, table_style: str = "") -> Properties:
        """Return what docDefaults, the table's style and the paragraph's style say about its runs."""
        return self._laid("rPr", table_style, style or self.normal)

    def text(self, base: Properties, own: _Element | None) -> Properties:
        """Return the look of a run: its character style and its own properties over those of its paragraph."""
        direct = properties(own)
        character = self._laid("", direct.get("rStyle/val", ""))
        result = laid_over(laid_over(base, character), direct)
        if "b/val" not in direct and "b/val" in character:  # a toggle: two styles that set it cancel each other
            result["b/val"] = "1" if on(base, "b") != on(character, "b") else "0"
        return result

    def face(self, look: Mapping[str, str], slot: str) -> Face:
        """Return the typeface of a slot (ascii, hAnsi, eastAsia)."""
        theme = look.get(f"rFonts/{slot}Theme")
        if theme:
            return Face(self._theme.get(theme, ""), theme=True)
        return Face(look.get(f"rFonts/{slot}", ""))

    def _chain(self, style: str) -> list[_Element]:
        """Return a style and what it is based on, the base first."""
        result: list[_Element] = []
        while style in self._by_id and len(result) < _DEEPEST:
            result.append(self._by_id[style])
            style = value(child(self._by_id[style], "basedOn"))
        return result[::-1]

    def _laid(self, part: str, *styles: str) -> Properties:
        """Return what some styles say, each over the one before: over docDefaults, or (“”) their rPr alone."""
        key = (part, *styles)
        if key not in self._known:
            base = {"pPr": self._paragraph, "rPr": self._run}.get(part, {})
            for style in (element for name in styles for element in self._chain(name)):
                base = laid_over(base, properties(child(style, part or "rPr")))
            self._known[key] = base
        return self._known[key]


def _theme_faces(theme: _Element | None) -> dict[str, str]:
    """Return what minorEastAsia, majorHAnsi … stand for."""
    result: dict[str, str] = {}
    if theme is None:
        return result
    for size in ("major", "minor"):
        fonts = theme.find(f".//{{{A}}}{size}Font")
        if fonts is None:
            continue
        faces = {local(face): face.get("typeface", "") for face in fonts if face.get("script") is None}
        han = {face.get("script", ""): face.get("typeface", "") for face in fonts}.get("Hans", "")
        result[f"{size}EastAsia"] = faces.get("ea") or han
        for name in ("Ascii", "HAnsi"):
            result[f"{size}{name}"] = faces.get("latin", "")
    return result


def own_style(element: _Element | None) -> str:
    """Return the id of the style that a pPr names."""
    return "" if element is None else value(element.find(w("pStyle")))
