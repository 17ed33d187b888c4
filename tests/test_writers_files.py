"""``write``: which format, and whole files or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from documents import document, everything, text

from drafter.blocks import Paragraph
from drafter.errors import DrafterError
from drafter.writers import WRITERS, write


@pytest.mark.parametrize("name", ["报告.docx", "报告.md", "报告.DOCX"])
def test_the_suffix_chooses(tmp_path: Path, name: str) -> None:
    """The suffix says the format, in either case; nothing else is left in the folder."""
    write(everything(), tmp_path / name)
    assert (tmp_path / name).read_bytes() == WRITERS[name.rpartition(".")[2].lower()](everything())
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    """A second draft takes the place of the first."""
    write(document(Paragraph(text("初稿。"))), str(tmp_path / "a.md"))
    write(document(Paragraph(text("二稿。"))), str(tmp_path / "a.md"))
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "二稿。\n"


@pytest.mark.parametrize("name", ["报告.doc", "报告", "报告.pdf2"])
def test_an_unknown_format(tmp_path: Path, name: str) -> None:
    """The message names the formats that there are."""
    with pytest.raises(DrafterError, match=r"\.docx、\.md"):
        write(everything(), tmp_path / name)


def test_a_missing_folder(tmp_path: Path) -> None:
    """The message names the folder and says what to do."""
    with pytest.raises(DrafterError, match=r"无此文件夹”不存在。请"):
        write(everything(), tmp_path / "无此文件夹" / "a.docx")


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    """A folder is not overwritten."""
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(DrafterError, match="这是一个文件夹"):
        write(everything(), tmp_path / "a.docx")


@pytest.mark.parametrize(("error", "remedy"), [(PermissionError(13, "x"), "关闭"), (OSError(28, "x"), "磁盘空间")])
def test_a_file_that_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, remedy: str
) -> None:
    """Where the file is open in Word (on Windows) or the disk is full, the old file stays and nothing lies about."""
    write(document(Paragraph(text("初稿。"))), tmp_path / "a.md")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DrafterError, match=remedy):
        write(document(Paragraph(text("二稿。"))), tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "初稿。\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_the_table_is_read_only() -> None:
    """Nobody adds a format at run time."""
    with pytest.raises(TypeError):
        WRITERS["doc"] = WRITERS["md"]  # type: ignore[index]


def test_importing_the_table_loads_no_format() -> None:
    """python-docx is loaded when a .docx is written, and not before."""
    code = "import sys, drafter.writers; print('docx' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.split() == ["False", "False"]
