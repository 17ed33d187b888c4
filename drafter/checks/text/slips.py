"""Slips of pasting: a clause twice in a paragraph, a heading that runs into its text, a title that lost a character."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_REVIEW = "《党政机关公文处理工作条例》第二十条"
_CLAUSE = re.compile(r"[^，。；：、！？（）\s]{10,}")


@rule(
    "用字-06",
    "警告",
    finds="同一分句在一段里写了两遍",
    why="多是拼接材料时留下的；十个字以上的分句一字不差地重复，读者一眼就看见。",
    wrong="班子成员在年度考核中进行书面述法，……，班子成员在年度考核中进行书面述法。",
    right="班子成员在年度考核中进行书面述法。",
    source=_REVIEW,
    authority="法规",
    on="text",
)
def said_twice(subject: TextSubject) -> Iterator[Hit]:
    """The second place of a clause of ten characters or more that stands twice in a paragraph."""
    for paragraph in subject.running:
        seen: set[str] = set()
        for match in _CLAUSE.finditer(paragraph.view):
            clause = match[0]
            named = "《" in clause or any(within(paragraph.view, match.start(), pair) for pair in ("《》", "“”"))
            if clause in seen and not named:
                yield subject.hit(paragraph, match.span(), "这一分句在本段已经写过。请删去一处")
            seen.add(clause)


_GLUED_POINT = r"(?<=[\u4e00-\u9fff])(?<![统唯之同第专单某这那逐万有其全])一是(?=[\u4e00-\u9fff]{2})"
_AREA = "镇党委|镇政府|乡党委|街道党工委|街道领导|街道办事处|区政府|县政府|市政府|局党组|党工委|管委会"
_TAIL = "建设|工作|水平|责任|基础|能力|成效|格局|保障"
_GLUED_HEADING = rf"^(?:[^。；：]{{4,18}}，)?[^，。；：、]{{4,14}}(?:{_TAIL})({_AREA})"


@rule(
    "层次-09",
    "警告",
    finds="标题和正文粘在一起，中间缺句号",
    why="接排的标题以句号收住，再写“一是”或者正文；少了句号，标题就看不出来。",
    wrong="（一）筑牢法治建设思想根基一是深化理论学习。",
    right="（一）筑牢法治建设思想根基。一是深化理论学习。",
    source="GB/T 9704—2012，7.3.3；实务",
    authority="国标",
    on="text",
)
def glued_headings(subject: TextSubject) -> Iterator[Hit]:
    """“……根基一是……”, and a labelled paragraph whose heading runs on into the subject of its first sentence."""
    yield from each(subject, _GLUED_POINT, "“一是”前面缺句号，标题和正文粘在一起。请补上", outside=("《》", "“”"))
    for paragraph in subject.of_kind("heading", "body"):
        text = paragraph.view[len(paragraph.label) :]
        found = re.match(_GLUED_HEADING, text) if paragraph.level > 1 else None
        if found:
            place = len(paragraph.label) + found.start(1)
            yield subject.hit(paragraph, (place, place + len(found[1])), "标题到这里应当收住，缺句号。请补上")


_LOST = re.compile(
    r"(?:^|[，。；：、！？“《（])(?![在对为全我向由以到于和与及据经从使让将把按依受被给是])[\u4e00-\u9fff]"
)


@rule(
    "名称-13",
    "错误",
    finds="标题里的单位名称漏了第一个字",
    why="标题的单位名称与正文、落款应当一致；复制标题时最容易丢第一个字。",
    wrong="标题“庆市万州区政务服务管理办公室……”，正文“重庆市万州区……”",
    right="重庆市万州区政务服务管理办公室……",
    source="《党政机关公文处理工作条例》第九条",
    authority="法规",
    on="text",
)
def lost_first_character(subject: TextSubject) -> Iterator[Hit]:
    """The title's first characters stand elsewhere only behind one and the same character, which begins a clause."""
    for paragraph in subject.of_kind("title")[:1]:
        begin = re.match(r"[\u4e00-\u9fff]{1,3}[省市县区]", paragraph.view)
        before = _before(subject, paragraph, begin[0]) if begin else Counter()
        if begin and len(before) == 1 and len(begin[0]) > 1:
            lost = next(iter(before))
            yield subject.hit(paragraph, begin.span(), f"正文里都写“{lost}{begin[0]}”。标题是不是漏了“{lost}”？")


def _before(subject: TextSubject, title: Paragraph, name: str) -> Counter[str]:
    """Return the characters before every other place of a name; “” where that is no lost character of the name."""
    found: Counter[str] = Counter()
    for paragraph in subject.paragraphs:
        if paragraph is title or paragraph.kind == "furniture":
            continue
        for match in re.finditer(re.escape(name), paragraph.view):
            ahead = paragraph.view[max(match.start() - 2, 0) : match.start()]
            found[ahead[-1] if _LOST.fullmatch(ahead) else ""] += 1
    return Counter() if "" in found else found
