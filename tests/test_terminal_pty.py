"""The questionnaire on a real pseudo-terminal: the screen as the clerk sees it, the file after every answer."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from pty_screen import BACK, CLEAR, DOWN, END, ENTER, INTERRUPT, MENU, NEW_LINE, ROOT, SPACE, Terminal, terminal
from questionnaire_walk import FULL_NAMES, blank

from drafter.outline import Organ
from drafter.questionnaire import SECTIONS, State, answer, back, start
from drafter.store import begin, load
from drafter.terminal.keeper import UNNAMED

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.questionnaire import Question

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

NAME = "清河街道2024.yaml"
BACK_WORD = "上一题"
ANSWERS: dict[str, Any] = {
    "类型": "街道",
    "全称": FULL_NAMES[Organ.STREET],
    "年度": "2024",
    "组织领导与责任": ["统筹部署"],
    "分解年度法治任务": "28项",
    "党委研究法治次数": "4",
    "政府研究法治次数": "３次",
    "矛盾纠纷与基层治理": ["人民调解"],
    "推行多所联动调处": "司法所、派出所",
    "调解受理件数": "626件",
    "调解涉及金额": "705.765万元",
    "调解成功件数": "618",
    "疑难纠纷件数": "待填",
    "民转刑案件数": "无",
    "调解员人数": "不适用",
    "应急与安全": ["只写文字"],
    "以自己的名义执法": "n",
    "署名": "",
    "成文日期": "2025年1月",
}
TEXTS = {"应急与安全": "组建了应急队伍。\n\n全年没有发生安全事故。"}
CHOSEN = {"统筹部署": ["分解年度法治任务"], "人民调解": ["推行多所联动调处"]}
ITEMS = {
    "不足和原因": ["法治力量不足", "一人兼职。", "岗位编制少", ""],
    "第一责任人履职": ["带头学法", "领学习近平法治思想。", ""],
    "下一年度安排": ["充实法治力量", "全年培训4期。", "法治力量不足", ""],
}


class Clerk:
    """Answers questions on a terminal, with the engine beside it to know what comes next."""

    def __init__(self, screen: Terminal, state: State) -> None:
        self.screen = screen
        self.state = state
        self.asked = 0

    @property
    def question(self) -> Question:
        """The question that the engine is at."""
        question = self.state.question
        assert question is not None
        return question

    def sees(self) -> str:
        """Wait until the question stands on the screen, the last thing there; return the screen."""
        question = self.question
        head = f"[{SECTIONS.index(question.section) + 1}/{len(SECTIONS)} {question.section}"
        wanted = _bare(question.text)

        def there(text: str) -> bool:
            _, found, block = text.rpartition(head)
            return bool(found) and wanted in _bare(block) and "Ctrl+C 停下" in block

        return self.screen.wait_until(there, f"{head} … {question.text}")

    def gives(self, raw: Any) -> None:
        """Type an answer and go on to the next question."""
        self.sees()
        self.screen.send(keys(self.question, raw))
        self.state, _ = answer(self.state, raw)
        self.asked += 1


def scripted(question: Question) -> Any:
    """Return the answer of the script to a question."""
    key = str(question.path[-1])
    if question.section in ITEMS and question.path[0] == question.section:
        given = ITEMS[question.section]
        within = {"标题": 0, "表现": 1, "内容": 1, "原因": 2, "对应不足": 2}[str(question.path[2])]
        return given[-1] if question.path[1] else given[within]
    if question.kind == "prose":
        return TEXTS.get(question.section, "")
    if question.kind == "choices":
        return CHOSEN.get(question.matter, []) if question.matter else ANSWERS.get(key, [])
    return ANSWERS.get(key, question.value or question.default)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def keys(question: Question, raw: Any) -> str:
    """Return what has to be typed for an answer."""
    if question.kind == "choices":
        moves = [
            (SPACE if (option.value in raw) != (option.value in question.value) else "") for option in question.options
        ]
        return DOWN.join(moves) + ENTER
    if question.kind == "choice":
        values = [option.value for option in question.options]
        at = values.index(question.value) if question.value in values else 0
        return DOWN * ((values.index(raw) - at) % len(values)) + ENTER
    if question.kind == "prose" and "\n" in raw:
        return f"{CLEAR}\x1b[200~{raw}\x1b[201~{ENTER}"
    return ("" if question.kind == "yes_no" else CLEAR) + raw + ENTER


def held(path: Path) -> Any:
    """Return what a data file holds."""
    return load(path, begun=True).get(())


def test_a_complete_run(tmp_path: Path) -> None:
    """A 街道 from the first question to the Word file; after each prompt the file holds every answer given."""
    with terminal(tmp_path, "new") as screen:
        clerk = Clerk(screen, start(blank()))
        named = False
        while clerk.state.question is not None:
            if clerk.question.path == ("单位", "自称") and not named:
                screen.wait_for(f"> {NAME}")
                screen.send(ENTER)
                named = True
            text = clerk.sees()
            if clerk.asked:
                assert held(tmp_path / (NAME if named else UNNAMED)) == clerk.state.answers
            if clerk.question.path == ("数据", "矛盾纠纷与基层治理"):
                assert "应急管理，守牢安全底线。组建了应急队伍。" in _bare(text)
            clerk.gives(scripted(clerk.question))
        text = screen.wait_for("都问完了")
        assert [file.name for file in tmp_path.iterdir()] == [NAME]
        screen.send(ENTER)
        text = screen.wait_for("还空着")
        assert screen.end() == 0
        assert f"已生成：{NAME.replace('yaml', 'docx')}" in screen.text
        assert (tmp_path / NAME.replace("yaml", "docx")).exists()
    answers = held(tmp_path / NAME)
    assert answers == clerk.state.answers
    assert answers["数据"]["人民调解"]["调解涉及金额"] == "705.765"
    assert answers["数据"]["执法办案"] == "不适用"
    assert 60 < clerk.asked < 110


def _states() -> list[State]:
    """Return the states of the script's session, from the first question to the end."""
    states = [start(blank())]
    while states[-1].question is not None:
        states.append(answer(states[-1], scripted(states[-1].question))[0])
    return states


