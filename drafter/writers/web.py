"""Blocks to one self-contained page of HTML, the same paragraphs as in Word: for preview, print and the website.

版头 and 版记 belong to the paper and are left out; the signature is set unsealed, as on every web page (实务).
"""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Closing,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Point,
    Signature,
    Table,
    Title,
    plain,
)
from drafter.resources import text
from drafter.width import width
from drafter.writers.profile import Profile
from drafter.writers.profiles import standard
from drafter.writers.signature import places, stamp_places
from drafter.writers.text import (
    attachment_lines,
    attachment_mark,
    grid,
    note_text,
    shown,
    signature_lines,
)
from drafter.writers.title import lines

if TYPE_CHECKING:
    from drafter.blocks import Document, Furniture

_FALLBACKS = {
    "方正小标宋简体": ("方正小标宋_GBK", "华文中宋", "STZhongsong", "Source Han Serif SC", "Noto Serif CJK SC"),
    "仿宋_GB2312": ("FangSong_GB2312", "仿宋", "FangSong", "STFangsong"),
    "楷体_GB2312": ("KaiTi_GB2312", "楷体", "KaiTi", "STKaiti"),
    "黑体": ("SimHei", "Source Han Sans SC", "Noto Sans CJK SC", "STHeiti"),
    "宋体": ("SimSun", "STSong"),
    "仿宋": ("FangSong", "STFangsong"),
    "楷体": ("KaiTi", "STKaiti"),
}
"""What may stand in for a face; no font is shipped."""


def html(document: Document, profile: Profile | None = None) -> bytes:
    """Return the bytes of an HTML file."""
    chosen = profile or standard()
    title = next(("".join(map(shown, block.parts)) for block in document.blocks if isinstance(block, Title)), "")
    body = "\n".join(chunk for block in document.blocks for chunk in _chunks(block, chosen))
    page = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(title)}</title>
