"""From a tree to a report: the model's errors with the place in the file and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from drafter.report import Places, Report, spelled
from drafter.report.messages import explain
from drafter.store.keys import known_at
from drafter.store.syntax import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.report import Path
    from drafter.store.tree import Node


def report_of(root: Node, file: str) -> tuple[Report | None, list[Slip]]:
    """Return the report that a tree holds; None, and the faults, where it holds none."""
    if root.kind != "map":
        return None, [_not_a_mapping(root)]
    places = Places(file, dict(root.lines()))
    try:
        return Report.model_validate(root.plain()).at(places), []
    except ValidationError as error:
        return None, _slips(error, places)


def _not_a_mapping(root: Node) -> Slip:
    if root.kind == "empty":
        return Slip(0, "", "文件里只有注释，没有内容", "请从备份恢复，或删去后运行 drafter new 重新建立")
    return Slip(root.line, "", "开头不是“项目: 值”", "数据文件从“年度: 2024”“单位:”这样的行开始，请对照示例文件")


def _slips(error: ValidationError, places: Places) -> list[Slip]:
    slips: dict[Slip, None] = {}
    for detail in error.errors(include_url=False):
        for path, what, remedy in _explained(dict(detail)):
            line = 0 if _absent(path, places, detail) else places.line(path)
            slips[Slip(line, spelled(path), what, remedy)] = None
    return list(slips)


def _explained(detail: dict[str, Any]) -> Iterator[tuple[Path, str, str]]:
    """Yield where, what is wrong and what to write instead for each fault in one error."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if detail["type"] == "faults":
        for context in detail["ctx"]["all"]:
            yield (*path, *context["at"]), context["what"], context["remedy"]
        return
    above = path[:-1] if detail["type"] in {"extra_forbidden", "missing"} else path
    what, remedy = explain(detail | {"loc": path}, known_at(above))
    yield (*path, *detail.get("ctx", {}).get("at", ())), what, remedy


def _absent(path: Path, places: Places, detail: Any) -> bool:  # noqa: ANN401 - pydantic's details
    """Whether a fault is that a key of the file as a whole is missing."""
    return detail["type"] == "missing" and len(path) == 1 and path not in places.lines
