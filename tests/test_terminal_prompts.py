"""Single prompts on a pseudo-terminal: the screen as the clerk sees it."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, bare, begun, held
from offices import FULL_NAMES
from pty_screen import (
    BACK,
    BACKSPACE,
    CLEAR,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    INTERRUPT,
    MENU,
    NEW_LINE,
    NEXT,
    ROOT,
    SKIP,
    terminal,
)

from drafter.outline import Organ
from drafter.questionnaire import answer, back, jump, leave_section, pass_matter, start

if TYPE_CHECKING:
    from pathlib import Path

    from pty_screen import Terminal

    from drafter.questionnaire import State

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


def test_the_menu_of_sections(tmp_path: Path) -> None:
    """Esc shows how far each section is, then its questions; any can be gone to, and Ctrl+C stops in both lists."""
    state = begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives([])
        clerk.gives("143")
        clerk.sees()
        screen.send(ESCAPE)
        text = screen.wait_for("去哪一部分")
        assert " 1 ✓ 单位和年度（4/4）" in text
        assert "10 ○ 矛盾纠纷与基层治理（2/6，没有问4题）" in text
        assert "22 ○ 报送和落款（还没有问）" in text
        screen.send(ENTER)
        text = screen.wait_for("改哪一处")
        assert "✓ 受理信访多少件次？（信、访、网合计）　143件次" in text
        screen.send(DOWN * 3 + ENTER)
        screen.wait_for("> 143")
        screen.send(f"146{ENTER}")
        clerk.sees()
        screen.send(MENU)
        screen.wait_for("去哪一部分")
        screen.send("不足" + ENTER)
        screen.wait_for("“不足和原因”改哪一处")
        screen.send(ENTER)
        screen.wait_for("[17/22 不足和原因]")
        screen.send(MENU)
        screen.wait_for("去哪一部分")
        screen.send(ENTER)
        screen.wait_for("“不足和原因”改哪一处")
        screen.send(INTERRUPT)
        screen.wait_for("接着填：drafter fill")
        assert screen.end() == 0
    assert held(tmp_path / NAME)["数据"]["信访办理"]["信访件次"] == "146"


def test_a_wrong_number_is_told_below_the_prompt(tmp_path: Path) -> None:
    """On Enter a wrong answer stays on the screen, with what to type below it; a right one is taken."""
    state = begun(tmp_path, "干部法治培训")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives([])
        clerk.sees()
        screen.send("三四期" + ENTER)
        text = screen.wait_for("用了汉字数字")
        assert bare("“三四期”用了汉字数字。请写阿拉伯数字") in bare(text.rpartition("> 三四期")[2])
        clerk.gives("４期")
        assert "✓ 法治培训期数　4期" in clerk.sees()


def at_prose(screen: Terminal, state: State) -> Clerk:
    """Return the clerk at the text of a topic, the first question behind what was done."""
    clerk = Clerk(screen, start(state.answers))
    clerk.gives(["帮扶特殊人群"])
    clerk.gives("12")
    clerk.gives("司法所")
    assert clerk.question.kind == "prose"
    return clerk


def test_pasted_paragraphs(tmp_path: Path) -> None:
    """A text pasted in several paragraphs stays one; Alt-Enter and Ctrl-J begin a line; Enter ends the answer."""
    state = begun(tmp_path, "社区矫正与安置帮教")
    with terminal(tmp_path, "fill", NAME) as screen:
        at_prose(screen, state).sees()
        screen.send("\x1b[200~第一段。\r\n\r\n第二段。\x1b[201~")
        screen.wait_for("第二段。")
        screen.send(f"{NEW_LINE}第三段。\x1b\r第四段。")
        screen.wait_for("第四段。")
        screen.send(ENTER)
        screen.wait_for("4段，16字")
    assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == "第一段。\n\n第二段。\n\n第三段。\n\n第四段。"
    assert "    内容: |" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_reference_to_nothing_is_told_at_once(tmp_path: Path) -> None:
    """A text that refers to an unknown number is saved, told, and asked once more; Enter alone leaves it so."""
    state = begun(tmp_path, "社区矫正与安置帮教")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = at_prose(screen, state)
        clerk.sees()
        screen.send("共{调解成攻件数}件。" + ENTER)
        screen.wait_for("这样还不能成文")
        assert "是不是想写“调解成功件数”" in bare(clerk.sees())
        screen.send(ENTER)
        screen.wait_for("[16/22")
        assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == "共{调解成攻件数}件。"


def test_the_text_of_a_topic_is_rewritten(tmp_path: Path) -> None:
    """改写 puts the composed text into the prompt, its numbers as references; what is made of it takes its place."""
    state = begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in ([], "143", "142", "", "信访办"):
            clerk.gives(raw)
        text = clerk.sees()
        assert "全年办理信访事项143件次，按期办结142件次。" in bare(text)
        screen.send(f"改写{ENTER}")
        screen.wait_for("> 全年办理信访事项{信访件次}件次，按期办结{信访按期办结件数}件次。")
        screen.send(f"每件都有人包案。{ENTER}")
        text = screen.wait_for("[16/22")
        assert "按期办结142件次。每件都有人包案。" in bare(text)
    [section] = held(tmp_path / NAME)["主要举措和成效"]
    assert section["全文"] == "全年办理信访事项{信访件次}件次，按期办结{信访按期办结件数}件次。每件都有人包案。"


def test_what_to_do_about_a_mistake(tmp_path: Path) -> None:
    """What is wrong with a section is told with how to go back, while the next question is there already."""
    state = begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in ([], "143", "150", "", "信访办"):
            clerk.gives(raw)
        told = clerk.sees().rpartition("这一节写成")[2]
        assert "！错误：" in told
        assert "要改前面的：按 Ctrl+Z 或者输入“上一题”" in told.rpartition("！")[2]


def test_items_are_changed_deleted_and_moved(tmp_path: Path) -> None:
    """改, 删, 上移 and 下移 with the number of an item, where one more heading is asked for."""
    state = begun(tmp_path, "社区矫正与安置帮教")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.sees()
        clerk.state = jump(clerk.state, "不足和原因")
        screen.send(MENU)
        screen.wait_for("去哪一部分")
        screen.send("不足" + ENTER)
        screen.wait_for("改哪一处")
        screen.send(ENTER)
        for name in ("甲", "乙", "丙"):
            for raw in (f"{name}不足", f"{name}表现。", f"{name}原因"):
                clerk.gives(raw)
        clerk.sees()
        screen.send(f"删9{ENTER}")
        screen.wait_for("没有第 9 条，现在有 3 条")
        clerk.gives("上移３")
        clerk.sees()
        screen.send("删1" + ENTER)
        screen.wait_for("删第1条，连同它的内容。删了找不回来，删吗？")
        screen.send(ENTER)
        assert "已写：1 甲不足；2 丙不足；3 乙不足" in clerk.sees()
        clerk.gives("删1")
        screen.wait_for("删吗？")
        screen.send("是" + ENTER)
        for raw in ("改2", "乙方面不足", "", ""):
            clerk.gives(raw)
        assert "已写：1 丙不足；2 乙方面不足" in clerk.sees()
    titles = [item["标题"] for item in held(tmp_path / NAME)["不足和原因"]]
    assert titles == ["丙不足", "乙方面不足"]


def test_a_paragraph_pasted_as_a_heading(tmp_path: Path) -> None:
    """The heading of a pasted paragraph is taken, the rest stands in the next question; 改写 is no heading."""
    state = begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.sees()
        screen.send(MENU)
        screen.wait_for("去哪一部分")
        screen.send("不足" + ENTER)
        screen.wait_for("改哪一处")
        clerk.state = jump(clerk.state, "不足和原因")
        screen.send(ENTER)
        clerk.sees()
        screen.send(f"改写{ENTER}")
        screen.wait_for("“改写”在这一题没有用")
        screen.send(f"{CLEAR}一是法治力量不足。一人兼职。{ENTER}")
        screen.wait_for("标题写“法治力量不足”，其余的放到下一题")
        screen.send(ESCAPE)
        assert "> 一是法治力量不足。一人兼职。" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("标题写“法治力量不足”，其余的放到下一题")
        screen.send(ENTER)
        screen.wait_for("> 一人兼职。")
        screen.send(ENTER)
        screen.wait_for("原因是什么")
    assert held(tmp_path / NAME)["不足和原因"] == [{"标题": "法治力量不足", "表现": "一人兼职。"}]


def test_the_menu_on_a_dumb_terminal(tmp_path: Path) -> None:
    """TERM=dumb: the sections have one number each."""
    begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME, TERM="dumb") as screen:
        screen.wait_for("手头有什么")
        screen.answer("1")
        screen.wait_for("信访办理")
        screen.send(f"目录{ENTER}")
        text = screen.wait_for("1. ✓ 单位和年度（4/4）")
        assert "  1 ✓" not in text


def test_a_matter_and_a_section_are_passed(tmp_path: Path) -> None:
    """PgDn leaves the rest of a 事项 empty; F8 leaves a section for later, and the end offers to go on there."""
    state = begun(tmp_path, "信访办理", "法治宣传")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives([])
        clerk.gives("143")
        clerk.sees()
        screen.send(NEXT)
        clerk.state = pass_matter(clerk.state)
        screen.wait_for("“信访办理”余下的空着。")
        clerk.sees()
        while clerk.state.question is not None:
            clerk.sees()
            screen.send(SKIP)
            clerk.state = leave_section(clerk.state)
        text = screen.wait_for("还有没有问过的，接下来？")
        assert "○ 普法与公共法律服务　还没有问" in text
        screen.send(DOWN + ENTER)
        screen.wait_for("[10/22 矛盾纠纷与基层治理]")
    passed = ("信访按期办结件数", "领导接访批次", "来源")
    assert held(tmp_path / NAME)["数据"]["信访办理"] == {"开展工作": None, "信访件次": "143"} | dict.fromkeys(passed)


@pytest.mark.parametrize(("typed", "kept"), [("143", "143"), ("很多", None)])
def test_what_stands_in_a_row_is_taken_along(tmp_path: Path, typed: str, kept: str | None) -> None:
    """A number in a row that is left by PgDn is saved; what is none is told, there and at the end."""
    state = begun(tmp_path, "信访办理", "法治宣传")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives([])
        clerk.sees()
        screen.send(typed + NEXT)
        text = screen.wait_for("“信访办理”余下的空着。")
        assert ("“很多”没有记下：" in text) == (kept is None)
        screen.send(INTERRUPT)
        text = screen.wait_for("接着填：drafter fill")
        assert ("写了一半就离开了，没有记下" in text) == (kept is None)
        assert screen.end() == 0
    data = held(tmp_path / NAME)["数据"]["信访办理"]
    assert (data["信访件次"], data["领导接访批次"]) == (kept, None)


def test_back_over_ten_questions(tmp_path: Path) -> None:
    """Ten questions back, an answer changed there, and the same way forward again: everything else is as it was."""
    state = begun(tmp_path, "信访办理", "热线工单", "法治宣传")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        given = {
            "信访件次": "143",
            "信访按期办结件数": "142",
            "热线工单件数": "1113",
            "热线按时办结件数": "1113",
            "来源": "信访办",
        }

        def gives() -> None:
            question = clerk.question
            typed = given.get(str(question.path[-1]), "加强源头治理。" if question.kind == "prose" else "")
            clerk.gives([] if question.kind == "choices" else question.value or typed)

        while clerk.state.question is not None and clerk.question.matter != "法治宣传":
            gives()
        before = clerk.state
        for _ in range(10):
            clerk.sees()
            screen.send(BACK)
            clerk.state = back(clerk.state)
        assert clerk.question.path[-1] == "信访件次"
        clerk.gives("150")
        while clerk.state.here != before.here:
            gives()
        clerk.sees()
    now = held(tmp_path / NAME)["数据"]
    assert now["信访办理"]["信访件次"] == "150"
    assert now | {"信访办理": before.answers["数据"]["信访办理"]} == before.answers["数据"]


def test_two_windows(tmp_path: Path) -> None:
    """The second window on a file is warned; where it goes on all the same, both windows' answers are kept."""
    state = begun(tmp_path, "信访办理")
    with terminal(tmp_path, "fill", NAME) as first:
        clerk = Clerk(first, start(state.answers))
        clerk.sees()
        with terminal(tmp_path, "fill", NAME, TERM="dumb") as second:
            second.wait_for("另一个窗口正在填")
            second.answer("n")
            assert second.end() == 0
        with terminal(tmp_path, "fill", NAME) as third:
            third.wait_for("另一个窗口正在填")
            third.send(ENTER)
            other = Clerk(third, start(state.answers))
            other.gives([])
            other.gives("143")
            other.sees()
            first.send(ENTER)
            first.wait_for("已按改过的内容接着填")
            clerk.gives([])
            first.wait_for("按期办结")
    assert held(tmp_path / NAME)["数据"]["信访办理"]["信访件次"] == "143"


