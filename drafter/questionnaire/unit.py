"""单位和年度: who reports, for which year, and what things are called there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import MATTERS, TOPIC_OF, Organ
from drafter.outline.organs import words
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given
from drafter.questionnaire.lines import line
from drafter.questionnaire.question import Option, Question
from drafter.questionnaire.shelf import holds_answers, put_aside
from drafter.report.data import NOT_OURS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from drafter.questionnaire.question import Plain
    from drafter.report import Path

UNIT = "单位和年度"
ORGAN: Path = ("单位", "类型")
YEAR: Path = ("年度",)
FULL_NAME: Path = ("单位", "全称")
SHORT_NAME: Path = ("单位", "简称")
WORDS: Path = ("单位", "词语")
SIGNED: Path = ("报送", "署名")
PROPOSED = {
    "党组织": "党组织",
    "中心组": "党组织的理论学习中心组",
    "决策会议": "讨论决定重大事项的会议",
    "主要负责人": "主要负责人",
    "下辖": "下辖（各村、各社区、各部门……）",
}
"""The words of the organ that the clerk is shown, each with what it is a word for."""
ENFORCERS_ONLY = (*TOPIC_OF["行政执法"].matters, MATTERS["数字执法"])
"""The 事项 of those who enforce in their own name."""
MAY_ENFORCE = frozenset({Organ.TOWN, Organ.STREET, Organ.COMMITTEE})
"""Organs that are asked first whether they enforce in their own name."""
_OLDEST = 10
"""How many years ago the oldest year is that nobody is asked about once more."""
_CALLED = {"简称": "单位简称（正文开头用）", "自称": "正文里称呼自己", "上级": "上级"}
"""What has a key of its own in 单位."""

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


def organ_of(answers: Plain) -> Organ | None:
    """Return the type of the organ, once it is known."""
    value = given(answers, ORGAN)
    return Organ(value) if isinstance(value, str) and value in set(Organ) else None


def words_of(answers: Plain) -> Mapping[str, str]:
    """Return what things are called: the words of the table, and over them those of the data file."""
    organ = organ_of(answers)
    if organ is None:
        return {}
    own = given(answers, WORDS)
    called = {name: given(answers, ("单位", name)) for name in ("自称", "上级")}
    changed = {**(own if isinstance(own, dict) else {}), **called}
    return {**words(organ, given(answers, FULL_NAME) or ""), **{name: word for name, word in changed.items() if word}}


def unit(answers: Plain) -> Iterator[Question]:
    """Yield the questions; those that rest on the type and the full name only once these are there."""
    organ = organ_of(answers)
    options = tuple(Option(str(value), label) for value, label in _TYPES.items())
    yield Question(
        ORGAN, UNIT, "本单位是哪一类机关？", "choice", readers.choice, options=options, value=organ or "",
        answered=organ is not None, required=True, writes=partial(_change_organ, answers),
        leads=partial(_asked_again, answers, ORGAN),
    )  # fmt: skip
    if organ is None:
        return
    hint = f"如：{_NAME_HINTS[organ]}"
    name = line(answers, FULL_NAME, UNIT, "单位全称（用于标题和署名）？", readers.full_name, hint=hint, required=True)
    writes = partial(_change_name, answers, organ)
    yield replace(name, writes=writes, leads=partial(_asked_again, answers, FULL_NAME))
    year = line(answers, YEAR, UNIT, "哪一年的报告？", readers.year, hint="如：2024", required=True)
    yield replace(year, anew=True, doubts=_doubted_year)
    full = given(answers, FULL_NAME)
    if full and given(answers, YEAR):
        yield from _words(answers, organ, full)


def year_of_report(day: dt.date) -> int:
    """Return the year that is reported on: from July on the current one, before that the last one."""
    return day.year if day.month > 6 else day.year - 1


def _doubted_year(value: Plain, today: dt.date) -> str:
    """Ask about a year that is still to come, or that nobody reports on any more."""
    year = int(value)
    if year > today.year:
        return f"{year}年还没有到，是这一年吗？"
    return f"现在是{today.year}年，要写{year}年的报告吗？" if year < today.year - _OLDEST else ""


def _change_organ(answers: Plain, value: str) -> dict[Path, Plain]:
    """Return what another type writes.

    The answers on 事项 that such an organ is not asked of are put aside. That the organ does not enforce in its own
    name counts only for a type that is asked so.
    """
    organ, full = Organ(value), given(answers, FULL_NAME) or ""
    gone = [m for m in MATTERS.values() if not m.asked_of(organ, full) and holds_answers(answers, m)]
    undecided = [] if organ in MAY_ENFORCE else [("数据", matter.name) for matter in ENFORCERS_ONLY]
    again: dict[Path, Plain] = {path: MISSING for path in undecided if given(answers, path) == NOT_OURS}
    return {ORGAN: value, **again, **_proposed_anew(answers, organ, full), **put_aside(gone, answers, MISSING)}


def _change_name(answers: Plain, organ: Organ, value: Plain) -> dict[Path, Plain]:
    """Return what another full name writes: a signature that is the old one becomes the new one."""
    changes = {FULL_NAME: value, **_proposed_anew(answers, organ, value)}
    old, signed = given(answers, FULL_NAME), given(answers, SIGNED)
    return changes | ({SIGNED: [value]} if old and signed in (old, [old]) else {})


def _proposed_anew(answers: Plain, organ: Organ, full: str) -> dict[Path, Plain]:
    """Return the entries that take out the words of another type or name; words of the clerk's own stay."""
    before, old = organ_of(answers), given(answers, FULL_NAME) or ""
    own = get(answers, WORDS)
    if before is None or (before, old) == (organ, full) or own is MISSING:
        return {}
    usual, proposed = _usual(before, old), words(before, old)
    stale: dict[Path, Plain] = {
        ("单位", name): None for name, word in usual.items() if given(answers, ("单位", name)) == word
    }
    kept = {name: word for name, word in (own or {}).items() if word != proposed.get(name)}
    return {**stale, WORDS: kept or MISSING}


