"""The registers of laws, plans, meetings and fixed phrases: ``templates/register/*.json``, read when first needed.

An office adds its own entries in a file ``登记.yaml``, beside the file that is checked or in ``.drafter`` of the home
folder. It has the keys of the program's registers; an entry of the same name replaces the program's::

    文件:
      - 名称: 示例市法治政府建设实施方案（2026—2030年）
        简称: [市实施方案]
        适用报告年度: [2026, 2030]
        常见误写: [示例市法治政府建设实施计划（2026—2030年）]
        出处: 示例市政府网站2026-05-01
    已废止:
      - {名称: 示例市旧办法, 废止: '2024-01-01', 替代: 示例市新办法, 出处: 市政府令第1号}
    党的会议:
      - {名称: 二十届五中全会, 短称: 五中全会, 届: 20, 序: 5, 开: '2026-10-26', 闭: '2026-10-29', 出处: 公报, 可信度: V}
    固定用语:
      - {正: 示例市“一网通管”, 误: [示例市“一网通关”], 出处: 市政府文件}
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.checks.text.own import own_entries
from drafter.resources import own_folder, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Level
    from drafter.checks.text.own import Item
    from drafter.checks.text.subject import TextSubject

FILE = "登记.yaml"
Items: TypeAlias = tuple["Item", ...]

_FILES = {
    "文件": "instruments",
    "学习用书": "instruments",
    "已废止": "instruments",
    "党的会议": "politics",
    "法治政府目标": "politics",
    "规划期": "politics",
    "固定用语": "politics",
    "过时用语": "politics",
    "相对时间": "politics",
}
_NAMES = ("名称", "正", "旧", "词", "简称", "写法")
_folder: ContextVar[Path | None] = ContextVar("folder", default=None)


@contextmanager
def beside(file: Path) -> Iterator[None]:
    """While a file is checked, read the ``登记.yaml`` beside it."""
    token = _folder.set(file.parent.absolute())
    try:
        yield
    finally:
        _folder.reset(token)


def folder_of(subject: TextSubject) -> Path | None:
    """Return the folder of the file that a subject was made from, where it is known."""
    named = subject.report.places.file if subject.report else ""
    return _folder.get() or (Path(named).parent.absolute() if named else None)


def entries(name: str, folder: Path | None = None) -> Items:
    """Return the entries of one part of the registers, those of the office included."""
    return _merged(name, folder)


@cache
def _merged(name: str, folder: Path | None) -> Items:
    made = {_key(item): item for item in _register(_FILES[name])[name]}
    for place in dict.fromkeys((own_folder(), folder)):
        for item in own_entries(place / FILE).get(name, []) if place else []:
            made[_key(item)] = item
    return tuple(made.values())


def _key(item: Item) -> str:
    name = next((str(item[key]) for key in _NAMES if isinstance(item.get(key), str)), "")
    return name + str(item.get("期间", "")) if name else ""


@cache
def _register(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(text(f"templates/register/{name}.json"))
    return read


@cache
def statutes() -> frozenset[str]:
    """Return the names of all national laws and 行政法规, old ones included."""
    read = _register("statutes")
    return frozenset((*read["法律"], *read["行政法规"]))


def graded(level: Level, item: Item) -> Level:
    """Return the level that an entry supports: one from memory gives 提示 at most."""
    return "提示" if item.get("可信度", "V") not in {"V", "P"} else level
