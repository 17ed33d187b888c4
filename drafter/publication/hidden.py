"""What must not be in a published file: internal text and masked names; every file is searched before it is written."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from lxml import etree
from pydantic import BaseModel

from drafter.blocks import all_spans, plain
from drafter.publication.masking import bare
from drafter.wording.internal import internal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.publication.draft import Draft
    from drafter.report import Report

_SHORTEST = 6
"""Shorter pieces of internal text stand elsewhere by chance."""
_PIECES = re.compile(r"\{[^{}]*\}|【[^】]*】|[。；！？\n【】{}]")
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def internal_texts(report: Report) -> list[str]:
    """Return everything in a report that is internal, one text per item or passage."""
    return [text for text in _walk(report, inside=False) if text]


def _walk(node: Any, *, inside: bool) -> Iterator[str]:
    if isinstance(node, BaseModel):
        within = inside or bool(getattr(node, "internal", False))
        texts = list(_walk([getattr(node, name) for name in type(node).model_fields], inside=within))
        yield from ["\n".join(texts)] if within and not inside else texts
    elif isinstance(node, dict):
        yield from _walk(list(node.values()), inside=inside)
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from _walk(item, inside=inside)
    elif isinstance(node, str):
        yield from [node] if inside else internal(node)


def forbidden(draft: Draft) -> list[str]:
    """Return the pieces of text that no published file may hold."""
    public = bare(plain(all_spans(draft.document)) + "".join(entry.value for entry in draft.metadata))
    pieces = (bare(piece) for text in internal_texts(draft.report) for piece in _PIECES.split(text) if piece)
    secret = [piece for piece in pieces if len(piece) >= _SHORTEST and piece not in public]
    return [*secret, *map(bare, draft.masks.names)]


def found_in(files: Mapping[str, bytes], pieces: list[str]) -> list[str]:
    """Return the names of the files that hold one of some pieces of text."""
    return [name for name, content in files.items() if any(p in text for text in _texts(content) for p in pieces)]


def _texts(content: bytes) -> Iterator[str]:
    """Yield the text of a file; of a package every part as it is, and with its runs joined."""
    if not content.startswith(b"PK"):
        yield bare(content.decode())
        return
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield name + bare(part.decode(errors="replace"))
            if name.endswith(".xml"):
                root = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
                yield bare("".join(element.text or "" for element in root.iter(_TEXT)))
