"""提纲: the five parts and what each of them needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import all_spans, plain
from drafter.checks.rules import Hit, rule
from drafter.outline import CHIEF, MATTERS
from drafter.outline.parts import ACHIEVEMENTS, DUTIES, PARTS, PLANS, SHORTCOMINGS
from drafter.report.messages import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Subject

_RULE = "《法治政府建设与责任落实督察工作规定》第四章"
_MENTIONED = "第一责任人"


def _written(subject: Subject) -> dict[str, bool]:
    report = subject.report
    chief = any(e.known for e in subject.ledger.of_matter(CHIEF.name))
    return {
        ACHIEVEMENTS: _achieved(subject),
        SHORTCOMINGS: any(item.signs or item.heading for item in report.shortcomings),
        DUTIES: chief or any(item.content or item.matters for item in report.duties),
        PLANS: any(item.content or item.heading for item in report.plans),
    }


def _achieved(subject: Subject) -> bool:
    """Tell whether part one has a number, a measure or words of its own; how the chief led is not enough."""
    own = any(
        section.whole or section.content or any(action.content for action in section.actions)
        for section in subject.report.achievements
    )
    return own or any(_speaks(subject, matter) for matter in MATTERS if matter != CHIEF.name)


@rule(
    "提纲-01",
    "错误",
    finds="缺少规定必须报告的部分",
    why="年度报告应当报告主要举措和成效、不足和原因、第一责任人履职、下一年度安排；其他需要报告的情况有则写。",
    wrong="报告写完成效直接写下一年度安排",
    right="补写不足和原因",
    source=_RULE,
    authority="法规",
)
def missing_parts(subject: Subject) -> Iterator[Hit]:
    """举措和成效, 不足 and 下一年度安排 must be there and must say something."""
    written = _written(subject)
    rules = {part.name: part.rule for part in PARTS}
    for name in (ACHIEVEMENTS, SHORTCOMINGS, PLANS):
        if not written[name]:
            yield Hit(f"“{name}”还没有内容（规定的内容：{rules[name]}）。请填写", (name,))


@rule(
    "提纲-02",
    "错误",
    finds="不足只有表现，没有原因",
    why="规定要求报告“不足和原因”。",
    wrong="普法针对性不强，形式较为单一。",
    right="普法针对性不强，形式较为单一。主要原因是对不同群体的需求摸底不够。",
    source=_RULE,
    authority="法规",
)
def causes(subject: Subject) -> Iterator[Hit]:
    """Every 不足 needs a cause, in its own field or within the text."""
    for at, item in enumerate(subject.report.shortcomings):
        said = item.cause or any(word in item.signs for word in ("原因", "由于", "因为"))
        if (item.heading or item.signs) and not said:
            yield Hit(f"不足“{item.heading or item.signs[:12]}”没有写原因。请填“原因”", (SHORTCOMINGS, at))


@rule(
    "提纲-03",
    "错误",
    finds="没有报告第一责任人履职情况，或者没有单列",
    why="党政主要负责人履行推进法治建设第一责任人职责的情况是规定的五项内容之一；并入第一部分的，正文应当写到。",
    wrong="全文没有“第一责任人”",
    right="党政主要负责人认真履行推进法治建设第一责任人职责，……",
    source=_RULE,
    authority="法规",
)
def duties(subject: Subject) -> Iterator[Hit]:
    """第一责任人 mentioned nowhere is an error, mentioned without a part of its own a hint."""
    if DUTIES in subject.report.order:
        if not _written(subject)[DUTIES]:
            yield Hit("“第一责任人履职”还没有内容。请填写党政主要负责人做了什么", (DUTIES,))
    elif _MENTIONED not in plain(all_spans(subject.document)):
        yield Hit("全文没有写到第一责任人履职。请在“提纲”里加上“第一责任人履职”，或者在正文里写明", ("提纲",))
    else:
        yield Hit("第一责任人履职没有单列一部分。本地要求单列的，请加进“提纲”", ("提纲",), "提示")


@rule(
    "提纲-04",
    "提示",
    finds="写了标题或要点，却没有内容，报告里不会出现",
    why="没有事实、没有做法、没有文字的专题不写进报告；留着标题容易以为已经写了。",
    wrong="- 专题: 数字法治（下面什么也没有）",
    right="删去这一节，或者填上数、做法、内容",
    source="实务",
    authority="实务",
)
def empty_sections(subject: Subject) -> Iterator[Hit]:
    """A section or a point that has nothing to say is pointed out, because it drops out of the report."""
    for at, section in enumerate(subject.report.achievements):
        if section.whole:
            if section.content or section.actions:
                message = "这一节写了“全文”，“内容”“做法”里的报告里不写。请并入“全文”，或者删去“全文”"
                yield Hit(message, (ACHIEVEMENTS, at, "全文"))
            continue
        for place, action in enumerate(section.actions):
            silent = not action.content and not any(_speaks(subject, matter) for matter in action.matter)
            if silent and (action.point or action.matter):
                name = action.point or "、".join(action.matter)
                yield Hit(f"要点“{name}”没有内容，报告里不写。请填内容或删去", (ACHIEVEMENTS, at, "做法", place))


def _speaks(subject: Subject, matter: str) -> bool:
    entries = subject.ledger.of_matter(matter)
    given = any(entry.known or entry.pending or entry.zero for entry in entries if not entry.computed)
    return given or bool(subject.report.told_of(matter).measures)


@rule(
    "提纲-05",
    "警告",
    finds="安排所对应的不足找不到",
    why="“对应不足”要与某条不足的标题一字不差，改了标题容易忘记改这里。",
    wrong="对应不足: 力量薄弱（不足里的标题是“法治力量薄弱”）",
    right="对应不足: 法治力量薄弱",
    source="实务",
    authority="实务",
)
def unknown_answers(subject: Subject) -> Iterator[Hit]:
    """A plan that says which shortcoming it answers must name one that is there."""
    titles = {item.heading for item in subject.report.shortcomings}
    for at, plan in enumerate(subject.report.plans):
        if plan.answers and plan.answers not in titles:
            hint = nearest(plan.answers, titles)
            yield Hit(f"没有标题是“{plan.answers}”的不足。{hint or '请照抄那条不足的标题'}", (PLANS, at, "对应不足"))


@rule(
    "提纲-06",
    "提示",
    finds="有的不足没有对应的安排",
    why="写了不足，下一年度就应当有改进的安排。只在有安排注明了“对应不足”时才查。",
    wrong="三条不足，两条有安排",
    right="给第三条也写一项安排，或者注明哪项安排是针对它的",
    source="实务",
    authority="实务",
)
def unanswered_shortcomings(subject: Subject) -> Iterator[Hit]:
    """Where plans say what they answer, every shortcoming should be answered."""
    answered = {plan.answers for plan in subject.report.plans if plan.answers}
    for at, item in enumerate(subject.report.shortcomings):
        if answered and item.heading and item.heading not in answered:
            yield Hit(f"不足“{item.heading}”没有对应的安排", (SHORTCOMINGS, at, "标题"))
