"""Where to go: numbers first or everything, the list of sections and questions, what to do at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from drafter.questionnaire import Option, State, choose, jump, open_questions, resume, revisit, waiting
from drafter.terminal import review
from drafter.terminal.layout import boxed
from drafter.terminal.prompt import Back, Given, Leaving, Menu, Prompt, Stop

if TYPE_CHECKING:
    from drafter.terminal.screen import Screen

Wanted: TypeAlias = State | type[Given | Leaving]
"""A state to go on at; the draft (``Given``), the list of sections, the question before, or to leave."""
_QUICK, _FULL = "数", "全"
_DONE, _OPEN, _REST, _LIST, _BACK, _LATER = "生成", "接着问", "补填", "目录", "上一题", "先不生成"
_OPEN_FIRST, _ALL = "没有问的", "从头"


class Guide:
    """Asks where to go."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def quick(self) -> bool | None:
        """Ask whether only numbers are at hand; None where the clerk leaves."""
        options = (
            Option(_QUICK, "只有数：先把数填完出草稿，做法和文字以后再补"),
            Option(_FULL, "数、做法、文字都有：一个专题一个专题填全"),
        )
        reply = self._screen.ask(Prompt("choice", "手头有什么？", options=options, value=_QUICK, moves=False))
        return reply.raw == _QUICK if isinstance(reply, Given) else None

    def section(self, state: State, doubts: dict[str, list[str]], here: str) -> State | None:
        """Ask for a section, then for one of its questions; None where the clerk leaves."""
        while True:
            options = review.sections(state.answers, doubts)
            prompt = Prompt("choice", "去哪一部分？", options=options, value=here, moves=False, closes=True)
            reply = self._screen.ask(prompt)
            if isinstance(reply, Stop):
                return None
            if not isinstance(reply, Given):
                return state
            here = str(reply.raw)
            chosen = self._question(state, here, doubts)
            if isinstance(chosen, Stop):
                return None
            if isinstance(chosen, State):
                return chosen

    def _question(self, state: State, section: str, doubts: dict[str, list[str]]) -> State | Leaving:
        """Ask for a question of a section; else return the reply that leads back to the sections, or away."""
        listed, asked = review.items(state.answers, section)
        open_ = sum(question.open for question in asked.values())
        options = (
            *((Option(_OPEN_FIRST, f"接着问没有问过的（{open_}题）"),) if open_ else ()),
            *((Option(_ALL, "从头过一遍"),) if any(not question.aside for question in asked.values()) else ()),
            *listed,
        )
        told = tuple(doubts.get(section, ()))
        prompt = Prompt("choice", f"“{section}”改哪一处？", lines=told, options=options, moves=False, closes=True)
        reply = self._screen.ask(prompt)
        if not isinstance(reply, Given):
            return reply
        if reply.raw in asked:
            return choose(state, asked[reply.raw].path)
        return jump(state, section, again=reply.raw == _ALL)

    def finish(self, state: State, doubts: dict[str, list[str]]) -> Wanted:
        """Show the summary, and ask what to do when everything is answered."""
        self._screen.show("\n" + boxed("填报情况", review.overview(state.answers, doubts)))
        never, empty = len(open_questions(state.answers)), len(waiting(state.answers))
        more = "做法和文字" if state.quick else "没有问过的"
        options = (
            Option(_DONE, "生成报告草稿（Word）"),
            *((Option(_OPEN, f"接着填{more}（{never}题）"),) if never else ()),
            *((Option(_REST, f"补填空着的（{empty - never}题）"),) if empty > never else ()),
            Option(_LIST, "看看各部分，改哪一处"),
            Option(_BACK, "回到上一题"),
            Option(_LATER, "先不生成，停下"),
        )
        text = "数都问完了，接下来？" if state.quick else "还有没有问过的，接下来？" if never else "都问完了，接下来？"
        reply = self._screen.ask(Prompt("choice", text, options=options, value=_DONE))
        if not isinstance(reply, Given):
            return type(reply)
        states = {_OPEN: resume, _REST: revisit}
        if reply.raw in states:
            return states[reply.raw](state)
        return {_DONE: Given, _LIST: Menu, _BACK: Back}.get(reply.raw, Stop)
