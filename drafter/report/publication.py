"""公开: what the public version needs besides the report, and what the office has decided about it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from drafter.report.fields import Absent, Date, NoKeys, Prose, Texts, YesNo
from drafter.report.section import Section


class Waiver(Section, title="豁免"):
    """豁免: a finding that the office has looked at and lets stand."""

    rule: Prose = Field(alias="规则")
    place: Prose = Field(default="", alias="位置")
    reason: Prose = Field(alias="理由")


class Site(Section, title="网站"):
    """网站: what the page tags of a government website say of it (《政府网站发展指引》，国办发〔2017〕47号)."""

    name: Prose = Field(default="", alias="名称", description="网站名称，如：云溪区人民政府门户网站")
    domain: Prose = Field(default="", alias="域名", description="如：www.example.gov.cn")
    code: Prose = Field(default="", alias="标识码", description="10位网站标识码")
    column: Prose = Field(default="", alias="栏目", description="发布在哪个栏目，如：法治政府建设年度报告")
    column_type: Prose = Field(default="", alias="栏目类别", description="如：政务公开")
    address: Prose = Field(default="", alias="网址", description="页面的网址，发布前通常还没有")


class Publication(Section, title="公开"):
    """公开."""

    title: Prose = Field(default="", alias="标题", description="公开稿的标题，不写与送审稿相同")
    file_name: Prose = Field(
        default="",
        alias="文件名",
        description="不写为：{单位}{年度}年法治政府建设年度报告；可以用 {单位}、{简称}、{年度}、{标题}",
    )
    show_addressees: YesNo = Field(default=True, alias="主送机关")
    index_number: Prose = Field(default="", alias="索引号")
    publisher: Prose = Field(default="", alias="发布机构")
    subject: Prose = Field(default="", alias="主题分类")
    genre: Prose = Field(default="", alias="体裁分类")
    document_number: Prose = Field(default="", alias="发文字号")
    release_date: Date = Field(default=None, alias="发布日期")
    validity: Prose = Field(default="", alias="有效性")
    manner: Prose = Field(default="", alias="公开方式")
    scope: Prose = Field(default="", alias="公开范围")
    category: Prose = Field(default="", alias="公开类别")
    department: Prose = Field(default="", alias="责任部门")
    origin: Prose = Field(default="", alias="信息来源", description="网页标签里的来源，不写用发布机构")
    summary: Prose = Field(default="", alias="内容概述")
    keywords: Texts = Field(default_factory=list, alias="关键词")
    site: Annotated[Site, NoKeys] = Field(default_factory=Site, alias="网站")
    submit_by: Date = Field(default=None, alias="报送期限", description="本地的期限，不写为次年3月1日（省级4月1日）")
    publish_by: Date = Field(
        default=None, alias="公开期限", description="本地的期限，不写为成文后20个工作日和次年4月1日中早的一个"
    )
    masked: Annotated[dict[str, str], NoKeys] = Field(
        default_factory=dict, alias="隐名", description="公开时怎样写，如：张三: 张某某"
    )
    waivers: Annotated[list[Waiver], Absent] = Field(default_factory=list, alias="豁免")
