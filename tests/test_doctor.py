"""``drafter doctor``: what this machine has; it always ends with 0."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from drafter.cli import main
from drafter.rendering.fonts import typefaces

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux", reason="a fake fc-list is a shell script")

NEEDED = ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "Times New Roman"]


def here(folder: Path, monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let fontconfig list these typefaces, and no other program be there."""
    program = folder / "fc-list"
    program.write_text("#!/bin/sh\ncat <<'END'\n" + "".join(f"{name}\n" for name in names) + "END\n", encoding="utf-8")
    program.chmod(0o755)
    (folder / "cat").symlink_to(shutil.which("cat") or "cat")
    monkeypatch.setenv("PATH", str(folder))


def test_names_what_the_template_needs() -> None:
    """The faces are those of the font table of the template."""
    assert [face.name for face in typefaces()] == NEEDED


def test_runs_on_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    """Versions, every face, LibreOffice, pypdfium2."""
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("drafter ")
    assert all(name in told for name in NEEDED)
    assert "LibreOffice" in told
    assert "pypdfium2" in told


@linux
def test_a_chinese_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Windows has 仿宋 and 楷体 under their new names; 小标宋 is replaced by 华文中宋 where Office brought it."""
    faces = ("FangSong,仿宋", "KaiTi", "SimHei,黑体", "SimSun", "Times New Roman", "STZhongsong", r"Some\-Face,另一种")
    here(tmp_path, monkeypatch, *faces)
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "✗ 方正小标宋简体：没有，Word 会换成“华文中宋”" in told
    assert "✗ 仿宋_GB2312：没有，Word 会换成“仿宋”" in told
    assert "✗ 楷体_GB2312：没有，Word 会换成“楷体”" in told
    assert "✓ 黑体" in told
    assert "✓ 宋体" in told
    assert "✓ Times New Roman" in told


@linux
def test_no_fonts_no_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is there: still 0, and what to do."""
    here(tmp_path, monkeypatch, "Unheard Of")
    monkeypatch.setenv("DRAFTER_SOFFICE", str(tmp_path / "nowhere"))
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "✗ 黑体：没有，Word 会自己挑一种" in told  # SimHei is another name of it, no substitute
    assert "✗ 仿宋_GB2312：没有，替补（仿宋）也没有，Word 会自己挑一种" in told
    assert f"✗ LibreOffice：没有找到（环境变量 DRAFTER_SOFFICE 指的 {tmp_path / 'nowhere'} 不是文件）" in told


def test_fonts_found_by_file_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing lists the fonts, their files do."""
    (tmp_path / ".fonts").mkdir()
    for name in ("simfang.ttf", "SIMKAI.TTF", "FZXBSJW.TTF", "notes.txt"):
        (tmp_path / ".fonts" / name).write_bytes(b"")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {face.name: face for face in typefaces()}
    assert found["方正小标宋简体"].installed
    assert found["仿宋_GB2312"].available == ("仿宋",)
    assert found["楷体_GB2312"].available == ("楷体",)
