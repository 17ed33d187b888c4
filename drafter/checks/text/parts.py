"""提纲 of a text from elsewhere: the five parts and what each needs. A data file has rules of its own for this."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.text.subject import Section, TextSubject

_RULE = "《法治政府建设与责任落实督察工作规定》第四章"
_CAUSE = re.compile(
    r"原因|由于|因为|究其|缘于|源于|归因|归结|导致|造成|致使|影响|制约|受限|所限|主观上|客观上|根源|症结|在于|因此|因而"
)
_SHORTCOMING = re.compile(r"(?:存在|还有|仍有|尚有|面临|有).{0,16}(?:不足|短板|问题|差距|薄弱|困难)")
_DUTIES = re.compile(r"第一责任人?|述法|主要负责人.{0,12}(?:履职|履行|职责)")
_WHOLE = 1500
"""A text without a title of a report that is shorter is a piece of one."""
_TITLED = re.compile(r"(?:法治|依法行政).{0,16}(?:报告|情况|总结|年报)")
_HEADING = 40
_SAID = 6
"""Characters: with fewer the part is empty, and another rule says so."""
_SHORTEST = 100
"""With such a title it is a report, however short; shorter than this, it only leads to one."""


def is_whole(subject: TextSubject) -> bool:
    """Tell whether a text is a whole report, not a piece of one; a data file has rules of its own."""
    size = len(subject.whole.text)
    titled = _TITLED.search(subject.title) and size >= _SHORTEST
    return subject.report is None and bool(titled or (len(subject.parts) >= 2 and size >= _WHOLE))


def _of_role(subject: TextSubject, role: str) -> list[Section]:
    """Return the parts of a role."""
    return [part for part in subject.parts if part.role == role]


@rule(
    "提纲-21",
    "错误",
    finds="报告缺少规定的部分：不足和原因、下一年度安排",
    why="年度报告应当报告上一年度的主要举措和成效、不足和原因、第一责任人履职、下一年度的主要安排。",
    wrong="写完工作情况，接着就是下一年工作计划",
    right="二、存在的不足和原因",
    source=_RULE,
    authority="法规",
    on="text",
)
def missing_parts(subject: TextSubject) -> Iterator[Hit]:
    """Neither a heading nor a sentence that opens the part."""
    if not is_whole(subject):
        return
    text = subject.whole.text
    headings = [section.heading for section in subject.sections()] + _unnumbered(subject)
    weak = re.compile(r"不足|短板|存在的?(?:主要)?(?:问题|困难)|薄弱|问题[和与及]原因")
    if not any(weak.search(heading) for heading in headings) and not _SHORTCOMING.search(_after_achievements(subject)):
        yield Hit("没有写不足和原因。请加一部分“存在的不足和原因”，一条不足写一条原因")
    plans = re.compile(r"下[一步年阶]|[明来]年|今后|计划|安排|打算")
    planned = any(part.role == "安排" for part in subject.parts) or any(plans.search(heading) for heading in headings)
    if not planned and not re.search(r"下一步，|下一年度?，", text):
        coming = f"{subject.year + 1}年" if subject.year else "下一年度"
        yield Hit(f"没有写下一年度的主要安排。请加一部分“{coming}推进法治政府建设的主要安排”")


def _unnumbered(subject: TextSubject) -> list[str]:
    """Return the short lines without a mark at the end: headings that have lost, or never had, their numbers."""
    lines = (paragraph.view for paragraph in subject.of_kind("body"))
    return [line for line in lines if len(line) <= _HEADING and not re.search(r"[，。；：！？、）”]$|｜", line)]


def _after_achievements(subject: TextSubject) -> str:
    """Return the second half of the text, where shortcomings are said; before, they are said to be mended."""
    text = subject.whole.text
    return text[len(text) // 2 :]


@rule(
    "提纲-22",
    "错误",
    finds="写了不足，没有写原因",
    why="规定要求报告“不足和原因”。",
    wrong="普法形式较为单一，针对性不强。",
    right="普法形式较为单一，针对性不强。主要原因是对不同群体的需求摸底不够。",
    source=_RULE,
    authority="法规",
    on="text",
)
def causes(subject: TextSubject) -> Iterator[Hit]:
    """The part on shortcomings, its headings aside, says nothing that gives a cause."""
    for part in _of_role(subject, "不足"):
        said = "\n".join(p.rest for p in part.paragraphs)
        if subject.report is None and len(said) > _SAID and not _CAUSE.search(said):
            message = "这一部分只写了不足，没有写原因。请在每条不足后面写明“主要原因是……”"
            yield subject.hit(part.head, (0, len(part.head.label + part.heading)), message)


@rule(
    "提纲-23",
    "错误",
    finds="没有写党政主要负责人履行推进法治建设第一责任人职责的情况，或者没有单列",
    why="它是规定的五项内容之一；没有单列一部分的只作提示。",
    wrong="全文没有“第一责任人”",
    right="三、2024年党政主要负责人履行推进法治建设第一责任人职责的有关情况",
    source=_RULE,
    authority="法规",
    on="text",
)
def duties(subject: TextSubject) -> Iterator[Hit]:
    """第一责任人 mentioned nowhere is an error; mentioned without a part of its own, a hint."""
    if not is_whole(subject):
        return
    if not subject.mentions("第一责任人"):
        yield Hit("全文没有写第一责任人履职。请写明党政主要负责人履行推进法治建设第一责任人职责的情况")
    elif not _of_role(subject, "第一责任人") and not any(_DUTIES.search(s.heading) for s in subject.sections()):
        paragraph, match = next(subject.find("第一责任人"), (None, None))
        message = "第一责任人履职没有单列一部分。本地要求单列的，请单列"
        if paragraph is not None and match is not None:
            yield subject.hit(paragraph, match.span(), message, "提示")


@rule(
    "提纲-24",
    "警告",
    finds="标题下面没有内容",
    why="空的标题多半是漏写，或者沿用了上年的提纲。",
    wrong="（三）加强队伍建设\n（四）加强经费保障\n今年安排经费20万元。",
    right="标题下面有内容",
    source="实务",
    authority="实务",
    on="text",
)
def empty_sections(subject: TextSubject) -> Iterator[Hit]:
    """A heading that is followed by the next of its own level, while its neighbours have text of their own."""
    for above in (subject.whole, *subject.sections()):
        silent = [section for section in above.children if _is_empty(section)]
        if silent and len(silent) < len(above.children):
            for section in silent:
                message = f"标题“{section.heading}”下面没有内容。请补写或者删去"
                yield subject.hit(section.head, (0, len(section.head.view)), message)


def _is_empty(section: Section) -> bool:
    if section.head.kind != "heading" or re.search(r"[。，；：].*[。，；：]", section.heading):
        return False
    sentence = section.head.view.endswith(("。", "；")) and section.level > 1
    return not section.text.strip() and not sentence


@rule(
    "提纲-25",
    "提示",
    finds="不足、下一年度安排过短，与成效不相称",
    why="报告应当实事求是；只写成绩、不写问题是常见的批评。比例是参考，不是规定。",
    wrong="成效6000字，不足一句话",
    right="不足逐条写表现和原因",
    source="实务",
    authority="实务",
    on="text",
)
def proportions(subject: TextSubject) -> Iterator[Hit]:
    """A part with less than a fortieth of the whole, or fewer than eighty characters."""
    whole = len(subject.whole.text)
    for part in subject.parts:
        size = len(part.text)
        if subject.report is None and part.role in {"不足", "安排"} and whole > 2000 and 0 < size < max(80, whole / 40):
            message = f"这一部分只有{size}字，全文{whole}字。请核对是否过于简略"
            yield subject.hit(part.head, (0, len(part.head.label + part.heading)), message)


@rule(
    "提纲-26",
    "警告",
    finds="把规定的条文抄作标题",
    why="“上一年度”“下一年度”是条文的说法；报告的标题要写明年份，末尾不用分号。",
    wrong="一、上一年度推进法治政府建设的主要举措和成效；",
    right="一、2024年推进法治政府建设的主要举措和成效",
    source="GB/T 15834—2011 附录B.4；实务",
    authority="国标",
    on="text",
)
def copied_headings(subject: TextSubject) -> Iterator[Hit]:
    """“上一年度” in a heading, or a heading of the first level that ends with a semicolon."""
    year = f"{subject.year}年" if subject.year else "年份"
    for section in subject.sections():
        view = section.head.view
        short = len(view) < 60
        found = re.search(r"上一年度(?!.*(?:整改|回头看|反馈))", view) if short else None
        if found:
            yield subject.hit(section.head, found.span(), f"标题里的“上一年度”是条文的说法。请写明“{year}”")
        elif short and section.level == 1 and view.endswith("；"):
            end = len(view)
            yield subject.hit(section.head, (end - 1, end), "标题末尾用了分号。请删去")
