"""How numbers and rates are read, and what is said where they cannot be."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from drafter.facts.numerals import NUMERALS, whole_of
from drafter.facts.values import NONE_WORDS, Mark, Number, Rate, ValueFault, mark_of, without_edges

_NUMBER = re.compile(
    r"(?P<before>近|约|超)?(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[万亿]?)(?P<after>余|多)?(?P<unit>\D*)"
)
_SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_RATE = re.compile(r"(?P<before>近|约|超)?(?P<digits>\d+(?:\.\d+)?)%")
_BROKEN_GROUPS = re.compile(r"\d+(?:,\d+)+")
_SHORTER = {"人次": "人", "场次": "场", "件次": "件", "家次": "家"}
"""Units that may be written for others."""
_LONGER = {"大约": "约", "大概": "约", "将近": "近", "接近": "近", "超过": "超"}
"""Words that say the same as the one that is printed."""
_IN_WORDS = re.compile(rf"(?P<before>近|约|超)?(?P<numerals>[{NUMERALS}]+)(?P<rest>[^几{NUMERALS}]*)")
_LOOSE = re.compile(r"(?P<before>不到|不足)?(?P<number>\d[\d,.]*[万亿]?)\D*?(?P<after>左右|上下)?")


def _marked(raw: str) -> tuple[str, Mark | None]:
    """Return the text as it is compared (half-width, without blanks and stops), and the state that it names, if any."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", without_edges(raw))).replace("，", ",").rstrip(".")
    return text, mark_of(text)


def _in_digits(text: str) -> str:
    """Return a number with the usual word for 约, 近 and 超, and in digits where it was written out."""
    for longer, usual in _LONGER.items():
        text = usual + text.removeprefix(longer) if text.startswith(longer) else text
    match = _IN_WORDS.fullmatch(text)
    number = whole_of(match["numerals"]) if match else None
    return text if match is None or number is None else f"{match['before'] or ''}{number}{match['rest']}"


def parse_number(raw: str, unit: str, *, whole: bool = True) -> Number | Mark:
    """Read a number of the data file or of an answer.

    ``unit`` is the 量词 of the fact and may follow the number; ``whole`` refuses decimals (件, 人次, 个 …). A number
    that is written out (二十三) is taken in digits (GB/T 15835—2011, 4.1.1).

    Raises:
        ValueFault: the text is not a number, not in this unit, negative, or approximate in two ways.
    """
    typed, mark = _marked(raw)
    if mark is not None:
        return mark
    if typed in NONE_WORDS:
        return Number("0", Decimal(0))
    text = _in_digits(typed)
    match = _NUMBER.fullmatch(text.removesuffix(unit) if unit[:1] in _SCALE else text)
    if match is None or match["unit"][:1] in {"十", "百", "千"}:
        raise _fault(typed, unit)
    if match["unit"] not in {"", unit, _SHORTER.get(unit, unit)}:
        raise _loose_fault(typed) or ValueFault(f"“{typed}”的单位不是“{unit}”", f"请换算成“{unit}”，只写数")
    digits = match["digits"]
    value = Decimal(digits.rstrip("万亿").replace(",", "")) * _scale(digits, unit, typed)
    number = Number(digits, value, match["before"] or "", match["after"] or "")
    _refuse_doubled(number, typed)
    _refuse_mistyped(number, typed, unit, whole=whole)
    return number


def _scale(digits: str, unit: str, text: str) -> Decimal:
    """Return what 万 or 亿 after the digits multiplies them by; 万元 takes no further 万."""
    if digits[-1] not in _SCALE:
        return Decimal(1)
    if unit[:1] in _SCALE:
        raise ValueFault(f"“{text}”里有两个“{unit[:1]}”（单位已是“{unit}”）", f"请按“{unit}”写数，如 705.765")
    return _SCALE[digits[-1]]


