"""A prompt: one question as it is put on the screen, and what may come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.questionnaire.answers import typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.questionnaire import Option, Question
    from drafter.questionnaire.question import Kind

BACK_WORD, MENU_WORD, SKIP_WORD = "上一题", "目录", "跳过"
NO, YES = "否", "是"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: text, or the values that were chosen."""

    raw: Any


@dataclass(frozen=True, slots=True)
class Back:
    """The question before is wanted; ``begun`` is what stands in this one so far."""

    begun: Any = None


@dataclass(frozen=True, slots=True)
class Menu:
    """The list of sections is wanted."""

    begun: Any = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The clerk leaves off."""

    begun: Any = None


Reply: TypeAlias = Given | Back | Menu | Stop
WORDS: dict[str, type[Back | Menu]] = {BACK_WORD: Back, MENU_WORD: Menu}
"""What can be typed instead of a key."""


def _no_fault(_raw: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question on the screen.

    ``where`` says in which section it stands, ``value`` is what is proposed or was answered before; ``fault`` returns
    what is wrong with an answer, or nothing. Where ``moves`` is false there is no question before, and no menu.
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

    @property
    def enter(self) -> str:
        """What Enter alone does."""
        if self.kind == "yes_no":
            return f"回车＝{self.value}" if self.value else "输入 是 或 否，回车"
        if self.kind == "choice":
            return "↑↓ 选，回车 确定"
        if self.kind == "choices":
            return "↑↓ 移动，空格 勾选，回车 确定"
        if self.kind == "prose":
            return f"可以整段粘贴，Alt+回车 换行，回车 写完{'' if self.value else '（空着＝跳过）'}"
        return "回车 照用" if self.value else "回车 确定" if self.required else "回车 跳过"

    @property
    def keys(self) -> tuple[str, ...]:
        """What the keys do."""
        moves = ("Ctrl+Z 上一题", "Ctrl+T 目录") if self.moves else ()
        return (self.enter, *moves, "Ctrl+C 停下")


_NUMBER = "写数，如 626、1,234、300余；没有写 0，还没报来写 待填，不归本单位写 不适用"


def prompt_of(question: Question, where: str, value: Any, fault: Callable[[Any], str], *, moves: bool) -> Prompt:
    """Return the prompt of a question; ``value`` is what was typed into it before, None where nothing was."""
    shown = question.value or question.default if value is None else value
    unit = f"（{question.unit}）" if question.unit and question.kind == "number" else ""
    hint = question.hint or (_NUMBER if question.kind == "number" and question.unit != "%" else "")
    where = f"{where} · {question.matter}" if question.matter else where
    return Prompt(
        question.kind, question.text + unit, where, question.lines, hint, question.options, shown,
        question.required, moves, fault,
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
    number = question.kind == "number" and question.unit != "%" and any(char.isdigit() for char in text)
    return text + question.unit if number else text
