"""What a clerk may have given for one 事项, and what may be wrong with the sentences that come of it.

The values are true to the relations of the outline: parts add up, nothing exceeds what it is a part of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from offices import FULL_NAMES
from sentences import faults
from wording_cases import stated_facts, stated_measures

from drafter.blocks import plain
from drafter.facts import Number
from drafter.outline import FACTS, MATTERS, MEASURES, Fact, Organ, terms
from drafter.report import Report
from drafter.report.data import MODELS
from drafter.report.ledger import Ledger
from drafter.wording.composer import Claims, sentences
from drafter.wording.names import names
from drafter.wording.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.blocks import Span, Spans

PENDING, NOT_APPLICABLE, ZERO = "待填", "不适用", "无"
YEAR = 2024


@dataclass(frozen=True)
class Given:
    """The facts (name → what the data file says), measures and details of one 事项.

    ``claimed`` are facts that prose has stated already; ``before`` is the text of the paragraph so far; ``elsewhere``
    are facts of other 事项.
    """

    matter: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    measures: tuple[str, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    organ: Organ | None = None
    claimed: frozenset[str] = frozenset()
    before: str = ""
    elsewhere: Mapping[str, Any] = field(default_factory=dict)

    def report(self) -> Report:
        """Return the data file as a report."""
        organ = self.organ or organs(self.matter)[0]
        taken = [{name: self.details[name]} if name in self.details else name for name in self.measures]
        data: dict[str, Any] = {**_NOTHING, self.matter: {**self.facts, "开展工作": taken}}
        data |= {other: _elsewhere(self.elsewhere, other) for other in {FACTS[name].matter for name in self.elsewhere}}
        unit = {"类型": organ.value, "全称": FULL_NAMES[organ]}
        return Report.model_validate({"年度": str(YEAR), "单位": unit, "数据": data})

    def composed(self) -> tuple[Spans, Ledger]:
        """Return the sentences of the 事项, and the ledger that they were composed from."""
        report = self.report()
        ledger = Ledger(report)
        claims = Claims(report.year, report.places, facts=set(self.claimed))
        wording = render(f"templates/matters/{MATTERS[self.matter].english}.txt", names(report, ledger))
        return sentences(wording, claims, self.before), ledger

    @property
    def text(self) -> str:
        """The sentences of the 事项."""
        return plain(self.composed()[0])


_NOTHING = {name: model() for name, model in MODELS.items()}
"""Matters of which nothing is given; made once, since making them takes longer than composing one."""


def _elsewhere(facts: Mapping[str, Any], matter: str) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if FACTS[name].matter == matter}


@cache
def organs(matter: str) -> tuple[Organ, ...]:
    """Return the organ types that are asked of a matter, a 街道 first where it is."""
    asked = MATTERS[matter].organs
    return tuple(sorted(asked, key=lambda organ: (organ is not Organ.STREET, list(Organ).index(organ))))


@cache
def asked_facts(matter: str, organ: Organ) -> tuple[str, ...]:
    """Return the facts of a matter that an organ type is asked."""
    return tuple(fact.name for fact in MATTERS[matter].facts if organ in fact.organs)


@cache
def asked_measures(matter: str, organ: Organ) -> tuple[str, ...]:
    """Return the measures of a matter that an organ type is asked."""
    return tuple(measure.name for measure in MATTERS[matter].measures if organ in measure.organs)


@cache
def whole_of(fact: Fact) -> frozenset[str]:
    """Return the facts that a fact cannot exceed: its total, its bound, and what a rate divides it by."""
    rates = (rate for rate in FACTS.values() if rate.kind == "rate")
    divided = {of for rate in rates if terms(rate.over) == ((1, fact.name),) for _, of in terms(rate.of)}
    return frozenset({name for name in (fact.within, fact.at_most) if name} | divided)


@cache
def amounts() -> Mapping[str, int]:
    """Return a number for every count of the outline, in keeping with all of its relations."""
    result: dict[str, int] = {}
    limited = {name: [fact.name for fact in FACTS.values() if name in whole_of(fact)] for name in FACTS}
    order = {name: at for at, name in enumerate(FACTS)}

    def amount(name: str) -> int:
        if name not in result:
            fact = FACTS[name]
            inside = {part for parts in fact.parts for part in parts}
            outside = [other for other in limited[name] if other not in inside]
            floor = max((amount(other) for other in outside), default=0)
            floor = max(floor, sum(amount(other) for other in outside if FACTS[other].within == name))
            sums = [sum(map(amount, parts)) for parts in fact.parts]
            total = max([floor, *sums]) if sums else floor + 11 + order[name] % 23
            for parts, there in zip(fact.parts, sums, strict=True):
                result[parts[-1]] += total - there
            result[name] = total
        return result[name]

    for name in FACTS:
        amount(name)
    return MappingProxyType(result)


_KIND_VALUES: dict[str, Any] = {"list": ["示例甲", "示例乙"], "text": "示例甲", "rate": "98.72%"}


def value(name: str, chosen: Iterable[str] = (), *, full: bool = False) -> Any:
    """Return a value for a fact; with ``full`` a part is as large as the whole, where that leaves no part of it out."""
    fact = FACTS[name]
    if fact.kind in _KIND_VALUES:
        return _KIND_VALUES[fact.kind]
    if full:
        others = set(chosen) - {name}
        for whole in sorted(whole_of(fact) & others):
            siblings = {part for parts in FACTS[whole].parts for part in parts} & others
            if not siblings and not fact.parts:
                return value(whole, chosen, full=True)
    return f"{amounts()[name]}.5" if fact.kind in {"money", "decimal"} else str(amounts()[name])


def approximate(name: str) -> Any:
    """Return an approximate value for a count, and a typical other one for everything else."""
    fact = FACTS[name]
    if fact.kind == "rate":
        return "62.5%"
    if fact.kind in _KIND_VALUES:
        return "“示例丙”"
    return ("300余", "近2000", "约541", "1.5万余" if fact.unit != "万元" else "700多")[amounts()[name] % 4]


def detail(measure: str) -> str:
    """Return a detail for a measure that takes one."""
    return "31" if MEASURES[measure].unit else "“示例丁”"


def problems(given: Given) -> list[str]:
    """Return everything that is wrong with the sentences of one 事项."""
    spans, ledger = given.composed()
    text = plain(spans)
    found = [*faults(text), *_facts(given, spans, ledger), *_measures(given, spans, ledger), *_rates(spans, ledger)]
    if len(re.findall(rf"全年|年内|{YEAR}年，", text)) > (0 if "年" in given.before else 1):
        found.append("时间词多于一个")
    return [f"{problem} ←“{text}”" for problem in found]


def _facts(given: Given, spans: Spans, ledger: Ledger) -> list[str]:
    """Every given fact once; nothing else, but for computed rates and for zeros in words."""
    stated = stated_facts(spans)
    found = []
    for name in dict.fromkeys((*(fact.name for fact in MATTERS[given.matter].facts), *stated)):
        entry, times = ledger.entries[name], stated.count(name)
        ours = entry.matter == given.matter and name not in given.claimed
        once = ours and not entry.computed and (entry.known or entry.pending)
        in_words = entry.zero and name not in given.claimed
        most = 1 if once or in_words or (ours and entry.computed and entry.known) else 0
        if not int(once) <= times <= most:
            found.append(f"“{name}”陈述了{times}次")
    spoken = [span for span in spans if span.stated and ledger.entries[span.fact.rpartition(".")[2]].zero]
    return [*found, *(f"写了零：{span.text}" for span in spoken if re.search(r"\d", span.text))]


def _measures(given: Given, spans: Spans, ledger: Ledger) -> list[str]:
    """Every chosen measure once unless its fact speaks for it, with its detail; no other."""
    stated = stated_measures(spans)
    found = [f"做法“{name}”没有选" for name in stated if name not in given.measures]
    for name in given.measures:
        expected = 0 if ledger.spoken_for(name) else 1
        if stated.count(name) != expected:
            found.append(f"做法“{name}”陈述了{stated.count(name)}次")
        elif expected and name in given.details and not _detailed(name, given.details[name], spans):
            found.append(f"做法“{name}”没有写出{MEASURES[name].detail}")
    return found


def _detailed(measure: str, told: str, spans: Spans) -> bool:
    """Whether the detail of a measure is printed, or the gap for one that is still to come."""
    wanted = f"【待填：{measure}】" if told == PENDING else told
    return (f"开展工作.{measure}", wanted) in {(span.key, span.text) for span in spans}


def _rates(spans: Spans, ledger: Ledger) -> list[str]:
    """A computed rate stands behind one of its operands in its sentence, and all of them are exact."""
    found = []
    sentence: list[Span] = []
    for span in spans:
        sentence.append(span)
        name = span.fact.rpartition(".")[2]
        if span.stated and ledger.entries[name].computed:
            operands = ledger.entries[name].operands
            if not operands & set(stated_facts(tuple(sentence))):
                found.append(f"“{name}”旁边没有它的分子、分母")
            if not all(isinstance(value := ledger.entries[other].value, Number) and value.exact for other in operands):
                found.append(f"“{name}”由不确切的数算出")
        if span.text.endswith("。"):
            sentence = []
    return found
