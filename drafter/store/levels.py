"""The levels of indentation that are open at a line of YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.store.keys import known_at

if TYPE_CHECKING:
    from drafter.report import Path


@dataclass(slots=True)
class Level:
    """A mapping or a list, with the key or the index that it has come to."""

    column: int
    is_list: bool
    at: str | int = ""


@dataclass(slots=True)
class Levels:
    """The open levels, outermost first."""

    open: list[Level] = field(default_factory=list)

    @property
    def top(self) -> Level | None:
        """The innermost level."""
        return self.open[-1] if self.open else None

    @property
    def path(self) -> Path:
        """Where the reading has come to."""
        return tuple(level.at for level in self.open if level.at != "")

    def home(self, key: str, column: int) -> int:
        """Return the column where a key belongs that stands too far left: known further in, unknown where it stands."""
        homes = [
            level for level in self.open if level.column >= column and not level.is_list and self._knows(level, key)
        ]
        return column if not homes or homes[0].column == column else homes[-1].column

    def belonging(self, key: str, column: int, *, opens: bool) -> int:
        """Return the column where a key belongs whose blanks are of no known width."""
        if opens and self.top and key in known_at(self.path):
            return self.top.column + 2
        return self.home(key, column)

    def _knows(self, level: Level, key: str) -> bool:
        above = self.open[: self.open.index(level)]
        return key in known_at(tuple(outer.at for outer in above if outer.at != ""))

    def settle(self, column: int, *, is_list: bool, opens: bool) -> int:
        """Find the level of a line and return its column, another one where the line fits no level.

        ``opens``: the line above ended with a colon or a “-”, so that a deeper level may begin.
        """
        popped: list[Level] = []
        while self.open and self.open[-1].column > column:
            popped.insert(0, self.open.pop())
        top = self.top
        if top is not None and top.column == column:
            self._same_column(top, is_list=is_list, opens=opens)
            return column
        if (opens and not popped) or not (top or popped):
            self.open.append(Level(column, is_list))
            return column
        if top is None and column == 0:
            self.open = [Level(0, is_list)]
            return 0
        known = [*([top] if top else []), *popped]
        nearest = min(known, key=lambda level: (abs(level.column - column), -level.column))
        self.open += [level for level in popped if level.column <= nearest.column]
        return nearest.column

    def _same_column(self, top: Level, *, is_list: bool, opens: bool) -> None:
        """Tell a list from the mapping whose key it stands below at the same column."""
        if top.is_list and not is_list and len(self.open) > 1 and self.open[-2].column == top.column:
            self.open.pop()
        elif is_list and not top.is_list and opens:
            self.open.append(Level(top.column, is_list=True))

    def next_item(self, column: int) -> None:
        """Go on to the next item of the list at a column."""
        top = self.top
        if top is None or top.column != column or not top.is_list:
            self.open.append(Level(column, is_list=True))
        level = self.open[-1]
        level.at = level.at + 1 if isinstance(level.at, int) else 0

    def meant(self, width: int, *, opens: bool) -> int:
        """Return the column that was meant by blanks of a doubtful width."""
        columns = [level.column for level in self.open]
        if width in columns or not columns:
            return width if columns else 0
        if opens:
            return columns[-1] + 2
        return min(columns, key=lambda column: (abs(column - width), -column))
