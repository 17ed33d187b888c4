"""The pages as LibreOffice lays them out, measured; LibreOffice that hangs, crashes or is not there."""

from __future__ import annotations

import os
import shutil
import stat
import struct
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from layout_files import (
    DOCUMENT,
    STYLES,
    anatomy_of,
    changed,
    complete,
    insert,
    look,
    of,
    page,
    zipped,
)
from word_xml import NS, parts

from drafter import compose, load
from drafter.checks import RULES, run
from drafter.checks.layout import measured
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.readers.pages import Rendered
from drafter.rendering.office import office, to_pdf, version
from drafter.rendering.pdf import measure
from drafter.rendering.pictures import pictures
from drafter.report import Places
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.yaml"))
HINTS = {"版式-68", "版式-69"}

needs_office = pytest.mark.skipif(office() is None, reason="rendering needs LibreOffice")
posix = pytest.mark.skipif(sys.platform == "win32", reason="a fake LibreOffice is a shell script")


def rendered(content: bytes, folder: Path) -> Rendered:
    """Return the pages of a Word file with what is recognised in it."""
    anatomy = anatomy_of(content, folder)
    to_pdf(folder / "file.docx", folder / "file.pdf")
    return Rendered(anatomy, measure(folder / "file.pdf"))


def codes(subject: Rendered) -> set[str]:
    """Return the codes of the rules that find something on the pages."""
    return {finding.code for finding in run("pages", subject, Places("file.docx"))}


@needs_office
def test_every_clause_holds_on_the_pages(tmp_path: Path) -> None:
    """Each clause is measured on the pages of a file with every element, and holds."""
    subject = rendered(complete(), tmp_path)
    measures = measured("pages", subject)
    assert [code for code, found in measures.items() if not found] == []
    wrong = [(code, one) for code, found in measures.items() for one in found if one.right is not True]
    assert [item for item in wrong if item[0] not in HINTS] == []


@needs_office
@pytest.mark.parametrize("file", EXAMPLES, ids=[file.stem for file in EXAMPLES])
def test_examples(file: Path, tmp_path: Path) -> None:
    """No 错误 and no 警告 in the Word file of any example, nor on its pages; the clauses of a page are all measured."""
    subject = rendered(WRITERS["docx"](compose(load(file).report)), tmp_path)
    found = run("word", subject.anatomy, Places(file.name)) + run("pages", subject, Places(file.name))
    assert [str(finding) for finding in found if finding.level != "提示"] == []
    measures = measured("pages", subject)
    assert all(measures[code] for code in ("版式-61", "版式-62", "版式-63", "版式-64", "版式-65", "版式-66"))


BROKEN: list[tuple[set[str], str, str, Callable[[_Element], None]]] = [
    ({"版式-61"}, "满页21行（行距10.", STYLES, look("Normal", "pPr", "spacing", line="600")),
    ({"版式-62"}, "满行27字", STYLES, look("Normal", "rPr", "spacing", val="0")),
    ({"版式-63", "版式-64"}, "31.", DOCUMENT, page("pgMar", left="1758", right="1304")),
    ({"版式-64"}, "版心下17.", DOCUMENT, page("pgMar", footer="851")),
    ({"版式-64"}, "距版心右边", "word/footer1.xml", of("—", "pPr", "jc", val="center")),
    ({"版式-65"}, "没有正文", STYLES, look("GWAddressee", "pPr", "spacing", after="4000")),
    ({"版式-66"}, "独占一面", DOCUMENT, of("2025年1月8日", "pPr", "pageBreakBefore")),
    ({"版式-67"}, "第2行", STYLES, look("GWAttachTitle", "pPr", "spacing", before="0")),
    ({"版式-69"}, "末行只有一个字", DOCUMENT, insert("三级标题后的正文", "一" * 26 + "二" * 28 + "三。")),
]


@needs_office
@pytest.mark.parametrize(("expected", "value", "part", "change"), BROKEN, ids=[str(sorted(case[0])) for case in BROKEN])
def test_exactly_the_broken_clause_fails(
    expected: set[str], value: str, part: str, change: Callable[[_Element], None], tmp_path: Path
) -> None:
    """One thing is broken; its rule alone finds it on the pages, with the measured value."""
    hits = run("pages", rendered(changed(complete(), part, change), tmp_path), Places("file.docx"))
    told = [str(hit) for hit in hits]
    assert {hit.code for hit in hits} - (HINTS - expected) == expected, told
    assert value in " ".join(told)


