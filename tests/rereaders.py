"""Read a document back: from its blocks, from its Markdown, HTML and .docx, paragraph by paragraph.

All of them see these kinds, and no finer ones::

    title, heading1, heading2, heading3     own-line headings
    run-in1, run-in2, run-in3               a heading with the rest of its paragraph in ``body``
    text                                    主送机关, body, points, closing, 附件说明, 附注
    caption, row                            of a table; the cells of a row are joined by a tab
    signature                               each name, and the date
    mark, attachment                        “附件1” and the title below it
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

import docx
from docx.table import Table as WordTable
from markdown_it import MarkdownIt

from drafter.blocks import (
    Attachment,
    AttachmentNote,
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    Point,
    Signature,
    Spans,
    Table,
    Title,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.text.paragraph import Paragraph as WordParagraph
    from markdown_it.token import Token


class Item(NamedTuple):
    """One paragraph, or one row of a table."""

    kind: str
    number: str
    text: str
    body: str = ""


_HAN = "[一二三四五六七八九十]+"
_NUMBER = {"1": re.compile(rf"{_HAN}、"), "2": re.compile(rf"（{_HAN}）"), "3": re.compile(r"[0-9]+\.")}
_POINT = re.compile(rf"{_HAN}是")
_TITLES = {"title", "attachment"}


def _item(kind: str, text: str, body: str = "") -> Item:
    """Split the number off a text, by what the kind's numbers look like."""
    pattern = _NUMBER.get(kind[-1], _POINT if kind == "text" else None)
    found = pattern.match(text) if pattern else None
    number = found[0] if found else ""
    return Item(kind, number, text[len(number) :], body)


def _filled(items: Iterable[Item]) -> list[Item]:
    """Leave out empty paragraphs, since Markdown has none, and the blanks of titles: a line may end there."""
    bare = [item._replace(text="".join(item.text.split())) if item.kind in _TITLES else item for item in items]
    return [item for item in bare if item.kind == "row" or any(item[1:])]


# ---- blocks


def from_blocks(document: Document) -> list[Item]:
    """Return the paragraphs that the blocks ask for."""
    return _filled(item for block in document.blocks for item in _of_block(block))


def _of_block(block: Block) -> Iterator[Item]:  # noqa: C901, PLR0912 - one branch per member of the closed set
    match block:
        case Title(parts=parts):
            yield Item("title", "", "".join(map(plain, parts)))
        case Heading(level=level, text=text, run_in=run_in, number=number, body=body):
            yield Item(f"{'run-in' if run_in else 'heading'}{level}", number, plain(text), plain(body))
        case Point(number=number, text=text):
            yield Item("text", number, plain(text))
        case Table():
            yield from _of_table(block)
        case Signature(names=names, date=date, stamps=stamps):
            lines = [plain(name) for name in names]
            if stamps:
                lines = [f"{post}　　{plain(stamp)}" for post, stamp in zip(lines, stamps, strict=True)]
            yield from (Item("signature", "", line) for line in (*lines, plain(date)))
        case Masthead() | Imprint():
            return
        case AttachmentNote(titles=titles):
            for order, title in enumerate(map(plain, titles), 1):
                number = f"{order}." if len(titles) > 1 else ""
                yield _item("text", ("附件：" if order == 1 else "") + number + title)
        case Attachment(number=number, title=title, body=body):
            yield Item("mark", "", f"附件{number or ''}")
            yield Item("attachment", "", plain(title))
            for part in body:
                yield from _of_block(part)
        case Note(text=text):
            yield _item("text", f"（{plain(text)}）")
        case _:
            yield _item("text", plain(block.text))


def _of_table(block: Table) -> Iterator[Item]:
    yield Item("caption", "", plain(block.caption))
    rows: list[tuple[Spans, ...]] = [block.head, *block.rows]
    columns = zip_longest(*rows, fillvalue=())
    for row in zip(*columns, strict=True):
        yield Item("row", "", "\t".join(map(plain, row)))


# ---- Markdown


def from_markdown(content: bytes) -> list[Item]:  # noqa: C901 - one branch per type of token
    """Return the paragraphs that a CommonMark parser (with pipe tables) sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    items: list[Item] = []
    right = False
    attached = ""  # what comes next after a thematic break
    row: list[str] | None = None
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "html_block":
            right = {'<div align="right">': True, "</div>": False}[token.content.strip()]
        elif token.type == "hr":
            attached = "mark"
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            items.append(Item("row", "", "\t".join(row)))
            row = None
        elif token.type == "inline" and before is not None:
            if row is not None:
                row.append(_inline(token))
            elif attached:
                items.append(Item(attached, "", _inline(token)))
                attached = "attachment" if attached == "mark" else ""
            else:
                items.append(_paragraph(before, token, right=right))
    return _filled(items)


def _paragraph(before: Token, token: Token, *, right: bool) -> Item:
    if before.type == "heading_open":
        kind = {"h1": "title", "h2": "heading1", "h3": "heading2", "h4": "heading3"}[before.tag]
        return _item(kind, _inline(token))
    if right:
        return Item("signature", "", _inline(token))
    return _run_in(token) or _item("text", _inline(token))


def _run_in(token: Token) -> Item | None:
    """Return a paragraph that begins in bold type: a caption, or a run-in heading with its full stop."""
    children = [child for child in token.children or () if child.type != "text" or child.content]
    names = [child.content if child.type == "html_inline" else child.type for child in children]
    for opening, closing in (("strong_open", "strong_close"), ("<strong>", "</strong>")):
        if names and names[0] == opening and closing in names:
            end = names.index(closing)
            lead, rest = _texts(children[1:end]), _texts(children[end + 1 :])
            if not rest and opening == "strong_open":
                return Item("caption", "", lead)
            if opening == "strong_open":
                lead, rest = lead + rest[0], rest[1:]
            level = next(level for level, pattern in _NUMBER.items() if pattern.match(lead))
            return _item(f"run-in{level}", lead, rest)
    return None


def _inline(token: Token) -> str:
    return _texts(token.children or ())


def _texts(tokens: Iterable[Token]) -> str:
    """Return plain text; anything else shows as its token's type, so that no comparison overlooks it."""
    return "".join(token.content if token.type == "text" else f"⟦{token.type}⟧" for token in tokens)


