"""Whatever stands in a data file, it is read or refused with what is wrong: no other error, no line without end.

The hard lines repeat one piece up to fifty thousand characters: a pattern that tries every place against every other
would not come back from all of them within the hour.
"""

from __future__ import annotations

import pytest

from drafter.errors import InputError
from drafter.store.check import check

SIZE = 50_000
HEAD = "年度: 2024\n单位:\n  类型: 街道\n  全称: 示例市云溪区人民政府清河街道办事处\n开头:\n  目标: "
PIECES = (
    *(" ", "\t", "\u3000", "b ", "# ", "- ", "a:", "甲：", "甲: ", "|", "> "),
    *("'", '"', '"\\', "[", "[甲, ", "{甲: ", "]", "}", "&", "*", "!", "%", "@", "`"),
    *("1", "{数}", "【待填：", "【内部：", "【内部：】", "，", "“", "密 ", "密级", "绝 ", "秘密 "),
)


@pytest.mark.parametrize("where", ["甲", "|\n    ", "甲\n单位 b", "甲\n"], ids=["value", "text", "entry", "line"])
@pytest.mark.parametrize("piece", PIECES)
def test_a_line_without_end(piece: str, where: str) -> None:
    """One piece again and again, as a value, as a text, behind a key without its colon, as a line of its own."""
    text = f"{HEAD}{where}{piece * (SIZE // len(piece))}x\n"
    try:
        report = check(text, "a.yaml").report
    except InputError as error:
        assert error.faults
    else:
        assert report.year == 2024