def test_every_clause_has_a_broken_file() -> None:
    """No clause of the pages is without a file that breaks it; an odd number of pages needs none of its own."""
    clauses = {code for code, rule in RULES.items() if rule.scope == "pages"}
    assert clauses == {code for case in BROKEN for code in case[0]} | {"版式-68"}


HEADER = f"""<w:hdr xmlns:w="{NS["w"]}"><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>
<w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:hdr>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_header(content: bytes) -> bytes:
    """Return a file with a table in the header of its odd pages."""
    given = {name: value.decode() for name, value in parts(content).items()}
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    added = f'<Relationship Id="rId99" Type="{OFFICE}/header" Target="header1.xml"/></Relationships>'
    given[relations] = given[relations].replace("</Relationships>", added)
    given[types] = given[types].replace(
        "</Types>", f'<Override PartName="/word/header1.xml" ContentType="{kind}"/></Types>'
    )
    reference = f'<w:sectPr><w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="rId99"/>'
    given[DOCUMENT] = given[DOCUMENT].replace("<w:sectPr>", reference)
    return zipped({name: value.encode() for name, value in {**given, "word/header1.xml": HEADER}.items()})


@needs_office
def test_a_header_is_no_text(tmp_path: Path) -> None:
    """What stands in a header moves no line of the text: nothing is found."""
    subject = rendered(with_header(complete()), tmp_path)
    assert "内部资料" in [line.text for line in subject.pages[0].lines]
    assert codes(subject) - HINTS == set()


@needs_office
def test_one_finding_for_the_same_fault_of_many_pages(tmp_path: Path) -> None:
    """A page number too low on every page is told twice, for odd and for even pages, and says which."""
    subject = rendered(changed(complete(), DOCUMENT, page("pgMar", footer="851")), tmp_path)
    told = [str(hit) for hit in run("pages", subject, Places("file.docx")) if hit.code == "版式-64"]
    assert ["第1、3、5面页码" in told[0], "第2、4、6面页码" in told[1], len(told)] == [True, True, 2]


@needs_office
def test_an_odd_number_of_pages_is_a_hint(tmp_path: Path) -> None:
    """One page: a hint; two: none."""
    subject = rendered(complete(), tmp_path)
    odd, even = (Rendered(subject.anatomy, subject.pages[:count]) for count in (1, 2))
    assert [f.level for f in run("pages", odd, Places()) if f.code == "版式-68"] == ["提示"]
    assert "版式-68" not in codes(even)


@needs_office
def test_check_render(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a Word file and of a data file: findings and the table tell what was measured on the pages."""
    path = tmp_path / "x.docx"
    path.write_bytes(changed(complete(), DOCUMENT, page("pgMar", footer="851")))
    assert main(["check", str(path), "--render"]) == 1
    told = capsys.readouterr().out
    assert "✗ 版式-64 实测页码位置" in told
    assert "✓ 版式-62 实测每行字数" in told
    assert main(["check", str(EXAMPLES[0]), "--render", "--today", "2025-12-31"]) == 0
    told = capsys.readouterr().out
    assert "22行" in told
    assert [file.name for file in tmp_path.iterdir()] == ["x.docx"]


