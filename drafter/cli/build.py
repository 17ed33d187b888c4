"""``drafter build``: data files to reports."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from drafter.checks import check
from drafter.cli.files import data_files, output_folder
from drafter.cli.progress import progress
from drafter.errors import DrafterError
from drafter.store import load
from drafter.store.saving import make_folder
from drafter.wording import compose
from drafter.writers import WRITERS, write
from drafter.writers.profiles import profile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drafter.blocks import Document
    from drafter.checks import Finding
    from drafter.report import Report
    from drafter.writers.profile import Profile

_PDF, _PREVIEW = "pdf", "png"
_FORMATS = (*WRITERS, _PDF)


def build(
    names: list[str], formats: list[str], output: str | None, *, force: bool = False, preview: bool = False
) -> int:
    """Write the reports of some data files; return 0 if all were written, 2 otherwise.

    A Word file that has been changed by hand is overwritten only with ``force``; ``preview`` adds pictures of the
    pages.
    """
    wanted = _formats(formats) + ([_PREVIEW] if preview else [])
    files = data_files(names)
    folder = output_folder(output) if output else None
    _refuse_collisions(files, output)
    status = 0
    for file in progress(files):
        try:
            if not _build_one(file, wanted, folder or file.parent, force=force):
                status = 2
        except DrafterError as error:
            print(error, file=sys.stderr)
            status = 2
    return status


def profile_of(report: Report, file: Path) -> Profile:
    """Return the profile of the page that a data file asks for (版式: 版面, 接排方式)."""
    try:
        return profile(report.layout.profile, file.parent, 接排_方式=report.layout.run_in or "")
    except DrafterError as error:
        raise DrafterError(f"{file}，“版式.版面”：{error}") from None


def _formats(names: Sequence[str]) -> list[str]:
    wanted = [name.strip().lower() for name in names if name.strip()]
    for name in wanted:
        if name not in _FORMATS:
            raise DrafterError(f"不会生成“{name}”格式。可选：{'、'.join(_FORMATS)}。")
    return list(dict.fromkeys(wanted)) or ["docx"]


def _refuse_collisions(files: list[Path], output: str | None) -> None:
    """Refuse to write two reports to one file."""
    if output is None:
        return
    for stem, count in Counter(file.stem for file in files).items():
        if count > 1:
            raise DrafterError(f"有 {count} 个数据文件都叫“{stem}”，生成到同一个文件夹会互相覆盖。请先改名。")


def _build_one(file: Path, formats: list[str], folder: Path, *, force: bool) -> bool:
    """Write the report of one data file; return whether every format was written."""
    data = load(file)
    document = compose(data.report)
    page = profile_of(data.report, file)
    make_folder(folder)
    for notice in data.notices:
        print(notice, file=sys.stderr)
    written = 0
    for name in formats:
        try:
            told = _write(document, folder, file.stem, name, page, force=force)
        except DrafterError as error:
            print(error, file=sys.stderr)
            continue
        written += 1
        print(f"已生成：{told}")
    summary = _summary(check(data.report, document))
    if summary:
        print(f"{file.name}：{summary}。详情请运行：drafter check {file}")
    return written == len(formats)


def _write(  # noqa: PLR0913 - what, where and how
    document: Document, folder: Path, stem: str, name: str, page: Profile, *, force: bool
) -> str:
    """Write a document in one format; return what to tell."""
    target = folder / f"{stem}.{name}"
    if name in WRITERS:
        write(document, target, page, force=force)
        return str(target)
    from drafter.cli.render import write_pdf, write_pictures  # noqa: PLC0415 - only where LibreOffice is asked for

    if name == _PDF:
        write_pdf(document, target, page)
        return str(target)
    made = write_pictures(document, folder, stem, page)
    return str(made[0]) + (f" 至 {made[-1].name}" if len(made) > 1 else "")


def _summary(findings: list[Finding]) -> str:
    gaps = sum(finding.code == "缺项-01" for finding in findings)
    levels = Counter(finding.level for finding in findings if finding.code != "缺项-01")
    counts = [f"{gaps}处待填"] if gaps else []
    counts += [f"{levels[level]}个{level}" for level in ("错误", "警告") if levels[level]]
    return f"还有{'、'.join(counts)}" if counts else ""
