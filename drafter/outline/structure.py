"""The kinds of things that the outline is declared with: organ types, topics, matters, facts, measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, TypeAlias


class Organ(StrEnum):
    """机关类型."""

    PROVINCE = "省级政府"
    CITY = "市级政府"
    COUNTY = "县级政府"
    DEPARTMENT = "政府部门"
    TOWN = "乡镇"
    STREET = "街道"
    COMMITTEE = "管委会"


Organs: TypeAlias = frozenset[Organ]
P, C, X, D, T, S, M = Organ  # one letter each, for the tables of facts

Kind: TypeAlias = Literal["count", "decimal", "money", "rate", "list", "text"]
Importance: TypeAlias = Literal["核心", "常用", "少用", "计算"]
Trend: TypeAlias = Literal["增为好", "降为好", "中性", ""]
KIND_NAMES = {"count": "数量", "decimal": "数值", "money": "金额", "rate": "比率", "list": "名单", "text": "文字"}


@dataclass(frozen=True, slots=True)
class Fact:
    """指标: one thing that can be counted, named or told.

    ``name`` is the key in the data file and the name in wording and prose; ``unit`` its 量词. ``parts`` are breakdowns
    that make up the fact exactly; ``within`` names a fact that this one is a part of, ``at_most`` facts that it cannot
    exceed. A rate is ``over`` divided by ``of``, each a sum of facts (“甲+乙”, “甲-乙”). ``source`` names the
    instrument that defines the fact, or 实务; ``verified`` is false where the definition was not found in a source.
    """

    name: str
    english: str
    kind: Kind
    unit: str
    question: str
    organs: Organs
    importance: Importance
    source: str
    parts: tuple[tuple[str, ...], ...] = ()
    within: str = ""
    at_most: str = ""
    over: str = ""
    of: str = ""
    trend: Trend = ""
    brackets: str = ""
    note: str = ""
    verified: bool = True
    matter: str = ""

    @property
    def full_name(self) -> str:
        """事项.指标."""
        return f"{self.matter}.{self.name}"


@dataclass(frozen=True, slots=True)
class Measure:
    """做法: something the organ did; chosen from a list, with an optional detail.

    ``detail`` is what may be added (“文件名”), ``unit`` its 量词 where it is a number. ``fact`` names the fact that
    says the same with a number: where that fact has a value, it speaks for the measure.
    """

    name: str
    english: str
    organs: Organs
    source: str
    detail: str = ""
    unit: str = ""
    fact: str = ""
    matter: str = ""

    @property
    def whole(self) -> bool:
        """Whether a number of its detail has no decimals: an amount may have some."""
        return self.unit != "万元"


@dataclass(frozen=True, slots=True)
class Matter:
    """事项: a key under 数据, one wording file, one “一是”, usually filled in by one 科室.

    ``departments`` are the endings of the full names of the 政府部门 that are asked; none: all of them are.
    """

    name: str
    english: str
    facts: tuple[Fact, ...]
    measures: tuple[Measure, ...]
    balances: tuple[tuple[str, str], ...] = ()
    topic: str = ""
    departments: tuple[str, ...] = ()

    @property
    def organs(self) -> Organs:
        """The organ types that are asked anything here."""
        sets = [fact.organs for fact in self.facts] + [measure.organs for measure in self.measures]
        return frozenset().union(*sets)

    def asked_of(self, organ: Organ, full_name: str) -> bool:
        """Tell whether an organ is asked anything here: by its type, and a department by its full name too."""
        named = not self.departments or full_name.endswith(self.departments)
        return organ in self.organs and (named or organ is not Organ.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class Topic:
    """专题: a heading of part one, with its default wording."""

    name: str
    english: str
    heading: str
    matters: tuple[Matter, ...] = field(default=())


def topic(name: str, english: str, heading: str, *matters: Matter) -> Topic:
    """Return a topic whose matters know its name."""
    return Topic(name, english, heading, tuple(replace(matter, topic=name) for matter in matters))


def matter(  # noqa: PLR0913, PLR0917 - the columns of a declaration
    name: str,
    english: str,
    facts: tuple[Fact, ...] = (),
    measures: tuple[Measure, ...] = (),
    balances: tuple[tuple[str, str], ...] = (),
    departments: tuple[str, ...] = (),
) -> Matter:
    """Return a matter whose facts and measures know its name."""
    return Matter(
        name,
        english,
        tuple(replace(fact, matter=name) for fact in facts),
        tuple(replace(measure, matter=name) for measure in measures),
        balances,
        departments=departments,
    )


_TERM = re.compile(r"([+-]?)([^+-]+)")


def terms(expression: str) -> tuple[tuple[int, str], ...]:
    """Return the signed names of a sum: “甲-乙” gives ((1, 甲), (-1, 乙))."""
    return tuple((-1 if sign == "-" else 1, name.strip()) for sign, name in _TERM.findall(expression))
