"""Recognise, by what they say and where they stand, the elements of a report that is given as plain lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from drafter.checks.text.furniture import is_furniture, is_page_line
from drafter.checks.text.normal import normalise
from drafter.checks.text.subject import Paragraph
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.checks.text.subject import Kind


class Given(Protocol):
    """A line as a reader hands it over; a reader knows nothing of this package."""

    @property
    def text(self) -> str:
        """The text as it stands."""

    @property
    def hint(self) -> str:
        """What the file itself says: “table”, “heading”, or nothing."""

    @property
    def number(self) -> int:
        """The number of the paragraph, from 1."""

    @property
    def line(self) -> int:
        """The line of the file, 0 where there are none."""


class Line(NamedTuple):
    """A line made by hand."""

    text: str
    hint: str = ""
    number: int = 0
    line: int = 0


_HAN = "[一二三四五六七八九十]{1,3}"
_LABELS = (
    (1, re.compile(rf"{_HAN}(?:、(?!{_HAN}[类级次产月日个季年天批届号名条件])|\.|，)")),
    (2, re.compile(rf"（{_HAN}）[、，.]?")),
    (3, re.compile(r"\d{1,2}(?:\.(?!\d)|、|．)")),
    (4, re.compile(r"（\d{1,2}）[、，.]?")),
)
NAMELESS = re.compile(r"关于|20\d\d年")
"""The beginning of a title whose organ stands on the line above."""
_FIRST = re.compile(r"[^。！？：]*[。！？：]?")
_DATE = re.compile(
    r"（?(?:[〇零一二三四五六七八九]{4}|"
    r"\d{2,4})(?:年[〇零一二三四五六七八九十\d]{0,3}月(?:[〇零一二三四五六七八九十\d]{0,3}[日号])?|"
    r"[-./]\d{1,2}[-./]\d{1,2}日?)）?"
)
_ORGAN = re.compile(
    r"(?:委员会|政府|办事处|党委|党组|工委|管委会|人大|政协|[局厅委办院部会组站处]|中心|机关|大队|支队|[乡镇县市区省])$"
)
_TITLE = re.compile(r"(?:报告|总结|情况|年报|汇报|要点|公告|通报)(?:（[^（）]*）)?$")
_ATTACHMENT = re.compile(r"附件(?:\d{1,2}|[一二三四五六七八九十])?(?:$|：)")
_NOTE = re.compile(r"（(?:此件|联系人|本件).*）|此件[^。]{0,12}公开[^。]{0,4}")
_COPIES = re.compile(r"(?:抄送|抄报|主送|分送)：|.{2,40}\d日印发$")
_CLOSING = re.compile(r"(?:特此|专此)(?:报告|汇报|函告|通知|请示|呈报)。?|以上(?:报告|汇报|情况|请示).{0,12}")
_HEADING_LONGEST, _TITLE_LONGEST = 60, 90


def paragraphs_of(lines: Iterable[Given]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of some lines with their kinds; empty lines are left out."""
    made: list[Paragraph] = []
    hints: list[str] = []
    for line in lines:
        view, at = normalise(line.text)
        if view:
            number = line.number or len(made) + 1
            made.append(Paragraph(number, line.text, view, at, line=line.line))
            hints.append(line.hint)
    return tuple(_Recogniser(made, hints).all())


