"""The whole document: states of facts in prose, order of parts, headings, frame, own facts."""

from __future__ import annotations

from typing import Any

import pytest
from reports import lines, made

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Closing,
    Heading,
    Note,
    Paragraph,
    Signature,
    Span,
    Table,
    Title,
    all_spans,
    plain,
)
from drafter.errors import InputError
from drafter.report import Places
from drafter.wording import compose

DISPUTES = "矛盾纠纷与基层治理"


def found(**changes: Any) -> list[str]:
    """Return headings and paragraphs of a report."""
    return lines(compose(made(**changes)))


def prose(content: str, data: dict[str, Any]) -> str:
    """Return the section that one prose text of 人民调解 makes."""
    actions = [{"事项": "人民调解", "内容": content}]
    given = found(数据={"人民调解": data}, 主要举措和成效=[{"专题": DISPUTES, "做法": actions}])
    return next(text for text in given if text.startswith("（一）深化矛盾纠纷化解"))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("626", "受理626件。"),
        ("300余", "受理300余件。"),
        ("近2000", "受理近2000件。"),
        ("1,234", "受理1,234件。"),
        ("0", "受理0件。"),
        ("无", "受理0件。"),
        ("待填", "受理【待填：调解受理件数】件。"),
        (None, "受理【待填：调解受理件数】件。"),
    ],
)
def test_what_prose_prints_for_each_state(value: str | None, printed: str) -> None:
    """A reference prints a value as given, none as 0, and a gap for what is absent or still to come."""
    assert prose("受理{调解受理件数}件。", {"调解受理件数": value}).endswith(printed)


def test_prose_must_not_refer_to_what_does_not_apply() -> None:
    """A reference to a fact that is 不适用 is an error at its line, with what to do."""
    report = made(
        数据={"人民调解": {"调解受理件数": "不适用"}},
        主要举措和成效=[{"专题": DISPUTES, "做法": [{"内容": "甲。\n乙{调解受理件数}件。"}]}],
    )
    report.at(Places("街道.yaml", {("主要举措和成效", 0, "做法", 0, "内容"): 20}))
    with pytest.raises(InputError) as caught:
        compose(report)
    assert str(caught.value) == (
        "街道.yaml 第22行，“主要举措和成效.第1项.做法.第1项.内容”：{调解受理件数}指的数填了“不适用”。"
        "请删去这处引用，或者填上数"
    )


def test_prose_must_not_refer_to_unknown_names() -> None:
    """A misspelt reference gets the nearest name."""
    with pytest.raises(InputError, match=r"\{调解成功件\}指的数不存在。是不是想写“调解成功件数”？"):
        prose("成功{调解成功件}件。", {})


@pytest.mark.parametrize("content", ["成功{调解成功件数件。", "成功调解成功件数}件。", "成功{{调解成功件数}}件。"])
def test_braces_come_in_pairs(content: str) -> None:
    """A brace without its partner is an error, never printed."""
    with pytest.raises(InputError, match="花括号不成对"):
        prose(content, {"调解成功件数": "5"})


def test_a_rate_in_prose_brings_its_percent_sign() -> None:
    """“{调解成功率}%” does not print the sign twice."""
    text = prose("成功率为{调解成功率}%。", {"调解受理件数": "626", "调解成功件数": "618"})
    assert "成功率为98.72%。" in text


def test_prose_without_final_mark_gets_one() -> None:
    """A paragraph of prose ends with a full stop, also where the clerk left a comma or nothing."""
    assert prose("设立受理窗口，", {}).endswith("设立受理窗口。")
    assert prose("设立受理窗口", {}).endswith("设立受理窗口。")
    assert prose("推行“一窗受理。”", {}).endswith("推行“一窗受理。”")


def test_internal_text_is_plain_in_the_draft() -> None:
    """【内部：…】 is printed plainly in the 送审稿."""
    assert prose("受理纠纷。【内部：其中两件涉稳。】均已化解。", {}).endswith("受理纠纷。其中两件涉稳。均已化解。")


