"""The file behind the questions: every answer is written at once, and a failure is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.errors import ChangedError, DrafterError
from drafter.store import DataFile, begin, load
from drafter.store.paths import at_home, exists, is_folder
from drafter.terminal.lock import Window
from drafter.terminal.prompt import Given, Prompt

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.questionnaire.question import Plain
    from drafter.terminal.screen import Screen

UNNAMED = "未命名报告.yaml"
"""Where answers are kept until the file has a name."""


class Unsaved(Exception):  # noqa: N818 - the clerk has left while an answer could not be saved
    """The session ends with an answer that is not in the file."""


class Keeper:
    """Holds the answers of one session and the file that they are saved in."""

    def __init__(self, file: DataFile, screen: Screen) -> None:
        self._file = file
        self._screen = screen
        self._window = Window(file.path)

    def close(self) -> None:
        """Let go of the file, so that another window can have it without being warned."""
        self._window.close()

    @property
    def shared(self) -> bool:
        """Whether another window has the file open."""
        return self._window.taken

    @classmethod
    def opened(cls, path: Path, screen: Screen) -> Keeper:
        """Return the keeper of a file that exists.

        Raises:
            DrafterError: it cannot be read, or what it holds is wrong.
        """
        file = load(path, begun=True)
        for notice in file.notices:
            screen.say(notice)
        return cls(file, screen)

    @classmethod
    def begun(cls, path: Path, screen: Screen) -> Keeper:
        """Return the keeper of a file that is written with the first answer."""
        return cls(begin(path), screen)

    @property
    def file(self) -> DataFile:
        """The file."""
        return self._file

    @property
    def path(self) -> Path:
        """Where the answers are."""
        return self._file.path

    @property
    def answers(self) -> Plain:
        """What the file holds."""
        return self._file.get(())

    def write(self, answers: Plain) -> None:
        """Save the answers; where that fails, ask for another place until they are saved.

        Raises:
            ChangedError: another program has changed the file; it was read again and holds what that program wrote.
            DrafterError: the answers cannot stand in a data file; the file is as before.
            Unsaved: the clerk gave up.
        """
        self._file.set((), answers)
        try:
            self._file.save()
        except ChangedError:
            if self._is_reread():
                raise
        except DrafterError as error:
            self._elsewhere(error)

    def rename(self, path: Path) -> None:
        """Give the file another name; where the old one cannot be removed, the clerk is told.

        Raises:
            DrafterError: there is a file of this name, or it cannot be written; the old one is kept.
        """
        old = self.path
        self._save_as(path)
        try:
            old.unlink(missing_ok=True)
        except OSError:
            self._screen.say(f"  {old} 删不掉，留在那里；以后都存在 {path}。")

    def _save_as(self, path: Path) -> None:
        if exists(path):
            raise DrafterError(f"{path}：已有同名的文件。请换一个名字。")
        self._file.save(path)
        self._window.move(path)

    def _is_reread(self) -> bool:
        """Take the file as another program has left it; return False where it was saved elsewhere instead.

        Where it cannot be read, wait until it can, or until the answers are saved under another name.
        """
        while True:
            try:
                self._file = load(self.path, begun=True)
            except DrafterError as error:
                self._screen.say(f"\n文件刚才被别的程序改过，现在读不了：\n{error}")
            else:
                return True
            name = self._asked("请改好那个文件，存盘，再按回车；或者写一个新的文件名，把这里答过的另存一份：")
            if name and self._is_saved_as(name):
                return False

    def _is_saved_as(self, name: str) -> bool:
        """Save under another name; where that cannot be, say why."""
        try:
            self._save_as(named(name, self.path.name))
        except DrafterError as error:
            self._screen.say(f"\n没有存上！{error}")
            return False
        self._screen.say(f"已存到 {self.path}，以后都存在这里。")
        return True

    def _elsewhere(self, error: DrafterError) -> None:
        self._screen.say(f"\n没有存上！{error}")
        while True:
            name = self._asked("另存到哪里？（写文件名或者完整的路径；原来的地方好了就直接回车再存一次）")
            if name:
                if self._is_saved_as(name):
                    return
                continue
            try:
                self._file.save()
            except DrafterError as again:
                self._screen.say(f"\n没有存上！{again}")
            else:
                self._screen.say(f"已存到 {self.path}。")
                return

    def _asked(self, text: str) -> str:
        """Ask for the name of a file; it may be in quotation marks, as it is when it was copied.

        Raises:
            Unsaved: the clerk gave up.
        """
        reply = self._screen.ask(Prompt("text", text, "保存", required=True, moves=False))
        if not isinstance(reply, Given):
            raise Unsaved
        return str(reply.raw).strip().strip("\"'“”")


def named(name: str, usual: str = UNNAMED) -> Path:
    """Return the path that a name means: .yaml is added, a folder gets the usual name."""
    path = at_home(name)
    if is_folder(path):
        return path / usual
    return path if path.suffix.lower() in {".yaml", ".yml"} else path.with_name(f"{path.name}.yaml")
