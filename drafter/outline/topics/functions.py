"""专题：政府职能与营商环境."""

from drafter.outline.declare import (
    ALL,
    AREAS,
    CITY_DOWN,
    COMMON,
    CORE,
    COUNTY_DOWN,
    RARE,
    RULERS,
    UPPER,
    count,
    decimal,
    measure,
    rate,
)
from drafter.outline.structure import matter, topic

GOVERNMENT_SERVICE = matter(
    "政务服务",
    "government_service",
    facts=(
        count("政务服务事项数", "service_item_count", "项", "能办的政务服务事项几项？", ALL, CORE, "优化营商环境条例"),
        count("网上可办事项数", "online_item_count", "项", "其中网上能办几项？", ALL, COMMON, "实务", at_most="政务服务事项数"),
        rate("网上可办率", "online_service_rate", ALL, "实务", over="网上可办事项数", of="政务服务事项数", verified=False),
        count("政务服务办件数", "service_case_count", "件", "全年办件多少？", ALL, CORE, "实务", trend="中性"),
        count("一窗办理事项数", "one_window_item_count", "项", "实行“一窗”受理、办理的政务服务事项几项？", ALL, COMMON, "优化营商环境条例", at_most="政务服务事项数"),
        count("进驻部门个数", "stationed_office_count", "个", "政务服务场所进驻部门几个？", AREAS, RARE, "实务"),
        count("告知承诺事项数", "commitment_item_count", "项", "实行告知承诺的证明事项几项？", ALL, COMMON, "国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见"),
    ),
    measures=(
        measure("推行集成办一件事", "did_one_thing", UPPER, "实务", detail="主题个数", unit="个"),
        measure("推行证明告知承诺", "did_commitment", ALL, "国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见", fact="告知承诺事项数"),
        measure("设综合受理窗口", "did_one_window", AREAS, "优化营商环境条例", detail="窗口数", unit="个"),
        measure("开展帮办代办服务", "did_agent_service", CITY_DOWN, "优化营商环境条例", detail="件数", unit="件"),
        measure("下沉村社办理事项", "did_village_service", COUNTY_DOWN, "实务", detail="事项数", unit="项"),
        measure("设办不成事窗口", "did_failed_case_window", AREAS, "实务", detail="办理件数", unit="件"),
    ),
)

DUTY_LISTS = matter(
    "权责清单",
    "duty_lists",
    facts=(
        count("权责清单项数", "power_list_item_count", "项", "权责清单现有几项？", ALL, RARE, "实务"),
        count("基本履职事项数", "basic_duty_count", "项", "履职事项清单里基本履职几项？", COUNTY_DOWN, CORE, "关于全面建立乡镇（街道）履行职责事项清单的意见", note="县填全县合计"),
        count("配合履职事项数", "assist_duty_count", "项", "配合履职几项？", COUNTY_DOWN, COMMON, "关于全面建立乡镇（街道）履行职责事项清单的意见"),
        count("上级收回事项数", "withdrawn_duty_count", "项", "上级部门收回几项？", COUNTY_DOWN, COMMON, "关于全面建立乡镇（街道）履行职责事项清单的意见", note="三清单合计＝基本＋配合＋收回（r250：4402＝1298＋1316＋1788）；只校验、不单设总数"),
    ),
    measures=(
        measure("公布履职事项清单", "did_duty_list", COUNTY_DOWN, "关于全面建立乡镇（街道）履行职责事项清单的意见"),
        measure("动态调整权责清单", "did_power_list", ALL, "法治政府建设实施纲要（2021—2025年）", detail="调整项数", unit="项"),
    ),
)

ENTERPRISE_SERVICE = matter(
    "助企服务",
    "enterprise_service",
    facts=(
        count("走访企业家次", "enterprise_service_count", "家次", "走访、服务企业多少家次？", ALL, COMMON, "实务"),
        count("法治体检企业数", "legal_checkup_count", "家", "为多少家企业做过法治体检？", ALL, COMMON, "实务", note="按企业去重"),
        count("企业诉求件数", "enterprise_request_count", "件", "收集企业诉求多少件？", ALL, COMMON, "实务"),
        count("企业诉求办结件数", "issue_resolved_count", "件", "其中解决多少件？", ALL, COMMON, "实务", at_most="企业诉求件数"),
    ),
    measures=(
        measure("走访企业开展体检", "did_legal_checkup", ALL, "实务", fact="法治体检企业数"),
        measure("清理拖欠企业账款", "did_clear_arrears", RULERS, "优化营商环境条例", detail="金额", unit="万元"),
        measure("畅通营商投诉渠道", "did_complaint_channel", UPPER, "优化营商环境条例", detail="办理件数", unit="件"),
    ),
)

FAIR_COMPETITION = matter(
    "公平竞争审查",
    "fair_competition",
    facts=(
        count("公平竞争审查件数", "fair_competition_review_count", "件", "出台前经公平竞争审查的政策措施几件？", ALL, CORE, "公平竞争审查条例", note="只计增量；存量清理填清理文件件数"),
    ),
    measures=(
        measure("审查政策公平竞争", "did_fair_competition", ALL, "公平竞争审查条例", fact="公平竞争审查件数"),
    ),
)

STREAMLINING = matter(
    "简政提速",
    "streamlining",
    facts=(
        decimal("法定办理天数", "statutory_days", "工作日", "依申请事项法定平均办理几个工作日？", UPPER, RARE, "实务", note="可有小数"),
        decimal("承诺办理天数", "promised_days", "工作日", "承诺平均办理几个工作日？", UPPER, RARE, "实务", at_most="法定办理天数"),
        rate("时限压缩率", "time_reduction_rate", UPPER, "实务", over="法定办理天数-承诺办理天数", of="法定办理天数"),
    ),
)

TOPIC = topic("政府职能与营商环境", "functions", "依法履行政府职能，优化法治化营商环境", GOVERNMENT_SERVICE, DUTY_LISTS, ENTERPRISE_SERVICE, FAIR_COMPETITION, STREAMLINING)
