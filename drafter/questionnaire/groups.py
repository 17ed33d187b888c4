"""Repeated groups: 不足和原因, 第一责任人履职, 下一年度安排.

An item whose heading stands empty in the file shows that a further one was asked for and there was none.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import CHIEF, TOPIC_OF
from drafter.outline.directions import DIRECTIONS
from drafter.outline.parts import DUTIES, PLANS, SHORTCOMINGS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.lines import line
from drafter.questionnaire.matters import at as place_of
from drafter.questionnaire.matters import is_open, of_matter
from drafter.questionnaire.question import Option, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.outline import Organ
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

_MENU = 8
"""How many headings are offered at a time: more do not fit above the prompt in a small window."""


def shortcomings(answers: Plain) -> Iterator[Question]:
    """Yield the questions of 不足和原因."""

    def item(at: int) -> Iterator[Question]:
        path: Path = (SHORTCOMINGS, at)
        yield line(answers, (*path, "表现"), SHORTCOMINGS, "具体表现在哪里？", readers.prose)
        yield line(answers, (*path, "原因"), SHORTCOMINGS, "原因是什么？", readers.prose, hint="如：法治岗位编制少")

    texts = ("第{}条不足：存在什么不足？", "写一句话，或者输入上面的编号")
    yield from _group(SHORTCOMINGS, answers, texts, item, menu(answers, SHORTCOMINGS))


def duties(organ: Organ, answers: Plain) -> Iterator[Question]:
    """Yield the questions of 第一责任人履职: the numbers, then what else is to be said."""
    if get(answers, place_of(CHIEF)) is MISSING or is_open(answers, CHIEF):
        yield from of_matter(CHIEF, organ, DUTIES, answers)

    def item(at: int) -> Iterator[Question]:
        yield line(answers, (DUTIES, at, "内容"), DUTIES, "主要负责人做了什么？", readers.prose)

    texts = ("上面没有说到的，还要写什么？第{}条的小标题：", "如：带头学法用法")
    yield from _group(DUTIES, answers, texts, item)


def plans(answers: Plain) -> Iterator[Question]:
    """Yield the questions of 下一年度安排."""
    titles = [typed(entry.get("标题")) for entry in items(answers, (SHORTCOMINGS,)) if isinstance(entry, dict)]
    known = [title for title in titles if title]

    def item(at: int) -> Iterator[Question]:
        hint = "具体措施、目标、时限"
        yield line(answers, (PLANS, at, "内容"), PLANS, "怎么做、做到什么程度？", readers.prose, hint=hint)
        if known:
            yield _answers_to(at, known, answers)

    texts = ("下一年度第{}项安排：做什么？", "写一句话，或者输入上面的编号")
    yield from _group(PLANS, answers, texts, item, menu(answers, PLANS))


def menu(answers: Plain, name: str) -> tuple[tuple[str, str], ...]:
    """Return typical headings to start from, each with what has to be written about it; those taken are left out.

    Shortcomings of topics that the report tells of come first, and plans that answer a shortcoming of the report.
    """
    entries = (*items(answers, (SHORTCOMINGS,)), *items(answers, (PLANS,)))
    taken = {typed(entry.get("标题")) for entry in entries if isinstance(entry, dict)}
    organ = given(answers, ("单位", "类型"))
    offered = [direction for direction in DIRECTIONS if organ in direction.organs]
    if name == PLANS:
        offered.sort(key=lambda direction: direction.shortcoming not in taken)
        return tuple((direction.plan, "") for direction in offered if direction.plan not in taken)[:_MENU]
    told = {topic.name for topic in TOPIC_OF.values() if any(is_open(answers, matter) for matter in topic.matters)}
    offered.sort(key=lambda direction: direction.topic not in told)
    return tuple((d.shortcoming, f"写明{d.asks}") for d in offered if d.shortcoming not in taken)[:_MENU]


def _group(
    name: str,
    answers: Plain,
    texts: tuple[str, str],
    item: Callable[[int], Iterator[Question]],
    offered: tuple[tuple[str, str], ...] = (),
) -> Iterator[Question]:
    """Yield the questions of the items that are there, and the heading of one more."""
    entries = items(answers, (name,))
    number, ended = 0, False
    for at in range(len(entries) + 1):
        entry = entries[at] if at < len(entries) else None
        if ended or _only_leads(entry):
            continue
        number += 1
        yield _heading(name, at, number, answers, texts, offered)
        if entry is not None and _has_content(entry):
            yield from item(at)
        else:
            ended = True


def _only_leads(entry: Plain) -> bool:
    """Whether an item only opens the part (引语)."""
    return isinstance(entry, dict) and bool(entry.get("引语")) and not _has_content(entry)


def _has_content(entry: Plain) -> bool:
    return isinstance(entry, dict) and any(value not in (None, "", []) for key, value in entry.items() if key != "引语")


def _heading(  # noqa: PLR0913, PLR0917 - a question has as many columns
    name: str, at: int, number: int, answers: Plain, texts: tuple[str, str], offered: tuple[tuple[str, str], ...]
) -> Question:
    """Return the first question of an item; an empty heading ends the group."""
    path: Path = (name, at, "标题")
    text, hint = texts
    entry = get(answers, (name, at))

    def writes(heading: Plain) -> dict[Path, Plain]:
        return {path: heading} if isinstance(entry, dict) else {(name, at): {"标题": heading}}

    answered = isinstance(entry, dict) or (at == 0 and given(answers, (name,)) == [])
    more = "没有别的了就直接回车" if number > 1 or name == DUTIES else "还没想好就直接回车"
    return Question(
        path, name, text.format(number), "text", partial(readers.numbered, [heading for heading, _ in offered]),
        hint=f"{hint}；{more}", lines=tuple(_offer(at, *one) for at, one in enumerate(offered, 1)),
        value=typed(get(answers, path)), answered=answered, writes=writes, optional=number > 1 or name == DUTIES,
    )  # fmt: skip


def _offer(number: int, heading: str, asks: str) -> str:
    return f"{number}. {heading}" + (f"（{asks}）" if asks else "")


def _answers_to(at: int, known: list[str], answers: Plain) -> Question:
    path: Path = (PLANS, at, "对应不足")
    value = get(answers, path)
    options = (*(Option(title, title) for title in dict.fromkeys(known)), Option("", "不针对哪一条"))
    return Question(
        path, PLANS, "这项安排针对哪条不足？", "choice", readers.choice, options=options,
        value=typed(value), answered=value is not MISSING, optional=True,
    )  # fmt: skip
