"""What a hand slips on when it writes YAML: found line by line, each with the line as it should read.

The corrected text serves only to find the other faults of the file: a file with slips is refused. Its lines are the
lines of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.report import spelled
from drafter.store.flow import BLANKS, shortened
from drafter.store.keys import every_key
from drafter.store.levels import Level, Levels
from drafter.store.shapes import BARE_KEY, BLOCK, KEY, LEADING, TIGHT_KEY, WIDE_KEY, closing_line, is_structure
from drafter.store.syntax import Slip
from drafter.store.values import wrong_value


class Finding(NamedTuple):
    """A slip; ``loses`` where YAML would read the line without complaint and drop or swallow text."""

    slip: Slip
    loses: bool


@dataclass(slots=True)
class _Text:
    """A block text that is being passed over: deeper than ``parent``; ``indent`` is that of its first line."""

    parent: int
    indent: int = 0


@dataclass(slots=True)
class Scanner:
    """Reads a text line by line; ``run`` leaves ``lines`` corrected and ``findings`` filled."""

    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    _levels: Levels = field(default_factory=Levels)
    _before: str = "open"
    _parent: int = -1
    _text: _Text | None = None
    _skip: int = 0
    _indented: tuple[int, str, int] = (-9, "", 0)

    def run(self) -> None:
        """Go through the lines."""
        for number in range(len(self.lines)):
            line = self.lines[number]
            if number < self._skip or not line.strip(BLANKS) or self._in_text(number):
                continue
            if line.strip(BLANKS).startswith("#") or re.match(r"(---|\.\.\.)(\s|$)|%", line):
                continue
            self._structure(number)

    def _report(self, number: int, what: str, line: str, *, loses: bool = False, hint: str = "") -> None:
        remedy = f"请改写为：{shortened(line)}{hint}"
        self.findings.append(Finding(Slip(number + 1, spelled(self._levels.path), what, remedy), loses))

    def _in_text(self, number: int) -> bool:
        """Whether a line belongs to the block text above; a line that lost its indentation gets it back."""
        text, line = self._text, self.lines[number]
        if text is None:
            return False
        spaces = len(line) - len(line.lstrip(" "))
        if spaces > text.parent and not (text.indent and spaces < text.indent):
            text.indent = text.indent or spaces
            return True
        body = line.strip(BLANKS)
        if (spaces <= text.parent or body.startswith("#")) and is_structure(body):
            self._text = None
            return False
        text.indent = text.indent or text.parent + 2
        if line[spaces] in BLANKS:
            what, hint = "正文行首用了全角空格或制表符", f"（行首{text.indent}个半角空格）"
        else:
            what, hint = "这一行接着上面的正文，行首的空格少了", f"（行首空{text.indent}格）"
        self._report(number, what, body, hint=hint)
        self.lines[number] = " " * text.indent + body
        return True

    def _structure(self, number: int) -> None:
        line = self._indentation(number)
        column = len(line) - len(line.lstrip(" "))
        body = line[column:]
        if self._goes_on(number, column, body):
            return
        is_list = bool(re.match(r"-(?=\s|$|[^\s\-\d])", body))
        right = self._levels.settle(column, is_list=is_list, opens=self._before == "open")
        column = column if column == right else self._moved(number, column, right)
        while match := re.match(r"-(?P<gap>\s*)", body):
            if body.startswith("--") or (not match["gap"] and re.match(r"-\d", body)):
                break
            if not match["gap"] and len(body) > 1:
                self._report(number, "行首的“-”后面要空一格", f"- {body[1:]}")
                body = f"- {body[1:]}"
                self._write(number, column, body)
                continue
            self._levels.next_item(column)
            self._before, self._parent = "open", column
            step = len(match[0])
            column, body = column + step, body[step:]
            if not body or body.startswith("#"):
                return
        self._entry(number, column, body)

    def _write(self, number: int, column: int, body: str) -> None:
        head = self.lines[number][:column]
        self.lines[number] = head + body

    def _indentation(self, number: int) -> str:
        """Replace full-width blanks and tabs before the text."""
        line = self.lines[number]
        leading = LEADING.match(line)[0]  # type: ignore[index]
        if not leading.strip(" "):
            return line
        width = self._levels.meant(
            sum(1 if blank in " \u00a0" else 2 for blank in leading), opens=self._before == "open"
        )
        fixed = " " * width + line[len(leading) :]
        what = "行首用了制表符（Tab）" if "\t" in leading else "行首用了全角空格"
        self.lines[number] = fixed
        run, self._indented = self._indented, (number, what, len(self.findings))
        if run[:2] == (number - 1, what):
            first = self.findings[run[2]].slip
            told = first.remedy.split("；")[0] + f"；到第{number + 1}行都是这样"
            self.findings[run[2]] = Finding(Slip(first.line, "", what, told), loses=False)
            self._indented = (number, what, run[2])
        else:
            remedy = f"请改写为：{shortened(fixed)}（行首空{width}格，都用半角空格）"
            self.findings.append(Finding(Slip(number + 1, "", what, remedy), loses=False))
        return fixed

    def _goes_on(self, number: int, column: int, body: str) -> bool:
        """Whether a line goes on with the plain text above."""
        if self._before != "plain" or column <= self._parent:
            return False
        swallowed = re.match(r"-\s", body) or is_structure(body)
        return not swallowed or number == 0

    def _moved(self, number: int, column: int, right: int) -> int:
        body = self.lines[number].strip(BLANKS)
        swallowed = self._before == "plain" and column > self._parent
        what = "这一行会并到上一行的文字里去" if swallowed else f"行首空了{column}格，与上下各行对不齐"
        found = (pattern.match(body.lstrip("- ")) for pattern in (KEY, WIDE_KEY, TIGHT_KEY))
        key = next((match for match in found if match), None)
        level = self._levels.open[-1]
        saved, level.at = level.at, key["key"] if key else level.at
        self._report(number, what, body, loses=swallowed, hint=f"（行首空{right}格）")
        level.at = saved
        self.lines[number] = " " * right + body
        return right

    def _entry(self, number: int, column: int, body: str) -> None:
        """Read “项目: 值”, or an item of a list."""
        top = self._levels.top
        in_item = top is not None and top.is_list and column > top.column
        body = self._with_key(number, column, body, in_item=in_item)
        match = KEY.match(body)
        if match is None or body[0] in "[{":
            if not in_item:
                self._before, self._parent = "closed", column
                return
            self._value(number, column, body, top.column if top else 0)
            return
        if in_item:
            self._levels.open.append(Level(column, is_list=False))
        self._levels.open[-1].at = match["key"].strip("'\" \t")
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
        bare = BARE_KEY.fullmatch(body) if plain is None and not in_item else None
        if bare and bare["key"] in every_key():
            return self._rewritten(number, column, "少了冒号", bare["key"], bare["value"] or "")
        return body

    def _rewritten(self, number: int, column: int, what: str, key: str, value: str) -> str:
        body = f"{key}: {value.strip(BLANKS)}".rstrip()
        level = self._levels.open[-1]
        saved = level.at
        if not level.is_list:
            level.at = key
        self._report(number, f"“{key}”后面{what}" if what != "冒号后面要空一格" else f"“{key}”的{what}", body)
        level.at = saved
        self._write(number, column, body)
        return body

    def _value(self, number: int, column: int, value: str, parent: int) -> None:
        """Look at a value and at what it leaves open."""
        self._parent = parent
        end = closing_line(self.lines, number, value, parent)
        wrong = wrong_value(str(self._levels.open[-1].at), value, closes_later=end > number)
        if wrong is not None:
            shown = self.lines[number][:column].strip(" ") + " " + wrong.value
            self._report(number, wrong.what, shown, loses=wrong.loses, hint=wrong.hint)
            value = wrong.value
            self._write(number, column, value)
        elif end > number:
            self._skip = end + 1
            self._before = "closed"
            return
        block = BLOCK.fullmatch(value)
        if block:
            indent = max(parent, 0) + int(block["width"]) if block["width"] else 0
            self._text, self._before = _Text(parent, indent), "closed"
        elif not value or value.startswith("#"):
            self._before = "open"
        else:
            self._before = "closed" if value[0] in "'\"[{" else "plain"


def scan(text: str) -> tuple[str, list[Finding]]:
    """Return the text without its slips, and the slips."""
    scanner = Scanner(re.split(r"\r?\n", text))
    scanner.run()
    return "\n".join(scanner.lines), scanner.findings
