"""Wholes and their parts as a text states them: 其中, a bracket behind a count, 已完成 and 未完成.

Only exact counts of one unit make a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.text.counts import Count, counts, masked, same_unit, sentences, told_by_data, without_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.text.subject import Paragraph

_REST = re.compile(r"其他|其它|其余|剩余|余下|另有|另外")
_OPEN = re.compile(r"正在|在办|未办结|未结|尚未|结转|待办|未完成")
_LEFT = re.compile(r"^(?:其余|剩余|余下)|正在|在办|未办结|未结|尚未|结转|待办|未完成")
_DONE = re.compile(r"办结|审结|答复|完成|整改|结案|化解")
_PAIRS = (
    ("正职", "副职"),
    ("普通程序", "简易"),
    ("一般程序", "简易"),
    ("公开", "不予公开"),
    ("国家级", "省级"),
    ("区级", "镇级"),
)
_RESULT = re.compile(
    r"成功|调成|办结|完成|整改|合格|优秀|按[期时]|及时|满意|采纳|疑难|重大|达成|涉及|参与|覆盖|化解|解决|履行完毕|出庭|同比|网上|涉企|首次|新增|含|死亡|以上|期限|符合|规范性?$|准予|听证"
)
LOOSE = re.compile(r"^(?:其中)?[：，]?(?:含|包含|包括|其中包括|主要|不含|除|涉及|重点)|等$")
CARRIED = re.compile(r"上年|往年|历年|历史|积案|结转(?![至到]?(?:下|次))|存量|累计至|以前年度")


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and the parts that a text gives of it; ``earlier``: other counts of that unit before.

    ``bracket`` where the parts stand in a bracket, ``named`` where 其中 is said, ``loose`` where only the words of
    whole and parts show that they belong together, or 包括 is said: such parts need not be all.
    """

    whole: Count
    parts: tuple[Count, ...]
    text: str
    bracket: bool
    named: bool
    earlier: tuple[Decimal, ...] = ()
    loose: bool = False

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def listed(self) -> bool:
        """Whether the parts stand in one list or one bracket."""
        return len(self.parts) > 1 and (self.bracket or "，" not in self.text.strip("，：。；其中"))

    @property
    def overlapping(self) -> bool:
        """Whether the parts may be counted in one another: 疑难 and 成功."""
        return any(_RESULT.search(part.label) for part in self.parts) and not self.divided

    @property
    def divided(self) -> bool:
        """Whether the words say that the parts are the whole: 已办结 and 正在办理, 正职 and 副职, a rest."""
        labels = [part.label for part in self.parts]
        if len(labels) < 2 or LOOSE.search(self.text):
            return False
        if _REST.search(labels[-1]) or "分别" in self.text[:6]:
            return True
        if len(labels) != 2:
            return False
        one, other = labels
        return any(
            (_DONE.search(a) and not _OPEN.search(a) and _OPEN.search(b)) or any(x in a and y in b for x, y in _PAIRS)
            for a, b in ((one, other), (other, one))
        )


def groups(paragraph: Paragraph) -> Iterator[Group]:
    """Yield every whole with its parts in a paragraph, as far as its authors have written them."""
    for group in _groups(paragraph):
        if not told_by_data(paragraph, (group.whole.start, group.parts[-1].end)):
            yield group


def _groups(paragraph: Paragraph) -> Iterator[Group]:
    for at, sentence in sentences(masked(paragraph.view)):
        yield from _in_brackets(sentence, at)
        bare = without_brackets(sentence)
        yield from _behind(bare, at)
        if "其中" not in bare and not CARRIED.search(bare):
            yield from _done_and_open(bare, at)
            yield from _akin(bare, at)


def _done_and_open(sentence: str, offset: int) -> Iterator[Group]:
    """A whole, what is done of it and what is not, side by side: 任务51项，已完成48项，未完成3项."""
    items = counts(sentence)
    for whole, done, left in zip(items, items[1:], items[2:], strict=False):
        if same_unit(whole.unit, done.unit) and not _DONE.search(whole.label) and not _OPEN.search(whole.label):
            group = next(_group(whole, [done, left], sentence[whole.end : left.end], offset, bracket=False), None)
            if group and group.divided and _LEFT.search(left.label):
                yield group


