"""专题：权力监督与政务公开."""

from drafter.outline.declare import ALL, CITY_DOWN, COMMON, CORE, RARE, count, measure, rate
from drafter.outline.structure import matter, topic

NPC_CPPCC = matter(
    "人大政协监督",
    "npc_cppcc",
    facts=(
        count("人大建议件数", "npc_proposal_count", "件", "承办人大代表建议几件？", ALL, CORE, "实务"),
        count("政协提案件数", "cppcc_proposal_count", "件", "承办政协提案几件？", ALL, CORE, "实务"),
        count("建议提案办结件数", "proposal_closed_count", "件", "其中按期办复几件？", ALL, COMMON, "实务", note="≤ 人大建议件数＋政协提案件数"),
        rate("建议提案办复率", "proposal_closed_rate", ALL, "实务", over="建议提案办结件数", of="人大建议件数+政协提案件数"),
    ),
    measures=(
        measure("办理建议提案", "did_proposals", ALL, "实务", fact="人大建议件数"),
        measure("接受审计整改问题", "did_audit_fix", ALL, "法治政府建设实施纲要（2021—2025年）", detail="问题数", unit="个"),
        measure("聘请特邀监督员", "did_special_supervisor", ALL, "实务", detail="名数", unit="名"),
    ),
)

DISCLOSURE = matter(
    "政府信息公开",
    "disclosure",
    facts=(
        count("主动公开条数", "proactive_disclosure_count", "条", "通过网站等主动公开政府信息几条？", ALL, CORE, "实务", trend="增为好", note="同一信息多渠道发布计1条（海城2025）"),
        count("新媒体发布条数", "new_media_post_count", "条", "政务新媒体发布信息几条？", ALL, COMMON, "实务", note="与主动公开条数不相加"),
        count("产生政府信息条数", "generated_info_count", "条", "（考核主动公开率的）产生公文类信息几条？", ALL, RARE, "实务", verified=False),
        rate("主动公开率", "proactive_disclosure_rate", ALL, "实务", over="主动公开条数", of="产生政府信息条数", note="分母未填则不算", verified=False),
        count("政策解读件数", "policy_interpretation_count", "件", "发布政策解读几件？", ALL, COMMON, "实务"),
        count("公开申请新收件数", "disclosure_request_count", "件", "本年新收政府信息公开申请几件？", ALL, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", trend="中性"),
        count("公开申请上年结转件数", "disclosure_carried_in_count", "件", "上年结转几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", note="跨年：＝上年的公开申请结转下年件数"),
        count("公开申请办理件数", "disclosure_handled_count", "件", "办理政府信息公开申请共几件？（新收和结转没有分开统计的，填合计）", ALL, RARE, "实务", parts=(("公开申请新收件数", "公开申请上年结转件数"),)),
        count("公开申请办结件数", "disclosure_closed_count", "件", "本年度办理结果总计几件？", ALL, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", parts=(("予以公开件数", "部分公开件数", "不予公开件数", "无法提供件数", "不予处理件数", "申请其他处理件数"),)),
        count("予以公开件数", "disclosure_granted_count", "件", "其中予以公开几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("部分公开件数", "disclosure_partial_count", "件", "部分公开几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("不予公开件数", "disclosure_refused_count", "件", "不予公开几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("无法提供件数", "disclosure_unavailable_count", "件", "无法提供几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("不予处理件数", "disclosure_not_processed_count", "件", "不予处理几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("申请其他处理件数", "disclosure_other_count", "件", "其他处理几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开申请办结件数"),
        count("公开申请结转下年件数", "disclosure_carried_out_count", "件", "年末还在办理、结转下年度几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", note="公开申请新收件数＋公开申请上年结转件数＝公开申请办结件数＋公开申请结转下年件数"),
        count("公开申请按期答复件数", "disclosure_on_time_count", "件", "办结的里面按期答复几件？", ALL, RARE, "实务", at_most="公开申请办结件数"),
        rate("公开申请按期答复率", "disclosure_reply_rate", ALL, "实务", over="公开申请按期答复件数", of="公开申请办结件数", note="有在办件时不得写“答复率100%”而不说明"),
        count("公开复议件数", "disclosure_reconsideration_count", "件", "因信息公开被复议几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", parts=(("公开复议维持件数", "公开复议纠正件数", "公开复议其他件数", "公开复议未结件数"),)),
        count("公开复议维持件数", "disclosure_recon_upheld_count", "件", "结果维持几件？", ALL, RARE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开复议件数"),
        count("公开复议纠正件数", "disclosure_recon_corrected_count", "件", "结果纠正几件？", ALL, RARE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开复议件数"),
        count("公开复议其他件数", "disclosure_recon_other_count", "件", "其他结果几件？", ALL, RARE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开复议件数"),
        count("公开复议未结件数", "disclosure_recon_pending_count", "件", "尚未审结几件？", ALL, RARE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", within="公开复议件数"),
        count("公开诉讼件数", "disclosure_litigation_count", "件", "因信息公开被诉几件？", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"),
    ),
    measures=(
        measure("更新公开目录指南", "did_catalogue", ALL, "政府信息公开条例；《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"),
        measure("发布信息公开年报", "did_disclosure_report", ALL, "政府信息公开条例", detail="发布日期"),
        measure("设政务公开专区", "did_disclosure_corner", CITY_DOWN, "实务", detail="处数", unit="处"),
        measure("举办政府开放日", "did_open_day", ALL, "实务", detail="主题"),
        measure("开展政策解读", "did_interpretation", ALL, "实务", fact="政策解读件数"),
        measure("实行信息三审三校", "did_three_reviews", ALL, "实务"),
    ),
    balances=(("公开申请新收件数+公开申请上年结转件数", "公开申请办结件数+公开申请结转下年件数"),),
)

JUDICIAL_OVERSIGHT = matter(
    "司法检察监督",
    "judicial_oversight",
    facts=(
        count("检察建议件数", "procuratorial_advice_count", "件", "收到检察建议几件？", ALL, COMMON, "实务"),
        count("检察建议回复件数", "procuratorial_replied_count", "件", "其中按期回复几件？", ALL, COMMON, "实务", at_most="检察建议件数"),
        rate("检察建议回复率", "procuratorial_reply_rate", ALL, "实务", over="检察建议回复件数", of="检察建议件数"),
        count("司法建议件数", "judicial_advice_count", "件", "收到司法建议几件？", ALL, COMMON, "实务"),
        count("司法建议回复件数", "judicial_replied_count", "件", "其中按期回复几件？", ALL, COMMON, "实务", at_most="司法建议件数"),
        rate("司法建议回复率", "judicial_reply_rate", ALL, "实务", over="司法建议回复件数", of="司法建议件数"),
    ),
    measures=(
        measure("回复司法检察建议", "did_reply_advice", ALL, "实务", fact="检察建议回复件数"),
    ),
)

TOPIC = topic("权力监督与政务公开", "oversight", "自觉接受监督，深化政务公开", NPC_CPPCC, DISCLOSURE, JUDICIAL_OVERSIGHT)
