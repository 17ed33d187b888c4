"""Marks in pairs: brackets, quotation marks and 书名号 that are open, crossed or nested in themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each_original
from drafter.checks.text.subject import TEXT, original_hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_MARKS = "GB/T 15834—2011"
_OPEN = {"（": "）", "《": "》", "〈": "〉", "“": "”", "〔": "〕", "【": "】", "［": "］"}
_CLOSED = {closing: opening for opening, closing in _OPEN.items()}
_LOST = re.compile(r"〔(?:19|20)\d{3,6}号")  # the collection has lost “〕”: another rule says so once for the text
_STRAIGHT = re.compile(r'[\u4e00-\u9fff，。、；：（）《》][\'"]|[\'"][\u4e00-\u9fff，。、；：（）《》]')


@rule(
    "标点-01",
    "错误",
    finds="引号、括号、书名号不成对",
    why="引号、括号、书名号都要成对使用。",
    wrong="《上海法治政府建设规划2021—2025年）》",
    right="《上海法治政府建设规划（2021—2025年）》",
    source=f"{_MARKS} 4.8、4.9、4.15",
    authority="国标",
    on="text",
)
def unpaired(subject: TextSubject) -> Iterator[Hit]:
    """Every mark of a pair has its other half within the paragraph; the first fault of a paragraph is enough."""
    for paragraph in subject.paragraphs:
        if paragraph.kind in TEXT:
            at = _first_fault(paragraph)
            if at is not None:
                mark = paragraph.view[at]
                other = _OPEN.get(mark) or _CLOSED[mark]
                missing = f"后面缺“{other}”" if mark in _OPEN else f"前面缺“{other}”"
                message = (
                    f"“{mark}”{missing}。请补上"
                    if mark not in "“”"
                    else f"引号不成对：{mark}{missing[:2]}缺另一半。请补上"
                )
                yield subject.hit(paragraph, (at, at + 1), message)


def _first_fault(paragraph: Paragraph) -> int | None:
    """Return the place of the first mark without its other half."""
    view = paragraph.view
    waiting: list[tuple[str, int]] = []
    for at, character in enumerate(view):
        if character in _OPEN and not _LOST.match(view, at):
            waiting.append((character, at))
        elif character in _CLOSED:
            if character == "）" and not waiting and re.fullmatch(r"[\da-zA-Z一二三四五六七八九十]{1,3}", view[:at]):
                continue  # “1）” is a label
            if not waiting:
                return at
            if waiting[-1][0] != _CLOSED[character]:
                inner = any(mark == _CLOSED[character] for mark, _ in waiting)
                return waiting[-1][1] if inner else at
            waiting.pop()
    return waiting[0][1] if waiting else None


@rule(
    "标点-02",
    "错误",
    finds="引号里面又用双引号，书名号里面又用双书名号",
    why="引号中再用引号，外面用双引号，里面用单引号；书名号中再用书名号，里面用单书名号。",
    wrong="““4·15”全民国家安全教育日”　《关于印发《办法》的通知》",
    right="“‘4·15’全民国家安全教育日”　《关于印发〈办法〉的通知》",
    source=f"{_MARKS} 4.8.3.4、4.15.3.5",
    authority="国标",
    on="text",
)
def nested(subject: TextSubject) -> Iterator[Hit]:
    """An opening mark of a kind that is open already."""
    for paragraph in subject.paragraphs:
        if paragraph.kind not in TEXT:
            continue
        for opening, closing, inner in (("“", "”", "‘ ’"), ("《", "》", "〈 〉")):
            found = re.search(
                f"{opening}[^{opening}{closing}]*{opening}[^{opening}{closing}]*{closing}[^{opening}{closing}]*{closing}",
                paragraph.view,
            )
            if found:
                message = f"{opening}{closing}里面又用了{opening}{closing}。里面的请改用{inner.replace(' ', '')}"
                yield subject.hit(paragraph, found.span(), message)


@rule(
    "标点-03",
    "警告",
    finds="用了直引号 \" '",
    why="汉字之间用弯引号“”‘’。",
    wrong='落实"谁执法谁普法"责任制',
    right="落实“谁执法谁普法”责任制",
    source=f"{_MARKS} 4.8",
    authority="国标",
    on="text",
)
def straight(subject: TextSubject) -> Iterator[Hit]:
    """Straight quotation marks beside Chinese characters, once per paragraph."""
    for paragraph in subject.paragraphs:
        found = _STRAIGHT.search(paragraph.text) if paragraph.kind in TEXT and not subject.half_width else None
        if found:
            yield original_hit(paragraph, found.span(), "用了直引号。请改用“”")


@rule(
    "标点-04",
    "警告",
    finds="并列的书名号之间、引号之间用了顿号",
    why="标有引号、书名号的并列成分之间通常不用顿号；中间有括注的除外。",
    wrong="《民法典》、《行政处罚法》",
    right="《民法典》《行政处罚法》",
    source=f"{_MARKS} 4.5.3.5",
    authority="国标",
    on="text",
)
def commas_between_pairs(subject: TextSubject) -> Iterator[Hit]:
    """》、《 and ”、“."""
    for pattern, marks in ((r"》、《", "书名号"), (r"”、“", "引号")):
        for paragraph, match in subject.find(pattern):
            yield subject.hit(paragraph, match.span(), f"并列的{marks}之间不用顿号。请删去顿号")


@rule(
    "标点-05",
    "错误",
    finds="发文字号没有用六角括号〔〕，或者顺序号编虚位、加“第”",
    why="发文字号的年份用六角括号括入；顺序号不加“第”字，不编虚位。",
    wrong="国办发[2018]118号　×政发〔2024〕第05号",
    right="国办发〔2018〕118号　×政发〔2024〕5号",
    source=f"{_MARKS} 4.9.3.4；GB/T 9704—2012，7.2.5",
    authority="国标",
    on="text",
)
def document_numbers(subject: TextSubject) -> Iterator[Hit]:
    """Numbers of documents in other brackets; case numbers of courts have letters before 号 and are left alone."""
    pattern = r"[（(\[【［]((?:19|20)\d\d)年?[）)\]】］](?:第?0*)([1-9]\d{0,3})号"
    yield from each_original(subject, pattern, "发文字号用六角括号。请写“〔{1}〕{2}号”", kinds=TEXT)
    yield from each_original(
        subject, r"〔((?:19|20)\d\d)年〕(\d{1,4})号", "年份后面不加“年”。请写“〔{1}〕{2}号”", kinds=TEXT
    )
    yield from each_original(
        subject,
        r"〔((?:19|20)\d\d)〕(?:第0*|0+)(\d{1,4})号",
        "顺序号不加“第”、不编虚位。请写“〔{1}〕{2}号”",
        kinds=TEXT,
    )
