"""专题：行政复议与应诉."""

from drafter.outline.declare import (
    ALL,
    COMMON,
    CORE,
    JUSTICE_DEPARTMENTS,
    LAW_BODIES,
    RARE,
    UPPER,
    count,
    measure,
    rate,
)
from drafter.outline.structure import matter, topic

RECONSIDERATION_BODY = matter(
    "办理行政复议",
    "reconsideration_body",
    facts=(
        count("复议申请件数", "reconsideration_received_count", "件", "（复议机关）收到复议申请几件？", LAW_BODIES, CORE, "行政复议案件统计报表", parts=(("复议受理件数", "复议不予受理件数", "复议其他处理件数"),), trend="中性", note="部门只问司法行政机关"),
        count("复议受理件数", "reconsideration_accepted_count", "件", "受理几件？", LAW_BODIES, COMMON, "行政复议法；行政复议案件统计报表", within="复议申请件数"),
        count("复议不予受理件数", "reconsideration_rejected_count", "件", "不予受理几件？", LAW_BODIES, COMMON, "行政复议法", within="复议申请件数"),
        count("复议其他处理件数", "reconsideration_redirected_count", "件", "转送、告知、受理前撤回、年末仍在补正审查的几件？", LAW_BODIES, RARE, "行政复议案件统计报表", within="复议申请件数"),
        count("复议转送件数", "reconsideration_forwarded_count", "件", "其中转送几件？", LAW_BODIES, RARE, "行政复议案件统计报表", within="复议其他处理件数"),
        count("复议告知件数", "reconsideration_informed_count", "件", "其中告知申请人向有权机关申请的几件？", LAW_BODIES, RARE, "行政复议案件统计报表", within="复议其他处理件数"),
        count("复议上年结转件数", "reconsideration_carried_in_count", "件", "上年结转几件？", LAW_BODIES, COMMON, "实务", note="跨年：＝上年的复议未结件数"),
        count("复议审结件数", "reconsideration_closed_count", "件", "审结几件？", LAW_BODIES, CORE, "行政复议案件统计报表", parts=(("复议维持件数", "复议驳回件数", "复议撤销件数", "复议变更件数", "复议确认违法件数", "复议责令履行件数", "复议调解件数", "复议撤回件数", "复议其他结案件数"),), trend="中性"),
        count("复议未结件数", "reconsideration_pending_count", "件", "年末未结几件？", LAW_BODIES, COMMON, "行政复议案件统计报表", note="复议上年结转件数＋复议受理件数＝复议审结件数＋复议未结件数"),
        count("复议维持件数", "reconsideration_upheld_count", "件", "维持几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议驳回件数", "reconsideration_dismissed_count", "件", "驳回申请、驳回请求共几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议撤销件数", "reconsideration_annulled_count", "件", "撤销（含部分撤销、责令重作）几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议变更件数", "reconsideration_varied_count", "件", "变更几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议确认违法件数", "reconsideration_unlawful_count", "件", "确认违法、确认无效几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议责令履行件数", "reconsideration_ordered_count", "件", "责令履行（含行政协议责任）几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议调解件数", "reconsideration_mediated_count", "件", "调解书结案几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议撤回件数", "reconsideration_withdrawn_count", "件", "和解、撤回后终止几件？", LAW_BODIES, COMMON, "行政复议法", within="复议审结件数"),
        count("复议其他结案件数", "reconsideration_other_closed_count", "件", "其他方式结案几件？", LAW_BODIES, RARE, "行政复议案件统计报表", within="复议审结件数"),
        count("复议纠错件数", "reconsideration_corrected_count", "件", "直接纠错合计几件？（上面没有分开统计的，填合计）", LAW_BODIES, CORE, "行政复议案件统计报表", parts=(("复议撤销件数", "复议变更件数", "复议确认违法件数", "复议责令履行件数"),), trend="中性"),
        rate("复议纠错率", "reconsideration_correction_rate", LAW_BODIES, "实务", over="复议纠错件数", of="复议审结件数", verified=False),
        rate("复议调撤率", "reconsideration_settled_rate", LAW_BODIES, "行政复议案件统计报表", over="复议调解件数+复议撤回件数", of="复议审结件数"),
        count("复议意见书份数", "opinion_letter_count", "份", "制发复议意见书、建议书几份？", LAW_BODIES, COMMON, "行政复议法"),
    ),
    measures=(
        measure("设立复议受理点", "did_recon_point", ALL, "实务", detail="个数", unit="个"),
        measure("推行复议案前调解", "did_pre_mediation", LAW_BODIES, "行政复议法", detail="件数", unit="件"),
        measure("组织复议听证", "did_recon_hearing", LAW_BODIES, "行政复议法", detail="件数", unit="件"),
        measure("运行复议委员会", "did_recon_committee", LAW_BODIES, "行政复议法", detail="件数", unit="件"),
        measure("制发复议意见书", "did_opinion_letter", LAW_BODIES, "行政复议法", fact="复议意见书份数"),
    ),
    balances=(("复议上年结转件数+复议受理件数", "复议审结件数+复议未结件数"),),
    departments=JUSTICE_DEPARTMENTS,
)

