"""Values as the program writes them: block style, long texts below “|”, quotes only where YAML needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.store.flow import BLANKS, quoted
from drafter.store.keys import every_key
from drafter.store.values import wrong_value

if TYPE_CHECKING:
    from drafter.store.nodes import Plain

_UNSAFE_START = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=~【]|\.\.\.")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_KEY_LIKE = re.compile(r"([^\s：:﹕∶︰]+)[ \t]*[：:﹕∶︰]")


def inline(text: str, *, flow: bool = False) -> str:
    """Return a text as one line of YAML, without quotes where that reads back unchanged."""
    if re.search(r"[\n\t]", text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    return text if _is_plain(text) and not (flow and re.search(r"[,\[\]{}，]|: ", text)) else quoted(text)


def _is_plain(text: str) -> bool:
    if text in _NOTHING or text != text.strip(BLANKS) or _UNSAFE_START.match(text):
        return False
    key = _KEY_LIKE.match(text)
    if (key and key[1] in every_key()) or text.endswith(":") or re.search(r":\s|\s#", text):
        return False
    return wrong_value("事项", text, closes_later=False) is None


def key_text(key: str) -> str:
    """Return a key as it stands before the colon."""
    return quoted(key) if "#" in key or "：" in key or inline(key) != key else key


def _is_literal(text: str) -> bool:
    """Whether a text of several lines reads back unchanged from below “|”: “|” drops the line ends at its end."""
    return "\n" in text and not text.endswith("\n") and all(not line or line.strip() for line in text.split("\n"))


def value_lines(value: Plain, column: int) -> tuple[str, list[str]]:
    """Return what follows the colon of a key (or the “-”) that stands at a column, and the lines below it."""
    if value is None:
        return "", []
    if isinstance(value, str):
        return _literal(value, " " * (column + 2)) if _is_literal(value) else (f" {inline(value)}", [])
    if not value:
        return (" []" if isinstance(value, list) else " {}"), []
    if isinstance(value, list):
        return "", [line for item in value for line in item_lines(item, column + 2)]
    return "", [line for key, below in value.items() for line in entry_lines(key, below, column + 2)]


def _literal(text: str, margin: str) -> tuple[str, list[str]]:
    indented = "2" if re.match(r"\n* ", text) or text[0] == "\n" else ""
    return f" |{indented}", [margin + line if line else "" for line in text.split("\n")]


def entry_lines(key: str, value: Plain, column: int) -> list[str]:
    """Return the lines of a key with its value."""
    head, body = value_lines(value, column)
    return [f"{' ' * column}{key_text(key)}:{head}", *body]


def item_lines(value: Plain, column: int) -> list[str]:
    """Return the lines of an item of a list."""
    if isinstance(value, dict) and value:
        lines = [line for key, below in value.items() for line in entry_lines(key, below, column + 2)]
        return [f"{' ' * column}- {lines[0][column + 2 :]}", *lines[1:]]
    head, body = value_lines(value, column)
    return [f"{' ' * column}-{head}", *body]
