"""``drafter doctor``: what this machine has for the layout of reports."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil

from drafter import __version__
from drafter.rendering.fonts import Typeface, typefaces
from drafter.rendering.office import misplaced, office, version


def doctor() -> int:
    """Print versions, typefaces with what Word takes instead, LibreOffice; return 0."""
    print(f"drafter {__version__}，Python {platform.python_version()}，{platform.system()} {platform.release()}")
    print("\n字体（公文用的；字体有版权，本程序不附带，请从正版渠道安装）：")
    faces = typefaces()
    for face in faces:
        print(f"  {_shown(face)}")
    if any(not face.installed for face in faces):
        print("  缺字体不影响行数、字数和位置，只是字形不同。在有字体的电脑上打开、打印，字形就对了。")
    print("\n排版：")
    print(f"  {_office()}")
    print(f"  {_library()}")
    return 0


def _shown(face: Typeface) -> str:
    if face.installed:
        return f"✓ {face.name}"
    if face.available:
        return f"✗ {face.name}：没有，Word 会换成“{face.available[0]}”"
    if face.substitutes:
        return f"✗ {face.name}：没有，替补（{'、'.join(face.substitutes)}）也没有，Word 会自己挑一种"
    return f"✗ {face.name}：没有，Word 会自己挑一种"


def _office() -> str:
    program = office()
    if program is None:
        return (
            f"✗ LibreOffice：没有找到{misplaced()}。要用 build -f pdf、build --preview、check --render，"
            "请安装（免费，www.libreoffice.org）；其余命令不需要它"
        )
    number = version(program)
    if not number:
        return f"✗ LibreOffice：{program} 运行不了。请重新安装"
    return f"✓ LibreOffice {number}（{program}）"


def _library() -> str:
    try:
        return f"✓ pypdfium2 {importlib.metadata.version('pypdfium2')}"
    except importlib.metadata.PackageNotFoundError:
        instead = "；图片改用 pdftoppm" if shutil.which("pdftoppm") else ""
        return f'✗ pypdfium2：没有，check --render 要用。请安装：pip install "drafter[render]"{instead}'
