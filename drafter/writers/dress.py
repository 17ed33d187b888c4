"""A profile put on the parts of the template: the one place where its numbers and faces go into styles and section.

The template says what the standard says, so that it can be read; putting 标准 on it changes nothing.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn

from drafter.writers.profiles import standard

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.oxml.styles import CT_Style
    from docx.oxml.text.parfmt import CT_PPr
    from docx.oxml.xmlchemy import BaseOxmlElement
    from lxml.etree import _Element

    from drafter.writers.profile import Profile

_ELEMENTS = MappingProxyType(
    {
        "Title": "标题",
        "GWAttachTitle": "标题",
        "Heading1": "一级标题",
        "Heading1Char": "一级标题",
        "Heading2": "二级标题",
        "Heading2Char": "二级标题",
        "Heading3": "三级标题",
        "Heading3Char": "三级标题",
        "GWAttachMark": "附件序号",
        "GWTableCaption": "表题",
        "GWTableHead": "表头",
        "GWTableText": "表文",
        "Footer": "页码",
        "GWUrgency": "紧急程度",
        "GWOrgMark": "发文机关标志",
        "GWSignerChar": "签发人",
        "GWImprint": "版记",
    }
)
"""Style to the element whose type it carries; the others inherit that of the body."""


def dress(parts: Mapping[str, BaseOxmlElement], profile: Profile) -> None:
    """Put a profile on the parts of the package."""
    styles = parts["word/styles.xml"]
    for fonts in styles.iterfind(f"{qn('w:docDefaults')}//{qn('w:rFonts')}"):
        _faces(fonts, profile.word("正文.字体"), profile.word("正文.西文"))
    for size in _sizes(styles.find(qn("w:docDefaults"))):
        size.set(qn("w:val"), _half_points(profile, "正文"))
    for style in styles.iterfind(qn("w:style")):
        _style(cast("CT_Style", style), profile)
    _section(parts["word/document.xml"], profile)
    for name, side in (("word/footer1.xml", "right"), ("word/footer2.xml", "left")):
        _page_number(parts[name], side, profile)


def _style(style: CT_Style, profile: Profile) -> None:
    name = str(style.get(qn("w:styleId")))
    element = "正文" if name == "Normal" else _ELEMENTS.get(name)
    if element:
        _type(style, element, profile)
    paragraph = style.find(qn("w:pPr"))
    if paragraph is None:
        return
    for spacing in paragraph.iterfind(qn("w:spacing")):
        _whole_lines(spacing, profile)
    if element == "标题":
        _title_lines(cast("CT_PPr", paragraph), profile)
    for indent in paragraph.iterfind(f"{qn('w:ind')}[@{qn('w:firstLineChars')}]"):
        characters = int(indent.get(qn("w:firstLineChars"), 0)) / 100
        indent.set(qn("w:firstLine"), str(round(characters * profile.cell)))


def _whole_lines(spacing: _Element, profile: Profile) -> None:
    """Turn what the template gives in lines of the standard into lines of the profile."""
    for side in ("before", "after", "line"):
        lines, rest = divmod(int(spacing.get(qn(f"w:{side}"), 0)), standard().line)
        if lines and not rest:
            spacing.set(qn(f"w:{side}"), str(lines * profile.line))


def _title_lines(paragraph: CT_PPr, profile: Profile) -> None:
    own = round(profile.number("标题.行距") * 20)
    if own != profile.line:
        spacing = paragraph.get_or_add_spacing()  # type: ignore[attr-defined]
        spacing.set(qn("w:line"), str(own))
        spacing.set(qn("w:lineRule"), "exact")


def _type(style: CT_Style, element: str, profile: Profile) -> None:
    """Set face, size and weight of a style; what it inherits from the body need not be said."""
    properties = style.get_or_add_rPr()  # type: ignore[attr-defined]
    face = profile.word(f"{element}.字体")
    latin = profile.word("正文.西文") if element == "正文" else face
    if properties.find(qn("w:rFonts")) is not None or face != profile.word("正文.字体"):
        _faces(properties.get_or_add_rFonts(), face, latin)
    sizes = list(_sizes(properties))
    if not sizes and profile.values[f"{element}.字号"] != profile.values["正文.字号"]:
        sizes = [properties.get_or_add_sz()]
    for size in sizes:
        size.set(qn("w:val"), _half_points(profile, element))
    for spacing in properties.iterfind(qn("w:spacing")):
        if element == "正文":
            spacing.set(qn("w:val"), str(profile.spacing))
    if element != "正文" and profile.flag(f"{element}.加粗"):
        properties.get_or_add_b()


def _faces(fonts: BaseOxmlElement, face: str, latin: str) -> None:
    """Set the faces that an element names."""
    fonts.set(qn("w:eastAsia"), face)
    for name in ("ascii", "hAnsi", "cs"):
        if fonts.get(qn(f"w:{name}")) is not None:
            fonts.set(qn(f"w:{name}"), latin)


def _sizes(parent: BaseOxmlElement | None) -> Iterator[BaseOxmlElement]:
    if parent is not None:
        yield from parent.iter(qn("w:sz"), qn("w:szCs"))


def _half_points(profile: Profile, element: str) -> str:
    return str(round(profile.number(f"{element}.字号") * 2))


def _section(document: BaseOxmlElement, profile: Profile) -> None:
    margins, grid = (next(document.iter(qn(tag))) for tag in ("w:pgMar", "w:docGrid"))
    for side in ("top", "right", "bottom", "left", "footer"):
        margins.set(qn(f"w:{side}"), str(getattr(profile, side)))
    grid.set(qn("w:linePitch"), str(profile.line))
    grid.set(qn("w:charSpace"), str(profile.grid))


def _page_number(footer: BaseOxmlElement, side: str, profile: Profile) -> None:
    """Set the side of the page number (居中, or 空一字 from the outer edge) and its dashes."""
    for indent, justified in zip(footer.iter(qn("w:ind")), footer.iter(qn("w:jc")), strict=True):
        indent.set(qn(f"w:{side}"), str(round(profile.number("页码.字号") * 20)))
        if profile.word("页码.位置") == "居中":
            indent.set(qn(f"w:{side}"), "0")
            justified.set(qn("w:val"), "center")
    if not profile.flag("页码.一字线"):
        for text in list(footer.iter(qn("w:t"))):
            run = text.getparent()
            if "—" in str(text.text) and run is not None:
                footer[0].remove(run)
