"""Find the elements of an official document in a Word file, by what they say and where they stand.

Names of styles are not asked: most files are formatted by hand.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.readers.anatomy import Anatomy, Attachment, Heading
from drafter.readers.furniture import head_of, imprint_of
from drafter.readers.view import Table
from drafter.width import width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.readers.view import Paragraph, Run, WordFile

_HAN = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    (1, re.compile(rf"{_HAN}[、，,.．]")),
    (2, re.compile(rf"[（(]{_HAN}[）)][、，,.．]?")),
    (3, re.compile(r"\d{1,2}(?:[.．、](?!\d)|，)")),
    (4, re.compile(r"[（(]\d{1,2}[）)][、，,.．]?")),
)
_DIGITS = "一二三四五六七八九十"
_RANGE = re.compile(rf"([{_DIGITS}])、([{_DIGITS}])[、类级次月日季年天批届号]")
_DATE = re.compile(
    r"[〇○Ｏ零一二三四五六七八九十\d]{2,4}年\s*[〇零一二三四五六七八九十\d]{0,3}\s*月\s*[〇零一二三四五六七八九十\d]{0,3}\s*日?"
)
_BELOW_TITLE = re.compile(rf"[（(].*[）)]|{_DATE.pattern}")
_MARK = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?")
_NOTE = re.compile(r"附\s*件\s*[:：]\s*\S")
_ORGAN = re.compile(
    r"(委员会|政府|办事处|党委|党组|党工委|工委|管委会|人大|政协|局|厅|委|办|院|部|公安|中心|机关|会|乡|镇|县|市|区|省)$"
)
_KINDS = re.compile(r"(报告|总结|汇报|公告|通报|通知|意见|方案|情况|年报|函)(（.*）)?$")
_END = "。；！？;"
_TITLE_LONGEST, _HEADING_LONGEST, _NAME_LONGEST = 90, 60, 56  # in characters


def recognise(file: WordFile) -> Anatomy:
    """Return what a Word file consists of."""
    found = _Finder(file)
    return found.anatomy()


def heading(paragraph: Paragraph) -> Heading | None:
    """Return the heading that a paragraph is or begins with, or None."""
    text = paragraph.text.strip("\u3000 \t\n")
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if not found or _is_range(text):
            continue
        first = re.match(r"[^。！？]*[。！？]?", text)
        sentence = first[0] if first else text
        rest = text[len(sentence) :].strip()
        if width(sentence) > _HEADING_LONGEST or (not rest and sentence.endswith(("；", "："))):
            return None
        if not rest and sentence.endswith("。") and width(sentence) > 40:
            return None
        offset = len(paragraph.text) - len(paragraph.text.lstrip("\u3000 \t\n")) + len(sentence)
        head, tail = _cut(paragraph.runs, offset)
        return Heading(level, found[0], sentence, paragraph, head, tail if rest else ())
    return None


def _is_range(text: str) -> bool:
    """Tell whether two numbers in a row begin a text: “三、四季度”, but not “三、一年来的工作”."""
    found = _RANGE.match(text)
    return found is not None and _DIGITS.index(found[2]) == _DIGITS.index(found[1]) + 1


def _cut(runs: Sequence[Run], offset: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Divide runs behind a number of characters; a run that reaches across belongs to where most of it lies."""
    head: list[Run] = []
    tail: list[Run] = []
    for run in runs:
        (head if offset >= (len(run.text) + 1) // 2 else tail).append(run)
        offset -= len(run.text)
    return tuple(head), tuple(tail)


class _Finder:
    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._items = [p for p in file.paragraphs if not p.blank and not p.framed]
        self._before_table = {table.after for table in file.pieces if isinstance(table, Table)}

    def anatomy(self) -> Anatomy:
        head, start = head_of(self._file, self._items)
        title, start = self._title(start)
        addressee, start = self._addressee(start, found=bool(title))
        end, attachments = self._attachments(start)
        date_at = next(
            (at for at in reversed(range(start, end)) if _DATE.fullmatch(self._items[at].text.strip())), None
        )
        names_at, names = self._names(start, end if date_at is None else date_at)
        notes_at, notes = self._notes(start, names_at)
        note, imprint_at = self._note(names_at if date_at is None else date_at + 1, end)
        imprint, left = imprint_of(self._file, self._items[start if date_at is None else imprint_at : end])
        plain = [p for p in self._items[start:notes_at] if p not in left]
        plain += [p for attachment in attachments for p in attachment.body]
        headings = [found for p in plain if (found := heading(p)) is not None]
        alone = {h.paragraph.number for h in headings if not h.rest}
        return Anatomy(
            self._file,
            head,
            title,
            addressee,
            tuple(headings),
            tuple(p for p in plain if p.number not in alone and not self._caption(p)),
            notes,
            names,
            None if date_at is None else self._items[date_at],
            note,
            tuple(attachments),
            imprint,
            tuple(
                piece
                for piece in self._file.pieces
                if isinstance(piece, Table)
                and piece is not (imprint and imprint.table)
                and not (head and set(piece.paragraphs) & set(head.marks))
            ),
        )

    def _title(self, at: int) -> tuple[tuple[Paragraph, ...], int]:
        found: list[Paragraph] = []
        while at < len(self._items):
            item = self._items[at]
            text = item.text.strip()
            if width(text) > _TITLE_LONGEST or text[-1] in _END + "：:，," or heading(item) is not None:
                break
            if found and not self._continues(found[-1], item):
                break
            found.append(item)
            at += 1
        return tuple(found), at

    @staticmethod
    def _continues(before: Paragraph, item: Paragraph) -> bool:
        """Tell whether a paragraph is a further line of the title above it."""
        whole = before.text.strip()
        alike = item.size == before.size and item.alignment == before.alignment == "center"
        return alike and item.number == before.number + 1 and not _KINDS.search(whole) and not _DATE.search(item.text)

    def _addressee(self, at: int, *, found: bool) -> tuple[Paragraph | None, int]:
        """Return 主送机关: the first paragraph below the title, where it names organs and at most a colon ends it.

        A remark in brackets or a day may stand between them.
        """
        while found and at < len(self._items) - 1 and _BELOW_TITLE.fullmatch(self._items[at].text.strip()):
            at += 1
        if not found or at >= len(self._items):
            return None, at
        text = self._items[at].text.strip()
        names = text.rstrip("：:，,、；;")
        organs = _ORGAN.search(names) and not re.search(r"[。！？]", names) and heading(self._items[at]) is None
        return (
            (self._items[at], at + 1)
            if organs and width(names) <= 4 * 28 and len(text) - len(names) <= 1
            else (None, at)
        )

    def _attachments(self, start: int) -> tuple[int, list[Attachment]]:
        """Return where the first 附件 begins, and all of them."""
        marks = [at for at in range(start, len(self._items)) if _MARK.fullmatch(self._items[at].text.strip())]
        result = []
        for at, after in pairwise([*marks, len(self._items)]):
            titles = self._items[at + 1 : at + 2]
            while titles and at + 1 + len(titles) < after:
                item = self._items[at + 1 + len(titles)]
                if not self._continues(titles[-1], item) or item.size <= 16:
                    break
                titles.append(item)
            rest = [
                p
                for p in self._items[at + 1 + len(titles) : after]
                if not re.match(r"抄送[：:]|.*印发$", p.text.strip())
            ]
            result.append(Attachment(self._items[at], tuple(titles), tuple(rest)))
        return (marks[0] if marks else len(self._items)), result

    def _names(self, start: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
        """Return the signatures above the date: short, without a closing mark, of an organ or set to the right."""
        at = end
        while at > start + 1 and end - at < 6:
            item = self._items[at - 1]
            text = item.text.strip()
            alone = width(text) <= _NAME_LONGEST and text[-1] not in _END + "：:，,、"
            if not alone or heading(item) is not None or _NOTE.match(text) or re.match(r"\d{1,2}[.．]", text):
                break
            if not (_ORGAN.search(text) or item.alignment == "right" or item.right_cells > 0):
                break
            at -= 1
        return at, tuple(self._items[at:end])

    def _notes(self, start: int, end: int) -> tuple[int, tuple[Paragraph, ...]]:
        """Return 附件说明: from “附件：” to the signature."""
        for at in range(end - 1, start, -1):
            if _NOTE.match(self._items[at].text.strip()):
                return at, tuple(self._items[at:end])
        return end, ()

    def _note(self, at: int, end: int) -> tuple[Paragraph | None, int]:
        if at < end and re.match(r"[（(]", self._items[at].text.strip()) and width(self._items[at].text) <= 56:
            return self._items[at], at + 1
        if (
            at < end
            and self._items[at].text.strip().endswith(("公开", "公开发布"))
            and width(self._items[at].text) <= 28
        ):
            return self._items[at], at + 1
        return None, at

    def _caption(self, item: Paragraph) -> bool:
        """Tell whether a paragraph is the caption of a table or a picture."""
        short = width(item.text) <= 28 and item.text.strip()[-1] not in _END
        return short and (item.number in self._before_table or item.alignment == "center")
