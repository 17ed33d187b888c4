"""A 街道 that has only its numbers at hand: how many answers and key presses there are to a presentable draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pexpect", reason="POSIX only")

from clerk import NAME, ROUND, Clerk, files, held, keys
from pty_screen import ENTER, NEXT, ROOT, terminal
from questionnaire_walk import blank

from drafter.checks import check
from drafter.facts import Number
from drafter.questionnaire import answer, pass_matter, start
from drafter.report.ledger import Ledger
from drafter.store import load
from drafter.wording import compose

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.questionnaire import Question

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

NUMBERS: dict[str, dict[str, str]] = {
    "理论学法": {"中心组学法次数": "6", "会前学法次数": "8"},
    "统筹部署": {"党委研究法治次数": "4", "政府研究法治次数": "5"},
    "合法性审查": {"合同审查件数": "178", "规范性文件审查件数": "1", "其他事项审查件数": "48"},
    "政务服务": {"政务服务事项数": "126", "政务服务办件数": "9860"},
    "隐患排查": {"安全检查家次": "412", "安全隐患处数": "286", "隐患整改处数": "281"},
    "人民调解": {"调解受理件数": "626", "调解涉及金额": "705.765", "调解成功件数": "618"},
    "信访办理": {"信访件次": "143", "信访按期办结件数": "142"},
    "热线工单": {"热线工单件数": "1113", "热线按时办结件数": "1113"},
    "被申请行政复议": {"被复议件数": "5"},
    "行政应诉": {"应诉案件件数": "0"},
    "政府信息公开": {"主动公开条数": "179", "公开申请新收件数": "48", "公开申请办结件数": "44"},
    "法治宣传": {"普法活动场次": "42", "普法受众人次": "1.5万余"},
    "公共法律服务": {"法律咨询人次": "262"},
    "机构队伍": {"法治机构人数": "4"},
    "主要负责人履职": {"主持研究法治次数": "4", "讲法治课次数": "1"},
}
TEXTS = {
    "类型": "街道",
    "全称": "示例市云溪区人民政府清河街道办事处",
    "年度": "2024",
    "以自己的名义执法": "否",
    "主送机关": "中共云溪区委员会、云溪区人民政府",
    "成文日期": "2025年1月16日",
}
ITEMS: dict[tuple[Any, ...], str] = {
    ("不足和原因", 0, "标题"): "普法针对性不强",
    ("不足和原因", 0, "表现"): "青年普法活动全年只有3场，内容与其他人群相同。",
    ("不足和原因", 0, "原因"): "没有按人群列出普法需求",
    ("不足和原因", 1, "标题"): "法治力量与工作任务不相匹配",
    ("不足和原因", 1, "表现"): "合法性审查由1名兼职人员承担，合同审查平均用时5个工作日。",
    ("不足和原因", 1, "原因"): "法治岗位只有1个编制",
    ("下一年度安排", 0, "标题"): "1",
    ("下一年度安排", 0, "内容"): "6月底前按人群列出普法需求清单，青年普法活动不少于8场。",
    ("下一年度安排", 1, "标题"): "充实法治工作力量",
    ("下一年度安排", 1, "内容"): "增配1名专职审查人员，合同审查用时压缩到3个工作日以内。",
}


@dataclass
class Count:
    """What a session took: prompts, answers (also a proposal that is accepted), what was passed over, key presses."""

    prompts: int = 0
    answers: int = 0
    passed: int = 0
    presses: int = 0
    left: dict[str, set[str]] = field(default_factory=lambda: {name: set(facts) for name, facts in NUMBERS.items()})

    def add(self, typed: str, *, answers: bool) -> None:
        """Count one prompt; a Han character counts as one press, as do Enter and every arrow."""
        self.prompts += 1
        self.answers += answers
        self.passed += not answers
        self.presses += len(re.sub(r"\x1b\[[0-9]*[A-Z~]", "#", typed.replace("\x15", "")))


def _raw(question: Question) -> Any:
    """Return the answer to a question; an empty one where there is nothing to say."""
    if question.matter and question.path[-1] in NUMBERS.get(question.matter, {}):
        return NUMBERS[question.matter][str(question.path[-1])]
    if question.kind == "choices":
        return [option.value for option in question.options if option.value in NUMBERS]
    return ITEMS.get(question.path, TEXTS.get(str(question.path[-1]), ""))


def test_a_draft_from_numbers_alone(tmp_path: Path) -> None:
    """Sixty answers at most from the first question to a draft that states every number and has nothing to correct."""
    count = Count()
    with terminal(tmp_path, "new", columns=80, rows=300) as screen:
        clerk = Clerk(screen, start(blank(), quick=True), quick=True)
        while clerk.state.question is not None:
            question = clerk.question
            clerk.sees()
            left = count.left.get(question.matter, set())
            if question.matter and not left:
                screen.send(NEXT)
                count.add("#", answers=False)
                clerk.state = pass_matter(clerk.state)
                continue
            raw = _raw(question)
            typed = keys(question, raw)
            screen.send(typed)
            clerk.state = answer(clerk.state, raw)
            left.discard(str(question.path[-1]))
            count.add(typed, answers=bool(question.meant(raw)))
            if question.path == ("单位", "词语"):
                screen.wait_for(f"> {NAME}")
                screen.send(ENTER)
                screen.wait_for(ROUND)
                screen.send(ENTER)
                count.add(ENTER, answers=True)
                count.add(ENTER, answers=True)
        screen.wait_for("都问完了")
        screen.send(ENTER)
        screen.wait_for("检查没有发现错误和警告")
        assert screen.end() == 0
        transcript = screen.text.strip()
    assert [file.name for file in files(tmp_path)] == [NAME.replace("yaml", "docx"), NAME]
    assert held(tmp_path / NAME) == clerk.state.answers
    report = load(tmp_path / NAME).report
    stated = Ledger(report)
    for facts in NUMBERS.values():
        for name, typed in facts.items():
            value = stated.entries[name].value
            assert isinstance(value, Number)
            assert value.text == typed
    assert {finding.level for finding in check(report, compose(report))} == {"提示"}
    assert count.answers <= 60
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"答(\d+)次、略过(\d+)次，共按键(\d+)次", readme)
    assert told
    assert [int(number) for number in told.groups()] == [count.answers, count.passed, count.presses]
    block = re.search(r"<!-- transcript -->\n+```text\n\$ drafter new\n(.*?)\n```", readme, re.DOTALL)
    assert block
    assert transcript == block[1]
