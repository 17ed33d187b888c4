"""What can go wrong, in the words that the clerk reads.

    DrafterError            anything the clerk can mend; the command ends with exit status 2
    ├── InputError          faults in a file, each with its place; reported all at once
    └── ChangedError        a file was changed by another program since it was read

Exceptions never print: only ``drafter.cli`` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class DrafterError(Exception):
    """A fault that the user can mend; its text is one Chinese message: what, where, what to do."""


class ChangedError(DrafterError):
    """A file was not saved, because another program has changed it since it was read."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault in a file.

    ``line`` counts from 1; 0 means that the fault concerns the file as a whole. ``key`` is the path of keys as the
    clerk sees it (``数据.人民调解.调解受理件数``). ``what`` says what is wrong, ``remedy`` what to write instead.
    """

    file: str
    line: int
    key: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file} 第{self.line}行" if self.line else self.file
        key = f"“{self.key}”" if self.key else ""
        return f"{place}{'，' if key else ''}{key}：{self.what}。{self.remedy}"


class InputError(DrafterError):
    """A file that cannot be used; ``faults`` stand in the order of lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))
