"""层次: numbers of headings and points (GB/T 9704—2012, 7.3.3; GB/T 15834—2011, appendix B.3)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import once, within
from drafter.checks.text.parts import is_whole
from drafter.facts.numerals import number_of
from drafter.numbering import han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, Section, TextSubject

_MARKS = "GB/T 15834—2011 附录B.3"
_LAYERS = "GB/T 9704—2012，7.3.3"
POINT = re.compile(r"(?:^|(?<=[。；，：、”）！？]))([一二三四五六七八九十]{1,3})是(?!否|非)")
_LONG = 1000
"""A piece of a report may begin at “（一）”; one that is longer and later has “一、” is more than a piece."""


def value(label: str) -> int:
    """Return the number that a label stands for, 0 where it cannot be told."""
    return number_of(label.strip("（）、，.．"))


def written(number: int, level: int) -> str:
    """Return the label that a number has on a level."""
    return {1: f"{han(number)}、", 2: f"（{han(number)}）", 3: f"{number}.", 4: f"（{number}）"}[level]


@rule(
    "层次-01",
    "错误",
    finds="标题的序号重复或者跳号",
    why="序号自相矛盾，引用和查找都会出错；多半是插入、删去一节以后没有改。",
    wrong="二、……\n三、……\n三、……",
    right="二、……\n三、……\n四、……",
    source="《党政机关公文处理工作条例》第二十条（审核段落顺序）；" + _LAYERS,
    authority="法规",
    on="text",
)
def sequence(subject: TextSubject) -> Iterator[Hit]:
    """Labels of one level under one heading count up by one."""
    for above in (subject.whole, *subject.sections()):
        yield from _counted(subject, [child.head for child in above.children])


def _counted(subject: TextSubject, heads: list[Paragraph]) -> Iterator[Hit]:
    for before, head in pairwise(heads):
        last, number = value(before.label), value(head.label)
        if not last or not number or number == last + 1 or (number == 1 and head.level >= 3):
            continue
        span = (0, len(head.label))
        right = written(min(last + 1, 59), head.level)
        what = "重复" if number == last else "跳号" if number > last else "次序颠倒"
        yield subject.hit(
            head, span, f"序号“{head.label}”{what}，前一个是“{before.label}”。请改为“{right}”，并顺改后面的"
        )


@rule(
    "层次-02",
    "警告",
    finds="同一级序号不从头开始",
    why="每一级序号在上一级标题之下从一开始。",
    wrong="（二）……\n3.……（接着上一节的2.往下编）",
    right="（二）……\n1.……",
    source=_LAYERS,
    authority="国标",
    on="text",
)
def beginnings(subject: TextSubject) -> Iterator[Hit]:
    """The first label under a heading is number one; “（一）” stands under a heading that has a label."""
    for above in (subject.whole, *subject.sections()):
        if not above.children:
            continue
        head = above.children[0].head
        number = value(head.label)
        if number > 1 and head.kind == "heading":
            right = written(1, head.level)
            yield subject.hit(
                head, (0, len(head.label)), f"这一级序号从“{head.label}”开始。请从“{right}”编起，或核对前面是否漏了标题"
            )
    yield from _without_label(subject)
    yield from _without_first_level(subject)


def _without_label(subject: TextSubject) -> Iterator[Hit]:
    """Headings right above “（一）” that have no label of their own: one finding where all of them do so."""
    lost = [section.head for section in subject.sections(1) if not section.head.label]
    message = "“（一）”上面的这一行像是一级标题，漏了序号“一、”。请补上"
    hits = [subject.hit(head, (0, len(head.view)), message) for head in lost]
    some = any(part.level == 1 and part.head.label for part in subject.parts)
    yield from hits if some else once(hits, "一级标题都没有序号（共{n}个）。请用“一、”“二、”")


def _without_first_level(subject: TextSubject) -> Iterator[Hit]:
    first = next((p for p in subject.paragraphs if p.level), None)
    some = any(p.level == 1 for p in subject.paragraphs)
    if first is None or first.level != 2 or not (is_whole(subject) or (some and len(subject.whole.text) > _LONG)):
        return
    what = "直接从“（一）”开始" if some else "全文的一级标题都用“（一）”"
    yield subject.hit(first, (0, len(first.label)), f"前面没有“一、”，{what}。请补上一级标题，或者改用“一、”“二、”")


@rule(
    "层次-03",
    "错误",
    finds="“一是、二是”重复或者跳号",
    why="并列的几点次序要连续。",
    wrong="一是加强学习。三是严格考核。",
    right="一是加强学习。二是严格考核。",
    source="《党政机关公文处理工作条例》第二十条（审核段落顺序）",
    authority="法规",
    on="text",
)
def points(subject: TextSubject) -> Iterator[Hit]:
    """Within a section points count up by one; “一是” begins anew."""
    last = 0
    for paragraph in subject.paragraphs:
        last = 0 if paragraph.level else last
        for match in POINT.finditer(paragraph.view):
            number = number_of(match[1])
            if within(paragraph.view, match.start(), "“”"):
                continue
            if number not in {1, last + 1} and last:
                message = f"“{match[0]}”前一个是“{han(last)}是”。请改为“{han(min(last + 1, 59))}是”，并顺改后面的"
                yield subject.hit(paragraph, match.span(), message)
            elif number > 1 and not last and not (number == 2 and "一是" in paragraph.view[: match.start()]):
                yield subject.hit(
                    paragraph, match.span(), f"前面没有“一是”，直接写“{match[0]}”。请核对是否漏了一点", "警告"
                )
            last = number


@rule(
    "层次-04",
    "警告",
    finds="层次跳级：“一、”下面直接用“1.”",
    why="层次依次是“一、”“（一）”“1.”“（1）”；只有两级的通篇用“一、”“1.”可以。",
    wrong="一、……\n1.……\n二、……\n（一）……",
    right="一、……\n（一）……",
    source=_LAYERS + "；" + _MARKS + ".8",
    authority="国标",
    on="text",
)
def skipped_layers(subject: TextSubject) -> Iterator[Hit]:
    """A level is left out: a hint where the whole text does so, a warning where other parts do not."""
    proper = any(child.level == 2 for part in subject.parts for child in part.children)
    skipping = [part for part in subject.parts if part.level == 1 and _skips(part)]
    for part in skipping[:1]:
        head = part.children[0].head
        more = f"（共{len(skipping)}个部分）" if len(skipping) > 1 else ""
        message = f"“{part.head.label}”下面直接用“{head.label}”，跳过了“（一）”{more}。请用“（一）”"
        yield subject.hit(head, (0, len(head.label)), message, None if proper else "提示")


def _skips(part: Section) -> bool:
    return bool(part.children) and part.children[0].level > 2 and part.children[0].head.kind == "heading"


@rule(
    "层次-08",
    "警告",
    finds="独立成行的标题末尾用了句号",
    why="独立成行的标题末尾不用句号；同一段里还有正文的标题才用。",
    wrong="（一）抓好理论学习。（下一行才是正文）",
    right="（一）抓好理论学习",
    source="GB/T 15834—2011 附录B.4",
    authority="国标",
    on="text",
)
def stops_after_headings(subject: TextSubject) -> Iterator[Hit]:
    """A heading alone on its line, with text of its own below, that ends with a full stop; one finding per text."""
    hits = [
        subject.hit(s.head, (len(s.head.view) - 1, len(s.head.view)), "独立成行的标题末尾不用句号。请删去")
        for s in subject.sections()
        if s.head.kind == "heading" and not s.head.rest and s.head.view.endswith("。") and len(s.paragraphs) > 1
    ]
    yield from once(hits, "独立成行的标题末尾不用句号（共{n}处）。请一并删去")
