"""数据: parts and wholes, rates, balances."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.rules import Hit, rule
from drafter.facts import Number, Rate, rounds_to
from drafter.outline import FACTS, MATTERS, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Subject
    from drafter.report.ledger import Entry

_SOURCE = "《党政机关公文处理工作条例》第二十条"


def _least(entry: Entry) -> Decimal:
    return (entry.value.least or Decimal(0)) if isinstance(entry.value, Number) else Decimal(0)


def _most(entry: Entry) -> Decimal | None:
    return entry.value.most if isinstance(entry.value, Number) else None


def _exceeds(part: Entry, whole: Entry) -> bool:
    """Whether a part is certainly more than its whole: 600余 is more than 600, 近600 less."""
    most, least = _most(whole), _least(part)
    if most is None or not isinstance(part.value, Number) or not isinstance(whole.value, Number):
        return False
    return least > most or (least == most and not (part.value.exact and whole.value.exact))


def _shown(subject: Subject, names: tuple[str, ...]) -> str:
    entries = [subject.ledger.entries[name] for name in names]
    return "＋".join(f"{e.name}{e.value.text}" for e in entries if isinstance(e.value, Number))


@rule(
    "数据-01",
    "错误",
    finds="分项之和与合计不符",
    why="合计应当等于各分项之和；读报告的人会加一遍。",
    wrong="合法性审查230件，其中合同178件、规范性文件1件、其他事项48件",
    right="合法性审查227件，其中合同178件、规范性文件1件、其他事项48件",
    source=_SOURCE,
    authority="法规",
)
def sums(subject: Subject) -> Iterator[Hit]:
    """Exact parts that make up a whole must add up to it; with parts open, they must not exceed it."""
    for fact in FACTS.values():
        whole = subject.ledger.entries[fact.name]
        most = _most(whole)
        for parts in fact.parts:
            exact = [subject.ledger.number(name) for name in parts]
            known = sum((_least(subject.ledger.entries[name]) for name in parts), Decimal(0))
            total = subject.ledger.number(fact.name)
            if total is not None and None not in exact:
                if (real := sum((n for n in exact if n is not None), Decimal(0))) != total:
                    message = f"{fact.name}填{whole.text}，各分项相加是{real:f}（{_shown(subject, parts)}）。请核对"
                    yield Hit(message, whole.path)
            elif most is not None and known > most:
                message = f"分项（{_shown(subject, parts)}）相加超过{fact.name}{whole.text}。请核对"
                yield Hit(message, whole.path)


@rule(
    "数据-02",
    "错误",
    finds="部分大于整体",
    why="成功件数不能多于受理件数，出庭不能多于应出庭。",
    wrong="受理矛盾纠纷618件，调解成功626件",
    right="受理矛盾纠纷626件，调解成功618件",
    source=_SOURCE,
    authority="法规",
)
def parts(subject: Subject) -> Iterator[Hit]:
    """A part must not exceed its whole, as far as approximate numbers allow to say."""
    for fact in FACTS.values():
        for owner in {fact.within, fact.at_most} - {""}:
            part, whole = subject.ledger.entries[fact.name], subject.ledger.entries[owner]
            if _exceeds(part, whole):
                message = f"{fact.name}{part.text}大于{owner}{whole.text}。请核对两个数"
                yield Hit(message, part.path)


@rule(
    "数据-03",
    "错误",
    finds="填写的比率与算出来的不符",
    why="比率按填写时的小数位四舍五入，应当等于分子除以分母。",
    wrong="受理837件，成功831件，成功率99.5%",
    right="受理837件，成功831件，成功率99.3%",
    source=_SOURCE,
    authority="法规",
)
def rates(subject: Subject) -> Iterator[Hit]:
    """A typed rate must be the rounding of its quotient at its own precision."""
    for fact in FACTS.values():
        entry = subject.ledger.entries[fact.name]
        if not isinstance(entry.value, Rate) or entry.computed or entry.value.before:
            continue
        quotient = subject.ledger.quotient(fact)
        if quotient is None or quotient[1] == 0 or rounds_to(*quotient, entry.value):
            continue
        part, whole = quotient
        percent = f"{part * 100 / whole:.2f}"
        message = f"{fact.name}填{entry.text}，按{fact.over}{part:f}÷{fact.of}{whole:f}应为{percent}%。请改数或删去比率"
        yield Hit(message, entry.path)


@rule(
    "数据-04",
    "错误",
    finds="收支不平：收到与办结、结转对不上",
    why="本年新收加上年结转，等于办结加结转下年。",
    wrong="新收48件、无上年结转，办结44件、结转3件",
    right="新收48件、无上年结转，办结44件、结转4件",
    source="《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
    authority="政策",
)
def balances(subject: Subject) -> Iterator[Hit]:
    """Both sides of a balance must be equal where all of them are exactly known."""
    for matter in MATTERS.values():
        for left, right in matter.balances:
            ours, theirs = subject.ledger.total(left), subject.ledger.total(right)
            if ours is not None and theirs is not None and ours != theirs:
                path = subject.ledger.entries[terms(right)[0][1]].path
                yield Hit(f"{left}＝{ours:f}，{right}＝{theirs:f}，两边不等。请核对", path)
