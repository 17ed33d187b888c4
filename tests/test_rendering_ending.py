"""The signature never stands alone on a page: last paragraphs of every length, at every place where it would."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from documents import document, table, text

from drafter.blocks import AttachmentNote, Closing, Note, Paragraph, Signature
from drafter.rendering.ending import Ending
from drafter.rendering.office import office, to_pdf
from drafter.rendering.pdf import measure
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.blocks import Block

needs_office = pytest.mark.skipif(office() is None, reason="rendering needs LibreOffice")

_LINES, _CELLS = 22, 28
_FIRST, _PITCH = 45.3, 579 / 20 * 25.4 / 72
_DATE = "2025年1月8日"


@dataclass(frozen=True)
class Case:
    """A last paragraph of some lines that ends on a line of a page; ``room``: lines that the signature needs there."""

    lines: int
    ends: int
    room: int
    between: tuple[Block, ...] = ()
    names: tuple[str, ...] = ("清河局",)
    sealed: bool = False
    stamps: tuple[str, ...] = ()
    after: tuple[Block, ...] = ()

    def content(self) -> bytes:
        """Return the Word file."""
        filler = (self.ends - self.lines) % _LINES
        return WRITERS["docx"](
            document(
                *(Paragraph(text("前面的一段。")) for _ in range(filler)),
                Paragraph(text("末段" + "法" * (_CELLS * self.lines - 4))),
                *self.between,
                Signature(
                    tuple(map(text, self.names)), text(_DATE), sealed=self.sealed, stamps=tuple(map(text, self.stamps))
                ),
                *self.after,
            )
        )


def place(case: Case, folder: Path) -> tuple[bool, int]:
    """Return whether text stands above the signature on its page, and the last line that is used of the page before."""
    word = folder / "report.docx"
    word.write_bytes(case.content())
    to_pdf(word, folder / "report.pdf")
    pages = [
        [(round((line.baseline - _FIRST) / _PITCH) + 1, line.text) for line in page.lines if "—" not in line.text]
        for page in measure(folder / "report.pdf")
    ]
    at = next(order for order, page in enumerate(pages) if _DATE in [line for _, line in page])
    above = pages[at][0][1]
    return above.startswith(("法", "末段", "前面", "特此报告", "甲", "表")), pages[at - 1][-1][0] if at else _LINES


def judge(cases: list[Case], folder: Path) -> list[str]:
    """Return what is wrong: a signature alone, a hole on the page before it."""
    folders = [folder / str(order) for order in range(len(cases))]
    for one in folders:
        one.mkdir()
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(place, cases, folders))
    wrong = [f"alone: {case}" for case, (above, _) in zip(cases, found, strict=True) if not above]
    least = [case.ends - (2 if case.lines == 1 else 1) for case in cases]  # with a single line the one above goes along
    return wrong + [
        f"page before ends on line {last}: {case}"
        for case, least_, (_, last) in zip(cases, least, found, strict=True)
        if last < least_
    ]


@needs_office
def test_last_paragraphs_of_every_length(tmp_path: Path) -> None:
    """1 to 30 lines, ending on one of the lines below which there is no room: one line goes over, the page is full."""
    cases = [Case(lines, _LINES - lines % 3, 3) for lines in range(1, 31)]
    assert judge(cases, tmp_path) == []


CLOSING = Closing(text("特此报告。"))
ATTACHMENTS = AttachmentNote((text("名单"), text("数据表")))
JOINT = ("中共示例市云溪区委员会", "示例市云溪区人民政府")
NOTE = Note(text("此件公开发布"))


@needs_office
@pytest.mark.parametrize(
    "case",
    [
        Case(21, 18, 5, sealed=True),
        Case(9, 20, 5, sealed=True),
        Case(21, 14, 10, names=JOINT, sealed=True),
        Case(21, 19, 4, names=JOINT),
        Case(22, 18, 5, names=("局长",), stamps=("张某某",)),
        Case(21, 19, 4, after=(NOTE,)),
        Case(21, 17, 6, (ATTACHMENTS,)),
        Case(9, 22, 6, (ATTACHMENTS,)),
        Case(9, 20, 7, (CLOSING, ATTACHMENTS)),
        Case(9, 16, 5, (table(""),)),
    ],
    ids=lambda case: f"{case.lines}-{case.ends}-{case.room}",
)
def test_signatures_of_every_kind(case: Case, tmp_path: Path) -> None:
    """Sealed or not, joint, stamped, with 结束语, 附件说明, 附注, below a table: never alone."""
    assert place(case, tmp_path)[0]


@needs_office
@pytest.mark.parametrize("lines", [2, 9, 21, 22])
def test_text_goes_along_with_the_closing(lines: int, tmp_path: Path) -> None:
    """A page of “特此报告。” and the signature alone would be as empty: the last line above goes along, and no more."""
    case = Case(lines, 20, 4, (CLOSING,))
    assert judge([case], tmp_path) == []
    pages = measure(tmp_path / "0" / "report.pdf")
    assert pages[-1].lines[1].text == "特此报告。"


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """A file without a signature, and one whose end is a table, have no paragraph that has to be broken."""
    for order, blocks in enumerate(((Paragraph(text("正文。")),), (table(), Signature((), text(_DATE), sealed=False)))):
        path = tmp_path / f"{order}.docx"
        path.write_bytes(WRITERS["docx"](document(*blocks)))
        assert not Ending(path).kept
