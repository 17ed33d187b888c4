"""What is internal: it is dropped, the numbering closes up, and its numbers come up nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from publishing import SOUND, changed

from drafter import load
from drafter.blocks import Document, Heading, Signature, all_spans, plain
from drafter.report import Report
from drafter.wording import compose
from drafter.wording.internal import closed, internal, opened

INNER = Path(__file__).parent / "data" / "publish" / "inner.yaml"


def public(**changes: Any) -> str:
    """Return the text of the public version of a sound report with keys changed."""
    return text_of(compose(Report.model_validate(changed(SOUND, **changes)), public=True))


def text_of(document: Document) -> str:
    """Return the text of a document, with the numbers of its headings."""
    heads = [block.number for block in document.blocks if isinstance(block, Heading)]
    return plain(all_spans(document)) + "｜".join(heads)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("办理12件【内部：，其中败诉3件】。", "办理12件。"),
        ("办理12件，【内部：其中败诉3件】。", "办理12件。"),
        ("办理12件，【内部：其中败诉3件，】均已办结。", "办理12件，均已办结。"),
        ("办理12件。【内部：败诉3件。】均已办结。", "办理12件。均已办结。"),
        ("办理12件。【内部：败诉3件】。均已办结。", "办理12件。均已办结。"),
        ("【内部：败诉3件】。均已办结。", "均已办结。"),
        ("【内部：败诉3件】", ""),
        ("甲、【内部：乙】、丙", "甲、丙"),
        ("办理【内部：含【待填：败诉件数】件】12件", "办理12件"),
        ("办理【内部:半角冒号】12件", "办理12件"),
        ("第一行【内部：跨\n行】第二行", "第一行\n第二行"),
        ("没有标记，。", "没有标记，。"),
    ],
)
def test_a_passage_goes_without_a_trace(text: str, left: str) -> None:
    """Neither doubled marks nor marks at the beginning remain; lines stay where they are."""
    assert closed(text) == left
    assert "【内部" not in opened(text)


def test_passages_are_known() -> None:
    """The passages of a text can be listed."""
    assert internal("甲【内部：乙】丙【内部：丁】") == ["乙", "丁"]


def test_everything_internal_is_dropped() -> None:
    """Items of every part, attachments and passages: none of them is in the public text."""
    report = load(INNER).report
    draft, document = text_of(compose(report)), text_of(compose(report, public=True))
    assert draft.count("暗") > 15
    assert "暗" not in document
    assert "【内部" not in draft
    assert "网格员每周走访" in document


def test_the_numbering_closes_up() -> None:
    """Two of three 不足 are numbered as two; the one attachment that is left has no number."""
    document = compose(load(INNER).report, public=True)
    heads = [block.number + plain(block.text) for block in document.blocks if isinstance(block, Heading)]
    assert [head for head in heads if "法治力量不足" in head or "普法形式单一" in head] == [
        "（一）法治力量不足。",
        "（二）普法形式单一。",
    ]
    assert "附件2" not in text_of(document)


def test_the_signature_is_unsealed() -> None:
    """The public version leaves no room for a seal, and signers do not stamp it."""
    signatures = [b for b in compose(load(INNER).report, public=True).blocks if isinstance(b, Signature)]
    assert [(block.sealed, block.stamps) for block in signatures] == [(False, ())]


def test_numbers_of_an_internal_item_come_up_nowhere() -> None:
    """The 事项 of an internal item is not stated by the wording file instead."""
    document = text_of(compose(load(INNER).report, public=True))
    for number in ("143", "142", "178", "99.3"):
        assert number not in document
    assert "626" in document


def test_numbers_of_an_internal_passage_come_up_nowhere() -> None:
    """What only an internal passage refers to stays out."""
    document = compose(load(INNER).report, public=True)
    stated = {span.fact for span in all_spans(document)}
    assert not {"行政应诉.行政诉讼件数", "行政应诉.诉讼败诉件数"} & stated


def _action(content: str, **keys: str) -> dict[str, Any]:
    return {"事项": "人民调解", "要点": "化解纠纷", "内容": content, **keys}


def test_internal_text_claims_nothing() -> None:
    """A number that open text states as well is stated there, and once."""
    sections = [
        {
            "专题": "矛盾纠纷与基层治理",
            "做法": [_action("暗中{调解受理件数}件。", 内部="是"), _action("共{调解受理件数}件。")],
        }
    ]
    report = Report.model_validate(changed(SOUND, 主要举措和成效=sections))
    spans = [span for span in all_spans(compose(report, public=True)) if span.fact == "人民调解.调解受理件数"]
    assert [(span.text, span.stated) for span in spans] == [("626", True)]


def test_a_repeated_number_stays_withheld() -> None:
    """A number that 不足 repeats is not stated by the wording file either; the clerk's own sentence stands."""
    sections = [{"专题": "矛盾纠纷与基层治理", "做法": [_action("暗中{调解受理件数}件。", 内部="是")]}]
    lacks = [{"标题": "不足", "表现": "纠纷多，有{调解受理件数}件。", "原因": "基数大"}]
    text = public(主要举措和成效=sections, 不足和原因=lacks)
    assert text.count("626") == 1
    assert "618" not in text


def test_a_passage_in_the_parts_that_only_repeat_withholds_nothing() -> None:
    """不足 repeats a number of part one: dropping the passage leaves part one as it is."""
    text = public(不足和原因=[{"标题": "不足", "表现": "人手少【内部：，仅{调解受理件数}件】。", "原因": "编制紧"}])
    assert "受理各类矛盾纠纷626件" in text
    assert "仅" not in text


def test_what_part_three_lends_to_an_internal_section_stays() -> None:
    """第一责任人履职 without a part of its own is folded into part one, also where that section is internal."""
    text = public(
        提纲=["主要举措和成效", "不足和原因", "下一年度安排"],
        主要举措和成效=[{"专题": "组织领导与责任", "标题": "暗的组织领导", "内容": "暗的引语。", "内部": "是"}],
    )
    assert "带头讲授法治专题课" in text
    assert "暗" not in text


def test_a_draft_without_internal_text_is_the_same() -> None:
    """Apart from seal and furniture nothing changes."""
    report = Report.model_validate(SOUND)
    assert text_of(compose(report)) == text_of(compose(report, public=True))


def test_places_lead_to_the_right_line() -> None:
    """A passage over two lines does not shift the lines of what follows."""
    lines = INNER.read_text(encoding="utf-8").splitlines()
    for span in all_spans(compose(load(INNER).report, public=True)):
        if span.kind == "prose" and span.line and len(span.text) > 6 and span.key.startswith("主要举措和成效"):
            assert span.text[:6] in "".join(lines[span.line - 1 : span.line + 1])
