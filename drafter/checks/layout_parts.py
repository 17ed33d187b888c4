"""版式: where the elements stand on the rendered pages (GB/T 9704—2012, 7.3)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.checks.layout import PRACTICE, Measured, bare, clause, is_han
from drafter.checks.layout_pages import (
    BASELINE,
    BODY,
    LEFT,
    RIGHT,
    TOP,
    TURNED_TOP,
    line_pitch,
    on_page,
    pages,
    text_lines,
    upright_pages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.pages import Rendered

_MARKS = "，。、；：？！”’）》〉〕】…—"


@clause(
    "版式-65",
    "错误",
    "7.3.3",
    name="首页显示正文",
    finds="首页没有正文",
    why="公文首页必须显示正文。",
    wrong="首页只有版头、标题和主送机关",
    right="首页至少有一行正文",
    on="pages",
)
def first_page(rendered: Rendered) -> Iterator[Measured]:
    """The beginning of the body stands on page one."""
    if not rendered.anatomy.text or not rendered.pages:
        return
    begin = bare(rendered.anatomy.text[0].text)[:8]
    shown = begin in "".join(bare(line.text) for line in rendered.pages[0].lines)
    yield Measured("首页", "有正文" if shown else "没有正文", "有正文", shown)


@clause(
    "版式-66",
    "错误",
    "7.3.5",
    name="落款与正文同面",
    finds="署名和日期独占一面",
    why="印章顶端应当上距正文（或附件说明）一行之内；容不下时调整行距、字距，使署名和日期与正文同面。",
    wrong="最后一面只有署名和日期",
    right="最后一面至少有一行正文",
    on="pages",
)
def signature(rendered: Rendered) -> Iterator[Measured]:
    """On the page of the date stands some of the text above it."""
    anatomy = rendered.anatomy
    if anatomy.date is None:
        return
    own = {bare(p.text) for p in (*anatomy.names, anatomy.date)} | (
        {bare(anatomy.note.text)} if anatomy.note else set()
    )
    date = bare(anatomy.date.text)
    for page in pages(rendered):
        texts = [bare(line.text) for line in text_lines(page)]
        if date in texts:
            alone = all(any(text in mine for mine in own) for text in texts[: texts.index(date)])
            yield on_page(page, "落款", "独占一面" if alone else "与正文同面", "与正文同面", right=not alone)
            return


@clause(
    "版式-67",
    "错误",
    "7.3.7",
    name="实测附件位置",
    finds="“附件”不在版心第一行，或者附件标题不在第三行",
    why="“附件”二字及附件顺序号编排在版心左上角第一行，附件标题居中编排在版心第三行。",
    wrong="附件标题在第二行",
    right="第一行、第三行",
    on="pages",
)
def attachments(rendered: Rendered) -> Iterator[Measured]:
    """The mark stands on line one of a page and the title on line three."""
    pitch = line_pitch(rendered) or 10.21
    for attachment in rendered.anatomy.attachments:
        mark = bare(attachment.mark.text)
        page = next(
            (page for page in pages(rendered) if text_lines(page) and bare(text_lines(page)[0].text) == mark),
            None,
        )
        if page is None:
            yield Measured(mark, "不在一面的第一行", "第1行", right=False)
            continue
        top = TURNED_TOP if page.width > page.height else TOP
        rows = [(line.baseline - top - BASELINE * pitch) / pitch + 1 for line in text_lines(page)[:2]]
        value = "、".join(f"第{row:.1f}行".replace(".0行", "行") for row in rows)
        right = [round(row) for row in rows] == [1, 3] and all(abs(row - round(row)) <= 0.3 for row in rows)
        yield on_page(page, f"“{mark}”和标题", value, "第1行、第3行", right=right)


@clause(
    "版式-68",
    "提示",
    PRACTICE,
    name="总面数",
    finds="总面数是奇数",
    why="双面印刷时最后一面朝外；有的单位要求总面数是偶数。不必为此凑字。",
    wrong="5面",
    right="4面或6面",
    on="pages",
)
def even(rendered: Rendered) -> Iterator[Measured]:
    """An even number of pages."""
    count = len(rendered.pages)
    yield Measured("总面数", f"{count}面", "偶数", right=count % 2 == 0)


@clause(
    "版式-69",
    "提示",
    PRACTICE,
    name="末行孤字",
    finds="段落的最后一行只有一个字",
    why="一个字占一行不好看；增减一两个字就能收回去。不必强求。",
    wrong="……取得新成效\n果。",
    right="……取得新成效。",
    on="pages",
)
def orphans(rendered: Rendered) -> Iterator[Measured]:
    """The last line of a paragraph holds more than one character."""
    found = 0
    for page in upright_pages(rendered):
        for above, line in pairwise(text_lines(page)):
            short = (
                abs(line.left - LEFT) < 1.5 and sum(map(is_han, line.text)) == 1 and line.text[1:].strip(_MARKS) == ""
            )
            if short and abs(line.size - BODY) < 0.6 and above.right > RIGHT - 6 and is_han(line.text[0]):
                found += 1
                words = (above.text + line.text)[-10:]
                yield Measured(f"第{page.number}面“{words}”", "末行只有一个字", "两个字以上", right=False)
    if not found and rendered.pages:
        yield Measured("段落末行", "没有孤字", "没有孤字", right=True)
