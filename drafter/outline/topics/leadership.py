"""专题：组织领导与责任."""

from drafter.outline.declare import ALL, AREAS, COMMON, CORE, GOVERNMENTS, RARE, count, measure, names, rate, words
from drafter.outline.structure import matter, topic

COORDINATION = matter(
    "统筹部署",
    "coordination",
    facts=(
        words("法治要点名称", "annual_plan_title", "本年度法治（政府）建设工作要点或计划的全称？", ALL, CORE, "实务", brackets="《》"),
        count("党委研究法治次数", "party_law_agenda_count", "次", "{党组织会议}专题研究法治建设几次？", ALL, CORE, "实务", trend="增为好"),
        count("政府研究法治次数", "gov_law_agenda_count", "次", "{决策会议}专题研究法治建设几次？", ALL, CORE, "实务", trend="增为好", note="党政联席会只计一处"),
        count("法治委员会会议次数", "law_committee_meeting_count", "次", "依法治理委员会（法治建设领导小组）开会几次？", ALL, COMMON, "实务"),
        count("听取法治汇报次数", "law_work_briefing_count", "次", "专门听取法治工作汇报几次？", ALL, RARE, "实务"),
    ),
    measures=(
        measure("印发年度法治要点", "did_annual_plan", ALL, "实务", fact="法治要点名称"),
        measure("分解年度法治任务", "did_split_tasks", ALL, "实务", detail="任务项数", unit="项"),
        measure("调整法治领导机构", "did_renew_committee", ALL, "实务", detail="牵头人职务"),
        measure("签订法治责任书", "did_responsibility_letter", AREAS, "实务", detail="份数", unit="份"),
    ),
)

ACCOUNTABILITY = matter(
    "述法与考核",
    "accountability",
    facts=(
        count("应述法人数", "shufa_due_count", "人", "按规定应当述法几人？", ALL, COMMON, "实务"),
        count("述法人数", "shufa_person_count", "人", "已完成述法几人？（现场、书面不重复计）", ALL, CORE, "实务", at_most="应述法人数"),
        rate("述法覆盖率", "shufa_coverage_rate", ALL, "实务", over="述法人数", of="应述法人数"),
    ),
    measures=(
        measure("法治纳入年度考核", "did_assessment", ALL, "公平竞争审查条例", detail="分值或者权重"),
        measure("法治纳入述职述廉", "did_in_annual_review", ALL, "实务"),
        measure("组织集中述法评议", "did_shufa_meeting", ALL, "实务"),
    ),
)

SUPERVISION = matter(
    "法治督察",
    "supervision",
    facts=(
        count("开展督察次数", "supervision_count", "次", "对下级、部门开展法治督察几次？", GOVERNMENTS, COMMON, "法治政府建设与责任落实督察工作规定"),
        count("督察反馈问题数", "supervision_issue_count", "个", "法治督察、考核、评估给本单位反馈几个问题？", ALL, COMMON, "实务"),
        count("督察整改完成数", "supervision_rectified_count", "个", "其中整改完成几个？", ALL, COMMON, "实务", at_most="督察反馈问题数"),
        rate("督察整改率", "supervision_rectified_rate", ALL, "实务", over="督察整改完成数", of="督察反馈问题数"),
    ),
    measures=(
        measure("开展法治督察", "did_supervision", GOVERNMENTS, "法治政府建设与责任落实督察工作规定", fact="开展督察次数"),
        measure("约谈工作滞后单位", "did_summon", GOVERNMENTS, "实务", detail="单位数", unit="家"),
        measure("整改上级督察反馈", "did_fix_feedback", ALL, "实务", fact="督察整改完成数"),
    ),
)

DEMONSTRATION = matter(
    "示范创建",
    "demonstration",
    facts=(
        names("法治荣誉名称", "award_names", "项", "得了哪些法治类表彰、示范命名？（写授予机关和全称）", ALL, CORE, "市县法治政府建设示范指标体系（2021年版）"),
        names("法治试点名称", "pilot_names", "项", "承担哪些法治试点、课题，哪些案例入选？", ALL, COMMON, "实务"),
    ),
    measures=(
        measure("申报示范创建", "did_demo_apply", ALL, "市县法治政府建设示范指标体系（2021年版）", detail="项目名称"),
    ),
)

TOPIC = topic("组织领导与责任", "leadership", "加强组织领导，压实法治建设责任", COORDINATION, ACCOUNTABILITY, SUPERVISION, DEMONSTRATION)
