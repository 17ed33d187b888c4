"""密级 marks: a text that carries one is none of this program's business.

《中华人民共和国保守国家秘密法》: carriers of state secrets are marked; a machine outside the secret network may not
process them. 密级标志: GB/T 9704—2012, 7.2.2 (密级和保密期限, joined by “★”).
"""

from __future__ import annotations

import re

_LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
_MARK = re.compile(rf"{_LEVEL}[ \t\u3000]*[★☆]|密[ \t\u3000]*级[\"'”]?[ \t\u3000]*[:：][ \t\u3000]*[\"'“]?{_LEVEL}")
_KEY = re.compile(
    r"^[ \t\u3000]*(?:-[ \t]*)?[\"']?密[ \t\u3000]*级[\"']?[ \t\u3000]*[:：](?P<value>[^\n#]*)",
    re.MULTILINE,
)
_OPEN = frozenset({"", "无", "非密", "不涉密", "公开", "否", "~", "null", "不适用", "待填"})


def secret_line(text: str) -> int:
    """Return the line of the first 密级 mark; 0 where there is none."""
    starts = [match.start() for match in _MARK.finditer(text)]
    starts += [match.end() for match in _KEY.finditer(text) if match["value"].strip(" \t\u3000\r\"'“”") not in _OPEN]
    return text.count("\n", 0, min(starts)) + 1 if starts else 0
