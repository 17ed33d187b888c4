"""Text on a screen of fixed columns: a Han character takes two of them."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

from prompt_toolkit.utils import get_cwidth

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEVER_FIRST = "，。、；：？！）】》”’％…—"
_NARROWEST, _WIDEST = 40, 100
_PIECES = re.compile(r"[!-~]+|.", re.DOTALL)
"""A run of ASCII stays together; every other character stands for itself."""


def columns() -> int:
    """Return how many columns texts may take."""
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST)) - 2


def wrapped(text: str, indent: str = "", width: int = 0) -> list[str]:
    """Return the lines of a text; punctuation that closes never begins one."""
    room = (width or columns()) - get_cwidth(indent)
    result: list[str] = []
    for paragraph in text.split("\n"):
        pieces = [part for piece in _PIECES.findall(paragraph) for part in _cut(piece, room)]
        line, used = "", 0
        for piece, following in pairwise([*pieces, ""]):
            wide = get_cwidth(piece)
            hanging = get_cwidth(following) if following and following[0] in _NEVER_FIRST else 0
            if used + wide + hanging > room and line:
                result.append(indent + line)
                line, used = "", 0
            line, used = line + piece, used + wide
        result.append((indent + line).rstrip() if line else "")
    return result


def _cut(piece: str, room: int) -> list[str]:
    """Cut a run of ASCII that is longer than a line."""
    return [piece[at : at + room] for at in range(0, len(piece), room)] if piece.isascii() else [piece]


def shortened(text: str, room: int) -> str:
    """Return a text that takes no more than some columns, with … where it was cut."""
    if get_cwidth(text) <= room:
        return text
    result = ""
    for char in text:
        if get_cwidth(result + char) > room - 2:
            break
        result += char
    return result + "…"


def joined(pieces: Sequence[str], width: int = 0) -> list[str]:
    """Return short pieces side by side, as many lines as they need."""
    result: list[str] = []
    for piece in pieces:
        longer = f"{result[-1]} │ {piece}" if result else ""
        if longer and get_cwidth(longer) <= (width or columns()):
            result[-1] = longer
        else:
            result.append(f" {piece}")
    return result


def fitted(above: Sequence[str], below: Sequence[str], room: int) -> tuple[list[str], list[str]]:
    """Return the rows above and below a place that there is room for: the nearest, and how many others there are."""
    upper = min(len(above), max(room - len(below), room // 2, 0))
    lower = min(len(below), max(room - upper, 0))
    if upper < len(above):
        hidden = len(above) - upper + 1
        above = [f"……（上面还有{hidden}项）", *above[hidden:]][:upper]
    if lower < len(below):
        hidden = len(below) - lower + 1
        below = [*below[:-hidden], f"……（下面还有{hidden}项）"][:lower]
    return list(above), list(below)


def ruled(title: str) -> str:
    """Return a line across the screen with a title in it."""
    head = f"── {title} "
    return head + "─" * max(2, columns() - get_cwidth(head))


def boxed(title: str, paragraphs: list[str]) -> str:
    """Return paragraphs between two rules."""
    body = [line for paragraph in paragraphs for line in wrapped(paragraph, "  ")]
    return "\n".join([ruled(title), *body, "─" * columns()])


_LONGEST = 160


def cut(text: str) -> str:
    """Return a message without its middle where it is long: a fault repeats what was typed, maybe a whole page."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}……{text[-half:]}"
