"""Tables in a terminal: a Han character takes two columns."""

from __future__ import annotations

from drafter.width import width


def cells(text: str) -> int:
    """Return how many columns a text takes."""
    return round(2 * width(text))


def padded(text: str, room: int) -> str:
    """Return a text with blanks behind it, so that what follows stands in the same column of every line."""
    return text + " " * max(room - cells(text), 1)
