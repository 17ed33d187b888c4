"""文种: what a 报告 may not hold, to whom it goes, to whom copies go (《党政机关公文处理工作条例》)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.entries import found_entries
from drafter.checks.text.finding import each, within
from drafter.checks.text.subject import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_RULES = "《党政机关公文处理工作条例》"
_SUBORDINATE = (
    r"各(?:区县|县区|县|市、区|区|乡镇|镇街|镇|乡|街道|办事处|社区|村|园区|科室|股室|所|站|大队|中队|派出机构|"
    r"直属单位|下属单位|内设机构)"
)


@rule(
    "文种-01",
    "错误",
    finds="报告里夹带请示",
    why="不得在报告等非请示性公文中夹带请示事项；需要上级批准的，另写请示。",
    wrong="以上报告妥否，请批示。",
    right="特此报告。",
    source=f"{_RULES}第十五条第四项",
    authority="法规",
    on="text",
)
def petitions(subject: TextSubject) -> Iterator[Hit]:
    """The register of phrases of 请示, outside quotations and names."""
    seen: set[tuple[int, int]] = set()
    for _, paragraph, match in found_entries(subject, "petition", RUNNING):
        quoted = within(paragraph.view, match.start(), "“”") or within(paragraph.view, match.start(), "《》")
        told = re.search(r"(?:提|申|邀|聘|报|函|呈|依法|及时|主动|经)$", paragraph.view[: match.start()])
        if quoted or told or (paragraph.number, match.start()) in seen:
            continue
        seen.add((paragraph.number, match.start()))
        yield subject.hit(
            paragraph, match.span(), f"“{match[0].strip('，。；')}”是请示的话。报告不得夹带请示事项，请删去，另行请示"
        )


@rule(
    "文种-02",
    "警告",
    finds="主送机关多于两个，或者主送给个人",
    why="向上级机关行文，原则上主送一个上级机关；年度报告依规定报党委和政府的，可以写两个。不得向负责人个人报送。",
    wrong="市委、市政府、市人大常委会、市政协：",
    right="市委、市政府：",
    source=f"{_RULES}第十五条第一项、第五项",
    authority="法规",
    on="text",
)
def recipients(subject: TextSubject) -> Iterator[Hit]:
    """More than two names before the colon; a post instead of an organ."""
    for paragraph in subject.of_kind("addressee"):
        names = [name for name in re.split("[、，]", paragraph.view.rstrip("：:")) if name]
        span = (0, len(paragraph.view))
        if len(names) > 2:
            yield subject.hit(
                paragraph, span, f"主送机关有{len(names)}个。请只主送一个上级机关（党委、政府可以并列），其余抄送"
            )
        if re.search(r"(?:书记|市长|县长|区长|镇长|局长|主任|省长|同志)$", names[-1] if names else ""):
            yield subject.hit(paragraph, span, "主送的是个人。请主送机关")


@rule(
    "文种-03",
    "错误",
    finds="上行文抄送下级机关",
    why="向上级机关行文，不抄送下级机关。",
    wrong="抄送：市司法局，各镇人民政府。",
    right="抄送：市司法局。",
    source=f"{_RULES}第十五条第一项",
    authority="法规",
    on="text",
)
def copies(subject: TextSubject) -> Iterator[Hit]:
    """“各镇”, “各科室” and the like in a line that begins with 抄送."""
    for paragraph in subject.paragraphs:
        if paragraph.view.startswith(("抄送：", "抄报：")):
            for match in re.finditer(rf"{_SUBORDINATE}[^，、；。]*", paragraph.view):
                yield subject.hit(paragraph, match.span(), f"“{match[0]}”是下级机关，上行文不抄送下级。请删去")


@rule(
    "文种-04",
    "警告",
    finds="标题的文种不合适：印发……报告，或者没有文种",
    why="公文标题由发文机关名称、事由和文种组成；报告是报送的，不用“印发”。",
    wrong="关于印发2025年法治政府建设情况的报告",
    right="关于2025年法治政府建设情况的报告",
    source=f"{_RULES}第九条第七项",
    authority="法规",
    on="text",
)
def titles(subject: TextSubject) -> Iterator[Hit]:
    """The first title of the text."""
    for paragraph in subject.of_kind("title")[:1]:
        found = re.search(r"印发(?!.*(?:的通知|》))", paragraph.view)
        if found and paragraph.view.endswith("报告"):
            yield subject.hit(paragraph, found.span(), "报告是报送的，标题里不用“印发”。请删去")
        elif "法治政府" in paragraph.view and not re.search(r"(?:报告|年报|公报)(?:（.*）)?$", paragraph.view):
            yield subject.hit(paragraph, (0, len(paragraph.view)), "标题没有写文种。请以“报告”结尾", "提示")


@rule(
    "文种-05",
    "提示",
    finds="报告写成汇报、总结的口气",
    why="文种是报告的，过渡语写“现将有关情况报告如下：”，结尾写“特此报告。”或者不写。",
    wrong="现将有关情况汇报如下：　特此汇报。",
    right="现将有关情况报告如下：　特此报告。",
    source="实务",
    authority="实务",
    on="text",
)
def manners(subject: TextSubject) -> Iterator[Hit]:
    """汇报如下, 总结如下, 特此汇报 in a text whose title says 报告."""
    if not subject.title or subject.title.endswith("报告"):
        yield from each(subject, r"(汇报|总结|通报)如下", "文种是报告。请写“报告如下”")
        yield from each(subject, r"特此(汇报|总结|通知|函告)|此致|敬礼", "文种是报告。请写“特此报告。”或者不写结束语")
