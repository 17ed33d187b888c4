"""Read a .docx from anywhere into a frozen view (``drafter.readers.view``)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.readers.labels import Labels
from drafter.readers.leftovers import leftovers
from drafter.readers.lengths import shape
from drafter.readers.package import Package, too_large
from drafter.readers.runs import RunReader, mark_size, paragraph_children
from drafter.readers.sections import Sections, borders, bottom_box
from drafter.readers.styles import Styles, own_style
from drafter.readers.view import Box, Footer, Paragraph, Piece, Run, Table, WordFile
from drafter.readers.xml import child, children, local, on, points, properties, value, w

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.etree import _Element

PARAGRAPH_LIMIT = 20_000
"""Paragraphs of the body, those in tables too; a report has some hundred."""


def read_word(path: Path) -> WordFile:
    """Return the view of a .docx.

    Raises:
        DrafterError: the file is no .docx, is damaged, encrypted, or suspiciously large.
    """
    package = Package(path)
    root = package.xml(package.main)
    body = None if root is None else child(root, "body")
    if body is None:
        raise DrafterError(f"{path} 不是 Word 文件（里面没有正文）。请选 .docx 文件。")
    if sum(1 for _ in body.iter(w("p"))) > PARAGRAPH_LIMIT:
        raise too_large(str(path))
    return _Reader(package, body).file()


class _Reader:
    def __init__(self, package: Package, body: _Element) -> None:
        self._package, self._body = package, body
        self._styles = Styles(package.part_of_kind("styles"), package.part_of_kind("theme"))
        self._labels = Labels(package.part_of_kind("numbering"))
        self._sections = Sections(package, body)
        self._number, self._section, self._hidden = 0, 0, 0
        self._broken = False  # a page break stands before what comes next
        self._boxes: list[Box] = []

    def file(self) -> WordFile:
        settings = properties(self._package.part_of_kind("settings"))
        pieces = tuple(self._pieces(self._body, counted=True))
        boxes = tuple(self._boxes)
        sections = self._sections.all(self._footer)
        return WordFile(
            self._package.name,
            pieces,
            sections,
            boxes,
            on(settings, "evenAndOddHeaders"),
            mark_size(self._styles.run(""), None),
            leftovers(self._package, self._body, self._hidden),
        )

    def _pieces(self, container: _Element, *, counted: bool) -> list[Piece]:
        result: list[Piece] = []
        for element in paragraph_children(container):
            if local(element) == "tbl":
                result.append(self._table(element))
            else:
                result.append(self._paragraph(element, counted=counted))
        return result

    def _footer(self, root: _Element) -> Footer:
        kept, self._boxes = self._boxes, []
        pieces = self._pieces(root, counted=False)
        inside = _flat(pieces)
        boxed = [paragraph for box in self._boxes for paragraph in _flat(box.pieces)]
        self._boxes = kept
        framed = [paragraph for paragraph in inside if paragraph.framed]
        return Footer(tuple(p for p in inside if not p.framed), (*boxed, *framed))

    def _table(self, element: _Element) -> Table:
        style = value(child(element, "tblPr", "tblStyle"))
        rows = tuple(
            tuple(
                tuple(self._paragraph(p, counted=False, table=style) for p in cell.iter(w("p")))
                for cell in children(row, "tc")
            )
            for row in children(element, "tr")
        )
        top, bottom, inside = borders(element)
        return Table(rows, self._number, top, bottom, inside, self._section)

    def _paragraph(self, element: _Element, *, counted: bool, table: str = "") -> Paragraph:
        own = child(element, "pPr")
        style = own_style(own)
        numbered = child(own, "numPr")
        numbered = self._styles.numbering(style or self._styles.normal) if numbered is None else numbered
        about = self._styles.paragraph(style, table) | self._labels.properties(numbered) | properties(own)
        base = self._styles.run(style, table)
        read = RunReader(self._styles, base).read(element)
        if counted:
            self._number += 1
        self._hidden += read.hidden
        label = self._labels.next(numbered)
        grid = self._sections.grid(self._section)
        size = mark_size(base, own)
        made = shape(about, tuple(read.runs), size, grid)
        made = replace(
            made,
            number=self._number,
            text=label + "".join(run.text for run in read.runs),
            runs=self._with_label(label, read.runs),
            label=label,
            style=self._styles.name(style or self._styles.normal),
            section=self._section,
            tabs=tuple(
                points(value(tab, "pos")) for tab in children(child(own, "tabs"), "tab") if value(tab) != "clear"
            ),
        )
        return self._placed(made, element, read.boxes, (read.breaks_before, read.breaks_after), counted=counted)

    @staticmethod
    def _with_label(label: str, runs: list[Run]) -> tuple[Run, ...]:
        """Put an automatic number in front, in the look of the text behind it."""
        return (replace(runs[0], text=label), *runs) if label and runs else tuple(runs)

    def _placed(
        self, made: Paragraph, element: _Element, boxes: Iterable[_Element], breaks: tuple[bool, bool], *, counted: bool
    ) -> Paragraph:
        """Add what depends on the neighbours, and read the boxes that are anchored in the paragraph."""
        number_now = self._number
        for box in boxes:
            inner = tuple(self._pieces(box, counted=False))
            self._boxes.append(Box(inner, number_now, bottom_box(box)))
        if not counted:
            return made
        made = replace(made, new_page=made.new_page or breaks[0] or self._broken)
        self._broken = breaks[1] or (self._broken and made.blank and not breaks[0])
        if made.blank and breaks[0]:
            made, self._broken = replace(made, new_page=False), True
        if child(element, "pPr", "sectPr") is not None:
            self._section += 1
            self._broken = self._sections.begins_page(self._section)
        return made


def _flat(pieces: Iterable[Piece]) -> list[Paragraph]:
    """Return the paragraphs of some pieces, those of tables too."""
    return [p for piece in pieces for p in (piece.paragraphs if isinstance(piece, Table) else (piece,))]
