"""Without a terminal: a new data file from a file of answers, and the list of what is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.build import build
from drafter.cli.files import suffixed
from drafter.errors import DrafterError
from drafter.questionnaire import questions, waiting
from drafter.questionnaire.answers import MISSING, get
from drafter.questionnaire.scope import GATE, IN_OWN_NAME, asked_of, at
from drafter.questionnaire.unit import ENFORCERS_ONLY, file_stem, organ_of
from drafter.report import spelled
from drafter.store import begin, load
from drafter.store.paths import exists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.questionnaire import Question
    from drafter.questionnaire.question import Plain


def new_from(name: str | None, source: str) -> int:
    """Write a new data file from a file of answers (keys as in the data file), and build the draft.

    Raises:
        DrafterError: the answers cannot be read, something is missing that a report cannot do without, or there is a
            file of this name; nothing is written.
    """
    held = load(Path(source), begun=True).get(())
    fresh = begin(Path(source))
    answers = _over(fresh.get(()), held)
    fresh.set((), answers)
    missing = [question for question in questions(answers) if question.required and not question.answered]
    missing = [question for question in missing if question.path[0] != "数据"]
    if missing:
        lines = "\n".join(f"  {spelled(question.path)}：{question.text}" for question in missing)
        raise DrafterError(f"{source}：还缺下面几项，没有建文件。请补上再运行：\n{lines}")
    path = suffixed(name or f"{file_stem(answers)}.yaml")
    if exists(path):
        raise DrafterError(f"{path}：已有同名的文件，没有改动它。请换一个名字：drafter new 新名字 --answers {source}")
    fresh.save(path)
    print(f"已建立 {path}")
    status = build([str(path)], ["docx"], None)
    left = waiting(answers)
    if left:
        print(f"还有{len(left)}题没有回答：drafter fill {path} --list")
    return status


def _over(below: Plain, above: Plain) -> Plain:
    """Return what two files hold together; where both hold something, the second counts."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return below if above is None else above
    return {key: _over(below.get(key), above.get(key)) for key in (*below, *(key for key in above if key not in below))}


def list_open(name: str) -> int:
    """Print what is open in a data file, a line each: its key, whether it was asked, the question; tabs between.

    Raises:
        DrafterError: the file cannot be read.
    """
    answers = load(suffixed(name), begun=True).get(())
    for question in waiting(answers):
        for key in _keys(question, answers):
            unit = f"（{question.unit}）" if question.unit and question.kind == "number" else ""
            print(f"{key}\t{_state(question)}\t{question.text}{unit}")
    return 0


def _keys(question: Question, answers: Plain) -> Iterator[str]:
    """Yield the keys of the data file that answer a question."""
    organ = organ_of(answers)
    if question.path == GATE and organ is not None:
        undecided = (matter for matter in asked_of(organ, answers) if get(answers, at(matter)) in (MISSING, {}))
        yield from (spelled(at(matter)) for matter in undecided)
    elif question.path == IN_OWN_NAME:
        yield spelled(at(ENFORCERS_ONLY[0]))
    else:
        yield spelled(question.path)


def _state(question: Question) -> str:
    if question.open:
        return "没有问"
    return "待填" if question.value else "空着"
