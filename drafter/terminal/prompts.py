"""Questions on a terminal that can move its cursor, through questionary, with Chinese words and keys of our own.

The key bindings and the lines below a prompt are added to questionary's application; everything that was drawn for a
question is erased when it is answered, and one line of transcript takes its place.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.filters import is_done
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, HSplit, Window
from prompt_toolkit.renderer import CPR_Support

from drafter.terminal.layout import columns, joined, shortened, wrapped
from drafter.terminal.prompt import SKIP_WORD, WORDS, Back, Given, Menu, Stop
from drafter.terminal.screen import Screen, fault_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit import Application
    from prompt_toolkit.key_binding import KeyPressEvent

    from drafter.terminal.prompt import Prompt, Reply

_STYLE = questionary.Style(
    [
        ("question", "bold"),
        ("instruction", ""),
        ("answer", ""),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", ""),
        ("keys", "ansibrightblack"),
        ("fault", "ansired bold"),
    ]
)
_LOOKS: dict[str, Any] = {"qmark": "", "style": _STYLE, "erase_when_done": True}


class PromptScreen(Screen):
    """Asks with questionary."""

    @contextmanager
    def session(self) -> Iterator[None]:
        """Keep keys that are pressed between two prompts from being shown; they go to the next prompt."""
        with create_input().raw_mode():
            yield

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one question."""
        value, fault = prompt.value, ""
        while True:
            reply = self._reply(prompt, value, fault)
            if isinstance(reply, Given):
                fault = fault_of(prompt, reply.raw)
                value = reply.raw
                if fault:
                    continue
                if prompt.moves and isinstance(value, str) and value.strip() in WORDS:
                    return WORDS[value.strip()]()
                if isinstance(value, str) and value.strip() == SKIP_WORD:
                    return Given(prompt.value)
            return reply

    @staticmethod
    def _reply(prompt: Prompt, value: Any, fault: str) -> Reply:
        makers = {"choice": _select, "choices": _checkbox}
        question = makers.get(prompt.kind, _text)(prompt, value)
        _finish(question.application, prompt, _Below(prompt, fault))
        try:
            answer = question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            return Stop()
        return answer if isinstance(answer, (Back, Menu, Stop)) else Given(answer)


class _Below:
    """What stands below a prompt: what is wrong with the answer, and what the keys do."""

    def __init__(self, prompt: Prompt, fault: str) -> None:
        self.prompt = prompt
        self.fault = fault

    def __call__(self) -> FormattedText:
        lines = [("class:fault", f"{line}\n") for line in wrapped(self.fault, " ")] if self.fault else []
        return FormattedText([*lines, ("class:keys", "\n".join(joined(self.prompt.keys)))])


def _head(prompt: Prompt) -> tuple[str, str]:
    """Return the question, and what is shown below it."""
    text = "\n ".join(wrapped(prompt.text, width=columns() - 2))
    below = [line for shown in prompt.lines for line in wrapped(shown, "   ")]
    below += wrapped(prompt.hint, " ") if prompt.hint else []
    where = f"\n [{prompt.where}]\n " if prompt.where else "\n "
    return where + text, "".join(f"\n{line}" for line in below)


def _text(prompt: Prompt, value: Any) -> questionary.Question:
    text, below = _head(prompt)
    offered = "" if prompt.kind == "yes_no" else str(value)
    return questionary.text(
        text,
        default=offered,
        instruction=f"{below}\n >",
        prompt_continuation="   ",
        **_LOOKS,
    )


def _select(prompt: Prompt, value: Any) -> questionary.Question:
    text, below = _head(prompt)
    known = [option.value for option in prompt.options]
    return questionary.select(
        text,
        choices=[questionary.Choice(_fitting(option.label), value=option.value) for option in prompt.options],
        default=value if value in known else None,
        instruction=below or " ",
        pointer=" >",
        use_jk_keys=False,
        **_LOOKS,
    )


def _checkbox(prompt: Prompt, value: Any) -> questionary.Question:
    text, below = _head(prompt)
    return questionary.checkbox(
        text,
        choices=[
            questionary.Choice(_fitting(option.label), value=option.value, checked=option.value in value)
            for option in prompt.options
        ],
        instruction=below or " ",
        pointer=" >",
        use_jk_keys=False,
        **_LOOKS,
    )


def _fitting(label: str) -> str:
    return shortened(label, columns() - 6)


def _finish(app: Application[Any], prompt: Prompt, below: _Below) -> None:
    """Give a questionary application the keys of all prompts, and the lines below it."""
    keys = [app.key_bindings, _moving_keys(prompt)]
    if prompt.kind not in {"choice", "choices"}:
        keys.append(_typing_keys(prompt, below))
    app.key_bindings = merge_key_bindings([each for each in keys if each])
    app.renderer.cpr_support = CPR_Support.NOT_SUPPORTED
    container = app.layout.container
    if isinstance(container, HSplit):
        window = Window(FormattedTextControl(below), dont_extend_height=True)
        container.children.append(ConditionalContainer(window, filter=~is_done))


def _typing_keys(prompt: Prompt, below: _Below) -> KeyBindings:
    """Return what Enter does while a text is typed: it finishes, unless something is wrong; with Alt a line ends."""
    keys = KeyBindings()

    @keys.add("enter", eager=prompt.kind != "prose")
    def _(event: KeyPressEvent) -> None:
        below.fault = fault_of(prompt, event.current_buffer.text)
        if not below.fault:
            event.app.exit(result=event.current_buffer.text)

    if prompt.kind == "prose":

        @keys.add("c-j")
        @keys.add("escape", "enter")
        def _(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

    return keys


def _moving_keys(prompt: Prompt) -> KeyBindings:
    keys = KeyBindings()

    def leave(reply: type[Back | Menu | Stop]) -> Callable[[KeyPressEvent], None]:
        def handler(event: KeyPressEvent) -> None:
            typed = event.current_buffer.text if prompt.kind not in {"choice", "choices"} else None
            event.app.exit(result=reply(typed))

        return handler

    keys.add("c-c", eager=True)(leave(Stop))
    keys.add("c-d", eager=True)(leave(Stop))
    if prompt.moves:
        keys.add("c-z", eager=True)(leave(Back))
        keys.add("c-t", eager=True)(leave(Menu))
    return keys
