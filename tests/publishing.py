"""Reports on their way to the public, for tests."""

from __future__ import annotations

import datetime as dt
import random
import re
from typing import TYPE_CHECKING, Any

from given import asked_facts, asked_measures, value
from offices import FULL_NAMES
from reports import BASE

from drafter.outline import FACTS, MATTERS, Organ
from drafter.publication import Draft, Verdict, draft_of, examined
from drafter.report import Report

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2025, 1, 20)
SOUND: dict[str, Any] = BASE | {
    "报送": {
        "主送机关": ["区委", "区政府"],
        "署名": ["示例市云溪区人民政府清河街道办事处"],
        "成文日期": "2025年1月16日",
    },
    "数据": {
        "人民调解": {"来源": "司法所", "调解受理件数": "626", "调解成功件数": "618"},
        "法治宣传": {"来源": "司法所", "普法活动场次": "42"},
    },
    "不足和原因": [{"标题": "专业力量不足", "表现": "合同审查时限偏紧。", "原因": "专业力量集中在少数岗位"}],
    "第一责任人履职": [{"标题": "带头学法", "内容": "主要负责人带头讲授法治专题课。"}],
    "下一年度安排": [{"标题": "充实力量", "内容": "配齐法制审核人员，全年组织业务培训不少于4期。"}],
}


def changed(report: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a data file with keys changed, those of a mapping one by one."""
    result = dict(report)
    for key, change in changes.items():
        both = isinstance(change, dict) and isinstance(result.get(key), dict)
        result[key] = {**result[key], **change} if both else change
    return result


def draft(today: dt.date = TODAY, **changes: Any) -> Draft:
    """Return the draft of a sound report with keys changed."""
    return draft_of(Report.model_validate(changed(SOUND, **changes)), today)


def verdict(today: dt.date = TODAY, **changes: Any) -> Verdict:
    """Return what the gate says of a sound report with keys changed."""
    return examined(draft(today, **changes))


def refusals(**changes: Any) -> list[tuple[str, str]]:
    """Return (code, key) of what is refused."""
    return [(finding.code, finding.key) for finding in verdict(**changes).refused]


def clean(organ: Organ, skeleton: str, seed: int) -> Report:
    """Return a clean report: half of everything that an organ type is asked, drawn anew for each seed.

    Carry-overs are left out: the numbers of ``given`` do not balance from year to year.
    """
    drawn = random.Random(seed)  # noqa: S311 - the seed makes it the same each time
    data: dict[str, Any] = {}
    for matter in (matter for matter in MATTERS.values() if organ in matter.organs):
        asked = [name for name in asked_facts(matter.name, organ) if FACTS[name].kind != "rate"]
        facts = [name for name in asked if drawn.random() < 1 / 2 and not re.search("结转|未结", name)]
        taken = [name for name in asked_measures(matter.name, organ) if drawn.random() < 1 / 2]
        data[matter.name] = {name: value(name, facts) for name in facts} | {"开展工作": taken}
    unit = {"类型": organ.value, "全称": FULL_NAMES[organ], "简称": ""}
    sent = {"署名": [FULL_NAMES[organ]]}
    return Report.model_validate(changed(SOUND | {"数据": data}, 单位=unit, 报送=sent, 版式={"骨架": skeleton}))


def written(folder: Path, name: str, text: str) -> Path:
    """Write a data file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
