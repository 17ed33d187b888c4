"""Which data files a command is about."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError

SUFFIXES = {".yaml", ".yml"}


def data_files(names: list[str]) -> list[Path]:
    """Return the data files that names stand for; a folder stands for the data files in it.

    Raises:
        DrafterError: a folder without data files, or a file of another kind.
    """
    result: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
            if not found:
                raise DrafterError(f"文件夹 {name} 里没有数据文件（.yaml）。")
            result += found
        elif path.exists() and path.suffix.lower() not in SUFFIXES:
            raise DrafterError(f"{name} 不是数据文件。这里要 .yaml 文件。")
        else:
            result.append(path)
    return list(dict.fromkeys(result))
