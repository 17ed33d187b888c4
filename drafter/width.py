"""The width of text in characters (字): what it takes on a line of paper, and twice that in columns of a terminal."""

from __future__ import annotations

import unicodedata


def width(text: str) -> float:
    """Return the width of a text: digits and Latin letters take half a character, marks over others nothing."""
    return sum(map(_cell, text))


def _cell(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 1 if unicodedata.east_asian_width(character) in "WFA" else 0.5
