"""The normalised view of a paragraph: one kind of marks, no blanks, and for each character its place in the original.

Rules on what is said read the view; rules on form read the original. A character of the view stands for exactly one
character of the original, so that every place can be led back.
"""

from __future__ import annotations

import re

_WIDE = {
    chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_ALWAYS = {
    "％": "%",
    "＋": "+",
    "．": ".",
    "／": "/",
    "；": "；",
    ";": "；",
    "!": "！",
    "?": "？",
    "(": "（",
    ")": "）",
    "｡": "。",
    "､": "、",
    "｢": "“",
    "｣": "”",
    "「": "“",
    "」": "”",
    "『": "‘",
    "』": "’",
    "〝": "“",
    "〞": "”",
    "〟": "”",
    **dict.fromkeys("–―‒─－﹣﹘—", "—"),
    **dict.fromkeys("•‧∙⋅・･●", "·"),
    **dict.fromkeys("~∼〜～", "～"),
    "〇": "〇",
    "○": "〇",
    "∶": "：",
    "﹕": "：",
    **_WIDE,
}
_BLANK = frozenset(" \t\r\n\v\f\u00a0\u1680\u202f\u205f\u3000\ufeff\u00ad\u2060") | set(map(chr, range(0x2000, 0x200C)))
_LATIN = re.compile(r"[A-Za-z]")


def normalise(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the view of a text and, for each of its characters, the place of the original one."""
    view: list[str] = []
    places: list[int] = []
    quotes = {'"': False, "'": False}
    for at, character in enumerate(text):
        made = _ALWAYS.get(character)
        if made is None:
            made = _made(text, at, character, view[-1] if view else "", quotes)
        if made:
            view.append(made)
            places.append(at)
    return "".join(view), tuple(places)


def _made(text: str, at: int, character: str, before: str, quotes: dict[str, bool]) -> str:
    """Return what one character becomes; empty where it is dropped."""
    if character in _BLANK:
        return _blank(before, text[at + 1 : at + 2])
    if character in quotes or character in "＂＇":
        return _quote('"' if character in '"＂' else "'", quotes)
    after = text[at + 1 : at + 2]
    if character in ",:":
        number = before.isdigit() and after.isdigit() and (character == ":" or text[at + 1 : at + 4].isdigit())
        return character if number else {",": "，", ":": "："}[character]
    if character == "-" and re.search(r"\d{4}年?\s*$", text[max(at - 8, 0) : at]) and after.isdigit():
        return "—" if re.match(r"\s*20\d\d(?!\d)", text[at + 1 :]) else "-"
    if character == "." and "\u4e00" <= before <= "\u9fff" and (not after.strip() or "\u4e00" <= after <= "\u9fff"):
        return "。"
    return character


def _blank(before: str, after: str) -> str:
    """Blanks stay between two words of Latin letters and between two numbers; anywhere else they say nothing."""
    latin = _LATIN.match(before) and _LATIN.match(after)
    return " " if latin or (before.isdigit() and after.isdigit()) else ""


def _quote(character: str, opened: dict[str, bool]) -> str:
    """Straight quotes open and close in turn."""
    opened[character] = not opened[character]
    pair = "“”" if character == '"' else "‘’"
    return pair[0] if opened[character] else pair[1]
