"""The scalar types of the data file: each reads the clerk's text and says in Chinese what is wrong with it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from drafter.facts import PENDING, Mark, Names, Text, ValueFault, without_edges
from drafter.facts import parse_names as _names
from drafter.facts import parse_number as _number
from drafter.facts import parse_rate as _rate
from drafter.facts import parse_text as _text
from drafter.facts.numerals import NUMERALS, digits_of, whole_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.facts import Value
    from drafter.outline import Fact


def fault(what: str, remedy: str, *at: str | int) -> PydanticCustomError:
    """Return an error that carries its own Chinese message; ``at`` leads to the entry below that is meant."""
    return PydanticCustomError("fault", "{what}。{remedy}", {"what": what, "remedy": remedy, "at": at})


def placed(error: PydanticCustomError, *at: str | int) -> PydanticCustomError:
    """Return an error of ``fault`` that leads to an entry below."""
    context = error.context or {}
    return fault(context["what"], context["remedy"], *at)


def named(raw: Any) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Yield (place, name, what stands behind it or None) for the names of a list or a mapping, or for a single one."""
    for number, entry in enumerate(raw if isinstance(raw, list) else [raw]):
        pairs = entry.items() if isinstance(entry, dict) else [(entry, None)] if entry is not None else []
        for name, value in pairs:
            at = (number,) if isinstance(raw, list) else (name,) if isinstance(entry, dict) else ()
            yield at, scalar(name).strip(), value


def together(faults: list[PydanticCustomError]) -> None:
    """Raise several faults of one entry as one error; do nothing where there are none."""
    if faults:
        raise PydanticCustomError("faults", "faults", {"all": [error.context for error in faults]})


def scalar(raw: Any) -> str:
    """Return a scalar of the file as text; a list or a mapping is an error."""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, (str, int)):
        return str(raw)
    if isinstance(raw, list):
        raise fault("这里只要一项，写成了列表", "请删去行首的“-”或方括号，只写一项")
    if isinstance(raw, dict):
        raise fault("这里只要一项文字，下面又分了层", "请把内容写在冒号后面；长文写在“|”的下一行")
    raise fault(f"“{raw}”不是文字", "请用文字给出，如 '3654.02'")


def parse_fact(fact: Fact, raw: Any) -> Value:
    """Read the value of one fact as its kind and unit demand.

    Raises:
        PydanticCustomError: with what is wrong and what to write instead.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    try:
        match fact.kind:
            case "list":
                return _names(_items(raw), fact.brackets)
            case "text":
                value = _text(scalar(raw))
                return value if isinstance(value, Mark) or not fact.brackets else _bracketed(value, fact.brackets)
            case "rate":
                return _rate(scalar(raw))
            case _:
                return _number(scalar(raw), fact.unit, whole=fact.kind == "count")
    except ValueFault as error:
        raise fault(error.what, error.remedy) from None


def _items(raw: Any) -> list[str]:
    if isinstance(raw, list):
        return [scalar(item) for item in raw if item is not None]
    return [scalar(raw)]


def _bracketed(value: Text, brackets: str) -> Text:
    named = _names([value.text], brackets) if value.text else None
    return Text(named.text) if isinstance(named, Names) else value


@dataclass(frozen=True, slots=True)
class SignDate:
    """成文日期; ``day`` is None while it is open (“2025年1月”)."""

    year: int
    month: int
    day: int | None = None

    @property
    def text(self) -> str:
        """The date in Arabic digits without zeros (GB/T 9704—2012, 7.3.5.4); an open day is left blank."""
        return f"{self.year}年{self.month}月{self.day or '　'}日"

    @property
    def last(self) -> dt.date:
        """The latest day that the date can mean."""
        return dt.date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])


_YEARS = range(1900, 3000)
"""Years that a date can lie in: with others a day is mistyped, and days that follow from it may not exist."""
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
_HASTY_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](?:(\d{1,2})[日号]?)?)?")
_RUN_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)")
_WRITTEN = re.compile(rf"([{NUMERALS}]+)([年月日号])")


def tidy_date(text: str) -> str | None:
    """Return a date that was typed in a hurry as it is printed; None for any other.

    Such are 2025-1-16, 2025.01.16, 2025/1, 2025年1月16号, 20250116, 二〇二五年一月十六日.
    """
    digits = _WRITTEN.sub(_place_in_digits, text)
    match = _HASTY_DATE.fullmatch(digits) or _RUN_DATE.fullmatch(digits)
    if match is None:
        return None
    year, month, day = match.groups()
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def _place_in_digits(written: re.Match[str]) -> str:
    """Return 二〇二五年 as 2025年, 十六日 as 16日; what is no number as it is."""
    number = digits_of(written[1]) if written[2] == "年" else whole_of(written[1])
    return f"{written[1] if number is None else number}{written[2]}"


def halfwidth(raw: Any) -> str:
    """Return a date or a year as it is compared: half-width, without blanks and without a stop behind it."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", without_edges(scalar(raw)))).rstrip(".")


