"""Sample values for every fact and measure, and the one way in which tests compose a single 事项."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from offices import FULL_NAMES

from drafter.outline import MATTERS, MEASURES, Fact, Organ
from drafter.report import Report
from drafter.report.ledger import Ledger
from drafter.wording.composer import Claims, sentences
from drafter.wording.names import names
from drafter.wording.templates import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.blocks import Spans


def sample(fact: Fact, index: int = 0) -> Any:
    """Return a value for a fact that is told apart from the values of its neighbours."""
    match fact.kind:
        case "list":
            return [f"{fact.name}之甲", f"{fact.name}之乙"]
        case "text":
            return f"{fact.name}示例"
        case "rate":
            return f"9{index % 10}.{11 + index}%"
        case "money" | "decimal":
            return f"{12 + index}.5"
        case _:
            return str(120 + 7 * index)


def samples(matter: str) -> dict[str, Any]:
    """Return a sample value for every fact of a matter that is asked (rates are typed only on their own)."""
    facts = MATTERS[matter].facts
    return {fact.name: sample(fact, index) for index, fact in enumerate(facts) if fact.kind != "rate"}


def details(matter: str) -> dict[str, str]:
    """Return a sample detail for every measure of a matter that takes one."""
    chosen = [measure for measure in MATTERS[matter].measures if measure.detail]
    return {m.name: str(31 + i) if m.unit else f"“{m.name}”之例" for i, m in enumerate(chosen)}


def report(
    matter: str,
    facts: Mapping[str, Any],
    measures: Iterable[str] = (),
    details: Mapping[str, str] | None = None,
    organ: Organ = Organ.STREET,
) -> Report:
    """Return a report with the facts and measures of one matter."""
    given = details or {}
    taken = [{name: given[name]} if name in given else name for name in measures]
    return Report.model_validate(
        {
            "年度": "2024",
            "单位": {"类型": organ.value, "全称": FULL_NAMES[organ]},
            "数据": {matter: {**facts, "开展工作": taken}},
        },
    )


def compose_matter(
    matter: str,
    facts: Mapping[str, Any],
    measures: Iterable[str] = (),
    details: Mapping[str, str] | None = None,
    organ: Organ = Organ.STREET,
    claimed: Iterable[str] = (),
) -> Spans:
    """Return the sentences of one matter; ``claimed`` are facts that prose has stated already."""
    made = report(matter, facts, measures, details, organ)
    ledger = Ledger(made)
    claims = Claims(made.year, made.places, facts=set(claimed))
    wording = render(f"templates/matters/{MATTERS[matter].english}.txt", names(made, ledger))
    return sentences(wording, claims)


def stated_facts(spans: Spans) -> list[str]:
    """Return the facts that spans state, in order, with repetitions."""
    return [span.fact.rpartition(".")[2] for span in spans if span.stated]


def stated_measures(spans: Spans) -> list[str]:
    """Return the measures that spans state, in order, with repetitions."""
    return [span.key.removeprefix("开展工作.") for span in spans if span.key.startswith("开展工作.") and not span.text]


MEASURE_NAMES = tuple(MEASURES)