@needs_office
def test_build_pdf_and_pictures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """-f pdf writes a PDF, --preview a picture of every page; pictures of pages that are no more are removed."""
    stem = EXAMPLES[0].stem
    old = tmp_path / f"{stem}-page-99.png"
    last = tmp_path / f"{stem}-page-1.png"
    last.write_bytes(b"old")
    old.write_bytes(b"mine")
    assert main(["build", str(EXAMPLES[0]), "-f", "pdf", "--preview", "-o", str(tmp_path)]) == 0
    assert (tmp_path / f"{stem}.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / f"{stem}.docx").exists()
    shown = sorted(tmp_path.glob("*.png"))
    assert len(shown) == len(measure(tmp_path / f"{stem}.pdf")) + 1  # and the one that is not ours
    assert old.read_bytes() == b"mine"
    content = last.read_bytes()
    assert content.startswith(b"\x89PNG")
    wide, high = struct.unpack(">II", content[16:24])
    assert (wide, high) == pytest.approx((1240, 1754), abs=2)
    assert f"已生成：{last}" in capsys.readouterr().out


@needs_office
@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")
def test_pictures_without_pypdfium2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 pdftoppm draws the pages; with neither there is a clear message, and measuring has its own."""
    (tmp_path / "file.docx").write_bytes(complete())
    to_pdf(tmp_path / "file.docx", tmp_path / "file.pdf")
    with_library = pictures(tmp_path / "file.pdf", tmp_path, "甲")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    without = pictures(tmp_path / "file.pdf", tmp_path, "乙")
    assert len(without) == len(with_library) > 1
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in without)
    with pytest.raises(DrafterError, match="pypdfium2"):
        measure(tmp_path / "file.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DrafterError, match="pypdfium2"):
        pictures(tmp_path / "file.pdf", tmp_path, "丙")


def fake(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a script in LibreOffice's place; return the file to render."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("DRAFTER_SOFFICE", str(program))
    source = folder / "report.docx"
    source.write_bytes(complete())
    return source


@posix
def test_a_hanging_libreoffice_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it ignores polite requests and has started others; nothing of it is left."""
    pids = f"sleep 300 &\necho $! > {tmp_path}/child\necho $$ > {tmp_path}/own"
    script = f"trap '' TERM INT HUP\n{pids}\nwhile :; do sleep 1; done"
    source = fake(tmp_path, script, monkeypatch)
    start = time.monotonic()
    with pytest.raises(DrafterError, match=r"过了1秒还没有排完 report，已经把它结束"):
        to_pdf(source, tmp_path / "x.pdf", seconds=1)
    assert time.monotonic() - start < 20
    for name in ("child", "own"):
        assert not _runs(int((tmp_path / name).read_text(encoding="utf-8")))
    assert not (tmp_path / "x.pdf").exists()


def _runs(process: int) -> bool:
    """Tell whether a process is still running; one that waits to be reaped is not."""
    for _ in range(50):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat")
            if state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return False
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@posix
def test_a_libreoffice_that_does_not_tell_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that hangs with what it has started is ended, too."""
    script = f"(while :; do sleep 1; done) &\necho $! > {tmp_path}/child\nwait"
    fake(tmp_path, script, monkeypatch)
    assert version(tmp_path / "soffice", seconds=1) == ""
    assert not _runs(int((tmp_path / "child").read_text(encoding="utf-8")))


@posix
@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("kill -SEGV $$", "意外退出"),
        ("exit 77", "意外退出"),
        ("exit 0", "没有生成 PDF"),
        ('for last; do :; done; : > "${last%.docx}.pdf"', "没有生成 PDF"),
    ],
    ids=["crash", "failure", "nothing", "empty"],
)
def test_a_libreoffice_that_fails(script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash, a failure, no PDF, an empty PDF: each is told."""
    source = fake(tmp_path, script, monkeypatch)
    with pytest.raises(DrafterError, match=says):
        to_pdf(source, tmp_path / "x.pdf", seconds=20)
    assert not (tmp_path / "x.pdf").exists()


@posix
def test_a_program_that_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is no program is told."""
    source = fake(tmp_path, "", monkeypatch)
    (tmp_path / "soffice").write_bytes(b"\0\1\2")
    with pytest.raises(DrafterError, match="启动不了"):
        to_pdf(source, tmp_path / "x.pdf")
    assert version(tmp_path / "soffice") == ""


def test_without_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command that needs it says so and what to do; -f docx,pdf still writes the Word file."""
    monkeypatch.setenv("DRAFTER_SOFFICE", str(tmp_path / "nowhere"))
    for arguments in (["build", "-f", "docx,pdf"], ["build", "--preview"], ["check", "--render"]):
        assert main([*arguments, str(EXAMPLES[0]), *(["-o", str(tmp_path)] if "build" in arguments else [])]) == 2
        told = capsys.readouterr().err
        assert f"没有找到 LibreOffice（环境变量 DRAFTER_SOFFICE 指的 {tmp_path / 'nowhere'} 不是文件）" in told
    assert (tmp_path / f"{EXAMPLES[0].stem}.docx").exists()
