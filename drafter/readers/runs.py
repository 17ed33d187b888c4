"""The runs of a paragraph: its text in pieces of one look, fields with their results, boxes set aside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.readers.view import Run
from drafter.readers.xml import child, local, number, on, points, properties, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from drafter.readers.styles import Properties, Styles

_WRAPPERS = {"hyperlink", "ins", "smartTag", "sdt", "sdtContent", "customXml", "moveTo", "bdo", "dir"}
_MARKS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_BLACK = {"", "auto", "000000", "windowtext", "black"}
_DEFAULT_SIZE = 10.0  # of Word, where neither styles nor docDefaults name one


@dataclass(slots=True)
class Read:
    """What one paragraph holds. ``breaks_before``, ``breaks_after``: a page break before its text or behind it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    hidden: int = 0
    breaks_before: bool = False
    breaks_after: bool = False


class RunReader:
    """Reads the runs of one paragraph."""

    def __init__(self, styles: Styles, base: Properties) -> None:
        self._styles, self._base = styles, base
        self._read = Read()
        self._fields: list[str] = []  # the instructions of the fields that are open
        self._results: list[bool] = []  # whether they have come to their result
        self._shown: list[bool] = []  # whether the result had any text

    def read(self, paragraph: _Element) -> Read:
        """Return what a w:p holds."""
        self._into(paragraph)
        return self._read

    def _into(self, element: _Element) -> None:
        for part in element.iterchildren():
            name = local(part)
            if name == "r":
                self._run(part)
            elif name in _WRAPPERS:
                self._into(part)
            elif name == "fldSimple":
                self._fields.append(value(part, "instr"))
                self._results.append(True)
                self._shown.append(False)
                self._into(part)
                self._close({})
            elif name == "AlternateContent":
                self._into_first(part)

    def _into_first(self, alternates: _Element) -> None:
        for choice in alternates.iterchildren():
            self._run_parts(choice, self._styles.text(self._base, None))
            return

    def _run(self, run: _Element) -> None:
        self._run_parts(run, self._styles.text(self._base, child(run, "rPr")))

    def _run_parts(self, run: _Element, look: Properties) -> None:
        for part in run.iterchildren():
            name = local(part)
            if name == "t":
                self._add(part.text or "", look)
            elif name in _MARKS:
                self._add(_MARKS[name], look)
            elif name == "br":
                self._break(part, look)
            elif name == "fldChar":
                self._field(value(part, "fldCharType"), look)
            elif name == "instrText" and self._fields:
                self._fields[-1] += part.text or ""
            else:
                self._other(part, name)

    def _other(self, part: _Element, name: str) -> None:
        if name in {"drawing", "pict", "object"}:
            self._read.boxes += list(part.iter(w("txbxContent")))[:1]
        elif name == "AlternateContent":
            self._into_first(part)

    def _break(self, part: _Element, look: Properties) -> None:
        if value(part, "type") != "page":
            self._add("\n", look)
        elif any(run.text.strip() for run in self._read.runs):
            self._read.breaks_after = True
        else:
            self._read.breaks_before = True

    def _field(self, kind: str, look: Properties) -> None:
        if kind == "begin":
            self._fields.append("")
            self._results.append(False)
            self._shown.append(False)
        elif kind == "separate" and self._results:
            self._results[-1] = True
        elif kind == "end" and self._fields:
            self._close(look)

    def _close(self, look: Mapping[str, str]) -> None:
        """End a field; a page number that has no result yet still shows a number."""
        instruction, shown = self._fields[-1], self._shown[-1]
        if not shown and instruction.strip().upper().startswith("PAGE"):
            self._results[-1] = True
            self._add("1", dict(look))
        self._fields.pop()
        self._results.pop()
        self._shown.pop()

    def _add(self, text: str, look: Properties) -> None:
        if not text or not all(self._results):
            return
        if on(look, "vanish"):
            self._read.hidden += 1
            return
        name = self._fields[-1].split()[0].upper() if self._fields and self._fields[-1].split() else ""
        if self._shown:
            self._shown[-1] = True
        self._read.runs.append(look_of(self._styles, look, text, name))


def look_of(styles: Styles, look: Properties, text: str, name: str = "") -> Run:
    """Return a run with this look."""
    size = points(look["sz/val"], 2) if look.get("sz/val") else _DEFAULT_SIZE
    colour = look.get("color/val", "").lower()
    return Run(
        text,
        styles.face(look, "eastAsia"),
        styles.face(look, "ascii"),
        size,
        on(look, "b"),
        "" if colour in _BLACK else colour.upper(),
        look.get("highlight/val", "").replace("none", ""),
        points(look.get("spacing/val", "0")),
        max(number(look.get("w/val", "100").rstrip("%"), 100), 1) / 100,
        chinese_marks=look.get("rFonts/hint") == "eastAsia" or _same_face(styles, look),
        snaps=on(look, "snapToGrid", default=True),
        field=name,
    )


def _same_face(styles: Styles, look: Properties) -> bool:
    """Tell whether the Latin face is the Chinese one: then it does not matter which of them marks are set in."""
    latin = styles.face(look, "hAnsi").name
    return bool(latin) and latin == styles.face(look, "eastAsia").name


def paragraph_children(container: _Element) -> Iterator[_Element]:
    """Yield the w:p and w:tbl of a body, a cell, a footer or a box, in order, through what only wraps them."""
    for part in container.iterchildren():
        name = local(part)
        if name in {"p", "tbl"}:
            yield part
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from paragraph_children(part)


def mark_size(base: Properties, own: _Element | None) -> float:
    """Return the type size of a paragraph's mark, which sets the height of an empty one."""
    look = base | properties(child(own, "rPr"))
    return points(look["sz/val"], 2) if look.get("sz/val") else _DEFAULT_SIZE
