"""From a numbered document to files. A writer knows block types and a format, and nothing of reports.

To add a format: a module with one function ``(Document, Profile) -> bytes``, and a row in the table.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.blocks import Document
    from drafter.writers.profile import Profile

__all__ = ["WRITERS", "write"]


class Writer(Protocol):
    """Turn a numbered document into the bytes of a file, in a profile of the page (by default 标准)."""

    def __call__(self, document: Document, profile: Profile | None = None) -> bytes:
        """Return the bytes."""


def _docx(document: Document, profile: Profile | None = None) -> bytes:
    from drafter.writers.word import docx  # noqa: PLC0415 - python-docx takes a while to load

    return docx(document, profile)


def _md(document: Document, profile: Profile | None = None) -> bytes:  # noqa: ARG001 - it has no page
    from drafter.writers.markdown import markdown  # noqa: PLC0415 - nobody pays for the format that is not written

    return markdown(document)


def _html(document: Document, profile: Profile | None = None) -> bytes:
    from drafter.writers.web import html  # noqa: PLC0415 - nobody pays for the format that is not written

    return html(document, profile)


WRITERS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "md": _md, "html": _html})
"""Format (also the file name's suffix) to the function that turns a *numbered* document into the bytes of a file."""


def write(document: Document, path: str | Path, profile: Profile | None = None, *, force: bool = False) -> None:
    """Write a numbered document; the suffix of ``path`` chooses the format.

    The file is complete or, if anything goes wrong, what it was before. A Word file that is not as the program wrote
    it is overwritten only with ``force``.

    Raises:
        DrafterError: there is no such format, the file cannot be written, or it has been changed by hand.

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
    if target.suffix.lower() == ".docx" and not force:
        _refuse_changed(target)
    _replace(target, writer(document, profile))


def _refuse_changed(target: Path) -> None:
    """Refuse to overwrite a Word file that has been changed since it was written, or that is not ours."""
    from drafter.writers.package import unchanged  # noqa: PLC0415 - python-docx takes a while to load

    try:
        if unchanged(target.read_bytes()):
            return
    except FileNotFoundError:
        return
    except OSError:
        raise DrafterError(f"{target}：读不出来。文件如果正在 Word 里打开，请先关闭它。") from None
    raise DrafterError(
        f"{target}：这个文件生成以后改动过（或者不是本程序生成的），没有覆盖。"
        f"要留着它，请先把它改名，如“{_free(target).name}”；不要它了，请加 --force 重新生成。"
    )


def _free(target: Path) -> Path:
    """Return a name that is not taken yet."""
    numbered = (target.with_stem(f"{target.stem}（{order}）") for order in count(2))
    return next(path for path in numbered if not path.exists())


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
