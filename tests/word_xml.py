"""Look into the parts of a .docx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def w(name: str) -> str:
    """Return a name of the namespace of WordprocessingML."""
    return f"{{{NS['w']}}}{name}"


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def part(content: bytes, name: str) -> _Element:
    """Return one part as XML."""
    return etree.fromstring(parts(content)[name])


def attribute(element: _Element, path: str, name: str) -> str:
    """Return an attribute of the element at a path; both must be there."""
    found = element.find(path, NS)
    assert found is not None, path
    return found.attrib[w(name)]
