"""The generated schemas: up to date, right about the example, helpful to editors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from ruamel.yaml import YAML

from drafter.outline import FACTS, MATTERS, MEASURES, Organ
from drafter.outline.structure import KIND_NAMES
from drafter.report import Report
from drafter.resources import text
from drafter.schema import catalogue, report_schema, texts
from drafter.store import new

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = Path(__file__).parent / "data" / "store" / "street.yaml"
SCHEMA = report_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def _errors(source: str) -> list[str]:
    """Check a file as an editor sees it: numbers are numbers, empty values are null."""
    data = YAML(typ="safe", pure=True).load(source)
    return [f"{list(error.absolute_path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(data)]


@pytest.mark.parametrize("name", ["report.schema.json", "catalogue.json"])
def test_committed_schemas_are_up_to_date(name: str) -> None:
    """The files in schemas/ are what the model and the outline say today."""
    assert set(texts()) == {"report.schema.json", "catalogue.json"}
    current = text(f"schemas/{name}") == texts()[name]
    assert current, f"schemas/{name} 已过时：请运行 drafter schema，把改动一起提交"


def test_schema_is_a_schema() -> None:
    """It is valid by its own draft."""
    Draft202012Validator.check_schema(SCHEMA)


def test_example_and_new_file_satisfy_the_schema() -> None:
    """The example of the design, and a file that was just made, show no error in an editor."""
    assert _errors(EXAMPLE.read_text(encoding="utf-8")) == []
    assert _errors(new("a.yaml", 2024, Organ.TOWN, "示例县清河镇人民政府").text) == []


def _emptied(node: Any) -> Iterator[None]:
    """Empty each key in turn, and put its value back."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        value = node[key]
        if isinstance(node, dict):
            node[key] = None
            yield
            node[key] = value
        if isinstance(value, (dict, list)):
            yield from _emptied(value)


def test_keys_that_may_stand_empty_satisfy_the_schema() -> None:
    """Wherever the program takes an empty key, an editor does not complain."""
    data = YAML(typ="safe", pure=True).load(EXAMPLE.read_text(encoding="utf-8"))
    data["数据"]["人民调解"]["调解涉及金额"] = 705
    accepted = 0
    for _ in _emptied(data):
        try:
            Report.model_validate(data)
        except ValidationError:
            continue
        accepted += 1
        assert list(VALIDATOR.iter_errors(data)) == []
    assert accepted > 70


@pytest.mark.parametrize(
    "line",
    [
        "年份: 2024",
        "版式: {骨架: 三段式}",
        "提纲: [主要举措]",
        "数据: {人民调节: {}}",
        "数据: {人民调解: {调解受理数: 1}}",
        "数据: {人民调解: {开展工作: [推行多所]}}",
        "主要举措和成效: [{专题: 行政执发}]",
        "第一责任人履职: [{事项: [理论学习]}]",
        "自拟数据: {甲: {事项: 执法检察, 数: 1}}",
        "报送: {成文日期: 2025-1-16, 盖章: 盖}",
        "不足和原因: 力量不足",
    ],
)
def test_schema_marks_what_the_program_refuses(line: str) -> None:
    """An editor underlines misspelt keys and values."""
    assert _errors(f"年度: 2024\n单位: {{类型: 街道}}\n{line}\n") != []


@pytest.mark.parametrize(
    "line",
    [
        "公开: {索引号: 002945972, 关键词: 法治}",
        "数据: {人民调解: {调解受理件数: 近600, 调解成功件数: 待填, 开展工作: [{设立个人调解室: 清河老娘舅}]}}",
        "提纲: [{不足和原因: 存在的不足}, 下一年度安排]",
        "第一责任人履职: [{事项: 理论学法}]",
        "报送: {成文日期: 待填, 署名: 甲}",
        "自拟数据: {甲次数: {事项: 执法检查, 数: 12, 句: '{数}次'}}",
    ],
)
def test_schema_accepts_what_the_program_accepts(line: str) -> None:
    """One or several, a number or a text: an editor does not complain."""
    assert _errors(f"格式版本: 1\n年度: 2024\n单位: {{类型: 街道}}\n{line}\n") == []


def _objects(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        return [node] + [found for below in node.values() for found in _objects(below)]
    return [found for below in node for found in _objects(below)] if isinstance(node, list) else []


def test_editors_read_chinese() -> None:
    """Names of definitions are ASCII, what a person reads is Chinese, choices are listed."""
    definitions = SCHEMA["$defs"]
    assert all(re.fullmatch(r"[A-Za-z]+", name) for name in definitions)
    words = [
        found[key] for found in _objects(SCHEMA) for key in ("title", "description") if isinstance(found.get(key), str)
    ]
    assert all(re.search(r"[\u4e00-\u9fff]", word) for word in words)
    assert definitions["Organ"]["enum"] == [organ.value for organ in Organ]
    assert definitions["Layout"]["properties"]["骨架"]["enum"] == ["分部分式", "主题平铺式", None]
    assert "人民调解" in definitions["Action"]["properties"]["事项"]["anyOf"][0]["items"]["enum"]


def test_catalogue_holds_every_fact_and_measure_once() -> None:
    """A flat table of eight columns, in the order of the outline."""
    rows = catalogue()
    assert all(list(row) == ["专题", "事项", "指标", "种类", "单位", "机关类型", "来源依据", "关系"] for row in rows)
    assert sorted(row["指标"] for row in rows) == sorted([*FACTS, *MEASURES])
    assert {row["种类"] for row in rows} <= {*KIND_NAMES.values(), "工作"}
    assert {row["事项"] for row in rows} == set(MATTERS)
    assert all(row["专题"] and row["机关类型"] and row["来源依据"] for row in rows)
    assert {row["专题"] for row in rows if row["事项"] == "主要负责人履职"} == {"第一责任人履职"}


@pytest.mark.parametrize(
    ("name", "relation"),
    [
        ("疑难纠纷件数", "属 调解受理件数"),
        ("调解成功件数", "≤ 调解受理件数"),
        ("调解成功率", "＝调解成功件数÷调解受理件数"),
        ("时限压缩率", "＝（法定办理天数－承诺办理天数）÷法定办理天数"),
        ("公开申请新收件数", "公开申请新收件数＋公开申请上年结转件数＝公开申请办结件数＋公开申请结转下年件数"),
        ("领导定期接访下访", "同 领导接访批次"),
        ("推行多所联动调处", ""),
    ],
)
def test_relations_can_be_read_aloud(name: str, relation: str) -> None:
    """Parts, limits, rates and balances stand in the catalogue as formulas."""
    (row,) = (row for row in catalogue() if row["指标"] == name)
    assert row["关系"] == relation
