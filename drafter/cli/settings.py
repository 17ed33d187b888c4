"""``drafter.yaml`` beside the files that are checked: 豁免 for reports that come from elsewhere."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from drafter.checks.text.waivers import Waiver
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "drafter.yaml"
_WAIVERS = "豁免"
_KEYS = {"文件", "规则", "位置", "理由"}


def waivers_for(file: Path) -> list[Waiver]:
    """Return the waivers that a ``drafter.yaml`` in the folder of a file gives for it.

    Raises:
        DrafterError: the settings cannot be read, or an entry has no rule or no reason.
    """
    path = file.parent / SETTINGS
    if not path.is_file() or path == file:
        return []
    entries = _entries(path)
    return [
        Waiver(str(entry["规则"]), str(entry.get("位置") or ""), str(entry["理由"]))
        for entry in entries
        if fnmatch(file.name, str(entry.get("文件") or "*"))
    ]


def _entries(path: Path) -> list[dict[str, Any]]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only where there are settings
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    try:
        read = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8-sig")) or {}
        entries = read.get(_WAIVERS) or []
    except (OSError, UnicodeDecodeError, YAMLError, AttributeError):
        read, entries = {}, None
    if not isinstance(entries, list) or set(read) - {_WAIVERS}:
        raise DrafterError(f"{path} 读不出来。请按“豁免:”下面一行一条“- {{规则: 标点-01, 理由: ……}}”来写。")
    for entry in entries:
        if not isinstance(entry, dict) or not entry.get("规则") or not entry.get("理由") or set(entry) - _KEYS:
            raise DrafterError(f"{path}：豁免的每一条要有“规则”和“理由”，可以有“文件”“位置”。请核对：{entry}")
    return entries
