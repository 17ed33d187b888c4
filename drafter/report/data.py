"""数据: one model per 事项, made from the outline; each field is one 指标."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from drafter.facts import NOT_APPLICABLE, Chosen, ValueFault, parse_number, parse_text
from drafter.outline import MATTERS, MEASURES, Fact, Matter, Measure
from drafter.outline.organs import worded
from drafter.report.fields import Prose, fault, named, parse_fact, placed, scalar, together
from drafter.report.messages import nearest


class MatterData(BaseModel):
    """What one 科室 reports on one 事项; the fields of the facts are added by ``_model``."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, arbitrary_types_allowed=True)

    source: Prose = Field(default="", alias="来源", description="填报的科室")
    measures: dict[str, Chosen] = Field(default_factory=dict, alias="开展工作")

    _nothing: bool = PrivateAttr(default=False)

    @property
    def nothing(self) -> bool:
        """Whether the clerk has said that there is nothing to report (“人民调解: 无”)."""
        return self._nothing


def _schema(fact: Fact) -> dict[str, Any]:
    title = {"title": fact.name, "description": _description(fact)}
    if fact.kind == "list":
        return title | {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}, {"type": "null"}]}
    if fact.kind == "text":
        return title | {"type": ["string", "null"]}
    return title | {"type": ["number", "string", "null"]}


def _description(fact: Fact) -> str:
    unit = f"（{fact.unit}）" if fact.unit else ""
    return (worded(fact.question) or f"{fact.name}，由程序计算：{fact.over}÷{fact.of}") + unit


def _chosen(matter: Matter, raw: Any) -> dict[str, Chosen]:
    """Read 开展工作: names of measures, each with or without a detail."""
    measures = {measure.name: measure for measure in matter.measures}
    result: dict[str, Chosen] = {}
    faults = []
    for at, name, detail in named(raw):
        measure = measures.get(name)
        if measure is None:
            faults.append(fault(f"“开展工作”里没有“{name}”这一项", _nearest_measure(name, matter), *at))
        elif measure.name in result:
            faults.append(fault(f"“开展工作”里“{name}”写了两次", "请删去一处", *at))
        else:
            try:
                result[measure.name] = _detail(measure, detail)
            except PydanticCustomError as error:
                faults.append(placed(error, *at))
    together(faults)
    return result


def _nearest_measure(name: str, matter: Matter) -> str:
    if name in MEASURES:
        home = MEASURES[name].matter
        return f"它是事项“{home}”的做法，请移到“{home}”的“开展工作”下面"
    names = [measure.name for measure in matter.measures]
    return nearest(name, names) or f"可选：{'、'.join(names)}；别的做法请写进“内容”"


def _detail(measure: Measure, raw: Any) -> Chosen:
    if raw is None:
        return Chosen()
    if not measure.detail:
        other = f"数请填在“{measure.fact}”" if measure.fact else "要多说几句请写进“内容”"
        raise fault(f"“{measure.name}”后面不用再填", other)
    text = scalar(raw)
    try:
        detail = parse_number(text, measure.unit, whole=measure.whole) if measure.unit else parse_text(text)
    except ValueFault as error:
        raise fault(f"“{measure.name}”的{measure.detail}：{error.what}", error.remedy) from None
    return Chosen(detail)


def _model(matter: Matter) -> type[MatterData]:
    fields: dict[str, Any] = {
        fact.english: (
            Annotated[Any, BeforeValidator(partial(parse_fact, fact)), WithJsonSchema(_schema(fact))],
            Field(default=None, alias=fact.name),
        )
        for fact in matter.facts
    }
    names = [measure.name for measure in matter.measures]
    item = {"anyOf": [{"enum": names}, {"type": "object", "propertyNames": {"enum": names}}]} if names else {}
    fields["measures"] = (
        Annotated[
            dict[str, Chosen],
            BeforeValidator(partial(_chosen, matter)),
            WithJsonSchema({"type": ["array", "null"], "title": "开展工作", "items": item}),
        ],
        Field(default_factory=dict, alias="开展工作"),
    )
    name = "".join(word.title() for word in matter.english.split("_"))
    return create_model(name, __base__=MatterData, __doc__=matter.name, **fields)


NOTHING = "无"
"""A 事项 that has nothing to report this year."""
NOT_OURS = NOT_APPLICABLE.value
"""A 事项 that this organ has no such work of: none of its facts applies."""


def _stated(matter: Matter, raw: Any) -> Any:
    """Read a 事项 of which one word says everything."""
    if raw == NOTHING:
        data = MODELS[matter.name]()
        data._nothing = True  # noqa: SLF001 - same module
        return data
    if raw == NOT_OURS:
        return {fact.name: NOT_OURS for fact in matter.facts}
    return {} if raw is None else raw


MODELS = {matter.name: _model(matter) for matter in MATTERS.values()}

Data: type[BaseModel] = create_model(
    "Data",
    __config__=ConfigDict(extra="forbid", frozen=True, populate_by_name=True),
    __doc__="数据",
    **{
        matter.english: (
            Annotated[MODELS[matter.name], BeforeValidator(partial(_stated, matter))],
            Field(default_factory=MODELS[matter.name], alias=matter.name),
        )
        for matter in MATTERS.values()
    },  # type: ignore[call-overload]
)
"""数据: 事项 → its model."""
