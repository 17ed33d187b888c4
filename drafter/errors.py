"""What can go wrong, in the words that the clerk reads.

    DrafterError            anything the clerk can mend; the command ends with exit status 2
    ├── InputError          faults in a file, each with its place; reported all at once
    └── ChangedError        a file was changed by another program since it was read

Exceptions never print: only ``drafter.cli`` does.
"""

from __future__ import annotations

import errno
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


_REASONS = {
    "ENOSPC": "磁盘满了",
    "EDQUOT": "磁盘配额用完了",
    "EACCES": "没有权限，或者正被别的程序打开",
    "EPERM": "没有权限",
    "EROFS": "磁盘是只读的",
    "ENOENT": "没有这个文件或文件夹",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EISDIR": "是文件夹，不是文件",
    "EEXIST": "已有同名的文件",
    "ENAMETOOLONG": "名称太长",
    "EBUSY": "正被别的程序使用",
    "ELOOP": "链接绕成了圈",
    "ENOEXEC": "不是这台电脑能运行的程序",
}


def reason(error: OSError) -> str:
    """Return in Chinese why the system refused a file."""
    if error.errno is None:
        return "原因不明"
    return _REASONS.get(errno.errorcode.get(error.errno, ""), f"系统错误 {error.errno}")
