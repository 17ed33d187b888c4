"""A long text written in the clerk's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from prompts import PROSE
from pty_screen import EDITOR, ENTER, KEYS, asked

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


def _editor(folder: Path, script: str) -> str:
    """Return the path of an editor: a shell script that gets the file as $1."""
    file = folder / "editor"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ('printf "\\n第二段。\\n" >> "$1"', r"第一段。\n第二段。"),
        ('printf "\\357\\273\\277新写的。\\r\\n第二段。\\r\\n" > "$1"', r"新写的。\n第二段。"),
        ('printf "\\326\\320\\316\\304" > "$1"', "中文"),
        ('case "$1" in *.txt) : > "$1";; esac', ""),
        ('read line; printf "$line" > "$1"', "从终端读的"),
    ],
    ids=["adds", "记事本", "GB 18030", "empties", "reads the terminal"],
)
def test_a_text_from_an_editor(tmp_path: Path, script: str, wanted: str) -> None:
    """F4 opens the clerk's editor on a .txt file; what it saves stands in the prompt, without mark, last line end."""
    with asked(tmp_path, {**PROSE, "value": "第一段。"}, VISUAL="", EDITOR=_editor(tmp_path, script)) as screen:
        before = screen.text
        screen.send(EDITOR)
        if "read" in script:
            screen.wait_until(lambda text: "第一段" not in text, "the editor")
            screen.send("从终端读的\n")
        lines = wanted.split(r"\n")
        screen.wait_until(lambda text: all(line in text for line in [*lines, KEYS]) and text != before, wanted)
        screen.send(ENTER)
        screen.wait_for(f"⇒ Given(raw='{wanted}')")


@pytest.mark.parametrize(
    ("editor", "path", "said"),
    [
        ("exit 3", None, "没有正常结束（状态 3）"),
        ('printf "\\377\\377" > "$1"', None, "读不了"),
        ("/nowhere/editor", None, "打不开"),
        ('/nowhere/"editor', None, "引号没有收尾"),
        ("", "/nowhere", "没有找到编辑器"),
    ],
)
def test_an_editor_that_fails(tmp_path: Path, editor: str, path: str | None, said: str) -> None:
    """Where there is no editor, or it fails, that is said in Chinese and the text is as before."""
    command = editor if editor.startswith("/") or not editor else _editor(tmp_path, editor)
    environment = {"VISUAL": command, "EDITOR": "", **({"PATH": path} if path else {})}
    with asked(tmp_path, {**PROSE, "value": "第一段。"}, **environment) as screen:
        screen.send(EDITOR)
        screen.wait_for(said)
        screen.send(f"乙{ENTER}")
        screen.wait_for("⇒ Given(raw='第一段。乙')")
