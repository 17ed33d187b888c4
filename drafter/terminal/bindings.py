"""What the keys do in a prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prompt_toolkit.filters import Condition, has_selection
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys

from drafter.terminal import keys
from drafter.terminal.editor import edit
from drafter.terminal.screen import fault_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.key_binding import KeyPressEvent

    from drafter.terminal.frame import Frame
    from drafter.terminal.listing import Listing
    from drafter.terminal.prompt import Leaving, Prompt

    Handler = Callable[[KeyPressEvent], None]

_PAGE = 10


def leaving(prompt: Prompt, frame: Frame, begun: Callable[[KeyPressEvent], Any]) -> KeyBindings:
    """Return the keys of all prompts: those that leave it with what was begun, and the help.

    A key that does not work here does nothing; prompt_toolkit would write some of them into the text.
    """
    bound = KeyBindings()
    handlers: dict[str, Handler] = {name: _nothing for key in keys.KEYS for name in key.bindings}
    handlers |= {name: _leaves(key.reply, begun) for key in keys.working(prompt) for name in key.bindings}
    for name, handler in handlers.items():
        bound.add(name, eager=name != "escape")(handler)

    @bound.add("f1", eager=True)
    def _(_event: KeyPressEvent) -> None:
        frame.helped = not frame.helped

    return bound


def _leaves(reply: type[Leaving], begun: Callable[[KeyPressEvent], Any]) -> Handler:
    def handler(event: KeyPressEvent) -> None:
        event.app.exit(result=reply(begun(event)))

    return handler


def _nothing(_event: KeyPressEvent) -> None:
    pass


def typing(prompt: Prompt, frame: Frame) -> KeyBindings:
    """Return the keys of a prompt that is typed into: Enter finishes, unless something is wrong."""
    bound = KeyBindings()

    def finish(event: KeyPressEvent) -> None:
        text = event.current_buffer.text
        if text and not prompt.is_line and _goes_on(event):
            event.current_buffer.insert_text("\n")
            return
        if keys.is_help(text):
            frame.helped = not frame.helped
            event.current_buffer.reset()
            return
        frame.fault = fault_of(prompt, text)
        if not frame.fault:
            event.app.exit(result=text)
        elif prompt.is_anew:
            select(event.current_buffer)

    bound.add("enter", eager=prompt.is_line)(finish)
    for name in ("c-r", "c-s"):  # prompt_toolkit would search in English
        bound.add(name, eager=True)(_nothing)
    if prompt.is_line:
        bound.add("down", eager=True)(finish)
        bound.add("up", eager=True)(_before(prompt))
    else:
        _add_lines(bound, frame)
    _add_replacing(bound)
    return bound


def _goes_on(event: KeyPressEvent) -> bool:
    """Tell whether text came together with Enter, behind it: it was pasted, and the terminal does not say so."""
    return any(len(press.key) == 1 for press in event.key_processor.input_queue)


def select(buffer: Buffer) -> None:
    """Select all of a text, the cursor behind it."""
    end = len(buffer.text)
    buffer.cursor_position = 0
    buffer.start_selection()
    if buffer.selection_state:
        buffer.selection_state.enter_shift_mode()
    buffer.cursor_position = end


def _before(prompt: Prompt) -> Handler:
    """Return what ↑ does on a line: it goes to the question before, where there is one."""
    leave = _leaves(keys.BACK.reply, lambda event: event.current_buffer.text)
    return leave if prompt.moves else _nothing


def _add_lines(bound: KeyBindings, frame: Frame) -> None:
    """Add the keys of a text of several lines."""

    @bound.add("c-j")
    @bound.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    @bound.add("f4", eager=True)
    async def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        buffer.text, frame.fault = await edit(buffer.text)
        buffer.cursor_position = len(buffer.text)


def _add_replacing(bound: KeyBindings) -> None:
    """Add what prompt_toolkit does not do with selected text: a paste replaces it, Backspace mends its end."""

    @bound.add(Keys.BracketedPaste, filter=has_selection)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.cut_selection()
        event.current_buffer.insert_text(event.data.replace("\r\n", "\n").replace("\r", "\n"))

    @bound.add("backspace", filter=has_selection)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.exit_selection()
        event.current_buffer.delete_before_cursor()


def choosing(listing: Listing, frame: Frame) -> KeyBindings:
    """Return the keys of a list: they move the pointer, tick, and finish."""
    bound = KeyBindings()
    before, after, every = listing.select_previous, listing.select_next, len(listing.choices)
    for name, step in {"up": before, "c-p": before, "down": after, "c-n": after}.items():
        bound.add(name, eager=True)(lambda _event, step=step: listing.move(step))
    for name, steps in {"pageup": -_PAGE, "pagedown": _PAGE}.items():
        bound.add(name, eager=True, filter=not frame.prompt.next)(lambda _event, steps=steps: listing.page(steps))
    for name, steps in {"home": -every, "end": every}.items():
        bound.add(name, eager=True)(lambda _event, steps=steps: listing.page(steps))

    bound.add("enter", eager=True)(_chosen(listing, frame))
    if listing.many:
        bound.add(" ", eager=True)(lambda _event: listing.tick())
        bound.add("c-a", eager=True)(lambda _event: listing.tick_all())
    return bound


def _chosen(listing: Listing, frame: Frame) -> Handler:
    """Return what Enter does: it ends the prompt with what is chosen, or goes where the word leads that was typed."""

    def handler(event: KeyPressEvent) -> None:
        leaving = listing.leaving
        if leaving:
            event.app.exit(result=leaving(listing.begun))
        elif listing.enter():
            frame.fault = fault_of(frame.prompt, listing.answer)
            if not frame.fault:
                event.app.exit(result=listing.answer)

    return handler


def searching(listing: Listing, frame: Frame) -> KeyBindings:
    """Return the keys that search a list: what is typed is looked for."""
    bound = KeyBindings()
    is_searched = Condition(lambda: bool(listing.search_filter))

    @bound.add(Keys.Any)
    @bound.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        text = "".join(event.data.split())
        if not listing.search_filter and keys.is_help(text):
            frame.helped = not frame.helped
        elif text.isprintable() and text:
            listing.look_for((listing.search_filter or "") + text)

    @bound.add("backspace", filter=is_searched)
    def _(_event: KeyPressEvent) -> None:
        listing.look_for((listing.search_filter or "")[:-1])

    @bound.add("c-u", eager=True)
    @bound.add("escape", filter=is_searched)
    def _(_event: KeyPressEvent) -> None:
        listing.look_for("")

    return bound
