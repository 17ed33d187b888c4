"""On what the program writes itself, and on clean sentences, the rules on texts find nothing to blame."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from given import asked_facts, asked_measures, value
from offices import FULL_NAMES
from ruamel.yaml import YAML

from drafter import compose, load
from drafter.checks.text import Line, check_text, subject_of_document, subject_of_lines
from drafter.outline import MATTERS, Organ
from drafter.outline.parts import BY_PARTS, BY_TOPICS
from drafter.readers.text import read_lines
from drafter.report import Report
from drafter.writers import write

if TYPE_CHECKING:
    from drafter.checks import Finding

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted([*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests" / "data" / "reports").glob("*-20??.yaml")])
GOOD: list[str] = YAML(typ="safe").load(ROOT / "tests" / "data" / "good_sentences.yaml")
GAP = {"公开-11", "层次-02"}  # some clean sentences hold a gap, or are cut out behind their “（一）”

_PLAN = (
    "配齐法制审核人员，全年组织业务培训不少于4期。合同审查限时办结，疑难事项由法律顾问会同科室会商。"
    "每半年评查一次执法案卷，评查结果在例会上通报。"
)
"""A plan of some length."""


def grave(findings: list[Finding]) -> list[str]:
    """Return what is more than a hint."""
    return [str(finding) for finding in findings if finding.level != "提示"]


def full_draft(organ: Organ, skeleton: str) -> Report:
    """Return a report in which every fact and every measure that is asked of an organ type is given."""
    data = {
        matter.name: {name: value(name) for name in asked_facts(matter.name, organ)}
        | {"开展工作": list(asked_measures(matter.name, organ))}
        for matter in MATTERS.values()
        if organ in matter.organs
    }
    cause = "专业力量集中在少数岗位"
    return Report.model_validate(
        {
            "年度": "2024",
            "单位": {"类型": organ.value, "全称": FULL_NAMES[organ], "上级": "区委、区政府"},
            "报送": {"主送机关": ["区委", "区政府"], "署名": [FULL_NAMES[organ]], "成文日期": "2025年1月16日"},
            "版式": {"骨架": skeleton},
            "数据": data,
            "不足和原因": [
                {"标题": "专业力量不足", "表现": "合同审查时限偏紧，个别合同审查意见反馈不及时。", "原因": cause}
            ],
            "第一责任人履职": [{"标题": "带头学法", "内容": "主要负责人带头讲授法治专题课。"}],
            "下一年度安排": [{"标题": "充实力量", "内容": _PLAN}],
        }
    )


@pytest.mark.parametrize("skeleton", [BY_PARTS, BY_TOPICS])
@pytest.mark.parametrize("organ", list(Organ))
def test_full_drafts_are_clean(organ: Organ, skeleton: str) -> None:
    """Everything that the wording files can say passes, for every organ type and both skeletons."""
    report = full_draft(organ, skeleton)
    subject = subject_of_document(report, compose(report), dt.date(2025, 1, 20))
    assert grave(check_text(subject)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_examples_are_clean(file: Path) -> None:
    """The examples and the real reports as data files."""
    report = load(file).report
    assert grave(check_text(subject_of_document(report, compose(report), dt.date(2026, 11, 1)))) == []


@pytest.mark.parametrize("form", ["docx", "md"])
def test_the_same_from_a_written_file(form: str, tmp_path: Path) -> None:
    """A file that was written and is read back has the same paragraphs and is as clean."""
    report = load(ROOT / "examples" / "qinghe-street.yaml").report
    document = compose(report)
    write(document, tmp_path / f"报告.{form}")
    ours = subject_of_document(report, document)
    back = subject_of_lines(read_lines(tmp_path / f"报告.{form}"))
    assert [(p.view, p.kind, p.level) for p in back.paragraphs] == [(p.view, p.kind, p.level) for p in ours.paragraphs]
    assert (back.year, back.organ, back.date) == (ours.year, ours.organ, ours.date)
    assert grave(check_text(back)) == []


@pytest.mark.parametrize("text", GOOD)
def test_good_sentences_are_left_alone(text: str) -> None:
    """No rule blames a clean sentence."""
    findings = [finding for finding in check_text(subject_of_lines([Line(text)])) if finding.code not in GAP]
    assert [str(finding) for finding in findings] == []
