"""Registers of wrong words: an office adds its own in a folder that ``DRAFTER_REGISTER`` names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from drafter.checks.text import Line, check_text, entries, subject_of_lines
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Add = Callable[..., None]

NAME = "wrong_characters"


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Add]:
    """Return what puts entries into the office's own register."""

    def written(*items: Any, encoding: str = "utf-8") -> None:
        content = json.dumps({"条目": items}, ensure_ascii=False)
        (tmp_path / f"{NAME}.json").write_text(content, encoding=encoding)

    monkeypatch.setenv("DRAFTER_REGISTER", str(tmp_path))
    entries.register.cache_clear()
    yield written
    entries.register.cache_clear()


def words(text: str) -> list[str]:
    """Return what 用字-01 says of a text."""
    return [
        f.message for f in check_text(subject_of_lines([Line("一、主要举措和成效"), Line(text)])) if f.code == "用字-01"
    ]


def test_an_office_adds_its_own(add: Add) -> None:
    """Each word is found behind those of the program, two of them in one paragraph too; a mark in a word is itself."""
    add({"误": "云上半", "正": "云上办"}, {"误": "云山+办", "正": "云山加办", "含": "云山"})
    told = words("推行云上半和云山+办的做法。")
    assert told == ["“云上半”有误或不规范，请写“云上办”", "“云山+办”有误或不规范，请写“云山加办”"]


@pytest.mark.parametrize(
    "item",
    [
        {"误": "甲", "模式": "(", "正": "乙"},
        {"误": "甲", "级别": "严重", "正": "乙"},
        {"正": "乙"},
        {"误": ["甲"], "正": "乙"},
        "甲",
    ],
)
def test_an_entry_that_no_rule_can_use_is_refused(add: Add, item: Any) -> None:
    """The file is named, with where to see how an entry is written."""
    add(item)
    with pytest.raises(DrafterError, match=f"{NAME}.json 读不出来。请照 templates/register 里的样子写"):
        words("推行网上办。")


def test_a_register_in_another_encoding_is_refused(add: Add) -> None:
    """So is one that old editors of Windows have saved as GBK."""
    add({"误": "云上半", "正": "云上办"}, encoding="gbk")
    with pytest.raises(DrafterError, match="读不出来"):
        words("推行网上办。")
