"""陈述: nothing that was given may be left out silently, and nothing may be stated twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from drafter.blocks import Paragraph, Span, all_spans, plain, spans_of
from drafter.checks.rules import Hit, rule
from drafter.numbering.ending import last_paragraph, length, most
from drafter.outline import MATTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.blocks import Block
    from drafter.checks.rules import Subject


@rule(
    "陈述-01",
    "错误",
    finds="填了的数没有写进正文",
    why="程序不得丢下填报的数；通常是改过的模板漏了它，或者自拟数据没有写“句”。",
    wrong="数据里有联合执法次数12，正文没有",
    right="在模板里补一个分句，或者在正文里引用 {联合执法次数}",
    source="实务",
    authority="实务",
)
def unstated(subject: Subject) -> Iterator[Hit]:
    """Every known or pending fact must be stated by a span of the document."""
    stated = _stated(subject)
    for entry in subject.ledger.entries.values():
        given = (entry.known or entry.pending) and not entry.computed
        if given and entry.full_name not in stated:
            yield Hit(f"{entry.name}填了{entry.text}，正文没有写到。请在正文里引用 {{{entry.name}}}", entry.path)


def _stated(subject: Subject) -> set[str]:
    """Return the full names of the facts that the document says."""
    return {span.fact for span in all_spans(subject.document) if span.fact}


@rule(
    "陈述-02",
    "提示",
    finds="填 0 的数，正文不写",
    why="填 0 表示确实没有；有“未发生……”句子的写那一句，其余省略。要写出来，请在文字里引用。",
    wrong="以为填了 0 正文会写“0件”",
    right="在内容里引用 {事实名}，或者不写",
    source="实务",
    authority="实务",
)
def silent_zeros(subject: Subject) -> Iterator[Hit]:
    """A zero that no sentence states is pointed out."""
    stated = _stated(subject)
    for entry in subject.ledger.entries.values():
        if entry.zero and not entry.computed and entry.full_name not in stated:
            yield Hit(f"{entry.name}填的是没有（0），正文省略不写", entry.path)


@rule(
    "陈述-03",
    "错误",
    finds="模板把一个数写了两遍",
    why="同一个数在一份报告里由程序只写一次；多处出现容易改漏。",
    wrong="全年受理626件。……共受理各类矛盾纠纷626件。",
    right="只写一次",
    source="实务",
    authority="实务",
)
def stated_twice(subject: Subject) -> Iterator[Hit]:
    """No fact may be stated by two spans; further references in prose only repeat it and are allowed."""
    counts = Counter(span.fact for span in all_spans(subject.document) if span.stated)
    for entry in subject.ledger.entries.values():
        if counts[entry.full_name] > 1:
            yield Hit(f"{entry.name}在正文里写了{counts[entry.full_name]}遍。请检查模板", entry.path)


@rule(
    "陈述-04",
    "警告",
    finds="选了做法，相应的数却填 0",
    why="做法和数互相矛盾。",
    wrong="选了“开展应急演练”，应急演练场次填 0",
    right="删去做法，或者改数",
    source="实务",
    authority="实务",
)
def contradictions(subject: Subject) -> Iterator[Hit]:
    """A chosen measure whose number is zero contradicts it."""
    for matter in MATTERS.values():
        for measure in matter.measures:
            if measure.name in subject.ledger.measures and measure.fact and subject.ledger.entries[measure.fact].zero:
                yield Hit(
                    f"选了“{measure.name}”，{measure.fact}却填 0。请改其中一处",
                    ("数据", matter.name, "开展工作"),
                )


@rule(
    "陈述-05",
    "提示",
    finds="最后一段太长，同署名排不到一面",
    why="署名不能单独成一面，末段要同署名排在一起；末段超过十二行（336字，有附件、联合署名的更少）的，程序在句号处断开，另起一段。",
    wrong="最后一段五百字，中间没有分段",
    right="在意思转折的地方空一行，自己分段",
    source="GB/T 9704—2012 7.3.5.5；字数是实务",
    authority="实务",
)
def long_ending(subject: Subject) -> Iterator[Hit]:
    """A last paragraph that was cut, or that could not be."""
    blocks = subject.document.blocks
    for before, after in pairwise(blocks):
        if isinstance(after, Paragraph) and after.continued:
            words = re.split("[，；：。！？](?!$)", plain(spans_of(before)))[-1]
            yield _own_words(after, f"最后一段太长，已在“{words}”后面另起一段。想分在别处，请在那里空一行")
    at = last_paragraph(blocks)
    if at is not None and length(blocks[at]) > most(blocks):
        what = f"最后一段有{length(blocks[at])}字，没有句号可以断开，署名可能单独成一面。请分成几句"
        yield _own_words(blocks[at], what)


def _own_words(block: Block, message: str) -> Hit:
    """Return a hit at the clerk's own words in a block."""
    own = next((span for span in spans_of(block) if span.key), Span(""))
    return Hit(message, line=own.line, key=own.key)
