"""用语: fixed political phrases, their order, and phrases that have gone out of use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import sentences
from drafter.checks.text.register import entries, folder_of, graded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_SOURCE = "登记册 templates/register/politics.json（每条有出处）"
_VERBS = re.compile(
    r"坚定“?四个意识”?|增强“?四个自信”?|(?:增强|坚定)“?两个维护”?|做到“?四个(?:意识|自信)”?|“两个确立”的?决定意义|“两个确立”重要意义"
)
_CHAIN = ("两个确立", "四个意识", "四个自信", "两个维护")


@rule(
    "用语-06",
    "错误",
    finds="“两个确立”“四个意识”“四个自信”“两个维护”的动词、次序不对",
    why="固定搭配：深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
    wrong="坚定“四个意识”、增强“四个自信”、做到“两个维护”",
    right="增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def chain(subject: TextSubject) -> Iterator[Hit]:
    """Verbs are fixed; the order is that of the chain where one sentence has more than one of them."""
    for paragraph, found in subject.find(_VERBS):
        message = f"“{found[0]}”的搭配不对。应为：增强“四个意识”、坚定“四个自信”、做到“两个维护”"
        yield subject.hit(paragraph, found.span(), message)
    for paragraph in subject.running:
        for at, sentence in sentences(paragraph.view):
            places = [sentence.find(name) for name in _CHAIN]
            said = [place for place in places if place >= 0]
            if said != sorted(said) and re.search("四个意识|四个自信", sentence):
                message = "次序应为：“两个确立”“四个意识”“四个自信”“两个维护”"
                yield subject.hit(paragraph, (at + min(said), at + max(said) + 4), message, "警告")


@rule(
    "用语-07",
    "错误",
    finds="固定提法写错（登记册；级别随条目的可信度）",
    why="固定提法一字不能改。",
    wrong="“放管服效”改革",
    right="“放管服”改革",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def fixed(subject: TextSubject) -> Iterator[Hit]:
    """A wrong form that the register lists; of two that begin at the same place the one that it lists first."""
    whole = "\n".join(p.view for p in subject.running)
    seen: set[tuple[int, int]] = set()
    for item in entries("固定用语", folder_of(subject)):
        for wrong in item.get("误") or ():
            if wrong not in whole:
                continue
            level = item.get("级别") or graded("错误", item)
            for paragraph, found in subject.find(re.escape(wrong)):
                place = (paragraph.number, found.start())
                if place in seen:
                    continue
                seen.add(place)
                yield subject.hit(paragraph, found.span(), f"“{wrong}”应为：{item['正']}", level)


_PAST = re.compile(r"原|曾|历史|此前|以前|“十三五”|撤销|更名|划转|并入|改革前|《[^》]*$")


@rule(
    "用语-08",
    "警告",
    finds="过时的提法、机构改革前的机构名（登记册；级别随条目）",
    why="多是从几年前的稿子里带来的。",
    wrong="（2021年度）深入学习贯彻全面依法治国新理念新思想新战略",
    right="深入学习贯彻习近平法治思想",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def outdated(subject: TextSubject) -> Iterator[Hit]:
    """A phrase that the register dates, in a report on a later year; once for each."""
    if subject.year is None:
        return
    for item in entries("过时用语", folder_of(subject)):
        since = str(item.get("自", ""))[:4]
        if not since.isdigit() or subject.year < int(since) + (str(item["自"])[5:7] not in {"", "01"}):
            continue
        for paragraph, found in subject.find(item["模式"]):
            if not _PAST.search(paragraph.view[max(found.start() - 12, 0) : found.start()]):
                level = graded(item.get("级别", "警告"), item)
                message = f"“{found[0]}”是旧的提法，{item['自']}起一般写“{item['新']}”。请核对"
                yield subject.hit(paragraph, found.span(), message, level)
                break
