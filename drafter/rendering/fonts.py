"""Which of the typefaces of a report this machine has. Only looked up; fonts are licensed and never shipped."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from drafter.resources import own_folder, text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ALSO: dict[str, tuple[str, ...]] = {
    "方正小标宋简体": ("fzxiaobiaosong-b05s", "fzxbsjw", "fzxiaobiaosong-b05"),
    "方正小标宋_gbk": ("fzxiaobiaosong-b05", "fzxbsk"),
    "华文中宋": ("stzhongsong", "stzhongs"),
    "仿宋_gb2312": ("fangsong_gb2312", "simfang_gb2312"),
    "仿宋": ("fangsong", "simfang"),
    "楷体_gb2312": ("kaiti_gb2312", "simkai_gb2312"),
    "楷体": ("kaiti", "simkai"),
    "黑体": ("simhei",),
    "宋体": ("simsun",),
    "times new roman": ("times", "timesnewromanpsmt"),
}
"""Other names of the same face: in English, and of its file."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A face that reports name: whether it is here, and which of its substitutes are."""

    name: str
    installed: bool
    substitutes: tuple[str, ...]
    available: tuple[str, ...]


def typefaces() -> list[Typeface]:
    """Return the faces that the Word template names, in its order, with what its font table gives as substitutes."""
    here = installed()
    result = []
    for font in etree.fromstring(text("templates/word/fontTable.xml").encode()).iter(f"{_W}font"):
        other = font.find(f"{_W}altName")
        names = () if other is None else tuple(other.get(f"{_W}val", "").split(","))
        names = tuple(name for name in names if name.lower() not in _ALSO.get(font.get(f"{_W}name", "").lower(), ()))
        own = font.get(f"{_W}name", "")
        result.append(Typeface(own, _has(here, own), names, tuple(name for name in names if _has(here, name))))
    return result


def _has(here: set[str], name: str) -> bool:
    return bool({name.lower(), *_ALSO.get(name.lower(), ())} & here)


def installed() -> set[str]:
    """Return the names of the installed faces, in lower case; names of files where nothing better is known."""
    if sys.platform == "win32":  # pragma: no cover - another system
        return _of_registry() | _of_folders([Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", *_own_folders()])
    listed = _of_fontconfig()
    if sys.platform == "darwin":  # pragma: no cover - another system
        return listed | _of_folders([Path("/System/Library/Fonts"), Path("/Library/Fonts"), *_own_folders()])
    return listed or _of_folders([Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *_own_folders()])


def _own_folders() -> list[Path]:
    own = own_folder()
    if own is None:
        return []
    home = own.parent
    local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    return [home / ".local/share/fonts", home / ".fonts", home / "Library/Fonts", local / "Microsoft/Windows/Fonts"]


def _of_fontconfig() -> set[str]:
    program = shutil.which("fc-list")
    if program is None:
        return set()
    try:
        told = subprocess.run(  # noqa: S603 - fontconfig's own program
            [program, ":", "family"], capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return set()
    names = (name.replace("\\", "").strip() for line in told.splitlines() for name in line.split(","))
    return {name.lower() for name in names if name}


def _of_folders(folders: list[Path]) -> set[str]:
    """Return the names of font files, without suffix."""
    suffixes = {".ttf", ".ttc", ".otf", ".otc"}
    files = (file for folder in folders if folder.is_dir() for file in folder.rglob("*"))
    return {file.stem.lower() for file in files if file.suffix.lower() in suffixes}


def _of_registry() -> set[str]:  # pragma: no cover - Windows
    """Return the names that Windows' registry lists: “SimSun & NSimSun (TrueType)”."""
    winreg: Any = importlib.import_module("winreg")
    found: set[str] = set()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            key = winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
        except OSError:
            continue
        with key:
            for at in range(winreg.QueryInfoKey(key)[1]):
                name = str(winreg.EnumValue(key, at)[0]).rpartition(" (")[0]
                found.update(part.strip().lower() for part in name.split("&"))
    return found
