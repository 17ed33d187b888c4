"""Whole numbers in Chinese numerals, as they are typed and printed: 二十三, 三百零五, digit by digit 二〇二五."""

from __future__ import annotations

import re
from functools import cache

_DIGITS = "零一二三四五六七八九"
_PLACES = ("千", "百", "十", "")
NUMERALS = f"〇○两{_DIGITS}十百千"
"""The characters of a number below ten thousand."""


def whole_of(text: str) -> int | None:
    """Return the number below ten thousand that a text is written out as; None for any other.

    三四 (three or four), 三百五 (350 as it is spoken) and 几十 are none.
    """
    plain = text.replace("两", "二")
    return _numbers().get(plain.removeprefix("一") if plain.startswith("一十") else plain)


def number_of(text: str) -> int:
    """Return the number that a label or a part of a date is (12, 十二); 0 where it is none."""
    return int(text) if text.isdecimal() else whole_of(text) or 0


def digits_of(text: str) -> str:
    """Return a text with its numerals as digits, one by one (二〇二五 is 2025)."""
    return "".join(str(_DIGITS.index(char)) if char in _DIGITS else char for char in re.sub("[〇○]", "零", text))


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers below ten thousand by how they are written out."""
    return {_written(number): number for number in range(10_000)}


def _written(number: int) -> str:
    """Write a number out: one 零 for the places that are left out between others, 十 without 一 at the beginning."""
    pairs = zip(f"{number:04}", _PLACES, strict=True)
    text = "".join(_DIGITS[int(digit)] + place * (digit != "0") for digit, place in pairs)
    while "零零" in text:
        text = text.replace("零零", "零")
    text = text.strip("零") or "零"
    return text.removeprefix("一") if text.startswith("一十") else text
