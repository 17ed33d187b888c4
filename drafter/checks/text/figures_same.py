"""数值: the same quantity of the year, told twice with different numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.checks.rules import rule
from drafter.checks.text.counts import Count, counts, masked, sentences, without_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_TOTAL = re.compile(r"全年|年内|累计|本年度|一年来|20\d\d年|合计|总计|共")
_TIME = re.compile(
    r"^(?:截至20\d\d年(?:12月)?(?:31日|底|末)?|20\d\d年(?:度|以来)?|全年|年内|一年来|本年度|今年(?:以来)?|全[市区县镇乡省]|我[市区县镇乡局]|街道|累计|先后|已|共计?|合计|总计|[，：])+"
)
_FILLER = re.compile(
    r"各级各类|各级|各类|各种|矛盾(?=纠纷)|案件|了|的|共计?|累计|已|总数|总量|约|近|达到?|为|数量|件数|次数"
)
_OTHER_SPAN = re.compile(
    r"上年|去年|同期|以来至|半年|季度|\d月|五年|三年|近年|“十[三四五]五”|其中|同比|每[年月季周]|目标|计划|力争|预计|开业|上级|国家级|省级|市级"
)
_WHO = re.compile(
    r"(?:[\u4e00-\u9fff]{1,8}(?:局|所|大队|支队|中队|社区|村|站|中心|法院|检察院|委员会|工作室|协会|科|办|镇|街道|乡))"
)
_ACT = re.compile(
    r"受理|调[处解成]|化解|办理|办结|开展|举办|审查|审核|召开|组织|制定|制发|印发|公开|收到|查处|处罚|发放|接待|排查|培训|聘请|走访|出具|提出"
)


class _Told(NamedTuple):
    """A quantity as one sentence tells it."""

    paragraph: Paragraph
    told: Count
    who: tuple[str, ...]


def _told(subject: TextSubject) -> Iterator[tuple[tuple[str, str], _Told]]:
    """Yield every total of the year with what is counted: its clause without time and fillers, and its unit."""
    for paragraph in subject.running:
        if subject.role_of(paragraph) in {"不足", "安排"}:
            continue
        for at, sentence in sentences(masked(paragraph.view)):
            bare = without_brackets(sentence)
            if _OTHER_SPAN.search(bare):
                continue
            for item in counts(bare, at):
                key = _FILLER.sub("", _TIME.sub("", item.before))
                years = re.findall(r"(20\d\d)年", bare)
                stale = subject.year is not None and any(int(year) != subject.year for year in years)
                if item.exact and item.unit != "%" and not stale and _is_total(bare, item, at, key):
                    yield (key, item.unit), _Told(paragraph, item, tuple(_WHO.findall(bare[: item.start - at])))


def _is_total(sentence: str, item: Count, at: int, key: str) -> bool:
    """Tell whether a count is said of the whole year, and of something that can be told apart."""
    clause_start = item.start - at - len(item.before)
    before = sentence[max(clause_start - 8, 0) : item.start - at]
    return len(key) >= 4 and bool(_ACT.search(key)) and bool(_TOTAL.search(before)) and "甲" not in key


@rule(
    "数值-13",
    "警告",
    finds="同一个数在两处不一样",
    why="开头和正文、正文前后说的是同一年、同一件事，数应当相同。",
    wrong="开头写“全年受理矛盾纠纷626件”，正文写“全年共受理各类矛盾纠纷618件”",
    right="两处都写626件",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
    on="text",
)
def told_twice(subject: TextSubject) -> Iterator[Hit]:
    """The same words, the same unit, both a total of the year, by the same organ, but two numbers."""
    first: dict[tuple[str, str], _Told] = {}
    for key, told in _told(subject):
        known = first.setdefault(key, told)
        if known.who == told.who and known.told.value != told.told.value:
            place = f"第{known.paragraph.number}段写的是{known.told.shown}"
            message = f"“{key[0]}”在{place}，这里是{told.told.shown}。请核对"
            yield subject.hit(told.paragraph, (told.told.start, told.told.end), message)
