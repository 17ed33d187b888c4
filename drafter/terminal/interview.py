"""The session at the terminal: shows the question that the engine is at, and gives it the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.errors import ChangedError, DrafterError
from drafter.outline import TOPIC_OF
from drafter.outline.parts import DUTIES
from drafter.questionnaire import (
    SECTIONS,
    AnswerFault,
    Option,
    State,
    answer,
    back,
    jump,
    progress,
    revisit,
    start,
    waiting,
)
from drafter.terminal.layout import boxed, ruled
from drafter.terminal.prompt import Back, Given, Menu, Prompt, Stop, prompt_of, told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from drafter.questionnaire import Progress, Question
    from drafter.report import Path
    from drafter.terminal.keeper import Keeper
    from drafter.terminal.screen import Screen

_DONE, _REST, _BACK, _LIST, _LATER = "生成", "补填", "上一题", "目录", "先不生成"
_LONGEST_FAULT = 160
"""A fault repeats what was typed; that may have been a whole page."""


class Interview:
    """One session: a state of the engine, the keeper of its file, a screen."""

    def __init__(
        self,
        keeper: Keeper,
        screen: Screen,
        proposals: Mapping[Path, str],
        after: Callable[[State], bool],
    ) -> None:
        """Begin at the first open question.

        ``proposals`` stand in prompts that have nothing else to propose; ``after`` is called after every answer, and
        ends the session with False.
        """
        self.state = start(keeper.answers)
        self._keeper = keeper
        self._screen = screen
        self._proposals = proposals
        self._after = after
        self._begun: dict[Path, Any] = {}
        self._section = ""

    def run(self) -> bool:
        """Ask until everything is answered and the clerk wants the draft, or leaves; return whether she wants it."""
        while True:
            question = self.state.question
            wanted = self._finish() if question is None else self._step(question)
            if wanted is not None:
                return wanted

    def _step(self, question: Question) -> bool | None:
        """Ask one question; return False where the clerk leaves."""
        self._announce(question.section)
        here, many = SECTIONS.index(question.section) + 1, len(SECTIONS)
        begun = self._begun.pop(question.path, None)
        if begun is None and not question.value:
            begun = self._proposals.get(question.path)
        prompt = prompt_of(question, f"{here}/{many} {question.section}", begun, self._fault, moves=True)
        match self._screen.ask(prompt):
            case Given(raw=raw):
                return self._take(question, raw)
            case Back(begun=begun):
                self._keep(question, begun)
                self._go_back()
            case Menu(begun=begun):
                self._keep(question, begun)
                return self._choose_section()
            case Stop(begun=begun):
                if begun and begun not in (question.value, question.default, self._proposals.get(question.path)):
                    self._screen.say("（刚才这一题还没有按回车，没有记下。）")
                return False
        return None

    def _keep(self, question: Question, begun: Any) -> None:
        """Keep what was typed into a question that is left without Enter."""
        if begun and begun != question.value:
            self._begun[question.path] = begun

    def _go_back(self) -> None:
        before = back(self.state)
        if before is self.state:
            self._screen.say("  已经是第一题了。要改前面填过的，按 Ctrl+T（或输入“目录”）选那一部分。")
        self.state = before

    def _fault(self, raw: Any) -> str:
        try:
            answer(self.state, raw)
        except AnswerFault as fault:
            text = str(fault)
            return (
                text
                if len(text) <= _LONGEST_FAULT
                else f"{text[: _LONGEST_FAULT // 2]}……{text[-_LONGEST_FAULT // 2 :]}"
            )
        return ""

    def _take(self, question: Question, raw: Any) -> bool | None:
        """Take an answer: into the file first, then on to the next question."""
        after, _ = answer(self.state, raw)
        try:
            self._keeper.write(after.answers)
        except ChangedError:
            self._screen.say("  数据文件刚才被别的程序改过，已按改过的内容接着填；这一题请再答一次。")
            self._begun[question.path] = raw
            self.state = State(self._keeper.answers, question.path, self.state.trail, self.state.ahead)
            return None
        except DrafterError as error:
            self._screen.say(f"  没有记下：{error}")
            self._begun[question.path] = raw
            return None
        self._screen.say(f"  {question.text}  {told(question, raw)}")
        if question.kind == "prose" and raw != question.value and self._is_refused():
            self.state = State(after.answers, question.path, self.state.trail, self.state.ahead)
            return None
        self.state = after
        self._show_composed(question.section)
        return None if self._after(after) else False

    def _is_refused(self) -> bool:
        """Tell what is wrong with a text that was just saved: it refers to something that does not exist."""
        if self._keeper.file.missing:
            return False
        from drafter.wording import compose  # noqa: PLC0415 - the first question should come at once

        try:
            compose(self._keeper.file.report)
        except DrafterError as error:
            self._screen.say(f"  已记下，但是这样还不能成文：{error}\n  请改好再回车；不改就直接回车。")
            return True
        return False

    def _announce(self, section: str) -> None:
        """Show which section begins."""
        if section == self._section:
            return
        self._section = section
        self._screen.show("\n" + ruled(f"{SECTIONS.index(section) + 1}/{len(SECTIONS)} {section}"))

    def _show_composed(self, section: str) -> None:
        """Show the text of a section that has just been answered."""
        question = self.state.question
        left = question is None or question.section != section
        if not left or not (section in TOPIC_OF or section == DUTIES) or self._keeper.file.missing:
            return
        from drafter.terminal.preview import preview  # noqa: PLC0415 - the first question should come at once

        paragraphs = preview(self._keeper.file.report, section)
        if paragraphs:
            self._screen.show("\n" + boxed("这一节写成", paragraphs))

    def _choose_section(self) -> bool | None:
        """Show how far each section is, and go to one of them; return False where the clerk leaves."""
        options = [
            Option(each.section, f"{number:>2} {each.section}（{_how_far(each)}）")
            for number, each in enumerate(progress(self.state.answers), 1)
            if each.questions
        ]
        prompt = Prompt("choice", "去哪一部分？", options=tuple(options), value=self._section, moves=False)
        reply = self._screen.ask(prompt)
        if isinstance(reply, Given):
            self.state = jump(self.state, reply.raw)
            return None
        return False

    def _finish(self) -> bool | None:
        """Ask what to do when everything is answered."""
        self._section = ""
        left = len(waiting(self.state.answers))
        options = (
            Option(_DONE, "生成报告草稿（Word）"),
            *((Option(_REST, f"补填空着的（{left}题）"),) if left else ()),
            Option(_LIST, "看看各部分，改哪一处"),
            Option(_BACK, "回到上一题"),
            Option(_LATER, "先不生成，停下"),
        )
        reply = self._screen.ask(Prompt("choice", "都问完了，接下来？", options=options, value=_DONE))
        if isinstance(reply, Back) or (isinstance(reply, Given) and reply.raw == _BACK):
            self._go_back()
            return None
        if isinstance(reply, Given) and reply.raw == _REST:
            self.state = revisit(self.state)
            return None
        if isinstance(reply, Menu) or (isinstance(reply, Given) and reply.raw == _LIST):
            return self._choose_section()
        return isinstance(reply, Given) and reply.raw == _DONE


def _how_far(section: Progress) -> str:
    if section.open == section.questions:
        return "还没有问"
    left = [f"还有{section.open}题没有问"] if section.open else ["问过了"]
    return "，".join([*left, f"空着{section.waiting}题"] if section.waiting else left)
