"""Small helpers for WordprocessingML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_UNITS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_OFF = {"0", "false", "off", "none"}


def w(name: str) -> str:
    """Return a name of the namespace of WordprocessingML."""
    return f"{{{W}}}{name}"


def local(element: _Element) -> str:
    """Return the name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """Yield the children of that name."""
    if element is not None:
        yield from element.iterchildren(w(name))


def child(element: _Element | None, *names: str) -> _Element | None:
    """Return the element at a path of names, or None."""
    for name in names:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: _Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute, or the default where the element or the attribute is missing."""
    return default if element is None else element.get(w(name), default)


def properties(element: _Element | None, within: str = "") -> dict[str, str]:
    """Return pPr or rPr flat: ``{"ind/firstLine": "632", "keepNext/val": "", "pBdr.bottom/sz": "12"}``."""
    result: dict[str, str] = {}
    if element is None:
        return result
    for part in element.iterchildren():
        name = within + local(part)
        if name == "pBdr":
            result |= properties(part, "pBdr.")
        attributes = {str(key).rpartition("}")[2]: str(text) for key, text in part.attrib.items()}
        for key, text in attributes.items():
            result[f"{name}/{key}"] = text
        if "val" not in attributes:
            result[f"{name}/val"] = ""
    return result


def on(values: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Return whether a switch such as ``b`` or ``keepNext`` is on."""
    text = values.get(f"{name}/val")
    return default if text is None else text.lower() not in _OFF


def points(text: str, per_point: float = 20) -> float:
    """Return a length in points; a number without a unit counts in twips or in ``per_point``. Nonsense is 0."""
    found = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi)?\s*", text)
    if not found:
        return 0
    number = float(found[1][:12])
    return number * _UNITS[found[2]] if found[2] else number / per_point


def number(text: str, default: int = 0) -> int:
    """Return a whole number of reasonable size; nonsense is the default."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else default
