"""The keys of prompts, one prompt at a time on a pseudo-terminal: what comes back, what stands on the screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from prompt_toolkit.utils import get_cwidth
from prompts import DONE, LEFT_OVER, NUMBER, PROSE
from pty_screen import (
    BACK,
    BACKSPACE,
    CLEAR,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HELP,
    HOME,
    INTERRUPT,
    LEFT,
    MENU,
    NEXT,
    SKIP,
    UP,
    asked,
    replies,
)

from drafter.questionnaire import Option
from drafter.questionnaire.question import Question
from drafter.terminal import keys
from drafter.terminal.layout import joined
from drafter.terminal.prompt import Prompt, prompt_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

YEAR: dict[str, Any] = {"kind": "text", "text": "哪一年的报告？", "value": "2026", "fresh": True}


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


def test_what_is_proposed_is_replaced() -> None:
    """What a question proposes is replaced by typing; an earlier answer, and what was begun, is not."""
    question = Question(("单位", "简称"), "单位和年度", "单位简称？", "text", str, default="清河街道")
    assert prompt_of(question, "1/18", None, lambda _raw: "", fresh=True).fresh
    assert not prompt_of(question, "1/18", "清河街", lambda _raw: "", fresh=False).fresh


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


@pytest.mark.parametrize(
    ("prompt", "typed"),
    [
        ({**NUMBER, "value": "5"}, "3.5"),
        ({**YEAR, "fresh": False, "anew": True}, "2024"),
        ({"kind": "yes_no", "text": "？", "value": "是"}, "否"),
    ],
    ids=["number", "year", "yes_no"],
)
def test_typing_after_a_refusal(tmp_path: Path, prompt: dict[str, Any], typed: str) -> None:
    """Typing replaces a number, a year, 是 or 否 that was answered or refused."""
    with asked(tmp_path, prompt) as screen:
        screen.send(f"错{ENTER}")
        screen.wait_for("不能是错")
        screen.send(typed + ENTER)
        screen.wait_for(f"⇒ Given(raw='{typed}')")


def test_enter_after_a_refusal(tmp_path: Path) -> None:
    """What Enter gives is only told where it gives that: not while a refused answer stands there."""
    with asked(tmp_path, {"kind": "yes_no", "text": "？", "value": "是"}) as screen:
        assert "回车＝是" in screen.text
        screen.send(f"错{ENTER}")
        screen.wait_for("不能是错")
        assert "回车＝是" not in screen.text
        assert "输入 是 或 否，回车" in screen.text


def test_what_was_begun_is_no_answer_of_yes_or_no() -> None:
    """What was typed into a question of 是 or 否 that was left is not what Enter gives."""
    question = Question(("报送", "盖章"), "报送和落款", "送审稿要盖章吗？", "yes_no", str, default="是")
    assert prompt_of(question, "22/22", "2024年度", lambda _raw: "", fresh=False).value == "是"


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
    for moves, following, where in ((True, True, "节"), (True, False, "节"), (True, False, ""), (False, False, "")):
        prompt = Prompt(kind, "？", where, options=(Option("甲", "甲"),), moves=moves, next=following)
        shown, explained = "".join(keys.shown(prompt)), "".join(keys.explained(prompt))
        for word, there in (("上一题", moves), ("目录", moves), ("跳过本节", bool(where)), ("下一项", following)):
            assert (word in shown) == there
            assert (word in keys.words(prompt)) == there
        for name, there in (("Esc、Ctrl+T", moves), ("F8", bool(where)), ("PgDn", following), ("Ctrl+D", True)):
            assert (name in explained) == there


def test_alt_enter_still_begins_a_line(tmp_path: Path) -> None:
    """Esc with Enter at once is Alt+Enter and begins a line; Esc alone goes to the 目录."""
    wanted = [r"Given(raw='甲\n乙')", "Menu(begun='甲')"]
    assert replies(tmp_path, PROSE, [f"甲{ESCAPE}{ENTER}乙{ENTER}", f"甲{ESCAPE}"]) == wanted


def test_a_paste_of_several_paragraphs(tmp_path: Path) -> None:
    """Paragraphs that are pasted stay one answer, whatever their line ends."""
    pasted = "\x1b[200~第一段。\r\n第二段。\r第三段。\n\x1b[201~"
    assert replies(tmp_path, PROSE, [pasted + ENTER]) == [r"Given(raw='第一段。\n第二段。\n第三段。\n')"]


def test_a_paste_that_the_terminal_does_not_mark(tmp_path: Path) -> None:
    """Lines that come at once, as old terminals paste them, stay one text; an Enter behind them ends it."""
    typed = {f"第一段。\r第二段。{ENTER}": r"第一段。\n第二段。", f"甲{ENTER}{ENTER}": "甲", f"{ENTER}乙": ""}
    wanted = [f"Given(raw='{text}')" for text in typed.values()]
    assert [replies(tmp_path, PROSE, [each])[0] for each in typed] == wanted


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
        assert ("下一项：这一项余下的空着，去下一项；以后可以补填" in text) == ("？" in typed)
        assert "\x1b" not in screen.output
