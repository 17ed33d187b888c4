"""Typical shortcomings and plans, one line each: a place to start from, never a text to keep.

What is chosen becomes a heading; how the shortcoming shows and why is left to the clerk, and prints as a gap until it
is written. Source: 实务.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.outline.declare import ALL, AREAS

if TYPE_CHECKING:
    from drafter.outline.structure import Organs


@dataclass(frozen=True, slots=True)
class Direction:
    """A shortcoming and the plan that answers it; ``asks`` say what concrete fact and what cause to write."""

    topic: str
    shortcoming: str
    plan: str
    asks: str
    organs: Organs = ALL


DIRECTIONS = (
    Direction("党的领导与学习", "学法用法与业务工作结合不紧", "健全领导干部学法用法制度", "哪些岗位学得少、考得怎样"),
    Direction("组织领导与责任", "法治建设责任落实不够均衡", "压实法治建设责任", "哪些科室、哪些任务没有按时完成"),
    Direction("政府职能与营商环境", "涉企法治服务不够精准", "优化法治化营商环境", "企业反映了哪些问题、多少件没有解决"),
    Direction("制度与规范性文件", "规范性文件管理不够规范", "规范文件制定和备案", "哪些文件没有按期备案或者清理"),
    Direction("决策与合法性审查", "合法性审查力量薄弱", "加强合法性审查前置把关", "几个人审多少件、哪些超过时限"),
    Direction("行政执法", "基层执法能力与承担的任务不相适应", "提升行政执法规范化水平", "案卷评查发现哪些问题、几件"),
    Direction("应急与安全", "应急管理法治化水平有待提高", "完善应急预案和演练", "哪类预案没有修订、演练暴露了什么"),
    Direction(
        "矛盾纠纷与基层治理", "调解队伍专业性不够", "提升人民调解专业能力", "哪类纠纷难调、专职调解员几名", AREAS
    ),
    Direction("行政复议与应诉", "部分领域行政争议仍然多发", "推动行政争议实质性化解", "集中在哪个领域、几件、败诉几件"),
    Direction(
        "权力监督与政务公开", "政策解读形式较为单一", "提升政务公开和政策解读质量", "解读几件、什么形式、群众怎样反映"
    ),
    Direction("数字法治", "业务系统之间数据贯通不够", "推进法治工作数字化应用", "哪几个系统要重复录入"),
    Direction("普法与公共法律服务", "普法针对性不强", "推进分众化精准普法", "对哪些人群效果差、依据什么判断"),
    Direction("队伍与保障", "法治力量与工作任务不相匹配", "充实法治工作力量", "几个岗位、专职几人、几人有法律职业资格"),
)
