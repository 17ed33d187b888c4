"""The nodes of a data file: values that know where they stand in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.report import Path

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What a data file holds once its punctuation is read: texts, lists, mappings, and nothing (an empty value)."""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list.

    ``start`` is the index of the key or of the “-”, ``after`` the one behind the colon or the “-”.
    """

    key: str | int
    start: int
    after: int
    line: int
    value: Node

    @property
    def end(self) -> int:
        """The index where the entry ends, comments apart."""
        return max(self.after, self.value.end)


@dataclass(slots=True)
class Node:
    """A value: ``start`` and ``end`` are indices into the text, without the comments and blank lines that follow."""

    kind: Literal["text", "empty", "map", "list"]
    start: int
    end: int
    line: int
    column: int
    style: str = ""
    flow: bool = False
    text: str = ""
    entries: list[Entry] = field(default_factory=list)

    def entry(self, key: str | int) -> Entry | None:
        """Return the entry of a key or an index."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def plain(self) -> Plain:
        """Return the value without its places."""
        match self.kind:
            case "text":
                return self.text
            case "empty":
                return None
            case "list":
                return [entry.value.plain() for entry in self.entries]
            case _:
                return {str(entry.key): entry.value.plain() for entry in self.entries}

    def lines(self, path: Path = ()) -> Iterator[tuple[Path, int]]:
        """Yield the path and line of every entry below."""
        for entry in self.entries:
            below = (*path, entry.key)
            yield below, entry.line
            yield from entry.value.lines(below)

    def find(self, path: Path) -> Entry | None:
        """Return the entry at a path below."""
        node, entry = self, None
        for key in path:
            entry = node.entry(key)
            if entry is None:
                return None
            node = entry.value
        return entry
