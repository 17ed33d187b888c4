"""The end of the text as Word breaks it, for LibreOffice.

The last paragraph of the text (above “特此报告。” the one before it) is kept with the signature. Of such a paragraph
Word takes the last line over to the next page (ECMA-376, 17.3.1.15: “this paragraph, or at least part of it”);
LibreOffice never breaks it: it takes the whole of it over, and where it has no room with the signature on one page,
the signature stands alone. So LibreOffice is given a copy of the file in which nothing is kept, and where the
signature then begins a page, one in which the last line goes before it.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from drafter.readers.package import Package
from drafter.readers.xml import child, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lxml.etree import _Element

    from drafter.readers.pages import Page

_DASHES = "—―-–"


class Ending:
    """A Word file, and the paragraph of text that is kept with the signature in it."""

    def __init__(self, path: Path) -> None:
        """Look for the paragraph.

        Raises:
            DrafterError: the file is no .docx, or is damaged.
        """
        package = Package(path)
        self._path, self._part = path, package.main
        self._root = package.xml(package.main)
        self._kept = None if self._root is None else _kept(self._root)

    @property
    def kept(self) -> bool:
        """Tell whether there is such a paragraph; only files that the program wrote are known to have one."""
        return self._kept is not None

    def loose(self) -> bytes:
        """Return a copy in which the paragraph is not kept with the signature."""
        root, kept = self._copy()
        _property(kept, "keepNext", val="0")
        return self._with(root)

    def last_line(self, pages: Sequence[Page]) -> str | None:
        """Return the last line of the paragraph if what follows it begins a new page, else nothing.

        None where it is not found on the pages, which must be those of the loose copy.
        """
        if self._kept is None:
            return None
        text, after = _bare(self._kept), _bare(self._kept.getnext())
        for (page, line), (next_page, next_line) in pairwise(_lines(pages)):
            if text.endswith(line) and after.startswith(next_line):
                return "" if page == next_page else line
        return None

    def carried(self, line: str) -> bytes | None:
        """Return a copy in which the last line of the paragraph begins the next page; None if it is the only one."""
        root, kept = self._copy()
        if len(line) >= len(_bare(kept)):
            return None
        rest = deepcopy(kept)
        kept.addnext(rest)
        _cut(kept, len(_bare(kept)) - len(line), head=True)
        _cut(rest, len(_bare(rest)) - len(line), head=False)
        _property(kept, "keepNext", val="0")
        _property(kept, "jc", val="distribute")  # its last line is a full one now
        _property(rest, "pageBreakBefore")
        _property(rest, "ind", firstLineChars="0", firstLine="0")
        return self._with(root)

    def _copy(self) -> tuple[_Element, _Element]:
        root = deepcopy(self._root)
        kept = None if root is None else _kept(root)
        if root is None or kept is None:
            raise ValueError
        return root, kept

    def _with(self, root: _Element) -> bytes:
        """Return the package with another main part."""
        stream = BytesIO()
        with ZipFile(self._path) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
            for entry in old.infolist():
                own = entry.filename.lstrip("/") == self._part
                new.writestr(entry.filename, etree.tostring(root) if own else old.read(entry))
        return stream.getvalue()


def _kept(root: _Element) -> _Element | None:
    """Return the first of the paragraphs above the signature that are kept with the next, if they are."""
    paragraphs = root.iterfind(f"{w('body')}/{w('p')}")
    place = next((p for p in paragraphs if _style(p) in {"GWSignature", "GWDate"}), None)
    kept = None
    while place is not None and (place := place.getprevious()) is not None:
        if child(place, "pPr", "keepNext") is None:
            break
        kept = place
    return kept if kept is not None and _style(kept) == "GWBody" else None


def _style(paragraph: _Element) -> str:
    return value(child(paragraph, "pPr", "pStyle"))


def _bare(paragraph: _Element | None) -> str:
    """Return what a paragraph shows, without blanks."""
    return "" if paragraph is None else "".join("".join(t.text or "" for t in paragraph.iter(w("t"))).split())


def _lines(pages: Sequence[Page]) -> Iterator[tuple[int, str]]:
    """Yield page and text of every line, without those of the page numbers."""
    for page in pages:
        for line in page.lines:
            if not line.text.strip(_DASHES).isdigit():
                yield page.number, line.text


def _cut(paragraph: _Element, count: int, *, head: bool) -> None:
    """Leave the first ``count`` characters of a paragraph, or what is behind them; blanks do not count."""
    for text in paragraph.iter(w("t")):
        kept = ""
        for character in text.text or "":
            kept += character if (count > 0) == head else ""
            count -= not character.isspace()
        text.text = kept


_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "spacing", "ind", "jc")
"""The order in which the schema wants those children of pPr that are set here or by the writer."""


def _property(paragraph: _Element, name: str, **attributes: str) -> None:
    """Set a property of a paragraph."""
    properties = child(paragraph, "pPr")
    if properties is None:
        return
    element = child(properties, name)
    if element is None:
        element = etree.Element(w(name))
        before = [one for one in properties if etree.QName(one).localname in _ORDER[: _ORDER.index(name)]]
        properties.insert(len(before), element)
    for key, text in attributes.items():
        element.set(w(key), text)
