"""``drafter publish``: what goes on the website, and what must not."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from drafter.cli.build import profile_of
from drafter.cli.columns import cells, padded
from drafter.cli.files import data_files, output_folder
from drafter.cli.progress import progress
from drafter.cli.today import day_of
from drafter.errors import DrafterError
from drafter.publication import (
    deadlines,
    draft_of,
    examined,
    papers,
    published,
    waivable,
    waiver_lines,
    write_all,
)
from drafter.publication.rules import RULES, SECRECY
from drafter.report.workdays import calendar
from drafter.store import load
from drafter.store.reading import read
from drafter.store.secrecy import secret_line

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from drafter.checks import Finding
    from drafter.publication import Deadline, Draft, Verdict

Outcome: TypeAlias = Literal["可以公开", "不予公开", "不能处理"]
_FOLDER = "公开"


@dataclass(slots=True)
class _Result:
    """What became of one data file; ``lines`` are told at once, ``why`` stands in the table."""

    file: Path
    outcome: Outcome
    why: str = ""
    lines: list[str] = field(default_factory=list)


def publish(names: list[str], output: str | None, today: str | None, *, force: bool = False) -> int:
    """Publish some data files; return 0, 1 if any was refused, 2 if any could not be handled and none was refused."""
    day = day_of(today)
    files = data_files(names)
    folder = output_folder(output) if output else None
    taken: dict[Path, Path] = {}
    results = []
    for file in progress(files, "公开"):
        result = _one(file, folder or file.parent / _FOLDER, day, taken, force=force)
        results.append(result)
        for line in result.lines:
            print(line, file=sys.stdout if result.outcome == "可以公开" else sys.stderr)
    if len(files) > 1:
        _print_table(results)
    outcomes = {result.outcome for result in results}
    return 1 if "不予公开" in outcomes else 2 if "不能处理" in outcomes else 0


def _one(file: Path, folder: Path, today: dt.date, taken: dict[Path, Path], *, force: bool) -> _Result:
    """Publish one data file; whatever is wrong with it does not stop the others."""
    try:
        if line := secret_line(read(file).text):
            return _secret(file, line)
        data = load(file)
        draft = draft_of(data.report, today)
        verdict = examined(draft)
        due = deadlines(data.report, calendar(file.parent))
        if verdict.refused:
            return _refused(file, folder, draft, verdict)
        return _written(file, folder, draft, (verdict, due), taken, force=force)
    except DrafterError as error:
        why = str(error).partition("\n")[0]
        return _Result(file, "不能处理", why.removeprefix(f"{file}：").removeprefix(str(file)).strip(), [str(error)])


def _secret(file: Path, line: int) -> _Result:
    """Refuse a file with a 密级 mark; nothing of it is repeated or kept."""
    rule = RULES[SECRECY]
    told = f"错误 [{SECRECY}] 第{line}行：这里带有密级标志。请停止在本机处理，按保密规定办理（{rule.source}）"
    lines = [f"{file}：不予公开", f"  {told}", "    这一条不能豁免。程序没有保存任何内容。"]
    return _Result(file, "不予公开", f"[{SECRECY}] 第{line}行带有密级标志", lines)


def _refused(file: Path, folder: Path, draft: Draft, verdict: Verdict) -> _Result:
    """Say what is refused, where, by what rule, and how it could be waived."""
    lines = [f"{file}：不予公开，{len(verdict.refused)}处"]
    for finding in verdict.refused:
        lines.append(f"  {finding}")
        if waivable(finding):
            lines += ["    看过、决定保留的，在数据文件里加上（已有“公开”“豁免”的，接着写）："]
            lines += [f"      {line}" for line in waiver_lines(finding)]
        else:
            remedy = "" if verdict.secret else f"请补上或者改好，例如运行：drafter fill {file}"
            lines.append(f"    这一条不能豁免。{remedy}")
    lines += _shown(verdict)
    old = folder / f"{draft.name}.docx"
    if not verdict.secret and old.exists():
        lines.append(f"  注意：{folder} 里还有以前生成的 {old.name}，现在的数据文件通不过检查，请不要发布它。")
    return _Result(file, "不予公开", _why(verdict.refused), lines)


def _shown(verdict: Verdict) -> list[str]:
    told = [finding for finding in verdict.shown if finding.level != "提示" or finding.code.startswith("公开")]
    lines = [f"  {finding}" for finding in told]
    if more := len(verdict.shown) - len(told):
        lines.append(f"  另有{more}条提示，不影响公开，用 drafter check 查看。")
    lines += [f"  已豁免 [{finding.code}] {finding.key}：{waiver.reason}" for finding, waiver in verdict.waived]
    lines += [f"  豁免 {waiver.rule} {waiver.place} 没有对应的意见，或者没有写理由。" for waiver in verdict.idle]
    return lines


def _why(refused: tuple[Finding, ...]) -> str:
    first = refused[0]
    place = first.key or (f"第{first.paragraph}段" if first.paragraph else "全文")
    more = f"等{len(refused)}处" if len(refused) > 1 else ""
    return f"[{first.code}] {place}{more}"


def _written(  # noqa: PLR0913 - what, where and how
    file: Path,
    folder: Path,
    draft: Draft,
    passed: tuple[Verdict, tuple[Deadline, ...]],
    taken: dict[Path, Path],
    *,
    force: bool,
) -> _Result:
    target = folder / draft.name
    if target in taken:
        raise DrafterError(f"{file}：公开稿的文件名与 {taken[target].name} 的相同（{draft.name}）。请核对单位和年度。")
    verdict, due = passed
    page = profile_of(draft.report, file)
    files = published(draft, page) | papers(draft, verdict, due, page)
    made = write_all(files, folder, force=force)
    taken[target] = file
    lines = [f"{file}：可以公开", *(f"  已生成：{path}" for path in made), *_shown(verdict)]
    lines += [f"  {line}" for deadline in due for line in _due(deadline, draft.today)]
    return _Result(file, "可以公开", "；".join(_overdue(due, draft.today)), lines)


def _due(deadline: Deadline, today: dt.date) -> list[str]:
    left = (deadline.day - today).days
    state = f"还有{left}天" if left > 0 else "就是今天" if left == 0 else f"已过{-left}天"
    return [f"{deadline}，{state}"]


def _overdue(due: tuple[Deadline, ...], today: dt.date) -> list[str]:
    return [f"{deadline.name}已过{(today - deadline.day).days}天" for deadline in due if deadline.day < today]


def _print_table(results: list[_Result]) -> None:
    """Print what became of every file, in columns."""
    rows = [("文件", "结果", "原因"), *((result.file.name, result.outcome, result.why) for result in results)]
    first, second = (max(cells(row[column]) for row in rows) + 2 for column in (0, 1))
    print()
    for name, outcome, why in rows:
        print(f"{padded(name, first)}{padded(outcome, second)}{why}".rstrip())
    counts = Counter(result.outcome for result in results)
    print(f"共{len(results)}份：" + "、".join(f"{name}{counts[name]}份" for name in get_args(Outcome) if counts[name]))
