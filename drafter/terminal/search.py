"""Finding an item of a list by what is typed: its own characters, pinyin, or the initials of its pinyin."""

from __future__ import annotations

import unicodedata
from functools import cache


def plain(text: str) -> str:
    """Return a text as it is compared: no blanks, half-width, small letters."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def matches(typed: str, label: str) -> bool:
    """Tell whether a label contains what was typed.

    Characters stand for themselves, letters also for a Han character whose pinyin begins with them (人民调解 is found
    by 人民, rmtj, renmin, rm调解). Of a character with several readings each counts.
    """
    wanted, text = plain(typed), plain(label)
    if wanted in text:
        return True
    if not any(_is_letter(char) for char in wanted):
        return False
    return any(_goes_on(wanted, text[at:]) for at in range(len(text)))


def _goes_on(wanted: str, text: str) -> bool:
    """Tell whether a text begins with what is wanted; marks between the characters need not be typed."""
    if not wanted:
        return True
    if not text:
        return False
    if wanted[0] == text[0] and _goes_on(wanted[1:], text[1:]):
        return True
    if not text[0].isalnum():
        return _goes_on(wanted, text[1:])
    lengths = {length for reading in _readings(text[0]) for length in _shared(wanted, reading)}
    return any(_goes_on(wanted[length:], text[1:]) for length in lengths)


def _shared(wanted: str, reading: str) -> range:
    """Return how many letters of a reading may have been typed: from the first as far as both are the same."""
    same = 0
    while same < min(len(wanted), len(reading)) and wanted[same] == reading[same]:
        same += 1
    return range(1, same + 1)


@cache
def _readings(char: str) -> frozenset[str]:
    """Return the readings of a character, without tones; ü is v, as it is typed."""
    if char.isascii():
        return frozenset()
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its dictionary takes a while to load

    found = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(reading for readings in found for reading in readings)


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z"
