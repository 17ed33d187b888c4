"""报送 and 版式: who sends the report to whom, and how it looks on paper.

版头 and 版记: GB/T 9704—2012, 7.2 and 7.4. 份号 and 密级 have no key: only 涉密公文 carry them (《党政机关公文处理工作
条例》第九条), and those are none of this program's business.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from drafter.facts import PENDING
from drafter.outline.parts import BY_PARTS, BY_TOPICS
from drafter.report.fields import Date, Prose, Texts, YesNo, fault, scalar
from drafter.report.section import Section

_NUMBER = re.compile(r"([^〔〕\[\]()（）［］【】\s]+)〔(\d{4})〕(\d*)号")
_LOOSE_NUMBER = re.compile(r"(.+?)[〔\[（(［【{](\d{4})年?[〕\])）］】}]第?0*(\d*)号?")


def _document_number(raw: Any) -> str:
    """Read 发文字号 (GB/T 9704—2012, 7.2.5); a number that is still open is left blank."""
    text = re.sub(r"\s", "", scalar(raw))
    if text == PENDING.value:
        return text
    match = _NUMBER.fullmatch(text)
    if match is None or match[3].startswith("0"):
        loose = _LOOSE_NUMBER.fullmatch(text)
        right = f"{loose[1]}〔{loose[2]}〕{loose[3]}号" if loose else "示街办〔2025〕3号；号未定写 示街办〔2025〕号"
        raise fault(
            f"“{text}”不是规范的发文字号（年份用六角括号〔〕，不加“第”，不编虚位）",
            f"请写 {right}（GB/T 9704—2012 7.2.5）",
        )
    return f"{match[1]}〔{match[2]}〕{match[3] or '　'}号"


DocumentNumber = Annotated[
    str,
    BeforeValidator(_document_number),
    WithJsonSchema({"type": ["string", "null"], "pattern": r"^(待填|\S+〔\d{4}〕\s*\d*\s*号)$"}),
]


class SignatureStamp(Section, title="签名章"):
    """签名章: the post and the name of who signs (GB/T 9704—2012, 7.3.5.3)."""

    post: Prose = Field(alias="职务", description="职务全称")
    name: Prose = Field(alias="姓名")


def _one_or_many(raw: Any) -> Any:
    return [] if raw is None or raw == "无" else [raw] if isinstance(raw, dict) else raw


class Submission(Section, title="报送"):
    """报送."""

    title: Prose = Field(default="", alias="标题", description="不写则按单位和年度生成；要自己定回行，在断开处写“|”")
    addressees: Texts = Field(default_factory=list, alias="主送机关")
    signatories: Texts = Field(default_factory=list, alias="署名", description="联合署名写两个，党委在前")
    sealed: YesNo = Field(default=True, alias="盖章")
    stamps: Annotated[list[SignatureStamp], BeforeValidator(_one_or_many)] = Field(
        default_factory=list, alias="签名章", description="加盖签发人签名章的，写“职务”“姓名”；写了就不排机关署名"
    )
    date: Date = Field(default=None, alias="成文日期", description="如：2025年1月16日；日未定写 2025年1月")
    note: Prose = Field(default="", alias="附注")
    period_start: Date = Field(default=None, alias="统计起日", description="数据从哪天起，不写是1月1日")
    period_end: Date = Field(default=None, alias="统计止日", description="数据到哪天止，不写是12月31日")
    scope: Prose = Field(default="", alias="统计口径", description="如：区本级；不写不声明")
    statement: YesNo = Field(default=False, alias="编制说明", description="是：正文前写明编制依据和数据统计期限")

    with_masthead: YesNo | None = Field(
        default=None, alias="版头", description="是、否；不写的，填了紧急程度、发文机关标志、发文字号、签发人之一就有"
    )
    urgency: Literal["特急", "加急"] | None = Field(default=None, alias="紧急程度")
    marks: Texts = Field(
        default_factory=list, alias="发文机关标志", description="不写用署名；联合行文写几个，主办机关在前"
    )
    document_number: DocumentNumber = Field(
        default="", alias="发文字号", description="如：示街办〔2025〕3号；号未定写 示街办〔2025〕号"
    )
    signers: Texts = Field(default_factory=list, alias="签发人")
    copies: Texts = Field(default_factory=list, alias="抄送")
    printer: Prose = Field(default="", alias="印发机关")
    print_date: Date = Field(default=None, alias="印发日期")

    @property
    def has_masthead(self) -> bool:
        """Tell whether there is a 版头: as the clerk says, else where one of its keys is given."""
        if self.with_masthead is not None:
            return self.with_masthead
        return bool(self.urgency or self.marks or self.document_number or self.signers)

    @property
    def has_imprint(self) -> bool:
        """Tell whether there is a 版记: where one of its keys is given."""
        return bool(self.copies or self.printer or self.print_date is not None)


class Layout(Section, title="版式"):
    """版式."""

    skeleton: Literal[BY_PARTS, BY_TOPICS] = Field(default=BY_PARTS, alias="骨架")  # type: ignore[valid-type]
    headings: Literal["接排", "独行"] = Field(default="接排", alias="二级标题")
    points: Literal["段内", "分段"] = Field(default="段内", alias="分点")
    closing: Literal["无", "特此报告"] = Field(default="无", alias="结束语")
    title: Literal["情况的报告", "年度报告", "情况报告", "年度在前"] = Field(
        default="情况的报告", alias="标题式样", description="自己写标题的，写在“报送”的“标题”里"
    )
    run_in: Literal["字符样式", "样式分隔符"] | None = Field(
        default=None, alias="接排方式", description="样式分隔符：接排的标题在 Word 导航窗格里也列出"
    )
    profile: Prose = Field(
        default="",
        alias="版面",
        description="标准、电子公文、系统字体、页码居中，或本单位版面文件的名称（drafter explain 版式）",
    )
