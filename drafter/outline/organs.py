"""Words that depend on the organ: how each organ type calls itself, its meetings, its leaders, those below it.

Wording files use these words (``{{ 党组织 }}``) and never the words of one organ type. Every word can be replaced in
the data file under 单位.词语. Source: 实务.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from drafter.outline.structure import Organ

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD_NAMES = (
    "党组织", "党组织会议", "中心组", "决策会议", "主要负责人", "负责人统称", "下辖", "村社", "范围", "自称", "上级",
)  # fmt: skip

_TABLE: dict[Organ, tuple[str, ...]] = {
    Organ.PROVINCE: (
        "{层}政府党组", "{层}政府党组会议", "{层}政府党组理论学习中心组", "{层}政府常务会议", "{层}政府主要负责人",
        "党政主要负责人", "各市、各部门", "村（社区）", "全{区}", "{层}政府", "党中央、国务院",
    ),
    Organ.CITY: (
        "市政府党组", "市政府党组会议", "市政府党组理论学习中心组", "市政府常务会议", "市政府主要负责人",
        "党政主要负责人", "各县（市、区）、各部门", "村（社区）", "全市", "市政府", "省委、省政府",
    ),
    Organ.COUNTY: (
        "{层}政府党组", "{层}政府党组会议", "{层}政府党组理论学习中心组", "{层}政府常务会议", "{层}党政主要负责人",
        "党政主要负责人", "各乡镇（街道）、各部门", "村（社区）", "全{层}", "{层}政府", "市委、市政府",
    ),
    Organ.DEPARTMENT: (
        "{层}党组", "{层}党组会议", "{层}党组理论学习中心组", "{办公会}", "{层}主要负责人",
        "主要负责人", "各科室（单位）", "村（社区）", "全系统", "{层}", "{上级}",
    ),
    Organ.TOWN: (
        "{层}党委", "{层}党委会议", "{层}党委理论学习中心组", "{层}长办公会议", "{层}党政主要负责人",
        "党政主要负责人", "各村（社区）", "村（社区）", "全{层}", "{层}", "{上级}",
    ),
    Organ.STREET: (
        "街道党工委", "党工委会议", "党工委理论学习中心组", "主任办公会议", "街道党政主要负责人",
        "党政主要负责人", "各社区（村）", "社区（村）", "街道", "街道", "{上级}",
    ),
    Organ.COMMITTEE: (
        "党工委", "党工委会议", "党工委理论学习中心组", "主任办公会议", "党工委、管委会主要负责人",
        "党政主要负责人", "各社区（村）、园区", "社区（村）", "{区}", "管委会", "市委、市政府",
    ),
}  # fmt: skip


def words(organ: Organ, full_name: str) -> Mapping[str, str]:
    """Return the words of an organ, chosen by its type and the last characters of its full name."""
    layer = _layer(organ, full_name)
    slots = {
        "层": layer,
        "上级": _upper(full_name),
        "区": _area(organ, full_name),
        "办公会": {"局": "局长办公会议", "厅": "厅长办公会议"}.get(layer, "主任办公会议"),
    }
    return MappingProxyType(
        {name: form.format(**slots) for name, form in zip(WORD_NAMES, _TABLE[organ], strict=True)},
    )


NEUTRAL = MappingProxyType(
    {
        "党组织": "党委（党工委、党组）",
        "党组织会议": "党委（党工委、党组）会议",
        "中心组": "党委（党工委、党组）理论学习中心组",
        "决策会议": "政府常务会议（办公会议）",
        "负责人统称": "党政主要负责人",
        "村社": "村（社区）",
    }
)
"""The words of no organ in particular, for readers who are of any type: the schema, ``drafter explain``."""


def worded(text: str, called: Mapping[str, str] = NEUTRAL) -> str:
    """Return a text of the outline (“{决策会议}会前学法几次？”) with the words of an organ."""
    return re.sub(r"\{(.+?)\}", lambda match: called[match[1]], text)


def _layer(organ: Organ, name: str) -> str:
    """Return 县 or 市 or 区, 镇 or 乡, 局 or 委 or 办 or 厅."""
    stem = name.removesuffix("人民政府")
    match organ:
        case Organ.PROVINCE:
            return "市" if stem.endswith("市") else "自治区" if stem.endswith("自治区") else "省"
        case Organ.COUNTY:
            return stem[-1:] if stem[-1:] in {"县", "市", "区", "旗"} else "县"
        case Organ.DEPARTMENT:
            tail = "委" if name.endswith("委员会") else "办" if name.endswith("办公室") else name[-1:]
            return tail if tail in {"局", "委", "办", "厅"} else "局"
        case Organ.TOWN:
            return "乡" if stem.endswith("乡") else "镇"
        case _:
            return ""


_AREA = re.compile(r"(?<![城社])[县区市旗省](?![场容域]|政(?:公用|工程|园林|设施|管理))")
"""The last character of the name of an area; not that of 市场, 城市, 市容, 市政工程, 区域, 社区."""


def _upper(name: str) -> str:
    """Return 党委 and 政府 of the province, city or county that the organ stands under, as its name shows them."""
    ends = [found.end() for found in _AREA.finditer(name)]
    body = name[: ends[-1]] if ends else ""
    if body.endswith("自治区"):
        return "自治区党委、自治区政府"
    layer = body[-1:] or "区"
    return f"{layer}委、{layer}政府"


def _area(organ: Organ, name: str) -> str:
    """Return how the area is called in “全…”."""
    if organ is Organ.PROVINCE:
        layer = _layer(organ, name)
        return "区" if layer == "自治区" else layer
    return "管理区" if "管理区" in name else "全区"
