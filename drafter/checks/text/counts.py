"""Counts in a sentence: number, unit, what stands before and after them; exact or approximate.

Only the normalised view is read. Names in 《》 and codes such as 12345 are no counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from drafter.facts import decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.text.subject import Paragraph, TextSubject

_UNITS = (
    "个百分点",
    "个工作日",
    *("人次", "件次", "家次", "户次", "场次", "批次", "条次", "例次", "亿元", "万元", "平方米", "公里"),
    *("件", "起", "宗", "个", "项", "条", "份", "篇", "名", "人", "位", "家", "户", "次", "场", "期", "批", "处", "部"),
    *("册", "幅", "本", "卷", "支", "所", "例", "辆", "台", "吨", "套", "亩", "元", "天", "轮", "张", "%"),
)
UNIT = "|".join(_UNITS)
_NUMBER = re.compile(
    rf"(?P<about>不少于|不低于|至少|超过|大约|约|近|超|逾|将近)?(?<![\dA-Za-z.,·+〔第—])(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)"
    rf"(?P<scale>[万千百亿])?(?P<more>[余多来])?(?P<scale2>[万亿])?个?(?P<unit>(?<=个)工作日|{UNIT})(?P<after>以上|左右|以内)?"
)
_SCALE = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "": 1}
_MASKED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|【[^【】]*】")
_LONGEST = 1000
"""Characters; a sentence that is longer has lost its full stops."""
_STOP = "，。；：！？、（）"


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its unit at ``start`` to ``end`` of a view; ``before`` and ``after`` are what its clause says."""

    value: Decimal
    unit: str
    start: int
    end: int
    before: str
    after: str
    exact: bool
    shown: str

    @property
    def label(self) -> str:
        """What is counted: the words of the clause without the number."""
        return self.before + self.after

    @property
    def decimals(self) -> int:
        """How many decimal places the number has."""
        return decimals(self.value)


def with_numbers(subject: TextSubject) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text that hold a digit."""
    return (paragraph for paragraph in subject.running if any(map(str.isdigit, paragraph.view)))


def masked(view: str) -> str:
    """Return a view in which names and gaps are filled with 甲, so that no rule reads them."""
    return _MASKED.sub(lambda name: "甲" * len(name[0]), view)


_SENTENCE = re.compile(rf"[^。！？]{{1,{_LONGEST}}}[。！？]?|[。！？]")


def sentences(view: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a masked view with the place where each begins; what never ends is cut."""
    for found in _SENTENCE.finditer(view):
        yield found.start(), found[0]


def counts(text: str, offset: int = 0) -> list[Count]:
    """Return all counts of a masked text; ``offset`` is added to their places."""
    return [_count(found, text, offset) for found in _NUMBER.finditer(text)]


def _count(found: re.Match[str], text: str, offset: int) -> Count:
    value = Decimal(found["digits"].replace(",", ""))
    if found["scale"] or found["scale2"]:
        value = value * _SCALE[found["scale"] or ""] * _SCALE[found["scale2"] or ""]
    exact = not (found["about"] or found["more"] or found["after"] or found["scale"] or found["scale2"])
    before = re.split(f"[{_STOP}]", text[max(found.start() - 60, 0) : found.start()])[-1]
    after = re.split(f"[{_STOP}\\d]", text[found.end() : found.end() + 40])[0]
    return Count(value, found["unit"], offset + found.start(), offset + found.end(), before, after, exact, found[0])


def without_brackets(text: str) -> str:
    """Return a text with what stands in round brackets filled with blanks: places stay."""
    opened: list[int] = []
    covered = [0] * (len(text) + 1)
    for at, character in enumerate(text):
        if character == "（":
            opened.append(at)
        elif character == "）" and opened:
            covered[opened.pop()] += 1
            covered[at + 1] -= 1
    return "".join(" " if depth else c for c, depth in zip(text, accumulate(covered), strict=False))


def fits(part: Decimal, whole: Decimal, percent: Count) -> bool:
    """Tell whether a percentage is the rounding, or the cutting-off, of a quotient at its own precision."""
    if whole == 0:
        return True
    quotient = part * 100 / whole
    step = Decimal(1).scaleb(-percent.decimals)
    modes = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
    return any(percent.value == quotient.quantize(step, mode) for mode in modes)


def told_by_data(paragraph: Paragraph, span: tuple[int, int]) -> bool:
    """Tell whether a place of the view holds nothing of a clerk's own text: then the rules on data have judged it."""
    if not paragraph.spans:
        return False
    start, end = paragraph.at[span[0]], paragraph.at[span[1] - 1] + 1
    place = 0
    for piece in paragraph.spans:
        if piece.kind == "prose" and place < end and place + len(piece.text) > start:
            return False
        place += len(piece.text)
    return True


def spelled(items: Iterable[Count]) -> str:
    """Return some counts as a sum is written: 178＋1＋48."""
    return "＋".join(f"{item.value:f}" for item in items)


def of_unit(items: Iterable[Count], unit: str) -> list[Count]:
    """Return the counts of one unit; 件 起 宗 例 are one, so are 名 人 位."""
    return [item for item in items if same_unit(item.unit, unit)]


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units may be added up; 件 and 件次, 人 and 人次 may not."""
    return one == other or any(one in group and other in group for group in _ALIKE)


_ALIKE = (frozenset({"件", "起", "宗", "例"}), frozenset({"名", "人", "位"}), frozenset({"家", "户"}))
