"""``drafter new`` and ``drafter fill``: the questionnaire that fills a data file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.files import suffixed
from drafter.cli.today import day_of
from drafter.errors import DrafterError
from drafter.questionnaire import start, waiting, was_quick
from drafter.store.paths import exists, is_folder
from drafter.terminal.interview import Interview
from drafter.terminal.keeper import UNNAMED, Keeper, Unsaved
from drafter.terminal.naming import Namer
from drafter.terminal.screen import screen

if TYPE_CHECKING:
    from drafter.checks import Finding
    from drafter.report import Report
    from drafter.terminal.screen import Screen

_WELCOME = """\
新建法治政府建设年度报告。一题一题地问，答完就成一份数据文件和一份 Word 草稿。
每答一题都立即存盘，随时可以停下，下次接着填。
"""
_OPEN = "不知道的先空着（直接回车），以后再补。"

_SHARED = """\
另一个窗口正在填 {}。两个窗口一起填也不会丢答案（后存的一边会先读进对方存过的，那一题要再答一次），但是容易弄混。
仍要在这里填吗？"""


def new(name: str | None) -> int:
    """Ask from the first question; return 0, also where the clerk leaves off: everything is kept."""
    require_terminal("new")
    shown = screen()
    path = suffixed(name) if name else _unnamed()
    if exists(path):
        return _continued(path, shown, chosen=bool(name))
    if name and not is_folder(path.parent):
        raise DrafterError(f"没有“{path.parent}”这个文件夹。请先建好文件夹，或者换一个地方。")
    shown.say(f"{_WELCOME}{_OPEN}{shown.mending}")
    return _ask(Keeper.begun(path, shown), shown)


def fill(name: str) -> int:
    """Go on at the first open question; return 0, also where the clerk leaves off: everything is kept."""
    require_terminal("fill")
    shown = screen()
    path = Path(name)
    keeper = Keeper.opened(path if exists(path) else suffixed(name), shown)
    question = start(keeper.answers, quick=bool(was_quick(keeper.answers))).question
    where = f"从“{question.section}”接着问" if question else "要问的都问过了"
    shown.say(f"接着填 {keeper.path}：{where}。{_OPEN}{shown.mending}")
    return _ask(keeper, shown)


def require_terminal(command: str) -> None:
    """Refuse to ask where nobody can answer.

    Raises:
        DrafterError: standard input or output is not a terminal; says what to do instead.
    """
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stdout.isatty():
        raise DrafterError(
            f"drafter {command} 要在终端窗口里一问一答，现在的输入或输出不是终端。\n"
            "请打开终端（Windows：命令提示符或 PowerShell）直接运行；\n"
            "或者不用问答：照示例（examples 文件夹里的 .yaml）写好答案，再运行 drafter new --answers 答案.yaml"
            "（至少要有 年度、单位.类型、单位.全称）；\n"
            "看还有哪些没有填：drafter fill 数据文件 --list。"
        )


def _unnamed() -> Path:
    """Return where answers are kept until they have a file of their own name."""
    return Path(UNNAMED)


def _continued(path: Path, shown: Screen, *, chosen: bool) -> int:
    """Offer to go on with a file that exists; ``chosen``: the clerk gave its name."""
    what = f"{path} 已经有了" if chosen else f"上次新建的报告还没有起名（{path}）"
    agreed = shown.agreed(f"{what}，接着填吗？")
    if agreed:
        return fill(str(path))
    if agreed is False:
        other = "换一个名字" if chosen else f"先给 {path} 改名"
        shown.say(f"没有改动 {path}。要新建另一份，请{other}，再运行 drafter new。")
    return 0


def _ask(keeper: Keeper, shown: Screen) -> int:
    """Run the questionnaire and build the draft."""
    try:
        if keeper.shared and not shown.agreed(_SHARED.format(keeper.path)):
            return 0
        return _asked(keeper, shown)
    finally:
        keeper.close()


def _asked(keeper: Keeper, shown: Screen) -> int:
    interview = Interview(keeper, shown, day_of(), Namer(keeper, shown), _found)
    try:
        with shown.session():
            wanted = interview.run()
    except Unsaved:
        raise DrafterError("最后一题没有存上。前面各题都在原来的文件里。") from None
    except KeyboardInterrupt:
        wanted = False
    if not wanted:
        return _left(keeper)
    return _finished(keeper)


def _found(report: Report) -> list[Finding]:
    """Return what the checks find in a report as it stands."""
    from drafter.checks import check  # noqa: PLC0415 - after the questions; they should begin at once
    from drafter.wording import compose  # noqa: PLC0415 - as above

    return check(report, compose(report))


def _finished(keeper: Keeper) -> int:
    """Build the draft, and say what is wrong and what is open."""
    from drafter.cli.build import build  # noqa: PLC0415 - after the questions; they should begin at once

    print()
    status = build([str(keeper.path)], ["docx"], None)
    if not any(finding.level != "提示" for finding in _found(keeper.file.report)):
        print("检查没有发现错误和警告。")
    _tell_open(keeper)
    return status


def _tell_open(keeper: Keeper) -> None:
    """Say how much is open, and how it can be filled in."""
    open_ = waiting(keeper.answers)
    if not open_:
        return
    never, file = sum(question.open for question in open_), _quoted(keeper.path)
    print(f"\n还有没有问过的{never}题、空着的{len(open_) - never}题。没有可写的不用管，报告里不会出现；要补的，运行：")
    print(f"  drafter fill {file}          接着问没有问过的，或者补填空着的")
    print(f"  drafter fill {file} --list   都列出来看看")


def _left(keeper: Keeper) -> int:
    """Say where everything is and how to go on."""
    if keeper.path.exists():
        print(f"\n已保存到 {keeper.path}。接着填：drafter fill {_quoted(keeper.path)}")
    else:
        print("\n还没有回答，没有建文件。")
    return 0


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
