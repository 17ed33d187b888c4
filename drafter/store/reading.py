"""From a file to its text: what is there, whether it is a text at all, in which encoding."""

from __future__ import annotations

import difflib
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5_000_000
"""Bytes; the largest data file of a real report is a hundredth of this."""

BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SIGNATURES = {
    b"PK\x03\x04": "这是 Word、WPS、Excel 文件或压缩包，不是数据文件",
    b"\xd0\xcf\x11\xe0": "这是旧格式的 Word、WPS 或 Excel 文件，不是数据文件",
    b"%PDF": "这是 PDF 文件，不是数据文件",
    b"{\\rtf": "这是 RTF 文件，不是数据文件",
}
_KNOWN = ("年度", "单位", "数据")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and how it was stored; ``notices`` are what the clerk should know."""

    raw: bytes
    text: str
    notices: tuple[str, ...] = ()


def read(path: Path) -> Source:
    """Return the text of a file.

    Raises:
        DrafterError: nothing there, not a file, not readable, too large, not a text.
    """
    return decode(_bytes(path), str(path))


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DrafterError(f"{path}：这是文件夹，不是数据文件。请写出文件夹里的数据文件（.yaml）。")
        if not stat.S_ISREG(status.st_mode):
            raise DrafterError(f"{path}：这不是普通文件。请写数据文件（.yaml）的名字。")
        if status.st_size > LARGEST:
            raise DrafterError(f"{path}：文件超过5 MB，不像数据文件。请核对文件名。")
        return path.read_bytes()
    except FileNotFoundError:
        raise DrafterError(f"{path}：没有这个文件。{_neighbours(path)}") from None
    except PermissionError:
        raise DrafterError(f"{path}：没有权限读这个文件。请关闭正在使用它的程序，或找管理员开通权限。") from None
    except (OSError, ValueError):
        raise DrafterError(f"{path}：这个文件读不出来。请核对文件名，检查磁盘或网络位置。") from None


def _neighbours(path: Path) -> str:
    """Return which file may have been meant."""
    folder = path.parent
    if not folder.is_dir():
        return f"文件夹“{folder}”也不存在，请核对路径。"
    try:
        names = sorted(other.name for other in folder.iterdir() if other.is_file() and not other.name.startswith("."))
    except OSError:
        return "请核对文件名。"
    close = difflib.get_close_matches(path.name, names, n=3, cutoff=0.5)
    if close:
        return f"同一文件夹里有：{'、'.join(close)}。"
    data = [name for name in names if name.endswith((".yaml", ".yml"))][:5]
    return f"同一文件夹里的数据文件有：{'、'.join(data)}。" if data else "请核对文件名；新建请运行 drafter new。"


def decode(raw: bytes, name: str) -> Source:
    """Return the text of some bytes: UTF-8 with or without BOM, else GB18030.

    Raises:
        DrafterError: not a text.
    """
    _refuse_other_formats(raw, name)
    body = raw.removeprefix(BOM)
    notices: tuple[str, ...] = ()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _gb18030(body, name, body.count(b"\n", 0, error.start) + 1)
        notices = (f"{name}：文件编码是 GB18030（GBK），已照此读取；程序保存时改存为 UTF-8。",)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return Source(raw, text, notices)


def _refuse_other_formats(raw: bytes, name: str) -> None:
    for signature, what in _SIGNATURES.items():
        if raw.startswith(signature):
            raise DrafterError(f"{name}：{what}。请写 .yaml 文件的名字；已有的报告请用 drafter import 导入。")
    if raw.startswith(_UTF16):
        raise DrafterError(f"{name}：文件编码是 UTF-16（“Unicode”）。请用记事本打开，另存为，编码选 UTF-8。")
    if b"\0" in raw:
        raise DrafterError(f"{name}：这不是文本文件。请核对文件名；若是文本，请用记事本另存为 UTF-8。")
    if not raw.removeprefix(BOM).strip():
        raise DrafterError(f"{name}：文件是空的。请从备份恢复，或删去后运行 drafter new 重新建立。")


def _gb18030(body: bytes, name: str, line: int) -> str:
    try:
        text = body.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if any(key in text for key in _KNOWN):
        return text
    raise DrafterError(
        f"{name} 第{line}行：文件编码既不是 UTF-8 也不是 GB18030，或者文件已损坏。请用记事本打开核对，另存为 UTF-8。"
    )
