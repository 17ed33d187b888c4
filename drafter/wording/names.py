"""What the expressions of a wording file may use: facts, words of the organ, and a few functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.errors import DrafterError
from drafter.outline import MEASURES
from drafter.outline.organs import words as organ_words
from drafter.report.messages import nearest
from drafter.wording.tokens import Breakdown, Detail, Spoken, Taken, Time, Value, high

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.report import Report
    from drafter.report.ledger import Ledger


def words(report: Report) -> dict[str, str]:
    """Return the words of the report's organ; what the clerk wrote under 单位 wins."""
    unit = report.organization
    result = dict(organ_words(unit.organ, unit.full_name)) | unit.words
    if unit.self_name:
        result["自称"] = unit.self_name
    if unit.superior:
        result["上级"] = unit.superior
    return result


def names(report: Report, ledger: Ledger) -> Mapping[str, Any]:
    """Return everything that a wording file may name."""
    functions = _Functions(ledger)
    return {
        **{name: Value(entry) for name, entry in ledger.entries.items()},
        **words(report),
        "年": str(report.year),
        "下一年": str(report.year + 1),
        "时": Time(),
        "开展": functions.taken,
        "细节": functions.detail,
        "零": functions.none,
        "均": functions.all_of,
        "全数": functions.whole,
        "是零": functions.zero,
        "达": functions.reaches,
        "其中": functions.of_which,
        "构成": functions.breakdown,
        "多": functions.several,
    }


class _Functions:
    """The functions of wording files."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def taken(self, measure: str) -> Taken:
        """``开展("…")``: the clause stands if the measure was chosen and no fact says the same."""
        _known(measure)
        return Taken(measure, measure in self._ledger.measures and not self._ledger.spoken_for(measure))

    def detail(self, measure: str, otherwise: str = "") -> Detail:
        """``细节("…", "…")``: the detail of a measure, or other words where none was given."""
        _known(measure)
        return Detail(measure, self._ledger.measures.get(measure), otherwise)

    @staticmethod
    def none(value: Value, text: str) -> Spoken:
        """``零(被复议件数, "行政复议")``: states a zero by naming what did not happen."""
        return Spoken(value.entry, text, value.entry.zero)

    def all_of(self, part: Value, *wholes: Value | str) -> Spoken:
        """``均(信访按期办结件数, 信访件次)``: states in a word that a part is the whole (or a sum), beside the whole.

        The word is 均, or 已 where there is only one thing; texts behind the names are printed instead of them.
        """
        values = [whole for whole in wholes if isinstance(whole, Value)]
        texts = [whole for whole in wholes if isinstance(whole, str)] or ["均", "已"]
        text = texts[-1 if _single(part) else 0]
        return Spoken(part.entry, text, self.whole(part, *values), frozenset(value.entry.name for value in values))

    @staticmethod
    def whole(part: Value, *wholes: Value) -> bool:
        """``全数(…)``: whether a number equals another, or a sum, and is not none.

        What was not reported does not count; anything approximate or still to come leaves the question open.
        """
        given = [whole for whole in wholes if whole.entry.value is not None]
        numbers = [value.number for value in (part, *given)]
        ours, *theirs = [number.value if number else None for number in numbers]
        if ours is None or not theirs or None in theirs:
            return False
        return ours > 0 and ours == sum(value for value in theirs if value is not None)

    @staticmethod
    def zero(*values: Value) -> bool:
        """``是零(…)``: whether facts are all known to be none."""
        return all(value.entry.zero for value in values)

    @staticmethod
    def of_which(whole: Value) -> str:
        """``其中(许可决定件数)``: 其中 before the parts of a number; nothing before the part of a single thing."""
        return "" if _single(whole) else "其中"

    @staticmethod
    def breakdown(whole: Value, *parts: str | Value) -> Breakdown:
        """``构成(负责人出庭件数, "正职", 正职出庭件数, …)``: 其中正职3件、副职2件, 全部为正职, or 正职.

        The last is said of a single thing.
        """
        labels = [part for part in parts if isinstance(part, str)]
        entries = [part.entry for part in parts if isinstance(part, Value)]
        return Breakdown(whole.entry, tuple(zip(labels, entries, strict=True)))

    @staticmethod
    def several(value: Value, text: str, single: str = "") -> str:
        """``多(调解受理件数, "各类")``: words that are said of several things; of a single one ``single``."""
        return single if _single(value) else text

    @staticmethod
    def reaches(rate: Value) -> str:
        """``达(调解成功率)``: 达 for a high rate, nothing for the others."""
        return "达" if high(rate.entry.value) else ""


def _single(value: Value) -> bool:
    """Whether a fact counts exactly one thing."""
    return value.number is not None and value.number.value == 1


def _known(measure: str) -> None:
    if measure not in MEASURES:
        raise DrafterError(f"没有“{measure}”这项做法。{nearest(measure, MEASURES)}")
