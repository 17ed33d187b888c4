"""搁置: answers that a changed answer makes moot. They stay in the file, marked, and come back when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.questionnaire.answers import MISSING, given

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.outline import Matter
    from drafter.questionnaire.question import Plain
    from drafter.report import Path

SHELF = "搁置"
_DETAILS = "做法补充"


def holds_answers(answers: Plain, matter: Matter) -> bool:
    """Whether anything was given for a 事项."""
    value = given(answers, ("数据", matter.name))
    return isinstance(value, dict) and any(below not in (None, [], "") for below in value.values())


def on_shelf(answers: Plain, matter: Matter) -> Plain:
    """Return what was put aside of a 事项, or None."""
    return given(answers, (SHELF, matter.name))


def put_aside(matters: Iterable[Matter], answers: Plain, instead: Plain) -> dict[Path, Plain]:
    """Return the entries that put 事项 aside; ``instead`` stands in their places (``MISSING``: nothing)."""
    return chosen((), matters, answers, instead)


def chosen(wanted: Iterable[Matter], others: Iterable[Matter], answers: Plain, instead: Plain) -> dict[Path, Plain]:
    """Return the entries that open the wanted 事项, with what was put aside of them, and put the others aside."""
    result: dict[Path, Plain] = {}
    moved: dict[str, Plain] = {}
    for matter in wanted:
        value = given(answers, ("数据", matter.name))
        kept = value if isinstance(value, dict) and value else None
        if kept is None and on_shelf(answers, matter) is not None:
            kept, moved[matter.name] = on_shelf(answers, matter), MISSING
        result["数据", matter.name] = kept
    for matter in others:
        if holds_answers(answers, matter):
            moved[matter.name] = answers["数据"][matter.name]
        result["数据", matter.name] = instead
    return result | _changed(answers, moved) if moved else result


def details_aside(answers: Plain) -> dict[str, Plain]:
    """Return the details of measures that are not chosen any more."""
    return dict(given(answers, (SHELF, _DETAILS)) or {})


def with_details(answers: Plain, details: dict[str, Plain]) -> dict[Path, Plain]:
    """Return the entries that put these details aside, and no others."""
    if details == details_aside(answers):
        return {}
    return _changed(answers, {_DETAILS: details or MISSING})


def _changed(answers: Plain, entries: dict[str, Plain]) -> dict[Path, Plain]:
    """Return the shelf with entries changed, as one entry of the file; an empty shelf is taken away."""
    shelf = {**(given(answers, (SHELF,)) or {}), **entries}
    shelf = {name: value for name, value in shelf.items() if value is not MISSING}
    return {(SHELF,): shelf or MISSING}
