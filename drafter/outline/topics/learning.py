"""专题：党的领导与学习."""

from drafter.outline.declare import ALL, COMMON, CORE, GOVERNMENTS, RARE, UPPER, count, measure, names, rate
from drafter.outline.structure import C, D, P, T, X, matter, topic

THEORY_STUDY = matter(
    "理论学法",
    "theory_study",
    facts=(
        count("中心组学法次数", "theory_group_law_study_count", "次", "{中心组}本年度专题学法几次？", ALL, CORE, "实务", within="集体学法次数", trend="增为好"),
        count("会前学法次数", "pre_meeting_law_study_count", "次", "{决策会议}会前学法几次？", ALL, CORE, "实务", within="集体学法次数", trend="增为好"),
        count("集体学法次数", "collective_law_study_count", "次", "领导班子集体学法合计几次？（上面没有分开统计的，填合计）", ALL, COMMON, "实务", parts=(("中心组学法次数", "会前学法次数"),), note="专家讲座另计法治讲座期数"),
        count("第一议题学法次数", "first_agenda_law_study_count", "次", "以“第一议题”学习法治内容几次？", ALL, RARE, "实务", note="不并入集体学法次数；只计法治内容"),
        names("学法篇目", "studied_items", "部", "重点学了哪些法律法规和重要文件？（写规范全称）", ALL, CORE, "实务", brackets="《》"),
        count("法治讲座期数", "law_lecture_count", "期", "请专家、法官、律师给领导班子讲法几期？", ALL, COMMON, "法治政府建设实施纲要（2021—2025年）", note="不计入法治培训期数", verified=False),
    ),
    measures=(
        measure("制定年度学法计划", "did_study_plan", ALL, "实务", detail="文件名称"),
        measure("建立应知应会清单", "did_must_know_list", ALL, "实务", detail="清单名称"),
        measure("负责同志登台讲法", "did_leader_lecture", ALL, "实务", detail="讲题"),
        measure("开设法治思想宣讲", "did_thought_lecture", ALL, "法治宣传教育法", detail="场次", unit="场次"),
        measure("学法情况列入述职", "did_study_in_review", ALL, "法治宣传教育法"),
    ),
)

STAFF_TRAINING = matter(
    "干部法治培训",
    "staff_training",
    facts=(
        count("法治培训期数", "law_training_session_count", "期", "办干部法治培训几期？（不含执法培训）", ALL, CORE, "实务"),
        count("法治培训人次", "training_attendance", "人次", "这些培训共多少人次参加？", ALL, CORE, "实务", note="与法治培训期数同一口径"),
        count("学法考试应考人数", "law_exam_due_count", "人", "学法考试应参加多少人？", ALL, COMMON, "法治宣传教育法；关于完善国家工作人员学法用法制度的意见"),
        count("学法考试参考人数", "law_exam_participant_count", "人", "实际参加多少人？", ALL, COMMON, "实务", at_most="学法考试应考人数"),
        count("学法考试合格人数", "law_exam_pass_count", "人", "合格多少人？", ALL, COMMON, "实务", at_most="学法考试参考人数"),
        rate("学法考试参考率", "law_exam_attend_rate", ALL, "实务", over="学法考试参考人数", of="学法考试应考人数"),
        rate("学法考试合格率", "law_exam_pass_rate", ALL, "实务", over="学法考试合格人数", of="学法考试参考人数"),
        count("旁听庭审次数", "court_observation_count", "次", "组织工作人员旁听庭审几次？", ALL, COMMON, "关于完善国家工作人员学法用法制度的意见"),
    ),
    measures=(
        measure("举办法治专题班", "did_law_class", UPPER, "实务", detail="班次", unit="期"),
        measure("组织旁听评议庭审", "did_court_visit", ALL, "关于完善国家工作人员学法用法制度的意见", fact="旁听庭审次数"),
        measure("组织任前法律考试", "did_appointment_exam", GOVERNMENTS, "关于完善国家工作人员学法用法制度的意见", detail="人数", unit="人"),
        measure("组织宪法宣誓", "did_constitution_oath", frozenset({P, C, X, D, T}), "实务", detail="人次", unit="人次"),
    ),
)

TOPIC = topic("党的领导与学习", "learning", "深入学习贯彻习近平法治思想，提升依法履职能力", THEORY_STUDY, STAFF_TRAINING)
