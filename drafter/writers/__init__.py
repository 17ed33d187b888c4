"""From a numbered document to files. A writer knows block types and a format, and nothing of reports.

To add a format: a module with one function ``Document -> bytes``, and a row in the table.
"""

from __future__ import annotations

import os
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from drafter.blocks import Document

__all__ = ["WRITERS", "write"]


def _docx(document: Document) -> bytes:
    from drafter.writers.word import docx  # noqa: PLC0415 - python-docx takes a while to load

    return docx(document)


def _md(document: Document) -> bytes:
    from drafter.writers.markdown import markdown  # noqa: PLC0415 - nobody pays for the format that is not written

    return markdown(document)


Writer: TypeAlias = "Callable[[Document], bytes]"

WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "md": _md})
"""Format (also the file name's suffix) to the function that turns a *numbered* document into the bytes of a file."""


def write(document: Document, path: str | Path) -> None:
    """Write a numbered document; the suffix of ``path`` chooses the format.

    The file is complete or, if anything goes wrong, what it was before.

    Raises:
        DrafterError: there is no such format, or the file cannot be written.

    """
    target = Path(path)
    writer = WRITERS.get(target.suffix.lower().removeprefix("."))
    if writer is None:
        known = "、".join(f".{name}" for name in WRITERS)
        raise DrafterError(f"{target}：不会生成这种格式的文件。请把文件名的后缀改成{known}之一。")
    if not target.parent.is_dir():
        raise DrafterError(f"{target}：文件夹“{target.parent}”不存在。请先建好这个文件夹，或者换一个位置。")
    if target.is_dir():
        raise DrafterError(f"{target}：这是一个文件夹，不是文件。请换一个文件名。")
    _replace(target, writer(document))


def _replace(target: Path, content: bytes) -> None:
    """Put the content in place of the file in one step, by way of a new file beside it."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except PermissionError:
        raise DrafterError(
            f"{target}：写不进去。文件如果正在 Word 里打开，请先关闭它；不然请检查文件夹的写入权限。"
        ) from None
    except OSError as error:
        raise DrafterError(f"{target}：写不进去。请检查磁盘空间和文件名，或者换一个位置。") from error
    finally:
        _discard(beside)


def _discard(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:  # the reason was reported already, or the file is in place
        return
