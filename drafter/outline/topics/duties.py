"""专题：主要负责人履职."""

from drafter.outline.declare import ALL, COMMON, CORE, count, measure, names, words
from drafter.outline.structure import matter

CHIEF_DUTIES = matter(
    "主要负责人履职",
    "chief_duties",
    facts=(
        count("主持研究法治次数", "chief_chaired_count", "次", "{负责人统称}主持研究法治工作几次？", ALL, CORE, "党政主要负责人履行推进法治建设第一责任人职责规定", note="已含在党委、政府研究次数内，不相加"),
        count("讲法治课次数", "chief_lecture_count", "次", "主要负责人讲法治课、宣讲几次？", ALL, COMMON, "党政主要负责人履行推进法治建设第一责任人职责规定"),
        count("法治批示件数", "chief_instruction_count", "件", "主要负责人对法治工作批示几件？", ALL, COMMON, "实务"),
        count("法治调研次数", "chief_survey_count", "次", "主要负责人调研、督导法治工作几次？", ALL, COMMON, "实务"),
        count("督办法治问题数", "chief_supervised_issue_count", "个", "主要负责人协调督办法治问题几个？", ALL, COMMON, "党政主要负责人履行推进法治建设第一责任人职责规定"),
        words("述法方式", "chief_shufa_form", "主要负责人怎样述法？（写“会议现场”“书面”或“会议现场和书面”）", ALL, CORE, "实务"),
        names("重大法治问题", "chief_issue_names", "项", "主要负责人亲自过问、协调了哪些重大法治问题？", ALL, CORE, "党政主要负责人履行推进法治建设第一责任人职责规定"),
    ),
    measures=(
        measure("主持法治专题会议", "chief_did_chair", ALL, "党政主要负责人履行推进法治建设第一责任人职责规定", fact="主持研究法治次数"),
        measure("带头学法讲法", "chief_did_teach", ALL, "实务", fact="讲法治课次数"),
        measure("听取法治工作汇报", "chief_did_briefing", ALL, "实务", detail="次数", unit="次"),
        measure("批示督办重要案件", "chief_did_instruct", ALL, "实务", fact="法治批示件数"),
        measure("把关重大决策合法性", "chief_did_review", ALL, "重大行政决策程序暂行条例", detail="项数", unit="项"),
        measure("带头出庭应诉", "chief_did_court", ALL, "实务", detail="件数", unit="件"),
        measure("带头接访包案", "chief_did_reception", ALL, "实务", detail="批次", unit="批次"),
        measure("年终专题述法", "chief_did_shufa", ALL, "实务", fact="述法方式"),
        measure("调研基层法治", "chief_did_survey", ALL, "实务", fact="法治调研次数"),
        measure("解决法治力量保障", "chief_did_resources", ALL, "党政主要负责人履行推进法治建设第一责任人职责规定", detail="编制、经费等"),
    ),
)

