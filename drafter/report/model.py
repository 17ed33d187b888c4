"""Report: the data file as a model. Keys of the file are the aliases; a wrong value is an error, a missing one a gap.

Outline of the parts: 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第四章（年度报告）.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from drafter.facts import Mark, Number, ValueFault, parse_number
from drafter.outline import MATTERS, Organ
from drafter.outline.organs import WORD_NAMES  # noqa: TC001 - pydantic reads it at run time
from drafter.outline.parts import DEFAULT_ORDER
from drafter.report.data import Data, MatterData
from drafter.report.fields import Absent, NoKeys, Prose, Texts, Year, YesNo, fault, prose, scalar
from drafter.report.names import MatterName, MatterNames, Order, OwnNames, TopicName, Words
from drafter.report.places import Places
from drafter.report.publication import Publication
from drafter.report.section import Section
from drafter.report.submission import Layout, Submission


class Organization(Section, title="单位"):
    """单位."""

    organ: Organ = Field(alias="类型", description="机关类型，决定问哪些、怎样称呼")
    full_name: Prose = Field(default="", alias="全称", description="单位全称，用于标题和署名")
    short_name: Prose = Field(default="", alias="简称")
    self_name: Prose = Field(default="", alias="自称", description="正文里怎样称呼自己")
    superior: Prose = Field(default="", alias="上级", description="如：区委、区政府")
    words: Annotated[dict[Literal[WORD_NAMES], Prose], Words] = Field(  # type: ignore[valid-type]
        default_factory=dict, alias="词语", description="与机关有关的词，不合本地习惯的在这里改"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The full and the short name, as far as they are given."""
        return tuple(name for name in (self.full_name, self.short_name) if name)


class Opening(Section, title="开头"):
    """开头. An empty field takes what is usual in the year of the report."""

    leadership: Prose = Field(default="", alias="领导", description="如：在区委、区政府的坚强领导下；不要写 无")
    guidance: Prose = Field(default="", alias="指导思想")
    congress: Prose = Field(default="", alias="会议精神", description="如：党的二十大和二十届二中、三中全会精神")
    basis: Texts = Field(default_factory=list, alias="依据文件")
    deployment: Prose = Field(default="", alias="上级部署")
    action: Prose = Field(default="", alias="推进动作")
    goal: Prose = Field(default="", alias="目标", description="如：为……提供有力法治保障")
    effects: Prose = Field(default="", alias="成效", description="本年度法治建设获得的荣誉、排名")
    transition: Prose = Field(default="", alias="过渡句")
    text: Prose = Field(default="", alias="全文", description="自己写整段时填这里，前面各项不再使用")


class Action(Section, title="做法"):
    """做法: one point of a section."""

    matter: MatterNames = Field(default_factory=list, alias="事项")
    point: Prose = Field(default="", alias="要点")
    content: Prose = Field(default="", alias="内容")
    internal: YesNo = Field(default=False, alias="内部")


class Achievement(Section, title="主要举措和成效的一节"):
    """A section of part one."""

    topic: TopicName = Field(default="", alias="专题")
    heading: Prose = Field(default="", alias="标题")
    content: Prose = Field(default="", alias="内容", description="各点之前的引语")
    actions: Annotated[list[Action], Absent] = Field(default_factory=list, alias="做法")
    whole: Prose = Field(
        default="",
        alias="全文",
        description="整节自己写时填这里，“内容”“做法”和由程序写的句子都不再使用；数写成 {名称}",
    )
    internal: YesNo = Field(default=False, alias="内部")

    @model_validator(mode="after")
    def _named(self) -> Achievement:
        if not (self.topic or self.heading) and (self.content or self.actions or self.whole):
            raise fault("这一节既没有“专题”也没有“标题”", "请写“专题: …”；自己的专题写“标题: …”")
        return self


class Shortcoming(Section, title="一条不足"):
    """不足: what is lacking, how it shows, why. An item with 引语 only opens the part."""

    lead: Prose = Field(default="", alias="引语")
    heading: Prose = Field(default="", alias="标题")
    signs: Prose = Field(default="", alias="表现")
    cause: Prose = Field(default="", alias="原因")
    internal: YesNo = Field(default=False, alias="内部")


class Item(Section, title="一项内容"):
    """An item of parts three and five."""

    heading: Prose = Field(default="", alias="标题")
    matters: MatterNames = Field(
        default_factory=list, alias="事项", description="这些事项的数在这里写，不在第一部分重复"
    )
    content: Prose = Field(default="", alias="内容")
    internal: YesNo = Field(default=False, alias="内部")


class OtherItem(Item, title="一项其他事项"):
    """其他事项: 特色亮点, 述法, 示范创建; a case (案例) has background, practice and effect."""

    background: Prose = Field(default="", alias="背景")
    practice: Prose = Field(default="", alias="做法")
    effect: Prose = Field(default="", alias="成效")


