"""Whole sessions on a pseudo-terminal: whatever happens, the file holds every answer that was given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, Clerk, bare, begun, held, scripted
from pty_screen import BACK, END, ENTER, INTERRUPT, ROOT, Terminal, terminal
from questionnaire_walk import FULL_NAMES, blank

from drafter.outline import Organ
from drafter.questionnaire import State, answer, back, start
from drafter.store import begin
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
            if clerk.question.path == ("单位", "自称") and not named:
                screen.wait_for(f"> {NAME}")
                screen.send(ENTER)
                named = True
            text = clerk.sees()
            if clerk.asked:
                assert held(tmp_path / (NAME if named else UNNAMED)) == clerk.state.answers
            if clerk.question.path == ("数据", "矛盾纠纷与基层治理"):
                assert "应急管理，守牢安全底线。组建了应急队伍。" in bare(text)
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
        for typed in (f"上一题{ENTER}", BACK, BACK):
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


TRIED: dict[str, Any] = {
    "类型": "街道",
    "全称": FULL_NAMES[Organ.STREET],
    "年度": "2024",
    "决策与合法性审查": ["合法性审查"],
    "合同审查件数": "178件",
    "规范性文件审查件数": "1",
    "其他事项审查件数": "４８",
    "以自己的名义执法": "否",
    "矛盾纠纷与基层治理": ["人民调解"],
    "调解成功件数": "约541",
    "调解协议金额": "3654.02万元",
    "民转刑案件数": "无",
}


def test_the_transcript_of_the_readme(tmp_path: Path) -> None:
    """Every line of the transcript in the README is what the program shows, in this order."""
    block = re.search(
        r"<!-- transcript -->\n```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert block
    with terminal(tmp_path, "new", columns=80) as screen:
        clerk = Clerk(screen, start(blank()))
        while clerk.question.section != "行政复议与应诉":
            if clerk.question.path == ("单位", "自称") and len(clerk.state.trail) == 4:
                screen.wait_for(f"> {NAME}")
                screen.send(ENTER)
            question = clerk.question
            nothing = {"choices": [], "prose": ""}.get(question.kind, question.default)
            clerk.gives(nothing if question.kind == "prose" else TRIED.get(str(question.path[-1]), nothing))
        clerk.sees()
        screen.send(INTERRUPT)
        screen.wait_for("接着填：drafter fill")
        assert screen.end() == 0
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.output).replace("\r", "")
    with terminal(tmp_path, "fill", NAME, columns=80) as screen:
        screen.prompt()
        shown += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.output).replace("\r", "")
    place = 0
    for line in block[1].splitlines():
        if line.startswith(("$", "……")) or not line.strip():
            continue
        place = shown.find(line, place)
        assert place >= 0, line
