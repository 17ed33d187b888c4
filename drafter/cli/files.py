"""Which data files a command is about."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError
from drafter.store.paths import exists, is_folder

SUFFIXES = {".yaml", ".yml"}
BESIDE = {"drafter.yaml", "登记.yaml", "节假日.yaml"}
"""What an office puts beside its data files: settings, entries of the registers, holidays."""
REPORTS = {".docx", ".md", ".txt"}
"""Reports as they are sent and published."""


def report_files(names: list[str]) -> list[Path]:
    """Return the files to check: data files and reports; of a folder the data files, else the reports in it.

    Raises:
        DrafterError: a folder with neither, or a file of another kind.
    """
    result: list[Path] = []
    for name in names:
        path = _named(name)
        if is_folder(path) and not _inside(path, SUFFIXES):
            found = _inside(path, REPORTS)
            if not found:
                raise DrafterError(f"文件夹 {name} 里没有数据文件（.yaml），也没有报告（.docx、.md、.txt）。")
            result += found
        elif path.suffix.lower() in REPORTS:
            result.append(path)
        elif exists(path) and not is_folder(path) and path.suffix.lower() not in SUFFIXES:
            kinds = "、".join([".yaml", *sorted(REPORTS)])
            raise DrafterError(
                f"{name} 不能检查。请选 {kinds} 文件；别的（如 .doc、.wps）请先在 Word 或 WPS 里另存为 .docx。"
            )
        else:
            result += data_files([name])
    return list(dict.fromkeys(result))


def _named(name: str) -> Path:
    """Return the path of a name; an empty one would be the folder that one is in.

    Raises:
        DrafterError: the name is empty, as a variable of a script may be.
    """
    if not name.strip():
        raise DrafterError("文件名是空的。要处理这个文件夹里的全部，请写“.”。")
    return Path(name)


def output_folder(name: str) -> Path:
    """Return the folder that -o names; it need not be there yet.

    Raises:
        DrafterError: there is a file of this name.
    """
    path = Path(name)
    if exists(path) and not is_folder(path):
        raise DrafterError(f"{name} 是文件，不是文件夹。-o 后面请写文件夹的名字。")
    return path


def _inside(folder: Path, suffixes: set[str]) -> list[Path]:
    """Return the files of a folder without those beside them, which profiles of the page (“…版面.yaml”) are too.

    Raises:
        DrafterError: its files may not be seen.
    """
    try:
        every = list(folder.iterdir())
    except OSError:
        raise DrafterError(f"文件夹 {folder} 打不开。请核对名字，或者找管理员开通权限。") from None
    files = (file for file in every if file.suffix.lower() in suffixes and file.name not in BESIDE)
    return sorted(file for file in files if not file.name.startswith(("~", ".")) and not file.stem.endswith("版面"))


def data_files(names: list[str]) -> list[Path]:
    """Return the data files that names stand for; a folder stands for the data files in it.

    Raises:
        DrafterError: a folder without data files, or a file of another kind.
    """
    result: list[Path] = []
    for name in names:
        path = _named(name)
        if is_folder(path):
            found = _inside(path, SUFFIXES)
            if not found:
                raise DrafterError(f"文件夹 {name} 里没有数据文件（.yaml）。")
            result += found
        elif exists(path) and path.suffix.lower() not in SUFFIXES:
            raise DrafterError(f"{name} 不是数据文件。这里要 .yaml 文件。")
        else:
            result.append(path)
    return list(dict.fromkeys(result))


def suffixed(name: str) -> Path:
    """Return the data file that a name means: .yaml is added.

    Raises:
        DrafterError: it is a folder, or a file of another kind.
    """
    path = Path(name)
    if is_folder(path):
        raise DrafterError(f"{name} 是文件夹。请写数据文件的名字，如 {path / '清河街道2024.yaml'}。")
    if path.suffix and path.suffix.lower() not in SUFFIXES and exists(path):
        raise DrafterError(f"{name} 不是数据文件。这里要 .yaml 文件。")
    return path if path.suffix.lower() in SUFFIXES else path.with_name(f"{path.name}.yaml")
