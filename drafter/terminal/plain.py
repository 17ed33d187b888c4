"""Questions on a terminal that only prints lines (TERM=dumb) and for readers of the screen: choices by number."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from drafter.terminal import keys
from drafter.terminal.prompt import Given, Stop
from drafter.terminal.screen import Screen, fault_of
from drafter.terminal.search import matches

if TYPE_CHECKING:
    from drafter.terminal.prompt import Prompt, Reply


class PlainScreen(Screen):
    """Asks by printing and reading lines."""

    mending = "要改前面的：输入“上一题”；输入“目录”看各部分填到哪里。"

    def ask(self, prompt: Prompt) -> Reply:
        """Ask one question."""
        self.say(f"\n【{prompt.where}】{_place(prompt)}\n{prompt.text}" if prompt.where else f"\n{prompt.text}")
        for line in prompt.lines:
            self.say(f"  {line}")
        self._list(prompt)
        self.say(f"  {_how(prompt)}")
        while True:
            try:
                typed = self._read(prompt)
            except (EOFError, KeyboardInterrupt):
                self.show("")
                return Stop()
            leaves = keys.meant(prompt, typed)
            if leaves:
                return leaves()
            if keys.is_help(typed):
                self.say("\n".join(f"  {word}：{does}" for word, does in keys.words(prompt).items()))
                continue
            if _is_searched(prompt, typed):
                self._list(prompt, typed)
                continue
            raw, fault = _understood(prompt, typed)
            fault = fault or fault_of(prompt, raw)
            if not fault:
                return Given(raw)
            self.say(f"  {fault}")

    def _list(self, prompt: Prompt, searched: str = "") -> None:
        """Print the options that are found, each with its number in the whole list."""
        group = ""
        for number, option in enumerate(prompt.options, 1):
            if not matches(searched, option.label):
                continue
            if option.group != group:
                self.say(f" {option.group}")
            group = option.group
            chosen = option.value in prompt.value if prompt.kind == "choices" else option.value == prompt.value
            self.say(f"  {number}. {option.label}{'（已选）' if chosen and prompt.value else ''}")

    def _read(self, prompt: Prompt) -> str:
        """Return what is typed; a text of several paragraphs ends with an empty line."""
        typed = input("> ")
        alone = keys.meant(prompt, typed) or keys.is_keep(typed) or keys.is_help(typed)
        return self._more(typed) if prompt.kind == "prose" and not alone else typed

    @staticmethod
    def _more(first: str) -> str:
        """Return the lines up to an empty one."""
        lines = [first]
        while lines[-1].strip():
            lines.append(input("> "))
        return "\n".join(lines[:-1])


def _place(prompt: Prompt) -> str:
    """Return which question of its 事项 it is; the others were printed before, or come after."""
    many = len(prompt.above) + 1 + len(prompt.below)
    return f"（这一项第{len(prompt.above) + 1}题，共{many}题）" if many > 1 else ""


def _how(prompt: Prompt) -> str:
    kinds = {
        "choice": "输入号码，回车；也可以输汉字或拼音首字母查找",
        "choices": "输入号码，几个之间用空格隔开，回车；都没有输 0；也可以输汉字或拼音首字母查找",
        "prose": "可以写几行，空一行结束",
    }
    current = f"（现在是：{_shown(prompt)}，直接回车照用）" if prompt.value else ""
    words = f"也可以输：{'、'.join(keys.words(prompt))}" if prompt.moves or prompt.closes else ""
    return "；".join(part for part in (prompt.hint, kinds.get(prompt.kind, ""), words) if part) + current


def _shown(prompt: Prompt) -> str:
    if not prompt.is_list:
        return str(prompt.value)
    return "、".join(str(n) for n, option in enumerate(prompt.options, 1) if option.value in prompt.value)


def _is_searched(prompt: Prompt, typed: str) -> bool:
    """Tell whether what was typed is looked for in a list: it is no number, and is found."""
    is_text = prompt.is_list and not keys.is_keep(typed) and any(char.isalpha() for char in typed)
    return is_text and any(matches(typed, option.label) for option in prompt.options)


def _understood(prompt: Prompt, typed: str) -> tuple[Any, str]:
    """Return the answer and, where numbers of choices are wrong, what to type."""
    text = typed.strip()
    if not text or keys.is_keep(text):
        return (list(prompt.value) if prompt.kind == "choices" else prompt.value), _unchosen(prompt)
    if not prompt.is_list:
        return typed, ""
    if prompt.kind == "choices" and unicodedata.normalize("NFKC", text) == "0":
        return [], ""
    values = _numbered(prompt, text)
    if not values:
        missed = f"没有找到“{text}”。" if any(char.isalpha() for char in text) else ""
        return None, f"{missed}请输入 1 到 {len(prompt.options)} 的号码"
    if prompt.kind == "choices":
        return values, ""
    return values[0], "" if len(values) == 1 else "只选一个，请输入一个号码"


def _numbered(prompt: Prompt, text: str) -> list[str]:
    """Return the values whose numbers were typed; none where one of the numbers does not exist."""
    numbers = [int(part) for part in re.findall(r"\d+", unicodedata.normalize("NFKC", text))]
    if not all(1 <= number <= len(prompt.options) for number in numbers):
        return []
    return [option.value for at, option in enumerate(prompt.options, 1) if at in numbers]


def _unchosen(prompt: Prompt) -> str:
    """Refuse an empty answer where a number has to be chosen."""
    if prompt.kind == "choice" and prompt.value not in {option.value for option in prompt.options}:
        return f"请输入 1 到 {len(prompt.options)} 的号码"
    return ""
