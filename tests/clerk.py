"""A clerk at a terminal: answers questions from a script, with the engine beside the screen to know what comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from offices import FULL_NAMES
from pty_screen import CLEAR, DOWN, ENTER, SPACE
from questionnaire_walk import blank

from drafter.outline import Organ
from drafter.questionnaire import SECTIONS, State, answer, start
from drafter.store import begin, load

if TYPE_CHECKING:
    from pathlib import Path

    from pty_screen import Terminal

    from drafter.questionnaire import Question

NAME = "清河街道2024.yaml"
ANSWERS: dict[str, Any] = {
    "类型": "街道",
    "全称": FULL_NAMES[Organ.STREET],
    "年度": "2024",
    "填报范围": ["统筹部署", "人民调解"],
    "分解年度法治任务": "28项",
    "党委研究法治次数": "4",
    "政府研究法治次数": "３次",
    "推行多所联动调处": "司法所、派出所",
    "调解受理件数": "626件",
    "调解涉及金额": "705.765万元",
    "调解成功件数": "618",
    "疑难纠纷件数": "待填",
    "民转刑案件数": "无",
    "调解员人数": "不适用",
    "以自己的名义执法": "n",
    "署名": "",
    "成文日期": "2025年1月",
}
TEXTS = {"矛盾纠纷与基层治理": "设立联调中心。\n\n全年没有发生群体性事件。"}
CHOSEN = {"统筹部署": ["分解年度法治任务"], "人民调解": ["推行多所联动调处"]}
ITEMS = {
    "不足和原因": ["法治力量不足", "一人兼职。", "岗位编制少", ""],
    "第一责任人履职": ["带头学法", "领学习近平法治思想。", ""],
    "下一年度安排": ["充实法治力量", "全年培训4期。", "法治力量不足", ""],
    "其他事项": [""],
    "自己的专题": [""],
}
ROUND = "手头有什么？"


class Clerk:
    """Answers questions on a terminal, with the engine beside it to know what comes next."""

    def __init__(self, screen: Terminal, state: State, *, quick: bool = False) -> None:
        self.screen = screen
        self.quick = quick
        self.state = state
        self.asked = 0

    @property
    def question(self) -> Question:
        """The question that the engine is at."""
        question = self.state.question
        assert question is not None
        return question

    def sees(self) -> str:
        """Wait until the question stands on the screen, the last thing there; return the screen."""
        question = self.question
        head = f"[{SECTIONS.index(question.section) + 1}/{len(SECTIONS)} {question.section}"
        wanted = bare(question.text)

        def there(text: str) -> bool:
            _, found, block = text.rpartition(head)
            return bool(found) and wanted in bare(block) and "Ctrl+C 停下" in block

        text = self.screen.wait_until(lambda text: there(text) or ROUND in text, f"{head} … {question.text}")
        if ROUND not in text:
            return text
        self.screen.send(ENTER if self.quick else DOWN + ENTER)
        return self.screen.wait_until(there, f"{head} … {question.text}")

    def gives(self, raw: Any) -> None:
        """Type an answer and go on to the next question."""
        self.sees()
        self.screen.send(keys(self.question, raw))
        self.state = answer(self.state, raw)
        self.asked += 1


def scripted(question: Question) -> Any:
    """Return the answer of the script to a question."""
    key = str(question.path[-1])
    if question.section in ITEMS and isinstance(question.path[-2], int):
        given = ITEMS[question.section]
        within = {"标题": 0, "表现": 1, "内容": 1, "原因": 2, "对应不足": 2}[key]
        return given[-1] if question.path[-2] else given[within]
    if question.kind == "prose":
        return TEXTS.get(question.section, "")
    if question.kind == "choices":
        return CHOSEN.get(question.matter, []) if question.matter else ANSWERS.get(key, [])
    return ANSWERS.get(key, question.value or question.default)


def bare(text: str) -> str:
    """Return a text without its blanks: lines may be broken anywhere."""
    return re.sub(r"\s", "", text)


def keys(question: Question, raw: Any) -> str:
    """Return what has to be typed for an answer."""
    if question.kind == "choices":
        moves = [
            (SPACE if (option.value in raw) != (option.value in question.value) else "") for option in question.options
        ]
        return DOWN.join(moves) + ENTER
    if question.kind == "choice":
        values = [option.value for option in question.options]
        at = values.index(question.value) if question.value in values else 0
        return DOWN * ((values.index(raw) - at) % len(values)) + ENTER
    if question.kind == "prose" and "\n" in raw:
        return f"{CLEAR}\x1b[200~{raw}\x1b[201~{ENTER}"
    return ("" if question.kind == "yes_no" else CLEAR) + raw + ENTER


def files(folder: Path) -> list[Path]:
    """Return the files of a folder, without the hidden one that says that a window has a file open."""
    return sorted(file for file in folder.iterdir() if not file.name.startswith("."))


def held(path: Path) -> Any:
    """Return what a data file holds."""
    return load(path, begun=True).get(())


def begun(folder: Path, *matters: str) -> State:
    """Write a file in which the unit is answered, and that of part one there are these 事项; return the state."""
    state = start(blank())
    sections = SECTIONS[: 2 if matters else 1]
    while state.question is not None and state.question.section in sections:
        question = state.question
        known = list(matters) if question.kind == "choices" else ANSWERS.get(str(question.path[-1]), question.default)
        state = answer(state, known)
    data = begin(folder / NAME)
    data.set((), state.answers)
    data.save()
    return state
