"""隐名: names that are published in another form, wherever they stand: split over spans, spaced out, in a table."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from drafter.blocks import Attachment, Document, Heading, Span, Title, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.blocks import Block, Spans

_BETWEEN = "[\\s\u3000\u200b-\u200d\u2060\ufeff\u00ad]*"


def bare(text: str) -> str:
    """Return a text without blanks and characters that have no width."""
    return re.sub(_BETWEEN, "", text)


@dataclass(frozen=True, slots=True)
class Masks:
    """Names and what is published instead."""

    names: Mapping[str, str]

    @property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted((bare(name) for name in self.names), key=len, reverse=True)
        spaced = (_BETWEEN.join(map(re.escape, name)) for name in longest if name)
        return re.compile("|".join(spaced) or r"(?!)")

    def _masked(self, match: re.Match[str]) -> str:
        """Return what is published instead of a name that was found."""
        return {bare(name): masked for name, masked in self.names.items()}[bare(match[0])]

    def __bool__(self) -> bool:
        return any(map(bare, self.names))

    def text(self, text: str) -> str:
        """Return a text with the names masked."""
        return self._pattern.sub(self._masked, text)

    def left(self, text: str) -> bool:
        """Tell whether one of the names stands in a text."""
        return self._pattern.search(text) is not None

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield (name, what is wrong) for every entry that cannot work."""
        for name, masked in self.names.items():
            if len(bare(name)) < 2:
                yield name, "只有一个字，会改掉正文里所有这个字"
            elif self.left(masked):
                yield name, "隐去以后的写法里还有要隐去的姓名"

    def spans(self, spans: Spans) -> Spans:
        """Return spans with the names masked; a name that several spans share is put into the first of them."""
        whole = plain(spans)
        matches = list(self._pattern.finditer(whole))
        if not matches:
            return spans
        characters = list(whole)
        for match in matches:
            characters[match.start() : match.end()] = [self._masked(match), *[""] * (len(match[0]) - 1)]
        result: list[Span] = []
        start = 0
        for span in spans:
            result.append(replace(span, text="".join(characters[start : start + len(span.text)])))
            start += len(span.text)
        return tuple(result)

    def document(self, document: Document) -> Document:
        """Return a document with the names masked in every block."""
        return Document(tuple(map(self._block, document.blocks))) if self else document

    def _block(self, block: Block) -> Block:
        changes = {field.name: self._value(getattr(block, field.name)) for field in fields(block)}
        if isinstance(block, Attachment):
            changes["body"] = tuple(map(self._block, block.body))
        made = replace(block, **changes)
        if isinstance(made, Title) and self.left(plain(span for part in made.parts for span in part)):
            return replace(made, parts=(self.spans(tuple(span for part in made.parts for span in part)),))
        if isinstance(made, Heading) and self.left(plain((*made.text, *made.body))):
            joined = self.spans((*made.text, *made.body))
            return replace(made, text=joined[: len(made.text)], body=joined[len(made.text) :])
        return made

    def _value(self, value: Any) -> Any:
        """Mask a field of a block: spans, or rows and cells of spans; anything else stays."""
        if not isinstance(value, tuple) or not value:
            return value
        if isinstance(value[0], Span):
            return self.spans(value)
        return tuple(map(self._value, value))
