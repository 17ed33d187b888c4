"""Small reports for tests."""

from __future__ import annotations

from typing import Any

from drafter.blocks import Document, Heading, Paragraph, plain
from drafter.report import Report
from drafter.wording import compose

BASE: dict[str, Any] = {
    "年度": "2024",
    "单位": {
        "类型": "街道",
        "全称": "示例市云溪区人民政府清河街道办事处",
        "简称": "清河街道",
        "上级": "区委、区政府",
    },
    "报送": {"成文日期": "2025年1月16日"},
}


def made(**changes: Any) -> Report:
    """Return a report with some keys of the data file changed."""
    return Report.model_validate(BASE | changes)


def body(report: Report, level: int = 2) -> list[str]:
    """Return the text of part one: its headings of ``level`` with what follows them, number first."""
    return [text for text in lines(compose(report)) if _belongs(text, level)]


def _belongs(text: str, level: int) -> bool:
    return text.startswith("（") if level == 2 else True


def lines(document: Document) -> list[str]:
    """Return headings and paragraphs as they are read."""
    result = []
    for block in document.blocks:
        match block:
            case Heading(number=number, text=text, body=rest):
                result.append(number + plain(text) + plain(rest))
            case Paragraph(text=text):
                result.append(plain(text))
            case _:
                pass
    return result
