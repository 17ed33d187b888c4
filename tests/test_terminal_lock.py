"""Two windows and one data file."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drafter.terminal.lock import Window, lock_file

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
_HOLD = """
import sys
from pathlib import Path
from drafter.terminal.lock import Window
window = Window(Path(sys.argv[1]))
print("taken" if window.taken else "held", flush=True)
sys.stdin.readline()
window.close()
"""


@contextmanager
def _other(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Open a data file in another process; return it, and whether it holds the file."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(path)],
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def test_the_second_window_is_told(tmp_path: Path) -> None:
    """A data file that one window has is taken for the next; when that window is closed it is free, and all is tidy."""
    path = tmp_path / "清河街道2024.yaml"
    with _other(path) as (process, said):
        assert said == "held"
        with Window(path) as second:
            assert second.taken
        assert lock_file(path).exists()
        process.communicate("\n")
    assert list(tmp_path.iterdir()) == []
    with Window(path) as third:
        assert not third.taken
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_killed_window_leaves_no_lock(tmp_path: Path) -> None:
    """A window that was killed holds nothing; what it left behind goes with the next one."""
    path = tmp_path / "a.yaml"
    with _other(path) as (process, said):
        assert said == "held"
        process.send_signal(signal.SIGKILL)
        process.wait()
    with Window(path) as window:
        assert not window.taken
    assert list(tmp_path.iterdir()) == []


def test_a_window_goes_with_its_file(tmp_path: Path) -> None:
    """After a new name is given the new name is taken and the old one is free."""
    old, new = tmp_path / "未命名报告.yaml", tmp_path / "清河街道2024.yaml"
    with Window(old) as window:
        window.move(new)
        assert not window.taken
        with _other(new) as (_, said):
            assert said == "taken"
        with _other(old) as (_, said):
            assert said == "held"
    assert not lock_file(new).exists()


def test_a_window_can_move_to_a_file_that_is_taken(tmp_path: Path) -> None:
    """Where the new name is another window's, that is told; closing takes nothing from that window."""
    with Window(tmp_path / "b.yaml") as other, Window(tmp_path / "a.yaml") as window:
        window.move(tmp_path / "b.yaml")
        assert window.taken
        window.close()
        assert not other.taken
        assert lock_file(tmp_path / "b.yaml").exists()


def test_one_file_written_in_two_ways(tmp_path: Path) -> None:
    """A path that goes round by another folder leads to the same file."""
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "a.yaml"
    path.touch()
    with Window(path), Window(tmp_path / "folder" / ".." / "folder" / "a.yaml") as second:
        assert second.taken


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    """It is nobody's file: not taken, and no error before the file is asked for."""
    path = tmp_path / "a.yaml"
    path.symlink_to(path)
    with Window(path) as window:
        assert not window.taken


@pytest.mark.parametrize("folder", ["read-only", "no-folder"])
def test_where_no_lock_can_be_made(tmp_path: Path, folder: str) -> None:
    """In a folder that can only be read, or is gone, there is no lock and no error."""
    (tmp_path / "read-only").mkdir(mode=0o555)
    with Window(tmp_path / folder / "a.yaml") as window:
        assert not window.taken
    path = tmp_path / "a.yaml"
    lock_file(path).mkdir()
    with Window(path) as first, Window(path) as second:
        assert not first.taken
        assert not second.taken
    assert lock_file(path).is_dir()
