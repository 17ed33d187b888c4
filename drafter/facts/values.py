"""Numbers, rates, names and texts as the clerk gives them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias


class Mark(Enum):
    """States of a fact that are not values."""

    PENDING = "待填"
    NOT_APPLICABLE = "不适用"


PENDING = Mark.PENDING
NOT_APPLICABLE = Mark.NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Number:
    """A number, exact or approximate.

    ``digits`` are the characters that the clerk wrote (``1,234``, ``3654.020``, ``1.5万``), ``value`` their exact
    value.
    近, 约, 超 stand before an approximate number, 余 and 多 after it and before the unit (实务).
    """

    digits: str
    value: Decimal
    before: str = ""
    after: str = ""

    @property
    def exact(self) -> bool:
        """Whether the number may enter sums and rates."""
        return not (self.before or self.after)

    @property
    def text(self) -> str:
        """The number as it stands in the report, without its unit."""
        return f"{self.before}{self.digits}{self.after}"

    @property
    def least(self) -> Decimal | None:
        """The value that the number certainly reaches; None where 近 or 约 leaves that open."""
        return None if self.before in {"近", "约"} else self.value

    @property
    def most(self) -> Decimal | None:
        """The value that the number certainly does not exceed; None where it may be larger."""
        return self.value if self.exact or self.before == "近" else None


def decimals(value: Decimal) -> int:
    """Return how many decimals a number is given with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage: typed by the clerk (``99.87%``) or computed; ``value`` in percent."""

    digits: str
    value: Decimal
    before: str = ""
    computed: bool = False

    @property
    def text(self) -> str:
        """The rate as it stands in the report, with its percent sign."""
        return f"{self.before}{self.digits}%"

    @property
    def decimals(self) -> int:
        """How many decimals the rate is given with."""
        return decimals(self.value)


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; empty means known to be none."""

    items: tuple[str, ...]

    @property
    def text(self) -> str:
        """The names in a row: 、 between them, nothing between 》《 or ”“ (GB/T 15834—2011, 4.5.3.5)."""
        result = ""
        for item in self.items:
            joined = result.endswith("》") and item.startswith("《")
            quoted = result.endswith("”") and item.startswith("“")
            result += item if not result or joined or quoted else f"、{item}"
        return result


@dataclass(frozen=True, slots=True)
class Text:
    """A short text; empty means known to be none."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A measure that was taken, with its detail where one was given."""

    detail: Number | Text | Mark | None = None


Value: TypeAlias = Number | Rate | Names | Text | Mark | None


class ValueFault(ValueError):  # noqa: N818 - a fault is what the clerk reads about
    """A value that cannot be understood: ``what`` is wrong and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}。{remedy}")
        self.what = what
        self.remedy = remedy


_NUMBER = re.compile(
    r"(?P<before>近|约|超)?(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[万亿]?)(?P<after>余|多)?(?P<unit>\D*)"
)
_SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_RATE = re.compile(r"(?P<before>近|约|超)?(?P<digits>\d+(?:\.\d+)?)%")
_HAN_DIGITS = re.compile(r"[〇零一二两三四五六七八九十百千]")
_BROKEN_GROUPS = re.compile(r"\d+(?:,\d+)+")
NONE_WORDS = frozenset({"无", "没有"})
"""Words for 0."""
_SHORTER = {"人次": "人", "场次": "场", "件次": "件", "家次": "家"}
"""Units that may be written for others."""


def _marked(raw: str) -> tuple[str, Mark | None]:
    """Return the text NFKC-normalised and without blanks, and the state that it names, if any."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", raw)).replace("，", ",")
    return text, _mark(text)


def _mark(text: str) -> Mark | None:
    return next((mark for mark in Mark if mark.value == text), None)


def _fault(text: str, unit: str) -> ValueFault:
    """Explain why a text is not a number."""
    example = f"请写阿拉伯数字，如 626、626{unit}、300余；没有写 0，数还没报来写 待填"
    if text.startswith("-"):
        return ValueFault(f"“{text}”是负数", example)
    mixed = re.fullmatch(r"[近约超]?\d+(?:\.\d+)?(?P<scale>[十百千])万?[余多]?" + re.escape(unit) + "?", text)
    if mixed:
        return ValueFault(
            f"“{text}”把阿拉伯数字和“{mixed['scale']}”混用（GB/T 15835—2011）", "请写全数，如 4000、2000余"
        )
    if "至" in text or "~" in text or re.search(r"\d[-—]\d", text):
        return ValueFault(f"“{text}”是一个范围", "请写一个数；拿不准的写概数，如 300余、近2000")
    if _HAN_DIGITS.search(text) and not re.search(r"\d", text):
        return ValueFault(f"“{text}”用了汉字数字", example)
    if "%" in text:
        return ValueFault(f"“{text}”是百分率，这里要填数量", example)
    return ValueFault(f"“{text}”不是数", example)