def test_empty_line_begins_a_paragraph() -> None:
    """Lines belong to one paragraph; an empty line begins the next, and the data come last."""
    content = "第一段。\n还是第一段。\n\n第二段。"
    actions = [{"事项": "人民调解", "内容": content}]
    given = found(数据={"人民调解": {"调解受理件数": "5"}}, 主要举措和成效=[{"专题": DISPUTES, "做法": actions}])
    at = next(index for index, text in enumerate(given) if "第一段" in text)
    assert given[at].endswith("第一段。还是第一段。")
    assert given[at + 1] == "第二段。全年共受理各类矛盾纠纷5件。"


def test_references_in_problems_do_not_replace_the_sentence() -> None:
    """A number repeated in 不足 is still stated in part one."""
    given = found(
        数据={"人民调解": {"调解受理件数": "626"}},
        不足和原因=[{"标题": "调解力量不足", "表现": "全年{调解受理件数}件纠纷只有2名专职调解员。", "原因": "编制少"}],
    )
    assert sum("626件" in text for text in given) == 2


def test_references_in_other_matters_do_not_replace_the_sentence() -> None:
    """A number cited among the highlights is still stated in part one, unless the item names its 事项."""
    data = {"人民调解": {"调解受理件数": "626"}}
    item = {"标题": "特色亮点", "内容": "{调解受理件数}件纠纷就地化解。"}
    cited = found(数据=data, 其他事项=[item])
    assert sum("626件" in text for text in cited) == 2
    named = found(数据=data, 其他事项=[item | {"事项": "人民调解"}])
    assert sum("626件" in text for text in named) == 1


def test_the_cause_is_introduced_once() -> None:
    """主要原因是 is put before a cause that does not introduce itself."""
    items = [
        {"标题": "甲", "表现": "力量不足。", "原因": "编制少"},
        {"标题": "乙", "表现": "系统不通", "原因": "究其原因，标准不一。"},
    ]
    given = found(不足和原因=items)
    assert "（一）甲。力量不足。主要原因是编制少。" in given
    assert "（二）乙。系统不通。究其原因，标准不一。" in given


def test_what_a_report_cannot_do_without_is_a_gap() -> None:
    """An empty file prints a gap for parts two to four, the organ and the date, and nothing else in part one."""
    document = compose(made(单位={"类型": "街道"}, 报送={}))
    gaps = [span.text for span in all_spans(document) if span.kind == "gap"]
    assert gaps == [
        "【待填：单位全称】",
        "【待填：不足和原因】",
        "【待填：第一责任人履职】",
        "【待填：下一年度安排】",
        "【待填：单位全称】",
        "【待填：成文日期】",
    ]


def test_duties_hold_their_matters() -> None:
    """A 事项 named in 第一责任人履职 is stated there and not in part one."""
    given = found(
        数据={"理论学法": {"中心组学法次数": "12"}, "人民调解": {"调解受理件数": "5"}},
        第一责任人履职=[{"标题": "带头学法用法", "事项": ["理论学法"], "内容": "主要负责人带头讲授法治课。"}],
    )
    part = next(index for index, text in enumerate(given) if text.startswith("三、"))
    assert not any("12次" in text for text in given[:part])
    assert any(text.startswith("（一）带头学法用法。主要负责人带头讲授法治课。") and "12次" in text for text in given)


def test_duties_can_be_folded_into_part_one() -> None:
    """Where 提纲 leaves 第一责任人履职 out, its items join 组织领导与责任 and nothing is lost."""
    given = found(
        提纲=["主要举措和成效", "不足和原因", "下一年度安排"],
        数据={"统筹部署": {"党委研究法治次数": "4"}},
        第一责任人履职=[{"标题": "履行第一责任人职责", "内容": "主要负责人亲自部署、亲自过问重点工作。"}],
    )
    section = next(text for text in given if text.startswith("（一）"))
    assert "履行第一责任人职责。主要负责人亲自部署" in section
    assert "4次" in section
    assert [text[:2] for text in given if text[1:2] == "、"] == ["一、", "二、", "三、"]


def test_order_and_headings_of_parts_can_be_changed() -> None:
    """提纲 decides the order of the parts and may give them headings."""
    given = found(
        提纲=[
            {"第一责任人履职": "党政主要负责人履行第一责任人职责情况"},
            "主要举措和成效",
            "不足和原因",
            "下一年度安排",
        ],
        数据={"人民调解": {"调解受理件数": "5"}},
    )
    assert [text for text in given if text[1:2] == "、"] == [
        "一、党政主要负责人履行第一责任人职责情况",
        "二、2024年推进法治政府建设的主要举措和成效",
        "三、2024年推进法治政府建设存在的不足和原因",
        "四、2025年推进法治政府建设的主要安排",
    ]


