"""Bare ``drafter`` in a terminal: a menu."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.files import SUFFIXES
from drafter.cli.new import fill, new
from drafter.questionnaire import Option
from drafter.store.reading import LARGEST
from drafter.terminal.prompt import Given, Prompt
from drafter.terminal.screen import screen

_MOST_FILES = 8
_NEW, _GO_ON, _LEAVE = "新建", "继续", "退出"


def menu() -> int:
    """Show what can be done here, and do it."""
    files = recent_files(Path())
    acts = [(_GO_ON, "继续填"), ("生成", "生成 Word 草稿"), ("检查", "检查"), ("公开", "生成公开稿")] if files else []
    options = [
        Option(_NEW, "新建一份年度报告"),
        *(Option(act, f"{label}……") for act, label in acts),
        Option(_LEAVE, "退出（所有命令和选项：drafter --help）"),
    ]
    shown = screen()
    prompt = Prompt(
        "choice",
        "做什么？",
        "drafter 法治政府建设年度报告",
        options=tuple(options),
        value=_GO_ON if files else _NEW,
        moves=False,
    )
    reply = shown.ask(prompt)
    if not isinstance(reply, Given) or reply.raw == _LEAVE:
        return 0
    if reply.raw == _NEW:
        return new(None)
    file = files[0] if len(files) == 1 else _which(files)
    return _act(reply.raw, str(file)) if file else 0


def _which(files: list[Path]) -> Path | None:
    options = tuple(Option(str(file), str(file)) for file in files)
    reply = screen().ask(
        Prompt("choice", "哪一份？（本文件夹里的数据文件，新近改过的在前）", options=options, moves=False)
    )
    return Path(reply.raw) if isinstance(reply, Given) else None


def _act(act: str, file: str) -> int:
    if act == _GO_ON:
        return fill(file)
    if act == "生成":
        from drafter.cli.build import build  # noqa: PLC0415 - one of four

        return build([file], ["docx"], None)
    if act == "公开":
        from drafter.cli.publish import publish  # noqa: PLC0415 - one of four

        return publish([file], None, None)
    from drafter.cli.check import check  # noqa: PLC0415 - one of four

    return check([file], "text", "提示", None)


def recent_files(folder: Path) -> list[Path]:
    """Return the data files of a folder, the one that was changed last first."""
    found = [file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES and _is_data_file(file)]
    return sorted(found, key=lambda file: file.stat().st_mtime, reverse=True)[:_MOST_FILES]


def _is_data_file(file: Path) -> bool:
    try:
        if not file.is_file() or file.stat().st_size > LARGEST:
            return False
        text = file.read_bytes()
    except OSError:
        return False
    return any(f"\n{key}:".encode(code) in b"\n" + text for key in ("单位", "年度") for code in ("utf-8", "gb18030"))
