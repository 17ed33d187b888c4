"""【内部：…】: what the draft for the leaders says and the public version does not.

The mark may hold a gap (【待填：…】) and reach over several lines; line breaks stay where they are, so that every other
piece of the text keeps its line in the data file.
"""

from __future__ import annotations

import re

MARK = "【内部"
"""What remains in a text where a mark has not been understood: nothing with it may be published."""
_INTERNAL = re.compile(r"【内部[：:]((?:[^【】]|【[^【】]*】)*)】")
_SEAM = "\ue005"  # private use: no text of a data file holds it
_DANGLING = re.compile(rf"[，、；：]{_SEAM}(\n*)(?=[。！？；])")
_LEADING = re.compile(rf"(^|[。！？；，、：\n]){_SEAM}(\n*)[。；，、：]")


def internal(text: str) -> list[str]:
    """Return the passages of a text that are internal."""
    return [match[1].strip() for match in _INTERNAL.finditer(text)]


def opened(text: str) -> str:
    """Return a text with its internal passages printed plainly."""
    return _INTERNAL.sub(lambda match: match[1], text)


def closed(text: str) -> str:
    """Return a text without its internal passages; of two marks that would meet at the seam one goes with them."""
    cut = _INTERNAL.sub(lambda match: _SEAM + "\n" * match[0].count("\n"), text)
    return _LEADING.sub(r"\1\2", _DANGLING.sub(r"\1", cut)).replace(_SEAM, "")