<style>
{_numbers(chosen)}
{text("templates/html/report.css").strip()}
</style>
</head>
<body>
<main class="sheet">
{body}
</main>
</body>
</html>
"""
    return page.encode()


def _text(value: str) -> str:
    return escape(value, quote=False)


def _numbers(profile: Profile) -> str:
    """Return the profile as custom properties, and the page of the printer."""
    bottom, right = 297 - profile.number("页面.天头") - profile.number("页面.版心高"), _right(profile)
    margins = f"{profile.number('页面.天头'):g}mm {right:g}mm {bottom:g}mm {profile.number('页面.订口'):g}mm"
    faces = {"body": "正文", "title": "标题", "heading1": "一级标题", "heading2": "二级标题", "heading3": "三级标题"}
    faces |= {"mark": "附件序号", "caption": "表题", "column": "表头", "cell": "表文"}
    values = {name: _stack(profile, element) for name, element in faces.items()}
    values |= {
        "size": f"{profile.number('正文.字号'):g}pt",
        "line": f"{profile.number('正文.行距'):g}pt",
        "spacing": f"{profile.spacing / 20:g}pt",
        "title-size": f"{profile.number('标题.字号'):g}pt",
        "title-line": f"{profile.number('标题.行距'):g}pt",
        "title-weight": "bold" if profile.flag("标题.加粗") else "normal",
        "cell-size": f"{profile.number('表文.字号'):g}pt",
        "page": margins,
    }
    root = " ".join(f"--{name}: {value};" for name, value in values.items())
    return f":root {{ {root} }}\n@page {{ size: A4; margin: {margins}; }}\n{_page_number(profile)}"


def _right(profile: Profile) -> float:
    return 210 - profile.number("页面.订口") - profile.number("页面.版心宽")


def _page_number(profile: Profile) -> str:
    """Return where printers that can do so put the page number (7.5)."""
    dash = '"— " counter(page) " —"' if profile.flag("页码.一字线") else "counter(page)"
    look = f"content: {dash}; font: {profile.number('页码.字号'):g}pt {_stack(profile, '页码')};"
    look += f" vertical-align: top; padding: {profile.number('页码.距版心') - 2:g}mm 1em 0;"
    if profile.word("页码.位置") == "居中":
        return f"@page {{ @bottom-center {{ {look} }} }}"
    return f"@page :right {{ @bottom-right {{ {look} }} }}\n@page :left {{ @bottom-left {{ {look} }} }}"


def _stack(profile: Profile, element: str) -> str:
    """Return a face with what may stand in for it; digits and Latin letters come first, as in Word."""
    face = profile.word(f"{element}.字体")
    latin = [] if element in {"页码", "附件序号"} else [profile.word("正文.西文")]
    names = [f'"{name}"' for name in (*latin, face, *_FALLBACKS.get(face, ()))]
    return ", ".join([*names, "sans-serif" if face == "黑体" else "serif"])


@singledispatch
def _chunks(block: Block, profile: Profile) -> list[str]:
    """Return the elements of a block."""
    raise TypeError(block, profile)


@_chunks.register
def _title(block: Title, profile: Profile) -> list[str]:
    broken = lines([shown(part) for part in block.parts], profile.title_limit, fixed=block.fixed)
    spans = "".join(f'<span class="line">{_text(line)}</span>' for line in broken)
    return [f"<h1>{spans}</h1>"]


@_chunks.register
def _heading(block: Heading, _: Profile) -> list[str]:
    text, level = _text(block.number + shown(block.text)), block.level + 1
    if not block.run_in:
        return [f"<h{level}>{text}</h{level}>"]
    lead = f'<span class="level{block.level}" role="heading" aria-level="{level}">{text}</span>'
    return [f"<p>{lead}{_text(shown(block.body))}</p>"]


@_chunks.register
def _addressee(block: Addressee, _: Profile) -> list[str]:
    return [f'<p class="addressee">{_text(shown(block.text))}</p>']


@_chunks.register(Paragraph)
@_chunks.register(Closing)
def _paragraph(block: Paragraph | Closing, _: Profile) -> list[str]:
    return [f"<p>{_text(shown(block.text))}</p>"]


@_chunks.register
def _point(block: Point, _: Profile) -> list[str]:
    return [f"<p>{_text(block.number + shown(block.text))}</p>"]


@_chunks.register
def _table(block: Table, _: Profile) -> list[str]:
    head, *rows = grid((block.head, *block.rows))
    caption = [f"<caption>{_text(shown(block.caption))}</caption>"] if plain(block.caption) else []
    cells = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in head)
    body = [f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in rows]
    table = ["<table>", *caption, f"<thead><tr>{cells}</tr></thead>", "<tbody>", *body, "</tbody>", "</table>"]
    return ['<div class="table">', *table, "</div>"] if head or caption else []


@_chunks.register
def _attachment_note(block: AttachmentNote, _: Profile) -> list[str]:
    """Set 附件说明; a second line of a title begins below the title's first character (7.3.4)."""
    result = []
    for label, number, title in attachment_lines(block):
        measures = f"--left: {5 + width(number):g}; --hanging: {width(label) + width(number):g}"
        kind = "attachment-note first" if label else "attachment-note"
        result.append(f'<p class="{kind}" style="{measures}">{_text(label + number + title)}</p>')
    return result


@_chunks.register
def _signature(block: Signature, profile: Profile) -> list[str]:
    *names, date = signature_lines(block)
    if block.stamps:
        over, under = stamp_places([width(shown(stamp)) for stamp in block.stamps])
    else:
        over, under = places([width(name) for name in names], width(date), sealed=False, line=profile.characters)
    rows = [
        f'<p style="--above: {place.above}; --right: {place.right:g}">{_text(line)}</p>'
        for line, place in zip([*names, date], [*over, under], strict=True)
    ]
    return ['<div class="signature">', *rows, "</div>"]


@_chunks.register
def _note(block: Note, _: Profile) -> list[str]:
    return [f'<p class="note">{_text(note_text(block))}</p>']


@_chunks.register
def _attachment(block: Attachment, profile: Profile) -> list[str]:
    inner = [chunk for part in block.body for chunk in _chunks(part, profile)]
    mark, title = f'<p class="mark">{attachment_mark(block)}</p>', f"<h2>{_text(shown(block.title))}</h2>"
    return ['<section class="attachment">', mark, title, *inner, "</section>"]


@_chunks.register(Masthead)
@_chunks.register(Imprint)
def _furniture(_: Furniture, __: Profile) -> list[str]:
    """Leave out what belongs to the paper."""
    return []
