"""名称: how a document is cited: without its period, by a short name, nearly right; before it was in force."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.register import entries, folder_of, statutes
from drafter.checks.text.titles import bare, known, normal, titles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_SHORT = re.compile(r"(?:实施)?(?:纲要|规定|条例|意见|办法|方案|规划|决定|建议|通知)|实施意见")
_PLAN = "法治政府建设实施纲要"
_CUT_PERIOD = re.compile(r"（(20\d\d)[—～-]{1,2}(20\d\d)）》?$")


@rule(
    "名称-09",
    "提示",
    finds="纲要没有写年段，年段少“年”字；《纲要》《规定》这样的代称前面没有“以下简称”",
    why="同名的纲要有几期，代称不说明就不知道指哪一个。",
    wrong="认真落实《法治政府建设实施纲要》",
    right="认真落实《法治政府建设实施纲要（2021—2025年）》",
    source="《党政机关公文处理工作条例》第十九条；登记册",
    authority="法规",
    on="text",
)
def incomplete(subject: TextSubject) -> Iterator[Hit]:
    """The plan without its period, a period without 年; a short name that nothing before explains."""
    before: set[str] = set()
    whole = "\n".join(p.view for p in subject.paragraphs)
    for title in titles(subject):
        if title.name == _PLAN and not title.local and subject.year is not None:
            yield subject.hit(title.paragraph, (title.start, title.end), _with_period(subject.year))
        elif _SHORT.fullmatch(title.name) and not title.local and not title.before.endswith(("简称", "称", "、")):
            said = re.search(rf"简?称[为“：]*[《“]?{title.name}", whole)
            explained = said or any(name.endswith(title.name) or title.name in name for name in before)
            if not explained:
                message = f"《{title.name}》前面没有写全称。请先写“《……{title.name}》（以下简称《{title.name}》）”"
                yield subject.hit(title.paragraph, (title.start, title.end), message)
            before.add(title.name)
        cut = _CUT_PERIOD.search(title.paragraph.view, title.start, title.end)
        if cut:
            message = f"年段少了“年”字。请写“（{cut[1]}—{cut[2]}年）”"
            yield subject.hit(title.paragraph, (title.start, title.end), message)
        before.add(re.sub(r"（[^）]*）$", "", title.name))


def _with_period(year: int) -> str:
    if year > 2025:
        return f"《{_PLAN}》没有写年段，登记册里也还没有2026年以后的纲要。请核对名称"
    return f"请补上年段：《{_PLAN}（{'2015—2020' if year <= 2020 else '2021—2025'}年）》"


_LOCAL_PLAN = re.compile(r"(?<=[省市县区]法治(?:社会|政府)建设)纲要(?=$|（)")


@rule(
    "名称-10",
    "警告",
    finds="名称与登记的法律、文件只差一个字",
    why="多是打错或者漏掉一个字。",
    wrong="《中华人民共和国行政处分罚法》",
    right="《中华人民共和国行政处罚法》",
    source="登记册 templates/register/statutes.json、instruments.json",
    authority="法规",
    on="text",
)
def nearly(subject: TextSubject) -> Iterator[Hit]:
    """A name that is not registered, but one character away from one that is."""
    folder = folder_of(subject)
    for title in titles(subject):
        name = title.name
        if _LOCAL_PLAN.search(name):
            message = f"《{name}》通常叫“{_LOCAL_PLAN.sub('实施纲要', name)}”。请核对原文"
            yield subject.hit(title.paragraph, (title.start, title.end), message, "提示")
            continue
        if len(name) < 5 or title.local or title.made_here or known(subject, name) or name in statutes():
            continue
        if name.count("（") != name.count("）"):
            continue
        if bare(name) in _bare_names(folder):
            continue
        right = _neighbour(bare(name), folder)
        if right:
            sure = name.startswith("中华人民共和国") or len(bare(name)) >= 12
            message = f"《{name}》与登记的《{right}》只差一个字。请核对"
            yield subject.hit(title.paragraph, (title.start, title.end), message, "警告" if sure else "提示")


@cache
def _bare_names(folder: Path | None) -> dict[str, str]:
    listed = [item["名称"] for key in ("文件", "学习用书", "已废止") for item in entries(key, folder)]
    return {bare(name): normal(name) for name in (*statutes(), *listed) if "未见" not in name}


def _neighbour(name: str, folder: Path | None) -> str:
    """Return the registered name that is one insertion, deletion, change or swap away."""
    for short, full in _bare_names(folder).items():
        if abs(len(short) - len(name)) <= 1 and len(short) >= 5 and _one_apart(name, short):
            return full
    return ""


def _one_apart(one: str, other: str) -> bool:
    begin = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    end = 0
    while end < min(len(one), len(other)) - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[begin : len(one) - end], other[begin : len(other) - end]
    if re.search(r"\d", left + right):
        return False
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left[::-1] == right)


_ACTED = re.compile(r"(?:依据|根据|依照)《(?P<n>[^《》]+)》(?:的规定)?[^，。；]{0,12}(?:作出|处罚|查处|立案|撤销)")


@rule(
    "名称-11",
    "提示",
    finds="说依据某法作出决定，而那时它还没有施行",
    why="公布以后、施行以前不能作依据。",
    wrong="（2025年度）依据《行政执法监督条例》作出监督决定（2026年2月1日施行）",
    right="学习宣传《行政执法监督条例》，为2026年2月1日施行做好准备",
    source="登记册 templates/register/instruments.json“施行”",
    authority="法规",
    on="text",
)
def not_in_force(subject: TextSubject) -> Iterator[Hit]:
    """A decision of the year on a basis that came into force only after it."""
    for paragraph, found in subject.find(_ACTED):
        entry = known(subject, normal(found["n"]))
        start = str(entry.item.get("施行") or "") if entry and not entry.wrong else ""
        if subject.year is not None and start[:4].isdigit() and int(start[:4]) > subject.year:
            message = f"《{found['n']}》{start}才施行，{subject.year}年不能依据它作出决定。请核对"
            yield subject.hit(paragraph, found.span(), message)
