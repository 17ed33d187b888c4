"""What goes wrong while questions are answered, on a pseudo-terminal: nothing that was answered is lost."""

from __future__ import annotations

import ast
import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, begun, files, held
from pty_screen import BACK, DOWN, ENTER, INTERRUPT, MENU, ROOT, terminal

from drafter.questionnaire import answer, jump, start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pty_screen import Terminal

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

_KILLED_BEFORE_RENAMING = """
import os, pathlib, signal
from drafter.cli import run
rename = pathlib.Path.replace
def replace(self, target):
    if pathlib.Path("now").exists():
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, target)
pathlib.Path.replace = replace
run()
"""


@contextmanager
def _at_a_number(folder: Path, *program: str) -> Iterator[tuple[Terminal, Clerk]]:
    """Begin 信访办理, say that nothing was done, and stop at its first number."""
    begun(folder, "信访办理")
    with terminal(folder, "fill", NAME, program=program or ("-m", "drafter")) as screen:
        clerk = Clerk(screen, start(held(folder / NAME)))
        clerk.gives([])
        clerk.sees()
        yield screen, clerk


def _through_two(screen: Terminal, tmp_path: Path) -> Clerk:
    """Answer two questions of 信访办理."""
    clerk = Clerk(screen, start(held(tmp_path / NAME)))
    clerk.gives([])
    clerk.gives("143")
    return clerk


def test_a_window_that_is_closed(tmp_path: Path) -> None:
    """Whoever closes the window (SIGHUP) finds every answer that was given, and is asked the next question."""
    begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = _through_two(screen, tmp_path)
        clerk.sees()
        screen.send("14")
        os.kill(screen.pid, signal.SIGHUP)
        screen.end()
    assert held(tmp_path / NAME) == clerk.state.answers
    assert files(tmp_path) == [tmp_path / NAME]
    assert start(held(tmp_path / NAME)).here == clerk.state.here


@pytest.mark.skipif(sys.platform != "linux", reason="sets the limits of another process")
def test_no_room_for_the_file(tmp_path: Path) -> None:
    """Where the file cannot grow any more this is told at once; once there is room, Enter saves the answer."""
    import resource  # noqa: PLC0415 - not on Windows

    with _at_a_number(tmp_path) as (screen, clerk):
        before = (tmp_path / NAME).read_bytes()
        _, most = resource.prlimit(screen.pid, resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
        screen.send("143" + ENTER)
        text = screen.wait_for("另存到哪里")
        assert "没有存上" in text
        assert (tmp_path / NAME).read_bytes() == before
        resource.prlimit(screen.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, most))
        screen.send(ENTER)
        screen.wait_for(f"已存到 {NAME}")
        clerk.state = answer(clerk.state, "143")
        clerk.sees()
    assert held(tmp_path / NAME) == clerk.state.answers


def test_a_file_made_read_only_meanwhile(tmp_path: Path) -> None:
    """It is left as it is, which is told at once; the answers go where the clerk says, under the same name."""
    (tmp_path / "备份").mkdir()
    (tmp_path / "读").touch(mode=0o444)
    if os.access(tmp_path / "读", os.W_OK):
        pytest.skip("this user may write everything")
    with _at_a_number(tmp_path) as (screen, clerk):
        before = (tmp_path / NAME).read_bytes()
        (tmp_path / NAME).chmod(0o444)
        screen.send("143" + ENTER)
        text = screen.wait_for("另存到哪里")
        assert "只读" in text
        screen.send("备份" + ENTER)
        screen.wait_for(f"已存到 备份/{NAME}")
        clerk.state = answer(clerk.state, "143")
        clerk.sees()
    assert (tmp_path / NAME).read_bytes() == before
    assert held(tmp_path / "备份" / NAME) == clerk.state.answers


def test_power_lost_between_writing_and_renaming(tmp_path: Path) -> None:
    """The file is whole, with every answer before the last; the questions go on there."""
    with _at_a_number(tmp_path, "-c", _KILLED_BEFORE_RENAMING) as (screen, clerk):
        (tmp_path / "now").touch()
        screen.send("143" + ENTER)
        screen.end()
    assert held(tmp_path / NAME) == clerk.state.answers
    (tmp_path / "now").unlink()
    with terminal(tmp_path, "fill", NAME) as screen:
        again = Clerk(screen, start(held(tmp_path / NAME)))
        assert again.state.here == clerk.state.here
        again.gives("143")
        again.sees()
    assert held(tmp_path / NAME) == again.state.answers


def test_a_file_broken_meanwhile_can_be_left(tmp_path: Path) -> None:
    """What another program broke is shown and left alone; the answers can be saved under another name."""
    with _at_a_number(tmp_path) as (screen, clerk):
        (tmp_path / NAME).write_text("年度: [2024\n  坏了", encoding="utf-8")
        screen.send("143" + ENTER)
        screen.wait_for("现在读不了")
        screen.wait_for("写一个新的文件名")
        screen.send(NAME + ENTER)
        screen.wait_for("已有同名的文件")
        screen.send("另一份" + ENTER)
        screen.wait_for("已存到 另一份.yaml")
        clerk.state = answer(clerk.state, "143")
        clerk.sees()
    assert held(tmp_path / "另一份.yaml") == clerk.state.answers
    assert "坏了" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_file_deleted_meanwhile(tmp_path: Path) -> None:
    """It is written again, with all answers."""
    with _at_a_number(tmp_path) as (_, clerk):
        (tmp_path / NAME).unlink()
        clerk.gives("143")
        clerk.sees()
    assert held(tmp_path / NAME) == clerk.state.answers


