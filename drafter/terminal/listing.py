"""The list of a prompt: questionary's, searched by pinyin too, its headings shown with what is found under them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from questionary import Choice, Separator
from questionary.prompts.common import InquirerControl

from drafter.terminal.keys import meant
from drafter.terminal.layout import columns, shortened, wrapped
from drafter.terminal.search import matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.terminal.prompt import Leaving, Prompt


class Listing(InquirerControl):
    """The options of one prompt; those that the search finds are shown, in their order, under their headings."""

    def __init__(self, prompt: Prompt, value: Any) -> None:
        """Begin at the value of a choice, or at the first option with those of a list of values ticked."""
        self._prompt = prompt
        self.many = prompt.kind == "choices"
        self._labels: dict[Any, str] = {option.value: option.numbered for option in prompt.options}
        own = {option.number: option.value for option in prompt.options if option.number}
        self._numbers = own or dict(enumerate((option.value for option in prompt.options), start=1))
        choices = list(_choices(prompt, value if self.many else ()))
        here = (choice for choice in choices if not self.many and not choice.disabled and choice.value == value)
        looks: dict[str, Any] = {"pointer": " >", "use_indicator": self.many, "show_cursor": False, "focusable": True}
        super().__init__(choices, initial_choice=next(here, None), **looks)
        self._pointed = self.get_pointed_at()
        self._ticked_here = False
        self._first = self.answer

    @property
    def filtered_choices(self) -> list[Choice]:
        """What is shown: the row of the number that was typed, else what is found, else an empty line.

        Questionary would show all, and has to show one.
        """
        if not self.search_filter:
            return self.choices
        found: list[Choice] = []
        typed = int(self.search_filter) if self.search_filter.isdecimal() else 0
        for choice in reversed(self.choices):
            is_head = choice.disabled and found and not found[-1].disabled
            if is_head or (not choice.disabled and matches(self.search_filter, self._labels[choice.value])):
                found.append(choice)
        here = self._numbers.get(typed)
        row = [choice for choice in self.choices if not choice.disabled and choice.value == here]
        return row or found[::-1] or [Separator(" ")]

    def is_selection_valid(self) -> bool:
        """Tell whether the pointer is at an option that is shown (questionary looks where it was before a search)."""
        return not self.get_pointed_at().disabled

    def get_search_string_tokens(self) -> list[tuple[str, str]] | None:
        """Return what to show of the search, in Chinese."""
        if not self.search_filter:
            return None
        if self.leaving:
            told = f"（回车 就去“{self.search_filter}”），Esc 清除"
        elif self.is_selection_valid():
            told = f"，{'空格 勾选，回车 勾上并看全部' if self.many else '回车 选'}，Esc 清除"
        else:
            told = "——没有这样的项。退格 改，Esc 清除"
        return [("class:search", "\n".join(wrapped(f"查找：{self.search_filter}{told}", " ")))]

    @property
    def leaving(self) -> type[Leaving] | None:
        """Where the word leads that was typed, as 目录 or 上一题, though an option may contain it; None for others."""
        return meant(self._prompt, self.search_filter)

    @property
    def counted(self) -> str:
        """How many options are ticked, of how many; nothing where only one is chosen."""
        return f"已勾 {len(self.selected_options)} 项，共 {len(self._labels)} 项" if self.many else ""

    @property
    def answer(self) -> Any:
        """The values that are ticked, in the order of the list; of a choice, the value at the pointer."""
        if self.many:
            return [choice.value for choice in self.get_selected_values()]
        return self.get_pointed_at().value

    @property
    def begun(self) -> Any:
        """The ticks, where they are others than at first; None where nothing was changed."""
        return self.answer if self.many and self.answer != self._first else None

    @property
    def _places(self) -> list[int]:
        """The places of the options in what is shown."""
        return [place for place, choice in enumerate(self.filtered_choices) if not choice.disabled]

    def move(self, step: Callable[[], None]) -> None:
        """Move the pointer by ``select_next`` or ``select_previous`` to an option; after the last comes the first."""
        if self._places:
            step()
            while not self.is_selection_valid():
                step()

    def page(self, steps: int) -> None:
        """Move the pointer over several options, no further than to the first or last."""
        places = self._places
        if places:
            self.pointed_at = places[max(0, min(places.index(self.pointed_at) + steps, len(places) - 1))]

    def tick(self) -> None:
        """Tick the option at the pointer, or take its tick away."""
        if self.is_selection_valid():
            self._tick(set(self.selected_options) ^ {self.get_pointed_at().value})

    def tick_all(self) -> None:
        """Tick every option that is shown; where every one is ticked, none."""
        ticked: set[Any] = set(self.selected_options)
        shown: set[Any] = {self.filtered_choices[place].value for place in self._places}
        self._tick(ticked - shown if shown <= ticked else ticked | shown)

    def _tick(self, values: set[Any]) -> None:
        self.selected_options = list(values)
        self._ticked_here = True

    def look_for(self, text: str) -> None:
        """Search for a text; the pointer goes to the first option that is found, with no text it stays."""
        if self.is_selection_valid():
            self._pointed = self.get_pointed_at()
        self.search_filter = text or None
        self._ticked_here = False
        first = next(iter(self._places), -1)  # where nothing is found, the pointer is nowhere
        self.pointed_at = first if text else self.choices.index(self._pointed)

    def enter(self) -> bool:
        """Take Enter; return whether it ends the prompt.

        Where nothing is found it does nothing. In a list of ticks it ends the search first, and ticks what was found
        unless the clerk has done so herself.
        """
        if not self.is_selection_valid():
            return False
        if not (self.many and self.search_filter):
            return True
        if not self._ticked_here:
            self._tick({*self.selected_options, self.get_pointed_at().value})
        self.look_for("")
        return False


def _choices(prompt: Prompt, ticked: Any) -> Iterator[Choice]:
    """Return the options of a prompt, headings before those that stand under them."""
    group = ""
    for option in prompt.options:
        if option.group != group:
            yield Separator(option.group or " ")
        group = option.group
        yield Choice(shortened(option.numbered, columns() - 6), value=option.value, checked=option.value in ticked)
