"""标点: GB/T 15834—2011, single marks and marks that meet."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each, each_original, habit, once, per_paragraph, within
from drafter.checks.text.layers import POINT
from drafter.checks.text.subject import RUNNING, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_MARKS = "GB/T 15834—2011"
_HAN = "\u4e00-\u9fff"
_OPEN_END = re.compile(rf"[{_HAN}\d%）》”]$")
_ENDED = re.compile(r"[。！？；：…][）”’》]*$")


@rule(
    "标点-11",
    "警告",
    finds="汉字旁边用了半角标点",
    why="中文用全角标点。全文多半是半角的，只提示一次：可能是网页或者转换造成的。",
    wrong="受理626件,办结618件.",
    right="受理626件，办结618件。",
    source=f"{_MARKS} 5.1",
    authority="国标",
    on="text",
)
def half_width(subject: TextSubject) -> Iterator[Hit]:
    """A half-width mark behind a Chinese character or number; once for a text that is full of them."""
    stops = rf"(?<=[{_HAN}）》”%])[,;:?!](?=[{_HAN}“《（\s]|$)|(?<=[{_HAN}])\.(?=[{_HAN}\s]|$)"
    pattern = rf"{stops}|(?<=[{_HAN}])[()]|[()](?=[{_HAN}])"
    hits = each_original(subject, pattern, "半角标点。请改用全角", kinds=TEXT)
    if not subject.half_width:
        yield from habit(hits, "半角标点（全文{n}处）。请一并改用全角")
        return
    told = "逗号、冒号、括号等多数是半角的（全文{n}处）。原件可能是全角，网页转换时变了；原件就是半角的，请改用全角"
    for hit in once(hits, told):
        yield replace(hit, level="提示")


@rule(
    "标点-12",
    "错误",
    finds="标点叠用、相撞",
    why="逗号、顿号、分号、句号、冒号不能连用。",
    wrong="受理626件，，办结618件。。",
    right="受理626件，办结618件。",
    source=f"{_MARKS} 5.1",
    authority="国标",
    on="text",
)
def doubled(subject: TextSubject) -> Iterator[Hit]:
    """Two stops in a row; three full stops are dots of an ellipsis and have a rule of their own."""
    pattern = (
        r"(?<![。])(?:[，、；：][，、；：。！？]+|。[，、；：]+|。。(?!。)|[！？][，、；：。]+|[（《“][，、；：。]|"
        r"[，、；：][）》])"
    )
    yield from each(subject, pattern, "标点“{0}”连用。请只留一个", kinds=RUNNING | {"addressee", "table"})
    yield from each(subject, r"《》|“”|（）|【】", "“{0}”里面是空的。请补上内容或者删去")


@rule(
    "标点-13",
    "错误",
    finds="省略号写成了句点或者单个“…”",
    why="省略号是六个小圆点“……”，占两个字的位置。",
    wrong="等等...　等。。。",
    right="……",
    source=f"{_MARKS} 4.11",
    authority="国标",
    on="text",
)
def ellipses(subject: TextSubject) -> Iterator[Hit]:
    """Dots for ……; “……等” says the same twice."""
    yield from each_original(
        subject, rf"(?<=[{_HAN}，、）》”])(?:\.{{3,}}|。{{3,}}|·{{3,}}|(?<!…)…(?!…))", "省略号写“……”。请改正"
    )
    yield from each(subject, r"……等|等……", "“……”和“等”只用一个。请删去一个", level="警告")


@rule(
    "标点-14",
    "提示",
    finds="报告里用了感叹号",
    why="报告是陈述性公文，句末用句号。",
    wrong="法治建设再上新台阶！",
    right="法治建设再上新台阶。",
    source="实务",
    authority="实务",
    on="text",
)
def exclamations(subject: TextSubject) -> Iterator[Hit]:
    """！ outside quotations and names."""
    yield from each(subject, r"！", "报告里不用感叹号。请改用句号", outside=("“”", "《》"))


@rule(
    "标点-15",
    "警告",
    finds="“等”字前面用了顿号",
    why="“等”前面不用顿号。",
    wrong="合同、协议、等",
    right="合同、协议等",
    source=f"{_MARKS} 附录B.1.2",
    authority="国标",
    on="text",
)
def comma_before_etc(subject: TextSubject) -> Iterator[Hit]:
    """、等, but not “、等级” and other words that begin with 等."""
    yield from each(subject, r"、等(?![级次待候同])", "“等”前面不用顿号。请删去")


@rule(
    "标点-16",
    "错误",
    finds="用分号隔开的几项里面又用了句号",
    why="各项之间用分号的，项内不能出现句号；有句号的，各项末尾都用句号。",
    wrong="一是健全制度。制定办法3件；二是加强培训。",
    right="一是健全制度。制定办法3件。二是加强培训。",
    source=f"{_MARKS} 附录A.5",
    authority="国标",
    on="text",
)
def semicolons(subject: TextSubject) -> Iterator[Hit]:
    """A point that holds a full stop and ends with a semicolon before the next point."""
    for paragraph in subject.running:
        found = list(POINT.finditer(paragraph.view))
        for this, following in pairwise(found):
            item = paragraph.view[this.end() : following.start()]
            if item.endswith("；") and re.search(r"。(?!”)", item) and following[1] != "一":
                span = (following.start() - 1, following.end())
                message = f"“{this[0]}”这一项里有句号，末尾却用分号。请把“；”改为“。”"
                yield subject.hit(paragraph, span, message)
                break


@rule(
    "标点-17",
    "警告",
    finds="段末没有标点，或者段末是逗号、顿号",
    why="正文的段落以句号等结束；没有标点的，可能是漏了句号，也可能是话没有说完。",
    wrong="法治政府建设工作取得明显成效",
    right="法治政府建设工作取得明显成效。",
    source=f"{_MARKS} 4.1",
    authority="国标",
    on="text",
)
def open_ends(subject: TextSubject) -> Iterator[Hit]:
    """A paragraph of running text without a final mark; headings and short lines are left alone."""
    for paragraph in subject.paragraphs:
        view = paragraph.view
        running = paragraph.kind == "body" or (paragraph.kind == "heading" and len(paragraph.rest) > 15)
        long_heading = paragraph.level and "。" not in view
        if not running or long_heading or len(view) < 30 or paragraph.text.count("|") > 1:
            continue
        end = len(view)
        if view[-1] in "，、":
            yield subject.hit(paragraph, (end - 1, end), f"段末是“{view[-1]}”，话没有说完。请核对")
        elif _OPEN_END.search(view) and not _ENDED.search(view) and ("。" in view or view.count("，") > 1):
            yield subject.hit(paragraph, (end - 1, end), "段末没有标点。请加句号")


@rule(
    "标点-18",
    "警告",
    finds="主送机关之间用了逗号，或者末尾不是冒号",
    why="同类机关之间用顿号，最后一个后面用全角冒号。",
    wrong="区委，区政府：",
    right="区委、区政府：",
    source="GB/T 9704—2012，7.3.2；实务",
    authority="国标",
    on="text",
)
def addressees(subject: TextSubject) -> Iterator[Hit]:
    """A comma in the line of 主送机关."""
    yield from each(subject, r"，", "主送机关之间用顿号。请改为“、”", kinds=frozenset({"addressee"}))


@rule(
    "标点-19",
    "提示",
    finds="年段的连接号不合规定，书名号后面好像漏了逗号，“如下”后面不是冒号",
    why="年份的起止用一字线“—”；提示下文的“如下”后面用冒号。",
    wrong="（2021-2025年）　（2021——2025年）　现将有关情况报告如下。",
    right="（2021—2025年）　现将有关情况报告如下：",
    source=f"{_MARKS} 4.7、4.13.3.2",
    authority="国标",
    on="text",
)
def connections(subject: TextSubject) -> Iterator[Hit]:
    """Hyphens and double dashes in year spans; a lost comma behind 》; 如下 with a full stop."""
    if not subject.half_width:
        year = r"(?<!\d)((?:19|20)\d\d)(年?)"
        yield from per_paragraph(
            each_original(
                subject,
                rf"{year}\s*(?:--?|[－‐–]|——|―{{2}}|~)\s*((?:19|20)\d\d)(年?)",
                "年份起止用一字线。请写“{1}{2}—{3}{4}”",
                kinds=TEXT,
            )
        )
    follows = r"坚持|结合|深入|积极|切实|认真|扎实|严格|不断|持续|进一步|着力|大力|全面(?!施行|实施|落实|贯彻|推行)"
    for paragraph, match in subject.find(
        rf"(?:落实|贯彻|按照|根据|执行|印发|制定|出台|开展)[^，。；]{{0,30}}(》)(?={follows})"
    ):
        if not within(paragraph.view, match.start(1), "（）"):
            yield subject.hit(paragraph, match.span(1), "“》”后面好像漏了逗号。请核对")
    yield from each(subject, r"(?:报告|汇报|情况|总结)如下(。|，|；|$)", "“如下”后面用冒号。请改为“如下：”")


@rule(
    "标点-20",
    "提示",
    finds="文字提取时丢了字符：（20212025年）、〔20178号、20256月",
    why="网页或者转换常把连接号、括号、“年”字丢掉；公开的文字里真是这样的，要补上。",
    wrong="《法治政府建设实施纲要（20212025年）》",
    right="《法治政府建设实施纲要（2021—2025年）》",
    source="实务",
    authority="实务",
    on="text",
)
def lost_characters(subject: TextSubject) -> Iterator[Hit]:
    """Once for the whole text."""
    pattern = (
        r"(?<!\d)(?:19|20)\d\d(?:19|20)\d\d年?(?!\d)(?=[）年]|的|》)|〔(?:19|20)\d{3,6}号|"
        r"(?<!\d)20[012]\d(?:1[0-2]|[1-9])月"
        r"|(?<!\d)20[012]\d(?:1[0-2]|[1-9])\d{1,2}日|(?<!\d)(?:1[0-2]|0?[1-9])[1-3]\d日(?=[至起止，。])"
    )
    hits = each(subject, pattern, "“{0}”好像丢了字符（连接号、括号、“年”“月”）。请核对原文", kinds=TEXT)
    yield from once(hits, "有{n}处数字好像丢了字符（连接号、括号、“年”“月”）。请核对原文")
