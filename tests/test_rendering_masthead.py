"""发文机关标志 on the page (GB/T 9704—2012, 7.2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documents import document, text

from drafter.blocks import Masthead, Paragraph
from drafter.rendering.office import office, to_pdf
from drafter.rendering.pdf import measure
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(office() is None, reason="rendering needs LibreOffice")
def test_a_name_of_any_length_keeps_to_one_line(tmp_path: Path) -> None:
    """Names of 3 to 30 characters stand on one line, between the edges of the text area."""
    names = ["示例市云溪区人民政府清河街道办事处党政综合办公室文件发文机关甲乙丙"[:length] for length in range(3, 31)]
    blocks = [Masthead((), (text(name),), text("号"), (text("张某某"),)) for name in names]
    path = tmp_path / "report.docx"
    path.write_bytes(WRITERS["docx"](document(*blocks, Paragraph(text("正文。")))))
    to_pdf(path, tmp_path / "report.pdf")
    lines = [line for page in measure(tmp_path / "report.pdf") for line in page.lines if line.size > 20]
    assert [line.text for line in lines] == names
    assert all(line.left > 27.9 and line.right < 184.1 for line in lines)
