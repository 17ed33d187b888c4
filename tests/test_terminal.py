"""The terminal without a terminal: layout, what is told, the file behind the questions."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.utils import get_cwidth
from questionnaire_walk import begun

from drafter.checks import check
from drafter.cli.menu import recent_files
from drafter.errors import ChangedError, DrafterError
from drafter.outline import Organ
from drafter.questionnaire import questions
from drafter.store import load
from drafter.terminal.keeper import Keeper, Unsaved, named
from drafter.terminal.layout import joined, shortened, wrapped
from drafter.terminal.preview import preview
from drafter.terminal.prompt import Given, Prompt, Stop, told
from drafter.terminal.review import doubts, overview
from drafter.terminal.screen import Screen
from drafter.wording import compose

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafter.checks import Finding
    from drafter.report import Report
    from drafter.terminal.prompt import Reply


class _Script(Screen):
    """A screen that answers from a list and remembers what it was told."""

    def __init__(self, replies: Iterable[Reply] = ()) -> None:
        self.replies = list(replies)
        self.shown = ""

    def show(self, text: str) -> None:
        """Remember a text."""
        self.shown += text + "\n"

    def ask(self, prompt: Prompt) -> Reply:
        """Return the next reply."""
        self.shown += prompt.text + "\n"
        return self.replies.pop(0)


@pytest.mark.parametrize("width", [24, 40, 58, 98])
def test_lines_fit_and_do_not_begin_with_closing_punctuation(width: int) -> None:
    """A Han character takes two columns; no line is too long, begins with ，。 or breaks a number."""
    text = "写数，如 626、1,234、300余；没有写 0，还没报来写 待填，不归本单位写 不适用。" * 3
    lines = wrapped(text, "  ", width)
    assert "".join(line.strip() for line in lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert get_cwidth(line) <= width
        assert line.strip()[0] not in "，。、；"
        assert not line.endswith("1,")


def test_keys_break_between_each_other() -> None:
    """The help on keys breaks between two of them."""
    lines = joined(("回车 跳过", "Ctrl+Z 上一题", "Ctrl+T 目录", "Ctrl+C 停下"), 40)
    assert len(lines) == 2
    assert all(get_cwidth(line) <= 40 for line in lines)
    assert "".join(lines).count("Ctrl+") == 3


def test_long_labels_are_shortened() -> None:
    """A choice stays on its line."""
    assert shortened("政府信息公开（主动公开条数、公开申请新收件数等）", 30) == "政府信息公开（主动公开条数、…"
    assert shortened("短", 30) == "短"


def test_what_is_told_is_what_was_understood() -> None:
    """The transcript shows the answer as it stands in the file, with its unit."""
    asked = {q.path[-1]: q for q in questions(begun(Organ.STREET) | {"数据": {"人民调解": None}})}
    assert told(asked["调解受理件数"], "６２６件") == "626件"
    assert told(asked["调解受理件数"], "") == "（空着）"
    assert told(asked["调解受理件数"], "待填") == "待填"
    assert told(asked["词语"], "ｙ") == "是"
    assert told(asked["类型"], "街道") == "街道（街道办事处）"


def test_an_answer_that_cannot_be_saved_goes_elsewhere(tmp_path: Path) -> None:
    """Where the folder is gone, another place is asked for until the answer is saved; then that is the file."""
    folder = tmp_path / "usb"
    folder.mkdir()
    screen = _Script([Given(str(tmp_path / "nowhere" / "a")), Given(str(tmp_path / "b"))])
    keeper = Keeper.begun(folder / "a.yaml", screen)
    shutil.rmtree(folder)
    keeper.write(begun(Organ.STREET))
    assert screen.shown.count("没有存上！") == 2
    assert keeper.path == tmp_path / "b.yaml"
    assert load(keeper.path).get(()) == begun(Organ.STREET)


def test_the_old_place_can_be_tried_again(tmp_path: Path) -> None:
    """Enter alone tries the old place again; a name that is taken is refused."""
    (tmp_path / "taken.yaml").write_text("年度: 2024\n", encoding="utf-8")
    keeper = Keeper.begun(tmp_path / "usb" / "a.yaml", screen := _Script([Given(str(tmp_path / "taken"))]))

    class _Mounted(Given):
        """A reply that comes after the folder is there again."""

    def mount(prompt: Prompt, ask: object = screen.ask) -> Reply:
        if not screen.replies:
            (tmp_path / "usb").mkdir()
            return _Mounted("")
        return ask(prompt)  # type: ignore[operator, no-any-return]

    screen.ask = mount  # type: ignore[method-assign]
    keeper.write(begun(Organ.STREET))
    assert "已有同名的文件" in screen.shown.replace("\n", "")
    assert (tmp_path / "usb" / "a.yaml").exists()


def test_leaving_with_an_answer_unsaved_is_told(tmp_path: Path) -> None:
    """Whoever gives up saving is told that the last answer is lost."""
    keeper = Keeper.begun(tmp_path / "nowhere" / "a.yaml", _Script([Stop()]))
    with pytest.raises(Unsaved):
        keeper.write(begun(Organ.STREET))


def test_a_file_changed_meanwhile_is_taken_as_it_is(tmp_path: Path) -> None:
    """What another program wrote while a question was on the screen is neither overwritten nor ignored."""
    keeper = Keeper.begun(tmp_path / "a.yaml", _Script())
    keeper.write(begun(Organ.STREET))
    text = keeper.path.read_text(encoding="utf-8").replace("年度: 2024", "年度: 2023  # 改")
    keeper.path.write_text(text, encoding="utf-8")
    with pytest.raises(ChangedError):
        keeper.write(begun(Organ.STREET) | {"年度": "2022"})
    assert keeper.answers["年度"] == "2023"
    keeper.write(keeper.answers | {"年度": "2022"})
    assert "年度: 2022  # 改" in keeper.path.read_text(encoding="utf-8")


def test_what_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    """A 密级 mark or a control character in an answer: refused, the file is as before."""
    keeper = Keeper.begun(tmp_path / "a.yaml", _Script())
    keeper.write(begun(Organ.STREET))
    before = keeper.path.read_bytes()
    for text in ("机密★5年", "甲\x07乙"):
        with pytest.raises(DrafterError):
            keeper.write(begun(Organ.STREET) | {"不足和原因": [{"标题": text}]})
    assert keeper.path.read_bytes() == before


@pytest.mark.parametrize(("name", "file"), [("清河街道", "清河街道.yaml"), ("a.yml", "a.yml"), ("v1.2", "v1.2.yaml")])
def test_names_of_files(name: str, file: str) -> None:
    """.yaml is added where it is missing."""
    assert named(name).name == file


def test_a_section_is_shown_as_it_reads(tmp_path: Path) -> None:
    """The text of a section alone, with its gaps; none where it says nothing; a fault in place of the text."""
    data = {"人民调解": {"调解受理件数": "626", "调解成功件数": "待填"}, "信访办理": {"信访件次": "143"}}
    keeper = Keeper.begun(tmp_path / "a.yaml", _Script())
    keeper.write(begun(Organ.STREET) | {"数据": data})
    report = keeper.file.report
    text = "".join(preview(report, "矛盾纠纷与基层治理"))
    assert "全年共受理各类矛盾纠纷626件" in text
    assert "【待填：调解成功件数】" in text
    assert "信访" in text
    assert "不足" not in text
    assert preview(report, "应急与安全") == []
    keeper.write(begun(Organ.STREET) | {"主要举措和成效": [{"专题": "数字法治", "内容": "{没有}"}]})
    assert "不能成文" in preview(keeper.file.report, "数字法治")[0]


def test_recent_files(tmp_path: Path) -> None:
    """Data files of a folder; other YAML files are left out."""
    (tmp_path / "a.yaml").write_text("年度: 2024\n单位:\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_bytes("单位:\n  类型: 街道\n".encode("gb18030"))
    (tmp_path / "ci.yml").write_text("on: push\n", encoding="utf-8")
    (tmp_path / "c.yaml").mkdir()
    assert {file.name for file in recent_files(tmp_path)} == {"a.yaml", "b.yaml"}


def test_help_does_not_wait_for_the_terminal() -> None:
    """`drafter --help` imports neither prompts nor models."""
    code = "import sys, drafter.cli\ntry: drafter.cli.main(['--help'])\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = set(done.stdout.split())
    assert not loaded & {"prompt_toolkit", "questionary", "pypinyin", "filelock", "pydantic", "docx", "jinja2"}
    assert "drafter new" in done.stdout


def test_what_is_doubtful_says_where(tmp_path: Path) -> None:
    """The summary names the place of what is wrong, whole: it is broken into lines where it is shown."""
    file = tmp_path / "a.yaml"
    keeper = Keeper.begun(file, _Script())
    keeper.write(begun(Organ.STREET) | {"数据": {"理论学法": {"学法篇目": ["《行政复议法 民法典》"]}}})

    def find(report: Report) -> list[Finding]:
        return check(report, compose(report))

    found = doubts(keeper.file, find)
    assert found["党的领导与学习"] == ["警告：“学习《行政复议法 民法典》。”中间有空格。请删去"]
    assert f"！ {found['党的领导与学习'][0]}" in overview(keeper.answers, found)
