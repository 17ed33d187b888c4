"""``drafter build``: data files to reports."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.checks import check
from drafter.cli.files import data_files
from drafter.cli.progress import progress
from drafter.errors import DrafterError
from drafter.store import load
from drafter.wording import compose
from drafter.writers import WRITERS, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.checks import Finding


def build(names: list[str], formats: list[str], output: str | None) -> int:
    """Write the reports of some data files; return 0 if all were written, 2 otherwise."""
    wanted = _formats(formats)
    files = data_files(names)
    _refuse_collisions(files, output)
    status = 0
    for file in progress(files):
        try:
            _build_one(file, wanted, Path(output) if output else file.parent)
        except DrafterError as error:
            print(error, file=sys.stderr)
            status = 2
    return status


def _formats(names: Sequence[str]) -> list[str]:
    wanted = [name.strip().lower() for name in names if name.strip()]
    for name in wanted:
        if name not in WRITERS:
            raise DrafterError(f"不会生成“{name}”格式。可选：{'、'.join(WRITERS)}。")
    return list(dict.fromkeys(wanted)) or ["docx"]


def _refuse_collisions(files: list[Path], output: str | None) -> None:
    """Refuse to write two reports to one file."""
    if output is None:
        return
    for stem, count in Counter(file.stem for file in files).items():
        if count > 1:
            raise DrafterError(f"有 {count} 个数据文件都叫“{stem}”，生成到同一个文件夹会互相覆盖。请先改名。")


def _build_one(file: Path, formats: list[str], folder: Path) -> None:
    data = load(file)
    document = compose(data.report)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DrafterError(f"不能新建文件夹 {folder}（{error.strerror}）。请换一个地方。") from None
    for notice in data.notices:
        print(notice, file=sys.stderr)
    for name in formats:
        target = folder / f"{file.stem}.{name}"
        write(document, target)
        print(f"已生成：{target}")
    summary = _summary(check(data.report, document))
    if summary:
        print(f"{file.name}：{summary}。详情请运行：drafter check {file}")


def _summary(findings: list[Finding]) -> str:
    gaps = sum(finding.code == "缺项-01" for finding in findings)
    levels = Counter(finding.level for finding in findings if finding.code != "缺项-01")
    counts = [f"{gaps}处待填"] if gaps else []
    counts += [f"{levels[level]}个{level}" for level in ("错误", "警告") if levels[level]]
    return f"还有{'、'.join(counts)}" if counts else ""
