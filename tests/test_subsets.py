"""Whatever a clerk has given for an 事项, its sentences are good Chinese and state every given fact exactly once."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from given import (
    NOT_APPLICABLE,
    PENDING,
    ZERO,
    Given,
    amounts,
    approximate,
    asked_facts,
    asked_measures,
    detail,
    organs,
    problems,
    value,
    whole_of,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.outline import FACTS, MATTERS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.outline import Organ

EVERY_SUBSET = 8
"""Matters with so many facts at most are tested with every subset of them; the others with a sample."""
SHOWN = 12

each_matter = pytest.mark.parametrize("matter", list(MATTERS), ids=[matter.english for matter in MATTERS.values()])


def check(cases: Iterable[Given]) -> None:
    """Fail with the first of all problems that some cases have, each problem with its shortest text."""
    found = {problem.partition("←")[0]: problem for case in cases for problem in reversed(problems(case))}
    shown = "\n".join(sorted(found.values(), key=len)[:SHOWN])
    assert not found, f"{len(found)} 处：\n{shown}"


def values(chosen: Iterable[str], *, full: bool = False) -> dict[str, Any]:
    """Return a value for each of some facts."""
    names = tuple(chosen)
    return {name: value(name, names, full=full) for name in names}


def every_detail(measures: Iterable[str]) -> dict[str, str]:
    """Return a detail for each of some measures that takes one."""
    return {name: detail(name) for name in measures if MEASURES[name].detail}


@cache
def abroad(matter: str) -> dict[str, str]:
    """Return facts of other matters that rates of this one are worked out from."""
    operands = {name for fact in MATTERS[matter].facts if fact.kind == "rate" for name in (fact.over, fact.of)}
    single = {name for name in operands if name in FACTS and FACTS[name].matter != matter}
    return {name: value(name) for name in single}


def test_the_sample_numbers_keep_the_relations() -> None:
    """Parts add up to their total, and nothing exceeds what it is a part of: only so do 均 and the rates make sense."""
    numbers = amounts()
    for fact in FACTS.values():
        assert all(sum(numbers[part] for part in parts) == numbers[fact.name] for parts in fact.parts)
        assert all(numbers[fact.name] <= numbers[whole] for whole in whole_of(fact))


@each_matter
def test_single_facts(matter: str) -> None:
    """A fact alone, in each state, for each organ type that is asked, at the beginning of a paragraph or later."""

    def cases() -> Iterator[Given]:
        for organ in organs(matter):
            for name in asked_facts(matter, organ):
                for state in (value(name), PENDING, ZERO, approximate(name)):
                    yield Given(matter, {name: state}, organ=organ)
                yield Given(matter, {name: NOT_APPLICABLE}, organ=organ)
                yield Given(matter, values([name]), organ=organ, before="2024年以来，各项工作有序推进。")

    check(cases())


@each_matter
def test_pairs_of_facts(matter: str) -> None:
    """Every two facts: a part beside its whole, as large as it, still to come, approximate; the one stated by prose."""

    def cases() -> Iterator[Given]:
        for pair in combinations([fact.name for fact in MATTERS[matter].facts], 2):
            first, second = pair
            yield Given(matter, values(pair))
            yield Given(matter, values(pair, full=True))
            yield Given(matter, values(pair) | {first: PENDING})
            yield Given(matter, values(pair) | {second: approximate(second)})
            yield Given(matter, values(pair, full=True), claimed=frozenset({first}))
            yield Given(matter, values(pair, full=True), claimed=frozenset({second}), before="全年开展了各项工作。")

    check(cases())


@each_matter
def test_a_whole_that_prose_has_stated(matter: str) -> None:
    """A part as large as its whole is stated even where prose has stated the whole and another fact leads."""
    facts = [fact.name for fact in MATTERS[matter].facts if fact.kind != "rate"]

    def cases() -> Iterator[Given]:
        for part in facts:
            for whole in sorted(whole_of(FACTS[part]) & set(facts)):
                for other in (name for name in facts if name not in {part, whole}):
                    yield Given(matter, values((part, whole, other), full=True), claimed=frozenset({whole}))

    check(cases())


@each_matter
def test_measures(matter: str) -> None:
    """Measures alone, in pairs and all together, with and without their details, with and without the numbers."""
    facts = [fact.name for fact in MATTERS[matter].facts if fact.kind != "rate"]

    def cases() -> Iterator[Given]:
        for organ in organs(matter):
            measures = asked_measures(matter, organ)
            several = [(name,) for name in measures] + [*combinations(measures, 2), measures]
            for chosen in several:
                yield Given(matter, {}, chosen, organ=organ)
                yield Given(matter, {}, chosen, every_detail(chosen), organ=organ)
            asked = [name for name in facts if name in asked_facts(matter, organ)]
            yield Given(matter, values(asked), measures, organ=organ)
            yield Given(matter, values(asked), measures, every_detail(measures), organ=organ)

    check(cases())


@pytest.mark.parametrize(
    "matter",
    [name for name, matter in MATTERS.items() if len(matter.facts) <= EVERY_SUBSET],
)
def test_every_subset(matter: str) -> None:
    """Every subset of the facts, with parts smaller than their wholes and with parts as large as them."""
    facts = [fact.name for fact in MATTERS[matter].facts]

    def cases() -> Iterator[Given]:
        for size in range(1, len(facts) + 1):
            for chosen in combinations(facts, size):
                yield Given(matter, values(chosen))
                yield Given(matter, values(chosen, full=True))

    check(cases())


@st.composite
def some(draw: st.DrawFn, matter: str) -> Given:
    """Draw an organ type, some facts in any states, measures and details, and what prose has stated."""
    organ: Organ = draw(st.sampled_from(organs(matter)))
    names = draw(_subset(asked_facts(matter, organ)))
    full = draw(st.booleans())
    facts = {name: draw(_state(name, names, full=full)) for name in names}
    measures = draw(_subset(asked_measures(matter, organ)))
    told = {name: draw(st.sampled_from([text, text, PENDING, None])) for name, text in every_detail(measures).items()}
    details = {name: text for name, text in told.items() if text}
    claimed = frozenset(draw(_subset(names))) if draw(st.integers(0, 3)) == 0 else frozenset()
    before = draw(st.sampled_from(["", "", "全年各项工作有序推进。", "街道建立了工作台账。"]))
    elsewhere = abroad(matter) if draw(st.booleans()) else {}
    return Given(matter, facts, measures, details, organ, claimed, before, elsewhere)


def _subset(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Return subsets of some names, in their order."""
    bits = st.integers(0, 2 ** len(names) - 1)
    return bits.map(lambda chosen: tuple(name for at, name in enumerate(names) if chosen >> at & 1))


def _state(name: str, names: tuple[str, ...], *, full: bool) -> st.SearchStrategy[Any]:
    """Return the states of a fact: mostly a value, sometimes one of the others."""
    usual = value(name, names, full=full)
    return st.sampled_from([usual, usual, usual, usual, PENDING, ZERO, NOT_APPLICABLE, approximate(name)])


@each_matter
def test_any_answers(matter: str) -> None:
    """Any facts in any states, any measures and details, after any prose; the smallest failure is shown."""
    size = len(MATTERS[matter].facts) + len(MATTERS[matter].measures)

    @settings(
        max_examples=20 + 9 * size,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(some(matter))
    def holds(answers: Given) -> None:
        assert problems(answers) == []

    holds()
