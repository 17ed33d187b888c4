"""What a wording file can print: each value travels through Jinja as a token, never as text.

A token is a private-use character, an index and another one; the composer looks the index up. So a value can never
become a mark of the wording language, and clauses, gaps, claims and provenance all read the same tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from drafter.facts import Chosen, Mark, Number, Rate, Text, is_zero

if TYPE_CHECKING:
    from drafter.blocks import SpanKind
    from drafter.report.ledger import Entry

OPEN, CLOSE = "\ue000", "\ue001"
LINE, LINE_END, BREAK = "\ue002", "\ue003", "\ue004"
TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(frozen=True, slots=True)
class Value:
    """``{{ 调解受理件数 }}``: prints a fact and states it; without a value its clause falls out."""

    entry: Entry

    @property
    def number(self) -> Number | None:
        """The fact's exact number, if it is one."""
        return exact(self.entry)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """``{{ 构成(负责人出庭件数, "正职", 正职出庭件数, …) }}``: prints what the things just counted are."""

    whole: Entry
    parts: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A fact stated in words: ``text`` stands for it where ``stands`` (零, 均), beside one of some other facts."""

    entry: Entry
    text: str
    stands: bool
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Taken:
    """``{{ 开展("培训人民调解员") }}``: prints nothing; its clause stands if the measure was chosen."""

    measure: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """``{{ 细节("设立个人调解室", "个人调解室") }}``: the detail of a measure, or the words after the comma."""

    measure: str
    chosen: Chosen | None
    otherwise: str

    @property
    def text(self) -> str:
        """What is printed; empty where there is nothing to print."""
        match self.chosen.detail if self.chosen else None:
            case Number() | Text() as detail if detail.text and not is_zero(detail):
                return detail.text
            case Mark.PENDING:
                return f"【待填：{self.measure}】"
            case _:
                return self.otherwise

    @property
    def kind(self) -> SpanKind:
        """Whether the clerk's own detail is printed, a gap, or words of the wording file."""
        match self.chosen.detail if self.chosen else None:
            case Mark.PENDING:
                return "gap"
            case Number() | Text() as detail if not is_zero(detail):
                return "prose"
            case _:
                return "wording"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the organ, or any other text that an expression yields."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the data file that is no fact (开头.目标); without it its clause falls out."""

    text: str
    key: str
    line: int
    file: str


@dataclass(frozen=True, slots=True)
class Time:
    """``{{ 时 }}``: 全年, 2024年，, 年内 in turn; nothing where the paragraph already has a word of time."""


Token: TypeAlias = Value | Breakdown | Spoken | Taken | Detail | Word | Slot | Time


class Tokens:
    """The tokens of one rendering."""

    def __init__(self) -> None:
        self._items: list[Token] = []

    def encode(self, token: Token) -> str:
        """Return the characters that stand for a token."""
        self._items.append(token)
        return f"{OPEN}{len(self._items) - 1}{CLOSE}"

    def __getitem__(self, index: int) -> Token:
        return self._items[index]


def exact(entry: Entry) -> Number | None:
    """Return the exact number of a fact, if it has one."""
    value = entry.value
    return value if isinstance(value, Number) and value.exact else None


def high(value: object) -> bool:
    """Whether a rate may be said to be reached (达): 90 % and more (实务)."""
    return isinstance(value, Rate) and value.value >= _HIGH


_HIGH = 90
