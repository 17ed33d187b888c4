"""Questions as plain data: what is asked, how the answer is read, where it goes in the data file. No terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from drafter.report import Path

Kind: TypeAlias = Literal["text", "prose", "number", "choice", "choices", "yes_no"]
Plain: TypeAlias = Any
"""What a data file holds: text, a list, a mapping, nothing."""


class AnswerFault(ValueError):  # noqa: N818 - a fault is what the clerk reads about
    """An answer that cannot be taken; its text says what to type."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice: its value in the data file, what the clerk reads, the heading that it stands under.

    ``number`` is that of what it leads to; it stands before the label where the options are not numbered themselves.
    """

    value: str
    label: str
    group: str = ""
    number: int = 0

    @property
    def numbered(self) -> str:
        """The label with its number before it, where it has one."""
        return f"{self.number:>2} {self.label}" if self.number else self.label


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    ``path`` identifies it. ``read`` turns what was typed or chosen into what the data file holds (None: left open);
    ``writes`` says which entries of the file the value becomes, where that is not the path itself (``MISSING`` takes an
    entry out); ``leads`` which questions follow on the value, where that is not the next open one. ``answered`` is
    whether the file shows that it was asked before; ``value`` is the earlier answer in the clerk's form, ``default``
    what is proposed where there is none. ``matter`` is the 事项 that it belongs to, ``lines`` are shown below the text.

    ``optional`` are questions that most leave empty; ``later`` those that are not asked of a clerk who has only numbers
    at hand; ``aside`` those that are only asked when they are chosen from the list. ``moot`` is an answer that another
    answer has made meaningless. ``anew``: an answer that is written anew, not mended (a year, a date).
    ``heading``: what is asked for is a heading, whose text is asked for next. ``doubts`` returns what to ask once more
    about a value that is hardly meant, as seen today.
    """

    path: Path
    section: str
    text: str
    kind: Kind
    read: Callable[[Any], Plain]
    hint: str = ""
    unit: str = ""
    options: tuple[Option, ...] = ()
    default: str = ""
    value: Any = ""
    answered: bool = False
    required: bool = False
    writes: Callable[[Plain], dict[Path, Plain]] | None = None
    leads: Callable[[Plain], tuple[Path, ...]] | None = None
    matter: str = ""
    lines: tuple[str, ...] = ()
    optional: bool = False
    later: bool = False
    aside: bool = False
    moot: bool = False
    anew: bool = False
    heading: bool = False
    doubts: Callable[[Plain, dt.date], str] | None = None

    @property
    def open(self) -> bool:
        """Whether it is to be asked, and was not."""
        return not self.answered and not self.aside

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer: it was not asked yet, or was left open, or is still to come."""
        return self.open or (not self.optional and not self.aside and self.value in ("", "待填"))

    def with_unit(self, text: str) -> str:
        """Return an answer with its 量词, where it is a number of something."""
        counted = self.kind == "number" and self.unit != "%" and any(char.isdigit() for char in text)
        return text + self.unit if counted else text

    def assignments(self, value: Plain) -> dict[Path, Plain]:
        """Return the entries of the data file that an answer becomes."""
        return {self.path: value} if self.writes is None else self.writes(value)

    def meant(self, raw: Any) -> Any:
        """Return what an answer stands for: an empty one stands for the proposal; of 是 and 否, for the earlier one."""
        if raw != "":
            return raw
        return (self.kind == "yes_no" and self.value) or self.default
