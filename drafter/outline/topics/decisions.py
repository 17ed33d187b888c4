"""专题：决策与合法性审查."""

from drafter.outline.declare import ALL, COMMON, CORE, RARE, RULERS, TOWNS, count, measure, names, rate
from drafter.outline.structure import C, M, P, S, T, X, matter, topic

MAJOR_DECISIONS = matter(
    "重大行政决策",
    "major_decisions",
    facts=(
        count("重大决策目录项数", "major_decision_count", "项", "列入年度重大行政决策目录几项？", ALL, CORE, "重大行政决策程序暂行条例", note="部门、乡级参照执行"),
        names("重大决策事项名称", "major_decision_titles", "项", "目录里有哪些事项？", ALL, COMMON, "重大行政决策程序暂行条例"),
        count("重大决策出台项数", "major_decision_adopted_count", "项", "本年度实际作出重大行政决策几项？", ALL, COMMON, "重大行政决策程序暂行条例", note="可不等于目录项数（跨年、调整）"),
        count("集体决策会议次数", "decision_meeting_count", "次", "{党组织会议}、{决策会议}共开了几次？", ALL, RARE, "实务"),
    ),
    measures=(
        measure("公布重大决策目录", "did_decision_list", ALL, "重大行政决策程序暂行条例"),
        measure("决策公开征求意见", "did_decision_consult", ALL, "重大行政决策程序暂行条例", detail="项数", unit="项"),
        measure("组织决策听证", "did_decision_hearing", ALL, "重大行政决策程序暂行条例", detail="次数", unit="次"),
        measure("组织专家论证", "did_expert_review", ALL, "重大行政决策程序暂行条例", detail="项数", unit="项"),
        measure("开展决策风险评估", "did_risk_review", ALL, "重大行政决策程序暂行条例", detail="项数", unit="项"),
        measure("开展决策后评估", "did_decision_evaluate", ALL, "重大行政决策程序暂行条例", detail="项数", unit="项"),
        measure("决策全程记录归档", "did_decision_record", ALL, "重大行政决策程序暂行条例"),
        measure("出台前向人大报告", "did_report_congress", frozenset({P, C, X, T}), "重大行政决策程序暂行条例", detail="项数", unit="项"),
    ),
)

LEGALITY_REVIEW = matter(
    "合法性审查",
    "legality_review",
    facts=(
        count("合同审查件数", "contract_review_count", "件", "审查合同、协议几件？", ALL, CORE, "实务", within="合法性审查件数", trend="中性"),
        count("规范性文件审查件数", "normative_doc_review_count", "件", "审查规范性文件（含党的规范性文件）几件？", ALL, COMMON, "实务", within="合法性审查件数"),
        count("决策审查件数", "decision_review_count", "件", "审查重大决策事项几件？", ALL, COMMON, "重大行政决策程序暂行条例", within="合法性审查件数"),
        count("其他事项审查件数", "other_review_count", "件", "审查其他涉法事项几件？", ALL, COMMON, "实务", within="合法性审查件数"),
        count("法律文书审查件数", "legal_paper_review_count", "件", "其他涉法事项里，法律文书几件？", ALL, RARE, "实务", within="其他事项审查件数"),
        count("合法性审查件数", "legality_review_count", "件", "合法性审查合计几件？（上面没有分开统计的，填合计）", ALL, CORE, "实务", parts=(("合同审查件数", "规范性文件审查件数", "决策审查件数", "其他事项审查件数"),), trend="中性", note="不含法制审核件数"),
        rate("决策审查率", "decision_review_rate", ALL, "实务", over="决策审查件数", of="重大决策出台项数", note="超过100%提示口径"),
        count("审查意见条数", "review_opinion_count", "条", "提出审查意见几条？", ALL, COMMON, "实务"),
        count("审查意见采纳条数", "review_opinion_adopted_count", "条", "其中采纳几条？", ALL, COMMON, "实务", at_most="审查意见条数", verified=False),
        count("司法所列席次数", "judicial_office_attendance_count", "次", "司法所列席{党组织会议}、{决策会议}几次？", TOWNS, COMMON, "实务"),
    ),
    measures=(
        measure("未经审查不上会", "did_review_first", ALL, "重大行政决策程序暂行条例"),
        measure("建立合同审查台账", "did_contract_ledger", ALL, "实务"),
        measure("司法所列席会议", "did_office_attend", TOWNS, "实务", fact="司法所列席次数"),
    ),
)

LEGAL_ADVISERS = matter(
    "法律顾问与公职律师",
    "legal_advisers",
    facts=(
        count("法律顾问人数", "legal_adviser_count", "名", "聘请法律顾问几名？", ALL, CORE, "实务", note="按律所聘请的填法律顾问家数"),
        count("法律顾问家数", "legal_adviser_firm_count", "家", "聘请律师事务所（顾问团队）几家？", ALL, RARE, "实务"),
        count("下级法律顾问家数", "lower_adviser_firm_count", "家", "部门、乡镇（街道）和所属单位聘请法律顾问单位几家？", RULERS, RARE, "实务"),
        count("法律资格人数", "qualified_legal_staff_count", "人", "有法律职业资格几人？", ALL, CORE, "实务", note="公职律师含在内"),
        count("公职律师人数", "public_lawyer_count", "人", "公职律师几人？", ALL, CORE, "实务", at_most="法律资格人数"),
    ),
    measures=(
        measure("考核法律顾问履职", "did_adviser_assess", ALL, "实务", detail="名数", unit="名"),
        measure("选任公职律师", "did_public_lawyer", ALL, "实务"),
        measure("统筹共用法律顾问", "did_shared_adviser", frozenset({X, T, S, M}), "实务", detail="共用的法律顾问家数", unit="家"),
    ),
)

TOPIC = topic("决策与合法性审查", "decisions", "严格决策程序，落实合法性审查", MAJOR_DECISIONS, LEGALITY_REVIEW, LEGAL_ADVISERS)
