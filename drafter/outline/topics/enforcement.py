"""专题：行政执法."""

from drafter.outline.declare import (
    ALL,
    COMMON,
    CORE,
    COUNTY_DOWN,
    LAW_BODIES,
    RARE,
    RULERS,
    UPPER,
    count,
    measure,
    money,
    rate,
)
from drafter.outline.structure import matter, topic

ENFORCEMENT_TEAM = matter(
    "执法队伍",
    "enforcement_team",
    facts=(
        count("应持证人数", "cert_due_count", "人", "应当持执法证几人？（按在编还是执法岗位计，与持证人数一致）", ALL, COMMON, "实务"),
        count("持证人数", "enforcement_staff_count", "人", "持有效行政执法证几人？", ALL, CORE, "行政执法数据年报（各地）", at_most="应持证人数"),
        rate("执法持证率", "enforcement_cert_rate", ALL, "实务", over="持证人数", of="应持证人数", verified=False),
        count("新取得执法证人数", "new_cert_count", "人", "本年度新取得执法资格几人？", ALL, COMMON, "实务"),
        count("执法考试人次", "cert_exam_attendance", "人次", "组织参加行政执法资格、岗前培训等考试多少人次？", ALL, RARE, "实务"),
        count("执法考试通过人数", "cert_exam_pass_count", "人", "通过行政执法资格考试几人？", ALL, RARE, "实务"),
        count("执法培训人数", "enforcement_trainee_count", "人", "培训行政执法人员几人？（一人参加几次只算一人）", ALL, RARE, "实务", note="与执法培训人次二者填一个"),
        count("执法培训人次", "enforcement_training_attendance", "人次", "执法培训多少人次？", ALL, CORE, "提升行政执法质量三年行动计划（2023—2025年）"),
        count("人均培训学时", "training_hours_per_officer", "学时", "执法人员人均培训多少学时？", ALL, COMMON, "提升行政执法质量三年行动计划（2023—2025年）"),
    ),
    measures=(
        measure("清理执法人员资格", "did_clean_certs", ALL, "实务", detail="注销证件数", unit="个"),
        measure("组织执法资格考试", "did_cert_exam", ALL, "实务", fact="执法考试人次"),
        measure("开展执法轮训", "did_enforcement_training", ALL, "提升行政执法质量三年行动计划（2023—2025年）", fact="执法培训人次"),
        measure("开展执法练兵比武", "did_skill_contest", ALL, "实务", detail="次数", unit="次"),
        measure("管好执法辅助人员", "did_auxiliary", ALL, "国务院办公厅关于严格规范涉企行政检查的意见", detail="人数", unit="人"),
        measure("配备执法记录装备", "did_equipment", ALL, "实务", detail="台数", unit="台"),
    ),
)

