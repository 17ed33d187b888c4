"""The entries that an office adds to the registers (``登记.yaml``): refused where no rule could use them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from drafter.checks.rules import Level
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Item: TypeAlias = dict[str, Any]

NEEDED = {
    "文件": ("名称",),
    "学习用书": ("名称",),
    "已废止": ("名称", "废止", "替代"),
    "党的会议": ("名称", "闭"),
    "法治政府目标": ("写法", "期间"),
    "规划期": ("简称", "期间"),
    "固定用语": ("正", "误"),
    "过时用语": ("旧", "模式", "自", "新"),
    "相对时间": ("词", "模式", "改为"),
}
"""What an entry of each part cannot be without; the first is its name."""
_SEVERAL = {"文件": ("简称", "常见误写"), "学习用书": ("常见误写",), "固定用语": ("误",)}
"""Keys that take several texts; one alone need not stand in brackets."""


@cache
def own_entries(path: Path) -> dict[str, list[Item]]:
    """Return the entries of an office by part; nothing where there is no such file.

    Raises:
        DrafterError: the file cannot be read, or an entry is not of the form that ``register`` shows.
    """
    if not path.is_file():
        return {}
    from ruamel.yaml import YAML  # noqa: PLC0415 - only where there is such a file
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - as above

    try:
        read = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8-sig")) or {}
    except (OSError, UnicodeDecodeError, YAMLError):
        raise DrafterError(f"{path} 读不出来。请照“drafter explain 名称-05”里的样子写。") from None
    for part, items in read.items() if isinstance(read, dict) else [("", None)]:
        if part not in NEEDED or not isinstance(items, list):
            raise DrafterError(f"{path}：“{part}”写得不对。可以有 {'、'.join(NEEDED)}，每一条要有名称。请核对")
    return {part: [_entry(part, item, path) for item in items] for part, items in read.items()}


def _entry(part: str, given: Any, path: Path) -> Item:
    """Return an entry with its days as text and its lists as lists."""
    item = {str(key): _text(value) for key, value in given.items()} if isinstance(given, dict) else {}
    for key in _SEVERAL.get(part, ()):
        if isinstance(item.get(key), str):
            item[key] = [item[key]]
    missing = [key for key in NEEDED[part] if item.get(key) in (None, "", [])]
    wrong = [key for key, is_right in _FORMS.items() if item.get(key) is not None and not is_right(item[key])]
    if missing or wrong:
        what = f"缺少“{missing[0]}”" if missing else f"“{wrong[0]}”写得不对"
        name = item.get(NEEDED[part][0]) or given
        raise DrafterError(f"{path}：“{part}”里的“{name}”{what}。请照“drafter explain 名称-05”里的样子写。")
    return item


def _text(value: Any) -> Any:
    """Return a day that YAML took for one as it was written, and anything else as it is."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _is_day(value: Any) -> bool:
    try:
        return bool(dt.date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _is_span(value: Any) -> bool:
    """Whether a value is a pair of years, the second of which may be open."""
    if not isinstance(value, list) or len(value) != 2:
        return False
    return isinstance(value[0], int) and isinstance(value[1], (int, type(None)))


def _is_pattern(value: Any) -> bool:
    try:
        return bool(re.compile(value))
    except (TypeError, re.error):
        return False


def _begins_with_year(value: Any) -> bool:
    return re.match(r"\d{4}", str(value)) is not None


_FORMS: dict[str, Callable[[Any], bool]] = {
    "闭": _is_day,
    "废止": _begins_with_year,
    "自": _begins_with_year,
    "适用报告年度": _is_span,
    "期间": _is_span,
    "模式": _is_pattern,
    "级别": lambda value: value in get_args(Level),
}
"""What a value has to be, whatever entry it stands in."""