def _opened(folder: Path, state: State) -> Terminal:
    """Start `fill` on a file with the answers of a state; `new` where there are none yet."""
    folder.mkdir()
    if not state.trail:
        return Terminal(folder, "new")
    data = begin(folder / (NAME if ("单位", "简称") in state.trail else UNNAMED))
    data.set((), state.answers)
    data.save()
    return Terminal(folder, "fill", data.path.name)


def test_killed_at_every_prompt(tmp_path: Path) -> None:
    """One process per prompt: it stands at the first open question, takes one answer, is killed at the next prompt.

    Nothing that was answered is ever lost, from the first prompt on. Three processes are started ahead, for speed.
    """
    states = _states()
    waiting: list[Terminal] = []
    for number, state in enumerate(states[:-1]):
        while len(waiting) < 3 and number + len(waiting) < len(states) - 1:
            ahead = number + len(waiting)
            waiting.append(_opened(tmp_path / str(ahead), states[ahead]))
        screen = waiting.pop(0)
        clerk = Clerk(screen, state)
        clerk.gives(scripted(clerk.question))
        assert clerk.state.answers == states[number + 1].answers
        if state.here == ("单位", "简称"):
            screen.wait_for(f"> {NAME}")
        elif clerk.state.question is None:
            screen.wait_for("都问完了")
        else:
            clerk.sees()
        screen.kill()
        screen.close()
        files = list((tmp_path / str(number)).iterdir())
        assert len(files) == 1
        assert held(files[0]) == states[number + 1].answers
        assert start(held(files[0])).here == states[number + 1].here
    assert len(states) > 60


def begun(folder: Path) -> State:
    """Write a file in which the unit is answered; return the state."""
    state = start(blank())
    while state.question is not None and state.question.section == SECTIONS[0]:
        question = state.question
        state, _ = answer(state, ANSWERS.get(str(question.path[-1]), question.default))
    data = begin(folder / NAME)
    data.set((), state.answers)
    data.save()
    return state


