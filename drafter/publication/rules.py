"""Rules of the gate that only matter where something is published; ``drafter explain 公开稿-01`` shows them.

They stand beside the rules of the checks and are applied by ``publish`` alone. The rules on personal data, marks of
internal papers and 请示 are those of ``drafter.checks.text``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.blocks import all_spans, plain
from drafter.checks.rules import Hit
from drafter.checks.text.composed import lines_of
from drafter.outline.parts import ACHIEVEMENTS, DUTIES, PLANS, SHORTCOMINGS
from drafter.publication.metadata import REQUIRED
from drafter.publication.register import RULES, rule
from drafter.report.fields import SignDate
from drafter.store.secrecy import secret_line
from drafter.wording.internal import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.blocks import Spans
    from drafter.publication.draft import Draft
    from drafter.report import Item, Plan, Shortcoming

__all__ = ["RULES", "SECRECY"]
SECRECY = "公开稿-01"
_SUMMARY = 100


def _origin(spans: Spans) -> tuple[int, str]:
    """Return line and key of the first piece of a paragraph that the clerk wrote."""
    return next(((span.line, span.key) for span in spans if span.key and span.kind != "wording"), (0, ""))


@rule(
    SECRECY,
    "错误",
    finds="密级标志",
    why="先审查、后公开，逐项审查；涉密的不得公开，也不得在这里处理。这一条不能豁免。",
    wrong="（带密级标志的文字）",
    right="按保密规定处理，不用本程序",
    source="《保守国家秘密法》第三十五条；《保守国家秘密法实施条例》第四十二条",
    authority="法规",
)
def secrecy(draft: Draft) -> Iterator[Hit]:
    """A 密级 mark that only comes about in the text, or stands in the metadata; what it marks is not repeated."""
    message = "这里带有密级标志。请停止在本机处理，按保密规定办理"
    for document in (draft.full, draft.document):
        for paragraph in lines_of(document):
            if secret_line(paragraph.text) or secret_line(paragraph.view):
                line, key = _origin(paragraph.spans)
                yield Hit(message, line=line, key=key, paragraph=paragraph.number)
    for entry in draft.metadata:
        if secret_line(re.sub(r"\s", "", entry.value)):
            yield _at(entry.key, message)


def _at(key: str, message: str) -> Hit:
    """Return a hit at an entry of the data file."""
    return Hit(message, tuple(key.split(".")))


@rule(
    "公开稿-02",
    "错误",
    finds="成文日期、发文字号还没有定",
    why="公开的信息要写明生成日期；空着的日和号是没有办完的手续。",
    wrong="成文日期: 2025年1月",
    right="成文日期: 2025年1月16日",
    source="《政府信息公开条例》第十二条",
    authority="法规",
)
def open_dates(draft: Draft) -> Iterator[Hit]:
    """成文日期 without a day, 发文字号 without a number."""
    date = draft.report.submission.date
    if isinstance(date, SignDate) and date.day is None:
        yield _at("报送.成文日期", f"成文日期只写到{date.year}年{date.month}月。请填到日")
    number = draft.report.publication.document_number or draft.report.submission.document_number
    if number and not re.search(r"〕\d+号", number):
        yield _at("报送.发文字号", "发文字号还没有定。请填上；没有文号的删去")


@rule(
    "公开稿-03",
    "错误",
    finds="规定要报告的部分全部标了内部，公开稿里没有内容",
    why="五项内容都要公开；确实不能公开的写法，请改写成可以公开的。",
    wrong="不足和原因下面每一条都写“内部: 是”",
    right="至少保留一条可以公开的",
    source="《法治政府建设与责任落实督察工作规定》第四章",
    authority="法规",
)
def emptied_parts(draft: Draft) -> Iterator[Hit]:
    """不足和原因, 第一责任人履职 or 下一年度安排 of which nothing is left."""
    report = draft.report
    parts: dict[str, Sequence[Shortcoming | Item | Plan]] = {
        SHORTCOMINGS: report.shortcomings,
        DUTIES: report.duties,
        PLANS: report.plans,
    }
    for name, items in parts.items():
        if items and all(item.internal for item in items):
            yield _at(name, f"“{name}”全部标了内部，公开稿里没有内容。请保留可以公开的")
    sections = report.achievements
    if sections and all(item.internal for item in sections) and not any(s.fact for s in all_spans(draft.document)):
        yield _at(ACHIEVEMENTS, f"“{ACHIEVEMENTS}”全部标了内部，公开稿里没有内容。请保留可以公开的")


@rule(
    "公开稿-04",
    "错误",
    finds="公开的标题、文号、日期与报告对不上",
    why="年份、单位和日期前后一致；多是从上一年的文件改来，没有改净。",
    wrong="年度: 2024，公开.标题: 清河街道2023年法治政府建设年度报告",
    right="清河街道2024年法治政府建设年度报告",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
)
def agreement(draft: Draft) -> Iterator[Hit]:
    """Year and organ of the public title, year of 发文字号, order of the dates."""
    report, given = draft.report, draft.report.publication
    unit, title = report.organization, re.sub(r"[|｜\s]", "", given.title)
    for year in re.findall(r"(20\d\d)年", f"{title} {given.file_name}"):
        if int(year) != report.year:
            key = "公开.标题" if year in title else "公开.文件名"
            yield _at(key, f"写的是{year}年，报告年度是{report.year}年。请改正")
    if title and unit.names and not any(name in title for name in unit.names):
        yield _at("公开.标题", f"公开的标题里没有“{unit.names[-1]}”。请核对")
    date, released = report.submission.date, given.release_date
    if not isinstance(date, SignDate):
        return
    if isinstance(released, SignDate) and released.last < date.last:
        yield _at("公开.发布日期", f"发布日期{released.text}早于成文日期{date.text}。请核对")
    for key, number in (("公开.发文字号", given.document_number), ("报送.发文字号", report.submission.document_number)):
        found = re.search(r"〔(\d{4})〕", number)
        if found and int(found[1]) != date.year:
            yield _at(key, f"文号的年份是{found[1]}，成文日期在{date.year}年。请核对")


@rule(
    "公开稿-05",
    "错误",
    finds="内部标记没有认出来，留在了公开稿里",
    why="【内部：……】要成对，写在可以分段的文字里；认不出来的，程序不敢公开。",
    wrong="【内部 其中败诉3件】",
    right="【内部：其中败诉3件】",
    source="实务",
    authority="实务",
)
def marks_left(draft: Draft) -> Iterator[Hit]:
    """“【内部” in the public text or in the metadata."""
    for paragraph in lines_of(draft.document):
        if MARK in paragraph.view:
            line, key = _origin(tuple(span for span in paragraph.spans if MARK in span.text) or paragraph.spans)
            message = "内部标记没有认出来。请写成【内部：……】，前后成对，不跨段"
            yield Hit(message, line=line, key=key, paragraph=paragraph.number)
    for entry in draft.metadata:
        if MARK in entry.value:
            yield _at(entry.key, "这里不能写内部标记。请删去")


@rule(
    "公开稿-06",
    "错误",
    finds="“隐名”写得不对，或者公开稿里还有要隐去的姓名",
    why="写了要隐去的，一处也不能留。",
    wrong="隐名: {张: 张某}",
    right="隐名: {张三: 张某}",
    source="《政府信息公开条例》第十五条；《个人信息保护法》第三十四条",
    authority="法规",
)
def masks(draft: Draft) -> Iterator[Hit]:
    """Masks that cannot work; names that are left where no mask reaches."""
    for _, what in draft.masks.faults():
        yield _at("公开.隐名", f"“隐名”里有一条{what}。请写全名")
    texts = [plain(paragraph.spans) for paragraph in lines_of(draft.document)]
    if any(map(draft.masks.left, [*texts, draft.name])):
        yield _at("公开.隐名", "公开稿里还有要隐去的姓名。请在原文里改写")


@rule(
    "公开稿-07",
    "提示",
    finds="网页标签、内容概述不合要求",
    why="文章页要有网站名称、域名、标识码、栏目、标题、发布时间、来源；内容概述不超过100字。",
    wrong="网站: （空着）",
    right="网站: {名称: ……, 域名: ……, 标识码: ……, 栏目: ……, 栏目类别: ……}",
    source="《政府网站发展指引》（国办发〔2017〕47号）",
    authority="政策",
)
def page_tags(draft: Draft) -> Iterator[Hit]:
    """Tags that the website will have to add."""
    known = {name for name, _ in draft.tags}
    missing = [name for name in REQUIRED if name not in known]
    if missing:
        yield _at("公开.网站", f"网页里没有这些标签：{'、'.join(missing)}。由网站后台生成的不必填")
    code = draft.report.publication.site.code
    if code and not re.fullmatch(r"[0-9A-Za-z]{10}", code):
        yield _at("公开.网站.标识码", "网站标识码是10位。请核对")
    if len(draft.report.publication.summary) > _SUMMARY:
        yield _at("公开.内容概述", f"内容概述超过{_SUMMARY}字。请压缩")
