"""Names of the outline that the data file refers to: 事项, 专题, parts of 提纲, and names of one's own."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from drafter.outline import FACTS, MATTERS, TOPIC_OF
from drafter.outline.organs import WORD_NAMES
from drafter.outline.parts import DEFAULT_ORDER, PART_NAMES
from drafter.report.fields import fault, named, placed, scalar, together
from drafter.report.messages import nearest


def _matter_name(raw: Any) -> str:
    name = scalar("" if raw is None else raw).strip()
    if name not in MATTERS:
        several = re.split("[、，,]", name)
        if len(several) > 1 and all(part.strip() in MATTERS for part in several):
            raise fault(f"“{name}”是几个事项", f"请写成 [{', '.join(part.strip() for part in several)}]")
        raise fault(f"没有“{name}”这个事项", nearest(name, MATTERS) or f"可选：{'、'.join(MATTERS)}")
    return name


def _matter_names(raw: Any) -> list[str]:
    if raw is None:
        return []
    names, faults = [], []
    for number, item in enumerate(raw if isinstance(raw, list) else [raw]):
        try:
            names.append(_matter_name(item))
        except PydanticCustomError as error:
            faults.append(placed(error, *([number] if isinstance(raw, list) else [])))
    together(faults)
    return names


def _topic_name(raw: Any) -> str:
    name = "" if raw is None else scalar(raw).strip()
    if name and name not in TOPIC_OF:
        hint = nearest(name, TOPIC_OF) or f"可选：{'、'.join(TOPIC_OF)}"
        raise fault(f"没有“{name}”这个专题", f"{hint}；自己的专题不写“专题”，只写“标题”")
    return name


def _order(raw: Any) -> Any:
    """Read 提纲: names of parts, each with or without a heading of one's own."""
    if raw is None:
        return dict.fromkeys(DEFAULT_ORDER, "")
    result: dict[str, str] = {}
    faults = []
    for at, name, heading in named(raw):
        if name not in PART_NAMES:
            hint = nearest(name, PART_NAMES) or f"可选：{'、'.join(PART_NAMES)}"
            faults.append(fault(f"没有“{name}”这个部分", hint, *at))
        elif name in result:
            faults.append(fault(f"“{name}”在提纲里写了两次", "请删去一处", *at))
        else:
            result[name] = "" if heading is None else scalar(heading).strip()
    together(faults)
    return result


def _own_names(raw: Any) -> Any:
    if not isinstance(raw, dict):
        return {} if raw is None else raw
    faults = []
    for name in raw:
        if name in FACTS:
            taken = f"“{name}”程序已有（事项“{FACTS[name].matter}”）"
            faults.append(fault(taken, "请填到“数据”里，或者换个名字", name))
        elif not str(name).isidentifier():
            remedy = "名字只用汉字、字母和数字，不以数字开头，不带标点和空格"
            faults.append(fault(f"“{name}”不能作名字", remedy, name))
    together(faults)
    return raw


def _words(raw: Any) -> Any:
    """Read 词语: an empty word is an absent one."""
    if not isinstance(raw, dict):
        return {} if raw is None else raw
    return {name: word for name, word in raw.items() if word is not None or name not in WORD_NAMES}


_NOTHING = {"type": "null"}
_ONE_MATTER = {"enum": list(MATTERS)}
MatterNames = Annotated[
    list[str],
    BeforeValidator(_matter_names),
    WithJsonSchema({"anyOf": [{"type": "array", "items": _ONE_MATTER}, _ONE_MATTER, _NOTHING]}),
]
MatterName = Annotated[str, BeforeValidator(_matter_name), WithJsonSchema(_ONE_MATTER)]
TopicName = Annotated[str, BeforeValidator(_topic_name), WithJsonSchema({"enum": [*TOPIC_OF, None]})]
_PART = {"enum": list(PART_NAMES)}
_RENAMED = {"type": "object", "propertyNames": _PART, "additionalProperties": {"type": ["string", "null"]}}
_ORDER_SCHEMA = {"anyOf": [{"type": "array", "items": {"anyOf": [_PART, _RENAMED]}}, _RENAMED, _NOTHING]}
Order = Annotated[dict[str, str], BeforeValidator(_order), WithJsonSchema(_ORDER_SCHEMA)]
OwnNames = BeforeValidator(_own_names)
Words = BeforeValidator(_words)
