"""Lists: what is found by what is typed, what is ticked and chosen, what stands on the screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from pty_screen import (
    ALL,
    BACKSPACE,
    DOWN,
    ENTER,
    ESCAPE,
    HELP,
    HOME,
    KEYS,
    NEXT,
    ROOT,
    SPACE,
    UP,
    asked,
    replies,
)

from drafter.terminal.search import matches

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

LAST, PAGE_UP, PAGE_DOWN = "\x1b[F", "\x1b[5~", "\x1b[6~"
NAMES = ["人民调解", "行政复议", "信访办理", "重大行政决策", "会计监督", "政府信息公开（主动公开）", "行政调解"]
OPTIONS = [[f"v{number}", name, "纠纷" if number < 3 else "监督"] for number, name in enumerate(NAMES)]
OPTIONS += [[f"v{number}", f"其他工作{number}", f"其他{number // 6}"] for number in range(len(NAMES), 50)]
ONE: dict[str, Any] = {"kind": "choice", "text": "去哪一部分？", "options": OPTIONS, "value": "v2"}
MANY: dict[str, Any] = {"kind": "choices", "text": "做了哪些工作？", "options": OPTIONS, "value": ["v1"]}


FOUND = [
    ("人民", "人民调解"),
    ("调解", "人民调解"),
    ("rmtj", "人民调解"),
    ("RMTJ", "人民调解"),
    ("ｒｍ", "人民调解"),
    ("renmin", "人民调解"),
    ("renmint", "人民调解"),
    ("rm调", "人民调解"),
    ("r m", "人民调解"),
    ("diaojie", "人民调解"),
    ("rmd", "人民调解"),
    ("zdxz", "重大行政决策"),
    ("cd", "重大行政决策"),
    ("chong", "重大行政决策"),
    ("hang", "行政复议"),
    ("xing", "行政复议"),
    ("kj", "会计监督"),
    ("hj", "会计监督"),
    ("lvshi", "律师"),
    ("xxgkzd", "政府信息公开（主动公开）"),
    ("12345rx", "12345热线"),
    ("a", "A级景区"),
    ("", "人民调解"),
]
MISSED = [("rmtjx", "人民调解"), ("mr", "人民调解"), ("renmen", "人民调解"), ("行政", "人民调解"), ("zz", "人民调解")]
MISSED += [("8", "人民调解"), ("rmtj", "人民"), ("民人", "人民调解")]


@pytest.mark.parametrize(("typed", "label"), FOUND)
def test_what_is_found(typed: str, label: str) -> None:
    """Characters, full pinyin, its initials and mixtures find an item; every reading of a character counts."""
    assert matches(typed, label)


@pytest.mark.parametrize(("typed", "label"), MISSED)
def test_what_is_not_found(typed: str, label: str) -> None:
    """What an item does not contain, in this order and without a gap, does not find it."""
    assert not matches(typed, label)


def test_pinyin_is_loaded_when_a_letter_is_typed() -> None:
    """Han characters and numbers are looked for without the dictionary of pinyin."""
    code = (
        "import sys; from drafter.terminal.search import matches; matches('人民', '调解'); matches('8', '调解')\n"
        "print('pypinyin' in sys.modules); matches('r', '人民'); print('pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["False", "True"]


CHOSEN = {
    ENTER: "v2",
    f"rmtj{ENTER}": "v0",
    f"人民{ENTER}": "v0",
    f"xz{ENTER}": "v1",
    f"xz{DOWN}{ENTER}": "v3",
    f"xz{UP}{ENTER}": "v6",
    f"xzt{BACKSPACE}f{ENTER}": "v1",
    f"kj{ESCAPE}{ENTER}": "v4",
    f"没有的{ENTER}{ENTER}{BACKSPACE * 3}{ENTER}": "v2",
    f"没有的{ENTER}{ESCAPE}{DOWN}{ENTER}": "v3",
    f"没有的{DOWN}{UP}{LAST}{PAGE_UP}{ESCAPE}{ENTER}": "v2",
    f"\x1b[200~会计\n\x1b[201~{ENTER}": "v4",
    f"{SPACE}{HOME}{ENTER}": "v0",
    f"{LAST}{DOWN}{UP}{ENTER}": "v49",
    f"{PAGE_DOWN}{ENTER}": "v12",
    f"{PAGE_DOWN * 9}{PAGE_UP}{ENTER}": "v39",
}


def test_searching_a_choice(tmp_path: Path) -> None:
    """Enter takes the first item that is found, or the one at the pointer; where nothing is found it does nothing."""
    assert replies(tmp_path, ONE, CHOSEN) == [f"Given(raw='{value}')" for value in CHOSEN.values()]


TICKED = {
    ENTER: ["v1"],
    f"rmtj{SPACE}{ENTER}{ENTER}": ["v0", "v1"],
    f"rmtj{ENTER}{ENTER}": ["v0", "v1"],
    f"xzfy{ENTER}{ENTER}": ["v1"],
    f"xzfy{SPACE}{ENTER}{ENTER}": [],
    f"kj{SPACE}{ESCAPE}{DOWN}{SPACE}{ENTER}": ["v1", "v4", "v5"],
    f"xz{SPACE}{DOWN}{SPACE}{ESCAPE}xf{SPACE}{ESCAPE}{ENTER}": ["v2", "v3"],
    f"xz{ALL}{ENTER}{ENTER}": ["v1", "v3", "v6"],
    f"xz{ALL}{ALL}{ENTER}{ENTER}": [],
    f"没有的{SPACE}{ALL}{ENTER}{ESCAPE}{ENTER}": ["v1"],
    f"{ALL}{ENTER}": [option[0] for option in OPTIONS],
    f"{ALL}{ALL}{ENTER}": [],
}


def test_searching_a_list_of_ticks(tmp_path: Path) -> None:
    """Ticks survive the search; Space, Enter and Ctrl+A tick what is found; a further Enter ends the prompt."""
    short = {**MANY, "options": OPTIONS[: len(NAMES)]}
    for prompt, typed in ((MANY, list(TICKED)[:-2]), (short, list(TICKED)[-2:])):
        values = [option[0] for option in prompt["options"]]
        wanted = [[value for value in TICKED[each] if value in values] for each in typed]
        assert replies(tmp_path, prompt, typed) == [f"Given(raw={value!r})" for value in wanted]


def test_leaving_a_list(tmp_path: Path) -> None:
    """Esc goes to the 目录 where nothing is searched for, PgDn to the next 事项; changed ticks are kept."""
    typed = [ESCAPE, f"{SPACE}{ESCAPE}", f"{SPACE}{NEXT}", f"{DOWN}{SPACE}\x1a", f"rm{ESCAPE}{ESCAPE}"]
    wanted = ["Menu(begun=None)", "Menu(begun=['v0', 'v1'])", "Next(begun=['v0', 'v1'])", "Back(begun=[])"]
    assert replies(tmp_path, {**MANY, "next": True}, typed) == [*wanted, "Menu(begun=None)"]


def test_a_search_on_the_screen(tmp_path: Path) -> None:
    """The search is shown with what the keys do, only what is found stands there, under its headings."""
    with asked(tmp_path, ONE) as screen:
        screen.send("xz")
        text = screen.wait_for("查找：xz，回车 选，Esc 清除")
        lines = [line.strip() for line in text.splitlines()]
        at = lines.index("纠纷")
        assert lines[at : at + 5] == ["纠纷", "> 行政复议", "监督", "重大行政决策", "行政调解"]
        assert lines[at + 5].startswith("查找")
        screen.send("q")
        text = screen.wait_for("查找：xzq——没有这样的项。退格 改，Esc 清除")
        assert "纠纷" not in text
        screen.send(ESCAPE)
        assert "查找：" not in screen.wait_for("> 行政复议")
    with asked(tmp_path, MANY) as screen:
        screen.send("xzf")
        assert "> ● 行政复议" in screen.wait_for("查找：xzf，空格 勾选，回车 勾上并看全部，Esc 清除")


def test_what_is_ticked_is_not_selected_text(tmp_path: Path) -> None:
    """A row with a tick looks as the others do; selected text is the only thing in reverse."""
    with asked(tmp_path, MANY) as screen:
        row = next(row for row, line in enumerate(screen.screen.display) if "● 行政复议" in line)
        assert not any(screen.screen.buffer[row][column].reverse for column in range(80))


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20), (60, 12)])
@pytest.mark.parametrize("prompt", [ONE, MANY], ids=["one", "many"])
def test_a_long_list_scrolls(tmp_path: Path, prompt: dict[str, Any], columns: int, rows: int) -> None:
    """Down and up, at each of 50 items its row and the keys are on the screen, and the heading above the first."""
    with asked(tmp_path, {**prompt, "value": ""}, columns=columns, rows=rows) as screen:
        down = list(enumerate(OPTIONS))
        for key, steps in ((DOWN, down), (UP, [down[0], *reversed(down)])):
            for number, (_, label, group) in steps:
                screen.wait_until(lambda text, n=label: f"> {n}" in text or f"> ○ {n}" in text, label)
                lines = [line.strip() for line in screen.text.splitlines()]
                assert prompt["text"] in lines
                assert lines[-1].endswith(KEYS)
                assert len(lines) <= rows
                if not number or OPTIONS[number - 1][2] != group:
                    assert group in lines
                screen.send(key)


def test_the_help_of_a_list(tmp_path: Path) -> None:
    """F1 and ？ show the keys of a list below it, with the pointer still to be seen."""
    for key in (HELP, "？"):
        with asked(tmp_path, MANY) as screen:
            screen.send(key)
            text = screen.wait_for("F1：收起这些说明")
            assert "打字：查找，可以打汉字、全拼或者拼音首字母" in text
            assert "> ○ 人民调解" in text
            assert text.endswith(KEYS)


@pytest.mark.parametrize(
    ("prompt", "searched", "typed", "wanted"),
    [
        (ONE, "xz", "4", "'v3'"),
        (ONE, "行政", "７", "'v6'"),
        (ONE, "xz", "", "'v2'"),
        (MANY, "xz", "2 4", "['v1', 'v3']"),
    ],
)
def test_searching_on_a_dumb_terminal(
    tmp_path: Path, prompt: dict[str, Any], searched: str, typed: str, wanted: str
) -> None:
    """TERM=dumb: text prints the shorter list, each item with the number that it always has; numbers choose."""
    with asked(tmp_path, prompt, rows=100, TERM="dumb") as screen:
        lines = screen.text.splitlines()
        assert lines[lines.index(" 监督") + 1] == "  4. 重大行政决策"
        screen.send(searched + ENTER)
        text = screen.wait_until(lambda text: text.endswith("\n>") and f"> {searched}" in text, "a shorter list")
        shorter = text.partition(f"> {searched}\n")[2].replace("（已选）", "").splitlines()
        assert shorter == [" 纠纷", "  2. 行政复议", " 监督", "  4. 重大行政决策", "  7. 行政调解", ">"]
        screen.send(typed + ENTER)
        screen.wait_for(f"⇒ Given(raw={wanted})")


@pytest.mark.parametrize(
    ("prompt", "typed", "wanted"),
    [
        (ONE, "第4个", "'v3'"),
        (ONE, "", "'v2'"),
        (MANY, "0", "[]"),
        (MANY, "跳过", "['v1']"),
        (MANY, "1、3", "['v0', 'v2']"),
    ],
)
def test_numbers_on_a_dumb_terminal(tmp_path: Path, prompt: dict[str, Any], typed: str, wanted: str) -> None:
    """TERM=dumb: numbers choose, 0 is none of them, Enter and 跳过 leave the answer as it was."""
    assert replies(tmp_path, prompt, [typed + ENTER], TERM="dumb") == [f"Given(raw={wanted})"]


def test_nothing_found_on_a_dumb_terminal(tmp_path: Path) -> None:
    """TERM=dumb: what is not in the list is told, and nothing is chosen."""
    with asked(tmp_path, ONE, rows=100, TERM="dumb") as screen:
        screen.send(f"没有的{ENTER}")
        screen.wait_for("没有找到“没有的”。请输入 1 到 50 的号码")
        screen.send(f"51{ENTER}")
        screen.wait_until(lambda text: text.count("请输入 1 到 50 的号码") == 2, "the second fault")
        screen.send(f"1{ENTER}")
        screen.wait_for("⇒ Given(raw='v0')")


def test_a_number_goes_to_its_row(tmp_path: Path) -> None:
    """In a list without numbers of its own a number finds the row that it counts to; one that is no row finds none."""
    prompt = {"kind": "choice", "text": "？", "options": [["甲", "甲类"], ["乙", "乙类"], ["丙", "丙类"]]}
    assert replies(tmp_path, prompt, [f"2{ENTER}", f"３{ENTER}", f"4{ENTER}{BACKSPACE}1{ENTER}"]) == [
        "Given(raw='乙')",
        "Given(raw='丙')",
        "Given(raw='甲')",
    ]


def test_a_number_is_that_of_its_row_before_it_is_text(tmp_path: Path) -> None:
    """Counts in the labels of other rows do not take it away; rows with numbers of their own go by these."""
    options = [["甲", "甲类（3/10）"], ["乙", "乙类（没有问3题）"], ["丙", "丙类"]]
    prompt = {"kind": "choice", "text": "？", "options": options}
    assert replies(tmp_path, prompt, [f"3{ENTER}", f"10{ENTER}"]) == ["Given(raw='丙')", "Given(raw='甲')"]
