"""From pydantic's errors to what the clerk reads: mapped by error type, never by text."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from drafter.outline import FACTS, MATTERS, MEASURES, RETIRED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_EXAMPLES = {
    "年度": "2024",
    "单位": "（下一行起行首空两格，写“类型: 街道”“全称: …”）",
    "类型": "街道（或 省级政府、市级政府、县级政府、政府部门、乡镇、管委会）",
    "事项": "人民调解",
}


def nearest(name: str, names: Iterable[str]) -> str:
    """Return “是不是想写“…”？” with the nearest of some names (all of the nearest, where several are), or nothing."""
    close = difflib.get_close_matches(name, list(dict.fromkeys(names)), n=3, cutoff=0.5)
    best = [other for other in close if _likeness(other, name) == _likeness(close[0], name)]
    return f"是不是想写{'或'.join(f'“{other}”' for other in reversed(best))}？" if best else ""


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _unknown(path: tuple[str | int, ...], known: list[str], homes: Sequence[str]) -> tuple[str, str]:
    """Explain a key that does not belong where it stands."""
    name = str(path[-1])
    if name in RETIRED:
        return f"“{name}”已改名", f"请改写为“{RETIRED[name]}”"
    if name == "密级":
        return "这里不能写密级", "涉密文稿不得用本程序处理；不涉密的请删去这一行"
    above = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    what = f"{f'“{above}”里' if above else '文件里'}没有“{name}”这一项"
    return what, _home(name, path, homes) or nearest(name, known) or _choices(known, path)


def _home(name: str, path: tuple[str | int, ...], homes: Sequence[str]) -> str:
    """Say where a key belongs that stands in the wrong place."""
    if name in FACTS:
        return f"它是事项“{FACTS[name].matter}”的数，请移到“数据”的“{FACTS[name].matter}”下面"
    if name in MATTERS:
        return "它是一个事项，请移到“数据”下面，行首空两格"
    if name in MEASURES:
        same = path[0] == "数据" and len(path) > 2 and path[1] == MEASURES[name].matter
        where = "" if same else f"“{MEASURES[name].matter}”的"
        return f"它是做法，请写在{where}“开展工作”下面，行首加“- ”"
    if len(path) == 2 and path[0] == "数据" and name in {"来源", "开展工作"}:
        return "它写在一个事项下面，请在行首再空两格"
    if len(path) == 1 and homes:
        return f"它写在{'或'.join(f'“{home}”' for home in homes[:3])}下面，请移到那里，行首空两格"
    return ""


def _choices(known: list[str], path: tuple[str | int, ...]) -> str:
    if len(path) == 3 and path[0] == "数据":
        return "请核对名称（drafter explain 可以查）；程序没有的数请写进“自拟数据”"
    shown = "、".join(known[:12])
    return f"可以写：{shown}{' 等' if len(known) > 12 else ''}" if known else "请删去这一行"


def _chosen(error: dict[str, Any]) -> tuple[str, str]:
    """Explain a value that is not one of a few."""
    given = error["input"]
    if error["loc"] == ("格式版本",):
        return f"格式版本是“{given}”，这个程序只认 1", "文件若由新版程序写成，请升级程序；否则请改写为：格式版本: 1"
    if isinstance(given, (list, dict)):
        return _one_text(given)
    allowed = re.findall("'([^']+)'", error.get("ctx", {}).get("expected", ""))
    return f"“{given}”不是可选的值", f"{nearest(str(given), allowed)}可选：{'、'.join(allowed)}"


def _one_text(given: Any) -> tuple[str, str]:
    """Explain that a text is expected."""
    if given is None:
        return "冒号后面空着", "请填上，或者删去这一行"
    if isinstance(given, list):
        return "这里只要一项，写成了列表", "请删去行首的“-”或方括号，只写一项"
    return "这里只要一项文字，下面又分了层", "请把内容写在冒号后面；长文写在“|”的下一行"


def _nested(given: Any) -> tuple[str, str]:
    """Explain that keys are expected."""
    if isinstance(given, list):
        return "这里不要列表", "请删去行首的“- ”，写“项目: 值”，行首空格照旧"
    return "这里应当分层填写", "请在下一行行首多空两格，写“项目: 值”；没有内容的，冒号后面空着"


def explain(error: dict[str, Any], known: list[str], homes: Sequence[str] = ()) -> tuple[str, str]:
    """Return (what is wrong, what to write instead) for one error of the model.

    ``known`` are the keys allowed there, ``homes`` the sections of the file in which an unknown key would be right.
    """
    path, context = error["loc"], error.get("ctx", {})
    kind = error["type"]
    if kind == "missing":
        example = _EXAMPLES.get(str(path[-1]), "…")
        return f"缺少“{path[-1]}”", f"请补上这一行：{path[-1]}: {example}"
    table: dict[str, Callable[[], tuple[str, str]]] = {
        "fault": lambda: (context["what"], context["remedy"]),
        "extra_forbidden": lambda: _unknown(path, known, homes),
        "enum": lambda: _chosen(error),
        "literal_error": lambda: _chosen(error),
        "string_type": lambda: _one_text(error["input"]),
        "list_type": lambda: ("这里应当是列表", "请每一项另起一行，行首写“- ”；没有内容的，冒号后面空着"),
        "model_type": lambda: _nested(error["input"]),
        "dict_type": lambda: _nested(error["input"]),
    }
    return table.get(kind, lambda: (f"“{error['input']}”不合要求", "请对照示例文件改写"))()
