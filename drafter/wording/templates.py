"""Wording files: read, rendered by Jinja in a sandbox, cut into sentences and clauses.

The sandbox is immutable because offices exchange wording files. Each line is marked with its number before Jinja sees
it, so that every piece of text knows the line that it comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import DrafterError
from drafter.report.messages import nearest
from drafter.resources import text as resource
from drafter.wording.grammar import Clause, parse_clause
from drafter.wording.tokens import (
    BREAK,
    LINE,
    LINE_END,
    Breakdown,
    Detail,
    Slot,
    Spoken,
    Taken,
    Time,
    Tokens,
    Value,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template
    from jinja2.runtime import Context

_TOKEN_TYPES = (Value, Breakdown, Spoken, Taken, Detail, Word, Slot, Time)
_TOKENS = "_tokens"
_LINE = re.compile(f"[{LINE}{BREAK}](\\d+){LINE_END}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One rendered wording file: its name, the default 要点 (its first line) and its sentences."""

    name: str
    point: Clause
    sentences: tuple[Sentence, ...]


@pass_context
def _finalize(context: Context, value: Any) -> str:
    token = value if isinstance(value, _TOKEN_TYPES) else Word(str(value))
    encoded: str = context[_TOKENS].encode(token)
    return encoded


_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_finalize, autoescape=False)


def _marked(source: str) -> str:
    """Return the source with a mark and a number before every line."""
    lines = source.splitlines()
    return "\n".join(f"{LINE if line.strip() else BREAK}{at}{LINE_END}{line}" for at, line in enumerate(lines, 1))


@cache
def _compiled(name: str) -> Template:
    try:
        return _ENVIRONMENT.from_string(_marked(resource(name)))
    except TemplateSyntaxError as error:
        raise DrafterError(
            f"{name} 第{error.lineno}行：模板写法有误（{error.message}）。请检查花括号是否成对。"
        ) from None


def render(name: str, names: Mapping[str, Any]) -> Wording:
    """Render one wording file (``templates/matters/people_mediation.txt``) with what its expressions may use.

    Raises:
        DrafterError: the file is faulty; the message names file and line, and the nearest name for an unknown one.
    """
    tokens = Tokens()
    try:
        rendered = _compiled(name).render({**names, _TOKENS: tokens})
    except UndefinedError as error:
        unknown = re.search(r"'([^']+)' is undefined", str(error))
        word = unknown[1] if unknown else ""
        raise DrafterError(f"{name}{_where(name, word)}：没有“{word}”这个名字。{nearest(word, names)}") from None
    except TemplateError as error:
        raise DrafterError(f"{name}：模板不能运行（{error.message}）。") from None
    return _cut(name, rendered, tokens)


def _where(name: str, word: str) -> str:
    for at, line in enumerate(resource(name).splitlines(), 1):
        if word and word in line:
            return f" 第{at}行"
    return ""


def _cut(name: str, rendered: str, tokens: Tokens) -> Wording:
    """Cut a rendered file into its 要点 and its sentences."""
    point: Clause | None = None
    sentences: list[list[Clause]] = [[]]
    for line in rendered.split("\n"):
        mark = _LINE.match(line)
        if mark is None:
            continue
        text = line[mark.end() :].strip()
        if mark[0][0] == BREAK:
            sentences.append([])
        elif text:
            try:
                clause = parse_clause(text, int(mark[1]), tokens)
            except DrafterError as error:
                raise DrafterError(f"{name} {error}") from None
            if point is None:
                point = clause
            else:
                sentences[-1].append(clause)
    if point is None:
        raise DrafterError(f"{name} 是空的。第一行应当是默认的要点。")
    return Wording(name, point, tuple(Sentence(tuple(clauses)) for clauses in sentences if clauses))
