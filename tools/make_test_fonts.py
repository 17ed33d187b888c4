#!/usr/bin/env python3
"""Give a Debian or Ubuntu machine stand-ins for the typefaces of GB/T 9704—2012: rendered pages become faithful.

A report names 方正小标宋简体, 仿宋_GB2312, 楷体_GB2312, 黑体 and 宋体. These faces are licensed and cannot travel with
the project. Debian's package texlive-lang-chinese holds the free Fandol faces (GPL with font exception); this script
takes them out of the package without installing TeX, gives each the name that a report asks for and the line height
of the Chinese faces of Windows, and puts it into the user's font folder. Lines and pages then break where they do on
an office machine; the shapes of the characters remain Fandol's. A face that the machine already has is left alone.

Needs apt-get, dpkg-deb and fontconfig, and fonttools: ``python tools/make_test_fonts.py``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools.ttLib import TTFont

PACKAGE = "texlive-lang-chinese"
FOLDER = Path.home() / ".local" / "share" / "fonts" / "drafter-test"
ASCENT, DESCENT = 220 / 256, 36 / 256  # of the body: the vertical metrics of SimSun, SimHei, FangSong and KaiTi


class Face(NamedTuple):
    """A face that a report names, and the Fandol face that stands in for it."""

    chinese: str
    english: str
    outlines: str


FACES = (
    Face("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FandolSong-Bold"),
    Face("仿宋_GB2312", "FangSong_GB2312", "FandolFang-Regular"),
    Face("仿宋", "FangSong", "FandolFang-Regular"),
    Face("楷体_GB2312", "KaiTi_GB2312", "FandolKai-Regular"),
    Face("楷体", "KaiTi", "FandolKai-Regular"),
    Face("黑体", "SimHei", "FandolHei-Regular"),
    Face("宋体", "SimSun", "FandolSong-Regular"),
)


def main() -> int:
    """Install the faces that are missing; return 0."""
    missing = [face for face in FACES if not _installed(face)]
    if missing:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as scratch:
            _unpack(Path(scratch))
            for face in missing:
                outlines = next(Path(scratch).rglob(f"{face.outlines}.otf"))
                _stand_in(TTFont(outlines), face).save(FOLDER / f"{face.english}.otf")
        subprocess.run(["fc-cache", "-f", FOLDER], check=True)
    print(f"{len(FACES) - len(missing)} faces were there, {len(missing)} added in {FOLDER}")
    return 0


def _installed(face: Face) -> bool:
    found = subprocess.run(["fc-list", f":family={face.chinese}"], capture_output=True, check=True)
    return bool(found.stdout.strip())


def _unpack(folder: Path) -> None:
    """Fetch the Debian package and unpack it, without installing it."""
    subprocess.run(["apt-get", "download", "-q", PACKAGE], cwd=folder, check=True)
    package = next(folder.glob(f"{PACKAGE}_*.deb"))
    subprocess.run(["dpkg-deb", "-x", package, folder], check=True)


def _stand_in(font: TTFont, face: Face) -> TTFont:
    _set_line_height(font)
    _set_upright_regular(font)
    _set_names(font, face)
    return font


def _set_line_height(font: TTFont) -> None:
    body = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * body), round(DESCENT * body)
    horizontal, windows = font["hhea"], font["OS/2"]
    horizontal.ascent, horizontal.descent, horizontal.lineGap = ascent, -descent, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ascent, -descent, 0
    windows.usWinAscent, windows.usWinDescent = ascent, descent


def _set_upright_regular(font: TTFont) -> None:
    """Declare the face regular, also the stand-in for 小标宋, whose outlines are those of a bold face."""
    italic, bold, regular = 1 << 0, 1 << 5, 1 << 6
    font["head"].macStyle = 0
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~(italic | bold)) | regular


def _set_names(font: TTFont, face: Face) -> None:
    family, style, unique, full, version, postscript = 1, 2, 3, 4, 5, 6
    names = (
        (0x409, family, face.english),
        (0x409, style, "Regular"),
        (0x409, unique, f"{face.english}-Test"),
        (0x409, full, face.english),
        (0x409, version, "1"),
        (0x409, postscript, f"{face.english}-Test"),
        (0x804, family, face.chinese),
        (0x804, style, "Regular"),
        (0x804, full, face.chinese),
    )
    table = font["name"]
    table.names = []
    for language, identifier, text in names:
        table.setName(text, identifier, 3, 1, language)


if __name__ == "__main__":
    sys.exit(main())
