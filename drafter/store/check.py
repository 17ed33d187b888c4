"""From the text of a data file to its report, or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from drafter.errors import Fault, InputError
from drafter.outline import RETIRED
from drafter.report import Places, Report, spelled
from drafter.report.messages import explain, nearest
from drafter.store.characters import sifted
from drafter.store.keys import homes, known_at
from drafter.store.secrecy import secret_line
from drafter.store.slips import scan
from drafter.store.syntax import Slip
from drafter.store.tree import Tree, Unreadable, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.report import Path
    from drafter.store.nodes import Node

MOST = 100
"""Faults that are told at once."""

_EMPTY = Slip(0, "", "文件里只有注释，没有内容", "请从备份恢复，或删去后运行 drafter new 重新建立")


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that is a data file: its tree and its report."""

    tree: Tree
    report: Report


def check(text: str, file: str) -> Checked:
    """Read the text of a data file.

    Raises:
        InputError: all faults at once, in the order of lines; one fault, and nothing of the content, where the text
            carries a 密级 mark.
    """
    line = secret_line(text)
    if line:
        what, remedy = "文件带有密级标志", "涉密文稿不得用本程序处理；请按保密规定在涉密计算机上办理"
        raise InputError([Fault(file, line, "", what, remedy)])
    clean, slips = sifted(text)
    checked, found = _read(clean, file)
    mended, findings = scan(clean)
    if checked is None and findings:
        found = _read(mended, file)[1]
        nothing_left = found == [_EMPTY]
        slips += [_not_a_mapping(findings[0].slip.line)] if nothing_left else [finding.slip for finding in findings]
        slips += [] if nothing_left else found
    else:
        slips += found + [finding.slip for finding in findings if finding.silent]
    if checked is None or slips:
        raise refusal(file, slips)
    return checked


def refusal(file: str, slips: Iterable[Slip]) -> InputError:
    """Return the error that tells of some slips."""
    faults = sorted({Fault(file, slip.line, *map(_cut, (slip.key, slip.what, slip.remedy))) for slip in slips})
    rest = len(faults) - MOST
    if rest > 0:
        faults[MOST:] = [Fault(file, faults[MOST].line, "", f"从这里起还有{rest}处", "请先改好前面的，再运行一次")]
    return InputError(faults)


def _cut(text: str) -> str:
    """Return a text as a message can show it: what the clerk wrote may be a whole paragraph."""
    return text if len(text) <= 200 else f"{text[:130]}……{text[-50:]}"


def _read(text: str, file: str) -> tuple[Checked | None, list[Slip]]:
    try:
        tree = parse(text, RETIRED)
    except Unreadable as error:
        return None, [error.slip]
    report, slips = _report(tree.root, file)
    slips = [*tree.slips, *slips]
    return (Checked(tree, report) if report is not None and not slips else None), slips


def _report(root: Node, file: str) -> tuple[Report | None, list[Slip]]:
    if root.kind != "map":
        return None, [_EMPTY if root.kind == "empty" else _not_a_mapping(root.line)]
    places = Places(file, dict(root.lines()))
    try:
        return Report.model_validate(root.plain(), by_alias=True, by_name=False).at(places), []
    except ValidationError as error:
        return None, list(_slips(error, places))


def _not_a_mapping(line: int) -> Slip:
    return Slip(line, "", "开头不是“项目: 值”", "数据文件从“年度: 2024”“单位:”这样的行开始，请对照示例文件")


def _slips(error: ValidationError, places: Places) -> Iterator[Slip]:
    details: list[Any] = error.errors(include_url=False)
    misspelt = {
        (detail["loc"][:-1], nearest(str(detail["loc"][-1]), known_at(detail["loc"][:-1])))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        path = detail["loc"]
        missing = detail["type"] == "missing"
        if missing and any(path[:-1] == above and f"“{path[-1]}”" in hint for above, hint in misspelt):
            continue
        for below, what, remedy in _explained(detail):
            line = 0 if missing and len(below) == 1 and below not in places.lines else places.line(below)
            yield Slip(line, spelled(below), what, remedy)


def _explained(detail: Any) -> Iterator[tuple[Path, str, str]]:
    """Yield where, what is wrong and what to write instead for each fault in one error of the model."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "faults":
        for context in detail["ctx"]["all"]:
            yield (*path, *context["at"]), context["what"], context["remedy"]
        return
    if detail["loc"][-1:] == ("[key]",):
        detail = detail | {"type": "extra_forbidden"}
    above = path[:-1] if detail["type"] in {"extra_forbidden", "missing"} else path
    what, remedy = explain(detail | {"loc": path}, known_at(above), homes(str(path[-1])) if path else [])
    yield (*path, *detail.get("ctx", {}).get("at", ())), what, remedy