class _Recogniser:
    def __init__(self, items: Sequence[Paragraph], hints: Sequence[str]) -> None:
        self._items, self._hints = items, hints
        self._kinds: list[Kind | None] = [None] * len(items)

    def all(self) -> list[Paragraph]:
        begin = self._head()
        end = self._tail(begin)
        for at in range(begin, end):
            self._kinds[at] = self._kinds[at] or self._inner(at)
        made = [
            labelled(replace(item, kind=kind or "body"), hint)
            for item, kind, hint in zip(self._items, self._kinds, self._hints, strict=True)
        ]
        return [
            _unlabelled(item) if following is not None and _lost_label(before, item, following) else item
            for before, item, following in zip([None, *made], made, [*made[1:], None], strict=False)
        ]

    def _inner(self, at: int) -> Kind:
        if self._hints[at] == "table" or self._items[at].text.count("|") >= 2:
            return "furniture" if is_furniture(self._items[at].view) else "table"
        return "closing" if _CLOSING.fullmatch(self._items[at].view) else "body"

    def _head(self) -> int:
        """Tell furniture, titles and 主送机关 apart; return where the text begins."""
        at, last = self._banner(), min(len(self._items), 25)
        titled = False
        while at < last:
            kind = self._head_kind(at, titled=titled)
            if kind is None:
                break
            titled = titled or kind == "title"
            self._kinds[at] = kind
            at += 1
            if kind == "addressee":
                break
        return at

    def _banner(self) -> int:
        """Mark what a web page puts above the first title as furniture; return where the title stands."""
        for at, item in enumerate(self._items[:15]):
            if label_of(item.view)[0] or width(item.view) > 80:
                return 0
            again = self._again(at)  # pages print the title twice, metadata in between
            if self._hints[at] == "title" or (self._is_title(at) and ("法治" in item.view or again > at)):
                at = begin = again  # noqa: PLW2901
                while begin and NAMELESS.match(item.view) and _is_organ(self._items[begin - 1].view):
                    begin -= 1
                for before in range(at):
                    self._kinds[before] = "furniture" if before < begin else "title"
                return at
        return 0

    def _again(self, at: int) -> int:
        """Return where a title stands the last time, if there are other short lines between; else where it stands."""
        view = self._items[at].view
        for later in range(min(at + 12, len(self._items) - 1), at + 1, -1):
            between = [p.view for p in self._items[at:later]]
            short = all(width(line) <= _TITLE_LONGEST and not label_of(line)[0] for line in between)
            if self._items[later].view == view and short and _TITLE.search(view):
                return later
        return at

    def _head_kind(self, at: int, *, titled: bool) -> Kind | None:
        item = self._items[at]
        view = item.view
        if "|" in item.text or is_page_line(view) or (width(view) <= 40 and is_furniture(view)):
            return "furniture"
        if label_of(view)[0] or len(self._items) == 1:
            return "title" if len(self._items) == 1 and _TITLE.search(view) and width(view) <= 60 else None
        if self._hints[at] == "title" or self._is_title(at):
            return "title"
        if _is_addressee(view):
            return "addressee"
        if at and self._items[at - 1].view.endswith("：") and self._kinds[at - 1] == "furniture" and _is_organ(view):
            return "furniture"
        dated = _DATE.fullmatch(view) or (titled and at < 4 and re.fullmatch(r"（.*）", view))
        return "furniture" if dated else None

    def _is_title(self, at: int) -> bool:
        view = self._items[at].view
        if width(view) > _TITLE_LONGEST or view[-1] in "。；！：，、,":
            return False
        if _TITLE.search(view) and ("法治" in view or "年" in view or "报告" in view):
            return True
        following = self._items[at + 1].view if at + 1 < len(self._items) else ""
        return (
            bool(_ORGAN.search(view)) and width(view) <= 50 and "关于" in following and bool(_TITLE.search(following))
        )

    def _tail(self, begin: int) -> int:
        """Tell 附件, 落款, 附注 and furniture apart; return where the text ends."""
        end = len(self._items)
        while end > begin and is_furniture(self._items[end - 1].view) and width(self._items[end - 1].view) < 40:
            end -= 1
            self._kinds[end] = "furniture"
        date = next(
            (at for at in range(end - 1, begin - 1, -1) if _DATE.fullmatch(self._items[at].view)),
            None,
        )
        said = self._items[begin:date]
        if date is not None and date > begin and not any("。" in p.view or label_of(p.view)[0] for p in said):
            date = None  # a day of the page, above the text
        if date is None:
            return self._names(begin, end, dated=False)
        for at in range(date + 1, end):
            self._kinds[at] = self._after(at)
        self._kinds[date] = "date"
        return self._names(begin, date, dated=True)

    def _after(self, at: int) -> Kind:
        view = self._items[at].view
        if _NOTE.fullmatch(view):
            return "note"
        attached = _ATTACHMENT.match(view) or "attachment" in self._kinds[:at]
        return "attachment" if attached and not _COPIES.search(view) else "furniture"

    def _names(self, begin: int, end: int, *, dated: bool) -> int:
        at = end
        while at > begin + 1 and end - at < (6 if dated else 1):
            view = self._items[at - 1].view
            if width(view) > 45 or view[-1] in "。；！？：，、" or label_of(view)[0] or not _ORGAN.search(view):
                break
            if not dated and at - 1 < 3:
                break
            at -= 1
            self._kinds[at] = "signature"
        note = next(
            (n for n in range(at - 1, max(at - 8, begin), -1) if re.match("附件[：:]", self._items[n].view)), None
        )
        if note is not None:
            self._kinds[note:at] = ["attachment"] * (at - note)
            return note
        return at


def _lost_label(before: Paragraph | None, item: Paragraph, following: Paragraph) -> bool:
    """Tell whether a short line without a label is the heading above “（一）”: its “一、” was lost."""
    above = following.level == 2 and following.label.startswith("（一）")
    short = item.kind in {"body", "heading"} and not item.level and 6 <= width(item.view) <= 40
    alone = before is None or before.level != 1 or bool(before.rest)
    return above and short and alone and not re.search(r"[。；：！？，、]$|如下|^现将|｜", item.view)


def _unlabelled(item: Paragraph) -> Paragraph:
    return replace(item, kind="heading", level=1, heading=item.view, begin=len(item.view))


def _is_organ(view: str) -> bool:
    return bool(_ORGAN.search(view)) and width(view) <= 50 and not re.search("[：，。｜|]", view)


def _is_addressee(view: str) -> bool:
    names = view.rstrip("：:")
    if not view.endswith(("：", ":")) or re.search(r"[。！？；]", names) or width(names) > 100:
        return False
    return bool(_ORGAN.search(names)) and "如下" not in names and not label_of(view)[0]


def label_of(view: str) -> tuple[int, str]:
    """Return level and label of a labelled paragraph; 0 and nothing for any other."""
    for level, pattern in _LABELS:
        found = pattern.match(view)
        if found and len(view) > found.end():
            return level, found[0]
    return 0, ""


def labelled(paragraph: Paragraph, hint: str = "") -> Paragraph:
    """Return a paragraph of the body with its label, its level and its heading, where it has them."""
    if paragraph.kind != "body":
        return paragraph
    level, label = label_of(paragraph.view)
    if not level:
        plain = hint == "heading" and width(paragraph.view) <= _HEADING_LONGEST
        return (
            replace(paragraph, kind="heading", heading=paragraph.view, begin=len(paragraph.view))
            if plain
            else paragraph
        )
    first = _FIRST.match(paragraph.view, len(label))
    sentence = first[0] if first else ""
    begin = len(label) + len(sentence)
    alone = begin >= len(paragraph.view)
    long = width(sentence) > _HEADING_LONGEST or sentence.endswith(("：", "；")) or (alone and width(sentence) > 45)
    if long:
        return replace(paragraph, level=level, label=label, begin=len(label))
    return replace(
        paragraph, kind="heading", level=level, label=label, heading=sentence.rstrip("。！？："), begin=begin
    )
