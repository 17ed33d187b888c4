"""A progress bar for whole folders."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Item = TypeVar("Item")
_MANY = 5


def progress(items: Sequence[Item], label: str = "生成") -> Iterable[Item]:
    """Return the items; in a terminal many of them are gone through with a progress bar."""
    if len(items) < _MANY or not sys.stderr.isatty():
        return items
    return _with_bar(items, label)


def _with_bar(items: Sequence[Item], label: str) -> Iterable[Item]:
    from prompt_toolkit.output import create_output  # noqa: PLC0415 - only in a terminal
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415 - only in a terminal
    from prompt_toolkit.shortcuts import ProgressBar  # noqa: PLC0415 - only in a terminal

    with patch_stdout(), ProgressBar(output=create_output(sys.stderr)) as bar:
        yield from bar(items, label=label)
