"""版头 and 版记 of a Word file (GB/T 9704—2012, 7.2 and 7.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.readers.anatomy import Head, Imprint
from drafter.readers.view import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.readers.view import WordFile

NUMBER = re.compile(r"[〔［\[（(【]\s*\d{2,4}\s*年?[〕］\]）)】]\s*第?\s*\d*\s*号")
_NUMBER_LINE = re.compile(rf"[^\s，。：]{{0,14}}\s*{NUMBER.pattern}\s*(签发人.*)?", re.DOTALL)
_OPEN_LINE = re.compile(r"(【[^】]*】\s*签发人|签发人\s*[:：].*【[^】]*发文字号】)", re.DOTALL)
"""The same line while the number is still to come."""
_SERIAL = re.compile(r"(?:№|No\.?)?\s*\d{1,8}")
_SECRECY = re.compile(r"(绝密|机密|秘密)(\s*★.*)?")
_URGENCY = re.compile(r"(特\s*急|加\s*急|平\s*急|特\s*提)")
_SEARCHED = 12  # paragraphs at the beginning in which 版头 is looked for


def head_of(file: WordFile, items: Sequence[Paragraph]) -> tuple[Head | None, int]:
    """Return 版头 and how many paragraphs it takes; None where there is none.

    Joint names with “文件” beside them stand in a table.
    """
    end = 0
    found: dict[str, Paragraph] = {}
    marks: list[Paragraph] = []
    for at, item in enumerate(items[:_SEARCHED]):
        kind = _kind(item)
        if not kind and at > end + 1:
            break
        if not kind:
            continue
        end = at + 1
        if kind == "mark":
            marks.append(item)
        else:
            found.setdefault(kind, item)
            if kind == "number" and "签发人" in item.text:
                found.setdefault("signer", item)
    if not (marks or found):
        return None, 0
    marks += _marks_in_tables(file, items[end].number if end < len(items) else 0)
    return (
        Head(
            found.get("serial"),
            found.get("secrecy"),
            found.get("urgency"),
            tuple(marks),
            found.get("number"),
            found.get("signer"),
        ),
        end,
    )


def _marks_in_tables(file: WordFile, before: int) -> list[Paragraph]:
    tables = [piece for piece in file.pieces if isinstance(piece, Table) and piece.after < before]
    return [p for table in tables for p in table.paragraphs if not p.blank and _kind(p) == "mark"]


def _kind(item: Paragraph) -> str:
    text = item.text.strip()
    if _NUMBER_LINE.fullmatch(text) or _OPEN_LINE.match(text):
        return "number"
    if text.startswith("签发人"):
        return "signer"
    for kind, pattern in (("serial", _SERIAL), ("secrecy", _SECRECY), ("urgency", _URGENCY)):
        if pattern.fullmatch(text):
            return kind
    red = any(run.colour[:2] in {"FF", "E6", "C0", "ED"} and run.colour[2:] != "FFFF" for run in item.runs)
    large = item.size >= 26 and text.endswith("文件")
    named = text.endswith(("报告", "总结", "情况", "汇报"))  # a red title is no mark
    return "mark" if (red and item.size >= 18 and not named) or large else ""


def imprint_of(file: WordFile, items: Sequence[Paragraph]) -> tuple[Imprint | None, list[Paragraph]]:
    """Return 版记 and the paragraphs of the body that belong to it."""
    for box in file.boxes:
        for piece in box.pieces:
            made = _imprint(piece, bottom=box.bottom)
            if made:
                return made, []
    for piece in reversed(file.pieces):
        made = _imprint(piece, bottom=False) if isinstance(piece, Table) else None
        if made:
            return made, []
    own = [item for item in items if re.match(r"抄送[：:]", item.text.strip()) or item.text.strip().endswith("印发")]
    copies = next((item for item in own if item.text.strip().startswith("抄送")), None)
    issuer = next((item for item in own if item.text.strip().endswith("印发")), None)
    return (Imprint(None, copies, issuer, issuer, bottom=False), own) if own else (None, [])


def _imprint(piece: Paragraph | Table, *, bottom: bool) -> Imprint | None:
    paragraphs = piece.paragraphs if isinstance(piece, Table) else (piece,)
    copies = next((p for p in paragraphs if p.text.strip().startswith("抄送")), None)
    date = next((p for p in paragraphs if p.text.strip().endswith("印发")), None)
    if copies is None and date is None:
        return None
    issuer = date
    if isinstance(piece, Table):
        issuer = next((cell[0] for row in piece.rows for cell in row[:1] if cell and any(date in c for c in row)), date)
    return Imprint(piece if isinstance(piece, Table) else None, copies, issuer, date, bottom)
