"""The .docx package, opened from the readable parts in ``templates/word/``; the same input gives the same bytes."""

from __future__ import annotations

import zlib
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from drafter.resources import text
from drafter.writers.dress import dress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from drafter.writers.profile import Profile

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "docProps/custom.xml": "custom.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/fontTable.xml": "fontTable.xml",
    "word/footer1.xml": "footer_odd.xml",
    "word/footer2.xml": "footer_even.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}

_RECORD = "docProps/custom.xml"
"""The part with the hash of the others, a custom property of the file."""

_STYLES = "word/styles.xml"

_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can hold."""


def opened(profile: Profile) -> Document:
    """Return the empty document of the template in a profile."""
    parts = {name: template(file) for name, file in _PARTS.items()}
    dress(parts, profile)
    return docx.Document(BytesIO(_zipped({name: _serialized(part) for name, part in parts.items()})))


def saved(document: Document) -> bytes:
    """Return the bytes of a document's package."""
    stream = BytesIO()
    document.save(stream)
    parts = _parts(stream)
    record = template("custom.xml")
    for value in record.iter(f"{{{_VALUES}}}lpwstr"):
        value.text = _digest(parts)
    return _zipped({**parts, _RECORD: _serialized(record)})


def unchanged(content: bytes) -> bool:
    """Tell whether a file is, part for part, what the program wrote; a mere saving by Word changes it already."""
    try:
        parts = _parts(BytesIO(content))
        record = etree.fromstring(parts[_RECORD], etree.XMLParser(resolve_entities=False))
    except (BadZipFile, KeyError, etree.XMLSyntaxError, OSError, ValueError, NotImplementedError, zlib.error):
        return False
    return [value.text for value in record.iter(f"{{{_VALUES}}}lpwstr")] == [_digest(parts)]


def unrecorded(content: bytes) -> bytes:
    """Return a file without the record and the styles that it does not use.

    What is published tells nothing of how it was made, not even that there is a 版头 on paper.
    """
    parts = _parts(BytesIO(content))
    del parts[_RECORD]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = parse_xml(parts[name])
        for entry in [entry for entry in root if _RECORD in (entry.get("PartName") or entry.get("Target") or "")]:
            root.remove(entry)
        parts[name] = _serialized(root)
    parts[_STYLES] = _serialized(_used_styles(parts))
    return _zipped(parts)


def _used_styles(parts: Mapping[str, bytes]) -> BaseOxmlElement:
    """Return the styles without those of our own that no text uses, directly or through another style."""
    root = parse_xml(parts[_STYLES])
    styles = {str(style.get(qn("w:styleId"))): style for style in root.iterfind(qn("w:style"))}
    used = {name for name, style in styles.items() if style.get(qn("w:customStyle")) is None}
    for name in (name for name in parts if name.startswith("word/") and name.endswith(".xml") and name != _STYLES):
        text = parse_xml(parts[name])
        used |= {str(e.get(qn("w:val"))) for e in text.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
    waiting = sorted(used & styles.keys())
    while waiting:
        style = styles[waiting.pop()]
        links = {str(e.get(qn("w:val"))) for e in style.iter(qn("w:basedOn"), qn("w:next"), qn("w:link"))} - used
        used |= links
        waiting += sorted(links & styles.keys())
    for name in styles.keys() - used:
        root.remove(styles[name])
    return root


def _parts(stream: BytesIO) -> dict[str, bytes]:
    with ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist()}


def _digest(parts: dict[str, bytes]) -> str:
    """Return the hash of all parts but the record itself."""
    result = sha256()
    for name in sorted(parts.keys() - {_RECORD}):
        result.update(f"{name}\0{len(parts[name])}\0".encode() + parts[name])
    return result.hexdigest()


def template(name: str) -> BaseOxmlElement:
    """Return a part without the comments and line breaks that are there for the reader of the template."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True, resolve_entities=False)
    bare = etree.fromstring(text(f"templates/word/{name}").encode(), parser)
    return parse_xml(etree.tostring(bare))


def _serialized(part: BaseOxmlElement) -> bytes:
    return etree.tostring(part, encoding="UTF-8", xml_declaration=True, standalone=True)


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            package.writestr(entry, parts[name], compresslevel=9)
    return stream.getvalue()
