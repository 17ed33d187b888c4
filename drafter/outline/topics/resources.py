"""专题：队伍与保障."""

from drafter.outline.declare import ALL, COMMON, COUNTY_DOWN, count, measure, money
from drafter.outline.structure import matter, topic

TEAM = matter(
    "机构队伍",
    "team",
    facts=(
        count("法治机构人数", "legal_office_staff_count", "人", "法治机构（法制科、司法所）有几人？", ALL, COMMON, "实务"),
        count("法制审核人员数", "review_staff_count", "人", "专兼职法制审核人员几人？", ALL, COMMON, "行政处罚法"),
    ),
    measures=(
        measure("配备法制审核人员", "did_review_staff", ALL, "行政处罚法", fact="法制审核人员数"),
        measure("充实司法所力量", "did_judicial_office", COUNTY_DOWN, "实务", detail="人数", unit="人"),
    ),
)

FUNDING = matter(
    "经费保障",
    "funding",
    facts=(
        money("法治经费金额", "fund_amount", "万元", "法治建设（含普法）经费多少万元？", ALL, COMMON, "实务"),
    ),
    measures=(
        measure("法治经费列入预算", "did_budget", ALL, "公平竞争审查条例；突发事件应对法"),
    ),
)

TOPIC = topic("队伍与保障", "resources", "建强法治队伍，夯实工作保障", TEAM, FUNDING)
