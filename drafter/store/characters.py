"""Characters that no text of a report may hold: they cannot be seen, or they mean something else on each machine."""

from __future__ import annotations

import unicodedata

from drafter.store.syntax import Slip

_LINE_ENDS = "\u0085\u2028\u2029"


def wrong_character(char: str) -> str:
    """Return what is wrong with a character; an empty text where nothing is."""
    if char in "\n\t" or " " <= char <= "~" or "\u4e00" <= char <= "\u9fff":
        return ""
    kind = unicodedata.category(char)
    if char == "\ufffd":
        return "有乱码“\ufffd”"
    if kind == "Co":
        return f"有专用区字符（U+{ord(char):04X}，多为造字或图标），换一台机器就认不得"
    if kind in {"Cc", "Cf", "Cs", "Zl", "Zp"} or char in _LINE_ENDS or ord(char) & 0xFFFE == 0xFFFE:
        return f"有看不见的控制字符（U+{ord(char):04X}）"
    return ""


def sifted(text: str) -> tuple[str, list[Slip]]:
    """Return a text without the characters that are refused, and where they stood."""
    kept: list[str] = []
    slips: list[Slip] = []
    line, begin = 1, 0
    for index, char in enumerate(text):
        if char == "\r" and text[index + 1 : index + 2] == "\n":
            kept.append(char)
            continue
        what = wrong_character(char)
        if not what:
            kept.append(char)
        elif not slips or slips[-1].line != line:
            before = text[max(begin, index - 6) : index].strip()
            where = f"它在“{before}”之后；" if before else "它在行首；"
            slips.append(Slip(line, "", what, f"{where}请删去，或把这几个字重新打一遍"))
        if char == "\n":
            line, begin = line + 1, index + 1
    return "".join(kept), slips
