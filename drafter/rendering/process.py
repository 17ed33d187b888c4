"""Run a program of others with a time limit, and leave nothing of it behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class TimeLimitError(Exception):
    """The program did not end in time; it has been ended."""


def told(command: Sequence[str | Path], seconds: float) -> str:
    """Return what a command prints.

    It prints into a file: a pipe would stay open for as long as anything that the command started.

    Raises:
        TimeLimitError, OSError: as ``run``.
    """
    with tempfile.TemporaryFile() as output:
        run(command, seconds, Path.cwd(), output)
        output.seek(0)
        return output.read().decode("utf-8", "replace")


def run(command: Sequence[str | Path], seconds: float, folder: Path, output: IO[bytes] | None = None) -> int:
    """Run a command in a folder without a terminal and return its exit status.

    Raises:
        TimeLimitError: it took longer; the program and everything that it started have been ended.
        OSError: it cannot be started.
    """
    windows = sys.platform == "win32"
    process = subprocess.Popen(  # noqa: S603 - the command is LibreOffice with our own arguments
        [str(part) for part in command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if output is None else output,
        stderr=subprocess.DEVNULL,
        start_new_session=not windows,
    )
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise TimeLimitError from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children; LibreOffice may ignore a polite request."""
    if sys.platform == "win32":  # pragma: no cover - another system
        if process.poll() is None:
            ending = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(ending, capture_output=True, check=False)  # noqa: S603 - Windows' own program
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nothing is left of the group
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
