"""Whole sessions on a pseudo-terminal: whatever happens, the file holds every answer that was given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, bare, begun, files, held, scripted
from pty_screen import BACK, END, ENTER, INTERRUPT, ROOT, UP, Terminal, terminal
from questionnaire_walk import blank

from drafter.questionnaire import State, answer, back, questions, start
from drafter.store import begin, load
from drafter.terminal.keeper import UNNAMED

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


def test_a_complete_run(tmp_path: Path) -> None:
    """A 街道 from the first question to the Word file; after each prompt the file holds every answer given."""
    with terminal(tmp_path, "new") as screen:
        clerk = Clerk(screen, start(blank()))
        named = False
        while clerk.state.question is not None:
            if clerk.question.path == ("数据", "以自己的名义执法") and not named:
                screen.wait_for(f"> {NAME}")
                screen.send(ENTER)
                named = True
            text = clerk.sees()
            if clerk.asked:
                assert held(tmp_path / (NAME if named else UNNAMED)) == clerk.state.answers
            if clerk.question.path == ("自己的专题", 0, "标题"):
                assert "设立联调中心。" in bare(text)
            clerk.gives(scripted(clerk.question))
        text = screen.wait_for("都问完了")
        assert [file.name for file in files(tmp_path)] == [NAME]
        screen.send(ENTER)
        text = screen.wait_for("空着的")
        assert screen.end() == 0
        assert f"已生成：{NAME.replace('yaml', 'docx')}" in screen.text
        assert (tmp_path / NAME.replace("yaml", "docx")).exists()
    answers = held(tmp_path / NAME)
    assert answers == clerk.state.answers
    assert answers["数据"]["人民调解"]["调解涉及金额"] == "705.765"
    assert answers["数据"]["执法办案"] == "不适用"
    assert 45 < clerk.asked < 60


def test_the_name_is_asked_behind_the_words(tmp_path: Path) -> None:
    """Where the words are changed one by one, the name of the file is asked behind the last of them."""
    with terminal(tmp_path, "new") as screen:
        clerk = Clerk(screen, start(blank()))
        while clerk.state.question is None or clerk.question.section == "单位和年度":
            clerk.gives("否" if clerk.question.path == ("单位", "词语") else scripted(clerk.question))
        screen.wait_for("数据文件叫什么名字？")
        assert clerk.asked == 12


def _session() -> list[tuple[State, Any]]:
    """Return a session from the first question to the end: each state with the answer that is given.

    It is that of the script; with DRAFTER_EVERY_PROMPT the whole 清河街道 example, which takes some minutes.
    """
    example = load(ROOT / "examples" / "qinghe-street.yaml").get(())
    wanted = {question.path: question.value for question in questions(example)}
    state, steps = start(blank()), []
    while (question := state.question) is not None:
        whole = "DRAFTER_EVERY_PROMPT" in os.environ
        raw = wanted.get(question.path, question.value) if whole else scripted(question)
        steps.append((state, raw))
        state = answer(state, raw)
    return [*steps, (state, None)]


def _opened(folder: Path, state: State) -> Terminal:
    """Start `fill` on a file with the answers of a state; `new` where there are none yet."""
    folder.mkdir()
    if not state.trail:
        return Terminal(folder, "new")
    data = begin(folder / (NAME if ("单位", "词语") in state.trail else UNNAMED))
    data.set((), state.answers)
    data.save()
    return Terminal(folder, "fill", data.path.name)


def test_killed_at_every_prompt(tmp_path: Path) -> None:
    """One process per prompt: it stands at the first open question, takes one answer, is killed at the next prompt.

    Nothing that was answered is ever lost, from the first prompt on. Three processes are started ahead, for speed.
    """
    steps = _session()
    states = [state for state, _ in steps]
    waiting: list[Terminal] = []
    for number, (state, raw) in enumerate(steps[:-1]):
        while len(waiting) < 3 and number + len(waiting) < len(states) - 1:
            ahead = number + len(waiting)
            waiting.append(_opened(tmp_path / str(ahead), states[ahead]))
        screen = waiting.pop(0)
        clerk = Clerk(screen, state)
        clerk.gives(raw)
        assert clerk.state.answers == states[number + 1].answers
        if state.here == ("单位", "词语"):
            screen.wait_for(f"> {NAME}")
        elif clerk.state.question is None:
            screen.wait_for("都问完了")
        else:
            clerk.sees()
        screen.kill()
        screen.close()
        [file] = files(tmp_path / str(number))
        assert held(file) == states[number + 1].answers
        assert start(held(file)).here == states[number + 1].here
    assert len(steps) > (250 if "DRAFTER_EVERY_PROMPT" in os.environ else 50)


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


def test_back_over_four_questions(tmp_path: Path) -> None:
    """Ctrl-Z in a list, ↑ on a line, and the words 上一题: each goes back one question."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in ("否", ["统筹部署"], ["分解年度法治任务"], "28"):
            clerk.gives(raw)
        before = clerk.state
        clerk.sees()
        for typed in (f"上一题{ENTER}", UP, BACK, BACK):
            screen.send(typed)
            clerk.state = back(clerk.state)
            clerk.sees()
        assert clerk.state.here == before.trail[-4]
        for raw in ("否", ["统筹部署"], ["分解年度法治任务"], "30"):
            clerk.gives(raw)
        clerk.sees()
    assert clerk.state.here == before.here
    assert held(tmp_path / NAME)["数据"]["统筹部署"]["开展工作"] == [{"分解年度法治任务": "30"}]


def test_what_was_begun_is_there_again(tmp_path: Path) -> None:
    """A text that was being typed when one went back stands there again; the earlier answer is the proposal."""
    state = begun(tmp_path)
    with terminal(tmp_path, "fill", NAME) as screen:
        clerk = Clerk(screen, start(state.answers))
        for raw in ("否", ["统筹部署"], ["分解年度法治任务"]):
            clerk.gives(raw)
        clerk.sees()
        screen.send(f"28{BACK}")
        clerk.state = back(clerk.state)
        assert "● 分解年度法治任务" in clerk.sees()
        screen.send(ENTER)
        screen.wait_for("> 28")
