"""The numbers of labels and of dates, in Arabic digits or in Chinese numerals."""

from __future__ import annotations

from drafter.numbering import han

_VALUES = {han(number): number for number in range(1, 60)}


def number_of(text: str) -> int:
    """Return the number that a text is (12, 十二); 0 where it is none below sixty."""
    return int(text) if text.isdecimal() else _VALUES.get(text, 0)
