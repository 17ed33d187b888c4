"""Repeated groups: items with a heading and a few texts, that can be added, changed, deleted and moved.

An item whose heading stands empty in the file shows that a further one was asked for and there was none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, given, items, typed
from drafter.questionnaire.question import AnswerFault, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from drafter.questionnaire.question import Option, Plain
    from drafter.report import Path

_NOTHING_MORE = {"无", "没有", "没有了", "没了"}
"""Words for no further item."""

_COMMAND = re.compile(r"(改|删|上移|下移)(?:第)?(\d+)(?:条|项|个)?")
_LONGEST_TITLE = 20
_LONGEST_HEADING = 40
_LABEL = re.compile(r"(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十]+）|\d+[.．、])\s*")


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed instead of one more heading: 改, 删, 上移 or 下移, and the number of the item."""

    verb: str
    number: int

    def __str__(self) -> str:
        """The command as it was understood."""
        return f"{self.verb}第{self.number}条"


def _every(_entry: Plain) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an item: its key and its question; ``options`` make it a choice; ``needs`` says when it is asked.

    ``hints`` says what has to be written where an item has this heading, instead of the hint for all items.
    """

    key: str
    text: str
    hint: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    needs: Callable[[Plain], bool] = _every


@dataclass(frozen=True, slots=True)
class Group:
    """A group: where its list is, the question for one more heading, the texts of an item.

    ``titled``: an item cannot be without its heading. ``offered`` are headings to start from, each with what has to be
    written about it; ``made`` returns what a heading alone becomes. ``entries`` and ``stores`` are given where the list
    does not stand at ``place``, which then only identifies the questions.
    """

    section: str
    place: Path
    text: str
    hint: str
    fields: tuple[Field, ...]
    key: str = "标题"
    offered: tuple[tuple[str, str], ...] = ()
    titled: bool = False
    optional: bool = True
    later: bool = False
    aside: bool = False
    made: Callable[[Plain], dict[str, Plain]] | None = None
    entries: tuple[Plain, ...] | None = None
    stores: Callable[[Plain], dict[Path, Plain]] | None = None
    more: str = field(default="没有别的了就直接回车")

    def held(self, answers: Plain) -> list[Plain]:
        """Return the whole list."""
        return items(answers, self.place) if self.entries is None else list(self.entries)

    def written(self, answers: Plain) -> list[int]:
        """Return the places of the items that hold something."""
        return [at for at, entry in enumerate(self.held(answers)) if _has_content(entry)]

    def stored(self, entries: list[Plain]) -> dict[Path, Plain]:
        """Return the entries of the data file that a changed list becomes."""
        return {self.place: entries} if self.stores is None else self.stores(entries)


def _has_content(entry: Plain) -> bool:
    return isinstance(entry, dict) and any(value not in (None, "", []) for key, value in entry.items() if key != "引语")


def _only_leads(entry: Plain) -> bool:
    """Whether an item only opens the part (引语)."""
    return isinstance(entry, dict) and bool(entry.get("引语")) and not _has_content(entry)


def group(of: Group, answers: Plain) -> Iterator[Question]:
    """Yield the questions of the items that are there, and the heading of one more."""
    held, written = of.held(answers), of.written(answers)
    for number, at in enumerate(written, 1):
        yield _heading(of, at, number, answers)
        yield from _texts(of, at, answers)
    ended = (at for at, entry in enumerate(held) if at not in written and not _only_leads(entry))
    yield _heading(of, next(ended, len(held)), len(written) + 1, answers)


def _texts(of: Group, at: int, answers: Plain) -> Iterator[Question]:
    entry = of.held(answers)[at]
    for each in of.fields:
        if not each.needs(entry):
            continue
        value, title = get(entry, (each.key,)), typed(entry.get(of.key))
        yield Question(
            (*of.place, at, each.key), of.section, _about(title) + each.text, "choice" if each.options else "prose",
            readers.choice if each.options else readers.prose, hint=each.hints.get(title, each.hint),
            options=each.options, value=typed(value), answered=value is not MISSING, optional=bool(each.options),
            later=of.later, aside=of.aside, writes=partial(_write, of, at, each.key, answers),
        )  # fmt: skip


def _about(title: str) -> str:
    """Return the heading of an item before the question on one of its texts, no longer than it has to be."""
    if not title:
        return ""
    return f"“{title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + '……'}”"


def _write(of: Group, at: int, key: str, answers: Plain, value: Plain) -> dict[Path, Plain]:
    """Return what an item's text becomes."""
    held = of.held(answers)
    held[at : at + 1] = [{**(held[at] if at < len(held) and isinstance(held[at], dict) else {}), key: value}]
    return of.stored(held)


