"""Changes to the text of a data file: only the lines of the entry that changes are touched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.outline import RETIRED
from drafter.store.render import entry_lines, inline, item_lines, value_lines
from drafter.store.tree import parse

if TYPE_CHECKING:
    from drafter.report import Path
    from drafter.store.nodes import Entry, Node, Plain


@dataclass(frozen=True, slots=True)
class Editor:
    """A text with its tree; each method returns the text after one change."""

    text: str
    root: Node

    @property
    def _newline(self) -> str:
        return _line_end(self.text)

    def _bol(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _eol(self, index: int) -> int:
        """Return the index of the end of the line, before its line break."""
        end = self.text.find("\n", index)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > index and self.text[end - 1] == "\r" else end

    def put(self, path: Path, value: Plain) -> str:
        """Give an entry a value; it is added, with what is missing above it, where it does not exist."""
        entry = self.root.find(path)
        if entry is None:
            return self._add(path, value)
        flow = self._flow_above(path)
        if flow is None or flow[0] is entry:
            return self._replace(entry, value)
        if isinstance(value, str) and "\n" not in value and entry.value.kind == "text":
            node = entry.value
            return self.text[: node.start] + inline(value, flow=True) + self.text[node.end :]
        return self._in_block(*flow, value)

    def remove(self, path: Path) -> str:
        """Take an entry out; comments around it stay."""
        entry = self.root.find(path)
        if entry is None:
            return self.text
        flow = self._flow_above(path[:-1])
        if flow is not None:
            return self._in_block(flow[0], (*flow[1], path[-1]), None, remove=True)
        holder = self.root.find(path[:-1])
        siblings = (holder.value if holder else self.root).entries
        begin, end = self._bol(entry.start), self._eol(entry.end)
        if not self.text[begin : entry.start].strip():
            after = self.text.find("\n", end)
            return self.text[:begin] + ("" if after < 0 else self.text[after + 1 :])
        place = siblings.index(entry)
        if place + 1 == len(siblings):
            return self.text[: entry.start].rstrip(" ") + self.text[end:]
        following = siblings[place + 1].start
        between = self.text[self.text.find("\n", end) + 1 : self._bol(following)]
        return self.text[:begin] + between + self.text[begin : entry.start] + self.text[following:]

    def _flow_above(self, path: Path) -> tuple[Entry, Path] | None:
        """Return the outermost entry on the way whose value stands in brackets, and the rest of the way."""
        for length in range(1, len(path) + 1):
            entry = self.root.find(path[:length])
            if entry is not None and entry.value.flow:
                return entry, path[length:]
        return None

    def _in_block(self, flow: Entry, below: Path, value: Plain, *, remove: bool = False) -> str:
        """Change something below a value in brackets: the brackets become lines."""
        whole = flow.value.plain()
        _change(whole, below, value, remove=remove)
        return self._replace(flow, whole)

    def _replace(self, entry: Entry, value: Plain) -> str:
        node, column = entry.value, entry.start - self._bol(entry.start)
        head, body = value_lines(value, column)
        if isinstance(entry.key, int) and isinstance(value, dict) and value:
            first, *body = item_lines(value, column)
            head = first[column + 1 :]
        same_line = "\n" not in self.text[entry.after : node.start]
        if same_line and node.style in {"|", ">"}:
            header = re.search(r"[ \t]+#.*", self.text[node.start : self._eol(node.start)])
            tail = header[0] if header else ""
        elif same_line:
            tail = self.text[entry.end : self._eol(entry.end)]
        else:
            tail = self.text[entry.after : self._eol(entry.after)]
        rest = self.text[self._eol(entry.end) :]
        return self.text[: entry.after] + head + tail + "".join(self._newline + line for line in body) + rest

    def _add(self, path: Path, value: Plain) -> str:
        above, key = path[:-1], path[-1]
        holder = self.root.find(above)
        if above and holder is None:
            return self._add(above, [value] if isinstance(key, int) else {key: value})
        node = holder.value if holder else self.root
        flow = self._flow_above(above)
        if flow is not None:
            return self._in_block(flow[0], (*flow[1], key), value)
        if node.kind == "empty" and holder is not None:
            return self._replace(holder, [value] if isinstance(key, int) else {str(key): value})
        if node.kind == "text" or (node.kind == "list") != isinstance(key, int):
            raise KeyError(path)
        return self._append(node, key, value, top=not above)

    def _append(self, node: Node, key: str | int, value: Plain, *, top: bool) -> str:
        """Add an entry behind the last one, before the comments that lead to what follows."""
        last = node.entries[-1] if node.entries else None
        column = last.start - self._bol(last.start) if last else 0
        lines = item_lines(value, column) if isinstance(key, int) else entry_lines(key, value, column)
        if last is None:
            return self.text.rstrip() + self._newline * bool(self.text.strip()) + self._newline.join([*lines, ""])
        if top and len(lines) > 1 and re.search(r"\n\r?\n", self.text):
            lines.insert(0, "")
        place = self._eol(last.end)
        rest = self.text[place:] or self._newline
        return self.text[:place] + "".join(self._newline + line for line in lines) + rest


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def editor_of(text: str, root: Node) -> Editor:
    """Return the editor of a text; one that stands in braces as a whole (JSON) gets lines of its own."""
    whole = root.plain() if root.flow else None
    if not isinstance(whole, dict):
        return Editor(text, root)
    begin = text.rfind("\n", 0, root.start) + 1
    before = text[begin : root.start].strip()
    lines = [
        *([before] if before else []),
        *(line for key, value in whole.items() for line in entry_lines(key, value, 0)),
    ]
    return _reread(text[:begin] + _line_end(text).join(lines) + text[root.end :])


def assigned(editor: Editor, path: Path, value: Plain) -> Editor:
    """Return the editor after everything below an entry that differs from a value was changed."""
    node = editor.root
    if path:
        entry = editor.root.find(path)
        if entry is None:
            return _reread(editor.put(path, value))
        node = entry.value
    if node.plain() == value:
        return editor
    if node.kind == "map" and isinstance(value, dict) and value and not node.flow:
        steps: list[str | int] = list(value)
        gone = [entry.key for entry in node.entries if entry.key not in value]
    elif node.kind == "list" and isinstance(value, list) and value and not node.flow:
        steps = list(range(len(value)))
        gone = [entry.key for entry in reversed(node.entries[len(value) :])]
    else:
        return _reread(editor.put(path, value))
    for key in steps:
        editor = assigned(editor, (*path, key), _below(value, key))
    for key in gone:
        editor = _reread(editor.remove((*path, key)))
    return editor


def _reread(text: str) -> Editor:
    return Editor(text, parse(text, RETIRED).root)


def _change(holder: Plain, path: Path, value: Plain, *, remove: bool) -> None:
    """Change one entry below a list or a mapping; an index one past the end of a list adds an item.

    Raises:
        KeyError: there is no such place.
    """
    *above, last = path
    for key in above:
        holder = _below(holder, key)
    if isinstance(holder, list) and isinstance(last, int):
        holder[last : last + 1] = [] if remove else [value]
    elif isinstance(holder, dict) and isinstance(last, str):
        if remove:
            del holder[last]
        else:
            holder[last] = value
    else:
        raise KeyError(path)


def _below(holder: Plain, key: str | int) -> Plain:
    if isinstance(holder, list) and isinstance(key, int):
        return holder[key]
    if isinstance(holder, dict) and isinstance(key, str):
        return holder[key]
    raise KeyError(key)
