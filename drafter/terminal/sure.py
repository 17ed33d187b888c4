"""Answers that are hardly meant: asked once more before they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.questionnaire import Option
from drafter.questionnaire.groups import Command, is_paragraph, parted
from drafter.questionnaire.scope import GATE
from drafter.terminal.prompt import NO, Back, Given, Leaving, Prompt, Stop

if TYPE_CHECKING:
    import datetime as dt

    from drafter.questionnaire import Question
    from drafter.terminal.screen import Screen

_PART, _WHOLE, _BACK = "分开", "照写", "回去"


def confirmed(screen: Screen, question: Question, raw: Any, today: dt.date) -> tuple[Any, str] | Leaving:
    """Return the answer that the clerk means, and what of it belongs to the next question.

    Where she goes back to her answer, or leaves, her reply is returned.
    """
    rest = ""
    if question.heading and is_paragraph(raw):
        reply = _heading_of(screen, raw)
        if isinstance(reply, Leaving):
            return reply
        raw, rest = reply
    meant = _is_meant(screen, question, raw, today)
    if meant is None:
        return Stop()
    return (raw, rest) if meant else Back()


def is_command(question: Question, raw: Any) -> bool:
    """Tell whether an answer is a command on the items of a group."""
    return question.kind == "text" and isinstance(question.read(question.meant(raw)), Command)


def _is_meant(screen: Screen, question: Question, raw: Any, today: dt.date) -> bool | None:
    """Tell whether the clerk means what she answered; None where she leaves.

    Asked are no 事项 at all, an item deleted, a year or a date that is hardly right; Enter takes nothing of the kind.
    """
    if question.path == GATE and not raw:
        again = screen.agreed("一项也没有勾，第一部分就没有内容。回去勾吗？")
        return None if again is None else not again
    if question.kind != "text":
        return True
    value = question.read(question.meant(raw))
    if isinstance(value, Command) and value.verb == "删":
        return screen.agreed(f"{value}，连同它的内容。删了找不回来，删吗？", NO)
    doubt = question.doubts(value, today) if question.doubts and value != question.value else ""
    return screen.agreed(doubt, NO) if doubt else True


def _heading_of(screen: Screen, raw: str) -> tuple[str, str] | Leaving:
    """Ask which part of a paragraph is the heading; return it with the rest, which belongs to the next question.

    Where the clerk goes back, or leaves, her reply is returned.
    """
    head, rest = parted(raw)
    options = (
        *((Option(_PART, f"标题写“{head}”，其余的放到下一题"),) if head and rest else ()),
        Option(_WHOLE, "照这样，全部作标题"),
        Option(_BACK, "回去改"),
    )
    prompt = Prompt("choice", "这里只写标题，刚才写的像是一段话。怎么办？", options=options, moves=False, closes=True)
    reply = screen.ask(prompt)
    if not isinstance(reply, Given):
        return reply
    return {_PART: (head, rest), _WHOLE: (raw, "")}.get(reply.raw, Back())
