"""A list of options as it stands on the screen: where the pointer is, what is ticked, what it is searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.terminal.search import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.questionnaire import Option
    from drafter.terminal.prompt import Prompt


class Listing:
    """The options of one prompt; those that the search finds are shown, in their order, under their headings."""

    def __init__(self, prompt: Prompt, value: Any) -> None:
        """Begin at the value of a choice, or at the first option with those of a list of values ticked."""
        self.options = prompt.options
        self.many = prompt.kind == "choices"
        self.search = ""
        self._ticked = {option.value for option in self.options if option.value in value} if self.many else set()
        self._ticked_here = False
        values = [option.value for option in self.options]
        self._at = values.index(value) if not self.many and value in values else 0
        self._first = self.answer

    @property
    def found(self) -> list[int]:
        """The places of the options that are shown."""
        return [at for at, option in enumerate(self.options) if matches(self.search, option.label)]

    @property
    def answer(self) -> Any:
        """The values that are ticked, in the order of the list; of a choice, the value at the pointer."""
        if self.many:
            return [option.value for option in self.options if option.value in self._ticked]
        return self.options[self._at].value

    @property
    def begun(self) -> Any:
        """The ticks, where they are others than at first; None where nothing was changed."""
        return self.answer if self.many and self.answer != self._first else None

    def rows(self) -> Iterator[tuple[Option | str, bool, bool]]:
        """Return headings and options as they are shown; of an option, whether the pointer is there, and its tick."""
        group = ""
        for at in self.found:
            option = self.options[at]
            if option.group != group:
                yield option.group, False, False
            group = option.group
            yield option, at == self._at, option.value in self._ticked

    def move(self, steps: int) -> None:
        """Move the pointer over the options that are shown; after the last comes the first."""
        found = self.found
        if found:
            self._at = found[(found.index(self._at) + steps) % len(found)]

    def page(self, steps: int) -> None:
        """Move the pointer over several options, no further than to the first or last."""
        found = self.found
        if found:
            self._at = found[max(0, min(found.index(self._at) + steps, len(found) - 1))]

    def go(self, place: int) -> None:
        """Move the pointer to the first (0) or last (-1) option that is shown."""
        if self.found:
            self._at = self.found[place]

    def tick(self) -> None:
        """Tick the option at the pointer, or take its tick away."""
        if self.many and self.found:
            self._ticked ^= {self.options[self._at].value}
            self._ticked_here = True

    def tick_all(self) -> None:
        """Tick every option that is shown; where every one is ticked, none."""
        shown = {self.options[at].value for at in self.found}
        self._ticked = self._ticked - shown if shown <= self._ticked else self._ticked | shown
        self._ticked_here = True

    def look_for(self, text: str) -> None:
        """Search for a text; the pointer goes to the first option that is found, with no text it stays."""
        self.search = text
        self._ticked_here = False
        if text:
            self.go(0)

    def leave_search(self) -> None:
        """Show all options again; the pointer stays where it is."""
        self.search = ""

    def enter(self) -> bool:
        """Take Enter; return whether it ends the prompt.

        Where nothing is found it does nothing. In a list of ticks it ends the search first, and ticks what was found
        unless the clerk has done so herself.
        """
        if not self.found:
            return False
        if not (self.many and self.search):
            return True
        if not self._ticked_here:
            self._ticked |= {self.options[self._at].value}
        self.leave_search()
        return False

    def searched(self) -> str:
        """Return what to show of the search; nothing where there is none."""
        if not self.search:
            return ""
        if not self.found:
            return f"查找：{self.search}——没有这样的项。退格 改，Esc 清除"
        return f"查找：{self.search}，{'空格 勾选，回车 勾上并看全部' if self.many else '回车 选'}，Esc 清除"
