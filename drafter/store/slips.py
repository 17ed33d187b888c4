"""What a hand slips on when it writes YAML: found line by line, each with the line as it should read.

The corrected text serves only to find the other faults of the file: a file with slips is refused. Its lines are the
lines of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.store.flow import BLANKS, split_comment
from drafter.store.keys import every_key
from drafter.store.levels import Level
from drafter.store.margins import Block, Finding, Margins
from drafter.store.shapes import BLOCK, KEY, TIGHT_KEY, WIDE_KEY, bare_entry, closing_line, is_structure
from drafter.store.values import wrong_value


@dataclass(slots=True)
class Scanner(Margins):
    """Reads a text line by line; ``run`` leaves ``lines`` corrected and ``findings`` filled."""

    _skip: int = 0

    def run(self) -> None:
        """Go through the lines."""
        for number in range(len(self.lines)):
            line = self.lines[number]
            if number < self._skip or not line.strip(BLANKS) or self.in_block(number):
                continue
            if line.strip(BLANKS).startswith("#") or re.match(r"(---|\.\.\.)(\s|$)|%", line):
                continue
            column = self.at_margin(number)
            if column is not None:
                self._items(number, column)

    def _items(self, number: int, column: int) -> None:
        """Read the “-” of a line, and what follows."""
        body = self.lines[number][column:]
        top = self.levels.top
        if re.match(r"-\s", body) and self.before != "open" and top and not top.is_list and top.column == column:
            body = body[1:].lstrip(" ")
            if not (self.findings and self.findings[-1].slip.line == number + 1):
                self.report(number, "这一层是“项目: 值”，不是列表，行首不要“-”", body)
            self._write(number, column, body)
            if not body:
                return
        while match := re.match(r"-(?P<gap>\s*)", body):
            if body.startswith("--") or (not match["gap"] and re.match(r"-\d", body)):
                break
            if not match["gap"] and len(body) > 1:
                body = f"- {body[1:]}"
                self.report(number, "行首的“-”后面要空一格", body)
                self._write(number, column, body)
                continue
            self.levels.next_item(column)
            self.before, self.parent = "open", column
            step = len(match[0])
            column, body = column + step, body[step:]
            if not body or body.startswith("#"):
                return
        self._entry(number, column, body)

    def _write(self, number: int, column: int, body: str) -> None:
        self.lines[number] = self.lines[number][:column] + body

    def _entry(self, number: int, column: int, body: str) -> None:
        """Read “项目: 值”, or an item of a list."""
        top = self.levels.top
        in_item = top is not None and top.is_list and column > top.column
        body = self._with_key(number, column, body, in_item=in_item)
        match = KEY.match(body)
        if match is None or body[0] in "[{":
            if not in_item:
                self.before, self.parent = "closed", column
                return
            self._value(number, column, body, top.column if top else 0)
            return
        if in_item:
            self.levels.open.append(Level(column, is_list=False))
        self.levels.open[-1].at = match["key"].strip("'\" \t")
        gap = len(body[match.end() :]) - len(body[match.end() :].lstrip(" \t"))
        start = match.end() + gap
        self._value(number, column + start, body[start:], column)

    def _with_key(self, number: int, column: int, body: str, *, in_item: bool) -> str:
        """Return the line with a colon that YAML knows."""
        if body[0] in "[{'\"|>#":
            return body
        plain = KEY.match(body)
        for pattern, what in ((WIDE_KEY, "用了全角冒号"), (TIGHT_KEY, "冒号后面要空一格")):
            match = pattern.match(body)
            if match is None or (plain and (len(plain["key"]) <= len(match["key"]) or match["key"] not in every_key())):
                continue
            if in_item and match["key"] not in every_key():
                continue
            return self._rewritten(number, column, what, match["key"], match["value"])
        bare = bare_entry(body) if plain is None and not in_item else None
        return self._rewritten(number, column, "少了冒号", *bare) if bare else body

    def _rewritten(self, number: int, column: int, what: str, key: str, value: str) -> str:
        body = f"{key}: {value.strip(BLANKS)}".rstrip()
        level = self.levels.open[-1]
        saved = level.at
        if not level.is_list:
            level.at = key
        self.report(number, f"“{key}”后面{what}" if what != "冒号后面要空一格" else f"“{key}”的{what}", body)
        level.at = saved
        self._write(number, column, body)
        return body

    def _nests(self, number: int, parent: int) -> bool:
        """Whether the next line is an entry below the key of this one."""
        following = (line for line in self.lines[number + 1 :] if line.strip() and not line.lstrip().startswith("#"))
        line = next(following, "")
        return len(line) - len(line.lstrip(" ")) > parent and is_structure(line.strip(BLANKS))

    def _value(self, number: int, column: int, value: str, parent: int) -> None:
        """Look at a value and at what it leaves open."""
        self.parent = parent
        end = closing_line(self.lines, number, value, parent)
        stray = split_comment(value)[0]
        if stray and not re.search(r"[\w|>\[{]", stray) and self._nests(number, parent):
            self.report(number, f"冒号后面多了“{stray}”", self.lines[number][:column].rstrip())
            self._write(number, column, "")
            self.before = "open"
            return
        wrong = wrong_value(str(self.levels.open[-1].at), value, closes_later=end > number)
        if wrong is not None:
            shown = self.lines[number][:column].strip(" ") + " " + wrong.value
            self.report(number, wrong.what, shown, silent=wrong.silent, hint=wrong.hint)
            value = wrong.value
            self._write(number, column, value)
        elif end > number:
            self._skip = end + 1
            self.before = "closed"
            return
        block = BLOCK.fullmatch(value)
        if block:
            indent = max(parent, 0) + int(block["width"]) if block["width"] else 0
            self.block, self.before = Block(parent, indent), "closed"
        elif not value or value.startswith("#"):
            self.before = "open"
        else:
            self.before = "closed" if value[0] in "'\"[{" else "plain"


def scan(text: str) -> tuple[str, list[Finding]]:
    """Return the text without its slips, and the slips."""
    scanner = Scanner(re.split(r"\r?\n", text))
    scanner.run()
    return "\n".join(scanner.lines), scanner.findings
