"""The little language of wording files, after Jinja: clauses with two forms, lists, groups.

lead | follow            how the clause reads when it leads its sentence, and when it follows
lead |甲、乙| follow      the following form only after fact 甲 or fact 乙 has been stated in the sentence
(a following form with 均 needs its total as anchor)
lead |甲| one |乙| other   several following forms: the first that may stand is the one
lead |甲|                 an empty following form: after fact 甲 the clause is left out
… | 其中…                 only after the total that the outline declares for the facts of the form
[甲…件、乙…件]             a list: items fall out with their facts; an empty list takes its clause along
（其中…）                 a group: falls out alone, with its brackets
<…>                      the same, without brackets in print
；                        at the end of a line: joins with ； instead of ，
~                        at the end of a line: joins with nothing
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from drafter.errors import DrafterError
from drafter.wording.tokens import CLOSE, OPEN

if TYPE_CHECKING:
    from drafter.wording.tokens import Token, Tokens


@dataclass(frozen=True, slots=True)
class Literal:
    """Words of the wording file."""

    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A token."""

    token: Token


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; items that do not stand fall out."""

    items: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part that falls out alone; ``left`` and ``right`` are printed around it."""

    nodes: tuple[Node, ...]
    left: str
    right: str


Node: TypeAlias = Literal | Hole | Listing | Group


@dataclass(frozen=True, slots=True)
class Clause:
    """One line of a wording file; ``follows`` are its following forms, each with its anchor (empty: none)."""

    lead: tuple[Node, ...]
    follows: tuple[tuple[str, tuple[Node, ...]], ...]
    joiner: str
    line: int


_JOINERS = {"；": "；", "~": ""}
_FORMS = re.compile(r"\s+\|(?:([^|\s]+)\|)?(?=\s|$)")


def parse_clause(text: str, line: int, tokens: Tokens) -> Clause:
    """Read one line.

    Raises:
        DrafterError: brackets do not match; the message names the line.
    """
    text = text.strip()
    joiner = _JOINERS.get(text[-1:], "，")
    lead, *rest = _FORMS.split(text.rstrip("".join(_JOINERS)))
    forms = zip(rest[::2], rest[1::2], strict=True)
    follows = tuple((anchor or "", _Parser(follow.strip(), line, tokens).nodes()) for anchor, follow in forms)
    return Clause(_Parser(lead, line, tokens).nodes(), follows, joiner, line)


_PAIRS = {"（": "）", "<": ">", "[": "]"}


class _Parser:
    """A recursive-descent parser for one form of a clause."""

    def __init__(self, text: str, line: int, tokens: Tokens) -> None:
        self.text, self.line, self.tokens, self.at = text, line, tokens, 0

    def nodes(self) -> tuple[Node, ...]:
        result = self._until("")
        if self.at < len(self.text):
            raise DrafterError(f"第{self.line}行：多了一个“{self.text[self.at]}”。请检查括号是否成对。")
        return result

    def _until(self, stop: str) -> tuple[Node, ...]:
        result: list[Node] = []
        literal = ""
        while self.at < len(self.text) and self.text[self.at] not in stop and self.text[self.at] not in "]>":
            character = self.text[self.at]
            if character in _PAIRS or character == OPEN:
                if literal:
                    result.append(Literal(literal))
                literal = ""
                result.append(self._structure(character))
            else:
                literal += character
                self.at += 1
        return (*result, Literal(literal)) if literal else tuple(result)

    def _structure(self, character: str) -> Node:
        self.at += 1
        if character == OPEN:
            end = self.text.index(CLOSE, self.at)
            index, self.at = int(self.text[self.at : end]), end + 1
            return Hole(self.tokens[index])
        if character == "[":
            items = [self._until("、")]
            while self._next() == "、":
                self.at += 1
                items.append(self._until("、"))
            self._close("[")
            return Listing(tuple(items))
        nodes = self._until(_PAIRS[character])
        self._close(character)
        return Group(nodes, *(("（", "）") if character == "（" else ("", "")))

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def _close(self, opening: str) -> None:
        if self._next() != _PAIRS[opening]:
            raise DrafterError(f"第{self.line}行：“{opening}”没有对应的“{_PAIRS[opening]}”。请检查括号是否成对。")
        self.at += 1
