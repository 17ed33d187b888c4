"""The composer: from the clauses of a wording file to sentences made of spans.

A clause stands if every fact in it is given; the composer joins those that stand and punctuates them, so that wording
files need no joining marks and none can be doubled. It keeps the claims: no fact is stated twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from drafter.blocks import Span, plain
from drafter.wording.anchors import may_follow
from drafter.wording.grammar import Group, Hole, Listing, Literal
from drafter.wording.tokens import Breakdown, Detail, Slot, Spoken, Taken, Time, Value, Word, exact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.blocks import Spans
    from drafter.report.ledger import Entry
    from drafter.report.places import Places
    from drafter.wording.grammar import Clause, Node
    from drafter.wording.templates import Sentence, Wording
    from drafter.wording.tokens import Token

_TIME_WORDS = ("全年", "年内", "本年度", "一年来")
_NAMED = re.compile("《[^《》]*》")
"""A year within the name of an instrument says nothing of the time of what follows."""
_TOGETHER = 3
"""Sentences that tell of so many measures together, and of no numbers, are one; so are as many short numbers."""
_SHORT = 18
"""So many characters make a sentence of one number short."""


@dataclass(slots=True)
class Claims:
    """What has been stated so far, and the turn of the time words."""

    year: int
    places: Places
    facts: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    turn: int = 0

    def time_word(self, before: str) -> str:
        """Return the next time word, or nothing where ``before`` (the paragraph so far) already has one."""
        words = ("全年", f"{self.year}年，", "年内")
        if any(word in _NAMED.sub("", before) for word in (*_TIME_WORDS, f"{self.year}年")):
            return ""
        self.turn += 1
        return words[(self.turn - 1) % len(words)]


@dataclass(slots=True)
class _Formed:
    """A form of a clause that stands: its spans, and what it states."""

    spans: list[Span] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)

    @property
    def speaks(self) -> bool:
        """Whether anything of the clerk's is in it."""
        return bool(self.facts or self.measures) or any(span.kind in {"prose", "gap"} for span in self.spans)

    def add(self, other: _Formed) -> None:
        self.spans += other.spans
        self.facts += other.facts
        self.measures += other.measures