def _heading(of: Group, at: int, number: int, answers: Plain) -> Question:
    """Return the first question of an item; of one more, an empty heading ends the group."""
    path: Path = (*of.place, at, of.key)
    held, written = of.held(answers), of.written(answers)
    entry = held[at] if at < len(held) else None
    further = at not in written
    titles = [typed(held[each].get(of.key)) or "（没有标题）" for each in written] if further else []
    known = (f"已写：{'；'.join(f'{n} {title}' for n, title in enumerate(titles, 1))}",) if titles else ()

    def writes(value: Plain) -> dict[Path, Plain]:
        if isinstance(value, Command):
            return of.stored(_commanded(held, written, value)) if value.verb != "改" else {}
        if further and of.made and value:
            return of.stored([*held[:at], {**(entry or {}), **of.made(value)}, *held[at + 1 :]])
        return _write(of, at, of.key, answers, value)

    def leads(value: Plain) -> tuple[Path, ...]:
        if not isinstance(value, Command):
            known = of.made(value) if of.made and further and value else {}
            texts = tuple((*of.place, at, each.key) for each in of.fields if each.key not in known)
            return (*texts, (*of.place, at + 1, of.key)) if further and value else ()
        if value.verb != "改":
            return ((*of.place, at - (value.verb == "删"), of.key),)
        place = written[value.number - 1]
        texts = tuple(question.path for question in _texts(of, place, answers))
        return ((*of.place, place, of.key), *texts, path)

    ends = of.more if titles or of.optional else "还没想好就直接回车"
    change = "；改、删、调次序输入“改1”“删1”“上移2”" if titles else ""
    answered = isinstance(entry, dict) or (at == 0 and given(answers, of.place) == [])
    return Question(
        path, of.section, of.text.format(number), "text", partial(_read, of, len(titles), of.titled and not further),
        hint=f"{of.hint}；{ends}{change}", lines=(*known, *(_offer(n, *one) for n, one in enumerate(of.offered, 1))),
        value=typed(get(entry, (of.key,))), answered=answered, writes=writes, leads=leads,
        optional=of.optional or number > 1, heading=True, later=of.later, aside=of.aside,
    )  # fmt: skip


def _offer(number: int, heading: str, asks: str) -> str:
    return f"{number}. {heading}" + (f"（{asks}）" if asks else "")


def _read(of: Group, items_there: int, needed: bool, raw: str) -> Plain:
    """Take a heading, the number of one that was offered, or a command.

    Raises:
        AnswerFault: there is no item of this number, it cannot be moved, or has to keep a heading.
    """
    raw = "" if raw.strip().rstrip("。") in _NOTHING_MORE else raw
    if needed and not raw.strip():
        raise AnswerFault("写了内容，标题就不能空着；这一个不要了，就先回车过去，再输入“删”和它的编号")
    match = _COMMAND.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", raw)))
    if match is None:
        return readers.numbered([heading for heading, _ in of.offered], raw)
    if not items_there:
        raise AnswerFault(f"还没有写过，没有第 {match[2]} 条可以{match[1]}；这里写第一条")
    command = Command(match[1], int(match[2]))
    if not 1 <= command.number <= items_there:
        raise AnswerFault(f"没有第 {command.number} 条，现在有 {items_there} 条")
    if command == Command("上移", 1) or command == Command("下移", items_there):
        raise AnswerFault(f"第 {command.number} 条不能再{command.verb}")
    return command


def is_paragraph(raw: str) -> bool:
    """Whether a whole paragraph was given where a heading belongs."""
    text = raw.strip().rstrip("。")
    return len(text) > _LONGEST_HEADING or "。" in text or "\n" in text


def parted(raw: str) -> tuple[str, str]:
    """Return the heading that a paragraph begins with, without 一是 and the like, and the rest of it.

    It is the first sentence, or its first clause where that is too long.
    """
    text = _LABEL.sub("", raw.strip(), count=1)
    head = re.split(r"[。\n]", text, maxsplit=1)[0]
    if len(head) > _LONGEST_HEADING:
        head = re.split("[，；：]", head, maxsplit=1)[0]
    return head.strip(), text[len(head) + 1 :].strip()


def _commanded(held: list[Plain], written: list[int], command: Command) -> list[Plain]:
    """Return a list of items after one was deleted or moved."""
    at = written[command.number - 1]
    if command.verb == "删":
        return [*held[:at], *held[at + 1 :]]
    other = written[command.number - (2 if command.verb == "上移" else 0)]
    result = list(held)
    result[at], result[other] = held[other], held[at]
    return result
