"""Questions as plain data: what is asked, how the answer is read, where it goes in the data file. No terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from drafter.report import Path

Kind: TypeAlias = Literal["text", "prose", "number", "choice", "choices", "yes_no"]
Plain: TypeAlias = Any
"""What a data file holds: text, a list, a mapping, nothing."""


class AnswerFault(ValueError):  # noqa: N818 - a fault is what the clerk reads about
    """An answer that cannot be taken; its text says what to type."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: its value in the data file and what the clerk reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    ``path`` identifies it; ``read`` turns what was typed or chosen into what the data file holds (None: left open);
    ``writes`` says which entries of the file the value becomes, where that is not the path itself. ``answered`` is
    whether the file shows that it was asked before; ``value`` is the earlier answer in the clerk's form.
    """

    path: Path
    section: str
    text: str
    kind: Kind
    read: Callable[[Any], Plain]
    hint: str = ""
    unit: str = ""
    options: tuple[Option, ...] = ()
    default: Any = None
    value: Any = None
    answered: bool = False
    required: bool = False
    writes: Callable[[Plain], dict[Path, Plain]] | None = field(default=None)

    def assignments(self, value: Plain) -> dict[Path, Plain]:
        """Return the entries of the data file that an answer becomes."""
        return {self.path: value} if self.writes is None else self.writes(value)
