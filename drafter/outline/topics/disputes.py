"""专题：矛盾纠纷与基层治理."""

from drafter.outline.declare import ALL, AREAS, CITY_DOWN, COMMON, CORE, COUNTY_DOWN, RARE, count, measure, money, rate
from drafter.outline.structure import matter, topic

PEOPLE_MEDIATION = matter(
    "人民调解",
    "people_mediation",
    facts=(
        count("调解受理件数", "dispute_handled_count", "件", "人民调解受理（调处）纠纷几件？", AREAS, CORE, "人民调解工作报表", parts=(("婚姻家庭纠纷件数", "邻里纠纷件数", "损害赔偿纠纷件数", "劳动争议纠纷件数", "物业纠纷件数", "其他纠纷件数"),), trend="中性"),
        count("疑难纠纷件数", "hard_dispute_count", "件", "其中疑难复杂纠纷几件？", AREAS, COMMON, "实务", within="调解受理件数"),
        count("调解涉及人次", "dispute_people_count", "人次", "这些纠纷涉及多少人次？", AREAS, RARE, "实务"),
        count("婚姻家庭纠纷件数", "family_dispute_count", "件", "婚姻家庭纠纷几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        count("邻里纠纷件数", "neighbour_dispute_count", "件", "邻里纠纷几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        count("损害赔偿纠纷件数", "damages_dispute_count", "件", "损害赔偿（含交通、医疗）纠纷几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        count("劳动争议纠纷件数", "labour_dispute_count", "件", "劳动争议几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        count("物业纠纷件数", "property_dispute_count", "件", "物业纠纷几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        count("其他纠纷件数", "other_dispute_count", "件", "其余（房屋土地、合同、消费等）几件？", AREAS, RARE, "人民调解工作报表", within="调解受理件数"),
        money("调解涉及金额", "dispute_amount", "万元", "调解协议涉及金额多少万元？", AREAS, CORE, "人民调解工作报表", note="“近、约、余”不与精确小数并用"),
        count("调解成功件数", "mediation_success_count", "件", "其中调解成功几件？", AREAS, CORE, "人民调解工作报表", at_most="调解受理件数"),
        rate("调解成功率", "mediation_success_rate", AREAS, "实务", over="调解成功件数", of="调解受理件数", note="有未结案件时成功率＜100%"),
        money("调解协议金额", "agreement_amount", "万元", "调解成功的协议金额多少万元？", AREAS, COMMON, "人民调解工作报表"),
        count("民转刑案件数", "escalated_case_count", "起", "因调解不当引发的民转刑案件几起？", AREAS, COMMON, "实务", note="0→“未发生”"),
        count("调委会个数", "mediation_committee_count", "个", "有人民调解委员会几个？", AREAS, RARE, "人民调解工作报表"),
        count("调解员人数", "mediator_count", "名", "有人民调解员几名？", AREAS, COMMON, "人民调解工作报表；人民调解法"),
        count("行政调解件数", "admin_mediation_count", "件", "行政调解纠纷几件？", ALL, RARE, "实务", note="不并入调解受理件数", verified=False),
    ),
    measures=(
        measure("推行多所联动调处", "did_station_linkage", CITY_DOWN, "实务", detail="参与单位"),
        measure("设立个人调解室", "did_mediation_room", AREAS, "实务", detail="调解室名称"),
        measure("设立行业调解组织", "did_industry_mediation", CITY_DOWN, "人民调解法", detail="个数", unit="个"),
        measure("培训人民调解员", "did_train_mediators", AREAS, "人民调解法", detail="期数", unit="期"),
        measure("推行诉调访调对接", "did_linkage", AREAS, "实务", detail="件数", unit="件"),
    ),
)

PETITIONS = matter(
    "信访办理",
    "petitions",
    facts=(
        count("信访件次", "petition_count", "件次", "受理信访多少件次？（信、访、网合计）", ALL, CORE, "信访工作条例", trend="降为好", note="县级样本：143＝来访95＋来信19＋网上29"),
        count("信访按期办结件数", "petition_on_time_count", "件次", "其中按期办结多少件次？", ALL, COMMON, "信访工作条例", at_most="信访件次"),
        rate("信访按期办结率", "petition_on_time_rate", ALL, "实务", over="信访按期办结件数", of="信访件次", verified=False),
        count("领导接访批次", "leader_reception_count", "批次", "领导接访约访几批次？", ALL, COMMON, "信访工作条例"),
        count("接访现场解决件数", "reception_solved_count", "件", "接访时现场解决几件？", ALL, RARE, "实务"),
    ),
    measures=(
        measure("落实领导包案化解", "did_case_leader", ALL, "信访工作条例", detail="件数", unit="件"),
        measure("领导定期接访下访", "did_reception", ALL, "信访工作条例", fact="领导接访批次"),
        measure("化解信访积案", "did_backlog", ALL, "实务", detail="化解件数", unit="件"),
    ),
)

HOTLINE = matter(
    "热线工单",
    "hotline",
    facts=(
        count("热线工单件数", "hotline_case_count", "件", "办理12345工单几件？", ALL, CORE, "实务", trend="中性"),
        count("热线按时办结件数", "hotline_on_time_count", "件", "其中按时办结几件？", ALL, COMMON, "实务", at_most="热线工单件数"),
        rate("热线按时办结率", "hotline_on_time_rate", ALL, "实务", over="热线按时办结件数", of="热线工单件数"),
        count("热线回访件数", "hotline_callback_count", "件", "有效回访（参评）几件？", ALL, RARE, "实务", at_most="热线工单件数"),
        count("热线满意件数", "hotline_satisfied_count", "件", "其中满意几件？", ALL, RARE, "实务", at_most="热线回访件数"),
        rate("热线满意率", "hotline_satisfied_rate", ALL, "实务", over="热线满意件数", of="热线回访件数", verified=False),
    ),
    measures=(
        measure("规范办理热线诉求", "did_hotline", ALL, "实务", fact="热线工单件数"),
    ),
)

COMMUNITY_CORRECTION = matter(
    "社区矫正与安置帮教",
    "community_correction",
    facts=(
        count("社区矫正在册人数", "community_correction_count", "人", "年末在册社区矫正对象几人？", COUNTY_DOWN, RARE, "社区矫正法"),
    ),
    measures=(
        measure("帮扶特殊人群", "did_special_group", COUNTY_DOWN, "社区矫正法", detail="人数", unit="人"),
    ),
)

GRASSROOTS_GOVERNANCE = matter(
    "基层治理",
    "grassroots_governance",
    facts=(
        count("综治中心受理件数", "governance_centre_accepted_count", "件", "综治中心受理纠纷、诉求几件？", CITY_DOWN, COMMON, "关于加强社会治安综合治理中心规范化建设的意见", note="与人民调解、信访有交叉，不相加"),
        count("综治中心化解件数", "governance_centre_solved_count", "件", "其中化解几件？", CITY_DOWN, COMMON, "实务", at_most="综治中心受理件数"),
    ),
    measures=(
        measure("规范运行综治中心", "did_governance_centre", CITY_DOWN, "关于加强社会治安综合治理中心规范化建设的意见", fact="综治中心受理件数"),
        measure("审查村规民约", "did_village_rules", COUNTY_DOWN, "实务", detail="份数", unit="份"),
    ),
)

TOPIC = topic("矛盾纠纷与基层治理", "disputes", "深化矛盾纠纷化解，维护社会和谐稳定", PEOPLE_MEDIATION, PETITIONS, HOTLINE, COMMUNITY_CORRECTION, GRASSROOTS_GOVERNANCE)
