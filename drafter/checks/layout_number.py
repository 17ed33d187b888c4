"""版式: 页码 (GB/T 9704—2012, 7.5), as the footers of a Word file give it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.checks.layout import Measured, begins, cells_shown, clause, mm, size_shown
from drafter.checks.layout_text import is_song
from drafter.readers.anatomy import NATURAL
from drafter.readers.view import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Footer, Paragraph, Run, Section

_DASH = 0.33
"""How far a 一字线 stands above the baseline, in parts of the size (0.30 to 0.36, by the typeface)."""
_BASELINE = 0.2
"""Where all programs put the baseline of an exact line: a fifth of its height above its lower edge."""
_NATURAL_BASELINE = 0.29
"""The same for single spacing of a Chinese face, in parts of the size."""


class _Number(NamedTuple):
    """A page number: on which pages, its section, footer and paragraph; ``boxed`` where its place is unknown."""

    pages: str
    section: Section
    footer: Footer
    paragraph: Paragraph
    boxed: bool

    @property
    def digits(self) -> list[Run]:
        return [run for run in self.paragraph.runs if run.field.startswith("PAGE")]


def _footers(anatomy: Anatomy) -> Iterator[tuple[str, Section, Footer | None]]:
    """Yield the footers that come to be used, each once."""
    seen: list[Footer] = []
    for section in anatomy.file.sections:
        used = [("单页" if anatomy.file.odd_and_even else "各页", section.odd)]
        used += [("双页", section.even)] if anatomy.file.odd_and_even else []
        used += [("首页", section.first)] if section.title_page else []
        for pages, footer in used:
            if section.width > section.height or any(footer is known for known in seen):
                continue
            if footer is not None:
                seen.append(footer)
            yield pages, section, footer


def _numbers(anatomy: Anatomy) -> Iterator[_Number]:
    for pages, section, footer in _footers(anatomy):
        if footer is None:
            continue
        for paragraph in (*footer.paragraphs, *footer.boxed):
            if any(run.field.startswith("PAGE") for run in paragraph.runs):
                yield _Number(pages, section, footer, paragraph, any(paragraph is p for p in footer.boxed))
                break


@clause(
    "版式-45",
    "错误",
    "7.5",
    name="页码",
    finds="没有页码，或者页码是打上去的数字",
    why="页码编排在版心下边缘之下；附件与正文一起装订时，页码连续编排。",
    wrong="没有页码",
    right="每页有页码（页码域）",
)
def present(anatomy: Anatomy) -> Iterator[Measured]:
    """Every footer has a page number that counts."""
    for pages, _, footer in _footers(anatomy):
        paragraphs = () if footer is None else (*footer.paragraphs, *footer.boxed)
        counted = any(run.field.startswith("PAGE") for p in paragraphs for run in p.runs)
        typed = not counted and any(re.search(r"\d", p.text) for p in paragraphs)
        value = "有" if counted else "打上去的数字，不会变" if typed else "没有"
        yield Measured(f"{pages}页码", value, "有（页码域）", counted)


@clause(
    "版式-46",
    "错误",
    "7.5",
    name="页码一字线",
    finds="页码左右没有一字线",
    why="数字左右各放一条一字线（— 1 —）。",
    wrong="- 1 -、第1页",
    right="— 1 —",
)
def dashes(anatomy: Anatomy) -> Iterator[Measured]:
    """“— 1 —”, with a dash one character wide."""
    for number in _numbers(anatomy):
        text = number.paragraph.text.strip()
        right = re.fullmatch(r"[—―]\s?\d+\s?[—―]", text) is not None
        yield Measured(f"{number.pages}页码", re.sub(r"\d+", "1", text), "— 1 —", right)


@clause(
    "版式-47",
    "警告",
    "7.5",
    name="页码字体字号",
    finds="页码不是四号宋体",
    why="页码一般用四号半角宋体阿拉伯数字。",
    wrong="Times New Roman 小五",
    right="四号（14磅）宋体",
)
def number_type(anatomy: Anatomy) -> Iterator[Measured]:
    """四号宋体 digits, half-width."""
    for number in _numbers(anatomy):
        for run in number.digits[:1]:
            right = is_song(run.latin.name) and abs(run.size - 14) <= 0.1
            value = f"{size_shown(run.size)}{run.latin.name or '没有指定字体'}"
            yield Measured(f"{number.pages}页码", value, "四号（14磅）宋体", right)


@clause(
    "版式-48",
    "错误",
    "7.5",
    name="页码左右位置",
    finds="单页码没有居右空一字，或者双页码没有居左空一字",
    why="单页码居右空一字，双页码居左空一字。",
    wrong="页码都居中",
    right="奇数页居右空一字，偶数页居左空一字",
)
def side(anatomy: Anatomy) -> Iterator[Measured]:
    """Right on odd pages, left on even ones, one character in."""
    for number in _numbers(anatomy):
        item, pages = number.paragraph, number.pages
        if pages == "各页":
            yield Measured("页码", "奇偶页位置相同", "单页码居右空一字，双页码居左空一字", right=False)
        elif number.boxed:
            yield Measured(f"{pages}页码", "在文本框里，用 --render 实测", "空一字", None)
        elif pages == "双页":
            free, left = begins(item), item.alignment in {"left", "both"}
            value = f"居左空{cells_shown(free)}" if left else _where(item)
            yield Measured(f"{pages}页码", value, "居左空1字", left and 0.6 <= free <= 1.4)
        else:
            free, right = item.right_cells + _typed(item), item.alignment == "right"
            value = f"居右空{cells_shown(free)}" if right else _where(item)
            yield Measured(f"{pages}页码", value, "居右空1字", right and 0.6 <= free <= 1.4)


def _typed(item: Paragraph) -> float:
    return len(item.text) - len(item.text.rstrip("\u3000"))


def _where(item: Paragraph) -> str:
    return {"center": "居中", "right": "居右"}.get(item.alignment, "居左")


@clause(
    "版式-49",
    "错误",
    "7.5",
    name="页码上下位置",
    finds="页码的一字线上距版心下边缘不是7毫米",
    why="页码编排在版心下边缘之下，一字线上距版心下边缘7毫米。",
    wrong="页脚距边界15毫米，一字线在版心下17毫米",
    right="7毫米",
)
def height(anatomy: Anatomy) -> Iterator[Measured]:
    """The dash 7 mm below the text area, from the distance of the footer and the height of its lines."""
    for number in _numbers(anatomy):
        if number.boxed:
            yield Measured(f"{number.pages}页码", "在文本框里，用 --render 实测", "7毫米", None)
            continue
        below = [p for p in number.footer.paragraphs if not p.framed]
        under = below[[p is number.paragraph for p in below].index(True) + 1 :]
        free = number.section.footer_distance + sum(_height(p) + p.before + p.after for p in under)
        item = number.paragraph
        foot = _BASELINE * item.line if item.rule == "exact" else _NATURAL_BASELINE * item.size
        distance = number.section.bottom - free - item.after - foot - _DASH * item.size
        yield Measured(f"{number.pages}页码一字线", f"版心下{mm(distance)}", "版心下7毫米", abs(distance / MM - 7) <= 1)


def _height(item: Paragraph) -> float:
    return item.line if item.rule == "exact" else NATURAL * item.size * (item.line if item.rule == "auto" else 1)
