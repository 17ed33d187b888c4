"""专题：应急与安全."""

from drafter.outline.declare import ALL, COMMON, CORE, count, measure, rate
from drafter.outline.structure import matter, topic

EMERGENCY = matter(
    "应急处置",
    "emergency",
    facts=(
        count("应急预案修订个数", "emergency_plan_revised_count", "个", "制定、修订应急预案几个？", ALL, COMMON, "突发事件应对法"),
        count("应急演练场次", "emergency_drill_count", "场次", "组织应急演练几场次？", ALL, CORE, "突发事件应对法"),
    ),
    measures=(
        measure("修订应急预案", "did_plan_revise", ALL, "突发事件应对法", fact="应急预案修订个数"),
        measure("开展应急演练", "did_drill", ALL, "突发事件应对法", fact="应急演练场次"),
        measure("组建基层应急队伍", "did_rescue_team", ALL, "突发事件应对法", detail="人数", unit="人"),
        measure("储备应急物资", "did_supplies", ALL, "突发事件应对法", detail="点位数", unit="处"),
        measure("落实值班值守", "did_duty_roster", ALL, "实务"),
        measure("普及应急法律知识", "did_emergency_publicity", ALL, "突发事件应对法", detail="场次", unit="场次"),
    ),
)

HAZARDS = matter(
    "隐患排查",
    "hazards",
    facts=(
        count("安全检查家次", "safety_check_count", "家次", "安全检查单位、场所多少家次？", ALL, COMMON, "实务", note="含网格排查，不与行政检查次数相加"),
        count("安全隐患处数", "hazard_found_count", "处", "排查发现隐患几处？", ALL, CORE, "实务"),
        count("隐患整改处数", "hazard_fixed_count", "处", "其中整改完成几处？", ALL, COMMON, "实务", at_most="安全隐患处数"),
        rate("隐患整改率", "hazard_fixed_rate", ALL, "实务", over="隐患整改处数", of="安全隐患处数"),
    ),
    measures=(
        measure("排查风险隐患", "did_hazard_check", ALL, "突发事件应对法", fact="安全隐患处数"),
        measure("开展安全生产执法", "did_safety_enforcement", ALL, "安全生产法", detail="次数", unit="次"),
        measure("开展安全宣传活动", "did_safety_month", ALL, "实务", detail="场次", unit="场次"),
    ),
)

TOPIC = topic("应急与安全", "safety", "强化应急管理，守牢安全底线", EMERGENCY, HAZARDS)
