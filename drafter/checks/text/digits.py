"""数字: GB/T 15835—2011, and blanks inside Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each, each_original, habit, per_paragraph
from drafter.checks.text.subject import TEXT, compiled_pattern, original_hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.subject import TextSubject

_NUMBERS = "GB/T 15835—2011"
_HAN = "\u4e00-\u9fff"
_THEME = (
    r"“[^“”]{0,60}[^\s“”]{4}[ \u3000]{1,4}[^\s“”]{4}[^“”]{0,60}”"
    r"|《[^《》]{0,60}[^\s《》]{4}[ \u3000]{1,4}[^\s《》]{4}[^《》]{0,60}》"
)
_COUNTED = "个|名|次|件|天|年|月|周|种|项|起|家|条|批|户|人|场|份|轮|期"


@rule(
    "数字-01",
    "警告",
    finds="汉字之间、汉字与数字之间、标点前面有空格",
    why="汉字与汉字、汉字与数字之间不留空格，标点紧跟文字；引号里并列两句的主题、案例名称照原名。",
    wrong="共办理 626 件",
    right="共办理626件",
    source="GB/T 9704—2012，5.2；实务",
    authority="实务",
    on="text",
)
def blanks(subject: TextSubject) -> Iterator[Hit]:
    """A blank inside running text, behind a label too; once per paragraph."""
    blank = r"[ \u00a0\u2002-\u200a\u3000]+"
    han = rf"(?<=[{_HAN}，。；：、）》”]){blank}(?=[{_HAN}\d“《（，。；：、])|(?<=[\d%]){blank}(?=[{_HAN}，。；：、])"
    found = (hit for hit in _between(subject, han) if not re.search(r"[年月][ \u3000]+[月日]", hit.words))
    yield from habit(found, "全文有{n}处多余的空格。请删去")


def _between(subject: TextSubject, pattern: str) -> Iterator[Hit]:
    """Yield the blanks of the running text but for those that divide the halves of a quoted theme or name."""
    for paragraph in subject.running:
        themes = [found.span() for found in compiled_pattern(_THEME).finditer(paragraph.text)]
        for match in compiled_pattern(pattern).finditer(paragraph.text):
            if not any(start < match.start() < end for start, end in themes):
                yield original_hit(paragraph, match.span(), "中间有空格。请删去")


@rule(
    "数字-02",
    "警告",
    finds="用了全角的数字、字母",
    why="阿拉伯数字占半个汉字的位置。",
    wrong="受理６２６件",
    right="受理626件",
    source=f"{_NUMBERS} 5.1",
    authority="国标",
    on="text",
)
def full_width(subject: TextSubject) -> Iterator[Hit]:
    """Full-width digits and letters, once per paragraph."""
    yield from per_paragraph(
        each_original(subject, r"[０-９Ａ-Ｚａ-ｚ％]+", "用了全角数字或字母“{0}”。请改用半角", kinds=TEXT)
    )


@rule(
    "数字-06",
    "错误",
    finds="一个数里混用汉字和阿拉伯数字",
    why="除“万”“亿”外，一个数不能既用阿拉伯数字又用汉字数字。",
    wrong="4千人次　3百余件　二0二四年",
    right="4000人次　300余件　2024年",
    source=f"{_NUMBERS} 5.3",
    authority="国标",
    on="text",
)
def mixed(subject: TextSubject) -> Iterator[Hit]:
    """4千, 3百余; 千克, 千瓦, 百姓, 百货 and the like are words of their own."""
    words = r"(?!克|米|瓦|伏|赫|焦|卡|姓|货|强|佳|年|家姓|分之?|[一二三四五六七八九十万])"
    yield from each(
        subject,
        rf"(?<![\d.])\d+(?:\.\d+)?[十百千]{words}(?=[余多]|[{_HAN}])",
        "“{0}”混用了阿拉伯数字和汉字。请全用阿拉伯数字",
        outside=("《》", "“”"),
    )
    yield from each(
        subject,
        r"[一二三四五六七八九][0〇○][一二三四五六七八九]?\d+年|二[0O]二[一二三四五六七八九]年|[一二三四五六七八九]?十\d(?=人次|[次件人名个份户家场])|\d[一二三四五六七八九](?=[次件人名个份]的?)",
        "“{0}”混用了阿拉伯数字和汉字。请全用一种",
    )


@rule(
    "数字-07",
    "警告",
    finds="“百分之”后面用了阿拉伯数字",
    why="用阿拉伯数字的，写百分号。",
    wrong="百分之98",
    right="98%",
    source=f"{_NUMBERS} 4.3、5.1",
    authority="国标",
    on="text",
)
def percent_words(subject: TextSubject) -> Iterator[Hit]:
    """百分之98."""
    yield from each(subject, r"百分之(\d+(?:\.\d+)?)", "请写“{1}%”")


@rule(
    "数字-09",
    "错误",
    finds="数值范围前一个数省了百分号或者“万”“亿”",
    why="表示数值的范围，前后两个数都要带百分号；带“万”“亿”的也是，以免误解。",
    wrong="15—30%　9～16亿元",
    right="15%—30%　9亿～16亿元",
    source=f"{_NUMBERS} 5.1.3",
    authority="国标",
    on="text",
)
def ranges(subject: TextSubject) -> Iterator[Hit]:
    """15~30%, 9~16亿; years are no such ranges."""
    number = r"\d+(?:\.\d+)?"
    for paragraph, match in subject.find(rf"(?<![\d.%\-—])({number})([—～-]|至)({number})(%|亿|万)"):
        join = "—" if match[2] == "-" else match[2]
        if not re.fullmatch(r"(?:19|20)\d\d", match[1]):
            message = f"前一个数省了“{match[4]}”。请写“{match[1]}{match[4]}{join}{match[3]}{match[4]}”"
            level: Level | None = None if match[4] == "%" else "警告"
            yield subject.hit(paragraph, match.span(), message, level)


@rule(
    "数字-10",
    "错误",
    finds="相邻两个数字连用的概数中间加了顿号",
    why="相邻的数字连用表示概数，用汉字，中间不加顿号。",
    wrong="三、四个月",
    right="三四个月",
    source=f"{_NUMBERS} 4.2.2；GB/T 15834—2011，4.5.3.4",
    authority="国标",
    on="text",
)
def approximations(subject: TextSubject) -> Iterator[Hit]:
    """三、四个月; “二、三产业” and labels are other things."""
    digits = "一二三四五六七八九"
    for paragraph, match in subject.find(
        rf"(?<![第{digits}十、。])([{digits}])、([{digits}])(?={_COUNTED})(?!年级|月份)"
    ):
        if match.start() and digits.index(match[2]) == digits.index(match[1]) + 1:
            yield subject.hit(paragraph, match.span(), f"概数中间不用顿号。请写“{match[1]}{match[2]}”")


@rule(
    "数字-11",
    "提示",
    finds="同一份报告里，大数有的分节（1,234）有的不分（5678），小数没有写0（.46）",
    why="分节的写法全文要一致；纯小数要写出小数点前的0。",
    wrong="培训1,234人次，发放资料56789份，占.46%",
    right="培训1234人次，发放资料56789份，占0.46%",
    source=f"{_NUMBERS} 5.1.1、5.1.2",
    authority="国标",
    on="text",
)
def groups(subject: TextSubject) -> Iterator[Hit]:
    """Five digits and more, grouped here and not there; a bare decimal point."""
    plain = next(subject.find(r"(?<![\d.,〔（])\d{5,}(?![\d.,年号热])(?=[余多]?[\u4e00-\u9fff])"), None)
    grouped = next(subject.find(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])"), None)
    if plain and grouped and plain[1][0] != "12345":
        yield subject.hit(plain[0], plain[1].span(), f"这里不分节，别处写“{grouped[1][0]}”。请全文一致")
    yield from each(subject, rf"(?<=[{_HAN}，])\.\d+%?", "小数点前面写0。请写“0{0}”", level="错误")