def test_a_part_with_content_is_never_left_out() -> None:
    """不足 that 提纲 forgot is printed all the same."""
    given = found(提纲=["主要举措和成效", "下一年度安排"], 不足和原因=[{"标题": "甲", "表现": "乙", "原因": "丙"}])
    assert any("存在的不足和原因" in text for text in given)


def test_topics_come_at_the_place_of_the_outline() -> None:
    """A topic that has numbers and no section is put behind the last earlier topic of the clerk's sections."""
    given = found(
        数据={"理论学法": {"中心组学法次数": "12"}, "行政应诉": {"行政诉讼件数": "3"}},
        主要举措和成效=[
            {"专题": "普法与公共法律服务", "标题": "甲", "做法": [{"内容": "普法。"}]},
            {"专题": DISPUTES, "标题": "乙", "做法": [{"内容": "调解。"}]},
        ],
    )
    headings = [text.split("。")[0] for text in given if text.startswith("（")][:4]
    assert headings[0].startswith("（一）深入学习贯彻习近平法治思想")
    assert headings[1:3] == ["（二）甲", "（三）乙"]
    assert "行政" in headings[3]


def test_more_than_ten_headings_in_the_flat_skeleton() -> None:
    """主题平铺式 numbers its topics and parts through: 十一、 and on."""
    sections = [{"标题": f"专题{index}", "做法": [{"内容": "工作。"}]} for index in range(10)]
    given = found(版式={"骨架": "主题平铺式"}, 主要举措和成效=sections)
    assert "十、专题9" in given
    assert "十一、2024年推进法治政府建设存在的不足和原因" in given


def test_headings_on_their_own_line() -> None:
    """二级标题: 独行 leaves headings alone on their line, without a full stop; points begin the next paragraph."""
    given = found(
        版式={"二级标题": "独行"},
        数据={"人民调解": {"调解受理件数": "5"}, "信访办理": {"信访件次": "7"}},
    )
    at = given.index("（一）深化矛盾纠纷化解，维护社会和谐稳定")
    assert given[at + 1].startswith("一是推进矛盾纠纷多元化解。")


def test_points_in_paragraphs_of_their_own() -> None:
    """分点: 分段 gives every point its own paragraph and keeps 一是, 二是."""
    report = made(
        版式={"分点": "分段"},
        数据={"人民调解": {"调解受理件数": "5"}, "信访办理": {"信访件次": "7"}},
    )
    numbers = [getattr(block, "number", "") for block in compose(report).blocks]
    assert [number for number in numbers if number.endswith("是")] == ["一是", "二是"]


def test_two_points_with_a_long_first_one() -> None:
    """After a point of two paragraphs the next point begins a paragraph of its own."""
    given = found(
        主要举措和成效=[
            {"专题": DISPUTES, "做法": [{"要点": "甲", "内容": "一段。\n\n二段。"}, {"要点": "乙", "内容": "三段。"}]}
        ],
    )
    at = next(index for index, text in enumerate(given) if "一是甲。一段。" in text)
    assert given[at + 1 : at + 3] == ["二段。", "二是乙。三段。"]


def test_own_facts_have_their_sentence() -> None:
    """自拟数据 are stated in their 事项 by their own sentence, or by the prose that refers to them."""
    own = {"联合检查": {"事项": "执法检查", "数": "12", "单位": "次", "句": "开展“综合查一次”联合检查{数}次"}}
    assert any("开展“综合查一次”联合检查12次。" in text for text in found(自拟数据=own))
    referred = found(自拟数据=own, 主要举措和成效=[{"专题": "行政执法", "做法": [{"内容": "联合检查{联合检查}次。"}]}])
    assert [text for text in referred if "12" in text] == ["（一）规范行政执法行为，提升执法质效。联合检查12次。"]


