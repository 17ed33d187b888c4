"""From pydantic's errors to what the clerk reads: mapped by error type, never by text."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from drafter.outline import FACTS, MEASURES, RETIRED

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """Return “是不是想写“…”？” with the nearest of some names (all of the nearest, where several are), or nothing."""
    close = difflib.get_close_matches(name, list(dict.fromkeys(names)), n=3, cutoff=0.5)
    best = [other for other in close if _likeness(other, name) == _likeness(close[0], name)]
    return f"是不是想写{'或'.join(f'“{other}”' for other in reversed(best))}？" if best else ""


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _unknown(path: tuple[str | int, ...], known: list[str]) -> tuple[str, str]:
    name = str(path[-1])
    if name in RETIRED:
        return f"“{name}”已改名", f"请改写为“{RETIRED[name]}”"
    above = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    where = f"“{above}”里" if above else "文件里"
    if name == "密级":
        return "这里不能写密级", "涉密文稿不得用本程序处理"
    what = f"{where}没有“{name}”这一项"
    if len(path) == 3 and path[0] == "数据":
        return what, _misplaced_fact(name, known)
    return what, nearest(name, known) or _choices(known)


def _misplaced_fact(name: str, known: list[str]) -> str:
    if name in FACTS:
        return f"它属于事项“{FACTS[name].matter}”，请移到那里"
    if name in MEASURES:
        return "这是做法，请写在“开展工作”下面，行首加“- ”"
    return nearest(name, known) or "程序不认识的数请写进“自拟数据”"


def _choices(known: list[str]) -> str:
    shown = "、".join(known[:12])
    return f"可以写：{shown}{' 等' if len(known) > 12 else ''}" if known else "请删去"


def explain(error: dict[str, Any], known: list[str]) -> tuple[str, str]:
    """Return (what is wrong, what to write instead) for one pydantic error; ``known`` are the keys allowed there."""
    path, context = error["loc"], error.get("ctx", {})
    match error["type"]:
        case "fault":
            return context["what"], context["remedy"]
        case "extra_forbidden":
            return _unknown(path, known)
        case "missing":
            return f"缺少“{path[-1]}”", f"请补上“{path[-1]}: …”这一行"
        case "enum" | "literal_error":
            allowed = context.get("expected", "").replace("'", "").replace(", ", "、").replace(" or ", "、")
            return f"“{error['input']}”不是可选的值", f"请从中选一个：{allowed}"
        case "list_type":
            return "这里应当是列表", "每一项另起一行，行首写“- ”"
        case "model_type" | "dict_type" | "model_attributes_type":
            return "这里应当分层填写", "请在下一行退两格，写“项目: 值”"
        case _:
            return f"“{error['input']}”不合要求", "请对照示例文件改写"