@pytest.mark.parametrize("through", ["", "\x14"], ids=["at once", "through the list"])
@pytest.mark.parametrize(("typed", "kept"), [(ENTER, True), (INTERRUPT, True), ("n" + ENTER, False)])
def test_leaving_a_text_before_its_end(tmp_path: Path, typed: str, kept: bool, through: str) -> None:
    """Ctrl+C in a text that was begun, or in the list gone to from it: saved unless the clerk says no."""
    begun(tmp_path, "信访办理")
    state = jump(start(held(tmp_path / NAME)), "不足和原因")
    with terminal(tmp_path, "fill", NAME) as screen:
        Clerk(screen, start(held(tmp_path / NAME))).sees()
        screen.send("\x14")
        screen.wait_for("去哪一部分")
        screen.send("不足" + ENTER)
        screen.wait_for("改哪一处")
        screen.send(ENTER)
        clerk = Clerk(screen, state)
        clerk.gives("普法针对性不强")
        clerk.sees()
        screen.send("青年普法只有3场")
        screen.wait_for("> 青年普法只有3场")
        if through:
            screen.send(through)
            screen.wait_for("去哪一部分")
        screen.send(INTERRUPT)
        screen.wait_for("这一题写了还没有按回车。把它记下来吗？")
        screen.send(typed)
        assert screen.end() == 0
    assert held(tmp_path / NAME)["不足和原因"][0].get("表现") == ("青年普法只有3场" if kept else None)


def test_what_was_begun_elsewhere_is_told(tmp_path: Path) -> None:
    """A text that was begun and left by going back is named when the clerk leaves off."""
    begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = _through_two(screen, tmp_path)
        clerk.sees()
        screen.send("14")
        screen.wait_for("> 14")
        screen.send(BACK)
        screen.wait_for("> 143")
        screen.send(INTERRUPT)
        screen.wait_for(f"“{clerk.question.text}”写了一半就离开了，没有记下。")
        assert screen.end() == 0


def test_no_matter_ticked(tmp_path: Path) -> None:
    """Enter before anything is ticked in the list of 事项 is asked about; Enter goes back to the list."""
    begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(held(tmp_path / NAME)))
        clerk.gives("否")
        assert "已勾 0 项，共" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("一项也没有勾，第一部分就没有内容。回去勾吗？")
        screen.send(ENTER)
        assert "已勾 0 项，共" in clerk.sees()
        clerk.gives(["信访办理"])
        clerk.sees()
    assert held(tmp_path / NAME)["数据"]["信访办理"] is None


@pytest.mark.parametrize("typed", ["删1", "2052年"])
def test_stopping_where_something_is_asked_once_more(tmp_path: Path, typed: str) -> None:
    """Ctrl+C stops there too, and what was asked about is not taken."""
    begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(held(tmp_path / NAME)))
        clerk.sees()
        section = "不足" if typed == "删1" else "单位"
        screen.send(MENU)
        screen.wait_for("去哪一部分")
        screen.send(section + ENTER)
        screen.wait_for("改哪一处")
        screen.send("从头" + ENTER)
        for answered in ("法治力量不足", "", "") if typed == "删1" else ("", ""):
            screen.prompt()
            screen.answer(answered)
        screen.wait_for("已写：1 法治力量不足" if typed == "删1" else "> 2024")
        before = held(tmp_path / NAME)
        screen.send(typed + ENTER)
        screen.wait_for("删吗？" if typed == "删1" else "2052年还没有到，是这一年吗？")
        screen.send(INTERRUPT)
        screen.wait_for("接着填：drafter fill")
        assert screen.end() == 0
    assert held(tmp_path / NAME) == before


def test_the_first_question_is_not_passed_over(tmp_path: Path) -> None:
    """What a report cannot do without has no F8; the list of sections has only those that can be asked yet."""
    with terminal(tmp_path, "new") as screen:
        text = screen.prompt()
        assert "跳过本节" not in text
        screen.send("目录")
        screen.wait_for("回车 就去“目录”")
        screen.send(ENTER)
        text = screen.wait_for("去哪一部分？")
        assert "单位和年度（还没有问）" in text
        assert "填报范围" not in text
        screen.send(DOWN + ENTER)
        screen.wait_for("“单位和年度”改哪一处？")


def test_the_terminal_is_prompt_toolkits_alone() -> None:
    """Nothing of one system only is imported by the questionnaire: what works on Linux works on Windows and macOS."""
    for file in (ROOT / "drafter" / "terminal").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            foreign = {"termios", "tty", "pty", "fcntl", "curses", "signal", "resource", "msvcrt", "readline", "pwd"}
            assert not foreign & {name.partition(".")[0] for name in names}, file.name
