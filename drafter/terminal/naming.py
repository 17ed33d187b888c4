"""The name of a new data file: asked as soon as a good one can be proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.questionnaire.answers import given
from drafter.questionnaire.unit import SHORT_NAME, UNIT, YEAR, file_stem
from drafter.terminal.keeper import UNNAMED, Keeper, named
from drafter.terminal.prompt import Given, Prompt

if TYPE_CHECKING:
    from drafter.questionnaire import State
    from drafter.terminal.screen import Screen


class Namer:
    """Asks once 简称 and 年度 are there; until then the file has a name that says that it has none."""

    def __init__(self, keeper: Keeper, screen: Screen) -> None:
        self._keeper = keeper
        self._screen = screen

    def __call__(self, state: State) -> bool:
        """Return False where the clerk leaves instead of naming the file."""
        known = given(state.answers, SHORT_NAME) and given(state.answers, YEAR)
        ready = known and (state.question is None or state.question.section != UNIT)
        while self._keeper.path.name == UNNAMED and ready:
            proposed = f"{file_stem(state.answers)}.yaml"
            prompt = Prompt(
                "text", "数据文件叫什么名字？（答案都存在这个文件里）", "文件名", value=proposed, moves=False
            )
            reply = self._screen.ask(prompt)
            if not isinstance(reply, Given):
                return False
            path = self._keeper.path.parent / named(str(reply.raw).strip() or proposed, proposed)
            try:
                self._keeper.rename(path)
            except DrafterError as error:
                self._screen.say(f"  {error}")
            else:
                self._screen.say(f"  已建立 {path}")
        return True