ENFORCEMENT_CASES = matter(
    "执法办案",
    "enforcement_cases",
    facts=(
        count("许可决定件数", "licence_decision_count", "件", "作出行政许可决定几件？（同信息公开年报）", ALL, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）", parts=(("准予许可件数", "不予许可件数"),), trend="中性", note="准予变更、延续计入准予"),
        count("准予许可件数", "licence_granted_count", "件", "其中准予许可几件？", ALL, COMMON, "行政执法数据年报（各地）", within="许可决定件数"),
        count("不予许可件数", "licence_refused_count", "件", "不予许可几件？", ALL, RARE, "行政执法数据年报（各地）", within="许可决定件数"),
        count("行政处罚件数", "penalty_case_count", "件", "作出行政处罚决定几件？", ALL, CORE, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；行政执法数据年报（各地）", parts=(("普通程序处罚件数", "简易程序处罚件数"), ("处罚警告件数", "处罚罚款件数", "处罚没收件数", "处罚其他种类件数"),), trend="中性", note="按决定数计，含后被撤销的；不含不予处罚"),
        count("普通程序处罚件数", "penalty_ordinary_count", "件", "其中普通程序几件？", ALL, COMMON, "行政处罚法", within="行政处罚件数"),
        count("简易程序处罚件数", "penalty_summary_count", "件", "其中简易程序（当场处罚）几件？", ALL, COMMON, "行政处罚法", within="行政处罚件数"),
        count("处罚警告件数", "penalty_warning_count", "件", "最重为警告、通报批评的几件？", ALL, RARE, "行政执法数据年报（各地）", within="行政处罚件数", note="一案并处只计最重一类"),
        count("处罚罚款件数", "penalty_fine_count", "件", "最重为罚款的几件？", ALL, RARE, "行政执法数据年报（各地）", within="行政处罚件数"),
        count("处罚没收件数", "penalty_confiscation_count", "件", "最重为没收违法所得、非法财物的几件？", ALL, RARE, "行政执法数据年报（各地）", within="行政处罚件数"),
        count("处罚其他种类件数", "penalty_other_count", "件", "更重的（暂扣降级、吊销、限制经营、停产关闭、拘留）和其他的几件？", ALL, RARE, "行政执法数据年报（各地）", within="行政处罚件数"),
        money("罚没金额", "fine_amount", "万元", "罚没金额多少万元？（以处罚决定书为准）", ALL, COMMON, "行政执法数据年报（各地）", trend="中性"),
        count("不予处罚件数", "no_penalty_count", "件", "轻微、首违等不予处罚几件？", ALL, COMMON, "行政处罚法", note="不计入行政处罚件数"),
        count("行政强制件数", "coercion_count", "件", "作出行政强制决定几件？（同信息公开年报）", ALL, COMMON, "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）；行政执法数据年报（各地）", verified=False),
    ),
    measures=(
        measure("公布免罚轻罚清单", "did_lenient_list", LAW_BODIES, "行政处罚法", detail="事项数", unit="项"),
        measure("修订裁量权基准", "did_discretion", LAW_BODIES, "行政处罚法", detail="项数", unit="项"),
        measure("健全行刑衔接机制", "did_criminal_link", UPPER, "行政处罚法", detail="移送件数", unit="件"),
    ),
)

INSPECTIONS = matter(
    "执法检查",
    "inspections",
    facts=(
        count("行政检查次数", "inspection_count", "次", "行政检查多少次？（一个对象有完整记录计一次）", ALL, CORE, "行政执法数据年报（各地）", trend="中性", note="巡逻、无记录、查后即处罚的不计"),
        count("涉企检查次数", "enterprise_inspection_count", "次", "其中对企业检查多少次？", ALL, CORE, "国务院办公厅关于严格规范涉企行政检查的意见", at_most="行政检查次数", trend="降为好", note="宜报同比降幅"),
        count("双随机户次", "random_check_object_count", "户次", "“双随机、一公开”抽查多少户次？", ALL, COMMON, "优化营商环境条例", note="一户一次计，一般 ≤ 行政检查次数（只提示）"),
        count("联合执法次数", "joint_enforcement_count", "次", "牵头、参加联合执法几次？", ALL, COMMON, "实务"),
    ),
    measures=(
        measure("公布行政检查事项", "did_inspection_list", ALL, "国务院办公厅关于严格规范涉企行政检查的意见", detail="事项数", unit="项"),
        measure("限定入企检查频次", "did_inspection_cap", UPPER, "国务院办公厅关于严格规范涉企行政检查的意见", detail="上限次数", unit="次"),
        measure("推行综合查一次", "did_joint_inspection", ALL, "国务院办公厅关于严格规范涉企行政检查的意见", detail="次数", unit="次"),
        measure("整治涉企执法问题", "did_enterprise_fix", UPPER, "实务", detail="问题数", unit="个"),
    ),
)

ENFORCEMENT_OVERSIGHT = matter(
    "执法监督",
    "enforcement_oversight",
    facts=(
        count("法制审核件数", "major_enforcement_review_count", "件", "重大执法决定法制审核几件？", ALL, CORE, "行政处罚法", note="不并入合法性审查件数"),
        count("案卷评查次数", "case_file_review_round_count", "次", "组织（参加）案卷评查几次？", ALL, COMMON, "实务"),
        count("评查案卷数", "case_file_review_count", "卷", "共评查案卷几卷？", ALL, COMMON, "实务"),
        count("执法监督问题数", "enforcement_issue_count", "个", "执法监督发现问题几个？", LAW_BODIES, COMMON, "行政执法监督条例"),
        count("执法监督整改数", "enforcement_issue_fixed_count", "个", "其中整改几个？", LAW_BODIES, COMMON, "行政执法监督条例", at_most="执法监督问题数"),
        count("执法投诉件数", "enforcement_complaint_count", "件", "收到对行政执法的投诉举报几件？", ALL, COMMON, "行政执法监督条例"),
        count("执法监督员人数", "enforcement_supervisor_count", "名", "聘任行政执法监督员几名？", ALL, RARE, "实务"),
        count("赋权执法事项数", "delegated_power_count", "项", "镇街承接的赋权执法事项现有几项？", COUNTY_DOWN, COMMON, "行政处罚法", note="收回数填上级收回事项数"),
    ),
    measures=(
        measure("落实执法三项制度", "did_three_systems", ALL, "行政处罚法"),
        measure("公告执法主体", "did_body_notice", RULERS, "实务", detail="主体个数", unit="个"),
        measure("开展执法案卷评查", "did_file_review", ALL, "实务", fact="评查案卷数"),
        measure("评估调整赋权事项", "did_power_review", COUNTY_DOWN, "行政处罚法", detail="事项数", unit="项"),
        measure("公开年度执法数据", "did_enforcement_data", ALL, "行政执法数据年报（各地）", detail="公开日期"),
    ),
)

TOPIC = topic("行政执法", "enforcement", "规范行政执法行为，提升执法质效", ENFORCEMENT_TEAM, ENFORCEMENT_CASES, INSPECTIONS, ENFORCEMENT_OVERSIGHT)
