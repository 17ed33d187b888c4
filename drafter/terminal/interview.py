"""The session at the terminal: shows the question that the engine is at, and gives it the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drafter.errors import ChangedError, DrafterError
from drafter.outline import TOPIC_OF
from drafter.outline.parts import ACHIEVEMENTS, DUTIES
from drafter.questionnaire import (
    SECTIONS,
    AnswerFault,
    State,
    answer,
    back,
    choose,
    leave_section,
    pass_matter,
    questions,
    start,
    was_quick,
)
from drafter.questionnaire.topics import WHOLE
from drafter.questionnaire.unit import UNIT, YEAR, year_of_report
from drafter.terminal import review
from drafter.terminal.begun import Begun
from drafter.terminal.guide import Guide
from drafter.terminal.keys import REWRITE, elsewhere
from drafter.terminal.layout import boxed, cut, ruled
from drafter.terminal.prompt import Back, Given, Leaving, Menu, Next, Prompt, Skip, Stop, prompt_of, told
from drafter.terminal.sure import confirmed, is_command

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from drafter.checks.runner import Finding
    from drafter.questionnaire import Question
    from drafter.questionnaire.question import Plain
    from drafter.report import Path, Report
    from drafter.terminal.keeper import Keeper
    from drafter.terminal.screen import Screen


class Interview:
    """One session: a state of the engine, the keeper of its file, a screen."""

    def __init__(
        self,
        keeper: Keeper,
        screen: Screen,
        today: dt.date,
        after: Callable[[State], bool],
        find: Callable[[Report], list[Finding]],
    ) -> None:
        """Begin at the first open question.

        The year that is reported on ``today`` is proposed; ``after`` is called after every answer, and ends the session
        with False; ``find`` tells what is wrong in a report.
        """
        quick = was_quick(keeper.answers)
        self.state = start(keeper.answers, quick=bool(quick))
        self._keeper = keeper
        self._screen = screen
        self._after = after
        self._find = find
        self._today = today
        self._guide = Guide(screen)
        self._begun = Begun({YEAR: str(year_of_report(today))})
        self._section = ""
        self._shown: list[str] = []
        self._undecided = quick is None

    def run(self) -> bool:
        """Ask until everything is answered and the clerk wants the draft, or leaves; return whether she wants it."""
        while True:
            question = self.state.question
            wanted = self._finish() if question is None else self._step(question)
            if wanted is not None:
                for lost in self._begun.left(questions(self.state.answers)):
                    self._screen.say(f"（“{lost.text}”写了一半就离开了，没有记下。）")
                return wanted

    def _step(self, question: Question) -> bool | None:
        """Ask one question; return False where the clerk leaves."""
        if self._undecided and question.section != UNIT:
            self._undecided = False
            return self._choose_round()
        self._announce(question.section)
        match self._screen.ask(self._prompt(question)):
            case Given(raw=raw):
                return self._take(question, raw)
            case Stop(begun=begun):
                return self._stop(question, begun)
            case Next(begun=begun) | Skip(begun=begun) as leaving if self._begun.is_new(question, begun):
                return self._take_along(question, leaving)
            case leaving:
                self._begun.keep(question, leaving.begun)
                return self._leave(question, type(leaving))

    def _take_along(self, question: Question, leaving: Next | Skip) -> bool | None:
        """Take what stands in a question that is left by a key that goes on; what cannot be taken is told."""
        fault = self._fault(leaving.begun)
        if fault:
            self._begun.keep(question, leaving.begun)
            self._screen.say(f"  “{leaving.begun}”没有记下：{fault}")
            return self._leave(question, type(leaving))
        done = self._store(question, leaving.begun, "")
        now = self.state.question
        is_there = now is not None and (now.matter == question.matter or isinstance(leaving, Skip))
        if done is not None or now is None or not is_there or now.section != question.section:
            return done
        return self._leave(now, type(leaving))

    def _stop(self, question: Question, begun: Any) -> bool | None:
        """Leave; a text that was begun is saved where the clerk wants it, what else is not in the file is told."""
        is_new = self._begun.is_new(question, begun)
        if is_new and question.kind == "prose":
            if self._screen.agreed("这一题写了还没有按回车。把它记下来吗？") is not False:
                self._take(question, begun)
        elif is_new:
            self._screen.say("（刚才这一题没有记下。）")
        return False

    def _leave(self, question: Question, reply: type[Leaving]) -> bool | None:
        """Go where a key leads that is no answer."""
        if reply is Menu:
            return self._choose_section()
        if reply is Next:
            self._pass(question)
        elif reply is Skip:
            self._screen.say(f"  “{question.section}”没有问的先放下，以后再填。")
            self.state = leave_section(self.state)
        else:
            self._go_back()
        return None

    def _prompt(self, question: Question) -> Prompt:
        here, many = SECTIONS.index(question.section) + 1, len(SECTIONS)
        begun = self._begun.taken(question)
        proposed = begun is None and not question.value
        if proposed:
            begun = self._begun.proposals.get(question.path)
        prompt = prompt_of(question, f"{here}/{many} {question.section}", begun, self._fault, fresh=proposed)
        asked = questions(self.state.answers)
        around = [q for q in asked if q.matter == question.matter and self.state.in_round(q)]
        return review.table(prompt, question, around)

    def _go_back(self) -> None:
        before = back(self.state)
        if before is self.state:
            self._screen.say("  已经是第一题了。要改前面填过的，按 Esc（或输入“目录”）选那一部分。")
        self.state = before

    def _fault(self, raw: Any) -> str:
        if raw == REWRITE and self._is_prose_of_topic(self.state.question):
            return ""
        if elsewhere(raw):
            return elsewhere(raw)
        try:
            answer(self.state, raw)
        except AnswerFault as fault:
            return cut(str(fault))
        return ""

    def _take(self, question: Question, raw: Any) -> bool | None:
        """Take an answer: into the file first, then on to the next question."""
        if raw == REWRITE and self._is_prose_of_topic(question):
            self._rewrite(question)
            return None
        meant = confirmed(self._screen, question, raw, self._today)
        if isinstance(meant, Stop):
            return self._stop(question, raw)
        if isinstance(meant, Leaving):
            if not is_command(question, raw):
                self._begun.keep(question, raw)
            return None
        return self._store(question, *meant)

    def _store(self, question: Question, raw: Any, rest: str) -> bool | None:
        """Write an answer down and go on; ``rest`` was typed here too, and belongs to the next question."""
        after = answer(self.state, raw)
        if not self._written(question, after.answers, raw):
            return None
        self._screen.say(f"  {question.text}  {told(question, raw)}")
        if question.kind == "prose" and raw != question.value and self._is_refused():
            self.state = State(after.answers, question.path, self.state.trail, self.state.ahead)
            return None
        self.state = after
        if rest:
            self._put_into_next(rest)
        self._show_composed(question.section)
        return None if self._after(after) else False

    def _put_into_next(self, rest: str) -> None:
        """Put the rest of what was typed into the next question, behind what stands there."""
        question = self.state.question
        if question is not None and question.kind == "prose":
            self._begun.keep(question, "\n".join(text for text in (question.value, rest) if text))

    def _pass(self, question: Question) -> None:
        """Leave the rest of a 事项 empty."""
        after = pass_matter(self.state)
        if self._written(question, after.answers, None):
            self._screen.say(f"  “{question.matter}”余下的空着。")
            self.state = after
            self._show_composed(question.section)

    def _written(self, question: Question, answers: Plain, raw: Any) -> bool:
        """Save; where that cannot be, the question is asked again with what was typed."""
        try:
            self._keeper.write(answers)
        except ChangedError:
            self._screen.say("  数据文件刚才被别的程序改过，已按改过的内容接着填；这一题请再答一次。")
            self.state = State(self._keeper.answers, question.path, self.state.trail, self.state.ahead)
        except DrafterError as error:
            self._screen.say(f"  没有记下：{error}")
        else:
            return True
        self._begun.keep(question, raw)
        return False

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

    @staticmethod
    def _is_prose_of_topic(question: Question | None) -> bool:
        return question is not None and question.path == (ACHIEVEMENTS, question.section)

    def _rewrite(self, question: Question) -> None:
        """Go to the question for the whole text of a topic, with the text that the program has written."""
        from drafter.terminal.preview import own_words  # noqa: PLC0415 - the first question should come at once

        path: Path = (*question.path, WHOLE)
        self._begun.put(path, own_words(self._keeper.file.report, question.section))
        self.state = choose(self.state, path)

    def _announce(self, section: str) -> None:
        """Show which section begins."""
        if section == self._section:
            return
        self._section = section
        self._screen.show("\n" + ruled(f"{SECTIONS.index(section) + 1}/{len(SECTIONS)} {section}"))

    def _show_composed(self, section: str) -> None:
        """Show the text of a section once its numbers are answered, and again where more was added to it."""
        question = self.state.question
        done = question is None or question.section != section or self._is_prose_of_topic(question)
        if not done or not (section in TOPIC_OF or section == DUTIES) or self._keeper.file.missing:
            return
        from drafter.terminal.preview import preview  # noqa: PLC0415 - the first question should come at once

        paragraphs = preview(self._keeper.file.report, section)
        if not paragraphs or paragraphs == self._shown:
            return
        self._shown = paragraphs
        self._screen.show("\n" + boxed("这一节写成", paragraphs))
        doubts = self._doubts().get(section, ())
        for text in doubts:
            self._screen.say(f"  ！{text}")
        if doubts:
            self._screen.say(f"  {self._screen.mending}")

    def _doubts(self) -> dict[str, list[str]]:
        return review.doubts(self._keeper.file, self._find)

    def _choose_round(self) -> bool | None:
        quick = self._guide.quick()
        self.state = self.state if quick is None else start(self.state.answers, quick=quick)
        return False if quick is None else None

    def _choose_section(self) -> bool | None:
        """Go to a section or to one question; return False where the clerk leaves."""
        chosen = self._guide.section(self.state, self._doubts(), self._section)
        here = self.state.question
        if chosen is None:
            return False if here is None else self._stop(here, self._begun.taken(here))
        self.state = chosen
        return None

    def _finish(self) -> bool | None:
        """Show what there is, and ask what to do, when everything is answered."""
        self._section = ""
        wanted = self._guide.finish(self.state, self._doubts())
        if isinstance(wanted, State):
            self.state = wanted
            return None
        if wanted is Menu:
            return self._choose_section()
        if wanted is Back:
            self._go_back()
            return None
        return wanted is Given
