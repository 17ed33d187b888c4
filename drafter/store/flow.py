"""Quotes, brackets and comments within one line of YAML."""

from __future__ import annotations

import re

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009\u202f"
"""Every blank that a clerk may type; YAML knows the first one only."""

_HASH = re.compile(r"(?:^|[ \t])#")


def quote_end(text: str, start: int = 0) -> int:
    """Return the index after the quote that closes the one at ``start``; -1 where none does."""
    mark, index = text[start], start + 1
    while index < len(text):
        if mark == '"' and text[index] == "\\":
            index += 1
        elif text[index] == mark:
            if mark == '"' or text[index + 1 : index + 2] != "'":
                return index + 1
            index += 1
        index += 1
    return -1


def bracket_end(text: str, start: int = 0) -> int:
    """Return the index after the bracket that closes the one at ``start``; -1 where none does."""
    depth, index = 0, start
    while index < len(text):
        char = text[index]
        if char in "\"'" and text[index - 1] in "[{,: ":
            index = quote_end(text, index)
            if index < 0:
                return -1
            continue
        depth += (char in "[{") - (char in "]}")
        index += 1
        if not depth:
            return index
    return -1


def split_comment(text: str) -> tuple[str, str]:
    """Return a plain value and what follows it: blanks and a comment."""
    found = _HASH.search(text)
    body = text[: found.start()] if found else text
    body = body.rstrip(BLANKS)
    return body, text[len(body) :]


def unquoted(text: str) -> str:
    """Return a text with what stands between ASCII quotes blanked out."""
    return re.sub(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"", lambda found: "x" * len(found[0]), text)


def quoted(text: str) -> str:
    """Return a text of one line in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def shortened(line: str) -> str:
    """Return a line as a message can show it."""
    line = line.strip(BLANKS)
    return line if len(line) <= 44 else f"{line[:28]}……{line[-10:]}"
