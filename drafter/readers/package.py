"""Open a .docx package that may come from anywhere.

Nothing in it is trusted: sizes are bounded while unpacking, XML with a DTD is refused, nothing is fetched, nothing is
written to disk. What cannot be read is told in one Chinese sentence.
"""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from lxml import etree

from drafter.errors import DrafterError, reason

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipInfo

    from lxml.etree import _Element

FILE_LIMIT = 100 * 2**20
PART_LIMIT = 32 * 2**20
TOTAL_LIMIT = 256 * 2**20
ENTRY_LIMIT = 5000
TAG_LIMIT = 1_000_000
"""Tags of one part; a report has some ten thousand. What has more is not parsed, whatever size it is packed to."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KINDS = {
    b"{\\rtf": "RTF 文件",
    b"%pdf": " PDF 文件",
    b"<!doctype": "网页",
    b"<html": "网页",
    b"<?xml": " XML 文件",
}
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip
"""“Strict Open XML” has names of its own for the same things."""


class Package:
    """The parts of one .docx, read when they are asked for."""

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        content = _content(path)
        try:
            self._zip = ZipFile(BytesIO(content))
            entries = self._zip.infolist()
        except (BadZipFile, ValueError, NotImplementedError, OverflowError):
            message = f"{path} 不是完整的 Word 文件（.docx 已损坏）。请在 Word 里打开它，另存一份再检查。"
            raise DrafterError(message) from None
        _refuse_bomb(path, entries)
        self._entries = {entry.filename.lstrip("/"): entry for entry in entries}
        self.main = self._main()

    def xml(self, part: str) -> _Element | None:
        """Return a part as XML, or None where there is no such part.

        Raises:
            DrafterError: the part is damaged, too large, or carries a DTD.
        """
        content = self._bytes(part)
        if content is None:
            return None
        if content.count(b"<") > TAG_LIMIT:
            raise too_large(self.name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._broken(part) from None
        if root.getroottree().docinfo.doctype:
            raise DrafterError(f"{self.name} 里有 Word 文件不该有的内容（{part} 带 DTD），不予打开。请核实文件来源。")
        return root

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id to (last word of the type, name of the other part)."""
        folder, _, name = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        if root is None:
            return {}
        result = {}
        for relation in root.iter(f"{{{_RELATED}}}Relationship"):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            result[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], whole)
        return result

    def part_of_kind(self, kind: str) -> _Element | None:
        """Return the part that the main part relates to as ``kind`` (styles, settings, numbering, theme …)."""
        for found, target in self.related(self.main).values():
            if found == kind:
                return self.xml(target)
        return None

    def _main(self) -> str:
        for kind, target in self.related("").values():
            if kind == "officeDocument" and target in self._entries:
                return target
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        raise DrafterError(f"{self.name} 不是 Word 文件（里面没有正文）。请选 .docx 文件。")

    def _bytes(self, part: str) -> bytes | None:
        entry = self._entries.get(part)
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise DrafterError(f"{self.name} 加了密码，不能检查。请在 Word 里去掉密码，另存一份。")
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(PART_LIMIT + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
            raise self._broken(part) from None
        if len(content) > PART_LIMIT:
            raise too_large(self.name)
        return content

    def _broken(self, part: str) -> DrafterError:
        return DrafterError(f"{self.name} 已损坏（{part} 读不出来）。请在 Word 里打开它，另存一份再检查。")


def _content(path: Path) -> bytes:
    """Return the bytes of a file that is at least a zip archive, or say what it is instead."""
    try:
        if path.is_dir():
            raise DrafterError(f"{path} 是一个文件夹，不是文件。")
        if path.stat().st_size > FILE_LIMIT:
            raise too_large(str(path))
        content = path.read_bytes()
    except FileNotFoundError:
        raise DrafterError(f"找不到文件 {path}。请核对文件名和位置。") from None
    except OSError as error:
        raise DrafterError(f"{path} 打不开（{reason(error)}）。文件如果正在 Word 里打开，请先关闭它。") from None
    if not content.startswith(b"PK"):
        raise DrafterError(f"{path} {_other_kind(content)}")
    return content


def _other_kind(content: bytes) -> str:
    head = content[:512].lstrip().lower()
    if not content:
        return "是空的。"
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return "加了密码，不能检查。请在 Word 里去掉密码，另存一份。"
        return "是老格式的 Word 文件（.doc）。请在 Word 或 WPS 里打开，另存为 .docx。"
    for begins, kind in _KINDS.items():
        if head.startswith(begins):
            return f"是{kind}，只是改了后缀。请在 Word 里打开，另存为 .docx。"
    return "不是 Word 文件（.docx）。"


def _refuse_bomb(path: Path, entries: list[ZipInfo]) -> None:
    """Refuse what would unpack to an unreasonable size; the single parts are bounded again while they are read."""
    if len(entries) > ENTRY_LIMIT or sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
        raise too_large(str(path))


def too_large(name: str) -> DrafterError:
    """Return what is said of a file that is too large to be looked at."""
    return DrafterError(f"{name} 太大（或者解开后太大），不予打开。正常的报告不超过几兆；请核实文件来源。")
