"""Questions on a terminal that only prints lines (TERM=dumb) and for readers of the screen: choices by number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from drafter.terminal.prompt import BACK_WORD, MENU_WORD, SKIP_WORD, WORDS, Given, Stop
from drafter.terminal.screen import Screen, fault_of

if TYPE_CHECKING:
    from drafter.terminal.prompt import Prompt, Reply


class PlainScreen(Screen):
    """Asks by printing and reading lines."""

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one question."""
        self.say(f"\n【{prompt.where}】\n{prompt.text}" if prompt.where else f"\n{prompt.text}")
        for line in prompt.lines:
            self.say(f"  {line}")
        for number, option in enumerate(prompt.options, 1):
            chosen = option.value in prompt.value if prompt.kind == "choices" else option.value == prompt.value
            self.say(f"  {number}. {option.label}{'（已选）' if chosen and prompt.value else ''}")
        self.say(f"  {_how(prompt)}")
        while True:
            try:
                typed = input("> ")
                if prompt.kind == "prose" and typed.strip() not in WORDS:
                    typed = self._more(typed)
            except (EOFError, KeyboardInterrupt):
                self.show("")
                return Stop()
            if prompt.moves and typed.strip() in WORDS:
                return WORDS[typed.strip()]()
            raw, fault = _read(prompt, typed)
            fault = fault or fault_of(prompt, raw)
            if not fault:
                return Given(raw)
            self.say(f"  {fault}")

    @staticmethod
    def _more(first: str) -> str:
        """Return the lines up to an empty one."""
        lines = [first]
        while lines[-1].strip():
            lines.append(input("> "))
        return "\n".join(lines[:-1])


def _how(prompt: Prompt) -> str:
    kinds = {
        "choice": "输入号码，回车",
        "choices": "输入号码，几个之间用空格隔开，回车；都没有输 0",
        "prose": "可以写几行，空一行结束",
    }
    current = f"（现在是：{_shown(prompt)}，直接回车照用）" if prompt.value else ""
    words = (f"返回输“{BACK_WORD}”", f"看各部分输“{MENU_WORD}”") if prompt.moves else ()
    return "；".join(part for part in (prompt.hint, kinds.get(prompt.kind, ""), *words) if part) + current


def _shown(prompt: Prompt) -> str:
    if prompt.kind not in {"choice", "choices"}:
        return str(prompt.value)
    return "、".join(str(n) for n, option in enumerate(prompt.options, 1) if option.value in prompt.value)


def _read(prompt: Prompt, typed: str) -> tuple[Any, str]:
    """Return the answer and, where numbers of choices are wrong, what to type."""
    text = typed.strip()
    if text in {"", SKIP_WORD}:
        return (list(prompt.value) if prompt.kind == "choices" else prompt.value), _unchosen(prompt)
    if prompt.kind not in {"choice", "choices"}:
        return typed, ""
    numbers = [int(part) for part in re.findall(r"\d+", unicodedata.normalize("NFKC", text))]
    if prompt.kind == "choices" and numbers == [0]:
        return [], ""
    if not numbers or not all(1 <= number <= len(prompt.options) for number in numbers):
        return None, f"请输入 1 到 {len(prompt.options)} 的号码"
    values = [option.value for at, option in enumerate(prompt.options, 1) if at in numbers]
    if prompt.kind == "choice":
        return values[0], "" if len(values) == 1 else "只选一个，请输入一个号码"
    return values, ""


def _unchosen(prompt: Prompt) -> str:
    """Refuse an empty answer where a number has to be chosen."""
    if prompt.kind == "choice" and prompt.value not in {option.value for option in prompt.options}:
        return f"请输入 1 到 {len(prompt.options)} 的号码"
    return ""
