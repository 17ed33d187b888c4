"""The question whose answer is one entry of the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.questionnaire import readers
from drafter.questionnaire.answers import MISSING, get, typed
from drafter.questionnaire.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.questionnaire.question import Plain
    from drafter.report import Path


def line(  # noqa: PLR0913 - a question has as many columns
    answers: Plain,
    path: Path,
    section: str,
    text: str,
    read: Callable[[str], Plain] = readers.text,
    *,
    hint: str = "",
    default: str = "",
    required: bool = False,
    empty_counts: bool = True,
    optional: bool = False,
    later: bool = False,
    aside: bool = False,
) -> Question:
    """Return the question; with ``empty_counts`` an empty entry in the file shows that it was asked and left open.

    What is ``required`` cannot be left open.
    """
    value = get(answers, path)
    return Question(
        path,
        section,
        text,
        "prose" if read is readers.prose else "text",
        read,
        hint=hint,
        default=default,
        value=typed(value),
        answered=value is not MISSING and (value is not None or (empty_counts and not required)),
        required=required,
        optional=optional,
        later=later,
        aside=aside,
    )
