"""The topics of part one: the questions of their 事项, and what else is to be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import TOPICS
from drafter.outline.parts import ACHIEVEMENTS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, items, typed
from drafter.questionnaire.groups import Field, Group, group
from drafter.questionnaire.matters import of_matter
from drafter.questionnaire.question import Question
from drafter.questionnaire.scope import asked_of, is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.outline import Organ, Topic
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

OWN = "自己的专题"
WHOLE = "全文"
"""The key of a section that the clerk has written herself, numbers and all."""


def topic_questions(topic: Topic, organ: Organ, answers: Plain) -> Iterator[Question]:
    """Yield the questions of one topic."""
    matters = [matter for matter in asked_of(organ, answers) if matter.topic == topic.name]
    told = [matter for matter in matters if is_open(answers, matter)]
    for matter in told:
        yield from of_matter(matter, organ, topic.name, answers)
    if not typed(get(_section(topic, answers)[1], (WHOLE,))):
        yield _prose_of(topic, answers, aside=not told)
        yield from group(_own_actions(topic, answers), answers)
    yield _whole_of(topic, answers)


def own_sections(answers: Plain) -> Iterator[Question]:
    """Yield the questions of sections that the outline does not have."""
    sections = items(answers, (ACHIEVEMENTS,))
    own = [entry for entry in sections if _is_own(entry)]

    def stores(changed: Plain) -> dict[Path, Plain]:
        rest = list(changed)
        kept = [(rest.pop(0) if rest else None) if _is_own(entry) else entry for entry in sections]
        return {(ACHIEVEMENTS,): [*(entry for entry in kept if entry is not None), *rest]}

    fields = (Field("内容", "做了什么、有什么成效？（可以写几段）"),)
    text = "除了上面这些专题，还要单列什么？第{}个的标题："
    place: Path = (ACHIEVEMENTS, OWN)
    spec = Group(
        OWN, place, text, "如：推进区域法治协作", fields, titled=True, later=True, entries=tuple(own), stores=stores
    )
    yield from group(spec, answers)


def _is_own(entry: Plain) -> bool:
    return isinstance(entry, dict) and not entry.get("专题")


def _section(topic: Topic, answers: Plain) -> tuple[int, Plain]:
    """Return the section of a topic in the clerk's part one, with its place; None where there is none."""
    for place, section in enumerate(items(answers, (ACHIEVEMENTS,))):
        if isinstance(section, dict) and section.get("专题") == topic.name:
            return place, section
    return -1, None


def _with(topic: Topic, answers: Plain, key: str, value: Plain) -> dict[Path, Plain]:
    """Return the entries that write a key of a topic's section, which is made at the outline's place if need be."""
    place, section = _section(topic, answers)
    if section is not None:
        return {(ACHIEVEMENTS, place, key): value}
    sections = items(answers, (ACHIEVEMENTS,))
    order = [other.name for other in TOPICS]
    names = [other.get("专题") if isinstance(other, dict) else None for other in sections]
    later = [at for at, name in enumerate(names) if name in order and order.index(name) > order.index(topic.name)]
    place = min(later, default=len(sections))
    return {(ACHIEVEMENTS,): [*sections[:place], {"专题": topic.name, key: value}, *sections[place:]]}


def _prose_of(topic: Topic, answers: Plain, *, aside: bool) -> Question:
    """Return the question for the clerk's own text."""
    value = get(_section(topic, answers)[1], ("内容",))
    return Question(
        (ACHIEVEMENTS, topic.name), topic.name, f"“{topic.name}”还有什么要写的？（自己的话，放在这一节开头）", "prose",
        readers.prose, hint="要把这一节整个改成自己的话，输入“改写”，就在写成的文字上改" * (not aside),
        value=typed(value), answered=value is not MISSING, writes=partial(_with, topic, answers, "内容"),
        optional=True, later=True, aside=aside,
    )  # fmt: skip


def _own_actions(topic: Topic, answers: Plain) -> Group:
    """Return the group of points that the clerk adds to a topic; only asked when it is chosen from the list."""
    _, section = _section(topic, answers)
    place: Path = (ACHIEVEMENTS, topic.name, "做法")
    return Group(
        topic.name, place, "单列的做法：第{}条的要点（“一是”后面的小标题）：", "如：建立物业纠纷联调机制",
        (Field("内容", "怎么做的、效果怎样？"),), key="要点", aside=True,
        entries=tuple(items(section, ("做法",))), stores=partial(_with, topic, answers, "做法"),
    )  # fmt: skip


def _whole_of(topic: Topic, answers: Plain) -> Question:
    """Return the question for a text that takes the place of everything that the program says on a topic."""
    value = get(_section(topic, answers)[1], (WHOLE,))
    return Question(
        (ACHIEVEMENTS, topic.name, WHOLE), topic.name, f"“{topic.name}”整节用自己的话写：", "prose", readers.prose,
        hint="写了就照这里写，数写成 {调解受理件数} 这样，以后改数就跟着变；清空就恢复由程序成文",
        value=typed(value), answered=value is not MISSING, writes=partial(_with, topic, answers, WHOLE),
        optional=True, aside=True,
    )  # fmt: skip
