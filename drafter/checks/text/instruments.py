"""名称: laws, plans and documents that a report cites, against the register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from drafter.checks.rules import rule
from drafter.checks.text.register import entries, folder_of, graded, statutes
from drafter.checks.text.titles import Title, bare, known, names, normal, titles, wrong_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.own import Item
    from drafter.checks.text.subject import TextSubject

_SOURCE = "登记册 templates/register/instruments.json（每条有出处）"
_GENRES = (
    "实施纲要",
    "纲要",
    "实施方案",
    "方案",
    "规划",
    "实施意见",
    "意见",
    "通知",
    "行动计划",
    "计划",
    "决定",
    "规定",
    "条例",
    "办法",
)
_CITED_BARE = frozenset({"规定", "条例", "纲要", "实施纲要", "规划"})
"""Genres whose names are looked for without 《》 too."""
_LAWS = frozenset({"法律", "行政法规"})


def _genre(name: str) -> str:
    plain = re.sub(r"（[^）]*）$", "", name)
    return next((genre for genre in _GENRES if plain.endswith(genre)), "")


def _shortened(short: str, name: str) -> bool:
    """Tell whether a name leaves out characters of another and changes none."""
    rest = iter(name)
    return all(character in rest for character in short)


def _gravity(title: str, item: Item) -> Level:
    """Return how sure a wrong name is: another genre may be a local document, an abbreviation is only loose."""
    if _genre(title) != _genre(item["名称"]) and item.get("类别") not in _LAWS:
        return "提示"
    if item.get("类别") in _LAWS and _shortened(title, item["名称"]):
        return "警告" if "中华人民共和国" in title else "提示"
    return graded("错误", item)


def _shown(item: Item) -> str:
    source = item.get("出处") or ""
    first = source[0] if isinstance(source, list) and source else source
    return f"《{item['名称']}》" + ("" if not first or first == "记忆" else "（见登记册）")


@rule(
    "名称-05",
    "错误",
    finds="法律、法规、纲要、规划的名称写错",
    why=(
        "名称是引用的依据，差一个字就是另一个文件。登记册里没有的文件不判断；名称前有地名的、本地制定的不判断。"
        "自己的文件加在 登记.yaml 里（被检查文件旁边，或者用户目录的 .drafter 里）：文件: 下面一条一行，"
        "写 名称、简称、适用报告年度、常见误写、出处；已废止、党的会议、固定用语 同样可以加。"
    ),
    wrong="严格执行《党政主要负责人履行推进法治政府建设第一责任人职责规定》",
    right="严格执行《党政主要负责人履行推进法治建设第一责任人职责规定》",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def wrong_titles(subject: TextSubject) -> Iterator[Hit]:
    """A name that the register lists as wrong: whole in 《》, or bare behind 根据 按照 贯彻 落实 依据."""
    for title in titles(subject):
        entry = known(subject, title.name)
        if entry and entry.wrong and not title.local and normal(entry.item["名称"]) != title.name:
            level = _gravity(title.name, entry.item)
            if level != "错误" and title.made_here:
                continue
            item = entry.item
            message = (
                f"《{title.name}》的名称不对，应为{_shown(item)}" if item.get("可信度") != "未见" else _unseen(title)
            )
            level = "提示" if title.made_here else level
            yield subject.hit(title.paragraph, (title.start, title.end), message, level)
    yield from _bare_names(subject)


def _unseen(title: Title) -> str:
    return f"没有查到《{title.name}》。请核对是不是已经公布、名称是什么"


def _bare_names(subject: TextSubject) -> Iterator[Hit]:
    wrong = {name: item for name, item in wrong_names(subject).items() if len(name) >= 6 and "《" not in name}
    whole = "\n".join(p.view for p in subject.running)
    for name, item in wrong.items():
        if name not in whole or name in statutes() or _genre(name) not in _CITED_BARE:
            continue
        pattern = re.compile(
            rf"(?:根据|按照|贯彻|落实|依据|执行)(?P<n>{re.escape(name)})(?=[，。；、的和与及等]|要求|精神|规定)"
        )
        for paragraph, found in subject.find(pattern):
            level: Level = "警告" if _gravity(name, item) == "错误" else "提示"
            message = f"“{name}”的名称不对，应为{_shown(item)}"
            yield subject.hit(paragraph, found.span("n"), message, graded(level, item))


@rule(
    "名称-06",
    "警告",
    finds="引用的规划、文件不在有效期：过期了，或者当时还没有",
    why="多是沿用往年的稿子。回顾过去、总结验收的写法只作提示。",
    wrong="（2021年度）认真落实《法治政府建设实施纲要（2015—2020年）》",
    right="（2021年度）认真落实《法治政府建设实施纲要（2021—2025年）》",
    source=_SOURCE,
    authority="政策",
    on="text",
)
def out_of_time(subject: TextSubject) -> Iterator[Hit]:
    """A document is cited as a basis in a report on a year that its register entry does not cover."""
    if subject.year is None:
        return
    for title in titles(subject):
        entry = known(subject, title.name)
        if entry is None or entry.wrong or title.local:
            continue
        what = _out_of_time(subject.year, entry.item)
        if what:
            plans = subject.role_of(title.paragraph) == "安排"
            level = graded("提示" if title.past or (plans and "还没有" in what) else "警告", entry.item)
            yield subject.hit(title.paragraph, (title.start, title.end), f"《{title.name}》{what}。请核对", level)


def _out_of_time(year: int, item: Item) -> str:
    first, last = item.get("适用报告年度") or [None, None]
    if last is not None and year > int(last) and item.get("类别") not in _LAWS:
        return f"适用到{last}年，{year}年度的报告不宜再作依据"
    issued = str(item.get("公布") or "")[:4]
    if issued.isdigit() and year < int(issued) and (first is None or year < int(first)):
        return f"{issued}年才公布，{year}年度还没有"
    return ""


@rule(
    "名称-07",
    "警告",
    finds="引用已经废止的法律、法规",
    why="废止以后不能再作依据。报告年度当年废止的，上半年仍可能引用，只作提示。",
    wrong="（2022年度）依据《中华人民共和国合同法》审查合同",
    right="依据《中华人民共和国民法典》审查合同",
    source="登记册 templates/register/instruments.json“已废止”（废止日期和出处在各条）",
    authority="法规",
    on="text",
)
def repealed(subject: TextSubject) -> Iterator[Hit]:
    """A repealed act, unless the text says that it was repealed or looks back."""
    if subject.year is None:
        return
    gone = {bare(item["名称"]): item for item in entries("已废止", folder_of(subject))}
    for title in titles(subject):
        item = gone.get(bare(title.name))
        end = int(str(item["废止"])[:4]) if item else 0
        if item is None or title.local or end > subject.year or re.search("原|旧|废止|曾", title.sentence):
            continue
        message = f"《{title.name}》{item['废止']}已废止，现行的是《{item['替代']}》。请核对"
        level = graded("提示" if end == subject.year or title.past else "警告", item)
        yield subject.hit(title.paragraph, (title.start, title.end), message, level)


_NEW = re.compile(r"(?:新修订|新修改|新颁布|新出台|新施行|新实施|新公布|新制定)(?:的|后的)?(?P<book>《)?")


@rule(
    "名称-08",
    "警告",
    finds="修订多年的法律还写“新修订”“新颁布”",
    why="“新修订”只在公布、施行的当年和次年用；往年的稿子里常留下来。",
    wrong="（2025年度）学习新修订的《中华人民共和国行政处罚法》",
    right="学习《中华人民共和国行政处罚法》",
    source=_SOURCE,
    authority="实务",
    on="text",
)
def no_longer_new(subject: TextSubject) -> Iterator[Hit]:
    """新修订 with a law whose last change lies more than a year back."""
    year = subject.year
    if year is None:
        return
    right = {name: item for name, item in names(subject).items() if item.get("类别") in _LAWS and len(name) >= 3}
    for paragraph, found in subject.find(_NEW):
        rest = paragraph.view[found.end() :]
        name = max((n for n in right if rest.startswith(n) and not _goes_on(rest[len(n) :])), key=len, default="")
        item = right.get(name)
        years = _news(item) if item else None
        if item is None or years is None or years[0] <= year <= years[1]:
            continue
        span = (found.start(), found.end() + len(name))
        when = f"最近一次公布、修订在{years[0]}年" if year > years[1] else f"{years[0]}年才公布、修订"
        message = f"{item['名称']}{when}，{year}年度的报告不宜写“{found[0].rstrip('《')}”。请核对"
        yield subject.hit(paragraph, span, message, graded("警告", item))


def _goes_on(rest: str) -> bool:
    """Tell whether the name is only the beginning of a longer one: 行政复议法实施条例."""
    return rest.startswith(("实施", "典", "的司法解释", "》实施"))


def _news(item: Item) -> tuple[int, int] | None:
    """Return the first and last year of a report that may call an act new."""
    given: list[Any] | None = item.get("新法用语年度")
    if given:
        return int(given[0]), int(given[1])
    dates = [str(change["日期"])[:4] for change in item.get("修订") or ()] + [str(item.get("公布") or "")[:4]]
    years = [int(date) for date in dates if date.isdigit()]
    return (max(years), max(years) + 1) if years else None