def _asked_again(answers: Plain, path: Path, value: Plain) -> tuple[Path, ...]:
    """Return the questions that follow on another type or name: whether the words fit."""
    if value == given(answers, path) or get(answers, WORDS) is MISSING:
        return ()
    return (WORDS, *(("单位", name) for name in _CALLED), *((*WORDS, name) for name in PROPOSED))


def _words(answers: Plain, organ: Organ, full: str) -> Iterator[Question]:
    """Yield whether the words fit, and each of them where they do not.

    词语 that stands empty in the file: they fit; ``{}`` or words below it: they were changed.
    """
    proposed, usual = words(organ, full), _usual(organ, full)
    own = get(answers, WORDS)
    changed = isinstance(own, dict)
    now = {name: words_of(answers)[name] for name in PROPOSED}
    called = {name: given(answers, ("单位", name)) or word for name, word in usual.items()}

    def writes(value: str) -> dict[Path, Plain]:
        if value == "否":
            return {WORDS: own if changed else {}}
        return {**{("单位", name): word for name, word in called.items()}, WORDS: now if changed and own else None}

    yield Question(
        WORDS, UNIT, "正文里用这些叫法，合适吗？", "yes_no",
        partial(readers.yes_no, yes="合适", no="不合适"), default="是",
        value="" if own is MISSING else "否" if changed and not own else "是",
        answered=own is not MISSING, writes=writes, hint="有一个不合适就答 否，下面逐个改",
        lines=tuple(f"{name}：{word}" for name, word in (called | now).items()),
    )  # fmt: skip
    if not changed:
        return
    ask = partial(line, answers, read=readers.name, hint="合适就直接回车，不合适就改", empty_counts=False)
    for name, text in _CALLED.items():
        yield ask(("单位", name), UNIT, f"{text}怎样写？", default=usual[name])
    for name, text in PROPOSED.items():
        yield ask((*WORDS, name), UNIT, f"{text}怎样称呼？", default=proposed[name])


def _usual(organ: Organ, full: str) -> dict[str, str]:
    """Return what is proposed for the words that have a key of their own in 单位."""
    proposed = words(organ, full)
    return {"简称": short_name(organ, full), "自称": proposed["自称"], "上级": proposed["上级"]}


def file_stem(answers: Plain) -> str:
    """Return what a data file is called: 清河街道2024."""
    organ, full = organ_of(answers), given(answers, FULL_NAME) or ""
    short = given(answers, SHORT_NAME) or (short_name(organ, full) if organ else full)
    return re.sub(r'[\\/:*?"<>|\s]', "", f"{short}{given(answers, YEAR)}")


def short_name(organ: Organ, full: str) -> str:
    """Propose a short name: 清河街道, 白石镇, 云溪区司法局."""
    if organ is Organ.STREET:
        full = full.rpartition("人民政府")[2].removesuffix("办事处")
    stem = full.removesuffix("人民政府").removesuffix("管理委员会").removesuffix("管委会")
    while True:
        parts = [stem.partition(mark) for mark in ("自治区", "省", "市", "县", "区")]
        rest = next((rest for head, found, rest in parts if found and len(rest) > 1 and len(head) > 1), "")
        if not rest or (organ is Organ.DEPARTMENT and not re.search("[市县区]", rest)):
            return stem
        stem = rest
