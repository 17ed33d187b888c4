"""The page of HTML: self-contained, with real headings, safe, and in the layout of the profile."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from documents import document, everything, text

from drafter.blocks import Attachment, Heading, Paragraph, Signature, Table, Title
from drafter.rendering.pdf import measure
from drafter.writers import WRITERS
from drafter.writers.profiles import profile
from drafter.writers.web import html

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Tags(HTMLParser):
    """Collect tags with their attributes; check that each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Compare with what was opened last."""
        assert self.open.pop() == tag


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Return the tags of a page."""
    parser = Tags()
    parser.feed(page)
    parser.close()
    assert not parser.open
    return parser.found


def page() -> str:
    """Return the page with every kind of block."""
    return WRITERS["html"](everything()).decode()


def test_the_frame() -> None:
    """Language, encoding, width and title are set; there is one h1."""
    found = tags(page())
    assert ("html", {"lang": "zh-CN"}) in found
    assert ("meta", {"charset": "utf-8"}) in found
    assert any(given.get("name") == "viewport" for tag, given in found if tag == "meta")
    assert "<title>示例市云溪区人民政府清河街道办事处关于2024年法治政府建设情况的报告</title>" in page()
    assert [tag for tag, _ in found].count("h1") == 1


def test_nothing_from_elsewhere() -> None:
    """No script, no picture, no font, no address: the page is complete in itself and may lie on any website."""
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in tags(page())}
    assert not [name for _, given in tags(page()) for name in given if name.startswith("on") or name in {"src", "href"}]
    style = page()[page().index("<style>") : page().index("</style>")]
    assert not re.search(r"url\(|@import|@font-face", style)


def test_texts_cannot_become_tags() -> None:
    """Whatever the clerk writes stays text, in the title of the window too."""
    nasty = "</title></style><script>alert(1)</script>&lt;"
    written = WRITERS["html"](document(Title((text(nasty),)), Paragraph(text(nasty)))).decode()
    assert "<script" not in written
    assert written.count("&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;") >= 2


def test_headings_have_their_levels() -> None:
    """Own-line headings are h2 to h4; run-in ones are headings to a screen reader."""
    own = (Heading(level, text(name)) for level, name in ((1, "甲"), (2, "乙"), (3, "丙")))
    written = document(*own, Heading(2, text("丁"), run_in=True), Paragraph(text("文。")))
    body = WRITERS["html"](written).decode()
    assert "<h2>一、甲</h2>\n<h3>（一）乙</h3>\n<h4>1.丙</h4>\n" in body
    assert '<p><span class="level2" role="heading" aria-level="3">（二）丁。</span>文。</p>' in body


def test_tables_have_heads() -> None:
    """Cells of the head row say that they head a column."""
    heads = [given for tag, given in tags(page()) if tag == "th"]
    assert heads
    assert all(given == {"scope": "col"} for given in heads)


def test_the_signature_is_unsealed() -> None:
    """On a website there is no seal: the name ends two characters from the right (7.3.5.2), sealed or not."""
    pages = [
        WRITERS["html"](document(Signature((text("清河局"),), text("2025年1月16日"), sealed=sealed)))
        for sealed in (True, False)
    ]
    assert pages[0] == pages[1]
    assert '<p style="--above: 1; --right: 7.5">清河局</p>' in pages[0].decode()


def test_attachments_are_sections() -> None:
    """An attachment is a section of its own that begins a page in print."""
    written = WRITERS["html"](document(Attachment(1, text("数据"), (Paragraph(text("正文。")),)))).decode()
    assert (
        '<section class="attachment">\n<p class="mark">附件1</p>\n<h2>数据</h2>\n<p>正文。</p>\n</section>' in written
    )
    assert ".attachment { break-before: page;" in written


def test_the_page_goes_by_the_profile() -> None:
    """Margins, line, faces and the place of the page number are those of the profile."""
    standard, own = page(), html(everything(), profile("电子公文")).decode()
    assert "@page { size: A4; margin: 37mm 26mm 35mm 28mm; }" in standard
    assert "@page { size: A4; margin: 34.6mm 26mm 32.6mm 28mm; }" in own
    assert "--line: 28.95pt;" in standard
    assert "--line: 29.45pt;" in own
    assert '--body: "Times New Roman", "仿宋_GB2312", "FangSong_GB2312", "仿宋",' in standard
    assert "@page :left { @bottom-left {" in standard
    assert "@bottom-center" in html(everything(), profile("页码居中")).decode()


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MEASURE = """<script>const box = document.querySelector(".table"), cell = box.querySelector("td");
document.title = [box.scrollWidth > box.clientWidth, document.documentElement.scrollWidth <= innerWidth,
cell.clientWidth > 3.5 * parseFloat(getComputedStyle(cell).fontSize)].join();</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_a_wide_table_scrolls(tmp_path: Path) -> None:
    """Columns keep room for four characters on a screen; what is too wide scrolls in itself, the page does not."""
    heads = tuple(text("调解件数") for _ in range(20))
    written = WRITERS["html"](document(Paragraph(text("文。")), Table((), heads, (heads,)))).decode()
    (tmp_path / "page.html").write_text(written.replace("</body>", f"{MEASURE}</body>"), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1000,900", "--dump-dom")
    command = [str(CHROMIUM), *options, f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "page.html").as_uri()]
    shown = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120).stdout
    assert re.search("<title>(.*?)</title>", shown)[1] == "true,true,true"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_the_printed_page(tmp_path: Path) -> None:
    """Printed: 22 lines of 28 characters from 28 to 184 mm (5.2), page numbers 7 mm below at the outer edge (7.5)."""
    written = WRITERS["html"](document(Paragraph(text("法治政府建设年度报告" * 130)))).decode()
    (tmp_path / "page.html").write_text(written, encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer")
    where = (f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    command = [str(CHROMIUM), *options, *where, (tmp_path / "page.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    first, second, *_ = measure(tmp_path / "page.pdf")
    assert [len(line.glyphs) for line in second.lines[:-1]] == [28] * 22
    body = second.lines[:-1]
    assert (min(one.left for one in body), max(one.right for one in body)) == pytest.approx((28, 184), abs=1)
    assert [page.lines[-1].text for page in (first, second)] == ["—1—", "—2—"]
    assert first.lines[-1].right == pytest.approx(184 - 4.94, abs=1)
    assert second.lines[-1].left == pytest.approx(28 + 4.94, abs=1)
    assert [page.lines[-1].baseline for page in (first, second)] == pytest.approx([270.8, 270.8], abs=1)


def test_small() -> None:
    """The frame of a page is below 10 KB."""
    assert len(WRITERS["html"](document(Paragraph(text("文。"))))) < 10 * 1024
