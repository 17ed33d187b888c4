"""A terminal for tests: a process on a pseudo-terminal, and the screen as the user sees it."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
ENTER, SPACE, DOWN, UP = "\r", " ", "\x1b[B", "\x1b[A"
BACK, MENU, INTERRUPT, END, NEW_LINE, CLEAR = "\x1a", "\x14", "\x03", "\x04", "\n", "\x15"
ESCAPE, BACKSPACE, LEFT, HOME, NEXT = "\x1b", "\x7f", "\x1b[D", "\x1b[H", "\x1b[6~"
HELP, EDITOR, SKIP, ALL = "\x1bOP", "\x1bOS", "\x1b[19~", "\x01"
KEYS = "Ctrl+C 停下"
"""What stands below every prompt: when it is there, the prompt waits for an answer."""


class Terminal:
    """A process on a pseudo-terminal of 100 × 40 cells."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        columns: int = 100,
        rows: int = 40,
        program: tuple[str, ...] = ("-m", "drafter"),
        **environment: str,
    ) -> None:
        """Start ``drafter``, or another Python program, in a folder."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHONWARN")}
        inherited.pop("NO_COLOR", None)
        known = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
        self.screen = pyte.Screen(columns, rows)
        self.output = ""
        self._piece = 0
        self._stream = pyte.Stream(self.screen)
        self._child = pexpect.spawn(
            sys.executable,
            [*program, *arguments],
            cwd=str(folder),
            env={**inherited, **known, **environment},
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=20,
        )
        self._child.delaybeforesend = None

    @property
    def text(self) -> str:
        """The screen, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    @property
    def pid(self) -> int:
        """The process."""
        return int(self._child.pid)

    def _read(self, timeout: float) -> bool:
        """Take what the process writes; return False where it writes no more."""
        try:
            piece = self._child.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += piece
        self._piece = len(piece)
        self._stream.feed(piece)
        return True

    def wait_until(self, there: Callable[[str], bool], wanted: str, timeout: float = 20) -> str:
        """Wait until the screen is as wanted; return it."""
        end = time.monotonic() + timeout
        while not there(self.text):
            alive = self._read(0.02)
            if there(self.text):
                break
            if not alive or time.monotonic() > end:
                raise AssertionError(f"“{wanted}” is not on the screen:\n{self.text}")
        self._read_whole()
        return self.text

    def _read_whole(self) -> None:
        """Take the rest of a screen that is passed on in pieces: until nothing comes for a moment."""
        self._piece = 1
        while self._piece:
            self._piece = 0
            self._read(0.02)

    def wait_for(self, text: str, timeout: float = 20) -> str:
        """Wait until a text is on the screen; return the screen."""
        return self.wait_until(lambda screen: text in screen, text, timeout)

    def prompt(self) -> str:
        """Wait until a prompt waits for an answer; return the screen."""
        return self.wait_for(KEYS)

    def send(self, keys: str) -> None:
        """Type."""
        self._child.send(keys)

    def answer(self, keys: str = "") -> None:
        """Type an answer and Enter, and wait until the prompt is gone."""
        self.send(keys + ENTER)
        self.gone()

    def gone(self, timeout: float = 20) -> None:
        """Wait until the process has drawn something new after the prompt that stood there."""
        before, end = len(self.output), time.monotonic() + timeout
        while len(self.output) == before and self._read(0.05) and time.monotonic() < end:
            pass

    def kill(self) -> None:
        """End the process as a power failure would."""
        os.kill(self.pid, signal.SIGKILL)
        self._child.wait()

    def end(self, timeout: float = 20) -> int:
        """Wait for the end of the process; return its exit status."""
        stop = time.monotonic() + timeout
        while self._read(0.05) and time.monotonic() < stop:
            pass
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def close(self) -> None:
        """Leave nothing behind."""
        self._child.close(force=True)


@contextmanager
def terminal(
    folder: Path,
    *arguments: str,
    columns: int = 100,
    rows: int = 40,
    program: tuple[str, ...] = ("-m", "drafter"),
    **environment: str,
) -> Iterator[Terminal]:
    """Return a terminal that is closed at the end."""
    opened = Terminal(folder, *arguments, columns=columns, rows=rows, program=program, **environment)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def asked(
    folder: Path, *prompts: dict[str, Any], columns: int = 80, rows: int = 24, **environment: str
) -> Iterator[Terminal]:
    """Put prompts to the clerk, one after the other; after each, what came back stands on the screen after ⇒."""
    program = (str(ROOT / "tests" / "prompter.py"),)
    arguments = [json.dumps(prompt) for prompt in prompts]
    with terminal(folder, *arguments, columns=columns, rows=rows, program=program, **environment) as opened:
        opened.prompt() if environment.get("TERM") != "dumb" else opened.wait_for("\n>")
        yield opened


def replies(folder: Path, prompt: dict[str, Any], typed: Iterable[str], **environment: str) -> list[str]:
    """Return what comes back when a prompt is put again and again, and each time something else is typed into it."""
    result: list[str] = []
    every = list(typed)
    ready = "\n>" if environment.get("TERM") == "dumb" else KEYS

    def there(text: str) -> bool:
        return text.count("⇒") == len(result) and ready in text.rpartition("⇒")[2]

    with asked(folder, *[prompt] * len(every), rows=100, **environment) as screen:
        for each in every:
            screen.wait_until(there, each)
            screen.send(each)
            text = screen.wait_until(lambda text: text.count("⇒") > len(result), each)
            result.append(text.rpartition("⇒ ")[2].splitlines()[0])
    return result
