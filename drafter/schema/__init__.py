"""What editors and other programs read: the JSON Schema of the data file and the catalogue of facts.

Both are made from the model and the outline; ``drafter schema`` writes them, a test compares them with the files that
are kept in ``schemas/``.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from drafter.outline import MATTERS, Fact, Matter, Measure, Organ
from drafter.outline.parts import DUTIES
from drafter.outline.structure import KIND_NAMES, terms
from drafter.report import Report
from drafter.report.data import NOT_OURS, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SCALAR = ["string", "number", "null"]
"""A text as an editor sees it: ``索引号: 002945972`` is a number to a YAML parser, an empty value is null."""


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a data file, as plain YAML data."""
    schema = Report.model_json_schema(by_alias=True)
    definitions = schema.pop("$defs")
    for definition in (schema, *definitions.values()):
        _finish(definition)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": definitions}


def _finish(definition: dict[str, Any]) -> None:
    """Name one object in Chinese and let its optional keys stand empty."""
    description = definition.pop("description", "")
    if definition.get("title", "").isascii():
        definition["title"] = description.rstrip(".")
    required = definition.get("required", [])
    for name, value in definition.get("properties", {}).items():
        value.pop("default", None)
        _widen(value)
        if name in MATTERS:
            value["anyOf"] = [{"$ref": value.pop("$ref")}, {"enum": [NOTHING, NOT_OURS]}]
        definition["properties"][name] = value if name in required else _or_null(value)


def _widen(value: dict[str, Any]) -> None:
    """Let texts be what a YAML parser makes of them."""
    if value.get("type") in ("string", ["string", "null"]) and not {"enum", "pattern"} & set(value):
        value["type"] = _SCALAR if isinstance(value["type"], list) else _SCALAR[:2]
    for key in ("items", "additionalProperties"):
        if isinstance(value.get(key), dict):
            _widen(value[key])
    for choice in value.get("anyOf", []):
        _widen(choice)


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a value that may be empty."""
    kind = value.get("type")
    if "$ref" in value or "anyOf" in value:
        choices = value.pop("anyOf", None) or [{"$ref": value.pop("$ref")}]
        return value | {"anyOf": choices if {"type": "null"} in choices else [*choices, {"type": "null"}]}
    if "enum" in value:
        value["enum"] = [*value["enum"], *([] if None in value["enum"] else [None])]
        value.pop("type", None)
    elif kind is not None and kind != "null" and "null" not in kind:
        value["type"] = [*([kind] if isinstance(kind, str) else kind), "null"]
    return value


def catalogue() -> list[dict[str, Any]]:
    """Return every fact and measure as a flat table; a measure is of the 种类 “工作”."""
    return [row for matter in MATTERS.values() for row in _rows(matter)]


def _rows(matter: Matter) -> Iterator[dict[str, Any]]:
    items: tuple[Fact | Measure, ...] = (*matter.facts, *matter.measures)
    for item in items:
        yield {
            "专题": matter.topic or DUTIES,  # the matter of part three belongs to no 专题
            "事项": matter.name,
            "指标": item.name,
            "种类": KIND_NAMES[item.kind] if isinstance(item, Fact) else "工作",
            "单位": item.unit,
            "机关类型": [organ.value for organ in Organ if organ in item.organs],
            "来源依据": item.source,
            "关系": _relations(item, matter),
        }


def _relations(item: Fact | Measure, matter: Matter) -> str:
    """Return how a fact hangs together with others: ＝甲＋乙；属 甲；≤ 甲；＝甲÷乙."""
    if isinstance(item, Measure):
        return f"同 {item.fact}" if item.fact else ""
    relations = [f"＝{'＋'.join(parts)}" for parts in item.parts]
    if item.within:
        relations.append(f"属 {item.within}")
    if item.at_most:
        relations.append(f"≤ {_sum(item.at_most)}")
    if item.over:
        relations.append(f"＝{_part(item.over)}÷{_part(item.of)}")
    relations += [f"{_sum(left)}＝{_sum(right)}" for left, right in matter.balances if item.name in left]
    return "；".join(relations)


def _sum(expression: str) -> str:
    text = "".join(("＋" if sign > 0 else "－") + name for sign, name in terms(expression))
    return text.removeprefix("＋")


def _part(expression: str) -> str:
    return f"（{_sum(expression)}）" if len(terms(expression)) > 1 else _sum(expression)


def texts() -> Mapping[str, str]:
    """Return the files of ``schemas/``: name → text."""
    files = {"report.schema.json": report_schema(), "catalogue.json": catalogue()}
    return MappingProxyType(
        {name: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for name, content in files.items()}
    )


__all__ = ["catalogue", "report_schema", "texts"]
