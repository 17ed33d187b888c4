"""The page for the website: the report as the HTML writer sets it, with the block of metadata and the page tags."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from drafter.resources import text
from drafter.writers.web import html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.blocks import Document
    from drafter.publication.metadata import Entry
    from drafter.writers.profile import Profile

_WIDE = {"标题", "内容概述", "关键词"}
_STYLE_END, _MAIN = "</style>\n</head>\n", '<main class="sheet">\n'


def page(document: Document, shown: Sequence[Entry], tags: Iterable[tuple[str, str]], profile: Profile) -> bytes:
    """Return the bytes of one self-contained page."""
    made = html(document, profile).decode()
    style = text("templates/publication/page.css").strip()
    made = _put(made, _STYLE_END, f"{style}\n{_STYLE_END.replace('</head>', _tags(tags) + '</head>')}")
    return _put(made, _MAIN, f"{_block(shown)}\n{_MAIN}").encode()


def _put(page: str, place: str, content: str) -> str:
    """Put something at the one place of a page where it belongs."""
    before, found, after = page.partition(place)
    if not found:  # pragma: no cover - the HTML writer has changed; its tests and ours say so first
        raise ValueError(place)
    return before + content + after


def _tags(tags: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in tags)


def _block(shown: Sequence[Entry]) -> str:
    rows = [
        f"<div{_class(entry)}><dt>{escape(entry.label)}</dt><dd>{escape(entry.value, quote=False)}</dd></div>"
        for entry in shown
    ]
    return "\n".join(['<section class="metadata" aria-label="信息公开属性">', "<dl>", *rows, "</dl>", "</section>"])


def _class(entry: Entry) -> str:
    return ' class="wide"' if entry.label in _WIDE else ""
