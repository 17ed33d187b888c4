"""The file behind the questions, on a pseudo-terminal: edited, moved away, there already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, begun, held
from pty_screen import ENTER, INTERRUPT, SPACE, terminal

from drafter.outline import Organ
from drafter.questionnaire import answer, start
from drafter.questionnaire.scope import asked_of
from drafter.terminal.keeper import UNNAMED, Keeper
from drafter.terminal.plain import PlainScreen

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


def test_a_file_edited_between_two_sessions(tmp_path: Path) -> None:
    """What was changed by hand is taken as it is: what stands there is not asked, comments stay."""
    state = begun(tmp_path)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    chosen = {matter.name for matter in asked_of(Organ.STREET, state.answers)} - {"干部法治培训"}
    others = "".join(f"  {name}: 无\n" for name in sorted(chosen))
    hand = f"数据:  # 手填\n{others}  干部法治培训:\n    法治培训期数: 4   # 司法所报\n"
    (tmp_path / NAME).write_text(re.sub("^数据:.*\n", hand, text, flags=re.MULTILINE), encoding="utf-8")
    edited = held(tmp_path / NAME)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(edited, quick=True))
        assert clerk.question.path[-1] == "法治培训人次"
        clerk.gives("268")
        clerk.sees()
    assert "法治培训期数: 4   # 司法所报" in (tmp_path / NAME).read_text(encoding="utf-8")
    assert state.answers["数据"] is None


def test_a_file_changed_while_a_question_is_open(tmp_path: Path) -> None:
    """The other program's change is kept, and the answer is asked once more, with what was typed."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives("否")
        clerk.sees()
        text = (tmp_path / NAME).read_text(encoding="utf-8")
        (tmp_path / NAME).write_text(text.replace("结束语: 无 ", "结束语: 特此报告"), encoding="utf-8")
        screen.send(SPACE + ENTER)
        screen.wait_for("已按改过的内容接着填")
        assert "● 理论学法" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("“理论学法”做了哪些工作")
        clerk.state = answer(clerk.state, ["理论学法"])
    answers = held(tmp_path / NAME)
    assert answers["版式"]["结束语"] == "特此报告"
    assert answers["数据"]["干部法治培训"] == "无"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where saving fails it is told at once, and another place is asked for, until there is one."""
    folder = tmp_path / "usb"
    folder.mkdir()
    begun(folder)
    with terminal(tmp_path, "fill", f"usb/{NAME}") as screen:
        Clerk(screen, start(held(folder / NAME))).sees()
        folder.rename(tmp_path / "gone")
        screen.send("n" + ENTER)
        screen.wait_for("没有存上")
        screen.wait_for("另存到哪里")
        for no_name in ("很" * 100, "~没有这个人/备份"):
            screen.send(no_name + ENTER)
            screen.wait_for("没有存上")
            screen.wait_for("另存到哪里")
        screen.send("备份" + ENTER)
        screen.wait_for("已存到 备份.yaml")
        screen.wait_for("下列哪些方面")
    assert held(tmp_path / "备份.yaml")["数据"]["执法办案"] == "不适用"


def test_a_new_file_that_exists_is_gone_on_with(tmp_path: Path) -> None:
    """`drafter new` never overwrites: it offers to go on."""
    begun(tmp_path)
    before = (tmp_path / NAME).read_bytes()
    with terminal(tmp_path, "new", NAME) as screen:
        screen.wait_for("已经有了，接着填吗？")
        screen.send("ｎ" + ENTER)
        screen.wait_for("没有改动")
        assert screen.end() == 0
    assert (tmp_path / NAME).read_bytes() == before
    with terminal(tmp_path, "new", NAME) as screen:
        screen.wait_for("接着填吗")
        screen.send(ENTER)
        screen.wait_for("手头有什么")


def test_nothing_answered_leaves_no_file(tmp_path: Path) -> None:
    """Whoever leaves at the first question leaves nothing behind."""
    with terminal(tmp_path, "new", "甲") as screen:
        screen.prompt()
        screen.send(INTERRUPT)
        screen.wait_for("没有建文件")
        assert screen.end() == 0
    assert list(tmp_path.iterdir()) == []


def test_an_old_file_that_cannot_be_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answers are under the new name all the same; the clerk is told of the old one."""
    keeper = Keeper.begun(tmp_path / UNNAMED, PlainScreen())
    keeper.write({**keeper.answers, "年度": "2024"})
    keeper.path.unlink()
    keeper.path.mkdir()
    keeper.rename(tmp_path / NAME)
    keeper.close()
    assert held(tmp_path / NAME)["年度"] == "2024"
    assert "删不掉" in capsys.readouterr().out
