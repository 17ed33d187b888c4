"""A profile: the measures of the page, the faces, and what follows from them. Lengths in Word are twips (1/20 pt)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Value: TypeAlias = "str | float | bool"

_MM = 1440 / 25.4
_PAGE = 11906, 16838
"""A4 (GB/T 9704—2012, 5.1)."""

_FOOTER_LINE = 360


@dataclass(frozen=True)
class Profile:
    """The values of all settings (``drafter.writers.settings``) by their keys, under a name."""

    name: str
    about: str
    values: Mapping[str, Value]

    def number(self, key: str) -> float:
        """Return a number."""
        value = self.values[key]
        assert isinstance(value, float), key  # noqa: S101 - settings have checked it
        return value

    def word(self, key: str) -> str:
        """Return a face or a choice."""
        return str(self.values[key])

    def flag(self, key: str) -> bool:
        """Return 是 or 否."""
        return self.values[key] is True

    @property
    def top(self) -> int:
        """天头. It and 订口 are rounded up, so that text never stands nearer to the edge than the rule says."""
        return ceil(self.number("页面.天头") * _MM)

    @property
    def left(self) -> int:
        """订口."""
        return ceil(self.number("页面.订口") * _MM)

    @property
    def width(self) -> int:
        """The text area’s width."""
        return round(self.number("页面.版心宽") * _MM)

    @property
    def height(self) -> int:
        """The text area’s height."""
        return round(self.number("页面.版心高") * _MM)

    @property
    def right(self) -> int:
        """切口: what the text area leaves at the right."""
        return _PAGE[0] - self.left - self.width

    @property
    def bottom(self) -> int:
        """地脚: what the text area leaves below it."""
        return _PAGE[1] - self.top - self.height

    @property
    def footer(self) -> int:
        """The footer’s distance from the lower edge, for the dash of the page number to stand where it should (7.5).

        An exact line has its baseline at 80 % of its height; a dash stands 0.36 of its size above the baseline.
        """
        dash = 0.2 * _FOOTER_LINE + 0.36 * 20 * self.number("页码.字号")
        return round(self.bottom - self.number("页码.距版心") * _MM - dash)

    @property
    def line(self) -> int:
        """One line (5.2.3)."""
        return round(self.number("正文.行距") * 20)

    @property
    def lines(self) -> int:
        """Lines on a page."""
        return self.height // self.line

    @property
    def characters(self) -> int:
        """Characters on a line (5.2.3)."""
        return round(self.number("正文.每行字数"))

    @property
    def _surplus(self) -> float:
        """What a character takes more than its size on a full line, in points."""
        return self.width / 20 / self.characters - self.number("正文.字号")

    @property
    def grid(self) -> int:
        """The grid’s characterSpace, in 1/4096 pt; rounded down, since the last character has to fit."""
        return floor(self._surplus * 4096)

    @property
    def spacing(self) -> int:
        """The spacing of the body’s characters; one less than the grid asks for, for programs that round up."""
        return floor(self._surplus * 20) - 1

    @property
    def cell(self) -> int:
        """One character on a full line."""
        return round(self.width / self.characters)

    @property
    def set(self) -> int:
        """One character on a line that is not justified."""
        return round(self.number("正文.字号") * 20) + self.spacing

    @property
    def title_limit(self) -> int:
        """Characters of the title on a line (7.3.1)."""
        return int(self.width / 20 / self.number("标题.字号"))

    @property
    def style_separator(self) -> bool:
        """Whether run-in headings are paragraphs of their own, on one line with the next by a style separator."""
        return self.word("接排.方式") == "样式分隔符"
