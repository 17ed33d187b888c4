"""日期的写法: zeros, Chinese numerals, two-digit years, “3·15” (GB/T 9704—2012, 7.3.5.4; GB/T 15835—2011)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each
from drafter.checks.text.subject import RUNNING, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Kind, TextSubject

_NUMBERS = "GB/T 15835—2011"
_MARKS = "GB/T 15834—2011 附录B.3"


@rule(
    "数字-03",
    "错误",
    finds="日期的月、日编了虚位（01月05日）",
    why="成文日期用阿拉伯数字，年、月、日标全，月、日不编虚位（1不编为01）。",
    wrong="2025年01月05日",
    right="2025年1月5日",
    source="GB/T 9704—2012，7.3.5.4",
    authority="国标",
    on="text",
)
def leading_zeros(subject: TextSubject) -> Iterator[Hit]:
    """In 成文日期 an error, elsewhere a warning."""
    pattern = r"(?:\d{4}年)0\d月(?:\d{1,2}日)?|(?:\d{4}年)?\d{1,2}月0\d日"
    yield from _in_dates(subject, pattern, "日期“{0}”编了虚位。请把0删去", elsewhere=TEXT - {"date"})


def _in_dates(
    subject: TextSubject, pattern: str, message: str, *, elsewhere: frozenset[Kind], outside: Iterable[str] = ()
) -> Iterator[Hit]:
    """Yield a hit for each match: in 成文日期 an error, elsewhere a warning."""
    yield from each(subject, pattern, message, kinds=frozenset({"date"}))
    yield from each(subject, pattern, message, kinds=elsewhere, level="警告", outside=outside)


@rule(
    "数字-04",
    "错误",
    finds="日期用了汉字数字、斜线、短横",
    why="成文日期用阿拉伯数字写明年、月、日。",
    wrong="二〇二五年一月十六日　2025-1-16",
    right="2025年1月16日",
    source="GB/T 9704—2012，7.3.5.4",
    authority="国标",
    on="text",
)
def date_forms(subject: TextSubject) -> Iterator[Hit]:
    """In 成文日期 an error, elsewhere a warning."""
    digits = "一二三四五六七八九"
    small = f"[{digits}十]"
    han = rf"[一二][〇零九O0]{{1,2}}[〇零{digits}]{{1,2}}年(?:{small}{{1,2}}月)?(?:{small}{{1,3}}日)?(?!远景|基本)"
    slash = r"(?<!\d)20\d\d([-./])(?:1[0-2]|0?[1-9])\1(?:[12]\d|3[01]|0?[1-9])日?(?!\d)"
    spoken = r"(?:20\d\d年)?\d{1,2}月\d{1,2}号(?!楼|线|院|令|文|公)"
    for pattern, what in ((han, "用了汉字数字"), (slash, "不是“年月日”的写法"), (spoken, "写的是“号”")):
        message = f"日期“{{0}}”{what}。请写成2025年1月16日这样"
        yield from _in_dates(subject, pattern, message, elsewhere=RUNNING, outside=("《》", "“”"))


@rule(
    "数字-05",
    "错误",
    finds="年份只写两位",
    why="四位数字表示的年份不应简写为两位。",
    wrong="24年度　2021—25年",
    right="2024年度　2021—2025年",
    source=f"{_NUMBERS} 5.1.4",
    authority="国标",
    on="text",
)
def short_years(subject: TextSubject) -> Iterator[Hit]:
    """“24年度”, “24年1月”, “2021—25年”; a span of years (“近20年以来”) is left alone."""
    before = r"(?<![\d.,—～近约共达超过满第前后])"
    yield from each(
        subject, rf"{before}([12]\d)年(?=度|\d{{1,2}}月|底|初|[上下]半年|全年)", "年份只写了两位。请写“20{1}年”"
    )
    yield from each(subject, r"(20[12]\d)年?—([23]\d)年", "年份只写了两位。请写“{1}—20{2}年”", kinds=TEXT)


@rule(
    "数字-08",
    "错误",
    finds="用数字表示的节日、事件写成了“3.15”，或者没有加引号",
    why="含有月日的专名，月、日之间用间隔号，并加引号。",
    wrong="3.15消费者权益日　12·4国家宪法日",
    right="“3·15”消费者权益日　“12·4”国家宪法日",
    source=f"{_NUMBERS} 5.1.6",
    authority="国标",
    on="text",
)
def named_days(subject: TextSubject) -> Iterator[Hit]:
    """A month and a day with a full stop is an error; with the right mark but no quotation marks, a warning."""
    days = (
        "3[.·。、]15",
        "4[.·。](?:15|8|26)",
        "12[.·。]4",
        "6[.·。](?:26|5|14)",
        "11[.·。]9",
        "5[.·。]12",
        "9[.·。]15",
        "1[.·。]10",
    )
    day = rf"((?:{'|'.join(days)})(?!\d))"
    name = (
        r"(?:国际|全国|全民|世界|国家|宪法|消费者|禁毒|消防|防灾|法[制治]|普法|知识产权|安全|诚信|人民警察|信用|宣传)"
    )
    listed = r"[、和及等][^，。；%万亿]{0,30}(?:宣传|普法|主题|节点|活动)"
    for paragraph, match in subject.find(rf"(?<![\d.])(“?){day}(”?)(?={name}|{listed}|，|“|”)"):
        quoted = bool(match[1] and match[3]) or paragraph.view[match.start() - 1 : match.start()] in "‘“"
        right = re.sub(r"[.。、]", "·", match[2])
        named = quoted or re.match(rf"{name}|{listed}", paragraph.view[match.end() :])
        if "·" not in match[2] and named:
            yield subject.hit(paragraph, match.span(), f"月、日之间用间隔号，并加引号。请写“{right}”")
        elif not quoted and named:
            yield subject.hit(paragraph, match.span(), f"请加引号，写“{right}”", "警告")
