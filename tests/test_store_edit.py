"""Changing a data file: only what changes is touched, and every text comes back as it was given."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, InputError
from drafter.store import DataFile, load
from drafter.store.characters import wrong_character

if TYPE_CHECKING:
    from drafter.report import Path as Keys

EXAMPLE = Path(__file__).parent / "data" / "store" / "street.yaml"
BARE = "年度: 2024\n单位:\n  类型: 街道\n"


def _changes(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[:2] in {"- ", "+ "}]


def _edited(*edits: tuple[Keys, Any]) -> tuple[DataFile, list[str]]:
    file = load(EXAMPLE)
    before = file.text
    for path, value in edits:
        file.set(path, value)
    return file, _changes(before, file.text)


def test_saving_unchanged_gives_the_same_bytes(tmp_path: Path) -> None:
    """The example of the design comes out byte for byte."""
    file = load(EXAMPLE)
    file.save(tmp_path / "b.yaml")
    assert (tmp_path / "b.yaml").read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize("number", ["0.50", "3654.020", "1,234", "近2000", "300余", "待填", "不适用", "无"])
def test_number_keeps_its_characters(number: str) -> None:
    """A number stands in the file as it was given, and its comment stays beside it."""
    file, changes = _edited((("数据", "人民调解", "调解涉及金额"), number))
    assert changes == ["-     调解涉及金额: 705.765        # 万元", f"+     调解涉及金额: {number}        # 万元"]
    assert file.get(("数据", "人民调解", "调解涉及金额")) == number


def test_a_text_of_digits_keeps_its_zeros() -> None:
    """A text of digits that begins with 0 is read again as it was given."""
    file, _ = _edited((("单位", "简称"), "002945972"))
    assert DataFile(file.path, file.text).get(("单位", "简称")) == "002945972"


CASES: list[tuple[list[tuple[Keys, Any]], list[str]]] = [
    ([(("数据", "法治宣传", "普法资料份数"), None)], ["-     普法资料份数: 待填", "+     普法资料份数:"]),
    ([(("数据", "法治宣传", "普法品牌名称"), "清河普法")], ["+     普法品牌名称: 清河普法"]),
    (
        [(("数据", "热线工单"), {"来源": "党政办", "热线工单件数": 3})],
        ["+   热线工单:", "+     来源: 党政办", "+     热线工单件数: 3"],
    ),
    ([(("数据", "人民调解", "开展工作", 2), "培训人民调解员")], ["+       - 培训人民调解员"]),
    (
        [(("开头", "成效"), "获甲奖\n获乙奖")],
        [
            "-   成效:                     # 本年度法治建设获得的荣誉、排名，没有就空着",
            "+   成效: |                     # 本年度法治建设获得的荣誉、排名，没有就空着",
            "+     获甲奖",
            "+     获乙奖",
        ],
    ),
    (
        [(("报送", "主送机关", 2), "云溪区人大常委会")],
        [
            "-   主送机关: [中共云溪区委员会, 云溪区人民政府]",
            "+   主送机关:",
            "+     - 中共云溪区委员会",
            "+     - 云溪区人民政府",
            "+     - 云溪区人大常委会",
        ],
    ),
    (
        [(("公开", "隐名", "张三"), "张某某")],
        [
            "-   隐名: {}                   # 例  张三: 张某某",
            "+   隐名:                   # 例  张三: 张某某",
            "+     张三: 张某某",
        ],
    ),
    (
        [(("第一责任人履职", 1, "内容"), "一\n\n二")],
        ["-     内容:", "+     内容: |", "+       一", "+ ", "+       二"],
    ),
    (
        [(("其他事项",), [{"标题": "甲"}]), (("其他事项", 0, "内容"), "{数据}")],
        ["- 其他事项: []", "+ 其他事项:", "+   - 标题: 甲", "+     内容: '{数据}'"],
    ),
    ([(("提纲",), ["主要举措和成效", "不足和原因", "下一年度安排"])], ["-   - 第一责任人履职"]),
    (
        [(("上年数据",), {"人民调解": {"调解受理件数": "601"}})],
        ["+ ", "+ 上年数据:", "+   人民调解:", "+     调解受理件数: 601"],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), CASES)
def test_only_the_changed_entry_is_touched(edits: list[tuple[Keys, Any]], expected: list[str]) -> None:
    """Every other line, with its comments, quotes and blanks, is as the clerk left it."""
    file, changes = _edited(*edits)
    assert sorted(changes) == sorted(expected)
    for path, value in edits[-1:]:
        assert file.get(path) == (value if not isinstance(value, dict) else file.get(path))


def test_comment_before_the_next_section_stays_there() -> None:
    """A key that is appended stands before the comment that leads to the following section."""
    text = BARE + "# 报送一节由办公室填\n报送:\n  盖章: 是\n  # 日期待定\n\n# 版式照旧\n版式:\n  分点: 段内\n# 完\n"
    file = DataFile(Path("a.yaml"), text)
    file.set(("单位", "简称"), "清河街道")
    file.set(("报送", "附注"), "略")
    file.set(("版式", "结束语"), "特此报告")
    assert file.text == (
        BARE + "  简称: 清河街道\n# 报送一节由办公室填\n报送:\n  盖章: 是\n  附注: 略\n  # 日期待定\n\n"
        "# 版式照旧\n版式:\n  分点: 段内\n  结束语: 特此报告\n# 完\n"
    )


def test_removing_takes_the_entry_and_leaves_the_comments_around() -> None:
    """An entry goes with its own line; the first key of an item hands the “-” to the next one."""
    file = load(EXAMPLE)
    before = file.text
    file.remove(("数据", "行政应诉"))
    file.remove(("不足和原因", 0, "标题"))
    file.remove(("报送", "主送机关", 0))
    file.remove(("公开", "没有的"))
    changes = _changes(before, file.text)
    assert [line for line in changes if line.startswith("+")] == [
        "+   主送机关:",
        "+     - 云溪区人民政府",
        "+   - 表现: 合法性审查、行政应诉等专业性工作主要依靠1名兼职人员承担，部分合同审查时限偏紧。",
    ]
    assert not any("#" in line for line in changes)


def test_lists_can_be_put_in_another_order() -> None:
    """What would be wrong half way (a part twice) is right in the end."""
    file, _ = _edited((("提纲",), ["不足和原因", "主要举措和成效"]))
    assert list(file.report.order) == ["不足和原因", "主要举措和成效"]
    assert "# 各部分的次序；冒号后可改标题" in file.text


def test_tables_of_lists_are_written_and_changed() -> None:
    """Rows in rows: an attachment with a table."""
    file = DataFile(Path("a.yaml"), BARE)
    rows = [["甲", "1"], ["乙", "2,000"], ["丙", "- 3"]]
    file.set(("附件",), [{"标题": "统计表", "表格": {"表头": ["单位", "数"], "行": rows}}])
    assert file.get(("附件", 0, "表格", "行")) == rows
    file.set(("附件", 0, "表格", "行", 1, 1), "3,000")
    file.remove(("附件", 0, "表格", "行", 0, 0))
    file.remove(("附件", 0, "表格", "行", 2))
    assert file.get(("附件", 0, "表格", "行")) == [["1"], ["乙", "3,000"]]


def test_refused_value_leaves_the_file_as_it_was() -> None:
    """A value that cannot stand there is told without a line, for it stands in no file yet."""
    file = load(EXAMPLE)
    before = file.text
    with pytest.raises(InputError, match=r"“数据\.人民调解\.调解受理件数”：“很多”不是数"):
        file.set(("数据", "人民调解", "调解受理件数"), "很多")
    with pytest.raises(InputError, match="缺少“年度”"):
        file.remove(("年度",))
    with pytest.raises(DrafterError, match="控制字符"):
        file.set(("开头", "目标"), "a\x07b")
    with pytest.raises(DrafterError, match="专用区"):
        file.set(("开头", "目标"), "a\ue123b")
    with pytest.raises(InputError, match="密级标志"):
        file.set(("开头", "目标"), "机密★一年")
    with pytest.raises(KeyError):
        file.set(("年度", "月"), 1)
    assert file.text == before
    assert file.report == load(EXAMPLE).report


def test_yes_and_no_are_written_in_chinese() -> None:
    """A Python truth value stands as 是 or 否."""
    file, changes = _edited((("报送", "盖章"), False))
    assert changes == ["-   盖章: 是", "+   盖章: 否"]
    assert file.report.submission.sealed is False


_CHARACTERS = st.characters(exclude_categories=("Cs", "Co", "Cc", "Cf", "Zl", "Zp")).filter(
    lambda char: not wrong_character(char)
)
_PIECES = st.sampled_from(
    [*"{}[]*&#%@`!|>\"'-?:,=~.", ": ", " #", "#一", "- ", "\n", "\n\n", "  ", "　", "\t", "：", "，", "【", "】", "\\",
     "来源：", "标题: ", "null", "---", "待填", "一是", "0", "1,234"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(_PIECES, st.text(_CHARACTERS, max_size=6)), max_size=8).map("".join)
SECRET = re.compile(r"[绝机秘]\s*密|密\s*级")


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example(" a\nb")
@example("\n a\n")
@example("a\n\n")
@example("a\n \nb")
@example("\tx\ny")
@example("'")
@example("...")
@example("a\n　")
def test_every_text_comes_back_as_it_was_given(text: str) -> None:
    """Set, write, read: the text is the same but for line ends at its end, and nothing else has changed."""
    if SECRET.search(text):
        return
    source = (
        BARE
        + "开头:\n  目标: 旧   # 注\n\n# 下一节\n下一年度安排:\n  - 标题: 甲\n    内容: |\n      乙\n其他事项: []\n"
    )
    file = DataFile(Path("a.yaml"), source)
    paths: list[Keys] = [("开头", "目标"), ("开头", "过渡句"), ("下一年度安排", 0, "内容"), ("报送", "附注")]
    for path in paths:
        file.set(path, text)
    file.set(("公开", "关键词"), [text, "末"])
    file.set(("其他事项", 0), {"内容": text, "标题": "丁"})
    again = DataFile(Path("a.yaml"), file.text)
    for path in (*paths, ("公开", "关键词", 0), ("其他事项", 0, "内容")):
        assert again.get(path) == text.rstrip("\n")
    assert again.report == file.report
    assert "   # 注" in again.text
    assert "\n\n# 下一节\n下一年度安排:\n" in again.text
    for path in paths:
        file.set(path, "乙")
    assert file.get(("下一年度安排", 0, "标题")) == "甲"
    assert [file.get(path) for path in paths] == ["乙"] * 4


_NUMBERS = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 10**12).map("{:,}".format),
    st.integers(1, 10**6).map("近{}".format),
    st.sampled_from(["待填", "不适用", "无", "0", None, "1.5万余"]),
)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["调解受理件数", "疑难纠纷件数", "调解成功件数", "调解员人数"]), _NUMBERS),
    st.data(),
)
def test_saved_and_loaded_reports_are_equal(numbers: dict[str, str | None], data: st.DataObject) -> None:
    """Loading after saving gives the same report, and what was not changed keeps its bytes."""
    file = load(EXAMPLE)
    untouched = [line for line in file.text.splitlines() if not any(name in line for name in numbers)]
    for name in data.draw(st.permutations(sorted(numbers))):
        file.set(("数据", "人民调解", name), numbers[name])
    again = DataFile(file.path, file.text)
    assert again.report == file.report
    assert [line for line in again.text.splitlines() if not any(name in line for name in numbers)] == untouched


JSON = '# 注释\n{"年度": 2024, "单位": {"类型": "街道", "全称": "示例街道"}, "报送": {"主送机关": ["甲", "乙"]}}\n'


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("年度",), "2025"),
        (("单位", "简称"), "清河街道"),
        (("报送", "主送机关"), ["甲", "乙", "丙"]),
        (("开头", "目标"), "一段。\n\n又一段。"),
        (("数据", "人民调解", "调解受理件数"), "626"),
    ],
)
def test_a_file_in_braces_as_a_whole(path: Keys, value: Any) -> None:
    """What is written as JSON gets lines of its own with the first change; nothing else in it changes."""
    file = DataFile(Path("a.yaml"), JSON)
    before = file.get(())
    file.set(path, value)
    assert file.get(path) == value
    assert {key: file.get((key,)) for key in before if key != path[0]} == {
        k: v for k, v in before.items() if k != path[0]
    }
    file = DataFile(Path("a.yaml"), JSON)
    file.remove(("报送", "主送机关"))
    assert file.get(("报送",)) is None
    assert file.text.startswith("# 注释\n")
    assert "{" not in file.text


def test_a_file_in_braces_that_is_only_begun(tmp_path: Path) -> None:
    """It is read, and says what is still open."""
    (tmp_path / "a.yaml").write_text("{单位: {全称: 示例街道}}\n", encoding="utf-8")
    assert load(tmp_path / "a.yaml", begun=True).missing == [("年度",), ("单位", "类型")]
