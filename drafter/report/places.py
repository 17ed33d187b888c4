"""Where the entries of a report stand in its data file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The name of the data file and the line (from 1) of every entry; both are empty for a report made in Python."""

    file: str = ""
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """Return the line of an entry, or of the nearest one above it; 0 where nothing is known."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 0


def spelled(path: Path) -> str:
    """Return a path as the clerk reads it: 主要举措和成效.第1项.做法.第2项.内容."""
    return ".".join(f"第{part + 1}项" if isinstance(part, int) else part for part in path)