_EARLIER = re.compile(
    r"(?:[比较](?:上一?年度?|去年|20\d\d年)|同比)[^\d]{0,6}$|^(?:同比)?(?:增加|减少|增长|下降|上升)了?$"
)
_MANY = 16
"""A list of parts is not longer."""
_LISTED = re.compile(r"^[^，。；：]{0,6}，(?P<word>(?:主要)?包括|包含)?[^，。；：]*、")
_NOUN = re.compile(r"(?:已|为|共|了|的|案件|其他)+|(?<=..)(?:类|案件|件)$")
_OUTCOME = re.compile(r"胜诉|败诉|维持|撤销|驳回|变更|终止|支持|采纳|不采纳|合格|不合格|优秀|良好|达标")


def _akin(sentence: str, offset: int) -> Iterator[Group]:
    """A whole and a list right behind it, of outcomes or of what the whole names: 建议提案13件，建议8件、提案5件."""
    items = counts(sentence)
    for at, whole in enumerate(items):
        parts = [c for c in items[at + 1 : at + _MANY] if same_unit(c.unit, whole.unit)]
        run = parts[
            : next((n for n, (a, b) in enumerate(pairwise(parts), 1) if not _together(sentence, a, b)), len(parts))
        ]
        listed = _LISTED.search(sentence[whole.end : run[0].end] + "、") if len(run) > 1 else None
        if listed is None:
            continue
        nouns = [_NOUN.sub("", c.before) for c in run]
        named = all(len(noun) > 1 and noun in whole.before for noun in nouns)
        if named or all(_OUTCOME.search(c.label) for c in run) or listed["word"]:
            for group in _group(whole, run, sentence[whole.end : run[-1].end], offset, bracket=False):
                yield replace(group, loose=True)


def _together(sentence: str, one: Count, other: Count) -> bool:
    between = sentence[one.end : other.start]
    return "、" in between and not re.search("[，；：]", between)


def _in_brackets(sentence: str, offset: int) -> Iterator[Group]:
    """A bracket that stands right behind a count: 不受理12宗（其中转送10宗，告知2宗）."""
    wholes = {count.end: count for count in counts(sentence)}
    for bracket in re.finditer(r"（([^（）]*)）", sentence):
        whole = wholes.get(bracket.start())
        if whole is not None and whole.unit != "%":
            parts = counts(bracket[1], bracket.start() + 1)
            yield from _group(whole, parts, bracket[1], offset, bracket=True)


def _behind(sentence: str, offset: int) -> Iterator[Group]:
    """其中 in the running sentence: what follows belongs to the last count before it, up to the next mark ；."""
    places = list(re.finditer(r"其中[，：]?", sentence))
    items = counts(sentence) if places else []
    for found in places:
        rest = re.split(r"[；。！？]|其中", sentence[found.end() :], maxsplit=1)[0]
        before = [c for c in items if c.end <= found.start() and c.unit != "%" and not _EARLIER.search(c.before)][
            -_MANY:
        ]
        whole = before[-1] if before else None
        if whole is None or re.search("[；。]", sentence[whole.end : found.start()]):
            continue
        earlier = tuple(c.value for c in before[:-1] if same_unit(c.unit, whole.unit))
        for group in _group(whole, counts(rest, found.end()), rest, offset, bracket=False):
            yield replace(group, earlier=earlier)


def _group(whole: Count, parts: list[Count], text: str, offset: int, *, bracket: bool) -> Iterator[Group]:
    run: list[Count] = []
    for part in parts:
        if not same_unit(part.unit, whole.unit):
            break
        run.append(part)
    exact = whole.exact and all(part.exact for part in run)
    if run and exact:
        cut = text[: run[-1].end - parts[0].start + (text.find(parts[0].shown) if parts else 0)]
        yield Group(_moved(whole, offset), tuple(_moved(p, offset) for p in run), cut, bracket, "其中" in text[:3])


def _moved(count: Count, by: int) -> Count:
    return replace(count, start=count.start + by, end=count.end + by)
