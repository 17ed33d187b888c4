"""Numbers as labels and dates write them, in Arabic digits or in Chinese numerals."""

from __future__ import annotations

from drafter.numbering import han

_DIGITS = {character: str(digit) for digit, character in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_VALUES = {han(number): number for number in range(1, 60)}


def number_of(text: str) -> int:
    """Return the number that a text is (12, 十二); 0 where it is none below sixty."""
    return int(text) if text.isdecimal() else _VALUES.get(text, 0)


def year_of(text: str) -> int:
    """Return the year that is written digit by digit (2025, 二〇二五).

    Raises:
        ValueError: another character stands among the digits.
    """
    return int("".join(_DIGITS.get(character, character) for character in text))
