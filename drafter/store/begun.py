"""A data file that has only been begun: 年度 or 单位.类型 is still open, so that there is no report yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.outline import RETIRED
from drafter.store.check import Checked, check
from drafter.store.edit import assigned, editor_of
from drafter.store.tree import Unreadable, parse

if TYPE_CHECKING:
    from drafter.report import Path
    from drafter.store.nodes import Node

REQUIRED: dict[Path, str] = {("年度",): "2000", ("单位", "类型"): "街道"}
"""The entries that a report cannot do without, with what stands in for them while the rest of a file is checked."""


def still_open(root: Node) -> list[Path]:
    """Return which of the required entries are absent or empty."""
    entries = {path: root.find(path) for path in REQUIRED}
    return [path for path, entry in entries.items() if entry is None or entry.value.kind == "empty"]


def check_begun(text: str, file: str) -> Checked:
    """Read the text of a data file in which the required entries may be open; its report is then of no use.

    Raises:
        InputError: anything else is wrong with it.
    """
    try:
        tree = parse(text, RETIRED)
    except Unreadable:
        return check(text, file)
    missing = still_open(tree.root) if tree.root.kind == "map" else []
    if not missing:
        return check(text, file)
    editor = editor_of(text, tree.root)
    try:
        for path in missing:
            editor = assigned(editor, path, REQUIRED[path])
    except KeyError:
        return check(text, file)
    return Checked(tree, check(editor.text, file).report)
