"""A long text written in the clerk's own editor, on Windows in 记事本.

prompt_toolkit has a command for it too, which cannot say that it failed, knows no editor of Windows and reads nothing
but UTF-8 without a mark.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from prompt_toolkit.application import run_in_terminal

_USUAL = ("notepad",) if sys.platform == "win32" else ("editor", "nano", "vim", "vi")
_MARK = b"\xef\xbb\xbf"


async def edit(text: str) -> tuple[str, str]:
    """Return a text as the clerk leaves it in an editor, and what went wrong; then the text is as before."""
    return await run_in_terminal(lambda: edited(text), in_executor=True)


def edited(text: str) -> tuple[str, str]:
    """Open a text in an editor and wait for its end; return the text, and what went wrong."""
    try:
        command = _command()
    except ValueError:
        return text, "环境变量 VISUAL 或 EDITOR 里的引号没有收尾。请改正，或者就在这里写。"
    if not command:
        return text, "没有找到编辑器。请设环境变量 VISUAL 或 EDITOR（编辑器的名字），或者就在这里写。"
    name = Path(command[0]).name
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "正文.txt"
            file.write_bytes(_MARK * (sys.platform == "win32") + text.encode())
            status = subprocess.call([*command, str(file)])  # noqa: S603 - the clerk's own choice
            if status:
                return text, f"编辑器（{name}）没有正常结束（状态 {status}），文字照旧。"
            return _decoded(file.read_bytes()), ""
    except OSError:
        return text, f"编辑器（{name}）打不开。文字照旧，可以就在这里写。"
    except UnicodeDecodeError:
        return text, "编辑器存的文件不是 UTF-8，也不是 GB 18030，读不了。文字照旧。"


def _command() -> list[str]:
    """Return the command that opens an editor; nothing where there is none.

    Raises:
        ValueError: a quotation mark is left open in the name of the clerk's editor.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return [part.strip('"') for part in shlex.split(chosen, posix=sys.platform != "win32")]
    return next(([name] for name in _USUAL if shutil.which(name)), [])


def _decoded(data: bytes) -> str:
    """Return what an editor has saved: old ones of Windows save in the code page of the system."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return text.replace("\r\n", "\n").rstrip("\n")
