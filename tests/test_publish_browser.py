"""The page as Chromium shows it, at the width of a phone and of a desk; printed on A4."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from publishing import TODAY

from drafter import load
from drafter.publication import draft_of, published
from drafter.writers.profiles import standard

DATA = Path(__file__).parent / "data" / "publish"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")


def _page() -> tuple[str, str]:
    made = published(draft_of(load(DATA / "inner.yaml").report, TODAY), standard())
    texts = {Path(name).suffix: content.decode() for name, content in made.items() if not name.endswith(".docx")}
    return texts[".html"], texts[".txt"]


def _run(folder: Path, *options: str) -> str:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", *options]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120).stdout


def measured(folder: Path, width: int) -> dict[str, Any]:
    """Return what a script finds in a copy of the page, in a frame of that width (a window has a least width)."""
    script = (DATA / "measure.js").read_text(encoding="utf-8")
    inner = _page()[0].replace("</body>", f"<script>{script}</script></body>")
    (folder / "inner.html").write_text(inner, encoding="utf-8")
    frame = f'<iframe id="f" src="inner.html" style="width:{width}px;height:800px;border:0"></iframe>'
    read = "document.title = document.getElementById('f').contentDocument.getElementById('measured').textContent"
    show = f"<script>window.onload = () => {{ {read} }}</script>"
    (folder / "outer.html").write_text(f"<!DOCTYPE html><title></title>{frame}{show}", encoding="utf-8")
    url = (folder / "outer.html").as_uri()
    found = _run(folder, "--allow-file-access-from-files", "--window-size=1400,1000", "--dump-dom", url)
    title = re.search(r"<title>(.*?)</title>", found, re.DOTALL)
    assert title is not None
    result: dict[str, Any] = json.loads(unescape(title[1]))
    return result


@pytest.mark.parametrize(("width", "columns"), [(360, 1), (390, 1), (1280, 2)])
def test_the_page_in_a_browser(width: int, columns: int, tmp_path: Path) -> None:
    """Nothing sticks out, type is large enough, contrast is that of WCAG 2.1 AA, headings go down step by step."""
    found = measured(tmp_path, width)
    assert found["viewport"] == width
    assert found["width"] <= width
    assert found["outside"] == []
    assert found["smallest"] >= 15
    assert found["contrast"] >= 4.5
    assert found["language"] == "zh-CN"
    assert found["landmarks"] == 1
    assert found["columns"] == columns
    levels = found["headings"]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_browser_shows_the_text_of_the_word_file(tmp_path: Path) -> None:
    """What is selected and copied from the page is the plain text."""
    shown = measured(tmp_path, 1280)["text"]
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", _page()[1])


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="printing needs pdftotext")
def test_the_page_can_be_printed(tmp_path: Path) -> None:
    """On A4, with the metadata above the report and nothing lost."""
    (tmp_path / "page.html").write_text(_page()[0], encoding="utf-8")
    pdf = tmp_path / "page.pdf"
    _run(tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", (tmp_path / "page.html").as_uri())
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    info = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, encoding="utf-8").stdout
    assert "A4" in info
    bare = re.sub(r"\s", "", text)
    assert "公开方式主动公开" in bare
    for line in _page()[1].splitlines()[:4]:
        assert re.sub(r"\s", "", line)[:12] in bare
