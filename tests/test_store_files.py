"""Reading and writing files: encodings, what is no data file, saving in one step."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from drafter.errors import DrafterError, InputError
from drafter.outline import Organ
from drafter.store import load, new

TEXT = """\
年度: 2024
单位:
  类型: 街道
  全称: 示例市云溪区人民政府清河街道办事处   # 注
数据:
  人民调解:
    调解受理件数: 626
"""
FACT = ("数据", "人民调解", "调解受理件数")


def _write(folder: Path, content: bytes, name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_encodings_of_chinese_machines_are_read(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with or without BOM, and GBK where UTF-8 fails, which is told."""
    file = load(_write(tmp_path, TEXT.encode(encoding)))
    assert file.report.organization.full_name == "示例市云溪区人民政府清河街道办事处"
    assert [("GB18030" in notice) for notice in file.notices] == ([True] if "gb" in encoding else [])


def test_gbk_file_is_saved_as_utf8(tmp_path: Path) -> None:
    """What was GBK is UTF-8 after saving, with the same text."""
    path = _write(tmp_path, TEXT.encode("gbk"))
    load(path).save()
    assert path.read_bytes() == TEXT.encode("utf-8")


@pytest.mark.parametrize("before", [TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()])
def test_bom_and_line_ends_of_windows_stay(tmp_path: Path, before: bytes) -> None:
    """A changed value changes nothing else: the BOM and CR LF are as they were."""
    path = _write(tmp_path, before)
    file = load(path)
    file.set(FACT, "1,234")
    file.set(("下一年度安排",), [{"标题": "甲", "内容": "一\n二"}])
    file.save()
    after = path.read_bytes()
    assert after.startswith(before.replace(b"626", b"1,234"))
    assert after.count(b"\r") == (after.count(b"\n") if b"\r" in before else 0)
    assert load(path).report.plans[0].content == "一\n二"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "文件是空的"),
        (b"\xef\xbb\xbf \n", "文件是空的"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "不是文本文件"),
        (b"PK\x03\x04rest", "Word、WPS、Excel 文件或压缩包"),
        (b"\xd0\xcf\x11\xe0rest", "旧格式的 Word"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", "RTF"),
        (b"a\0b", "不是文本文件"),
        (b"\xff\xfa\xc3", "既不是 UTF-8 也不是 GB18030"),
        (TEXT.encode()[:-1] + "件".encode()[:2] + b"\n", "既不是 UTF-8 也不是 GB18030"),
        (b"x" * 5_000_001, "超过5 MB"),
    ],
)
def test_what_is_no_data_file_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    """Each kind of wrong file is told apart, with what to do about it."""
    with pytest.raises(DrafterError, match=message) as caught:
        load(_write(tmp_path, content))
    assert str(caught.value).endswith("。")


def test_broken_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    """The line of the damaged byte helps to find it."""
    with pytest.raises(DrafterError, match="第2行"):
        load(_write(tmp_path, b"a: 1\nb: \xff\n"))


def test_missing_file_suggests_its_neighbours(tmp_path: Path) -> None:
    """A misspelt file name gets the nearest names of the folder."""
    _write(tmp_path, TEXT.encode(), "清河街道2024.yaml")
    with pytest.raises(DrafterError, match=r"没有这个文件。同一文件夹里有：清河街道2024\.yaml。"):
        load(tmp_path / "清河街道2042.yaml")
    with pytest.raises(DrafterError, match=r"数据文件有：清河街道2024\.yaml"):
        load(tmp_path / "z")
    with pytest.raises(DrafterError, match="也不存在"):
        load(tmp_path / "none" / "a.yaml")


def test_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is told as such."""
    with pytest.raises(DrafterError, match="这是文件夹"):
        load(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_special_file_is_refused(tmp_path: Path) -> None:
    """A pipe is not waited for."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DrafterError, match="不是普通文件"):
        load(tmp_path / "pipe")


def test_old_line_ends_are_read(tmp_path: Path) -> None:
    """A file whose lines end with CR alone is read."""
    assert load(_write(tmp_path, TEXT.replace("\n", "\r").encode())).report.year == 2024


@pytest.mark.parametrize(
    ("number", "advice"),
    [(errno.ENOSPC, "磁盘满了"), (errno.EACCES, "只读"), (errno.EROFS, "只读"), (errno.EIO, "错误号")],
)
def test_failed_save_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, advice: str) -> None:
    """Where the last step fails, the old file is whole, nothing is left beside it, and the changes are still there."""
    path = _write(tmp_path, TEXT.encode())
    file = load(path)
    file.set(FACT, 700)

    def fail(self: Path, target: Path) -> None:
        raise OSError(number, "simulated", str(self), None, str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(DrafterError, match=advice):
            file.save()
    assert path.read_text(encoding="utf-8") == TEXT
    assert os.listdir(tmp_path) == ["a.yaml"]  # noqa: PTH208 - names only
    file.save()
    assert load(path).get(FACT) == "700"


def test_save_into_a_missing_folder_is_told(tmp_path: Path) -> None:
    """Saving never makes folders by itself."""
    with pytest.raises(DrafterError, match="文件夹不存在"):
        load(_write(tmp_path, TEXT.encode())).save(tmp_path / "none" / "b.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """The file keeps its mode, a link stays a link."""
    path = _write(tmp_path, TEXT.encode())
    path.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    file = load(link)
    file.set(FACT, 700)
    file.save()
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load(path).get(FACT) == "700"


def test_work_of_another_program_is_not_overwritten(tmp_path: Path) -> None:
    """Where the clerk changed the file in an editor meanwhile, saving is refused."""
    path = _write(tmp_path, TEXT.encode())
    file = load(path)
    file.set(FACT, 700)
    path.write_text(TEXT + "# 刚加的\n", encoding="utf-8")
    with pytest.raises(DrafterError, match="被别的程序改过"):
        file.save()
    assert "刚加的" in path.read_text(encoding="utf-8")


def test_new_file_explains_itself_and_overwrites_nothing(tmp_path: Path) -> None:
    """A new file loads, holds the explanations of how to fill it in, and does not replace an existing one."""
    path = tmp_path / "new.yaml"
    file = new(path, 2024, Organ.STREET, "示例市云溪区人民政府清河街道办事处", schema="report.schema.json")
    file.set(("数据", "人民调解", "调解受理件数"), 626)
    file.set(("主要举措和成效", 0, "专题"), "行政执法")
    file.save()
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=report.schema.json\n# 法治政府建设年度报告的数据文件。")
    assert "确实为零的写 0" in text
    again = load(path)
    assert (again.report.year, again.report.organization.organ) == (2024, Organ.STREET)
    with pytest.raises(DrafterError, match="已有同名的文件"):
        new(path, 2025, Organ.STREET, "清河街道").save()
    with pytest.raises(InputError, match="不是报告年度"):
        new(path, 1, Organ.STREET, "清河街道")
