"""横排表格 (GB/T 9704—2012, 8): an attachment with a table that is too wide for the page lies across its pages.

The place of the page number stays, and the head of the table lies “在订口一边” on odd pages, “在切口一边” on even ones:
both are the left edge of the paper. So the page is an upright one turned, with its upper edge at the left of the paper,
and the page number is turned with it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.parts.hdrftr import FooterPart

from drafter.writers.ooxml import low_paragraph
from drafter.writers.package import template

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.section import CT_SectPr
    from docx.oxml.xmlchemy import BaseOxmlElement

    from drafter.writers.profile import Profile
    from drafter.writers.sheet import Sheet

_EMU = 635
"""English metric units in a twip."""

_FOOTERS = "w:footerReference"


def lay(sheet: Sheet, *, across: bool) -> None:
    """Let what follows stand on pages that lie across, or on upright ones again."""
    if sheet.across == across:
        return
    ended = sheet.body.get_or_add_sectPr()
    following = cast("CT_SectPr", deepcopy(next(sheet.body.iter(qn("w:sectPr")))))  # the first is upright
    if across:
        _turn(following, sheet.profile)
    last = sheet.last
    ended.addprevious(following)
    (last if isinstance(last, CT_P) else low_paragraph(sheet.body)).set_sectPr(ended)


def _turn(section: CT_SectPr, profile: Profile) -> None:
    for size in section.iter(qn("w:pgSz")):
        wide, high = size.get(qn("w:w"), ""), size.get(qn("w:h"), "")
        size.attrib.update({qn("w:w"): high, qn("w:h"): wide, qn("w:orient"): "landscape"})
    for margins in section.iter(qn("w:pgMar")):
        sides = {"top": profile.left, "right": profile.top, "bottom": profile.right, "left": profile.bottom}
        margins.attrib.update({qn(f"w:{side}"): str(length) for side, length in sides.items()})
    section.remove_all("w:docGrid")  # 22 lines of 28 characters are for upright pages


def number_turned_pages(file: Document, profile: Profile) -> None:
    """Give the pages that lie across their page numbers, where there are such pages."""
    turned = [
        section
        for section in file.element.body.iter(qn("w:sectPr"))
        for size in section.iter(qn("w:pgSz"))
        if size.get(qn("w:orient")) == "landscape"
    ]
    if not turned:
        return
    numbers = {}
    for order, reference in enumerate(turned[0].iterfind(qn(_FOOTERS)), start=3):
        upright = str(reference.get(qn("r:id")))
        footer = _footer(file.part.related_parts[upright].element, profile)
        name = PackURI(f"/word/footer{order}.xml")
        part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, footer, file.part.package)
        numbers[upright] = file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
    for section in turned:
        for reference in section.iterfind(qn(_FOOTERS)):
            reference.set(qn("r:id"), numbers[str(reference.get(qn("r:id")))])


def _footer(upright: BaseOxmlElement, profile: Profile) -> BaseOxmlElement:
    """Return a footer whose page number stands in a turned box, where it stands on an upright page."""
    result = template("footer_turned.xml")
    for box in result.iter(qn("w:txbxContent")):
        box.extend(deepcopy(number) for number in upright)
    for place, length in zip(result.iter("{*}posOffset"), (profile.footer, profile.left), strict=True):
        place.text = str(length * _EMU)
    for extent in result.iter("{*}extent", "{*}ext"):
        extent.set("cy", str(profile.width * _EMU))
    for shape in result.iter("{urn:schemas-microsoft-com:vml}rect"):
        places = {"margin-left": profile.footer, "margin-top": profile.left, "height": profile.width}
        style = "".join(f";{name}:{length / 20:g}pt" for name, length in places.items())
        shape.set("style", f"{shape.get('style')}{style}")
    return result
