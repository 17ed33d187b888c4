"""Single prompts on a pseudo-terminal: the screen as the clerk sees it."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, bare, begun, held
from pty_screen import DOWN, END, ENTER, MENU, NEW_LINE, ROOT, SPACE, terminal
from questionnaire_walk import FULL_NAMES

from drafter.outline import Organ
from drafter.questionnaire import answer, start

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


def test_the_menu_of_sections(tmp_path: Path) -> None:
    """Ctrl-T shows how far each section is and goes to one of them."""
    begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        screen.prompt()
        screen.send(MENU)
        text = screen.wait_for("去哪一部分")
        assert " 1 单位和年度（问过了）" in text
        assert "18 报送和落款（还没有问）" in text
        screen.send(DOWN * 13 + ENTER)
        screen.wait_for("[15/18 不足和原因]")


def test_a_wrong_number_is_told_below_the_prompt(tmp_path: Path) -> None:
    """On Enter a wrong answer stays on the screen, with what to type below it; a right one is taken."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in (["干部法治培训"], []):
            clerk.gives(raw)
        clerk.sees()
        screen.send("三期" + ENTER)
        text = screen.wait_for("用了汉字数字")
        lines = [line.strip() for line in text.splitlines()]
        assert lines[lines.index("> 三期") + 1].startswith("“三期”用了汉字数字。请写阿拉伯数字")
        clerk.gives("４期")
        assert "4期" in clerk.sees()


def test_pasted_paragraphs(tmp_path: Path) -> None:
    """A text pasted in several paragraphs stays one; Alt-Enter and Ctrl-J begin a line; Enter ends the answer."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives(["只写文字"])
        clerk.sees()
        screen.send("\x1b[200~第一段。\r\n\r\n第二段。\x1b[201~")
        screen.wait_for("第二段。")
        screen.send(f"{NEW_LINE}第三段。\x1b\r第四段。")
        screen.wait_for("第四段。")
        screen.send(ENTER)
        screen.wait_for("4段，16字")
    assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == "第一段。\n\n第二段。\n\n第三段。\n\n第四段。"


def test_a_reference_to_nothing_is_told_at_once(tmp_path: Path) -> None:
    """A text that refers to an unknown number is saved, told, and asked once more; Enter alone leaves it so."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives(["只写文字"])
        clerk.sees()
        screen.send("共{调解成攻件数}件。" + ENTER)
        screen.wait_for("这样还不能成文")
        assert "是不是想写“调解成功件数”" in bare(clerk.sees())
        screen.send(ENTER)
        screen.wait_for("[3/18")
        assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == "共{调解成攻件数}件。"


def test_bare_drafter_shows_the_menu(tmp_path: Path) -> None:
    """In a terminal `drafter` alone is a menu; what it offers works."""
    begun(tmp_path)
    with terminal(tmp_path) as screen:
        text = screen.wait_for("做什么？")
        assert "新建一份年度报告" in text
        screen.send(DOWN + ENTER)
        screen.wait_for("接着填 清河街道2024.yaml")
        screen.wait_for("[2/18")


@pytest.mark.parametrize("command", [["new"], ["fill", "a.yaml"]])
def test_without_a_terminal(tmp_path: Path, command: list[str]) -> None:
    """Without a terminal: what to do instead, exit status 2, no file."""
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *command],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "要在终端窗口里一问一答" in done.stderr
    assert "drafter build" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_dumb_terminal(tmp_path: Path) -> None:
    """TERM=dumb: plain lines, choices by number, no escape sequences."""
    with terminal(tmp_path, "new", "a", TERM="dumb") as screen:
        screen.wait_for("1. 街道（街道办事处）")
        for wanted, typed in (
            ("本单位是哪一类机关？", "九"),
            ("请输入 1 到 7 的号码", "1"),
            ("单位全称", FULL_NAMES[Organ.STREET]),
            ("哪一年的报告", "２０２４"),
            ("单位简称", ""),
            ("正文里怎样称呼", "上一题"),
            ("现在是：清河街道", ""),
            ("正文里怎样称呼", ""),
            ("上级怎样称呼", ""),
            ("合适吗", "y"),
            ("3. 没有数可报", "3"),
        ):
            screen.wait_for(wanted)
            screen.answer(typed)
        screen.wait_for("空一行结束")
        screen.send("第一段。\r第二段。\r\r")
        screen.wait_for("组织领导与责任】")
        screen.send(END)
        screen.wait_for("接着填：drafter fill a.yaml")
        assert screen.end() == 0
        assert "\x1b" not in screen.output
    assert held(tmp_path / "a.yaml")["主要举措和成效"] == [{"专题": "党的领导与学习", "内容": "第一段。\n\n第二段。"}]


def test_a_narrow_window_without_colours(tmp_path: Path) -> None:
    """60 columns: nothing is cut off but long choices, which end in …; NO_COLOR: no colours."""
    begun(tmp_path)
    with terminal(tmp_path, "fill", NAME, columns=60, NO_COLOR="1") as screen:
        text = screen.wait_for("Ctrl+C 停下")
        assert "[2/18 党的领导与学习]" in text
        screen.send(SPACE + ENTER)
        screen.wait_for("做了哪些工作")
        screen.send(ENTER)
        text = screen.wait_until(lambda text: "不归本单位写 不适用" in text.replace("\n ", ""), "不适用")
        for line in text.splitlines():
            assert len(line.encode("gb18030")) <= 2 * 60
        assert "Ctrl+C 停下" in text
        assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7]|38;5)[0-9;]*m", screen.output)


def test_keys_pressed_between_prompts_go_to_the_next(tmp_path: Path) -> None:
    """Whoever types faster than the program saves sees no stray characters, and loses none."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.sees()
        screen.send(f"{DOWN}{SPACE}{ENTER}{ENTER}4期{ENTER}268{ENTER}")
        for raw in (["干部法治培训"], [], "4", "268"):
            clerk.state, _ = answer(clerk.state, raw)
        text = clerk.sees()
        assert not re.search(r"^(4期|268)", text, re.MULTILINE)
    assert held(tmp_path / NAME)["数据"]["干部法治培训"]["法治培训人次"] == "268"
