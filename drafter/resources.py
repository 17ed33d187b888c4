"""Where files of the program are: those that travel with it (wording, Word parts, registers, schemas), and its log."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder ``templates`` or ``schemas``.

    An installed wheel carries them inside the package; a checkout has them beside it.

    Raises:
        DrafterError: the installation is incomplete.
    """
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise DrafterError(f"程序文件不全：找不到 {name} 文件夹。请重新安装 drafter。")


def own_folder() -> Path | None:
    """Return the folder ``.drafter`` of whoever runs the program, which need not exist; None without a home folder."""
    try:
        return Path.home() / ".drafter"
    except RuntimeError:
        return None


def text(name: str) -> str:
    """Return the text of one resource file, for example ``templates/matters/people_mediation.txt``.

    Raises:
        DrafterError: the file is missing or is not UTF-8.
    """
    head, _, rest = name.partition("/")
    path = folder(head) / rest
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise DrafterError(f"程序文件不全：找不到 {name}。请重新安装 drafter。") from None
    except UnicodeDecodeError:
        raise DrafterError(f"{name} 不是 UTF-8 编码，请另存为 UTF-8。") from None
