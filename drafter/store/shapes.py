"""What the lines of a data file look like: keys with each sort of colon, entries, values of several lines."""

from __future__ import annotations

import re

from drafter.store.flow import BLANKS, bracket_end, quote_end, split_comment
from drafter.store.keys import every_key

KEY = re.compile(r"""(?P<key>'(?:[^']|'')*'|"[^"]*"|[^\s'"\[{#&*!|>%@`,\-:][^#]*?|-[^\s#][^#]*?):(?=[ \t]|$)""")
WIDE_KEY = re.compile(r"(?P<key>[^\s：:﹕∶︰，。“”]{1,20})[ \t]*[：﹕∶︰](?P<value>.*)")
TIGHT_KEY = re.compile(r"(?P<key>[^\s：:，。“”]{1,20}):(?P<value>[^ \t].*)")
_BARE_KEY = re.compile(r"(?P<key>[^\s：:#]+)(?:[ \u3000]+(?P<value>[^#\s].*))?")
JUNK = re.compile(r"(?P<blanks> *)(?P<junk>[^\w\s\"'\[{#\-][^\w\s]*[ \u3000]*)(?P<rest>\w.*)")
BLOCK = re.compile(r"[|>][+-]?(?P<width>[1-9]?)[+-]?[ \t]*(?:#.*)?")


def is_structure(body: str) -> bool:
    """Whether a line begins an entry rather than going on with a text."""
    if body.startswith("#") or re.match(r"-(\s|$)", body):
        return True
    body = body.removeprefix("-").strip()
    if KEY.match(body):
        return True
    match = WIDE_KEY.match(body) or TIGHT_KEY.match(body)
    return bool(match and match["key"] in every_key()) or body in every_key()


def is_entry(body: str) -> bool:
    """Whether a line has the form of an entry, though perhaps with a slip in it."""
    if re.match(r"-(?:\s|$|[^\s\-\d])|[\[{'\"]", body) or KEY.match(body):
        return True
    match = WIDE_KEY.match(body) or TIGHT_KEY.match(body)
    if match:
        return match["key"] in every_key() or (
            len(match["key"]) <= 12 and not match["value"].endswith(tuple("。；，、"))
        )
    return bare_entry(body) is not None


def bare_entry(body: str) -> tuple[str, str] | None:
    """Return the key and the value of a line that has lost the colon between them; None for any other."""
    match = _BARE_KEY.fullmatch(split_comment(body)[0])
    return (match["key"], match["value"] or "") if match and match["key"] in every_key() else None


def with_colon(body: str) -> tuple[str, str]:
    """Return a line with the colon that YAML knows, and its key; an empty key where it has none."""
    dash = body[: len(body) - len(body.lstrip("- "))]
    rest = body[len(dash) :]
    if plain := KEY.match(rest):
        return body, plain["key"].strip()
    if match := WIDE_KEY.match(rest) or TIGHT_KEY.match(rest):
        return f"{dash}{match['key']}: {match['value'].strip(BLANKS)}".rstrip(), match["key"]
    return body, ""


def closing_line(lines: list[str], number: int, value: str, parent: int) -> int:
    """Return the number of the line where a quote or bracket of line ``number`` closes; -1 where it does not.

    ``parent`` is the column of the key that the value belongs to: what follows must stand deeper.
    """
    ends = {'"': quote_end, "'": quote_end, "[": bracket_end, "{": bracket_end}.get(value[:1])
    if ends is None or ends(value) >= 0:
        return number
    joined = value
    for later in range(number + 1, min(number + 40, len(lines))):
        line = lines[later]
        body = line.strip(BLANKS)
        deeper = len(line) - len(line.lstrip(BLANKS)) > parent
        if body and (not deeper or is_structure(body)) and body[:1] not in "]}":
            return -1
        joined += "\n" + line
        if ends(joined) >= 0:
            return later
    return -1
