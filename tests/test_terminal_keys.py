"""The keys of prompts, one prompt at a time on a pseudo-terminal: what comes back, what stands on the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from prompt_toolkit.utils import get_cwidth
from pty_screen import (
    BACK,
    BACKSPACE,
    CLEAR,
    DOWN,
    EDITOR,
    END,
    ENTER,
    ESCAPE,
    HELP,
    HOME,
    INTERRUPT,
    KEYS,
    LEFT,
    MENU,
    NEXT,
    SKIP,
    UP,
    asked,
    replies,
)

from drafter.questionnaire import Option
from drafter.terminal import keys
from drafter.terminal.layout import fitted, joined
from drafter.terminal.prompt import Prompt

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

NUMBER: dict[str, Any] = {
    "kind": "number",
    "text": "受理各类矛盾纠纷几件？（件）",
    "where": "6/18 矛盾纠纷与基层治理 · 人民调解",
    "hint": "写数，如 626、1,234、300余；没有写 0，还没报来写 待填，不归本单位写 不适用",
    "next": True,
}
YEAR: dict[str, Any] = {"kind": "text", "text": "哪一年的报告？", "value": "2026", "fresh": True}
PROSE: dict[str, Any] = {"kind": "prose", "text": "写一段话", "next": True}
DONE = [f"✓ 第{number}项  {number}件" for number in range(1, 9)]
LEFT_OVER = [f"· 余下第{number}项" for number in range(1, 9)]


LEAVING = {
    f"626{ENTER}": "Given(raw='626')",
    f"626{DOWN}": "Given(raw='626')",
    f"626{UP}": "Back(begun='626')",
    f"626{BACK}": "Back(begun='626')",
    f"626{NEXT}": "Next(begun='626')",
    f"626{SKIP}": "Skip(begun='626')",
    f"626{ESCAPE}": "Menu(begun='626')",
    f"626{MENU}": "Menu(begun='626')",
    f"626{INTERRUPT}": "Stop(begun='626')",
    f"626{END}": "Stop(begun='626')",
    f"上一题{ENTER}": "Back(begun=None)",
    f"下一项{ENTER}": "Next(begun=None)",
    f"跳过本节{ENTER}": "Skip(begun=None)",
    f"目录{DOWN}": "Menu(begun=None)",
    f"跳过{ENTER}": "Given(raw='')",
}


def test_keys_and_words_that_leave_a_question(tmp_path: Path) -> None:
    """↓ is Enter and ↑ goes back; PgDn, F8, Esc and the words leave the question; what was typed is kept."""
    assert replies(tmp_path, NUMBER, LEAVING) == list(LEAVING.values())


@pytest.mark.parametrize("kind", ["text", "number", "yes_no", "prose"])
def test_a_word_is_an_answer_where_its_key_does_nothing(tmp_path: Path, kind: str) -> None:
    """Where there is no 事项 to go on to, PgDn does nothing and 下一项 is an answer; without moves so is 目录."""
    prompt = {"kind": kind, "text": "？"}
    assert replies(tmp_path, prompt, [f"{NEXT}下一项{ENTER}"]) == ["Given(raw='下一项')"]
    assert replies(tmp_path, {**prompt, "moves": False}, [f"{SKIP}{BACK}目录{ENTER}"]) == ["Given(raw='目录')"]


def test_a_prompt_that_was_called_closes(tmp_path: Path) -> None:
    """Esc and 返回 go back to where a prompt was called from; elsewhere 返回 is an answer."""
    typed = [ESCAPE, f"返回{ENTER}"]
    prompt = {"kind": "text", "text": "？", "moves": False, "closes": True}
    assert replies(tmp_path, prompt, typed) == ["Back(begun='')", "Back(begun=None)"]
    choice = {**prompt, "kind": "choice", "options": [["甲", "甲"], ["乙", "乙"]]}
    assert replies(tmp_path, choice, [f"乙{ESCAPE}{ENTER}", ESCAPE]) == ["Given(raw='乙')", "Back(begun=None)"]
    assert replies(tmp_path, choice, [f"返回{ENTER}"], TERM="dumb") == ["Back(begun=None)"]
    assert replies(tmp_path, {**prompt, "closes": False}, [f"{ESCAPE}返回{ENTER}"]) == ["Given(raw='返回')"]


def test_keys_of_other_programs_do_nothing(tmp_path: Path) -> None:
    """Ctrl+S and Ctrl+R, which save and search elsewhere, begin no search in English."""
    assert replies(tmp_path, PROSE, [f"甲\x13乙\x12丙{ENTER}"]) == ["Given(raw='甲乙丙')"]


def test_a_proposal_is_selected(tmp_path: Path) -> None:
    """A proposal is shown as selected text is; an earlier text is not."""
    for prompt, selected in ((YEAR, True), ({**YEAR, "fresh": False}, False)):
        with asked(tmp_path, prompt) as screen:
            row = next(row for row, line in enumerate(screen.screen.display) if "> 2026" in line)
            cells = [screen.screen.buffer[row][column].reverse for column in range(3, 7)]
            assert cells == [selected] * 4


def test_up_without_a_question_before(tmp_path: Path) -> None:
    """↑ does nothing where there is no question before."""
    assert replies(tmp_path, {**YEAR, "moves": False}, [f"2024{UP}{ENTER}"]) == ["Given(raw='2024')"]


TYPED = {
    "": "2026",
    "2024": "2024",
    "\x1b[200~2024\x1b[201~": "2024",
    f"{BACKSPACE}4": "2024",
    f"{LEFT}{BACKSPACE}1": "2016",
    f"{HOME}1": "12026",
    "\x1b[F年": "2026年",
    f"{CLEAR}2023": "2023",
    f"{HELP}2024": "2024",
    "二〇二四": "二〇二四",
}


@pytest.mark.parametrize("prompt", [YEAR, {"kind": "number", "text": "？", "value": "2026"}], ids=["text", "number"])
def test_typing_replaces_a_proposal(tmp_path: Path, prompt: dict[str, Any]) -> None:
    """The first character or a paste replaces a proposal, and any number; arrows, Home, End, Backspace mend it."""
    wanted = [f"Given(raw='{text}')" for text in TYPED.values()]
    assert replies(tmp_path, prompt, [typed + ENTER for typed in TYPED]) == wanted


def test_typing_mends_an_earlier_text(tmp_path: Path) -> None:
    """What was answered before is gone on with where a text is no proposal."""
    for kind in ("text", "prose"):
        assert replies(tmp_path, {"kind": kind, "text": "？", "value": "甲"}, [f"乙{ENTER}"]) == ["Given(raw='甲乙')"]


def test_a_wrong_answer_is_mended(tmp_path: Path) -> None:
    """A wrong number stays as it was typed, and is mended where it stands."""
    with asked(tmp_path, {**NUMBER, "value": "5"}) as screen:
        screen.send(f"错{DOWN}")
        text = screen.wait_for("不能是错")
        assert text.splitlines()[text.splitlines().index(" > 错") + 1] == " 不能是错"
        screen.send(f"{BACKSPACE}6{ENTER}")
        screen.wait_for("⇒ Given(raw='6')")


def test_the_rows_around_a_number(tmp_path: Path) -> None:
    """The other questions of the 事项 stand above and below, all where the terminal is high enough."""
    with asked(tmp_path, {**NUMBER, "above": DONE, "below": LEFT_OVER}, rows=30) as screen:
        lines = [line.strip() for line in screen.prompt().splitlines()]
        assert lines[2 : 2 + len(DONE)] == DONE
        at = lines.index(">")
        assert lines[at + 1 : at + 1 + len(LEFT_OVER)] == LEFT_OVER
        screen.send(f"错{ENTER}")
        lines = [line.strip() for line in screen.wait_for("不能是错").splitlines()]
        assert lines[at + 1 : at + 3] == ["不能是错", LEFT_OVER[0]]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (60, 12)])
def test_rows_where_the_terminal_is_low(tmp_path: Path, columns: int, rows: int) -> None:
    """The nearest rows stand there, and how many others there are; question, answer and keys always stand there."""
    prompt = {**NUMBER, "above": DONE * 2, "below": LEFT_OVER * 2}
    with asked(tmp_path, prompt, columns=columns, rows=rows) as screen:
        text = screen.prompt()
        lines = text.splitlines()
        assert len(lines) == rows
        assert f"[{NUMBER['where']}]" in lines[1]
        assert lines[-1].endswith("Ctrl+C 停下")
        at = lines.index(" >")
        hidden = [int(number) for number in re.findall(r"……（[上下]面还有(\d+)项）", text)]
        assert len(hidden) == 2
        shown = sum(line.strip() in {*DONE, *LEFT_OVER} for line in lines)
        assert shown + sum(hidden) == 4 * len(DONE)
        if rows > 12:
            assert lines[at + 1].strip() == LEFT_OVER[0]
            assert lines[lines.index(f" {NUMBER['text']}") - 1].strip() == DONE[-1]


@pytest.mark.parametrize("room", range(-1, 9))
def test_rows_take_no_more_than_their_room(room: int) -> None:
    """Rows above and below fit, the nearest stay, and hidden ones are counted."""
    above, below = fitted(["甲", "乙", "丙"], ["丁", "戊", "己"], room)
    assert len(above) + len(below) == max(0, min(room, 6))
    if room >= 4:
        assert above[-1] == "丙"
        assert below[0] == "丁"
    for rows, side in ((above, "上"), (below, "下")):
        told = [row for row in rows if row.startswith("……")]
        if rows and len(rows) < 3:
            assert told == [f"……（{side}面还有{3 - len(rows) + 1}项）"]


def test_the_rows_are_dim(tmp_path: Path) -> None:
    """Rows are grey, the question is not; with NO_COLOR nothing has a colour."""
    for environment in ({}, {"NO_COLOR": "1"}):
        with asked(tmp_path, {**NUMBER, "above": ["✓ 甲"]}, **environment) as screen:
            coloured = re.search(r"\x1b\[[0-9;]*90m[^\x1b]*✓ 甲", screen.output)
            assert bool(coloured) == (not environment)


@pytest.mark.parametrize("typed", [HELP, f"帮助{ENTER}", f"？{ENTER}"])
def test_what_the_keys_do(tmp_path: Path, typed: str) -> None:
    """F1 and the words 帮助 and ？ show what every key does, and hide it; what was typed is not lost with F1."""
    with asked(tmp_path, {**NUMBER, "above": DONE, "below": LEFT_OVER}) as screen:
        if typed == HELP:
            screen.send("626")
        screen.send(typed)
        text = screen.wait_for("F1：收起这些说明")
        for key in ("PgDn，或者输入“下一项”", "F8，或者输入“跳过本节”", "Esc、Ctrl+T，或者输入“目录”", "输入“跳过”"):
            assert key in text
        screen.send(HELP)
        screen.wait_until(lambda text: "收起" not in text, "no help")
        screen.send(ENTER)
        screen.wait_for(f"⇒ Given(raw='{'626' if typed == HELP else ''}')")


def test_help_in_a_low_terminal(tmp_path: Path) -> None:
    """The help of a long text leaves room for the text and the keys."""
    with asked(tmp_path, {**PROSE, "value": "第一段。\n第二段。"}, columns=60, rows=14) as screen:
        screen.send(HELP)
        text = screen.wait_for("回车：写完")
        assert "> 第一段。" in text
        assert text.endswith("Ctrl+C 停下")


KINDS = ("text", "number", "yes_no", "prose", "choice", "choices")


@pytest.mark.parametrize("kind", KINDS)
def test_keys_take_two_lines(kind: Any) -> None:
    """The keys below a prompt take at most two lines of 80 columns."""
    options = tuple(Option(str(number), str(number)) for number in range(20))
    for value in ("", "是"):
        prompt = Prompt(kind, "？", options=options if "choice" in kind else (), value=value, next=True)
        assert len(joined(keys.shown(prompt), 78)) <= 2


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_shown_and_explained(kind: Any) -> None:
    """What is bound in a prompt is named below it and explained in its help; what is not bound is not."""
    for moves, following in ((True, True), (True, False), (False, False)):
        prompt = Prompt(kind, "？", options=(Option("甲", "甲"),), moves=moves, next=following)
        shown, explained = "".join(keys.shown(prompt)), "".join(keys.explained(prompt))
        for word, there in (("上一题", moves), ("目录", moves), ("跳过本节", moves), ("下一项", following)):
            assert (word in shown) == there
            assert (word in keys.words(prompt)) == there
        for name, there in (("Esc、Ctrl+T", moves), ("F8", moves), ("PgDn", following), ("Ctrl+D", True)):
            assert (name in explained) == there


def test_alt_enter_still_begins_a_line(tmp_path: Path) -> None:
    """Esc with Enter at once is Alt+Enter and begins a line; Esc alone goes to the 目录."""
    wanted = [r"Given(raw='甲\n乙')", "Menu(begun='甲')"]
    assert replies(tmp_path, PROSE, [f"甲{ESCAPE}{ENTER}乙{ENTER}", f"甲{ESCAPE}"]) == wanted


def test_a_paste_of_several_paragraphs(tmp_path: Path) -> None:
    """Paragraphs that are pasted stay one answer, whatever their line ends."""
    pasted = "\x1b[200~第一段。\r\n第二段。\r第三段。\n\x1b[201~"
    assert replies(tmp_path, PROSE, [pasted + ENTER]) == [r"Given(raw='第一段。\n第二段。\n第三段。\n')"]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_long_chinese_text(tmp_path: Path, columns: int) -> None:
    """Full-width text wraps between characters, Backspace takes one character, full-width digits are taken as typed."""
    typed = "全年受理各类矛盾纠纷６２６件，" * 6
    with asked(tmp_path, {"kind": "prose", "text": "写一段话"}, columns=columns) as screen:
        screen.send(typed)
        screen.wait_until(lambda text: "".join(line.strip() for line in text.splitlines()).count("６２６") == 6, typed)
        for line in screen.text.splitlines():
            assert get_cwidth(line) <= columns
        screen.send(f"{BACKSPACE * 2}。{ENTER}")
        screen.wait_for("⇒")
        assert re.sub(r"\n", "", screen.text.partition("⇒ ")[2]) == f"Given(raw='{typed[:-2]}。')"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("626", "Given(raw='626')"),
        ("上一题", "Back(begun=None)"),
        ("下一项", "Next(begun=None)"),
        ("跳过本节", "Skip(begun=None)"),
        ("目录", "Menu(begun=None)"),
        ("？\r跳过", "Given(raw='5')"),
    ],
)
def test_words_on_a_dumb_terminal(tmp_path: Path, typed: str, wanted: str) -> None:
    """TERM=dumb: the same words, 帮助 and ？ say what they do, and which question of the 事项 it is."""
    with asked(tmp_path, {**NUMBER, "value": "5", "above": DONE, "below": LEFT_OVER}, TERM="dumb") as screen:
        assert "（这一项第9题，共17题）" in screen.text
        assert "上一题、下一项、跳过本节、目录、跳过、帮助" in screen.text.replace("\n", "")
        screen.send(typed + ENTER)
        text = screen.wait_for(f"⇒ {wanted}")
        assert ("下一项：这一项余下的以后再填，去下一项" in text) == ("？" in typed)
        assert "\x1b" not in screen.output


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
