"""Questions on a terminal that can move its cursor, through prompt_toolkit, with Chinese words and keys of our own.

Everything that was drawn for a question is erased when it is answered, and one line of transcript takes its place.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from prompt_toolkit import Application, PromptSession
from prompt_toolkit.document import Document
from prompt_toolkit.filters import is_done
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

from drafter.terminal import bindings
from drafter.terminal.frame import STYLE, Frame
from drafter.terminal.keys import is_keep, meant
from drafter.terminal.layout import columns, shortened
from drafter.terminal.listing import Listing
from drafter.terminal.prompt import Given, Reply, Stop
from drafter.terminal.screen import Screen, fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent

    from drafter.terminal.prompt import Prompt

_ESCAPE_WAITS = 0.15
"""Seconds after Esc in which what follows belongs to it: Alt+Enter and the arrows are sent so."""


class PromptScreen(Screen):
    """Asks with prompt_toolkit."""

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
    app = _listed(prompt, value, fault) if prompt.is_list else _typed(prompt, value, fault)
    app.ttimeoutlen = app.timeoutlen = _ESCAPE_WAITS
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    try:
        answer = app.run()
    except (KeyboardInterrupt, EOFError):
        return Stop()
    return answer if isinstance(answer, Reply) else Given(answer)


def _typed(prompt: Prompt, value: Any, fault: str) -> Application[Any]:
    """Return the application of a prompt that is typed into."""
    frame = Frame(prompt, fault, str)
    session: PromptSession[Any] = PromptSession(
        frame.head,
        style=STYLE,
        prompt_continuation="   ",
        key_bindings=merge_key_bindings(
            [bindings.leaving(prompt, frame, lambda event: event.current_buffer.text), bindings.typing(prompt, frame)]
        ),
        erase_when_done=True,
    )
    offered = "" if prompt.kind == "yes_no" else str(value)
    session.default_buffer.reset(Document(offered))
    if offered and prompt.is_selected and not fault:
        _select(session.default_buffer)
    container = session.layout.container
    if isinstance(container, HSplit):
        container.children.append(_foot(frame))
    return session.app


def _select(buffer: Buffer) -> None:
    """Select all of a text, the cursor behind it."""
    end = buffer.cursor_position
    buffer.cursor_position = 0
    buffer.start_selection()
    if buffer.selection_state:
        buffer.selection_state.enter_shift_mode()
    buffer.cursor_position = end


def _listed(prompt: Prompt, value: Any, fault: str) -> Application[Any]:
    """Return the application of a list."""
    listing = Listing(prompt, value)
    frame = Frame(prompt, fault, listing.searched)

    def begun(_event: KeyPressEvent) -> Any:
        return listing.begun

    control = FormattedTextControl(lambda: _rows(listing), focusable=True, show_cursor=False)
    rows = Window(control, scroll_offsets=ScrollOffsets(top=1, bottom=1), dont_extend_height=True)
    head = Window(FormattedTextControl(frame.head), dont_extend_height=True)
    keys = [
        bindings.leaving(prompt, frame, begun),
        bindings.choosing(listing, frame),
        bindings.searching(listing, frame),
    ]
    return Application(
        Layout(HSplit([head, rows, _foot(frame)]), focused_element=rows),
        key_bindings=merge_key_bindings(keys),
        style=STYLE,
        erase_when_done=True,
    )


def _rows(listing: Listing) -> FormattedText:
    """Return the lines of a list, the cursor where its pointer is."""
    lines: list[tuple[str, str]] = []
    for row, pointed, ticked in listing.rows():
        if isinstance(row, str):
            lines.append(("class:group", f"  {shortened(row, columns() - 2)}\n"))
            continue
        lines += [("class:pointer", "  > "), ("[SetCursorPosition]", "")] if pointed else [("", "    ")]
        tick = ("● " if ticked else "○ ") if listing.many else ""
        lines.append(("class:pointer" if pointed else "", tick + shortened(row.label, columns() - 6) + "\n"))
    return FormattedText([*lines[:-1], (lines[-1][0], lines[-1][1].rstrip("\n"))] if lines else [])


def _foot(frame: Frame) -> ConditionalContainer:
    """Return the window below an answer; it is never cut, the answer is."""
    window = Window(FormattedTextControl(frame.foot), height=lambda: Dimension.exact(frame.foot_lines))
    return ConditionalContainer(window, filter=~is_done)
