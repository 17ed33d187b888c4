"""Paths as a clerk types them: asking what is there never fails, not even for a name that no file can have."""

from __future__ import annotations

import os
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name that is too long


def exists(path: Path) -> bool:
    """Whether anything stands at a path."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for a name that is too long


def at_home(name: str) -> Path:
    """Return the path of a name, “~” standing for the home folder where there is one."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)
