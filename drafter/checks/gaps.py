"""缺项: what is still to come, and what is usually asked and was not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import all_spans
from drafter.checks.rules import Hit, rule
from drafter.outline import MATTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Subject
    from drafter.report import Path

_ESSENTIAL: dict[str, Path] = {
    "单位全称": ("单位", "全称"),
    "成文日期": ("报送", "成文日期"),
}


@rule(
    "缺项-01",
    "警告",
    finds="正文里还有空格（待填、待确认）",
    why="送审稿可以留空格，公开前必须补上。",
    wrong="调解成功【待填：调解成功件数】件",
    right="调解成功618件",
    source="实务",
    authority="实务",
)
def printed_gaps(subject: Subject) -> Iterator[Hit]:
    """Every gap that the document prints is named once, with the entry that fills it."""
    seen: set[tuple[str, int]] = set()
    for span in all_spans(subject.document):
        if span.kind != "gap" or (span.text, span.line) in seen:
            continue
        seen.add((span.text, span.line))
        name = span.text.strip("【】").removeprefix("待填：")
        path = tuple(span.key.split(".")) if span.fact and span.key else _ESSENTIAL.get(name, ())
        what = f"正文里有{span.text}。请补上" + (f"“{span.fact}”" if span.fact else "")
        yield Hit(what, path) if path else Hit(what, line=span.line, key=span.key)


@rule(
    "缺项-02",
    "提示",
    finds="这类单位通常要报、还没有填的数",
    why="没有这项工作的填“不适用”，以后不再提示；确实没有数的填 0。",
    wrong="人民调解一个数也没填",
    right="填数，或者写 不适用",
    source="实务",
    authority="实务",
)
def unanswered(subject: Subject) -> Iterator[Hit]:
    """Core facts that are asked of this organ type and absent, one hint per 事项."""
    organ, full = subject.report.organization.organ, subject.report.organization.full_name
    for matter in MATTERS.values():
        if not matter.asked_of(organ, full):
            continue
        entries = subject.ledger.entries
        core = (fact for fact in matter.facts if fact.importance == "核心" and organ in fact.organs)
        absent = [fact for fact in core if entries[fact.name].value is None]
        covered = any(entries[part].value is not None for fact in absent for parts in fact.parts for part in parts)
        stated = subject.report.told_of(matter.name).nothing
        if absent and not stated and not (covered and len(absent) == 1):
            names = "、".join(fact.name for fact in absent)
            yield Hit(f"“{matter.name}”还没有填：{names}", ("数据", matter.name))


@rule(
    "缺项-03",
    "提示",
    finds="搁置的内容，报告里不写",
    why="问答里取消了的事项、不再勾选的做法，原来填的内容留在“搁置”里，不写进报告。",
    wrong="取消了“人民调解”，原来填的数以为还在报告里",
    right="要写的，运行 drafter fill 重新勾上；确实不要的，删去“搁置”",
    source="实务",
    authority="实务",
)
def shelved(subject: Subject) -> Iterator[Hit]:
    """What was put aside is named, because the report does not tell it."""
    for name in subject.report.shelved:
        yield Hit(f"“{name}”是搁置的内容，报告里不写。要写就运行 drafter fill 重新勾上，不要就删去", ("搁置", name))
