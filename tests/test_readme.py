"""The README tells the truth: what it shows is what the program does.

Comments in front of a block say what it is: ``copy: FROM TO`` and ``edit: FILE: OLD => NEW`` prepare a file,
``in: FILE`` claims that the block stands in the file, ``run`` runs Python. A ``console`` block is typed in as it
stands, and must print what it shows.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_STEP = re.compile(
    r"""^<!--[ ](?P<verb>copy|edit|in|run)(?::[ ](?P<rest>[^\n]*?))?[ ]-->$
      | ^```(?P<language>\w*)\n(?P<code>.*?)^```$
      | ^>[ ](?P<quoted>[^\n]*)$""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


def _run(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def _type_in(console: str, folder: Path) -> None:
    """Type the commands of a console block; each must print what stands under it."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        name, *arguments = shlex.split(command)
        assert name == "drafter"
        assert _run(["-m", "drafter", *arguments], folder) == shown


def _edit(rest: str, folder: Path) -> None:
    name, _, change = rest.partition(": ")
    old, new = change.split(" => ")
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {name}"
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_everyday_uses_are_as_shown(tmp_path: Path) -> None:
    """Files, commands, output and sentences of the README, from its first line to its last."""
    pending = ""
    done = 0
    for step in _STEP.finditer(README):
        verb, rest, language, block = step["verb"], step["rest"], step["language"], step["code"] or step["quoted"]
        if verb == "copy":
            source, target = rest.split()
            shutil.copyfile(ROOT / source, tmp_path / target)
        elif verb == "edit":
            _edit(rest, tmp_path)
        elif verb:
            pending = f"{verb} {rest or ''}".strip()
        elif language == "console":
            _type_in(block, tmp_path)
            done += 1
        elif pending == "run":
            assert _run(["-c", block], tmp_path) == ""
            pending, done = "", done + 1
        elif pending:
            assert block in (tmp_path / pending.removeprefix("in ")).read_text(encoding="utf-8")
            pending, done = "", done + 1
    assert done >= 9


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    """Every file that the README points to is there."""
    assert (ROOT / target).exists()
