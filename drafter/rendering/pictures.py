"""The pages of a PDF as PNG pictures, with pypdfium2 or poppler's pdftoppm."""

from __future__ import annotations

import shutil
import struct
import tempfile
import zlib
from pathlib import Path

from drafter.errors import DrafterError, reason
from drafter.rendering.library import found
from drafter.rendering.process import TimeLimitError, run

DPI = 150
_SECONDS = 120.0


def pictures(pdf: Path, folder: Path, stem: str) -> list[Path]:
    """Write one PNG per page, ``stem-page-1.png`` and so on; return them.

    Raises:
        DrafterError: neither pypdfium2 nor pdftoppm is installed, or a picture cannot be written.
    """
    try:
        made = _by_pdfium(pdf, folder, stem)
        return _by_poppler(pdf, folder, stem) if made is None else made
    except OSError as error:
        raise DrafterError(f"{folder}：图片写不进去（{reason(error)}）。请换一个文件夹。") from None


def _by_pdfium(pdf: Path, folder: Path, stem: str) -> list[Path] | None:
    """Return the pictures, or None where pypdfium2 is not installed."""
    library = found()
    if library is None:
        return None
    document = library.PdfDocument(str(pdf))
    result = []
    try:
        for at in range(len(document)):
            page = document[at]
            bitmap = page.render(scale=DPI / 72, rev_byteorder=True)
            target = folder / f"{stem}-page-{at + 1}.png"
            rows = bytes(bitmap.buffer)
            target.write_bytes(_png(rows, bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels))
            bitmap.close()
            page.close()
            result.append(target)
    finally:
        document.close()
    return result


def _png(rows: bytes, width: int, height: int, stride: int, channels: int) -> bytes:
    """Return the bytes of a PNG (ISO/IEC 15948) of some rows of pixels with one byte a channel."""
    kind = {1: 0, 3: 2, 4: 6}[channels]
    unfiltered = b"".join(b"\0" + rows[at * stride : at * stride + width * channels] for at in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    dots = struct.pack(">IIB", *[round(DPI / 0.0254)] * 2, 1)  # per metre
    chunks = ((b"IHDR", header), (b"pHYs", dots), (b"IDAT", zlib.compress(unfiltered, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def _by_poppler(pdf: Path, folder: Path, stem: str) -> list[Path]:
    program = shutil.which("pdftoppm")
    if program is None:
        raise DrafterError('生成图片要用 pypdfium2。请安装：pip install "drafter[render]"')
    with tempfile.TemporaryDirectory(prefix="drafter-") as scratch:
        try:
            status = run([program, "-png", "-r", str(DPI), pdf, "page"], _SECONDS, Path(scratch))
        except TimeLimitError:
            raise DrafterError(f"pdftoppm 过了{_SECONDS:g}秒还没有画完，已经把它结束。请再试一次。") from None
        made = sorted(Path(scratch).glob("page-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
        if status or not made:
            raise DrafterError(f"pdftoppm 画不出 {pdf.name} 的图片。")
        targets = [folder / f"{stem}-page-{order}.png" for order in range(1, len(made) + 1)]
        for picture, target in zip(made, targets, strict=True):
            shutil.copyfile(picture, target)
        return targets
