"""Slips at the beginning of lines: indentation, lines that are no entry, texts that lost their margin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.report import spelled
from drafter.store.flow import BLANKS, shortened
from drafter.store.keys import every_key
from drafter.store.levels import Levels
from drafter.store.shapes import JUNK, is_entry, is_structure, with_colon
from drafter.store.syntax import Slip


class Finding(NamedTuple):
    """A slip; ``silent``: YAML reads the line without complaint, but not as it was meant."""

    slip: Slip
    silent: bool


@dataclass(slots=True)
class Block:
    """A text below “|” that is being passed over: deeper than ``parent``; ``indent`` is that of its first line."""

    parent: int
    indent: int = 0


@dataclass(slots=True)
class Margins:
    """The lines of a text, corrected as the reading goes on.

    ``before`` says how the entry above ended: “open” (a colon or “-”), “plain” (a text that may go on below), “closed”;
    ``parent`` is the column of its key.
    """

    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    levels: Levels = field(default_factory=Levels)
    before: str = "open"
    parent: int = -1
    block: Block | None = None
    _run: tuple[int, str, int] = (-9, "", 0)

    def report(self, number: int, what: str, line: str, *, silent: bool = False, hint: str = "") -> None:
        """Note a slip together with the line as it should read."""
        remedy = f"请改写为：{shortened(line)}{hint}"
        self.findings.append(Finding(Slip(number + 1, spelled(self.levels.path), what, remedy), silent))

    def in_block(self, number: int) -> bool:
        """Whether a line belongs to the block text above; a line that lost its indentation gets it back."""
        block, line = self.block, self.lines[number]
        if block is None:
            return False
        spaces = len(line) - len(line.lstrip(" "))
        if spaces > block.parent and not (block.indent and spaces < block.indent):
            block.indent = block.indent or spaces
            return True
        body = line.strip(BLANKS)
        if (spaces <= block.parent or body.startswith("#")) and is_structure(body):
            self.block = None
            return False
        block.indent = block.indent or block.parent + 2
        if line[spaces] in BLANKS:
            what, hint = "正文行首用了全角空格或制表符", f"（行首{block.indent}个半角空格）"
        else:
            what, hint = "这一行接着上面的正文，行首的空格少了", f"（行首空{block.indent}格）"
        self.report(number, what, body, hint=hint)
        self.lines[number] = " " * block.indent + body
        return True

    def at_margin(self, number: int) -> int | None:
        """Return the column of the entry that a line begins, None where it begins none."""
        self._blanks(number)
        self._junk(number)
        line = self.lines[number]
        column = len(line) - len(line.lstrip(" "))
        body = line[column:]
        if self.before == "plain" and column > self.parent and not (re.match(r"-\s", body) or is_structure(body)):
            return None
        if not is_entry(body):
            self._orphan(number, column, body)
            return None
        is_list = bool(re.match(r"-(?=\s|$|[^\s\-\d])", body))
        right = column if is_list else self.levels.home(with_colon(body)[1], column)
        right = self.levels.settle(right, is_list=is_list, opens=self.before == "open")
        if column != right:
            self._move(number, column, right)
        return right

    def _blanks(self, number: int) -> None:
        """Replace full-width blanks and tabs before the text, and tabs within it."""
        line = self.lines[number]
        leading = line[: len(line) - len(line.lstrip(BLANKS))]
        if leading.strip(" "):
            width = sum(1 if blank in " \u00a0" else 2 for blank in leading)
            width = self.levels.meant(width, opens=self.before == "open")
            body = line[len(leading) :]
            if not body.startswith("-"):
                width = self.levels.belonging(with_colon(body)[1], width, opens=self.before == "open")
            line = " " * width + body
            self._tell_run(number, "行首用了制表符（Tab）" if "\t" in leading else "行首用了全角空格", line, width)
        if "\t" in line and not line.lstrip().startswith(("'", '"')):
            line = line.replace("\t", " ")
            self._tell_line(number, "行内有制表符（Tab）", f"请改写为：{shortened(line)}")
        self.lines[number] = line

    def _tell_run(self, number: int, what: str, line: str, width: int) -> None:
        """Note wrong blanks at the beginning of a line; lines in a row are told once."""
        run, self._run = self._run, (number, what, len(self.findings))
        if run[:2] == (number - 1, what):
            first = self.findings[run[2]].slip
            told = re.sub("；到第[0-9]+行都是这样$", "", first.remedy) + f"；到第{number + 1}行都是这样"
            self.findings[run[2]] = Finding(Slip(first.line, "", what, told), silent=False)
            self._run = (number, what, run[2])
        else:
            remedy = f"请改写为：{shortened(line)}（行首空{width}格，都用半角空格）"
            self._tell_line(number, what, remedy)

    def _tell_line(self, number: int, what: str, remedy: str) -> None:
        """Note a slip of a line whose key is not known yet."""
        self.findings.append(Finding(Slip(number + 1, "", what, remedy), silent=False))

    def _junk(self, number: int) -> None:
        """Take away a mark that stands before a known key."""
        line = self.lines[number]
        match = JUNK.match(line)
        if match is None or with_colon(match["rest"])[1] not in every_key():
            return
        before = len(match["blanks"]) + (len(match["junk"]) if match["junk"].endswith(tuple(BLANKS)) else 0)
        width = self.levels.meant(before, opens=self.before == "open")
        remedy = f"请改写为：{shortened(match['rest'])}（行首空{width}格）"
        self._tell_line(number, f"行首多了“{match['junk'].strip(BLANKS)}”", remedy)
        self.lines[number] = " " * width + match["rest"]

    def _orphan(self, number: int, column: int, body: str) -> None:
        """Read a line that begins no entry: a value below its key, or a text that belongs nowhere."""
        if self.before == "open" and column > self.parent and self.levels.open:
            self.before = "plain"
            return
        as_entry = "如果是项目，请写成“项目: 值”"
        as_text = f"如果接着上一行的文字，行首请空{self.parent + 2}格"
        remedy = f"{as_text if self.before == 'plain' else as_entry}；如果是注释，行首请加“# ”"
        self._tell_line(number, f"“{shortened(body)}”不是“项目: 值”的样子", remedy)
        self.lines[number], self.before = "#", "closed"

    def _move(self, number: int, column: int, right: int) -> None:
        """Bring a line to the column of its level."""
        body = self.lines[number].strip(BLANKS)
        swallowed = self.before == "plain" and column > self.parent
        what = "这一行会并到上一行的文字里去" if swallowed else f"行首空了{column}格，与上下各行对不齐"
        shown, key = with_colon(body)
        level = self.levels.open[-1]
        saved, level.at = level.at, key or level.at
        self.report(number, what, shown, silent=swallowed, hint=f"（行首空{right}格）")
        level.at = saved
        self.lines[number] = " " * right + body
