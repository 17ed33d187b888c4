"""The last paragraph of the text: short enough to stand on one page with the signature."""

from __future__ import annotations

import pytest
from documents import document, table, text
from reports import lines, made

from drafter.blocks import AttachmentNote, Block, Closing, Document, Heading, Paragraph, Point, Signature, Span, plain
from drafter.checks import check
from drafter.numbering.ending import kept_notes, last_paragraph, length, most, parted
from drafter.wording import compose

SIGNATURE = Signature((text("清河街道办事处"),), text("2025年1月8日"), sealed=False)
SENTENCE = "全面落实行政执法三项制度，年内评查案卷不少于六十卷，问题限期整改。"
LONG = SENTENCE * 16
ITEM = SENTENCE.replace("。", "；")


def ended(*blocks: Block) -> list[str]:
    """Return the paragraphs of a document that ends with some blocks and a signature, too long ones cut."""
    return lines(parted(Document((Paragraph(text("前一段。")), *blocks, SIGNATURE))))[1:]


@pytest.mark.parametrize(
    ("given", "pieces"),
    [
        (SENTENCE, [SENTENCE]),
        (SENTENCE * 10, [SENTENCE * 10]),
        (SENTENCE * 11, [SENTENCE * 5, SENTENCE * 6]),
        (LONG, [SENTENCE * 8, SENTENCE * 8]),
        (LONG * 2, [SENTENCE * 16, SENTENCE * 8, SENTENCE * 8]),
        (ITEM * 15 + SENTENCE, [ITEM * 8, ITEM * 7 + SENTENCE]),
        (
            "一是" + SENTENCE * 5 + "二是" + SENTENCE * 6 + "三是" + SENTENCE,
            ["一是" + SENTENCE * 5, "二是" + SENTENCE * 6 + "三是" + SENTENCE],
        ),
        ("做到“" + SENTENCE * 12 + "”的要求。", ["做到“" + SENTENCE * 12 + "”的要求。"]),
        ("法" * 500 + "。", ["法" * 500 + "。"]),
        ("短句。" + "法" * 334 + "。", ["短句。", "法" * 334 + "。"]),
    ],
    ids=["short", "at-the-limit", "above-it", "halves", "three", "semicolons", "points", "quotation", "one", "far"],
)  # fmt: skip
def test_a_long_last_paragraph_is_cut_where_a_sentence_ends(given: str, pieces: list[str]) -> None:
    """Near its middle, before a new point if there is one, never inside quotation marks; not a character is lost."""
    assert ended(Paragraph(text(given))) == pieces


def test_spans_keep_where_they_come_from() -> None:
    """Cut in the middle of a span or between two: both parts point to the same place of the data file."""
    fact = Span("60", "fact", "data.yaml", 7, "数据.甲.乙", "甲.乙", stated=True)
    own = [
        Span(part, "prose", "data.yaml", 9, "下一年度安排.1.内容")
        for part in (SENTENCE * 5 + SENTENCE[:-2], "改。" + SENTENCE * 6)
    ]
    head, tail = parted(Document((Paragraph((own[0], fact, own[1])), SIGNATURE))).blocks[:2]
    assert isinstance(head, Paragraph)
    assert isinstance(tail, Paragraph)
    assert head.text == (own[0], fact, Span("改。", "prose", "data.yaml", 9, "下一年度安排.1.内容"))
    assert tail == Paragraph((Span(SENTENCE * 6, "prose", "data.yaml", 9, "下一年度安排.1.内容"),), continued=True)


def test_a_run_in_heading_stays_with_its_first_sentences() -> None:
    """The heading counts, but is never cut; a numbered point keeps its number."""
    heading = Heading(2, text("加强执法监督。"), run_in=True, number="（三）", body=text(LONG))
    assert ended(heading) == ["（三）加强执法监督。" + SENTENCE * 8, SENTENCE * 8]
    point = Point(text(LONG), inline=False, number="三是")
    first, second = parted(Document((point, SIGNATURE))).blocks[:2]
    assert isinstance(first, Point)
    assert isinstance(second, Paragraph)
    assert [first.number, plain(first.text), plain(second.text)] == ["三是", SENTENCE * 8, SENTENCE * 8]


def test_what_stands_below_counts() -> None:
    """特此报告 and 附件说明 do not hide the paragraph above them; further sealed names and 附件 leave it less room."""
    joint = Signature((text("甲"), text("乙")), text("2025年1月8日"), sealed=True)
    note = AttachmentNote((text("名单"), text("数据")))
    assert ended(Paragraph(text(LONG)), Closing(text("特此报告。")), note) == [SENTENCE * 8, SENTENCE * 8]
    below = ([SIGNATURE], [note, SIGNATURE], [joint], [note, joint], [note] * 9)
    assert [most(blocks) // 28 for blocks in below] == [12, 10, 7, 5, 3]


def test_of_a_long_list_of_attachments_the_end_stands_above_the_signature() -> None:
    """A list that would fill the page is not kept as a whole."""
    given = (("名单", 6), ("名单", 7), ("名单" * 11, 3), ("名单" * 11, 4))
    assert [kept_notes([title] * count) for title, count in given] == [6, 2, 3, 2]


def test_other_paragraphs_are_left_as_they_are() -> None:
    """A long paragraph that is not the last, and one above a table, are the clerk's own affair."""
    long = Paragraph(text(LONG))
    assert ended(long, Paragraph(text("末段。"))) == [LONG, "末段。"]
    assert last_paragraph((long, table("数据"), SIGNATURE)) is None
    assert parted(document(long)) == document(long)


def _plan(content: str) -> list[str]:
    """Return what the check says of the last paragraph of a report whose last plan has this content."""
    report = made(下一年度安排=[{"标题": "加强执法监督", "内容": content}])
    return [found.message for found in check(report, compose(report)) if found.code == "陈述-05"]


def test_the_clerk_is_told() -> None:
    """Where the program has cut, and where it could not; of a short paragraph nothing is said."""
    assert _plan(SENTENCE) == []
    assert _plan(LONG) == ["最后一段太长，已在“问题限期整改。”后面另起一段。想分在别处，请在那里空一行"]
    assert _plan("法" * 400) == ["最后一段有411字，没有句号可以断开，署名可能单独成一面。请分成几句"]
    assert length(compose(made(下一年度安排=[{"标题": "加强执法监督", "内容": LONG}])).blocks[-2]) <= 336
