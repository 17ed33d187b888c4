"""What the composition of one report shares: facts, claims, wording files, the reader of prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.blocks import Span, plain
from drafter.outline import MATTERS
from drafter.report.ledger import Ledger
from drafter.wording.composer import Claims, fact_span, point, sentences
from drafter.wording.names import names
from drafter.wording.prose import ProseReader
from drafter.wording.templates import render
from drafter.wording.tokens import Slot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from drafter.blocks import Spans
    from drafter.report import Path, Places, Report
    from drafter.report.ledger import Entry
    from drafter.wording.templates import Wording


@dataclass(slots=True)
class Context:
    """The state of one composition."""

    report: Report
    places: Places
    ledger: Ledger
    names: Mapping[str, Any]
    reader: ProseReader
    claims: Claims
    owed: set[str]
    """Facts that prose has claimed and not stated yet; further references only repeat them."""
    public: bool = False
    """Whether what is internal is left out."""

    @classmethod
    def of(cls, report: Report, *, public: bool = False) -> Context:
        """Return the state at the beginning: nothing stated yet."""
        ledger = Ledger(report)
        reader = ProseReader(ledger, report.places, public=public)
        claims = Claims(report.year, report.places)
        return cls(report, report.places, ledger, names(report, ledger), reader, claims, set(), public)

    def wording(self, matter: str) -> Wording:
        """Return the rendered wording file of a 事项."""
        return render(f"templates/matters/{MATTERS[matter].english}.txt", self.names)

    def speaks(self, matter: str) -> bool:
        """Whether a 事项 has anything that could be stated: facts (also none, also gaps) or measures."""
        entries = self.ledger.of_matter(matter)
        given = any(e.known or e.pending or e.zero for e in entries if not e.computed)
        return given or any(measure.name in self.ledger.measures for measure in MATTERS[matter].measures)

    def point(self, matter: str) -> Spans:
        """Return the default 要点 of a 事项."""
        return point(self.wording(matter), self.claims)

    def data(self, matters: list[str], before: str) -> Spans:
        """Return the sentences of some 事项, for a paragraph whose text so far is ``before``."""
        result: list[Span] = []
        for matter in matters:
            if self.speaks(matter):
                result += sentences(self.wording(matter), self.claims, before + plain(result))
                result += self._own_sentences(matter)
        return tuple(result)

    def _own_sentences(self, matter: str) -> list[Span]:
        """Return the sentences of 自拟数据 for a 事项."""
        result: list[Span] = []
        for name, own in self.report.own_facts.items():
            entry = self.ledger.entries[name]
            if own.matter != matter or name in self.claims.facts or not own.sentence:
                continue
            if entry.known or entry.pending:
                result += self._own_sentence(entry, own.sentence)
                self.claims.facts.add(name)
        return result

    def _own_sentence(self, entry: Entry, sentence: str) -> list[Span]:
        path = (*entry.path[:-1], "句")
        sentence = self.reader.bare(sentence)
        if "{数}" not in sentence:
            return []
        left, right = sentence.rstrip("。；，").split("{数}")
        whence = ("prose", self.places.file, self.places.line(path), ".".join(map(str, path)))
        value = fact_span(entry, entry.text, self.places, stated=True)
        return [Span(left, *whence), value, Span(f"{right}。", *whence)]  # type: ignore[arg-type]

    def slot(self, text: str, path: Path) -> Slot:
        """Return a text of the data file for a wording file."""
        return Slot(self.reader.bare(text), ".".join(map(str, path)), self.places.line(path), self.places.file)