class Plan(Section, title="一项安排"):
    """下一年度安排. An item with 引语 only opens the part."""

    lead: Prose = Field(default="", alias="引语")
    heading: Prose = Field(default="", alias="标题")
    answers: Prose = Field(default="", alias="对应不足", description="某一条不足的标题")
    content: Prose = Field(default="", alias="内容")
    internal: YesNo = Field(default=False, alias="内部")


class DataTable(Section, title="表格"):
    """A table of an attachment."""

    caption: Prose = Field(default="", alias="表题")
    head: Texts = Field(default_factory=list, alias="表头")
    rows: list[Texts] = Field(default_factory=list, alias="行")


class AttachmentData(Section, title="附件"):
    """附件."""

    title: Prose = Field(alias="标题")
    content: Prose = Field(default="", alias="内容")
    table: DataTable | None = Field(default=None, alias="表格")
    internal: YesNo = Field(default=False, alias="内部")


def _sentence(raw: Any) -> Any:
    """Read the sentence of a number of one's own: it says where the number stands."""
    text = prose(raw)
    if text and text.count("{数}") != 1:
        raise fault(f"“{text}”里应当有一个“{{数}}”", "请写成：开展联合检查{数}次")
    return text


class OwnFact(Section, title="自拟数据"):
    """自拟数据: a number that the catalogue does not have, with its sentence."""

    matter: MatterName = Field(alias="事项")
    unit: Prose = Field(default="", alias="单位")
    number: Annotated[Any, WithJsonSchema({"type": ["number", "string", "null"]})] = Field(
        default=None, alias="数", description="写法与“数据”里的数相同"
    )
    sentence: Annotated[Prose, BeforeValidator(_sentence)] = Field(
        default="", alias="句", description="如：开展联合检查{数}次"
    )
    source: Prose = Field(default="", alias="来源")

    @field_validator("number", mode="before")
    @classmethod
    def _number(cls, raw: Any, info: ValidationInfo) -> Any:
        """Read the number with the unit of this fact; a number that was read already stays."""
        if raw is None or isinstance(raw, (Number, Mark)):
            return raw
        try:
            return parse_number(scalar(raw), info.data.get("unit", ""), whole=False)
        except ValueFault as error:
            raise fault(error.what, error.remedy) from None


class Report(Section, title="法治政府建设年度报告的数据文件"):
    """A whole data file."""

    version: Annotated[Literal["1"], BeforeValidator(scalar), WithJsonSchema({"enum": [1, "1"]})] = Field(
        default="1", alias="格式版本"
    )
    year: Year = Field(alias="年度", description="报告年度")
    organization: Organization = Field(alias="单位")
    submission: Annotated[Submission, NoKeys] = Field(default_factory=Submission, alias="报送")
    layout: Annotated[Layout, NoKeys] = Field(default_factory=Layout, alias="版式")
    order: Order = Field(
        default_factory=lambda: dict.fromkeys(DEFAULT_ORDER, ""),
        alias="提纲",
        description="各部分的次序；冒号后可改标题",
    )
    opening: Annotated[Opening, NoKeys] = Field(default_factory=Opening, alias="开头")
    data: Annotated[Data, NoKeys] = Field(default_factory=Data, alias="数据")  # type: ignore[valid-type]
    own_facts: Annotated[dict[str, OwnFact], OwnNames] = Field(default_factory=dict, alias="自拟数据")
    achievements: Annotated[list[Achievement], Absent] = Field(default_factory=list, alias="主要举措和成效")
    shortcomings: Annotated[list[Shortcoming], Absent] = Field(default_factory=list, alias="不足和原因")
    duties: Annotated[list[Item], Absent] = Field(default_factory=list, alias="第一责任人履职")
    plans: Annotated[list[Plan], Absent] = Field(default_factory=list, alias="下一年度安排")
    others: Annotated[list[OtherItem], Absent] = Field(default_factory=list, alias="其他事项")
    attachments: Annotated[list[AttachmentData], Absent] = Field(default_factory=list, alias="附件")
    publication: Annotated[Publication, NoKeys] = Field(default_factory=Publication, alias="公开")
    last_year: Annotated[dict[str, Any], NoKeys] = Field(default_factory=dict, alias="上年数据")
    shelved: Annotated[dict[str, Any], NoKeys] = Field(
        default_factory=dict, alias="搁置", description="问答里取消了的事项和做法：内容留着，不写进报告"
    )

    _places: Places = PrivateAttr(default_factory=Places)

    def told_of(self, matter: str) -> MatterData:
        """Return what is reported on a 事项."""
        told: MatterData = getattr(self.data, MATTERS[matter].english)
        return told

    @property
    def places(self) -> Places:
        """Where everything stands in the data file."""
        return self._places

    def at(self, places: Places) -> Report:
        """Return the report with the places of its file."""
        self._places = places
        return self
