"""Questions on a terminal that can move its cursor, through questionary, with Chinese words and keys of our own.

Key bindings, and the lines above and below an answer, are given to questionary's applications. Everything that was
drawn for a question is erased when it is answered, and one line of transcript takes its place.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit import Application
from prompt_toolkit.filters import Always, is_done
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import merge_key_bindings
from prompt_toolkit.layout import (
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    Window,
)
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import merge_styles
from questionary.prompts.common import create_inquirer_layout

from drafter.terminal import bindings
from drafter.terminal.frame import STYLE, Frame
from drafter.terminal.keys import is_keep, meant
from drafter.terminal.listing import Listing
from drafter.terminal.prompt import Given, Reply, Stop
from drafter.terminal.screen import Screen, fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.terminal.prompt import Prompt

_ESCAPE_WAITS = 0.15
"""Seconds after Esc in which what follows belongs to it: Alt+Enter and the arrows are sent so."""

_TICKED = questionary.Style([("selected", "noreverse")])
"""In a list ``selected`` is what is ticked; in a text it is what typing replaces."""


class PromptScreen(Screen):
    """Asks with questionary."""

    mending = "要改前面的：按 Ctrl+Z 或者输入“上一题”；按 Esc 或者输入“目录”看各部分填到哪里。"

    @contextmanager
    def session(self) -> Iterator[None]:
        """Keep keys that are pressed between two prompts from being shown; they go to the next prompt."""
        with create_input().raw_mode():
            yield

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one question."""
        value, fault = prompt.value, ""
        while True:
            reply = _reply(prompt, value, fault)
            if isinstance(reply, Given):
                fault = fault_of(prompt, reply.raw)
                value = reply.raw
                if fault:
                    continue
                leaves = meant(prompt, value)
                if leaves:
                    return leaves()
                if is_keep(value):
                    return Given(prompt.value)
            return reply


def _reply(prompt: Prompt, value: Any, fault: str) -> Reply:
    frame = Frame(prompt, fault)
    question = _listed(frame, value) if prompt.is_list else _typed(frame, value)
    app = question.application
    app.ttimeoutlen = app.timeoutlen = _ESCAPE_WAITS
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    try:
        answer = question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        return Stop()
    return answer if isinstance(answer, Reply) else Given(answer)


def _typed(frame: Frame, value: Any) -> questionary.Question:
    """Return a prompt that is typed into."""
    prompt = frame.prompt
    offered = "" if prompt.kind == "yes_no" else str(value)
    question = questionary.text(
        ">",
        default=offered,
        qmark="",
        style=STYLE,
        prompt_continuation="   ",
        key_bindings=merge_key_bindings(
            [bindings.leaving(prompt, frame, lambda event: event.current_buffer.text), bindings.typing(prompt, frame)]
        ),
        erase_when_done=True,
    )
    app = question.application
    if offered and prompt.is_selected and not frame.fault:
        bindings.select(app.current_buffer)
    head = Window(FormattedTextControl(lambda: FormattedText(frame.head())), dont_extend_height=True)
    app.layout = Layout(HSplit([head, app.layout.container, _foot(frame)]), app.layout.current_window)
    return question


def _listed(frame: Frame, value: Any) -> questionary.Question:
    """Return a prompt where one or several options are chosen."""
    listing = Listing(frame.prompt, value)
    frame.counted = lambda: listing.counted
    inner = create_inquirer_layout(listing, frame.head)
    inner.focus(listing)
    rows = inner.current_window
    rows.scroll_offsets = ScrollOffsets(top=1, bottom=1)
    rows.dont_extend_height = Always()
    keys = [
        bindings.leaving(frame.prompt, frame, lambda _event: listing.begun),
        bindings.choosing(listing, frame),
        bindings.searching(listing, frame),
    ]
    app: Application[Any] = Application(
        Layout(HSplit([inner.container, _foot(frame)]), rows),
        key_bindings=merge_key_bindings(keys),
        style=merge_styles([STYLE, _TICKED]),
        erase_when_done=True,
    )
    return questionary.Question(app)


def _foot(frame: Frame) -> ConditionalContainer:
    """Return the window below an answer; it is never cut, the answer is."""
    lines = FormattedTextControl(lambda: FormattedText(frame.foot()))
    return ConditionalContainer(Window(lines, height=lambda: Dimension.exact(frame.foot_lines)), filter=~is_done)
