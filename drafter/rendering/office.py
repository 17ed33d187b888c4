"""LibreOffice: where it is, and Word to PDF with it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError, reason
from drafter.rendering.ending import Ending
from drafter.rendering.library import found
from drafter.rendering.pdf import measure
from drafter.rendering.process import TimeLimitError, run, told

SECONDS = 180.0
"""How long LibreOffice may take for one file. A report takes five seconds, a first start on a slow machine a minute."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")

_CAUTIOUS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item></oor:items>
"""
"""The settings of the profile: no macros, nothing fetched from elsewhere."""


def office() -> Path | None:
    """Return LibreOffice's program, or None where it is not installed; ``DRAFTER_SOFFICE`` says where it is."""
    named = os.environ.get("DRAFTER_SOFFICE")
    if named:
        return Path(named) if Path(named).is_file() else None
    for name in _NAMES:
        if place := shutil.which(name):
            return Path(place)
    places = [Path(place) for place in _PLACES]
    for variable in _WINDOWS:
        if folder := os.environ.get(variable):
            places += [Path(folder) / "LibreOffice" / "program" / f"soffice.{suffix}" for suffix in ("com", "exe")]
    return next((place for place in places if place.is_file()), None)


def misplaced() -> str:
    """Return, in brackets, where ``DRAFTER_SOFFICE`` says that LibreOffice is if no file is there; else nothing."""
    named = os.environ.get("DRAFTER_SOFFICE")
    return f"（环境变量 DRAFTER_SOFFICE 指的 {named} 不是文件）" if named and not Path(named).is_file() else ""


def version(program: Path, seconds: float = 30) -> str:
    """Return the version of LibreOffice, empty where it does not say."""
    try:
        number = re.search(r"\d+\.\d+(\.\d+)*", told([program, "--version"], seconds))
    except (OSError, TimeLimitError):
        return ""
    return number[0] if number else ""


def to_pdf(source: Path, target: Path, seconds: float = SECONDS) -> None:
    """Turn a Word file into a PDF, the end of the text broken as Word breaks it.

    LibreOffice runs in a profile of its own: it disturbs no window that is open, and none disturbs it.

    Raises:
        DrafterError: LibreOffice is not there, took too long, failed, or the PDF cannot be written.
    """
    program = office()
    if program is None:
        raise DrafterError(
            f"没有找到 LibreOffice{misplaced()}，不能生成 PDF、图片，也不能实测版面。"
            "请安装 LibreOffice（免费，www.libreoffice.org），或者在 Word、WPS 里打开 .docx 另存为 PDF。"
        )
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as scratch:
        made = _laid_out(_Run(program, source, Path(scratch), seconds))
        try:
            shutil.copyfile(made, target)
        except OSError as error:
            raise DrafterError(
                f"{target}：写不进去（{reason(error)}）。文件如果正打开着，请先关闭它；不然请换一个文件夹。"
            ) from None


@dataclass(frozen=True, slots=True)
class _Run:
    """One file through LibreOffice: its program, the file, a folder for what is in between, the time it may take."""

    program: Path
    source: Path
    folder: Path
    seconds: float


def _laid_out(run_: _Run) -> Path:
    """Return a PDF in which the last line of the text stands on the page of the signature, as in Word."""
    ending = Ending(run_.source)
    if not ending.kept or found() is None:
        return _converted(run_, run_.source.read_bytes())
    made = _converted(run_, ending.loose())
    line = ending.last_line(measure(made))
    if line == "":
        return made
    carried = ending.carried(line) if line else None
    return _converted(run_, carried or run_.source.read_bytes())


def _converted(run_: _Run, content: bytes) -> Path:
    """Return the PDF that LibreOffice makes of a Word file, whose name gives it no trouble."""
    copy = run_.folder / "report.docx"
    copy.write_bytes(content)
    profile = run_.folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_CAUTIOUS, encoding="utf-8")
    options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    output = ("--convert-to", "pdf", "--outdir", run_.folder, copy)
    made = run_.folder / "report.pdf"
    made.unlink(missing_ok=True)
    try:
        status = run(
            [run_.program, f"-env:UserInstallation={profile.as_uri()}", *options, *output], run_.seconds, run_.folder
        )
    except TimeLimitError:
        raise DrafterError(
            f"LibreOffice 过了{run_.seconds:g}秒还没有排完 {run_.source.stem}，已经把它结束。请再试一次；"
            "还是这样，请在 Word、WPS 里打开 .docx 文件，另存为 PDF。"
        ) from None
    except OSError as error:
        raise DrafterError(
            f"LibreOffice 启动不了（{run_.program}：{reason(error)}）。请重新安装 LibreOffice。"
        ) from None
    if not made.is_file() or not made.read_bytes().startswith(b"%PDF"):
        how = "意外退出" if status else "没有生成 PDF"
        raise DrafterError(
            f"LibreOffice 排 {run_.source.stem} 时{how}。请再试一次；"
            "还是这样，请在 Word、WPS 里打开 .docx 文件，另存为 PDF。"
        )
    return made


def platform() -> str:
    """Return the system in one word: windows, mac or linux."""
    return {"win32": "windows", "darwin": "mac"}.get(sys.platform, "linux")
