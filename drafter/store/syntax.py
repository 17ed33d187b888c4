"""What the YAML parser cannot read, in Chinese: mapped by its kind and by the line, never by its English text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """A fault of form, before it is known which file it stands in; the fields are those of ``Fault``."""

    line: int
    key: str
    what: str
    remedy: str


_QUOTE = "请给整段文字加上英文单引号 '…'，或者写在“|”的下一行"
_ALIGN = "请与同一层的上一行对齐；下一层多空两格"
_LOOSE = "接着上一行的文字，行首要多空两格；新的项目，冒号后面要空一格"
_TABLE: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "一行里有两个“: ”，或者比上一行多空了格", f"{_ALIGN}；文字里的冒号用全角“：”"),
    ("unexpected end of stream", "引号没有收尾", "请在这段文字后面补上同样的引号"),
    ("unexpected document separator", "引号没有收尾", "请在这段文字后面补上同样的引号"),
    ("flow sequence", "方括号没有收尾，或者括号里少了“, ”", "请写成 [甲, 乙]，或者一项一行，行首写“- ”"),
    ("flow mapping", "花括号没有收尾，或者括号里少了“, ”", _QUOTE),
    ("found character", "“{mark}”不能放在这里", f"多打的请删去；文字以它开头的，{_QUOTE}"),
    ("sequence entries are not allowed", "“- ”不能和项目名写在同一行", "请另起一行写“- ”，前面多空两格"),
    ("chomping or indentation indicators", "“|”后面不能写字", "请把正文写在“|”的下一行，前面多空两格"),
    ("block scalar", "“|”后面不能写字", "请把正文写在“|”的下一行，前面多空两格"),
    ("could not find expected ':'", "这一行不是“项目: 值”的样子", _LOOSE),
    ("escape", "英文双引号里的“\\”有特别的意思", "请把两头的双引号改成英文单引号"),
    ("expected <block end>, but found '-'", "“- ”前面的空格数不对", _ALIGN),
    ("expected <block end>, but found '<block mapping start>'", "行首的空格数不对", _ALIGN),
    ("expected <block end>, but found '<block sequence start>'", "行首的空格数不对", _ALIGN),
    ("expected <block end>, but found '?'", "行首的空格数不对，或者少了“- ”", _ALIGN),
    ("expected <block end>", "引号或括号后面还有文字", _QUOTE),
    ("node content", "值以特殊符号开头", _QUOTE),
    ("directive", "“%”开头的行不能用", "请删去这一行；文字请写在项目后面"),
    ("anchor", "值以“&”或“*”开头", _QUOTE),
    ("tag", "值以“!”开头", _QUOTE),
    ("alias", "值以“*”开头", _QUOTE),
)


def syntax_slip(error: MarkedYAMLError, text: str) -> Slip:
    """Return what a clerk reads about an error of the parser."""
    english = f"{error.context or ''} | {error.problem or ''}"
    what, remedy = next(
        ((what, remedy) for part, what, remedy in _TABLE if part in english),
        ("这一行的写法读不懂", "请对照示例文件改写：项目名、英文冒号、一个空格、值"),
    )
    opening = any(part in english for part in ("quoted scalar", "flow sequence", "flow mapping", "simple key"))
    spot = error.problem_mark
    char = text[spot.index : spot.index + 1] if spot else ""
    what = what.replace("{mark}", "制表符（Tab）" if char == "\t" else char)
    mark = error.context_mark if opening and error.context_mark else error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    return Slip(min(line, len(text.splitlines())) or 1, _key(text, line), what, remedy)


def _key(text: str, line: int) -> str:
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.match(r"[\s-]*([^\s:：#'\"\[{-][^:：#]{0,30}?)\s*[:：]", shown)
    return found[1] if found else ""
