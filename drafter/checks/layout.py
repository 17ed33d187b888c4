"""版式: what the rules of the layout share. Each measures one clause of GB/T 9704—2012 in a Word file or its pages.

A clause with “一般”, “推荐” or “可以” is a 警告 or a 提示; 错误 is what the standard says without such a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.checks.rules import RULES, Hit, Rule, add
from drafter.readers.lengths import pitch
from drafter.readers.view import MM, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from drafter.checks.rules import Authority, Level, Scope
    from drafter.readers.anatomy import Anatomy
    from drafter.readers.view import Run

Measure: TypeAlias = "Callable[[Any], Iterator[Measured]]"

PRACTICE = "实务"
FAMILIES = {
    "仿宋": ("仿宋", "fangsong"),
    "楷体": ("楷体", "kaiti", "simkai"),
    "黑体": ("黑体", "simhei", "heiti"),
    "小标宋": ("小标宋", "xiaobiaosong"),
    "宋体": ("宋体", "simsun", "书宋"),
}
_SIZES = {
    42.0: "初号", 36.0: "小初", 26.0: "一号", 24.0: "小一", 22.0: "二号", 18.0: "小二", 16.0: "三号", 15.0: "小三",
    14.0: "四号", 12.0: "小四", 10.5: "五号", 9.0: "小五",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What a clause of the layout was found to be, and what it should be; both with their unit.

    ``right`` is None where it cannot be told, or follows from a fault that another rule reports. ``words`` are those
    at the beginning of the paragraph.
    """

    what: str
    value: str
    required: str
    right: bool | None
    paragraph: int = 0
    words: str = ""
    level: Level | None = None


_measures: dict[str, Measure] = {}


def measured(scope: Scope, subject: object) -> dict[str, list[Measured]]:
    """Return everything that the rules of the layout measure in a subject, by the code of the rule."""
    return {code: list(measure(subject)) for code, measure in _measures.items() if RULES[code].scope == scope}


def clause(  # noqa: PLR0913 - a rule's page has as many lines
    code: str,
    level: Level,
    at: str,
    *,
    name: str,
    finds: str,
    why: str,
    wrong: str,
    right: str,
    on: Scope = "word",
) -> Callable[[Measure], Measure]:
    """Register a function that measures clause ``at`` of GB/T 9704—2012, or something of practice, as a rule."""
    source = at if at == PRACTICE else f"GB/T 9704—2012，{at}"
    authority: Authority = "实务" if at == PRACTICE else "国标"

    def register(measure: Measure) -> Measure:
        def hits(subject: Any) -> Iterator[Hit]:
            yield from _hits(measure(subject))

        add(Rule(code, level, finds, why, wrong, right, source, authority, on, hits, name))
        _measures[code] = measure
        return measure

    return register


def _hits(found: Iterable[Measured]) -> Iterator[Hit]:
    """Turn what is wrong into one hit per fault, however many paragraphs have it."""
    groups: dict[tuple[str, str, str, str | None], list[Measured]] = {}
    for one in found:
        if one.right is False:
            groups.setdefault((one.what, one.value, one.required, one.level), []).append(one)
    for (what, value, required, _), same in groups.items():
        more = f"（共{len(same)}处）" if len(same) > 1 else ""
        yield Hit(f"{what}：{value}，应为{required}{more}", (), same[0].level, same[0].paragraph, same[0].words)


def at(paragraph: Paragraph, what: str, value: str, required: str, *, right: bool | None) -> Measured:
    """Return what was measured at a paragraph."""
    return Measured(what, value, required, right, paragraph.number, paragraph.near)


def mm(points: float) -> str:
    """Return a length in millimetres, with its unit."""
    return f"{points / MM:.1f}".removesuffix(".0") + "毫米"


def cells_shown(number: float) -> str:
    """Return a number of characters, with its unit."""
    return f"{abs(number) if abs(number) < 0.05 else number:.1f}".removesuffix(".0") + "字"


def lines_shown(number: float) -> str:
    """Return a number of lines, with its unit."""
    return f"{abs(number) if abs(number) < 0.05 else number:.1f}".removesuffix(".0") + "行"


def size_shown(size: float) -> str:
    """Return a size of type by its Chinese name and in points."""
    known = _SIZES.get(size)
    return f"{known}（{size:g}磅）" if known else f"{size:g}磅"


def bare(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def is_face(name: str, family: str) -> bool:
    """Tell whether a typeface belongs to a family, by its name."""
    return any(part in name.lower() for part in FAMILIES[family])


def is_han(character: str) -> bool:
    """Tell whether a character is a Han character."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character >= "\U00020000"


def faces(runs: Sequence[Run]) -> dict[str, int]:
    """Return the Chinese typefaces of some runs with how many Han characters each has."""
    counts: dict[str, int] = {}
    for run in runs:
        if count := sum(map(is_han, run.text)):
            counts[run.east.name] = counts.get(run.east.name, 0) + count
    return counts


def wrong_face(runs: Sequence[Run], family: str) -> str | None:
    """Return the typeface that is not of the family, in words; None where all are."""
    wrong = {name: count for name, count in faces(runs).items() if not is_face(name, family)}
    if not wrong:
        return None
    return max(wrong, key=lambda name: wrong[name]) or "没有指定（Word 用宋体）"


def wrong_size(runs: Sequence[Run], size: float) -> float | None:
    """Return the size that is not the one wanted; None where all are."""
    sizes = {run.size for run in runs if run.text.strip() and abs(run.size - size) > 0.1}
    return max(sizes) if sizes else None


def cell(anatomy: Anatomy, paragraph: Paragraph) -> float:
    """Return the distance of two characters of a paragraph, in points."""
    longest = max(paragraph.runs, key=lambda run: len(run.text.strip()), default=None)
    return pitch(longest, paragraph.mark_size, anatomy.section(paragraph).grid)


def line_cells(anatomy: Anatomy, paragraph: Paragraph) -> float:
    """Return how many characters of a paragraph's own type fit on a line."""
    return anatomy.section(paragraph).text_width / cell(anatomy, paragraph)


def begins(paragraph: Paragraph) -> float:
    """Return how far in the first line of a paragraph begins, in characters, typed blanks included."""
    lead = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip("\u3000 "))]
    return paragraph.left_cells + paragraph.first_cells + sum(1 if blank == "\u3000" else 0.5 for blank in lead)
