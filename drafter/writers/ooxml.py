"""Elements of WordprocessingML. python-docx puts the children of pPr and rPr into the order of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Twips

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body
    from docx.oxml.table import CT_Tc
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement


HAIR = 20
"""The lowest line that a paragraph can have, in twips."""


def paragraph(parent: CT_Body | CT_Tc, style: str) -> CT_P:
    """Append an empty paragraph with the style of that id."""
    added = parent.add_p()
    added.style = style
    return added


def low_paragraph(parent: CT_Body | CT_Tc) -> CT_P:
    """Append a paragraph that takes no room: one that is there only because there has to be one."""
    added = paragraph(parent, "GWImprint")
    added.get_or_add_pPr().spacing_line = Twips(HAIR)
    return added


def add_text(to: CT_P, text: str, style: str | None = None) -> None:
    r"""Append a run of text, with a character style where one is given; ``\n`` is a line break.

    Without the hint, “ ” ‘ ’ — … would be set in the Latin face.
    """
    if not text:
        return
    run = to.add_r()
    if style:
        run.style = style
    if not text.isascii():
        run.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    run.text = text


def spacing_above(to: CT_P, twips: int) -> None:
    """Leave some space above a paragraph, instead of what its style says."""
    to.get_or_add_pPr().spacing_before = Twips(twips)


def indent(to: CT_P, **twips: int) -> None:
    """Indent a paragraph: ``left``, ``right``, ``hanging``."""
    sides = to.get_or_add_pPr().get_or_add_ind()
    for side, value in twips.items():
        sides.set(qn(f"w:{side}"), str(value))


def tabs(to: CT_P, **stops: str) -> None:
    """Set tab stops by their places in twips: ``left="316 5000", right="8528"``."""
    added = element("tabs")
    for place, side in sorted((int(place), side) for side, places in stops.items() for place in places.split()):
        child(added, "tab", val=side, pos=place)
    to.get_or_add_pPr().insert_element_before(added, "w:spacing", "w:ind", "w:jc", "w:rPr")


def child(parent: BaseOxmlElement, tag: str, **attributes: int | str) -> BaseOxmlElement:
    """Append an element, its attributes in the same namespace."""
    added = element(tag)
    for name, value in attributes.items():
        added.set(qn(f"w:{name}"), str(value))
    parent.append(added)
    return added


def element(tag: str) -> BaseOxmlElement:
    """Return a new element."""
    return cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))


def insert_before(place: BaseOxmlElement, added: BaseOxmlElement) -> None:
    """Put an element before another."""
    place.addprevious(added)
