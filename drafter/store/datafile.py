"""The data file as an object: its report, its text, changes to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from drafter.errors import Fault, InputError
from drafter.outline import RETIRED
from drafter.store.check import report_of
from drafter.store.reading import Source, read
from drafter.store.tree import Tree, Unreadable, parse

if TYPE_CHECKING:
    import os

    from drafter.report import Report
    from drafter.store.syntax import Slip


@dataclass(slots=True)
class DataFile:
    """A data file that was read; ``notices`` are what the clerk should know about it."""

    path: FilePath
    report: Report
    notices: tuple[str, ...]
    source: Source
    tree: Tree


def load(path: str | os.PathLike[str]) -> DataFile:
    """Read a data file.

    Raises:
        DrafterError: the file is missing or is not a text.
        InputError: what it holds is wrong; all faults at once, in the order of lines.
    """
    file = FilePath(path)
    source = read(file)
    try:
        tree = parse(source.text, RETIRED)
    except Unreadable as error:
        raise _refusal(file, [error.slip]) from None
    report, slips = report_of(tree.root, str(file))
    if report is None or tree.slips:
        raise _refusal(file, [*tree.slips, *slips])
    return DataFile(file, report, source.notices, source, tree)


def _refusal(file: FilePath, slips: list[Slip]) -> InputError:
    return InputError(Fault(str(file), slip.line, slip.key, slip.what, slip.remedy) for slip in slips)
