"""Numbers, rates, names and texts as the clerk gives them; names and texts are read here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations
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

    ``digits`` are the characters that the clerk wrote (``1,234``, ``3654.020``, ``1.5万``), in digits where she wrote
    them out, ``value`` their exact value.
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


NONE_WORDS = frozenset({"无", "没有"})
"""Words for 0."""

_EDGES = "。；;：:，,、 \t\u3000"
"""What is copied along with a name, a number or a date from the sentence that it stood in."""


def without_edges(text: str) -> str:
    """Return a name, a number or a date without the stops, colons and blanks around it."""
    return text.strip().strip(_EDGES)


def mark_of(text: str) -> Mark | None:
    """Return the state that a text names, if any."""
    return next((mark for mark in Mark if mark.value == text), None)


def parse_text(raw: str) -> Text | Mark:
    """Read a short text; 无 means that there is none."""
    text = raw.strip()
    return mark_of(text) or Text("" if text in NONE_WORDS else text)


_STUDIED = ("思想", "精神")
"""How the names of what is studied end that is no document: no 《》 around them (习近平法治思想)."""


def parse_names(raw: list[str], brackets: str = "") -> Names | Mark:
    """Read a list of names; ``brackets`` (“《》”) are put around names that lack them, but not around a 思想."""
    items = [name for name in map(without_edges, raw) if name]
    if len(items) == 1:
        mark = mark_of(items[0])
        if mark is not None:
            return mark
        if items[0] in NONE_WORDS:
            return Names(())
    return Names(tuple(_bracketed(item, brackets) for item in items))


def _bracketed(name: str, brackets: str) -> str:
    if not brackets or brackets[0] in name or (brackets == "《》" and name.endswith(_STUDIED)):
        return name
    return f"{brackets[0]}{name}{brackets[1]}"


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
