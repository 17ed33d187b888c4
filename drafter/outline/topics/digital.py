"""专题：数字法治."""

from drafter.outline.declare import ALL, CITY_DOWN, COMMON, CORE, RARE, UPPER, count, measure, names
from drafter.outline.structure import matter, topic

DIGITAL_GOVERNMENT = matter(
    "数字政府",
    "digital_government",
    facts=(
        names("数字平台名称", "digital_platform_names", "个", "执法、审查、调解等用哪些平台系统？（写规范名称）", ALL, CORE, "实务"),
    ),
    measures=(
        measure("建设数字治理场景", "did_digital_scene", ALL, "实务", detail="场景名称"),
        measure("共享政务数据", "did_data_sharing", UPPER, "实务", detail="目录条数", unit="条"),
        measure("应用电子证照", "did_e_licence", UPPER, "实务", detail="种类数", unit="种"),
        measure("布设智能法律服务", "did_smart_service", CITY_DOWN, "实务", detail="台数", unit="台"),
        measure("线上合法性审查", "did_online_review", ALL, "实务", detail="件数", unit="件"),
    ),
)

DIGITAL_ENFORCEMENT = matter(
    "数字执法",
    "digital_enforcement",
    facts=(
        count("扫码入企次数", "scan_entry_count", "次", "“扫码入企”检查多少次？", ALL, COMMON, "国务院办公厅关于严格规范涉企行政检查的意见", at_most="涉企检查次数"),
        count("非现场执法件数", "offsite_case_count", "件", "用监控设备取证处罚几件？", ALL, RARE, "行政处罚法", at_most="行政处罚件数"),
    ),
    measures=(
        measure("应用执法办案系统", "did_case_system", ALL, "实务", detail="系统名称"),
        measure("推行掌上移动执法", "did_mobile_enforcement", ALL, "实务", detail="掌上检查次数", unit="次"),
        measure("实行扫码入企", "did_scan_entry", ALL, "国务院办公厅关于严格规范涉企行政检查的意见", fact="扫码入企次数"),
        measure("接入执法监督平台", "did_supervision_platform", UPPER, "行政执法监督条例", detail="接入单位数", unit="家"),
        measure("推行非现场执法", "did_offsite", ALL, "行政处罚法", fact="非现场执法件数"),
    ),
)

TOPIC = topic("数字法治", "digital", "推进数字赋能，提升法治工作效能", DIGITAL_GOVERNMENT, DIGITAL_ENFORCEMENT)