def _refuse_doubled(number: Number, text: str) -> None:
    """Refuse 约 or 近 together with 余, or with decimals (实务: 概数词不叠用，精确小数不加“近、余”).

    Decimals before 万 and 亿 are none as long as they leave the ones open: 1.25万余 is 12500余.
    """
    if number.before and number.after:
        forms = f"{number.before}{number.digits} 或 {number.digits}{number.after}"
        raise ValueFault(f"“{text}”叠用了“{number.before}”和“{number.after}”", f"请写 {forms}")
    scale = number.digits[-1] if number.digits[-1] in _SCALE else ""
    core = number.digits.removesuffix(scale)
    if not number.exact and "." in core and not (scale and number.value % 10 == 0):
        kept = Decimal("0.1") if scale else Decimal(1)
        about = Decimal(core.replace(",", "")).quantize(kept, ROUND_HALF_UP)
        forms = f"{number.digits} 或 约{about}{scale}" if about else number.digits
        raise ValueFault(f"“{text}”给精确的小数加了“{number.before or number.after}”", f"请写 {forms}")


def _refuse_mistyped(number: Number, text: str, unit: str, *, whole: bool) -> None:
    """Refuse a 0 before a number, decimals of what is counted, and what is approximately none."""
    right = re.sub(r"^0+(?=\d)", "", number.digits)
    if right != number.digits:
        raise ValueFault(f"“{text}”前面多了 0", f"请写 {number.before}{right}{number.after}")
    if whole and number.value != number.value.to_integral_value():
        raise ValueFault(f"“{text}”不是整数", f"单位是“{unit}”，请写整数")
    if whole and "." in number.digits and number.digits[-1] not in _SCALE:
        raise ValueFault(f"“{text}”写了小数，单位是“{unit}”", f"请写 {number.digits.partition('.')[0]}")
    if not number.exact and number.value == 0:
        raise ValueFault(f"“{text}”不是数", "没有写 0")


def _loose_fault(text: str) -> ValueFault | None:
    """Explain a number that is approximate in words which do not stand before a 量词 (300件左右, 不到300件)."""
    match = _LOOSE.fullmatch(text)
    word = match and (match["before"] or match["after"])
    if not match or not word:
        return None
    return ValueFault(f"“{text}”用“{word}”表示概数", f"请写 {'近' if match['before'] else '约'}{match['number']}")


def _fault(text: str, unit: str) -> ValueFault:
    """Explain why a text is not a number."""
    if _BROKEN_GROUPS.match(text):
        return ValueFault(f"“{text}”的分节逗号位置不对", "三位一节，如 1,234；也可以不分节，写 1234")
    example = f"请写阿拉伯数字，如 626、626{unit}、300余；没有写 0，数还没报来写 待填"
    return _loose_fault(text) or _mixed_fault(text, unit) or ValueFault(_what(text), example)


def _mixed_fault(text: str, unit: str) -> ValueFault | None:
    """Explain a number of digits and 千, and a range."""
    mixed = re.fullmatch(r"[近约超]?\d+(?:\.\d+)?(?P<scale>[十百千])万?[余多]?" + re.escape(unit) + "?", text)
    if mixed:
        return ValueFault(
            f"“{text}”把阿拉伯数字和“{mixed['scale']}”混用（GB/T 15835—2011）", "请写全数，如 4000、2000余"
        )
    if not text.startswith("-") and ("至" in text or "~" in text or re.search(r"\d[-—]\d", text)):
        return ValueFault(f"“{text}”是一个范围", "请写一个数；拿不准的写概数，如 300余、近2000")
    return None


def _what(text: str) -> str:
    """Return what a text is that is no number."""
    if text.startswith("-"):
        return f"“{text}”是负数"
    if re.search(f"[几{NUMERALS}]", text) and not re.search(r"\d", text):
        return f"“{text}”用了汉字数字"
    return f"“{text}”是百分率，这里要填数量" if "%" in text else f"“{text}”不是数"


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
