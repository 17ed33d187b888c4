"""版式: type and colour of the text (GB/T 9704—2012, 5.2.2, 5.2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.layout import PRACTICE, Measured, at, clause, faces, is_face, size_shown, wrong_face, wrong_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Paragraph, Run

_BODY = 16.0
_MARKS = "“”‘’—…"
_LATIN = ("times new roman", "仿宋", "fangsong", "宋体", "simsun")


def _elements(anatomy: Anatomy) -> Iterator[tuple[str, Paragraph, tuple[Run, ...]]]:
    """Yield what is set in 三号仿宋 (5.2.2), headings aside, with its name and its runs."""
    rests = {h.paragraph.number: h.rest for h in anatomy.headings}
    for paragraph in anatomy.body:
        yield "正文", paragraph, rests.get(paragraph.number, paragraph.runs)
    groups: tuple[tuple[str, tuple[Paragraph | None, ...]], ...] = (
        ("主送机关", (anatomy.addressee,)),
        ("附件说明", anatomy.attachment_notes),
        ("署名", anatomy.names),
        ("成文日期", (anatomy.date,)),
        ("附注", (anatomy.note,)),
    )
    for name, group in groups:
        yield from ((name, paragraph, paragraph.runs) for paragraph in group if paragraph is not None)


def _everything(anatomy: Anatomy) -> Iterator[Paragraph]:
    """Yield all paragraphs of the main part and its attachments, tables too; 版头 and 版记 are not among them."""
    yield from anatomy.title
    yield from (h.paragraph for h in anatomy.headings if not h.rest)
    yield from (paragraph for _, paragraph, _ in _elements(anatomy))
    for attachment in anatomy.attachments:
        yield attachment.mark
        yield from attachment.titles
    for table in anatomy.tables:
        yield from table.paragraphs


@clause(
    "版式-09",
    "警告",
    "5.2.2",
    name="正文字体",
    finds="正文、主送机关、附件说明、署名、日期、附注不是仿宋",
    why="如无特殊说明，公文格式各要素一般用三号仿宋体字。",
    wrong="正文用宋体",
    right="仿宋_GB2312 或仿宋",
)
def body_face(anatomy: Anatomy) -> Iterator[Measured]:
    """仿宋 in every element that has no type of its own."""
    for name, paragraph, runs in _elements(anatomy):
        if faces(runs):
            wrong = wrong_face(runs, "仿宋")
            value = wrong or max(faces(runs), key=lambda face: faces(runs)[face])
            yield at(paragraph, f"{name}字体", value, "仿宋", right=wrong is None)


@clause(
    "版式-10",
    "警告",
    "5.2.2",
    name="正文字号",
    finds="正文、层次标题、主送机关、附件说明、署名、日期、附注不是三号",
    why="如无特殊说明，公文格式各要素一般用三号仿宋体字。",
    wrong="正文用四号",
    right="三号（16磅）",
)
def body_size(anatomy: Anatomy) -> Iterator[Measured]:
    """三号 in every element that has no size of its own."""
    headings = [("标题", h.paragraph, h.head) for h in anatomy.headings]
    for name, paragraph, runs in (*_elements(anatomy), *headings):
        if any(run.text.strip() for run in runs):
            wrong = wrong_size(runs, _BODY)
            what = "层次标题字号" if name == "标题" else f"{name}字号"
            yield at(paragraph, what, size_shown(wrong or _BODY), "三号（16磅）", right=wrong is None)


@clause(
    "版式-11",
    "错误",
    "5.2.4",
    name="颜色",
    finds="文字不是黑色",
    why="如无特殊说明，公文中文字的颜色均为黑色。",
    wrong="标题是蓝色",
    right="黑色（自动）",
)
def colour(anatomy: Anatomy) -> Iterator[Measured]:
    """Black everywhere but in 版头; no highlight is left behind."""
    for paragraph in _everything(anatomy):
        shown = [run for run in paragraph.runs if run.text.strip()]
        coloured = next((f"颜色{run.colour}" for run in shown if run.colour), "")
        marked = next(("突出显示" for run in shown if run.highlight), "")
        yield at(paragraph, "文字颜色", coloured or marked or "黑色", "黑色", right=not (coloured or marked))


@clause(
    "版式-12",
    "提示",
    PRACTICE,
    name="数字字体",
    finds="数字和字母的字体不合习惯",
    why="标准没有规定数字的字体；各地多用 Times New Roman 或仿宋。",
    wrong="Calibri",
    right="Times New Roman",
)
def latin(anatomy: Anatomy) -> Iterator[Measured]:
    """Digits and Latin letters in Times New Roman or the face of the text around."""
    for _, paragraph, runs in _elements(anatomy):
        names = {run.latin.name for run in runs if any(c.isascii() and c.isalnum() for c in run.text)}
        if names:
            wrong = sorted(name for name in names if not name.lower().startswith(_LATIN))
            value = (wrong or sorted(names))[0] or "没有指定"
            yield at(paragraph, "数字字体", value, "Times New Roman 或仿宋", right=not wrong)


@clause(
    "版式-13",
    "警告",
    PRACTICE,
    name="引号字体",
    finds="引号、破折号、省略号用了西文字体",
    why="没有注明中文的“”‘’——……会用西文字体，变成半角，一行的字数也就变了。",
    wrong="“三项制度”的引号是 Times New Roman",
    right="引号与汉字同一字体",
)
def marks(anatomy: Anatomy) -> Iterator[Measured]:
    """Marks that both faces have are set in the Chinese one."""
    for paragraph in _everything(anatomy):
        runs = [run for run in paragraph.runs if any(c in _MARKS for c in run.text)]
        if runs:
            wrong = next((run for run in runs if not run.chinese_marks), None)
            value = "中文字体" if wrong is None else (wrong.latin.name or "西文字体")
            yield at(paragraph, "引号、破折号的字体", value, "中文字体", right=wrong is None)


@clause(
    "版式-14",
    "提示",
    PRACTICE,
    name="主题字体",
    finds="字体由主题决定",
    why="主题字体换一个主题、换一台机器就变；公文的字体应当直接指明。",
    wrong="中文正文（等线）",
    right="仿宋_GB2312",
)
def theme(anatomy: Anatomy) -> Iterator[Measured]:
    """Typefaces are named, not taken from the theme."""
    for paragraph in _everything(anatomy):
        shown = [run for run in paragraph.runs if run.text.strip()]
        named = next((run.east.name or "没有指明" for run in shown if run.east.theme), "")
        named = named or next((run.latin.name or "没有指明" for run in shown if run.latin.theme), "")
        yield at(paragraph, "字体", f"主题字体（{named}）" if named else "已指明", "直接指明的字体", right=not named)


@clause(
    "版式-15",
    "警告",
    PRACTICE,
    name="不加粗",
    finds="标题或正文加粗",
    why="标准以字体区分层次（小标宋、黑体、楷体、仿宋），没有规定加粗。三级标题、“一是”加粗是有的地方的习惯。",
    wrong="一级标题黑体加粗",
    right="一级标题黑体，不加粗",
)
def bold(anatomy: Anatomy) -> Iterator[Measured]:
    """No bold in title and headings; elsewhere it is a hint."""
    for paragraph in anatomy.title:
        wrong = any(run.bold and run.text.strip() for run in paragraph.runs)
        yield at(paragraph, "标题", "加粗" if wrong else "不加粗", "不加粗", right=not wrong)
    for h in anatomy.headings:
        wrong = any(run.bold and run.text.strip() for run in h.head)
        made = at(h.paragraph, f"第{h.level}层标题", "加粗" if wrong else "不加粗", "不加粗", right=not wrong)
        yield made if h.level < 3 else _hint(made)
    for name, paragraph, runs in _elements(anatomy):
        wrong = any(run.bold and run.text.strip() for run in runs)
        yield _hint(at(paragraph, name, "加粗" if wrong else "不加粗", "不加粗", right=not wrong))


def _hint(made: Measured) -> Measured:
    return Measured(made.what, made.value, made.required, made.right, made.paragraph, made.words, "提示")


def is_song(name: str) -> bool:
    """Tell whether a face is 宋体, 小标宋 and 仿宋 aside."""
    return is_face(name, "宋体") and not is_face(name, "小标宋") and not is_face(name, "仿宋")
