"""YAML as a tree of nodes that know where they stand in the text; every plain scalar stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from ruamel.yaml.reader import ReaderError

from drafter.report import spelled
from drafter.store.nodes import Entry, Node
from drafter.store.syntax import Slip, syntax_slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.report import Path

DEEPEST = 20
"""Levels of nesting that are read; the deepest of a real file is eight."""

_QUOTE = "请给整段文字加上英文单引号 '…'"


@dataclass(frozen=True, slots=True)
class Tree:
    """A text that was read: its root, faults that did not hinder the reading, former names and today's."""

    root: Node
    slips: tuple[Slip, ...]
    renamed: Mapping[str, str]


class Unreadable(Exception):  # noqa: N818 - carries the slip that ends the reading
    """The rest of the text cannot be read."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip.what)
        self.slip = slip


def parse(text: str, retired: Mapping[str, str] = MappingProxyType({})) -> Tree:
    """Return the tree of a text.

    ``retired`` maps former names of facts to what took their place: their nodes answer to the new name.

    Raises:
        Unreadable: the text is not YAML, or uses what a data file may not use.
    """
    try:
        return _Builder(text, retired).document()
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise Unreadable(Slip(line, "", "这一行有不能用的字符", "请删去，或把这一行重新打一遍")) from None
    except MarkedYAMLError as error:
        raise Unreadable(syntax_slip(error, text)) from None


class _Builder:
    """Builds the tree from the events of the YAML parser."""

    def __init__(self, text: str, retired: Mapping[str, str]) -> None:
        self._text = text
        self._retired = retired
        self._events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
        self._slips: list[Slip] = []
        self._renamed: dict[str, str] = {}

    def document(self) -> Tree:
        next(self._events)
        event = next(self._events)
        if isinstance(event, StreamEndEvent):
            return Tree(Node("empty", 0, 0, 1, 0), (), {})
        node = self._node(next(self._events), ())
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                what, remedy = "“---”把文件分成了两份", "一个文件只写一份报告，请删去“---”，或另存成两个文件"
                raise Unreadable(Slip(event.start_mark.line + 1, "", what, remedy))
            if not isinstance(event, DocumentEndEvent):
                break
        return Tree(node, tuple(self._slips), self._renamed)

    def _node(self, event: Any, path: Path) -> Node:
        mark = event.start_mark
        self._refuse(event, path)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        kind: Literal["map", "list"] = "map" if isinstance(event, MappingStartEvent) else "list"
        node = Node(kind, mark.index, mark.index, mark.line + 1, mark.column, flow=bool(event.flow_style))
        end = self._mapping(node, path) if kind == "map" else self._sequence(node, path)
        node.end = end.end_mark.index if node.flow else max((entry.end for entry in node.entries), default=0)
        return node

    def _refuse(self, event: Any, path: Path) -> None:
        """Refuse what a data file has no use for: anchors, aliases, tags, bottomless nesting."""
        line, key = event.start_mark.line + 1, spelled(path)
        if isinstance(event, AliasEvent):
            raise Unreadable(Slip(line, key, "以“*”开头的文字要加引号", _QUOTE))
        if len(path) > DEEPEST:
            raise Unreadable(Slip(line, "", f"分层超过{DEEPEST}层", "请对照示例文件，删去多余的层次或括号"))
        if event.anchor is not None:
            self._slips.append(Slip(line, key, "以“&”开头的文字要加引号", _QUOTE))
        elif event.tag is not None:
            self._slips.append(Slip(line, key, "以“!”开头的文字要加引号", _QUOTE))

    def _scalar(self, event: Any) -> Node:
        start, end, style = event.start_mark, event.end_mark, event.style or ""
        node = Node("text", start.index, end.index, start.line + 1, start.column, style, text=event.value)
        if style in {"|", ">"}:
            source = self._text[start.index : end.index]
            kept = "+" in source[:3].split("\n")[0]
            shown = source.rstrip(" ").removesuffix("\n").removesuffix("\r") if kept else source.rstrip(" \t\r\n")
            node.end = start.index + len(shown)
            if not kept:
                node.text = node.text.removesuffix("\n")
        elif not style and node.text in {"", "~", "null", "Null", "NULL"}:
            node.kind = "empty"
        elif not style and "\n" in self._text[start.index : end.index]:
            node.text = _unfolded(self._text[start.index : end.index])
        return node

    def _mapping(self, node: Node, path: Path) -> Any:
        seen: dict[str, int] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, ScalarEvent):
                what = "冒号前面不是项目名"
                raise Unreadable(Slip(line, spelled(path), what, "请写成“项目: 值”；花括号开头的文字加英文单引号"))
            self._refuse(event, path)
            written = str(event.value)
            key = self._current(written, path)
            value = self._node(next(self._events), (*path, key))
            if key in seen:
                what = f"“{written}”写了两次（第{seen[key]}行已有）"
                self._slips.append(Slip(line, spelled((*path, key)), what, "请留下一处，删去另一处"))
                continue
            seen[key] = line
            after = self._text.find(":", event.end_mark.index) + 1 or event.end_mark.index
            node.entries.append(_entry(key, event.start_mark.index, after, line, value))
        return event

    def _current(self, name: str, path: Path) -> str:
        """Return the name that a fact has today."""
        if len(path) != 2 or path[0] != "数据" or name not in self._retired:
            return name
        self._renamed[name] = self._retired[name]
        return self._retired[name]

    def _sequence(self, node: Node, path: Path) -> Any:
        dash = re.compile(rf"^ {{{node.column}}}(-)(?=\s|$)", re.MULTILINE)
        start = node.start
        while not isinstance(event := next(self._events), SequenceEndEvent):
            number = len(node.entries)
            if number and not node.flow:
                found = dash.search(self._text, node.entries[-1].value.end)
                start = found.start(1) if found else event.start_mark.index
            elif node.flow:
                start = event.start_mark.index
            value = self._node(event, (*path, number))
            after = start if node.flow else start + 1
            line = value.line if value.end > value.start else self._text.count("\n", 0, start) + 1
            node.entries.append(_entry(number, start, after, line, value))
        return event


def _entry(key: str | int, start: int, after: int, line: int, value: Node) -> Entry:
    """Return an entry; a value that is not there stands right behind the colon, not where the next one begins."""
    if value.end == value.start:
        value.start = value.end = after
        value.line = line
    return Entry(key, start, after, line, value)


def _unfolded(source: str) -> str:
    """Join the lines of a plain text: without a blank between Han characters, where YAML would put one."""
    result = ""
    for line in re.split(r"\r?\n", source):
        part = line.strip()
        if not part:
            result += "\n"
        elif result and not result.endswith("\n") and result[-1].isascii() and part[0].isascii():
            result += " " + part
        else:
            result += part
    return result
