"""单位: one organ throughout, and a type that fits its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import Hit, rule
from drafter.outline import Organ

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Subject

_ENDINGS: dict[Organ, str] = {
    Organ.PROVINCE: r"(省|自治区|市)人民政府$",
    Organ.CITY: r"(市|州|盟|地区行政公署)(人民政府)?$",
    Organ.COUNTY: r"(县|市|区|旗)人民政府$",
    Organ.DEPARTMENT: r"(局|委员会|委|办公室|办|厅|中心|队|院|所|总队|支队)$",
    Organ.TOWN: r"(镇|乡|苏木)人民政府$",
    Organ.STREET: r"街道(办事处)?$",
    Organ.COMMITTEE: r"(管理委员会|管委会)$",
}


@rule(
    "单位-01",
    "错误",
    finds="机关类型与单位全称对不上",
    why="类型决定问哪些、怎样称呼；选错了，通篇的称呼都不对。",
    wrong="类型: 街道，全称: 示例县白石镇人民政府",
    right="类型: 乡镇",
    source="实务",
    authority="实务",
)
def organ_type(subject: Subject) -> Iterator[Hit]:
    """The ending of the full name shows the organ type."""
    unit = subject.report.organization
    if unit.full_name and not re.search(_ENDINGS[unit.organ], unit.full_name):
        yield Hit(f"类型是“{unit.organ}”，全称“{unit.full_name}”却不像。请核对“类型”", ("单位", "类型"))


@rule(
    "单位-02",
    "错误",
    finds="署名里没有本单位",
    why="署名应当用发文机关全称或者规范化简称，并与标题一致。",
    wrong="全称: 示例县白石镇人民政府，署名: [示例县黑石镇人民政府]",
    right="署名: [示例县白石镇人民政府]",
    source="GB/T 9704—2012",
    authority="国标",
)
def signatories(subject: Subject) -> Iterator[Hit]:
    """One of the signatories is the organ itself."""
    unit, names = subject.report.organization, subject.report.submission.signatories
    if unit.names and names and not set(names) & set(unit.names):
        yield Hit(f"署名“{'、'.join(names)}”里没有“{unit.full_name or unit.short_name}”。请核对", ("报送", "署名"))


@rule(
    "单位-03",
    "错误",
    finds="标题里没有本单位的名称",
    why="标题由发文机关名称、事由和文种组成。",
    wrong="全称: 示例县白石镇人民政府，标题: 黑石镇2024年法治政府建设年度报告",
    right="白石镇2024年法治政府建设年度报告",
    source="《党政机关公文处理工作条例》第九条",
    authority="法规",
)
def title(subject: Subject) -> Iterator[Hit]:
    """The clerk's own title names the organ by its full or short name."""
    unit = subject.report.organization
    own = re.sub(r"[|｜\s]", "", subject.report.submission.title)
    if own and unit.names and not any(name in own for name in unit.names):
        yield Hit(f"标题“{own}”里没有“{unit.names[-1]}”。请核对", ("报送", "标题"))


@rule(
    "单位-04",
    "警告",
    finds="主送机关多于两个，或者就是本单位",
    why="向上级机关行文原则上主送一个上级机关；本报告按规定报党委和政府，写两个。",
    wrong="主送机关: [区委, 区政府, 区人大常委会]",
    right="主送机关: [中共云溪区委员会, 云溪区人民政府]，其余抄送",
    source="《党政机关公文处理工作条例》第十五条",
    authority="法规",
)
def addressees(subject: Subject) -> Iterator[Hit]:
    """At most two addressees (党委 and 政府), and not oneself."""
    names = subject.report.submission.addressees
    if len(names) > 2:
        yield Hit(f"主送机关写了{len(names)}个。请主送党委、政府，其余改为抄送", ("报送", "主送机关"))
    if set(subject.report.organization.names) & set(names):
        yield Hit("主送机关里有本单位。报告应当主送上级机关", ("报送", "主送机关"), "错误")
