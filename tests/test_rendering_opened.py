"""Our Word file in LibreOffice itself, without the help that a PDF of ours gets: the signature never stands alone."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from documents import text

from drafter.blocks import AttachmentNote, Closing, Document, Paragraph, Signature
from drafter.numbering.ending import parted
from drafter.rendering.office import office
from drafter.rendering.pdf import measure
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.blocks import Block

pytestmark = pytest.mark.skipif(office() is None, reason="rendering needs LibreOffice")

_LINES, _CELLS = 22, 28
_SENTENCE = "末段法治法治法治法治法治法治法治法治法。"
_DATE = "2025年1月8日"
_JOINT = (text("中共示例市云溪区委员会"), text("示例市云溪区人民政府"))
_ENDINGS: dict[str, tuple[Block, ...]] = {
    "unsealed": (Signature((text("清河局"),), text(_DATE), sealed=False),),
    "sealed": (Signature((text("清河局"),), text(_DATE), sealed=True),),
    "joint": (Signature(_JOINT, text(_DATE), sealed=True),),
    "stamped": (Signature((text("局长"),), text(_DATE), sealed=False, stamps=(text("张某某"),)),),
    "attachments": (
        Closing(text("特此报告。")),
        AttachmentNote((text("名单"), text("数据表"))),
        Signature((text("清河局"),), text(_DATE), sealed=True),
    ),
    "many attachments": (
        AttachmentNote(tuple(text(f"甲{'数据统计表' * (3 + order % 5)}") for order in range(12))),
        Signature(_JOINT, text(_DATE), sealed=True),
    ),
}


@dataclass(frozen=True)
class Case:
    """A last paragraph of some lines, the lines before it on its page, and what stands below it."""

    lines: int
    before: int
    ending: str

    def content(self) -> bytes:
        """Return the Word file."""
        last = (_SENTENCE * _LINES * 2)[: _CELLS * self.lines - 3] + "。"
        filler = (Paragraph(text("前面的一段。")) for _ in range(self.before))
        return WRITERS["docx"](parted(Document((*filler, Paragraph(text(last)), *_ENDINGS[self.ending]))))


def alone(pdf: Path) -> bool:
    """Tell whether no text stands above the signature on its page."""
    lines = next(page.lines for page in measure(pdf) if any(_DATE in line.text for line in page.lines))
    return not lines[0].text.startswith(
        ("末", "法", "治", "前面", "附件", "甲", "数", "据", "统", "计", "表", *"123456789")
    )


def opened(cases: list[Case], folder: Path) -> list[Case]:
    """Return those cases in which the signature stands alone when LibreOffice opens the file."""
    for order, case in enumerate(cases):
        (folder / f"{order}.docx").write_bytes(case.content())
    command = [str(office()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    files = [f"{order}.docx" for order in range(len(cases))]
    subprocess.run([*command, "--convert-to", "pdf", *files], cwd=folder, check=True, capture_output=True, timeout=600)
    return [case for order, case in enumerate(cases) if alone(folder / f"{order}.pdf")]


@pytest.mark.parametrize("ending", _ENDINGS)
def test_the_signature_is_never_alone(ending: str, tmp_path: Path) -> None:
    """Last paragraphs of 12 to 43 lines, ending on lines below which there is no room for the signature."""
    lengths = (12, 18, 20, 22, 43)
    cases = [Case(lines, (end - lines) % _LINES, ending) for lines in lengths for end in (18, 22)]
    assert opened(cases, tmp_path) == []
