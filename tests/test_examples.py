"""The examples: complete data files of invented organs, and what the program makes of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rereaders import from_blocks

from drafter import check, compose, load
from drafter.blocks import Heading, Signature, all_spans, plain
from drafter.outline.parts import ACHIEVEMENTS, BY_PARTS, BY_TOPICS, DUTIES
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from drafter.report import Report

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
SCHEMA_LINE = "# yaml-language-server: $schema="
RENEW = "python -m drafter build examples/*.yaml -f md -o examples"

each = pytest.mark.parametrize("file", EXAMPLES, ids=[file.stem for file in EXAMPLES])


def report_of(name: str) -> Report:
    """Return the report of an example."""
    return load(ROOT / "examples" / f"{name}.yaml").report


def test_every_kind_of_organ_is_here() -> None:
    """One of each kind that files such reports below a 市, and a second 街道; both skeletons."""
    kinds = {file.stem: load(file).report for file in EXAMPLES}
    found = {name: (str(report.organization.organ), report.layout.skeleton) for name, report in kinds.items()}
    assert found == {
        "baishi-town": ("乡镇", BY_PARTS),
        "donghu-committee": ("管委会", BY_TOPICS),
        "qinghe-street": ("街道", BY_PARTS),
        "songlin-street": ("街道", BY_TOPICS),
        "yunxi-district": ("县级政府", BY_PARTS),
        "yunxi-justice-bureau": ("政府部门", BY_PARTS),
    }


@each
def test_first_line_leads_editors_to_the_schema(file: Path) -> None:
    """The first line names the schema by a path that leads there from the example."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith(SCHEMA_LINE)
    schema = (file.parent / first.removeprefix(SCHEMA_LINE)).resolve()
    assert schema == ROOT / "schemas" / "report.schema.json"
    assert schema.is_file()


@each
def test_checked_without_fault(file: Path) -> None:
    """``check`` finds no 错误 and no 警告 on the day after the date of the report."""
    report = load(file).report
    day = report.submission.date.last + dt.timedelta(days=1)
    findings = check(report, compose(report), day)
    assert [str(finding) for finding in findings if finding.level != "提示"] == []


@each
def test_complete(file: Path) -> None:
    """Every example is signed and dated and has no gap."""
    report = load(file).report
    document = compose(report)
    assert [span.text for span in all_spans(document) if span.kind == "gap"] == []
    signature = next(block for block in document.blocks if isinstance(block, Signature))
    assert [plain(name) for name in signature.names] == report.submission.signatories
    assert "　" not in plain(signature.date)


@each
def test_organs_are_invented(file: Path) -> None:
    """Organs in the examples lie in 示例市 or 示例县."""
    report = load(file).report
    assert report.organization.full_name.startswith(("示例市", "示例县"))
    assert all(name.removeprefix("中共").startswith("示例") for name in report.submission.signatories)


@each
def test_markdown_beside_the_file_is_true(file: Path) -> None:
    """The .md beside each example is what the program writes today."""
    written = file.with_suffix(".md")
    now = WRITERS["md"](compose(load(file).report)).decode("utf-8")
    assert written.is_file(), f"examples/{written.name} is missing; make it with: {RENEW}"
    assert written.read_text(encoding="utf-8") == now, f"examples/{written.name} is out of date; renew it with: {RENEW}"


def test_prose_in_every_section() -> None:
    """In the first 街道 every section of part one has the clerk's own words, and numbers beside them."""
    report = report_of("qinghe-street")
    assert len(report.achievements) >= 10
    assert all(action.content for section in report.achievements for action in section.actions)
    headings = [block for block in compose(report).blocks if isinstance(block, Heading) and block.level == 2]
    assert len([block for block in headings if block.run_in]) >= len(report.achievements)


@pytest.mark.parametrize("name", ["baishi-town", "yunxi-justice-bureau"])
def test_numbers_and_measures_only(name: str) -> None:
    """In the 镇 and in the 局 part one is made of numbers and measures alone."""
    report = report_of(name)
    assert report.achievements == []
    assert report.own_facts == {}
    texts = [item.text + item.body for item in from_blocks(compose(report))]
    assert sum("一是" in text for text in texts) >= 8


def test_party_and_government_sign_together() -> None:
    """The report of the 镇 is signed by 党委 and 政府."""
    signatories = report_of("baishi-town").submission.signatories
    assert [name.startswith("中共") for name in signatories] == [True, False]


def test_the_chief_may_be_folded_in() -> None:
    """In the 管委会 part three is no part of its own: its item opens 组织领导与责任, with its numbers."""
    report = report_of("donghu-committee")
    assert DUTIES not in report.order
    texts = [item.text + item.body for item in from_blocks(compose(report))]
    place = next(at for at, text in enumerate(texts) if "加强组织领导" in text)
    assert "落实第一责任人职责" in texts[place + 1]
    assert "主持研究法治工作4次" in texts[place + 2]


def test_a_district_decides_on_reconsideration() -> None:
    """The 县级政府 reports the cases that it decided: applications, outcomes, and the rates that follow from them."""
    text = "".join(item.text + item.body for item in from_blocks(compose(report_of("yunxi-district"))))
    assert "共收到行政复议申请268件，受理221件" in text
    assert "行政复议直接纠错22件，直接纠错率10.28%" in text


def test_topics_stand_on_the_first_level() -> None:
    """By topics no heading says 主要举措和成效: the topics stand where it would."""
    report = report_of("songlin-street")
    headings = [
        plain(block.text) for block in compose(report).blocks if isinstance(block, Heading) and block.level == 1
    ]
    assert len(headings) > 10
    assert not any(ACHIEVEMENTS in heading for heading in headings)
