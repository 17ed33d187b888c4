"""专题：制度与规范性文件."""

from drafter.outline.declare import ALL, COMMON, CORE, GOVERNMENTS, LAWMAKERS, RARE, UPPER, count, measure, names, rate
from drafter.outline.structure import C, S, T, X, matter, topic

LEGISLATION = matter(
    "立法",
    "legislation",
    facts=(
        count("法规草案提请件数", "bill_submitted_count", "件", "提请人大常委会审议的法规草案几件？", LAWMAKERS, CORE, "法规规章备案审查条例"),
        count("规章制发件数", "rule_issued_count", "件", "本年度制发规章几件？", LAWMAKERS, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"),
    ),
    measures=(
        measure("编制年度立法计划", "did_legislation_plan", LAWMAKERS, "法规规章备案审查条例", detail="项目数", unit="件"),
    ),
)

LEGISLATIVE_OPINIONS = matter(
    "立法意见征集",
    "legislative_opinions",
    facts=(
        count("立法意见条数", "legislation_opinion_count", "条", "对法规规章草案提出（征集）意见建议几条？", ALL, COMMON, "实务"),
    ),
    measures=(
        measure("设立立法联系点", "did_law_contact", frozenset({C, X, T, S}), "实务", detail="联系点名称"),
    ),
)

NORMATIVE_DOCUMENTS = matter(
    "规范性文件",
    "normative_documents",
    facts=(
        count("规范性文件制发件数", "normative_doc_count", "件", "本年度制发行政规范性文件几件？", ALL, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", trend="中性", note="未制发填0；党组织文件不计"),
        count("规范性文件报备件数", "filing_count", "件", "其中已报送备案几件？", ALL, CORE, "市县法治政府建设示范指标体系（2021年版）", at_most="规范性文件制发件数", note="按制发年度归属，年末制发、次年初报备仍计本年"),
        rate("报备率", "filing_rate", ALL, "实务", over="规范性文件报备件数", of="规范性文件制发件数"),
        count("及时报备件数", "filing_on_time_count", "件", "其中在期限内报备几件？", ALL, COMMON, "实务", at_most="规范性文件报备件数"),
        rate("报备及时率", "filing_on_time_rate", ALL, "实务", over="及时报备件数", of="规范性文件报备件数"),
        count("规范报备件数", "filing_well_formed_count", "件", "其中材料合规几件？", ALL, RARE, "实务", at_most="规范性文件报备件数"),
        rate("报备规范率", "filing_form_rate", ALL, "实务", over="规范报备件数", of="规范性文件报备件数"),
        count("规范性文件废止件数", "normative_doc_repealed_count", "件", "本年度废止（含宣布失效）几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"),
        count("规范性文件有效件数", "normative_doc_valid_count", "件", "年末现行有效几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", note="跨年：本年＝上年有效＋制发−废止，不等则提示"),
        count("收到备案件数", "filing_received_count", "件", "收到下级和部门报送备案的规范性文件几件？", GOVERNMENTS, COMMON, "实务"),
        count("备案纠错件数", "filing_corrected_count", "件", "审查后纠正几件？", GOVERNMENTS, COMMON, "实务", at_most="收到备案件数"),
        count("党内文件报备件数", "party_filing_count", "件", "报送备案的党内规范性文件几件？", ALL, COMMON, "实务", note="不并入规范性文件报备件数"),
        count("清理文件件数", "doc_cleanup_count", "件", "本年度清理文件几件？", ALL, COMMON, "实务", parts=(("清理保留件数", "清理修改件数", "清理废止件数", "清理失效件数"),), note="保留未填时只校验 ≥"),
        count("清理保留件数", "cleanup_kept_count", "件", "继续有效几件？", ALL, RARE, "实务", within="清理文件件数"),
        count("清理修改件数", "cleanup_revised_count", "件", "其中决定修改几件？", ALL, COMMON, "实务", within="清理文件件数"),
        count("清理废止件数", "cleanup_repealed_count", "件", "废止几件？", ALL, COMMON, "实务", within="清理文件件数"),
        count("清理失效件数", "cleanup_lapsed_count", "件", "宣布失效几件？", ALL, COMMON, "实务", within="清理文件件数"),
        names("制度文件名称", "rule_titles", "件", "制定、修订了哪些规范性文件和主要制度？（写全称）", ALL, CORE, "实务", brackets="《》", note="规范性文件个数应 ≤ 名单条数"),
    ),
    measures=(
        measure("编制文件制定计划", "did_doc_plan", UPPER, "实务", detail="件数", unit="件"),
        measure("实行文件三统一", "did_doc_unified", ALL, "实务"),
        measure("公开征求文件意见", "did_doc_consult", ALL, "优化营商环境条例", detail="意见条数", unit="条"),
        measure("公布现行有效目录", "did_valid_list", ALL, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；优化营商环境条例"),
        measure("按期报送文件备案", "did_filing", ALL, "市县法治政府建设示范指标体系（2021年版）", fact="规范性文件报备件数"),
        measure("开展文件专项清理", "did_doc_cleanup", ALL, "实务", fact="清理文件件数"),
        measure("开展文件实施评估", "did_doc_evaluate", UPPER, "实务", detail="件数", unit="件"),
        measure("健全内部管理制度", "did_internal_rules", ALL, "实务", detail="制度名称"),
    ),
)

TOPIC = topic("制度与规范性文件", "rules", "健全依法行政制度，规范文件制定管理", LEGISLATION, LEGISLATIVE_OPINIONS, NORMATIVE_DOCUMENTS)
