"""``build -f pdf`` and ``build --preview``: the Word file through LibreOffice."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.rendering.office import to_pdf
from drafter.rendering.pictures import pictures
from drafter.writers import write

if TYPE_CHECKING:
    from drafter.blocks import Document
    from drafter.writers.profile import Profile


def write_pdf(document: Document, target: Path, page: Profile) -> None:
    """Write a document as PDF.

    Raises:
        DrafterError: LibreOffice is missing, took too long or failed, or the file cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as scratch:
        word = Path(scratch) / f"{target.stem}.docx"
        write(document, word, page)
        to_pdf(word, target)


def write_pictures(document: Document, folder: Path, stem: str, page: Profile) -> list[Path]:
    """Write a PNG of every page of a document; pictures left over from a longer version are removed.

    Raises:
        DrafterError: what renders is missing, took too long or failed, or a file cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True) as scratch:
        pdf = Path(scratch) / f"{stem}.pdf"
        write_pdf(document, pdf, page)
        made = pictures(pdf, folder, stem)
    beyond = len(made) + 1
    while (old := folder / f"{stem}-page-{beyond}.png").is_file():
        old.unlink()
        beyond += 1
    return made
