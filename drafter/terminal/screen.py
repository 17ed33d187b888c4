"""What a screen can do, and which one this terminal gets."""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, ClassVar

from drafter.questionnaire import AnswerFault
from drafter.questionnaire.readers import yes_no
from drafter.terminal.keys import is_keep, meant
from drafter.terminal.layout import wrapped
from drafter.terminal.prompt import YES, Given, Prompt

if TYPE_CHECKING:
    from drafter.terminal.prompt import Reply


class Screen(ABC):
    """Says things and asks questions."""

    mending: ClassVar[str]
    """How to go back, and where to see what is filled in."""

    def say(self, text: str = "") -> None:
        """Show a text, each of its lines broken to the width of the screen."""
        for line in text.split("\n"):
            margin = line[: len(line) - len(line.lstrip(" "))]
            self.show("\n".join(wrapped(line.strip(" "), margin)))

    def show(self, text: str) -> None:
        """Show a text as it is."""
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def agreed(self, text: str, enter: str = YES) -> bool | None:
        """Ask whether to do something; ``enter`` is what Enter means, None that the clerk leaves."""
        reply = self.ask(Prompt("yes_no", text, value=enter, moves=False, fault=_not_yes_or_no))
        return yes_no(reply.raw or enter) == YES if isinstance(reply, Given) else None

    def session(self) -> AbstractContextManager[None]:
        """Return what the terminal has to be for as long as questions follow one another."""
        return nullcontext()

    @abstractmethod
    def ask(self, prompt: Prompt) -> Reply:
        """Ask one question until there is an answer without a fault, or something else is wanted."""


def _not_yes_or_no(raw: str) -> str:
    try:
        yes_no(raw or YES)
    except AnswerFault as fault:
        return str(fault)
    return ""


def fault_of(prompt: Prompt, raw: Any) -> str:
    """Return what is wrong with an answer; the words that stand for keys are never wrong."""
    return "" if meant(prompt, raw) or (prompt.moves and is_keep(raw)) else prompt.fault(raw)


def screen() -> Screen:
    """Return the screen for this terminal: plain lines where it cannot move its cursor."""
    emulated = sys.platform == "win32" and "TERM" in os.environ and "WT_SESSION" not in os.environ
    if os.environ.get("TERM", "") in {"dumb", "unknown"} or emulated:
        from drafter.terminal.plain import PlainScreen  # noqa: PLC0415 - one of two

        return PlainScreen()
    from drafter.terminal.prompts import PromptScreen  # noqa: PLC0415 - one of two

    return PromptScreen()
