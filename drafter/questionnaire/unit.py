"""单位和年度: who reports, for which year, and what things are called there."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from drafter.outline import MATTERS, Organ
from drafter.outline.organs import words
from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given
from drafter.questionnaire.lines import line
from drafter.questionnaire.question import Option, Question
from drafter.questionnaire.shelf import holds_answers, put_aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from drafter.questionnaire.question import Plain
    from drafter.report import Path

UNIT = "单位和年度"
ORGAN: Path = ("单位", "类型")
YEAR: Path = ("年度",)
FULL_NAME: Path = ("单位", "全称")
SHORT_NAME: Path = ("单位", "简称")
WORDS: Path = ("单位", "词语")
PROPOSED = ("党组织", "中心组", "决策会议", "主要负责人", "下辖")
"""The words of the organ that the clerk is shown."""
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
        ORGAN, UNIT, "本单位是哪一类机关？", "choice", readers.choice, options=options,
        value=organ or "", answered=organ is not None, required=True, writes=_change_organ(answers),
    )  # fmt: skip
    if organ is None:
        return
    hint = f"如：{_NAME_HINTS[organ]}"
    yield line(answers, FULL_NAME, UNIT, "单位全称（用于标题和署名）？", readers.needed, hint=hint, required=True)
    yield line(answers, YEAR, UNIT, "哪一年的报告？", readers.year, hint="如：2024", required=True)
    full = given(answers, FULL_NAME)
    if full and given(answers, YEAR):
        yield from _words(answers, organ, full)


def _change_organ(answers: Plain) -> Callable[[str], dict[Path, Plain]]:
    """Return what another type writes: the answers on 事项 that such an organ is not asked of are put aside."""

    def writes(value: str) -> dict[Path, Plain]:
        full = given(answers, FULL_NAME) or ""
        gone = [m for m in MATTERS.values() if not m.asked_of(Organ(value), full) and holds_answers(answers, m)]
        return {ORGAN: value, **put_aside(gone, answers, MISSING)}

    return writes


def _words(answers: Plain, organ: Organ, full: str) -> Iterator[Question]:
    """Yield whether the words fit, and each of them where they do not.

    词语 that stands empty in the file: they fit; ``{}`` or words below it: they were changed.
    """
    proposed = words(organ, full)
    usual = {"简称": short_name(organ, full), "自称": proposed["自称"], "上级": proposed["上级"]}
    own = get(answers, WORDS)
    changed = isinstance(own, dict)
    now = {name: words_of(answers)[name] for name in PROPOSED}
    called = {name: given(answers, ("单位", name)) or word for name, word in usual.items()}

    def writes(value: str) -> dict[Path, Plain]:
        if value == "否":
            return {WORDS: own if changed else {}}
        return {**{("单位", name): word for name, word in called.items()}, WORDS: now if changed and own else None}

    yield Question(
        WORDS, UNIT, "正文里用这些叫法，合适吗？", "yes_no", readers.yes_no, default="是",
        value="" if own is MISSING else "否" if changed and not own else "是",
        answered=own is not MISSING, writes=writes, hint="有一个不合适就答 否，下面逐个改",
        lines=tuple(f"{name}：{word}" for name, word in (called | now).items()),
    )  # fmt: skip
    if not changed:
        return
    ask = partial(line, answers, hint="合适就直接回车，不合适就改", empty_counts=False)
    for name, text in _CALLED.items():
        yield ask(("单位", name), UNIT, f"{text}怎样写？", default=usual[name])
    for name in PROPOSED:
        yield ask((*WORDS, name), UNIT, f"{name}怎样称呼？", default=proposed[name])


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
