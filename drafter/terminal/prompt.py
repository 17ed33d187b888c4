"""A prompt: one question as it is put on the screen, and what may come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.questionnaire.answers import typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.questionnaire import Option, Question
    from drafter.questionnaire.question import Kind

YES, NO = "是", "否"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: text, or the values that were chosen."""

    raw: Any


@dataclass(frozen=True, slots=True)
class Leaving:
    """Something else than an answer is wanted; ``begun`` is what stands in the question so far."""

    begun: Any = None


class Back(Leaving):
    """The question before is wanted."""

    __slots__ = ()


class Menu(Leaving):
    """The list of sections is wanted."""

    __slots__ = ()


class Next(Leaving):
    """The next 事项 is wanted: the rest of this one is left for later."""

    __slots__ = ()


class Skip(Leaving):
    """The next section is wanted: the rest of this one is left for later."""

    __slots__ = ()


class Stop(Leaving):
    """The clerk leaves off."""

    __slots__ = ()


Reply: TypeAlias = Given | Leaving


def _no_fault(_raw: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question on the screen.

    ``where`` says in which section it stands, ``value`` is what is proposed or was answered before; ``fault`` returns
    what is wrong with an answer, or nothing. Where ``moves`` is false there is no question before, and no menu; then
    ``closes`` says that Esc goes back to where the prompt was called from. Only where ``next`` is true there is a 事项
    to go on to. ``above`` and ``below`` are the rows of the other questions of the same 事项. A ``fresh`` value is a
    proposal: what is typed first replaces it, as it replaces selected text; so it does with an answer that is written
    ``anew``.
    """

    kind: Kind
    text: str
    where: str = ""
    lines: tuple[str, ...] = ()
    hint: str = ""
    options: tuple[Option, ...] = ()
    value: Any = ""
    required: bool = False
    moves: bool = True
    fault: Callable[[Any], str] = field(default=_no_fault)
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    next: bool = False
    fresh: bool = False
    closes: bool = False
    anew: bool = False

    @property
    def is_list(self) -> bool:
        """Whether something is chosen, not typed."""
        return self.kind in {"choice", "choices"}

    @property
    def is_line(self) -> bool:
        """Whether the answer is typed on a line of its own."""
        return self.kind in {"text", "number", "yes_no"}

    @property
    def is_anew(self) -> bool:
        """Whether an answer is written anew, not mended: a number, a date, 是 or 否."""
        return self.anew or self.kind in {"number", "yes_no"}

    @property
    def is_selected(self) -> bool:
        """Whether the value stands there as selected text does."""
        return self.fresh or self.is_anew


_NUMBER = "写数，如 626、1,234、300余；没有写 0，还没报来写 待填，不归本单位写 不适用"


def prompt_of(question: Question, where: str, value: Any, fault: Callable[[Any], str], *, fresh: bool) -> Prompt:
    """Return the prompt of a question; ``value`` is what was typed into it before, None where nothing was.

    A ``fresh`` value is only proposed.
    """
    is_kept = value is not None and question.kind != "yes_no"  # there Enter gives the earlier answer
    shown = value if is_kept else question.value or question.default
    unit = f"（{question.unit}）" if question.unit and question.kind == "number" else ""
    hint = question.hint or (_NUMBER if question.kind == "number" and question.unit != "%" else "")
    where = f"{where} · {question.matter}" if question.matter else where
    return Prompt(
        question.kind, question.text + unit, where, question.lines, hint, question.options, shown,
        question.required, fault=fault, fresh=fresh and question.kind == "text", anew=question.anew,
    )  # fmt: skip


def told(question: Question, raw: Any) -> str:
    """Return an answer as the transcript shows it: as it was understood."""
    if question.kind == "choices":
        return "、".join(raw) or "（都没有）"
    if question.kind == "choice":
        return next((option.label for option in question.options if option.value == raw), str(raw))
    text = typed(question.read(question.meant(raw)))
    if not text:
        return "（空着）"
    lines = [line for line in text.splitlines() if line.strip()]
    if question.kind == "prose" and (len(lines) > 1 or len(text) > 24):
        return f"{lines[0][:12]}……（{len(lines)}段，{sum(map(len, lines))}字）"
    return question.with_unit(text)
