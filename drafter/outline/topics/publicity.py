"""专题：普法与公共法律服务."""

from drafter.outline.declare import (
    ALL,
    AREAS,
    CITY_DOWN,
    COMMON,
    CORE,
    JUSTICE_DEPARTMENTS,
    LAW_BODIES,
    RARE,
    TOWNS,
    count,
    measure,
    names,
    rate,
)
from drafter.outline.structure import matter, topic

LEGAL_PUBLICITY = matter(
    "法治宣传",
    "legal_publicity",
    facts=(
        count("普法活动场次", "law_publicity_event_count", "场次", "开展普法活动几场次？", ALL, CORE, "实务", trend="增为好"),
        count("普法受众人次", "publicity_audience_count", "人次", "受众多少人次？", ALL, CORE, "实务", note="多为约数，正文可带“余”"),
        count("普法资料份数", "material_count", "份", "发放宣传资料几份？", ALL, COMMON, "实务"),
        count("法治文化阵地数", "legal_culture_site_count", "处", "法治广场、公园、长廊等阵地几处？", ALL, COMMON, "法治宣传教育法"),
        names("普法品牌名称", "publicity_brand_names", "个", "有哪些普法品牌、特色活动？", ALL, COMMON, "实务", brackets="“”"),
    ),
    measures=(
        measure("制定普法责任清单", "did_publicity_list", ALL, "法治宣传教育法", detail="单位数", unit="家"),
        measure("启动新五年普法规划", "did_new_plan", ALL, "实务", detail="规划名称"),
        measure("开展宪法宣传周", "did_constitution_week", ALL, "实务", detail="场次", unit="场次"),
        measure("开展民法典宣传", "did_civil_code", ALL, "实务", detail="场次", unit="场次"),
        measure("开展主题日普法", "did_theme_days", ALL, "实务", detail="主题日"),
        measure("法律进村进校进企", "did_law_into", ALL, "实务", detail="场次", unit="场次"),
        measure("聘任法治副校长", "did_vice_principal", CITY_DOWN, "法治宣传教育法", detail="人数", unit="名"),
        measure("打造法治文化阵地", "did_culture_site", ALL, "实务", detail="阵地名称"),
    ),
)

LEGAL_SERVICES = matter(
    "公共法律服务",
    "legal_services",
    facts=(
        count("法律服务站点数", "legal_service_site_count", "个", "公共法律服务中心、站、室共几个？", AREAS, CORE, "实务"),
        count("村社工作室个数", "village_service_room_count", "个", "其中{村社}公共法律服务工作室几个？", AREAS, RARE, "实务", within="法律服务站点数"),
        count("村社区数", "village_community_count", "个", "{村社}共几个？", AREAS, CORE, "实务", note="跨年：与上年不同即提示"),
        count("顾问村社数", "adviser_village_count", "个", "配了法律顾问的{村社}几个？", AREAS, CORE, "实务", at_most="村社区数"),
        rate("村社顾问覆盖率", "adviser_village_rate", AREAS, "实务", over="顾问村社数", of="村社区数"),
        count("法律咨询人次", "legal_consult_count", "人次", "提供法律咨询多少人次？", ALL, CORE, "实务"),
        count("村社顾问服务次数", "village_adviser_service_count", "次", "{村社}法律顾问解答咨询、提出法律建议多少次？", AREAS, RARE, "实务", note="按次计；按人计的填法律咨询人次"),
        count("援助初审件数", "legal_aid_referral_count", "件", "初审、转交法律援助申请几件？", TOWNS, COMMON, "实务"),
    ),
    measures=(
        measure("律师驻点值班", "did_lawyer_shift", AREAS, "实务", detail="服务人次", unit="人次"),
        measure("代办法律援助申请", "did_legal_aid", TOWNS, "实务", fact="援助初审件数"),
    ),
)

LEGAL_AID = matter(
    "法律援助",
    "legal_aid",
    facts=(
        count("法律援助件数", "legal_aid_count", "件", "办理法律援助案件几件？", LAW_BODIES, COMMON, "法律援助法", note="街道、乡镇的工作站办的是初审、转交，填援助初审件数"),
    ),
    departments=JUSTICE_DEPARTMENTS,
)

DEMO_VILLAGES = matter(
    "示范村与法律明白人",
    "demo_villages",
    facts=(
        count("法律明白人数", "law_savvy_person_count", "名", "有“法律明白人”几名？", AREAS, CORE, "实务"),
        count("民主法治村社数", "demo_village_count", "个", "现有民主法治示范{村社}几个？", AREAS, CORE, "实务", parts=(("国家级示范村社数", "省级示范村社数", "市级示范村社数", "县级示范村社数"),), at_most="村社区数", note="一村多级只计最高级"),
        count("国家级示范村社数", "demo_national_count", "个", "国家级几个？", AREAS, RARE, "实务", within="民主法治村社数"),
        count("省级示范村社数", "demo_provincial_count", "个", "省级几个？", AREAS, RARE, "实务", within="民主法治村社数"),
        count("市级示范村社数", "demo_municipal_count", "个", "市级几个？", AREAS, RARE, "实务", within="民主法治村社数"),
        count("县级示范村社数", "demo_county_count", "个", "县级几个？", AREAS, RARE, "实务", within="民主法治村社数", verified=False),
        count("新评省级示范村社数", "demo_new_provincial_count", "个", "本年度新获评省级民主法治示范{村社}几个？", AREAS, RARE, "实务"),
        count("新评市级示范村社数", "demo_new_municipal_count", "个", "本年度新获评市级民主法治示范{村社}几个？", AREAS, RARE, "实务"),
    ),
    measures=(
        measure("培育法律明白人", "did_law_savvy", AREAS, "实务", fact="法律明白人数"),
        measure("创建民主法治村社", "did_demo_village", AREAS, "实务", fact="民主法治村社数"),
    ),
)

TOPIC = topic("普法与公共法律服务", "publicity", "加强法治宣传，完善公共法律服务", LEGAL_PUBLICITY, LEGAL_SERVICES, LEGAL_AID, DEMO_VILLAGES)