@pytest.mark.parametrize(
    ("number", "printed"),
    [("待填", True), ("0", False), ("不适用", False), (None, False), ("近200", True)],
)
def test_states_of_own_facts(number: str | None, printed: bool) -> None:
    """自拟数据 know the same states."""
    own = {"联合检查": {"事项": "执法检查", "数": number, "单位": "次", "句": "联合检查{数}次"}}
    assert any("联合检查" in text for text in found(自拟数据=own)) is printed


def test_frame_in_the_order_of_the_standard() -> None:
    """Title, addressee, body, closing, note on attachments, signature, note, attachments."""
    report = made(
        报送={
            "主送机关": ["中共云溪区委员会", "云溪区人民政府"],
            "署名": ["中共示例市云溪区清河街道工作委员会", "示例市云溪区人民政府清河街道办事处"],
            "成文日期": "2025年1月",
            "盖章": "否",
            "附注": "联系人：法制办",
        },
        版式={"结束语": "特此报告"},
        附件=[
            {"标题": "数据附表", "内容": "说明。", "表格": {"表题": "表", "表头": ["项", "数"], "行": [["甲", "1"]]}}
        ],
    )
    blocks = compose(report).blocks
    kinds = [type(block) for block in blocks]
    assert kinds[:3] == [Title, Addressee, Paragraph]
    assert kinds[-5:] == [Closing, AttachmentNote, Signature, Note, Attachment]
    title, signature, attachment = blocks[0], blocks[-3], blocks[-1]
    assert isinstance(title, Title)
    assert "".join(plain(part) for part in title.parts) == (
        "中共示例市云溪区清河街道工作委员会 示例市云溪区人民政府清河街道办事处关于2024年度法治政府建设情况的报告"
    )
    assert isinstance(signature, Signature)
    assert plain(signature.date) == "2025年1月　日"
    assert not signature.sealed
    assert isinstance(attachment, Attachment)
    assert isinstance(attachment.body[1], Table)


@pytest.mark.parametrize(
    ("year", "date", "phrase"),
    [
        ("2024", "2025年1月16日", "全面贯彻落实党的二十大和二十届二中、三中全会精神，"),
        ("2024", None, "全面贯彻落实党的二十大和二十届二中、三中全会精神，"),
        ("2025", "2025年10月", "全面贯彻落实党的二十大和二十届历次全会精神，"),
        ("2025", "2025年10月8日", "全面贯彻落实党的二十大和二十届二中、三中全会精神，"),
        ("2023", "2024年2月1日", "全面贯彻落实党的二十大和二十届二中全会精神，"),
        ("2026", "2027年1月", "全面贯彻落实党的二十大和二十届历次全会精神，"),
    ],
)
def test_opening_names_only_plenums_that_are_over(year: str, date: str | None, phrase: str) -> None:
    """The phrase depends on 成文日期; an open day counts as the end of its month."""
    opening = next(text for text in found(年度=year, 报送={"成文日期": date}) if text.startswith(f"{year}年，"))
    assert phrase in opening
    assert "一中" not in opening
    assert opening.endswith("现将有关情况报告如下：")


def test_opening_of_a_year_without_a_plan_has_no_hole() -> None:
    """For 2026, whose plan is not known, the sentence reads on without it."""
    opening = found(年度="2026", 报送={"成文日期": "2027年1月"})[0]
    assert "认真落实区委、区政府工作部署，" in opening


def test_the_clerk_always_wins_in_the_opening() -> None:
    """Every slot can be replaced or, with 无, left out; 全文 replaces all of it."""
    given = found(
        开头={
            "领导": "无",
            "会议精神": "党的二十大精神",
            "依据文件": ["《甲》", "乙"],
            "目标": "为街道发展提供法治保障，",
            "成效": "获评示范街道",
            "过渡句": "现将情况报告如下",
        },
    )[0]
    assert given == (
        "2024年，清河街道坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实党的二十大精神，"
        "深入学习贯彻习近平法治思想，认真落实《甲》《乙》和区委、区政府工作部署，统筹推进法治政府建设各项工作，"
        "为街道发展提供法治保障。获评示范街道。现将情况报告如下："
    )
    assert found(开头={"全文": "开场白。\n\n现将有关情况报告如下"})[:2] == ["开场白。", "现将有关情况报告如下："]


