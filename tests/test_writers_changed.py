"""A Word file changed by hand since it was built is not overwritten silently."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx as python_docx
import pytest
from documents import document, everything, text
from reports import BASE
from word_xml import parts

from drafter.blocks import Paragraph
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.writers import WRITERS, write
from drafter.writers.package import unchanged, unrecorded

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = document(Paragraph(text("初稿。"))), document(Paragraph(text("二稿。")))


def edit(file: Path) -> bytes:
    """Change a word as a leader would, and save."""
    opened = python_docx.Document(str(file))
    opened.paragraphs[0].runs[0].text = "领导改过的初稿。"
    opened.save(str(file))
    return file.read_bytes()


def test_an_untouched_file_is_replaced(tmp_path: Path) -> None:
    """Building again after a change of the data file needs no question."""
    write(FIRST, tmp_path / "a.docx")
    write(SECOND, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == WRITERS["docx"](SECOND)


@pytest.mark.parametrize("suffix", ["docx", "DOCX"])
def test_a_changed_file_stays(suffix: str, tmp_path: Path) -> None:
    """The message names the file, a free name for it, and --force; the file is as it was."""
    file = tmp_path / f"a.{suffix}"
    write(FIRST, file)
    changed = edit(file)
    (tmp_path / f"a（2）.{suffix}").write_bytes(b"")
    with pytest.raises(DrafterError, match=rf"a\.{suffix}：这个文件生成以后改动过.*a（3）\.{suffix}.*--force"):
        write(SECOND, file)
    assert file.read_bytes() == changed
    write(SECOND, file, force=True)
    assert unchanged(file.read_bytes())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"nothing of ours"])
def test_a_file_that_is_not_ours_stays(tmp_path: Path, content: bytes) -> None:
    """A file without a record is somebody’s work, too."""
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(DrafterError, match="不是本程序生成的"):
        write(FIRST, tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == content


def test_saving_is_a_change(tmp_path: Path) -> None:
    """Whoever opens a file and saves it may have changed anything: programs rewrite the parts."""
    write(FIRST, tmp_path / "a.docx")
    opened = python_docx.Document(str(tmp_path / "a.docx"))
    opened.core_properties.author = "某某"
    opened.save(str(tmp_path / "a.docx"))
    assert not unchanged((tmp_path / "a.docx").read_bytes())


def test_packing_again_is_no_change() -> None:
    """What counts is what the parts say, not how they are compressed or when."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, content in reversed(parts(WRITERS["docx"](everything())).items()):
            package.writestr(name, content)
    assert unchanged(stream.getvalue())


def test_each_part_counts() -> None:
    """A change in any part, and a part more, are seen."""
    original = parts(WRITERS["docx"](everything()))
    changes = {name: {**original, name: content + b" "} for name, content in original.items() if "custom" not in name}
    for name, changed in {**changes, "comments": {**original, "word/comments.xml": b"<x/>"}}.items():
        stream = BytesIO()
        with ZipFile(stream, "w") as package:
            for part, content in changed.items():
                package.writestr(part, content)
        assert not unchanged(stream.getvalue()), name


def test_without_the_record() -> None:
    """A published file has no custom properties and is otherwise the same."""
    recorded, bare = parts(WRITERS["docx"](everything())), parts(unrecorded(WRITERS["docx"](everything())))
    assert set(recorded) - set(bare) == {"docProps/custom.xml"}
    differing = {name for name in bare if bare[name] != recorded[name]}
    assert differing == {"[Content_Types].xml", "_rels/.rels"}
    assert b"custom" not in b"".join(bare[name] for name in differing)
    assert unrecorded(WRITERS["docx"](everything())) == unrecorded(WRITERS["docx"](everything()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a small data file."""
    unit = "\n".join(f"  {key}: {value}" for key, value in BASE["单位"].items())
    (tmp_path / "a.yaml").write_text(f"年度: 2024\n单位:\n{unit}\n", encoding="utf-8")
    return tmp_path / "a.yaml"


def test_build_refuses_and_goes_on(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Build leaves the changed Word file, writes the other formats, says so, and ends with 2; --force overwrites."""
    assert main(["build", str(data)]) == 0
    changed = edit(data.with_suffix(".docx"))
    assert main(["build", str(data), "-f", "docx,html"]) == 2
    captured = capsys.readouterr()
    assert "--force" in captured.err
    assert "a（2）.docx" in captured.err
    assert data.with_suffix(".docx").read_bytes() == changed
    assert data.with_suffix(".html").is_file()
    assert main(["build", str(data), "--force"]) == 0
    assert unchanged(data.with_suffix(".docx").read_bytes())


def test_build_in_the_profile_of_the_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """版式 names the profile, an own one beside the data file too; one that is not there is an error, 2."""
    given = data.read_text(encoding="utf-8")
    (data.parent / "本局.txt").write_text("页码: {位置: 居中}", encoding="utf-8")
    for name, found in (("页码居中", True), ("本局.txt", True), ("标准", False)):
        data.write_text(f"{given}版式:\n  版面: {name}\n", encoding="utf-8")
        assert main(["build", str(data)]) == 0
        footer = parts(data.with_suffix(".docx").read_bytes())["word/footer1.xml"]
        assert (b'w:val="center"' in footer) is found
    data.write_text(f"{given}版式:\n  版面: 页码局中\n", encoding="utf-8")
    assert main(["build", str(data)]) == 2
    assert "“版式.版面”：没有叫“页码局中”的版面" in capsys.readouterr().err
    data.write_text(f"{given}版式:\n  接排方式: 样式分隔\n", encoding="utf-8")
    assert main(["build", str(data)]) == 2
    assert "可选：字符样式、样式分隔符" in capsys.readouterr().err


def test_a_profile_beside_is_no_data_file(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder of data files may hold an own profile, named “…版面.yaml”."""
    (data.parent / "本局版面.yaml").write_text("页码: {位置: 居中}", encoding="utf-8")
    data.write_text(data.read_text(encoding="utf-8") + "版式:\n  版面: 本局版面\n", encoding="utf-8")
    assert main(["build", str(data.parent)]) == 0
    assert "本局版面.docx" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("版式", "  页面.天头：34.6毫米（标准为37毫米，GB/T 9704—2012 5.2.1）"),
        ("页码居中", "  页码.位置：居中（标准为外侧，GB/T 9704—2012 7.5）"),
    ],
)
def test_explain_lists_profiles(name: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``drafter explain 版式`` lists each profile with where it differs from the standard."""
    assert main(["explain", name]) == 0
    assert line in capsys.readouterr().out.splitlines()
