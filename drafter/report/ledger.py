"""The ledger: every fact of a report with its state, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.facts import (
    NOT_APPLICABLE,
    PENDING,
    Chosen,
    Mark,
    Number,
    Rate,
    ValueFault,
    compute_rate,
    is_zero,
    parse_number,
)
from drafter.outline import FACTS, MATTERS, terms

if TYPE_CHECKING:
    from drafter.facts import Value
    from drafter.outline import Fact, Matter
    from drafter.report.model import OwnFact, Report
    from drafter.report.places import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of a report: its value and where it stands in the data file.

    ``computed`` is true for a rate that the program worked out; ``operands`` are the facts it was worked out from.
    """

    name: str
    matter: str
    value: Value
    unit: str
    path: Path
    computed: bool = False
    operands: frozenset[str] = frozenset()

    @property
    def full_name(self) -> str:
        """事项.指标."""
        return f"{self.matter}.{self.name}"

    @property
    def known(self) -> bool:
        """Whether there is a value other than none."""
        return self.value not in {None, PENDING, NOT_APPLICABLE} and not is_zero(self.value)

    @property
    def pending(self) -> bool:
        """Whether the value is still to come."""
        return self.value is PENDING

    @property
    def zero(self) -> bool:
        """Whether the fact is known to be none."""
        return is_zero(self.value)

    @property
    def text(self) -> str:
        """The value as it is printed, without unit; a gap where it is still to come or not reported."""
        return f"【待填：{self.name}】" if self.value is None or isinstance(self.value, Mark) else self.value.text


class Ledger:
    """The facts and measures of a report by name."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.entries: dict[str, Entry] = {}
        self.measures: dict[str, Chosen] = {}
        for matter in MATTERS.values():
            self._enter(matter)
        for name, own in report.own_facts.items():
            self.entries[name] = self._own(name, own)
        for fact in FACTS.values():
            if fact.kind == "rate" and self.entries[fact.name].value is None:
                self.entries[fact.name] = self._computed(fact)

    def _enter(self, matter: Matter) -> None:
        data = self.report.told_of(matter.name)
        for fact in matter.facts:
            path = ("数据", matter.name, fact.name)
            self.entries[fact.name] = Entry(fact.name, matter.name, getattr(data, fact.english), fact.unit, path)
        self.measures |= data.measures

    @staticmethod
    def _own(name: str, own: OwnFact) -> Entry:
        return Entry(name, own.matter, own.number, own.unit, ("自拟数据", name, "数"))

    def number(self, name: str) -> Decimal | None:
        """Return the exact value of a fact (不适用 counts as none), or None where there is no exact one."""
        value = self.entries[name].value
        if value is NOT_APPLICABLE:
            return Decimal(0)
        return value.value if isinstance(value, Number) and value.exact else None

    def total(self, expression: str) -> Decimal | None:
        """Return the value of a sum of facts, or None unless every one of them is exact."""
        total = Decimal(0)
        for sign, name in terms(expression):
            number = self.number(name)
            if number is None:
                return None
            total += sign * number
        return total

    def quotient(self, fact: Fact) -> tuple[Decimal, Decimal] | None:
        """Return numerator and denominator of a rate, or None where one of them is not exactly known."""
        part, whole = self.total(fact.over), self.total(fact.of)
        return None if part is None or whole is None else (part, whole)

    def _computed(self, fact: Fact) -> Entry:
        entry = self.entries[fact.name]
        quotient = self.quotient(fact)
        counted = all(FACTS[name].kind == "count" for _, name in terms(fact.of))
        value: Rate | None = None
        if quotient is not None:
            value = compute_rate(*quotient) if counted else compute_rate(*quotient, smallest=0)
        names = frozenset(name for _, name in (*terms(fact.over), *terms(fact.of)))
        return Entry(fact.name, entry.matter, value, entry.unit, entry.path, computed=True, operands=names)

    def of_matter(self, matter: str) -> list[Entry]:
        """Return the entries of a matter, own facts last."""
        return [entry for entry in self.entries.values() if entry.matter == matter]

    def spoken_for(self, measure: str) -> bool:
        """Whether the fact that says the same as a measure has a value, so that it speaks for the measure."""
        fact = _FACT_OF_MEASURE.get(measure, "")
        return bool(fact) and (self.entries[fact].known or self.entries[fact].pending)


def last_year(report: Report, matter: str, name: str) -> Decimal | None:
    """Return the exact number that 上年数据 gives for a fact; None where it gives none."""
    told = report.last_year.get(matter)
    raw = told.get(name) if isinstance(told, dict) else None
    if not isinstance(raw, (str, int)):
        return None
    try:
        number = parse_number(str(raw), FACTS[name].unit if name in FACTS else "", whole=False)
    except ValueFault:
        return None
    return number.value if isinstance(number, Number) and number.exact else None


_FACT_OF_MEASURE = {measure.name: measure.fact for matter in MATTERS.values() for measure in matter.measures}
