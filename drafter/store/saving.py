"""Writing a file so that a failure leaves the old one as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from drafter.errors import DrafterError

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write(path: Path, content: bytes) -> None:
    """Replace the content of a file in one step; its permissions and, for a link, the link stay.

    Raises:
        DrafterError: the folder cannot be written to, the disk is full, the file is in use; the old file is untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        _replace(target, content)
    except OSError as error:
        raise DrafterError(f"{path}：没有存上，原来的文件没有变。{_advice(error)}") from None


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it does not exist yet.

    Raises:
        DrafterError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DrafterError(f"不能新建文件夹 {folder}。请核对位置和权限，或者换一个地方。") from None


def _replace(target: Path, content: bytes) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "read-only")
    handle, name = tempfile.mkstemp(prefix=".drafter-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int:
    """Return the permissions of a file; for a new one those that the system gives to new files."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _advice(error: OSError) -> str:
    if error.errno in _FULL:
        return "磁盘满了，请腾出空间再存，或存到别的盘。"
    if error.errno in _FORBIDDEN:
        return "文件或文件夹是只读的，或正被别的程序打开；请关闭那个程序，或存到别的文件夹。"
    if error.errno == errno.ENOENT:
        return "文件夹不存在，请核对路径。"
    return f"系统拒绝写入（错误号 {error.errno}），请检查磁盘或网络位置，或存到别的文件夹。"