# ---- HTML

_TAGS = {"h1": "title", "h2": "heading1", "h3": "heading2", "h4": "heading3", "caption": "caption", "p": "text"}


class _Page(HTMLParser):
    """Collect the paragraphs between ``<main>`` and ``</main>``."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self._inside: list[str] = []
        self._kind = self._text = self._lead = ""
        self._cells: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what has begun."""
        self._inside.append(f"{tag}.{dict(attrs).get('class') or ''}")
        if tag in _TAGS or tag in {"th", "td"}:
            self._kind, self._text, self._lead = tag, "", ""
        elif tag == "tr":
            self._cells = []

    def handle_endtag(self, tag: str) -> None:
        """Add what has ended."""
        opened = self._inside.pop()
        assert opened.partition(".")[0] == tag, (opened, tag)
        if tag in {"th", "td"} and self._cells is not None:
            self._cells.append(self._text)
        elif tag == "tr" and self._cells is not None:
            self.items.append(Item("row", "", "\t".join(self._cells)))
        elif opened.startswith("span.level"):
            self._lead, self._text = opened[-1] + self._text, ""
        elif tag in _TAGS:
            self.items.append(self._paragraph(tag, opened))

    def _paragraph(self, tag: str, opened: str) -> Item:
        attached = "section.attachment" in self._inside
        if self._lead:
            return _item(f"run-in{self._lead[0]}", self._lead[1:], self._text)
        if "div.signature" in self._inside:
            return Item("signature", "", self._text)
        if opened == "p.mark" or (attached and tag == "h2"):
            return Item("mark" if tag == "p" else "attachment", "", self._text)
        return _item(_TAGS[tag], self._text)

    def handle_data(self, data: str) -> None:
        """Add to the text of what is open."""
        self._text += data


def from_html(content: bytes) -> list[Item]:
    """Return the paragraphs that an HTML parser sees."""
    page = content.decode()
    parser = _Page()
    parser.feed(page[page.index("<main") : page.index("</main>") + len("</main>")])
    parser.close()
    return _filled(parser.items)


# ---- Word

_STYLES = {
    "Title": "title",
    "GWAddressee": "text",
    "GWBody": "text",
    "GWNote": "text",
    "GWAttachNote": "text",
    "Heading1": "heading1",
    "Heading2": "heading2",
    "Heading3": "heading3",
    "GWTableCaption": "caption",
    "GWSignature": "signature",
    "GWDate": "signature",
    "GWAttachMark": "mark",
    "GWAttachTitle": "attachment",
}
_FURNITURE = {"GWUrgency", "GWOrgMark", "GWDocNumber", "GWImprint"}
_RUN_IN = {"Heading1Char": "run-in1", "Heading2Char": "run-in2", "Heading3Char": "run-in3"}


def from_docx(content: bytes) -> list[Item]:
    """Return the paragraphs that python-docx sees; the kind comes from the style. 版头 and 版记 are left out."""
    items: list[Item] = []
    lead = None  # a run-in heading that the next paragraph goes on behind a style separator
    for part in docx.Document(BytesIO(content)).iter_inner_content():
        if isinstance(part, WordTable):
            rows = [row for row in part.rows if _style(row.cells[0].paragraphs[0]) not in _FURNITURE]
            items += [Item("row", "", "\t".join(cell.text for cell in row.cells)) for row in rows]
        elif _style(part) in _FURNITURE:
            continue
        elif lead is not None:
            assert _style(part) == "GWBody"
            items.append(lead._replace(kind=lead.kind.replace("heading", "run-in"), body=part.text))
            lead = None
        else:
            item = _of_paragraph(part)
            if part.paragraph_format.element.xpath("./w:pPr/w:rPr/w:specVanish"):
                lead = item
            else:
                items.append(item)
    return _filled(items)


def _style(paragraph: WordParagraph) -> str:
    assert paragraph.style is not None
    return paragraph.style.style_id


def _of_paragraph(paragraph: WordParagraph) -> Item:
    assert paragraph.style is not None
    runs = paragraph.runs
    lead = _RUN_IN.get(runs[0].style.style_id) if runs else None
    if lead:
        return _item(lead, runs[0].text, "".join(run.text for run in runs[1:]))
    kind = _STYLES[paragraph.style.style_id]
    text = paragraph.text
    return _item(kind, text.replace("\n", "") if kind in {"title", "attachment"} else text)
