"""One window at a time for one data file: whether another window of the program has it open."""

from __future__ import annotations

import os
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout

if TYPE_CHECKING:
    from types import TracebackType

_PATIENCE = 0.1
"""Seconds; a window that is just closing has gone by then."""


class Window:
    """A window's hold on its data file: a lock on a hidden file beside it.

    The system lets go of the lock when the program ends, however it ends; of a program that was killed only the empty
    hidden file stays, and the next window that closes the data file takes it away. Where no file can be made beside the
    data file (a folder that can only be read) there is no lock: nothing is ever ``taken`` there.
    """

    def __init__(self, path: Path) -> None:
        """Take a data file, which need not exist yet."""
        self.taken = False
        """Whether another window has the file."""
        self._lock: FileLock | None = None
        self.move(path)

    def move(self, path: Path) -> None:
        """Let go of the file, and take another one: the same under its new name."""
        self.close()
        if not path.absolute().parent.is_dir():  # FileLock would make the folder
            return
        lock = FileLock(lock_file(path))
        try:
            with warnings.catch_warnings(action="ignore"):  # of systems that know no locks, in English
                lock.acquire(timeout=_PATIENCE, poll_interval=_PATIENCE / 5)
        except Timeout:
            self.taken = True
        except OSError:
            return
        else:
            self._lock = lock

    def close(self) -> None:
        """Let go of the file."""
        self.taken = False
        if self._lock is None:
            return
        lock, self._lock = self._lock, None
        with suppress(OSError):  # Windows removes no open file
            Path(lock.lock_file).unlink()
        lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def lock_file(path: Path) -> Path:
    """Return the hidden file beside a data file."""
    whole = Path(os.path.realpath(path))  # Path.resolve raises for a link that leads to itself
    return whole.with_name(f".~{whole.name}.lock")
