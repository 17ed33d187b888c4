"""Slips in what stands after “项目: ”: values that YAML would misread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from drafter.outline import FACTS
from drafter.store.flow import BLANKS, bracket_end, quote_end, quoted, split_comment, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable

LISTS = frozenset({"主送机关", "署名", "依据文件", "关键词", "表头", "事项"}) | {
    fact.name for fact in FACTS.values() if fact.kind == "list"
}
"""Keys that take a list of texts."""

_BLOCK = re.compile(r"[|>](?:[1-9][+-]?|[+-][1-9]?)?\s*(?:#.*)?")
_CLOSED = re.compile("《[^》]*》|“[^”]*”|（[^）]*）")


class Wrong(NamedTuple):
    """What is wrong with a value and how it should read; ``silent``: YAML reads it, but not as it was meant."""

    what: str
    value: str
    silent: bool = False
    hint: str = ""


def wrong_value(key: str, value: str, *, closes_later: bool) -> Wrong | None:
    """Return the slip in a value, or None; ``closes_later``: a quote or bracket may close on a following line."""
    if not value or _BLOCK.fullmatch(value):
        return None
    checks: dict[str, Callable[[str, str, bool], Wrong | None]] = {
        '"': _quote,
        "'": _quote,
        "{": _brace,
        "[": _bracket,
        "|": _bar,
        ">": _bar,
        "#": _hash,
        "【": _wide_bracket,
    }
    check = checks.get(value[0], _special if value[0] in "*&!%@`,]}" else _plain)
    return check(key, value, closes_later)


def _quote(_key: str, value: str, closes_later: bool) -> Wrong | None:
    end = quote_end(value)
    if end < 0:
        if closes_later:
            return None
        body, tail = split_comment(value)
        wide = value[0] == '"' and "”" in body
        return Wrong("英文引号没有收尾", f"“{body[1:]}{tail}" if wide else f"{body}{value[0]}{tail}")
    if split_comment(value[end:])[0].strip():
        inner = f"“{value[1 : end - 1]}”{value[end:]}"
        return Wrong("英文引号后面还有文字", inner, hint="（文字里的引号用中文“”）")
    return None


def _brace(_key: str, value: str, closes_later: bool) -> Wrong | None:
    end = bracket_end(value)
    rest = split_comment(value[end:])[0].strip() if end >= 0 else ""
    if (end < 0 and closes_later) or (end >= 0 and not rest and (":" in value[:end] or not value[1 : end - 1].strip())):
        return None
    if end >= 0 and not rest and "：" in value[:end]:
        return Wrong("花括号里用了全角冒号", re.sub("：[ ]?", ": ", value))
    return _in_quotes("以“{”开头的文字要加引号", value)


def _bracket(_key: str, value: str, closes_later: bool) -> Wrong | None:
    end = bracket_end(value)
    if end < 0:
        if closes_later:
            return None
        body, tail = split_comment(value)
        return Wrong("方括号没有收尾", f"{re.sub('[，、] ?', ', ', body)}]{tail}")
    if split_comment(value[end:])[0].strip():
        return _in_quotes("以“[”开头的文字要加引号", value)
    inside = _CLOSED.sub("", unquoted(value[:end]))
    if "，" in inside and "," not in inside:
        return Wrong("列表里用了全角逗号", re.sub("， ?", ", ", value[:end]) + value[end:], silent=True)
    return None


def _bar(_key: str, value: str, _closes_later: bool) -> Wrong:
    if value[0] == ">":
        return _in_quotes("以“>”开头的文字要加引号", value)
    return Wrong("“|”后面不能接着写字", "|", hint="，正文写在下一行，前面多空两格")


def _hash(_key: str, value: str, _closes_later: bool) -> Wrong | None:
    if value[1:2] in {"", " ", "#", "-", "="} or value[1] in BLANKS:
        return None
    return Wrong("“#”开头的文字会被当作注释丢掉", quoted(value), silent=True, hint="（如果确是注释，请在“#”后空一格）")


def _wide_bracket(key: str, value: str, closes_later: bool) -> Wrong | None:
    body, tail = split_comment(value)
    if key in LISTS and body.endswith("】") and not re.match("【(待填|待确认|内部)", body):
        return Wrong("列表用了全角方括号", f"[{re.sub('[，、] ?', ', ', body[1:-1])}]{tail}", silent=True)
    return _plain(key, value, closes_later)


def _special(_key: str, value: str, _closes_later: bool) -> Wrong:
    return _in_quotes(f"以“{value[0]}”开头的文字要加引号", value)


def _plain(_key: str, value: str, _closes_later: bool) -> Wrong | None:
    body, tail = split_comment(value)
    lost = re.match(r"\s+#(?![\s#=-])\S", tail)
    if lost:
        what = "“#”前面有空格，它后面的文字会被当作注释丢掉"
        return Wrong(what, quoted(value), silent=True, hint="（如果确是注释，请在“#”后空一格）")
    if re.match(r"-( |$)", body):
        return Wrong("“- ”不能和项目名写在同一行", body[1:].strip() + tail, hint="；要写列表，请另起一行写“- ”")
    if re.search(r":(?:[ \t]|$)", body):
        return _in_quotes("文字里又有一个英文冒号", value)
    return None


def _in_quotes(what: str, value: str) -> Wrong:
    body, tail = split_comment(value)
    return Wrong(what, quoted(body) + tail)
