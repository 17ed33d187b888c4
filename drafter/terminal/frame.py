"""What stands around the answer of a prompt: the question and rows above it; a fault, rows and the keys below it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

from questionary import Style

from drafter.terminal import keys
from drafter.terminal.layout import columns, fitted, joined, shortened, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.terminal.prompt import Prompt

STYLE = Style(
    [
        ("question", "bold"),
        ("answer", "noinherit"),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("separator", "bold"),
        ("row", "ansibrightblack"),
        ("keys", "ansibrightblack"),
        ("search", "bold"),
        ("fault", "ansired bold"),
    ]
)
_ANSWER = {"choice": 8, "choices": 8, "prose": 4}
"""How many lines an answer keeps where the terminal is low; one, where it is typed on a line."""

_Lines: TypeAlias = list[tuple[str, str]]
"""Lines with the style of each."""


class Frame:
    """The lines around one answer; ``fault`` and ``helped`` change while it is given."""

    def __init__(self, prompt: Prompt, fault: str) -> None:
        """Begin with what was wrong with the answer before."""
        self.prompt = prompt
        self.fault = fault
        self.helped = False
        self.counted: Callable[[], str] = str
        """Returns what is ticked so far, in a list of ticks."""

    def head(self) -> _Lines:
        """Return what stands above the answer."""
        return _shown([*self._where(), *self._rows()[0], *self._question()])

    def foot(self) -> _Lines:
        """Return what stands below the answer."""
        return _shown(self._foot())

    @property
    def foot_lines(self) -> int:
        """How many lines stand below the answer."""
        return len(self._foot())

    def _foot(self) -> _Lines:
        return [*self._told(), *self._rows()[1], *self._help(), *self._keys()]

    def _where(self) -> _Lines:
        where = self.prompt.where
        return [("", ""), *([("", shortened(f" [{where}]", columns()))] if where else [])]

    def _question(self) -> _Lines:
        """Return the question, and what is said below it; while help is shown, that has its place."""
        prompt = self.prompt
        below = [line for shown in prompt.lines for line in wrapped(shown, "   ")]
        below += wrapped(prompt.hint, " ") if prompt.hint else []
        below = [] if self.helped else below
        return [*(("class:question", line) for line in wrapped(prompt.text, " ")), *(("", line) for line in below)]

    def _told(self) -> _Lines:
        return [("class:fault", line) for line in wrapped(self.fault, " ")] if self.fault else []

    def _help(self) -> _Lines:
        """Return what the keys do, where it was asked for, as far as there is room."""
        texts = keys.explained(self.prompt) if self.helped else []
        lines = [("", line) for text in texts for line in wrapped(text, "   ")]
        room = self._room()
        return lines if len(lines) <= room else [*lines[: room - 1], ("", "   ……窗口大些，下面还有")] if room else []

    def _keys(self) -> _Lines:
        counted = self.counted()
        shown = keys.shown_with_help() if self.helped else keys.shown(self.prompt, refused=bool(self.fault))
        return [("class:keys", line) for line in joined([*([counted] if counted else []), *shown])]

    def _rows(self) -> tuple[_Lines, _Lines]:
        """Return the rows above and below, no more than there is room for."""
        above, below = fitted(self.prompt.above, self.prompt.below, self._room() - len(self._help()))
        return _dim(above), _dim(below)

    def _room(self) -> int:
        """Return how many lines there are for rows and help."""
        answer = _ANSWER.get(self.prompt.kind, 1)
        answer = min(answer, len(self.prompt.options)) if self.prompt.is_list else answer
        around = [*self._where(), *self._question(), *self._told(), *self._keys()]
        return max(0, shutil.get_terminal_size().lines - len(around) - answer)


def _dim(rows: list[str]) -> _Lines:
    return [("class:row", shortened(f"   {row}", columns())) for row in rows]


def _shown(lines: _Lines) -> _Lines:
    """Return lines as prompt_toolkit takes them, no line break after the last."""
    return [piece for style, line in lines for piece in ((style, line), ("", "\n"))][:-1]