def parse_number(raw: str, unit: str, *, whole: bool = True) -> Number | Mark:
    """Read a number of the data file or of an answer.

    ``unit`` is the 量词 of the fact and may follow the number; ``whole`` refuses decimals (件, 人次, 个 …).

    Raises:
        ValueFault: the text is not a number, not in this unit, negative, or approximate in two ways.
    """
    text, mark = _marked(raw)
    if mark is not None:
        return mark
    if text in NONE_WORDS:
        return Number("0", Decimal(0))
    match = _NUMBER.fullmatch(text.removesuffix(unit) if unit[:1] in _SCALE else text)
    if match is None or match["unit"][:1] in {"十", "百", "千"}:
        raise _number_fault(text, unit)
    if match["unit"] not in {"", unit, _SHORTER.get(unit, unit)}:
        raise ValueFault(f"“{text}”的单位不是“{unit}”", f"请换算成“{unit}”，只写数")
    digits = match["digits"]
    value = Decimal(digits.rstrip("万亿").replace(",", "")) * _scale(digits, unit, text)
    number = Number(digits, value, match["before"] or "", match["after"] or "")
    _refuse_doubled(number, text)
    if whole and value != value.to_integral_value():
        raise ValueFault(f"“{text}”不是整数", f"单位是“{unit}”，请写整数")
    if not number.exact and value == 0:
        raise ValueFault(f"“{text}”不是数", "没有写 0")
    return number


def _scale(digits: str, unit: str, text: str) -> Decimal:
    """Return what 万 or 亿 after the digits multiplies them by; 万元 takes no further 万."""
    if digits[-1] not in _SCALE:
        return Decimal(1)
    if unit[:1] in _SCALE:
        raise ValueFault(f"“{text}”里有两个“{unit[:1]}”（单位已是“{unit}”）", f"请按“{unit}”写数，如 705.765")
    return _SCALE[digits[-1]]


def _number_fault(text: str, unit: str) -> ValueFault:
    if _BROKEN_GROUPS.match(text):
        return ValueFault(f"“{text}”的分节逗号位置不对", "三位一节，如 1,234；也可以不分节，写 1234")
    return _fault(text, unit)


def _refuse_doubled(number: Number, text: str) -> None:
    """Refuse 约 or 近 together with 余, or with decimals (实务: 概数词不叠用，精确小数不加“近、余”)."""
    scaled = number.digits[-1] in _SCALE
    core = number.digits.rstrip("万亿")
    if number.before and number.after:
        forms = f"{number.before}{number.digits} 或 {number.digits}{number.after}"
        raise ValueFault(f"“{text}”叠用了“{number.before}”和“{number.after}”", f"请写 {forms}")
    if not number.exact and "." in core and not (scaled and len(core.split(".")[1]) == 1):
        mark = number.before or number.after
        raise ValueFault(f"“{text}”给精确的小数加了“{mark}”", f"请写 {number.digits} 或 约{core.split('.')[0]}")


def parse_rate(raw: str) -> Rate | Mark:
    """Read a typed percentage.

    Raises:
        ValueFault: no percent sign, not a number, or more than 100 %.
    """
    text, mark = _marked(raw)
    if mark is not None:
        return mark
    if text in NONE_WORDS:
        return Rate("0", Decimal(0))
    match = _RATE.fullmatch(text)
    if match is None:
        raise ValueFault(f"“{text}”不是百分率", "请写成 98.72% 这样，带百分号")
    rate = Rate(match["digits"], Decimal(match["digits"]), match["before"] or "")
    if rate.value > 100:
        raise ValueFault(f"“{text}”超过100%", "请核对分子、分母")
    return rate


def parse_text(raw: str) -> Text | Mark:
    """Read a short text; 无 means that there is none."""
    text = raw.strip()
    return _mark(text) or Text("" if text in NONE_WORDS else text)


def parse_names(raw: list[str], brackets: str = "") -> Names | Mark:
    """Read a list of names; ``brackets`` (“《》”) are put around names that lack them."""
    items = [item.strip() for item in raw if item.strip()]
    if len(items) == 1:
        mark = _mark(items[0])
        if mark is not None:
            return mark
        if items[0] in NONE_WORDS:
            return Names(())
    left, right = (brackets[0], brackets[1]) if brackets else ("", "")
    return Names(tuple(item if item.startswith(left) or left in item else f"{left}{item}{right}" for item in items))


def is_zero(value: Value) -> bool:
    """Whether a fact is known to be none."""
    match value:
        case Number(value=number) | Rate(value=number):
            return number == 0
        case Names(items=items):
            return not items
        case Text(text=text):
            return not text
        case _:
            return False
