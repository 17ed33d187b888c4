"""Answers that are hardly meant: asked once more before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.questionnaire.groups import Command
from drafter.questionnaire.scope import GATE

if TYPE_CHECKING:
    import datetime as dt

    from drafter.questionnaire import Question
    from drafter.terminal.screen import Screen


def is_meant(screen: Screen, question: Question, raw: Any, today: dt.date) -> bool | None:
    """Tell whether the clerk means what she answered; None where she leaves.

    Asked are no 事项 at all, an item deleted, a year or a date that is hardly right.
    """
    if question.path == GATE and not raw:
        again = screen.agreed("一项也没有勾，第一部分就没有内容。回去勾吗？")
        return None if again is None else not again
    if question.kind != "text":
        return True
    value = question.read(question.meant(raw))
    if isinstance(value, Command) and value.verb == "删":
        return screen.agreed(f"{value}，连同它的内容。删了找不回来，删吗？")
    doubt = question.doubts(value, today) if question.doubts and value != question.value else ""
    return screen.agreed(doubt) if doubt else True
