"""What the writers write is what the blocks say: read back from every format, paragraph by paragraph."""

from __future__ import annotations

import pytest
from documents import NASTY, SIGNATURE, blocks, document, everything, table, text
from hypothesis import given, settings
from hypothesis import strategies as st
from rereaders import from_blocks, from_docx, from_html, from_markdown

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Block,
    Closing,
    Document,
    Heading,
    Note,
    Paragraph,
    Point,
    Signature,
    Table,
    Title,
)
from drafter.writers import WRITERS

_TEXTS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("*_#`~|\\<>[]()!&;-+=.:$\"'{}1290 　\u00a0一（）。“”？！、甲乙"), min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=20),
)


def test_the_readings_agree() -> None:
    """Blocks, Markdown, HTML and .docx have the same paragraphs: kind, number and text."""
    expected = from_blocks(everything())
    assert from_markdown(WRITERS["md"](everything())) == expected
    assert from_html(WRITERS["html"](everything())) == expected
    assert from_docx(WRITERS["docx"](everything())) == expected


def test_every_kind_of_block_is_in_the_document() -> None:
    """The document that the other tests rest on leaves no kind of block out."""
    assert {type(block) for block in blocks()} == set(Block.__args__)


def test_there_are_more_than_ten_headings() -> None:
    """Numbers go on after ten: 十一、."""
    assert "十一、" in {item.number for item in from_docx(WRITERS["docx"](everything())) if item.kind == "heading1"}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_same_input_same_bytes(writer: object) -> None:
    """Writing twice gives the same file, down to the byte."""
    assert callable(writer)
    assert writer(everything()) == writer(everything())


@settings(max_examples=60, deadline=None)
@given(value=_TEXTS, other=_TEXTS)
def test_any_text_survives_every_format(value: str, other: str) -> None:
    """No text is taken for a mark, wherever it stands."""
    a, b = text(value), text(other)
    written = document(
        Title((a, b)),
        Addressee(a),
        Paragraph(b),
        Heading(1, a),
        Heading(2, b),
        Heading(3, a),
        Heading(2, b, run_in=True),
        Paragraph(a),
        Heading(3, a, run_in=True),
        Point(b),
        Point(a),
        Point(b, inline=False),
        Table(a, (a, b), ((b, a), (b,))),
        Closing(a),
        AttachmentNote((a, b)),
        Signature((a, b), b, sealed=True),
        Note(b),
        Attachment(None, a, (Paragraph(b), Table((), (b,), ((a,),)))),
    )
    expected = from_blocks(written)
    assert from_markdown(WRITERS["md"](written)) == expected
    assert from_html(WRITERS["html"](written)) == expected
    assert from_docx(WRITERS["docx"](written)) == expected


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_every_block_alone(writer: object) -> None:
    """Each kind of block can stand alone; an empty document can be written too."""
    assert callable(writer)
    for block in blocks():
        assert writer(document(block))
    assert writer(Document(()))


def test_tables_without_caption_stay_apart() -> None:
    """Two tables one behind the other are two tables in both formats."""
    written = document(table(""), table(""), SIGNATURE)
    expected = from_blocks(written)
    assert from_markdown(WRITERS["md"](written)) == expected
    assert from_html(WRITERS["html"](written)) == expected
    assert from_docx(WRITERS["docx"](written)) == expected
    assert WRITERS["docx"](written) != WRITERS["docx"](document(table(""), SIGNATURE))


def test_a_line_stays_a_line() -> None:
    """Tabs and line ends become blanks, control characters go: no format could hold them in a paragraph."""
    written = document(Paragraph(text("甲\n乙\t丙\x00丁\u2028戊\x0b己\ufffe")))
    assert [item.text for item in from_docx(WRITERS["docx"](written))] == ["甲 乙 丙丁 戊 己"]
    assert [item.text for item in from_markdown(WRITERS["md"](written))] == ["甲 乙 丙丁 戊 己"]
