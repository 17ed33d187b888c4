"""The composer on one 事项, case by case: what is given decides how it reads."""

from __future__ import annotations

from typing import Any

import pytest
from reports import lines, made

from drafter.wording import compose

GIVEN = {"调解受理件数": "626", "调解涉及金额": "705.765", "调解成功件数": "618"}
PROSE = "在街道社会治理中心设立“一站式”受理窗口，疑难纠纷由包片领导牵头会商、限时办结。"
HEAD = "（一）深化矛盾纠纷化解，维护社会和谐稳定。"
NUMBERS = "共受理各类矛盾纠纷626件，涉及金额705.765万元，调解成功618件，调解成功率98.72%。"


def section(data: dict[str, Any], content: str = "") -> str:
    """Return the one section that the facts and the prose of 人民调解 make."""
    action = {"事项": "人民调解", "内容": content} if content else {"事项": "人民调解"}
    report = made(数据={"人民调解": data}, 主要举措和成效=[{"专题": "矛盾纠纷与基层治理", "做法": [action]}])
    return next(text for text in lines(compose(report)) if text.startswith(HEAD))


CASES = [
    ("A numbers only", GIVEN, "", f"全年{NUMBERS}"),
    ("B prose without references", GIVEN, PROSE, f"{PROSE}全年{NUMBERS}"),
    (
        "C prose with a place for the data and an effect",
        GIVEN,
        f"{PROSE}\n{{数据}}\n一批积累多年的物业、邻里纠纷在社区得到化解。",
        f"{PROSE}全年{NUMBERS}一批积累多年的物业、邻里纠纷在社区得到化解。",
    ),
    (
        "D prose refers to one fact",
        GIVEN,
        "街道和社区两级调解组织全年受理矛盾纠纷{调解受理件数}件，均当日登记、分类流转。",
        (
            "街道和社区两级调解组织全年受理矛盾纠纷626件，均当日登记、分类流转。"
            "受理的矛盾纠纷涉及金额705.765万元，调解成功618件，调解成功率98.72%。"
        ),
    ),
    (
        "E prose refers to all",
        GIVEN,
        "全年受理纠纷{调解受理件数}件，涉及{人民调解.调解涉及金额}万元，成功｛调解成功件数｝件。",
        "全年受理纠纷626件，涉及705.765万元，成功618件。",
    ),
    (
        "F total absent",
        {k: GIVEN[k] for k in ("调解涉及金额", "调解成功件数")},
        "",
        "受理的矛盾纠纷涉及金额705.765万元，调解成功618件。",
    ),
    (
        "G success absent",
        {k: GIVEN[k] for k in ("调解受理件数", "调解涉及金额")},
        "",
        "全年共受理各类矛盾纠纷626件，涉及金额705.765万元。",
    ),
    ("H only success", {"调解成功件数": "618"}, "", "全年成功调解各类矛盾纠纷618件。"),
    (
        "I success still to come",
        GIVEN | {"调解成功件数": "待填"},
        "",
        "全年共受理各类矛盾纠纷626件，涉及金额705.765万元，调解成功【待填：调解成功件数】件。",
    ),
    ("J typed rate alone", {"调解成功率": "98.72%"}, "", "矛盾纠纷调解成功率达98.72%。"),
    (
        "K approximate numbers",
        {"调解受理件数": "600余", "调解成功件数": "近600"},
        "",
        "全年共受理各类矛盾纠纷600余件，调解成功近600件。",
    ),
    (
        "M unknown in prose",
        GIVEN,
        "街道各级调委会全年受理纠纷{调解受理件数}件，其中疑难复杂纠纷{疑难纠纷件数}件，均由包片领导牵头会商。",
        (
            "街道各级调委会全年受理纠纷626件，其中疑难复杂纠纷【待填：疑难纠纷件数】件，均由包片领导牵头会商。"
            "受理的矛盾纠纷涉及金额705.765万元，调解成功618件，调解成功率98.72%。"
        ),
    ),
    (
        "N measures",
        GIVEN | {"开展工作": ["推行多所联动调处", "培训人民调解员", {"设立个人调解室": "“清河老娘舅”调解室"}]},
        "",
        "推行司法所、派出所、律师事务所联动调处，加强人民调解员业务培训，设立“清河老娘舅”调解室。全年" + NUMBERS,
    ),
]


@pytest.mark.parametrize(("data", "content", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_reads_as_designed(data: dict[str, Any], content: str, expected: str) -> None:
    """Each combination of facts, measures and prose gives exactly this text."""
    assert section(data, content) == HEAD + expected


def test_nothing_given_nothing_written() -> None:
    """A 事项 without anything to say makes no section (case L)."""
    report = made(
        数据={"人民调解": {}}, 主要举措和成效=[{"专题": "矛盾纠纷与基层治理", "做法": [{"事项": "人民调解"}]}]
    )
    assert not [text for text in lines(compose(report)) if "矛盾纠纷" in text]


TWO = {
    "数据": {"人民调解": GIVEN, "信访办理": {"信访件次": "143", "信访按期办结件数": "142"}},
    "主要举措和成效": [
        {
            "专题": "矛盾纠纷与基层治理",
            "做法": [{"事项": "人民调解", "要点": "构建多元化解格局", "内容": PROSE}],
        }
    ],
}


def test_two_points_by_parts() -> None:
    """In 分部分式 two 事项 are 一是 and 二是 of one paragraph, with different words of time."""
    text = next(text for text in lines(compose(made(**TWO))) if text.startswith(HEAD))
    first, second = text.removeprefix(HEAD).split("二是")
    assert first == f"一是构建多元化解格局。{PROSE}全年{NUMBERS}"
    assert second.startswith("推进信访工作法治化。2024年，")
    assert "143件次" in second
    assert "142件次" in second


def test_two_points_by_topics() -> None:
    """In 主题平铺式 the same 事项 are headings of the second level under the topic's own heading."""
    found = lines(compose(made(**TWO, 版式={"骨架": "主题平铺式"})))
    at = found.index("一、深化矛盾纠纷化解，维护社会和谐稳定")
    assert found[at + 1] == f"（一）构建多元化解格局。{PROSE}全年{NUMBERS}"
    assert found[at + 2].startswith("（二）推进信访工作法治化。2024年，")
