"""The other questions of a 事项 around the one that is asked, and the help: what there is room for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from prompts import DONE, LEFT_OVER, NUMBER, PROSE
from pty_screen import ENTER, HELP, asked

from drafter.terminal.layout import fitted

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")


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
    """The help of a long text leaves room for the end of the text, where the cursor is, and for the keys."""
    text = "\n".join(f"第{number}段。" for number in range(1, 13))
    with asked(tmp_path, {**PROSE, "value": text}, columns=60, rows=14) as screen:
        screen.send(HELP)
        text = screen.wait_for("回车：写完")
        assert "第12段。" in text
        assert text.endswith("Ctrl+C 停下")


def test_help_in_the_smallest_terminal(tmp_path: Path) -> None:
    """40 × 12: what Enter does is told, in place of the hint and the other keys; the line that is typed on stays."""
    with asked(tmp_path, {**NUMBER, "above": DONE, "below": LEFT_OVER}, columns=40, rows=12) as screen:
        screen.send(f"626{HELP}")
        text = screen.wait_for("回车、↓：确定，去下一题")
        assert "> 626" in text
        assert "……窗口大些，下面还有" in text
        assert text.endswith("F1 收起说明 │ Ctrl+C 停下")
        screen.send(HELP)
        screen.wait_for("PgDn 下一项")