def test_bare_drafter_shows_the_menu(tmp_path: Path) -> None:
    """In a terminal `drafter` alone is a menu; what it offers works."""
    begun(tmp_path)
    with terminal(tmp_path) as screen:
        text = screen.wait_for("做什么？")
        assert "新建一份年度报告" in text
        assert "> 继续填" in text
        screen.send(ENTER)
        screen.wait_for("接着填 清河街道2024.yaml")
        screen.wait_for("手头有什么")


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
    assert "drafter new --answers" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_dumb_terminal(tmp_path: Path) -> None:
    """TERM=dumb: plain lines, choices by number, no escape sequences."""
    with terminal(tmp_path, "new", "a", TERM="dumb") as screen:
        text = screen.wait_for("1. 街道（街道办事处）")
        assert "输入“上一题”" in text
        assert "Ctrl" not in text
        for wanted, typed in (
            ("本单位是哪一类机关？", "九"),
            ("请输入 1 到 7 的号码", "1"),
            ("单位全称", FULL_NAMES[Organ.STREET]),
            ("哪一年的报告", "２０２４"),
            ("合适吗", "上一题"),
            ("现在是：2024", ""),
            ("合适吗", "y"),
            ("手头有什么", "2"),
            ("以自己的名义", "n"),
            ("社区矫正与安置帮教", "社区矫正"),
            ("社区矫正与安置帮教", ""),
            ("一项也没有勾，第一部分就没有内容。回去勾吗？", ""),
            ("也可以输汉字或拼音首字母查找", "21"),
        ):
            screen.wait_for(wanted)
            screen.answer(typed)
        screen.send(END)
        screen.wait_for("接着填：drafter fill a.yaml")
        assert screen.end() == 0
        assert "\x1b" not in screen.output


