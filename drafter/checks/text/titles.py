"""Names in 《》: found, normalised, and looked up in the register of laws and plans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.checks.text.register import entries, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.checks.text.own import Item
    from drafter.checks.text.subject import Paragraph, TextSubject

_TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_ISSUERS = re.compile(
    r"^(?:中共中央办公厅|国务院办公厅|中共中央|国务院|中央全面依法治国委员会办公室|中央全面依法治国委员会|中央依法治国办"
    r"|中央宣传部|中宣部|司法部|中办|国办|全国普法办|、|和|印发|关于印发(?=.*通知$))+"
)
_PLACE = re.compile(
    r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|自治区|上海|北京|天津|重庆|我[省市县区局镇]|[省市县区镇]级)(?:的)?$"
)
_MADE = re.compile(
    r"(?:制定|出台|印发|编制|起草|制订|拟定|下发|发布|修订|省|市|县|区|州|镇|乡|街道|[委局]|政府|办公室)[了的]?[“]?$"
)
_DASH = re.compile(r"(?<=\d{4})年?(?:—{1,2}|-{1,2}|－|～|至|−)(?=20\d\d)|(?<=\d{4})(?=20\d\d年?[）〉》]?$)")
_PERIOD = re.compile(r"（(20\d\d)年?—(20\d\d)年?）")
_NOW_PAST = re.compile(
    r"时期|(?<!\d年)以来|自20\d\d|期间|曾|终期|总结验收|收官|回顾|评估|废止|失效|清理|原《|原$|旧|替代|取代|上一轮"
)


class Known(NamedTuple):
    """What the register says of a name: its entry, and whether the name is one of the wrong ones."""

    item: Item
    wrong: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A name in 《》 at a place of a view; ``name`` is normalised, ``before`` and ``sentence`` are around it."""

    paragraph: Paragraph
    start: int
    end: int
    name: str
    before: str
    sentence: str

    @property
    def local(self) -> bool:
        """Whether a place stands right before the name: then it is a local document of that name."""
        return bool(_PLACE.search(self.before))

    @property
    def made_here(self) -> bool:
        """Whether the words before say that the office, or one of its region, has made it."""
        if re.search("国务院|中央|国家|中办|国办", self.before[-12:]):
            return False
        return bool(_MADE.search(self.before)) or bool(
            re.search(r"(?:制定|出台|印发|编制|起草)[^，。；]{0,8}$", self.before)
        )

    @property
    def past(self) -> bool:
        """Whether the sentence looks back, or speaks of its repeal or its end."""
        return bool(_NOW_PAST.search(self.sentence))


def normal(name: str) -> str:
    """Return a name as the register compares it: one kind of brackets and dashes, 年 on both ends of a period."""
    made = re.sub(r"\s", "", name).replace("〈", "《").replace("〉", "》").replace("(", "（").replace(")", "）")
    made = _DASH.sub("—", made)
    return _PERIOD.sub(r"（\1—\2年）", made)


def bare(name: str) -> str:
    """Return a normalised name without the organs that issued it and without 中华人民共和国."""
    made = normal(name)
    short = _ISSUERS.sub("", made)
    return (short or made).removeprefix("中华人民共和国") or made


def titles(subject: TextSubject) -> Iterator[Title]:
    """Yield the names in 《》 of the running text."""
    for paragraph, found in subject.find(_TITLE):
        yield _title(paragraph, found)


def _title(paragraph: Paragraph, found: re.Match[str]) -> Title:
    view = paragraph.view
    begin = max(view.rfind(mark, 0, found.start()) for mark in "。！？；") + 1
    ends = [at for at in (view.find(mark, found.end()) for mark in "。！？；") if at >= 0]
    sentence = view[begin : min(ends, default=len(view))]
    before = view[max(begin, found.start() - 24) : found.start()]
    return Title(paragraph, found.start(), found.end(), normal(found[1]), before, sentence)


@cache
def _index(folder: Path | None) -> dict[str, Known]:
    made: dict[str, Known] = {}
    items = (*entries("文件", folder), *entries("学习用书", folder))
    for item in items:
        for wrong in item.get("常见误写") or ():
            made.setdefault(normal(wrong), Known(item, wrong=True))
    for item in items:
        for name in (item["名称"], *(item.get("简称") or ())):
            made[bare(name)] = made[normal(name)] = Known(item, wrong=False)
    return made


def known(subject: TextSubject, name: str) -> Known | None:
    """Return what the register says of a normalised name, with or without its issuer; None where it has none."""
    index = _index(folder_of(subject))
    found = index.get(name)
    if found is None and not _wrong_prefix(name):
        found = index.get(bare(name))
    return found


def _wrong_prefix(name: str) -> bool:
    """Tell whether 中华人民共和国 stands before a name that a rule has to judge as it stands."""
    return name.startswith("中华人民共和国") and not name.endswith("法")


def wrong_names(subject: TextSubject) -> dict[str, Item]:
    """Return the wrong names with the entry that each belongs to."""
    return {name: entry.item for name, entry in _index(folder_of(subject)).items() if entry.wrong}


def names(subject: TextSubject) -> dict[str, Item]:
    """Return the right names and short names with their entry."""
    return {name: entry.item for name, entry in _index(folder_of(subject)).items() if not entry.wrong}
