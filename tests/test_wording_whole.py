"""全文: a section that the clerk has written herself, in place of everything that the program would say there."""

from __future__ import annotations

from typing import Any

from reports import made

from drafter.blocks import all_spans
from drafter.checks import check
from drafter.wording import compose

TOPIC = "矛盾纠纷与基层治理"
DATA: dict[str, Any] = {
    "人民调解": {"调解受理件数": "626", "调解成功件数": "618", "开展工作": ["培训人民调解员"]},
    "信访办理": {"信访件次": "143"},
    "法治宣传": {"普法活动场次": "42"},
}
WHOLE = "受理纠纷{调解受理件数}件，成功{调解成功件数}件，成功率{调解成功率}。\n\n办理信访{信访件次}件次。"


def text(*, public: bool = False, data: dict[str, Any] | None = None, **section: Any) -> str:
    """Return the text of a report with one section of the clerk's."""
    report = made(数据=data or DATA, 主要举措和成效=[{"专题": TOPIC, **section}])
    return "".join(span.text for span in all_spans(compose(report, public=public)))


def test_the_whole_takes_the_place_of_everything() -> None:
    """Neither measures nor sentences of the program stand beside it; its numbers are those of the file."""
    told = text(全文=WHOLE)
    assert "受理纠纷626件，成功618件，成功率98.72%。" in told
    assert "办理信访143件次。" in told
    assert told.count("626") == told.count("143") == 1
    assert "业务培训" not in told
    assert "42" in told


def test_its_heading_and_its_place_stay() -> None:
    """The section keeps its heading, the default one where it has none of its own."""
    for given, heading in (({"标题": "化解纠纷"}, "化解纠纷"), ({}, "深化矛盾纠纷化解，维护社会和谐稳定")):
        told = text(全文=WHOLE, **given)
        assert heading in told
        assert told.index(heading) < told.index("受理纠纷626件")


def test_what_it_leaves_out_is_an_error() -> None:
    """A number that was filled in and that it does not state is found, and only that one."""
    report = made(数据=DATA, 主要举措和成效=[{"专题": TOPIC, "全文": "成功率{调解成功率}。受理{调解受理件数}件。"}])
    found = [finding.message for finding in check(report, compose(report)) if finding.code == "陈述-01"]
    assert [message.partition("填了")[0] for message in found] == ["调解成功件数", "信访件次"]


def test_an_internal_one_stays_out_of_the_public_version() -> None:
    """内部: 是 takes the section and its numbers out; nobody else states them."""
    told = text(public=True, 全文=WHOLE, 内部="是")
    assert "626" not in told
    assert "143" not in told
    assert "42" in told
    assert "受理纠纷626件" in text(全文=WHOLE, 内部="是")
