"""The five parts of the report, the two skeletons, and their default headings.

Parts: 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第四章（年度报告）.
"""

from __future__ import annotations

from dataclasses import dataclass

ACHIEVEMENTS = "主要举措和成效"
SHORTCOMINGS = "不足和原因"
DUTIES = "第一责任人履职"
PLANS = "下一年度安排"
OTHERS = "其他事项"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five parts: its key in the data file, its default heading, the rule's own words for it."""

    name: str
    heading: str
    rule: str


PARTS = (
    Part(
        ACHIEVEMENTS,
        "{年}年推进法治政府建设的主要举措和成效",
        "上一年度推进法治政府建设的主要举措和成效",
    ),
    Part(
        SHORTCOMINGS,
        "{年}年推进法治政府建设存在的不足和原因",
        "上一年度推进法治政府建设存在的不足和原因",
    ),
    Part(
        DUTIES,
        "{年}年{负责人统称}履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
        "上一年度党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
    ),
    Part(PLANS, "{下一年}年推进法治政府建设的主要安排", "下一年度推进法治政府建设的主要安排"),
    Part(OTHERS, "其他需要报告的情况", "其他需要报告的情况"),
)
PART_NAMES = tuple(part.name for part in PARTS)
DEFAULT_ORDER = (ACHIEVEMENTS, SHORTCOMINGS, DUTIES, PLANS, OTHERS)

BY_PARTS = "分部分式"
BY_TOPICS = "主题平铺式"


@dataclass(frozen=True, slots=True)
class Levels:
    """A skeleton: which role stands on which level of headings; 0 means that the role has no heading.

    Nothing else distinguishes the skeletons. A matter is a point (“一是”) where its level is 0.
    """

    achievements: int
    topic: int
    matter: int
    part: int
    item: int


SKELETONS = {
    BY_PARTS: Levels(achievements=1, topic=2, matter=0, part=1, item=2),
    BY_TOPICS: Levels(achievements=0, topic=1, matter=2, part=1, item=2),
}