def test_provenance_of_every_span() -> None:
    """Facts know their 事项.指标 and their place in the file, wording its file and line, computed rates neither."""
    report = made(数据={"人民调解": {"调解受理件数": "626", "调解成功件数": "618"}})
    report.at(Places("街道.yaml", {("数据", "人民调解", "调解受理件数"): 31}))
    spans = list(all_spans(compose(report)))
    number = next(span for span in spans if span.text == "626")
    assert number == Span(
        "626", "fact", "街道.yaml", 31, "数据.人民调解.调解受理件数", "人民调解.调解受理件数", stated=True
    )
    rate = next(span for span in spans if span.text == "98.72%")
    assert (rate.kind, rate.key, rate.fact) == ("fact", "", "人民调解.调解成功率")
    wording = next(span for span in spans if "共受理各类矛盾纠纷" in span.text)
    assert (wording.kind, wording.file) == ("wording", "templates/matters/people_mediation.txt")
    assert wording.line > 1


def test_same_input_same_document() -> None:
    """Composing twice gives equal documents."""
    report = made(数据={"人民调解": {"调解受理件数": "626"}})
    assert compose(report) == compose(report)


def test_numbers_of_headings_have_no_gaps() -> None:
    """Absent topics leave no hole in the numbers."""
    report = made(数据={"理论学法": {"中心组学法次数": "3"}, "法治宣传": {"普法活动场次": "42"}})
    numbers = [block.number for block in compose(report).blocks if isinstance(block, Heading)]
    assert numbers == ["一、", "（一）", "（二）", "二、", "三、", "四、"]


def test_a_case_has_background_practice_and_effect() -> None:
    """An item of 其他事项 may be told as a case; its texts stand in this order."""
    item = {"标题": "老旧小区加装电梯一件事", "成效": "一年加装12台。", "背景": "居民意见不一。", "做法": "三方会商。"}
    assert "（一）老旧小区加装电梯一件事。居民意见不一。" in found(其他事项=[item])
    given = found(其他事项=[item])
    at = given.index("（一）老旧小区加装电梯一件事。居民意见不一。")
    assert given[at + 1 : at + 3] == ["三方会商。", "一年加装12台。"]


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("情况的报告", "示例市云溪区人民政府清河街道办事处关于2024年度法治政府建设情况的报告"),
        ("年度报告", "示例市云溪区人民政府清河街道办事处2024年法治政府建设年度报告"),
        ("情况报告", "示例市云溪区人民政府清河街道办事处2024年度法治政府建设情况报告"),
        ("年度在前", "2024年度示例市云溪区人民政府清河街道办事处法治政府建设情况报告"),
    ],
)
def test_forms_of_the_title(style: str, title: str) -> None:
    """标题式样 chooses among the forms in use; the clerk's own title wins."""
    block = compose(made(版式={"标题式样": style})).blocks[0]
    assert isinstance(block, Title)
    assert "".join(plain(part) for part in block.parts) == title
    own = compose(made(版式={"标题式样": style}, 报送={"标题": "清河街道2024年|法治政府建设年度报告"})).blocks[0]
    assert isinstance(own, Title)
    assert [plain(part) for part in own.parts] == ["清河街道2024年", "法治政府建设年度报告"]


def test_statement_of_basis_and_period() -> None:
    """编制说明 names the basis and the period of the numbers; without it nothing is said."""
    filing = {"编制说明": "是", "统计止日": "2024年11月30日", "统计口径": "街道本级"}
    assert found(报送=filing)[0] == (
        "本报告根据《法治政府建设与责任落实督察工作规定》编制，数据统计期限为2024年1月1日至2024年11月30日，"
        "统计口径为街道本级。"
    )
    assert not any("编制" in text for text in found())


def test_empty_text_is_absent() -> None:
    """A key with an empty text is not reported, like an empty key."""
    assert not any("受理" in text for text in found(数据={"人民调解": {"调解受理件数": ""}}))


@pytest.mark.parametrize(
    ("detail", "printed"), [("31", "办班31期"), ("0", "业务培训。"), ("待填", "【待填：培训人民调解员】期")]
)
def test_states_of_a_detail(detail: str, printed: str) -> None:
    """The detail of a measure is printed, left out where it is none, a gap where it is still to come."""
    data = {"人民调解": {"开展工作": [{"培训人民调解员": detail}]}}
    assert any(printed in text for text in found(数据=data))
