"""What a profile can set: one row a setting, with its unit, its bounds and the clause of GB/T 9704—2012 about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.writers.profile import Value

SIZES = MappingProxyType(
    {
        "初号": 42.0,
        "小初": 36.0,
        "一号": 26.0,
        "小一": 24.0,
        "二号": 22.0,
        "小二": 18.0,
        "三号": 16.0,
        "小三": 15.0,
        "四号": 14.0,
        "小四": 12.0,
        "五号": 10.5,
        "小五": 9.0,
    }
)
"""Chinese type sizes in points."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: ``key`` is 组.项 as in the file; numbers lie between ``low`` and ``high``."""

    key: str
    kind: Literal["length", "points", "count", "size", "face", "choice", "yes_no"]
    clause: str
    low: float = 0
    high: float = 0
    choices: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit as it is printed."""
        return {"length": "毫米", "points": "磅", "count": "字", "size": "磅"}.get(self.kind, "")

    def read(self, raw: Any) -> Value:
        """Return the value of a text or number of the file.

        Raises:
            DrafterError: it is none.
        """
        text = "" if raw is None else str(raw).strip()
        match self.kind:
            case "face":
                if isinstance(raw, str) and re.fullmatch(r"[\w .+-]{1,31}", text):
                    return text
                raise DrafterError(f"“{text}”不是字体名。请写 Word 里字体的名称，如 仿宋_GB2312")
            case "choice":
                if text in self.choices:
                    return text
                raise DrafterError(f"“{text}”不是可选的值。可选：{'、'.join(self.choices)}")
            case "yes_no":
                given = {"True": True, "False": False, "是": True, "否": False}.get(text)
                if given is not None:
                    return given
                raise DrafterError(f"“{text}”既不是“是”也不是“否”。请写 是 或 否")
            case _:
                return self._number(text)

    def _number(self, text: str) -> float:
        try:
            value = SIZES.get(text) or float(text.removesuffix(self.unit).strip())
        except ValueError:
            value = float("nan")
        if not self.low <= value <= self.high or (self.kind == "count" and value != int(value)):
            example = f"{'三号 或 ' if self.kind == 'size' else ''}{self.low:g} 到 {self.high:g} 之间的数"
            raise DrafterError(f"“{text}”不合要求。请写 {example}（{self.unit}）")
        return value

    def shown(self, value: Value) -> str:
        """Return a value as it is printed."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, str):
            return value
        name = next((name for name, points in SIZES.items() if points == value), "") if self.kind == "size" else ""
        return name or f"{value:g}{self.unit}"


def _element(name: str, clause: str) -> Iterator[Setting]:
    """Yield the settings of one element’s type."""
    yield Setting(f"{name}.字体", "face", clause)
    yield Setting(f"{name}.字号", "size", clause, 5, 72)
    yield Setting(f"{name}.加粗", "yes_no", clause)


def _all() -> Iterator[Setting]:
    yield Setting("页面.天头", "length", "5.2.1", 10, 60)
    yield Setting("页面.订口", "length", "5.2.1", 10, 60)
    yield Setting("页面.版心宽", "length", "5.2.1", 100, 190)
    yield Setting("页面.版心高", "length", "5.2.1", 150, 270)
    yield Setting("正文.行距", "points", "5.2.3", 16, 60)
    yield Setting("正文.每行字数", "count", "5.2.3", 20, 40)
    yield Setting("正文.西文", "face", "5.2.2")
    yield Setting("正文.字体", "face", "5.2.2")
    yield Setting("正文.字号", "size", "5.2.2", 9, 26)
    yield Setting("标题.行距", "points", "7.3.1", 16, 80)
    yield from _element("标题", "7.3.1")
    for level in ("一级标题", "二级标题", "三级标题"):
        yield from _element(level, "7.3.3")
    yield from _element("附件序号", "7.3.7")
    for name in ("表题", "表头", "表文"):
        yield from _element(name, "")
    yield from _element("页码", "7.5")
    yield Setting("页码.位置", "choice", "7.5", choices=("外侧", "居中"))
    yield Setting("页码.一字线", "yes_no", "7.5")
    yield Setting("页码.距版心", "length", "7.5", 0, 30)
    yield from _element("紧急程度", "7.2.3")
    yield from _element("发文机关标志", "7.2.4")
    yield from _element("签发人", "7.2.6")
    yield from _element("版记", "7.4.2")
    yield Setting("接排.方式", "choice", "", choices=("字符样式", "样式分隔符"))


SETTINGS: Mapping[str, Setting] = MappingProxyType({setting.key: setting for setting in _all()})