def _date(raw: Any) -> SignDate | Mark | None:
    if raw is None or isinstance(raw, SignDate):
        return raw
    text = halfwidth(raw)
    if text == PENDING.value:
        return PENDING
    match = _DATE.fullmatch(text)
    if match is None:
        right = tidy_date(text) or "2025年1月16日；日未定写 2025年1月"
        raise fault(f"“{text}”不是规范的日期", f"请写 {right}")
    year, month, day = match.groups()
    if any(part and part.startswith("0") for part in (month, day)):
        raise fault(f"“{text}”的月、日前有 0（GB/T 9704—2012 不编虚位）", f"请写 {tidy_date(text)}")
    date = SignDate(int(year), int(month), int(day) if day else None)
    if not _is_day(date):
        raise fault(f"没有“{text}”这一天", "请核对年月日")
    return date


def _is_day(date: SignDate) -> bool:
    try:
        return date.last.year in _YEARS
    except ValueError:
        return False


def _year(raw: Any) -> int:
    text = halfwidth(raw)
    match = re.fullmatch(r"(20\d\d)(?:年度?)?", digits_of(text))
    if match is None:
        raise fault(f"“{text}”不是报告年度", "请写 2000 年以后的四位数年份，如 2024")
    return int(match[1])


_YES = {"是": True, "否": False, "y": True, "n": False, "yes": True, "no": False, "true": True, "false": False}


def _yes_no(raw: Any) -> bool:
    text = unicodedata.normalize("NFKC", scalar(raw)).strip().lower()
    if text not in _YES:
        raise fault(f"“{text}”既不是“是”也不是“否”", "请写 是 或 否")
    return _YES[text]


def prose(raw: Any) -> str:
    """Return a text, empty where there is none; its braces are those of references."""
    return "" if raw is None else scalar(raw).replace("｛", "{").replace("｝", "}").strip()


def _list_of_text(raw: Any) -> list[str]:
    return [] if raw is None else [item for item in _items(raw) if item.strip()]


def _empty_list(raw: Any) -> Any:
    return [] if raw is None or raw == "无" else raw


def _empty_mapping(raw: Any) -> Any:
    return {} if raw is None else raw


_TEXT_SCHEMA = {"type": ["string", "null"]}
Date = Annotated[
    SignDate | Mark | None,
    BeforeValidator(_date),
    PlainSerializer(lambda date: getattr(date, "text", None)),
    WithJsonSchema({"type": ["string", "null"], "pattern": r"^(待填|\d{4}年\d{1,2}月(\d{1,2}日)?)$"}),
]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["是", "否"]})]
Prose = Annotated[str, BeforeValidator(prose), WithJsonSchema(_TEXT_SCHEMA)]
Texts = Annotated[
    list[str],
    BeforeValidator(_list_of_text),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]}),
]
Absent = BeforeValidator(_empty_list)
NoKeys = BeforeValidator(_empty_mapping)
