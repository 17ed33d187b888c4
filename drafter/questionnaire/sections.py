"""The questions that apply, in order: derived from the outline and from what has been answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import CHIEF, FACTS, MATTERS, TOPICS, Matter, Organ, terms
from drafter.outline.organs import words
from drafter.outline.parts import DUTIES, PLANS, SHORTCOMINGS
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given
from drafter.questionnaire.question import Option, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.outline import Fact, Measure, Topic
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

UNIT, SUBMISSION = "单位和年度", "报送和落款"
SECTIONS = (UNIT, *(topic.name for topic in TOPICS), SHORTCOMINGS, DUTIES, PLANS, SUBMISSION)
NOTHING = "无"
"""What stands at a 事项 that has nothing to report this year."""


def questions(answers: Plain) -> list[Question]:
    """Return every question that applies now, answered or not, in the order of asking."""
    result = list(_unit(answers))
    organ = _organ(answers)
    if organ is None or not given(answers, ("年度",)):
        return result
    for topic in TOPICS:
        result += _topic(topic, organ, answers)
    result += _shortcomings(answers)
    result += _duties(organ, answers)
    result += _plans(answers)
    result += _submission(answers)
    return result


def _organ(answers: Plain) -> Organ | None:
    value = given(answers, ("单位", "类型"))
    return Organ(value) if value in set(Organ) else None


def _line(  # noqa: PLR0913 - a question has as many columns
    answers: Plain,
    path: Path,
    section: str,
    text: str,
    read: Callable[[str], Plain] = readers.text,
    *,
    hint: str = "",
    default: str = "",
    required: bool = False,
) -> Question:
    """Return a question whose answer is one line at one entry of the file."""
    value = get(answers, path)
    shown = "" if value is MISSING or value is None else value
    kind = "prose" if read is readers.prose else "text"
    return Question(
        path, section, text, kind, read, hint=hint, default=default, value=_typed(shown),
        answered=value is not MISSING and (value is not None or not required), required=required,
    )  # fmt: skip


def _typed(value: Plain) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


_TYPES = {
    Organ.STREET: "街道（街道办事处）",
    Organ.TOWN: "乡镇（镇、乡人民政府）",
    Organ.DEPARTMENT: "政府部门（局、委、办）",
    Organ.COUNTY: "县级政府（县、市、区）",
    Organ.COMMITTEE: "管委会（开发区、管理区）",
    Organ.CITY: "市级政府",
    Organ.PROVINCE: "省级政府",
}
_NAME_HINTS = {
    Organ.STREET: "示例市云溪区人民政府清河街道办事处",
    Organ.TOWN: "示例县白石镇人民政府",
    Organ.DEPARTMENT: "示例市云溪区司法局",
    Organ.COUNTY: "示例市云溪区人民政府",
    Organ.COMMITTEE: "示例市东湖管理区管理委员会",
    Organ.CITY: "示例市人民政府",
    Organ.PROVINCE: "示例省人民政府",
}


def _unit(answers: Plain) -> Iterator[Question]:
    path: Path = ("单位", "类型")
    organ = _organ(answers)
    options = tuple(Option(str(value), label) for value, label in _TYPES.items())
    yield Question(
        path, UNIT, "本单位是哪一类机关？", "choice", readers.choice, options=options,
        value=organ, answered=organ is not None, required=True,
    )  # fmt: skip
    if organ is None:
        return
    yield _line(
        answers, ("单位", "全称"), UNIT, "单位全称（用于标题和署名）？", readers.needed,
        hint=f"如：{_NAME_HINTS[organ]}", required=True,
    )  # fmt: skip
    yield _line(answers, ("年度",), UNIT, "哪一年的报告？", readers.year, hint="如：2024", required=True)
    full = given(answers, ("单位", "全称"))
    if not full:
        return
    yield _line(
        answers, ("单位", "简称"), UNIT, "单位简称（正文开头用）？", default=short_name(organ, full), hint="回车照用"
    )
    proposed = words(organ, full)
    yield _line(answers, ("单位", "自称"), UNIT, "正文里怎样称呼自己？", default=proposed["自称"], hint="回车照用")
    yield _line(answers, ("单位", "上级"), UNIT, "上级怎样称呼？", default=proposed["上级"], hint="回车照用")


def short_name(organ: Organ, full: str) -> str:
    """Propose a short name: 清河街道, 白石镇, 云溪区."""
    if organ is Organ.STREET:
        return full.rpartition("人民政府")[2].removesuffix("办事处")
    stem = full.removesuffix("人民政府").removesuffix("管理委员会")
    for mark in ("省", "自治区", "市", "县", "区"):
        head, found, rest = stem.partition(mark)
        if found and rest and organ is not Organ.DEPARTMENT and len(head) > 1:
            return short_name(organ, rest)
    return stem


def _asked(topic: Topic, organ: Organ) -> list[Matter]:
    return [matter for matter in topic.matters if organ in matter.organs]


def _topic(topic: Topic, organ: Organ, answers: Plain) -> Iterator[Question]:
    matters = _asked(topic, organ)
    if not matters:
        return
    yield _gate(topic, matters, answers)
    chosen = [matter for matter in matters if _open(answers, matter)]
    for matter in chosen:
        yield from matter_questions(matter, organ, topic.name, answers)
    if chosen:
        yield _prose_of(topic, answers)


def _open(answers: Plain, matter: Matter) -> bool:
    """Whether a 事项 was chosen: its key is there and does not say 无."""
    value = get(answers, ("数据", matter.name))
    return value is not MISSING and value != NOTHING


def _gate(topic: Topic, matters: list[Matter], answers: Plain) -> Question:
    """Return the one multiple-choice question of a topic: which of its 事项 have anything to report."""
    names = [matter.name for matter in matters]
    here = [name for name in names if _open(answers, MATTERS[name])]
    answered = all(get(answers, ("数据", name)) is not MISSING for name in names)

    def writes(value: list[str]) -> dict[Path, Plain]:
        result: dict[Path, Plain] = {}
        for name in names:
            held = given(answers, ("数据", name))
            wanted = held if isinstance(held, dict) and held else None
            result["数据", name] = wanted if name in value or wanted else NOTHING
        return result

    return Question(
        ("数据", topic.name), topic.name, "本年度有下列哪些方面的情况可写？", "choices", readers.choices,
        hint="空格选择，回车确认；都没有就直接回车", options=tuple(Option(name, _label(MATTERS[name])) for name in names),
        value=here, answered=answered, writes=writes,
    )  # fmt: skip


def _label(matter: Matter) -> str:
    asked = [fact.name for fact in matter.facts if fact.importance == "核心"] or [fact.name for fact in matter.facts]
    return f"{matter.name}（{'、'.join(asked[:3])}{'等' if len(asked) > 3 else ''}）"


def matter_questions(matter: Matter, organ: Organ, section: str, answers: Plain) -> Iterator[Question]:
    """Yield the questions of one 事项: its measures with their details, then its numbers."""
    measures = [measure for measure in matter.measures if organ in measure.organs]
    if measures:
        yield from _measures(matter, measures, section, answers)
    for fact in _facts(matter, organ, answers):
        yield _fact_question(fact, section, answers)


def _chosen(answers: Plain, matter: Matter) -> list[tuple[str, Plain]]:
    """Return the chosen measures with their details (``MISSING`` where none was asked)."""
    entries = given(answers, ("数据", matter.name, "开展工作")) or []
    result: list[tuple[str, Plain]] = []
    for entry in entries if isinstance(entry, list) else [entries]:
        result += list(entry.items()) if isinstance(entry, dict) else [(entry, MISSING)]
    return result


def _measures(matter: Matter, measures: list[Measure], section: str, answers: Plain) -> Iterator[Question]:
    path: Path = ("数据", matter.name, "开展工作")
    chosen = dict(_chosen(answers, matter))

    def writes(value: list[str]) -> dict[Path, Plain]:
        entries = [name if chosen.get(name, MISSING) is MISSING else {name: chosen[name]} for name in value]
        return {path: entries or None}

    options = tuple(Option(measure.name, measure.name) for measure in measures)
    yield Question(
        path, section, f"“{matter.name}”做了哪些工作？", "choices", readers.choices,
        hint="空格选择，回车确认；都没有就直接回车", options=options, value=list(chosen),
        answered=get(answers, path) is not MISSING, writes=writes,
    )  # fmt: skip
    for measure in measures:
        if measure.name in chosen and measure.detail:
            yield _detail(matter, measure, section, answers)


def _detail(matter: Matter, measure: Measure, section: str, answers: Plain) -> Question:
    chosen = _chosen(answers, matter)
    at = [name for name, _ in chosen].index(measure.name)
    value = dict(chosen)[measure.name]
    path: Path = ("数据", matter.name, "开展工作", at)
    return Question(
        (*path, measure.name), section, f"{measure.name}：{measure.detail}？", "number" if measure.unit else "text",
        readers.of_detail(measure), hint="没有就直接回车", unit=measure.unit, answered=value is not MISSING,
        value="" if value in {MISSING, None} else value,
        writes=partial(_write_detail, path, measure.name),
    )  # fmt: skip


def _write_detail(path: Path, name: str, value: Plain) -> dict[Path, Plain]:
    return {path: {name: value}}


def _facts(matter: Matter, organ: Organ, answers: Plain) -> Iterator[Fact]:
    """Yield the facts of a 事项 that are asked now: parts before their total, rates only where nothing is known."""
    wanted = [fact for fact in matter.facts if organ in fact.organs and fact.importance != "少用"]
    totals = [fact for fact in wanted if fact.parts]
    for fact in wanted:
        if fact.kind == "rate" or fact in totals:
            continue
        yield fact
    for fact in totals:
        asked = [name for name in fact.parts[0] if FACTS[name] in wanted]
        if not asked or any(given(answers, ("数据", matter.name, name)) is None for name in asked):
            yield fact
    for fact in wanted + [fact for fact in matter.facts if fact.importance == "计算"]:
        if fact.kind == "rate" and organ in fact.organs and _nothing_known(fact, answers):
            yield fact


def _nothing_known(rate: Fact, answers: Plain) -> bool:
    """Whether all operands of a rate were asked and none was given: then the office may know the rate alone."""
    names = {name for _, name in (*terms(rate.over), *terms(rate.of))}
    held = [get(answers, ("数据", FACTS[name].matter, name)) for name in names]
    return all(value is None for value in held)


def _fact_question(fact: Fact, section: str, answers: Plain) -> Question:
    path: Path = ("数据", fact.matter, fact.name)
    value = get(answers, path)
    kind = "text" if fact.kind in {"list", "text"} else "number"
    text = fact.question or f"{fact.name}是多少？（算不出分子分母时直接填）"
    hints = {"list": "几项之间用、隔开", "rate": "如：98.72%", "text": ""}
    return Question(
        path, section, text, kind, readers.of_fact(fact), hint=hints.get(fact.kind, ""), unit=fact.unit,
        value="" if value in (MISSING, None) else _typed(value), answered=value is not MISSING,
    )  # fmt: skip


def _prose_of(topic: Topic, answers: Plain) -> Question:
    sections = given(answers, ("主要举措和成效",)) or []
    at = next((i for i, s in enumerate(sections) if isinstance(s, dict) and s.get("专题") == topic.name), len(sections))
    value = get(answers, ("主要举措和成效", at, "内容"))

    def writes(text: Plain) -> dict[Path, Plain]:
        if at < len(sections):
            return {("主要举措和成效", at, "内容"): text}
        return {("主要举措和成效", at): {"专题": topic.name, "内容": text}}

    return Question(
        ("主要举措和成效", topic.name), topic.name, f"“{topic.name}”还有什么要写的？（会放在这一节开头）", "prose",
        readers.prose, hint="可以粘贴几段；没有就直接回车", value="" if value in (MISSING, None) else value,
        answered=value is not MISSING, writes=writes,
    )  # fmt: skip


def _group(
    name: str, answers: Plain, item: Callable[[int], Iterator[Question]], more: str, later: tuple[str, ...]
) -> Iterator[Question]:
    """Yield the questions of a repeated group: its items, and whether there is one more."""
    items = given(answers, (name,)) or []
    for at in range(max(len(items), 1)):
        yield from item(at)
    count = len(items)
    if not items or not any(items[-1].values() if isinstance(items[-1], dict) else [items[-1]]):
        return

    def writes(value: Plain) -> dict[Path, Plain]:
        return {(name, count): {"标题": None}} if value == "是" else {}

    passed = any(get(answers, (key,)) is not MISSING for key in later)
    yield Question(
        (name, count, "再写一条"), name, more, "yes_no", readers.yes_no, hint="是／否", default="否",
        answered=passed, writes=writes,
    )  # fmt: skip


def _heading(name: str, at: int, answers: Plain, text: str, hint: str) -> Question:
    """Return the first question of an item; an empty heading ends the group."""
    path: Path = (name, at, "标题")
    value = get(answers, path)
    started = given(answers, (name, at)) if get(answers, (name, at)) is not MISSING else None
    answered = (value is not MISSING and value is not None) or (at == 0 and given(answers, (name,)) == [])

    def writes(heading: Plain) -> dict[Path, Plain]:
        if heading is None and started is None:
            return {(name,): []}
        return {path: heading} if started is not None else {(name, at): {"标题": heading}}

    return Question(
        path, name, text, "text", readers.text, hint=hint, value="" if value in (MISSING, None) else value,
        answered=answered, writes=writes,
    )  # fmt: skip


def _shortcomings(answers: Plain) -> Iterator[Question]:
    def item(at: int) -> Iterator[Question]:
        number = at + 1
        hint = "一句话，如：法治力量与工作任务不相匹配" + ("" if at else "；暂时不写就直接回车")
        yield _heading(SHORTCOMINGS, at, answers, f"第{number}条不足：存在什么不足？", hint)
        if given(answers, (SHORTCOMINGS, at, "标题")):
            path: Path = (SHORTCOMINGS, at)
            yield _line(answers, (*path, "表现"), SHORTCOMINGS, "具体表现在哪里？", readers.prose)
            yield _line(answers, (*path, "原因"), SHORTCOMINGS, "原因是什么？", readers.prose, hint="如：法治岗位编制少")

    yield from _group(SHORTCOMINGS, answers, item, "还有别的不足要写吗？", (DUTIES, PLANS, "报送"))


def _duties(organ: Organ, answers: Plain) -> Iterator[Question]:
    name = CHIEF.name
    if get(answers, ("数据", name)) is MISSING or given(answers, ("数据", name)) != NOTHING:
        yield from matter_questions(CHIEF, organ, DUTIES, answers)

    def item(at: int) -> Iterator[Question]:
        hint = "如：带头学法用法；没有要补充的就直接回车"
        yield _heading(DUTIES, at, answers, f"第一责任人履职第{at + 1}条：小标题？", hint)
        if given(answers, (DUTIES, at, "标题")):
            yield _line(answers, (DUTIES, at, "内容"), DUTIES, "主要负责人做了什么？", readers.prose)

    yield from _group(DUTIES, answers, item, "还要再写一条吗？", (PLANS, "报送"))


def _plans(answers: Plain) -> Iterator[Question]:
    titles = [item.get("标题") for item in given(answers, (SHORTCOMINGS,)) or [] if isinstance(item, dict)]
    known = [title for title in titles if title]

    def item(at: int) -> Iterator[Question]:
        hint = "如：充实基层法治力量" + ("" if at else "；暂时不写就直接回车")
        yield _heading(PLANS, at, answers, f"下一年度第{at + 1}项安排：做什么？", hint)
        if given(answers, (PLANS, at, "标题")):
            yield _line(answers, (PLANS, at, "内容"), PLANS, "具体怎么做、做到什么程度？", readers.prose)
            if known:
                yield _answers_to(at, known, answers)

    yield from _group(PLANS, answers, item, "还有别的安排吗？", ("报送",))


def _answers_to(at: int, known: list[str], answers: Plain) -> Question:
    path: Path = (PLANS, at, "对应不足")
    value = get(answers, path)
    options = (*(Option(title, title) for title in known), Option("", "不针对哪一条"))
    return Question(
        path, PLANS, "这项安排针对哪条不足？", "choice", readers.choice, options=options,
        value="" if value in (MISSING, None) else value, answered=value is not MISSING,
    )  # fmt: skip


def _submission(answers: Plain) -> Iterator[Question]:
    full = given(answers, ("单位", "全称")) or ""
    yield _line(
        answers, ("报送", "主送机关"), SUBMISSION, "主送哪些机关？", readers.names,
        hint="党委、政府两个之间用、隔开；没有就直接回车",
    )  # fmt: skip
    yield _line(answers, ("报送", "署名"), SUBMISSION, "署名？", readers.names, default=full, hint="联合署名用、隔开，党委在前；回车照用")
    value = get(answers, ("报送", "盖章"))
    yield Question(
        ("报送", "盖章"), SUBMISSION, "送审稿要盖章吗？", "yes_no", readers.yes_no, hint="是／否", default="是",
        value="" if value is MISSING else value, answered=value is not MISSING,
    )  # fmt: skip
    yield _line(
        answers, ("报送", "成文日期"), SUBMISSION, "成文日期？", readers.date, hint="如：2025年1月16日；日未定写 2025年1月"
    )