RECONSIDERATION_RESPONDENT = matter(
    "被申请行政复议",
    "reconsideration_respondent",
    facts=(
        count("被复议件数", "reconsideration_case_count", "件", "（被申请人）被申请复议几件？", ALL, CORE, "实务", trend="降为好"),
        count("被复议审结件数", "respondent_closed_count", "件", "其中已审结几件？", ALL, COMMON, "实务", note="含上年结转时可大于被复议件数"),
        count("被复议维持件数", "respondent_upheld_count", "件", "其中维持、驳回几件？", ALL, COMMON, "实务", within="被复议审结件数"),
        count("被复议纠错件数", "respondent_corrected_count", "件", "被撤销、变更、确认违法、责令履行几件？", ALL, CORE, "实务", within="被复议审结件数", trend="降为好", note="0→“无纠错”"),
        count("被复议调撤件数", "respondent_settled_count", "件", "调解、和解、撤回几件？", ALL, COMMON, "实务", within="被复议审结件数"),
        count("被复议撤回件数", "respondent_withdrawn_count", "件", "其中申请人撤回申请的几件？", ALL, RARE, "实务", within="被复议调撤件数"),
        rate("被复议纠错率", "respondent_correction_rate", ALL, "实务", over="被复议纠错件数", of="被复议审结件数"),
    ),
    measures=(
        measure("化解行政争议", "did_settle_disputes", ALL, "实务", detail="件数", unit="件"),
    ),
)

LITIGATION = matter(
    "行政应诉",
    "litigation",
    facts=(
        count("应诉案件件数", "respondent_litigation_count", "件", "以本机关为被告的行政诉讼案件共几件？（不分审级，含上年结转）", ALL, COMMON, "实务", trend="降为好"),
        count("行政诉讼件数", "litigation_case_count", "件", "以本机关为被告的一审行政诉讼新收几件？", ALL, CORE, "实务", at_most="应诉案件件数", trend="降为好", note="含共同被告；二审再审另述"),
        count("诉讼审结件数", "litigation_closed_count", "件", "一审审结（裁判、撤诉等）几件？", ALL, COMMON, "实务"),
        count("诉讼败诉件数", "litigation_lost_count", "件", "其中败诉（被撤销、确认违法、责令履行等）几件？", ALL, CORE, "实务", within="诉讼审结件数", trend="降为好", note="0→“无败诉案件”", verified=False),
        count("诉讼调撤件数", "litigation_settled_count", "件", "调解、撤诉几件？", ALL, COMMON, "实务", within="诉讼审结件数"),
        count("诉讼调解件数", "litigation_mediated_count", "件", "其中调解结案几件？", ALL, RARE, "实务", within="诉讼调撤件数"),
        rate("诉讼败诉率", "litigation_lost_rate", ALL, "实务", over="诉讼败诉件数", of="诉讼审结件数", verified=False),
        count("应出庭件数", "appearance_due_count", "件", "一审开庭、负责人应当出庭的几件？", ALL, CORE, "行政复议案件统计报表", verified=False),
        count("负责人出庭件数", "head_court_appearance_count", "件", "负责人实际出庭几件？", ALL, CORE, "实务", parts=(("正职出庭件数", "副职出庭件数"),), at_most="应出庭件数"),
        count("正职出庭件数", "principal_appearance_count", "件", "其中正职出庭几件？", ALL, COMMON, "实务", within="负责人出庭件数"),
        count("副职出庭件数", "deputy_appearance_count", "件", "副职出庭几件？", ALL, COMMON, "实务", within="负责人出庭件数"),
        rate("负责人出庭率", "head_court_appearance_rate", ALL, "实务", over="负责人出庭件数", of="应出庭件数"),
    ),
    measures=(
        measure("分析败诉纠错案件", "did_case_analysis", ALL, "实务", detail="件数", unit="件"),
        measure("主要负责人出庭", "did_chief_court", ALL, "实务", fact="正职出庭件数"),
        measure("建立应诉会商机制", "did_litigation_team", ALL, "实务"),
        measure("履行生效裁判决定", "did_perform_judgment", ALL, "行政复议法", detail="件数", unit="件"),
        measure("召开府院联席会议", "did_court_meeting", UPPER, "实务", detail="次数", unit="次"),
    ),
)

TOPIC = topic("行政复议与应诉", "reconsideration", "做好行政复议应诉，化解行政争议", RECONSIDERATION_BODY, RECONSIDERATION_RESPONDENT, LITIGATION)
