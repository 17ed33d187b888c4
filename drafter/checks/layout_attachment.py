"""版式: 附件 (GB/T 9704—2012, 7.3.7) and what practice asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.layout import (
    PRACTICE,
    Measured,
    at,
    bare,
    begins,
    cells_shown,
    clause,
    size_shown,
    wrong_face,
    wrong_size,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy


@clause(
    "版式-38",
    "错误",
    "7.3.7",
    name="附件另面",
    finds="附件没有另起一面",
    why="附件应当另面编排。",
    wrong="成文日期下面接着“附件1”",
    right="“附件1”前分页",
)
def new_page(anatomy: Anatomy) -> Iterator[Measured]:
    """Each attachment begins a page."""
    for attachment in anatomy.attachments:
        begun = attachment.mark.new_page
        yield at(attachment.mark, "附件", "另面" if begun else "没有分页", "另面编排", right=begun)


@clause(
    "版式-39",
    "错误",
    "7.3.7",
    name="附件序号",
    finds="“附件”及序号不是三号黑体顶格",
    why="“附件”二字及附件顺序号用三号黑体字顶格编排在版心左上角第一行。",
    wrong="“附件1”用仿宋",
    right="三号黑体，顶格",
)
def mark(anatomy: Anatomy) -> Iterator[Measured]:
    """三号黑体 at the left edge, the number too."""
    for attachment in anatomy.attachments:
        item = attachment.mark
        digits = [run for run in item.runs if any(c.isdigit() for c in run.text)]
        face = wrong_face(item.runs, "黑体") or next((r.latin.name for r in digits if "黑体" not in r.latin.name), None)
        size, left = wrong_size(item.runs, 16), begins(item)
        flush = abs(left) < 0.3 and item.alignment in {"left", "both"}
        value = f"{size_shown(size or 16)}{face or '黑体'}，左空{cells_shown(left)}"
        right = face is None and size is None and flush
        yield at(item, "附件序号", value, "三号（16磅）黑体，顶格", right=right)


@clause(
    "版式-40",
    "错误",
    "7.3.7",
    name="附件一致",
    finds="附件的顺序号、标题与附件说明不一致",
    why="附件顺序号和附件标题应当与附件说明的表述一致。",
    wrong="附件说明写“主要数据表”，附件标题是“数据表”",
    right="两处相同",
)
def agreement(anatomy: Anatomy) -> Iterator[Measured]:
    """Titles and order of the attachments are those of 附件说明."""
    told = [re.sub(r"^(附件[:：])?(\d{1,2}[.．])?", "", bare(item.text)) for item in anatomy.attachment_notes]
    if not anatomy.attachments:
        return
    if len(told) != len(anatomy.attachments):
        value = f"附件说明{len(told)}个，附件{len(anatomy.attachments)}个"
        yield at(anatomy.attachments[0].mark, "附件个数", value, "两处相同", right=False)
        return
    for order, (name, attachment) in enumerate(zip(told, anatomy.attachments, strict=True), start=1):
        title = "".join(bare(item.text) for item in attachment.titles)
        number = re.sub(r"\D", "", attachment.mark.text)
        numbered = number == str(order) if len(told) > 1 else number in {"", "1"}
        where = f"附件{number}：{title}"
        yield at(attachment.mark, "附件", where, f"“{order}.{name}”（附件说明）", right=numbered and title == name)


@clause(
    "版式-41",
    "提示",
    PRACTICE,
    name="大纲级别",
    finds="标题没有设大纲级别",
    why="有大纲级别（标题样式），导航窗格和目录里才看得到；接排的标题除外。",
    wrong="“一、”只是改了字体的正文",
    right="“一、”用样式“标题 1”",
)
def outline(anatomy: Anatomy) -> Iterator[Measured]:
    """Headings of the first two layers that stand alone have an outline level, the first above the second."""
    for h in anatomy.headings:
        if h.level <= 2 and not h.rest:
            level = h.paragraph.outline
            value = "正文文本" if level is None else f"{level + 1}级"
            yield at(h.paragraph, f"“{h.label}”的大纲级别", value, f"{h.level}级", right=level == h.level - 1)


@clause(
    "版式-42",
    "提示",
    PRACTICE,
    name="标题与下段同页",
    finds="独行标题没有设“与下段同页”",
    why="没有设，标题可能落在一面的最后一行。",
    wrong="“二、不足和原因”在页末，正文在下一面",
    right="段落设“与下段同页”",
)
def keep_next(anatomy: Anatomy) -> Iterator[Measured]:
    """Headings that stand alone stay with what follows."""
    for h in anatomy.headings:
        if not h.rest and h.level <= 2:
            kept = h.paragraph.keep_next
            yield at(h.paragraph, "独行标题", "与下段同页" if kept else "没有设", "与下段同页", right=kept)


@clause(
    "版式-43",
    "警告",
    "7.3.5.5",
    name="此页无正文",
    finds="用了“此页无正文”",
    why="所剩空白处容不下印章或成文日期时，调整行距、字距；“此页无正文”是1999年标准以前的做法。",
    wrong="（此页无正文）",
    right="署名与正文末段同页",
)
def no_text(anatomy: Anatomy) -> Iterator[Measured]:
    """No “此页无正文”."""
    found = [p for p in anatomy.file.paragraphs if re.search(r"此[页面]无正文", p.text)]
    for paragraph in found:
        yield at(paragraph, "落款", "有“此页无正文”", "没有", right=False)
    if not found:
        yield Measured("落款", "没有“此页无正文”", "没有", right=True)


@clause(
    "版式-44",
    "提示",
    PRACTICE,
    name="残留信息",
    finds="文件里有作者、批注、修订、隐藏文字",
    why="上报、公开前应当清除：接受修订，删去批注和隐藏文字，删去文件属性里的姓名。",
    wrong="作者：某某某；还有3处修订",
    right="没有",
)
def leftovers(anatomy: Anatomy) -> Iterator[Measured]:
    """Nothing besides the text: no names, comments, tracked changes, hidden text."""
    left = anatomy.file.leftovers
    counts = (
        ("批注", left.comments),
        ("修订（插入）", left.insertions),
        ("修订（删除）", left.deletions),
        ("隐藏文字", left.hidden),
    )
    names = "、".join(left.authors)
    yield Measured("文件属性里的姓名、单位", names or "没有", "没有", right=not names)
    for name, count in counts:
        yield Measured(name, f"{count}处" if count else "没有", "没有", right=not count)
