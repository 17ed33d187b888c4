"""公开: secrecy marks, internal documents and rankings, case numbers, gaps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import around, each
from drafter.checks.text.subject import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Kind, TextSubject

_SECRECY = "《中华人民共和国保守国家秘密法》第三十五条"
_OPENNESS = "《中华人民共和国政府信息公开条例》"
_ALL: frozenset[Kind] = TEXT | {"furniture"}


@rule(
    "公开-07",
    "错误",
    finds="密级标志、内部文件标志",
    why="涉及国家秘密的不得公开；拟公开的信息要先经保密审查。",
    wrong="机密★1年　内部资料，注意保存",
    right="（带密级标志的文件不在这里处理）",
    source=f"{_SECRECY}；{_OPENNESS}第十四条",
    authority="法规",
    on="text",
)
def secrecy_marks(subject: TextSubject) -> Iterator[Hit]:
    """密级 with a star, or a mark of internal papers."""
    yield from each(
        subject, r"(?:绝密|机密|秘密)[★☆]", "这是密级标志。请立即停止在本机处理，按保密规定办理", kinds=_ALL
    )
    pattern = (
        r"内部(?:资料|文件|材料|刊物|使用)(?:[，。！（ ]|$)|注意保存|请勿(?:外传|公开|转发)|不予公开|仅供内部|"
        r"内部掌握|此件不公开|依申请公开）"
    )
    for paragraph, match in subject.find(pattern, _ALL):
        if len(paragraph.view) < 25:
            yield subject.hit(paragraph, match.span(), "这是内部文件的标志。请确认可以公开，并删去标志", "警告")


@rule(
    "公开-08",
    "提示",
    finds="引用的发文字号",
    why="引用没有公开的文件，等于公开了它的存在；国务院及其办公厅的文件一般已经公开，不在此列。",
    wrong="根据×委法〔2024〕3号文件要求",
    right="确认该文件已公开，或者不写文号",
    source=f"{_OPENNESS}第十六条",
    authority="法规",
    on="text",
)
def cited_numbers(subject: TextSubject) -> Iterator[Hit]:
    """A number of a document in running text, other than those of the State Council and that of this document."""
    for paragraph, match in subject.find(r"([\u4e00-\u9fff]{2,10})〔20\d\d〕\d+号", TEXT - {"title"}):
        if (
            not re.search(r"国发|国办发|国办函|国办公开办函|国函|国令|中发|中办发", match[1])
            and len(paragraph.view) > len(match[0]) + 4
        ):
            yield subject.hit(paragraph, match.span(), "引用了文号。请确认该文件已公开")


@rule(
    "公开-09",
    "提示",
    finds="考核得分、排名",
    why="内部的考核、排名未必已经公开。",
    wrong="法治建设考核排名全区第二",
    right="确认该排名已公开",
    source=f"{_OPENNESS}第十六条",
    authority="法规",
    on="text",
)
def rankings(subject: TextSubject) -> Iterator[Hit]:
    """A rank in a region, or a score of an assessment."""
    rank = (
        r"(?:排名|排位|位列|位居|名列|列|"
        r"居)(?:全[省市县区国][^，。；]{0,8}?)?(?:第[一二三四五六七八九十\d]{1,3}(?:名|位)?|首位|"
        r"前[一二三四五六七八九十\d]{1,2}(?:名|位)|前列|榜首|末位|倒数)"
    )
    yield from each(subject, rank, "“{0}”：请确认该排名已公开", outside=("《》",))
    yield from each(
        subject, r"(?:考核|测评|评估|考评)(?:得分|评分|成绩)(?:为|达)?\d+(?:\.\d+)?分?", "“{0}”：请确认该得分已公开"
    )


@rule(
    "公开-10",
    "提示",
    finds="案号",
    why="案号与当事人姓名在一起，可以查到具体案件和个人。",
    wrong="（2024）沪0115行初123号张三诉镇政府案",
    right="行政诉讼案件1件",
    source=f"{_OPENNESS}第十五条",
    authority="法规",
    on="text",
)
def case_numbers(subject: TextSubject) -> Iterator[Hit]:
    """A case number of a court; a warning where somebody sues in the same sentence."""
    for paragraph, match in subject.find(
        r"[（〔\[](?:19|20)\d\d[）〕\]][\u4e00-\u9fff]{1,3}\d{0,4}[\u4e00-\u9fff]{1,4}\d+号", TEXT
    ):
        sued = re.search(
            r"[\u4e00-\u9fff]{2,4}(?:诉|与[\u4e00-\u9fff]{2,12}(?:纠纷|一案))", around(paragraph, match.end(), 30)
        )
        message = "案号和当事人写在一起。请都删去" if sued else "引用了案号。请确认有没有必要公开"
        yield subject.hit(paragraph, match.span(), message, "警告" if sued else None)


@rule(
    "公开-11",
    "警告",
    finds="没有填上的空格：【待填】、××、____、月　日",
    why="公开稿里不能有空格。",
    wrong="受理××件　2025年1月　日",
    right="受理626件　2025年1月16日",
    source="实务",
    authority="实务",
    on="text",
)
def gaps(subject: TextSubject) -> Iterator[Hit]:
    """Gaps of a text from elsewhere; those of a data file have a rule of their own."""
    if subject.report is not None:
        return
    units = "年|月|日|镇|乡|街道|社区|村|区|县|市|省|局|次|件|人|项|场|名|份|个|家|户|万|%"
    marks = (
        rf"【(?:待填|待确认|待补|内部)[^】]*】|(?<![×XＸ])[×XＸ]{{2,}}(?={units})|(?<![\dA-Za-z*])\*{{2,}}(?={units})|_{{2,}}|"
        rf"＿{{2,}}|"
        rf"[（(]\s*[）)](?={units})"
    )
    yield from each(subject, marks, "“{0}”还没有填上。请补上", kinds=TEXT)
    yield from each(subject, r"(?<=\d年)\d{0,2}月(?=日)|(?<=〔20\d\d〕)(?=号)", "这里还空着。请补上", kinds=TEXT)


@rule(
    "公开-12",
    "提示",
    finds="索引号是别的机关的",
    why="索引号由本单位的公开平台编排；000014349 是国务院办公厅的机构代码，多半是照抄样例。",
    wrong="镇政府的页面：索引号 000014349/2026-00001",
    right="本单位平台给的索引号",
    source=f"{_OPENNESS}第十二条",
    authority="法规",
    on="text",
)
def index_numbers(subject: TextSubject) -> Iterator[Hit]:
    """The code of the General Office of the State Council on the page of another organ."""
    if "国务院" not in subject.organ:
        yield from each(subject, r"000014349(?=/|—|-)", "这是国务院办公厅的机构代码。请核对索引号", kinds=_ALL)
