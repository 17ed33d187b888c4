"""The keys of all prompts: what they are called, the words that stand for them, what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.terminal.prompt import Back, Menu, Next, Skip, Stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.terminal.prompt import Leaving, Prompt

KEEP_WORD = "跳过"
"""What can be typed to leave an answer as it stands."""
REWRITE = "改写"
"""What can be typed at the text of a topic to write all of it anew."""
HELP_WORDS = ("帮助", "？", "?")
_LONG_LIST = 8
"""A list of more options says that it can be searched."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that leaves a question.

    ``bindings`` are its names for prompt_toolkit, ``names`` are printed on keyboards, ``word`` can be typed instead;
    ``does`` says more than the word does; ``works`` tells in which prompts it works.
    """

    reply: type[Leaving]
    bindings: tuple[str, ...]
    names: tuple[str, ...]
    word: str
    does: str
    works: Callable[[Prompt], bool] = lambda prompt: prompt.moves


BACK = Key(Back, ("c-z",), ("Ctrl+Z",), "上一题", "回到上一题，这一题打了一半的留着")
STOP = Key(Stop, ("c-c", "c-d"), ("Ctrl+C", "Ctrl+D"), "停下", "停下，答过的都已存好，下次接着填", lambda _prompt: True)
KEYS = (
    BACK,
    Key(
        Next, ("pagedown",), ("PgDn",), "下一项", "这一项余下的空着，去下一项；以后可以补填", lambda prompt: prompt.next
    ),
    Key(
        Skip,
        ("f8",),
        ("F8",),
        "跳过本节",
        "这一节余下的以后再填，去下一节",
        lambda prompt: prompt.moves and bool(prompt.where) and not prompt.required,
    ),
    Key(Menu, ("escape", "c-t"), ("Esc", "Ctrl+T"), "目录", "看各部分填到哪里，去别的部分"),
    Key(Back, ("escape",), ("Esc",), "返回", "回到刚才的地方", lambda prompt: prompt.closes and not prompt.moves),
    STOP,
)
"""In the order in which they are shown."""


def working(prompt: Prompt) -> tuple[Key, ...]:
    """Return the keys that leave this prompt."""
    return tuple(key for key in KEYS if key.works(prompt))


def meant(prompt: Prompt, raw: Any) -> type[Leaving] | None:
    """Return what a typed word stands for in this prompt; None for an answer. Nobody stops by a word."""
    replies = {key.word: key.reply for key in working(prompt) if key.reply is not Stop}
    return replies.get(raw.strip()) if isinstance(raw, str) else None


def elsewhere(raw: Any) -> str:
    """Return what a word does elsewhere that means nothing at a question; nothing where it stands for no key."""
    word = raw.strip() if isinstance(raw, str) else ""
    if word == STOP.word:
        return f"要停下，按 {'、'.join(STOP.names)}；答过的都已存好"
    does = {key.word: key.does for key in KEYS} | {REWRITE: "在各专题“还有什么要写的？”那一题，把整节改成自己的话"}
    return f"“{word}”在这一题没有用；它的意思是：{does[word]}" if word in does else ""


def words(prompt: Prompt) -> dict[str, str]:
    """Return the words that stand for keys in a prompt, with what they do."""
    leaving = {key.word: key.does for key in working(prompt) if key.reply is not Stop}
    return {**leaving, KEEP_WORD: "这一题照原样", HELP_WORDS[0]: "看这些说明"}


def is_keep(raw: Any) -> bool:
    """Tell whether the answer is to stay as it stands."""
    return isinstance(raw, str) and raw.strip() == KEEP_WORD


def is_help(raw: Any) -> bool:
    """Tell whether somebody asks what the keys do."""
    return isinstance(raw, str) and raw.strip() in HELP_WORDS


def shown(prompt: Prompt, *, refused: bool = False) -> tuple[str, ...]:
    """Return the keys as they stand below a prompt, each with a word on what it does.

    Where an answer was ``refused`` it still stands there, and Enter gives it again.
    """
    leaving = [f"{_names(key, prompt)[0]} {key.word}" for key in working(prompt)]
    return (*_answering(prompt, refused=refused), *leaving[:-1], "F1 帮助", leaving[-1])


def shown_with_help() -> tuple[str, ...]:
    """Return the keys as they stand below a prompt whose keys are explained."""
    return ("F1 收起说明", f"{STOP.names[0]} {STOP.word}")


def _names(key: Key, prompt: Prompt) -> tuple[str, ...]:
    """Return the names of a key; on a line ↑ goes back too."""
    return ("↑", *key.names) if key is BACK and prompt.is_line else key.names


def _answering(prompt: Prompt, *, refused: bool) -> tuple[str, ...]:
    search = ("打字 查找",) if len(prompt.options) > _LONG_LIST else ()
    match prompt.kind:
        case "yes_no":
            return (f"回车＝{prompt.value}" if prompt.value and not refused else "输入 是 或 否，回车",)
        case "choice":
            return ("↑↓ 选，回车 确定", *search)
        case "choices":
            return ("↑↓ 移动，空格 勾选，回车 确定", "Ctrl+A 全选", *search)
        case "prose":
            return (f"回车 写完{'' if prompt.value else '（空着＝跳过）'}", "Alt+回车 换行", "F4 用编辑器写")
    if refused or (prompt.required and not prompt.value):
        return ("回车 确定",)
    return ("回车 照用" if prompt.value else "回车 跳过",)


def explained(prompt: Prompt) -> list[str]:
    """Return what every key of a prompt does, a line each."""
    leaving = []
    for key in working(prompt):
        word = "" if prompt.is_list or key.reply is Stop else f"，或者输入“{key.word}”"
        leaving.append(f"{'、'.join(_names(key, prompt))}{word}：{key.does}")
    keep = [f"输入“{KEEP_WORD}”：这一题照原样"] if not prompt.is_list else []
    return [*_explained_answering(prompt), *keep, *leaving, "F1：收起这些说明"]


def _explained_answering(prompt: Prompt) -> list[str]:
    search = "打字：查找，可以打汉字、全拼或者拼音首字母；退格去掉一个字，Esc 全部清除"
    moves = "↑↓、Home、End：移动"
    match prompt.kind:
        case "choice":
            return [moves, "回车：选中，去下一题", search]
        case "choices":
            return [moves, "空格：勾上或者去掉；Ctrl+A：全部勾上或者去掉", "回车：勾好了，去下一题", search]
        case "prose":
            return [
                "回车：写完，去下一题；Alt+回车、Ctrl+J：换行",
                "F4：打开编辑器（环境变量 VISUAL、EDITOR；Windows 是记事本）写，存盘、关掉就回到这里",
                "可以从 Word 整段复制、粘贴",
            ]
    mend = ["反白的是现在的答案：直接打字就换掉它；按 ←→ 或者退格再改"] if prompt.is_selected and prompt.value else []
    return ["回车、↓：确定，去下一题；不知道的空着", *mend]