class _SentenceBuilder:
    """Builds one sentence; ``before`` is the text of the paragraph up to here."""

    def __init__(self, name: str, claims: Claims, before: str) -> None:
        self.name, self.claims, self.before = name, claims, before
        self.formed = _Formed()
        self.joiner = ""
        self.timely = False

    def build(self, sentence: Sentence, *, always: bool = False) -> Spans:
        """Return the sentence with its full stop, or nothing where none of its clauses speaks (unless ``always``)."""
        turn = self.claims.turn
        speaks = [self._add(clause) for clause in sentence.clauses]
        if not (any(speaks) or (always and self.formed.spans)):
            self.claims.turn = turn
            return ()
        self.claims.facts.update(self.formed.facts)
        self.claims.measures.update(self.formed.measures)
        return tuple(_merged([*self.formed.spans, Span("。", file=self.name, line=sentence.clauses[-1].line)]))

    @property
    def weight(self) -> tuple[str, int]:
        """What the sentence tells of, and how much, where it may be joined with its like: measures, or a number.

        Only numbers that the year has brought are joined, not how things stand (现有…).
        """
        measures, facts = len(self.formed.measures), len(self.formed.facts)
        if not facts:
            return ("measures", measures)
        text = plain(self.formed.spans).removeprefix(f"{self.claims.year}年，")
        short = self.timely and not measures and "，" not in text and len(text) <= _SHORT
        return ("number", 1) if short else ("", 0)

    def _add(self, clause: Clause) -> bool:
        follows, stated = bool(self.formed.spans), set(self.formed.facts)
        fitting = (form for anchor, form in clause.follows if follows and may_follow(anchor, form, stated))
        form = next(fitting, clause.lead)
        turn = self.claims.turn
        formed = self._form(form, clause.line, tuple(self.formed.facts), mid=follows) if form else None
        if formed is None:
            self.claims.turn = turn
            return False
        self.timely = self.timely or (not follows and form[:1] == (Hole(Time()),))
        if follows:
            self.formed.spans.append(Span(self.joiner, file=self.name, line=clause.line))
        self.formed.add(formed)
        self.joiner = clause.joiner
        return formed.speaks

    def _form(self, nodes: Iterable[Node], line: int, said: tuple[str, ...], *, mid: bool) -> _Formed | None:
        """Return the nodes put together, or None where something that they need is missing.

        ``said`` are the facts that the sentence has stated before.
        """
        result = _Formed()
        for node in nodes:
            match node:
                case Literal(text=text):
                    part: _Formed | None = _Formed([Span(text, file=self.name, line=line)])
                case Hole(token=token):
                    part = self._token(token, line, (*said, *result.facts), mid=mid)
                case Listing(items=items):
                    part = self._listing(items, line, (*said, *result.facts), mid=mid)
                case Group(left=left, right=right):
                    inner = self._form(node.nodes, line, (*said, *result.facts), mid=True)
                    part = self._bracketed(inner, line, left, right)
            if part is None:
                return None
            result.add(part)
        return result

    def _listing(
        self, items: tuple[tuple[Node, ...], ...], line: int, said: tuple[str, ...], *, mid: bool
    ) -> _Formed | None:
        """Return the items that stand, joined by 、; what an earlier item has stated no later one does."""
        result = _Formed()
        for item in items:
            formed = self._form(item, line, (*said, *result.facts), mid=mid)
            if formed and formed.speaks:
                result.spans += [Span("、", file=self.name, line=line)] if result.spans else []
                result.add(formed)
        return result if result.spans else None

    def _bracketed(self, inner: _Formed | None, line: int, left: str, right: str) -> _Formed:
        if inner is None:
            return _Formed()
        if left:
            inner.spans = [Span(left, file=self.name, line=line), *inner.spans, Span(right, file=self.name, line=line)]
        return inner

    def _token(  # noqa: C901, PLR0911 - a token each
        self, token: Token, line: int, said: tuple[str, ...], *, mid: bool
    ) -> _Formed | None:
        match token:
            case Value(entry=entry):
                return self._value(entry, said)
            case Breakdown():
                return self._breakdown(token, line, said)
            case Spoken(entry=entry, text=text, stands=stands, beside=beside):
                if not stands or (beside and not beside & set(said)) or entry.name in {*self.claims.facts, *said}:
                    return None
                return _Formed([self._fact_span(entry, text)], [entry.name])
            case Taken(measure=measure, stands=stands):
                free = stands and measure not in self.claims.measures
                return _Formed([Span("", "prose", key=f"开展工作.{measure}")], [], [measure]) if free else None
            case Detail(measure=measure, text=text, kind=kind):
                return _Formed([Span(text, kind, key=f"开展工作.{measure}")]) if text else None
            case Word(text=text):
                return _Formed([Span(text, file=self.name, line=line)] if text else [])
            case Slot(text=text, key=key, line=at, file=file):
                return _Formed([Span(text, "prose", file=file, line=at, key=key)]) if text else None
            case Time():
                word = "" if mid else self.claims.time_word(self.before)
                return _Formed([Span(word, file=self.name, line=line)] if word else [])

    def _value(self, entry: Entry, said: tuple[str, ...]) -> _Formed | None:
        if entry.name in {*self.claims.facts, *said} or not (entry.known or entry.pending):
            return None
        if entry.computed and not entry.operands & set(said):
            return None
        return _Formed([self._fact_span(entry, entry.text)], [entry.name])

    def _breakdown(self, token: Breakdown, line: int, said: tuple[str, ...]) -> _Formed | None:
        """Return the parts that stand, behind 其中; of a part that is the whole, its label alone, behind 全部为.

        A single thing takes neither word.
        """
        standing = [(label, part, formed) for label, part in token.parts if (formed := self._value(part, said))]
        if not standing:
            return None
        (label, part, _), *more = standing
        whole, only = exact(token.whole), exact(part)
        single = whole is not None and whole.value == 1
        if whole and only and not more and only.value == whole.value:
            intro = "" if single else "全部为"
            return _Formed([Span(intro + label, file=self.name, line=line), self._fact_span(part, "")], [part.name])
        result = _Formed([Span("" if single else "其中", file=self.name, line=line)])
        for at, (label, part, formed) in enumerate(standing):
            result.spans.append(Span(("、" if at else "") + label, file=self.name, line=line))
            result.add(formed)
            result.spans.append(Span(part.unit, file=self.name, line=line))
        return result

    def _fact_span(self, entry: Entry, text: str) -> Span:
        return fact_span(entry, text, self.claims.places, stated=True)


def fact_span(entry: Entry, text: str, places: Places, *, stated: bool) -> Span:
    """Return the span of a fact (or of its gap) with its place in the data file."""
    kind = "gap" if text.startswith("【待填") else "fact"
    key = "" if entry.computed else ".".join(map(str, entry.path))
    line = 0 if entry.computed else places.line(entry.path)
    return Span(text, kind, places.file, line, key, entry.full_name, stated)  # type: ignore[arg-type]


def _merged(spans: list[Span]) -> list[Span]:
    """Join neighbouring spans of wording from the same line; drop empty ones."""
    result: list[Span] = []
    for span in spans:
        last = result[-1] if result else None
        if not span.text and span.kind == "wording":
            continue
        if last and span.kind == last.kind == "wording" and (span.file, span.line) == (last.file, last.line):
            result[-1] = Span(last.text + span.text, file=span.file, line=span.line)
        else:
            result.append(span)
    return result


def sentences(wording: Wording, claims: Claims, before: str = "", *, always: bool = False) -> Spans:
    """Return what a wording file says of everything that is given and not yet stated.

    ``before`` is the text of the paragraph that the sentences follow. With ``always`` a sentence without anything of
    the clerk's stands too (the opening).
    """
    result: list[Span] = []
    kind, told = "", 0
    for sentence in wording.sentences:
        builder = _SentenceBuilder(wording.name, claims, before + plain(result))
        built = builder.build(sentence, always=always)
        if not built:
            continue
        alike, more = builder.weight
        joined = told and more and alike == kind and told + more <= _TOGETHER
        if joined:
            result[-1] = replace(result[-1], text=result[-1].text.removesuffix("。") + "，")
        kind, told = alike, more + (told if joined else 0)
        result += built
    return tuple(result)


def point(wording: Wording, claims: Claims) -> Spans:
    """Return the default 要点 of a wording file."""
    builder = _SentenceBuilder(wording.name, claims, "")
    formed = builder._form(wording.point.lead, wording.point.line, (), mid=True)  # noqa: SLF001 - same module
    return tuple(_merged(formed.spans)) if formed else ()