def test_a_narrow_window_without_colours(tmp_path: Path) -> None:
    """60 columns, Chinese input: nothing is cut off but long choices, which end in …; NO_COLOR: no colours."""
    state = begun(tmp_path, "干部法治培训")
    with terminal(tmp_path, "fill", NAME, columns=60, NO_COLOR="1") as screen:
        clerk = Clerk(screen, start(state.answers))
        assert "[3/22 党的领导与学习 · 干部法治培训]" in clerk.sees()
        clerk.gives([])
        clerk.sees()
        text = screen.wait_until(lambda text: "不归本单位写 不适用" in text.replace("\n ", ""), "不适用")
        for line in text.splitlines():
            assert len(line.encode("gb18030")) <= 2 * 60
        while clerk.question.kind != "prose":
            clerk.gives("")
        clerk.sees()
        typed = "举办专题培训，区分新任职干部、一线执法人员和村（社区）干部，课前征求意见、课后当场测试，不合格的补课。"
        screen.send(typed + "错字" + BACKSPACE * 2)
        screen.wait_until(lambda text: bare(typed) in bare(text) and "错" not in text, typed)
        screen.send(ENTER)
        screen.wait_for("举办专题培训，区分新任职……")
        assert not re.search(r"\x1b\[[0-9;]*(3[0-7]|9[0-7]|38;5)[0-9;]*m", screen.output)
    assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == typed


def test_keys_pressed_between_prompts_go_to_the_next(tmp_path: Path) -> None:
    """Whoever types faster than the program saves sees no stray characters, and loses none."""
    state = begun(tmp_path, "干部法治培训")
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.sees()
        screen.send(f"{ENTER}4期{ENTER}268{ENTER}")
        for raw in ([], "4", "268"):
            clerk.state = answer(clerk.state, raw)
        text = clerk.sees()
        assert not re.search(r"^(4期|268)", text, re.MULTILINE)
    assert held(tmp_path / NAME)["数据"]["干部法治培训"]["法治培训人次"] == "268"