@pytest.mark.parametrize("key", [INTERRUPT, END])
def test_leaving_keeps_everything(tmp_path: Path, key: str) -> None:
    """Ctrl-C and Ctrl-D in the middle: everything is kept, how to go on is told; fill goes on at that question."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for _ in range(2):
            clerk.gives(scripted(clerk.question))
        clerk.sees()
        screen.send(key)
        screen.wait_for("接着填：drafter fill")
        assert f"已保存到 {NAME}。接着填：drafter fill {NAME}" in screen.text
        assert screen.end() == 0
    assert held(tmp_path / NAME) == clerk.state.answers
    with terminal(tmp_path, "fill", NAME) as screen:
        again = Clerk(screen, start(clerk.state.answers))
        assert again.state.here == clerk.state.here
        again.sees()


def test_back_over_three_questions(tmp_path: Path) -> None:
    """Ctrl-Z in a list, in a text and in a yes-or-no prompt, and the words 上一题: each goes back one question."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in ([], ["统筹部署"], ["分解年度法治任务"], "28"):
            clerk.gives(raw)
        before = clerk.state
        clerk.sees()
        for typed in (f"{BACK_WORD}{ENTER}", BACK, BACK):
            screen.send(typed)
            clerk.state = back(clerk.state)
            clerk.sees()
        assert clerk.state.here == before.trail[-3]
        for raw in (["统筹部署"], ["分解年度法治任务"], "30"):
            clerk.gives(raw)
        clerk.sees()
    assert clerk.state.here == before.here
    assert held(tmp_path / NAME)["数据"]["统筹部署"]["开展工作"] == [{"分解年度法治任务": "30"}]


def test_what_was_begun_is_there_again(tmp_path: Path) -> None:
    """A text that was being typed when one went back stands there again; the earlier answer is the proposal."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        clerk.gives(["只写文字"])
        clerk.sees()
        screen.send(f"写到一半{BACK}")
        clerk.state = back(clerk.state)
        assert "● 没有数可报，只写一段话" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("> 写到一半")


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
        assert "是不是想写“调解成功件数”" in _bare(clerk.sees())
        screen.send(ENTER)
        screen.wait_for("[3/18")
        assert held(tmp_path / NAME)["主要举措和成效"][0]["内容"] == "共{调解成攻件数}件。"


def test_a_file_edited_between_two_sessions(tmp_path: Path) -> None:
    """What was changed by hand is taken as it is: what stands there is not asked, comments stay."""
    state = begun(tmp_path)
    text = (tmp_path / NAME).read_text(encoding="utf-8")
    hand = "数据:  # 手填\n  理论学法: 无\n  干部法治培训:\n    法治培训期数: 4   # 司法所报\n"
    (tmp_path / NAME).write_text(re.sub("^数据:.*\n", hand, text, flags=re.MULTILINE), encoding="utf-8")
    edited = held(tmp_path / NAME)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(edited))
        assert clerk.state.here == ("数据", "干部法治培训", "开展工作")
        clerk.gives([])
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
        clerk.sees()
        text = (tmp_path / NAME).read_text(encoding="utf-8")
        (tmp_path / NAME).write_text(text.replace("结束语: 无 ", "结束语: 特此报告"), encoding="utf-8")
        screen.send(SPACE + ENTER)
        screen.wait_for("已按改过的内容接着填")
        assert "● 理论学法" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("“理论学法”做了哪些工作")
    answers = held(tmp_path / NAME)
    assert answers["版式"]["结束语"] == "特此报告"
    assert answers["数据"]["干部法治培训"] == "无"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """Where saving fails it is told at once, and another place is asked for."""
    folder = tmp_path / "usb"
    folder.mkdir()
    begun(folder)
    with terminal(tmp_path, "fill", f"usb/{NAME}") as screen:
        screen.prompt()
        folder.rename(tmp_path / "gone")
        screen.send(ENTER)
        screen.wait_for("没有存上")
        screen.wait_for("另存到哪里")
        screen.send("备份" + ENTER)
        screen.wait_for("已存到 备份.yaml")
        screen.wait_for("[3/18")
    assert held(tmp_path / "备份.yaml")["数据"]["理论学法"] == "无"


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
        screen.wait_for("[2/18")


def test_nothing_answered_leaves_no_file(tmp_path: Path) -> None:
    """Whoever leaves at the first question leaves nothing behind."""
    with terminal(tmp_path, "new", "甲") as screen:
        screen.prompt()
        screen.send(INTERRUPT)
        screen.wait_for("没有建文件")
        assert screen.end() == 0
    assert list(tmp_path.iterdir()) == []


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
